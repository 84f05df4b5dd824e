"""A document on its way out: to a Word file, a PDF file, a printer; asks where to, and says how it went. Shows no document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from roadmap_desktop.documents.document import Document
from roadmap_desktop.domain.errors import mendable
from roadmap_desktop.domain.names import LONGEST, safe_file_name
from roadmap_desktop.domain.words import Words
from roadmap_desktop.job import Job, Task, uncollected
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.sheet import Pages, lay_out
from roadmap_desktop.services import paperwork
from roadmap_desktop.views.asked_path import ask_path
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.printout import Printout
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import FAMILY

_BETWEEN = " – "


class Output(QObject):
    """`busy` says whether something is on its way; `written` carries the Path of a file that is done, None for a printer."""

    busy = Signal(bool)
    written = Signal(object)

    def __init__(self, context: Context, banner: Banner, parent: QWidget) -> None:
        """What went well or wrong is said on `banner`; dialogs stand over `parent`."""
        super().__init__(parent)
        self._context = context
        self._banner = banner
        self._over = parent
        self._job: Job | None = None
        self.printout = Printout(banner, parent)
        self.printout.began.connect(lambda _: self.busy.emit(True))
        self.printout.ended.connect(lambda: self.busy.emit(False))
        self.printout.printed.connect(lambda: self.written.emit(None))
        self._document: Document | None = None
        self._words: Words | None = None
        self._about = ""
        self._word: Callable[[Path], None] | None = None

    def take(
        self, document: Document, words: Words, about: str, word: Callable[[Path], None] | None = None
    ) -> None:
        """From now on `document` is what leaves; `words` are of its language, `about` is the partnership's title.

        `word` writes it into a Word file where that is not ours to make.
        """
        self._document, self._words, self._about, self._word = document, words, about, word

    # files --------------------------------------------------------------------------------------------

    def proposed_name(self, ending: str) -> str:
        """A file's name: the document, what it is about, and the day."""
        document, words = self._taken()
        title = words("document", document.name)
        day = self._context.today()
        about = self._about[: max(LONGEST - len(title) - len(day) - 2 * len(_BETWEEN), 0)].strip()
        whole = _BETWEEN.join(part for part in (title, about, day) if part)
        return safe_file_name(whole, safe_file_name(title, document.name)) + ending

    def ask_word(self) -> None:
        """Ask where to, and write a Word file there."""
        kinds = self.tr("Word files ({pattern})").format(pattern=f"*{paperwork.WORD}")
        self._ask(self.tr("Save as Word"), kinds, paperwork.WORD, self.save_word)

    def ask_pdf(self) -> None:
        """Ask where to, and write a PDF file there."""
        kinds = self.tr("PDF files ({pattern})").format(pattern=f"*{paperwork.PDF}")
        self._ask(self.tr("Save as PDF"), kinds, paperwork.PDF, self.save_pdf)

    def save_word(self, path: Path) -> None:
        """Write the Word file `path`; `written` follows."""
        document, _ = self._taken()
        size = self._context.settings.text("paper")
        write = self._word or partial(paperwork.write_word, document, size=size)
        self._work(lambda _: write(path), lambda _: self._saved(path))

    def save_pdf(self, path: Path) -> None:
        """Write the PDF file `path`; `written` follows."""
        document, words = self._taken()
        today, size = self._context.today(), self._context.settings.text("paper")

        def work(_: Task) -> None:
            with uncollected():
                paperwork.write_pdf(document, words, today, path, family=FAMILY, size=size)

        self._work(work, lambda _: self._saved(path))

    def _ask(self, title: str, kinds: str, ending: str, save: Callable[[Path], None]) -> None:
        path = ask_path(self._over, title, self.proposed_name(ending), ending, kinds)
        if path is not None:
            save(path)

    def _saved(self, path: Path) -> None:
        self._banner.say(
            self.tr("Saved as “{name}”.").format(name=path.name),
            (self.tr("Open it"), lambda: show(path)),
            (self.tr("Show its folder"), lambda: show(path.parent)),
        )
        self.written.emit(path)

    # printer ------------------------------------------------------------------------------------------

    def ask_paper(self) -> None:
        """Lay the document out on pages, ask which printer, and print."""
        document, words = self._taken()
        today, size = self._context.today(), self._context.settings.text("paper")

        def work(_: Task) -> Pages:
            with uncollected():
                return lay_out(paperwork.sheet(document, words, today), paper=size, family=FAMILY)

        self._work(work, lambda pages: self.printout.ask(pages, self.ask_pdf))

    # work ---------------------------------------------------------------------------------------------

    def _work(self, work: Callable[[Task], Any], done: Callable[[Any], None]) -> None:
        self._banner.hide()
        job = Job(work, self)
        self._job = job

        def ended() -> None:
            self._job = None
            job.deleteLater()
            self.busy.emit(False)

        def finished(result: object) -> None:
            ended()
            done(result)

        def failed(error: Exception) -> None:
            ended()
            self._banner.say(describe(mendable(error)).in_one(), grave=True)

        job.done.connect(finished)
        job.failed.connect(failed)
        self.busy.emit(True)
        job.start()

    def _taken(self) -> tuple[Document, Words]:
        assert self._document is not None
        assert self._words is not None
        return self._document, self._words


def show(path: Path) -> None:
    """Have the system open a file or a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
