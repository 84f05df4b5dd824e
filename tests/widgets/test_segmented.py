"""One choice among a few, by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.design import Design
from roadmap_desktop.widgets.segmented import Segmented
from tests.acting import click, press
from tests.cut import cut

OPTIONS = (("open", "Open"), ("in-progress", "In progress"), ("done", "Done"), ("not-needed", "Not needed"))


@pytest.fixture
def row(qtbot: QtBot, design: Design) -> Segmented:
    made = Segmented(design, "State", OPTIONS)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def heard(row: Segmented) -> list[str]:
    found: list[str] = []
    row.chosen.connect(found.append)
    return found


def test_showing_is_silent_and_choosing_is_not(row: Segmented) -> None:
    said = heard(row)
    assert row.key() == ""
    row.show_key("done")
    assert (row.key(), said) == ("done", [])
    click(row.button("open"))
    assert (row.key(), said) == ("open", ["open"])
    click(row.button("open"))
    assert said == ["open"]
    row.show_key("of a newer form")
    assert row.key() == ""


def test_arrows_move_the_choice(row: Segmented) -> None:
    row.show_key("open")
    said = heard(row)
    row.button("open").setFocus()
    press(row.button("open"), Qt.Key.Key_Right)
    press(row.button("in-progress"), Qt.Key.Key_Left)
    assert said == ["in-progress", "open"]


def test_it_is_heard_as_radio_buttons(row: Segmented) -> None:
    spoken = QAccessible.queryAccessibleInterface(row.button("done"))
    assert spoken.role() == QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "State: Done"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_choice_looks_different_and_nothing_is_cut(row: Segmented, design: Design, theme: str) -> None:
    design.choose(theme)
    row.set_colour(design.theme.steps[1])
    row.show_key("open")
    before = row.grab().toImage()
    row.show_key("done")
    assert row.grab().toImage() != before
    assert cut(row) == []


def test_disabled_it_takes_no_click(row: Segmented) -> None:
    said = heard(row)
    row.setEnabled(False)
    click(row.button("done"))
    assert said == []


def test_bullets_show_as_many_lines_as_they_are_given(qtbot: QtBot) -> None:
    bullets = Bullets(tone="muted")
    qtbot.addWidget(bullets)
    for lines in (["one", "two"], ["<b>three</b>"], ["a", "b", "c"], []):
        bullets.show_lines(lines)
        assert bullets.texts() == lines


@pytest.mark.parametrize(("key", "entry"), [("done", "done"), ("open", "open"), ("", "open")])
def test_tab_comes_to_the_chosen_one(row: Segmented, qtbot: QtBot, key: str, entry: str) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    before, after = QLineEdit(), QLineEdit()
    for part in (before, row, after):
        column.addWidget(part)
    row.show_key(key)
    with qtbot.waitExposed(outer):
        outer.show()
    outer.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    press(before, Qt.Key.Key_Tab)
    assert row.button(entry).hasFocus()
    press(row.button(entry), Qt.Key.Key_Tab)
    assert after.hasFocus()
    row.setParent(None)
