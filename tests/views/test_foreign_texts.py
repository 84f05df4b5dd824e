"""Texts that came in a file, in every field of every kind: shown as they are, never as what they pretend to be."""

from __future__ import annotations

import contextlib
import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QModelIndex, Qt, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTableView, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.documents.choice import OF_ONE, Wanted, sheet_of
from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.conflicts import asked
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.history import Page as History
from roadmap_desktop.domain.history import Scope
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.domain.words import beside
from roadmap_desktop.paint.pdf import write_pdf
from roadmap_desktop.store import file, limits, queries, schema
from roadmap_desktop.store.arrival import arrival
from roadmap_desktop.store.history import Reader, open_log
from roadmap_desktop.store.log import Author, Log
from roadmap_desktop.store.trust import Trust
from roadmap_desktop.views.arrival import ArrivalDialog
from roadmap_desktop.views.backups import BackupsDialog
from roadmap_desktop.views.bin import BinDialog
from roadmap_desktop.views.compare import CompareDialog
from roadmap_desktop.views.conflicts import ConflictsDialog
from roadmap_desktop.views.details import DetailsDialog
from roadmap_desktop.views.documents import DocumentsPage
from roadmap_desktop.views.export import ExportDialog
from roadmap_desktop.views.history import HistoryDialog
from roadmap_desktop.views.home import HomePage
from roadmap_desktop.views.import_list import ImportDialog
from roadmap_desktop.views.joint import JointPage
from roadmap_desktop.views.letterhead import LetterheadDialog
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.views.partnership import PartnershipPage
from roadmap_desktop.views.printing import PrintDialog
from roadmap_desktop.views.receive import ReceiveDialog
from roadmap_desktop.views.wizard import WizardPage
from roadmap_desktop.widgets.compared import Compared
from roadmap_desktop.widgets.design import FAMILY
from tests.builders import TODAY, library, words
from tests.conftest import OpenContext
from tests.cut import settle_layouts
from tests.disputing import disagree
from tests.store import tools

TEXT = "<img src='file:///etc/passwd'><a href='http://evil.example/'>z</a>\u202e\u2066\x07\x1b[2J {0} %n %1 &amp;"
TELLING = {"side", "checkpoint", "key", "organisation", "contact", "position", "criterion"}
"""Fields that say where a thing belongs: with another text in them it would be nowhere."""
CHOICES = {"state", "stage", "kind", "quadrant", "channel", "form"}


def fill(path: Path, text: str, *, choices: bool) -> None:
    """Put `text` into every text field of everything in the file; with `choices` also where there is one to choose."""
    left_out = TELLING if choices else TELLING | CHOICES
    with contextlib.closing(file.open_for_writing(path)) as db:
        edits = []
        for kind in records.KINDS:
            names = [
                name
                for name, default in records.defaults(kind).items()
                if isinstance(default, str) and name not in left_out and (kind, name) not in limits.SPECIAL
            ]
            fields: dict[str, Scalar] = {name: text[: records.limit(kind, name)] for name in names}
            rows = db.execute(f"SELECT root, id FROM {schema.table(kind)}").fetchall()
            edits += [Edit(root, kind, entity, fields) for root, entity in rows if fields]
        tools.writer(db).save(edits)


def all_indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    for row in range(min(model.rowCount(), 100)):
        for column in range(columns):
            yield model.index(row, column)


def interpreted(window: QWidget) -> list[str]:
    """Texts in `window` that Qt would read as more than text."""
    settle_layouts()
    found = [f"label: {one.text()}" for one in window.findChildren(QLabel) if _is_rich(one)]
    # Compared writes letter by letter with formats of its own, as its own tests hold.
    editors = [one for one in window.findChildren(QTextEdit) if not isinstance(one, Compared)]
    found += [f"rich editor: {one.objectName()}" for one in editors]
    hints = [one.toolTip() for one in (window, *window.findChildren(QWidget))]
    hints += [one.toolTip() for one in window.findChildren(QAction)]
    for view in window.findChildren(QAbstractItemView):
        hints += [str(index.data(Qt.ItemDataRole.ToolTipRole) or "") for index in all_indexes(view)]
    found += [f"tool tip: {hint}" for hint in hints if "<img" in hint or "<a " in hint]
    return found


def _is_rich(label: QLabel) -> bool:
    rich = label.textFormat() in (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText)
    guessed = label.textFormat() == Qt.TextFormat.AutoText and "<" in label.text()
    return bool(label.text()) and (rich or guessed)


