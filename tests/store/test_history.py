"""History as the log tells it: what is read, page by page, whatever the clocks and whoever wrote the file."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import Edit, seal
from roadmap_desktop.domain.edits import note_edit, organisation_edit, partnership_edits
from roadmap_desktop.domain.history import WHOLE_FILE, Entry, Event, Scope, Wanted, Writer
from roadmap_desktop.domain.records import Scalar, answer_id, note_id
from roadmap_desktop.store import file, history, log
from roadmap_desktop.store.derived import entity_changes
from roadmap_desktop.store.history import Reader
from tests.store.tools import (
    OTHER_ROOT,
    ROOT,
    answer,
    clock_from,
    copy_of,
    memory_file,
    partnership,
    side,
    writer,
)
from tests.store.world import live_through

MINUTE = 60_000
NEED = answer_id(ROOT, "a", "c1.need")


@pytest.fixture
def db() -> sqlite3.Connection:
    return memory_file()


def read(db: sqlite3.Connection, scope: Scope = WHOLE_FILE, count: int = 1_000, **wanted: Any) -> list[Entry]:
    reader = Reader(scope, Wanted(**wanted))
    page = reader.more(db, 1_000)
    assert page.ended
    return list(page.entries)


def said(
    entries: Sequence[Entry],
) -> list[tuple[str, str, dict[str, tuple[tuple[Scalar, ...], Scalar | None]]]]:
    """Kind, action and fields of each entry's first part."""
    return [
        (part.subject.kind, part.action, {field.name: (field.before, field.after) for field in part.fields})
        for part in (entry.parts[0] for entry in entries)
    ]


def at(db: sqlite3.Connection, *saves: tuple[int, Edit], name: str = "Ilze") -> log.Log:
    """Saves at those walls, one after the other."""
    walls = [wall for wall, _ in saves]
    made = log.Log(db, log.Author(name, "Ābeļkalna ļaudis"), lambda: walls.pop(0))
    for _, edit in saves:
        made.save([edit])
    return made


# what is read -------------------------------------------------------------------------------------------


def test_before_and_after_of_an_answer(db: sqlite3.Connection) -> None:
    at(db, (0, answer(text="one", state="in-progress")), (60 * MINUTE, answer(text="two", who="Ilze")))
    assert said(read(db)) == [
        ("answer", "changed", {"text": (("one",), "two"), "who": ((), "Ilze")}),
        ("answer", "changed", {"text": ((), "one"), "state": ((), "in-progress")}),
    ]
    assert read(db)[0].writer == Writer("Ilze", "Ābeļkalna ļaudis")


def test_before_is_what_was_replaced_and_not_what_the_clock_says(db: sqlite3.Connection) -> None:
    """The second writer's clock is a century slow; what she replaced is told all the same."""
    at(db, (100 * 60 * MINUTE, answer(text="one")))
    at(db, (5, answer(text="two")), name="Anna")
    at(db, (50 * 60 * MINUTE, answer(text="three")), name="Jānis")
    found = {event.writer.name: event.fields[0] for entry in read(db) for event in entry.events}
    assert (found["Anna"].before, found["Anna"].after) == (("one",), "two")
    assert (found["Jānis"].before, found["Jānis"].after) == (("two",), "three")


def test_bringing_a_conflict_together_is_one_entry_that_names_both(db: sqlite3.Connection) -> None:
    at(db, (0, answer(text="one")))
    other = copy_of(db)
    at(db, (60 * MINUTE, answer(text="ours")))
    at(other, (61 * MINUTE, answer(text="theirs")), name="Anna")
    changes = entity_changes(other, ROOT, "answer", NEED)
    writer(db).merge(changes, log.all_sessions(other))
    at(db, (120 * MINUTE, answer(text="both")))
    newest = read(db)[0]
    assert newest.parts[0].settled
    assert newest.parts[0].fields[0].before == ("ours", "theirs")


