"""Controls that write, while the file cannot be changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.errors import FileNewer, FileReadOnly
from roadmap_desktop.messages import describe
from roadmap_desktop.views.obstacle import guard


def test_the_reason_comes_and_goes_and_another_takes_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    push, action = QPushButton("Remove"), QAction("Delete")
    qtbot.addWidget(push)
    push.setToolTip("Undo brings it back")
    path = tmp_path / "plan.roadmap"
    for obstacle in (FileReadOnly(path=path), FileNewer(path=path, format=9)):
        guard(obstacle, push, action)
        assert not push.isEnabled()
        assert not action.isEnabled()
        assert push.toolTip() == action.toolTip() == describe(obstacle).what
    guard(None, push, action)
    assert push.isEnabled()
    assert action.isEnabled()
    assert push.toolTip() == "Undo brings it back"
    assert action.toolTip() == "Delete"


def test_what_is_not_possible_stays_off_and_gives_no_false_reason(qtbot: QtBot) -> None:
    push = QPushButton("Move up")
    qtbot.addWidget(push)
    guard(None, push, possible=False)
    assert not push.isEnabled()
    assert push.toolTip() == ""
