"""No English is left, and nothing is cut, in any window that speaks Latvian over the Latvian sample."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from roadmap_desktop import paths
from roadmap_desktop.app import App
from roadmap_desktop.documents.sheets import SHEETS
from roadmap_desktop.domain import portfolio
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.exchange import Said, pen_edit, sent_edit
from roadmap_desktop.domain.incoming import Source
from roadmap_desktop.domain.levels import Level
from roadmap_desktop.settings import Settings
from roadmap_desktop.store.arrival import Arrival
from roadmap_desktop.views.arrival import ArrivalDialog
from roadmap_desktop.views.backups import BackupsDialog
from roadmap_desktop.views.bin import BinDialog
from roadmap_desktop.views.calling import CallDialog
from roadmap_desktop.views.collecting import CollectDialog
from roadmap_desktop.views.compare import CompareDialog
from roadmap_desktop.views.conflicts import ConflictsDialog
from roadmap_desktop.views.crash import CrashWindow
from roadmap_desktop.views.desk import Desk
from roadmap_desktop.views.details import DetailsDialog
from roadmap_desktop.views.documents import DocumentsPage
from roadmap_desktop.views.exchanges import ExchangesDialog
from roadmap_desktop.views.export import ExportDialog
from roadmap_desktop.views.first_start import FirstStart
from roadmap_desktop.views.from_paper import FromPaperDialog
from roadmap_desktop.views.history import HistoryDialog
from roadmap_desktop.views.import_list import ImportDialog
from roadmap_desktop.views.letterhead import LetterheadDialog
from roadmap_desktop.views.meeting import MeetingDialog
from roadmap_desktop.views.member import MemberDialog, MemberNamesDialog
from roadmap_desktop.views.members import MembersPage
from roadmap_desktop.views.mending import MendingDialog
from roadmap_desktop.views.new_partnership import NewPartnershipDialog
from roadmap_desktop.views.page import Context, Place
from roadmap_desktop.views.password import SaveLockedDialog
from roadmap_desktop.views.printing import PrintDialog
from roadmap_desktop.views.send import SendDialog
from roadmap_desktop.views.settings import SettingsDialog
from roadmap_desktop.views.shell import Shell
from roadmap_desktop.views.start import StartWindow
from roadmap_desktop.views.unlock import AskPasswordDialog
from roadmap_desktop.views.versions import Versions
from roadmap_desktop.widgets.design import Design
from tests import gathered
from tests.accessible import nameless
from tests.acting import button, click
from tests.conftest import MakeSample, settle
from tests.cut import cut, settle_layouts
from tests.disputing import disagree
from tests.english import english_left, english_words
from translations.build import compile_all

SIZE = (1280, 720)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .qm files, made anew."""
    folder = tmp_path_factory.mktemp("translations")
    for source in paths.TRANSLATIONS.glob("*.ts"):
        shutil.copy(source, folder)
    compile_all(folder)
    return folder


@pytest.fixture
def app(
    compiled: Path, qapp: QApplication, settings: Settings, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[App]:
    """The program in Latvian, its window on the screen, no file open."""
    monkeypatch.setattr(paths, "TRANSLATIONS", compiled)
    before = QLocale()
    settings.set(language="lv", theme="light", name="Ilze Bērziņa", organisation="Ābeļkalna ļaudis")
    made = App(qapp, settings, Shell("#ffffff"))
    made.shell.resize(*SIZE)
    yield made
    made.shell.close()
    for window in (made.start, made.first, made.shell):
        if window is not None:
            window.close()
            window.deleteLater()
    made.translators.use("none")
    QLocale.setDefault(before)
    made.deleteLater()
    settle()


@pytest.fixture
def desk(app: App, make_sample: MakeSample) -> Desk:
    """The sample, open."""
    open_own(app, make_sample("lv", "Paraugs.roadmap"))
    assert app.desk is not None
    settle_layouts()
    return app.desk


def open_own(app: App, path: Path) -> None:
    """Open a file that the program has made itself."""
    app.trust.note(path, made=True)
    app.open(path)


@pytest.fixture
def context(desk: Desk) -> Context:
    return desk.context


def assert_latvian(window: QWidget) -> None:
    settle_layouts()
    assert english_left(window, "lv") == []
    assert cut(window) == []


# the helper ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Print the sheet",
        "Saglabāt as PDF",
        "&Save",
        "Your answer",
        "Jūsu organizācija (empty)",
        "OVERDUE",
        "{name} of the house",
    ],
)
def test_english_is_seen(text: str) -> None:
    assert english_words(text, "lv")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jūsu atbilde: Vietējā vajadzība",
        "To varat mainīt jebkurā brīdī.",
        "5 no 30",
        "PDF datnes (*.pdf)",
        "Nākamais pieturas punkts (Alt+Right)",
        "1. solis · Sagatavošanās un analīze · c1.need",
        "/home/ilze/Documents/new/Paraugs.roadmap",
        "info@help.example",
        "https://open.example/the/page",
        "„aha.roadmap” nav Roadmap Desktop datne.",
    ],
)
def test_latvian_names_and_addresses_pass(text: str) -> None:
    assert english_words(text, "lv") == []