def test_deleting_and_bringing_back_are_events(db: sqlite3.Connection) -> None:
    row = Edit(ROOT, "action", b"r" * 16, {"what": "paint", "position": "a"})
    at(db, (0, row), (MINUTE, row._replace(fields={"position": "b"})), (2 * MINUTE, row._replace(fields={"_deleted": 1})),
              (3 * MINUTE, row._replace(fields={"_deleted": 0})))  # fmt: skip
    assert said(read(db)) == [
        ("action", "restored", {}),
        ("action", "deleted", {"what": (("paint",), None)}),
        ("action", "created", {"what": ((), "paint")}),
    ]


def test_undo_is_an_ordinary_change(db: sqlite3.Connection) -> None:
    made = writer(db)
    made.save([answer(text="one")])
    step = made.save([answer(text="two")])
    made.revert(step)
    events = list(Reader(WHOLE_FILE).events(db))
    assert [event.fields[0].after for event in events] == ["one", "two", "one"]
    assert events[0].fields[0].before == ("two",)


def test_a_new_partnership_is_one_entry(db: sqlite3.Connection) -> None:
    ours, theirs = (
        organisation_edit("Ābeļkalna ļaudis", "community"),
        organisation_edit("Novads", "municipality"),
    )
    edits = partnership_edits(
        "Centrs", (ours.entity.hex(), "community"), (theirs.entity.hex(), "municipality")
    )
    root = edits[0].root
    writer(db).save([ours, theirs, *edits])
    reader = Reader(Scope(root))
    [entry] = reader.more(db).entries
    assert [part.subject.kind for part in entry.parts] == ["partnership", "side", "side"]
    assert reader.names() == {ours.entity.hex(): "Ābeļkalna ļaudis", theirs.entity.hex(): "Novads"}
    assert len(read(db)) == 3, "organisations are of no partnership"


def test_an_answer_brings_its_note_and_its_files(db: sqlite3.Connection) -> None:
    file_there = Edit(
        ROOT,
        "attachment",
        b"f" * 16,
        {"side": "a", "checkpoint": "c1.need", "name": "plan.pdf", "sha256": "0" * 64, "size": 3},
    )
    elsewhere = file_there._replace(entity=b"g" * 16, fields={**file_there.fields, "checkpoint": "c1.idea"})
    at(
        db,
        (0, note_edit(ROOT, "a", "c1.need", "call Anna")),
        (60 * MINUTE, file_there),
        (120 * MINUTE, elsewhere),
        (180 * MINUTE, note_edit(ROOT, "b", "c1.need", "theirs")),
        (240 * MINUTE, answer(text="one")),
        (300 * MINUTE, answer("c1.idea", text="other")),
    )
    found = read(db, Scope(ROOT, "answer", NEED))
    assert [kind for kind, _, _ in said(found)] == ["answer", "attachment", "note"]
    only = read(db, Scope(ROOT, "note", note_id(ROOT, "a", "c1.need")))
    assert [kind for kind, _, _ in said(only)] == ["note"]


def test_a_contact_brings_the_person(db: sqlite3.Connection) -> None:
    contact = Edit(ROOT, "contact", b"c" * 16, {"side": "b", "role": "", "position": "a"})
    person = Edit(
        ROOT, "person", records.person_id(ROOT, b"c" * 16), {"contact": (b"c" * 16).hex(), "name": "Anna"}
    )
    writer(db).save([contact, person])
    [entry] = read(db, Scope(ROOT, "contact", b"c" * 16))
    assert {part.subject.kind for part in entry.parts} == {"contact", "person"}
    assert {part.subject.label for part in entry.parts} == {"Anna"}


def test_a_field_alone(db: sqlite3.Connection) -> None:
    at(
        db,
        (0, answer(text="one", who="Ilze")),
        (60 * MINUTE, answer(who="Anna")),
        (120 * MINUTE, answer(text="two")),
    )
    found = read(db, Scope(ROOT, "answer", NEED, "who"))
    assert [fields for _, _, fields in said(found)] == [{"who": (("Ilze",), "Anna")}, {"who": ((), "Ilze")}]


