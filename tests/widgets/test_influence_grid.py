"""The drawn map of influence and interest."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.design import Design
from roadmap_desktop.widgets.influence_grid import InfluenceGrid
from tests.cut import settle_layouts


@pytest.fixture
def grid(qtbot: QtBot, design: Design) -> InfluenceGrid:
    made = InfluenceGrid(design, "Interest", "Influence")
    qtbot.addWidget(made)
    made.resize(600, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_says_what_it_draws(grid: InfluenceGrid) -> None:
    grid.show_names([("Council", 2, 5)], "Council: interest 2, influence 5")
    assert grid.accessibleName() == "Council: interest 2, influence 5"


def test_every_place_looks_different(grid: InfluenceGrid) -> None:
    pictures = []
    for interest in (1, 3, 5):
        for influence in (1, 3, 5):
            grid.show_names([("Council", interest, influence)], "")
            pictures.append(grid.grab().toImage())
    for number, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[number + 1 :])


def test_a_crowd_makes_its_row_higher(grid: InfluenceGrid) -> None:
    grid.show_names([("Council", 2, 5)], "")
    low = grid.height()
    grid.show_names([(f"Neighbour {number}", 2, 5) for number in range(12)], "")
    assert grid.height() > low + 8 * grid.fontMetrics().height()


def test_names_wrap_in_a_narrow_place(grid: InfluenceGrid) -> None:
    grid.show_names(
        [("Finance committee of the council", 3, 3), ("Sadarbībasveicinātājuapvienība", 1, 1)], ""
    )
    wide = grid.height()
    grid.resize(300, grid.height())
    settle_layouts()
    assert grid.height() > wide
