"""Going back by changes: what is shown is what was shown then, undo is exact, and copies still come together."""

from __future__ import annotations

import random
import sqlite3
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit, State
from roadmap_desktop.domain.difference import completed, shown
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import derived, log
from roadmap_desktop.store.compare import Moment, contents_for, differences, divergences, newest
from tests.store import tools
from tests.store.world import Copy, live_through, some_edit


def visible(db: sqlite3.Connection) -> dict[str, list[Any]]:
    """The rows that any window can show: not those outside a partnership that is there; unknown fields unset are ""."""
    there = {root for (root,) in db.execute("SELECT id FROM partnerships")}
    return {
        name: [
            tuple("{}" if cell == '{"mood":""}' else cell for cell in row)
            for row in rows
            if name == "organisations" or row[1] in there
        ]
        for name, rows in tools.dump(db, activity=False).items()
        if name != "conflicts"
    }


def go_back(copy: log.Log, now: sqlite3.Connection, then: Moment) -> log.Step:
    edits = list(differences(Moment(now), then))
    return copy.save(edits, contents_for(edits, now, then.db))


def lived(pick: random.Random) -> tuple[Copy, sqlite3.Connection, list[Copy]]:
    """A copy with a backup of an earlier state, and partners' copies; edits, undos and merges before and after."""
    world = live_through(pick, 25)
    copy = world.copies[0]
    then = tools.copy_of(copy.db)
    for _ in range(pick.randrange(25)):
        manner = pick.random()
        if manner < 0.2:
            world.merge(0, pick.randrange(4))
        elif manner < 0.3:
            world.undo(0)
        elif manner < 0.5:
            world.edit(pick.randrange(1, 4), [some_edit(pick)])
        else:
            world.edit(0, [some_edit(pick) for _ in range(pick.choice((1, 1, 3)))])
    return copy, then, world.copies[1:]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_going_back_shows_what_was_shown_and_undo_shows_what_was(seed: int) -> None:
    copy, then, partners = lived(random.Random(seed))
    former = tools.shown(copy.db)
    step = go_back(copy.log, copy.db, Moment(then))
    assert visible(copy.db) == visible(then)
    assert list(differences(Moment(copy.db), Moment(then))) == [], "going back twice changes nothing"
    assert tools.dump(copy.db) == tools.rebuilt(copy.db)
    assert tools.tally_is_right(copy.db)
    after = tools.shown(copy.db)
    undo = copy.log.revert(step)
    if not has_unknown(step):
        assert tools.shown(copy.db) == former, "undo is exact"
        copy.log.revert(undo)
        assert tools.shown(copy.db) == after, "redo is exact"
    for partner in partners:
        tools.writer(partner.db).merge(derived.all_changes(copy.db), log.all_sessions(copy.db))
        copy.log.merge(derived.all_changes(partner.db), log.all_sessions(partner.db))
        tools.writer(partner.db).merge(derived.all_changes(copy.db), log.all_sessions(copy.db))
        assert tools.dump(partner.db) == tools.dump(copy.db), "copies come together"


def has_unknown(step: log.Step) -> bool:
    """Whether a field of a newer program was set, which this one cannot unset, only empty."""
    return any(
        name not in (*records.fields(change.kind), DELETED)
        for change in step.changes
        if change.kind in records.KINDS
        for name in change.fields
    ) or any(change.kind not in records.KINDS for change in step.changes)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_a_later_state_can_be_gone_to_from_an_earlier_one(seed: int) -> None:
    copy, then, _ = lived(random.Random(seed))
    earlier = tools.writer(then, start=9 * 10**14)
    go_back(earlier, then, Moment(copy.db))
    assert visible(then) == visible(copy.db)
    earlier.merge(derived.all_changes(copy.db))
    copy.log.merge(derived.all_changes(then))
    assert tools.dump(then) == tools.dump(copy.db)


