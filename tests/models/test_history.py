"""History as a list."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.history import Entry, Event, Field, Subject, Writer
from roadmap_desktop.domain.telling import Teller
from roadmap_desktop.models.history import CLOCK, DAY, DEED, ENTRY, WHO, HistoryModel
from tests.builders import TODAY, library, words

NOON = round(dt.datetime.fromisoformat(f"{TODAY}T12:00").astimezone().timestamp() * 1000)
HOUR = 3_600_000


def entry(wall: int, *, began: int | None = None, text: str = "new words") -> Entry:
    about = Subject(
        bytes(16),
        "answer",
        b"e" * 16,
        "Youth centre",
        "a",
        "a",
        "community",
        "c1.need",
        "",
        {},
        deleted=False,
    )
    return Entry(
        tuple(
            Event(
                at.to_bytes(8, "big"), about, "changed", (Field("text", (), text),), at, b"", Writer("Ilze")
            )
            for at in dict.fromkeys((wall, wall if began is None else began))
        )
    )


FIRST, SECOND, THIRD = entry(NOON, began=NOON - HOUR), entry(NOON - 3 * HOUR), entry(NOON - 27 * HOUR)
OLD = entry(NOON - 1000 * HOUR, text="")


@pytest.fixture
def model(qapp: object) -> HistoryModel:
    return HistoryModel(Teller(library(), words()), words(), TODAY)


def shown(model: HistoryModel, role: int) -> list[object]:
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def test_it_behaves_as_a_model(model: HistoryModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show([FIRST, SECOND], more=True)
    model.append([THIRD], more=True)
    model.append([], more=False)
    model.show([], more=False)
    assert model.data(QModelIndex()) is None
    tester.deleteLater()


def test_a_row_says_what_by_whom_and_when(model: HistoryModel) -> None:
    model.show([FIRST, SECOND, THIRD, OLD], more=False)
    assert shown(model, Qt.ItemDataRole.DisplayRole) == ["The local need"] * 4
    assert shown(model, DEED) == ["Answer · Our side · Youth centre"] * 4
    assert shown(model, WHO) == ["Ilze"] * 4
    assert shown(model, CLOCK) == ["11:00–12:00", "09:00", "09:00", "20:00"]
    assert shown(model, DAY) == ["Today", "", "Yesterday", "12 October 2026"]
    assert shown(model, ENTRY) == [FIRST, SECOND, THIRD, OLD]
    assert shown(model, Qt.ItemDataRole.ToolTipRole) == [None] * 4
    read = model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert read == "Yesterday, 09:00, Ilze, The local need, Answer · Our side · Youth centre"


def test_a_row_says_no_more_than_is_needed(model: HistoryModel) -> None:
    model.show([FIRST], more=False, width="partnership")
    assert shown(model, DEED) == ["Answer · Our side"]
    model.show([FIRST, OLD], more=False, width="thing")
    assert shown(model, Qt.ItemDataRole.DisplayRole) == ["Answer", "Answer"]
    assert shown(model, DEED) == ["new words", ""]


def test_older_rows_are_asked_for_once(model: HistoryModel, qtbot: QtBot) -> None:
    model.show([FIRST], more=True)
    with qtbot.waitSignal(model.wanted):
        model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    with qtbot.assertNotEmitted(model.wanted):
        model.fetchMore(QModelIndex())
    model.append([SECOND], more=True)
    assert model.canFetchMore(QModelIndex())
    assert shown(model, ENTRY) == [FIRST, SECOND]
    model.append([THIRD], more=False)
    assert not model.canFetchMore(QModelIndex())


def test_an_entry_that_grew_is_found_again(model: HistoryModel) -> None:
    model.show([entry(NOON + HOUR, began=NOON - HOUR), SECOND], more=False)
    assert model.row_of(FIRST) == 0
    assert model.row_of(SECOND) == 1
    assert model.row_of(THIRD) == -1
