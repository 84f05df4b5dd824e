"""The documents page, as its users meet it: read back from the Word and PDF files that it writes."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_docx  # noqa: N813 - a function
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.models.document import LINE, MISSING, Line, Missing
from roadmap_desktop.models.documents import ENTRY
from roadmap_desktop.views.desk import Desk
from roadmap_desktop.views.details import DetailsDialog
from roadmap_desktop.views.documents import DocumentsPage
from roadmap_desktop.views.home import HomePage
from roadmap_desktop.views.page import Context, Place
from roadmap_desktop.views.partnership import PartnershipPage
from roadmap_desktop.views.wizard import WizardPage
from tests.accessible import name_of, nameless
from tests.acting import button, choose, click, press, shortcut, texts, write
from tests.cut import cut, settle_layouts
from tests.views.conftest import Shown

YOUTH = "Youth centre in the old school"
REPAIR = "Repair workshop and shared tool library for all generations"
Open = Callable[..., DocumentsPage]


def root_of(context: Context, title: str) -> bytes:
    session = context.session
    return next(
        root for root in session.partnership_ids() if session.dossier(root).partnership.title == title
    )


@pytest.fixture
def opened(context: Context, shown: Shown, qtbot: QtBot) -> Open:
    """Opens the page at a document and waits for its text."""

    def make(document: str = "", title: str = REPAIR, context: Context = context) -> DocumentsPage:
        page = DocumentsPage(context)
        shown(page)
        with qtbot.waitSignal(page.shown):
            page.show_place(Place("documents", root_of(context, title), document=document))
        settle_layouts()
        return page

    return make


def lines(page: DocumentsPage) -> list[Line]:
    return [page.lines.index(row).data(LINE) for row in range(page.lines.rowCount())]


def said(page: DocumentsPage) -> str:
    return "\n".join(str(page.lines.index(row).data()) for row in range(page.lines.rowCount()))


def missing(page: DocumentsPage) -> list[Missing]:
    return [page.missing.index(row).data(MISSING) for row in range(page.missing.rowCount())]


def walk_to(page: DocumentsPage, row: int) -> None:
    """To a row of the text by the keyboard alone."""
    page.paper.setFocus()
    while page.paper.currentIndex().row() != row:
        press(page.paper, Qt.Key.Key_Down)


def row_from(page: DocumentsPage, checkpoint: str) -> int:
    """The first row that comes from that checkpoint alone."""
    return next(
        row
        for row, line in enumerate(lines(page))
        if [origin.spot and origin.spot.checkpoint for origin in line.origins] == [checkpoint]
    )


def word(path: Path) -> Any:
    return open_docx(io.BytesIO(path.read_bytes()))


# which documents ----------------------------------------------------------------------------------------


def test_all_twelve_are_there_and_those_of_the_step_come_first(opened: Open) -> None:
    page = opened(title=YOUTH)
    entries = [page.documents.index(row).data(ENTRY) for row in range(page.documents.rowCount())]
    assert len([entry for entry in entries if entry.name]) == 12
    assert [entry.title for entry in entries if not entry.name] == ["For this step", "All the others"]
    assert all(entry.purpose.endswith(".") for entry in entries if entry.name)
    step = [entry.name for entry in entries[1 : [entry.title for entry in entries].index("All the others")]]
    assert page._name == step[0]
    QAbstractItemModelTester(page.documents, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_walking_through_the_list_shows_each_document(opened: Open, qtbot: QtBot) -> None:
    page = opened()
    assert page.list.hasFocus()
    seen = {page._name}
    for _ in range(11):
        with qtbot.waitSignal(page.shown):
            press(page.list, Qt.Key.Key_Down)
        seen.add(page._name)
        assert str(page.list.currentIndex().data()) in texts(page)
    assert len(seen) == 12


def test_the_language_is_the_documents_own(opened: Open, qtbot: QtBot) -> None:
    page = opened("first-letter")
    with qtbot.waitSignal(page.shown):
        choose(page.head.language, "lv")
    assert "Ko esam iecerējuši" in said(page)
    assert "First letter" in texts(page)


# the text -----------------------------------------------------------------------------------------------


def test_every_paragraph_of_an_answer_names_its_checkpoint(opened: Open) -> None:
    page = opened("partnership-proposal")
    index = page.lines.index(row_from(page, "c1.need"))
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "From: C1·1 The local need"
    QAbstractItemModelTester(page.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(page.missing, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_enter_on_a_paragraph_leads_to_its_checkpoint(opened: Open, context: Context, qtbot: QtBot) -> None:
    page = opened("partnership-proposal")
    walk_to(page, row_from(page, "c1.need"))
    with qtbot.waitSignal(page.go) as went:
        press(page.paper, Qt.Key.Key_Return)
    assert went.args == [Place("wizard", root_of(context, REPAIR), "a", "c1.need")]


def test_a_click_on_a_paragraph_leads_there_as_well(opened: Open, context: Context, qtbot: QtBot) -> None:
    page = opened("partnership-proposal")
    index = page.lines.index(row_from(page, "c1.need"))
    page.paper.scrollTo(index)
    with qtbot.waitSignal(page.go) as went:
        click(page.paper.viewport(), page.paper.visualRect(index).center())
    assert went.args == [Place("wizard", root_of(context, REPAIR), "a", "c1.need")]


def test_where_there_are_several_checkpoints_one_is_chosen(
    opened: Open, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The offscreen screen warns of every menu that takes the keyboard.
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)
    page = opened("meeting-agenda")
    row = next(row for row, line in enumerate(lines(page)) if len([o for o in line.origins if o.spot]) > 1)
    walk_to(page, row)
    press(page.paper, Qt.Key.Key_Return)
    [menu] = page.paper.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == [
        origin.text for origin in lines(page)[row].origins
    ]
    second = lines(page)[row].origins[1].spot
    assert second is not None
    with qtbot.waitSignal(page.go) as went:
        menu.actions()[1].trigger()
    assert went.args == [Place("wizard", root_of(context, REPAIR), second.side, second.checkpoint)]


def test_what_belongs_to_the_organisations_opens_their_details(opened: Open) -> None:
    page = opened("partnership-proposal")
    row = next(row for row, line in enumerate(lines(page)) if line.origins and line.origins[0].spot is None)
    walk_to(page, row)
    press(page.paper, Qt.Key.Key_Return)
    [details] = page.findChildren(DetailsDialog)
    assert details.isVisible()
    details.close()


def test_the_text_is_fresh_after_an_answer(opened: Open, context: Context, qtbot: QtBot) -> None:
    page = opened("partnership-proposal")
    walk_to(page, row_from(page, "c1.need"))
    at = page.paper.currentIndex().row()
    context.session.changed.connect(page.refresh)
    with qtbot.waitSignal(page.shown):
        context.session.save([answer_edit(root_of(context, REPAIR), "a", "c1.need", text="Quite new words.")])
    assert "Quite new words." in said(page)
    with qtbot.waitSignal(page.shown):
        page.show_place(Place("documents", root_of(context, REPAIR)))
    assert page._name == "partnership-proposal"
    assert page.paper.currentIndex().row() == at
    assert page.paper.hasFocus()


def test_tab_goes_round_the_page_as_it_is_read(opened: Open) -> None:
    page = opened("cooperation-agreement")
    order = []
    for _ in range(9):
        order.append(page.focusWidget())
        press(page.focusWidget(), Qt.Key.Key_Tab)
    names = [name_of(one) for one in order]
    assert names[:3] == [
        "Documents",
        "Language of the document",
        "Text of the document: Cooperation agreement",
    ]
    assert names[3:8] == [
        "More about documents", "Print…", "Save as PDF…", "Save as Word…", "Still missing",
    ]  # fmt: skip
    assert names[8] == "Documents"


def test_there_and_back_again(context: Context, shown: Shown, qtbot: QtBot) -> None:
    """From the partnership to its document, to the checkpoint that is missing there, and back to the fresh text."""
    pages = {
        "home": HomePage,
        "partnership": PartnershipPage,
        "wizard": WizardPage,
        "documents": DocumentsPage,
    }
    desk = Desk(context, pages)
    shown(desk)
    desk.begin([Place("home"), Place("partnership", root_of(context, YOUTH))])
    desk.prepare("documents")
    [page] = desk.findChildren(DocumentsPage)
    with qtbot.waitSignal(page.shown):
        press(button(desk, "Documents"), Qt.Key.Key_Return)
    row = next(row for row, one in enumerate(missing(page)) if one.origin and one.origin.code == "C1·9")
    page._missing_side.list.setCurrentIndex(page.missing.index(row))
    press(page._missing_side.list, Qt.Key.Key_Return)
    [wizard] = desk.findChildren(WizardPage)
    assert desk.page() is wizard
    write(wizard.checkpoint.answer, "A memorandum suits us best.")
    with qtbot.waitSignal(page.shown):
        shortcut(desk, QKeySequence.StandardKey.Back)
        context.session.flush()
    assert desk.page() is page
    qtbot.waitUntil(lambda: "A memorandum suits us best." in said(page))
    assert not any(one.origin and one.origin.code == "C1·9" for one in missing(page))


def test_a_paragraph_that_grew_has_the_room_it_needs(opened: Open, context: Context, qtbot: QtBot) -> None:
    page = opened("partnership-proposal")
    context.session.changed.connect(page.refresh)
    row, count = row_from(page, "c1.need"), page.lines.rowCount()
    before = page.paper.visualRect(page.lines.index(row)).height()
    text = "Many more words than before. " * 40
    with qtbot.waitSignal(page.shown):
        context.session.save([answer_edit(root_of(context, REPAIR), "a", "c1.need", text=text)])
    settle_layouts()
    assert page.lines.rowCount() == count
    assert page.paper.visualRect(page.lines.index(row)).height() > 2 * before


# what is missing ----------------------------------------------------------------------------------------


def test_what_is_missing_is_listed_and_leads_where_it_is_filled_in(
    opened: Open, context: Context, qtbot: QtBot
) -> None:
    page = opened("partnership-proposal", title=YOUTH)
    found = missing(page)
    assert f"Still missing: {len(found)}" in texts(page)
    row = next(row for row, one in enumerate(found) if one.origin and one.origin.spot)
    page._missing_side.list.setFocus()
    while page._missing_side.list.currentIndex().row() != row:
        press(page._missing_side.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.go) as went:
        press(page._missing_side.list, Qt.Key.Key_Return)
    origin = found[row].origin
    assert origin is not None
    assert origin.spot is not None
    assert went.args == [Place("wizard", root_of(context, YOUTH), origin.spot.side, origin.spot.checkpoint)]


def test_what_is_to_be_written_by_hand_is_shown_in_the_text(opened: Open) -> None:
    page = opened("cooperation-agreement")
    row = next(row for row, one in enumerate(missing(page)) if one.origin is None)
    page._missing_side.list.setCurrentIndex(page.missing.index(row))
    press(page._missing_side.list, Qt.Key.Key_Return)
    assert page.paper.currentIndex().row() == missing(page)[row].row
    assert page.paper.hasFocus()


# files --------------------------------------------------------------------------------------------------


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """The system's dialog answers with a path."""

    def answer(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return answer


def test_it_is_saved_as_word(
    opened: Open, answered: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened("cooperation-agreement")
    answered(tmp_path / "agreement")
    with qtbot.waitSignal(page.output.written) as written:
        press(button(page, "Save as Word…"), Qt.Key.Key_Return)
    assert written.args == [tmp_path / "agreement.docx"]
    made = word(tmp_path / "agreement.docx")
    gaps = {run.text for one in made.paragraphs for run in one.runs if run.style.name == "Gap"}
    assert gaps == {run.text for line in lines(page) for run in getattr(line.block, "runs", ()) if run.gap}
    assert gaps
    assert made.paragraphs[0].text == str(page.lines.index(0).data())


def test_the_saved_file_can_be_opened(
    opened: Open,
    answered: Callable[[Path], None],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: gone.append(url.toLocalFile()))
    page = opened("first-letter")
    answered(tmp_path / "letter.docx")
    with qtbot.waitSignal(page.output.written):
        click(button(page, "Save as Word…"))
    click(button(page, "Open it"))
    click(button(page, "Show its folder"))
    assert gone == [str(tmp_path / "letter.docx"), str(tmp_path)]


def test_it_is_saved_as_pdf(
    opened: Open, answered: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened("partnership-proposal")
    answered(tmp_path / "offer.pdf")
    with qtbot.waitSignal(page.output.written):
        press(button(page, "Save as PDF…"), Qt.Key.Key_Return)
    text = " ".join(one.extract_text() for one in PdfReader(tmp_path / "offer.pdf").pages)
    assert "Partnership proposal" in text


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(
    opened: Open, answered: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened("first-letter")
    answered(tmp_path / "gone" / "letter.docx")
    click(button(page, "Save as Word…"))
    qtbot.waitUntil(page.banner.isVisible)
    assert "gone" in page.banner.text.text()
    assert button(page, "Save as Word…").isEnabled()


def test_the_proposed_name_says_what_of_what_and_when(opened: Open) -> None:
    page = opened("first-letter", title=YOUTH)
    assert page.output.proposed_name(".docx") == f"First letter – {YOUTH} – 2026-11-23.docx"


def test_it_is_printed(opened: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "paper.pdf"

    def accept(dialog: QPrintDialog) -> None:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(out))
        dialog.accepted.emit(dialog.printer())

    page = opened("letter-of-thanks")
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Paper"])
    monkeypatch.setattr(QDialog, "open", accept)
    with qtbot.waitSignal(page.output.written) as written:
        click(button(page, "Print…"))
    assert written.args == [None]
    assert "Sent to the printer." in texts(page)
    assert len(PdfReader(out).pages) >= 1


def test_without_a_printer_a_pdf_is_offered(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    page = opened("letter-of-thanks")
    click(button(page, "Print…"))
    qtbot.waitUntil(page.banner.isVisible)
    assert "No printer was found" in page.banner.text.text()


# looks --------------------------------------------------------------------------------------------------


def test_a_screen_reader_can_name_everything(opened: Open) -> None:
    assert nameless(opened("cooperation-agreement")) == []


@pytest.mark.parametrize("width", [760, 1280])
def test_nothing_is_cut(opened: Open, width: int) -> None:
    page = opened("cooperation-agreement")
    page.resize(width, 620)
    settle_layouts()
    assert cut(page) == []
    beside = page._row.indexOf(page._missing_side) >= 0
    assert beside is (width >= 1100)


def test_a_very_long_answer_keeps_the_window_alive(opened: Open, context: Context, qtbot: QtBot) -> None:
    page = opened("partnership-proposal")
    context.session.changed.connect(page.refresh)
    long = "\n".join(f"Line {number} with some words that go on for a while." for number in range(1_900))
    with qtbot.waitSignal(page.shown):
        context.session.save([answer_edit(root_of(context, REPAIR), "a", "c1.need", text=long)])
    assert page.lines.rowCount() > 1_900
    page.paper.scrollToBottom()
    settle_layouts()
    assert page.lines.index(page.lines.rowCount() - 1) != QModelIndex()


# templates of the user's own ----------------------------------------------------------------------------


@pytest.fixture
def opening(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was opened by the system, which here opens nothing."""
    gone: list[Path] = []

    def opens(url: QUrl) -> bool:
        gone.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    return gone


def rewrite(path: Path, *paragraphs: str) -> None:
    """What somebody does in Word."""
    made = word(path)
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(path))


def own(page: DocumentsPage, qtbot: QtBot) -> Path:
    """Make the template of the document in view the user's own."""
    with qtbot.waitSignal(page.shown):
        page._change.trigger()
    return page.templates._shelf.place(page._name, page.head.code)


def test_a_template_becomes_the_users_own_and_the_document_follows_it(
    opened: Open,
    opening: list[Path],
    answered: Callable[[Path], None],
    context: Context,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    page = opened("first-letter")
    before = said(page)
    path = own(page, qtbot)
    assert opening == [path]
    assert "After your own template" in texts(page)
    name = page.output.proposed_name(".docx")
    assert name.startswith("First letter – Repair workshop and shared tool")
    assert name.endswith(" – 2026-11-23.docx")
    rewrite(path, "Only in ours: {{ c1.need }}")
    with qtbot.waitSignal(page.shown):
        QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    assert "Only in ours:" in said(page)
    assert "Only in ours:" not in before
    row = next(
        row for row, line in enumerate(lines(page)) if "Only in ours" in str(page.lines.index(row).data())
    )
    walk_to(page, row)
    with qtbot.waitSignal(page.go) as went:
        press(page.paper, Qt.Key.Key_Return)
    assert went.args == [Place("wizard", root_of(context, REPAIR), "a", "c1.need")]
    answered(tmp_path / "letter.docx")
    with qtbot.waitSignal(page.output.written):
        click(button(page, "Save as Word…"))
    assert any(one.text.startswith("Only in ours:") for one in word(tmp_path / "letter.docx").paragraphs)
    answered(tmp_path / "letter.pdf")
    with qtbot.waitSignal(page.output.written):
        click(button(page, "Save as PDF…"))
    pages = PdfReader(tmp_path / "letter.pdf").pages
    assert "Only in ours:" in " ".join(one.extract_text() for one in pages)


def test_another_language_and_another_document_follow_ours(
    opened: Open, opening: list[Path], qtbot: QtBot
) -> None:
    page = opened("first-letter")
    own(page, qtbot)
    with qtbot.waitSignal(page.shown):
        choose(page.head.language, "lv")
    assert "After your own template" not in texts(page)
    with qtbot.waitSignal(page.shown):
        choose(page.head.language, "en")
    assert "After your own template" in texts(page)


def test_the_way_back_to_ours_keeps_theirs(opened: Open, opening: list[Path], qtbot: QtBot) -> None:
    page = opened("first-letter")
    path = own(page, qtbot)
    rewrite(path, "Years of work")
    with qtbot.waitSignal(page.shown):
        press(button(page, "Back to ours"), Qt.Key.Key_Return)
    assert "After your own template" not in texts(page)
    assert "Years of work" not in said(page)
    [kept] = (path.parent / "earlier").iterdir()
    assert word(kept).paragraphs[-1].text == "Years of work"


def test_a_broken_template_is_said_with_its_place_and_leads_out(
    opened: Open, opening: list[Path], qtbot: QtBot
) -> None:
    page = opened("first-letter")
    path = own(page, qtbot)
    rewrite(path, "{{ nobody.knows }}")
    with qtbot.waitSignal(page.shown):
        QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    assert "nobody.knows" in page.banner.text.text()
    assert not button(page, "Save as Word…").isEnabled()
    assert page.lines.rowCount() == 0
    opening.clear()
    click(button(page.banner, "Open your template…"))
    assert opening == [path]
    with qtbot.waitSignal(page.shown):
        click(button(page.banner, "Back to ours"))
    assert button(page, "Save as Word…").isEnabled()


def test_without_a_program_for_word_files_the_folder_is_named(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    page = opened("first-letter")
    path = own(page, qtbot)
    assert str(path.parent) in page.banner.text.text()


def test_a_shelf_that_cannot_be_written_is_said(opened: Open, context: Context, opening: list[Path]) -> None:
    page = opened("first-letter")
    context.settings.folder.mkdir(exist_ok=True)
    (context.settings.folder / "templates").write_text("in the way")
    page._change.trigger()
    assert page.banner.isVisible()
    assert opening == []
