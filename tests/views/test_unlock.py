"""Opening a locked copy: tried until it fits, and never in doubt whether the copy or the password is wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain import recovery_words
from roadmap_desktop.store import lock_keys, locked
from roadmap_desktop.views.unlock import AskPasswordDialog
from roadmap_desktop.widgets.design import Design
from tests.accessible import nameless
from tests.acting import button, click, press, texts, write
from tests.conftest import settle
from tests.cut import cut
from tests.reading import everything_in
from tests.store.cheap_lock import cheap

PASSWORD = "ābele aiz kūts"
KEY = recovery_words.draw(lambda size: bytes(range(size)))
Open = Callable[[], AskPasswordDialog]


@pytest.fixture
def copy(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(lock_keys, "_ask", cheap)
    out = sample.with_suffix(".roadmap-locked")
    locked.save_locked(sample, out, lock_keys.make_lock(PASSWORD, KEY))
    return out


@pytest.fixture
def show(copy: Path, design: Design, documents: Path, qtbot: QtBot) -> Iterator[Open]:
    opened: list[AskPasswordDialog] = []

    def made() -> AskPasswordDialog:
        dialog = AskPasswordDialog(copy, design)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)  # else Python deletes it before what it had deleted later
        return dialog

    yield made
    settle()


def said(dialog: AskPasswordDialog) -> str:
    return dialog.secret.accessibleDescription()


def test_the_password_opens_it_into_documents(
    show: Open, sample: Path, documents: Path, qtbot: QtBot
) -> None:
    dialog = show()
    assert dialog.focusWidget() is dialog.secret
    write(dialog.secret, PASSWORD)
    with qtbot.waitSignal(dialog.opened) as opened:
        press(dialog.secret, Qt.Key.Key_Return)
    assert opened.args == [documents / "sample.roadmap"]
    assert everything_in(documents / "sample.roadmap") == everything_in(sample)
    assert not dialog.isVisible()
    assert dialog.secret.text() == ""


def test_a_wrong_one_can_be_mended_as_often_as_it_takes(show: Open, documents: Path, qtbot: QtBot) -> None:
    dialog = show()
    for wrong in ("abele", "kūts"):
        write(dialog.secret, wrong)
        press(dialog.secret, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "neither the password" in said(dialog))
        assert dialog.secret.isEnabled()
        assert dialog.secret.selectedText() == wrong
    write(dialog.secret, "-".join(KEY).upper())
    assert "neither the password" not in said(dialog)
    with qtbot.waitSignal(dialog.opened):
        click(button(dialog, "Open"))
    assert (documents / "sample.roadmap").exists()


def test_a_slip_in_a_word_is_named_while_it_is_typed(show: Open) -> None:
    dialog = show()
    write(dialog.secret, " ".join(KEY[:4]) + " bexo")
    assert "slip" not in said(dialog), "the word is still being typed"
    write(dialog.secret, " ".join(KEY[:4]) + " bexob ")
    assert said(dialog) == "There is a slip in these recovery words: 5."
    write(dialog.secret, " ".join((*KEY[:-1], KEY[0])))
    assert said(dialog) == "There is a slip in one of the recovery words."
    write(dialog.secret, " ".join(KEY))
    assert "slip" not in said(dialog)


def test_nothing_typed_is_nothing_tried(show: Open) -> None:
    dialog = show()
    click(button(dialog, "Open"))
    assert said(dialog) == "Please type the password or the recovery words."


def test_a_damaged_copy_is_told_before_anything_is_typed(show: Open, copy: Path, qtbot: QtBot) -> None:
    raw = bytearray(copy.read_bytes())
    raw[-1] ^= 1
    copy.write_bytes(raw)
    dialog = show()
    qtbot.waitUntil(dialog.banner.isVisible)
    assert "is damaged" in dialog.banner.text.text()
    assert not dialog.secret.isEnabled()
    assert not button(dialog, "Open").isEnabled()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_place_that_is_taken_meanwhile_can_be_changed(
    show: Open, documents: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show()
    (documents / "sample.roadmap").write_text("mine")
    write(dialog.secret, PASSWORD)
    click(button(dialog, "Open"))
    qtbot.waitUntil(dialog.banner.isVisible)
    assert dialog.secret.isEnabled()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "opened"), ""))
    click(button(dialog, "Choose where to put the opened copy"))
    with qtbot.waitSignal(dialog.opened) as opened:
        click(button(dialog, "Open"))
    assert opened.args == [tmp_path / "opened.roadmap"]
    assert (documents / "sample.roadmap").read_text() == "mine"


def test_the_window_lives_meanwhile_and_can_be_left(
    show: Open, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    monkeypatch.setattr(lock_keys, "_ask", lambda asked: gate.wait(20) and cheap(asked))
    dialog = show()
    write(dialog.secret, PASSWORD)
    click(button(dialog, "Open"))
    assert "One moment…" in texts(dialog)
    assert not dialog.secret.isEnabled()
    job = dialog._job
    assert job is not None
    with qtbot.assertNotEmitted(dialog.opened):
        press(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        gate.set()
        job.wait(20)
    assert list(documents.iterdir()) == [], "nobody wants the opened copy any more"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_everything_is_named_and_nothing_is_cut(show: Open, design: Design, qtbot: QtBot, theme: str) -> None:
    design.choose(theme)
    dialog = show()
    write(dialog.secret, "wrong")
    press(dialog.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "neither" in said(dialog))
    for size in (dialog.size(), dialog.minimumSize()):
        dialog.resize(size)
        assert nameless(dialog) == []
        assert cut(dialog) == []