def test_what_is_interpreted_would_be_noticed(qtbot: QtBot) -> None:
    label = QLabel(TEXT)
    window = QWidget()
    label.setParent(window)
    window.setToolTip(TEXT)
    qtbot.addWidget(window)
    assert len(interpreted(window)) == 2
    label.setTextFormat(Qt.TextFormat.PlainText)
    window.setToolTip("")
    assert interpreted(window) == []


@pytest.fixture(params=[False, True], ids=["texts", "choices"])
def context(
    request: pytest.FixtureRequest, open_context: OpenContext, sample: Path, tmp_path: Path
) -> Context:
    fill(sample, TEXT, choices=request.param)
    Trust(tmp_path / "trust").look_through(sample)
    return open_context(sample)


def shown(qtbot: QtBot, window: QWidget) -> QWidget:
    qtbot.addWidget(window)
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    return window


def roots(context: Context) -> list[bytes]:
    return context.session.partnership_ids()


def test_on_home(context: Context, qtbot: QtBot) -> None:
    page = HomePage(context)
    shown(qtbot, page)
    page.show_place(Place("home"))
    assert interpreted(page) == []


def test_on_every_dashboard(context: Context, qtbot: QtBot) -> None:
    page = PartnershipPage(context)
    shown(qtbot, page)
    for root in roots(context):
        page.show_place(Place("partnership", root))
        assert interpreted(page) == []


def test_where_both_sides_stand_together(context: Context, qtbot: QtBot) -> None:
    page = JointPage(context)
    shown(qtbot, page)
    told = ""
    for root in roots(context):
        page.show_place(Place("joint", root))
        for row in range(page.model.rowCount()):
            page.list.setCurrentIndex(page.model.index(row))
            assert interpreted(page) == []
            told += page.card.texts.toPlainText()
    assert "<img src='file:///etc/passwd'>" in told


@pytest.mark.parametrize("side", ["a", "b"])
def test_at_every_checkpoint(context: Context, qtbot: QtBot, side: str) -> None:
    page: Page = WizardPage(context)
    shown(qtbot, page)
    root = roots(context)[0]
    dossier = context.session.dossier(root)
    form = context.form(next(one for one in dossier.sides if one.side.key == side).side.form)
    places = [Place("wizard", root, side, checkpoint.id) for checkpoint in form.checkpoints]
    places += [Place("wizard", root, side, step=step) for step in ("1", "2", "3")]
    for place in places:
        page.show_place(place)
        assert interpreted(page) == []


def test_in_every_document(context: Context, qtbot: QtBot) -> None:
    page = DocumentsPage(context)
    shown(qtbot, page)
    for name in context.words.group("document"):
        with qtbot.waitSignal(page.shown):
            page.show_place(Place("documents", roots(context)[0], document=name))
        assert interpreted(page) == []


def _arrival(context: Context) -> QWidget:
    session = context.session
    found = arrival(session.path, session.path, passing=True)
    return ArrivalDialog(found, context.words, context.design)


DIALOGS: dict[str, Callable[[Context], QWidget]] = {
    "backups": BackupsDialog,
    "letterhead": LetterheadDialog,
    "printing": lambda context: PrintDialog(context, "progress", roots(context)[0]),
    "details": lambda context: DetailsDialog(context, context.session.dossier(roots(context)[0])),
    "arrival": _arrival,
}


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_in_dialogs(context: Context, qtbot: QtBot, make: Callable[[Context], QWidget]) -> None:
    dialog = make(context)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    shown(qtbot, dialog)
    assert interpreted(dialog) == []


