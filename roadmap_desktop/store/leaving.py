"""What of a file leaves in a copy of a level, change by change and counted; nothing is written here."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from roadmap_desktop.domain import levels, records
from roadmap_desktop.domain.changes import DELETED, Change, fold
from roadmap_desktop.domain.errors import UnknownPartnership
from roadmap_desktop.domain.levels import Leaving, Level, Replaced, Stays
from roadmap_desktop.domain.records import side_id
from roadmap_desktop.store import derived, file, log, masks, queries
from roadmap_desktop.store.schema import table

MOST_NAMED: Final = 20
"""Titles and names of organisations that a preview lists."""
_FRAME: Final = 72
"""Bytes of a change besides its texts and the ids it replaces."""
_BARE: Final = 280_000
_SUMMARY: Final = 2_500
"""Bytes of a copy without a change, and of a partnership in figures, about."""


class Scope(NamedTuple):
    """What leaves of one partnership: all but what stays at home at that level, and the `organisations` it needs.

    `ours` and `theirs` are the keys of its sides, `shared` the tools of which our own rows go along, `home` the
    organisation whose file the copy is, in hex, as far as that is known: its reader's.
    """

    level: Level
    root: bytes
    title: str
    ours: str
    theirs: str
    home: str
    organisations: tuple[bytes, ...]
    shared: frozenset[str]

    def leaves(self, kind: str, changes: Iterable[Change]) -> bool:
        """Whether a thing of the partnership leaves, of which these are all changes."""
        if not levels.travels(kind, self.level):
            return False
        if not levels.stays_with_its_side(kind, self.shared):
            return True
        # Whatever was once written as ours stays: it is the whole history of a row that would travel.
        return all(change.fields.get("side", self.ours) == self.theirs for change in changes)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """`path`, which may be open and being written, as it is at this moment. Raises UserErrors about it."""
    with contextlib.closing(file.open_again(path)) as db, file.translating(path):
        db.execute("BEGIN")
        yield db


def scope_of(db: sqlite3.Connection, level: Level, root: bytes, shared: Collection[str] = ()) -> Scope:
    """What leaves of the partnership `root` at `level`, "partner" or "roles". Raises UnknownPartnership."""
    found = list(queries.summaries(db, [root]))
    if not found:
        raise UnknownPartnership(name=root.hex())
    [summary] = found
    home = summary.theirs.organisation.id
    return Scope(
        level,
        root,
        summary.partnership.title,
        summary.ours.key,
        summary.theirs.key,
        home.hex(),
        tuple(sorted(_organisations(db, root))),
        frozenset(shared),
    )


def _organisations(db: sqlite3.Connection, root: bytes) -> set[bytes]:
    """The organisations of both sides; all that are in question where that is disputed."""
    found = set()
    for key in records.SIDES:
        state = fold(derived.entity_changes(db, root, "side", side_id(root, key)))
        found |= {str(head.fields["organisation"]) for head in state.heads.get("organisation", ())}
    return {bytes.fromhex(number) for number in found if len(number) == 2 * len(root)}


class Copy(NamedTuple):
    """What a copy holds: changes, who wrote them, the names (SHA-256) of the attachments whose bytes are in it."""

    changes: list[Change]
    sessions: list[tuple[bytes, str]]
    contents: list[bytes]
    replaced: Replaced = Replaced()


def copy_of(db: sqlite3.Connection, scope: Scope, unnamed: str = "") -> Copy:
    """All that leaves. `unnamed` is what the reader calls a contact person without a role; see `masks`."""
    contents = _contents(db, scope)
    if scope.level == "roles":
        told = masks.masks_of(db, _things(db, scope), unnamed)
        persons = _named(db, scope.root)
        return Copy(
            told.changes, list(told.sessions.items()), contents, told.replaced._replace(persons=persons)
        )
    found = [change for thing in _things(db, scope) for change in thing]
    writers = {change.session for change in found}
    return Copy(found, [one for one in log.all_sessions(db) if one[0] in writers], contents)


def _things(db: sqlite3.Connection, scope: Scope) -> Iterator[list[Change]]:
    """Every change of what leaves, thing by thing; whole things only, with their history."""
    rows = db.execute(
        f"SELECT {derived.COLUMNS} FROM change WHERE root = ? ORDER BY kind, entity, id", (scope.root,)
    )
    for (kind, _), group in groupby((Change(*row) for row in rows), key=lambda one: one[1:3]):
        thing = list(group)
        if scope.leaves(kind, thing):
            yield thing
    for number in scope.organisations:
        if thing := derived.entity_changes(db, number, "organisation", number):
            yield thing


def _contents(db: sqlite3.Connection, scope: Scope) -> list[bytes]:
    """The attachments whose bytes leave: those that show. What was deleted is not sent after all."""
    if not levels.bytes_travel(scope.level, scope.shared):
        return []
    rows = db.execute("SELECT DISTINCT sha256 FROM attachments WHERE root = ?", (scope.root,))
    return [bytes.fromhex(name) for (name,) in rows if name]


# counted ------------------------------------------------------------------------------------------------


def preview(path: Path, level: Level, root: bytes = b"", *, shared: Collection[str] = ()) -> Leaving:
    """What a copy of `path`, which may be open, would hold; nothing is written.

    `root` is the partnership: none for the whole file, none or one for numbers. `shared` are the tools of which our own
    rows go along to a partner ("swot", "stakeholder"), and at the level "roles" "attachment" where what is in those
    leaves too. Raises UnknownPartnership, UserErrors about `path`.
    """
    with reading(path) as db:
        if level == "whole":
            return _whole(db)
        if level == "numbers":
            return _numbers(db, root)
        return _part(db, scope_of(db, level, root, shared))


def _whole(db: sqlite3.Connection) -> Leaving:
    rows = _rows(db, b"")
    (count, history) = db.execute(
        f"SELECT count(*), total(length(CAST(body AS BLOB)) + length(prev) + {_FRAME}) FROM change"
    ).fetchone()
    ((data,),) = db.execute("SELECT total(length(data)) FROM attachment")
    named = _named(db, b"")
    return Leaving(
        level="whole",
        partnerships=_count(db, "partnerships"),
        titles=_titles(db, b""),
        organisations=tuple(one.name for one in queries.organisations(db)[:MOST_NAMED]),
        checkpoints=_checkpoints(db, b""),
        rows=rows,
        named=named,
        nameless=rows.get("contact", 0) - named,
        attachments=_attachments(db, b""),
        notes=_count(db, "notes", more="text <> ''"),
        deleted=_deleted(db),
        changes=count,
        history=int(history),
        size=_BARE + 2 * int(history) + int(data),
        stays=Stays(),
    )


def _numbers(db: sqlite3.Connection, root: bytes) -> Leaving:
    there = _count(db, "partnerships", root)
    if not there and root:
        raise UnknownPartnership(name=root.hex())
    return Leaving(
        level="numbers",
        partnerships=there,
        titles=(),
        organisations=(queries.home_organisation(db).name,),
        checkpoints=0,
        rows={},
        named=0,
        nameless=0,
        attachments=(),
        notes=0,
        deleted=0,
        changes=0,
        history=0,
        size=_SUMMARY * max(there, 1),
        stays=Stays(
            partnerships=_count(db, "partnerships") - there,
            notes=_count(db, "notes", root, "text <> ''"),
            rows=_rows(db, root),
            exchanges=_count(db, "exchanges", root),
        ),
    )


def _part(db: sqlite3.Connection, scope: Scope) -> Leaving:
    root = scope.root
    copy = copy_of(db, scope)
    found = copy.changes
    things = {(one.kind, one.entity) for one in found}
    rows = {
        kind: sum((kind, number) in things for number in _shown(db, kind, root)) for kind in records.TOOLS
    }
    kept = {kind: count - rows[kind] for kind, count in _rows(db, root).items()}
    masked = scope.level == "roles"
    named = 0 if masked else _named(db, root)
    files = _attachments(db, root)
    leave = levels.bytes_travel(scope.level, scope.shared)
    history = sum(len(one.body.encode()) + len(one.prev) + _FRAME for one in found)
    names = {one.id: one.name for one in queries.organisations(db)}
    return Leaving(
        level=scope.level,
        partnerships=1,
        titles=(scope.title,),
        organisations=tuple(names[number] for number in scope.organisations if number in names),
        checkpoints=_checkpoints(db, root),
        rows={kind: count for kind, count in rows.items() if count},
        named=named,
        nameless=rows["contact"] - named,
        attachments=files if leave else (),
        notes=0,
        deleted=0 if masked else _deleted_in(found),
        changes=len(found),
        history=history,
        size=_BARE + 2 * history + (sum(size for _, size in files) if leave else 0),
        stays=Stays(
            partnerships=_count(db, "partnerships") - 1,
            notes=_count(db, "notes", root, "text <> ''"),
            rows={kind: count for kind, count in kept.items() if count},
            exchanges=_count(db, "exchanges", root),
            unknown=_unknown(db, root),
            attachments=0 if leave else len(files),
        ),
        replaced=copy.replaced,
    )


def _count(db: sqlite3.Connection, name: str, root: bytes = b"", more: str = "1") -> int:
    where, values = _where(root)
    return int(db.execute(f"SELECT count(*) FROM {name} WHERE {where} AND {more}", values).fetchone()[0])


def _where(root: bytes) -> tuple[str, Sequence[bytes]]:
    return ("root = ?", (root,)) if root else ("1", ())


def _rows(db: sqlite3.Connection, root: bytes) -> Mapping[str, int]:
    """Rows of each support tool that has any."""
    found = {kind: _count(db, table(kind), root) for kind in records.TOOLS}
    return {kind: count for kind, count in found.items() if count}


def _shown(db: sqlite3.Connection, kind: str, root: bytes) -> list[bytes]:
    return [number for (number,) in db.execute(f"SELECT id FROM {table(kind)} WHERE root = ?", (root,))]


def _titles(db: sqlite3.Connection, root: bytes) -> tuple[str, ...]:
    where, values = _where(root)
    rows = db.execute(
        f"SELECT title FROM partnerships WHERE {where} ORDER BY title_key, id LIMIT {MOST_NAMED}", values
    )
    return tuple(title for (title,) in rows)


def _checkpoints(db: sqlite3.Connection, root: bytes) -> int:
    """Checkpoints that somebody has worked on."""
    return _count(db, "answers", root, "(text <> '' OR state <> 'open' OR who <> '' OR due <> '')")


def _named(db: sqlite3.Connection, root: bytes) -> int:
    """Contacts that somebody could be told by."""
    told = "(name <> '' OR email <> '' OR phone <> '') AND contact IN (SELECT lower(hex(id)) FROM contacts)"
    return _count(db, "persons", root, told)


def _attachments(db: sqlite3.Connection, root: bytes) -> tuple[tuple[str, int], ...]:
    where, values = _where(root)
    rows = db.execute(
        f"SELECT name, size FROM attachments WHERE {where} ORDER BY size DESC, name, id", values
    )
    return tuple((str(name), int(size)) for name, size in rows)


def _deleted(db: sqlite3.Connection) -> int:
    """Things in the log that no longer show."""
    found = db.execute(
        "SELECT DISTINCT root, kind, entity FROM change WHERE instr(body, ?)", (f'"{DELETED}":1',)
    ).fetchall()
    return sum(fold(derived.entity_changes(db, *key)).deleted for key in found)


def _deleted_in(found: Sequence[Change]) -> int:
    things = (list(group) for _, group in groupby(found, key=lambda one: one[:3]))
    return sum(fold(thing).deleted for thing in things if any(DELETED in one.body for one in thing))


def _unknown(db: sqlite3.Connection, root: bytes) -> int:
    marks = ", ".join("?" * len(records.KINDS))
    rows = db.execute(
        f"SELECT DISTINCT kind, entity FROM change WHERE root = ? AND kind NOT IN ({marks})",
        (root, *records.KINDS),
    )
    return len(rows.fetchall())
