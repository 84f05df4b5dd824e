"""The list of partnerships on home, each drawn with its small line and what comes next; opens nothing itself."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from roadmap_desktop.models.partnerships import PartnershipsModel, Row
from roadmap_desktop.paint import line
from roadmap_desktop.paint.theme import RADIUS, SPACE
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import scaled

_ROW_HEIGHT = 7.2
"""Height of a row, in lines of text."""


class PartnershipList(QListView):
    """The list; Enter and a click open, as in a mail program."""

    opened = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        """See QListView."""
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class RowDelegate(QStyledItemDelegate):
    """Paints a partnership: title and partner, the small line, and what comes next."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """`context` for words, look and date."""
        super().__init__(parent)
        self._context = context
        base = parent.font()
        self._bold = scaled(base, "lead", bold=True)
        self._small = scaled(base, "small")
        self._small_bold = scaled(base, "small", bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(320, int(option.fontMetrics.height() * _ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = cast("Row | None", index.data(PartnershipsModel.ROW))
        if row is None:
            return
        theme = self._context.design.theme
        state = option.state
        box = QRect(option.rect).adjusted(2, 4, -6, -4)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        surface = theme.hover if hover else theme.surface
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if focused else theme.hairline), 2 if focused else 1))
        painter.setBrush(QColor(surface))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        inner = box.adjusted(SPACE[4], SPACE[3], -SPACE[4], -SPACE[3])
        right = self._paint_right(painter, row, inner)
        left = inner.adjusted(0, 0, -right - SPACE[4], 0)
        self._text(painter, self._bold, theme.ink, left, row.title)
        height = QFontMetrics(self._bold).height()
        if row.unseen:
            painter.setBrush(QColor(theme.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(box.left() + 5, left.top() + height // 2 - 3, 6, 6)
        left.setTop(left.top() + height + 1)
        stage = "" if row.stage == "active" else self._context.words("stage", row.stage)
        below = " · ".join(part for part in (row.partner, stage, row.turn) if part)
        self._text(painter, self._small, theme.muted, left, below)
        line_top = left.top() + QFontMetrics(self._small).height() + SPACE[1]
        room = QRect(inner.left(), line_top, inner.width(), inner.bottom() - line_top + SPACE[1])
        painter.translate(room.topLeft())
        layout = line.layout(row.tracks, room.width(), room.height(), texts=False)
        line.paint(painter, layout, theme, self._small, surface=surface)
        painter.restore()

    def _paint_right(self, painter: QPainter, row: Row, inner: QRect) -> int:
        """Progress and what is next, right-aligned; returns the width they took."""
        theme, words = self._context.design.theme, self._context.words
        count = words("sheet", "of", done=row.done, total=row.total)
        if row.conflicts:
            note, colour = words("sheet", "waiting", count=row.conflicts), theme.ink
        elif row.overdue:
            note, colour = self.tr("%n overdue", "", row.overdue), theme.overdue
        elif row.dated is not None:
            note, colour = f"{words.date(row.dated.due)} · {row.dated.title}", theme.muted
        elif row.next is not None:
            note, colour = self.tr("Next: {title}").format(title=row.next.title), theme.muted
        else:
            note, colour = self.tr("All checkpoints done"), theme.done
        widths = (
            QFontMetrics(self._small_bold).horizontalAdvance(count),
            QFontMetrics(self._small).horizontalAdvance(note),
        )
        width = min(max(widths), inner.width() // 2)
        area = QRect(inner.right() - width, inner.top(), width + 1, inner.height())
        self._text(painter, self._small_bold, theme.ink, area, count, right=True)
        area.setTop(area.top() + QFontMetrics(self._bold).height() + 1)
        self._text(painter, self._small, colour, area, note, right=True)
        return width

    def _text(
        self, painter: QPainter, font: QFont, colour: str, area: QRect, text: str, *, right: bool = False
    ) -> None:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        where = Qt.AlignmentFlag.AlignTop | (
            Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        )
        flags = int(where.value) | int(Qt.TextFlag.TextSingleLine.value)
        painter.drawText(area, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width()))
