"""The register of exchanges read out of an open file: the last out and in, and who owes an answer; writes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from roadmap_desktop.domain.exchange import PATIENCE, Standing, overdue, standing
from roadmap_desktop.domain.records import Exchange

_COLUMNS = ", ".join(Exchange._fields)


class Waiting(NamedTuple):
    """A partnership from which nothing came back."""

    root: bytes
    title: str
    standing: Standing


def register(db: sqlite3.Connection, root: bytes = b"") -> list[Exchange]:
    """The lines of the register of a partnership, or of the home organisation; of all without a `root`; newest first."""
    where = "root = ?" if root else "?1 = ?1"
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM exchanges WHERE {where} ORDER BY day DESC, wall DESC, id DESC", (root,)
    )
    return [Exchange(*row) for row in rows]


def standings(db: sqlite3.Connection) -> Iterator[tuple[bytes, Standing]]:
    """Where the exchange of every root stands that has any."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM exchanges ORDER BY root")
    for root, lines in groupby((Exchange(*row) for row in rows), key=lambda line: line.root):
        yield root, standing(lines)


def unanswered(db: sqlite3.Connection, today: str, days: int = PATIENCE) -> list[Waiting]:
    """Partnerships from which nothing came back for more than `days` days, on the day `today`; the longest first.

    Partnerships that are over, paused or deleted owe no answer; nor does who got the whole file, which is ours.
    """
    titles = dict(db.execute("SELECT id, title FROM partnerships WHERE stage = 'active'"))
    found = [
        Waiting(root, titles[root], stand)
        for root, stand in standings(db)
        if root in titles and overdue(stand, today, days)
    ]
    return sorted(found, key=lambda one: (one.standing.since, one.title))
