"""Ours and what came as one: each thing as it is here and as it is with the changes that came; writes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import Final, NamedTuple

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
from roadmap_desktop.store.log import Key

_AT_ONCE: Final = 500
"""Things of which ours are read together."""
_MORE: Final = '"_'
"""Without it in its body, a change sets fields and does no more: it deletes nothing, and stands for no other."""
_KEY: Final[Callable[[Change], Key]] = itemgetter(0, 1, 2)


class Arrival(NamedTuple):
    """What came of one root, in the order of the changes' key; `sources` tells of a change's id in which files it came."""

    root: bytes
    changes: Sequence[Change]
    sources: Callable[[bytes], tuple[int, ...]]


class Joint:
    """One thing as it is here and as it is with all that came; `came` is what of that is new here.

    What it amounts to is worked out only when it is asked for: of most things that come, less will do.
    """

    def __init__(
        self,
        kind: str,
        entity: bytes,
        mine: Sequence[Change],
        came: Sequence[Change],
        sources: Callable[[bytes], tuple[int, ...]],
        states: tuple[State, State] | None = None,
    ) -> None:
        """`mine` are our changes of it; `states` before and after, where these hang on more than its changes."""
        self.kind: Final = kind
        self.entity: Final = entity
        self.came: Final = came
        self.sources: Final = sources
        self.begins: Final = not mine
        """Whether nobody here has written about it."""
        self.plain: Final = states is None and len(came) == 1 and _goes_on(came[0], mine)
        """Whether one change came, on top of the only one here if there is any: nothing can be in question then."""
        self._mine = mine
        self._states = states

    @cached_property
    def before(self) -> State:
        """As it is here."""
        if self._states is not None:
            return self._states[0]
        return fold(self._mine) if self._mine else NOTHING

    @cached_property
    def after(self) -> State:
        """As it is with all that came."""
        if self._states is not None:
            return self._states[1]
        if self._mine and len(self.came) == 1:
            only = self.came[0]
            # Where nobody replaced it yet, what it costs hangs on the heads alone.
            if not is_mask(only) and not any(only.id in change.prev for change in self._mine):
                return advance(self.before, only)
        return fold([*self._mine, *self.came])


def _goes_on(change: Change, mine: Sequence[Change]) -> bool:
    if _MORE in change.body:
        return False
    return not mine or (len(mine) == 1 and change.prev == mine[0].id and _MORE not in mine[0].body)


def united(
    db: sqlite3.Connection, arrivals: Iterable[Arrival], forgotten: frozenset[bytes]
) -> Iterator[tuple[bytes, list[Joint]]]:
    """Root by root what becomes of each thing that came, its partnership last; nothing is written.

    What is here by now, or was erased here for a person's sake (`forgotten`), is left out. Some roots are read ahead
    of the one that is handed over.
    """
    for batch in _batches(arrivals):
        held = _held(db, list(dict.fromkeys(_KEY(change) for one in batch for change in one.changes)))
        known = {change.id for found in held.values() for change in found}
        there = derived.shown_among(db, [one.root for one in batch])
        for root, changes, sources in batch:
            new = [change for change in changes if change.id not in known]
            if forgotten:
                new = [change for change in new if forgotten.isdisjoint(known_by(change))]
            yield root, list(_of_root(db, Arrival(root, new, sources), held, shown=root in there))


def _batches(arrivals: Iterable[Arrival]) -> Iterator[list[Arrival]]:
    batch: list[Arrival] = []
    size = 0
    for arrival in arrivals:
        batch.append(arrival)
        size += len(arrival.changes)
        if size >= _AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _of_root(
    db: sqlite3.Connection, new: Arrival, held: Mapping[Key, Sequence[Change]], *, shown: bool
) -> Iterator[Joint]:
    last: list[Change] = []
    for key, came in groupby(new.changes, key=_KEY):
        _, kind, entity = key
        if kind == "partnership" and entity == new.root:
            last = list(came)
        else:
            yield Joint(kind, entity, held.get(key, ()), list(came), new.sources)
    if new.changes and (last or not shown):
        yield from _partnership(db, new, last)


def _partnership(db: sqlite3.Connection, new: Arrival, came: Sequence[Change]) -> Iterator[Joint]:
    """The partnership itself, whose deletion hangs on all that is in it."""
    root = new.root
    mine = derived.entity_changes(db, root, "partnership", root)
    if not mine and not came:
        return
    before = derived.settle(db, root, "partnership", fold(mine))
    after = fold([*mine, *came])
    if after.deleted and not covers(after, derived.heads_below(db, root, new.changes)):
        after = after._replace(deleted=False, conflicts=tuple(sorted((*after.conflicts, DELETED))))
    yield Joint("partnership", root, mine, came, new.sources, (before, after))


def _held(db: sqlite3.Connection, keys: Sequence[Key]) -> dict[Key, list[Change]]:
    """Our changes of the things `keys`, as far as there are any."""
    found: dict[Key, list[Change]] = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        rows = db.execute(_held_of(len(part)), list(chain.from_iterable(part)))
        for key, changes in groupby(map(Change._make, rows), key=_KEY):
            found[key] = list(changes)
    return found


@lru_cache(8)
def _held_of(count: int) -> str:
    # Asked for together, in the order of `keys`, they cost a third of what as many questions would.
    values = ", ".join(["(?, ?, ?)"] * count)
    columns = ", ".join(f"change.{name}" for name in Change._fields)
    return (
        f"WITH wanted (root, kind, entity) AS (VALUES {values}) "
        f"SELECT {columns} FROM wanted CROSS JOIN change USING (root, kind, entity)"
    )
