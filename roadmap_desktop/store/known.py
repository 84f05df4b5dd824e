"""What a file of ours holds already, so that of a file from elsewhere only the rest is read; judges and writes nothing.

Nothing is taken over of a change whose id is known: the id is the hash of all that it says, and ours has been checked.
So a stranger who lies about what we know only keeps his own news to himself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from hashlib import blake2b
from typing import Final, NamedTuple

from roadmap_desktop.domain.changes import ID_SIZE

UNKNOWN: Final = bytes(ID_SIZE)
"""The digest of what cannot be compared; no other is equal to it."""


class Known(NamedTuple):
    """The ids of all changes, joined root by root, and the names of all attachments' contents."""

    ids: Mapping[bytes, bytes]
    contents: frozenset[bytes]


def known(db: sqlite3.Connection) -> Known:
    """What the file holds that `db` was opened for, for this alone."""
    db.text_factory = bytes
    # Joined by SQLite, a file of 400,000 changes takes a quarter of what Python would need for its rows.
    ids = {
        root: joined if count * ID_SIZE == len(joined) else _joined(db, root)
        for root, count, joined in db.execute(
            "SELECT root, count(*), group_concat(id, '') FROM change GROUP BY root"
        )
    }
    return Known(ids, frozenset(name for (name,) in db.execute("SELECT sha256 FROM attachment")))


def digest(joined: bytes) -> bytes:
    """By what a root's joined ids are compared."""
    return blake2b(joined, digest_size=ID_SIZE).digest()


def _joined(db: sqlite3.Connection, root: bytes) -> bytes:
    # No SQLite promises to join bytes as they are.
    rows = db.execute("SELECT id FROM change WHERE root = ? ORDER BY kind, entity, id", (root,))
    return b"".join(number for (number,) in rows)
