"""Two versions of some texts side by side, the words that differ marked; plain text, whatever it says; knows no app."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextLength, QTextTable, QTextTableFormat
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.widgets.design import Design, scaled


class Row(NamedTuple):
    """One text in both versions: pieces, each with whether the other version lacks it."""

    name: str
    left: Sequence[tuple[str, bool]]
    right: Sequence[tuple[str, bool]]


class Compared(QTextEdit):
    """A table of two columns to read and copy from. Differing words are underlined and coloured."""

    def __init__(self, design: Design, name: str, empty: str, parent: QWidget | None = None) -> None:
        """`name` is for screen readers; `empty` stands where a version has no text."""
        super().__init__(parent)
        self._design = design
        self._empty = empty
        self._heads = ("", "")
        self._rows: Sequence[Row] = ()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        design.changed.connect(self._write)

    def show_rows(self, heads: tuple[str, str], rows: Sequence[Row]) -> None:
        """Show `rows` under the names of both versions; without names there is no line for them, nor for a row's own."""
        self._heads, self._rows = heads, rows
        self._write()

    def _write(self) -> None:
        theme = self._design.theme
        self.clear()
        if not self._rows:
            return
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setCellPadding(SPACE[1])
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        shape.setColumnWidthConstraints([half, half])
        # Nothing is ever given to Qt as markup: the words came in a file.
        whole = QTextCursor(self.document())
        whole.beginEditBlock()  # or Qt lays the table out anew after every word
        top = 1 if any(self._heads) else 0
        table = whole.insertTable(top + sum(2 if row.name else 1 for row in self._rows), 2, shape)
        muted, bold, plain = _format(theme.muted, "small"), _format(theme.ink, bold=True), _format(theme.ink)
        for column, head in enumerate(self._heads if top else ()):
            table.cellAt(0, column).firstCursorPosition().insertText(head, muted)
        for row in self._rows:
            if row.name:
                table.mergeCells(top, 0, 1, 2)
                table.cellAt(top, 0).firstCursorPosition().insertText(row.name, bold)
                top += 1
            for column, (pieces, wash) in enumerate(
                ((row.left, theme.notice_wash), (row.right, theme.selected))
            ):
                self._fill(table, top, column, pieces, (plain, _marked(plain, wash), muted))
            top += 1
        whole.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _fill(
        self,
        table: QTextTable,
        row: int,
        column: int,
        pieces: Sequence[tuple[str, bool]],
        formats: tuple[QTextCharFormat, QTextCharFormat, QTextCharFormat],
    ) -> None:
        plain, marked, muted = formats
        cursor = table.cellAt(row, column).firstCursorPosition()
        for text, differs in pieces:
            cursor.insertText(text, marked if differs else plain)
        if not pieces:
            cursor.insertText(self._empty, muted)


def _format(colour: str, role: str = "body", *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(scaled(QApplication.font(), "small" if role == "small" else "body", bold=bold))
    made.setForeground(QColor(colour))
    return made


def _marked(plain: QTextCharFormat, wash: str) -> QTextCharFormat:
    made = QTextCharFormat(plain)
    made.setBackground(QColor(wash))
    made.setFontUnderline(True)
    return made
