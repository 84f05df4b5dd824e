"""Members and what they sent, read out of an open file; collecting files is `collect`'s, and nothing is written here."""

from __future__ import annotations

import sqlite3

from roadmap_desktop.domain.records import Member, Submission
from roadmap_desktop.store.schema import sort_key

_MEMBER, _SUBMISSION = (", ".join(kind._fields) for kind in (Member, Submission))


def members(db: sqlite3.Connection, root: bytes) -> list[Member]:
    """The members of the home organisation `root`, by name."""
    rows = db.execute(f"SELECT {_MEMBER} FROM members WHERE root = ?", (root,))
    return sorted((Member(*row) for row in rows), key=lambda one: (sort_key(one.name), one.id))


def submissions(db: sqlite3.Connection, root: bytes, year: int) -> list[Submission]:
    """What members of the home organisation `root` sent in `year`."""
    rows = db.execute(
        f"SELECT {_SUBMISSION} FROM submissions WHERE root = ? AND year = ? ORDER BY id", (root, year)
    )
    return [Submission(*row) for row in rows]


def years(db: sqlite3.Connection, root: bytes) -> list[int]:
    """The years in which anything was collected, the newest first."""
    rows = db.execute("SELECT DISTINCT year FROM submissions WHERE root = ? ORDER BY year DESC", (root,))
    return [int(year) for (year,) in rows]
