"""The recovery words as a page: to read, print, save as PDF; where they come from and what they open is not its affair."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.documents.blocks import Sheet
from roadmap_desktop.documents.recovery import recovery_sheet
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.names import safe_file_name
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.pdf import write_pdf
from roadmap_desktop.paint.sheet import lay_out, page_layout, paint_page
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.settings import Settings
from roadmap_desktop.views.asked_path import ask_path
from roadmap_desktop.views.languages import spoken
from roadmap_desktop.widgets.design import FAMILY, Design, button, card, label, set_icon

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SUFFIX = ".pdf"
_ACROSS = 4


class RecoveryPage(QWidget):
    """Shows the words. `kept` comes once they are on paper, in a PDF file, or said to be written down."""

    kept = Signal()
    said = Signal(str, bool)
    """A sentence for the user, and whether it is grave."""

    def __init__(
        self,
        key: Sequence[str],
        name: str,
        today: str,
        settings: Settings,
        design: Design,
        parent: QWidget | None = None,
    ) -> None:
        """`key` are the words, `name` says of which file; `today` is YYYY-MM-DD."""
        super().__init__(parent)
        self._settings = settings
        words = load_words(paths.WORDS, spoken())
        self._sheet: Sheet = recovery_sheet(key, words, today, name)
        self._name = safe_file_name(f"{words('recovery', 'title')} – {name or today}", "Recovery words")
        self._build(key, design)

    @property
    def are_kept(self) -> bool:
        """The user has them, or says so."""
        return self.written.isChecked()

    def save(self, path: Path) -> None:
        """Write the sheet to the PDF file `path`; what goes wrong is said."""
        try:
            write_pdf(
                [self._sheet],
                path,
                paper=self._settings.text("paper"),
                family=FAMILY,
                title=self._sheet.title,
            )
        except UserError as error:
            self.said.emit(describe(error).in_one(), True)
            return
        self.said.emit(self.tr("Saved as “{name}”.").format(name=path.name), False)
        self._keep()

    def print_on(self, printer: QPrinter) -> None:
        """Print the sheet; what goes wrong is said."""
        pages = lay_out(self._sheet, paper=self._settings.text("paper"), family=FAMILY)
        painter = QPainter()
        if not painter.begin(printer):
            self.said.emit(
                self.tr("The printer did not take the page. Is it switched on? A PDF file works without it."),
                True,
            )
            return
        width = pages.size_mm[0] / 25.4 * 72
        fit = min(printer.pageLayout().fullRectPoints().width() / width, 1.0)
        for number in range(1, pages.page_count + 1):
            if number > 1:
                printer.newPage()
            paint_page(painter, pages, number, scale=printer.resolution() / 72 * fit)
        painter.end()
        self.said.emit(self.tr("Sent to the printer."), False)
        self._keep()

    def _keep(self) -> None:
        self.written.setChecked(True)
        self.kept.emit()

    def _ask_pdf(self) -> None:
        kinds = self.tr("PDF files ({pattern})").format(pattern=f"*{SUFFIX}")
        path = ask_path(self, self.tr("Save as PDF"), f"{self._name}{SUFFIX}", SUFFIX, kinds)
        if path is not None:
            self.save(path)

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415 - only now

        if not QPrinterInfo.availablePrinterNames():
            self.said.emit(
                self.tr("No printer was found on this computer. A PDF file can be printed anywhere else."),
                False,
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setPageLayout(page_layout(self._settings.text("paper")))
        printer.setDocName(self._sheet.title)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)

    # building ---------------------------------------------------------------------------------------

    def _build(self, key: Sequence[str], design: Design) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        column.addWidget(label(self.tr("Recovery words"), "title"))
        column.addWidget(
            label(
                self.tr(
                    "If the password is ever lost, these words open the file. They are shown this once: print them"
                    " or write them down, and keep the sheet away from the file."
                ),
                wrap=True,
            )
        )
        frame, inside = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[5])
        grid.setVerticalSpacing(SPACE[4])
        self.words = [label(word, "heading") for word in key]
        for place, made in enumerate(self.words):
            number = label(f"{place + 1}", "small", tone="muted")
            made.setAccessibleName(f"{place + 1}: {made.text()}")
            made.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            one = QVBoxLayout()
            one.setSpacing(0)
            one.addWidget(number)
            one.addWidget(made)
            grid.addLayout(one, place // _ACROSS, place % _ACROSS)
        inside.addLayout(grid)
        column.addWidget(frame)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        self.printing = button(self.tr("Print…"))
        set_icon(self.printing, design.icon("printer"))
        self.printing.clicked.connect(self._ask_printer)
        self.saving = button(self.tr("Save as PDF…"))
        set_icon(self.saving, design.icon("download"))
        self.saving.clicked.connect(self._ask_pdf)
        row.addWidget(self.printing)
        row.addWidget(self.saving)
        row.addStretch(1)
        column.addLayout(row)
        self.written = QCheckBox(self.tr("I have the words on paper"))
        self.written.clicked.connect(self.kept)
        column.addWidget(self.written, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
