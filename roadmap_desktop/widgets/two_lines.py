"""How a row of two lines is painted in a list: the ground that shows choice and focus, and two texts on one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from roadmap_desktop.paint.theme import RADIUS, SPACE, Theme
from roadmap_desktop.widgets.design import Design, scaled

Index = QModelIndex | QPersistentModelIndex


class Lines(NamedTuple):
    """What stands in a row; `title` is bold, `remark` at its right, `below` and `corner` under them.

    `weak` mutes the title, `grave` gives the remark the colour of what is overdue.
    """

    title: str
    remark: str = ""
    below: str = ""
    corner: str = ""
    weak: bool = False
    grave: bool = False


class TwoLines(QStyledItemDelegate):
    """Paints each row as the Lines that `lines` makes of its index."""

    def __init__(self, design: Design, view: QListView, lines: Callable[[Index], Lines]) -> None:
        """`view` is whose rows these are."""
        super().__init__(view)
        self._design = design
        self._view = view
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text with air."""
        return row_size(option)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, lines = self._design.theme, self._lines(index)
        painter.save()
        row = paint_ground(painter, option, theme, focused=self._view.hasFocus())
        box = row.adjusted(SPACE[3], SPACE[2], -SPACE[3], -SPACE[2])
        half = box.height() // 2
        body, small = scaled(QApplication.font(), "body", bold=True), scaled(QApplication.font(), "small")
        paint_pair(
            painter,
            box.adjusted(0, 0, 0, -half),
            (lines.title, body, theme.muted if lines.weak else theme.ink),
            (lines.remark, small, theme.overdue if lines.grave else theme.muted),
        )
        paint_pair(
            painter,
            box.adjusted(0, half, 0, 0),
            (lines.below, small, theme.muted),
            (lines.corner, small, theme.muted),
        )
        painter.restore()


def row_size(option: QStyleOptionViewItem) -> QSize:
    """Two lines of text with air."""
    return QSize(200, round(QFontMetrics(option.font).height() * 2.1) + 2 * SPACE[3])


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, focused: bool, shown: bool = True
) -> QRect:
    """Paint what lies under a row's texts, and return its box; with `shown` the choice is seen without the focus too."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
    row: QRect = option.rect.adjusted(2, 1, -2, -1)
    marked = chosen and (shown or focused)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 2) if chosen and focused else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.selected if marked else theme.hover if hover else theme.surface))
    painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), RADIUS - 2, RADIUS - 2)
    return row


def paint_pair(
    painter: QPainter, box: QRect, left: tuple[str, QFont, str], right: tuple[str, QFont, str]
) -> None:
    """Two texts (text, font, colour) on one line; the left one keeps what it needs up to half of the room."""
    wide = min(QFontMetrics(left[1]).horizontalAdvance(left[0]), box.width() // 2)
    rest = box.adjusted(wide + SPACE[4], 0, 0, 0)
    if not right[0]:
        wide = box.width()
    taken = min(QFontMetrics(right[1]).horizontalAdvance(right[0]), rest.width())
    wide = max(wide, box.width() - taken - SPACE[4])
    for (text, font, colour), room, side in (
        (left, QRect(box.left(), box.top(), wide, box.height()), Qt.AlignmentFlag.AlignLeft),
        (right, rest, Qt.AlignmentFlag.AlignRight),
    ):
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)
