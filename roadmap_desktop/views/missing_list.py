"""What a rescue could not bring back, as a text to read, to save and to print; it looks at no file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from roadmap_desktop.domain.names import free_name
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.paths import documents_folder
from roadmap_desktop.store.file import from_os
from roadmap_desktop.widgets.design import button, label


class MissingList(QWidget):
    """Hidden while nothing is missing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is the damaged file's, without its suffix."""
        super().__init__(parent)
        self._name = name
        title = label(self.tr("What is missing or was altered"), "lead", bold=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title.text())
        self.save = button(self.tr("Save the list…"), "quiet")
        self.save.clicked.connect(self._save)
        self.print = button(self.tr("Print the list…"), "quiet")
        self.print.clicked.connect(self._print)
        self._trouble = label(tone="overdue", wrap=True)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.print)
        row.addStretch(1)
        for part in (title, self.text, self._trouble):
            column.addWidget(part)
        column.addLayout(row)
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show `lines`, those that are said several times once with their number."""
        counted = Counter(lines)
        self.text.setPlainText(
            "\n".join(line if count == 1 else f"{line} ({count}×)" for line, count in counted.items())
        )
        self.setVisible(bool(lines))

    def _save(self) -> None:
        proposed = self.tr("{name} – what is missing").format(name=self._name)
        path = free_name(documents_folder() / f"{proposed}.txt", Path.exists)
        kinds = self.tr("Text files ({pattern})").format(pattern="*.txt")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the list"), str(path), kinds)
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Put the text into the file `path`."""
        self._trouble.hide()
        try:
            path.write_text(f"{self.text.toPlainText()}\n", "utf-8")
        except OSError as error:
            self._trouble.setText(describe(from_os(error, path)).in_one())
            self._trouble.show()

    def _print(self) -> None:
        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.text.document().print_(printer))
        QDialog.open(dialog)
