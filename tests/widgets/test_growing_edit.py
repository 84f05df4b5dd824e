"""The editor that grows with its text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.growing_edit import GrowingEdit
from tests.acting import press, write
from tests.cut import settle_layouts


@pytest.fixture
def edit(qtbot: QtBot) -> GrowingEdit:
    made = GrowingEdit("Answer", least=3, most=10)
    qtbot.addWidget(made)
    made.resize(300, 100)
    with qtbot.waitExposed(made):
        made.show()
    settle_layouts()
    return made


def test_only_the_user_s_changes_are_told(edit: GrowingEdit) -> None:
    told: list[str] = []
    edit.edited.connect(lambda: told.append(edit.text()))
    edit.show_text("shown")
    edit.take_over("shown anew")
    assert told == []
    write(edit, "x")
    assert told == [edit.text()]


def test_it_grows_between_its_least_and_most(edit: GrowingEdit) -> None:
    heights = []
    for lines in (1, 3, 6, 10, 30):
        edit.show_text("\n".join(["line"] * lines))
        heights.append(edit.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]
    assert edit.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_a_narrower_one_is_higher(edit: GrowingEdit) -> None:
    edit.show_text("some words that need more than one line " * 4)
    before = edit.height()
    edit.resize(160, edit.height())
    settle_layouts()
    assert edit.height() > before


@pytest.mark.parametrize(
    ("old", "new", "caret", "after"),
    [
        ("one two", "one two three", 3, 3),
        ("one two", "zero one two", 7, 12),
        ("one two", "one 2 two", 3, 3),
        ("one two", "", 3, 0),
    ],
)
def test_the_caret_stays_at_its_word(edit: GrowingEdit, old: str, new: str, caret: int, after: int) -> None:
    edit.show_text(old)
    cursor = edit.textCursor()
    cursor.setPosition(caret)
    edit.setTextCursor(cursor)
    edit.take_over(new)
    assert edit.text() == new
    assert edit.textCursor().position() == after


def test_every_line_feed_and_space_survives(edit: GrowingEdit) -> None:
    for text in ("a\n\nb", "27\u00a0400", "tab\there", "line\u2028feed".replace("\u2028", "\n"), "  ends  "):
        edit.show_text(text)
        assert edit.text() == text


def test_files_are_left_to_others(edit: GrowingEdit) -> None:
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/plan.pdf")])
    words.setText("words")
    assert not edit.canInsertFromMimeData(files)
    assert edit.canInsertFromMimeData(words)


def test_what_was_shown_cannot_be_undone(edit: GrowingEdit) -> None:
    edit.show_text("shown")
    press(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "shown"


def test_it_is_gone_on_with_at_its_end(edit: GrowingEdit) -> None:
    edit.show_text("What is there")
    write(edit, " and more")
    assert edit.text() == "What is there and more"


def test_what_can_only_be_read_is_copied_by_keyboard(edit: GrowingEdit) -> None:
    edit.show_text("one two")
    edit.setReadOnly(True)
    assert edit.isReadOnly()
    press(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(edit, Qt.Key.Key_X)
    press(edit, Qt.Key.Key_Delete)
    assert edit.text() == edit.textCursor().selectedText() == "one two"
    edit.setReadOnly(False)
    write(edit, "three")
    assert edit.text() == "three"


def test_the_line_being_written_is_scrolled_into_view(qtbot: QtBot) -> None:
    area, inner, edit = QScrollArea(), QWidget(), GrowingEdit("Answer", least=2)
    qtbot.addWidget(area)
    column = QVBoxLayout(inner)
    column.addSpacing(300)
    column.addWidget(edit)
    column.addStretch(1)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.resize(300, 200)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    for number in range(12):
        write(edit, f"line {number}")
        press(edit, Qt.Key.Key_Return)
    settle_layouts()
    caret = edit.viewport().mapTo(area.viewport(), edit.cursorRect().bottomLeft()).y()
    assert 0 < caret < area.viewport().height()
