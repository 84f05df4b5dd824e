"""A line that leaves out its middle."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.design import Design
from roadmap_desktop.widgets.elided import ElidedLine

PATH = "/home/ilze/Documents/<b>Biedrība</b>/Partnerības ar novadu.roadmap"


def test_it_shows_all_where_there_is_room_and_both_ends_where_there_is_not(
    design: Design, qtbot: QtBot
) -> None:
    line = ElidedLine(design)
    qtbot.addWidget(line)
    line.set_text(PATH)
    line.show()
    line.resize(line.sizeHint())
    assert line.shown() == line.text() == PATH
    assert line.toolTip() == ""
    line.resize(160, 20)
    assert line.shown().startswith("/ho")
    assert line.shown().endswith("map")
    assert line.accessibleName() == PATH
    assert "<b>" not in line.toolTip()
    assert "Partnerības" in line.toolTip()


def test_it_asks_for_little_and_paints_in_its_own_colour(design: Design, qtbot: QtBot) -> None:
    line = ElidedLine(design, "small", muted=True)
    qtbot.addWidget(line)
    line.set_text(PATH)
    assert line.minimumSizeHint().width() < line.sizeHint().width() / 3
    line.resize(300, 24)
    line.show()
    light = line.grab().toImage()
    design.choose("dark")
    assert line.grab().toImage() != light
