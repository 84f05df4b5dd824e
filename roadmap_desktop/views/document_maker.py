"""Documents made on a thread, after our template or the user's own, with where everything in them comes from; shows none."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject, Signal

from roadmap_desktop import paths
from roadmap_desktop.documents.document import Document
from roadmap_desktop.documents.shelf import Shelf
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.words import Words, load_words
from roadmap_desktop.job import Job, Task
from roadmap_desktop.models.document import Line, Missing, lines_of, missing_in
from roadmap_desktop.models.origins import Origins
from roadmap_desktop.services import paperwork
from roadmap_desktop.views.page import Context

Stamp: TypeAlias = tuple[Path, int, int]
"""A file as it is now: where, when written, how long."""


class Made(NamedTuple):
    """A document with its rows. `words` are of its language; `write` makes the Word file, where that is not ours to make."""

    document: Document
    lines: tuple[Line, ...]
    missing: tuple[Missing, ...]
    words: Words
    write: Callable[[Path], None] | None


class DocumentMaker(QObject):
    """`made` carries a Made, `failed` what went wrong, for what was asked for last."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, shelf: Shelf, parent: QObject | None = None) -> None:
        """`shelf` holds the user's own templates."""
        super().__init__(parent)
        self._context = context
        self._shelf = shelf
        self._job: Job | None = None
        self._stamp: Stamp | None = None

    def make(self, name: str, dossier: Dossier, code: str) -> None:
        """The document `name` of `dossier` in the language `code`."""
        self._drop()
        context = self._context
        template = self._shelf.own(name, code)
        self._stamp = _stamp(template)
        words = load_words(paths.WORDS, code)
        logo = context.session.logo(dossier.ours.organisation.id)
        origins = Origins(dossier, context.library, context.words)
        order = (name, dossier, context.library, words, context.today())
        fill = partial(paperwork.make_own, template) if template else paperwork.make
        write = partial(paperwork.write_filled, template, *order) if template else None

        def work(_: Task) -> Made:
            document = fill(*order, logo)
            lines = lines_of(document, origins)
            return Made(document, lines, missing_in(lines, origins), words, write)

        self._job = Job(work, self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def outdated(self, name: str, code: str) -> bool:
        """Whether the template is another now than when the document was made."""
        return _stamp(self._shelf.own(name, code)) != self._stamp

    @property
    def after_own(self) -> bool:
        """Whether what was asked for last follows a template of the user's."""
        return self._stamp is not None

    def _on_done(self, made: Made) -> None:
        self._drop()
        self.made.emit(made)

    def _on_failed(self, error: Exception) -> None:
        self._drop()
        self.failed.emit(error)

    def _drop(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None


def _stamp(template: Path | None) -> Stamp | None:
    """None where there is no such file."""
    if template is None:
        return None
    with contextlib.suppress(OSError):
        found = template.stat()
        return template, found.st_mtime_ns, found.st_size
    return template, 0, 0
