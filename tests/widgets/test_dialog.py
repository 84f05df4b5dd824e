"""Enter in a dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QListView, QVBoxLayout
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.design import Design, button
from roadmap_desktop.widgets.dialog import Dialog
from tests.acting import press


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_the_button_that_has_the_focus_and_no_other(
    qtbot: QtBot, design: Design, key: Qt.Key
) -> None:
    dialog = Dialog()
    qtbot.addWidget(dialog)
    pressed: list[str] = []
    column = QVBoxLayout(dialog)
    first, second = button("First"), button("Second")
    for made in (first, second):
        made.clicked.connect(lambda _=False, made=made: pressed.append(made.text()))
        column.addWidget(made)
    dialog.show()
    second.setFocus()
    press(second, key)
    assert pressed == ["Second"]
    second.setEnabled(False)
    press(second, key)
    assert pressed == ["Second"]
    assert dialog.isVisible()


def test_an_enter_that_a_list_has_answered_presses_nothing(qtbot: QtBot, design: Design) -> None:
    """Even where the answer moved the focus to a button."""
    dialog = Dialog()
    qtbot.addWidget(dialog)
    made, rows = button("Yes"), QListView()
    pressed: list[str] = []
    made.clicked.connect(lambda: pressed.append("Yes"))
    rows.setModel(QStringListModel(["one"], dialog))
    rows.activated.connect(lambda _: made.setFocus())
    column = QVBoxLayout(dialog)
    column.addWidget(rows)
    column.addWidget(made)
    dialog.show()
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(0, 0))
    press(rows, Qt.Key.Key_Return)
    assert dialog.focusWidget() is made
    assert pressed == []
