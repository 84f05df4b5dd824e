"""Rows on their way into the log and the derived tables, gathered so that many are written at once; decides nothing."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import Final

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import Change
from roadmap_desktop.domain.difference import shown
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import derived
from roadmap_desktop.store.joint import Joint
from roadmap_desktop.store.schema import table

_MOST: Final = 5_000
"""Changes that are gathered before they are written."""


class Gathered:
    """What is to be written in the transaction that `db` is in; `write` at its end, and before any of it is read."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Of one transaction."""
        self._db = db
        self._changes: list[Change] = []
        self._begun: dict[str, list[tuple[object, ...]]] = {}
        self._edited: dict[tuple[str, tuple[str, ...]], list[tuple[object, ...]]] = {}

    def add(self, root: bytes, joint: Joint) -> None:
        """What came of one thing, and what its row becomes by it."""
        if len(self._changes) >= _MOST:
            self.write()
        self._changes += joint.came
        kind, entity = joint.kind, joint.entity
        if kind not in records.KINDS:
            return
        if joint.plain and joint.begins:
            row = derived.derived_row(kind, joint.after) or {}
            self._begun.setdefault(kind, []).append((entity, root, *row.values()))
            return
        edited = _edited(joint)
        names = tuple(edited or ())
        if edited is None or _types(kind, names) != [*map(type, edited.values())]:
            derived.derive(self._db, root, kind, entity, joint.after, joint.before)
        elif names:
            self._edited.setdefault((kind, names), []).append((*edited.values(), entity))

    def write(self) -> None:
        """Write what was gathered."""
        insert = f"INSERT INTO change ({derived.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        self._db.executemany(insert, self._changes)
        for kind, rows in self._begun.items():
            derived.put_rows(self._db, kind, rows)
        for (kind, names), rows in self._edited.items():
            sets = ", ".join(f'"{name}" = ?' for name in names)
            self._db.executemany(f"UPDATE {table(kind)} SET {sets} WHERE id = ?", rows)
        self._changes.clear()
        self._begun.clear()
        self._edited.clear()


def _edited(joint: Joint) -> dict[str, Scalar] | None:
    """The fields that another value comes into; None where more than that happens to its row."""
    if joint.plain:
        return joint.came[0].fields
    if joint.kind == "partnership":  # has a column that is made of another
        return None
    before, after = joint.before, joint.after
    if not (shown(before) and shown(after)) or before.conflicts or after.conflicts:
        return None
    return {
        name: value
        for name, value in after.fields.items()
        if before.fields.get(name) != value or name not in before.fields
    }


@lru_cache(1_000)
def _types(kind: str, names: tuple[str, ...]) -> list[type | None]:
    """What the columns of those names hold; None for a field that has none."""
    unset = records.defaults(kind)
    return [type(unset[name]) if name in unset else None for name in names]
