"""The program as a user meets it: from the first question to the open file, another one, another language, the end."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop import app as program
from roadmap_desktop import paths
from roadmap_desktop.app import App
from roadmap_desktop.domain.call import Call
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import DiskFull, FileLookedAt
from roadmap_desktop.domain.records import Person
from roadmap_desktop.paint import theme
from roadmap_desktop.session import Session
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import call as calls
from roadmap_desktop.store import file, new, open_json
from roadmap_desktop.store.log import Author, Log
from roadmap_desktop.store.trust import Trust
from roadmap_desktop.views import first_start
from roadmap_desktop.views.arrival import ArrivalDialog
from roadmap_desktop.views.called import reason
from roadmap_desktop.views.export import ExportDialog
from roadmap_desktop.views.first_start import FirstStart
from roadmap_desktop.views.home import HomePage
from roadmap_desktop.views.import_list import ImportDialog
from roadmap_desktop.views.mending import MendingDialog
from roadmap_desktop.views.new_partnership import NewPartnershipDialog
from roadmap_desktop.views.page import Place
from roadmap_desktop.views.printing import PrintDialog
from roadmap_desktop.views.receive import ReceiveDialog
from roadmap_desktop.views.send import SendDialog
from roadmap_desktop.views.settings import SettingsDialog
from roadmap_desktop.views.shell import Shell
from roadmap_desktop.views.start import StartWindow
from tests.acting import button, click, texts, write
from tests.builders import TODAY, words
from tests.conftest import MakeSample, settle
from tests.reading import answer_of, dossier_of, reader, root_of, titles_in

YOUTH = "Youth centre in the old school"
MakeApp = Callable[[], App]


@pytest.fixture
def make(
    qapp: QApplication, settings: Settings, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MakeApp]:
    """Starts the program on an English system on the sample's day; all its windows go after the test."""
    monkeypatch.setattr(program, "today", lambda: TODAY)
    for module in (program, first_start):
        monkeypatch.setattr(module, "system_language", lambda: "en")
    before, running = QLocale(), list[App]()

    def made() -> App:
        running.append(App(qapp, settings, Shell("#ffffff", settings.text("window"))))
        return running[-1]

    yield made
    for one in running:
        windows: list[QWidget | None] = [one.first, one.start, one.shell]
        one.shell.close()
        for window in windows:
            if window is not None:
                window.hide()
                window.deleteLater()
        one.design.choose("light")
        one.translators.use("none")
        one.deleteLater()
    settle()
    QLocale.setDefault(before)


@pytest.fixture
def known(settings: Settings) -> Settings:
    """Somebody who has used the program before."""
    settings.set(language="en", name="Ilze Bērziņa", organisation="Ābeļkalna ļaudis")
    return settings


@pytest.fixture
def running(make: MakeApp, known: Settings, sample: Path) -> App:
    """The program with the sample open, which it has made itself."""
    Trust(known.folder).note(sample, made=True)
    started = make()
    started.begin(sample)
    return started


def session_of(app: App) -> Session:
    assert app.session is not None
    return app.session


def place(app: App) -> Place:
    assert app.desk is not None
    return app.desk.place


def go(app: App, where: Place) -> None:
    assert app.desk is not None
    app.desk.go(where)


def start_window(app: App) -> StartWindow:
    assert app.start is not None
    assert app.start.isVisible()
    return app.start


def mending(app: App) -> str:
    """What the window over the start window says of a file that cannot be opened."""
    [dialog] = start_window(app).findChildren(MendingDialog)
    assert dialog.isVisible()
    return " ".join(texts(dialog))


def said(app: App) -> str:
    """What the start window complains of."""
    banner = start_window(app).banner
    return banner.text.text() if banner.isVisible() else ""


def trigger(inside: QWidget, text: str) -> None:
    [found] = {action for action in inside.findChildren(QAction) if action.text().startswith(text)}
    found.trigger()


