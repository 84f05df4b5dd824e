"""Importing a list of partners, as a user does it: a file, a look, a choice or two, and it is in the file, or was never."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.errors import FileReadOnly
from roadmap_desktop.models.columns import CHOICES
from roadmap_desktop.models.partner_list import LEFT_OUT
from roadmap_desktop.store import file, log, open_json, queries
from roadmap_desktop.views.import_list import ImportDialog
from roadmap_desktop.views.page import Context
from tests.accessible import nameless
from tests.acting import button, choose, click, press, texts
from tests.conftest import OpenContext
from tests.cut import cut

LIST = (
    "Novada biedrību saraksts;;;;\r\nNosaukums;Reģ. Nr.;Kontaktpersona;E-pasts;Kods\r\n"
    "Biedrība „Upes krasts”;40008012345;Līga Ozola;liga@krasts.example;7\r\n"
    "Mežmalas ļaudis;4,00E+10;;info@mezmala.example;8\r\nUPES KRASTS;;Zane Liepa;;\r\n;;Anna;;\r\n"
)
Show = Callable[..., ImportDialog]


@pytest.fixture
def partners(tmp_path: Path) -> Path:
    path = tmp_path / "biedrības.csv"
    path.write_bytes(LIST.encode("cp1257"))
    return path


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    kept: list[ImportDialog] = []  # as its parent keeps a window until its work has ended

    def made(context: Context, path: Path | None = None) -> ImportDialog:
        dialog = ImportDialog(context, path)
        kept.append(dialog)
        qtbot.addWidget(dialog)
        if path is not None:
            with qtbot.waitSignal(dialog.understood, timeout=20_000):
                dialog.show()
        else:
            dialog.show()
        return dialog

    return made


def organisations(path: Path) -> dict[str, str]:
    with contextlib.closing(file.open_for_reading(path)) as db:
        return {one.name: one.kind for one in queries.organisations(db)}


def tally(path: Path) -> tuple[int, int]:
    with contextlib.closing(file.open_for_reading(path)) as db:
        return log.tally(db)


def cells(dialog: ImportDialog, column: int) -> list[str]:
    model = dialog.preview.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def take(dialog: ImportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.imported, timeout=20_000):
        click(button(dialog, "Take in"))


def test_a_list_is_chosen_seen_and_taken_in_as_one_step(
    context: Context, show: Show, partners: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = context.session.path
    before, dialog = tally(path), show(context)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(partners), ""))
    with qtbot.waitSignal(dialog.understood, timeout=20_000):
        click(button(dialog, "Choose a file…"))
    assert cells(dialog, 1) == ["Biedrība „Upes krasts”", "Mežmalas ļaudis", "UPES KRASTS", ""]
    assert cells(dialog, 0) == [
        "Take as new",
        "Take as new · register number rounded by Excel",
        "Fill gaps · as row 3",
        "Leave out · no organisation named",
    ]
    said = " ".join(texts(dialog))
    assert "New organisations: 2. Partnerships begun: 2. New contacts: 2. Rows left out: 1." in said
    assert tally(path) == before
    take(dialog, qtbot)
    assert {"Biedrība „Upes krasts”", "Mežmalas ļaudis"} < set(organisations(path))
    assert "New organisations: 2." in texts(dialog)
    with qtbot.waitSignal(context.session.changed):
        context.session.undo()
    context.session.flush()
    assert "Mežmalas ļaudis" not in organisations(path)


def test_nothing_is_written_where_the_window_is_closed(context: Context, show: Show, partners: Path) -> None:
    before, dialog = tally(context.session.path), show(context, partners)
    click(button(dialog, "Close"))
    assert not dialog.isVisible()
    assert tally(context.session.path) == before


def test_a_column_can_be_matched_otherwise(
    context: Context, show: Show, partners: Path, qtbot: QtBot
) -> None:
    dialog = show(context, partners)
    assert dialog.preview.heads.chosen_keys() == ["name", "number", "person", "email", ""]
    boxes = dialog.preview.heads.boxes
    with qtbot.waitSignal(dialog.understood, timeout=20_000):
        boxes[4].setFocus()
        choose(boxes[4], "note")
        boxes[4].activated.emit(boxes[4].currentIndex())
    qtbot.waitUntil(lambda: dialog.preview.heads.chosen_keys()[4] == "note")
    take(dialog, qtbot)
    with contextlib.closing(file.open_for_reading(context.session.path)) as db:
        notes = {one.name: one.note for one in queries.organisations(db)}
    assert notes["Mežmalas ļaudis"] == "8"


def test_a_row_can_be_left_out_by_the_keyboard(
    context: Context, show: Show, partners: Path, qtbot: QtBot
) -> None:
    dialog = show(context, partners)
    table, model = dialog.preview.table, dialog.preview.model
    index = model.index(1, 0)
    table.setCurrentIndex(index)
    table.setFocus()
    press(table, Qt.Key.Key_F2)
    editor = table.findChild(QComboBox)
    assert editor is not None
    choose(editor, "skip")
    press(editor, Qt.Key.Key_Return)
    assert model.way(1) == "skip"
    assert model.index(1, 1).data(LEFT_OUT)
    qtbot.waitUntil(lambda: "New organisations: 1." in " ".join(texts(dialog)))
    take(dialog, qtbot)
    assert "Mežmalas ļaudis" not in organisations(context.session.path)


def test_what_is_there_already_is_filled_left_or_added(
    context: Context, show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    with contextlib.closing(file.open_for_reading(context.session.path)) as db:
        home = queries.home_organisation(db)
        there = next(one for one in queries.organisations(db) if one.id != home.id)
    path = tmp_path / "x.csv"
    path.write_text(f"Nosaukums,Mājaslapa\n{there.name},www.x.example\n", "utf-8")
    dialog = show(context, path)
    assert cells(dialog, 0) == ["Fill gaps · there already: same name"]
    assert [key for key, _ in dialog.preview.model.index(0, 0).data(CHOICES)] == ["skip", "fill", "take"]
    choose(dialog.preview.known, "skip")
    dialog.preview.known.activated.emit(0)
    qtbot.waitUntil(lambda: not button(dialog, "Take in").isEnabled())
    choose(dialog.preview.known, "fill")
    dialog.preview.known.activated.emit(0)
    qtbot.waitUntil(lambda: button(dialog, "Take in").isEnabled())
    take(dialog, qtbot)
    with contextlib.closing(file.open_for_reading(context.session.path)) as db:
        [found] = [one for one in queries.organisations(db) if one.name == there.name]
    assert found == there._replace(website="www.x.example")


def test_options_change_what_is_said_and_done(
    context: Context, show: Show, partners: Path, qtbot: QtBot
) -> None:
    dialog = show(context, partners)
    choose(dialog.preview.kind, "enterprise")
    dialog.preview.kind.activated.emit(0)
    click(dialog.preview.begin)
    qtbot.waitUntil(lambda: "they need a partnership" in " ".join(texts(dialog)))
    take(dialog, qtbot)
    assert organisations(context.session.path)["Mežmalas ļaudis"] == "enterprise"
    assert len(context.session.partnership_ids()) == 3


def test_a_sheet_can_be_chosen(context: Context, show: Show, tmp_path: Path, qtbot: QtBot) -> None:
    book = openpyxl.Workbook()
    for name in ("Pirmā", "Otrā"):
        sheet = book.create_sheet(name)
        sheet.append(["Nosaukums", "E-pasts"])
        sheet.append([f"{name} biedrība", "a@b.lv"])
    path = tmp_path / "x.xlsx"
    book.save(path)
    dialog = show(context, path)
    assert cells(dialog, 1) == ["Pirmā biedrība"]
    sheets = dialog.preview._sheet
    with qtbot.waitSignal(dialog.understood, timeout=20_000):
        choose(sheets, 2)
        sheets.activated.emit(2)
    assert cells(dialog, 1) == ["Otrā biedrība"]


def test_what_is_no_list_is_said_and_another_can_be_chosen(
    context: Context, show: Show, tmp_path: Path
) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    dialog = show(context, path)
    assert "save it as .xlsx" in dialog.banner.text.text()
    assert button(dialog, "Choose a file…").isVisible()


def test_a_file_can_be_dropped(context: Context, show: Show, partners: Path, qtbot: QtBot) -> None:
    dialog = show(context)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(partners))])
    sort = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), *sort)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(dialog.understood, timeout=20_000):
        QApplication.sendEvent(dialog, QDropEvent(QPointF(9, 9), *sort))
    assert dialog.preview.model.rowCount() == 4


def test_a_whole_file_as_json_becomes_a_file_of_its_own(
    context: Context, show: Show, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = tmp_path / "all.json", tmp_path / "back.roadmap"
    open_json.write(context.session.path, source)
    before, dialog = tally(context.session.path), show(context, None)
    dialog.read(source)
    assert nameless(dialog) == []
    assert cut(dialog) == []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    with qtbot.waitSignal(dialog.made, timeout=30_000) as told:
        click(button(dialog, "Save as a file…"))
    assert told.args == [out]
    assert tally(out) == before == tally(context.session.path)
    assert not dialog.isVisible()


def test_a_damaged_json_is_said(
    context: Context, show: Show, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "all.json"
    source.write_text('{"roadmap":1,', "utf-8")
    dialog = show(context, None)
    dialog.read(source)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x.roadmap"), ""))
    with qtbot.waitSignal(dialog.understood, timeout=30_000):
        click(button(dialog, "Save as a file…"))
    assert "“all.json” is damaged" in dialog.banner.text.text()
    assert not (tmp_path / "x.roadmap").exists()


def test_reading_can_be_stopped(context: Context, show: Show, partners: Path) -> None:
    dialog = show(context)
    dialog.read(partners)
    press(dialog, Qt.Key.Key_Escape)
    assert "Reading was stopped" in dialog.banner.text.text()
    assert dialog.isVisible()


def test_a_file_that_cannot_be_changed_shows_the_list_and_takes_nothing(
    context: Context, show: Show, partners: Path
) -> None:
    context.session.only_read(FileReadOnly(path=context.session.path))
    dialog = show(context, partners)
    assert not dialog.take.isVisible()
    assert "This file cannot be changed, so nothing can be taken in." in texts(dialog)


def test_the_model_is_sound(context: Context, show: Show, partners: Path) -> None:
    dialog = show(context, partners)
    QAbstractItemModelTester(dialog.preview.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.preview.model.set_usual("take")
    assert dialog.preview.model.setData(dialog.preview.model.index(0, 0), "skip")
    assert not dialog.preview.model.setData(dialog.preview.model.index(0, 1), "x")
    assert not dialog.preview.model.setData(dialog.preview.model.index(0, 0), "colour")


@pytest.mark.parametrize("language", ["en", "lv"])
def test_nothing_is_cut_or_nameless(
    open_context: OpenContext, sample: Path, show: Show, partners: Path, qtbot: QtBot, language: str
) -> None:
    dialog = show(open_context(sample, language), partners)
    assert cut(dialog) == []
    assert nameless(dialog) == []
    with qtbot.waitSignal(dialog.imported, timeout=20_000):
        click(dialog.take)
    assert cut(dialog) == []
    empty = show(open_context(sample, language))
    assert cut(empty) == []
    assert nameless(empty) == []
