"""Receiving: files from elsewhere vetted and set beside ours, and taken in as one step; no window and no wording.

Comparing never writes: `look` reads, `Incoming.groups` tells each difference, `apply` takes in.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

from roadmap_desktop.domain.errors import (
    FileDamaged,
    FileForeign,
    FileHostile,
    FileIncomplete,
    UserError,
)
from roadmap_desktop.domain.incoming import Choice, Place, Source, Verdict
from roadmap_desktop.store import backup, file, log, queries, send, vet
from roadmap_desktop.store.incoming import Incoming
from roadmap_desktop.store.intake import Intake, Received
from roadmap_desktop.store.known import Known, known
from roadmap_desktop.store.log import Author, Log, Step

__all__ = ["Incoming", "Received", "apply", "apply_in", "look"]

_VERDICTS: Final[Mapping[type[UserError], Verdict]] = {
    FileDamaged: "damaged",
    FileIncomplete: "damaged",
    FileHostile: "hostile",
    FileForeign: "foreign",
}
_MANY: Final = 5_000
"""From so many new changes on, taking them in gets more memory for the file's pages."""
_CACHE_KB: Final = 64_000


def look(
    path: Path, files: Sequence[Path], *, progress: vet.Progress | None = None, folder: Path | None = None
) -> Incoming:
    """Vet `files` and find what in them is new to our file `path`, which may be open; nothing is changed.

    A file that is refused stands among the sources with its error, and never stops the rest. `progress` is told which
    part is done, and may raise to give up; `folder` is where private copies may lie. Raises UserErrors about `path`.
    """
    with contextlib.ExitStack() as stack:
        db = stack.enter_context(contextlib.closing(file.open_again(path, any_thread=True)))
        ours = _ahead(path, stack)
        document = queries.meta(db, "document")
        sources: list[Source] = []
        vetted: list[vet.Vetted | None] = []
        for place, one in enumerate(files):
            found: vet.Vetted | None = None
            try:
                if _is_same(one, path):
                    source = Source(one, "healthy", copy=True, known=log.tally(db)[0])
                else:
                    told = _part(progress, place, len(files))
                    found = stack.enter_context(vet.vet(one, progress=told, folder=folder, known=ours))
                    source = _source(one, found, document)
            except UserError as error:
                source = Source(one, verdict_of(error), error)
            sources.append(source)
            vetted.append(found)
        return Incoming(db, sources, vetted, stack.pop_all())


def verdict_of(error: UserError) -> Verdict:
    """What a refusal says of a file; "unreadable" of one that could not be read at all."""
    return _VERDICTS.get(type(error), "unreadable")


def _ahead(path: Path, stack: contextlib.ExitStack) -> Callable[[], Known]:
    """What our file holds, read on a thread while the other is being copied."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only needed here

    pool = stack.enter_context(ThreadPoolExecutor(1))

    def read() -> Known:
        mode: Literal["rw", "ro"] = "rw" if file.writable(path) else "ro"
        with contextlib.closing(file.connect(path, mode)) as db, file.translating(path):
            return known(db)

    return pool.submit(read).result


def _part(progress: vet.Progress | None, place: int, count: int) -> vet.Progress | None:
    return None if progress is None else lambda part: progress((place + part) / count)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # gone, or no name of any file
        return False


def _source(path: Path, found: vet.Vetted, document: str) -> Source:
    wall, session = found.latest()
    bodies = dict(found.sessions())
    name, organisation = queries.author_in(bodies.get(session, ""))
    return Source(
        path,
        "newer" if file.examine(path).newer else "healthy",
        name=name,
        organisation=organisation,
        written=wall,
        copy=_text(found.meta.get("document")) == document,
        new=found.count,
        known=found.known,
        said=send.said(found.meta),
    )


def _text(value: bytes | int | None) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


def apply(
    path: Path,
    incoming: Incoming,
    choices: Mapping[Place, Choice],
    author: Author,
    folder: Path,
    when: dt.datetime,
    default: Choice = "later",
) -> Received:
    """Take `incoming` into the file `path`, which nobody here has open to write, after a backup into `folder`.

    As `apply_in`; where nothing is new, no backup is made. Raises as `backup.back_up`, and UserErrors about `path`.
    """
    if not incoming.new:
        return Received(Step((), ()), 0, ())
    before = backup.back_up(path, folder, when)
    with contextlib.closing(file.open_for_writing(path)) as db, file.translating(path):
        return apply_in(Log(db, author), incoming, choices, default)._replace(backup=before)


def apply_in(
    log_: Log, incoming: Incoming, choices: Mapping[Place, Choice], default: Choice = "later"
) -> Received:
    """Take in all that came, and settle what `choices` speak about, in one transaction that can be undone as one step.

    A conflict that they do not mention is treated as `default` says; one left for "later" waits, with all its values.
    "ours" also sets back what came without a conflict. Raises FileHostile, sqlite3.Error with the file as it was.
    """
    intake = Intake(log_, incoming, choices, default)
    with _roomy(intake.db, incoming.new):
        return intake.run()


@contextlib.contextmanager
def _roomy(db: sqlite3.Connection, new: int) -> Iterator[None]:
    """More memory for pages while much is written, and no search for circles among the many small things it makes.

    They hold none: counting references frees them. The search takes a tenth of the time.
    """
    (usual,) = db.execute("PRAGMA cache_size").fetchone()
    collecting = gc.isenabled()
    if new >= _MANY:
        db.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        gc.disable()
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = {usual:d}")
        if collecting:
            gc.enable()
