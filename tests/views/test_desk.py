"""The desk: the way through the pages and back, what the session says, and the commands that are always at hand."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import DiskFull, UnknownPartnership
from roadmap_desktop.domain.records import LONG_TEXT
from roadmap_desktop.session import Session
from roadmap_desktop.store import file
from roadmap_desktop.store.log import Log, Step
from roadmap_desktop.views.desk import Desk
from roadmap_desktop.views.home import HomePage
from roadmap_desktop.views.joint import JointPage
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.views.partnership import PartnershipPage
from roadmap_desktop.views.shell import Shell
from tests.accessible import nameless
from tests.acting import button, click, shortcut, texts
from tests.conftest import MakeSample, OpenContext, settle
from tests.cut import cut
from tests.reading import answer_of, everything_in, root_of, titles_in

YOUTH = "Youth centre in the old school"
HOME = Place("home")
StandardKey = QKeySequence.StandardKey


class Stop(Page):
    """Stands for the wizard: remembers where it was, and has words of its own to hand over when left."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.places: list[Place] = []
        self.refreshed: list[frozenset[bytes]] = []
        self.words = ""

    def show_place(self, place: Place) -> None:
        self.places.append(place)
        self.context.session.dossier(place.root)

    def refresh(self, roots: frozenset[bytes]) -> None:
        self.refreshed.append(roots)
        self.context.session.dossier(self.places[-1].root)

    def leave(self) -> None:
        words, self.words = self.words, ""
        if words:
            self.context.session.save([answer_edit(self.places[-1].root, "a", "c1.offer", text=words)])

    def title(self) -> str:
        return f"Stop {self.places[-1].checkpoint}"


MakeDesk = Callable[..., Desk]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[MakeDesk]:
    shells = list[Shell]()

    def made(context: Context, way: Sequence[Place] = ()) -> Desk:
        shell = Shell("#ffffff")
        shells.append(shell)
        desk = Desk(
            context,
            {"home": HomePage, "partnership": PartnershipPage, "joint": JointPage, "wizard": Stop},
        )
        shell.setCentralWidget(desk)
        shell.resize(1280, 720)
        with qtbot.waitExposed(shell):
            shell.show()
        desk.begin(way)
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        return desk

    yield made
    for shell in shells:
        shell.close()
        shell.deleteLater()
    settle()


@pytest.fixture
def context(open_context: OpenContext, sample: Path) -> Context:
    return open_context(sample)


@pytest.fixture
def desk(make: MakeDesk, context: Context) -> Desk:
    return make(context)


@pytest.fixture
def youth(sample: Path) -> bytes:
    return root_of(sample, YOUTH)


def session_of(desk: Desk) -> Session:
    return desk.context.session


def stop_page(desk: Desk) -> Stop:
    page = desk.page()
    assert isinstance(page, Stop)
    return page


def written(root: bytes, text: str) -> Edit:
    return answer_edit(root, "a", "c1.need", text=text)


def need(path: Path) -> str:
    return answer_of(path, YOUTH, "c1.need").text


# going about --------------------------------------------------------------------------------------------


def test_it_begins_at_home(desk: Desk) -> None:
    assert (desk.place, desk.way) == (HOME, (HOME,))
    assert isinstance(desk.page(), HomePage)
    assert desk.page().isVisible()
    assert "Association “Ābeļkalna ļaudis”" in texts(desk)
    assert desk.window().windowTitle() == "Association “Ābeļkalna ļaudis” – sample.roadmap"


def test_back_appears_with_the_first_step_and_leads_home(desk: Desk, youth: bytes) -> None:
    desk.go(Place("partnership", youth))
    assert isinstance(desk.page(), PartnershipPage)
    assert desk.window().windowTitle() == f"{YOUTH} – sample.roadmap"
    click(button(desk, "Back"))
    assert desk.place == HOME
    with pytest.raises(AssertionError, match="0 buttons"):
        button(desk, "Back")
    desk.back()
    assert desk.place == HOME, "there is nothing behind home"


def test_a_page_leads_on(desk: Desk, youth: bytes) -> None:
    desk.page().go.emit(Place("partnership", youth))
    desk.page().go.emit(Place("wizard", youth, "a", "c1.need"))
    assert desk.way == (HOME, Place("partnership", youth), Place("wizard", youth, "a", "c1.need"))


def test_a_place_on_the_way_is_gone_back_to(desk: Desk, youth: bytes) -> None:
    desk.go(Place("partnership", youth))
    desk.go(Place("wizard", youth, "a", "c1.need"))
    desk.go(Place("partnership", youth))
    assert desk.way == (HOME, Place("partnership", youth))
    desk.go(HOME)
    assert list(desk.way) == [HOME]


