"""Backups as a list."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.backups import Backup, Extent
from roadmap_desktop.domain.difference import Contrast
from roadmap_desktop.models.backups import BACKUP, DIFFERENCE, PROGRESS, SIZE, USABLE, BackupsModel
from tests.builders import TODAY, words

NOON = dt.datetime.fromisoformat(f"{TODAY}T12:05").astimezone()
FIRST = Backup(
    Path("a.roadmap"), "a", "0" * 32, NOON, 2_000_000, 5, bytes(16), Extent(3, 17, 2, {"community": 2, "": 1})
)
SECOND = FIRST._replace(
    path=Path("b.roadmap"), when=NOON - dt.timedelta(days=1), extent=None, health="damaged"
)
THIRD = FIRST._replace(path=Path("c.roadmap"), when=NOON - dt.timedelta(days=100), health="newer")


@pytest.fixture
def model(qapp: object) -> BackupsModel:
    return BackupsModel(words("en"), {"community": 30, "": 20}, TODAY)


def shown(model: BackupsModel, role: int) -> list[object]:
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def test_it_behaves_as_a_model(model: BackupsModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show([FIRST, SECOND])
    model.set_contrast(FIRST.path, Contrast(1, 1, 0))
    model.show([])
    assert model.rowCount() == 0
    assert model.data(QModelIndex()) is None
    tester.deleteLater()


def test_a_row_says_when_how_far_how_large_and_whether_it_can_be_used(model: BackupsModel) -> None:
    model.show([FIRST, SECOND, THIRD])
    assert shown(model, Qt.ItemDataRole.DisplayRole) == [
        "Today, 12:05",
        "Yesterday, 12:05",
        "15 August 2026, 12:05",
    ]
    assert shown(model, PROGRESS)[:2] == ["17 of 78 checkpoints done, partnerships: 3", ""]
    assert shown(model, SIZE) == ["1.9 MB"] * 3
    assert shown(model, DIFFERENCE) == ["", "Damaged", "Made by a newer version of the program"]
    assert shown(model, USABLE) == [True, False, False]
    assert shown(model, BACKUP) == [FIRST, SECOND, THIRD]
    assert shown(model, Qt.ItemDataRole.ToolTipRole) == [None] * 3


@pytest.mark.parametrize(
    ("contrast", "said"),
    [
        (Contrast(0, 0, 0), "Same as now"),
        (Contrast(2, 5, 1), "Differs in partnerships: 2, answers: 5"),
        (Contrast(1, 0, 3), "Differs in partnerships: 1"),
        (Contrast(0, 0, 2), "Differs in organisations: 2"),
    ],
)
def test_what_differs_is_told_when_it_is_known(
    model: BackupsModel, contrast: Contrast, said: str, qtbot: QtBot
) -> None:
    model.show([THIRD, FIRST])
    assert model.contrast(FIRST) is None
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.set_contrast(FIRST.path, contrast)
    assert changed.args[0].row() == 1
    assert shown(model, DIFFERENCE)[1] == said
    assert model.contrast(FIRST) == contrast
    read = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert read == f"Today, 12:05, 17 of 78 checkpoints done, partnerships: 3, 1.9 MB, {said}"
