"""The list of stops, drawn as the transit line stood upright; used beside the checkpoint and on the closing page."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from roadmap_desktop.models.stops import ROW, Row, StopsModel
from roadmap_desktop.paint.line import mix, paint_symbol
from roadmap_desktop.paint.theme import RADIUS, SPACE
from roadmap_desktop.widgets.design import Design, scaled
from roadmap_desktop.widgets.soon import Soon

Index = QModelIndex | QPersistentModelIndex
_LINE_X = 24
_TEXT_X = 42
_WRAP = int(Qt.TextFlag.TextWordWrap)


class StopList(QListView):
    """`wanted` carries the Row that was clicked, or chosen by Enter."""

    wanted = Signal(object)

    def __init__(
        self,
        design: Design,
        model: StopsModel,
        name: str,
        *,
        tall: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """A `tall` list scrolls; another is as high as its rows."""
        super().__init__(parent)
        self._tall = tall
        self.walked = False
        """Whether `wanted` comes from the keyboard, whose user stays in the list."""
        self._fitting = Soon(self.fit, self)
        self.setProperty("bare", "true")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(StopDelegate(design, self, linked=tall))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._on_chosen)
        if not tall:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            model.modelReset.connect(self.fit)
            model.dataChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height of all rows, where the list is not tall."""
        if not self._tall:
            self.doItemsLayout()
            rows = (
                self.visualRect(self.model().index(row, 0)).height() for row in range(self.model().rowCount())
            )
            self.setFixedHeight(sum(rows) + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.walked = True
            self._on_chosen(self.currentIndex())
            self.walked = False
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start()

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.wanted.emit(index.data(ROW))


class StopDelegate(QStyledItemDelegate):
    """Draws a Row: head, stop or closing."""

    def __init__(self, design: Design, view: QListView, *, linked: bool) -> None:
        """`linked` stops hang on a line."""
        super().__init__(view)
        self._design = design
        self._view = view
        self._linked = linked

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        width = self._view.viewport().width()
        title, detail = self._fonts(option.font, row)
        if row.kind == "head":
            share = QFontMetrics(detail).horizontalAdvance(row.detail) + SPACE[4]
            height = _height(row.title, title, width - SPACE[3] - share - SPACE[2])
            return QSize(width, height + SPACE[2] + (SPACE[3] if index.row() == 0 else SPACE[5]))
        height = _height(row.title, title, width - _TEXT_X - SPACE[3])
        if row.detail:
            height += _height(row.detail, detail, width - _TEXT_X - SPACE[3]) + 1
        return QSize(width, height + 2 * 7)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == "head":
            self._paint_head(painter, option, row)
        else:
            self._paint_stop(painter, option, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        theme = self._design.theme
        title, detail = self._fonts(option.font, row)
        box = option.rect.adjusted(SPACE[3], 0, -SPACE[3], -SPACE[2])
        painter.setFont(detail)
        painter.setPen(QColor(theme.muted))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(box, right, row.detail)
        share = QFontMetrics(detail).horizontalAdvance(row.detail) + SPACE[4]
        painter.setFont(title)
        painter.setPen(QColor(theme.steps[row.step % len(theme.steps)]))
        painter.drawText(
            box.adjusted(0, 0, -share + SPACE[2], 0), _WRAP | int(Qt.AlignmentFlag.AlignBottom), row.title
        )

    def _paint_stop(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        theme = self._design.theme
        ground = self._ground(painter, option)
        title, detail = self._fonts(option.font, row)
        colour = theme.steps[row.step % len(theme.steps)]
        box = option.rect
        text = box.adjusted(_TEXT_X, 7, -SPACE[3], -7)
        middle = text.top() + QFontMetrics(title).height() / 2
        if row.stop is not None:
            if self._linked:
                self._paint_line(painter, box, middle, row, colour, ground)
            if row.late:
                paint_symbol(painter, "overdue", _LINE_X, middle, 6, colour, theme, surface=ground)
            if row.stop.conflict and row.stop.state == "open":
                paint_symbol(painter, "conflict", _LINE_X, middle, 6, colour, theme, surface=ground)
            else:
                paint_symbol(painter, row.stop.state, _LINE_X, middle, 6, colour, theme, surface=ground)
        elif row.kind == "closing":
            self._design.icon("flag", theme.muted, 16).paint(
                painter, QRect(_LINE_X - 8, round(middle) - 8, 16, 16)
            )
        painter.setFont(title)
        quiet = row.kind == "closing" or (row.stop is not None and row.stop.state == "not-needed")
        painter.setPen(QColor(theme.muted if quiet else theme.ink))
        height = _height(row.title, title, text.width())
        painter.drawText(text, _WRAP, row.title)
        if row.detail:
            painter.setFont(detail)
            painter.setPen(QColor(theme.overdue if row.late else theme.muted))
            painter.drawText(text.adjusted(0, height + 1, 0, 0), _WRAP, row.detail)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> str:
        """Draw what lies under a row; returns its colour."""
        theme = self._design.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        ground = theme.selected if selected else theme.hover if hovered else theme.window
        if selected or hovered or focused:
            painter.setPen(QPen(QColor(theme.accent), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(
                QRectF(option.rect).adjusted(SPACE[1] + 1, 1, -SPACE[1] - 1, -1), RADIUS - 2, RADIUS - 2
            )
        return ground

    def _paint_line(
        self, painter: QPainter, box: QRect, middle: float, row: Row, colour: str, ground: str
    ) -> None:
        """The piece of the line this stop hangs on, pale where nobody has come yet."""
        pale = mix(colour, ground, 0.42)
        above = colour if row.travelled or (row.stop and row.stop.current) else pale
        below = colour if row.travelled else pale
        for end, part, shade in ((box.top(), row.first, above), (box.bottom() + 1, row.last, below)):
            if not part:
                painter.setPen(QPen(QColor(shade), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
                painter.drawLine(QPointF(_LINE_X, middle), QPointF(_LINE_X, end))

    def _fonts(self, font: QFont, row: Row) -> tuple[QFont, QFont]:
        return scaled(font, "body", bold=row.kind == "head"), scaled(font, "small")


def _height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 40), 10_000), _WRAP, text).height()
