"""Names on a square of influence × interest, 1 to 5 each; shows what a table holds, changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from roadmap_desktop.widgets.design import Design, scaled
from roadmap_desktop.widgets.soon import Soon

_LEFT = 30.0
_FOOT = 26.0
_PAD = 5
Named = tuple[str, int, int]
"""(name, interest 1–5, influence 1–5)."""


class InfluenceGrid(QWidget):
    """The further right the more interest, the higher the more influence."""

    def __init__(self, design: Design, across: str, upward: str, parent: QWidget | None = None) -> None:
        """`across` and `upward` name the axes."""
        super().__init__(parent)
        self._design = design
        self._axes = across, upward
        self._fitting = Soon(self._fit, self)
        self._names: Sequence[Named] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_names(self, names: Sequence[Named], description: str) -> None:
        """Draw `names`; `description` says the same in words."""
        self._names = names
        self.setAccessibleName(description)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, round(sum(self._heights()) + _FOOT))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._design.theme
        heights = self._heights()
        box = QRectF(_LEFT, 1, self.width() - _LEFT - 1, sum(heights))
        wide = box.width() / 5
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.surface))
        painter.drawRect(box)
        # Much influence and much interest: whom to keep close.
        painter.setBrush(QColor(theme.selected))
        painter.drawRect(QRectF(box.left() + 3 * wide, box.top(), 2 * wide, heights[0] + heights[1]))
        painter.setPen(QPen(QColor(theme.hairline), 1))
        for line in range(6):
            x, y = box.left() + line * wide, box.top() + sum(heights[:line])
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setFont(self._small())
        painter.setPen(QColor(theme.muted))
        self._paint_axes(painter, box)
        painter.setPen(QColor(theme.ink))
        for interest in range(1, 6):
            for influence in range(1, 6):
                cell = QRectF(
                    box.left() + (interest - 1) * wide,
                    box.top() + sum(heights[: 5 - influence]),
                    wide,
                    heights[5 - influence],
                ).adjusted(_PAD, _PAD, -_PAD, -_PAD)
                crowd = self._crowd(interest, influence)
                painter.drawText(
                    cell, self._wrap(crowd, cell.width()) | int(Qt.AlignmentFlag.AlignCenter), crowd
                )
        painter.end()

    def _paint_axes(self, painter: QPainter, box: QRectF) -> None:
        across, upward = self._axes
        foot = QRectF(box.left(), box.bottom() + 4, box.width(), _FOOT - 4)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight), f"{across} →")
        painter.save()
        painter.translate(0, box.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 4, box.height(), 22), int(Qt.AlignmentFlag.AlignRight), f"{upward} →")
        painter.restore()

    def _heights(self) -> list[float]:
        """Heights of the five rows, most influence first: each holds its fullest cell."""
        metrics = QFontMetricsF(self._small())
        room = QRectF(0, 0, max((self.width() - _LEFT - 1) / 5 - 2 * _PAD, 30), 10_000)
        heights = []
        for influence in (5, 4, 3, 2, 1):
            crowds = [self._crowd(interest, influence) for interest in range(1, 6)]
            tallest = max(
                metrics.boundingRect(room, self._wrap(crowd, room.width()), crowd).height()
                for crowd in crowds
            )
            heights.append(max(tallest, 1.6 * metrics.lineSpacing()) + 2 * _PAD)
        return heights

    def _crowd(self, interest: int, influence: int) -> str:
        """The names in one cell, one below the other."""
        return "\n".join(name for name, x, y in self._names if (x, y) == (interest, influence))

    def _wrap(self, crowd: str, width: float) -> int:
        """How to break lines: between words, but within one that is wider than the cell."""
        metrics = QFontMetricsF(self._small())
        torn = any(metrics.horizontalAdvance(word) > width for word in crowd.split())
        return int(Qt.TextFlag.TextWrapAnywhere if torn else Qt.TextFlag.TextWordWrap)

    def _fit(self) -> None:
        height = self.sizeHint().height()
        if self.height() != height:
            self.setFixedHeight(height)

    def _small(self) -> QFont:
        return scaled(self.font(), "small")
