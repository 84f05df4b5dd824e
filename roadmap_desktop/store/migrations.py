"""Migrations as named functions at the end of a list, never edited once shipped; imported only when one runs."""

from __future__ import annotations

import secrets
import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from roadmap_desktop.store import schema

migrations = Migrations("roadmap")


@migrations()
def format_1(db: Database) -> None:
    """The first format: the change log, its sessions, attachments, and this file's own meta."""
    for statement in schema.TRUTH:
        db.execute(statement)
    db.execute(
        "INSERT INTO meta VALUES ('document', ?), ('count', 0), ('xor', ?)",
        [secrets.token_hex(16), bytes(16)],
    )
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def apply(connection: sqlite3.Connection) -> None:
    """Bring the open file to the newest format; each step is a transaction of its own."""
    migrations.apply(Database(connection))
