"""The export window, as a user meets it: a choice, a place, and a file that says what was chosen."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.views.export import ExportDialog
from roadmap_desktop.views.page import Context
from tests.accessible import nameless
from tests.acting import button, choose, click, press, texts
from tests.cut import cut
from tests.reading import root_of
from tests.views.conftest import Shown

YOUTH = "Youth centre in the old school"


@pytest.fixture
def dialog(context: Context, shown: Shown) -> ExportDialog:
    made = ExportDialog(context, root_of(context.session.path, YOUTH))
    shown(made)
    return made


def save(dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Press the button, and choose `path` in the system's own window."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(dialog.exported, timeout=20_000) as signal:
        click(button(dialog, "Save as…"))
    assert signal.args == [path]


def test_the_partnership_at_hand_becomes_a_workbook(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert dialog.proposed_name() == f"{YOUTH} – Lists – {dialog._context.today()}.xlsx"
    path = tmp_path / "lists.xlsx"
    save(dialog, qtbot, monkeypatch, path)
    sheet = openpyxl.load_workbook(path)["Partnerships"]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [YOUTH]
    assert "Saved as “lists.xlsx”." in texts(dialog)


def test_everything_with_notes_in_latvian(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(dialog.what, "all")
    click(dialog.notes)
    choose(dialog.language, "lv")
    path = tmp_path / "saraksti.xlsx"
    save(dialog, qtbot, monkeypatch, path)
    book = openpyxl.load_workbook(path)
    assert book["Partnerības"].max_row == 4
    assert "Privāta piezīme" in [cell.value for cell in book["Atbildes"][1]]


def test_without_names_by_keyboard_alone(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog.nameless.setFocus()
    press(dialog.nameless, Qt.Key.Key_Space)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x.xlsx"), ""))
    dialog._save.setFocus()
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        press(dialog._save, Qt.Key.Key_Return)
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert "Stakeholders" not in book.sheetnames
    assert [cell.value for cell in book["Contacts"][1]] == ["Partnership", "Side", "Organisation", "Role"]


def test_words_just_typed_are_in_a_calendar(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    context = dialog._context
    root = root_of(context.session.path, YOUTH)
    context.session.save(
        [Edit(root, "action", b"new-------------", {"what": "Paint the room", "due": "2027-05-01"})]
    )
    click(dialog.format.button("ics"))
    assert not dialog.notes.isVisible()
    save(dialog, qtbot, monkeypatch, tmp_path / "dates.ics")
    found = Calendar.from_ical((tmp_path / "dates.ics").read_bytes()).walk("VEVENT")
    assert f"Paint the room – {YOUTH}" in [str(event["summary"]) for event in found]


def test_json_is_everything_and_leaves_nothing_to_choose(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    click(dialog.format.button("json"))
    for one in (dialog.what, dialog.language, dialog.notes, dialog.nameless):
        assert not one.isVisible()
    assert any("can take back without loss" in text for text in texts(dialog))
    save(dialog, qtbot, monkeypatch, tmp_path / "all.json")
    assert len(json.loads((tmp_path / "all.json").read_text("utf-8"))["now"]["partnership"]) == 3


def test_a_place_that_cannot_be_written_is_said(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.save(tmp_path / "no" / "x.xlsx")
    qtbot.waitUntil(dialog.banner.isVisible, timeout=20_000)
    assert "no" in dialog.banner.text.text()
    assert button(dialog, "Save as…").isEnabled()


def test_an_ending_is_added_and_nobodys_file_is_replaced_by_that(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "lists.xlsx").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "lists"), ""))
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        click(button(dialog, "Save as…"))
    assert (tmp_path / "lists.xlsx").read_text() == "mine"
    assert (tmp_path / "lists 2.xlsx").exists()


@pytest.mark.parametrize("format_", ["xlsx", "ics", "zip", "json"])
def test_nothing_is_cut_or_nameless(dialog: ExportDialog, format_: str) -> None:
    click(dialog.format.button(format_))
    assert cut(dialog) == []
    assert nameless(dialog) == []
