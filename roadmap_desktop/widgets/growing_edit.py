"""A plain-text editor as high as its text; Tab moves on, files dropped on it go to whoever wants them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from roadmap_desktop.widgets.follow import scroll_to
from roadmap_desktop.widgets.soon import Soon

_ENDLESS = 2_000
"""Longest run of letters that is still taken for a word."""
_BETWEEN_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_ANYWHERE = QTextOption.WrapMode.WrapAnywhere


class GrowingEdit(QPlainTextEdit):
    """Grows from `least` to `most` lines, then scrolls. `edited` after the user changed the text, not after `show_text`."""

    edited = Signal()
    left = Signal()

    def __init__(self, name: str, *, least: int = 5, most: int = 40, parent: QWidget | None = None) -> None:
        """`name` is said by screen readers."""
        super().__init__(parent)
        self._least, self._most = least, most
        self._showing = False
        self._fitting = Soon(self.fit, self)
        self._following = Soon(self.show_caret, self)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(_BETWEEN_WORDS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self._on_caret)

    def text(self) -> str:
        """The text, a line feed between its lines; unlike `toPlainText` it keeps no-break spaces."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def setReadOnly(self, ro: bool) -> None:
        super().setReadOnly(ro)
        if ro:
            only_to_read(self)

    def forget_undo(self) -> None:
        """What was typed so far is not the editor's own to take back any more."""
        self.document().clearUndoRedoStacks()

    def show_text(self, text: str) -> None:
        """Show another text and forget what could be undone; does nothing where it is shown already."""
        if text == self.text():
            return
        self._showing = True
        self.clear()  # before the mode: an endless word laid out between words takes minutes
        self.setWordWrapMode(_ANYWHERE if endless(text) else _BETWEEN_WORDS)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._showing = False
        self.fit()

    def take_over(self, text: str) -> None:
        """Change the text to `text` where it differs, so that the caret stays at its word."""
        old = self.text()
        if text == old:
            return
        start = 0
        while start < min(len(old), len(text)) and old[start] == text[start]:
            start += 1
        tail = 0
        while tail < min(len(old), len(text)) - start and old[-1 - tail] == text[-1 - tail]:
            tail += 1
        # Qt counts letters above U+FFFF as two.
        if endless(text) or endless(old) or any(ord(letter) > 0xFFFF for letter in old + text):
            self.show_text(text)
            return
        self._showing = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(len(old) - tail, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - tail])
        self._showing = False
        self.fit()

    def fit(self) -> None:
        """Take the height that the text needs."""
        lines = min(max(self._lines(), self._least), self._most)
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * ceil(self.document().documentMargin())
        height = lines * self.fontMetrics().lineSpacing() + around + 2
        scrolls = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines >= self._most
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if self.verticalScrollBarPolicy() != scrolls:
            self.setVerticalScrollBarPolicy(scrolls)
        if self.height() != height:
            self.setFixedHeight(height)

    def _lines(self) -> int:
        """Lines of the text, counted no further than is shown: Qt lays out only what it must."""
        lines = 0
        block = self.document().firstBlock()
        while block.isValid() and lines < self._most:
            self.blockBoundingRect(block)
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        return lines

    def show_caret(self) -> None:
        """Scroll whatever area the editor stands in, so that the line being written is in view."""
        scroll_to(self.viewport(), self.cursorRect())

    def _on_caret(self) -> None:
        if self.hasFocus() and not self._showing:
            self._following.start()

    def _on_text(self) -> None:
        self.fit()
        if not self._showing:
            self.edited.emit()

    def event(self, event: QEvent) -> bool:
        # What the editor itself has nothing left to take back is the window's to undo.
        if event.type() == QEvent.Type.ShortcutOverride:
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            spent = {undo: not self.document().isUndoAvailable(), redo: not self.document().isRedoAvailable()}
            if any(empty and event.matches(key) for key, empty in spent.items()):  # type: ignore[attr-defined]
                event.ignore()
                return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._following.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if endless(source.text()):
            self.setWordWrapMode(_ANYWHERE)
        super().insertFromMimeData(source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not source.hasUrls() and super().canInsertFromMimeData(source)


def only_to_read(editor: QPlainTextEdit) -> None:
    """Let a text be read, selected and copied, by keyboard as well, which Qt's own "read only" does not."""
    flags = Qt.TextInteractionFlag
    editor.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)


def endless(text: str) -> bool:
    """Whether `text` has a run of letters so long that Qt would take minutes to look for words in it."""
    return len(text) > _ENDLESS and max(map(len, text.split()), default=0) > _ENDLESS
