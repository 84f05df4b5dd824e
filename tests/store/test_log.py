"""The log: save, undo, merge; limits, activity, attachments, and two windows on one file."""

from __future__ import annotations

import json
import random
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Change, Edit, fold, seal
from roadmap_desktop.domain.errors import AttachmentTooLarge, TextTooLong
from roadmap_desktop.domain.records import Scalar, answer_id
from roadmap_desktop.store import derived, file, log
from tests.store import tools
from tests.store.tools import OTHER_ROOT, ROOT, answer, partnership, side
from tests.store.world import live_through, some_edit

NEED = answer_id(ROOT, "a", "c1.need")


def text(db: sqlite3.Connection) -> Scalar | None:
    return tools.value(db, "answer", NEED, "text")


def conflicts(db: sqlite3.Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT field FROM conflicts ORDER BY kind, entity, field")]


# ---------------------------------------------------------------------------------------- save


def test_a_save_is_a_change_and_a_row() -> None:
    db = tools.memory_file()
    step = tools.writer(db, start=5_000).save([answer(text="Trūkst telpu.", due="2026-11-30")])
    [change] = derived.all_changes(db)
    assert step.changes == (change,)
    assert (change.kind, change.wall, change.prev) == ("answer", 5_000, b"")
    row = db.execute("SELECT side, checkpoint, text, state, who, due, extra FROM answers").fetchone()
    assert row == ("a", "c1.need", "Trūkst telpu.", "open", "", "2026-11-30", "{}")
    assert tools.tally_is_right(db)
    assert step.roots == {ROOT}


def test_what_is_already_so_is_not_written_again() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([answer(text="same", who="Anna")])
    assert writer.save([answer(text="same")]) == log.Step((), ())
    [change] = writer.save([answer(text="same", who="Jānis")]).changes
    assert change.fields == {"who": "Jānis"}


def test_each_save_names_what_it_replaces() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    [first] = writer.save([answer(text="one", who="Anna")]).changes
    [second] = writer.save([answer(text="two")]).changes
    [third] = writer.save([answer(text="three", who="Jānis")]).changes
    assert second.replaces == {first.id}
    assert third.replaces == {first.id, second.id}


def test_a_clock_that_runs_backwards_still_counts_up() -> None:
    db = tools.memory_file()
    ticks = iter([5_000, 100, 100, 9_000])
    writer = log.Log(db, log.Author("Ilze"), lambda: next(ticks))
    walls = [writer.save([answer(text=str(number))]).changes[0].wall for number in range(4)]
    assert walls == [5_000, 5_001, 5_002, 9_000]


def test_every_opening_is_a_session_of_its_own() -> None:
    db = tools.memory_file()
    one, two = tools.writer(db), tools.writer(db)
    assert one.session != two.session
    assert log.all_sessions(db) == []  # who only looks leaves no trace
    one.save([answer(text="x")])
    [(number, body)] = log.all_sessions(db)
    assert number == one.session
    assert '"name":"Ilze"' in body


def test_texts_longer_than_partners_accept_are_refused_before_anything_is_written() -> None:
    db = tools.memory_file()
    too_long = "x" * (records.LONG_TEXT + 1)
    with pytest.raises(TextTooLong) as caught:
        tools.writer(db).save([partnership(), answer(text=too_long)])
    assert caught.value.data == {"field": "text", "length": records.LONG_TEXT + 1, "limit": records.LONG_TEXT}
    assert list(derived.all_changes(db)) == []
    tools.writer(db).save([answer(text=too_long[1:])])
    assert text(db) == too_long[1:]


def test_half_letters_of_a_torn_clipboard_are_replaced() -> None:
    db = tools.memory_file()
    tools.writer(db).save([answer(text="a\ud83d b\ud83d\ude00 c\udc00")])
    assert text(db) == "a\ufffd b😀 c\ufffd"
    assert tools.tally_is_right(db)


@pytest.mark.parametrize(
    "odd", ["\x00zero", "'; DROP TABLE change; --", "\u202eright to left", "a" * 60_000, '"\\']
)
def test_any_text_comes_back_as_it_was(odd: str) -> None:
    db = tools.memory_file()
    tools.writer(db).save([answer(text=odd)])
    assert text(db) == odd
    assert tools.rebuilt(db) == tools.dump(db)


def test_several_edits_are_written_together_or_not_at_all() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([answer(text="before")])
    before = tools.dump(db)
    db.execute("CREATE TEMP TRIGGER no BEFORE INSERT ON sides BEGIN SELECT raise(ABORT, 'no'); END")
    with pytest.raises(sqlite3.Error):
        writer.save([answer(text="after"), side("a")])
    assert tools.dump(db) == before
    assert tools.tally_is_right(db)
    assert not db.in_transaction
    db.execute("DROP TRIGGER no")
    writer.save([answer(text="after"), side("a")])
    assert text(db) == "after"


def test_a_session_whose_first_save_failed_is_noted_with_the_next() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    db.execute("CREATE TEMP TRIGGER no BEFORE INSERT ON sides BEGIN SELECT raise(ABORT, 'no'); END")
    with pytest.raises(sqlite3.Error):
        writer.save([side("a")])
    db.execute("DROP TRIGGER no")
    writer.save([side("a")])
    assert [number for number, _ in log.all_sessions(db)] == [writer.session]


def test_attachments_are_kept_by_content_once() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([answer(text="1")], [b"photo"])
    writer.save([answer(text="2")], [b"photo", b"letter"])
    held = dict(db.execute("SELECT sha256, data FROM attachment"))
    assert held == {sha256(data).digest(): data for data in (b"photo", b"letter")}


def test_activity_names_the_newest_change_of_a_partnership() -> None:
    db = tools.memory_file()
    tools.writer(db, start=50).save([partnership(), answer(text="x"), partnership(root=OTHER_ROOT)])
    late = tools.writer(db, "Anna", start=40)
    late.save([answer(text="y")])
    found = dict(db.execute("SELECT root, wall FROM activity"))
    assert found == {ROOT: 51, OTHER_ROOT: 52}


def test_meta_is_the_files_own() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.set_meta("home", "ab")
    writer.set_meta("home", "cd")
    assert db.execute("SELECT value FROM meta WHERE key = 'home'").fetchone() == ("cd",)
    assert log.all_sessions(db) == []


# ---------------------------------------------------------------------------------------- newer programs


def test_unknown_fields_and_kinds_stay_and_travel_on() -> None:
    db, other = tools.memory_file(), tools.memory_file()
    writer = tools.writer(db)
    writer.save(
        [answer(text="x", mood="calm", level=3), Edit(ROOT, "hologram", bytes(16), {"colour": "blue"})]
    )
    assert tools.value(db, "answer", NEED, "extra") == '{"level":3,"mood":"calm"}'
    tools.writer(other).merge(derived.all_changes(db), log.all_sessions(db))
    assert tools.dump(other) == tools.dump(db)
    assert set(derived.all_changes(other)) == set(derived.all_changes(db))
    writer.save([Edit(ROOT, "hologram", bytes(16), {"colour": "red"})])
    assert len(derived.entity_changes(db, ROOT, "hologram", bytes(16))) == 2


def test_a_value_of_another_type_reads_as_unset() -> None:
    db = tools.memory_file()
    tools.writer(db).save([answer(text=5), Edit(ROOT, "attachment", bytes(16), {"name": "x", "size": "big"})])
    assert text(db) == ""
    assert tools.value(db, "attachment", bytes(16), "size") == 0


# ---------------------------------------------------------------------------------------- two people


def two_copies() -> tuple[sqlite3.Connection, sqlite3.Connection]:
    db = tools.memory_file()
    tools.writer(db).save([partnership(), side("a"), answer(text="base")])
    return db, tools.copy_of(db)


def receive(db: sqlite3.Connection, source: sqlite3.Connection) -> int:
    return tools.writer(db).merge(derived.all_changes(source), log.all_sessions(source))


def test_two_texts_are_both_kept_until_somebody_decides() -> None:
    ours, theirs = two_copies()
    tools.writer(ours, start=2_000).save([answer(text="ours")])
    tools.writer(theirs, start=3_000).save([answer(text="theirs")])
    assert receive(ours, theirs) == 1
    assert receive(theirs, ours) == 1
    assert tools.dump(ours) == tools.dump(theirs)
    assert (text(ours), conflicts(ours)) == ("theirs", ["text"])
    tools.writer(ours).save([answer(text="theirs")])  # what is shown, but it settles the question
    assert conflicts(ours) == []
    assert receive(theirs, ours) == 1
    assert (text(theirs), conflicts(theirs)) == ("theirs", [])


def test_first_answers_of_two_people_meet() -> None:
    ours, theirs = tools.memory_file(), tools.memory_file()
    tools.writer(ours).save([answer(text="ours")])
    tools.writer(theirs).save([answer(who="Anna")])
    receive(ours, theirs)
    assert ours.execute("SELECT text, who FROM answers").fetchall() == [("ours", "Anna")]
    assert conflicts(ours) == []


def test_what_was_erased_for_a_persons_sake_does_not_come_back() -> None:
    ours, theirs = two_copies()
    [change] = tools.writer(theirs).save([answer(who="Anna")]).changes
    ours.execute("INSERT INTO forgotten VALUES (?)", (change.id,))
    assert receive(ours, theirs) == 0
    assert tools.tally_is_right(ours)


def test_deleted_there_edited_here_is_asked_and_either_answer_settles_it() -> None:
    for answer_given, left in ((0, "edited"), (1, None)):
        ours, theirs = two_copies()
        tools.writer(ours).save([answer(text="edited")])
        tools.writer(theirs).save([Edit(ROOT, "answer", NEED, {DELETED: 1})])
        assert text(theirs) is None
        receive(ours, theirs)
        assert (text(ours), conflicts(ours)) == ("edited", [DELETED])
        tools.writer(ours).save([Edit(ROOT, "answer", NEED, {DELETED: answer_given})])
        assert (text(ours), conflicts(ours)) == (left, [])
        receive(theirs, ours)
        assert tools.dump(ours) == tools.dump(theirs)


def test_a_partnership_edited_below_is_not_silently_deleted() -> None:
    for answer_given, there in ((0, True), (1, False)):
        ours, theirs = two_copies()
        tools.writer(ours).save([answer(text="still at it")])
        tools.writer(theirs).save([Edit(ROOT, "partnership", ROOT, {DELETED: 1})])
        assert not derived.is_shown(theirs, ROOT)
        receive(ours, theirs)
        receive(theirs, ours)
        assert tools.dump(ours) == tools.dump(theirs) == tools.rebuilt(ours)
        assert derived.is_shown(theirs, ROOT)
        assert conflicts(ours) == [DELETED]
        tools.writer(ours).save([Edit(ROOT, "partnership", ROOT, {DELETED: answer_given})])
        assert derived.is_shown(ours, ROOT) == there
        assert conflicts(ours) == []


def test_a_checkpoint_written_later_in_a_deleted_partnership_brings_the_question_up() -> None:
    db, _ = two_copies()
    tools.writer(db).save([Edit(ROOT, "partnership", ROOT, {DELETED: 1})])
    tools.writer(db).save([answer("c1.idea", text="new")])
    assert derived.is_shown(db, ROOT)
    assert conflicts(db) == [DELETED]
    assert tools.dump(db) == tools.rebuilt(db)


def test_writing_to_what_was_deleted_makes_it_anew() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.revert(writer.save([answer(text="typed by mistake", who="Anna")]))
    assert text(db) is None
    writer.save([answer(state="done")])
    row = db.execute("SELECT text, who, state FROM answers").fetchone()
    assert row == ("", "", "done")
    assert conflicts(db) == []


def test_the_same_text_typed_again_after_undo_is_written() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.revert(writer.save([answer(text="again")]))
    writer.save([answer(text="again")])
    assert (text(db), conflicts(db)) == ("again", [])


# ---------------------------------------------------------------------------------------- undo


def test_undo_and_redo_of_an_edit() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([answer(text="one")])
    step = writer.save([answer(text="two")])
    step = writer.revert(step)
    assert text(db) == "one"
    writer.revert(step)
    assert text(db) == "two"
    assert len(list(derived.all_changes(db))) == 4  # undo removes nothing


def test_undo_of_a_conflict_settled_brings_the_conflict_back() -> None:
    ours, theirs = two_copies()
    tools.writer(ours, start=2_000).save([answer(text="ours")])
    tools.writer(theirs, start=9_000).save([answer(text="theirs")])
    receive(ours, theirs)
    before = tools.shown(ours)
    writer = tools.writer(ours, start=-5)
    step = writer.save([answer(text="both")])
    assert conflicts(ours) == []
    again = writer.revert(step)
    assert tools.shown(ours) == before
    writer.revert(again)
    assert (text(ours), conflicts(ours)) == ("both", [])


def test_undo_of_a_whole_new_partnership_and_redo() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    before = tools.shown(db)
    step = writer.save([partnership(), side("a"), side("b"), answer(text="x")])
    after = tools.shown(db)
    for _ in range(2):
        step = writer.revert(step)
        assert tools.shown(db) == before
        step = writer.revert(step)
        assert tools.shown(db) == after


def test_undo_of_a_deleted_partnership_brings_back_all_of_it() -> None:
    db, _ = two_copies()
    before = tools.shown(db)
    writer = tools.writer(db)
    step = writer.save([Edit(ROOT, "partnership", ROOT, {DELETED: 1})])
    assert not derived.is_shown(db, ROOT)
    step = writer.revert(step)
    assert tools.shown(db) == before
    writer.revert(step)
    assert not derived.is_shown(db, ROOT)
    assert conflicts(db) == []


def test_undo_travels_to_the_other_copies() -> None:
    ours, theirs = two_copies()
    writer = tools.writer(ours)
    step = writer.save([answer(text="hasty")])
    receive(theirs, ours)
    writer.revert(step)
    receive(theirs, ours)
    assert (text(theirs), conflicts(theirs)) == ("base", [])


# ---------------------------------------------------------------------------------------- the tables


def test_one_saved_edit_touches_no_index_it_need_not() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([partnership(), answer(text="one", state="open")])
    seen: list[str] = []
    db.set_trace_callback(seen.append)
    writer.save([answer(text="two")])
    db.set_trace_callback(None)
    assert [sql for sql in seen if "UPDATE answers" in sql] == [
        f"UPDATE answers SET \"text\" = 'two' WHERE id = x'{NEED.hex()}'"
    ]
    assert not [sql for sql in seen if "conflicts" in sql]
    assert len([sql for sql in seen if sql.startswith("UPDATE meta")]) == 1


def test_a_missing_row_is_made_again_by_the_next_save() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([answer(text="one")])
    db.execute("DELETE FROM answers")
    writer.save([answer(text="two")])
    assert tools.dump(db) == tools.rebuilt(db)


def test_partnerships_are_found_by_folded_titles() -> None:
    db = tools.memory_file()
    tools.writer(db).save([partnership("Ķekavas ŠŪPOLES")])
    assert tools.value(db, "partnership", ROOT, "title_key") == "kekavas supoles"


def test_two_sessions_on_one_file_see_each_other(tmp_path: Path) -> None:
    path = tmp_path / "shared.roadmap"
    file.create(path)
    one, two = file.open_for_writing(path), file.open_for_writing(path)
    try:
        first, second = tools.writer(one), tools.writer(two)
        first.save([answer(text="one")])
        [change] = second.save([answer(text="two")]).changes
        assert change.prev != b""
        first.save([answer(text="three")])
        assert (text(two), conflicts(two)) == ("three", [])
        assert tools.tally_is_right(two)
    finally:
        one.close()
        two.close()


def test_a_change_of_centuries_hence_does_no_harm() -> None:
    db = tools.memory_file()
    far = seal(Edit(ROOT, "answer", NEED, {"text": "far"}), (), 2**63 - 1, bytes(16))
    assert tools.writer(db).merge([far]) == 1
    tools.writer(db).save([answer(text="now")])
    assert (text(db), conflicts(db)) == ("now", [])
    assert tools.dump(db) == tools.rebuilt(db)


def test_undoing_the_answer_to_a_disputed_deletion_asks_again() -> None:
    ours, theirs = two_copies()
    entity = b"e" * 16
    tools.writer(ours).save([Edit(ROOT, "action", entity, {"what": "x", "who": "y"})])
    receive(theirs, ours)
    tools.writer(theirs).save([Edit(ROOT, "action", entity, {"who": "z"})])
    mine = tools.writer(ours)
    mine.save([Edit(ROOT, "action", entity, {DELETED: 1})])
    receive(ours, theirs)
    before = tools.shown(ours)
    assert conflicts(ours) == [DELETED]
    step = mine.save([Edit(ROOT, "action", entity, {"what": "new", "who": "new", DELETED: 0})])
    assert conflicts(ours) == []
    mine.revert(step)
    assert tools.shown(ours) == before


# ---------------------------------------------------------------------------------------- two at once


def test_what_somebody_wrote_unseen_is_not_replaced_but_asked_about() -> None:
    db = tools.memory_file()
    mine, theirs = tools.writer(db), tools.writer(db, "Jānis", 2_000)
    mine.save([answer(text="one", who="Anna")])
    seen = {(ROOT, "answer", NEED): log.heads_of(db, (ROOT, "answer", NEED))}
    theirs.save([answer(text="theirs")])
    mine.save([answer(text="mine", who="Ilze")], (), seen)
    assert conflicts(db) == ["text"]
    assert {head.fields["text"] for head in heads(db, "text")} == {"mine", "theirs"}
    assert tools.value(db, "answer", NEED, "who") == "Ilze"
    assert tools.dump(db) == tools.rebuilt(db)
    mine.save([answer(text="both")])
    assert (conflicts(db), text(db)) == ([], "both")


def test_ones_own_words_are_always_seen() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    seen = {(ROOT, "answer", NEED): log.heads_of(db, (ROOT, "answer", NEED))}
    for said in ("one", "two", "three"):
        writer.save([answer(text=said)], (), seen)
    assert (conflicts(db), text(db)) == ([], "three")


def test_equal_words_of_two_are_no_conflict() -> None:
    db = tools.memory_file()
    tools.writer(db, "Jānis").save([answer(text="the same")])
    tools.writer(db).save([answer(text="the same", who="Ilze")], (), {(ROOT, "answer", NEED): frozenset()})
    assert conflicts(db) == []


def heads(db: sqlite3.Connection, name: str) -> tuple[Change, ...]:
    return fold(derived.entity_changes(db, ROOT, "answer", NEED)).heads[name]


def test_undo_leaves_alone_what_somebody_else_wrote_since() -> None:
    db = tools.memory_file()
    mine, theirs = tools.writer(db), tools.writer(db, "Jānis", 2_000)
    mine.save([answer(text="one", who="Anna")])
    step = mine.save([answer(text="two", who="Ilze")])
    theirs.save([answer(text="theirs")])
    back = mine.revert(step, mine=())
    assert (text(db), tools.value(db, "answer", NEED, "who")) == ("theirs", "Anna")
    mine.revert(back, mine=())
    assert (text(db), tools.value(db, "answer", NEED, "who")) == ("theirs", "Ilze")
    assert tools.dump(db) == tools.rebuilt(db)


def test_undo_of_a_step_that_somebody_wrote_over_wholly_does_nothing() -> None:
    db = tools.memory_file()
    mine, theirs = tools.writer(db), tools.writer(db, "Jānis", 2_000)
    mine.save([answer(text="one")])
    step = mine.save([answer(text="two")])
    theirs.save([answer(text="theirs")])
    assert mine.revert(step, mine=()) == log.Step((), ())
    assert text(db) == "theirs"


def test_undo_of_words_in_conflict_takes_back_ones_own() -> None:
    db = tools.memory_file()
    mine, theirs = tools.writer(db), tools.writer(db, "Jānis", 2_000)
    mine.save([answer(text="one")])
    seen = {(ROOT, "answer", NEED): log.heads_of(db, (ROOT, "answer", NEED))}
    theirs.save([answer(text="theirs")])
    step = mine.save([answer(text="mine")], (), seen)
    assert conflicts(db) == ["text"]
    mine.revert(step, mine=())
    assert (text(db), conflicts(db)) == ("theirs", [])


@pytest.mark.parametrize("inside", [False, True])
def test_undo_of_what_one_made_asks_where_somebody_wrote_into_it(inside: bool) -> None:
    db = tools.memory_file()
    mine, theirs = tools.writer(db), tools.writer(db, "Jānis", 2_000)
    step = mine.save([partnership(), answer(text="mine")])
    theirs.save([answer(due="2027-01-01") if inside else partnership("Renamed")])
    mine.revert(step, mine=())
    assert tools.value(db, "partnership", ROOT, "title") is not None
    assert DELETED in conflicts(db)
    assert tools.dump(db) == tools.rebuilt(db)


def test_undo_of_bringing_back_does_not_take_a_strangers_words_along() -> None:
    db = tools.memory_file()
    first = tools.writer(db)
    first.save([answer(text="one")])
    first.save([Edit(ROOT, "answer", NEED, {DELETED: 1})])
    mine = tools.writer(db, start=2_000)
    step = mine.save([Edit(ROOT, "answer", NEED, {DELETED: 0})])
    tools.writer(db, "Jānis", 3_000).save([answer(text="theirs")])
    mine.revert(step, mine=())
    assert (text(db), conflicts(db)) == ("theirs", [DELETED])


def test_undo_goes_on_over_several_openings() -> None:
    """What a later opening of one's own wrote is no stranger's."""
    db = tools.memory_file()
    first = tools.writer(db)
    steps = [first.save([answer(text=said)]) for said in ("one", "two", "three")]
    mine = {first.session}
    for start, step in zip((2_000, 3_000), reversed(steps), strict=False):
        writer = tools.writer(db, start=start)
        writer.revert(step, mine)
        mine.add(writer.session)
    assert text(db) == "one"


# ---------------------------------------------------------------------------------------- steps noted


@settings(max_examples=40)
@given(st.integers(0, 10**9))
def test_a_step_noted_and_recalled_is_the_step_it_was(seed: int) -> None:
    pick = random.Random(seed)
    world = live_through(pick, pick.randint(1, 25))
    for copy in world.copies:
        for step, _ in (*copy.undo, *copy.redo):
            assert log.recall(copy.db, json.loads(json.dumps(log.noted(step)))) == step


@settings(max_examples=40)
@given(st.integers(0, 10**9))
def test_undo_after_a_restart_shows_what_undo_without_one_does(seed: int) -> None:
    pick = random.Random(seed)
    db = live_through(pick, 12).copies[0].db
    running = tools.writer(db, start=5_000)
    undo = [
        step
        for _ in range(pick.randint(1, 8))
        if (step := running.save([some_edit(pick) for _ in range(pick.choice((1, 1, 3)))])).changes
    ]
    redo = [running.revert(undo.pop()) for _ in range(pick.randint(0, len(undo)))]
    again = tools.copy_of(db)
    noted = json.loads(json.dumps([[log.noted(step) for step in steps] for steps in (undo, redo)]))
    restarted = tools.writer(again, start=9_000)
    undo_again, redo_again = ([log.recall(again, note) for note in notes] for notes in noted)
    mine = {running.session}
    for _ in range(12):
        stacks = ((undo, redo), (undo_again, redo_again))
        if pick.random() < 0.6:
            stacks = tuple((one, other) for other, one in stacks)  # type: ignore[assignment]
        for writer, (one, other) in zip((running, restarted), stacks, strict=True):
            if one and (step := writer.revert(one.pop(), mine)).changes:
                other.append(step)
        assert tools.shown(db) == tools.shown(again)


def test_a_note_about_changes_that_are_not_there_is_refused() -> None:
    db = tools.memory_file()
    step = tools.writer(db).save([answer(text="one")])
    with pytest.raises(LookupError):
        log.recall(tools.memory_file(), log.noted(step))


def test_undo_of_what_came_from_others_takes_it_back_but_nothing_later() -> None:
    mine, theirs = two_copies()
    writer = tools.writer(mine)
    before = fold(derived.entity_changes(mine, ROOT, "answer", NEED))
    came = tools.writer(theirs, "Anna", 3_000).save([answer(text="theirs", who="Anna")]).changes
    receive(mine, theirs)
    former = log._former((ROOT, "answer", NEED), before, ["text", "who"])
    writer.save([answer(due="2027-01-01")])
    step = log.Step((former,), came)
    tools.writer(mine, "Jānis", 9_000).save([answer(who="Jānis")])
    writer.revert(step, mine=())
    assert text(mine) == before.fields["text"]
    assert tools.value(mine, "answer", NEED, "who") == "Jānis"
    assert log.recall(mine, log.noted(step)) == step


def test_attachments_larger_than_partners_accept_are_refused() -> None:
    db = tools.memory_file()
    with pytest.raises(AttachmentTooLarge):
        tools.writer(db).save([answer(text="x")], [bytes(records.ATTACHMENT_SIZE + 1)])
    assert list(derived.all_changes(db)) == []


def test_a_name_that_no_file_can_hold_is_mended() -> None:
    db = tools.memory_file()
    tools.writer(db, "Il\udc80ze").save([answer(text="x")])
    [(_, body)] = log.all_sessions(db)
    assert json.loads(body)["name"] == "Il\ufffdze"


def test_a_clock_out_of_its_mind_writes_what_partners_accept() -> None:
    db = tools.memory_file()
    [change] = tools.writer(db, start=2**60).save([answer(text="x")]).changes
    assert change.wall == log.LATEST_WALL
