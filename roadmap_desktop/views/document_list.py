"""The two lists beside a document: which documents there are, and what is still missing; each row its own height."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from roadmap_desktop.models.document import MISSING, Missing, MissingModel, where
from roadmap_desktop.models.documents import ENTRY, DocumentsModel, Entry
from roadmap_desktop.paint.theme import GAP, RADIUS, SPACE
from roadmap_desktop.widgets.design import Design, scaled

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap)


class DocumentList(QListView):
    """`chosen` carries the name of the document that was chosen, by a click or by walking to it."""

    chosen = Signal(str)

    def __init__(
        self, design: Design, model: DocumentsModel, name: str, parent: QWidget | None = None
    ) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__(parent)
        _prepare(self, name)
        self.setModel(model)
        self.setItemDelegate(_Entries(design, self))
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_chosen(self, index: QModelIndex) -> None:
        """Mark a row without a signal."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(blocked)

    def _on_current(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ENTRY) if index.isValid() else None
        if entry is not None and entry.name:
            self.chosen.emit(entry.name)


class MissingList(QListView):
    """`wanted` carries the Missing that was clicked, or chosen by Enter."""

    wanted = Signal(object)

    def __init__(self, design: Design, model: MissingModel, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__(parent)
        _prepare(self, name)
        self.setModel(model)
        self.setItemDelegate(_Gaps(design, self))
        self.clicked.connect(self._on_chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(index.data(MISSING))


def _prepare(view: QListView, name: str) -> None:
    view.setProperty("bare", "true")
    view.setAccessibleName(name)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)
    view.viewport().setAutoFillBackground(False)


class _Rows(QStyledItemDelegate):
    """A row of one text over another, both wrapped."""

    def __init__(self, design: Design, view: QListView) -> None:
        super().__init__(view)
        self._design = design
        self._view = view

    def texts(self, index: Index) -> tuple[str, str]:
        """The upper text and the lower, small one."""
        raise NotImplementedError

    def colour(self, index: Index) -> str:
        """Of the mark at the row's left, "" for none."""
        return ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        upper, lower = self.texts(index)
        room = width - 2 * SPACE[3] - SPACE[1]
        tall = _height(upper, _body(), room) + (_height(lower, _small(), room) + 1 if lower else 0)
        return QSize(width, tall + 2 * SPACE[2])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._design.theme
        painter.save()
        self._paint_ground(painter, option)
        upper, lower = self.texts(index)
        box = option.rect.adjusted(SPACE[3] + SPACE[1], SPACE[2], -SPACE[3], -SPACE[2])
        if colour := self.colour(index):
            painter.setPen(QPen(QColor(theme.ink), 1))
            painter.setBrush(QColor(colour))
            painter.drawRect(
                QRectF(option.rect.left() + 6.5, box.top() + 3.5, 4, _height(upper, _body(), box.width()) - 7)
            )
        painter.setFont(_body())
        painter.setPen(QColor(theme.ink))
        painter.drawText(box, _WRAP, upper)
        if lower:
            painter.setFont(_small())
            painter.setPen(QColor(theme.muted))
            painter.drawText(box.adjusted(0, _height(upper, _body(), box.width()) + 1, 0, 0), _WRAP, lower)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = self._design.theme
        states = QStyle.StateFlag
        chosen, hovered = (
            bool(option.state & states.State_Selected),
            bool(option.state & states.State_MouseOver),
        )
        focused = bool(option.state & states.State_HasFocus) and self._view.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered or focused:
            painter.setPen(QPen(QColor(theme.accent), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selected if chosen else theme.hover))
            painter.drawRoundedRect(
                QRectF(option.rect).adjusted(SPACE[1] + 1, 1, -SPACE[1] - 1, -1), RADIUS - 2, RADIUS - 2
            )


class _Entries(_Rows):
    """A document's title; or a head."""

    def texts(self, index: Index) -> tuple[str, str]:
        return str(index.data()), ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        if not _is_head(index):
            return size
        return QSize(size.width(), size.height() + (SPACE[1] if index.row() == 0 else SPACE[3]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not _is_head(index):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setFont(_small(bold=True))
        painter.setPen(QColor(self._design.theme.muted))
        box = option.rect.adjusted(SPACE[3] + SPACE[1], 0, -SPACE[3], -SPACE[1])
        painter.drawText(box, _WRAP | int(Qt.AlignmentFlag.AlignBottom), str(index.data()))
        painter.restore()


class _Gaps(_Rows):
    """What is missing, and below where it is filled in."""

    def texts(self, index: Index) -> tuple[str, str]:
        missing: Missing = index.data(MISSING)
        return missing.what, where(missing)

    def colour(self, index: Index) -> str:
        return GAP


def _is_head(index: Index) -> bool:
    entry: Entry = index.data(ENTRY)
    return not entry.name


def _body() -> QFont:
    return scaled(QApplication.font(), "body")


def _small(*, bold: bool = False) -> QFont:
    return scaled(QApplication.font(), "small", bold=bold)


def _height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 40), 10_000), _WRAP, text).height()