def language_in_view(app: App) -> str:
    assert app.desk is not None
    return app.desk.page().context.words.language


# the first start ----------------------------------------------------------------------------------------


def answer_first_questions(first: FirstStart, beginning: str) -> None:
    """Up to the last screen, as a coordinator would."""
    click(first.language.button("en"))
    click(button(first, "Next"))
    write(first.name, "Ilze Bērziņa")
    write(first.organisation, "Ābeļkalna ļaudis")
    click(first.kind.button("community"))
    click(button(first, "Next"))
    click(first.file.beginning.button(beginning))


@pytest.fixture
def first(make: MakeApp) -> App:
    started = make()
    started.begin(None)
    assert started.first is not None
    assert started.first.isVisible()
    return started


def test_from_the_first_question_to_the_first_checkpoint(
    first: App, documents: Path, settings: Settings
) -> None:
    window = first.first
    assert window is not None
    answer_first_questions(window, "partnership")
    write(window.file.first_title, "Jauniešu istaba")
    write(window.file.partner, "Bērzvalku pašvaldība")
    click(button(window, "Begin"))
    path = documents / "Ābeļkalna ļaudis.roadmap"
    found = dossier_of(path, "Jauniešu istaba")
    assert (found.ours.organisation.name, found.ours.side.form) == ("Ābeļkalna ļaudis", "community")
    assert (found.theirs.organisation.name, found.theirs.side.form) == (
        "Bērzvalku pašvaldība",
        "municipality",
    )
    assert place(first)[:3] == Place("wizard", found.partnership.id, "a")[:3]
    assert not window.isVisible()
    assert first.shell.isVisible()
    assert settings.recent() == [path]
    assert (settings.text("name"), settings.text("organisation")) == ("Ilze Bērziņa", "Ābeļkalna ļaudis")
    with reader(path) as db:
        assert "Ilze Bērziņa" in db.execute("SELECT body FROM session").fetchone()[0]


def test_the_sample_can_be_looked_at_first(first: App) -> None:
    window = first.first
    assert window is not None
    answer_first_questions(window, "sample")
    click(button(window, "Begin"))
    assert YOUTH in titles_in(session_of(first).path)
    assert place(first) == Place("home")


def test_a_file_that_cannot_be_made_keeps_the_questions_and_answers(
    first: App, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object) -> None:
        raise DiskFull(path=path)

    window = first.first
    assert window is not None
    answer_first_questions(window, "partnership")
    write(window.file.first_title, "Jauniešu istaba")
    write(window.file.partner, "Bērzvalku pašvaldība")
    with monkeypatch.context() as patch:
        patch.setattr(new, "new_file", full)
        click(button(window, "Begin"))
    assert window.isVisible()
    assert "The disk is full" in window.banner.text.text()
    assert (first.session, list(documents.iterdir())) == (None, [])
    click(button(window, "Begin"))
    assert titles_in(session_of(first).path) == ["Jauniešu istaba"]


def test_whoever_answers_nothing_sees_what_else_there_is(first: App) -> None:
    assert first.first is not None
    first.first.close()
    assert start_window(first).new.isVisible()
    assert first.session is None


# opening ------------------------------------------------------------------------------------------------


def test_without_a_file_the_start_window_offers_what_there_is(
    make: MakeApp, known: Settings, sample: Path
) -> None:
    known.add_recent(sample)
    started = make()
    started.begin(None)
    assert start_window(started).recent.model().rowCount() == 1
    assert not started.shell.isVisible()


def test_a_file_opens_at_home(running: App, known: Settings, sample: Path) -> None:
    assert place(running) == Place("home")
    assert running.desk is not None
    assert isinstance(running.desk.page(), HomePage)
    assert running.shell.windowTitle().endswith("sample.roadmap")
    assert known.recent() == [sample]


