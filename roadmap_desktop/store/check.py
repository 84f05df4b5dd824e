"""Is a file whole: its pages, its log, its tables, as a report of typed problems; it mends nothing and words nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import BadChangeError, fold, is_mask
from roadmap_desktop.domain.errors import (
    FileDamaged,
    FileForeign,
    FileHostile,
    FileIncomplete,
    FileLocked,
    FileNewer,
    FileReadOnly,
    FileTooLarge,
    FileUnreadable,
    FolderUnwritable,
    UserError,
)
from roadmap_desktop.store import derived, file, log, queries, schema
from roadmap_desktop.store.verdict import MOST, Code, Findings, Problem, Report, Verdict

if TYPE_CHECKING:
    from roadmap_desktop.store import vet

__all__ = ["MOST", "Code", "Problem", "Report", "Verdict", "check", "check_open"]

_OFTEN = 20_000
"""Steps of SQLite between two looks whether to stop."""


def check(path: Path) -> Report:
    """Read the whole of `path` and compare everything with everything; nothing is written.

    It is read as if it came from a stranger: a copy, by a process of its own (`vet.survey`). Only where that finds its
    pages sound and nothing in them that is not ours, are the derived tables compared here, in the same copy.

    Must not be called for a file that this process has open (see `file.examine`). Raises FileMissing, FileBusy,
    and DiskFull where there is no room for the copy.
    """
    from roadmap_desktop.store import vet  # noqa: PLC0415 - brings OpenSSL, which no window needs to open

    found = Findings(MOST)
    try:
        with contextlib.suppress(FileDamaged, FileIncomplete):  # said below, better
            file.examine(path)
        with vet.private_copy(path, journal=True) as copy:
            return _check_copy(path, vet.roll_back(copy), found)
    except FileLocked:
        return _locked(path)
    except FileForeign:
        return Report(path, "foreign", readable=False, changes=0, problems=[Problem("not-ours", {})])
    except (FileTooLarge, FileUnreadable, FileReadOnly, FolderUnwritable) as error:
        return _refused(path, error)


def check_open(path: Path, stopped: Callable[[], bool] = lambda: False) -> list[Problem]:
    """What is wrong with `path`, which may be open and being written: first lost rows, then its pages.

    A copy is looked at, made by the connection that holds the lock, so that saving has to wait for no more than that.
    For a thread of its own; once `stopped` says so it ends, and nothing was found. Raises FileMissing, FileBusy,
    DiskFull where there is no room for the copy, FileUnreadable.
    """
    from roadmap_desktop.store import backup  # noqa: PLC0415 - opening needs nothing of it

    found = Findings(MOST)
    try:
        with backup.snapshot(path) as copy, contextlib.closing(file.open_as_it_is(copy)) as db:
            db.set_progress_handler(stopped, _OFTEN)
            with file.translating(copy):
                _check_count(db, found)
                for reason in _integrity(db):
                    found.add("structure", reason=reason)
    except (FileDamaged, FileForeign, FileIncomplete) as error:
        found.add("structure", reason=str(error.data.get("reason", "its first page")))
    except FileUnreadable:
        if not stopped():  # else that is what ended it
            raise
    return [] if stopped() else found.problems


def _check_count(db: sqlite3.Connection, found: Findings) -> None:
    """The changes that are there against the tally: SQLite calls a file "ok" from which rows were lost."""
    noted, digest = log.tally(db)
    count, xor = 0, 0
    for (number,) in db.execute("SELECT id FROM change"):
        count += 1
        xor ^= int.from_bytes(number, "big")
    if count != noted:
        found.add("count", noted=noted, found=count)
    elif xor != digest:
        found.add("tally")


def _check_copy(path: Path, copy: vet.Copy, found: Findings) -> Report:
    from roadmap_desktop.store import sandbox, vet  # noqa: PLC0415 - as above

    with copy.path.open("rb") as stream:
        head = stream.read(100)
    try:
        header = vet.read_header(head, copy.size, path)
    except FileIncomplete:
        return Report(path, "damaged", readable=False, changes=0, problems=[Problem("left-behind", {})])
    except FileDamaged as error:
        problem = Problem("cut-short", {"reason": error.data["reason"]})
        return Report(path, "damaged", readable=False, changes=0, problems=[problem])
    rows = vet.survey(copy, header, found)
    if rows.complete and not found.met("structure", "hostile"):
        try:
            with contextlib.closing(file.open_as_it_is(copy.path)) as db, file.translating(path):
                db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, sandbox.LONGEST_VALUE)
                try:
                    _check_here(db, found)
                except sqlite3.DataError as error:  # a value longer than that
                    found.add("hostile", reason=str(error))
        except FileDamaged as error:
            found.add("structure", reason=str(error.data["reason"]))
    verdict: Verdict = "newer" if header.newer else "healthy"
    if found.problems:
        verdict = "hostile" if found.met("hostile") else "damaged"
    return Report(path, verdict, rows.complete, rows.seen, found.problems)


def _check_here(db: sqlite3.Connection, found: Findings) -> None:
    """What only the tables of current state can say; their schema and their pages are known to be harmless."""
    for reason in _integrity(db):
        found.add("structure", reason=reason)
    if not derived.derived_is_current(db):  # another version's tables
        return
    _check_schema(db, found)
    _check_derived(db, found)
    _check_rest(db, found)


def _locked(path: Path) -> Report:
    """Of a locked copy no more can be said without its password than whether its bytes are those once written."""
    from roadmap_desktop.store import locked  # noqa: PLC0415 - hardly ever needed

    verdict: Verdict = "unreadable"
    problems = [Problem("locked", {})]
    try:
        locked.examine(path)
    except FileDamaged as error:
        verdict = "damaged"
        problems.append(Problem("structure", {"reason": str(error.data["reason"])}))
    except FileHostile as error:
        verdict = "hostile"
        problems.append(Problem("hostile", {"reason": str(error.data["reason"])}))
    except FileNewer:  # nothing is wrong with it
        pass
    except (FileTooLarge, FileUnreadable) as error:
        return _refused(path, error)
    return Report(path, verdict, readable=False, changes=0, problems=problems)


def _refused(path: Path, error: UserError) -> Report:
    reason = error.data.get("reason", type(error).__name__)
    return Report(
        path, "unreadable", readable=False, changes=0, problems=[Problem("refused", {"reason": reason})]
    )


def _integrity(db: sqlite3.Connection) -> Iterator[str]:
    # quick_check would pass torn copies.
    return (row[0] for row in db.execute(f"PRAGMA integrity_check({MOST})") if row[0] != "ok")


def _check_schema(db: sqlite3.Connection, found: Findings) -> None:
    """The derived tables to the letter; the lasting ones were compared before anything was read."""
    there = dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    for name, sql in schema.derived_tables().items():
        if there.get(name) != sql:
            found.add("schema", name=name)


def _hex(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def differing_tables(copy: Path, step: Callable[[], None] = lambda: None) -> list[Problem]:
    """Where the tables of current state say other than the log; none where they are another version's, never read.

    `copy` is a private copy whose pages, schema and log are known to be sound. `step` is called for each thing in it.
    Raises sqlite3.DataError where a value is longer than any of ours.
    """
    from roadmap_desktop.store import sandbox  # noqa: PLC0415 - as above

    found = Findings(1)
    with contextlib.closing(file.open_as_it_is(copy)) as db:
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, sandbox.LONGEST_VALUE)
        if derived.derived_is_current(db):
            _check_schema(db, found)
            if not found.problems:
                _check_derived(db, found, step)
    return found.problems


def tables_lie(db: sqlite3.Connection) -> bool:
    """Whether a table of current state says other than the log, in an open file whose pages are sound."""
    found = Findings(1)
    _check_derived(db, found)
    return bool(found.problems)


def _check_derived(db: sqlite3.Connection, found: Findings, step: Callable[[], None] = lambda: None) -> None:
    """Every row against the fold of its changes."""
    rows = dict.fromkeys(records.KINDS, 0)
    conflicts: set[tuple[object, ...]] = set()
    activity: dict[bytes, tuple[int, bytes]] = {}
    for (root, kind, entity), group in groupby(derived.all_changes(db), key=lambda change: change[:3]):
        step()
        try:
            changes = list(group)
            newest = max(change.recency for change in changes)
            activity[root] = max(newest, activity.get(root, newest))
            if kind not in records.KINDS:
                continue
            state = derived.settle(db, root, kind, fold(changes))
        except (BadChangeError, TypeError, AttributeError):
            continue  # already among the problems
        conflicts |= {(root, kind, entity, *row) for row in derived.conflict_rows(state)}
        row = derived.derived_row(kind, state)
        rows[kind] += row is not None
        if _stored_row(db, kind, entity) != (None if row is None else (entity, root, *row.values())):
            found.add("derived", table=schema.table(kind), id=_hex(entity))
    for kind, count in rows.items():
        if db.execute(f"SELECT count(*) FROM {schema.table(kind)}").fetchone()[0] != count:
            found.add("derived", table=schema.table(kind), id="")
    if set(db.execute("SELECT root, kind, entity, field, heads FROM conflicts")) != conflicts:
        found.add("derived", table="conflicts", id="")
    if {row[0]: row[1:] for row in db.execute("SELECT root, wall, session FROM activity")} != activity:
        found.add("derived", table="activity", id="")


def _stored_row(db: sqlite3.Connection, kind: str, entity: bytes) -> tuple[object, ...] | None:
    row: tuple[object, ...] | None = db.execute(
        f"SELECT * FROM {schema.table(kind)} WHERE id = ?", (entity,)
    ).fetchone()
    return row


def _stayed_elsewhere(db: sqlite3.Connection, root: bytes, entity: bytes) -> bool:
    """Whether an attachment came by name alone, without what is in it."""
    heads = fold(derived.entity_changes(db, root, "attachment", entity)).heads.get("sha256", ())
    return any(map(is_mask, heads))


def _check_rest(db: sqlite3.Connection, found: Findings) -> None:
    """Attachments that are mentioned, and the organisation whose file this is."""
    held = {_hex(row[0]) for row in db.execute("SELECT sha256 FROM attachment")}
    rows = db.execute("SELECT root, id, name, sha256 FROM attachments")
    for root, entity, name, number in rows.fetchall():
        if number and number not in held and not _stayed_elsewhere(db, root, entity):
            found.add("lost-attachment", name=name)
    home = queries.meta(db, "home")
    if home and not any(home == found_.id.hex() for found_ in queries.organisations(db)):
        found.add("home", id=home)
