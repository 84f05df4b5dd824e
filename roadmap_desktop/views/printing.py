"""The printing window: which sheet, in which language, its pages, and the ways out: a printer or a PDF file."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.documents.sheets import Sheet, all_sheet, blank_sheet, progress_sheet
from roadmap_desktop.domain.edits import form_for
from roadmap_desktop.domain.errors import UnknownPartnership, UserError
from roadmap_desktop.domain.names import free_name, safe_file_name
from roadmap_desktop.domain.words import Words, load_words
from roadmap_desktop.job import Job, Task, uncollected
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.pdf import write_pdf
from roadmap_desktop.paint.sheet import PAPERS, Pages, lay_out, page_layout, paint_page
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.languages import language_names
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import FAMILY, button, icon_button, label, set_icon, set_tone
from roadmap_desktop.widgets.fields import Field
from roadmap_desktop.widgets.page_view import PageView

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SUFFIX = ".pdf"
_PATIENCE = 250
"""Milliseconds of work after which its progress is shown."""


class PrintDialog(QDialog):
    """Shows the pages of a sheet as they will be on paper. `printed` carries the PDF's Path, None for a printer."""

    printed = Signal(object)
    ready = Signal()
    """The pages of the sheet chosen last are in view."""

    def __init__(
        self, context: Context, sheet: str = "progress", root: bytes = b"", parent: QWidget | None = None
    ) -> None:
        """`sheet` progress, all or blank; `root` the partnership at hand, b"" for none."""
        super().__init__(parent)
        self._context = context
        self._root = root
        self._job: Job | None = None
        self._sheet: Sheet | None = None
        self._pages: Pages | None = None
        self._printing: Iterator[int] | None = None
        self._build()
        self._fill(sheet)
        self._retranslate()
        self._connect()
        self._prepare()

    # the sheet --------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        """Make the pages for what is chosen now; what is in view stays until they are there."""
        self._stop_work()
        self._pages = None
        self._show_state()
        self.private.setVisible(self.sheet.currentData() == "progress")
        try:
            make, total = self._maker()
        except UnknownPartnership as error:
            self.banner.say(describe(error).in_one(), grave=True)
            return
        paper = str(self.paper.currentData())

        def work(task: Task) -> tuple[Sheet, Pages]:
            with uncollected():
                made = make(task)
                task.report(total)
                return made, lay_out(made, paper=paper, family=FAMILY)

        self.view.set_waiting(self.tr("The pages are being made…"))
        self._work(work, self._show_pages, total)

    def _maker(self) -> tuple[Callable[[Task], Sheet], int]:
        """What makes the chosen sheet, and of how many pieces; reads what is small at once."""
        session, library, today = self._context.session, self._context.library, self._context.today()
        words = load_words(paths.WORDS, str(self.language.currentData()))
        name = session.path.name
        chosen = str(self.sheet.currentData())
        if chosen == "progress":
            dossier = session.dossier(self._root)
            private = self.private.isChecked()
            return lambda _: progress_sheet(dossier, library, words, today, name, private_notes=private), 0
        if chosen == "all":
            return lambda task: self._make_all(task, words, today, name), len(session.partnership_ids())
        form = library.form(chosen.removeprefix("blank-"), words.language)
        return lambda _: blank_sheet(form, words, today), 0

    def _make_all(self, task: Task, words: Words, today: str, name: str) -> Sheet:
        with contextlib.closing(self._context.session.dossiers()) as dossiers:
            return all_sheet(task.counted(dossiers), self._context.library, words, today, name)

    def _show_pages(self, made: tuple[Sheet, Pages]) -> None:
        self._sheet, self._pages = made
        of = self._sheet.title if self.sheet.currentData() == "progress" else ""
        self._fields[0].set_texts(self.tr("Sheet"), of)
        pages = self._pages
        self.view.set_pages(
            pages.page_count,
            pages.size_mm,
            lambda painter, number, scale: paint_page(painter, pages, number, scale=scale),
        )
        self._show_state()
        self.ready.emit()

    # long work --------------------------------------------------------------------------------------

    def _work(self, work: Callable[[Task], Any], done: Callable[[Any], None], total: int) -> None:
        job = Job(work, self)
        self._job = job
        self._progress.setRange(0, total)
        self._progress.setValue(0)

        def ended(then: Callable[[], None]) -> None:
            self._let_go()
            self._show_state()
            then()

        job.progressed.connect(self._progress.setValue)
        job.done.connect(lambda result: ended(lambda: done(result)))
        job.failed.connect(lambda error: ended(lambda: self._on_failed(error)))
        self._patience.start()
        job.start()
        self._show_state()

    def _stop_work(self) -> None:
        if self._job is not None:
            self._job.stop()
        self._let_go()

    def _let_go(self) -> None:
        self._patience.stop()
        if self._job is not None:
            self._job.deleteLater()  # and with it what it made
            self._job = None

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.banner.say(describe(error).in_one(), grave=True)

    def _cancel(self) -> None:
        """Stop the long work; pages in view stay in view."""
        self._stop_work()
        if self._printing is not None:
            self._printing.close()  # type: ignore[attr-defined]
            self._printing = None
        self._show_state()
        self.view.set_waiting("")
        self.banner.say(self.tr("Stopped. Choose a sheet to begin again."))

    def _show_state(self) -> None:
        busy = self._job is not None or self._printing is not None
        waiting = busy and not self._patience.isActive()
        self._progress.setVisible(waiting)
        self._stop.setVisible(waiting)
        for made in (self._save, self._print):
            made.setEnabled(self._pages is not None and not busy)
        self._show_number()

    def _show_number(self) -> None:
        count = self.view.count
        self._number.setText(
            self.tr("Page {number} of {total}").format(number=self.view.page, total=count) if count else ""
        )
        self.view.setAccessibleDescription(self._number.text())
        self._previous.setEnabled(self.view.page > 1)
        self._following.setEnabled(self.view.page < count)

    # PDF --------------------------------------------------------------------------------------------

    def proposed_name(self) -> str:
        """The PDF's name: what it is of, and the day."""
        assert self._sheet is not None
        words = load_words(paths.WORDS, self._sheet.language)
        parts = (self._sheet.title, words("sheet", self._sheet.name), self._context.today())
        whole = " – ".join(dict.fromkeys(part for part in parts if part))
        return safe_file_name(whole, words("sheet", self._sheet.name)) + SUFFIX

    def _ask_pdf(self) -> None:
        start = free_name(paths.documents_folder() / self.proposed_name(), Path.exists)
        kinds = self.tr("PDF files ({pattern})").format(pattern=f"*{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), str(start), kinds)
        if chosen:
            path = Path(chosen)
            if path.suffix.lower() != SUFFIX:  # nobody was asked whether a file of this name may go
                path = free_name(path.with_name(f"{path.name}{SUFFIX}"), Path.exists)
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the pages in view to the PDF file `path`; `printed` follows."""
        sheet, paper = self._sheet, str(self.paper.currentData())
        assert sheet is not None
        self.banner.hide()

        def work(task: Task) -> None:
            numbers = itertools.count(1)
            with uncollected():
                write_pdf(
                    [sheet],
                    path,
                    paper=paper,
                    family=FAMILY,
                    title=sheet.title,
                    turned=lambda: task.report(next(numbers)),
                )

        self._work(work, lambda _: self._saved(path), self.view.count)

    def _saved(self, path: Path) -> None:
        self.banner.say(
            self.tr("Saved as “{name}”.").format(name=path.name),
            (self.tr("Open it"), lambda: _open(path)),
            (self.tr("Show its folder"), lambda: _open(path.parent)),
        )
        self.printed.emit(path)

    # printer ----------------------------------------------------------------------------------------

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415 - only now

        if not QPrinterInfo.availablePrinterNames():
            self.banner.say(
                self.tr("No printer was found on this computer. A PDF file can be printed anywhere else."),
                (self.tr("Save as PDF…"), self._ask_pdf),
            )
            return
        assert self._pages is not None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._set_up(printer)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self._pages.page_count)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)

    def _set_up(self, printer: QPrinter) -> None:
        assert self._sheet is not None
        printer.setFullPage(True)
        printer.setPageLayout(page_layout(str(self.paper.currentData()), wide=self._sheet.wide))
        printer.setDocName(self._sheet.title)
        printer.setCreator("Roadmap Desktop")

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages in view, as many as `printer` was told; a page each turn of the program's loop."""
        assert self._pages is not None
        pages = self._pages
        self.banner.hide()
        first, last = printer.fromPage() or 1, printer.toPage() or pages.page_count
        copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
        numbers = [*range(first, min(last, pages.page_count) + 1)] * copies
        self._progress.setRange(0, len(numbers))
        self._printing = _print(pages, printer, numbers)
        self._patience.start()
        self._print_next()

    def _print_next(self) -> None:
        if self._printing is None:
            return
        try:
            number = next(self._printing, None)
        except OSError:
            self._printing = None
            self._show_state()
            self.banner.say(
                self.tr(
                    "The printer did not take the pages. Is it switched on? A PDF file works without it."
                ),
                grave=True,
            )
            return
        if number is not None:
            self._progress.setValue(number)
            self._show_state()
            QTimer.singleShot(0, self._print_next)
            return
        self._printing = None
        self._patience.stop()
        self._show_state()
        self.banner.say(self.tr("Sent to the printer."))
        self.printed.emit(None)

    # windows ----------------------------------------------------------------------------------------

    def done(self, result: int) -> None:
        """Close, and let go of what is under way."""
        self._stop_work()
        if self._printing is not None:
            self._printing.close()  # type: ignore[attr-defined]
            self._printing = None
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        design = self._context.design
        self.banner = Banner(design, "")
        self.sheet, self.language, self.paper = QComboBox(), QComboBox(), QComboBox()
        self._fields = [Field(control) for control in (self.sheet, self.language, self.paper)]
        for control in (self.sheet, self.language, self.paper):
            control.setMinimumHeight(38)
            control.setMinimumContentsLength(12)
            control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.private = QCheckBox()
        self._heading = label(role="title", wrap=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._stop = button("", "quiet")
        self._save, self._print, self._close = button(""), button("", "primary"), button("", "quiet")
        set_icon(self._save, design.icon("download"))
        set_icon(self._print, design.icon("printer", design.theme.on_accent))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_side())
        row.addWidget(self._make_preview(), 1)
        whole.addLayout(row, 1)
        self.setMinimumSize(QSize(760, 480))
        self.resize(1080, 760)

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(320)
        column = QVBoxLayout(side)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[5])
        column.setSpacing(SPACE[4])
        column.addWidget(self._heading)
        for field in self._fields:
            column.addWidget(field)
        column.addWidget(self.private, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        working = QHBoxLayout()
        working.addWidget(self._progress, 1)
        working.addWidget(self._stop)
        column.addLayout(working)
        for made in (self._print, self._save, self._close):
            column.addWidget(made)
        column.setSpacing(SPACE[3])
        return side

    def _make_preview(self) -> QWidget:
        design = self._context.design
        self.view = PageView(design)
        self._previous = icon_button("", design.icon("chevron-left"))
        self._following = icon_button("", design.icon("chevron-right"))
        self._smaller = icon_button("", design.icon("minus"))
        self._larger = icon_button("", design.icon("plus"))
        self._number = QLabel()
        set_tone(self._number, "muted")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumWidth(130)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE[4], SPACE[1], SPACE[4], SPACE[3])
        row.addStretch(1)
        for made in (self._previous, self._number, self._following):
            row.addWidget(made)
        row.addStretch(1)
        for made in (self._smaller, self._larger):
            row.addWidget(made)
        preview = QWidget()
        column = QVBoxLayout(preview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        return preview

    def _fill(self, sheet: str) -> None:
        context = self._context
        keys = ["all", "blank-community", "blank-municipality"]
        if self._root:
            keys.insert(0, "progress")
        for key in keys:
            self.sheet.addItem("", key)
        if sheet == "blank":
            sheet = f"blank-{form_for(context.session.home_organisation().kind)}"
        self.sheet.setCurrentIndex(max(self.sheet.findData(sheet), 0))
        for code, name in language_names().items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(context.words.language), 0))
        for paper in PAPERS:
            self.paper.addItem("", paper)
        self.paper.setCurrentIndex(max(self.paper.findData(context.settings.text("paper")), 0))

    def _connect(self) -> None:
        self.sheet.activated.connect(self._prepare)
        self.language.activated.connect(self._prepare)
        self.paper.activated.connect(self._choose_paper)
        self.private.clicked.connect(self._prepare)
        self.view.turned.connect(self._show_number)
        self._previous.clicked.connect(lambda: self.view.show_page(self.view.page - 1))
        self._following.clicked.connect(lambda: self.view.show_page(self.view.page + 1))
        self._smaller.clicked.connect(lambda: self.view.set_zoom(self.view.zoom / 1.25))
        self._larger.clicked.connect(lambda: self.view.set_zoom(self.view.zoom * 1.25))
        self._patience.timeout.connect(self._show_state)
        self._stop.clicked.connect(self._cancel)
        self._save.clicked.connect(self._ask_pdf)
        self._print.clicked.connect(self._ask_printer)
        self._close.clicked.connect(self.reject)
        self._context.session.changed.connect(self._prepare)

    def _choose_paper(self) -> None:
        self._context.settings.set(paper=str(self.paper.currentData()))
        self._prepare()

    def _retranslate(self) -> None:
        words = self._context.words
        self.setWindowTitle(self.tr("Print"))
        self._heading.setText(self.tr("Print"))
        for field, name in zip(
            self._fields, (self.tr("Sheet"), self.tr("Language of the sheet"), self.tr("Paper")), strict=True
        ):
            field.set_texts(name)
        names = {
            "progress": words("sheet", "progress"),
            "all": words("sheet", "all"),
            "blank-community": f"{words('sheet', 'blank')}: {self._context.form('community').short}",
            "blank-municipality": f"{words('sheet', 'blank')}: {self._context.form('municipality').short}",
        }
        for row in range(self.sheet.count()):
            self.sheet.setItemText(row, names[str(self.sheet.itemData(row))])
        for row, paper in enumerate(PAPERS):
            self.paper.setItemText(row, paper)
        self.private.setText(self.tr("With private notes"))
        self.private.setToolTip(
            self.tr("Private notes are for your own eyes; leave them out for the partner.")
        )
        self._print.setText(self.tr("Print…"))
        self._save.setText(self.tr("Save as PDF…"))
        self._close.setText(self.tr("Close"))
        self._stop.setText(self.tr("Stop"))
        self._progress.setAccessibleName(self.tr("Progress"))
        self.view.setAccessibleName(self.tr("Preview"))
        for made, name in (
            (self._previous, self.tr("Previous page")),
            (self._following, self.tr("Next page")),
            (self._smaller, self.tr("Smaller")),
            (self._larger, self.tr("Larger")),
        ):
            made.setToolTip(name)
            made.setAccessibleName(name)
        self.banner.set_close_name(self.tr("Close this message"))
        self._show_number()


def _print(pages: Pages, printer: QPrinter, numbers: list[int]) -> Iterator[int]:
    """Paint the pages one after the other, telling after each how many are done; closing it early aborts the print.

    Raises OSError where the printer cannot be begun.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError
    complete = False
    try:
        paper = printer.pageLayout().fullRectPoints()
        width = pages.size_mm[0] / 25.4 * 72
        scale = printer.resolution() / 72 * min(paper.width() / width, 1.0)
        for done, number in enumerate(numbers, 1):
            if done > 1:
                printer.newPage()
            paint_page(painter, pages, number, scale=scale)
            yield done
        complete = True
    finally:
        if not complete:
            printer.abort()
        painter.end()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
