"""The tables of current state: what the change log amounts to, kept in step with it or made anew; undo and merge are the log's."""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Final, Protocol

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import (
    DELETED,
    NOTHING,
    Change,
    State,
    canonical,
    covers,
    fold,
)
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import schema

COLUMNS: Final = "root, kind, entity, id, body, prev, wall, session"
"""Of the change log, in the order of Change."""
_REBUILD_CACHE_KB: Final = 64_000


def entity_changes(db: sqlite3.Connection, root: bytes, kind: str, entity: bytes) -> list[Change]:
    """Every change of one entity."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM change WHERE root = ? AND kind = ? AND entity = ?", (root, kind, entity)
    )
    return [Change(*row) for row in rows]


def all_changes(db: sqlite3.Connection) -> Iterator[Change]:
    """The whole log, entity by entity."""
    return (
        Change(*row) for row in db.execute(f"SELECT {COLUMNS} FROM change ORDER BY root, kind, entity, id")
    )


def erased(db: sqlite3.Connection) -> frozenset[bytes]:
    """Ids of changes that never come back."""
    return frozenset(number for (number,) in db.execute("SELECT id FROM forgotten"))


def settle(db: sqlite3.Connection, root: bytes, kind: str, state: State) -> State:
    """`state`, save that a partnership counts as deleted only if who deleted it had seen all that is inside."""
    if kind != "partnership" or not state.deleted or covers(state, heads_below(db, root)):
        return state
    return state._replace(deleted=False, conflicts=tuple(sorted((*state.conflicts, DELETED))))


def refresh(db: sqlite3.Connection, root: bytes, kind: str, entity: bytes) -> None:
    """Bring one entity's derived row and conflicts in line with its changes. Unknown kinds stay in the log."""
    if kind not in records.KINDS:
        return
    state = settle(db, root, kind, fold(entity_changes(db, root, kind, entity)))
    derive(db, root, kind, entity, state, None)


def rebuild(db: sqlite3.Connection) -> None:
    """Drop the derived tables and make them anew from the log, in one transaction."""
    with _one_big_transaction(db):
        schema.drop_derived(db)
        _fill(db, schema.derived_tables())
        db.execute("INSERT OR REPLACE INTO meta VALUES ('derived', ?)", (_signature(),))


def rebuild_in_memory(db: sqlite3.Connection) -> None:
    """Make the derived tables for this connection alone, in place of those of a file that may not be written."""
    db.execute("PRAGMA temp_store = MEMORY")
    with _one_big_transaction(db, "BEGIN"):
        made = {
            name: sql.replace("CREATE TABLE ", "CREATE TEMP TABLE ").replace(
                "CREATE INDEX ", "CREATE INDEX temp."
            )
            for name, sql in schema.derived_tables().items()
        }
        _fill(db, made)


