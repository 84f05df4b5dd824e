"""The list of partnerships as a model: right in every cell, and read only where somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.dossier import SideSummary, Summary
from roadmap_desktop.domain.records import Answer, Organisation, Partnership
from roadmap_desktop.models.partnerships import BLOCK, PartnershipsModel, Row
from tests.builders import TODAY, form, words

ROW = PartnershipsModel.ROW
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


def root(number: int) -> bytes:
    return number.to_bytes(16, "big")


def answered(**states: str) -> dict[str, Answer]:
    """Answers by checkpoint, written c1_need="done 2026-11-01"."""
    found = {}
    for name, told in states.items():
        checkpoint = name.replace("_", ".", 1).replace("_", "-")
        state, _, due = told.partition(" ")
        found[checkpoint] = Answer(checkpoint=checkpoint, state=state, due=due, who="Ilze")
    return found


def side(key: str, name: str, given: dict[str, Answer] | None = None, kind: str = "community") -> SideSummary:
    return SideSummary(key, Organisation(name=name), kind, given or {}, frozenset())


def summary(
    number: int, given: dict[str, Answer] | None = None, theirs: dict[str, Answer] | None = None
) -> Summary:
    return Summary(
        Partnership(root(number), root(number), f"Partnership {number}"),
        side("a", "Ābeļkalna ļaudis", given),
        side("b", "Bērzvalki", theirs, "municipality"),
        1_000 + number,
        "Jānis",
    )


class Store:
    """Stands for the file: knows some partnerships, and remembers what was asked of it."""

    def __init__(self, count: int) -> None:
        self.known = {root(number): summary(number) for number in range(count)}
        self.asked: list[Sequence[bytes]] = []

    def fetch(self, ids: Sequence[bytes]) -> list[Summary]:
        self.asked.append(list(ids))
        return [self.known[number] for number in ids if number in self.known]


MakeModel = Callable[[Store], PartnershipsModel]


@pytest.fixture
def make(qtbot: QtBot) -> MakeModel:
    kept = list[object]()

    def made(store: Store, unseen: Callable[[Summary], bool] = lambda found: False) -> PartnershipsModel:
        model = PartnershipsModel(store.fetch, form, words(), TODAY, unseen)
        kept.extend(
            (model, QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal))
        )
        model.set_ids(list(store.known))
        return model

    return made


def row(model: PartnershipsModel, number: int = 0) -> Row:
    found = model.data(model.index(number), ROW)
    assert isinstance(found, Row)
    return found


def test_it_has_a_row_for_each_partnership_in_the_order_given(make: MakeModel) -> None:
    model = make(Store(3))
    model.set_ids([root(2), root(0), root(1)])
    assert model.rowCount() == 3
    assert [model.data(model.index(number)) for number in range(3)] == [
        "Partnership 2",
        "Partnership 0",
        "Partnership 1",
    ]
    assert (model.root_at(0), model.row_of(root(1)), model.row_of(root(9))) == (root(2), 2, -1)


def test_no_row_lies_below_another(make: MakeModel) -> None:
    model = make(Store(3))
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is None


def test_a_row_says_how_far_our_side_is(make: MakeModel) -> None:
    store = Store(1)
    given = answered(c1_need="done", c1_offer="not-needed", c1_idea="done", c1_risks="in-progress 2026-11-01")
    store.known[root(0)] = summary(0, given)
    found = row(make(store))
    total = len(form().checkpoints) - 1
    assert (found.title, found.partner, found.stage) == ("Partnership 0", "Bērzvalki", "active")
    assert (found.done, found.total, found.overdue) == (2, total, 1)
    assert found.dated is not None
    assert found.dated.checkpoint == "c1.risks"
    assert found.next is not None
    assert found.next.checkpoint == next(
        c.id for c in form().checkpoints if c.id not in ("c1.need", "c1.offer", "c1.idea")
    )
    assert (found.changed, found.changed_by) == (1_000, "Jānis")


def test_a_row_without_dates_names_no_date(make: MakeModel) -> None:
    assert row(make(Store(1))).dated is None


def test_a_finished_row_has_nothing_next(make: MakeModel) -> None:
    store = Store(1)
    every = {
        point.id: Answer(checkpoint=point.id, state="done", due="2026-01-01") for point in form().checkpoints
    }
    store.known[root(0)] = summary(0, every)
    found = row(make(store))
    assert (found.next, found.dated, found.overdue, found.done) == (None, None, 0, found.total)


def test_the_partners_line_is_there_once_they_wrote_something(make: MakeModel) -> None:
    store = Store(2)
    store.known[root(1)] = summary(1, theirs=answered(m1_capacity="done"))
    model = make(store)
    assert [track.name for track in row(model, 0).tracks] == ["Ābeļkalna ļaudis"]
    assert [track.name for track in row(model, 1).tracks] == ["Ābeļkalna ļaudis", "Bērzvalki"]


def test_a_screen_reader_hears_title_partner_and_line(make: MakeModel) -> None:
    store = Store(1)
    store.known[root(0)] = summary(0, answered(c1_need="done"))
    told = str(make(store).index(0).data(ACCESSIBLE))
    assert told.startswith("Partnership 0. Bērzvalki")
    assert "1 of" in told


def test_what_is_new_to_the_user_is_marked(qtbot: QtBot) -> None:
    store = Store(2)
    model = PartnershipsModel(store.fetch, form, words(), TODAY, lambda found: found.changed == 1_001)
    model.set_ids(list(store.known))
    assert [row(model, number).unseen for number in (0, 1)] == [False, True]


# reading little -----------------------------------------------------------------------------------------


def test_ids_alone_read_nothing(make: MakeModel) -> None:
    store = Store(0)
    model = make(store)
    store.known = {root(number): summary(number) for number in range(10_000)}
    store.asked.clear()
    plain = PartnershipsModel(store.fetch, form, words(), TODAY, lambda found: False)
    plain.set_ids(list(store.known))
    assert (plain.rowCount(), store.asked) == (10_000, [])
    assert model.rowCount() == 0


def test_a_row_is_read_with_its_neighbours_and_once(qtbot: QtBot) -> None:
    store = Store(200)
    model = PartnershipsModel(store.fetch, form, words(), TODAY, lambda found: False)
    model.set_ids(list(store.known))
    for _ in range(7):
        for number in range(BLOCK * 3, BLOCK * 4):
            row(model, number)
    assert [len(ids) for ids in store.asked] == [BLOCK]
    assert root(BLOCK * 3 + 5) in store.asked[0]


def test_scrolling_through_everything_keeps_little(qtbot: QtBot) -> None:
    store = Store(BLOCK * 100)
    model = PartnershipsModel(store.fetch, form, words(), TODAY, lambda found: False)
    model.set_ids(list(store.known))
    for number in range(0, model.rowCount(), BLOCK):
        row(model, number)
    assert len(store.asked) == 100
    assert len(model._blocks) <= 40
    row(model, 0)
    assert len(store.asked) == 101, "the first rows were let go"


def test_the_same_ids_again_keep_what_was_read(make: MakeModel, qtbot: QtBot) -> None:
    store = Store(3)
    model = make(store)
    row(model)
    store.asked.clear()
    model.set_ids(list(store.known))
    row(model)
    assert store.asked == []


def test_other_ids_reset_the_list(make: MakeModel, qtbot: QtBot) -> None:
    model = make(Store(3))
    with qtbot.waitSignal(model.modelReset):
        model.set_ids([root(1)])
    assert (model.rowCount(), row(model).title) == (1, "Partnership 1")


# when something changes ---------------------------------------------------------------------------------


def test_a_changed_partnership_is_read_again(make: MakeModel, qtbot: QtBot) -> None:
    store = Store(3)
    model = make(store)
    assert row(model, 1).done == 0
    store.known[root(1)] = summary(1, answered(c1_need="done"))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.reread(frozenset({root(1)}))
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    assert row(model, 1).done == 1


def test_a_changed_organisation_touches_every_row(make: MakeModel, qtbot: QtBot) -> None:
    store = Store(3)
    model = make(store)
    row(model)
    for number, found in list(store.known.items()):
        store.known[number] = found._replace(theirs=side("b", "Renamed"))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.reread(frozenset({root(77)}))
    assert [index.row() for index in changed.args[:2]] == [0, 2]
    assert [row(model, number).partner for number in range(3)] == ["Renamed"] * 3


def test_a_change_in_an_empty_list_is_no_trouble(make: MakeModel) -> None:
    model = make(Store(0))
    model.reread(frozenset({root(1)}))
    assert model.rowCount() == 0


def test_a_partnership_that_went_meanwhile_is_an_empty_row(make: MakeModel) -> None:
    store = Store(3)
    model = make(store)
    del store.known[root(1)]
    model.reread(frozenset({root(1)}))
    assert model.data(model.index(1), ROW) is None
    assert row(model, 2).title == "Partnership 2"
