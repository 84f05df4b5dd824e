"""What came as a tree: where each thing stands, what ticks and choices mean, and that any of them can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from roadmap_desktop.domain.changes import DELETED
from roadmap_desktop.domain.incoming import Choice, Difference, Group, Sort, Thing, Version
from roadmap_desktop.models.branches import Known
from roadmap_desktop.models.differences import BELOW, PAIRS
from roadmap_desktop.models.incoming import LEAF, IncomingModel, Tally
from tests.builders import library, words

ROOT = bytes(range(16))
FORMS = {"a": "community", "b": "municipality"}
CHECK = Qt.ItemDataRole.CheckStateRole
ON, SOME, OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


def known() -> Known:
    return Known(library(), words(), {}, "")


def thing(kind: str, number: int, sort: Sort, *differences: Difference, **fields: Any) -> Thing:
    return Thing(
        ROOT, kind, bytes([number] * 16), sort, str(fields.get("side", "")), str(fields.get("checkpoint", "")),
        str(fields.get("what", fields.get("title", ""))), fields, differences,
    )  # fmt: skip


def differs(field: str, sort: Sort, ours: str | int, *theirs: str | int) -> Difference:
    return Difference(
        field, sort, Version(ours, "Ilze", 1), tuple(Version(one, "Kārlis", 2) for one in theirs), (0,)
    )


def group(*things: Thing, sort: Sort = "changed") -> Group:
    return Group(ROOT, "partnership", "Youth centre", sort, "a", FORMS, things)


NEED = thing(
    "answer", 1, "conflict", differs("text", "conflict", "ours", "theirs"), differs("who", "changed", "", "Kārlis"),
    side="a", checkpoint="c1.need", text="ours",
)  # fmt: skip
THEIRS = thing(
    "answer", 2, "changed", differs("text", "changed", "", "x"), side="b", checkpoint="m1.basis", text="x"
)
ACTION = thing("action", 3, "new", differs("what", "new", "", "Paint"), what="Paint")
GONE = thing("action", 4, "deleted", differs(DELETED, "deleted", 0, 1), what="Letter")
MOVED = thing("action", 5, "changed", differs("position", "changed", "a", "b"), what="Meet", position="b")


def lines(model: IncomingModel, above: QModelIndex | None = None) -> Iterator[QModelIndex]:
    above = above or QModelIndex()
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        yield index
        yield from lines(model, index)


def at(model: IncomingModel, label: str, place: int = 0) -> QModelIndex:
    return [index for index in lines(model) if index.data() == label][place]


@pytest.fixture
def model() -> Iterator[IncomingModel]:
    made = IncomingModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show([group(NEED, THEIRS, ACTION, GONE, MOVED)], known())
    yield made
    made.deleteLater()


def test_things_stand_under_their_checkpoint_or_tool_in_the_roadmaps_order(model: IncomingModel) -> None:
    top = model.index(0, 0)
    places = [model.index(row, 0, top) for row in range(model.rowCount(top))]
    assert [place.data() for place in places[:1]] == ["The local need"]
    assert [place.data(BELOW) for place in places] == ["Our side", "Partner’s side", ""]
    assert [model.index(row, 0, places[2]).data() for row in range(3)] == ["Paint", "Letter", "Order of rows"]
    assert [model.index(row, 0, places[0]).data() for row in range(2)] == ["Answer", "Responsible"]


def test_at_first_all_but_the_conflict_is_taken(model: IncomingModel) -> None:
    assert model.choices() == {}
    assert model.tally() == Tally(1, 3, 1, 0, 0, 0, 1)
    assert model.index(0, 0).data(CHECK) == SOME
    assert at(model, "Answer").data(CHECK) == SOME
    assert at(model, "Responsible").data(CHECK) == ON


def test_what_is_new_and_came_in_two_versions_asks_which() -> None:
    both = differs("text", "conflict", "", "One", "Two")
    new = thing("answer", 6, "new", both, side="a", checkpoint="c1.idea", text="One")
    model = IncomingModel()
    model.show([group(new)], known())
    assert model.tally() == Tally(1, 0, 0, 0, 0, 0, 1)
    index = at(model, "Answer", 1)
    assert index.data(BELOW) == "conflict: waits"
    assert model.waiting_after(QModelIndex()) == index
    model.choose(index, "both")
    assert model.choices() == {new.place("text"): "both"}


@pytest.mark.parametrize("choice", ["theirs", "ours", "both"])
def test_a_conflict_is_chosen_and_taken_back(model: IncomingModel, choice: Choice) -> None:
    index = at(model, "Answer")
    model.choose(index, choice)
    assert model.choices() == {NEED.place("text"): choice}
    assert (model.tally().settled, model.tally().waiting) == (1, 0)
    assert not model.waiting_after(QModelIndex()).isValid()
    model.choose(index, "later")
    assert model.choices() == {}
    assert model.waiting_after(QModelIndex()) == index


def test_a_tick_of_many_leaves_the_conflict_to_be_decided(model: IncomingModel) -> None:
    model.setData(model.index(0, 0), OFF, CHECK)
    assert model.choices() == {
        NEED.place("who"): "ours", THEIRS.place("text"): "ours", ACTION.place(): "ours", GONE.place(): "ours",
        MOVED.place("position"): "ours",
    }  # fmt: skip
    assert model.tally() == Tally(0, 0, 0, 0, 5, 0, 1)
    assert at(model, "Paint").data(BELOW) == "left out"
    model.setData(model.index(0, 0), ON, CHECK)
    assert model.choices() == {}


def test_both_versions_can_be_read_from_every_line(model: IncomingModel) -> None:
    [pair] = at(model, "Answer").data(PAIRS)
    assert (pair.name, pair.then, pair.now) == ("Answer", "ours", "theirs")
    assert at(model, "Answer").data(LEAF).heads[1].startswith("There · Kārlis")
    assert at(model, "Letter").data(PAIRS)[0].then == "Letter"
    assert len(model.index(0, 0).data(PAIRS)) >= 5


def test_a_screen_reader_hears_what_is_chosen(model: IncomingModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    index = at(model, "Answer")
    assert index.data(role) == "Answer, conflict: waits"
    model.choose(index, "ours")
    assert index.data(role) == "Answer, ours stays"


def test_several_versions_bear_their_writers() -> None:
    model = IncomingModel()
    theirs = (Version("two", "Kārlis", 2), Version("three", "Zane", 3))
    one = NEED._replace(differences=(Difference("text", "conflict", Version("one", "Ilze"), theirs, (0, 1)),))
    model.show([group(one)], known())
    assert [pair.name for pair in at(model, "Answer").data(PAIRS)] == ["Answer · Kārlis", "Answer · Zane"]


@pytest.mark.parametrize("below", [False, True])
def test_what_is_new_as_a_whole_is_ticked_as_a_whole(*, below: bool) -> None:
    model = IncomingModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    own = thing("partnership", 0, "new", differs("title", "new", "", "Bus"), title="Bus")._replace(
        entity=ROOT
    )
    model.show([group(own, ACTION, sort="new")], known())
    model.setData(at(model, "Paint") if below else model.index(0, 0), OFF, CHECK)
    assert model.choices() == {own.place(): "ours"}
    assert {index.data(CHECK) for index in lines(model)} == {OFF}
    model.setData(model.index(0, 0), ON, CHECK)
    assert model.choices() == {}


@given(st.lists(st.tuples(st.integers(0, 10), st.sampled_from([ON, OFF])), max_size=12))
def test_ticks_above_always_say_what_is_below(ticks: list[tuple[int, Qt.CheckState]]) -> None:
    model = IncomingModel()
    model.show([group(NEED, THEIRS, ACTION, GONE, MOVED)], known())
    everything = list(lines(model))
    for place, state in ticks:
        model.setData(everything[place % len(everything)], state, CHECK)
    for index in everything:
        below = {model.index(row, 0, index).data(CHECK) for row in range(model.rowCount(index))}
        if below:
            assert index.data(CHECK) == (below.pop() if len(below) == 1 else SOME)
    assert sum(model.tally()) == 6
