"""Collecting: many files from members looked at one by one, each vetted, two at a time; it judges none and keeps nothing.

Members' files are read and never written. What cannot be read stands among the others with its error.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path
from typing import Final

from roadmap_desktop.domain import figures, submission
from roadmap_desktop.domain.collection import Looked
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import FileDamaged, FileForeign, FileTooLarge, TooManyFiles, UserError
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.levels import LEVELS
from roadmap_desktop.domain.records import LONG_TEXT, NO_ID, Organisation
from roadmap_desktop.domain.submission import Figures
from roadmap_desktop.domain.words import sane
from roadmap_desktop.store import derived, file, plain, queries, schema, send, vet

LARGEST_FIGURES: Final = 8 * 1024 * 1024
"""Bytes of a summary in numbers: those of two thousand partnerships take less."""
MOST_FILES: Final = 1_000
"""Files that are collected at once."""
_DEEPEST: Final = 4
_AT_ONCE: Final = 2
_LITTER: Final = frozenset({"thumbs.db", "desktop.ini"})
_ALL: Final = ("whole", "")
"""What a file that holds everything says its level is, "" where it was never sent but copied."""


def files_in(given: Sequence[Path], ours: Path) -> list[Path]:
    """The files that are meant, each once, those in folders by name; without `ours` and litter.

    Links are not followed. Raises TooManyFiles, and as `file.from_os` where a folder cannot be listed.
    """
    found: dict[Path, None] = {}
    for path in given:
        for one in _inside(path, 0) if path.is_dir() else [path]:
            if len(found) >= MOST_FILES:
                raise TooManyFiles(path=path, limit=MOST_FILES)
            if not _same(one, ours):
                found[one] = None
    return list(found)


def _inside(folder: Path, depth: int) -> Iterator[Path]:
    try:
        with file.translating(folder):
            entries = sorted(folder.iterdir(), key=lambda one: one.name.casefold())
    except UserError:
        if not depth:
            raise
        yield folder  # told with the others, and stops none of them
        return
    for one in entries:
        if one.name.startswith((".", "~$")) or one.name.casefold() in _LITTER or one.is_symlink():
            continue
        if one.is_dir():
            if depth < _DEEPEST:
                yield from _inside(one, depth + 1)
        elif one.is_file():
            yield one


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # gone, or no name of any file
        return False


# looking ------------------------------------------------------------------------------------------------


def look(
    files: Sequence[Path],
    library: Library,
    today: str,
    *,
    progress: vet.Progress | None = None,
    folder: Path | None = None,
) -> list[Looked]:
    """What each of `files` says, in their order, as on the day `today` (YYYY-MM-DD).

    `progress` is told which part of all is done, from several threads, and may raise to give up; `folder` is where
    private copies may lie. Raises what no user could mend.
    """
    parts = [0.0] * len(files)

    def told(place: int) -> vet.Progress:
        def tell(part: float) -> None:
            parts[place] = part
            if progress is not None:
                progress(sum(parts) / len(parts))

        return tell

    with ThreadPoolExecutor(min(_AT_ONCE, os.cpu_count() or 1)) as pool:
        waiting = [
            pool.submit(look_at, one, library, today, told(place), folder) for place, one in enumerate(files)
        ]
        try:
            return [one.result() for one in waiting]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def look_at(
    path: Path, library: Library, today: str, progress: vet.Progress | None = None, folder: Path | None = None
) -> Looked:
    """What one file says, or why not."""
    progress = progress or _nobody
    try:
        progress(0.0)
        made = _summary(path) if _is_summary(path) else _file(path, library, today, progress, folder)
        if made.figures is not None:
            _check_room(path, made.figures)
    except UserError as error:
        made = Looked(path, None, error)
    progress(1.0)
    return made


def _nobody(_part: float) -> None:
    """Who is told where nobody wants to know."""


def _check_room(path: Path, found: Figures) -> None:
    """Raise FileTooLarge where a record would not hold what the file says."""
    try:
        submission.packed(found.walks)
    except ValueError as error:
        raise FileTooLarge(path=path, size=_size(path), limit=LONG_TEXT) from error


def _size(path: Path) -> int:
    with contextlib.suppress(OSError):  # it may be gone by now
        return path.stat().st_size
    return 0


def _is_summary(path: Path) -> bool:
    """Whether it is a summary in numbers, also where it was given another name on its way."""
    if path.suffix.lower() == figures.SUFFIX:
        return True
    try:
        file.examine(path)
    except FileForeign as error:
        return error.data.get("sort") == "numbers"
    except UserError:  # said where it is read
        pass
    return False


def _summary(path: Path) -> Looked:
    data = plain.read(path, LARGEST_FIGURES, "roadmap-numbers")
    try:
        found = submission.read(data)
    except ValueError as error:
        raise FileDamaged(path=path, reason=str(error)) from error
    # What it says is named, not the day on which it was said: the same figures made twice are the same.
    said = repr((found, sorted((one.id, *one.still.items()) for one in found.walks)))
    return Looked(path, found, None, _digest(said))


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()


# a file of changes --------------------------------------------------------------------------------------


def _file(path: Path, library: Library, today: str, progress: vet.Progress, folder: Path | None) -> Looked:
    with vet.vet(path, progress=lambda part: progress(part * 0.8), folder=folder) as found:
        said = send.said(found.meta)
        # Whoever wrote in a copy that was sent has made it their own.
        level = said.level if said is not None and said.untouched and said.level in LEVELS else ""
        with file.translating(path), contextlib.closing(_tables(found)) as db:
            try:
                return _read(db, path, found, level, said.organisation if said else "", library, today)
            except FileDamaged as error:
                raise FileDamaged(path=path, reason=error.data["reason"]) from error


def _tables(found: vet.Vetted) -> sqlite3.Connection:
    """What was vetted as tables of current state, in a database of this process alone, on no disk while it is small."""
    db = sqlite3.connect("", isolation_level=None)
    for statement in schema.TRUTH:
        db.execute(statement)
    db.execute("BEGIN")
    db.executemany(f"INSERT INTO change ({derived.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", found.changes())
    home = found.meta.get("home", b"")
    if isinstance(home, bytes):
        db.execute("INSERT INTO meta VALUES ('home', ?)", (home.decode("ascii", "replace"),))
    db.execute("COMMIT")
    derived.rebuild(db)
    return db


def _read(
    db: sqlite3.Connection,
    path: Path,
    found: vet.Vetted,
    level: str,
    sender: str,
    library: Library,
    today: str,
) -> Looked:
    roots = queries.partnership_ids(db)
    dossiers = [queries.dossier(db, root) for root in roots]
    whole = level in _ALL
    own = queries.home_organisation(db) if whole else _sender(dossiers, sender)
    if not whole and own.id:
        # The home of a copy that was sent is its reader.
        db.execute("UPDATE meta SET value = ? WHERE key = 'home'", (own.id.hex(),))
        dossiers = [queries.dossier(db, root) for root in roots]
    data = figures.figures(own, dossiers, library, today, queries.moved(db), whole=whole)
    data["organisation"]["name"] = (own.name or sender)[: submission.MOST_NAME]
    texts = {
        figures.opaque(one.partnership.root): (
            one.partnership.title,
            tuple(row.name for row in one.indicators),
        )
        for one in dossiers
    }
    try:
        said = submission.with_texts(submission.read(data), texts)
    except ValueError as error:  # more partnerships than anybody has
        raise FileTooLarge(path=path, size=_size(path), limit=LARGEST_FIGURES) from error
    wall = sane(found.latest()[0])
    said = said._replace(number=own.number, level=level or "whole", wall=wall)
    digest = _digest(f"{found.count} {found.tally:x} {level} {said.key}")
    return Looked(path, said, None, digest, found.count)


def _sender(dossiers: Sequence[Dossier], named: str) -> Organisation:
    """Whose copy it is that was sent: the side that is called as the sender says, else the one that is not the reader's."""
    sides = [side.organisation for dossier in dossiers for side in (dossier.theirs, dossier.ours)]
    known = [one for one in sides if one.id != NO_ID]
    return next((one for one in known if one.name == named), next(iter(known), Organisation()))
