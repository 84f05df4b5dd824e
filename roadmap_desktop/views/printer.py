"""Pages on their way to a printer, one each turn of the program's loop, so that the window stays alive; and which printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QWidget

from roadmap_desktop.documents.sheets import Sheet
from roadmap_desktop.paint.sheet import Pages, page_layout, paint_page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PrinterRun(QObject):
    """One print. `progressed` carries how many of `total` pages are done; `done` or `refused` follows, or `stop`."""

    progressed = Signal(int)
    done = Signal()
    refused = Signal()
    """The printer could not be begun."""

    def __init__(self, pages: Pages, printer: QPrinter, parent: QObject | None = None) -> None:
        """As many of `pages` as `printer` was told, from the next turn of the loop on."""
        super().__init__(parent)
        first, last = printer.fromPage() or 1, printer.toPage() or pages.page_count
        copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
        numbers = [*range(first, min(last, pages.page_count) + 1)] * copies
        self.total = len(numbers)
        self._pages: Iterator[int] | None = _print(pages, printer, numbers)

    def start(self) -> None:
        """Print what is left, page by page."""
        if self._pages is None:
            return
        try:
            number = next(self._pages, None)
        except OSError:
            self._pages = None
            self.refused.emit()
            return
        if number is None:
            self._pages = None
            self.done.emit()
            return
        self.progressed.emit(number)
        QTimer.singleShot(0, self, self.start)

    def stop(self) -> None:
        """Print no more; the printer is told to forget what it has."""
        if self._pages is not None:
            self._pages.close()  # type: ignore[attr-defined]
            self._pages = None


def ask_printer(over: QWidget, pages: Pages, accepted: Callable[[QPrinter], None]) -> bool:
    """Ask over `over` which printer shall take `pages`; `accepted` is called with it. False where there is none to ask for."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415 - only now

    if not QPrinterInfo.availablePrinterNames():
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, pages.sheet, pages.paper)
    dialog = QPrintDialog(printer, over)
    dialog.setMinMax(1, pages.page_count)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: accepted(printer))
    QDialog.open(dialog)
    return True


def set_up(printer: QPrinter, sheet: Sheet, paper: str) -> None:
    """Have `printer` use the paper as `sheet` wants it, to its edges."""
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(paper, wide=sheet.wide))
    printer.setDocName(sheet.title)
    printer.setCreator("Roadmap Desktop")


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
