"""A row that leads somewhere: by click, Enter or Space, and named for who cannot see it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.paint.theme import LIGHT
from roadmap_desktop.widgets.design import Design
from roadmap_desktop.widgets.link_row import LinkRow
from tests.accessible import name_of
from tests.acting import click, press
from tests.cut import cut


@pytest.fixture
def row(design: Design, qtbot: QtBot) -> LinkRow:
    made = LinkRow("Name the need", "17 Nov 2026 · Ilze Bērziņa", tone="overdue")
    qtbot.addWidget(made)
    made.resize(300, 50)
    made.show()
    return made


def clicks(row: LinkRow) -> list[bool]:
    heard = list[bool]()
    row.activated.connect(lambda: heard.append(True))
    return heard


def test_a_click_leads_there(row: LinkRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.activated):
        click(row)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_leads_there(row: LinkRow, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(row.activated):
        press(row, key)


def test_other_keys_and_buttons_do_not(row: LinkRow, qtbot: QtBot) -> None:
    heard = clicks(row)
    press(row, Qt.Key.Key_A)
    QTest.mouseClick(row, Qt.MouseButton.RightButton)
    assert heard == []


def test_a_press_drawn_away_is_taken_back(row: LinkRow, qtbot: QtBot) -> None:
    heard = clicks(row)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(10, 400))
    assert heard == []


def test_tab_reaches_it(design: Design, qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    rows = [LinkRow("One"), LinkRow("Two")]
    for made in rows:
        column.addWidget(made)
    whole.show()
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    rows[0].setFocus()
    press(rows[0], Qt.Key.Key_Tab)
    assert rows[1].hasFocus()


def test_it_is_called_by_both_its_lines(row: LinkRow, qtbot: QtBot) -> None:
    assert name_of(row) == "Name the need. 17 Nov 2026 · Ilze Bērziņa"
    lone = LinkRow("Name the need")
    qtbot.addWidget(lone)
    assert name_of(lone) == "Name the need"


def test_the_lower_line_has_the_tone(row: LinkRow) -> None:
    title, below = row.findChildren(QLabel)
    assert (title.text(), below.text()) == ("Name the need", "17 Nov 2026 · Ilze Bērziņa")
    assert below.palette().color(below.foregroundRole()).name() == LIGHT.overdue


def test_texts_are_plain_and_wrap(design: Design, qtbot: QtBot) -> None:
    made = LinkRow(
        "<b>A very long name of a partnership that does not fit on one line</b>",
        "And a long one below it. " * 4,
    )
    qtbot.addWidget(made)
    made.resize(180, made.heightForWidth(180))
    with qtbot.waitExposed(made):
        made.show()
    assert all(found.textFormat() == Qt.TextFormat.PlainText for found in made.findChildren(QLabel))
    assert cut(made) == []


def test_the_row_under_the_pointer_and_the_one_with_the_keyboard_are_seen(row: LinkRow, qtbot: QtBot) -> None:
    row.clearFocus()
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    plain = row.grab().toImage()
    QApplication.sendEvent(row, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    hovered = row.grab().toImage()
    assert hovered != plain
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert row.grab().toImage() == plain
    row.activateWindow()
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    assert row.grab().toImage() != plain