@pytest.mark.parametrize(
    ("bytes_there", "sentence"),
    [
        (None, "is not there"),
        (b"", "is empty"),
        (b"PK\x03\x04 a Word document " * 50, "no file of Roadmap Desktop"),
    ],
)
def test_what_is_no_file_of_ours_is_said_over_the_start_window(
    make: MakeApp, known: Settings, tmp_path: Path, bytes_there: bytes | None, sentence: str
) -> None:
    path = tmp_path / "letter.roadmap"
    if bytes_there is not None:
        path.write_bytes(bytes_there)
    started = make()
    started.begin(path)
    assert sentence in mending(started)
    assert "“letter.roadmap”" in mending(started)
    assert (started.session, started.shell.isVisible()) == (None, False)
    assert (path.read_bytes() if path.exists() else None) == bytes_there


def test_a_damaged_file_is_said_and_another_can_be_opened(
    make: MakeApp, known: Settings, sample: Path, make_sample: MakeSample, qtbot: QtBot
) -> None:
    broken = make_sample("en", "broken.roadmap")
    broken.write_bytes(broken.read_bytes()[:20_000])
    started = make()
    started.begin(broken)
    assert "“broken.roadmap” is damaged" in mending(started)
    start_window(started).open_wanted.emit(sample)
    qtbot.waitUntil(lambda: started.session is not None)
    assert place(started) == Place("home")
    assert started.start is not None
    assert not started.start.isVisible()


# files from elsewhere -----------------------------------------------------------------------------------


@pytest.fixture
def came(sample: Path, tmp_path: Path) -> Path:
    """The partner's copy of our file, with an answer of theirs, as it lies in a mail."""
    copy = Path(shutil.copyfile(sample, tmp_path / "from Kārlis.roadmap"))
    with contextlib.closing(file.open_for_writing(copy)) as db:
        edit = answer_edit(root_of(sample, YOUTH), "a", "c1.need", text="A place to meet")
        Log(db, Author("Kārlis Ozols", "Novada dome")).save([edit])
    return copy


def asking(app: App, qtbot: QtBot) -> ArrivalDialog:
    """The window that asks what shall be done with a file from elsewhere."""
    qtbot.waitUntil(
        lambda: any(
            one.isVisible() for one in QApplication.topLevelWidgets() if isinstance(one, ArrivalDialog)
        )
    )
    [found] = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, ArrivalDialog) and one.isVisible()
    ]
    return found


def receiving(app: App, qtbot: QtBot) -> ReceiveDialog:
    qtbot.waitUntil(lambda: bool(app.shell.findChildren(ReceiveDialog)))
    [found] = app.shell.findChildren(ReceiveDialog)
    qtbot.waitUntil(found.take.isVisible, timeout=20_000)
    return found


def test_a_partners_copy_that_is_opened_is_offered_to_be_taken_in(
    running: App, sample: Path, came: Path, qtbot: QtBot
) -> None:
    running.open(came)
    dialog = asking(running, qtbot)
    assert "says it is from Kārlis Ozols, Novada dome" in " ".join(texts(dialog))
    assert dialog.taking.hasFocus()
    click(dialog.taking)
    window = receiving(running, qtbot)
    with qtbot.waitSignal(window.taken_in):
        click(window.take)
    assert session_of(running).path == sample
    assert answer_of(sample, YOUTH, "c1.need").text == "A place to meet"
    click(window.done_)


def test_whoever_begins_with_a_file_that_came_always_has_a_window(
    make: MakeApp, came: Path, qtbot: QtBot
) -> None:
    started = make()
    started.begin(came)
    assert started.first is not None
    assert not started.shell.isVisible()
    click(started.first.language.button("en"))
    click(button(started.first, "Next"))
    write(started.first.name, "Kārlis Ozols")
    write(started.first.organisation, "Novada dome")
    click(button(started.first, "Begin"))
    assert not started.first.isVisible()
    assert started.session is None  # still being looked through; without a window the program would end here
    assert started.shell.isVisible()
    qtbot.waitUntil(lambda: started.session is not None)