def test_a_partnership_made_since_goes_as_a_whole() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    then = tools.copy_of(db)
    writer.save([tools.partnership(), tools.side("a"), tools.answer(text="x")])
    edits = list(differences(Moment(db), Moment(then)))
    assert edits == [Edit(tools.ROOT, "partnership", tools.ROOT, {DELETED: 1})]


def test_what_changes_inside_a_partnership_that_stays_deleted_is_let_be() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    gone = Edit(tools.ROOT, "partnership", tools.ROOT, {DELETED: 1})
    writer.save([tools.partnership(), tools.answer(text="x")])
    writer.save([gone])
    then = tools.copy_of(db)
    writer.save([gone._replace(fields={DELETED: 0}), tools.answer(text="y")])
    writer.save([gone])
    assert list(differences(Moment(db), Moment(then))) == []


def test_a_file_compares_with_itself_at_an_earlier_time() -> None:
    db = tools.memory_file()
    writer = tools.writer(db, start=1_000)
    writer.save([tools.partnership(), tools.answer(text="x")])
    writer.save([tools.answer(text="y")])
    assert list(differences(Moment(db), Moment(db, 1_001))) == [
        tools.answer(text="x")._replace(fields={"text": "x"})
    ]
    assert list(differences(Moment(db), Moment(db))) == []


@pytest.mark.parametrize("held", [True, False])
def test_bytes_of_attachments_that_only_the_backup_holds_come_along(held: bool) -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([tools.partnership()])
    then = tools.copy_of(db)
    named = sha256(b"picture")
    fields: dict[str, Scalar] = {"name": "a.png", "sha256": named.hexdigest(), "size": 7}
    odd = Edit(tools.ROOT, "attachment", b"odd-------------", {"sha256": "no hash"})
    tools.writer(then).save([Edit(tools.ROOT, "attachment", b"attachment------", fields)], [b"picture"])
    if held:
        writer.save([], [b"picture"])
    edits = [*differences(Moment(db), Moment(then)), odd]
    assert list(contents_for(edits, db, then)) == ([] if held else [b"picture"])


# moments of one file ----------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_an_earlier_moment_is_the_copy_that_was_made_then(seed: int) -> None:
    """With right clocks, looking back in one file says what comparing with a copy of that time says."""
    pick = random.Random(seed)
    db = tools.memory_file()
    writer = tools.writer(db, start=1_000)
    for _ in range(pick.randrange(1, 20)):
        writer.save([some_edit(pick) for _ in range(pick.choice((1, 1, 3)))])
    then, until = tools.copy_of(db), writer._wall
    for _ in range(pick.randrange(12)):
        writer.save([some_edit(pick) for _ in range(pick.choice((1, 1, 3)))])
    found = list(divergences(Moment(db), Moment(db, until, 10**15)))
    assert found == list(divergences(Moment(db), Moment(then)))
    writer.save([thing.edit for one in found for thing in one.things])
    assert visible(db) == visible(then)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9))
def test_some_of_it_can_be_brought_back_alone(seed: int) -> None:
    """What was ticked shows what it showed then, nothing else changes but what it needs, and undo is exact."""
    pick = random.Random(seed)
    copy, then, _ = lived(pick)
    found = list(divergences(Moment(copy.db), Moment(then)))
    things = [thing for one in found for thing in one.things]
    ticked = [thing.edit for thing in things if pick.random() < 0.4]
    edits = completed(ticked, found)
    former, before = tools.shown(copy.db), states(copy.db)
    asked = {row[:3] for row in copy.db.execute("SELECT root, kind, entity FROM conflicts")}
    step = copy.log.save(edits, contents_for(edits, copy.db, then))
    after = states(copy.db)
    wanted = {edit[:3] for edit in edits}
    for key, state in after.items():
        if key in wanted:
            [thing] = [thing for thing in things if thing.edit[:3] == key]
            assert shown(state) == (thing.then is not None)
            for name in thing.then or ():
                assert state.fields.get(name) == (thing.then or {})[name]
        elif key[1] != "partnership":
            assert state.fields == before[key].fields, "what nobody ticked stays"
    new = {row[:3] for row in copy.db.execute("SELECT root, kind, entity FROM conflicts")}
    assert new <= asked, "and no question is raised"
    if not has_unknown(step):
        copy.log.revert(step)
        assert tools.shown(copy.db) == former


