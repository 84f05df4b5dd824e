"""Home: every partnership in sight, what is due, and search through titles and answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QListView, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.dossier import Summary
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import FileReadOnly
from roadmap_desktop.messages import describe
from roadmap_desktop.models.partnerships import BLOCK, PartnershipsModel, Row
from roadmap_desktop.session import Session
from roadmap_desktop.store.log import Author
from roadmap_desktop.views.home import HomePage
from roadmap_desktop.views.page import Context, Place
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.link_row import LinkRow
from tests.accessible import name_of, nameless
from tests.acting import button, choose, click, press, texts, write
from tests.benchmarks.big import make_big
from tests.builders import TODAY, library, words
from tests.conftest import MakeSample, OpenContext
from tests.cut import cut, settle_layouts
from tests.reading import root_of
from tests.views.conftest import Shown

YOUTH = "Youth centre in the old school"
REPAIR = "Repair workshop and shared tool library for all generations"
NEIGHBOURS = "Neighbour help for seniors living alone"
ShowHome = Callable[[Context], HomePage]


@pytest.fixture
def show(shown: Shown) -> ShowHome:
    def made(context: Context) -> HomePage:
        page = HomePage(context)
        shown(page)
        page.show_place(Place("home"))
        return page

    return made


@pytest.fixture
def home(show: ShowHome, context: Context) -> HomePage:
    return show(context)


def listed(page: HomePage) -> QListView:
    [found] = [view for view in page.findChildren(QListView) if view.accessibleName()]
    return found


def titles(page: HomePage) -> list[str]:
    model = listed(page).model()
    return [str(model.index(number, 0).data()) for number in range(model.rowCount())]


def row(page: HomePage, title: str) -> Row:
    found = listed(page).model().index(titles(page).index(title), 0).data(PartnershipsModel.ROW)
    assert isinstance(found, Row)
    return found


def box(page: HomePage, name: str) -> QComboBox:
    [found] = [one for one in page.findChildren(QComboBox) if name_of(one) == name]
    return found


def links(page: HomePage) -> list[LinkRow]:
    settle_layouts()
    return [one for one in page.findChildren(LinkRow) if one.isVisible()]


def link(page: HomePage, beginning: str) -> LinkRow:
    [found] = [one for one in links(page) if name_of(one).startswith(beginning)]
    return found


def save(page: HomePage, *edits: Edit) -> None:
    """Save, and tell the page as the desk would."""
    session = page.context.session
    heard = list[frozenset[bytes]]()
    session.changed.connect(heard.append)
    session.save(edits)
    session.flush()
    for roots in heard:
        page.refresh(roots)


def look_for(page: HomePage, text: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.context.session.found, check_params_cb=lambda told, _: told == text):
        write(page.search, text)


# the list -----------------------------------------------------------------------------------------------


def test_every_partnership_is_listed_by_name(home: HomePage) -> None:
    assert titles(home) == [NEIGHBOURS, REPAIR, YOUTH]
    assert home.title() == "Association “Ābeļkalna ļaudis”"
    assert any(text.startswith("3 ") for text in texts(home))


def test_the_model_behind_the_list_is_sound(home: HomePage) -> None:
    model = listed(home).model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    choose(box(home, "Sort by"), "due")
    choose(box(home, "Show"), "ended")
    assert tester.model() is model


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("due", [YOUTH, REPAIR, NEIGHBOURS]),
        ("progress", [NEIGHBOURS, REPAIR, YOUTH]),
        ("title", [NEIGHBOURS, REPAIR, YOUTH]),
    ],
)
def test_the_list_can_be_sorted(home: HomePage, order: str, expected: list[str]) -> None:
    if order == "title":
        choose(box(home, "Sort by"), "due")
    choose(box(home, "Sort by"), order)
    assert titles(home) == expected


def test_what_changed_last_comes_first(home: HomePage) -> None:
    root = row(home, REPAIR).root
    choose(box(home, "Sort by"), "changed")
    save(home, answer_edit(root, "a", "c1.need", text="Newly said"))
    assert titles(home)[0] == REPAIR


def test_the_list_can_be_narrowed_to_a_stage(home: HomePage) -> None:
    root = row(home, REPAIR).root
    save(home, Edit(root, "partnership", root, {"stage": "paused"}))
    choose(box(home, "Show"), "paused")
    assert titles(home) == [REPAIR]
    choose(box(home, "Show"), "active")
    assert titles(home) == [NEIGHBOURS, YOUTH]
    choose(box(home, "Show"), "")
    assert len(titles(home)) == 3


def test_the_list_can_be_narrowed_to_what_is_overdue(home: HomePage) -> None:
    choose(box(home, "Show"), "overdue")
    assert titles(home) == [YOUTH]
    assert row(home, YOUTH).overdue == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_partnership_under_the_keyboard(home: HomePage, qtbot: QtBot, key: Qt.Key) -> None:
    view = listed(home)
    assert view.hasFocus()
    press(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(home.go) as go:
        press(view, key)
    assert go.args == [Place("partnership", row(home, REPAIR).root)]


def test_a_click_opens_a_partnership(home: HomePage, qtbot: QtBot) -> None:
    view = listed(home)
    with qtbot.waitSignal(home.go) as go:
        click(view.viewport(), view.visualRect(view.model().index(2, 0)).center())
    assert go.args == [Place("partnership", row(home, YOUTH).root)]


def test_a_row_shows_what_was_just_saved(home: HomePage) -> None:
    before = row(home, YOUTH)
    save(home, answer_edit(before.root, "a", "c1.offer", state="done"))
    assert row(home, YOUTH).done == before.done + 1


def test_a_partnership_deleted_goes_and_one_begun_comes(home: HomePage) -> None:
    root = row(home, REPAIR).root
    save(home, Edit(root, "partnership", root, {DELETED: 1}))
    assert titles(home) == [NEIGHBOURS, YOUTH]
    other = bytes(range(16))
    save(home, Edit(other, "partnership", other, {"title": "A garden"}))
    assert titles(home) == ["A garden", NEIGHBOURS, YOUTH]


def test_the_new_button_asks_for_a_new_one(home: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.new_wanted):
        click(button(home, "New partnership"))


# what is due --------------------------------------------------------------------------------------------


def test_overdue_and_coming_stops_stand_beside(home: HomePage) -> None:
    names = [name_of(found) for found in links(home)]
    assert names[0].endswith(f"17 Nov 2026 · {YOUTH} · Ilze Bērziņa"), "the overdue one first"
    shown = texts(home)
    assert shown.index("Overdue") < shown.index("Coming up")
    assert len(names) == len(home.context.session.due_stops("2026-12-14"))


def test_an_overdue_stop_leads_to_its_place_in_the_wizard(home: HomePage, qtbot: QtBot) -> None:
    stop = links(home)[0]
    with qtbot.waitSignal(home.go) as go:
        click(stop)
    assert go.args == [Place("wizard", row(home, YOUTH).root, "a", "c1.priorities")]


def test_a_stop_of_the_partners_side_leads_to_that_side(home: HomePage, qtbot: QtBot) -> None:
    title = library().form("municipality", "en").find("m3.midterm")
    assert title is not None
    with qtbot.waitSignal(home.go) as go:
        press(link(home, title.title), Qt.Key.Key_Return)
    assert go.args == [Place("wizard", row(home, NEIGHBOURS).root, "b", "m3.midterm")]


def test_a_stop_that_is_done_no_longer_needs_attention(home: HomePage) -> None:
    save(home, answer_edit(row(home, YOUTH).root, "a", "c1.priorities", state="done"))
    assert "Overdue" not in texts(home)


def test_where_nothing_is_due_a_sentence_says_so(
    show: ShowHome, open_context: OpenContext, empty: Path
) -> None:
    page = show(open_context(empty))
    assert any(text.startswith("Nothing is due") for text in texts(page))
    assert links(page) == []


# search -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["skola", "škola", "ŠKOLA", "Skola pie"])
def test_titles_are_found_whatever_their_diacritics(home: HomePage, qtbot: QtBot, typed: str) -> None:
    root = row(home, REPAIR).root
    save(home, Edit(root, "partnership", root, {"title": "Škola pie ezera"}))
    look_for(home, typed, qtbot)
    assert titles(home) == ["Škola pie ezera"]


def test_partners_are_found_by_name(home: HomePage, qtbot: QtBot) -> None:
    look_for(home, "mezezers", qtbot)
    assert [row(home, title).partner for title in titles(home)] == ["Mežezers Municipality"]


@pytest.mark.parametrize("typed", ["skolas pagalms", "Skolas PAGALMS", "pāgalms"])
def test_answers_are_found_and_lead_to_their_stop(home: HomePage, qtbot: QtBot, typed: str) -> None:
    root = row(home, YOUTH).root
    save(home, answer_edit(root, "a", "c1.offer", text="Mums ir atvērts skolas pagalms un trīs soli."))
    look_for(home, typed, qtbot)
    assert titles(home) == [], "no title holds these words"
    [found] = links(home)
    assert "skolas pagalms un trīs soli" in name_of(found)
    assert "Found in answers" in texts(home)
    with qtbot.waitSignal(home.go) as go:
        click(found)
    assert go.args == [Place("wizard", root, "a", "c1.offer")]


def test_words_that_stand_nowhere(home: HomePage, qtbot: QtBot) -> None:
    look_for(home, "xyzzy", qtbot)
    assert [found.isVisible() for found in home.findChildren(EmptyState)] == [True]
    assert {"Nothing found", "No answer holds these words."} <= set(texts(home))
    assert home.search.isVisible(), "so that the search can be changed"


def test_clearing_the_search_brings_everything_back(home: HomePage, qtbot: QtBot) -> None:
    look_for(home, "xyzzy", qtbot)
    home.search.selectAll()
    press(home.search, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(titles(home)) == 3)
    assert "What needs attention" in texts(home)
    assert not any(found.isVisible() for found in home.findChildren(EmptyState))


def test_a_late_answer_to_an_earlier_search_is_not_shown(home: HomePage, qtbot: QtBot) -> None:
    look_for(home, "xyzzy", qtbot)
    home.context.session.found.emit("an earlier search", [])
    home.search.clear()
    qtbot.waitUntil(lambda: "What needs attention" in texts(home))
    home.context.session.found.emit("xyzzy", [])
    assert "No answer holds these words." not in texts(home)


# nothing yet --------------------------------------------------------------------------------------------


def test_an_empty_file_invites_to_begin(
    show: ShowHome, open_context: OpenContext, empty: Path, qtbot: QtBot
) -> None:
    page = show(open_context(empty))
    [state] = [found for found in page.findChildren(EmptyState) if found.isVisible()]
    assert "Begin with one partnership" in texts(state)
    assert not page.search.isVisible()
    with qtbot.waitSignal(page.new_wanted):
        click(button(state, "New partnership"))


def test_the_first_partnership_takes_the_invitations_place(
    show: ShowHome, open_context: OpenContext, empty: Path
) -> None:
    page = show(open_context(empty))
    root = bytes(range(16))
    save(page, Edit(root, "partnership", root, {"title": "A garden"}))
    assert titles(page) == ["A garden"]
    assert listed(page).isVisible()
    assert page.search.isVisible()


# what is new --------------------------------------------------------------------------------------------


def test_what_i_wrote_is_never_new_to_me(home: HomePage) -> None:
    save(home, answer_edit(row(home, YOUTH).root, "a", "c1.offer", text="Mine"))
    assert not any(row(home, title).unseen for title in titles(home))


def test_what_somebody_else_wrote_is_new_until_i_have_looked(
    show: ShowHome, context: Context, open_session: Callable[..., Session], sample: Path, user_folder: Path
) -> None:
    janis = open_session(sample, Author("Jānis"), user_folder / "jānis")
    janis.save([answer_edit(root_of(sample, YOUTH), "a", "c1.offer", text="By Jānis")])
    janis.close()
    page = show(context)
    assert [title for title in titles(page) if row(page, title).unseen] == [YOUTH]
    context.settings.look(row(page, YOUTH).root.hex(), row(page, YOUTH).changed)
    page.show_place(Place("home"))
    assert not row(page, YOUTH).unseen


# many ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "crowd.roadmap"
    make_big(path, 10_000, checkpoints=2)
    return path


def test_of_ten_thousand_only_the_rows_in_sight_are_read(
    show: ShowHome, open_context: OpenContext, crowd: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked, summaries = list[int](), Session.summaries

    def counted(session: Session, ids: Sequence[bytes]) -> list[Summary]:
        asked.append(len(ids))
        return summaries(session, ids)

    monkeypatch.setattr(Session, "summaries", counted)
    page = show(open_context(crowd))
    view = listed(page)
    view.grab()
    assert view.model().rowCount() == 10_000
    assert 1 <= len(asked) <= 2
    view.scrollToBottom()
    view.grab()
    assert len(asked) <= 4
    assert max(asked) <= BLOCK
    assert view.model().index(9_999, 0).data() == titles_at_the_end(crowd)


def titles_at_the_end(path: Path) -> str:
    from roadmap_desktop.store import queries
    from tests.reading import reader

    with reader(path) as db:
        return queries.dossier(db, queries.partnership_ids(db)[-1]).partnership.title


# the look -----------------------------------------------------------------------------------------------


def test_a_narrow_window_keeps_the_list_and_lets_the_side_go(home: HomePage) -> None:
    assert links(home) != []
    home.resize(800, 600)
    assert links(home) == []
    assert listed(home).isVisible()
    home.resize(1280, 720)
    assert links(home) != []


def test_rows_are_painted_in_every_theme(home: HomePage) -> None:
    view, seen = listed(home), set[bytes]()
    for theme in ("light", "dark", "contrast"):
        home.context.design.choose(theme)
        seen.add(bytes(view.grab().toImage().constBits()))
    assert len(seen) == 3


@pytest.mark.parametrize("language", ["en", "lv"])
def test_every_control_has_a_name_and_no_text_is_cut(
    show: ShowHome, open_context: OpenContext, make_sample: MakeSample, language: str, qtbot: QtBot
) -> None:
    page = show(open_context(make_sample(language), language, TODAY))
    assert nameless(page) == []
    assert cut(page) == []
    assert words(language)("stage", "paused") in [box(page, "Show").itemText(number) for number in range(5)]
    look_for(page, "xyzzy", qtbot)
    assert nameless(page) == []
    assert cut(page) == []


def test_an_empty_home_is_whole_and_named(show: ShowHome, open_context: OpenContext, empty: Path) -> None:
    page = show(open_context(empty))
    assert nameless(page) == []
    assert cut(page) == []


# a file that cannot be changed, and others who change it ------------------------------------------------


@pytest.mark.parametrize("filled", [True, False])
def test_beginning_follows_what_keeps_the_file_from_being_changed(
    show: ShowHome, open_context: OpenContext, sample: Path, empty: Path, filled: bool
) -> None:
    context = open_context(sample if filled else empty)
    page = show(context)
    begin = [one for one in page.findChildren(QPushButton) if one.text() == "New partnership"]
    assert len(begin) == 2 - filled
    context.session.obstacle = FileReadOnly(path=context.session.path)
    page.show_obstacle()
    assert not any(one.isEnabled() for one in begin)
    assert {one.toolTip() for one in begin} == {describe(context.session.obstacle).what}
    context.session.obstacle = None
    page.show_obstacle()
    assert all(one.isEnabled() for one in begin)


def test_the_chosen_partnership_stays_chosen_when_others_come(home: HomePage, context: Context) -> None:
    view = listed(home)
    view.setCurrentIndex(view.model().index(1, 0))
    chosen = titles(home)[1]
    root = bytes(range(16))
    context.session.save([Edit(root, "partnership", root, {"title": "A first one", "stage": "active"})])
    context.session.flush()
    home.refresh(frozenset([root]))
    assert "A first one" in titles(home)
    assert view.currentIndex().data() == chosen


def test_the_keyboard_stays_at_what_is_due_when_others_write(home: HomePage, context: Context) -> None:
    row = next(one for one in home.findChildren(LinkRow) if one.isVisible())
    row.setFocus()
    name = name_of(row)
    root = root_of(context.session.path, YOUTH)
    context.session.save([answer_edit(root, "a", "c1.need", text="Written elsewhere")])
    context.session.flush()
    home.refresh(frozenset([root]))
    settle_layouts()
    now = QApplication.focusWidget()
    assert now is not None
    assert now is not row
    assert name_of(now) == name
