"""The bin as a list."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from roadmap_desktop.domain.bin import Binned
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.models.bin import BINNED, DELETION, KIND, OWNER, BinModel
from roadmap_desktop.models.branches import Known, Pair
from tests.builders import library, words

ROOT, OTHER = bytes(16), b"o" * 16
SIDES: dict[str, dict[str, Scalar]] = {"a": {"form": "community", "organisation": "00"}, "b": {}}
WALL = round(dt.datetime.fromisoformat("2026-11-22T14:05").astimezone().timestamp() * 1000)


def binned(kind: str, there: bool = True, **fields: Scalar) -> Binned:
    return Binned(ROOT, kind, kind.ljust(16).encode(), WALL, "Zane", fields, "Garden", there, SIDES)


OWN = Binned(
    OTHER, "partnership", OTHER, WALL, "", {"title": "School", "stage": "paused"}, "School", there=False
)
ACTION = binned("action", what="Paint  the\nroom", due="2026-12-01", position="a")
CONTACT = binned("contact", side="a", role="Chair", name="Anna")
FILE = binned("attachment", side="a", checkpoint="c1.need", name="plan.pdf", sha256="00", size=7)
LOST = binned("swot", there=False, side="b", quadrant="threat", text="")
SCORE = binned("evaluation", side="a", round=2, criterion="trust", score=4)
ANSWER = binned("answer", side="a", checkpoint="c1.need", text="words")
NOTE = binned("note", side="a", checkpoint="c1.need", text="words")
ALL = [OWN, ACTION, CONTACT, FILE, LOST, SCORE, ANSWER, NOTE]


@pytest.fixture
def model(qapp: object) -> BinModel:
    made = BinModel()
    made.show(ALL, Known(library(), words("en"), {}, "00"))
    return made


def shown(model: BinModel, role: int) -> list[object]:
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def test_it_behaves_as_a_model(model: BinModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.narrow([ACTION])
    assert shown(model, BINNED) == [ACTION]
    assert list(model.everything) == ALL
    model.narrow([])
    assert model.rowCount() == 0
    assert model.data(QModelIndex()) is None
    tester.deleteLater()


def test_a_row_says_what_it_was_and_whose(model: BinModel) -> None:
    rows = list(
        zip(shown(model, Qt.ItemDataRole.DisplayRole), shown(model, KIND), shown(model, OWNER), strict=True)
    )
    assert rows[0] == ("School", "Partnership", "")
    assert rows[1] == ("Paint the room", "Action plan", "Garden")
    assert rows[2] == ("Chair", "Contacts", "Our side · Garden")
    assert rows[3] == ("plan.pdf", "Attachment", "Our side · Garden · The local need")
    assert rows[4][0] == "(no name)"
    assert rows[4][2] == "Partner’s side · Garden (deleted as well)"
    assert rows[5] == ("Trust, Round 2", "Evaluation", "Our side · Garden")
    assert rows[6] == ("The local need", "Answer", "Our side · Garden")
    assert rows[7] == ("The local need", "Private note", "Our side · Garden")


def test_a_row_says_who_deleted_it_and_when(model: BinModel) -> None:
    assert shown(model, DELETION)[:2] == ["22 Nov 2026, 14:05, Somebody", "22 Nov 2026, 14:05, Zane"]
    read = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert read == "Action plan, Paint the room, Garden, 22 Nov 2026, 14:05, Zane"


def test_what_it_held_is_told_in_words(model: BinModel) -> None:
    assert model.held(OWN) == [Pair("Name", "School", ""), Pair("Stage", "Paused", "")]
    assert model.held(ACTION) == [Pair("What", "Paint  the\nroom", ""), Pair("By", "1 Dec 2026", "")]
    assert model.held(CONTACT) == [
        Pair("Side", "Our side", ""),
        Pair("Role", "Chair", ""),
        Pair("Name", "Anna", ""),
    ]
