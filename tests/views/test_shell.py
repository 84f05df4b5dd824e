"""The window's frame: painted once before anything is read, and back where it stood."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from roadmap_desktop.views.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    made = Shell("#336699")
    qtbot.addWidget(made)
    return made


def test_it_is_filled_with_the_themes_colour(shell: Shell) -> None:
    assert shell.grab().toImage().pixelColor(20, 20) == QColor("#336699")
    shell.set_background("#112233")
    assert shell.grab().toImage().pixelColor(20, 20) == QColor("#112233")


def test_it_tells_once_that_it_stood_on_the_screen(shell: Shell, qtbot: QtBot) -> None:
    told = list[bool]()
    shell.painted.connect(lambda: told.append(shell.isVisible()))
    with qtbot.waitSignal(shell.painted):
        shell.show()
    shell.resize(900, 600)
    shell.repaint()
    QApplication.processEvents()
    assert told == [True]


def test_the_window_comes_back_as_large_as_it_was(shell: Shell, qtbot: QtBot) -> None:
    shell.resize(790, 510)
    shell.show()
    kept = shell.kept_geometry()
    again = Shell("#336699", kept)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (790, 510)


@pytest.mark.parametrize("nonsense", ["", "zz", "00ff", "not a number at all"])
def test_a_geometry_that_makes_no_sense_is_passed_over(nonsense: str, qtbot: QtBot) -> None:
    made = Shell("#336699", nonsense)
    qtbot.addWidget(made)
    room = made.screen().availableSize()
    assert made.width() == min(1180, room.width() - 16)
    assert made.height() == min(760, room.height() - 48)


def test_it_cannot_be_made_too_small_to_use(shell: Shell) -> None:
    shell.resize(100, 100)
    assert (shell.width(), shell.height()) == (760, 480)


def test_closing_is_told_while_everything_still_stands(shell: Shell, qtbot: QtBot) -> None:
    desk = QLabel("A desk")
    shell.setCentralWidget(desk)
    shell.show()
    seen = list[bool]()
    shell.closing.connect(lambda: seen.append(desk.isVisible()))
    with qtbot.waitSignal(shell.closing):
        assert shell.close()
    assert seen == [True]
    assert not shell.isVisible()