def test_without_an_open_file_it_goes_into_the_one_opened_last(
    make: MakeApp, known: Settings, sample: Path, came: Path, qtbot: QtBot
) -> None:
    known.add_recent(sample)
    Trust(known.folder).note(sample, made=True)
    started = make()
    started.begin(came)
    click(asking(started, qtbot).taking)
    window = receiving(started, qtbot)
    assert session_of(started).path == sample
    window.close()


def test_just_looking_changes_nothing_and_can_be_thought_better_of(
    running: App, sample: Path, came: Path, qtbot: QtBot
) -> None:
    before = came.read_bytes()
    running.open(came)
    click(asking(running, qtbot).looking)
    session = session_of(running)
    assert (session.path, type(session.obstacle)) == (came, FileLookedAt)
    assert running.settings.recent() == [sample]
    session.save([answer_edit(root_of(came, YOUTH), "a", "c1.need", text="Not here")])
    assert came.read_bytes() == before
    assert [one for one in came.parent.iterdir() if came.name in one.name] == [came], (
        "nothing is noted beside it"
    )
    assert running.desk is not None
    assert "You are only looking at “from Kārlis.roadmap”." in running.desk.banner.text.text()
    click(button(running.desk.banner, "Do something else with it…"))
    click(asking(running, qtbot).taking)
    window = receiving(running, qtbot)
    assert session_of(running).path == sample
    window.close()
    running.open(came)
    assert asking(running, qtbot).taking.isVisible(), "it is asked about again next time"


def test_what_lies_in_a_passing_folder_is_offered_a_place_of_its_own(
    make: MakeApp, known: Settings, came: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "is_passing", lambda path: path == came)
    out = tmp_path / "Documents" / "Ours.roadmap"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out), ""))
    started = make()
    started.begin(came)
    dialog = asking(started, qtbot)
    assert "may be gone tomorrow" in " ".join(texts(dialog))
    assert not hasattr(dialog, "working"), "nobody works in a folder that is cleared out"
    assert not hasattr(dialog, "taking"), "there is no file of our own yet"
    assert dialog.keeping.hasFocus()
    click(dialog.keeping)
    qtbot.waitUntil(lambda: started.session is not None)
    assert session_of(started).path == out
    assert session_of(started).obstacle is None
    assert answer_of(out, YOUTH, "c1.need").text == "A place to meet"


def test_escape_leaves_the_file_alone(running: App, sample: Path, came: Path, qtbot: QtBot) -> None:
    running.open(came)
    asking(running, qtbot).reject()
    assert session_of(running).path == sample


def test_several_dropped_on_the_start_window_go_into_our_file(
    running: App, sample: Path, came: Path, qtbot: QtBot
) -> None:
    running.show_start()
    start_window(running).receive_wanted.emit([came, came])
    window = receiving(running, qtbot)
    assert session_of(running).path == sample
    window.close()


def test_opening_another_file_closes_the_first(
    running: App, sample: Path, make_sample: MakeSample, qtbot: QtBot
) -> None:
    other = make_sample("lv", "other.roadmap")
    before = session_of(running)
    before.save([answer_edit(root_of(sample, YOUTH), "a", "c1.need", text="Just before")])
    running.open(other)
    qtbot.waitUntil(lambda: session_of(running).path == other)
    assert answer_of(sample, YOUTH, "c1.need").text == "Just before"
    with pytest.raises(sqlite3.ProgrammingError):
        before.partnership_ids()
    assert place(running) == Place("home")
    assert running.settings.recent() == [other, sample]


def test_the_same_file_again_only_comes_forward(running: App, sample: Path) -> None:
    before, desk = session_of(running), running.desk
    running.open(sample)
    assert session_of(running) is before
    assert running.desk is desk


