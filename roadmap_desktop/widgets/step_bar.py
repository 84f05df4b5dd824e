"""A thin bar that shows done of total, with its name before and its count behind."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from roadmap_desktop.paint.theme import SPACE, Theme
from roadmap_desktop.widgets.design import label

BAR = 8
"""How high a bar is."""


def paint_bar(painter: QPainter, box: QRectF, share: float, colour: str, theme: Theme) -> None:
    """A bar as high as `box`, of which `share` (0 to 1) is filled."""
    high = box.height()
    painter.setPen(Qt.PenStyle.NoPen)
    # In high contrast a hairline is as bright as what is done.
    bright = theme.hairline == theme.ink
    painter.setBrush(QColor(theme.hover if bright else theme.hairline))
    painter.drawRoundedRect(box, high / 2, high / 2)
    if share > 0:
        filled = QRectF(box)
        filled.setWidth(max(min(share, 1.0) * box.width(), high))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(filled, high / 2, high / 2)


class StepBar(QWidget):
    """Values in, nothing out."""

    def __init__(
        self, name: str, count: str, share: float, colour: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """`share` 0–1; `count` is the share in words ("3 of 11")."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE[1], 0, SPACE[1])
        row.setSpacing(SPACE[3])
        title = label(name, wrap=True)
        row.addWidget(title, 3)
        row.addWidget(_Bar(share, colour, theme), 2)
        number = label(count, "small", tone="muted")
        number.setMinimumWidth(number.fontMetrics().horizontalAdvance("00 / 00 00"))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(number)
        self.setAccessibleName(f"{name}: {count}")


class _Bar(QWidget):
    def __init__(self, share: float, colour: str, theme: Theme) -> None:
        super().__init__()
        self._share = share
        self._colour = colour
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(80, BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bar(painter, QRectF(0, 0, self.width(), BAR), self._share, self._colour, self._theme)
