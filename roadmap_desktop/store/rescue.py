"""Rescue: a new file of all that can still be read in a damaged one, which stays as it is; and what is missing."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.domain.changes import Change, split
from roadmap_desktop.domain.errors import FileExists, FolderUnwritable
from roadmap_desktop.store import derived, file, log, vet
from roadmap_desktop.store.verdict import Findings, Problem

_BATCH = 1_000


class RescueReport(NamedTuple):
    """What came of a rescue. `expected` is how many changes the damaged file should have held, -1 where it no longer says.

    `problems` lists what is missing or was altered: changes that others were built on ("lost-change"), who wrote
    ("lost-session"), attachments without their bytes ("lost-attachment"), and rows that no longer fit their hash.
    What is about a partnership that was saved has its title as "partnership".
    """

    file: Path
    out: Path
    changes: int
    expected: int
    problems: list[Problem]


def rescue(path: Path, out: Path, progress: vet.Progress | None = None) -> RescueReport:
    """Make the new file `out` of every change, author and attachment that can still be read in `path`.

    Must not be called for a file that this process has open (see `file.examine`). Raises FileExists, FolderUnwritable,
    DiskFull, FileMissing, FileForeign, FileLocked, FileTooLarge, FileBusy, FileUnreadable; `path` is never changed.
    """
    if out.exists():
        raise FileExists(path=out)
    if not out.parent.is_dir():
        raise FolderUnwritable(path=out.parent)
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with vet.vet(path, rescue=True, progress=progress) as saved, file.translating(out):
            part.unlink(missing_ok=True)
            file.build(part)
            found = Findings()
            found.problems += saved.problems
            with contextlib.closing(file.connect(part, "rw")) as db:
                count = _fill(db, saved, found)
                problems = [_named(db, problem) for problem in found.problems]
            _settle(part)
            file.place(part, out)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
            part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
    expected = saved.meta.get("count", -1)
    return RescueReport(path, out, count, expected if isinstance(expected, int) else -1, problems)


def _fill(db: sqlite3.Connection, saved: vet.Vetted, found: Findings) -> int:
    """Write all that was saved; returns how many changes."""
    # Not yet anybody's file: it is forced to the disk once, when it is whole.
    db.execute("PRAGMA synchronous = OFF")
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT OR IGNORE INTO forgotten VALUES (?)", ((number,) for number in saved.forgotten()))
    db.executemany("INSERT OR IGNORE INTO session VALUES (?, ?)", saved.sessions())
    db.executemany(
        f"INSERT OR IGNORE INTO change ({derived.COLUMNS}) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 "
        "WHERE NOT EXISTS (SELECT 1 FROM forgotten WHERE id = ?4)",
        saved.changes(),
    )
    count = 0
    for numbers in _batches(row[0] for row in db.execute("SELECT id FROM change")):
        log.count_in(db, numbers)
        count += len(numbers)
    for data in saved.attachments():
        db.execute("INSERT OR IGNORE INTO attachment VALUES (?, ?)", (log.content_key(data), data))
    home = saved.meta.get("home")
    if isinstance(home, bytes):
        root = bytes.fromhex(home.decode()) if len(home) == 32 and home.isalnum() and home.isascii() else b""
        if db.execute("SELECT 1 FROM change WHERE root = ? AND kind = 'organisation'", (root,)).fetchone():
            db.execute("INSERT INTO meta VALUES ('home', ?)", (home.decode(),))
    db.execute("COMMIT")
    derived.rebuild(db)
    _note_missing(db, found)
    return count


def _batches(numbers: Iterable[bytes]) -> Iterator[list[bytes]]:
    several = iter(numbers)
    while batch := list(islice(several, _BATCH)):
        yield batch


def _note_missing(db: sqlite3.Connection, found: Findings) -> None:
    """Changes that others name, and attachments that answers name, and that are not there."""
    forgotten = {row[0] for row in db.execute("SELECT id FROM forgotten")}
    for (root, kind, entity), group in groupby(derived.all_changes(db), key=_entity):
        changes = list(group)
        if kind == "partnership":
            continue  # its deletion names what is inside, and that may have stayed at home
        there = {change.id for change in changes} | forgotten
        named = {number for change in changes for number in split(change.prev)}
        for number in sorted(named - there):
            found.add("lost-change", root=root.hex(), kind=kind, entity=entity.hex(), id=number.hex())
    held = {row[0].hex() for row in db.execute("SELECT sha256 FROM attachment")}
    for name, number in db.execute("SELECT name, sha256 FROM attachments ORDER BY name"):
        if number and number not in held:
            found.add("lost-attachment", name=name)


def _named(db: sqlite3.Connection, problem: Problem) -> Problem:
    """The same, with the title of the partnership that it is about, where there is one."""
    root = bytes.fromhex(str(problem.data.get("root", "")))
    row = db.execute("SELECT title FROM partnerships WHERE id = ?", (root,)).fetchone()
    return problem if row is None else problem._replace(data={**problem.data, "partnership": row[0]})


def _entity(change: Change) -> tuple[bytes, str, bytes]:
    return change[:3]


def _settle(path: Path) -> None:
    """Force the whole file to the disk."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())
