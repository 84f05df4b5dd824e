"""The dashboard of one partnership: where it stands, what is next, and one button that goes on."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QToolButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.edits import answer_edit, organisation_edit, partnership_edits
from roadmap_desktop.domain.errors import FileReadOnly, UnknownPartnership
from roadmap_desktop.domain.history import Scope
from roadmap_desktop.domain.records import Scalar, derived_id, evaluation_id, person_id
from roadmap_desktop.messages import describe
from roadmap_desktop.store import file, queries
from roadmap_desktop.store.log import Author, Log
from roadmap_desktop.views.details import DetailsDialog
from roadmap_desktop.views.page import Context, Place
from roadmap_desktop.views.partnership import PartnershipPage
from roadmap_desktop.widgets.line_view import LineView
from roadmap_desktop.widgets.link_row import LinkRow
from roadmap_desktop.widgets.step_bar import StepBar
from tests.accessible import name_of, nameless
from tests.acting import button, click, press, texts
from tests.builders import form
from tests.conftest import MakeSample, OpenContext, settle
from tests.cut import cut, settle_layouts
from tests.disputing import disagree
from tests.reading import everything_in, reader, root_of, titles_in
from tests.views.conftest import Shown

YOUTH = "Youth centre in the old school"
REPAIR = "Repair workshop and shared tool library for all generations"
NEIGHBOURS = "Neighbour help for seniors living alone"
ShowPartnership = Callable[[Context, bytes], PartnershipPage]


@pytest.fixture
def show(shown: Shown) -> ShowPartnership:
    def made(context: Context, root: bytes) -> PartnershipPage:
        page = PartnershipPage(context)
        shown(page)
        page.show_place(Place("partnership", root))
        return page

    return made


@pytest.fixture
def youth(show: ShowPartnership, context: Context, sample: Path) -> PartnershipPage:
    return show(context, root_of(sample, YOUTH))


@pytest.fixture
def neighbours(show: ShowPartnership, context: Context, sample: Path) -> PartnershipPage:
    return show(context, root_of(sample, NEIGHBOURS))


@pytest.fixture
def begun(show: ShowPartnership, open_context: OpenContext, empty: Path) -> PartnershipPage:
    """A partnership with nothing in it yet."""
    context = open_context(empty)
    partner = organisation_edit("Līvāni", "municipality")
    home = context.session.home_organisation().id.hex()
    edits = partnership_edits("A garden", (home, "community"), (partner.entity.hex(), "municipality"))
    context.session.save([partner, *edits])
    context.session.flush()
    return show(context, edits[0].root)


def root_in(page: PartnershipPage) -> bytes:
    assert page._dossier is not None
    return page._dossier.partnership.id


def save(page: PartnershipPage, *edits: Edit) -> None:
    """Save, and tell the page as the desk would."""
    page.context.session.save(edits)
    page.context.session.flush()
    page.refresh(frozenset(edit.root for edit in edits))


def row_edit(page: PartnershipPage, kind: str, which: int = 1, **fields: Scalar) -> Edit:
    root = root_in(page)
    return Edit(root, kind, derived_id(root, kind, str(which)), fields)


def cards(page: PartnershipPage) -> dict[str, QFrame]:
    settle()
    settle_layouts()
    found = [one for one in page.findChildren(QFrame) if one.property("card") and one.accessibleName()]
    return {one.accessibleName(): one for one in found if one.isVisible()}


def card(page: PartnershipPage, heading: str) -> QFrame:
    return cards(page)[heading]


def links(inside: QFrame) -> list[str]:
    return [name_of(one) for one in inside.findChildren(LinkRow)]


def follow(page: PartnershipPage, link: LinkRow | QFrame, qtbot: QtBot) -> Place:
    with qtbot.waitSignal(page.go) as go:
        click(link)
    place = go.args[0]
    assert isinstance(place, Place)
    return place


def menu_action(page: PartnershipPage, text: str) -> QAction:
    [found] = [one for one in page.findChildren(QAction) if one.text() == text]
    return found


# where it stands ----------------------------------------------------------------------------------------


def test_it_is_called_by_its_title_and_both_organisations(youth: PartnershipPage) -> None:
    assert youth.title() == YOUTH
    shown = texts(youth)
    assert YOUTH in shown
    assert "Association “Ābeļkalna ļaudis”  –  Bērzvalki Municipality" in shown


def test_the_line_is_told_in_words(youth: PartnershipPage) -> None:
    [line] = youth.findChildren(LineView)
    assert name_of(line) == "Transit line of this partnership"
    assert "Next checkpoint: " in line.accessibleDescription()
    assert "overdue: 1" in line.accessibleDescription()


def test_both_sides_are_drawn_where_both_wrote(neighbours: PartnershipPage, youth: PartnershipPage) -> None:
    def tracks(page: PartnershipPage) -> set[int]:
        return {place.track for place in page.findChildren(LineView)[0].line().places}

    assert tracks(neighbours) == {0, 1}
    assert tracks(youth) == {0}


def test_every_stop_says_what_it_is(youth: PartnershipPage) -> None:
    [line] = youth.findChildren(LineView)
    tip = line.tip((0, "c1.priorities")).split("\n")
    title = form().find("c1.priorities")
    assert title is not None
    assert tip == [title.title, "In progress", "due 17 Nov 2026", "Overdue", "Ilze Bērziņa"]
    unwritten = form().find("c3.evaluation")
    assert unwritten is not None
    assert line.tip((0, "c3.evaluation")).split("\n") == [unwritten.title, "Open"]
    buttons = {name_of(one) for one in line.findChildren(QToolButton)}
    assert ", ".join(tip) in buttons, "a screen reader hears the same"


def test_the_stage_is_only_told_where_it_is_not_the_usual_one(youth: PartnershipPage) -> None:
    assert "Active" not in texts(youth)
    save(youth, Edit(root_in(youth), "partnership", root_in(youth), {"stage": "paused"}))
    assert "Paused" in texts(youth)


def test_having_looked_is_remembered(youth: PartnershipPage) -> None:
    root = root_in(youth)
    [summary] = youth.context.session.summaries([root])
    assert youth.context.settings.looked(root.hex()) == summary.changed > 0


# going on -----------------------------------------------------------------------------------------------


def test_continue_goes_to_the_first_open_stop(youth: PartnershipPage, qtbot: QtBot) -> None:
    assert youth._progress is not None
    current = youth._progress[0].current
    assert youth.context.session.dossier(root_in(youth)).ours.answers[current].state == "in-progress"
    with qtbot.waitSignal(youth.go) as go:
        click(button(youth, "Continue"))
    assert go.args == [Place("wizard", root_in(youth), "a", current)]


def test_continue_has_the_keyboard_at_once(youth: PartnershipPage, qtbot: QtBot) -> None:
    assert button(youth, "Continue").hasFocus()
    with qtbot.waitSignal(youth.go):
        press(button(youth, "Continue"), Qt.Key.Key_Space)


def test_continue_moves_on_when_a_stop_is_done(youth: PartnershipPage, qtbot: QtBot) -> None:
    assert youth._progress is not None
    first = youth._progress[0].current
    save(youth, answer_edit(root_in(youth), "a", first, state="done"))
    with qtbot.waitSignal(youth.go) as go:
        click(button(youth, "Continue"))
    ids = [point.id for point in form().checkpoints]
    assert ids.index(go.args[0].checkpoint) > ids.index(first)


def test_a_partnership_with_nothing_in_it_begins_at_the_beginning(
    begun: PartnershipPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(begun.go) as go:
        click(button(begun, "Continue"))
    assert go.args == [Place("wizard", root_in(begun), "a", form().checkpoints[0].id)]


def test_when_all_is_done_one_can_look_back(youth: PartnershipPage, qtbot: QtBot) -> None:
    root = root_in(youth)
    save(youth, *(answer_edit(root, "a", point.id, state="done") for point in form().checkpoints))
    assert "All checkpoints are done" in texts(youth)
    assert "Every checkpoint of your side is done. Well walked." in texts(card(youth, "Next"))
    with qtbot.waitSignal(youth.go) as go:
        click(button(youth, "Look back"))
    assert go.args == [Place("wizard", root, "a", form().checkpoints[0].id)]


def test_a_stop_on_the_line_leads_there(neighbours: PartnershipPage, qtbot: QtBot) -> None:
    [line] = neighbours.findChildren(LineView)
    line.focus_stop(1, "m3.midterm")
    with qtbot.waitSignal(neighbours.go) as go:
        press(line, Qt.Key.Key_Return)
    assert go.args == [Place("wizard", root_in(neighbours), "b", "m3.midterm")]
    place = line.line().place(0, "c3.next")
    assert place is not None
    from PySide6.QtCore import QPoint

    with qtbot.waitSignal(neighbours.go) as go:
        click(line, QPoint(round(place.x), round(place.y)))
    assert go.args == [Place("wizard", root_in(neighbours), "a", "c3.next")]


# the cards ----------------------------------------------------------------------------------------------

CARDS = ["How far", "Next", "Dates", "Last contacts", "Agreement", "Evaluation", "People", "Exchange"]


def test_each_subject_has_its_card(begun: PartnershipPage, neighbours: PartnershipPage) -> None:
    assert sorted(cards(begun)) == sorted(CARDS)
    assert sorted(cards(neighbours)) == sorted(CARDS)


def test_refreshing_does_not_pile_cards_up(youth: PartnershipPage) -> None:
    for state in ("in-progress", "open", "done"):
        save(youth, answer_edit(root_in(youth), "a", "c1.offer", state=state))
    settle()
    frames = [one for one in youth.findChildren(QFrame) if one.property("card") and one.accessibleName()]
    assert len(frames) == len(CARDS)


@pytest.mark.parametrize(
    ("heading", "action", "tool"),
    [
        ("Last contacts", "Open the contact log", "log"),
        ("Agreement", "Open the agreement register", "agreement"),
        ("Evaluation", "Open the evaluation", "evaluation"),
        ("People", "Open the contacts", "contact"),
    ],
)
def test_an_empty_card_says_so_and_leads_to_its_tool(
    begun: PartnershipPage, qtbot: QtBot, heading: str, action: str, tool: str
) -> None:
    inside = card(begun, heading)
    assert len(texts(inside)) == 2, "the heading and a sentence"
    with qtbot.waitSignal(begun.go) as go:
        click(button(inside, action))
    place = go.args[0]
    found = form().find(place.checkpoint)
    assert (place.page, place.side) == ("wizard", "a")
    assert found is not None
    assert tool in found.tools


def test_an_empty_card_of_dates_says_where_dates_come_from(begun: PartnershipPage) -> None:
    assert any(text.startswith("No dates yet.") for text in texts(card(begun, "Dates")))


def test_how_far_each_side_is(neighbours: PartnershipPage) -> None:
    assert neighbours._progress is not None
    expected = [
        f"{step.id}  {step.title}: {step.done} of {step.total}"
        for side in neighbours._progress
        for step in side.steps
    ]
    bars = card(neighbours, "How far").findChildren(StepBar)
    assert sorted(name_of(bar) for bar in bars) == sorted(expected)
    assert len(bars) == 6


def test_the_other_side_can_be_filled_in_by_us(youth: PartnershipPage, qtbot: QtBot) -> None:
    inside = card(youth, "How far")
    assert any(text.startswith("Nothing from this side yet.") for text in texts(inside))
    with qtbot.waitSignal(youth.go) as go:
        click(button(inside, "Fill in their side"))
    assert go.args == [Place("wizard", root_in(youth), "b")]


def test_next_shows_dated_stops_first_and_leads_there(youth: PartnershipPage, qtbot: QtBot) -> None:
    rows = card(youth, "Next").findChildren(LinkRow)
    assert len(rows) == 4
    assert "17 Nov 2026 · Ilze Bērziņa · In progress" in name_of(rows[0])
    assert follow(youth, rows[0], qtbot) == Place("wizard", root_in(youth), "a", "c1.priorities")


def test_dates_come_from_stops_follow_ups_actions_and_agreements(
    begun: PartnershipPage, qtbot: QtBot
) -> None:
    save(
        begun,
        answer_edit(root_in(begun), "a", "c1.offer", due="2027-02-01"),
        answer_edit(root_in(begun), "a", "c1.need", due="2026-01-01", state="done"),
        row_edit(begun, "log", day="2026-11-20", what="Talked", next="Send the survey", due="2026-11-22"),
        row_edit(begun, "action", what="Paint the room", due="2026-12-24"),
        row_edit(begun, "action", 2, what="Painted already", due="2026-12-01", state="done"),
        row_edit(begun, "agreement", number="12/2026", valid_until="2028-12-31"),
    )
    rows = card(begun, "Dates").findChildren(LinkRow)
    offer = form().find("c1.offer")
    assert offer is not None
    assert [name_of(one) for one in rows] == [
        "Send the survey. 22 Nov 2026",
        "Paint the room. 24 Dec 2026",
        f"{offer.title}. 1 Feb 2027",
        "Agreement 12/2026 ends. 31 Dec 2028",
    ]
    assert follow(begun, rows[2], qtbot) == Place("wizard", root_in(begun), "a", "c1.offer")
    action = form().find(follow(begun, rows[1], qtbot).checkpoint)
    assert action is not None
    assert "action" in action.tools


def test_a_follow_up_that_a_later_contact_answered_is_no_date_any_more(begun: PartnershipPage) -> None:
    save(begun, row_edit(begun, "log", day="2026-10-01", what="Called", next="Call again", due="2026-10-08"))
    assert links(card(begun, "Dates")) == ["Call again. 8 Oct 2026"]
    save(begun, row_edit(begun, "log", 2, day="2026-10-10", what="Called again"))
    assert links(card(begun, "Dates")) == []


def test_the_last_contacts_come_newest_first(begun: PartnershipPage) -> None:
    for number in range(1, 6):
        save(
            begun,
            row_edit(
                begun,
                "log",
                number,
                day=f"2026-10-0{number}",
                channel="call",
                who="Kārlis",
                what=f"Talk {number}",
            ),
        )
    assert links(card(begun, "Last contacts")) == [
        f"{number} Oct 2026 · Call · Kārlis. Talk {number}" for number in (5, 4, 3)
    ]


def test_a_long_note_of_a_talk_is_shortened_at_a_word(begun: PartnershipPage) -> None:
    save(begun, row_edit(begun, "log", day="2026-10-01", what="He likes the idea; asks for figures. " * 20))
    [link] = links(card(begun, "Last contacts"))
    assert link.endswith("…")
    assert len(link) < 160


def test_an_agreement_says_whether_it_is_signed(begun: PartnershipPage) -> None:
    save(begun, row_edit(begun, "agreement", form="memorandum", number="3"))
    assert links(card(begun, "Agreement")) == ["Memorandum of cooperation 3. not signed yet"]
    save(begun, row_edit(begun, "agreement", signed="2026-11-02", valid_until="2027-11-02"))
    assert links(card(begun, "Agreement")) == [
        "Memorandum of cooperation 3. signed 2 Nov 2026 · valid until 2 Nov 2027"
    ]


def score(page: PartnershipPage, side: str, criterion: str, given: int, number: int = 1) -> Edit:
    root = root_in(page)
    fields: dict[str, Scalar] = {"side": side, "round": number, "criterion": criterion, "score": given}
    return Edit(root, "evaluation", evaluation_id(root, side, number, criterion), fields)


def test_scores_are_shown_as_a_mean_and_the_weakest(begun: PartnershipPage) -> None:
    save(
        begun,
        score(begun, "a", "trust", 5),
        score(begun, "a", "communication", 2),
        score(begun, "b", "trust", 4),
    )
    inside = card(begun, "Evaluation")
    assert [name_of(bar) for bar in inside.findChildren(StepBar)] == [
        "Ābeļkalna ļaudis, round 1: 3.5 / 5",
        "Līvāni, round 1: 4.0 / 5",
    ]
    assert "Weakest for you: Communication (2)" in texts(inside)


def test_people_are_shown_with_how_to_reach_them(begun: PartnershipPage) -> None:
    contact = row_edit(begun, "contact", side="b", role="Youth officer")
    person = Edit(
        contact.root, "person", person_id(contact.root, contact.entity),
        {"contact": contact.entity.hex(), "name": "Kārlis Ozols", "phone": "+371 20000001", "email": "k@example.org"},
    )  # fmt: skip
    save(begun, contact)
    assert links(card(begun, "People")) == ["Youth officer. Youth officer"]
    save(begun, person)
    assert links(card(begun, "People")) == ["Kārlis Ozols. Youth officer · +371 20000001 · k@example.org"]


# two versions -------------------------------------------------------------------------------------------


def test_two_versions_of_an_answer_get_a_card_that_leads_there(
    youth: PartnershipPage, sample: Path, qtbot: QtBot
) -> None:
    root = root_in(youth)
    assert "Waiting for a decision" not in cards(youth)
    ours, theirs = (answer_edit(root, "a", "c1.offer", text=f"As {who} sees it") for who in ("Ilze", "Jānis"))
    disagree(sample, [ours], [theirs])
    youth.context.session._look_for_others()
    youth.refresh(frozenset({root}))
    inside = card(youth, "Waiting for a decision")
    [row] = inside.findChildren(LinkRow)
    assert follow(youth, row, qtbot) == Place("wizard", root, "a", "c1.offer")
    save(youth, answer_edit(root, "a", "c1.offer", text="As both see it"))
    assert "Waiting for a decision" not in cards(youth), "settled by writing"


def test_what_else_waits_stands_there_and_leads_to_the_choice(
    youth: PartnershipPage, sample: Path, qtbot: QtBot
) -> None:
    root = root_in(youth)
    titles = [Edit(root, "partnership", root, {"title": title}) for title in ("Ours", "Theirs")]
    disagree(sample, titles[:1], titles[1:])
    youth.context.session._look_for_others()
    youth.refresh(frozenset({root}))
    [row] = card(youth, "Waiting for a decision").findChildren(LinkRow)
    assert row.accessibleName() == f"{youth.title()}. Name"
    with qtbot.waitSignal(youth.window_wanted) as asked:
        press(row, Qt.Key.Key_Return)
    assert asked.args == ["conflicts", root]
    youth._details()
    [details] = youth.findChildren(DetailsDialog)
    with qtbot.waitSignal(youth.window_wanted):
        click(button(details, "Waiting for a decision: 1"))


# more ---------------------------------------------------------------------------------------------------


def test_deleting_tells_and_the_file_no_longer_shows_it(
    youth: PartnershipPage, sample: Path, qtbot: QtBot
) -> None:
    root = root_in(youth)
    before = everything_in(sample)
    with qtbot.waitSignal(youth.deleted) as deleted:
        menu_action(youth, "Delete this partnership").trigger()
    assert deleted.args == [YOUTH, root]
    youth.context.session.flush()
    assert titles_in(sample) == [NEIGHBOURS, REPAIR]
    youth.context.session.undo()
    youth.context.session.flush()
    assert everything_in(sample) == before


def test_a_partnership_that_is_gone_cannot_be_shown(youth: PartnershipPage) -> None:
    root = root_in(youth)
    with pytest.raises(UnknownPartnership):
        save(youth, Edit(root, "partnership", root, {DELETED: 1}))
    with pytest.raises(UnknownPartnership):
        youth.show_place(Place("partnership", root))


def test_printing_is_asked_for(youth: PartnershipPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(youth.print_wanted) as wanted:
        menu_action(youth, "Print…").trigger()
    assert wanted.args == [root_in(youth)]


def test_name_partner_and_stage_open_in_a_dialog(youth: PartnershipPage) -> None:
    menu_action(youth, "Name, partner and stage…").trigger()
    [dialog] = youth.findChildren(DetailsDialog)
    assert dialog.isVisible()
    assert dialog.windowTitle() == YOUTH
    dialog.close()


def test_in_a_file_that_cannot_be_changed_nothing_can_be_deleted(
    open_context: OpenContext, sample: Path, show: ShowPartnership
) -> None:
    with contextlib.closing(file.connect(sample, "rw")) as db:
        db.execute("PRAGMA user_version = 99")
    page = show(open_context(sample), root_of(sample, YOUTH))
    assert not menu_action(page, "Delete this partnership").isEnabled()
    assert button(page, "Continue").isEnabled(), "one may still read"


def test_deleting_follows_what_keeps_the_file_from_being_changed(
    youth: PartnershipPage, context: Context
) -> None:
    action = menu_action(youth, "Delete this partnership")
    context.session.obstacle = FileReadOnly(path=context.session.path)
    youth.show_obstacle()
    assert not action.isEnabled()
    assert action.toolTip() == describe(context.session.obstacle).what
    context.session.obstacle = None
    youth.show_obstacle()
    assert action.isEnabled()


def test_the_history_of_the_partnership_is_asked_for(youth: PartnershipPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(youth.history_wanted) as wanted:
        menu_action(youth, "History…").trigger()
    assert wanted.args == [Scope(root_in(youth))]


def test_the_keyboard_stays_where_it_is_when_somebody_else_writes(neighbours: PartnershipPage) -> None:
    row = card(neighbours, "Dates").findChildren(LinkRow)[1]
    row.setFocus()
    assert row.hasFocus()
    name = name_of(row)
    root = root_in(neighbours)
    save(neighbours, answer_edit(root, "a", "c1.need", text="Written elsewhere"))
    settle()
    settle_layouts()
    now = QApplication.focusWidget()
    assert now is not None
    assert now is not row
    assert name_of(now) == name


def test_the_partners_file_shows_their_side_first(
    show: ShowPartnership, open_context: OpenContext, sample: Path
) -> None:
    root = root_of(sample, NEIGHBOURS)
    with reader(sample) as db:
        theirs = queries.dossier(db, root).theirs
    with contextlib.closing(file.connect(sample, "rw")) as db:
        Log(db, Author("Partner")).set_meta("home", theirs.organisation.id.hex())
    page = show(open_context(sample), root)
    [line] = page.findChildren(LineView)
    assert {place.stop.checkpoint[0] for place in line.line().places if place.track == 0} == {"m"}
    assert page._progress is not None
    assert page._progress[0].current.startswith("m")


# the look -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "columns"), [(1300, 3), (1000, 2), (700, 1)])
def test_cards_stand_in_as_many_columns_as_fit(neighbours: PartnershipPage, width: int, columns: int) -> None:
    neighbours.resize(width, 720)
    settle_layouts()
    assert len({one.x() for one in cards(neighbours).values()}) == columns
    assert sorted(cards(neighbours)) == sorted(CARDS), "none is lost on the way"


@pytest.mark.parametrize("language", ["en", "lv"])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_control_has_a_name_and_no_text_is_cut(
    show: ShowPartnership, open_context: OpenContext, make_sample: MakeSample, language: str, number: int
) -> None:
    context = open_context(make_sample(language), language)
    page = show(context, context.session.partnership_ids()[number])
    assert nameless(page) == []
    assert cut(page) == []


def test_the_dashboard_of_nothing_yet_is_whole_and_named(begun: PartnershipPage) -> None:
    assert nameless(begun) == []
    assert cut(begun) == []
