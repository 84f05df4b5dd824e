"""Ours and what came as one: each thing as it is here and as it is with the changes that came; writes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from roadmap_desktop.domain.changes import (
    DELETED,
    NOTHING,
    Change,
    State,
    advance,
    covers,
    fold,
    is_mask,
    known_by,
)
from roadmap_desktop.store import derived

_Key: TypeAlias = tuple[str, bytes]
"""(kind, entity)."""


class Came(NamedTuple):
    """A change, and in which of the files it came."""

    change: Change
    sources: tuple[int, ...]


class Joint(NamedTuple):
    """One thing as it is here and as it is with all that came; `came` is what of that is new here."""

    kind: str
    entity: bytes
    before: State
    after: State
    came: Sequence[Came]


def united(
    db: sqlite3.Connection, root: bytes, came: Sequence[Came], forgotten: frozenset[bytes]
) -> Iterator[Joint]:
    """What becomes of each thing of `root` that `came` touches, its partnership last; nothing is written.

    What is here by now, or was erased here for a person's sake (`forgotten`), is left out.
    """
    groups = [
        (key, list(found))
        for key, found in groupby(came, key=lambda one: (one.change.kind, one.change.entity))
    ]
    held = _held(db, root, [key for key, _ in groups])
    above = ("partnership", root)
    last: list[Came] = []
    new: list[Came] = []
    for key, found in groups:
        mine = held.get(key, ())
        ids = {change.id for change in mine}
        fresh = [
            one for one in found if one.change.id not in ids and forgotten.isdisjoint(known_by(one.change))
        ]
        new += fresh
        if key == above:
            last = fresh
        elif fresh:
            before = fold(mine) if mine else NOTHING
            yield Joint(*key, before, _together(before, mine, fresh), fresh)
    if new and (last or not derived.is_shown(db, root)):
        yield from _partnership(db, root, last, new)


def _together(before: State, mine: Sequence[Change], fresh: Sequence[Came]) -> State:
    if len(fresh) == 1:
        only = fresh[0].change
        # Where nobody replaced it yet, what it costs hangs on the heads alone.
        if not is_mask(only) and not any(only.id in change.prev for change in mine):
            return advance(before, only)
    return fold([*mine, *(one.change for one in fresh)])


def _partnership(
    db: sqlite3.Connection, root: bytes, fresh: Sequence[Came], new: Sequence[Came]
) -> Iterator[Joint]:
    """The partnership itself, whose deletion hangs on all that is in it."""
    mine = derived.entity_changes(db, root, "partnership", root)
    if not mine and not fresh:
        return
    before = derived.settle(db, root, "partnership", fold(mine))
    after = fold([*mine, *(one.change for one in fresh)])
    if after.deleted and not covers(after, derived.heads_below(db, root, (one.change for one in new))):
        after = after._replace(deleted=False, conflicts=tuple(sorted((*after.conflicts, DELETED))))
    yield Joint("partnership", root, before, after, fresh)


def _held(db: sqlite3.Connection, root: bytes, keys: Sequence[_Key]) -> dict[_Key, list[Change]]:
    """Our changes of the things `keys` of a root."""
    if db.execute("SELECT 1 FROM change WHERE root = ? LIMIT 1", (root,)).fetchone() is None:
        return {}
    return {key: derived.entity_changes(db, root, *key) for key in keys}
