"""What differs as a tree with ticks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.difference import Divergence, Thing
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.models.branches import Known, Pair
from roadmap_desktop.models.differences import BELOW, DEED, PAIRS, DifferencesModel
from tests.builders import library, words

ROOT, OTHER, HOME = b"root------------", b"other-----------", b"home------------"
CONTACT = b"contact---------"
CHECK = Qt.ItemDataRole.CheckStateRole
OFF, SOME, ON = Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked
SIDES: dict[str, dict[str, Scalar]] = {
    "a": {"key": "a", "form": "municipality", "organisation": "00"},
    "b": {"key": "b", "form": "community", "organisation": HOME.hex()},
}
KNOWN = Known(library(), words("en"), {"00": "Dome", HOME.hex(): "Association"}, HOME.hex())

Fields = dict[str, Scalar]


def thing(kind: str, entity: bytes, wanted: Fields, now: Fields | None, then: Fields | None) -> Thing:
    return Thing(Edit(ROOT, kind, entity, wanted), now, then)


ANSWER: Fields = {"side": "b", "checkpoint": "c1.need", "text": "old words", "state": "done", "due": ""}
CHANGED = thing(
    "answer",
    b"1",
    {"text": "old words", "state": "done"},
    {**ANSWER, "text": "new words", "state": "open"},
    ANSWER,
)
NOTE: Fields = {"side": "b", "checkpoint": "c1.need", "text": "secret"}
CAME = thing("note", b"2", {DELETED: 1}, NOTE, None)
ROLE: Fields = {"side": "a", "role": "Chair", "position": "a"}
PERSON: Fields = {"contact": CONTACT.hex(), "name": "Anna"}
WENT = thing("contact", CONTACT, {**ROLE, DELETED: 0}, None, ROLE)
WENT_TOO = thing("person", b"3", {**PERSON, DELETED: 0}, None, PERSON)
MOVED = thing(
    "action", b"4", {"position": "b"}, {"what": "x", "position": "a"}, {"what": "x", "position": "b"}
)
NAMED = thing("partnership", ROOT, {"title": "Garden"}, {"title": "School"}, {"title": "Garden"})
NEWER = thing("hologram", b"5", {DELETED: 1}, {"colour": "blue"}, None)
SIDE = thing(
    "side", b"6", {"organisation": "00"}, {"key": "a", "organisation": ""}, {"key": "a", "organisation": "00"}
)

FIRST = Divergence(
    ROOT, "School", SIDES, there=True, things=(NAMED, CHANGED, CAME, WENT, WENT_TOO, MOVED, SIDE, NEWER)
)
GONE = Divergence(
    OTHER,
    "Garden",
    {},
    there=False,
    things=(
        Thing(Edit(OTHER, "partnership", OTHER, {"title": "Garden", DELETED: 0}), None, {"title": "Garden"}),
    ),
)


@pytest.fixture
def model(qapp: object) -> DifferencesModel:
    made = DifferencesModel()
    made.show([FIRST, GONE], KNOWN)
    return made


def find(model: DifferencesModel, *way: str) -> QModelIndex:
    at = QModelIndex()
    for name in way:
        [at] = [index for index in below(model, at) if index.data() == name]
    return at


def below(model: DifferencesModel, at: QModelIndex) -> list[QModelIndex]:
    return [model.index(row, 0, at) for row in range(model.rowCount(at))]


def test_it_behaves_as_a_model(model: DifferencesModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.tick_all(on=True)
    model.setData(find(model, "School", "Contacts"), OFF, CHECK)
    model.show([GONE], KNOWN, ticked=True)
    model.show([], KNOWN)
    assert model.rowCount() == 0
    assert model.chosen() == []
    tester.deleteLater()


def test_checkpoints_and_tools_stand_in_the_roadmaps_order(model: DifferencesModel) -> None:
    top = find(model, "School")
    assert [(index.data(), index.data(BELOW)) for index in below(model, top)] == [
        ("Partnership", ""),
        ("Partner’s side", ""),
        ("The local need", "Our side"),
        ("Contacts", ""),
        ("Something of a newer version (hologram)", ""),
        ("Order of rows", ""),
    ]
    assert [
        (index.data(), index.data(DEED)) for index in below(model, find(model, "School", "The local need"))
    ] == [
        ("Answer", "changed"),
        ("State", "changed"),
        ("Private note", "came"),
    ]


def test_both_texts_are_told_in_words(model: DifferencesModel) -> None:
    assert find(model, "School", "The local need").data(PAIRS) == [
        Pair("Answer", "old words", "new words"),
        Pair("State", "Done", "Open"),
        Pair("Private note", "", "secret"),
    ]
    [row] = below(model, find(model, "School", "Contacts"))
    assert row.data(PAIRS) == [
        Pair("Side", "Partner’s side", ""),
        Pair("Role", "Chair", ""),
        Pair("Name", "Anna", ""),
    ]
    assert find(model, "School", "Contacts").data(PAIRS)[1].name == "Chair · Role"
    [side] = below(model, find(model, "School", "Partner’s side"))
    assert side.data(PAIRS) == [Pair("Organisation", "Dome", "")]
    assert find(model, "Garden").data(PAIRS) == [Pair("Name", "Garden", "")]
    assert len(find(model, "School").data(PAIRS)) > 6


def test_a_partnership_that_went_as_a_whole_has_nothing_below(model: DifferencesModel) -> None:
    gone = find(model, "Garden")
    assert not model.hasChildren(gone)
    assert gone.data(BELOW) == "deleted since"
    assert gone.data(Qt.ItemDataRole.AccessibleTextRole) == "Garden, deleted since"
    assert model.leaves(gone) == 1


def test_one_field_can_be_ticked(model: DifferencesModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.ticked):
        model.setData(find(model, "School", "The local need", "State"), ON, CHECK)
    assert model.chosen() == [CHANGED.edit._replace(fields={"state": "done"})]
    assert find(model, "School", "The local need").data(CHECK) == SOME
    assert find(model, "School").data(CHECK) == SOME
    model.setData(find(model, "School", "The local need", "Answer"), ON, CHECK)
    assert model.chosen() == [CHANGED.edit], "two fields of one thing are one edit"


def test_a_contact_is_ticked_with_its_person(model: DifferencesModel) -> None:
    model.setData(find(model, "School", "Contacts"), ON, CHECK)
    assert model.chosen() == [WENT.edit, WENT_TOO.edit]


def test_a_partnership_is_ticked_before_and_after_it_was_looked_into(model: DifferencesModel) -> None:
    top = find(model, "School")
    model.setData(top, ON, CHECK)
    everything = [one.edit for one in FIRST.things]
    assert model.chosen() == everything
    assert {index.data(CHECK) for index in below(model, top)} == {ON}
    model.setData(find(model, "School", "Order of rows"), OFF, CHECK)
    assert {edit[:3] for edit in model.chosen()} == {
        edit[:3] for edit in everything if edit is not MOVED.edit
    }
    model.setData(find(model, "School", "Order of rows"), ON, CHECK)
    assert top.data(CHECK) == ON


def test_everything_or_nothing(model: DifferencesModel) -> None:
    model.tick_all(on=True)
    assert len(model.chosen()) == len(FIRST.things) + 1
    assert find(model, "School", "Contacts").data(CHECK) == ON
    model.tick_all(on=False)
    assert model.chosen() == []
    assert find(model, "School", "Contacts").data(CHECK) == OFF
    model.show([FIRST], KNOWN, ticked=True)
    assert len(model.chosen()) == len(FIRST.things)


def test_only_ticks_can_be_set(model: DifferencesModel) -> None:
    assert not model.setData(model.index(0, 0), "other", Qt.ItemDataRole.EditRole)
    assert not model.setData(QModelIndex(), ON, CHECK)
    assert model.data(QModelIndex()) is None
