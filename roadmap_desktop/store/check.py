"""Is a file whole: its pages, its log, its tables, as a report of typed problems; it mends nothing and words nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from hashlib import blake2b, sha256
from itertools import groupby
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias, cast

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import ID_SIZE, BadChangeError, Change, canonical, change_id, fold, split
from roadmap_desktop.domain.errors import (
    FileDamaged,
    FileForeign,
    FileReadOnly,
    FileUnreadable,
    FolderUnwritable,
    UserError,
)
from roadmap_desktop.store import derived, file, log, queries, schema

Verdict: TypeAlias = Literal["healthy", "damaged", "newer", "foreign", "unreadable"]
Code: TypeAlias = Literal[
    "not-ours",  # no file of this program
    "refused",  # the system does not let us read it: reason
    "cut-short",  # the header promises more than there is: reason
    "structure",  # what SQLite says of its pages: reason
    "schema",  # a table or index is not as this program makes it: name
    "format",  # a format number that never was: format
    "count",  # changes are missing or too many: noted, found
    "tally",  # as many changes as noted, but others
    "altered-change",  # its hash differs: kind, id
    "bad-change",  # its columns or its body cannot be: kind, id
    "altered-session",  # who wrote was altered: id
    "lost-session",  # nobody is noted as having written these changes: id
    "altered-attachment",  # its bytes differ from its name: sha256
    "lost-attachment",  # an attachment is mentioned whose bytes are not here: name
    "derived",  # a table says other than the log: table, id
    "home",  # the file's own organisation is not in it: id
]

MOST: Final = 200
"""Problems of one kind that are listed; a file torn in half has a hundred thousand."""


class Problem(NamedTuple):
    """One thing wrong. `data` as noted beside its code."""

    code: Code
    data: Mapping[str, object]


class Report(NamedTuple):
    """What was found. `readable` when the log could be read to its end; `changes` is how many it holds."""

    file: Path
    verdict: Verdict
    readable: bool
    changes: int
    problems: list[Problem]


class _Findings:
    """Problems as they are met, at most MOST of a kind."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._met: dict[Code, int] = {}

    def add(self, code: Code, **data: object) -> None:
        self._met[code] = self._met.get(code, 0) + 1
        if self._met[code] <= MOST:
            self.problems.append(Problem(code, data))


def check(path: Path) -> Report:
    """Read the whole of `path` and compare everything with everything; nothing is written.

    Must not be called for a file that this process has open (see `file.examine`). Raises FileMissing and FileBusy.
    """
    found = _Findings()
    try:
        header = file.examine(path)
    except FileForeign:
        return Report(path, "foreign", readable=False, changes=0, problems=[Problem("not-ours", {})])
    except FileDamaged as error:
        problem = Problem("cut-short", {"reason": error.data["reason"]})
        return Report(path, "damaged", readable=False, changes=0, problems=[problem])
    except (FileUnreadable, FileReadOnly, FolderUnwritable) as error:
        return _refused(path, error)
    changes, readable = 0, False
    try:
        with contextlib.closing(file.open_as_it_is(path)) as db, file.translating(path):
            for reason in _integrity(db):
                found.add("structure", reason=reason)
            _check_schema(db, header, found)
            changes = _check_log(db, found)
            readable = True
            _check_derived(db, found)
            _check_rest(db, found)
    except FileDamaged as error:
        found.add("structure", reason=str(error.data["reason"]))
    except (FileUnreadable, FileReadOnly, FolderUnwritable) as error:
        return _refused(path, error)
    verdict: Verdict = "damaged" if found.problems else "newer" if header.newer else "healthy"
    return Report(path, verdict, readable, changes, found.problems)


def _refused(path: Path, error: UserError) -> Report:
    reason = error.data.get("reason", type(error).__name__)
    return Report(
        path, "unreadable", readable=False, changes=0, problems=[Problem("refused", {"reason": reason})]
    )


def _integrity(db: sqlite3.Connection) -> Iterator[str]:
    # quick_check would pass torn copies.
    return (row[0] for row in db.execute(f"PRAGMA integrity_check({MOST})") if row[0] != "ok")


