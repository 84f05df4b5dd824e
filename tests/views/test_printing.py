"""Printing, as far as the paper: PDF files are read back, printers are PDF files too."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.edits import answer_edit, note_edit
from roadmap_desktop.domain.errors import DiskFull
from roadmap_desktop.session import Session
from roadmap_desktop.views import printing
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.printing import PrintDialog
from roadmap_desktop.widgets.design import Design
from tests import acting
from tests.accessible import nameless
from tests.builders import TODAY, words
from tests.conftest import OpenContext
from tests.cut import cut

OpenDialog = Callable[..., PrintDialog]


@pytest.fixture
def context(open_context: OpenContext, sample: Path) -> Context:
    return open_context(sample)


@pytest.fixture
def root(context: Context) -> bytes:
    return context.session.partnership_ids()[0]


@pytest.fixture
def dialog(context: Context, qtbot: QtBot) -> Iterator[OpenDialog]:
    """Opens the window and waits for its pages."""
    made = list[PrintDialog]()

    def make(sheet: str = "progress", root: bytes = b"") -> PrintDialog:
        window = PrintDialog(context, sheet, root)
        made.append(window)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready):
            window.show()
        return window

    yield make
    for window in made:
        window.close()


def choose(window: PrintDialog, box: str, data: str, qtbot: QtBot) -> None:
    """Choose an entry by the keyboard and wait for the pages."""
    combo = getattr(window.choice, box)
    wanted = combo.findData(data)
    while combo.currentIndex() != wanted:
        key = Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up
        with qtbot.waitSignal(window.ready):
            qtbot.keyClick(combo, key)


def click(window: PrintDialog, text: str, qtbot: QtBot) -> None:
    made = next(made for made in window.findChildren(QPushButton) if made.text() == text)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def click_named(window: PrintDialog, name: str) -> None:
    acting.click(acting.button(window, name))


def save(window: PrintDialog, path: Path, qtbot: QtBot) -> str:
    """Save the pages and read their text back."""
    with qtbot.waitSignal(window.printed) as printed:
        window.save(path)
    assert printed.args == [path]
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_progress_sheet_is_what_is_in_the_file(
    dialog: OpenDialog, context: Context, root: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    window = dialog("progress", root)
    text = save(window, tmp_path / "sheet.pdf", qtbot)
    assert context.session.dossier(root).partnership.title in text
    assert len(PdfReader(tmp_path / "sheet.pdf").pages) == window.view.count
    assert [found.name for found in tmp_path.glob("*.part")] == []


def test_private_notes_leave_only_when_wanted(
    dialog: OpenDialog, context: Context, root: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    side = context.session.dossier(root).ours.side
    checkpoint = context.form(side.form).checkpoints[0].id
    with qtbot.waitSignal(context.session.changed):
        context.session.save([note_edit(root, side.key, checkpoint, "Klusibassecret")])
    window = dialog("progress", root)
    assert "Klusibassecret" not in save(window, tmp_path / "without.pdf", qtbot)
    with qtbot.waitSignal(window.ready):
        qtbot.keyClick(window.choice.private, Qt.Key.Key_Space)
    assert "Klusibassecret" in save(window, tmp_path / "with.pdf", qtbot)


def test_a_sheet_speaks_another_language_than_the_windows(
    dialog: OpenDialog, root: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    window = dialog("progress", root)
    choose(window, "language", "lv", qtbot)
    assert words("lv")("sheet", "progress") in save(window, tmp_path / "lapa.pdf", qtbot)


def test_every_partnership_is_on_the_sheet_of_all(
    dialog: OpenDialog, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    window = dialog("all")
    text = save(window, tmp_path / "all.pdf", qtbot)
    for summary in context.session.summaries(context.session.partnership_ids()):
        assert summary.partnership.title.split()[0] in text
    assert not window.choice.private.isVisible()


@pytest.mark.parametrize("form", ["community", "municipality"])
def test_a_blank_form_is_either_sides(
    dialog: OpenDialog, context: Context, tmp_path: Path, qtbot: QtBot, form: str
) -> None:
    window = dialog("blank")
    assert window.choice.sheet.currentData() == "blank-community"
    choose(window, "sheet", f"blank-{form}", qtbot)
    text = save(window, tmp_path / "blank.pdf", qtbot)
    assert context.form(form).checkpoints[-1].title in text


@pytest.mark.parametrize("sheet", ["open", "joint", "handover"])
def test_every_sheet_of_a_partnership_can_be_chosen_by_the_keyboard(
    dialog: OpenDialog, context: Context, root: bytes, tmp_path: Path, qtbot: QtBot, sheet: str
) -> None:
    window = dialog("progress", root)
    choose(window, "sheet", sheet, qtbot)
    choose(window, "second", "lv", qtbot)
    text = save(window, tmp_path / "sheet.pdf", qtbot)
    assert f"{words()('sheet', sheet)} / {words('lv')('sheet', sheet)}" in text
    assert context.session.dossier(root).partnership.title in text
    assert window.choice.private.isVisible() == (sheet != "joint")
    assert window.choice.room.isVisible() == (sheet == "open")
    assert nameless(window) == []
    assert cut(window) == []


def test_lines_to_write_on_come_with_a_tick(
    dialog: OpenDialog, root: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    window = dialog("open", root)
    bare = save(window, tmp_path / "bare.pdf", qtbot).count("Not needed")
    with qtbot.waitSignal(window.ready):
        qtbot.keyClick(window.choice.room, Qt.Key.Key_Space)
    assert save(window, tmp_path / "lines.pdf", qtbot).count("Not needed") > bare


def test_the_handover_book_tells_what_was_changed(
    dialog: OpenDialog, context: Context, root: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(context.session.changed):
        context.session.save([answer_edit(root, "a", "c1.need", text="Vārdi par vajadzību")])
    text = save(dialog("handover", root), tmp_path / "book.pdf", qtbot)
    assert text.count("Vārdi par vajadzību") == 2


def test_without_a_partnership_at_hand_there_is_no_progress_sheet(dialog: OpenDialog) -> None:
    window = dialog("progress")
    assert window.choice.sheet.findData("progress") == -1
    assert window.choice.sheet.currentData() == "all"


def test_paper_is_kept_and_used(
    dialog: OpenDialog, context: Context, root: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    window = dialog("progress", root)
    choose(window, "paper", "Letter", qtbot)
    save(window, tmp_path / "letter.pdf", qtbot)
    assert round(float(PdfReader(tmp_path / "letter.pdf").pages[0].mediabox.width)) == 612
    assert context.settings.text("paper") == "Letter"


def test_pages_are_turned_with_buttons(dialog: OpenDialog, root: bytes) -> None:
    window = dialog("progress", root)
    assert window.view.accessibleDescription() == f"Page 1 of {window.view.count}"
    click_named(window, "Next page")
    assert window.view.page == 2
    assert window.view.accessibleDescription() == f"Page 2 of {window.view.count}"
    click_named(window, "Larger")
    assert window.view.zoom > 1
    click_named(window, "Smaller")
    click_named(window, "Previous page")
    assert (window.view.page, window.view.zoom) == (1, 1.0)


def test_a_change_in_the_file_makes_new_pages(
    dialog: OpenDialog, context: Context, root: bytes, qtbot: QtBot
) -> None:
    window = dialog("progress", root)
    with qtbot.waitSignal(window.ready):
        context.session.save([note_edit(root, "a", "c1.need", "x")])


# PDF ----------------------------------------------------------------------------------------------------


def test_the_proposed_name_tells_what_and_when_and_is_free(
    dialog: OpenDialog,
    root: bytes,
    documents: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = dialog("progress", root)
    name = window.proposed_name()
    assert TODAY in name
    assert words("en")("sheet", "progress") in name
    (documents / name).touch()
    asked = list[str]()

    def ask(*arguments: str) -> tuple[str, str]:
        asked.append(arguments[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    click(window, "Save as PDF…", qtbot)
    assert asked == [str(documents / name.replace(".pdf", " 2.pdf"))]


def test_a_name_without_ending_gets_one_and_overwrites_nothing(
    dialog: OpenDialog, root: bytes, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = dialog("progress", root)
    (tmp_path / "sheet.pdf").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sheet"), ""))
    with qtbot.waitSignal(window.printed) as printed:
        click(window, "Save as PDF…", qtbot)
    assert printed.args == [tmp_path / "sheet 2.pdf"]
    assert (tmp_path / "sheet.pdf").read_text() == "mine"


def test_a_saved_file_can_be_opened_from_the_message(
    dialog: OpenDialog, root: bytes, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = dialog("progress", root)
    opened = list[str]()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    save(window, tmp_path / "sheet.pdf", qtbot)
    click(window, "Open it", qtbot)
    click(window, "Show its folder", qtbot)
    assert opened == [str(tmp_path / "sheet.pdf"), str(tmp_path)]


def test_a_folder_that_is_not_there_is_said(
    dialog: OpenDialog, root: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    window = dialog("progress", root)
    window.save(tmp_path / "gone" / "sheet.pdf")
    qtbot.waitUntil(window.banner.isVisible)
    assert not (tmp_path / "gone").exists()
    assert window._save.isEnabled()


def test_a_full_disk_is_said(
    dialog: OpenDialog, root: bytes, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> bool:
        raise DiskFull(path=tmp_path)

    window = dialog("progress", root)
    monkeypatch.setattr(printing, "write_pdf", full)
    with qtbot.assertNotEmitted(window.printed):
        window.save(tmp_path / "sheet.pdf")
        qtbot.waitUntil(window.banner.isVisible)


# long work ----------------------------------------------------------------------------------------------


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Reading every partnership waits until the event is set."""
    go_on = threading.Event()
    read = Session.dossiers

    def waiting(session: Session) -> Iterator[Dossier]:
        for dossier in read(session):
            yield dossier
            go_on.wait(10)

    monkeypatch.setattr(Session, "dossiers", waiting)
    monkeypatch.setattr(printing, "_PATIENCE", 0)
    yield go_on
    go_on.set()