def test_the_menu_leads_to_the_start_window_and_the_file_stays(running: App) -> None:
    assert running.desk is not None
    running.desk.start_wanted.emit()
    assert start_window(running).isVisible()
    assert session_of(running).partnership_ids()


def test_each_look_at_the_sample_is_a_fresh_one(make: MakeApp, known: Settings, documents: Path) -> None:
    started = make()
    started.begin(None)
    for name in ("Sample file.roadmap", "Sample file 2.roadmap"):
        click(start_window(started).sample)
        assert session_of(started).path == documents / name
        assert YOUTH in titles_in(documents / name)
        started.show_start()


def test_a_sample_that_cannot_be_made_is_said(
    make: MakeApp, known: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object) -> None:
        raise DiskFull(path=path)

    monkeypatch.setattr(new, "sample_file", full)
    started = make()
    started.begin(None)
    click(start_window(started).sample)
    assert "The disk is full" in said(started)


# at run time --------------------------------------------------------------------------------------------


def test_another_language_rebuilds_the_desk_at_the_same_place(running: App, sample: Path) -> None:
    where = Place("partnership", root_of(sample, YOUTH))
    go(running, where)
    before, desk = session_of(running), running.desk
    running.speak("lv")
    assert running.desk is not desk
    assert (place(running), session_of(running)) == (where, before)
    assert running.desk is not None
    assert running.desk.way == (Place("home"), where)
    assert language_in_view(running) == "lv"
    assert QLocale().language() == QLocale.Language.Latvian
    assert running.settings.text("language") == "lv"
    assert any("17.11.2026" in text for text in texts(running.shell)), "dates follow the language"


def test_the_old_desk_hears_nothing_any_more(running: App, sample: Path, qtbot: QtBot) -> None:
    old = running.desk
    assert old is not None
    with qtbot.waitSignal(old.destroyed):
        running.speak("lv")
        settle()
    with qtbot.waitSignal(session_of(running).changed):
        session_of(running).save([answer_edit(root_of(sample, YOUTH), "a", "c1.need", text="After")])
    assert answer_of(sample, YOUTH, "c1.need").text == "After"


def test_words_being_typed_outlive_the_change_of_language(running: App, sample: Path) -> None:
    root = root_of(sample, YOUTH)
    go(running, Place("wizard", root, "a", "c1.offer"))
    typed(running, "Vārdi, kas tiek rakstīti")
    running.speak("lv")
    session_of(running).flush()
    assert answer_of(sample, YOUTH, "c1.offer").text.endswith("Vārdi, kas tiek rakstīti")
    assert place(running).checkpoint == "c1.offer"


def typed(app: App, text: str) -> None:
    """Type into the answer in view."""
    [field] = [
        one for one in app.shell.findChildren(QPlainTextEdit) if one.isVisible() and not one.isReadOnly()
    ][:1]
    field.selectAll()
    write(field, text)


@pytest.mark.parametrize(("name", "expected"), [("dark", theme.DARK), ("contrast", theme.CONTRAST)])
def test_another_theme_dresses_every_window(running: App, name: str, expected: theme.Theme) -> None:
    running._dress(name)
    assert running.design.theme is expected
    assert running.settings.text("theme") == name
    assert place(running) == Place("home")
    assert running.shell.grab().toImage().pixelColor(3, 3).name() == expected.window


def test_a_choice_in_the_settings_takes_effect_when_they_close(running: App, qtbot: QtBot) -> None:
    assert running.desk is not None
    trigger(running.desk, "Settings")
    [dialog] = running.shell.findChildren(SettingsDialog)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    dialog.language_chosen.emit("lv")
    assert dialog.isVisible()
    dialog.accept()
    assert language_in_view(running) == "lv"


