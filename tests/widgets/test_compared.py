"""Two versions of some texts side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.compared import Compared, Row
from roadmap_desktop.widgets.design import Design
from tests.acting import press

HOSTILE = '<img src="file:///etc/passwd"><b>fat</b>'
ROWS = [
    Row(
        "Answer",
        [("the ", False), ("old", True), (" words", False)],
        [("the ", False), ("new", True), (" words", False)],
    ),
    Row("Due", [], [(HOSTILE, True)]),
]


@pytest.fixture
def compared(qtbot: QtBot, design: Design) -> Compared:
    made = Compared(design, "Then and now", "(empty)")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show_rows(("Then", "Now"), ROWS)
    return made


def underlined(compared: Compared) -> list[str]:
    found, block = [], compared.document().begin()
    while block.isValid():
        text = block.text()
        found += [
            text[span.start : span.start + span.length]
            for span in block.textFormats()
            if span.format.fontUnderline()
        ]
        block = block.next()
    return found


def test_it_shows_both_texts_and_marks_what_differs(compared: Compared) -> None:
    text = compared.toPlainText()
    assert [
        part for part in ("Then", "Now", "the old words", "the new words", "(empty)") if part not in text
    ] == []
    assert "".join(underlined(compared)) == f"oldnew{HOSTILE}"


def test_words_from_a_file_are_never_markup(compared: Compared) -> None:
    assert HOSTILE in compared.toPlainText()


def test_marks_are_seen_in_every_look(compared: Compared, design: Design) -> None:
    for theme in ("dark", "contrast"):
        design.choose(theme)
        assert "".join(underlined(compared)) == f"oldnew{HOSTILE}"


def test_nothing_to_show_is_nothing(compared: Compared) -> None:
    compared.show_rows(("Then", "Now"), [])
    assert compared.toPlainText() == ""


def test_tab_goes_on(qtbot: QtBot, design: Design) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    compared, after = Compared(design, "Then and now", ""), QLineEdit()
    column.addWidget(compared)
    column.addWidget(after)
    window.show()
    compared.setFocus()
    press(compared, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert window.focusWidget() is after
