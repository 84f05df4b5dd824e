"""The bin finds what is deleted, and nothing else, whoever deleted it; restoring shows again what was shown."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.domain import records
from roadmap_desktop.domain.bin import KINDS, restoring
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.records import person_id
from roadmap_desktop.store import derived, log
from roadmap_desktop.store.bin import binned, held
from roadmap_desktop.store.compare import Moment
from tests.store import tools
from tests.store.world import live_through

OWN = Edit(tools.ROOT, "partnership", tools.ROOT, {DELETED: 1})
ROW = Edit(tools.ROOT, "action", b"action----------", {"what": "sapulce", "who": "Zane"})
GONE = ROW._replace(fields={DELETED: 1})


@pytest.fixture
def db() -> Any:
    return tools.memory_file()


@pytest.fixture
def writer(db: Any) -> log.Log:
    made = tools.writer(db, start=1_000)
    made.save([tools.partnership(), tools.side("a"), tools.answer(text="x"), ROW])
    return made


def test_nothing_is_in_the_bin_of_a_file_where_nothing_was_deleted(db: Any, writer: log.Log) -> None:
    assert binned(db) == []


def test_it_says_what_it_was_whose_and_who_deleted_it_when(db: Any, writer: log.Log) -> None:
    writer.save([GONE])
    [found] = binned(db)
    assert found[:5] == (tools.ROOT, "action", ROW.entity, 1_004, "Ilze")
    assert found.fields == ROW.fields
    assert (found.title, found.there) == ("Jauniešu centrs", True)
    assert found.sides["a"]["form"] == "community"


def test_the_newest_deletion_comes_first_and_what_was_restored_has_left(db: Any, writer: log.Log) -> None:
    other = Edit(tools.ROOT, "budget", b"budget----------", {"item": "telpas"})
    writer.save([other])
    writer.save([GONE])
    writer.save([other._replace(fields={DELETED: 1})])
    assert [one.kind for one in binned(db)] == ["budget", "action"]
    writer.save(restoring(binned(db)[:1]))
    assert [one.kind for one in binned(db)] == ["action"]
    assert tools.value(db, "budget", other.entity, "item") == "telpas"


def test_a_partnership_comes_back_with_all_it_held(db: Any, writer: log.Log) -> None:
    before = tools.dump(db, activity=False)
    step = writer.save([OWN])
    [found] = binned(db)
    assert (found.kind, found.title, found.there) == ("partnership", "Jauniešu centrs", False)
    assert held(db, tools.ROOT) == {"answer": 1, "action": 1}
    back = writer.save(restoring([found]))
    assert tools.dump(db, activity=False) == before
    writer.revert(back)
    assert [one.kind for one in binned(db)] == ["partnership"], "undo puts it into the bin again"
    assert step.changes


def test_a_row_inside_a_deleted_partnership_brings_it_along(db: Any, writer: log.Log) -> None:
    writer.save([GONE])
    writer.save([OWN])
    [row] = [one for one in binned(db) if one.kind == "action"]
    assert not row.there
    writer.save(restoring([row]))
    assert binned(db) == []
    assert tools.value(db, "action", ROW.entity, "what") == "sapulce"
    assert db.execute("SELECT count(*) FROM conflicts").fetchone() == (0,)


def test_a_contact_and_its_person_are_one(db: Any, writer: log.Log) -> None:
    contact = Edit(tools.ROOT, "contact", b"contact---------", {"side": "a", "role": "Chair"})
    number = person_id(tools.ROOT, contact.entity)
    person = Edit(tools.ROOT, "person", number, {"contact": contact.entity.hex(), "name": "Anna"})
    writer.save([contact, person])
    writer.save([one._replace(fields={DELETED: 1}) for one in (contact, person)])
    [found] = binned(db)
    assert found.fields == {"side": "a", "role": "Chair", "name": "Anna"}
    writer.save(restoring([found]))
    assert tools.value(db, "person", number, "name") == "Anna"


def test_an_answer_without_words_that_was_undone_is_no_loss(db: Any, writer: log.Log) -> None:
    begun = [tools.answer("c1.idea", state="done"), tools.answer("c1.offer", text="vārdi")]
    writer.revert(writer.save(begun))
    assert [one.fields["text"] for one in binned(db)] == ["vārdi"]


def test_what_a_partner_deleted_is_there_after_a_merge(db: Any, writer: log.Log) -> None:
    partner = tools.copy_of(db)
    tools.writer(partner, "Zane", start=5_000).save([GONE])
    writer.merge(derived.all_changes(partner), log.all_sessions(partner))
    [found] = binned(db)
    assert (found.by, found.wall) == ("Zane", 5_000)


def test_what_somebody_wrote_on_in_is_a_question_and_not_in_the_bin(db: Any, writer: log.Log) -> None:
    partner = tools.copy_of(db)
    tools.writer(partner, "Zane").save([GONE])
    writer.save([ROW._replace(fields={"who": "Anna"})])
    writer.merge(derived.all_changes(partner), log.all_sessions(partner))
    assert binned(db) == []


def test_a_text_that_speaks_of_deletion_is_no_deletion(db: Any, writer: log.Log) -> None:
    writer.save([tools.answer(text='{"_deleted":1}')])
    assert binned(db) == []


def test_looking_can_be_ended(db: Any, writer: log.Log) -> None:
    writer.save([GONE])

    def end(_count: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        binned(db, end)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_the_bin_is_what_the_log_says_is_deleted(seed: int) -> None:
    """Whatever people did, with wrong clocks, merges and undo; and out of it everything comes back as it was."""
    copy = live_through(random.Random(seed), 30).copies[0]
    deleted = {
        (root, *key)
        for (root,) in copy.db.execute("SELECT DISTINCT root FROM change").fetchall()
        for key, state in Moment(copy.db).states(root).items()
        if state.deleted and key[0] in KINDS and (key[0] != "answer" or state.fields.get("text"))
    }
    found = binned(copy.db)
    assert {one[:3] for one in found} == deleted
    walls = [one.wall for one in found]
    assert walls == sorted(walls, reverse=True)
    copy.log.save(restoring(found))
    assert binned(copy.db) == []
    for one in found:
        for name, value in one.fields.items():
            if name in records.fields(one.kind) and isinstance(value, type(records.defaults(one.kind)[name])):
                assert tools.value(copy.db, one.kind, one.entity, name) == value