def _with_menu(text: str) -> QWidget:
    window = QWidget()
    QMenu(window).addAction(text)
    return window


def _with_entry(text: str) -> QWidget:
    box = QComboBox()
    box.addItem(text)
    return box


def _with_row(text: str) -> QWidget:
    rows = QListWidget()
    rows.addItem(text)
    return rows


def _told(say: Callable[[QWidget, str], object]) -> Callable[[str], QWidget]:
    def make(text: str) -> QWidget:
        window = QWidget()
        say(window, text)
        return window

    return make


@pytest.mark.parametrize(
    "make",
    [
        QLabel,
        QCheckBox,
        QLineEdit,
        QPlainTextEdit,
        _with_menu,
        _with_entry,
        _with_row,
        _told(QWidget.setToolTip),
        _told(QWidget.setAccessibleName),
        _told(QWidget.setAccessibleDescription),
        _told(QWidget.setWindowTitle),
        _told(lambda window, text: QLineEdit(window).setPlaceholderText(text)),
        _told(lambda window, text: QLabel(text, window).hide()),
    ],
)
def test_wherever_a_window_says_it(make: Callable[[str], QWidget], qtbot: QtBot) -> None:
    window = make("Save the file")
    qtbot.addWidget(window)
    assert english_left(window, "lv") == ["“Save the file” (Save, the, file)"]
    latvian = make("Saglabāt datni")
    qtbot.addWidget(latvian)
    assert english_left(latvian, "lv") == []


def test_a_program_that_spoke_english_would_be_noticed(app: App, desk: Desk) -> None:
    app.speak("en")
    settle_layouts()
    assert len(english_left(app.shell, "lv")) > 20


# pages --------------------------------------------------------------------------------------------------


def test_home(app: App, desk: Desk) -> None:
    assert_latvian(app.shell)


def test_home_without_a_partnership(app: App, empty: Path) -> None:
    open_own(app, empty)
    assert_latvian(app.shell)


@pytest.mark.parametrize("words", ["autobuss", "qqqqq"])
def test_home_after_a_search(app: App, desk: Desk, words: str, qtbot: QtBot) -> None:
    desk.look_for()
    field = next(found for found in desk.findChildren(QLineEdit) if found.isVisible())
    heading = {found.text() for found in desk.findChildren(QLabel)}
    field.setText(words)
    qtbot.waitUntil(lambda: {found.text() for found in desk.findChildren(QLabel)} != heading)
    assert_latvian(app.shell)


def test_every_partnership(app: App, desk: Desk) -> None:
    for root in desk.context.session.partnership_ids():
        desk.go(Place("partnership", root))
        assert_latvian(app.shell)


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("side", ["a", "b"])
def test_every_checkpoint_and_closing_page(app: App, desk: Desk, number: int, side: str) -> None:
    root = desk.context.session.partnership_ids()[number]
    dossier = desk.context.session.dossier(root)
    form = desk.context.form(next(found.side.form for found in dossier.sides if found.side.key == side))
    for step in form.steps:
        for checkpoint in step.checkpoints:
            desk.go(Place("wizard", root, side, checkpoint.id))
            assert_latvian(app.shell)
        desk.go(Place("wizard", root, side, step=step.id))
        assert_latvian(app.shell)


