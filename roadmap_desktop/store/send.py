"""Sending: files that hold what their reader is to have and nothing else, made and read back; no mail and no window here.

A copy is built afresh from the changes that leave, never by deleting from another: what stays at home is in none of its
bytes. It is read as its receiver will read it before it gets its name.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
import secrets
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from roadmap_desktop.domain import figures
from roadmap_desktop.domain.changes import Change, split
from roadmap_desktop.domain.errors import FileDamaged, FileExists, FileHostile, FolderUnwritable
from roadmap_desktop.domain.exchange import Said
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.levels import Level
from roadmap_desktop.domain.names import safe_file_name
from roadmap_desktop.domain.words import local_day
from roadmap_desktop.store import backup, derived, file, leaving, log, queries, schema, vet
from roadmap_desktop.store.log import Author

NOTE: Final = "sent"
"""The key in a copy's meta under which it says what it is, who sent it and when."""
_KEPT: Final = ("count", "xor", "home", "derived")
"""What of a file's own meta its copy needs; who made backups of what is nobody's business."""
_LONGEST: Final = 200
"""Letters of a name that a copy says it is from; the session of each change has it whole."""
_UNNAMED: Final = "Roadmap"
_QUOTES: Final = re.compile("[„“”«»‘’‚‹›]")
_PERSONAL: Final = ("whole", "partner")
"""Levels at which the sender's own name is told."""


class Sent(NamedTuple):
    """A file that was made: at which level, of which partnership (b"" and "" for all of them), its bytes.

    `changes` is how many it holds, 0 for a summary; `wall` when it was made, in ms since 1970.
    """

    path: Path
    level: Level
    root: bytes
    title: str
    size: int
    changes: int
    wall: int


def file_name(title: str, organisation: str, who: str, when: dt.datetime, level: Level) -> str:
    """A name for the file that tells its reader what it is of, from whom and of when, fit for every system.

    `title` is the partnership's, or the file's own name; who sends it is left out where names are.
    """
    day = local_day(round(when.timestamp() * 1000))
    parts = (_cut(organisation, 34), _cut(who, 22) if level in _PERSONAL else "")
    tail = " ".join(filter(None, (", ".join(filter(None, parts)), day)))
    name = f"{_cut(title, 72 - len(tail)) or _UNNAMED} – {tail}"
    suffix = figures.SUFFIX if level == "numbers" else file.SUFFIX
    return safe_file_name(name, _UNNAMED) + suffix


