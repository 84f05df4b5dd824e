"""Choices above the columns of a table: where the columns are, and what the user has chosen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.column_heads import ColumnHeads
from tests.accessible import name_of, nameless
from tests.acting import press

OPTIONS = (("", "Leave out"), ("a", "First"), ("b", "Second"))


@pytest.fixture
def heads(qtbot: QtBot) -> Iterator[ColumnHeads]:
    window = QWidget()
    table = QTableView()
    table.setAccessibleName("table")
    table.setModel(QStandardItemModel(3, 9, table))
    made = ColumnHeads(table)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(table)
    window.resize(500, 300)
    qtbot.addWidget(window)
    made.set_columns(["a", "", "b", "", "", "", "", ""], OPTIONS, lambda place: f"column {place}", 1)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def test_each_stands_above_its_column_however_that_moves(heads: ColumnHeads) -> None:
    table = heads._table

    def aligned() -> bool:
        header = table.horizontalHeader()
        left = table.frameWidth() + table.verticalHeader().width()
        return all(
            abs(box.x() - left - header.sectionViewportPosition(place + 1)) <= 4
            and abs(box.width() - header.sectionSize(place + 1)) <= 4
            for place, box in enumerate(heads.boxes)
        )

    assert aligned()
    table.setColumnWidth(1, 170)
    assert aligned()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert aligned()


def test_a_choice_is_told_with_its_column(heads: ColumnHeads, qtbot: QtBot) -> None:
    heads.boxes[0].setFocus()
    with qtbot.waitSignal(heads.chosen) as told:
        press(heads.boxes[0], Qt.Key.Key_Down)
    assert told.args == [0, "b"]
    assert heads.chosen_keys() == ["b", "", "b", "", "", "", "", ""]


def test_one_that_gets_the_keyboard_comes_into_view(heads: ColumnHeads, qtbot: QtBot) -> None:
    last = heads.boxes[-1]
    assert last.x() > heads.width()
    last.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: last.geometry().right() <= heads.width() + 4)


def test_each_has_a_name_and_others_take_their_place(heads: ColumnHeads) -> None:
    assert nameless(heads) == []
    assert name_of(heads.boxes[2]) == "column 2"
    heads.set_columns(["b"], OPTIONS, lambda place: "only", 1)
    assert heads.chosen_keys() == ["b"]
    assert name_of(heads.boxes[0]) == "only"