def test_both_sides(app: App, desk: Desk) -> None:
    for root in desk.context.session.partnership_ids():
        desk.go(Place("joint", root))
        for name in ("Visi", "Atšķiras", "Tikai viena puse"):
            for made in desk.page().findChildren(QPushButton):
                if made.isVisible() and made.text().startswith(f"{name} "):
                    click(made)
            assert_latvian(app.shell)


def test_what_the_banner_says(app: App, desk: Desk, tmp_path: Path) -> None:
    desk.say_deleted("Jauniešu centrs", desk.context.session.partnership_ids()[0])
    assert_latvian(app.shell)
    app.open(tmp_path / "nav.roadmap")
    [mending] = app.shell.findChildren(MendingDialog)
    assert_latvian(mending)
    mending.close()


@pytest.mark.parametrize("part", [-1, 0, 1, 2])
def test_members(app: App, desk: Desk, part: int) -> None:
    if part >= 0:
        session = desk.context.session
        session.save(gathered.edits(session.home_organisation().root, int(desk.context.today()[:4])))
        session.flush()
    desk.go(Place("members"))
    page = desk.findChild(MembersPage)
    assert page is not None
    page.show_part(max(part, 0))
    assert_latvian(app.shell)


@pytest.mark.parametrize("which", ["member", "names", "collect", "call", "call with an answer"])
def test_windows_about_members(context: Context, make_sample: MakeSample, which: str, qtbot: QtBot) -> None:
    root, year = context.session.home_organisation().root, int(context.today()[:4])
    context.session.save(gathered.edits(root, year))
    context.session.flush()
    rows = portfolio.rows(context.session.members(), context.session.submissions(year), [])
    window = (
        MemberDialog(context, rows[1], rows)
        if which == "member"
        else CallDialog(context, year)
        if which.startswith("call")
        else MemberNamesDialog(context)
        if which == "names"
        else CollectDialog(context, [make_sample("lv", "b.roadmap"), Path("nav.roadmap")], year)
    )
    qtbot.addWidget(window)
    if isinstance(window, CollectDialog):
        with qtbot.waitSignal(window.looked, timeout=30_000):
            window.show()
    window.show()
    if isinstance(window, CallDialog) and which != "call":
        window.email.setText("birojs@biedriba.example")
        window.make(make_sample("lv", "b.roadmap").parent)
    assert_latvian(window)
    window.close()


def test_two_versions_of_one_text(context: Context, qtbot: QtBot) -> None:
    versions = [("Viens teksts", "Ilze", 1_790_000_000_000), ("", "", 1_790_000_600_000)]
    box = Versions(context.design, context.words, "Jūsu abu atbildes atšķiras", versions)
    qtbot.addWidget(box)
    box.resize(600, 300)
    box.show()
    assert_latvian(box)


def test_every_document(app: App, desk: Desk, qtbot: QtBot) -> None:
    root = desk.context.session.partnership_ids()[0]
    for name in desk.context.words.group("document"):
        desk.prepare("documents")
        page = desk.findChild(DocumentsPage)
        assert page is not None
        with qtbot.waitSignal(page.shown):
            desk.go(Place("documents", root, document=name))
        assert_latvian(app.shell)


# dialogs ------------------------------------------------------------------------------------------------


def _details(context: Context) -> QWidget:
    return DetailsDialog(context, context.session.dossier(context.session.partnership_ids()[0]))


