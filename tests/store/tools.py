"""What the store's tests share: files in memory, dumps to compare, edits in one word."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import Change, Edit
from roadmap_desktop.domain.records import Scalar, answer_id
from roadmap_desktop.store import derived, log, migrations, schema

ROOT = bytes(range(16))
OTHER_ROOT = bytes(range(16, 32))
NEVER = b"never-written-in"


@cache
def _empty() -> bytes:
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrations.apply(db)
    derived.rebuild(db)
    return db.serialize()


def memory_file() -> sqlite3.Connection:
    """An empty file of the newest format that is on no disk."""
    return copy_of(_empty())


def copy_of(held: sqlite3.Connection | bytes) -> sqlite3.Connection:
    """What a plain copy of the file holds at this moment."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.deserialize(held if isinstance(held, bytes) else held.serialize())
    return db


def clock_from(start: int) -> Callable[[], int]:
    ticks = iter(range(start, start + 10**9))
    return lambda: next(ticks)


def writer(db: sqlite3.Connection, name: str = "Ilze", start: int = 1_000) -> log.Log:
    return log.Log(db, log.Author(name, "Ābeļkalna ļaudis"), clock_from(start))


def derived_names() -> Iterator[str]:
    return (name for name, sql in schema.derived_tables().items() if sql.startswith("CREATE TABLE"))


def dump(db: sqlite3.Connection, *, activity: bool = True) -> dict[str, list[Any]]:
    """Every row of the derived tables."""
    names = [name for name in derived_names() if activity or name != "activity"]
    return {name: sorted(db.execute(f"SELECT * FROM {name}")) for name in names}


def shown(db: sqlite3.Connection) -> dict[str, Any]:
    """What a person sees: the rows, and per conflict the differing values, the shown one first."""
    found: dict[str, Any] = dump(db, activity=False)
    found["conflicts"] = [
        (
            root,
            kind,
            entity,
            field,
            [change.fields[field] for change in heads(db, root, kind, entity, joined)],
        )
        for root, kind, entity, field, joined in found["conflicts"]
    ]
    return found


def heads(db: sqlite3.Connection, root: bytes, kind: str, entity: bytes, joined: bytes) -> list[Change]:
    by_id = {change.id: change for change in derived.entity_changes(db, root, kind, entity)}
    return [by_id[joined[start : start + 16]] for start in range(0, len(joined), 16)]


def rebuilt(db: sqlite3.Connection) -> dict[str, list[Any]]:
    """The derived tables as a rebuild makes them."""
    again = copy_of(db)
    derived.rebuild(again)
    return dump(again)


def index_entries(db: sqlite3.Connection) -> None:
    """Fails where an index and its table disagree."""
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def tally_is_right(db: sqlite3.Connection) -> bool:
    ids = [row[0] for row in db.execute("SELECT id FROM change")]
    xor = 0
    for number in ids:
        xor ^= int.from_bytes(number, "big")
    return log.tally(db) == (len(ids), xor)


def partnership(title: str = "Jauniešu centrs", root: bytes = ROOT) -> Edit:
    return Edit(root, "partnership", root, {"title": title})


def side(key: str, root: bytes = ROOT, form: str = "community", organisation: str = "") -> Edit:
    return Edit(
        root, "side", records.side_id(root, key), {"key": key, "form": form, "organisation": organisation}
    )


def answer(checkpoint: str = "c1.need", side: str = "a", root: bytes = ROOT, **fields: Scalar) -> Edit:
    """An edit of an answer, with what a first edit of it says besides."""
    return Edit(
        root, "answer", answer_id(root, side, checkpoint), {"side": side, "checkpoint": checkpoint, **fields}
    )


def value(db: sqlite3.Connection, kind: str, entity: bytes, field: str) -> Scalar | None:
    row = db.execute(f'SELECT "{field}" FROM {schema.table(kind)} WHERE id = ?', (entity,)).fetchone()
    found: Scalar | None = None if row is None else row[0]
    return found