def test_whom_it_is_about(db: sqlite3.Connection) -> None:
    home = organisation_edit("Ours", "community")
    made = writer(db)
    made.save(
        [home, partnership(), side("a"), side("b", form="municipality", organisation=home.entity.hex())]
    )
    made.set_meta("home", home.entity.hex())
    made.save([answer("m1.need", "b", text="one")])
    [entry, *_] = read(db, Scope(ROOT, "answer", answer_id(ROOT, "b", "m1.need")))
    about = entry.parts[0].subject
    assert (about.partnership, about.side, about.ours) == ("Jauniešu centrs", "b", "b")
    assert (about.form, about.checkpoint) == ("municipality", "m1.need")
    assert about.now["text"] == "one"


def test_a_partnership_deleted_keeps_its_name(db: sqlite3.Connection) -> None:
    made = writer(db)
    made.save([partnership(), answer(text="one")])
    made.save([Edit(ROOT, "partnership", ROOT, {"_deleted": 1})])
    entries = read(db)
    events = [event for entry in entries for event in entry.events]
    assert {event.subject.partnership for event in events} == {"Jauniešu centrs"}
    assert events[0].action == "deleted"
    assert events[0].subject.deleted
    assert not any(event.subject.there for event in events)
    made.save([Edit(ROOT, "partnership", ROOT, {"_deleted": 0})])
    assert all(event.subject.there and not event.subject.deleted for event in Reader(WHOLE_FILE).events(db))


def test_unknown_kinds_and_lost_sessions_are_told(db: sqlite3.Connection) -> None:
    writer(db).save([Edit(ROOT, "weather", b"w" * 16, {"sky": "blue"})])
    odd = seal(Edit(ROOT, "weather", b"v" * 16, {"sky": "grey"}), [], 5, b"nobody has this.")
    writer(db).merge([odd])
    db.execute("UPDATE session SET body = '[]'")
    found = read(db)
    assert [fields for _, _, fields in said(found)] == [{"sky": ((), "blue")}, {"sky": ((), "grey")}]
    assert {entry.writer for entry in found} == {Writer()}


def test_what_cannot_be_read_is_passed_over(db: sqlite3.Connection) -> None:
    writer(db).save([answer(text="one")])
    db.execute("UPDATE change SET body = 'nonsense'")
    assert read(db) == []
    assert read(db, Scope(ROOT, "answer", NEED)) == []


def test_it_writes_nothing_and_needs_no_derived_table(tmp_path: Path) -> None:
    path = tmp_path / "a.roadmap"
    file.create(path)
    with file.open_for_writing(path) as db:
        writer(db).save([partnership(), answer(text="one")])
        db.execute("DROP TABLE answers")
        db.execute("DROP TABLE partnerships")
    bytes_before = path.read_bytes()
    looking = history.open_log(path)
    assert len(read(looking)) == 1
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        looking.execute("DELETE FROM change")
    looking.close()
    assert path.read_bytes() == bytes_before


# filters ------------------------------------------------------------------------------------------------


@pytest.fixture
def filled(db: sqlite3.Connection) -> sqlite3.Connection:
    at(db, (0, partnership()), (60 * MINUTE, answer(text="one")), name="Ilze Bērziņa")
    at(db, (120 * MINUTE, answer("c1.idea", text="two")), name="Anna")
    at(
        db,
        (180 * MINUTE, answer(text="three")),
        (240 * MINUTE, partnership("Other", OTHER_ROOT)),
        name="Anna Liepa",
    )
    return db