def test_a_new_partnership_is_begun_and_shown(running: App, sample: Path, qtbot: QtBot) -> None:
    assert running.desk is not None
    trigger(running.desk, "New partnership")
    [dialog] = running.shell.findChildren(NewPartnershipDialog)
    write(dialog.title, "Kopienas dārzs")
    write(dialog.partner, "Līvānu novads")
    with qtbot.waitSignal(dialog.created) as created:
        dialog.accept()
    assert place(running) == Place("partnership", created.args[0])
    assert dossier_of(sample, "Kopienas dārzs").theirs.organisation.name == "Līvānu novads"


def test_a_deleted_partnership_can_be_brought_back(running: App, sample: Path, qtbot: QtBot) -> None:
    go(running, Place("partnership", root_of(sample, YOUTH)))
    assert running.desk is not None
    with qtbot.waitSignal(session_of(running).changed):
        trigger(running.desk.page(), "Delete this partnership")
    assert place(running) == Place("home")
    assert YOUTH not in titles_in(sample)
    assert f"“{YOUTH}” is in the bin now." in texts(running.shell)
    with qtbot.waitSignal(session_of(running).changed):
        click(button(running.shell, "Bring it back"))
    assert YOUTH in titles_in(sample)
    assert f"“{YOUTH}” is in the bin now." not in texts(running.shell)


@pytest.mark.parametrize("inside", [False, True])
def test_printing_opens_what_is_in_view(running: App, sample: Path, inside: bool) -> None:
    root = root_of(sample, YOUTH)
    if inside:
        go(running, Place("partnership", root))
    click(button(running.shell, "Print"))
    [dialog] = running.shell.findChildren(PrintDialog)
    assert dialog.isVisible()
    assert dialog.windowTitle()
    dialog.reject()


