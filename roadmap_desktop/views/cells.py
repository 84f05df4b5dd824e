"""Editors and looks of the cells of a support tool: text, choice, date, sum, and a score as five dots."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from roadmap_desktop.models.columns import CHOICES, DISPUTED, KIND, LATE, CellKind
from roadmap_desktop.views.autosave import SAVE_AFTER_MS
from roadmap_desktop.widgets.design import Design
from roadmap_desktop.widgets.growing_edit import only_to_read

Index = QModelIndex | QPersistentModelIndex
PAD = 8
_DOT = 5.0
_STEP = 16.0
_SIGN = 4.5
_SCORE = round(5 * _STEP) + 2 * PAD
"""Width of five dots."""
_WRAP = int(Qt.TextFlag.TextWordWrap)


def least_widths(cells: Sequence[CellKind]) -> list[int]:
    """The least width of each column, in pixels; 0 for texts, which wrap."""
    return [_SCORE if cell == "score" else 0 for cell in cells]


class CellDelegate(QStyledItemDelegate):
    """Asks the model what kind a cell is (roles KIND, CHOICES, LATE, DISPUTED)."""

    entered = Signal(int)
    """Enter ended a text of several lines; the row it stands in."""
    resized = Signal()
    """An open editor needs another height, or none any more."""

    def __init__(self, design: Design, view: QAbstractItemView, changeable: Callable[[], bool]) -> None:
        """Where the file is not `changeable` texts can be opened, to be read and copied, and nothing can be edited."""
        super().__init__(view)
        self._design = design
        self._view = view
        self._changeable = changeable
        self.closeEditor.connect(self.resized)

    # looks -----------------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        kind = index.data(KIND)
        metrics = QFontMetrics(option.font)
        if kind == "score":
            return QSize(_SCORE, metrics.height() + 2 * PAD)
        width = option.rect.width()
        header = getattr(self._view, "columnWidth", None)
        if callable(header):
            width = header(index.column())
        text = str(index.data() or " ")
        box = metrics.boundingRect(QRect(0, 0, max(width - 2 * PAD, 40), 10_000), _WRAP, text)
        height = max(box.height(), metrics.height()) + 2 * PAD
        editor = self._view.indexWidget(index)
        return QSize(width, max(height, editor.needed()) if isinstance(editor, CellText) else height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._design.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, QColor(theme.selected if selected else theme.surface))
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        box = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        if index.data(KIND) == "score":
            self._paint_score(painter, box, option, int(index.data(Qt.ItemDataRole.EditRole) or 0))
        else:
            painter.setPen(QColor(theme.overdue if index.data(LATE) else theme.ink))
            aligned = index.data(Qt.ItemDataRole.TextAlignmentRole)
            across = int(aligned.value) if hasattr(aligned, "value") else int(aligned or 0)
            painter.drawText(box, _WRAP | across, str(index.data() or ""))
        if index.data(DISPUTED):
            self._paint_diamond(painter, option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_diamond(self, painter: QPainter, cell: QRect) -> None:
        """The sign of two versions, as on the line, in the cell's corner."""
        middle = QPointF(cell.right() - PAD, cell.top() + PAD)
        ways = ((0, -_SIGN), (_SIGN, 0), (0, _SIGN), (-_SIGN, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._design.theme.ink))
        painter.drawPolygon([middle + QPointF(x, y) for x, y in ways])

    def _paint_score(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, score: int) -> None:
        theme = self._design.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = box.top() + QFontMetrics(option.font).height() / 2
        for number in range(5):
            full = number < score
            painter.setPen(QPen(QColor(theme.accent if full else theme.border), 1.3))
            painter.setBrush(QColor(theme.accent) if full else Qt.BrushStyle.NoBrush)
            radius = _DOT if full else _DOT - 0.6
            painter.drawEllipse(QPointF(box.left() + _DOT + 1 + number * _STEP, middle), radius, radius)

    # editing ---------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        changeable, kind = self._changeable(), index.data(KIND)
        if kind in {"score", "fixed"} or (kind == "choice" and not changeable):
            return None  # type: ignore[return-value]  # Qt's own way to say "no editor here"
        head = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or "")
        made: QWidget
        match kind:
            case "choice":
                made = self._choice(parent, index)
            case "text":
                made = self._text(parent)
            case _:
                made = QLineEdit(parent)
                made.setStyleSheet(f"padding: 0 {PAD - 2}px; border-radius: 0;")
        if isinstance(made, QLineEdit):
            made.setReadOnly(not changeable)
        elif isinstance(made, CellText) and not changeable:
            only_to_read(made)
        made.setAccessibleName(head or self._view.accessibleName())
        self.resized.emit()
        return made

    def _choice(self, parent: QWidget, index: Index) -> QComboBox:
        made = QComboBox(parent)
        made.setStyleSheet("border-radius: 0;")
        for key, word in index.data(CHOICES):
            made.addItem(word, key)
        made.activated.connect(lambda: self.commit(made))
        return made

    def _text(self, parent: QWidget) -> CellText:
        """Several lines can be a paragraph: they reach the model at every pause, with the editor still open."""
        made = CellText(parent)
        pause = QTimer(made, singleShot=True, interval=SAVE_AFTER_MS)
        pause.timeout.connect(lambda: self.commitData.emit(made))
        made.textChanged.connect(lambda: made.document().isModified() and pause.start())
        made.resized.connect(self.resized)
        return made

    def commit(self, editor: QWidget) -> None:
        """Hand what an editor holds to the model, and close it."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def place_of(self, editor: QWidget) -> QModelIndex:
        """The cell that an open editor lies over."""
        return self._view.indexAt(editor.geometry().center())

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QPlainTextEdit):
            if not editor.document().isModified():  # a save coming back must not take unsaved words
                self._show_text(editor, str(value))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(value))

    def _show_text(self, editor: QPlainTextEdit, text: str) -> None:
        """A text is gone on with, at its end: what stands there must not be lost to the first key."""
        if editor.toPlainText() != text:
            editor.setPlainText(text)
            editor.moveCursor(QTextCursor.MoveOperation.End)
        editor.document().setModified(False)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        place = model.index(index.row(), index.column())
        if isinstance(editor, QComboBox):
            model.setData(place, editor.currentData())
        elif isinstance(editor, QPlainTextEdit):
            if editor.document().isModified():
                if isinstance(editor, CellText) and editor.before is None:
                    editor.before = str(index.data(Qt.ItemDataRole.EditRole))
                typed = editor.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
                model.setData(place, typed)
        elif isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(place, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Enter ends the text of a cell, Shift+Enter begins a new line, Tab goes to the next cell.
        if isinstance(editor, QPlainTextEdit) and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                row = self._view.currentIndex().row()
                self.commit(editor)
                if not editor.isReadOnly():
                    self.entered.emit(row)
                return True
            if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                hints = QStyledItemDelegate.EndEditHint
                back = event.key() == Qt.Key.Key_Backtab
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, hints.EditPreviousItem if back else hints.EditNextItem)
                return True
            if (
                event.key() == Qt.Key.Key_Escape
                and isinstance(editor, CellText)
                and editor.before is not None
            ):
                # A pause has saved what was typed; Escape gives back what stood there before.
                editor.setPlainText(editor.before)
                editor.document().setModified(True)
                self.commit(editor)
                return True
        return super().eventFilter(editor, event)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if index.data(KIND) != "score" or not self._changeable():
            return super().editorEvent(event, model, option, index)
        place = model.index(index.row(), index.column())
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            dot = int((event.position().x() - option.rect.left() - PAD) // _STEP) + 1
            if 1 <= dot <= 5:
                again = model.data(place, Qt.ItemDataRole.EditRole) == dot
                return model.setData(place, 0 if again else dot)
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.text() in set("012345")
        ):
            return bool(event.text()) and model.setData(place, int(event.text()))
        return False


class CellText(QPlainTextEdit):
    """The lines of a cell, and room for one more; Tab goes to the next cell."""

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.before: str | None = None
        """What stood in the cell before the first words from here reached the model."""
        self._lines = 1.0
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(f"border-radius: 0; padding: 2px {PAD - 6}px;")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)

    def needed(self) -> int:
        """The height that shows all lines."""
        around = 2 * round(self.document().documentMargin()) + 2 * (PAD - 2)
        return round(self._lines * self.fontMetrics().lineSpacing()) + around

    def _on_size(self, size: QSizeF) -> None:
        lines = max(size.height(), 1.0)  # a plain text's size counts lines
        if lines != self._lines:
            self._lines = lines
            self.resized.emit()


EDITORS = (QLineEdit, QComboBox, CellText)
"""What `createEditor` makes."""
