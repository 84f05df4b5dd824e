"""The bar of a step: as full as it is done, and told in words."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.paint.theme import LIGHT
from roadmap_desktop.widgets.design import Design
from roadmap_desktop.widgets.step_bar import StepBar
from tests.accessible import name_of
from tests.cut import cut

RED = "#cc0000"


def made(qtbot: QtBot, share: float, name: str = "1  Prepare", count: str = "5 of 11") -> StepBar:
    bar = StepBar(name, count, share, RED, LIGHT)
    qtbot.addWidget(bar)
    bar.resize(400, 40)
    bar.show()
    return bar


def filled(bar: StepBar) -> float:
    """The part of the bar that is coloured."""
    [drawn] = [part for part in bar.findChildren(QWidget) if type(part).__name__ == "_Bar"]
    image = drawn.grab().toImage()
    middle = [image.pixelColor(x, 4) for x in range(image.width())]
    return sum(colour == QColor(RED) for colour in middle) / len(middle)


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 1.0])
def test_it_is_as_full_as_it_is_done(design: Design, qtbot: QtBot, share: float) -> None:
    assert filled(made(qtbot, share)) == pytest.approx(share, abs=0.03)


def test_a_little_is_never_nothing(design: Design, qtbot: QtBot) -> None:
    assert 0 < filled(made(qtbot, 0.001)) < 0.15


@pytest.mark.parametrize(("share", "shown"), [(-1.0, 0.0), (3.0, 1.0)])
def test_a_share_out_of_range_is_drawn_as_the_end(
    design: Design, qtbot: QtBot, share: float, shown: float
) -> None:
    assert filled(made(qtbot, share)) == pytest.approx(shown, abs=0.03)


def test_a_screen_reader_hears_name_and_count(design: Design, qtbot: QtBot) -> None:
    assert name_of(made(qtbot, 0.5)) == "1  Prepare: 5 of 11"


def test_a_long_name_wraps_beside_its_bar(design: Design, qtbot: QtBot) -> None:
    bar = made(qtbot, 0.5, "3  Sagatavošanās partnerībai un kopīgā darba izvērtēšana", "11 no 11")
    bar.resize(320, bar.heightForWidth(320))
    assert cut(bar) == []
