"""A meeting is prepared, and its minutes become answers, actions and a line of the log: by keyboard alone, as one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain import meeting as meetings
from roadmap_desktop.domain.errors import FileReadOnly
from roadmap_desktop.domain.records import Meeting, Topic
from roadmap_desktop.models.agenda import AgendaModel, Row
from roadmap_desktop.store import recovery
from roadmap_desktop.views.meeting import MeetingDialog
from roadmap_desktop.views.page import Context
from tests.accessible import nameless
from tests.acting import button, press, shortcut, texts, write
from tests.conftest import MakeSample, OpenContext
from tests.cut import cut
from tests.reading import dossier_of, root_of
from tests.views.conftest import Shown

YOUTH = "Youth centre in the old school"
OpenMeeting = Callable[[Context, bytes], MeetingDialog]


@pytest.fixture
def show(shown: Shown) -> OpenMeeting:
    def made(context: Context, root: bytes) -> MeetingDialog:
        dialog = MeetingDialog(context, root)
        shown(dialog)
        return dialog

    return made


@pytest.fixture
def meeting(show: OpenMeeting, context: Context, sample: Path) -> MeetingDialog:
    return show(context, root_of(sample, YOUTH))


def put_on_agenda(meeting: MeetingDialog, title: str) -> None:
    """Choose a proposal by keyboard."""
    model = meeting.agenda._offered
    rows = [row for row in range(model.rowCount()) if model.index(row).data() == title]
    meeting.agenda.offered.setFocus()
    meeting.agenda.offered.setCurrentIndex(model.index(rows[0]))
    press(meeting.agenda.offered, Qt.Key.Key_Return)


def add_own(meeting: MeetingDialog, title: str) -> None:
    write(meeting.agenda.own, title)
    press(meeting.agenda.own, Qt.Key.Key_Return)


def after(meeting: MeetingDialog) -> None:
    """Turn to the minutes."""
    press(meeting.choice.button("after"), Qt.Key.Key_Space)


def held(meeting: MeetingDialog, sample: Path) -> tuple[Meeting, tuple[Topic, ...]]:
    """The newest meeting in the file."""
    meeting._context.session.flush()
    dossier = dossier_of(sample, YOUTH)
    found = meetings.planned(dossier) or dossier.meetings[0]
    return found, meetings.topics_of(dossier, found)


def test_looking_writes_nothing(meeting: MeetingDialog, sample: Path) -> None:
    before = sample.read_bytes()
    after(meeting)
    press(meeting, Qt.Key.Key_Escape)
    meeting._context.session.flush()
    assert sample.read_bytes() == before


def test_it_proposes_what_is_late_and_what_comes_next(meeting: MeetingDialog) -> None:
    titles = [meeting.agenda._offered.index(row).data() for row in range(meeting.agenda._offered.rowCount())]
    assert "The municipality’s plans and budget" in titles
    assert len(titles) == len(set(titles)) > 4


def test_a_meeting_is_prepared_by_keyboard_alone(meeting: MeetingDialog, sample: Path) -> None:
    write(meeting.day, "12.1.2027")
    write(meeting.time, "18.00")
    write(meeting.place, "Library")
    put_on_agenda(meeting, "The municipality’s plans and budget")
    add_own(meeting, "  Keys   of the library ")
    meeting.agenda.chosen.setFocus()
    shortcut(meeting.agenda.chosen, "Alt+Up")
    press(meeting, Qt.Key.Key_Escape)
    found, topics = held(meeting, sample)
    assert (found.day, found.time, found.place) == ("2027-01-12", "18.00", "Library")
    assert [topic.title for topic in topics] == ["Keys of the library", "The municipality’s plans and budget"]
    assert topics[1].checkpoint == "c1.priorities"


def test_what_is_taken_off_suggests_itself_again(meeting: MeetingDialog, sample: Path) -> None:
    put_on_agenda(meeting, "The municipality’s plans and budget")
    meeting.agenda.chosen.setFocus()
    shortcut(meeting.agenda.chosen, "Del")
    assert meeting.agenda.topics == ()
    put_on_agenda(meeting, "The municipality’s plans and budget")
    press(button(meeting, "Close"), Qt.Key.Key_Return)
    assert len(held(meeting, sample)[1]) == 1


def test_a_prepared_meeting_is_there_when_the_window_opens_again(
    meeting: MeetingDialog, show: OpenMeeting, sample: Path
) -> None:
    add_own(meeting, "First")
    add_own(meeting, "Second")
    meeting.accept()
    meeting._context.session.flush()
    again = show(meeting._context, root_of(sample, YOUTH))
    assert [topic.title for topic in again.agenda.topics] == ["First", "Second"]
    add_own(again, "Third")
    again.accept()
    assert [topic.title for topic in held(again, sample)[1]] == ["First", "Second", "Third"]
    assert len(dossier_of(sample, YOUTH).meetings) == 1


def test_the_minutes_become_what_they_say(meeting: MeetingDialog, sample: Path) -> None:
    before = dossier_of(sample, YOUTH)
    put_on_agenda(meeting, "The municipality’s plans and budget")
    add_own(meeting, "Keys")
    write(meeting.day, "25.11.2026")
    after(meeting)
    write(meeting.minutes.said, "They have 4000 euros left.")
    write(meeting.minutes.decided, "We apply in January.")
    write(meeting.minutes.who, "Zane")
    write(meeting.minutes.due, "15.1.2027")
    press(meeting.minutes.list, Qt.Key.Key_Down)
    write(meeting.minutes.said, "Lost.")
    write(meeting.minutes.next, "Send the application")
    assert any(text.startswith("This becomes: 1 answer") and "1 action" in text for text in texts(meeting))
    press(button(meeting, "Enter the minutes"), Qt.Key.Key_Return)
    meeting._context.session.flush()
    now = dossier_of(sample, YOUTH)
    text = now.ours.answers["c1.priorities"].text
    assert text.startswith(before.ours.answers["c1.priorities"].text)
    assert text.endswith("25 Nov 2026, decided at the meeting: We apply in January.")
    [action] = [one for one in now.actions if one not in before.actions]
    assert (action.what, action.who, action.due) == ("We apply in January.", "Zane", "2027-01-15")
    [line] = [one for one in now.log if one not in before.log]
    assert (line.channel, line.day, line.next) == ("meeting", "2026-11-25", "Send the application")
    assert "They have 4000 euros left." in line.what
    assert "Keys: Lost." in line.what
    assert now.meetings[0].held
    assert [topic.said for topic in held(meeting, sample)[1]] == ["They have 4000 euros left.", "Lost."]


def test_from_a_topic_the_tab_key_leads_to_what_was_said_of_it(meeting: MeetingDialog) -> None:
    add_own(meeting, "Opening day")
    after(meeting)
    meeting.minutes.list.setFocus()
    press(meeting.minutes.list, Qt.Key.Key_Tab)
    focused = meeting.focusWidget()
    assert focused is not None
    assert meeting.minutes.said.isAncestorOf(focused) or focused is meeting.minutes.said


def test_minutes_are_one_step_that_can_be_undone(meeting: MeetingDialog, sample: Path) -> None:
    put_on_agenda(meeting, "The municipality’s plans and budget")
    after(meeting)
    session = meeting._context.session
    session.flush()
    prepared = dossier_of(sample, YOUTH)
    write(meeting.minutes.decided, "We apply.")
    write(meeting.minutes.who, "Zane")
    press(button(meeting, "Enter the minutes"), Qt.Key.Key_Return)
    session.flush()
    assert dossier_of(sample, YOUTH).actions != prepared.actions
    session.undo()
    session.flush()
    undone = dossier_of(sample, YOUTH)
    assert (undone.actions, undone.log, undone.ours.answers) == (
        prepared.actions,
        prepared.log,
        prepared.ours.answers,
    )
    assert meetings.planned(undone) is not None


def test_nothing_is_entered_before_anything_was_said(meeting: MeetingDialog) -> None:
    add_own(meeting, "Keys")
    after(meeting)
    assert not meeting.enter.isEnabled()
    write(meeting.minutes.said, "Found.")
    assert meeting.enter.isEnabled()


def test_half_written_minutes_wait(meeting: MeetingDialog, show: OpenMeeting, sample: Path) -> None:
    add_own(meeting, "Keys")
    after(meeting)
    write(meeting.minutes.said, "Found in the")
    press(meeting, Qt.Key.Key_Escape)
    assert held(meeting, sample)[1][0].said == "Found in the"
    again = show(meeting._context, root_of(sample, YOUTH))
    after(again)
    assert again.minutes.said.text() == "Found in the"


def test_a_flat_battery_loses_nothing(meeting: MeetingDialog, user_folder: Path, qtbot: QtBot) -> None:
    add_own(meeting, "Keys")
    document = meeting._context.session.document
    qtbot.waitUntil(lambda: any(edit.kind == "topic" for edit in recovery.kept(user_folder, document)))


def test_printing_closes_the_window_and_saves_the_plan(
    meeting: MeetingDialog, sample: Path, qtbot: QtBot
) -> None:
    add_own(meeting, "Keys")
    with qtbot.waitSignal(meeting.print_wanted) as wanted:
        press(button(meeting, "Print agenda and minutes sheet…"), Qt.Key.Key_Return)
    assert wanted.args == [root_of(sample, YOUTH)]
    assert [topic.title for topic in held(meeting, sample)[1]] == ["Keys"]


def test_a_file_that_cannot_be_changed_takes_nothing(meeting: MeetingDialog, sample: Path) -> None:
    add_own(meeting, "Keys")
    meeting._save()
    meeting._context.session.flush()
    meeting._context.session.obstacle = FileReadOnly(path=sample)
    meeting._context.session.obstacle_changed.emit()
    after(meeting)
    assert meeting.place.isReadOnly()
    assert not meeting.enter.isEnabled()
    assert meeting.minutes.said.isReadOnly()


def test_the_model_keeps_its_promises() -> None:
    model = AgendaModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([Row("One", "late"), Row("Two")])
    model.show([Row("Uno"), Row("Two")])
    model.show([])
    assert model.rowCount() == 0


@pytest.mark.parametrize("language", ["en", "lv"])
def test_every_control_has_a_name_and_no_text_is_cut(
    show: OpenMeeting, open_context: OpenContext, make_sample: MakeSample, language: str
) -> None:
    context = open_context(make_sample(language), language)
    dialog = show(context, context.session.partnership_ids()[0])
    for side in ("before", "after"):
        press(dialog.choice.button(side), Qt.Key.Key_Space)
        assert nameless(dialog) == []
        assert cut(dialog) == []
