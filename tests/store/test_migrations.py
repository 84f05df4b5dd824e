"""Migrations: each runs once, in the order of the list, and the first is never edited."""

from __future__ import annotations

import sqlite3
from hashlib import sha256

import pytest
from sqlite_utils import Database

from roadmap_desktop.store import migrations, schema
from tests.store import tools


def test_the_newest_format_has_as_many_migrations() -> None:
    db = tools.memory_file()
    assert not migrations.migrations.pending(Database(db))
    assert [one.name for one in migrations.migrations.applied(Database(db))] == ["format_1"]
    assert db.execute("PRAGMA user_version").fetchone() == (schema.FORMAT,)
    assert db.execute("PRAGMA application_id").fetchone() == (0x524D4150,)


def test_migrating_again_changes_nothing() -> None:
    db = tools.memory_file()
    before = db.serialize()
    migrations.apply(db)
    assert db.serialize() == before


def test_the_lasting_tables_are_those_that_shipped() -> None:
    # Files with these tables are out there: a change of them is a new migration, never a new literal here.
    assert sha256("\n".join(schema.TRUTH).encode()).hexdigest()[:16] == "1e97ea6267bacb0e"


def test_a_migration_that_fails_leaves_the_file_as_it_was() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE meta (in_the_way)")
    before = db.execute("SELECT name FROM sqlite_schema WHERE name NOT LIKE '%migrations%'").fetchall()
    with pytest.raises(sqlite3.OperationalError, match="meta"):
        migrations.apply(db)
    assert not db.in_transaction
    assert (
        db.execute("SELECT name FROM sqlite_schema WHERE name NOT LIKE '%migrations%'").fetchall() == before
    )