@pytest.mark.parametrize("way", ["menu", "drop"])
def test_lists_go_out_and_come_in(running: App, sample: Path, way: str, tmp_path: Path) -> None:
    assert running.desk is not None
    path = tmp_path / "partners.csv"
    path.write_text("Name,E-mail\nRiver bank,a@b.example\n", "utf-8")
    if way == "menu":
        for name in ("Export…", "Import partners and contacts…"):
            [entry] = [one for one in running.desk.actions() if one.text() == name]
            entry.trigger()
        [shown] = running.shell.findChildren(ExportDialog)
        assert shown.isVisible()
        shown.close()
    else:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        sort = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(QPoint(9, 9), *sort)
        QApplication.sendEvent(running.desk, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(running.desk, QDropEvent(QPointF(9, 9), *sort))
    [dialog] = running.shell.findChildren(ImportDialog)
    assert dialog.isVisible()
    dialog.close()


def test_a_whole_file_as_json_is_gone_on_in(
    running: App, sample: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = tmp_path / "all.json", tmp_path / "back.roadmap"
    open_json.write(sample, source)
    assert running.desk is not None
    running.desk.import_wanted.emit(source)
    [dialog] = running.shell.findChildren(ImportDialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    click(button(dialog, "Save as a file…"))
    qtbot.waitUntil(lambda: running.session is not None and running.session.path == out, timeout=30_000)
    assert titles_in(out) == titles_in(sample)


# the end ------------------------------------------------------------------------------------------------


def test_the_window_comes_back_where_it_was(running: App, make: MakeApp) -> None:
    running.shell.resize(790, 520)
    running.shell.close()
    assert running.settings.text("window") != ""
    again = make()
    assert (again.shell.width(), again.shell.height()) == (790, 520)


def test_closing_the_window_saves_what_was_being_typed(running: App, sample: Path) -> None:
    go(running, Place("wizard", root_of(sample, YOUTH), "a", "c1.offer"))
    typed(running, "Pēdējie vārdi")
    before = session_of(running)
    running.shell.close()
    assert answer_of(sample, YOUTH, "c1.offer").text.endswith("Pēdējie vārdi")
    assert (running.session, running.desk) == (None, None)
    with pytest.raises(sqlite3.ProgrammingError):
        before.partnership_ids()
    assert list(sample.parent.glob("*-journal")) == []


def test_a_file_into_which_nobody_else_wrote_is_known_next_time(
    running: App, known: Settings, sample: Path
) -> None:
    session_of(running).save([answer_edit(root_of(sample, YOUTH), "a", "c1.need", text="By us")])
    running.shell.close()
    assert Trust(known.folder).knows(sample)


@pytest.mark.parametrize("noticed", [True, False])
def test_a_file_into_which_somebody_else_wrote_is_looked_through_next_time(
    running: App, known: Settings, sample: Path, noticed: bool, qtbot: QtBot
) -> None:
    session = session_of(running)
    with contextlib.closing(file.connect(sample, "rw")) as db:
        Log(db, Author("Anna")).save([answer_edit(root_of(sample, YOUTH), "a", "c1.need", text="By Anna")])
    if noticed:
        with qtbot.waitSignal(session.others_wrote):
            pass
    running.shell.close()
    assert not Trust(known.folder).knows(sample)


def test_close_in_the_menu_closes_the_window(running: App) -> None:
    assert running.desk is not None
    trigger(running.desk, "Close")
    assert not running.shell.isVisible()
    assert running.session is None


# a collection call ---------------------------------------------------------------------------------------

CALL = Call("Ciemu apvienība", "numbers", "2026-12-15", "birojs@apvieniba.example", "<b>Paldies!</b>", 2026)


@pytest.fixture
def call(tmp_path: Path) -> Path:
    path = tmp_path / "Ciemu apvienība 2026.roadmap-call"
    calls.write(path, CALL)
    return path


def sending(app: App) -> SendDialog:
    [dialog] = app.shell.findChildren(SendDialog)
    assert dialog.isVisible()
    return dialog


def test_a_call_opens_send_as_it_asks(running: App, call: Path, qtbot: QtBot) -> None:
    running.open(call)
    dialog = sending(running)
    qtbot.waitUntil(dialog.prepare.isEnabled, timeout=10_000)
    assert dialog.audience.chosen_level == "numbers"
    assert dialog.letter.to() == Person(name=CALL.name, email=CALL.email)
    told = " ".join(texts(dialog))
    for part in (
        "says it asks its members for: numbers only",
        "15 December 2026",
        "<b>Paldies!</b>",
        "You decide",
    ):
        assert part in told
    dialog.close()


def test_a_call_waits_for_the_file_that_is_opened_next(
    make: MakeApp, known: Settings, sample: Path, call: Path, qtbot: QtBot
) -> None:
    Trust(known.folder).note(sample, made=True)
    app = make()
    app.begin(call)
    assert "“Ciemu apvienība” asks for something of your file." in said(app)
    assert not start_window(app).banner._grave  # nothing is wrong
    app.open(sample)
    qtbot.waitUntil(lambda: bool(app.shell.findChildren(SendDialog)))
    sending(app).close()


def test_a_call_that_is_none_is_refused(running: App, call: Path) -> None:
    call.write_text('{"roadmap-call": 1, "level": "everything"}', "utf-8")
    running.open(call)
    assert not running.shell.findChildren(SendDialog)
    assert running.desk is not None
    assert "damaged" in running.desk.banner.text.text()
    assert session_of(running).obstacle is None
    assert not running.shell.findChildren(MendingDialog)


def test_a_call_that_is_gone_is_said_at_the_start(make: MakeApp, known: Settings, tmp_path: Path) -> None:
    app = make()
    app.begin(tmp_path / "gone.roadmap-call")
    assert "“gone.roadmap-call” is not there." in said(app)


def test_the_deadline_may_be_over(qapp: QApplication) -> None:
    assert "which is over" in reason(CALL, words("en"), "2026-12-16")
    assert "which is over" not in reason(CALL, words("en"), "2026-12-15")
    assert "They ask" not in reason(CALL._replace(until="", text=""), words("en"), TODAY)
    assert len(reason(CALL._replace(text="x" * 2_000), words("en"), TODAY)) < 1_000
