"""Changes and their fold: the pure rules of the log."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.changes import (
    DELETED,
    NOTHING,
    BadChangeError,
    Change,
    Edit,
    State,
    advance,
    canonical,
    covers,
    fold,
    replaced_by,
    seal,
    split,
)
from roadmap_desktop.domain.records import Scalar

ROOT, ENTITY, SESSION = bytes(range(16)), b"e" * 16, b"s" * 16


def write(
    *prev: Change, wall: int = 1, session: bytes = SESSION, deleted: int | None = None, **fields: Scalar
) -> Change:
    given = fields if deleted is None else {**fields, DELETED: deleted}
    return seal(Edit(ROOT, "answer", ENTITY, given), [change.id for change in prev], wall, session)


def shown(*changes: Change) -> dict[str, Scalar]:
    return fold(changes).fields


# ---------------------------------------------------------------------------------------- one change


def test_a_change_is_named_by_a_hash_that_never_changes() -> None:
    change = write(text="Ā", wall=1_790_000_000_000)
    # What was written must be found again in ten years: never change this literal.
    assert change.id.hex() == "7357e43a69263f960e5df1d12654b0f4"
    assert change.body == '{"text":"Ā"}'


def test_every_column_is_in_the_hash() -> None:
    one = write(text="x")
    others = [
        write(text="y"),
        write(one, text="x"),
        write(text="x", wall=2),
        write(text="x", wall=-1),
        write(text="x", session=b"t" * 16),
        seal(Edit(ENTITY, "answer", ROOT, {"text": "x"}), (), 1, SESSION),
        seal(Edit(ROOT, "note", ENTITY, {"text": "x"}), (), 1, SESSION),
    ]
    assert len({change.id for change in (one, *others)}) == 8


def test_the_same_said_twice_is_one_change() -> None:
    assert write(text="x", who="y") == write(who="y", text="x")


def test_what_it_replaces_is_sorted_and_named_once() -> None:
    one, two = write(text="1"), write(text="2")
    three = write(two, one, two, text="3")
    assert list(split(three.prev)) == sorted([one.id, two.id])
    assert three.replaces == {one.id, two.id}


def test_canonical_is_the_one_way_to_write_fields() -> None:
    assert canonical({"b": 1, "a": 'Ā\n"„”'}) == '{"a":"Ā\\n\\"„”","b":1}'
    with pytest.raises(ValueError, match="JSON"):
        canonical({"a": float("nan")})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "5",
        '"text"',
        "[" * 100000,
        "null",
        '{"a":NaN}',
        '{"a":-Infinity}',
        '{"a":1e999}',
        '{"a":9223372036854775808}',
    ],
)
def test_a_body_that_is_no_object_is_told_apart(body: str) -> None:
    with pytest.raises(BadChangeError):
        fold([write(text="x")._replace(body=body)])


# ---------------------------------------------------------------------------------------- the fold


def test_nothing_written_is_nothing() -> None:
    assert fold([]) == NOTHING == State({}, {}, (), deleted=False)


def test_the_last_of_ones_own_edits_is_shown_whatever_the_clock_says() -> None:
    first = write(text="first", wall=9_999)
    second = write(first, text="second", wall=5)
    third = write(second, text="third", wall=-1)
    assert shown(first, second, third) == {"text": "third"}
    assert fold([first, second, third]).conflicts == ()


def test_two_who_did_not_see_each_other_are_both_kept_the_newest_shown() -> None:
    base = write(text="base")
    ours, theirs = write(base, text="ours", wall=2), write(base, text="theirs", wall=3)
    state = fold([base, ours, theirs])
    assert state.fields == {"text": "theirs"}
    assert state.conflicts == ("text",)
    assert state.heads["text"] == (theirs, ours)


def test_at_the_same_moment_the_greater_id_is_shown() -> None:
    ours, theirs = write(text="ours"), write(text="theirs")
    assert fold([ours, theirs]).heads["text"][0].id == max(ours.id, theirs.id)


def test_the_same_said_by_both_is_no_conflict() -> None:
    ours, theirs = write(text="same", wall=2), write(text="same", wall=3)
    assert fold([ours, theirs]).conflicts == ()
    assert len(fold([ours, theirs]).heads["text"]) == 2


def test_different_fields_never_conflict() -> None:
    base = write(text="base", who="nobody")
    state = fold([base, write(base, text="ours"), write(base, who="Anna")])
    assert state.fields == {"text": "ours", "who": "Anna"}
    assert state.conflicts == ()


def test_replacing_one_field_leaves_the_changes_other_fields() -> None:
    base = write(text="base", who="Anna")
    assert shown(base, write(base, text="new")) == {"text": "new", "who": "Anna"}


def test_a_conflict_is_resolved_by_naming_both() -> None:
    ours, theirs = write(text="ours"), write(text="theirs")
    state = fold([ours, theirs, write(ours, theirs, text="both")])
    assert (state.fields, state.conflicts) == ({"text": "both"}, ())


def test_the_order_of_things_settles_itself() -> None:
    state = fold([write(position="a", wall=2), write(position="b", wall=1)])
    assert (state.fields, state.conflicts) == ({"position": "a"}, ())


def test_deleted_is_what_somebody_deleted_who_had_seen_it_all() -> None:
    base = write(text="base")
    deletion = write(base, deleted=1)
    state = fold([base, deletion])
    assert state.deleted
    assert state.conflicts == ()
    assert DELETED not in state.fields
    assert covers(state, [base, deletion])
    assert not covers(state, [base, write(text="unseen")])


def test_an_edit_the_deleter_had_not_seen_is_asked_about() -> None:
    base = write(text="base")
    state = fold([base, write(base, deleted=1), write(base, text="edited there")])
    assert not state.deleted
    assert state.conflicts == (DELETED,)
    assert state.fields == {"text": "edited there"}


def test_two_who_delete_the_same_agree() -> None:
    base = write(text="base")
    assert fold([base, write(base, deleted=1), write(base, deleted=1, wall=7)]).deleted


def test_what_was_restored_is_there_again() -> None:
    base = write(text="base")
    deletion = write(base, deleted=1)
    restored = write(deletion, deleted=0)
    state = fold([base, deletion, restored])
    assert (state.deleted, state.conflicts, state.fields) == (False, (), {"text": "base"})


def test_deleted_here_restored_there_is_asked_about() -> None:
    base = write(text="base")
    deletion = write(base, deleted=1)
    again = write(deletion, deleted=1)
    state = fold([base, deletion, again, write(deletion, deleted=0)])
    assert not state.deleted
    assert state.conflicts == (DELETED,)


def test_a_change_that_sets_and_deletes_at_once_has_seen_itself() -> None:
    assert fold([write(text="x", deleted=1)]).deleted


def test_a_forged_circle_shows_something_and_never_fails() -> None:
    one, two = write(text="1", wall=1), write(text="2", wall=2)
    one, two = one._replace(prev=two.id), two._replace(prev=one.id)
    assert shown(one, two) == {"text": "2"}


def test_a_prev_of_a_change_that_is_not_here_does_no_harm() -> None:
    gone = write(text="gone")
    assert shown(write(gone, text="here")) == {"text": "here"}


def test_what_an_edit_replaces() -> None:
    base = write(text="base", who="Anna")
    newer = write(base, text="newer")
    state = fold([base, newer])
    assert replaced_by(state, {"text": "x"}) == {newer.id}
    assert replaced_by(state, {"due": "x"}) == frozenset()
    assert replaced_by(state, {DELETED: 1}) == {base.id, newer.id}
    assert replaced_by(state, {DELETED: 0}) == frozenset()


# ---------------------------------------------------------------------------------------- properties


@st.composite
def logs(draw: st.DrawFn) -> list[Change]:
    """One entity's changes as up to three writers made them, each on top of what it had received."""
    copies: list[list[Change]] = [[], [], []]
    made: list[Change] = []
    values: list[Scalar] = ["", "x", "y", 0, 1]
    for _ in range(draw(st.integers(1, 9))):
        at = draw(st.integers(0, 2))
        if draw(st.booleans()):
            copies[at] = list(dict.fromkeys(copies[at] + copies[draw(st.integers(0, 2))]))
        names = draw(st.sets(st.sampled_from(["text", "who", "position", DELETED]), min_size=1, max_size=3))
        fields = {
            name: draw(st.integers(0, 1)) if name == DELETED else draw(st.sampled_from(values))
            for name in sorted(names)
        }
        prev = replaced_by(fold(copies[at]), fields)
        change = seal(
            Edit(ROOT, "answer", ENTITY, fields), prev, draw(st.integers(-(10**14), 10**15)), bytes([at]) * 16
        )
        copies[at] = [*copies[at], change]
        made.append(change)
    return made


