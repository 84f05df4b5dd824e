"""The wizard, used as a user uses it; what it did is read from the file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QFileDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.dossier import SideDossier
from roadmap_desktop.domain.edits import answer_edit, note_edit
from roadmap_desktop.domain.errors import (
    AttachmentTooLarge,
    BadDate,
    FileMissing,
    FileReadOnly,
    TextTooLong,
    UserError,
)
from roadmap_desktop.domain.history import Scope
from roadmap_desktop.domain.records import Answer, Attachment, Scalar
from roadmap_desktop.messages import describe
from roadmap_desktop.models.columns import DISPUTED
from roadmap_desktop.models.stops import ROW
from roadmap_desktop.store import file, recovery
from roadmap_desktop.views.attachments import Attachments
from roadmap_desktop.views.page import Context, Place
from roadmap_desktop.views.rows import Rows
from roadmap_desktop.views.versions import Versions
from roadmap_desktop.views.wizard import WizardPage
from roadmap_desktop.widgets.growing_edit import GrowingEdit, endless
from tests.accessible import nameless
from tests.acting import button, click, press, texts, write
from tests.conftest import MakeSample, OpenContext
from tests.cut import cut, settle_layouts
from tests.disputing import disagree
from tests.reading import answer_of, changes_in, dossier_of, root_of

YOUTH = "Youth centre in the old school"
REPAIR = "Repair workshop and shared tool library for all generations"
NEIGHBOURS = "Neighbour help for seniors living alone"
Walk = Callable[..., WizardPage]


@pytest.fixture
def walk(qtbot: QtBot) -> Walk:
    """Shows a stop: `walk(context, title, checkpoint)`; the page goes where it wants to and hears of every save."""

    def made(
        context: Context, title: str = YOUTH, checkpoint: str = "", side: str = "", step: str = ""
    ) -> WizardPage:
        page = WizardPage(context)
        qtbot.addWidget(page)

        def go(place: Place) -> None:
            page.leave()
            if place.page == "wizard":
                page.show_place(place)

        page.go.connect(go)
        context.session.changed.connect(page.refresh)
        page.resize(1280, 720)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.show_place(Place("wizard", root_of(context.session.path, title), side, checkpoint, step))
        settle_layouts()
        return page

    return made


@contextlib.contextmanager
def saved(qtbot: QtBot, context: Context) -> Iterator[None]:
    with qtbot.waitSignal(context.session.changed, timeout=5000):
        yield


def here(page: WizardPage) -> str:
    """The stop or the closing that the list marks."""
    row = page.list.currentIndex().data(ROW)
    return row.stop.checkpoint if row.stop else f"#{row.step_id}"


# writing ------------------------------------------------------------------------------------------------


def test_a_pause_after_the_last_word_saves_and_begins_the_stop(
    qtbot: QtBot, context: Context, walk: Walk
) -> None:
    page = walk(context, YOUTH, "c1.forms")
    assert page.checkpoint.answer.hasFocus()
    with saved(qtbot, context):
        write(page.checkpoint.answer, "Dāvinājums vai dotācija.")
    found = answer_of(context.session.path, YOUTH, "c1.forms")
    assert (found.text, found.state) == ("Dāvinājums vai dotācija.", "in-progress")
    assert page.checkpoint.facts.state.key() == "in-progress"
    assert context.session.can_undo


def test_words_and_state_are_one_step_back(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    with saved(qtbot, context):
        write(page.checkpoint.answer, "Grant")
    with saved(qtbot, context):
        context.session.undo()
    found = answer_of(context.session.path, YOUTH, "c1.forms")
    assert (found.text, found.state) == ("", "open")
    assert page.checkpoint.answer.text() == ""
    assert page.checkpoint.facts.state.key() == "open"


def test_words_are_kept_before_they_are_saved(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    write(page.checkpoint.answer, "Half a thou")
    qtbot.waitUntil(lambda: bool(context.session.unsaved))
    (edit,) = context.session.unsaved
    assert edit.fields["text"] == "Half a thou"
    assert answer_of(context.session.path, YOUTH, "c1.forms").text == ""


def test_leaving_saves_at_once(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    write(page.checkpoint.answer, "Grant")
    page.leave()
    context.session.flush()
    assert answer_of(context.session.path, YOUTH, "c1.forms").text == "Grant"
    before = changes_in(context.session.path)
    page.leave()
    context.session.flush()
    assert changes_in(context.session.path) == before


def test_only_looking_writes_nothing(context: Context, walk: Walk) -> None:
    before = changes_in(context.session.path)
    page = walk(context, NEIGHBOURS, "c1.need")
    for _ in range(40):
        page.forward()
    context.session.flush()
    assert changes_in(context.session.path) == before


def test_a_stop_that_is_done_stays_done_while_it_is_mended(
    qtbot: QtBot, context: Context, walk: Walk
) -> None:
    page = walk(context, YOUTH, "c1.need")
    with saved(qtbot, context):
        write(page.checkpoint.answer, " And it is cold.")
    found = answer_of(context.session.path, YOUTH, "c1.need")
    assert found.text.endswith(" And it is cold.")
    assert found.state == "done"


def test_no_break_spaces_are_kept(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    with saved(qtbot, context):
        write(page.checkpoint.answer, "27\u00a0400 eiro")
    assert answer_of(context.session.path, YOUTH, "c1.forms").text == "27\u00a0400 eiro"


def test_two_pasted_megabytes_stay_in_the_editor_and_out_of_the_file(
    qtbot: QtBot, context: Context, walk: Walk
) -> None:
    page = walk(context, YOUTH, "c1.priorities")
    old = answer_of(context.session.path, YOUTH, "c1.priorities").text
    view = page.checkpoint
    view.answer.selectAll()
    QApplication.clipboard().setText("x" * 2_000_000)
    view.answer.paste()
    said = describe(TextTooLong(field="text", length=2_000_000, limit=records.LONG_TEXT)).in_one()
    assert said in texts(page)
    page.forward()
    page.backward()
    context.session.flush()
    assert answer_of(context.session.path, YOUTH, "c1.priorities").text == old
    assert len(view.answer.text()) == 2_000_000
    assert said in texts(page)
    view.answer.selectAll()
    with saved(qtbot, context):
        write(view.answer, "Short.")
    assert answer_of(context.session.path, YOUTH, "c1.priorities").text == "Short."
    assert said not in texts(page)


def test_endless_words_are_told_from_long_texts() -> None:
    assert endless("x" * 5000)
    assert not endless("word " * 5000)


def test_the_editor_grows_with_its_text(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    editor = page.checkpoint.answer
    small = editor.height()
    write(editor, "\n".join(f"line {number}" for number in range(20)))
    assert editor.height() > small + 10 * editor.fontMetrics().height()
    write(editor, "\n" * 200)
    highest = editor.height()
    write(editor, "\n" * 200)
    assert editor.height() == highest


# state, person, date ------------------------------------------------------------------------------------


def test_a_state_is_chosen_by_click_and_by_arrow(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    state = page.checkpoint.facts.state
    with saved(qtbot, context):
        click(state.button("done"))
    assert answer_of(context.session.path, YOUTH, "c1.forms").state == "done"
    with saved(qtbot, context):
        press(state.button("done"), Qt.Key.Key_Right)
    assert answer_of(context.session.path, YOUTH, "c1.forms").state == "not-needed"
    row = page.list.currentIndex().data(ROW)
    assert row.stop.state == "not-needed", "the list says so too"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_person_is_offered_from_those_already_named(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    who = page.checkpoint.facts.who
    offered = who.completer().model()
    names = [offered.index(row, 0).data() for row in range(offered.rowCount())]
    assert {"Ilze Bērziņa", "Inese Zariņa", "Mārtiņš Vītols"} <= set(names)
    assert names == sorted(names, key=str.casefold)
    write(who, "Inese Zariņa")
    with saved(qtbot, context):
        press(who, Qt.Key.Key_Return)
    assert answer_of(context.session.path, YOUTH, "c1.forms").who == "Inese Zariņa"
    with saved(qtbot, context):
        who.completer().activated.emit("Līga Ozola")
        who.editingFinished.emit()
    assert answer_of(context.session.path, YOUTH, "c1.forms").who == "Līga Ozola"


@pytest.mark.parametrize("typed", ["30.12.2026", "2026-12-30", "30/12/2026"])
def test_a_date_is_typed_as_people_write_dates(
    qtbot: QtBot, context: Context, walk: Walk, typed: str
) -> None:
    page = walk(context, YOUTH, "c1.forms")
    due = page.checkpoint.facts.due
    due.setFocus()
    due.selectAll()
    write(due, typed)
    with saved(qtbot, context):
        press(due, Qt.Key.Key_Return)
    assert answer_of(context.session.path, YOUTH, "c1.forms").due == "2026-12-30"
    page.checkpoint.answer.setFocus()
    assert due.text() == "30 Dec 2026"


def test_a_day_that_does_not_exist_is_said_and_stays_as_typed(
    qtbot: QtBot, context: Context, walk: Walk
) -> None:
    page = walk(context, YOUTH, "c1.forms")
    due = page.checkpoint.facts.due
    old = answer_of(context.session.path, YOUTH, "c1.forms").due
    write(due, "31.02.")
    press(due, Qt.Key.Key_Return)
    said = describe(BadDate(text="31.02.")).in_one()
    assert said in texts(page)
    assert due.text() == "31.02."
    with saved(qtbot, context):
        write(page.checkpoint.answer, "Something else is saved meanwhile.")
    assert due.text() == "31.02.", "a save does not take it away"
    assert answer_of(context.session.path, YOUTH, "c1.forms").due == old
    write(due, "28.02.2027")
    with saved(qtbot, context):
        press(due, Qt.Key.Key_Return)
    assert said not in texts(page)
    assert answer_of(context.session.path, YOUTH, "c1.forms").due == "2027-02-28"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_is_picked_from_the_calendar_and_cleared(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    due = page.checkpoint.facts.due
    due.setFocus()
    press(due, Qt.Key.Key_F4)
    calendar = due.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == due.iso
    wanted = calendar.selectedDate().addDays(1)
    with saved(qtbot, context):
        calendar.activated.emit(wanted)
    assert answer_of(context.session.path, YOUTH, "c1.forms").due == wanted.toString(Qt.DateFormat.ISODate)
    clear = next(action for action in due.actions() if action.text() == "No date")
    with saved(qtbot, context):
        clear.trigger()
    assert answer_of(context.session.path, YOUTH, "c1.forms").due == ""
    assert not clear.isVisible()


# private note -------------------------------------------------------------------------------------------


def test_a_note_hides_behind_a_button_until_it_holds_words(
    qtbot: QtBot, context: Context, walk: Walk
) -> None:
    page = walk(context, YOUTH, "c1.priorities")
    assert page.checkpoint.note.isVisible()
    assert "roof" in page.checkpoint.note.text()
    page.forward()
    assert not page.checkpoint.note.isVisible()
    click(button(page, "Add a private note"))
    assert page.checkpoint.note.hasFocus()
    with saved(qtbot, context):
        write(page.checkpoint.note, "Between us.")
    found = dossier_of(context.session.path, YOUTH).ours.notes["c1.stakeholders"]
    assert found.text == "Between us."
    assert "Private note – stays in this file only, unless you send the whole file" in texts(page)


def test_a_note_too_long_is_not_saved_in_part(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.priorities")
    old = dossier_of(context.session.path, YOUTH).ours.notes["c1.priorities"].text
    QApplication.clipboard().setText("word " * 30_000)
    page.checkpoint.note.paste()
    page.leave()
    context.session.flush()
    assert dossier_of(context.session.path, YOUTH).ours.notes["c1.priorities"].text == old
    assert any("too long" in text for text in texts(page))


# the coach ----------------------------------------------------------------------------------------------


def test_the_coach_says_quietly_what_could_be_added(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.resources")
    assert page.checkpoint.coach.isVisible()
    assert "A few more words" in page.checkpoint.coach.text()
    page.checkpoint.answer.selectAll()
    write(
        page.checkpoint.answer,
        "Eight volunteers give 40 hours a month; Mārtiņš Vītols has the keys of the parish house in Ābeļkalns.",
    )
    qtbot.waitUntil(lambda: not page.checkpoint.coach.isVisible())


def test_the_coach_can_be_switched_off(context: Context, walk: Walk) -> None:
    context.settings.set(coach=False)
    page = walk(context, YOUTH, "c1.resources")
    assert not page.checkpoint.coach.isVisible()


def test_the_coach_speaks_the_language_of_the_content(context_lv: Context, walk: Walk) -> None:
    page = walk(context_lv, "Jauniešu centrs vecajā skolā", "c1.resources")
    assert "Vēl daži vārdi" in page.checkpoint.coach.text()


# going about --------------------------------------------------------------------------------------------


def test_it_begins_at_the_first_open_stop(context: Context, walk: Walk) -> None:
    assert here(walk(context, YOUTH)) == "c1.priorities"


def test_an_unknown_stop_is_the_first_open_one(context: Context, walk: Walk) -> None:
    assert here(walk(context, YOUTH, "c9.of-a-newer-form")) == "c1.priorities"


def test_next_and_back_by_button_and_by_keys(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.need")
    assert not page.back_button.isEnabled()
    click(page.next_button)
    assert here(page) == "c1.target-group"
    assert page.checkpoint.answer.hasFocus()
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    press(page.checkpoint.answer, Qt.Key.Key_Right, alt)
    assert here(page) == "c1.organisation"
    press(page.checkpoint.answer, Qt.Key.Key_Left, alt)
    assert here(page) == "c1.target-group"
    press(page.checkpoint.answer, Qt.Key.Key_PageDown, ctrl)
    assert here(page) == "c1.organisation"
    press(page.checkpoint.answer, Qt.Key.Key_PageUp, ctrl)
    click(page.back_button)
    assert here(page) == "c1.need"
    page.backward()
    assert here(page) == "c1.need"


def test_next_saves(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    write(page.checkpoint.answer, "Grant")
    click(page.next_button)
    context.session.flush()
    assert answer_of(context.session.path, YOUTH, "c1.forms").text == "Grant"


def test_any_stop_can_be_jumped_to_by_click_and_by_keyboard(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.need")
    index = page.stops.find("c1.idea")
    page.list.scrollTo(index)
    click(page.list.viewport(), page.list.visualRect(index).center())
    assert here(page) == "c1.idea"
    assert page.checkpoint.answer.hasFocus()
    page.list.setFocus()
    press(page.list, Qt.Key.Key_Down)
    press(page.list, Qt.Key.Key_Return)
    assert "The municipality’s plans and budget" in texts(page)
    assert page.list.hasFocus(), "who walks the list stays there"


def test_heads_are_stepped_over(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, step="1")
    page.list.setFocus()
    press(page.list, Qt.Key.Key_Down)
    assert here(page) == "c2.contact-person"


def test_the_whole_way_leads_through_every_stop_to_the_partnership(
    qtbot: QtBot, context: Context, walk: Walk
) -> None:
    page = walk(context, YOUTH, "c1.need")
    seen = [here(page)]
    gone: list[Place] = []
    page.go.connect(gone.append)
    while gone == [] or gone[-1].page == "wizard":
        page.forward()
        seen.append(here(page))
    assert len(seen) - 1 == 30 + 3
    assert seen[11] == "#1"
    assert gone[-1] == Place("partnership", root_of(context.session.path, YOUTH))
    assert page.next_button.text() == "To the partnership"


# the closing page ---------------------------------------------------------------------------------------


def test_the_closing_names_what_is_open_late_or_thin(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, step="1")
    model = page.closing.model
    found = {
        row.stop.checkpoint: row.detail
        for r in range(model.rowCount())
        if (row := model.index(r).data(ROW)).stop
    }
    assert found["c1.resources"] == "Only a few words so far"
    assert found["c1.priorities"] == "Overdue since 17 Nov 2026, in progress"
    assert found["c1.forms"] == "Open"
    assert "c1.need" not in found
    said = texts(page)
    assert "5 of 11 checkpoints are done." in said
    assert "What comes next: Making contact" in said
    assert context.form("community").steps[0].closing in said
    assert not page.guidance.isVisible()


def test_each_line_of_the_closing_leads_to_its_stop(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, step="1")
    index = page.closing.model.find("c1.resources")
    click(page.closing.list.viewport(), page.closing.list.visualRect(index).center())
    assert here(page) == "c1.resources"


def test_a_step_without_gaps_is_praised(context: Context, walk: Walk) -> None:
    root = root_of(context.session.path, NEIGHBOURS)
    side = dossier_of(context.session.path, NEIGHBOURS).ours
    ids = [c.id for c in context.form(side.side.form).steps[0].checkpoints]
    long = "Long enough to be more than a remark, and done as far as anybody can say."
    context.session.save([answer_edit(root, "a", checkpoint, text=long, state="done") for checkpoint in ids])
    context.session.flush()
    page = walk(context, NEIGHBOURS, step="1")
    assert "Everything in this step is done. Well done!" in texts(page)
    assert not page.closing.list.isVisible()


def test_done_without_a_word_is_worth_another_look(context: Context, walk: Walk) -> None:
    root = root_of(context.session.path, YOUTH)
    context.session.save([answer_edit(root, "a", "c1.forms", state="done", text="")])
    context.session.flush()
    page = walk(context, YOUTH, step="1")
    assert page.closing.model.find("c1.forms").data(ROW).detail == "Done, but nothing is written"


def test_the_last_closing_ends_the_road(context: Context, walk: Walk) -> None:
    page = walk(context, NEIGHBOURS, step="3")
    assert "What comes next" in texts(page)
    assert page.next_button.text() == "To the partnership"


def test_the_closing_follows_the_file(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, step="1")
    root = root_of(context.session.path, YOUTH)
    with saved(qtbot, context):
        context.session.save([answer_edit(root, "a", "c1.forms", state="not-needed")])
    assert not page.closing.model.find("c1.forms").isValid()


# the partner's side -------------------------------------------------------------------------------------


def test_the_partner_walks_its_own_form(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, REPAIR, "m1.capacity", side="b")
    assert "Partner’s side: Mežezers Municipality" in texts(page)
    assert "Our own capacity" in texts(page)
    with saved(qtbot, context):
        write(page.checkpoint.answer, " We checked.")
    theirs = dossier_of(context.session.path, REPAIR).theirs
    assert theirs.answers["m1.capacity"].text.endswith(" We checked.")
    page.show_place(Place("wizard", root_of(context.session.path, REPAIR), "a", "c1.need"))
    assert not any("Partner’s side" in text for text in texts(page))


# guidance -----------------------------------------------------------------------------------------------


def test_guidance_stands_beside_the_stop(context: Context, walk: Walk, qtbot: QtBot) -> None:
    page = walk(context, YOUTH, "c2.first-contact")
    checkpoint = context.form("community").find("c2.first-contact")
    assert checkpoint is not None
    said = texts(page.guidance)
    assert checkpoint.why in said
    assert checkpoint.example in said
    assert set(checkpoint.how) <= set(said)
    assert "Documents that help here" in said
    with qtbot.waitSignal(page.go) as went:
        press(button(page.guidance, "First letter"), Qt.Key.Key_Return)
    assert went.args == [Place("documents", page._place.root, document="first-letter")]
    page.show_place(page._place._replace(checkpoint="c2.expectations"))
    assert not any("Documents that help" in text for text in texts(page.guidance))


def test_a_narrow_window_shows_guidance_on_demand(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.need")
    page.resize(900, 640)
    settle_layouts()
    assert not page.guidance.isVisible()
    click(button(page, "Guidance"))
    assert page.guidance.isVisible()
    assert not page.list.isVisible()
    click(button(page, "Close the guidance"))
    assert not page.guidance.isVisible()
    assert page.list.isVisible()
    page.resize(1280, 720)
    settle_layouts()
    assert page.guidance.isVisible()


# two versions -------------------------------------------------------------------------------------------


def disputed(context: Context, make: Callable[[bytes], tuple[list[Edit], list[Edit]]]) -> None:
    """Have two people write at once: their edits and ours, merged into the open file."""
    theirs, ours = make(root_of(context.session.path, YOUTH))
    disagree(context.session.path, ours, theirs)


def texts_of_two(root: bytes) -> tuple[list[Edit], list[Edit]]:
    return (
        [answer_edit(root, "a", "c1.idea", text="Theirs.", state="in-progress")],
        [answer_edit(root, "a", "c1.idea", text="Ours.", state="not-needed")],
    )


def parts(page: WizardPage) -> list[Versions]:
    settle_layouts()
    return [found for found in page.findChildren(Versions) if found.isVisible()]


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        ("Take the version of Ilze Bērziņa", "Ours."),
        ("Take the version of Mārtiņš Vītols", "Theirs."),
        ("Keep both, one below the other", None),
    ],
)
def test_two_texts_stand_side_by_side_until_one_is_taken(
    qtbot: QtBot, context: Context, walk: Walk, choice: str, text: str | None
) -> None:
    disputed(context, texts_of_two)
    page = walk(context, YOUTH, "c1.idea")
    assert not page.checkpoint.answer.isVisible(), "nobody can write over a version by accident"
    assert {"Theirs.", "Ours.", "You two answered differently", "Two different states"} <= set(texts(page))
    made = next(
        found
        for found in parts(page)[0].findChildren(QPushButton)
        if (found.accessibleName() or found.text()).startswith(choice)
    )
    with saved(qtbot, context):
        click(made)
    found = answer_of(context.session.path, YOUTH, "c1.idea")
    if text is None:
        assert sorted(found.text.split("\n\n")) == ["Ours.", "Theirs."]
    else:
        assert found.text == text
    assert page.checkpoint.answer.isVisible()
    assert page.checkpoint.answer.text() == found.text
    assert len(parts(page)) == 1, "the two states are still to be settled"
    with saved(qtbot, context):
        click(parts(page)[0].findChildren(QPushButton)[0])
    assert parts(page) == []
    assert dossier_of(context.session.path, YOUTH).ours.disputed == frozenset()


def test_persons_dates_and_notes_can_differ_too(qtbot: QtBot, context: Context, walk: Walk) -> None:
    disputed(
        context,
        lambda root: (
            [
                answer_edit(root, "a", "c1.idea", who="Anna", due="2027-01-01"),
                note_edit(root, "a", "c1.idea", "psst"),
            ],
            [
                answer_edit(root, "a", "c1.idea", who="Ilze", due="2027-02-01"),
                note_edit(root, "a", "c1.idea", "hush"),
            ],
        ),
    )
    page = walk(context, YOUTH, "c1.idea")
    said = set(texts(page))
    assert {"Two responsible persons", "Two due dates", "Two versions of the private note"} <= said
    assert {"1 Jan 2027", "1 Feb 2027", "psst", "hush"} <= said
    assert page.checkpoint.answer.isVisible()


@pytest.mark.parametrize(("choice", "stays"), [("Leave it in", True), ("Take it out", False)])
def test_deleted_here_and_written_there_is_a_question(
    qtbot: QtBot, context: Context, walk: Walk, choice: str, stays: bool
) -> None:
    def make(root: bytes) -> tuple[list[Edit], list[Edit]]:
        gone = Edit(root, "answer", records.answer_id(root, "a", "c1.idea"), {DELETED: 1})
        return [gone], [answer_edit(root, "a", "c1.idea", text="Still going.")]

    disputed(context, make)
    page = walk(context, YOUTH, "c1.idea")
    assert "One of you took this out while the other wrote on." in texts(page)
    (part,) = parts(page)
    assert {"Take it out", "Leave it in"} <= set(texts(part))
    with saved(qtbot, context):
        click(_taking(part, choice))
    found = dossier_of(context.session.path, YOUTH).ours
    assert ("c1.idea" in found.answers) is stays
    assert found.disputed == frozenset()
    assert page.checkpoint.answer.text() == ("Still going." if stays else "")
    assert parts(page) == []


def _taking(part: Versions, text: str) -> QPushButton:
    """The button below the version that reads `text`."""
    for made in part.findChildren(QPushButton):
        card = made.parentWidget()
        if card is not None and text in texts(card):
            return made
    raise AssertionError(text)


# what comes from elsewhere ------------------------------------------------------------------------------


def test_another_save_is_taken_over_without_the_caret(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.need")
    editor = page.checkpoint.answer
    cursor = editor.textCursor()
    cursor.setPosition(10)
    editor.setTextCursor(cursor)
    old = editor.text()
    root = root_of(context.session.path, YOUTH)
    with saved(qtbot, context):
        context.session.save(
            [answer_edit(root, "a", "c1.need", text=old + " More.", who="Anna", due="2027-03-01")]
        )
    assert editor.text() == old + " More."
    assert editor.textCursor().position() == 10
    assert editor.hasFocus()
    assert page.checkpoint.facts.who.text() == "Anna"
    assert page.checkpoint.facts.due.iso == "2027-03-01"


def test_unsaved_words_are_not_taken(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    write(page.checkpoint.answer, "Mine")
    root = root_of(context.session.path, YOUTH)
    with saved(qtbot, context):
        context.session.save([answer_edit(root, "a", "c1.need", text="elsewhere")])
    assert page.checkpoint.answer.text() == "Mine"
    page.leave()
    context.session.flush()
    assert answer_of(context.session.path, YOUTH, "c1.forms").text == "Mine"


def test_what_concerns_others_is_not_read(
    context: Context, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = walk(context, YOUTH, "c1.need")
    monkeypatch.setattr(context.session, "dossier", lambda root: pytest.fail("read for nothing"))
    page.refresh(frozenset({root_of(context.session.path, REPAIR)}))


def test_emoji_and_long_words_are_taken_over_whole(qtbot: QtBot) -> None:
    editor = GrowingEdit("Answer")
    qtbot.addWidget(editor)
    for text in ("🚌 stops here", "🚌 stops there", "", "x" * 5000, "x" * 4999 + "y", "plain"):
        editor.take_over(text)
        assert editor.text() == text
    with qtbot.assertNotEmitted(editor.edited):
        editor.show_text("shown")
        editor.take_over("shown anew")


def test_undo_without_words_of_one_s_own_is_the_window_s(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.need")
    heard: list[str] = []
    action = page.addAction("Undo", "Ctrl+Z")
    action.triggered.connect(lambda: heard.append("undo"))
    editor = page.checkpoint.answer
    press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["undo"]
    press(editor, Qt.Key.Key_X)
    press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["undo"], "what was just typed is the editor's own to take back"
    press(editor, Qt.Key.Key_Y)
    with qtbot.waitSignal(context.session.changed):
        page.leave()
    press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["undo", "undo"], "what is saved is the window's to take back"


def test_words_typed_without_a_pause_are_kept_all_the_same(
    qtbot: QtBot, context: Context, walk: Walk
) -> None:
    editor = walk(context, YOUTH, "c1.need").checkpoint.answer

    def kept_while_typing() -> bool:
        press(editor, Qt.Key.Key_A)
        return bool(recovery.kept(context.settings.folder, context.session.document))

    qtbot.waitUntil(kept_while_typing, timeout=5_000)


def test_a_date_that_cannot_be_read_is_not_passed_over_in_silence(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.need")
    page.checkpoint.facts.due.setFocus()
    page.checkpoint.facts.due.setText("31.02.")
    page.checkpoint.facts.due.setModified(True)
    asked: list[Place] = []
    page.go.connect(asked.append)
    page.forward()
    assert asked == []
    assert page.checkpoint.facts.due.text() == "31.02."
    page.forward()
    assert len(asked) == 1, "it never holds anybody back"


# attachments --------------------------------------------------------------------------------------------


def attached(context: Context, checkpoint: str = "c1.forms") -> tuple[Attachment, ...]:
    return dossier_of(context.session.path, YOUTH).ours.attachments.get(checkpoint, ())


def select(files: Attachments, row: int = 0) -> None:
    click(files.list.viewport(), files.list.visualRect(files.model.index(row)).center())


def test_a_file_is_attached_copied_out_and_removed(
    qtbot: QtBot, context: Context, walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "plāns.pdf"
    source.write_bytes(b"the plan" * 1000)
    page = walk(context, YOUTH, "c1.forms")
    files = page.checkpoint.attachments
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(source)], ""))
    with saved(qtbot, context):
        click(files.add_button)
    (found,) = attached(context)
    assert (found.name, found.size) == ("plāns.pdf", 8000)
    assert files.model.index(0).data() == "plāns.pdf  ·  8 KB"
    assert not files.save_button.isVisible()
    settle_layouts()
    select(files)
    target = tmp_path / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(files.save_button)
    assert target.read_bytes() == source.read_bytes()
    with saved(qtbot, context):
        click(files.remove_button)
    assert attached(context) == ()
    assert not files.list.isVisible()
    told = "“plāns.pdf” is in the bin now."
    assert told in texts(files)
    with saved(qtbot, context):
        context.session.undo()
    assert len(attached(context)) == 1
    assert told not in texts(files), "it is back"


def test_files_can_be_dropped(qtbot: QtBot, context: Context, walk: Walk, tmp_path: Path) -> None:
    page = walk(context, YOUTH, "c1.forms")
    source = tmp_path / "photo.jpg"
    source.write_bytes(b"light")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source)), QUrl("https://example.org/no")])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(page.checkpoint.viewport(), enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, left, none)
    with saved(qtbot, context):
        QApplication.sendEvent(page.checkpoint.viewport(), drop)
    assert [found.name for found in attached(context)] == ["photo.jpg"]
    assert not page.checkpoint.answer.canInsertFromMimeData(data)


def test_what_cannot_be_attached_is_said_and_the_rest_is_taken(
    qtbot: QtBot, context: Context, walk: Walk, tmp_path: Path
) -> None:
    page = walk(context, YOUTH, "c1.forms")
    big, good, gone = tmp_path / "film.mov", tmp_path / "note.txt", tmp_path / "gone.txt"
    with big.open("wb") as stream:
        stream.truncate(records.ATTACHMENT_SIZE + 1)
    good.write_text("note", "utf-8")
    with saved(qtbot, context):
        page.checkpoint.attachments.add([big, good])
    error = AttachmentTooLarge(
        name="film.mov", size=records.ATTACHMENT_SIZE + 1, limit=records.ATTACHMENT_SIZE
    )
    assert describe(error).in_one() in texts(page)
    assert [found.name for found in attached(context)] == ["note.txt"]
    page.checkpoint.attachments.add([gone])
    assert describe(FileMissing(path=gone)).in_one() in texts(page)
    page.forward()
    assert not page.checkpoint.attachments.trouble.isVisible()


def test_names_from_elsewhere_are_made_safe_before_saving(
    qtbot: QtBot, context: Context, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = root_of(context.session.path, YOUTH)
    fields: dict[str, Scalar] = {
        "side": "a",
        "checkpoint": "c1.forms",
        "name": "../../.bash\nrc",
        "sha256": "00" * 32,
        "size": 3,
    }
    context.session.save([Edit(root, "attachment", b"f" * 16, fields)])
    context.session.flush()
    page = walk(context, YOUTH, "c1.forms")
    asked: list[str] = []

    def ask(_: object, __: str, proposed: str) -> tuple[str, str]:
        asked.append(proposed)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    select(page.checkpoint.attachments)
    click(page.checkpoint.attachments.save_button)
    assert asked == ["bash rc"]


def test_a_lost_attachment_and_our_own_file_are_refused(
    context: Context, walk: Walk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = root_of(context.session.path, YOUTH)
    fields: dict[str, Scalar] = {
        "side": "a",
        "checkpoint": "c1.forms",
        "name": "lost.txt",
        "sha256": "00" * 32,
        "size": 3,
    }
    context.session.save([Edit(root, "attachment", b"f" * 16, fields)])
    context.session.flush()
    page = walk(context, YOUTH, "c1.forms")
    files = page.checkpoint.attachments
    select(files)
    whole = context.session.path.read_bytes()
    for target in (tmp_path / "copy.txt", context.session.path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, target=target: (str(target), ""))
        click(files.save_button)
        assert files.trouble.isVisible()
    assert context.session.path.read_bytes() == whole
    assert not (tmp_path / "copy.txt").exists()


# read-only, looks, speed --------------------------------------------------------------------------------


def test_a_file_that_cannot_be_changed_shows_all_and_takes_nothing(
    open_context: OpenContext, make_sample: MakeSample, walk: Walk
) -> None:
    path = make_sample()
    with contextlib.closing(file.connect(path, "rw")) as db:
        db.execute("PRAGMA user_version = 999")
    context = open_context(path)
    assert context.session.obstacle is not None
    page = walk(context, YOUTH, "c1.stakeholders")
    view = page.checkpoint
    assert view.answer.text()
    assert view.answer.isReadOnly()
    assert view.facts.who.isReadOnly()
    assert view.facts.due.isReadOnly()
    assert not view.facts.state.button("done").isEnabled()
    reason = describe(context.session.obstacle).what
    for writing in (view.attachments.add_button, view.note_button, view.facts.state):
        assert not writing.isEnabled()
        assert writing.toolTip() == reason
    table = view.tool("stakeholder").findChild(QTableView)
    assert table is not None
    index = table.model().index(0, 2)
    score = index.data()
    click(table.viewport(), table.visualRect(index).center())
    press(table, Qt.Key.Key_1)
    press(table, Qt.Key.Key_F2)
    press(table, Qt.Key.Key_Delete)
    assert index.data() == score
    before = path.read_bytes()
    page.leave()
    context.session.flush()
    assert path.read_bytes() == before


def test_an_answer_that_cannot_be_changed_can_be_copied_by_keyboard(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.need")
    stop_changes(context, page)
    answer = page.checkpoint.answer
    answer.setFocus()
    press(answer, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    press(answer, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    shown = answer.text()
    press(answer, Qt.Key.Key_X)
    assert answer.text() == shown
    assert answer.textCursor().selectedText().replace("\u2029", "\n") == shown


def stop_changes(context: Context, page: WizardPage) -> UserError:
    """Something keeps the file from being changed, and the page is told as the desk would."""
    context.session.obstacle = FileReadOnly(path=context.session.path)
    page.show_obstacle()
    return context.session.obstacle


def test_words_typed_as_the_file_is_taken_away_stay_in_view_and_are_saved_when_it_is_back(
    context: Context, walk: Walk
) -> None:
    page = walk(context, YOUTH, "c1.forms")
    view = page.checkpoint
    write(view.answer, "Dotācija.")
    stop_changes(context, page)
    context.session.flush()
    assert answer_of(context.session.path, YOUTH, "c1.forms").text == ""
    (kept,) = recovery.kept(context.session._folder, context.session.document)
    assert kept.fields["text"] == "Dotācija."
    page.refresh(frozenset([root_of(context.session.path, YOUTH)]))
    page.show_place(page._place._replace(checkpoint="c1.need"))
    page.show_place(page._place._replace(checkpoint="c1.forms"))
    assert (view.answer.text(), view.facts.state.key()) == ("Dotācija.", "in-progress")
    assert view.answer.isReadOnly()
    context.session.obstacle = None
    page.show_obstacle()
    context.session.flush()
    found = answer_of(context.session.path, YOUTH, "c1.forms")
    assert (found.text, found.state) == ("Dotācija.", "in-progress")
    assert not view.answer.isReadOnly()
    assert view.facts.state.isEnabled()
    assert view.attachments.add_button.isEnabled()


def test_a_cell_typed_as_the_file_is_taken_away_is_saved_when_it_is_back(
    qtbot: QtBot, context: Context, walk: Walk
) -> None:
    page = walk(context, YOUTH, "c1.stakeholders")
    tool = page.checkpoint.tool("stakeholder")
    tool.findChildren(Rows)[0].add()
    write(QApplication.focusWidget(), "Domes priekšsēdētāja")  # type: ignore[arg-type]
    stop_changes(context, page)
    names = [found.name for found in dossier_of(context.session.path, YOUTH).ours.stakeholders]
    assert "Domes priekšsēdētāja" not in names
    context.session.obstacle = None
    with saved(qtbot, context):
        page.show_obstacle()
    names = [found.name for found in dossier_of(context.session.path, YOUTH).ours.stakeholders]
    assert names[-1] == "Domes priekšsēdētāja"


# where one is, and how to go on --------------------------------------------------------------------------


def test_people_see_the_checkpoint_s_number_and_not_its_code(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.stakeholders")
    shown = [one for one in page.findChildren(QLabel) if one.isVisible()]
    assert "Step 1 · Preparation and analysis · Checkpoint 7" in [one.text() for one in shown]
    assert not any("c1." in one.text() for one in shown)
    assert any("C1·7" in one.toolTip() for one in shown), "who comes from paper finds it"


def test_tab_goes_as_the_fields_stand(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    view = page.checkpoint
    click(view.note_button)
    write(view.note, "x")
    view.answer.setFocus()
    order = []
    for _ in range(6):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)  # type: ignore[arg-type]
        order.append(QApplication.focusWidget())
    state = view.facts.state
    assert order[0] in [state.button(key) for key in ("open", "in-progress")]
    assert order[1:5] == [view.facts.who, view.facts.due, view.note, view.attachments.add_button]
    heights = [one.mapTo(page, QPoint(0, 0)).y() for one in order[:5] if one is not None]
    assert heights == sorted(heights)


def test_tab_goes_on_to_the_tools_before_the_foot(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.stakeholders")
    tool = page.checkpoint.tool("stakeholder")
    page.checkpoint.attachments.add_button.setFocus()
    press(page.checkpoint.attachments.add_button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is tool.findChild(QTableView)
    add = button(tool, context.words.tool("stakeholder")["add"])
    add.setFocus()
    press(add, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.back_button


def test_the_history_of_an_answer_is_asked_for(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    with qtbot.waitSignal(page.history_wanted) as wanted:
        click(button(page, "History of this answer"))
    root = root_of(context.session.path, YOUTH)
    assert wanted.args == [Scope(root, "answer", records.answer_id(root, "a", "c1.forms"))]


def test_the_history_of_a_row_goes_through_the_page(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.stakeholders")
    tool = page.checkpoint.tool("stakeholder")
    table = tool.findChild(QTableView)
    assert table is not None
    table.selectRow(0)
    with qtbot.waitSignal(page.history_wanted) as wanted:
        click(button(tool, "History of this row"))
    assert wanted.args[0].kind == "stakeholder"


STOPS = (
    "c1.need",
    "c1.stakeholders",
    "c1.risks",
    "c2.first-contact",
    "c3.budget",
    "c3.midterm",
    "c3.agreement",
)


@pytest.mark.parametrize("size", [(760, 480), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "lv"])
def test_no_text_is_cut_and_every_control_has_a_name(
    open_context: OpenContext, make_sample: MakeSample, walk: Walk, language: str, size: tuple[int, int]
) -> None:
    context = open_context(make_sample(language), language)
    title = next(
        found.partnership.title
        for found in context.session.summaries(context.session.partnership_ids())
        if len(found.theirs.answers) > 10
    )
    page = walk(context, title, "c1.need")
    page.resize(*size)
    for stop in STOPS:
        page.show_place(page._place._replace(checkpoint=stop, step=""))
        assert cut(page) == [], stop
        assert nameless(page) == [], stop
    page.show_place(page._place._replace(checkpoint="", step="2"))
    assert cut(page) == []
    assert nameless(page) == []


def test_what_a_user_wrote_is_never_markup(context: Context, walk: Walk) -> None:
    root = root_of(context.session.path, YOUTH)
    bait = "<img src='file:///etc/passwd'><b>bold</b>"
    context.session.save(
        [
            answer_edit(root, "a", "c1.idea", text=bait, who=bait),
            Edit(root, "partnership", root, {"title": bait}),
        ]
    )
    context.session.flush()
    page = WizardPage(context)
    page.show_place(Place("wizard", root, "a", "c1.idea"))
    assert page.checkpoint.answer.toPlainText() == bait
    assert page.checkpoint.facts.who.text() == bait
    assert page.title() == bait
    page.deleteLater()


def test_the_same_page_serves_every_partnership(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.stakeholders")
    page.show_place(Place("wizard", root_of(context.session.path, REPAIR), "a", "c1.stakeholders"))
    model = page.checkpoint.tool("stakeholder").findChild(QTableView)
    assert model is not None
    names = [model.model().index(row, 0).data() for row in range(model.model().rowCount())]
    found: SideDossier = dossier_of(context.session.path, REPAIR).ours
    assert names == [row.name for row in found.stakeholders]


def test_an_empty_partnership_begins_at_its_first_stop(context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, side="b")
    assert here(page) == "m1.needs"
    assert page.checkpoint.answer.text() == ""
    assert answer_of(context.session.path, YOUTH, "m1.needs") == Answer()


def test_focus_leaving_the_answer_saves(qtbot: QtBot, context: Context, walk: Walk) -> None:
    page = walk(context, YOUTH, "c1.forms")
    write(page.checkpoint.answer, "Grant")
    press(page.checkpoint.answer, Qt.Key.Key_Tab)
    assert not page.checkpoint.answer.hasFocus(), "Tab moves on"
    context.session.flush()
    assert answer_of(context.session.path, YOUTH, "c1.forms").text == "Grant"


def test_a_row_with_two_versions_is_marked_and_leads_to_the_choice(
    qtbot: QtBot, context: Context, walk: Walk
) -> None:
    root = root_of(context.session.path, YOUTH)
    entry = dossier_of(context.session.path, YOUTH).log[0]
    disputed(
        context,
        lambda root: (
            [Edit(root, "log", entry.id, {"what": "Theirs."})],
            [Edit(root, "log", entry.id, {"what": "Ours."})],
        ),
    )
    page = walk(context, YOUTH, "c2.first-contact")
    tool = page.checkpoint.tool("log")
    model = tool.findChildren(QTableView)[0].model()
    marked = [column for column in range(model.columnCount()) if model.index(0, column).data(DISPUTED)]
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in marked] == ["What was said"]
    spoken = str(model.index(0, marked[0]).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.endswith("Two versions")
    with qtbot.waitSignal(page.window_wanted) as asked:
        click(tool.waiting)
    assert asked.args == ["conflicts", root]
    context.session.save([Edit(root, "log", entry.id, {"what": "Both."})])
    context.session.flush()
    assert not tool.waiting.isVisible()
    assert not model.index(0, marked[0]).data(DISPUTED)
