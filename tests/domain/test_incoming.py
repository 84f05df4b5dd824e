"""What came beside what is here: which fields differ and how, and what a choice makes of them."""

from __future__ import annotations

import pytest

from roadmap_desktop.domain.changes import DELETED, NOTHING, Change, Edit, State, fold, seal
from roadmap_desktop.domain.incoming import (
    Choice,
    Difference,
    Group,
    Sort,
    Thing,
    Version,
    chosen,
    differing,
    joined,
    sort_of,
)
from roadmap_desktop.domain.records import SHORT_TEXT, Scalar

ROOT, ENTITY = b"r" * 16, b"e" * 16


def change(wall: int = 1, *prev: Change, **fields: Scalar) -> Change:
    named = {DELETED if name == "deleted" else name: value for name, value in fields.items()}
    return seal(Edit(ROOT, "answer", ENTITY, named), [one.id for one in prev], wall, b"s" * 16)


def compared(mine: list[Change], theirs: list[Change]) -> tuple[Sort, dict[str, Sort]]:
    before: State = fold(mine) if mine else NOTHING
    after = fold([*mine, *theirs])
    return sort_of(before, after), differing("answer", before, after)


FIRST = change(side="a", checkpoint="c1.need", text="x", state="open")


def test_what_is_new_tells_what_it_says_and_not_where_it_stands() -> None:
    assert compared([], [FIRST]) == ("new", {"text": "new"})
    assert compared([], [change(side="a", checkpoint="c1.need")]) == ("new", {DELETED: "new"})


def test_what_replaces_ours_is_changed_and_what_had_not_seen_it_is_a_conflict() -> None:
    ours = change(2, FIRST, text="ours")
    assert compared([FIRST], [change(3, FIRST, text="y")]) == ("changed", {"text": "changed"})
    assert compared([FIRST, ours], [change(3, FIRST, text="y")]) == ("conflict", {"text": "conflict"})
    assert compared([FIRST, ours], [change(3, FIRST, text="ours")]) == ("changed", {})
    assert compared([FIRST], [change(3, FIRST, text="x")]) == ("changed", {})


def test_a_conflict_is_told_once_and_again_when_a_third_version_comes() -> None:
    mine = [FIRST, change(2, FIRST, text="ours"), change(3, FIRST, text="theirs")]
    assert compared(mine, [change(4, FIRST, state="done")])[1] == {"state": "changed"}
    assert compared(mine, [change(4, FIRST, text="third")])[1] == {"text": "conflict"}
    assert compared(mine, [change(4, *mine, text="ours")])[1] == {"text": "changed"}


def test_deleted_restored_and_disputed() -> None:
    deleted = change(2, FIRST, deleted=1)
    assert compared([FIRST], [deleted]) == ("deleted", {DELETED: "deleted"})
    assert compared([FIRST, change(2, FIRST, text="ours")], [deleted]) == ("conflict", {DELETED: "conflict"})
    assert compared([FIRST, deleted], [change(3, FIRST, text="y")]) == (
        "conflict", {DELETED: "conflict", "text": "changed"},
    )  # fmt: skip
    assert compared([FIRST, deleted], [change(3, FIRST, deleted, deleted=0)]) == (
        "restored",
        {DELETED: "restored"},
    )
    disputed = [FIRST, change(2, FIRST, text="ours"), deleted]
    assert compared(disputed, [change(4, *disputed, deleted=0)])[1] == {DELETED: "restored"}


ANNA, JANIS = Version("viens", "Anna", 1), Version("divi", "Jānis", 2)


@pytest.mark.parametrize(
    ("kind", "field", "wanted"),
    [
        ("answer", "text", "Anna:\nviens\n\nJānis:\ndivi"),
        ("note", "text", "Anna:\nviens\n\nJānis:\ndivi"),
        ("action", "what", "viens / divi"),
        ("answer", "state", None),
        ("answer", "due", None),
        ("side", "organisation", None),
        ("action", "position", None),
        ("hologram", "colour", None),
    ],
)
def test_both_in_one(kind: str, field: str, wanted: str | None) -> None:
    assert joined(kind, field, (ANNA, JANIS)) == wanted


def test_both_leave_out_nothing_and_do_not_burst_the_field() -> None:
    assert joined("answer", "text", (ANNA, Version("  "), Version("trīs"))) == "Anna:\nviens\n\ntrīs"
    assert joined("action", "what", (Version("x" * SHORT_TEXT), JANIS)) is None


@pytest.mark.parametrize(
    ("sort", "choice", "wanted"),
    [
        ("conflict", "ours", "viens"),
        ("conflict", "theirs", "divi"),
        ("conflict", "both", "Anna:\nviens\n\nJānis:\ndivi"),
        ("conflict", "later", None),
        ("changed", "theirs", None),
        ("changed", "ours", "viens"),
        ("changed", "later", None),
    ],
)
def test_a_choice_says_what_must_be_set(sort: Sort, choice: Choice, wanted: str | None) -> None:
    assert chosen("answer", Difference("text", sort, ANNA, (JANIS,), (0,)), choice) == wanted


def test_there_is_no_both_of_being_there_and_not() -> None:
    disputed = Difference(DELETED, "conflict", Version(0), (Version(1),), (0,))
    assert chosen("answer", disputed, "both") is None
    assert (chosen("answer", disputed, "theirs"), chosen("answer", disputed, "ours")) == (1, 0)


def test_a_thing_as_history_tells_of_it() -> None:
    thing = Thing(ROOT, "answer", ENTITY, "changed", "b", "m1.forms", "", {"text": "x"}, ())
    group = Group(
        ROOT, "partnership", "Dārzs", "changed", "a", {"a": "community", "b": "municipality"}, (thing,)
    )
    told = group.subject(thing)
    assert (told.partnership, told.side, told.ours, told.form) == ("Dārzs", "b", "a", "municipality")
    assert thing.place("text") == (*told.key, "text")
