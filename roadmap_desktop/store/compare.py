"""Two states of one file compared by their logs: what to set so that the one shows what the other shows; writes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, NamedTuple

from roadmap_desktop.domain.changes import DELETED, NOTHING, Change, Edit, State, covered, fold
from roadmap_desktop.domain.difference import shown, way_back
from roadmap_desktop.store.derived import COLUMNS

_FOREVER: Final = 2**63 - 1


class Moment(NamedTuple):
    """A log as it is, or, with `until` (ms since 1970), without the changes made later."""

    db: sqlite3.Connection
    until: int = _FOREVER

    def roots(self) -> dict[bytes, str]:
        """Every root with a text that is equal only where its changes are."""
        # Joined by SQLite, a file of 400,000 changes takes a tenth of what Python would need for its rows.
        return dict(
            self.db.execute(
                "SELECT root, group_concat(hex(id), '') FROM change WHERE wall <= ? GROUP BY root",
                (self.until,),
            )
        )

    def states(self, root: bytes) -> dict[tuple[str, bytes], State]:
        """What is in a root, by kind and entity; the partnership is settled as `derived.settle` does."""
        rows = self.db.execute(
            f"SELECT {COLUMNS} FROM change WHERE root = ? AND wall <= ? ORDER BY kind, entity",
            (root, self.until),
        )
        groups = groupby((Change(*row) for row in rows), key=lambda change: (change.kind, change.entity))
        states = {key: fold(changes) for key, changes in groups}
        above = states.get(("partnership", root))
        if above is not None and above.deleted and not _heads_below(states) <= covered(above):
            asked = tuple(sorted((*above.conflicts, DELETED)))
            states["partnership", root] = above._replace(deleted=False, conflicts=asked)
        return states


def differences(now: Moment, then: Moment) -> Iterator[Edit]:
    """The edits that make what is shown `now` what was shown `then`, root by root, its partnership first.

    Inside a partnership that was not there then nothing needs to be set: it goes as a whole.
    """
    ours, theirs = now.roots(), then.roots()
    for root in sorted(ours.keys() | theirs.keys()):
        if ours.get(root) != theirs.get(root):
            yield from _differences(root, now.states(root), then.states(root))


def _differences(
    root: bytes, now: Mapping[tuple[str, bytes], State], then: Mapping[tuple[str, bytes], State]
) -> Iterator[Edit]:
    above = ("partnership", root)
    gone = (above in now or above in then) and not shown(then.get(above, NOTHING))
    keys = [above] if gone else sorted(now.keys() | then.keys(), key=lambda key: (key != above, key))
    for key in keys:
        fields = way_back(key[0], now.get(key, NOTHING), then.get(key, NOTHING))
        if fields:
            yield Edit(root, *key, fields)


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


def _heads_below(states: Mapping[tuple[str, bytes], State]) -> frozenset[bytes]:
    return frozenset(
        head.id
        for (kind, _), state in states.items()
        if kind != "partnership"
        for heads in state.heads.values()
        for head in heads
    )