def test_long_work_shows_how_far_it_is_and_can_be_stopped(
    context: Context, slow: threading.Event, qtbot: QtBot
) -> None:
    window = PrintDialog(context, "all")
    qtbot.addWidget(window)
    window.show()
    job = window._job
    assert job is not None
    qtbot.waitUntil(window._progress.isVisible)
    assert window._progress.maximum() == len(context.session.partnership_ids())
    assert not window._save.isEnabled()
    with qtbot.assertNotEmitted(window.ready):
        click(window, "Stop", qtbot)
        slow.set()
        job.wait(10)
    assert not window._progress.isVisible()
    assert not window._save.isEnabled()
    assert window.view.count == 0
    window.close()


def test_another_choice_lets_the_work_before_go(
    context: Context, slow: threading.Event, qtbot: QtBot
) -> None:
    window = PrintDialog(context, "all")
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.ready):
        qtbot.keyClick(window.choice.sheet, Qt.Key.Key_Down)
    slow.set()
    assert window.proposed_name().startswith(context.form("community").title[:10])
    window.close()


def test_closing_ends_the_work(context: Context, slow: threading.Event, qtbot: QtBot) -> None:
    window = PrintDialog(context, "all")
    qtbot.addWidget(window)
    window.show()
    job = window._job
    assert job is not None
    with qtbot.assertNotEmitted(window.ready, wait=100):
        window.close()
        slow.set()
        job.wait(10)


