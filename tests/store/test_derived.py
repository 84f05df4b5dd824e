"""The derived tables: made anew they are what they were, in the file or in memory."""

from __future__ import annotations

import random
import sqlite3

import pytest

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import NOTHING, BadChangeError
from roadmap_desktop.store import derived, schema
from tests.store import tools
from tests.store.tools import NEVER, answer, partnership
from tests.store.world import live_through


@pytest.mark.parametrize("seed", range(5))
def test_tables_in_memory_are_those_in_the_file(seed: int) -> None:
    for copy in live_through(random.Random(seed), 60).copies:
        wanted = tools.dump(copy.db)
        db = tools.copy_of(copy.db)
        for name in tools.derived_names():
            db.execute(f"DELETE FROM {name}")
        held = db.serialize()
        derived.rebuild_in_memory(db)
        assert tools.dump(db) == wanted
        assert db.serialize() == held


def test_a_rebuild_that_fails_leaves_the_tables_as_they_were() -> None:
    db = tools.memory_file()
    tools.writer(db).save([answer(text="x")])
    before = tools.dump(db)
    db.execute("INSERT INTO change VALUES (zeroblob(16), 'swot', x'01', x'02', 'torn', x'', 1, x'')")
    with pytest.raises(BadChangeError):
        derived.rebuild(db)
    assert tools.dump(db) == before
    assert not db.in_transaction
    assert (
        db.execute("PRAGMA cache_size").fetchone()
        == sqlite3.connect(":memory:").execute("PRAGMA cache_size").fetchone()
    )


def test_tables_of_another_version_are_known_by_their_signature() -> None:
    db = tools.memory_file()
    assert derived.derived_is_current(db)
    db.execute("UPDATE meta SET value = 'x' WHERE key = 'derived'")
    assert not derived.derived_is_current(db)
    db.execute("DELETE FROM meta WHERE key = 'derived'")
    assert not derived.derived_is_current(db)


@pytest.mark.parametrize("kind", records.KINDS)
def test_an_entity_nobody_wrote_about_has_no_row(kind: str) -> None:
    assert derived.derived_row(kind, NOTHING) is None


@pytest.mark.parametrize("kind", records.KINDS)
def test_every_kind_has_a_table_with_its_fields(kind: str) -> None:
    db = tools.memory_file()
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({schema.table(kind)})")]
    assert columns[:2] == ["id", "root"]
    assert set(records.fields(kind)) <= set(columns)
    assert columns[-1] == "extra"


def test_dropping_the_derived_leaves_the_truth() -> None:
    db = tools.memory_file()
    tools.writer(db).save([partnership()])
    db.execute('CREATE TABLE "of ""another"" version" (id)')
    schema.drop_derived(db)
    left = {row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert left == {"change", "session", "attachment", "forgotten", "meta", "_sqlite_migrations"}
    assert len(list(derived.all_changes(db))) == 1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ādaži", "adazi"),
        ("ŅĢĶĻ", "ngkl"),
        ("  Straße ", "strasse"),
        ("Ελλάδα", "ελλαδα"),
        ("ﬁ", "fi"),
        ("", ""),
    ],
)
def test_sorting_folds_case_and_marks(text: str, key: str) -> None:
    assert schema.sort_key(text) == key


def test_an_organisation_is_no_partnership() -> None:
    assert not derived.is_shown(tools.memory_file(), NEVER)
