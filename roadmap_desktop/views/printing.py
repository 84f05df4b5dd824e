"""The printing window: which sheet, in which language, its pages, and the ways out: a printer or a PDF file."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.documents.sheets import Sheet
from roadmap_desktop.domain.errors import UnknownPartnership, mendable
from roadmap_desktop.domain.names import safe_file_name
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.job import Job, Task, uncollected
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.pdf import write_pdf
from roadmap_desktop.paint.sheet import Pages, lay_out, paint_page
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.asked_path import ask_path
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.printout import Printout
from roadmap_desktop.views.sheet_choice import SheetChoice
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import FAMILY, button, icon_button, label, set_icon, set_tone
from roadmap_desktop.widgets.page_view import PageView

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SUFFIX = ".pdf"
_FRAME = QSize(16, 48)
"""What the window's own frame takes of the screen."""
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
        self._job: Job | None = None
        self._sheet: Sheet | None = None
        self._pages: Pages | None = None
        self.choice = SheetChoice(context, sheet, root)
        self._build()
        self._retranslate()
        self._connect()
        self._prepare()

    # the sheet --------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        """Make the pages for what is chosen now; what is in view stays until they are there."""
        self._stop_work()
        self._pages = None
        self._show_state()
        self.choice.show_possible()
        try:
            make, total = self.choice.maker()
        except UnknownPartnership as error:
            self.banner.say(describe(error).in_one(), grave=True)
            return
        paper = self.choice.paper_name

        def work(task: Task) -> tuple[Sheet, Pages]:
            with uncollected():
                made = make(task)
                task.report(total)
                return made, lay_out(made, paper=paper, family=FAMILY)

        self.view.set_waiting(self.tr("The pages are being made…"))
        self._work(work, self._show_pages, total)

    def _show_pages(self, made: tuple[Sheet, Pages]) -> None:
        self._sheet, self._pages = made
        self.choice.show_title(self._sheet.title)
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
        error = mendable(error)
        self.banner.say(describe(error).in_one(), grave=True)

    def _cancel(self) -> None:
        """Stop the long work; pages in view stay in view."""
        self._stop_work()
        self._printout.stop()
        self._on_print_ended()
        self.view.set_waiting("")
        self.banner.say(self.tr("Stopped. Choose a sheet to begin again."))

    def _show_state(self) -> None:
        busy = self._job is not None or self._printout.running
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
        kinds = self.tr("PDF files ({pattern})").format(pattern=f"*{SUFFIX}")
        path = ask_path(self, self.tr("Save as PDF"), self.proposed_name(), SUFFIX, kinds)
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the pages in view to the PDF file `path`; `printed` follows."""
        sheet, paper = self._sheet, self.choice.paper_name
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
        assert self._pages is not None
        self._printout.ask(self._pages, self._ask_pdf)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages in view, as many as `printer` was told."""
        assert self._pages is not None
        self._printout.print_on(printer, self._pages)

    def _on_print_began(self, total: int) -> None:
        self._progress.setRange(0, total)
        self._patience.start()
        self._show_state()

    def _on_print_ended(self) -> None:
        self._patience.stop()
        self._show_state()

    # windows ----------------------------------------------------------------------------------------

    def done(self, result: int) -> None:
        """Close, and let go of what is under way."""
        self._stop_work()
        self._printout.stop()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        design = self._context.design
        self.banner = Banner(design, "")
        self._printout = Printout(self.banner, self)
        self._printout.began.connect(self._on_print_began)
        self._printout.ended.connect(self._on_print_ended)
        self._printout.printed.connect(lambda: self.printed.emit(None))
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
        self.setMinimumSize(QSize(760, 520))
        self.resize(QSize(1080, 760).boundedTo(self.screen().availableSize() - _FRAME))

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(320)
        column = QVBoxLayout(side)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[5])
        column.setSpacing(SPACE[4])
        column.addWidget(self._heading)
        column.addWidget(self.choice)
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

    def _connect(self) -> None:
        self.choice.chosen.connect(self._prepare)
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

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Print"))
        self._heading.setText(self.tr("Print"))
        self.choice.retranslate()
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


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