def test_stop_after_stop_is_one_step_of_the_way(desk: Desk, youth: bytes) -> None:
    desk.go(Place("partnership", youth))
    for checkpoint in ("c1.need", "c1.offer", "c1.risks"):
        desk.go(Place("wizard", youth, "a", checkpoint))
    assert stop_page(desk).places[-1].checkpoint == "c1.risks"
    desk.back()
    assert desk.place == Place("partnership", youth)


def test_pages_are_made_once(desk: Desk, youth: bytes) -> None:
    home = desk.page()
    desk.go(Place("wizard", youth, "a", "c1.need"))
    desk.go(HOME)
    assert desk.page() is home


def test_a_place_that_is_gone_leads_home(desk: Desk) -> None:
    desk.go(Place("partnership", bytes(16)))
    assert (desk.place, desk.way) == (HOME, (HOME,))
    assert desk.page().isVisible()


def test_a_way_can_be_taken_up_again(make: MakeDesk, context: Context, youth: bytes) -> None:
    way = (HOME, Place("partnership", youth), Place("wizard", youth, "a", "c1.need"))
    desk = make(context, way)
    assert desk.way == way
    assert desk.page().isVisible()
    desk.back()
    assert desk.place == way[1]
    desk.back()
    assert desk.place == HOME


def test_leaving_a_page_hands_over_its_words(desk: Desk, youth: bytes, sample: Path, qtbot: QtBot) -> None:
    desk.go(Place("wizard", youth, "a", "c1.need"))
    stop_page(desk).words = "Typed until the last moment"
    with qtbot.waitSignal(session_of(desk).changed):
        click(button(desk, "Back"))
    assert answer_of(sample, YOUTH, "c1.offer").text == "Typed until the last moment"


# what the session says ----------------------------------------------------------------------------------


def test_the_page_in_view_hears_of_a_change(desk: Desk, youth: bytes, qtbot: QtBot) -> None:
    desk.go(Place("wizard", youth, "a", "c1.need"))
    with qtbot.waitSignal(session_of(desk).changed):
        session_of(desk).save([written(youth, "New")])
    assert stop_page(desk).refreshed == [frozenset({youth})]


def test_a_new_name_is_shown_at_once(desk: Desk, youth: bytes, qtbot: QtBot) -> None:
    desk.go(Place("partnership", youth))
    desk.go(Place("wizard", youth, "a", "c1.need"))
    desk.back()
    with qtbot.waitSignal(session_of(desk).changed):
        session_of(desk).save([Edit(youth, "partnership", youth, {"title": "A garden"})])
    assert "A garden" in texts(desk)


def test_what_is_deleted_under_the_page_leads_home(desk: Desk, youth: bytes, qtbot: QtBot) -> None:
    desk.go(Place("partnership", youth))
    with qtbot.waitSignal(session_of(desk).changed):
        session_of(desk).save([Edit(youth, "partnership", youth, {DELETED: 1})])
    assert desk.place == HOME
    assert desk.page().isVisible()


def test_saving_is_told_quietly(desk: Desk, youth: bytes, qtbot: QtBot) -> None:
    session_of(desk).save([written(youth, "New")])
    assert "Saving…" in texts_now(desk)
    session_of(desk).flush()
    assert "Saved" in texts_now(desk)


