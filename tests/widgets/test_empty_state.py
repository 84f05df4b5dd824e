"""What stands where nothing is yet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.design import Design
from roadmap_desktop.widgets.empty_state import EmptyState
from tests.accessible import nameless
from tests.acting import click, press
from tests.cut import cut

TEXT = "A partnership is what you and one partner want to build together. The roadmap leads you through it. "


def made(design: Design, qtbot: QtBot, action: str = "") -> EmptyState:
    state = EmptyState(design, "route", "Begin with one partnership", TEXT, action)
    qtbot.addWidget(state)
    return state


def test_it_says_what_could_be_here(design: Design, qtbot: QtBot) -> None:
    state = made(design, qtbot)
    texts = [found.text() for found in state.findChildren(QLabel) if found.text()]
    assert texts == ["Begin with one partnership", TEXT]
    assert any(not found.pixmap().isNull() for found in state.findChildren(QLabel)), "a picture"


def test_without_an_action_there_is_no_button(design: Design, qtbot: QtBot) -> None:
    assert made(design, qtbot).findChildren(QPushButton) == []


@pytest.mark.parametrize("how", ["mouse", "key"])
def test_its_one_button_asks_for_it(design: Design, qtbot: QtBot, how: str) -> None:
    state = made(design, qtbot, "New partnership")
    state.show()
    [only] = state.findChildren(QPushButton)
    assert only.text() == "New partnership"
    with qtbot.waitSignal(state.wanted):
        if how == "mouse":
            click(only)
        else:
            press(only, Qt.Key.Key_Space)
    assert nameless(state) == []


@pytest.mark.parametrize("size", [(420, 360), (700, 500), (1200, 700)])
def test_nothing_of_it_is_cut_and_it_stands_in_the_middle(
    design: Design, qtbot: QtBot, size: tuple[int, int]
) -> None:
    state = made(design, qtbot, "New partnership")
    state.resize(*size)
    with qtbot.waitExposed(state):
        state.show()
    assert cut(state) == []
    [only] = state.findChildren(QPushButton)
    assert abs(only.geometry().center().x() - state.rect().center().x()) <= 1
