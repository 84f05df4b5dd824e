"""The list of stops as it is drawn and walked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.progress import progress
from roadmap_desktop.domain.records import STATES, Answer
from roadmap_desktop.models.stops import ROW, Row, StopsModel
from roadmap_desktop.views.stop_list import StopList
from roadmap_desktop.widgets.design import Design
from tests.acting import click, press
from tests.builders import TODAY, library, words
from tests.cut import settle_layouts

FORM = library().form("community", "en")


def filled(*answers: Answer, disputed: frozenset[str] = frozenset()) -> StopsModel:
    model = StopsModel(words("en"))
    model.show(progress(FORM, {answer.checkpoint: answer for answer in answers}, TODAY, disputed))
    return model


def shown(
    qtbot: QtBot, design: Design, model: StopsModel, *, tall: bool = True, width: int = 248
) -> StopList:
    made = StopList(design, model, "Checkpoints", tall=tall)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(width, 700)
    with qtbot.waitExposed(made):
        made.show()
    settle_layouts()
    return made


def test_every_state_and_mark_looks_different(qtbot: QtBot, design: Design) -> None:
    pictures = []
    for answer, disputed in (
        *((Answer(checkpoint="c1.need", state=state), frozenset[str]()) for state in STATES),
        (Answer(checkpoint="c1.need", due="2026-01-01"), frozenset[str]()),
        (Answer(checkpoint="c1.need"), frozenset({"c1.need"})),
    ):
        made = shown(qtbot, design, filled(answer, disputed=disputed))
        pictures.append(made.grab(made.visualRect(made.model().index(1, 0))).toImage())
    for number, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[number + 1 :])


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_it_is_drawn_in_every_theme(qtbot: QtBot, design: Design, theme: str) -> None:
    made = shown(qtbot, design, filled())
    light = made.grab().toImage()
    design.choose(theme)
    settle_layouts()
    assert made.grab().toImage() != light


def test_titles_wrap_instead_of_being_cut(qtbot: QtBot, design: Design) -> None:
    made = shown(qtbot, design, filled())
    metrics = QFontMetrics(made.font())
    for number in range(made.model().rowCount()):
        index = made.model().index(number, 0)
        row: Row = index.data(ROW)
        if row.kind != "stop":
            continue
        lines = -(-metrics.horizontalAdvance(row.title) // (248 - 42 - 12))
        assert made.visualRect(index).height() >= lines * metrics.height()


def test_a_click_and_enter_choose_and_a_head_does_not(qtbot: QtBot, design: Design) -> None:
    made = shown(qtbot, design, filled())
    chosen: list[tuple[str, bool]] = []
    made.wanted.connect(lambda row: chosen.append((row.title, made.walked)))
    click(made.viewport(), made.visualRect(made.model().index(0, 0)).center())
    assert chosen == []
    click(made.viewport(), made.visualRect(made.model().index(1, 0)).center())
    press(made, Qt.Key.Key_Down)
    press(made, Qt.Key.Key_Space)
    assert chosen == [("The local need", False), ("The people it is for", True)]


def test_a_short_list_is_as_high_as_its_rows(qtbot: QtBot, design: Design) -> None:
    model = filled()
    stops = progress(FORM, {}, TODAY).stops
    made = shown(qtbot, design, model, tall=False, width=600)
    for count in (5, 2, 9):
        model.show_rows([model.stop_row(0, stop, detail="Open") for stop in stops[:count]])
        settle_layouts()
        last = made.visualRect(model.index(count - 1))
        assert last.bottom() < made.viewport().height() <= last.bottom() + 4