# printers -----------------------------------------------------------------------------------------------


def test_without_a_printer_a_pdf_is_offered(
    dialog: OpenDialog, root: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    window = dialog("progress", root)
    click(window, "Print…", qtbot)
    assert "No printer was found" in window.banner.text.text()
    assert any(b.text() == "Save as PDF…" for b in window.banner.findChildren(QPushButton))


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A printer that is a PDF file; the system's dialog is accepted at once, pages 2 to 3 in two copies."""
    path = tmp_path / "paper.pdf"

    def accept(printing_dialog: QPrintDialog) -> None:
        printer = printing_dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setFromTo(2, 3)
        printing_dialog.accepted.emit(printer)

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Paper"])
    monkeypatch.setattr(QDialog, "open", accept)
    return path


def test_chosen_pages_reach_the_printer(
    dialog: OpenDialog, root: bytes, paper: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = dialog("progress", root)
    with qtbot.waitSignal(window.printed) as printed:
        click(window, "Print…", qtbot)
    assert printed.args == [None]
    save(window, tmp_path / "whole.pdf", qtbot)
    whole = [page.extract_text() for page in PdfReader(tmp_path / "whole.pdf").pages]
    assert [page.extract_text() for page in PdfReader(paper).pages] == whole[1:3]
    assert round(float(PdfReader(paper).pages[0].mediabox.width)) == 595


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said(
    dialog: OpenDialog, root: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    window = dialog("progress", root)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "paper.pdf"))
    with qtbot.captureExceptions() as caught:
        window.print_on(printer)
    assert not caught
    assert "did not take the pages" in window.banner.text.text()
    assert window._print.isEnabled()


def test_printing_can_be_stopped_between_pages(
    dialog: OpenDialog, root: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    window = dialog("progress", root)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    with qtbot.assertNotEmitted(window.printed, wait=50):
        window.print_on(printer)
        window._cancel()
    assert window._print.isEnabled()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_everything_is_named_and_nothing_is_cut(
    dialog: OpenDialog, root: bytes, design: Design, theme: str
) -> None:
    design.choose(theme)
    window = dialog("progress", root)
    assert nameless(window) == []
    window.resize(window.minimumSize())
    assert cut(window) == []


def test_in_latvian_nothing_is_cut_either(open_context: OpenContext, sample: Path, qtbot: QtBot) -> None:
    window = PrintDialog(open_context(sample, "lv"), "all")
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    assert window.choice.language.currentData() == "lv"
    assert cut(window) == []
    window.close()


def test_the_window_fits_a_small_screen(dialog: OpenDialog, root: bytes) -> None:
    window = dialog("progress", root)
    room = window.screen().availableSize()
    assert window.height() < room.height()
    assert window.width() < room.width()
