"""Setting a password: typed twice, recovery words on paper, a locked copy that opens with either."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain import recovery_words
from roadmap_desktop.domain.errors import DiskFull
from roadmap_desktop.store import lock_keys, locked
from roadmap_desktop.store.lock_keys import Lock
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.password import SaveLockedDialog
from roadmap_desktop.widgets.design import Design
from tests.accessible import nameless
from tests.acting import button, click, press, texts, write
from tests.conftest import OpenContext, settle
from tests.cut import cut
from tests.reading import everything_in
from tests.store.cheap_lock import cheap

PASSWORD = "ābele aiz kūts"
Open = Callable[..., SaveLockedDialog]


@pytest.fixture
def show(qtbot: QtBot, context: Context, documents: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    monkeypatch.setattr(lock_keys, "_ask", cheap)
    opened: list[SaveLockedDialog] = []

    def made(of: Context | None = None) -> SaveLockedDialog:
        dialog = SaveLockedDialog(of or context)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)  # else Python deletes it before what it had deleted later
        return dialog

    yield made
    settle()


def type_twice(dialog: SaveLockedDialog, password: str = PASSWORD) -> None:
    write(dialog.password, password)
    write(dialog.again, password)


def key_in(dialog: SaveLockedDialog) -> str:
    assert dialog._page is not None
    return " ".join(made.text() for made in dialog._page.words)


def test_by_keyboard_alone_to_a_copy_that_opens_with_both(
    show: Open, sample: Path, documents: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = show()
    assert dialog.focusWidget() is dialog.password
    type_twice(dialog)
    press(dialog.again, Qt.Key.Key_Return)
    key = key_in(dialog)
    assert recovery_words.read(key).sound
    assert not dialog.finish.isEnabled(), "the words are not on paper yet"
    assert dialog._page is not None
    press(dialog._page.written, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.made):
        press(dialog._page.written, Qt.Key.Key_Return)
    out = documents / "sample.roadmap-locked"
    assert any(out.name in text for text in texts(dialog))
    for secret, name in ((PASSWORD, "a"), (key, "b")):
        locked.unlock(out, tmp_path / f"{name}.roadmap", secret)
        assert everything_in(tmp_path / f"{name}.roadmap") == everything_in(sample)
    press(dialog.close_, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_without_recovery_words(show: Open, documents: Path, qtbot: QtBot) -> None:
    dialog = show()
    type_twice(dialog)
    click(dialog.with_words)
    with qtbot.waitSignal(dialog.made):
        click(dialog.next_)
    assert not locked.examine(documents / "sample.roadmap-locked").words


def test_two_different_passwords_go_no_further(show: Open, documents: Path) -> None:
    dialog = show()
    write(dialog.password, PASSWORD)
    write(dialog.again, "ābele aiz klēts")
    assert "This is not the same as above." in texts(dialog)
    click(dialog.next_)
    assert dialog.next_.isVisible()
    assert dialog.focusWidget() is dialog.again
    write(dialog.again, PASSWORD)
    assert "This is not the same as above." not in texts(dialog)
    dialog.password.clear()
    dialog.again.clear()
    click(dialog.next_)
    assert "Please type a password." in texts(dialog)
    assert list(documents.iterdir()) == []


def test_while_the_second_is_typed_nobody_complains(show: Open) -> None:
    dialog = show()
    write(dialog.password, PASSWORD)
    write(dialog.again, PASSWORD[:4])
    assert "This is not the same as above." not in texts(dialog)


@pytest.mark.parametrize(
    ("password", "remark"),
    [
        ("a" * 7, "Very short"),
        ("a" * 11, "Short."),
        ("a" * 15, "A good length."),
        ("a" * 16, "A very good length."),
    ],
)
def test_its_length_is_remarked_on(show: Open, password: str, remark: str) -> None:
    dialog = show()
    write(dialog.password, password)
    assert any(text.startswith(remark) for text in texts(dialog))
    assert dialog.password.accessibleDescription().startswith(remark)


def test_it_is_hidden_until_shown(show: Open) -> None:
    dialog = show()
    assert {dialog.password.echoMode(), dialog.again.echoMode()} == {QLineEdit.EchoMode.Password}
    click(dialog.shown)
    assert {dialog.password.echoMode(), dialog.again.echoMode()} == {QLineEdit.EchoMode.Normal}


def test_another_place_and_never_over_a_file(
    show: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "for Anna.roadmap-locked").write_text("hers")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "for Anna"), ""))
    dialog = show()
    click(button(dialog, "Choose where to put the locked copy"))
    type_twice(dialog)
    click(dialog.with_words)
    with qtbot.waitSignal(dialog.made):
        click(dialog.next_)
    assert locked.is_locked(tmp_path / "for Anna 2.roadmap-locked")
    assert (tmp_path / "for Anna.roadmap-locked").read_text() == "hers"


def test_what_stops_it_is_said_and_it_can_be_tried_again(
    show: Open, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(path=documents / "sample.roadmap-locked")

    dialog = show()
    type_twice(dialog)
    click(dialog.next_)
    assert dialog._page is not None
    click(dialog._page.written)
    with monkeypatch.context() as patch:
        patch.setattr(locked, "save_locked", full)
        click(dialog.finish)
        qtbot.waitUntil(dialog.banner.isVisible)
    assert "disk is full" in dialog.banner.text.text()
    with qtbot.waitSignal(dialog.made):
        click(dialog.finish)
    assert locked.is_locked(documents / "sample.roadmap-locked")


def test_the_window_lives_while_the_password_is_worked_in(
    show: Open, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    monkeypatch.setattr(lock_keys, "_ask", lambda asked: gate.wait(20) and cheap(asked))
    dialog = show()
    type_twice(dialog)
    click(dialog.with_words)
    click(dialog.next_)
    assert "One moment…" in texts(dialog)
    assert not dialog.next_.isEnabled()
    with qtbot.waitSignal(dialog.made):
        gate.set()


def test_it_is_not_left_half_done(
    show: Open, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, begun = threading.Event(), threading.Event()
    real = locked.save_locked

    def slow(path: Path, out: Path, lock: Lock) -> None:
        begun.set()
        gate.wait(20)
        real(path, out, lock)

    monkeypatch.setattr(locked, "save_locked", slow)
    dialog = show()
    type_twice(dialog)
    click(dialog.with_words)
    click(dialog.next_)
    qtbot.waitUntil(begun.is_set)
    assert not dialog.cancel.isEnabled()
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.made):
        gate.set()
    assert locked.is_locked(documents / "sample.roadmap-locked")


def test_thinking_better_of_it_leaves_nothing(show: Open, documents: Path) -> None:
    dialog = show()
    type_twice(dialog)
    click(dialog.next_)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.password.text() == dialog.again.text() == ""
    assert list(documents.iterdir()) == []


# the words on paper -------------------------------------------------------------------------------------


def test_the_sheet_as_pdf_bears_the_words_and_the_name(
    show: Open, tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show()
    type_twice(dialog)
    click(dialog.next_)
    proposed: list[str] = []

    def choose(*given: str) -> tuple[str, str]:
        proposed.append(given[2])
        return str(tmp_path / "words"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    assert dialog._page is not None
    click(dialog._page.saving)
    text = " ".join(PdfReader(tmp_path / "words.pdf").pages[0].extract_text().split())
    assert all(word in text for word in key_in(dialog).split())
    assert "sample.roadmap-locked" in text
    assert Path(proposed[0]).name.startswith("Recovery words – sample")
    assert dialog.finish.isEnabled()


def test_the_sheet_on_a_printer(show: Open, tmp_path: Path) -> None:
    dialog = show()
    type_twice(dialog)
    click(dialog.next_)
    assert dialog._page is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog._page.print_on(printer)
    [page] = PdfReader(tmp_path / "printed.pdf").pages
    assert key_in(dialog).split()[0] in page.extract_text()
    assert dialog.finish.isEnabled()
    assert dialog.banner.text.text() == "Sent to the printer."


def test_without_a_printer_the_pdf_is_named(show: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    dialog = show()
    type_twice(dialog)
    click(dialog.next_)
    assert dialog._page is not None
    click(dialog._page.printing)
    assert "No printer was found" in dialog.banner.text.text()
    assert not dialog.finish.isEnabled()


def test_a_pdf_that_cannot_be_written_is_said(show: Open, tmp_path: Path) -> None:
    dialog = show()
    type_twice(dialog)
    click(dialog.next_)
    assert dialog._page is not None
    dialog._page.save(tmp_path / "absent" / "words.pdf")
    assert "There is no folder" in dialog.banner.text.text()
    assert not dialog.finish.isEnabled()


def test_its_folder_can_be_shown(
    show: Open, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog = show()
    type_twice(dialog)
    click(dialog.with_words)
    with qtbot.waitSignal(dialog.made):
        click(dialog.next_)
    click(button(dialog, "Show its folder"))
    assert opened == [str(documents)]


# how it looks -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_everything_is_named_and_nothing_is_cut(
    show: Open, design: Design, documents: Path, qtbot: QtBot, theme: str
) -> None:
    design.choose(theme)
    dialog = show()
    for size in (dialog.size(), dialog.minimumSize()):
        dialog.resize(QSize(size))
        assert nameless(dialog) == []
        assert cut(dialog) == []
    type_twice(dialog)
    click(dialog.next_)
    assert nameless(dialog) == []
    assert cut(dialog) == []
    assert dialog._page is not None
    click(dialog._page.written)
    with qtbot.waitSignal(dialog.made):
        click(dialog.finish)
    assert nameless(dialog) == []
    assert cut(dialog) == []


def test_a_long_name_makes_no_wide_window(
    show: Open, open_context: OpenContext, sample: Path, documents: Path
) -> None:
    long = sample.rename(sample.with_name(f"{'Ļoti gara datne ' * 9}.roadmap"))
    dialog = show(open_context(long))
    assert dialog.minimumSizeHint().width() < 700
    assert cut(dialog) == []
