"""Members, stuck checkpoints, indicators and files that came, as lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from roadmap_desktop.domain import portfolio
from roadmap_desktop.domain.codes import code
from roadmap_desktop.domain.collection import Arrival, Looked
from roadmap_desktop.domain.errors import FileForeign
from roadmap_desktop.domain.submission import Figures
from roadmap_desktop.models.arrivals import ARRIVAL, FATE, GRAVE, WHOSE, ArrivalsModel
from roadmap_desktop.models.members import (
    BELOW,
    COUNT,
    FILTERS,
    ORDERS,
    SHARE,
    GaugesModel,
    MembersModel,
    StuckModel,
)
from tests import gathered
from tests.builders import library, words

ROOT = b"r" * 16
LISTED = gathered.listed(ROOT)
BEFORE = gathered.submissions(ROOT, 2025, seed=2)
ROWS = portfolio.rows(LISTED, gathered.submissions(ROOT, 2026), BEFORE)


def names(model: QAbstractItemModel, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
    return [str(model.data(model.index(row, 0), role)) for row in range(model.rowCount())]


def checked(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


@pytest.fixture
def model(qapp: object) -> MembersModel:
    made = MembersModel(words("en"))
    made.show_rows(ROWS)
    return made


def test_members_behave_as_a_model(model: MembersModel) -> None:
    tester = checked(model)
    for which in FILTERS:
        model.narrow("a", which)
        for order in ORDERS:
            model.sort_by(order)
    model.show_rows([])
    assert model.data(QModelIndex()) is None
    tester.deleteLater()


def test_members_are_narrowed_by_name_however_it_is_typed_and_by_what_they_did(model: MembersModel) -> None:
    assert names(model) == [one.name for one in LISTED]
    model.narrow("abelkalna", "")
    assert names(model) == ["Biedrība „Ābeļkalna ļaudis”"]
    model.narrow("BIEDRIBA abel", "")
    assert names(model) == ["Biedrība „Ābeļkalna ļaudis”"]
    model.narrow("", "missing")
    assert names(model) == [one.name for one in LISTED[-2:]]
    assert names(model, BELOW) == ["Missing", "Missing"]
    model.narrow("", "stuck")
    assert names(model) == [row.member.name for row in ROWS if row.stuck()]
    model.narrow("", "back")
    assert 0 < model.rowCount() < len(LISTED)


def test_members_are_sorted(model: MembersModel) -> None:
    model.sort_by("stuck")
    stuck = {row.member.name: row.stuck() for row in ROWS}
    assert [stuck[name] for name in names(model)] == sorted(stuck.values(), reverse=True)
    model.sort_by("done")
    assert names(model)[-2:] == [one.name for one in LISTED[-2:]]
    assert model.row_of(LISTED[-1].id) == len(LISTED) - 1
    assert model.row_of(b"") == -1


def test_a_screen_reader_hears_all_of_a_member(model: MembersModel) -> None:
    told = names(model, Qt.ItemDataRole.AccessibleTextRole)[0]
    assert "Biedrība „Ābeļkalna ļaudis”" in told
    assert "Step 1: " in told
    assert names(model, COUNT)[0] in told


def test_stuck_checkpoints_are_told_in_words(qapp: object) -> None:
    made = StuckModel(library(), words("lv"))
    tester = checked(made)
    found = portfolio.stuck(ROWS)
    made.show_rows([*found, found[0]._replace(form="newer", checkpoint="c1.newer")])
    assert names(made)[0].startswith(code(library().form(found[0].form, "en"), found[0].checkpoint))
    assert names(made)[-1] == "c1.newer"
    assert made.data(made.index(0), SHARE) == found[0].members / found[0].of
    assert names(made, COUNT)[0] in names(made, Qt.ItemDataRole.AccessibleTextRole)[0]
    tester.deleteLater()


def test_indicators_stand_side_by_side(qapp: object) -> None:
    made = GaugesModel(words("lv"))
    tester = checked(made)
    found = portfolio.gauges(ROWS, BEFORE)
    made.show_rows([found[0]._replace(measured=found[0].measured._replace(target=1234.5, actual=None))])
    shown = [made.data(made.index(0, column)) for column in range(made.columnCount())]
    assert shown[0] == found[0].member.name
    assert shown[4:6] == ["1\u00a0234,5", ""]
    made.show_rows(found)
    made.narrow("LIGATNES salab")
    assert {str(made.data(made.index(row, 0))) for row in range(made.rowCount())} == {"Līgatnes amatnieki"}
    assert made.headerData(0, Qt.Orientation.Vertical) is None
    tester.deleteLater()


def test_files_that_came_ask_first(qapp: object) -> None:
    said = Figures("Ieleja\u202e", "", "", True, "whole", gathered.NOON, ())
    bad = FileForeign(path=Path("x.pdf"))
    made = ArrivalsModel(words("en"), lambda error: type(error).__name__)
    tester = checked(made)
    taken = Arrival(Looked(Path("a.roadmap"), said, None), "taken", LISTED[0])
    made.show_arrivals(
        [
            taken,
            *(taken._replace(fate=fate) for fate in ("part", "same", "older", "own")),
            taken._replace(added=True),
            Arrival(Looked(Path("x.pdf"), None, bad), "refused"),
            Arrival(Looked(Path("b.roadmap"), said, None), "unsure", perhaps=(LISTED[0],)),
        ]
    )  # fmt: skip
    assert names(made)[:2] == ["b.roadmap", "x.pdf"]
    assert names(made, WHOSE)[:3] == ["Ieleja", "", LISTED[0].name]
    assert names(made, FATE)[1] == "FileForeign"
    assert names(made, GRAVE)[:3] == ["True", "True", "False"]
    assert len(set(names(made, FATE))) == made.rowCount()
    assert isinstance(first := made.data(made.index(0), ARRIVAL), Arrival)
    assert first.fate == "unsure"
    tester.deleteLater()
