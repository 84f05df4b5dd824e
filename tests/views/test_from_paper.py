"""A sheet filled in by hand is typed in by keyboard alone, in its own order, and every word of it reaches the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import FileReadOnly
from roadmap_desktop.domain.records import LONG_TEXT, Answer
from roadmap_desktop.store import recovery
from roadmap_desktop.views.from_paper import FromPaperDialog
from roadmap_desktop.views.page import Context
from tests.accessible import nameless
from tests.acting import button, choose, press, shortcut, texts, write
from tests.conftest import MakeSample, OpenContext
from tests.cut import cut
from tests.disputing import disagree
from tests.reading import answer_of, root_of
from tests.views.conftest import Shown

YOUTH = "Youth centre in the old school"
OpenSheet = Callable[[Context, bytes], FromPaperDialog]


@pytest.fixture
def show(shown: Shown) -> OpenSheet:
    def made(context: Context, root: bytes) -> FromPaperDialog:
        dialog = FromPaperDialog(context, root)
        shown(dialog)
        return dialog

    return made


@pytest.fixture
def sheet(show: OpenSheet, context: Context, sample: Path) -> FromPaperDialog:
    """Our sheet of the youth centre, as Jānis filled it in on 28 November."""
    dialog = show(context, root_of(sample, YOUTH))
    write(dialog.head.day, "28.11.2026")
    press(dialog.head.day, Qt.Key.Key_Return)
    write(dialog.head.by, "Jānis Lapsa")
    dialog.page.focus()
    return dialog


def typed(text: str) -> None:
    """Type into whatever has the focus."""
    field = QApplication.focusWidget()
    assert field is not None
    write(field, text)


def held(sheet: FromPaperDialog, sample: Path, checkpoint: str) -> Answer:
    sheet._context.session.flush()
    return answer_of(sample, YOUTH, checkpoint)


def go_on(sheet: FromPaperDialog) -> None:
    shortcut(sheet, "Ctrl+Return")


def test_words_are_added_below_and_bear_the_mark(sheet: FromPaperDialog, sample: Path) -> None:
    before = answer_of(sample, YOUTH, "c1.need").text
    typed("Twelve more would come.")
    go_on(sheet)
    answer = held(sheet, sample, "c1.need")
    assert answer.text == f"{before}\n\nTwelve more would come."
    assert (answer.paper_day, answer.paper_by) == ("2026-11-28", "Jānis Lapsa")
    assert sheet.checkpoint == "c1.target-group"
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_the_whole_sheet_by_keyboard_alone(sheet: FromPaperDialog, sample: Path) -> None:
    order = [one.id for one in sheet._form.checkpoints]
    for number, checkpoint in enumerate(order):
        assert sheet.checkpoint == checkpoint
        typed(f"Line {number}.")
        shortcut(sheet, "Ctrl+3")
        go_on(sheet)
    for number, checkpoint in enumerate(order):
        answer = held(sheet, sample, checkpoint)
        assert answer.text.endswith(f"Line {number}.")
        assert answer.state == "done"
    assert sheet.code.hasFocus()
    assert any(text.startswith("30 checkpoint") for text in texts(sheet))


def test_each_checkpoint_is_one_step_that_can_be_undone(sheet: FromPaperDialog, sample: Path) -> None:
    before = answer_of(sample, YOUTH, "c1.need")
    typed("Twelve more would come.")
    shortcut(sheet, "Ctrl+4")
    go_on(sheet)
    assert held(sheet, sample, "c1.need").state == "not-needed"
    sheet._context.session.undo()
    assert held(sheet, sample, "c1.need") == before


def test_it_can_be_put_in_the_place_of_what_is_there(sheet: FromPaperDialog, sample: Path) -> None:
    press(sheet.page.way.button("add"), Qt.Key.Key_Right)
    press(sheet.page.way.button("replace"), Qt.Key.Key_Space)
    sheet.page.focus()
    typed("Seventy children.")
    go_on(sheet)
    assert held(sheet, sample, "c1.need").text == "Seventy children."


@pytest.mark.parametrize("code", ["C1·9", "c19", "1.9", " c 1 9 "])
def test_a_code_leads_to_its_checkpoint(sheet: FromPaperDialog, sample: Path, code: str) -> None:
    typed("Said before.")
    shortcut(sheet, "Ctrl+G")
    typed(code)
    press(sheet.code, Qt.Key.Key_Return)
    assert sheet.checkpoint == "c1.forms"
    assert sheet.page.text.hasFocus()
    assert held(sheet, sample, "c1.need").text.endswith("Said before.")


def test_a_code_of_the_other_sheet_changes_the_side(sheet: FromPaperDialog, sample: Path) -> None:
    write(sheet.code, "M1·2")
    press(sheet.code, Qt.Key.Key_Return)
    assert (sheet.head.key, sheet.checkpoint) == ("b", "m1.tasks")
    typed("Our library could help.")
    go_on(sheet)
    sheet._context.session.flush()
    dossier = sheet._context.session.dossier(root_of(sample, YOUTH))
    assert dossier.theirs.answers["m1.tasks"].text.endswith("Our library could help.")


def test_a_code_that_is_none_stays_and_is_explained(sheet: FromPaperDialog) -> None:
    write(sheet.code, "c9.99")
    press(sheet.code, Qt.Key.Key_Return)
    assert sheet.checkpoint == "c1.need"
    assert any("no checkpoint “c9.99”" in text for text in texts(sheet))
    assert sheet.code.selectedText() == "c9.99"


def test_the_same_sheet_twice_is_noticed(sheet: FromPaperDialog, sample: Path) -> None:
    typed("Once.")
    go_on(sheet)
    shortcut(sheet, "Alt+Left")
    sheet._context.session.flush()
    assert any("entered here before" in text for text in texts(sheet))
    typed("Twice.")
    go_on(sheet)
    assert held(sheet, sample, "c1.need").text == "Twice."


def test_nothing_typed_is_nothing_written(sheet: FromPaperDialog, sample: Path) -> None:
    before = sample.read_bytes()
    for _ in range(5):
        go_on(sheet)
    sheet.accept()
    sheet._context.session.flush()
    assert sample.read_bytes() == before


@pytest.mark.parametrize("leaving", ["close", "escape", "another side", "another partnership"])
def test_what_is_typed_is_saved_however_one_leaves(
    sheet: FromPaperDialog, sample: Path, leaving: str
) -> None:
    typed("Kept.")
    match leaving:
        case "close":
            press(button(sheet, "Close"), Qt.Key.Key_Return)
        case "escape":
            press(sheet, Qt.Key.Key_Escape)
        case "another side":
            choose(sheet.head.side, "b")
        case "another partnership":
            press(sheet.head.partnership, Qt.Key.Key_Home)
    assert held(sheet, sample, "c1.need").text.endswith("Kept.")


def test_a_flat_battery_loses_nothing(
    sheet: FromPaperDialog, sample: Path, user_folder: Path, qtbot: QtBot
) -> None:
    typed("Half a sentence")
    document = sheet._context.session.document
    qtbot.waitUntil(lambda: bool(recovery.kept(user_folder, document)))
    [edit] = recovery.kept(user_folder, document)
    assert str(edit.fields["text"]).endswith("Half a sentence")


def test_words_taken_back_are_not_kept(
    sheet: FromPaperDialog, sample: Path, user_folder: Path, qtbot: QtBot
) -> None:
    before = answer_of(sample, YOUTH, "c1.need")
    document = sheet._context.session.document
    typed("Wrong line")
    qtbot.waitUntil(lambda: bool(recovery.kept(user_folder, document)))
    sheet.page.text.selectAll()
    press(sheet.page.text, Qt.Key.Key_Delete)
    go_on(sheet)
    assert held(sheet, sample, "c1.need") == before
    assert recovery.kept(user_folder, document) == []


def test_words_that_do_not_fit_are_not_left_behind(sheet: FromPaperDialog) -> None:
    sheet.page.text.insertPlainText("x " * (LONG_TEXT // 2))
    assert not sheet.next.isEnabled()
    go_on(sheet)
    assert sheet.checkpoint == "c1.need"


def test_who_and_until_when(sheet: FromPaperDialog, sample: Path) -> None:
    write(sheet.page.facts.who, "Zane")
    write(sheet.page.facts.due, "31.1.2027")
    go_on(sheet)
    answer = held(sheet, sample, "c1.need")
    assert (answer.who, answer.due) == ("Zane", "2027-01-31")


def test_two_versions_are_left_for_whoever_decides(show: OpenSheet, context: Context, sample: Path) -> None:
    root = root_of(sample, YOUTH)
    theirs, ours = ([answer_edit(root, "a", "c1.need", text=text)] for text in ("Theirs.", "Ours."))
    disagree(sample, ours, theirs)
    dialog = show(context, root)
    assert dialog.page.text.isHidden()
    assert any("wait for a decision" in text for text in texts(dialog))
    dialog.page.focus()
    write(dialog.page.facts.who, "Zane")
    go_on(dialog)
    context.session.flush()
    found = context.session.dossier(root).ours
    assert found.answers["c1.need"].who == "Zane"
    assert found.disputed == {"c1.need"}


def test_a_file_that_cannot_be_changed_takes_nothing(sheet: FromPaperDialog, sample: Path) -> None:
    session = sheet._context.session
    session.obstacle = FileReadOnly(path=sample)
    session.obstacle_changed.emit()
    assert sheet.page.text.isReadOnly()
    assert not sheet.page.way.button("add").isEnabled()
    session.obstacle = None
    session.obstacle_changed.emit()
    typed("Again.")
    go_on(sheet)
    assert held(sheet, sample, "c1.need").text.endswith("Again.")


def test_without_a_partnership_it_says_what_to_do(
    show: OpenSheet, open_context: OpenContext, empty: Path
) -> None:
    dialog = show(open_context(empty), b"")
    assert "No partnership to enter a sheet for" in texts(dialog)
    assert dialog.head.isHidden()


@pytest.mark.parametrize("language", ["en", "lv"])
def test_every_control_has_a_name_and_no_text_is_cut(
    show: OpenSheet, open_context: OpenContext, make_sample: MakeSample, language: str
) -> None:
    context = open_context(make_sample(language), language)
    dialog: QWidget = show(context, context.session.partnership_ids()[0])
    assert nameless(dialog) == []
    assert cut(dialog) == []
