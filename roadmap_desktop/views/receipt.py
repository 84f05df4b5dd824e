"""What was taken in, told at the end: counts, the backup, what waits, the report on paper, copies to put away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop.documents.blocks import Sheet
from roadmap_desktop.domain.errors import UserError, mendable
from roadmap_desktop.domain.names import one_line, safe_file_name
from roadmap_desktop.job import Job
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.pdf import write_pdf
from roadmap_desktop.paint.sheet import Pages, lay_out
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.store.receive import Received
from roadmap_desktop.views.asked_path import ask_path
from roadmap_desktop.views.copies import put_away
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.printer import PrinterRun, ask_printer
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.design import FAMILY, button, card, label, set_icon

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SUFFIX = ".pdf"


class Receipt(QWidget):
    """Empty until `show_received`. `said` carries a sentence for the user, and whether it is grave."""

    said = Signal(str, bool)
    settle_wanted = Signal()
    """The user wants to decide about what waits."""
    put_away = Signal(object)
    """The Paths under which the copies are now."""

    def __init__(self, context: Context, folder: Path, parent: QWidget | None = None) -> None:
        """`folder` is where backups are kept."""
        super().__init__(parent)
        self._context = context
        self._folder = folder
        self._sheet: Sheet | None = None
        self._copies: Sequence[Path] = ()
        self._job: Job | None = None
        self._run: PrinterRun | None = None
        self._build()

    def show_received(
        self, received: Received, settled: int, waiting: int, sheet: Sheet, copies: Sequence[Path]
    ) -> None:
        """Tell what was `received`; of its conflicts the user `settled` some and some are `waiting`.

        `sheet` is the report, `copies` hold nothing new now.
        """
        self._sheet, self._copies = sheet, copies
        lines = [self.tr("Changes taken in: {count}.").format(count=self.locale().toString(received.new))]
        if settled:
            lines.append(self.tr("Conflicts settled as you chose: {count}.").format(count=settled))
        if waiting:
            lines.append(
                self.tr(
                    "Conflicts that wait: {count}. Both texts are kept; the partnership and its sheet show where, until"
                    " you choose."
                ).format(count=waiting)
            )
        if received.backup is not None:
            when = received.backup.when.astimezone()
            lines.append(
                self.tr("How it was before is in the backup of {time}.").format(time=f"{when:%H:%M}")
            )
        lines.append(self.tr("Undo takes all of it back as one step."))
        self.lines.show_lines(lines)
        self.settling.setVisible(bool(waiting))
        self._away.setVisible(bool(copies))
        self._about.setText(
            self.tr(
                "Beside your file: {names}. All of it is in your file now. Move it to the backups, so that nobody goes on"
                " writing there?"
            ).format(names=", ".join(one_line(path.name) for path in copies))
        )

    # the report -------------------------------------------------------------------------------------

    def save(self, path: Path) -> None:
        """Write the report to the PDF file `path`; what goes wrong is said."""
        assert self._sheet is not None
        paper = self._context.settings.text("paper")
        try:
            write_pdf([self._sheet], path, paper=paper, family=FAMILY, title=self._sheet.title)
        except UserError as error:
            self.said.emit(describe(error).in_one(), True)
            return
        self.said.emit(self.tr("Saved as “{name}”.").format(name=path.name), False)

    def print_on(self, printer: QPrinter) -> None:
        """Print the report; what goes wrong is said."""
        self._run = PrinterRun(self._pages(), printer, self)
        self._run.done.connect(lambda: self.said.emit(self.tr("Sent to the printer."), False))
        self._run.refused.connect(
            lambda: self.said.emit(
                self.tr(
                    "The printer did not take the pages. Is it switched on? A PDF file works without it."
                ),
                True,
            )
        )
        self._run.start()

    def _ask_pdf(self) -> None:
        assert self._sheet is not None
        name = f"{self._context.session.path.stem} – {self._sheet.title} – {self._context.today()}"
        kinds = self.tr("PDF files ({pattern})").format(pattern=f"*{SUFFIX}")
        proposed = f"{safe_file_name(name, self._context.today())}{SUFFIX}"
        path = ask_path(self, self.tr("Save as PDF"), proposed, SUFFIX, kinds)
        if path is not None:
            self.save(path)

    def _ask_printer(self) -> None:
        if not ask_printer(self, self._pages(), self.print_on):
            self.said.emit(
                self.tr("No printer was found on this computer. A PDF file can be printed anywhere else."),
                False,
            )

    def _pages(self) -> Pages:
        assert self._sheet is not None
        return lay_out(self._sheet, paper=self._context.settings.text("paper"), family=FAMILY)

    # copies that have served ------------------------------------------------------------------------

    def _put_away(self) -> None:
        """Move the copies, on a thread: the backups may be on another disk."""
        copies, folder = self._copies, self._folder
        self.away.setEnabled(False)
        self._job = Job(lambda _: put_away(copies, folder), self)
        self._job.done.connect(self._on_put_away)
        self._job.failed.connect(self._on_stayed)
        self._job.start()

    def _on_put_away(self, moved: Sequence[Path]) -> None:
        self._away.hide()
        self.said.emit(self.tr("Moved to the folder “{folder}”.").format(folder=moved[0].parent), False)
        self.put_away.emit(moved)

    def _on_stayed(self, error: object) -> None:
        error = mendable(error)
        self.away.setEnabled(True)
        self.said.emit(describe(error).in_one(), True)

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        design = self._context.design
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[4])
        column.addWidget(label(self.tr("It is in your file now"), "title"))
        self.lines = Bullets(spacing=SPACE[2])
        column.addWidget(self.lines)
        self.printing = button(self.tr("Print the report…"))
        set_icon(self.printing, design.icon("printer"))
        self.printing.clicked.connect(self._ask_printer)
        self.saving = button(self.tr("Save the report as PDF…"))
        set_icon(self.saving, design.icon("download"))
        self.saving.clicked.connect(self._ask_pdf)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        self.settling = button(self.tr("Choose now…"))
        self.settling.clicked.connect(self.settle_wanted)
        row.addWidget(self.settling)
        row.addWidget(self.printing)
        row.addWidget(self.saving)
        row.addStretch(1)
        column.addLayout(row)
        self._away, inside = card()
        self._about = label(wrap=True)
        self.away = button(self.tr("Move to the backups"))
        self.away.clicked.connect(self._put_away)
        inside.addWidget(self._about)
        last = QHBoxLayout()
        last.addWidget(self.away)
        last.addStretch(1)
        inside.addLayout(last)
        column.addWidget(self._away)
        column.addStretch(1)
