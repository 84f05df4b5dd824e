"""The subjects of both sides as a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from roadmap_desktop.domain.joint import SORTS, JointStep, Sort, joint
from roadmap_desktop.domain.records import Answer
from roadmap_desktop.models.joint import JointModel
from tests.builders import dossier, form, side, words

NAMES = ("We", "They")
DIFFERS: tuple[Sort, ...] = ("differs",)
AGREED: tuple[Sort, ...] = ("agreed",)


@pytest.fixture
def model(qapp: QApplication) -> JointModel:
    made = JointModel(words())
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def steps() -> tuple[JointStep, ...]:
    """One subject that differs, one of ours alone, one of theirs alone, in two steps."""
    ours = {"c1.need": Answer(text="x"), "c1.forms": Answer(text="x")}
    theirs = {"m1.needs": Answer(text="y"), "m2.meeting": Answer(state="done")}
    return joint(
        dossier(side("a", given=ours), side("b", walked=form("municipality"), given=theirs)),
        form(),
        form("municipality"),
    )


def spoken(model: JointModel) -> list[str]:
    rows = range(model.rowCount())
    return [str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def test_every_subject_says_what_is_said_of_it(model: JointModel) -> None:
    model.show_steps(steps(), SORTS, NAMES)
    said = spoken(model)
    assert "The local need, Differs" in said
    assert "Forms of cooperation, Only We" in said
    assert "The meeting and its results, Only They" in said
    assert sum(text.endswith(", Nobody yet") for text in said) == len(said) - 3 - 3


def test_only_the_sorts_wanted_are_there_and_no_head_without_a_subject(model: JointModel) -> None:
    model.show_steps(steps(), DIFFERS, NAMES)
    assert spoken(model) == ["Preparation and analysis", "The local need, Differs"]
    assert model.subject(model.index(0)) is None
    found = model.subject(model.near(0))
    assert found is not None
    assert found.ours.checkpoint.id == "c1.need"
    model.show_steps(steps(), AGREED, NAMES)
    assert not model.near(0).isValid()