@pytest.mark.parametrize(
    "make",
    [
        _details,
        NewPartnershipDialog,
        LetterheadDialog,
        lambda context: SettingsDialog(context.settings, context.design),
        lambda context: StartWindow(context.settings, context.design, "Roadmap Desktop", "0.1.0"),
        lambda context: CrashWindow(Path("roadmap-desktop.log"), context.design),
        lambda context: CrashWindow(None, context.design),
        SaveLockedDialog,
        lambda context: AskPasswordDialog(context.session.path, context.design),
        lambda context: FromPaperDialog(context, context.session.partnership_ids()[0]),
        lambda context: MeetingDialog(context, context.session.partnership_ids()[0]),
    ],
    ids=[
        "details",
        "new partnership",
        "letterhead",
        "settings",
        "start",
        "crash",
        "crash without a log",
        "save locked",
        "ask password",
        "from paper",
        "meeting",
    ],
)
def test_dialogs(context: Context, make: Callable[[Context], QWidget], qtbot: QtBot) -> None:
    window = make(context)
    qtbot.addWidget(window)
    window.show()
    assert_latvian(window)


@pytest.mark.parametrize("passing", [False, True])
@pytest.mark.parametrize("untouched", [None, False, True])
def test_what_to_do_with_a_file_from_elsewhere(
    context: Context, passing: bool, untouched: bool | None, qtbot: QtBot
) -> None:
    said = None
    if untouched is not None:
        said = Said("partner", "Kārlis Ozols", "Novada dome", 1_790_000_000_000, "", untouched)
    path = Path("Jauniešu centrs.roadmap")
    source = Source(path, "healthy", name="Anna", organisation="Dome", written=1_790_000_600_000, said=said)
    found = Arrival(source, passing, context.session.path)
    window = ArrivalDialog(found, context.words, context.design)
    qtbot.addWidget(window)
    window.show()
    assert_latvian(window)
    assert nameless(window) == []


def test_only_looking(app: App, desk: Desk, make_sample: MakeSample) -> None:
    other = make_sample("lv", "Otrs.roadmap")
    app.trust.note(other, made=True)
    app._enter(other, only_look=True)
    assert_latvian(app.shell)


def test_the_start_window_with_nothing_in_it(
    app: App, settings: Settings, design: Design, qtbot: QtBot
) -> None:
    window = StartWindow(settings, design, "Roadmap Desktop", "0.1.0")
    qtbot.addWidget(window)
    window.show()
    assert_latvian(window)


@pytest.mark.parametrize("new_file", [False, True])
@pytest.mark.parametrize("beginning", [0, 1])
def test_every_first_question(
    app: App, settings: Settings, design: Design, new_file: bool, beginning: int, qtbot: QtBot
) -> None:
    window = FirstStart(settings, design, new_file=new_file)
    qtbot.addWidget(window)
    window.show()
    choice = ["partnership", "empty" if new_file else "sample"][beginning]
    qtbot.mouseClick(window.file.beginning.button(choice), Qt.MouseButton.LeftButton)
    for number in range(window._stack.count()):
        window._show_screen(number)
        assert_latvian(window)


def test_history(context: Context, qtbot: QtBot) -> None:
    window = HistoryDialog(context)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.filled):
        window.show()
    assert_latvian(window)
    window.close()


@pytest.mark.parametrize("page", ["tree", "question", "same"])
def test_compare(context: Context, page: str, qtbot: QtBot) -> None:
    root, other = context.session.partnership_ids()[:2]
    context.session.save(
        [
            answer_edit(root, "a", "c1.need", text="jauni vārdi"),
            Edit(other, "partnership", other, {DELETED: 1}),
        ]
    )
    context.session.flush()
    window = CompareDialog(context)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.filled):
        window.show()
    if page != "same":
        with qtbot.waitSignal(window.filled):
            window._choose("month")
        click(window.differences.all)
    if page == "question":
        click(window.bring)
    assert_latvian(window)
    window.close()


@pytest.mark.parametrize("page", ["empty", "tree", "closing"])
def test_what_waits_for_a_decision(context: Context, page: str, qtbot: QtBot) -> None:
    root = context.session.partnership_ids()[0]
    edits = [answer_edit(root, "a", "c1.need", text=text, who=text) for text in ("Pagalms", "Istaba")]
    if page != "empty":
        disagree(context.session.path, edits[:1], edits[1:])
    window = ConflictsDialog(context)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.filled):
        window.show()
    if page == "closing":
        click(window.incoming.choice.button("ours"))
        window.reject()
    assert_latvian(window)
    window.done(0)


