"""Two versions side by side, by themselves."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.errors import FileReadOnly
from roadmap_desktop.messages import describe
from roadmap_desktop.views.versions import Versions
from roadmap_desktop.widgets.design import Design
from tests.accessible import nameless
from tests.acting import button, click, texts
from tests.builders import words
from tests.cut import cut

WALL = int(datetime.datetime(2026, 11, 23, 12, 0).astimezone().timestamp() * 1000)
FOUND = [("Newer.", "Ilze", WALL), ("Older.", "", WALL - 86_400_000)]


def made(qtbot: QtBot, design: Design, *, joinable: bool = True) -> tuple[Versions, list[str]]:
    part = Versions(design, words("en"), "You two answered differently", FOUND, joinable=joinable)
    qtbot.addWidget(part)
    part.resize(680, 300)
    with qtbot.waitExposed(part):
        part.show()
    taken: list[str] = []
    part.taken.connect(taken.append)
    return part, taken


def test_each_names_its_author_and_day(qtbot: QtBot, design: Design) -> None:
    part, _ = made(qtbot, design)
    assert {"Ilze, 23 Nov 2026", "Somebody, 22 Nov 2026", "Newer.", "Older."} <= set(texts(part))
    assert cut(part) == []
    assert nameless(part) == []


def test_one_the_other_or_both_the_older_first(qtbot: QtBot, design: Design) -> None:
    part, taken = made(qtbot, design)
    click(button(part, "Take the version of Ilze, 23 Nov 2026"))
    click(button(part, "Take the version of Somebody, 22 Nov 2026"))
    click(button(part, "Keep both, one below the other"))
    assert taken == ["Newer.", "Older.", "Older.\n\nNewer."]


def test_what_cannot_be_joined_is_chosen_from(qtbot: QtBot, design: Design) -> None:
    part, _ = made(qtbot, design, joinable=False)
    assert len(part.findChildren(QPushButton)) == 2


def test_in_a_file_that_cannot_be_changed_nothing_can_be_taken(
    qtbot: QtBot, design: Design, tmp_path: Path
) -> None:
    part, taken = made(qtbot, design)
    obstacle = FileReadOnly(path=tmp_path / "plan.roadmap")
    part.show_obstacle(obstacle)
    for choice in part.findChildren(QPushButton):
        click(choice)
        assert choice.toolTip() == describe(obstacle).what
    assert taken == []
    assert "Newer." in texts(part)
    part.show_obstacle(None)
    click(button(part, "Take the version of Somebody, 22 Nov 2026"))
    assert taken == ["Older."]
