"""Name, stage and organisations: saved when a field is left, however it is left."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.errors import FileReadOnly
from roadmap_desktop.domain.records import SHORT_TEXT
from roadmap_desktop.store import file
from roadmap_desktop.views.details import DetailsDialog
from roadmap_desktop.views.page import Context
from tests.accessible import name_of, nameless
from tests.acting import button, choose, click, press, texts, write
from tests.conftest import MakeSample, OpenContext, settle
from tests.cut import cut
from tests.reading import changes_in, dossier_of, root_of, titles_in
from tests.views.conftest import Shown

YOUTH = "Youth centre in the old school"
NAME = "Name of the partnership"
OpenDetails = Callable[[Context, bytes], DetailsDialog]


@pytest.fixture
def show(shown: Shown) -> OpenDetails:
    def made(context: Context, root: bytes) -> DetailsDialog:
        dialog = DetailsDialog(context, context.session.dossier(root))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        shown(dialog)
        return dialog

    return made


@pytest.fixture
def dialog(show: OpenDetails, context: Context, sample: Path) -> DetailsDialog:
    return show(context, root_of(sample, YOUTH))


def fields(dialog: DetailsDialog, name: str) -> list[QLineEdit]:
    """Fields called `name`, from top to bottom."""
    found = [one for one in dialog.findChildren(QLineEdit) if name_of(one) == name]
    return sorted(found, key=lambda one: one.y())


def saved(dialog: DetailsDialog) -> None:
    dialog._context.session.flush()


def test_it_shows_what_stands_in_the_file(dialog: DetailsDialog) -> None:
    assert fields(dialog, NAME)[0].text() == YOUTH
    assert [one.text() for one in fields(dialog, "Name")] == [
        "Association “Ābeļkalna ļaudis”",
        "Bērzvalki Municipality",
    ]
    assert [one.text() for one in fields(dialog, "Register number")] == ["40008999901", "90000999902"]
    assert {"Our side", "Partner’s side"} <= set(texts(dialog))


@pytest.mark.parametrize("leaving", ["tab", "enter", "close", "escape", "cross"])
def test_a_name_is_saved_however_the_field_is_left(dialog: DetailsDialog, sample: Path, leaving: str) -> None:
    [field] = fields(dialog, NAME)
    field.setFocus()
    write(field, "Jauniešu centrs vecajā skolā")
    match leaving:
        case "tab":
            press(field, Qt.Key.Key_Tab)
        case "enter":
            press(field, Qt.Key.Key_Return)
        case "close":
            click(button(dialog, "Close"))
        case "escape":
            press(dialog, Qt.Key.Key_Escape)
        case "cross":
            dialog.close()
    saved(dialog)
    assert "Jauniešu centrs vecajā skolā" in titles_in(sample)
    assert YOUTH not in titles_in(sample)


def test_spaces_around_a_name_are_not_kept(dialog: DetailsDialog, sample: Path) -> None:
    [field] = fields(dialog, NAME)
    write(field, "  A garden  ")
    press(field, Qt.Key.Key_Return)
    saved(dialog)
    assert "A garden" in titles_in(sample)


@pytest.mark.parametrize("name", [NAME, "Name"])
def test_nothing_can_be_left_without_a_name(dialog: DetailsDialog, sample: Path, name: str) -> None:
    before = changes_in(sample)
    field = fields(dialog, name)[0]
    write(field, "   ")
    press(field, Qt.Key.Key_Return)
    saved(dialog)
    assert changes_in(sample) == before
    assert dossier_of(sample, YOUTH).ours.organisation.name == "Association “Ābeļkalna ļaudis”"


@pytest.mark.parametrize(
    ("label", "field", "side"),
    [
        ("Name", "name", 0), ("Name", "name", 1), ("Register number", "number", 1), ("Address", "address", 0),
        ("Website", "website", 1),
    ],
)  # fmt: skip
def test_what_is_written_about_an_organisation_is_saved_with_it(
    dialog: DetailsDialog, sample: Path, label: str, field: str, side: int
) -> None:
    edit = fields(dialog, label)[side]
    write(edit, "Ķekava 1")
    press(edit, Qt.Key.Key_Tab)
    saved(dialog)
    found = dossier_of(sample, YOUTH)
    assert getattr(found.sides[side].organisation, field) == "Ķekava 1"
    assert getattr(found.sides[1 - side].organisation, field) != "Ķekava 1"


def test_an_address_can_be_emptied(dialog: DetailsDialog, sample: Path) -> None:
    edit = fields(dialog, "Address")[0]
    edit.setFocus()
    edit.selectAll()
    press(edit, Qt.Key.Key_Delete)
    press(edit, Qt.Key.Key_Tab)
    saved(dialog)
    assert dossier_of(sample, YOUTH).ours.organisation.address == ""


def test_the_stage_is_saved_when_chosen(dialog: DetailsDialog, sample: Path, qtbot: QtBot) -> None:
    [stage] = dialog.findChildren(QComboBox)
    stage.setFocus()
    with qtbot.waitSignal(dialog._context.session.changed):
        choose(stage, "paused")
    assert dossier_of(sample, YOUTH).partnership.stage == "paused"


def test_going_through_without_writing_changes_nothing(dialog: DetailsDialog, sample: Path) -> None:
    before = changes_in(sample)
    for edit in dialog.findChildren(QLineEdit):
        edit.setFocus()
        press(edit, Qt.Key.Key_Tab)
    click(button(dialog, "Close"))
    saved(dialog)
    assert changes_in(sample) == before


def test_a_field_takes_no_more_than_the_file_does(dialog: DetailsDialog) -> None:
    [field] = fields(dialog, NAME)
    write(field, "x" * (SHORT_TEXT + 50))
    assert len(field.text()) == SHORT_TEXT


def test_a_change_can_be_taken_back(dialog: DetailsDialog, sample: Path) -> None:
    [field] = fields(dialog, NAME)
    write(field, "A garden")
    press(field, Qt.Key.Key_Return)
    saved(dialog)
    dialog._context.session.undo()
    saved(dialog)
    assert YOUTH in titles_in(sample)


def test_a_file_that_cannot_be_changed_shows_and_takes_nothing(
    open_context: OpenContext, show: OpenDetails, sample: Path
) -> None:
    with contextlib.closing(file.connect(sample, "rw")) as db:
        db.execute("PRAGMA user_version = 99")
    dialog = show(open_context(sample), root_of(sample, YOUTH))
    before = changes_in(sample)
    [field] = fields(dialog, NAME)
    field.setFocus()
    field.selectAll()
    press(field, Qt.Key.Key_X)
    assert field.text() == field.selectedText() == YOUTH, "it can be copied"
    [stage] = dialog.findChildren(QComboBox)
    assert not stage.isEnabled()
    click(button(dialog, "Close"))
    saved(dialog)
    assert changes_in(sample) == before


def test_what_keeps_the_file_from_being_changed_comes_and_goes(dialog: DetailsDialog, sample: Path) -> None:
    session = dialog._context.session
    session.obstacle = FileReadOnly(path=sample)
    dialog.show_obstacle()
    assert all(one.isReadOnly() for one in dialog.findChildren(QLineEdit))
    assert "Everything is saved by itself." not in texts(dialog)
    session.obstacle = None
    dialog.show_obstacle()
    [field] = fields(dialog, NAME)
    write(field, "A garden")
    press(field, Qt.Key.Key_Return)
    saved(dialog)
    assert "A garden" in titles_in(sample)


def test_a_long_text_is_read_from_its_beginning(dialog: DetailsDialog) -> None:
    for address in fields(dialog, "Address"):
        assert address.text()
        assert address.cursorPosition() == 0


def test_closed_it_is_gone(context: Context, sample: Path, qtbot: QtBot) -> None:
    dialog = DetailsDialog(context, context.session.dossier(root_of(sample, YOUTH)))
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        click(button(dialog, "Close"))
        settle()


@pytest.mark.parametrize("language", ["en", "lv"])
def test_every_control_has_a_name_and_no_text_is_cut(
    show: OpenDetails, open_context: OpenContext, make_sample: MakeSample, language: str
) -> None:
    context = open_context(make_sample(language), language)
    dialog = show(context, context.session.partnership_ids()[0])
    assert nameless(dialog) == []
    assert cut(dialog) == []
    assert dialog.findChildren(QFormLayout)