def test_a_dashboard_and_home_where_something_waits(app: App, desk: Desk) -> None:
    root = desk.context.session.partnership_ids()[0]
    edits = [Edit(root, "partnership", root, {"title": title}) for title in ("Pagalms", "Istaba")]
    disagree(desk.context.session.path, edits[:1], edits[1:])
    for place in (Place("partnership", root), Place("home")):
        desk.go(place)
        assert_latvian(app.shell)


@pytest.mark.parametrize("page", ["empty", "list", "question"])
def test_bin(context: Context, page: str, qtbot: QtBot) -> None:
    if page != "empty":
        root = context.session.partnership_ids()[0]
        context.session.save([Edit(root, "partnership", root, {DELETED: 1})])
        context.session.flush()
    window = BinDialog(context)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.filled):
        window.show()
    if page == "question":
        click(window.restore)
    assert_latvian(window)
    window.close()


@pytest.mark.parametrize("format_", ["xlsx", "ics", "zip", "json"])
def test_export(context: Context, format_: str, qtbot: QtBot) -> None:
    dialog = ExportDialog(context, context.session.partnership_ids()[0])
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.format.button(format_))
    assert_latvian(dialog)


@pytest.mark.parametrize("page", ["empty", "list", "done", "refused"])
def test_import(context: Context, page: str, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = ImportDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    path = tmp_path / "saraksts.csv"
    rows = "Nosaukums;Reģ. Nr.;Kontaktpersona\nUpes krasts;4,00E+10;Līga\nupes krasts;;Zane\n;;Anna\n"
    path.write_text(rows if page != "refused" else "", "utf-8")
    if page != "empty":
        with qtbot.waitSignal(dialog.understood, timeout=30_000):
            dialog.read(path)
    if page == "done":
        with qtbot.waitSignal(dialog.imported, timeout=30_000):
            click(dialog.take)
    assert_latvian(dialog)
    dialog.close()


@pytest.mark.parametrize("sheet", SHEETS)
def test_printing(context: Context, sheet: str, qtbot: QtBot) -> None:
    window = PrintDialog(context, sheet, context.session.partnership_ids()[0])
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    assert_latvian(window)
    window.close()


def test_backups(context: Context, qtbot: QtBot) -> None:
    window = BackupsDialog(context)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.filled):
        window.show()
    assert_latvian(window)
    with qtbot.waitSignal(window.filled):
        click(button(window, "Izveidot tagad"))
    assert_latvian(window)
    window.close()


@pytest.mark.parametrize("level", ["whole", "partner", "roles", "numbers"])
def test_sending(context: Context, level: Level, qtbot: QtBot) -> None:
    window = SendDialog(context, context.session.partnership_ids()[0], level=level)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.filled):
        window.show()
    assert_latvian(window)
    with qtbot.waitSignal(window.made, timeout=20_000):
        click(window.prepare)
    assert_latvian(window)
    window.close()


def test_the_register_of_exchanges(context: Context, qtbot: QtBot) -> None:
    session = context.session
    root = session.partnership_ids()[0]
    session.save([sent_edit(root, "Kārlis Ozols", "partner", "Kopija.roadmap", 9, 1_790_000_000_000)])
    session.flush()
    for shown in (root, b""):
        window = ExchangesDialog(context, shown)
        qtbot.addWidget(window)
        window.show()
        assert_latvian(window)
        with qtbot.waitSignal(window.filled):
            click(window.add)
        assert_latvian(window)
        window.close()


def test_whoever_owes_an_answer(app: App, desk: Desk) -> None:
    session = desk.context.session
    root = session.partnership_ids()[0]
    session.save(
        [
            sent_edit(root, "Kārlis Ozols", "partner", "Kopija.roadmap", 9, 1_790_000_000_000),
            pen_edit(root, "b"),
        ]
    )
    session.flush()
    desk.go(Place("partnership", root))
    assert_latvian(app.shell)
    desk.go(Place("home"))
    assert_latvian(app.shell)