def states(db: sqlite3.Connection) -> dict[tuple[bytes, str, bytes], State]:
    return {
        (root, *key): state
        for (root,) in db.execute("SELECT DISTINCT root FROM change").fetchall()
        for key, state in Moment(db).states(root).items()
    }


def test_a_row_of_a_deleted_partnership_brings_the_partnership_back() -> None:
    db = tools.memory_file()
    writer = tools.writer(db, start=1_000)
    row = Edit(tools.ROOT, "action", b"action----------", {"what": "sapulce"})
    writer.save([tools.partnership(), tools.answer(text="x"), row])
    writer.save([row._replace(fields={DELETED: 1})])
    writer.save([Edit(tools.ROOT, "partnership", tools.ROOT, {DELETED: 1})])
    found = list(divergences(Moment(db), Moment(db, 1_002, 10**15)))
    [one] = found
    assert not one.there
    assert one.title == "Jauniešu centrs"
    [ticked] = [thing.edit for thing in one.things if thing.edit.kind == "action"]
    writer.save(completed([ticked], found))
    assert tools.value(db, "partnership", tools.ROOT, "title") == "Jauniešu centrs"
    assert tools.value(db, "action", row.entity, "what") == "sapulce"
    assert db.execute("SELECT count(*) FROM conflicts").fetchone() == (0,)


def test_only_the_root_asked_for_is_compared_and_the_others_are_skipped() -> None:
    db = tools.memory_file()
    writer = tools.writer(db, start=1_000)
    for root in (tools.ROOT, tools.OTHER_ROOT):
        writer.save([tools.partnership(root=root), tools.answer(root=root, text="x")])
    writer.save([tools.answer(root=root, text="y") for root in (tools.ROOT, tools.OTHER_ROOT)])
    told: list[tuple[int, int]] = []
    then = Moment(db, 1_003, 10**15)
    found = divergences(Moment(db), then, tools.ROOT, lambda done, total: told.append((done, total)))
    assert [one.root for one in found] == [tools.ROOT]
    assert told == [(0, 1)]
    assert list(divergences(Moment(db), Moment(db, 2_000, 10**15))) == []


def test_each_partnership_can_have_a_moment_of_its_own() -> None:
    db = tools.memory_file()
    writer = tools.writer(db, start=1_000)
    for root in (tools.ROOT, tools.OTHER_ROOT):
        writer.save([tools.partnership(root=root), tools.answer(root=root, text="x")])
    writer.save([tools.answer(root=root, text="y") for root in (tools.ROOT, tools.OTHER_ROOT)])
    assert newest(db) == {tools.ROOT: 1_004, tools.OTHER_ROOT: 1_005}
    looked = Moment(db, 2**62, 10**15, {tools.ROOT: 1_003})
    assert [one.root for one in divergences(Moment(db), looked)] == [tools.ROOT]


def test_a_comparison_can_be_ended() -> None:
    db = tools.memory_file()
    writer = tools.writer(db, start=1_000)
    writer.save([tools.partnership()])

    def end(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        list(divergences(Moment(db), Moment(db, 1, 10**15), report=end))


def test_an_organisation_is_told_by_its_name() -> None:
    db = tools.memory_file()
    writer = tools.writer(db, start=1_000)
    writer.save([Edit(tools.ROOT, "organisation", tools.ROOT, {"name": "Dome"})])
    writer.save([Edit(tools.ROOT, "organisation", tools.ROOT, {"name": "Novada dome"})])
    [one] = divergences(Moment(db), Moment(db, 1_000, 10**15))
    assert (one.title, one.there) == ("Novada dome", True)
    assert one.things[0].edit.fields == {"name": "Dome"}