@contextlib.contextmanager
def _one_big_transaction(db: sqlite3.Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    (usual,) = db.execute("PRAGMA cache_size").fetchone()
    db.execute(f"PRAGMA cache_size = -{_REBUILD_CACHE_KB}")
    db.execute(begin)
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise
    finally:
        db.execute(f"PRAGMA cache_size = {usual:d}")


def _fill(db: sqlite3.Connection, statements: Mapping[str, str]) -> None:
    indexes = {name: sql for name, sql in statements.items() if sql.startswith("CREATE INDEX")}
    for name, sql in statements.items():
        if name not in indexes:
            db.execute(sql)
    newest: dict[bytes, Change] = {}
    for (root, kind, entity), group in groupby(all_changes(db), key=lambda change: change[:3]):
        changes = list(group)
        if kind in records.KINDS:
            derive(db, root, kind, entity, settle(db, root, kind, fold(changes)), NOTHING)
        latest = max(changes, key=lambda change: change.recency)
        if root not in newest or latest.recency > newest[root].recency:
            newest[root] = latest
    note_activity(db, newest.values())
    # Indexes last: filling them in order is several times faster than row by row.
    for sql in indexes.values():
        db.execute(sql)


def derived_is_current(db: sqlite3.Connection) -> bool:
    """Whether the derived tables are those that this version of the program makes."""
    row = db.execute("SELECT value FROM meta WHERE key = 'derived'").fetchone()
    return row is not None and row[0] == _signature()


def _signature() -> str:
    text = "\n".join(schema.derived_tables().values())
    return f"{zlib.crc32(text.encode()):08x}"


def derive(
    db: sqlite3.Connection, root: bytes, kind: str, entity: bytes, state: State, former: State | None
) -> None:
    """Write an entity's row and conflicts as `state` has them, touching no more than differs from `former`.

    `former` is None where it is not known what the tables hold.
    """
    if former is None or former.conflicts:
        db.execute("DELETE FROM conflicts WHERE root = ? AND kind = ? AND entity = ?", (root, kind, entity))
    if state.conflicts:
        db.executemany(
            "INSERT OR REPLACE INTO conflicts VALUES (?, ?, ?, ?, ?)",
            [(root, kind, entity, *row) for row in conflict_rows(state)],
        )
    row = derived_row(kind, state)
    old = None if former is None else derived_row(kind, former)
    if row is None:
        if former is None or old is not None:
            db.execute(f"DELETE FROM {schema.table(kind)} WHERE id = ?", (entity,))
        return
    if old is not None:
        changed = {name: value for name, value in row.items() if old[name] != value}
        if not changed:
            return
        # Only what differs is named, so that SQLite leaves the indexes of all other columns alone.
        sets = ", ".join(f'"{name}" = ?' for name in changed)
        sql = f"UPDATE {schema.table(kind)} SET {sets} WHERE id = ?"
        if db.execute(sql, (*changed.values(), entity)).rowcount:
            return
    db.execute(_upsert(kind), (entity, root, *row.values()))


def put_rows(db: sqlite3.Connection, kind: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Write rows of things of one kind: the id, the root, and the values of `derived_row`."""
    db.executemany(_upsert(kind), rows)


def conflict_rows(state: State) -> Iterator[tuple[str, bytes]]:
    """(field, its heads' ids joined, the shown one first) of every field in conflict."""
    return ((name, b"".join(head.id for head in state.heads[name])) for name in state.conflicts)


def derived_row(kind: str, state: State) -> dict[str, Scalar] | None:
    """The derived row of a known kind by column, without id and root; None where the entity is not shown."""
    if state.deleted or not state.heads:
        return None
    known = _defaults(kind)
    row: dict[str, Scalar] = {}
    for name, default in known.items():
        value = state.fields.get(name, default)
        row[name] = value if isinstance(value, type(default)) else default
    if kind == "partnership":
        row["title_key"] = schema.sort_key(str(row["title"]))
    extra = {name: value for name, value in state.fields.items() if name not in known}
    row["extra"] = canonical(extra) if extra else "{}"
    return row


_defaults = cache(records.defaults)


@cache
def _upsert(kind: str) -> str:
    row = derived_row(kind, NOTHING._replace(heads={"": ()})) or {}
    names = [f'"{name}"' for name in row]
    marks = ", ".join("?" * (len(names) + 2))
    updates = ", ".join(f"{name} = excluded.{name}" for name in names)
    return (
        f"INSERT INTO {schema.table(kind)} (id, root, {', '.join(names)}) VALUES ({marks}) "
        f"ON CONFLICT (id) DO UPDATE SET {updates}"
    )


def is_shown(db: sqlite3.Connection, root: bytes) -> bool:
    """Whether `root` is a partnership that is not deleted."""
    return db.execute("SELECT 1 FROM partnerships WHERE id = ?", (root,)).fetchone() is not None


def shown_among(db: sqlite3.Connection, roots: Sequence[bytes]) -> frozenset[bytes]:
    """Those of `roots` that are partnerships and not deleted; no more than some thousands at once."""
    marks = ", ".join("?" * len(roots))
    return frozenset(
        root for (root,) in db.execute(f"SELECT id FROM partnerships WHERE id IN ({marks})", roots)
    )


def revive(db: sqlite3.Connection, root: bytes) -> None:
    """A partnership that was deleted comes back in question when something inside it is written later."""
    if not is_shown(db, root):
        refresh(db, root, "partnership", root)


class _Dated(Protocol):
    @property
    def root(self) -> bytes: ...
    @property
    def recency(self) -> tuple[int, bytes]: ...


def note_activity(db: sqlite3.Connection, changes: Iterable[_Dated]) -> None:
    """Remember per root its newest change: the same whatever order they came in."""
    newest: dict[bytes, tuple[int, bytes]] = {}
    for change in changes:
        when = change.recency
        if change.root not in newest or when > newest[change.root]:
            newest[change.root] = when
    db.executemany(
        "INSERT INTO activity VALUES (?1, ?2, ?3) ON CONFLICT (root) DO UPDATE SET wall = ?2, session = ?3 "
        "WHERE (?2, ?3) > (activity.wall, activity.session)",
        [(root, *when) for root, when in newest.items()],
    )


def heads_below(db: sqlite3.Connection, root: bytes, more: Iterable[Change] = ()) -> frozenset[Change]:
    """Heads of everything inside a partnership, with `more` changes: what somebody who deletes it has seen."""
    rows = db.execute(f"SELECT {COLUMNS} FROM change WHERE root = ? AND kind <> 'partnership'", (root,))
    found: dict[tuple[str, bytes], list[Change]] = {}
    for change in (*(Change(*row) for row in rows), *more):
        if change.kind != "partnership":
            found.setdefault((change.kind, change.entity), []).append(change)
    return frozenset(
        head for changes in found.values() for heads in fold(changes).heads.values() for head in heads
    )
