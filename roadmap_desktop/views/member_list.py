"""How rows of members are painted: name and what came, a bar a step, what is stuck; and checkpoints with a bar; opens nothing."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from roadmap_desktop.domain.portfolio import Row, Stuck, share_of
from roadmap_desktop.domain.words import Words
from roadmap_desktop.models.members import BELOW, COUNT, ROW, SHARE
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.widgets.design import Design, scaled
from roadmap_desktop.widgets.step_bar import BAR, paint_bar
from roadmap_desktop.widgets.two_lines import paint_ground, paint_pair, row_size

_Index = QModelIndex | QPersistentModelIndex


class BareList(QListView):
    """A list without frame; Enter and a double click open a row."""

    opened = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is said by screen readers."""
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class MemberDelegate(QStyledItemDelegate):
    """A member: name over what came at the left; a bar and a count for each step; at the right what stands out."""

    def __init__(self, design: Design, words: Words, view: QListView) -> None:
        """`view` is whose rows these are."""
        super().__init__(view)
        self._design = design
        self._words = words
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines of text with air."""
        return row_size(option)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, row = self._design.theme, cast("Row", index.data(ROW))
        painter.save()
        box = paint_ground(painter, option, theme, focused=self._view.hasFocus())
        box = box.adjusted(SPACE[3], SPACE[2], -SPACE[3], -SPACE[2])
        left = QRect(box.left(), box.top(), round(box.width() * 0.44), box.height())
        half = left.height() // 2
        body, small = scaled(QApplication.font(), "body", bold=True), scaled(QApplication.font(), "small")
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        missing = row.submission is None
        paint_pair(painter, left.adjusted(0, 0, 0, -half), (name, body, theme.ink), ("", small, theme.muted))
        tone = theme.overdue if row.missing else theme.muted
        below = str(index.data(BELOW) or "")
        paint_pair(painter, left.adjusted(0, half, 0, 0), (below, small, tone), ("", small, theme.muted))
        if not missing:
            self._paint_steps(
                painter,
                row,
                QRect(left.right() + SPACE[5], box.top(), round(box.width() * 0.3), box.height()),
            )
            right = QRect(
                box.left() + round(box.width() * 0.76), box.top(), round(box.width() * 0.24), box.height()
            )
            tone = theme.overdue if row.stuck() else theme.muted
            painter.setFont(small)
            painter.setPen(QColor(tone))
            text = QFontMetrics(small).elidedText(
                str(index.data(COUNT) or ""), Qt.TextElideMode.ElideRight, right.width()
            )
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        painter.restore()

    def _paint_steps(self, painter: QPainter, row: Row, box: QRect) -> None:
        """A bar a step, its count below it."""
        theme = self._design.theme
        small = scaled(QApplication.font(), "small")
        wide = (box.width() - (len(row.steps) - 1) * SPACE[3]) // max(len(row.steps), 1)
        for place, step in enumerate(row.steps):
            at = box.left() + place * (wide + SPACE[3])
            paint_bar(
                painter,
                QRectF(at, box.top() + SPACE[2], wide, BAR),
                share_of(step),
                theme.steps[place],
                theme,
            )
            painter.setFont(small)
            painter.setPen(QColor(theme.muted))
            words = QRect(at, box.top() + SPACE[2] + BAR, wide, box.height() - SPACE[2] - BAR)
            name = self._words("sheet", "step", step=place + 1)
            text = f"{name}: {step.done}/{step.total}" if step.total else "–"
            shown = QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideLeft, wide)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)


class StuckDelegate(QStyledItemDelegate):
    """A checkpoint: its title over what is told of it, a bar for how many are stuck there, and their number."""

    def __init__(self, design: Design, view: QListView) -> None:
        """`view` is whose rows these are."""
        super().__init__(view)
        self._design = design
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines of text with air."""
        return row_size(option)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._design.theme
        painter.save()
        box = paint_ground(painter, option, theme, focused=self._view.hasFocus())
        box = box.adjusted(SPACE[3], SPACE[2], -SPACE[3], -SPACE[2])
        half = box.height() // 2
        body, small = scaled(QApplication.font(), "body", bold=True), scaled(QApplication.font(), "small")
        left = box.adjusted(0, 0, -round(box.width() * 0.4) - SPACE[4], 0)
        title, below = str(index.data(Qt.ItemDataRole.DisplayRole)), str(index.data(BELOW))
        paint_pair(painter, left.adjusted(0, 0, 0, -half), (title, body, theme.ink), ("", small, theme.muted))
        paint_pair(
            painter, left.adjusted(0, half, 0, 0), (below, small, theme.muted), ("", small, theme.muted)
        )
        right = QRect(left.right() + SPACE[4], box.top(), box.right() - left.right() - SPACE[4], box.height())
        count = str(index.data(COUNT))
        painter.setFont(small)
        painter.setPen(QColor(theme.ink))
        painter.drawText(right.adjusted(0, 0, 0, -half), Qt.AlignmentFlag.AlignVCenter, count)
        bar = QRectF(right.left(), right.top() + half + SPACE[1], right.width(), BAR)
        step = int(cast("Stuck", index.data(ROW)).checkpoint[1])
        paint_bar(painter, bar, float(index.data(SHARE)), theme.steps[step - 1], theme)
        painter.restore()