@pytest.mark.parametrize(
    ("wanted", "hours"),
    [
        ({}, [4, 3, 2, 1, 0]),
        ({"person": "Anna"}, [2]),
        ({"person": "liepa"}, [4, 3]),
        ({"person": "berzina"}, [1, 0]),
        ({"person": "nobody"}, []),
        ({"since": 120 * MINUTE}, [4, 3, 2]),
        ({"until": 120 * MINUTE}, [1, 0]),
        ({"since": 60 * MINUTE, "until": 61 * MINUTE}, [1]),
        ({"checkpoint": "c1.need"}, [3, 1]),
        ({"checkpoint": "c1.need", "person": "anna"}, []),
    ],
)
def test_filters(filled: sqlite3.Connection, wanted: dict[str, Any], hours: list[int]) -> None:
    assert [entry.wall // (60 * MINUTE) for entry in read(filled, **wanted)] == hours


def test_filters_of_one_answer(filled: sqlite3.Connection) -> None:
    scope = Scope(ROOT, "answer", NEED)
    assert len(read(filled, scope)) == 2
    assert len(read(filled, scope, person="Anna Liepa")) == 1
    assert len(read(filled, scope, until=120 * MINUTE)) == 1


def test_people(filled: sqlite3.Connection) -> None:
    assert history.people(filled) == ["Anna", "Anna Liepa", "Ilze Bērziņa"]


# pages --------------------------------------------------------------------------------------------------


def pages(db: sqlite3.Connection, count: int, at_once: int) -> list[Entry]:
    reader = Reader(WHOLE_FILE, at_once=at_once)
    found: list[Entry] = []
    while True:
        page = reader.more(db, count)
        found += page.entries
        if page.ended:
            return found
        assert len(page.entries) == count


@settings(max_examples=25)
@given(st.integers(0, 2**32), st.sampled_from([1, 2, 7]), st.sampled_from([1, 3, 50]))
def test_pages_are_the_whole_in_pieces(seed: int, count: int, at_once: int) -> None:
    db = live_through(random.Random(seed), 25).copies[0].db
    whole = read(db)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(history, "_FIRST_BATCH", at_once)
        assert pages(db, count, at_once) == whole
    assert [entry.wall for entry in whole] == sorted((entry.wall for entry in whole), reverse=True)


@settings(max_examples=25)
@given(st.integers(0, 2**32))
def test_in_any_world_every_value_that_somebody_wrote_is_in_the_history(seed: int) -> None:
    """Merges, undos, deletions, clocks off by years: whatever text a change set is an `after` or says nothing new."""
    db = live_through(random.Random(seed), 30).copies[0].db
    events: dict[bytes, Event] = {event.id: event for event in Reader(WHOLE_FILE).events(db)}
    for number, kind, body in db.execute("SELECT id, kind, body FROM change"):
        change = seal(Edit(ROOT, kind, b"", {}), [], 0, b"")._replace(body=body)
        if not change.fields.get("_deleted") and "text" in change.fields and number in events:
            told = {field.name: field for field in events[number].fields}
            value = change.fields["text"]
            assert value == "" or "text" not in told or told["text"].after == value
            if "text" in told:
                assert told["text"].before != (value,)


def test_changes_written_while_pages_are_read_do_no_harm(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "_FIRST_BATCH", 2)
    made = log.Log(db, log.Author("Ilze"), clock_from(1_000))
    for number in range(10):
        made.save([Edit(ROOT, "action", bytes([number]) * 16, {"what": str(number)})])
    reader = Reader(WHOLE_FILE, at_once=2)
    events = reader.events(db)
    seen = [next(events).subject.label for _ in range(4)]
    made.save([Edit(ROOT, "action", b"n" * 16, {"what": "new"})])
    assert seen + [event.subject.label for event in events] == [str(number) for number in reversed(range(10))]


def test_one_answer_is_found_by_its_key_and_not_by_looking_through_the_file(db: sqlite3.Connection) -> None:
    made = writer(db)
    made.save([partnership(), answer(text="one")])
    made.save([Edit(ROOT, "action", number.to_bytes(16, "big"), {"what": "x"}) for number in range(3_000)])
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    db.set_progress_handler(step, 1)
    assert len(read(db, Scope(ROOT, "answer", NEED))) == 1
    db.set_progress_handler(None, 0)
    assert 0 < steps < 2_500
