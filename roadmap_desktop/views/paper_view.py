"""A document on the screen as a page to read: every paragraph a row, beside it where it comes from; makes no document."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from roadmap_desktop.models.document import LINE, DocumentModel, Line
from roadmap_desktop.views.paper_set import QUIET, Setter, Setting, paint
from roadmap_desktop.widgets.design import Design, scaled
from roadmap_desktop.widgets.line_view import plain_tip

Index = QModelIndex | QPersistentModelIndex
PAPER_WIDTH: Final = 860
_SIDE: Final = 44
_MARGIN: Final = 176
_ROOMY: Final = 620
"""From this width on origins stand in the margin; below it, under their paragraph."""
_END: Final = 36
_PAPER: Final = "#ffffff"
_HOVER: Final = "#eef1f6"
_ACCENT: Final = "#2457b5"


class PaperView(QListView):
    """`wanted` carries the index of a row that was clicked or chosen by Enter."""

    wanted = Signal(object)

    def __init__(self, design: Design, model: DocumentModel, parent: QWidget | None = None) -> None:
        """White, whatever the theme: it is paper."""
        super().__init__(parent)
        self.setModel(model)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setMaximumWidth(PAPER_WIDTH)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.clicked.connect(self.wanted.emit)
        for signal in (model.modelReset, model.dataChanged):
            signal.connect(self._delegate.forget)
        model.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        design.changed.connect(self._colour)
        self._colour()

    def set_logo(self, logo: QPixmap) -> None:
        """The picture of the letterhead; a null one for none."""
        self._delegate.set_logo(logo)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self.currentIndex().isValid():
                self.wanted.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        line: Line | None = index.data(LINE) if index.isValid() else None
        leads = line is not None and bool(line.origins)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._delegate.forget()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._delegate.forget()

    def _colour(self) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, QColor(_PAPER))
        self.setPalette(colours)


class _Delegate(QStyledItemDelegate):
    """Sets a row's block at the left and its origins in the margin."""

    def __init__(self, view: PaperView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[int, int] = {}
        self._setter = Setter(QApplication.font())

    def forget(self, *_: object) -> None:
        """Measure anew."""
        self._heights.clear()
        logo, self._setter = self._setter.logo, Setter(QApplication.font())
        self._setter.logo = logo

    def set_logo(self, logo: QPixmap) -> None:
        self._setter.logo = logo
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.row()
        if row not in self._heights:
            line: Line = index.data(LINE)
            tall = self._set(line).height + self._beside_height(line)
            self._heights[row] = round(tall + self._air(index, top=True) + self._air(index, top=False))
        return QSize(self._view.viewport().width(), self._heights[row])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(0, self._air(index, top=True), 0, -self._air(index, top=False))
        current = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        lit = bool(option.state & QStyle.StateFlag.State_MouseOver) and bool(line.origins)
        if lit or current:
            painter.setPen(QPen(QColor(_ACCENT), 2) if current else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(_HOVER if lit else _PAPER))
            painter.drawRoundedRect(QRectF(box).adjusted(_SIDE - 14, -2, -10, -2), 6, 6)
        setting = self._set(line)
        paint(painter, setting, QPointF(_SIDE, box.top()))
        self._paint_beside(painter, line, box, setting, lit=lit or current)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Every origin, also those the margin has no room for."""
        said = index.data(Qt.ItemDataRole.AccessibleDescriptionRole) if index.isValid() else ""
        QToolTip.showText(event.globalPos(), plain_tip(str(said or "")), view)
        return True

    def _set(self, line: Line) -> Setting:
        width = self._view.viewport().width()
        return self._setter.set(line, width - _SIDE - (_MARGIN if width >= _ROOMY else _SIDE))

    def _paint_beside(
        self, painter: QPainter, line: Line, box: QRect, setting: Setting, *, lit: bool
    ) -> None:
        """The origins in the margin, as many as the row has lines for; lit rows name theirs even when the row above did."""
        shown = line.origins if lit else line.beside
        if not shown:
            return
        font = scaled(QApplication.font(), "small")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(_ACCENT if lit else QUIET))
        width = self._view.viewport().width()
        if width >= _ROOMY:
            room = QRect(
                width - _MARGIN + 22, box.top() + 1, _MARGIN - 36, max(box.height(), metrics.height())
            )
        else:
            if not line.beside:
                return
            room = QRect(_SIDE, box.top() + round(setting.height) - 6, width - 2 * _SIDE, metrics.height())
        most = max(room.height() // metrics.lineSpacing(), 1)
        text = _fitted([origin.text for origin in shown], most, room.width(), metrics)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)

    def _beside_height(self, line: Line) -> int:
        if self._view.viewport().width() >= _ROOMY or not line.beside:
            return 0
        return QFontMetrics(scaled(QApplication.font(), "small")).height()

    def _air(self, index: Index, *, top: bool) -> int:
        end = 0 if top else self._view.model().rowCount() - 1
        return _END if index.row() == end else 0


def _fitted(texts: list[str], most: int, width: int, metrics: QFontMetrics) -> str:
    """`texts` in at most `most` lines: a single one may take all, of several each has one and the last tells of the rest."""
    if len(texts) == 1 and most > 1:
        return _wrapped(texts[0], most, width, metrics)
    shown = [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) for text in texts[:most]]
    if len(texts) > most:
        more = f" +{len(texts) - most}"
        room = width - metrics.horizontalAdvance(more)
        shown[-1] = metrics.elidedText(texts[most - 1], Qt.TextElideMode.ElideRight, room) + more
    return "\n".join(shown)


def _wrapped(text: str, most: int, width: int, metrics: QFontMetrics) -> str:
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width or len(lines) == most:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)