def _cut(text: str, most: int) -> str:
    """`text` as a part of a name of files, at most so many letters, cut between words where that costs little."""
    name = safe_file_name(_QUOTES.sub("", text), "")
    if len(name) <= most and len(name.encode()) <= 3 * most // 2:
        return name
    short = name[:most].encode()[: 3 * most // 2].decode(errors="ignore")
    head, _, tail = short.rpartition(" ")
    whole = name[len(short)] == " "
    return (head if head and not whole and len(tail) < most // 2 else short).rstrip(" ,.-–")


# making one ---------------------------------------------------------------------------------------------


def make(  # noqa: PLR0913 - the last three are seldom wanted
    path: Path,
    out: Path,
    level: Level,
    root: bytes,
    author: Author,
    when: dt.datetime,
    *,
    shared: Collection[str] = (),
    unnamed: str = "",
    progress: vet.Progress | None = None,
) -> Sent:
    """Make `out`, a copy of `path` that can be merged: of the whole file ("whole"), or of the partnership `root`.

    `path` may be open and being written. `out` is whole and vetted, or not there at all. `shared` as in
    `leaving.preview`, `unnamed` as in `leaving.copy_of`; `progress` is told which part of the copy is read back, and
    may raise to give up. Raises FileExists, FolderUnwritable, DiskFull about `out`; UnknownPartnership and UserErrors
    about `path`.
    """
    check_new(out)
    wall = round(when.timestamp() * 1000)
    with part_of(out) as part:
        if level == "whole":
            _copy_whole(path, part, out, author, wall)
            title = ""
        else:
            title = _copy_part(path, part, out, _Order(level, root, frozenset(shared), unnamed, author, wall))
        _sync(part)
        count = read_back(part, path, progress)
        size = part.stat().st_size
        file.place(part, out)
    return Sent(out, level, root, title, size, count, wall)


def summarise(path: Path, out: Path, library: Library, when: dt.datetime, root: bytes = b"") -> Sent:
    """Make `out`, the partnership `root` of `path`, or all of them, in figures: no copy, nothing to merge.

    Raises as `make`.
    """
    check_new(out)
    wall = round(when.timestamp() * 1000)
    with leaving.reading(path) as db:
        roots = [root] if root else queries.partnership_ids(db)
        title = queries.dossier(db, root).partnership.title if root else ""
        found = (queries.dossier(db, number) for number in roots)
        text = figures.written(
            figures.figures(
                queries.home_organisation(db),
                found,
                library,
                local_day(wall),
                queries.moved(db),
                whole=not root,
            )
        )
    with part_of(out) as part, file.translating(out):
        part.write_text(text, "utf-8", newline="\n")
        _sync(part)
        size = part.stat().st_size
        file.place(part, out)
    return Sent(out, "numbers", root, title, size, 0, wall)


def check_new(out: Path) -> None:
    """Raise FileExists or FolderUnwritable where nothing new can be made at `out`."""
    if out.exists():
        raise FileExists(path=out)
    if not out.parent.is_dir():
        raise FolderUnwritable(path=out.parent)


@contextlib.contextmanager
def part_of(out: Path) -> Iterator[Path]:
    """A name beside `out` for what is not finished; gone afterwards."""
    part = out.with_name(f".{secrets.token_hex(8)}.part")
    try:
        yield part
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def _copy_whole(path: Path, part: Path, out: Path, author: Author, wall: int) -> None:
    """All of it, packed by SQLite, so that not even its free pages say more than it holds."""
    with backup.snapshot(path) as copy:
        with contextlib.closing(file.connect(copy, "rw")) as db, file.translating(path):
            note = _note("whole", author, wall, queries.meta(db, "document"), log.tally(db)[0])
            db.execute("BEGIN")
            marks = ", ".join("?" * len(_KEPT))
            db.execute(f"DELETE FROM meta WHERE key NOT IN ({marks})", _KEPT)
            db.execute("INSERT INTO meta VALUES ('document', ?), (?, ?)", (secrets.token_hex(16), NOTE, note))
            db.execute("COMMIT")
            # The tables of a newer version are that version's to make.
            if queries.format_of(db) <= schema.FORMAT and not derived.derived_is_current(db):
                derived.rebuild(db)
        with contextlib.closing(file.connect(copy, "rw")) as db, file.translating(out):
            db.execute("VACUUM INTO ?", (str(part),))


class _Order(NamedTuple):
    """What was asked for."""

    level: Level
    root: bytes
    shared: frozenset[str]
    unnamed: str
    author: Author
    wall: int


def _copy_part(path: Path, part: Path, out: Path, order: _Order) -> str:
    """One partnership, written into a new file; returns its title."""
    with leaving.reading(path) as source:
        scope = leaving.scope_of(source, order.level, order.root, order.shared)
        copy = leaving.copy_of(source, scope, order.unnamed)
        document = queries.meta(source, "document")
        note = _note(order.level, order.author, order.wall, document, len(copy.changes))
        with file.translating(out):
            file.build(part)
            with contextlib.closing(file.connect(part, "rw")) as db:
                fill(db, source, copy)
                meta = {"home": scope.home, NOTE: note} if scope.home else {NOTE: note}
                db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
    return scope.title


def fill(db: sqlite3.Connection, source: sqlite3.Connection, copy: leaving.Copy) -> None:
    """Write the `copy` of `source` into the new file `db`."""
    named = {number for change in copy.changes for number in split(change.prev)}
    pour(
        db,
        copy.changes,
        copy.sessions,
        (number for (number,) in source.execute("SELECT id FROM forgotten") if number in named),
        (
            row
            for name in copy.contents
            for row in source.execute("SELECT sha256, data FROM attachment WHERE sha256 = ?", (name,))
        ),
    )


def pour(
    db: sqlite3.Connection,
    changes: Sequence[Change],
    sessions: Iterable[tuple[bytes, str]],
    forgotten: Iterable[bytes],
    attachments: Iterable[tuple[bytes, bytes]],
) -> None:
    """Write all this into the new file `db`, as it is."""
    # Not yet anybody's file: it is forced to the disk once, when it is whole.
    db.execute("PRAGMA synchronous = OFF")
    db.execute("BEGIN IMMEDIATE")
    db.executemany(f"INSERT INTO change ({derived.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", changes)
    db.executemany("INSERT INTO session VALUES (?, ?)", sessions)
    db.executemany("INSERT INTO forgotten VALUES (?)", ((number,) for number in forgotten))
    db.executemany("INSERT INTO attachment VALUES (?, ?)", attachments)
    log.count_in(db, [change.id for change in changes])
    db.execute("COMMIT")
    derived.rebuild(db)


def read_back(part: Path, path: Path, progress: vet.Progress | None) -> int:
    """How many changes the copy holds. Raises FileDamaged, FileHostile about `path` where its receiver would refuse it."""
    try:
        with vet.vet(part, progress=progress) as found:
            return found.count
    except (FileDamaged, FileHostile) as error:  # what is wrong with the copy is wrong with what was copied
        raise type(error)(path=path, reason=error.data["reason"]) from error


def _sync(part: Path) -> None:
    with part.open("r+b") as stream:
        os.fsync(stream.fileno())


# what it says of itself ---------------------------------------------------------------------------------


def _note(level: Level, author: Author, wall: int, document: str, count: int) -> str:
    return json.dumps(
        {
            "level": level,
            "name": author.name[:_LONGEST] if level in _PERSONAL else "",
            "organisation": author.organisation[:_LONGEST],
            "wall": wall,
            "origin": document,
            "changes": count,
        },
        ensure_ascii=False,
    )


def said(meta: Mapping[str, bytes | int | str]) -> Said | None:
    """What a file says of having been sent, by its `meta` as vetting hands it over; None where it says nothing sane."""
    value = meta.get(NOTE)
    try:
        note: dict[str, Any] = json.loads(value if isinstance(value, bytes | str) else "")
        count = meta.get("count")
        return Said(
            str(note["level"]),
            str(note["name"])[:_LONGEST],
            str(note["organisation"])[:_LONGEST],
            int(note["wall"]),
            str(note["origin"]),
            untouched=isinstance(count, int) and count == note["changes"],
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