def _check_schema(db: sqlite3.Connection, header: file.Header, found: _Findings) -> None:
    """Ours to the letter, where this program made them; a newer file may have others."""
    if header.format < 1:
        found.add("format", format=header.format)
    there = dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    wanted = {} if header.newer else {sql.split()[2]: sql for sql in schema.TRUTH}
    if derived.derived_is_current(db):
        wanted |= schema.derived_tables()
    for name, sql in wanted.items():
        if there.get(name) != sql:
            found.add("schema", name=name)


def _check_log(db: sqlite3.Connection, found: _Findings) -> int:
    """Every change, and whether they are those that the tally knows; returns their number."""
    sessions = _check_sessions(db, found)
    lost: set[bytes] = set()
    count = digest = 0
    for change in derived.all_changes(db):
        count += 1
        if not _is_well_made(change):
            found.add("bad-change", kind=str(change.kind), id=_hex(change.id))
        elif _true_id(change) != change.id:
            found.add("altered-change", kind=change.kind, id=change.id.hex())
        if isinstance(change.id, bytes):
            digest ^= int.from_bytes(change.id, "big")
        if change.session not in sessions and change.session not in lost:
            lost.add(change.session)
            found.add("lost-session", id=_hex(change.session))
    noted, noted_digest = _noted(db)
    if noted != count:
        found.add("count", noted=noted, found=count)
    elif noted_digest != digest:
        found.add("tally")
    return count


def _noted(db: sqlite3.Connection) -> tuple[int, int]:
    try:
        return log.tally(db)
    except (KeyError, TypeError, ValueError):
        return -1, -1


def _hex(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def _is_well_made(change: Change) -> bool:
    """Types, lengths, and a body as `canonical` writes it."""
    root, kind, entity, number, body, joined, wall, session = cast("tuple[object, ...]", change)
    if not all(isinstance(one, bytes) and len(one) == ID_SIZE for one in (root, entity, number, session)):
        return False
    if not (isinstance(kind, str) and isinstance(body, str) and isinstance(wall, int)):
        return False
    if not isinstance(joined, bytes) or len(joined) % ID_SIZE:
        return False
    prev = list(split(change.prev))
    try:
        fields = change.fields
        return (
            bool(fields)
            and all(map(_is_scalar, fields.values()))
            and canonical(fields) == change.body
            and prev == sorted(set(prev))
        )
    except (BadChangeError, ValueError):
        return False


def _true_id(change: Change) -> bytes:
    root, kind, entity, _, body, prev, wall, session = change
    return change_id(root, kind, entity, body, prev, wall, session)


def _is_scalar(value: object) -> bool:
    return isinstance(value, str) or (type(value) is int and -(2**63) <= value < 2**63)


def _check_sessions(db: sqlite3.Connection, found: _Findings) -> set[bytes]:
    known = set()
    for number, body in log.all_sessions(db):
        known.add(number)
        if blake2b(body.encode(), digest_size=ID_SIZE).digest() != number:
            found.add("altered-session", id=_hex(number))
    return known


def _check_derived(db: sqlite3.Connection, found: _Findings) -> None:
    """Every row against the fold of its changes; tables of another version of the program are left alone."""
    if not derived.derived_is_current(db):
        return
    rows = dict.fromkeys(records.KINDS, 0)
    conflicts: set[tuple[object, ...]] = set()
    activity: dict[bytes, tuple[int, bytes]] = {}
    for (root, kind, entity), group in groupby(derived.all_changes(db), key=lambda change: change[:3]):
        try:
            changes = list(group)
            newest = max((change.wall, change.session) for change in changes)
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


def _check_rest(db: sqlite3.Connection, found: _Findings) -> None:
    """Attachments' bytes, and the organisation whose file this is."""
    held = set()
    for name, data in db.execute("SELECT sha256, data FROM attachment"):
        held.add(_hex(name))
        if sha256(data).digest() != name:
            found.add("altered-attachment", sha256=_hex(name))
    if not derived.derived_is_current(db):
        return
    for name, number in db.execute("SELECT name, sha256 FROM attachments"):
        if number and number not in held:
            found.add("lost-attachment", name=name)
    home = queries.meta(db, "home")
    if home and not any(home == found_.id.hex() for found_ in queries.organisations(db)):
        found.add("home", id=home)
