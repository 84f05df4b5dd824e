"""Big buttons of which one is chosen, fields with their captions, and the short line of steps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.choice import Choice
from roadmap_desktop.widgets.design import Design
from roadmap_desktop.widgets.fields import Field
from roadmap_desktop.widgets.steps import Steps


@pytest.fixture
def choice(design: Design, qtbot: QtBot) -> Choice:
    made = Choice(design, [("sun", "sun"), ("moon", "moon"), ("none", "")])
    made.set_texts("Look", ["Light", "Dark", "Neither"])
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_is_chosen_until_another_is(choice: Choice, qtbot: QtBot) -> None:
    assert choice.value() == "sun"
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.mouseClick(choice.button("moon"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["moon"]
    assert choice.value() == "moon"


def test_what_cannot_be_chosen_looks_so(choice: Choice) -> None:
    button = choice.button("none")
    before = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != before


def test_arrows_choose(choice: Choice, qtbot: QtBot) -> None:
    with qtbot.waitActive(choice):
        choice.activateWindow()
    choice.setFocus()
    focused = QApplication.focusWidget()
    assert focused is choice.button("sun")
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(focused, Qt.Key.Key_Right)
    assert chosen.args == ["moon"]


def test_code_chooses_in_silence_and_an_unknown_key_changes_nothing(choice: Choice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("none")
        choice.set_value("elsewhere")
    assert choice.value() == "none"


def test_a_screen_reader_hears_name_and_state(choice: Choice) -> None:
    heard = QAccessible.queryAccessibleInterface(choice.button("sun"))
    assert heard.text(QAccessible.Text.Name) == "Light"
    assert heard.text(QAccessible.Text.Description) == "Look"
    assert heard.state().checked


def test_its_pictures_follow_the_theme(choice: Choice, design: Design) -> None:
    light = choice.button("moon").icon().pixmap(24, 24).toImage()
    design.choose("dark")
    assert choice.button("moon").icon().pixmap(24, 24).toImage() != light


def test_a_field_names_its_control_and_says_what_is_wrong(design: Design, qtbot: QtBot) -> None:
    edit = QLineEdit()
    field = Field(edit)
    qtbot.addWidget(field)
    field.show()
    assert not field.below.isVisible()
    field.set_texts("Your &name", "As people know you")
    heard = QAccessible.queryAccessibleInterface(edit)
    assert heard.text(QAccessible.Text.Name) == "Your name"
    assert heard.text(QAccessible.Text.Description) == "As people know you"
    field.set_error("Please write it")
    assert field.below.isVisible()
    assert field.below.text() == field.error == "Please write it"
    complaint = field.below.foregroundRole()
    field.set_error("")
    assert field.below.text() == "As people know you"
    assert field.below.foregroundRole() != complaint


def test_steps_show_and_say_where_one_is(design: Design, qtbot: QtBot) -> None:
    steps = Steps(design, 3)
    qtbot.addWidget(steps)
    steps.show()
    pictures = []
    for at in range(3):
        steps.set_at(at, f"Question {at + 1} of 3")
        pictures.append(steps.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]
    assert steps.accessibleName() == "Question 3 of 3"
    assert steps.minimumSizeHint() == steps.sizeHint()