def filled(qtbot: QtBot, dialog: QWidget, signal: SignalInstance) -> QWidget:
    """The dialog once it shows what there is."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    with qtbot.waitSignal(signal, timeout=20_000):
        shown(qtbot, dialog)
    return dialog


def disputed(context: Context) -> None:
    """Two people write texts that pretend to be more in one title and one answer."""
    path, root = context.session.path, roots(context)[0]

    def edits(word: str) -> list[Edit]:
        return [
            Edit(root, "partnership", root, {"title": f"{word} {TEXT}"}),
            answer_edit(root, "a", "c1.need", text=f"{word} {TEXT}"),
        ]

    disagree(path, edits("one"), edits("other"), them=Author(TEXT, TEXT))


def test_in_history(context: Context, qtbot: QtBot) -> None:
    dialog = HistoryDialog(context)
    assert interpreted(filled(qtbot, dialog, dialog.filled)) == []


def test_in_the_bin(context: Context, qtbot: QtBot) -> None:
    root = roots(context)[0]
    context.session.save([Edit(root, "partnership", root, {DELETED: 1})])
    context.session.flush()
    dialog = BinDialog(context)
    assert interpreted(filled(qtbot, dialog, dialog.filled)) == []


def test_in_comparing(context: Context, qtbot: QtBot) -> None:
    dialog = CompareDialog(context)
    filled(qtbot, dialog, dialog.filled)
    with qtbot.waitSignal(dialog.filled, timeout=20_000):
        dialog._choose("month")
    assert interpreted(dialog) == []


def test_in_what_waits(context: Context, qtbot: QtBot) -> None:
    disputed(context)
    dialog = ConflictsDialog(context)
    assert interpreted(filled(qtbot, dialog, dialog.filled)) == []
    page = PartnershipPage(context)
    shown(qtbot, page)
    page.show_place(Place("partnership", roots(context)[0]))
    assert interpreted(page) == []


def test_in_what_was_received(context: Context, qtbot: QtBot, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(context.session.path, tmp_path / "theirs.roadmap"))
    with contextlib.closing(file.open_for_writing(copy)) as db:
        root = roots(context)[0]
        Log(db, Author(TEXT, TEXT)).save([answer_edit(root, "a", "c1.need", text=f"theirs {TEXT}")])
    dialog = ReceiveDialog(context, [copy], tmp_path / "backups")
    filled(qtbot, dialog, dialog.looked)
    assert interpreted(dialog) == []
    with qtbot.waitSignal(dialog.taken_in):
        dialog._take_in()
    assert interpreted(dialog) == []


def test_names_turn_nothing_round(context: Context) -> None:
    """A title or a name stands among other words: its right-to-left override would turn those round."""
    turning = {"\u202e", "\u2066", "\x07", "\x1b"}
    session = context.session
    for summary in session.summaries(roots(context)):
        told = [summary.partnership.title, summary.ours.organisation.name, summary.theirs.organisation.name]
        assert all(turning.isdisjoint(text) for text in told)
    dossier = session.dossier(roots(context)[0])
    told = [person.name for _, person in dossier.contacts] + [entry.who for entry in dossier.log]
    assert told
    assert all(turning.isdisjoint(text) for text in told)
    disputed(context)
    for group, thing, one in asked(session.dossier(roots(context)[0]).conflicts):
        assert turning.isdisjoint(group.title + thing.label + "".join(version.by for version in one.theirs))


def test_in_the_window_that_exports(context: Context, qtbot: QtBot) -> None:
    assert interpreted(shown(qtbot, ExportDialog(context, roots(context)[0]))) == []


def test_in_a_list_of_partners(context: Context, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = [["Name", "E-mail", TEXT], [TEXT, TEXT, TEXT], [TEXT, "a@b.example", ""]]
        csv.writer(stream).writerows(rows)
    dialog = ImportDialog(context)
    shown(qtbot, dialog)
    with qtbot.waitSignal(dialog.understood, timeout=20_000):
        dialog.read(path)
    assert interpreted(dialog) == []
    assert not any("\u202e" in str(index.data()) for index in all_indexes(dialog.preview.table))


@pytest.mark.parametrize("name", OF_ONE)
def test_on_paper(context: Context, tmp_path: Path, name: str) -> None:
    root = roots(context)[0]

    def history() -> History:
        with contextlib.closing(open_log(context.session.path)) as db:
            return Reader(Scope(root)).more(db)

    dossier = context.session.dossier(root)
    wanted = Wanted(name, library(), beside(words("lv"), words("en")), TODAY, "x.roadmap", room=True)
    assert write_pdf([sheet_of(dossier, wanted, history)], tmp_path / "x.pdf", family=FAMILY)
    reader = PdfReader(tmp_path / "x.pdf")
    told = "".join("".join(page.extract_text().split()) for page in reader.pages)
    assert "<imgsrc='file:///etc/passwd'>" in told
    assert [note for page in reader.pages for note in page.get("/Annots", [])] == []  # no link leads anywhere


def test_the_longest_titles_leave_the_window_alive(
    open_context: OpenContext, sample: Path, qtbot: QtBot
) -> None:
    fill(sample, "W" * records.LONG_TEXT, choices=False)
    context = open_context(sample)
    for page, place in (
        (HomePage(context), Place("home")),
        (PartnershipPage(context), Place("partnership", roots(context)[0])),
        (WizardPage(context), Place("wizard", roots(context)[0])),
        (JointPage(context), Place("joint", roots(context)[0])),
        (DocumentsPage(context), Place("documents", roots(context)[0])),
    ):
        shown(qtbot, page)
        page.show_place(place)
        settle_layouts()
        assert page.width() <= 1400
    with contextlib.closing(file.open_again(sample)) as db:
        assert len(next(iter(queries.summaries(db, roots(context)))).partnership.title) == records.SHORT_TEXT