def texts_now(desk: Desk) -> list[str]:
    """The labels as they are, without letting a save come home meanwhile."""
    return [one.text() for one in desk.findChildren(QLabel)]


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Fills the disk, and empties it again."""
    save, state = Log.save, {"full": False}

    def write(log: Log, edits: Sequence[Edit], *more: Any) -> Step:
        if state["full"]:
            raise sqlite_full()
        return save(log, edits, *more)

    monkeypatch.setattr(Log, "save", write)
    return lambda full: state.update(full=full)


def sqlite_full() -> sqlite3.Error:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return error


def test_a_save_that_failed_is_said_and_can_be_tried_again(
    desk: Desk, youth: bytes, sample: Path, full: Callable[[bool], None], qtbot: QtBot
) -> None:
    full(True)
    with qtbot.waitSignal(session_of(desk).failed) as failed:
        session_of(desk).save([written(youth, "New")])
    assert isinstance(failed.args[0], DiskFull)
    assert desk.banner.isVisible()
    assert "The disk is full: “sample.roadmap” could not be saved." in desk.banner.text.text()
    full(False)
    with qtbot.waitSignal(session_of(desk).changed):
        click(button(desk.banner, "Try again"))
    assert need(sample) == "New"
    assert not desk.banner.isVisible(), "what is mended is not complained of"


def test_a_success_does_not_hide_other_news(desk: Desk, youth: bytes, qtbot: QtBot) -> None:
    desk.say_deleted("A garden", bytes(16))
    with qtbot.waitSignal(session_of(desk).changed):
        session_of(desk).save([written(youth, "New")])
    assert desk.banner.isVisible()


def test_after_a_failure_other_news_stays_too(
    desk: Desk, youth: bytes, full: Callable[[bool], None], qtbot: QtBot
) -> None:
    full(True)
    with qtbot.waitSignal(session_of(desk).failed):
        session_of(desk).save([written(youth, "New")])
    full(False)
    desk.say_deleted("A garden", bytes(16))
    with qtbot.waitSignal(session_of(desk).changed):
        session_of(desk).retry()
    assert "“A garden” is in the bin now." in desk.banner.text.text()
    assert desk.banner.isVisible()


def test_news_of_a_failure_stays_until_everything_is_saved(desk: Desk, youth: bytes, qtbot: QtBot) -> None:
    too_long = written(youth, "x" * (LONG_TEXT + 1))
    with qtbot.waitSignal(session_of(desk).failed):
        session_of(desk).save([too_long])
    with qtbot.waitSignal(session_of(desk).changed):
        session_of(desk).save([answer_edit(youth, "a", "c1.offer", text="Another stop")])
    assert "too long" in desk.banner.text.text()
    assert desk.banner.isVisible()
    assert "Not saved" in texts_now(desk)
    with qtbot.waitSignal(session_of(desk).changed):
        session_of(desk).save([written(youth, "Shorter")])
    assert not desk.banner.isVisible()


def test_a_defect_of_ours_is_no_news_for_the_banner(
    desk: Desk, youth: bytes, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def broken(log: Log, edits: Sequence[Edit], *more: Any) -> Step:
        raise ZeroDivisionError

    monkeypatch.setattr(Log, "save", broken)
    with qtbot.capture_exceptions() as caught, qtbot.waitSignal(session_of(desk).failed):
        session_of(desk).save([written(youth, "New")])
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert not desk.banner.isVisible()


def test_a_newer_file_says_why_nothing_can_be_changed(
    make: MakeDesk, open_context: OpenContext, sample: Path
) -> None:
    with contextlib.closing(file.connect(sample, "rw")) as db:
        db.execute("PRAGMA user_version = 99")
    desk = make(open_context(sample))
    assert desk.banner.isVisible()
    assert "was made by a newer version" in desk.banner.text.text()
    assert not button(desk, "Undo").isEnabled()
    assert not button(desk, "Redo").isEnabled()


@pytest.mark.parametrize(("answer", "kept"), [("Put them back", True), ("Discard", False)])
def test_words_left_over_are_offered(
    make: MakeDesk,
    open_context: OpenContext,
    sample: Path,
    youth: bytes,
    qtbot: QtBot,
    answer: str,
    kept: bool,
) -> None:
    before = need(sample)
    open_context(sample).session.keep([written(youth, "From last week")])
    desk = make(open_context(sample))
    assert "had not been saved" in desk.banner.text.text()
    click(button(desk.banner, answer))
    session_of(desk).flush()
    assert need(sample) == ("From last week" if kept else before)
    assert session_of(desk).left_over == []
    assert not desk.banner.isVisible()


# deleting -----------------------------------------------------------------------------------------------


def test_a_deleted_partnership_can_be_brought_back_whatever_was_done_since(
    desk: Desk, sample: Path, youth: bytes, qtbot: QtBot
) -> None:
    before = everything_in(sample)
    session_of(desk).save([Edit(youth, "partnership", youth, {DELETED: 1})])
    session_of(desk).flush()
    desk.say_deleted(YOUTH, youth)
    assert len(titles_in(sample)) == 2
    garden = bytes(range(16))
    session_of(desk).save([Edit(garden, "partnership", garden, {"title": "A garden"})])
    session_of(desk).flush()
    with qtbot.waitSignal(session_of(desk).changed):
        click(button(desk.banner, "Bring it back"))
    assert "A garden" in titles_in(sample)
    session_of(desk).save([Edit(garden, "partnership", garden, {DELETED: 1})])
    session_of(desk).flush()
    assert everything_in(sample) == before
    assert not desk.banner.isVisible()


# undo and redo ------------------------------------------------------------------------------------------


def test_undo_and_redo_are_there_when_there_is_something(
    desk: Desk, youth: bytes, sample: Path, qtbot: QtBot
) -> None:
    undo, redo = button(desk, "Undo"), button(desk, "Redo")
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    before = need(sample)
    with qtbot.waitSignal(session_of(desk).changed):
        session_of(desk).save([written(youth, "New")])
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    with qtbot.waitSignal(session_of(desk).changed):
        click(undo)
    assert need(sample) == before
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    with qtbot.waitSignal(session_of(desk).changed):
        click(redo)
    assert need(sample) == "New"


def test_undo_and_redo_by_key(desk: Desk, youth: bytes, sample: Path, qtbot: QtBot) -> None:
    before = need(sample)
    with qtbot.waitSignal(session_of(desk).changed):
        session_of(desk).save([written(youth, "New")])
    with qtbot.waitSignal(session_of(desk).changed):
        shortcut(desk, StandardKey.Undo)
    assert need(sample) == before
    with qtbot.waitSignal(session_of(desk).changed):
        shortcut(desk, StandardKey.Redo)
    assert need(sample) == "New"


# commands -----------------------------------------------------------------------------------------------


def entry(desk: Desk, beginning: str) -> Callable[[], None]:
    [found] = [
        action
        for menu in desk.findChildren(QMenu)
        for action in menu.actions()
        if action.text().startswith(beginning)
    ]
    return found.trigger


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("New partnership", "new_partnership_wanted"),
        ("Open another file", "start_wanted"),
        ("Settings", "settings_wanted"),
        ("Close", "close_wanted"),
    ],
)
def test_the_menu_asks_for_what_only_the_app_can_do(desk: Desk, qtbot: QtBot, text: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(desk, signal)):
        entry(desk, text)()


@pytest.mark.parametrize(
    ("keys", "signal"),
    [("Ctrl+N", "new_partnership_wanted"), ("Ctrl+O", "start_wanted"), ("Ctrl+Q", "close_wanted")],
)
def test_the_commands_have_keys(desk: Desk, qtbot: QtBot, keys: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(desk, signal)):
        shortcut(desk, keys)


def test_find_leads_to_the_search_field_from_anywhere(desk: Desk, youth: bytes) -> None:
    desk.go(Place("wizard", youth, "a", "c1.need"))
    shortcut(desk, "Ctrl+F")
    assert desk.place == HOME
    field = desk.findChild(QLineEdit, "search")
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()


def test_printing_means_what_is_in_view(desk: Desk, youth: bytes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.print_wanted) as wanted:
        click(button(desk, "Print"))
    assert wanted.args == ["all", b""]
    desk.go(Place("partnership", youth))
    with qtbot.waitSignal(desk.print_wanted) as wanted:
        shortcut(desk, StandardKey.Print)
    assert wanted.args == ["progress", youth]
    desk.page().window_wanted.emit("joint", youth)
    assert desk.place == Place("joint", youth)
    with qtbot.waitSignal(desk.print_wanted) as wanted:
        shortcut(desk, StandardKey.Print)
    assert wanted.args == ["joint", youth]


def test_printing_takes_the_words_being_typed_along(desk: Desk, youth: bytes, qtbot: QtBot) -> None:
    desk.go(Place("wizard", youth, "a", "c1.need"))
    stop_page(desk).words = "Just typed"
    with qtbot.waitSignal(session_of(desk).changed):
        click(button(desk, "Print"))
    assert stop_page(desk).words == ""


@pytest.mark.parametrize(
    ("text", "sheet"), [("Print every partnership", "all"), ("Print a blank form", "blank")]
)
def test_the_other_sheets_are_in_the_menu(
    desk: Desk, youth: bytes, qtbot: QtBot, text: str, sheet: str
) -> None:
    desk.go(Place("partnership", youth))
    with qtbot.waitSignal(desk.print_wanted) as wanted:
        entry(desk, text)()
    assert wanted.args == [sheet, b""]


def test_the_back_key_leads_back(desk: Desk, youth: bytes, qtbot: QtBot) -> None:
    desk.go(Place("partnership", youth))
    shortcut(desk, StandardKey.Back)
    qtbot.waitUntil(lambda: desk.place == HOME)


# the look -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "lv"])
def test_every_control_has_a_name_and_no_text_is_cut(
    make: MakeDesk, open_context: OpenContext, make_sample: MakeSample, language: str
) -> None:
    context = open_context(make_sample(language), language)
    desk = make(context)
    for root in context.session.partnership_ids():
        assert nameless(desk) == []
        assert cut(desk) == []
        desk.go(Place("partnership", root))
    desk.say_deleted("Kopienas dārzs pie bibliotēkas", bytes(16))
    assert nameless(desk) == []
    assert cut(desk) == []


def test_an_unknown_partnership_never_reaches_the_user(desk: Desk, youth: bytes) -> None:
    desk.go(Place("wizard", youth, "a", "c1.need"))
    with pytest.raises(UnknownPartnership):
        session_of(desk).dossier(bytes(16))
    desk.go(Place("wizard", bytes(16), "a", "c1.need"))
    assert desk.place == HOME
