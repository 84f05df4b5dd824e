"""The list of stops as a model."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from roadmap_desktop.domain.progress import Progress, progress
from roadmap_desktop.domain.records import Answer
from roadmap_desktop.models.stops import ROW, Row, StopsModel
from tests.builders import library, words

TODAY = "2026-11-23"
FORM = library().form("community", "en")


def walked(answers: Sequence[Answer], disputed: frozenset[str] = frozenset()) -> Progress:
    return progress(FORM, {answer.checkpoint: answer for answer in answers}, TODAY, disputed)


@pytest.fixture
def model(qapp: QApplication) -> StopsModel:
    made = StopsModel(words("en"))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def rows(model: StopsModel) -> list[Row]:
    return [model.index(number).data(ROW) for number in range(model.rowCount())]


def test_each_step_has_a_head_its_stops_and_a_closing(model: StopsModel) -> None:
    model.show(walked([]))
    kinds = [(row.kind, row.step) for row in rows(model)]
    expected = []
    for number, step in enumerate(FORM.steps):
        expected += [("head", number), *[("stop", number)] * len(step.checkpoints), ("closing", number)]
    assert kinds == expected


def test_heads_count_and_cannot_be_chosen(model: StopsModel) -> None:
    model.show(walked([Answer(checkpoint="c1.need", state="done")]))
    head = rows(model)[0]
    assert (head.title, head.detail) == ("Preparation and analysis", "1 of 11")
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_stop_says_its_date_and_whether_it_is_late(model: StopsModel) -> None:
    model.show(
        walked(
            [
                Answer(checkpoint="c1.need", state="done", due="2026-01-01"),
                Answer(checkpoint="c1.target-group", state="in-progress", due="2026-11-20"),
                Answer(checkpoint="c1.organisation", due="2026-12-01"),
            ],
            frozenset({"c1.idea"}),
        )
    )
    found = {row.stop.checkpoint: row for row in rows(model) if row.stop}
    assert (found["c1.need"].detail, found["c1.need"].late) == ("", False)
    assert (found["c1.target-group"].detail, found["c1.target-group"].late) == (
        "Overdue since 20 Nov 2026",
        True,
    )
    assert (found["c1.organisation"].detail, found["c1.organisation"].late) == ("Due 1 Dec 2026", False)
    assert found["c1.idea"].detail == "Two versions"


def test_the_line_is_travelled_up_to_the_current_stop(model: StopsModel) -> None:
    model.show(walked([Answer(checkpoint="c1.need", state="done")]))
    stops = [row for row in rows(model) if row.stop]
    assert [row.travelled for row in stops] == [True] + [False] * (len(stops) - 1)
    assert [row.first for row in stops].count(True) == [row.last for row in stops].count(True) == 3


def test_all_is_travelled_when_all_is_done(model: StopsModel) -> None:
    model.show(walked([Answer(checkpoint=c.id, state="done") for c in FORM.checkpoints]))
    assert all(row.travelled for row in rows(model) if row.stop)


def test_it_is_heard_with_its_state(model: StopsModel) -> None:
    model.show(walked([Answer(checkpoint="c1.need", state="in-progress", due="2026-11-20")]))
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "The local need, In progress, Overdue since 20 Nov 2026"
    assert model.index(1).data() == "The local need"


def test_stops_and_closings_are_found(model: StopsModel) -> None:
    model.show(walked([]))
    assert model.find("c2.meeting").data() == "The meeting and its results"
    assert model.find("", "2").data() == "Looking back"
    assert not model.find("c9.none").isValid()
    assert not model.find("", "9").isValid()


def test_the_same_stops_with_other_states_keep_their_places(model: StopsModel) -> None:
    model.show(walked([]))
    resets, changes = [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda top, _: changes.append(top.row()))
    model.show(walked([Answer(checkpoint="c1.need", state="in-progress", due="2026-12-24")]))
    assert resets == []
    assert changes == [1]
    model.show_rows([rows(model)[1]])
    assert resets == [1]


def test_rows_of_one_s_own_say_what_they_are_told(model: StopsModel) -> None:
    stop = walked([Answer(checkpoint="c1.need", due="2026-11-01")]).stops[0]
    model.show_rows([model.stop_row(0, stop, detail="Only a few words"), model.stop_row(0, stop)])
    assert [row.detail for row in rows(model)] == ["Only a few words", "Overdue since 1 Nov 2026"]
    assert all(row.late for row in rows(model))


def test_a_model_without_rows_answers_nothing(model: StopsModel) -> None:
    assert model.rowCount() == 0
    assert model.data(model.index(0)) is None