@given(logs(), st.randoms(use_true_random=False))
def test_the_order_changes_come_in_makes_no_difference(changes: list[Change], pick: random.Random) -> None:
    state = fold(changes)
    again = list(changes)
    pick.shuffle(again)
    assert fold(again) == state
    assert list(fold(reversed(changes)).conflicts) == sorted(state.conflicts)


@given(logs())
def test_every_value_is_shown_or_asked_about_or_was_replaced(changes: list[Change]) -> None:
    state = fold(changes)
    for change in changes:
        for name, value in change.fields.items():
            replaced = any(change.id in other.replaces and name in other.fields for other in changes)
            held = change in state.heads[name]
            assert held != replaced
            if held and name not in (DELETED, "position"):
                assert state.fields[name] == value or name in state.conflicts


@given(logs())
def test_one_change_more_is_the_fold_of_them_all(changes: list[Change]) -> None:
    # A change can only follow those it replaces, so any prefix of the order of writing will do.
    for count in range(len(changes)):
        known = changes[:count]
        assert advance(fold(known), changes[count]) == fold(changes[: count + 1])


def test_one_change_more_over_every_way_to_see_two() -> None:
    one, two = write(text="1", who="a"), write(text="2", deleted=0)
    for seen in itertools.chain.from_iterable(itertools.combinations((one, two), size) for size in range(3)):
        for last in (write(*seen, text="3"), write(*seen, deleted=1), write(*seen, text="1", deleted=0)):
            assert advance(fold([one, two]), last) == fold([one, two, last])
