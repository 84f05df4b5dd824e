"""A print asked for, run page by page, and told of on a banner; what is on the pages is not looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.paint.sheet import Pages
from roadmap_desktop.views.printer import PrinterRun, ask_printer
from roadmap_desktop.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Printout(QObject):
    """`began` carries how many pages there are to print, `progressed` how many are; `ended` follows, or `stop`.

    `printed` when the printer has them all.
    """

    began = Signal(int)
    progressed = Signal(int)
    ended = Signal()
    printed = Signal()

    def __init__(self, banner: Banner, over: QWidget) -> None:
        """Questions stand over `over`; how it went is said on `banner`."""
        super().__init__(over)
        self._banner = banner
        self._over = over
        self._run: PrinterRun | None = None

    @property
    def running(self) -> bool:
        """A print is under way."""
        return self._run is not None

    def ask(self, pages: Pages, save_pdf: Callable[[], None]) -> None:
        """Ask which printer shall take `pages`, and print; where there is none, `save_pdf` is offered."""
        if not ask_printer(self._over, pages, lambda printer: self.print_on(printer, pages)):
            self._banner.say(
                self.tr("No printer was found on this computer. A PDF file can be printed anywhere else."),
                (self.tr("Save as PDF…"), save_pdf),
            )

    def print_on(self, printer: QPrinter, pages: Pages) -> None:
        """Print as many of `pages` as `printer` was told."""
        self._banner.hide()
        run = PrinterRun(pages, printer, self)
        self._run = run
        run.progressed.connect(self.progressed)
        run.done.connect(self._on_done)
        run.refused.connect(self._on_refused)
        self.began.emit(run.total)
        run.start()

    def stop(self) -> None:
        """Let go of the print under way, done or not."""
        run, self._run = self._run, None
        if run is not None:
            run.stop()
            run.deleteLater()

    def _on_done(self) -> None:
        self.stop()
        self._banner.say(self.tr("Sent to the printer."))
        self.ended.emit()
        self.printed.emit()

    def _on_refused(self) -> None:
        self.stop()
        self._banner.say(
            self.tr("The printer did not take the pages. Is it switched on? A PDF file works without it."),
            grave=True,
        )
        self.ended.emit()
