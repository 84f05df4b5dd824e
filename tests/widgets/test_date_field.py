"""The optional date, by itself: values in, signals out."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.date_field import DateField
from roadmap_desktop.widgets.design import Design
from tests.acting import press, write


class Heard:
    def __init__(self, field: DateField) -> None:
        self.changed: list[str] = []
        self.refused: list[str] = []
        field.changed.connect(self.changed.append)
        field.refused.connect(self.refused.append)


def parse(text: str) -> str:
    return datetime.date.fromisoformat(text).isoformat() if text else ""


@pytest.fixture
def field(qtbot: QtBot, design: Design) -> DateField:
    made = DateField(design, ("Due", "Calendar", "No date"), parse, lambda iso: f"the {iso}", str)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def enter(field: DateField, text: str) -> None:
    write(field, text)
    press(field, Qt.Key.Key_Return)


def test_a_date_shown_is_no_change(field: DateField) -> None:
    heard = Heard(field)
    field.show_date("2026-11-23")
    field.settle()
    assert (field.iso, heard.changed, heard.refused) == ("2026-11-23", [], [])


def test_it_is_shown_for_reading_and_offered_for_typing(qtbot: QtBot, field: DateField) -> None:
    field.clearFocus()
    field.show_date("2026-11-23")
    assert field.text() == "the 2026-11-23"
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    assert field.text() == "2026-11-23"
    field.clearFocus()
    assert field.text() == "the 2026-11-23"


def test_a_typed_date_is_told_once(field: DateField) -> None:
    heard = Heard(field)
    enter(field, "2026-12-24")
    enter(field, "2026-12-24")
    assert heard.changed == ["2026-12-24"]
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    press(field, Qt.Key.Key_Return)
    assert heard.changed == ["2026-12-24", ""]


def test_what_is_no_date_stays_until_it_is_mended(field: DateField) -> None:
    field.show_date("2026-11-23")
    heard = Heard(field)
    enter(field, "soon")
    assert (field.text(), field.wrong, field.iso) == ("soon", True, "2026-11-23")
    assert (heard.changed, heard.refused) == ([], ["soon"])
    enter(field, "2026-11-23")
    assert (field.wrong, heard.changed, heard.refused) == (False, [], ["soon", ""])


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_picked_day_mends_too(field: DateField) -> None:
    heard = Heard(field)
    enter(field, "soon")
    press(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    calendar.clicked.emit(QDate(2026, 12, 31))
    assert (field.iso, heard.changed, heard.refused) == ("2026-12-31", ["2026-12-31"], ["soon", ""])
    assert not calendar.isVisible()


def test_read_only_takes_nothing(field: DateField) -> None:
    field.setReadOnly(True)
    field.show_date("2026-11-23")
    heard = Heard(field)
    press(field, Qt.Key.Key_F4)
    assert field.findChild(QCalendarWidget) is None
    for action in field.actions():
        assert not action.isVisible()
        action.trigger()
    assert (field.iso, heard.changed) == ("2026-11-23", [])


def test_come_to_by_tab_it_is_written_over(qtbot: QtBot, field: DateField) -> None:
    field.show_date("2026-11-23")
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.clearFocus()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(field.hasFocus)
    assert field.selectedText() == "2026-11-23"
    field.clearFocus()
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert field.selectedText() == "", "a click is for going on"


def test_what_can_only_be_read_offers_nothing_to_press(field: DateField) -> None:
    field.show_date("2026-11-23")
    field.setReadOnly(True)
    assert not any(action.isVisible() for action in field.actions())
    press(field, Qt.Key.Key_F4)
    assert field.findChildren(QCalendarWidget) == []
    field.setReadOnly(False)
    assert all(action.isVisible() for action in field.actions())
