"""Rows of two lines: each of their texts is painted, in its colour, with as much of it as there is room for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.design import Design
from roadmap_desktop.widgets.two_lines import Lines, TwoLines

WHOLE = Lines("Today", "damaged", "3 of 30 done", "380 KB")


def painted(design: Design, qtbot: QtBot, lines: Lines, width: int = 400) -> QImage:
    view = QListView()
    view.setModel(QStringListModel([""]))
    view.setItemDelegate(TwoLines(design, view, lambda _: lines))
    qtbot.addWidget(view)
    view.resize(width, 80)
    return view.grab().toImage()


LESS = (
    WHOLE._replace(title=""),
    WHOLE._replace(remark=""),
    WHOLE._replace(below=""),
    WHOLE._replace(corner=""),
)


@pytest.mark.parametrize("less", LESS)
def test_every_text_is_seen(less: Lines, design: Design, qtbot: QtBot) -> None:
    assert painted(design, qtbot, WHOLE) != painted(design, qtbot, less)


@pytest.mark.parametrize("amiss", [WHOLE._replace(weak=True), WHOLE._replace(grave=True)])
def test_what_is_amiss_looks_so(amiss: Lines, design: Design, qtbot: QtBot) -> None:
    assert painted(design, qtbot, WHOLE) != painted(design, qtbot, amiss)


def test_texts_too_long_leave_the_row_its_height(design: Design, qtbot: QtBot) -> None:
    long = Lines("title " * 50, "remark " * 50, "below " * 50, "corner " * 50)
    assert painted(design, qtbot, long, 200).size() == painted(design, qtbot, WHOLE, 200).size()
