"""Two states of one file compared by their logs: what to set so that the one shows what the other shows; writes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, NamedTuple, TypeAlias

from roadmap_desktop.domain.changes import DELETED, NOTHING, Change, Edit, State, covers, fold
from roadmap_desktop.domain.difference import Divergence, Thing, shown, way_back, written_by
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store.derived import COLUMNS

_FOREVER: Final = 2**63 - 1
_Entity: TypeAlias = tuple[str, bytes]
"""(kind, entity)."""
_Log: TypeAlias = Mapping[_Entity, list[Change]]


class Moment(NamedTuple):
    """A log as it is, or, with `until` (ms since 1970), without the changes made later.

    `own` gives some roots an `until` of their own. What was made later is decided by `difference.written_by`, for
    which `present` is the time by this computer's clock: by the writers' clocks, and not by when their changes came
    into this file.
    """

    db: sqlite3.Connection
    until: int = _FOREVER
    present: int = _FOREVER
    own: Mapping[bytes, int] = {}

    def at(self, root: bytes) -> int:
        """The moment at which `root` is looked at."""
        return self.own.get(root, self.until)

    def changes(self, root: bytes) -> list[Change]:
        """What had been written in a root, by kind and entity."""
        return written_by(_changes(self.db, root), self.at(root), self.present)

    def roots(self) -> dict[bytes, str]:
        """Every root with a text that is equal only where its changes, early and late, are."""
        # Joined by SQLite, a file of 400,000 changes takes a tenth of what Python would need for its rows.
        return dict(self.db.execute("SELECT root, group_concat(hex(id), '') FROM change GROUP BY root"))

    def states(self, root: bytes) -> dict[_Entity, State]:
        """What is in a root, by kind and entity; the partnership is settled as `derived.settle` does."""
        log = _grouped(self.changes(root))
        states = {key: fold(changes) for key, changes in log.items()}
        if (own := ("partnership", root)) in states:
            states[own] = _settled(root, log)
        return states


def differences(now: Moment, then: Moment) -> Iterator[Edit]:
    """The edits that make what is shown `now` what was shown `then`, root by root, its partnership first.

    Inside a partnership that was not there then nothing needs to be set: it goes as a whole.
    """
    return (thing.edit for found in divergences(now, then) for thing in found.things)


def divergences(
    now: Moment,
    then: Moment,
    root: bytes = b"",
    report: Callable[[int, int], object] = lambda _done, _total: None,
) -> Iterator[Divergence]:
    """The same with what both states show, partnership by partnership; of `root` alone where it is given.

    `report` is told how many roots of how many were looked at, and may raise to end it.
    """
    roots = [found for found in sorted(_suspects(now, then)) if root in (b"", found)]
    for number, suspect in enumerate(roots):
        report(number, len(roots))
        found = _divergence(suspect, now, then)
        if found is not None:
            yield found


def newest(db: sqlite3.Connection) -> dict[bytes, int]:
    """Every root with the wall of its newest change."""
    return dict(db.execute("SELECT root, wall FROM activity"))


def _suspects(now: Moment, then: Moment) -> Iterable[bytes]:
    """Roots in which something may differ."""
    if now.db is then.db:
        return [root for root, wall in newest(now.db).items() if wall > min(now.at(root), then.at(root))]
    ours, theirs = now.roots(), then.roots()
    limited = any(moment.until < _FOREVER or moment.own for moment in (now, then))
    return [root for root in ours.keys() | theirs.keys() if limited or ours.get(root) != theirs.get(root)]


def _divergence(root: bytes, now: Moment, then: Moment) -> Divergence | None:
    if now.db is then.db:
        changes = _changes(now.db, root)
        ours, theirs = (
            _grouped(written_by(changes, moment.at(root), moment.present)) for moment in (now, then)
        )
    else:
        ours, theirs = _grouped(now.changes(root)), _grouped(then.changes(root))
    own = ("partnership", root)
    here, there = _settled(root, ours), _settled(root, theirs)
    if (own in ours or own in theirs) and not shown(there):
        keys = [own]
    else:
        # Only what was written in has to be folded; a partnership may differ by what is inside it.
        apart = {key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)}
        keys = sorted(apart | {own}, key=lambda key: (key != own, key))
    things = tuple(
        thing
        for key in keys
        if (
            thing := _thing(
                root,
                key,
                here if key == own else _state(ours, key),
                there if key == own else _state(theirs, key),
            )
        )
    )
    if not things:
        return None
    first = things[0]
    if own not in ours and own not in theirs:  # an organisation
        return Divergence(root, _named(first.now or first.then or {}), {}, first.now is not None, things)
    title = _named((here if shown(here) else there).fields)
    return Divergence(root, title, _sides(theirs) | _sides(ours), shown(here), things)


def _thing(root: bytes, key: _Entity, now: State, then: State) -> Thing | None:
    fields = way_back(key[0], now, then)
    if not fields:
        return None
    return Thing(
        Edit(root, *key, fields), now.fields if shown(now) else None, then.fields if shown(then) else None
    )


def contents_for(edits: Iterable[Edit], now: sqlite3.Connection, then: sqlite3.Connection) -> Iterator[bytes]:
    """The bytes of attachments that `edits` mention and that only `then` holds."""
    for edit in edits:
        if edit.kind == "attachment" and (name := str(edit.fields.get("sha256", ""))):
            try:
                number = (bytes.fromhex(name),)
            except ValueError:
                continue  # no name of any content
            if now.execute("SELECT 1 FROM attachment WHERE sha256 = ?", number).fetchone() is None:
                yield from (
                    row[0] for row in then.execute("SELECT data FROM attachment WHERE sha256 = ?", number)
                )


def _changes(db: sqlite3.Connection, root: bytes) -> list[Change]:
    rows = db.execute(f"SELECT {COLUMNS} FROM change WHERE root = ? ORDER BY kind, entity, id", (root,))
    return [Change(*row) for row in rows]


def _grouped(changes: Iterable[Change]) -> _Log:
    return {
        key: list(found) for key, found in groupby(changes, key=lambda change: (change.kind, change.entity))
    }


def _state(log: _Log, key: _Entity) -> State:
    return fold(log[key]) if key in log else NOTHING


def _settled(root: bytes, log: _Log) -> State:
    """The partnership itself: it counts as deleted only if who deleted it had seen all that is inside."""
    state = _state(log, ("partnership", root))
    if not state.deleted or covers(state, _heads_below(log)):
        return state
    return state._replace(deleted=False, conflicts=tuple(sorted((*state.conflicts, DELETED))))


def _heads_below(log: _Log) -> frozenset[Change]:
    return frozenset(
        head
        for (kind, _), changes in log.items()
        if kind != "partnership"
        for heads in fold(changes).heads.values()
        for head in heads
    )


def _named(fields: Mapping[str, Scalar]) -> str:
    return str(fields.get("title") or fields.get("name") or "")


def _sides(log: _Log) -> dict[str, Mapping[str, Scalar]]:
    found = (fold(changes).fields for (kind, _), changes in log.items() if kind == "side")
    return {str(fields.get("key", "")): fields for fields in found}
