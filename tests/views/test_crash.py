"""A defect of ours: written down, told once, calmly, and the program goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from roadmap_desktop import __version__, defects
from roadmap_desktop.domain.errors import DiskFull
from roadmap_desktop.views import crash
from roadmap_desktop.views.crash import CrashHandler, CrashWindow
from roadmap_desktop.widgets.design import Design
from tests.accessible import nameless
from tests.cut import cut

SECRET = "Anna's private words"


@pytest.fixture
def handler(tmp_path: Path, design: Design) -> Iterator[CrashHandler]:
    made = crash.install(tmp_path / "user", design)
    yield made
    made.uninstall()
    if made.window is not None:
        made.window.accept()


def fail() -> None:
    raise ValueError(SECRET)


def fail_elsewhere() -> None:
    raise KeyError(SECRET)


def happen(failing: object = fail) -> None:
    """Let the defect reach the program's last line of defence, as it does from a slot."""
    assert callable(failing)
    try:
        failing()
    except (ValueError, KeyError) as error:
        sys.excepthook(type(error), error, error.__traceback__)
    QApplication.processEvents()


def window(handler: CrashHandler) -> CrashWindow:
    assert handler.window is not None
    return handler.window


def written(tmp_path: Path) -> str:
    return (tmp_path / "user" / defects.NAME).read_text("utf-8")


def test_one_window_says_it_in_calm_words(handler: CrashHandler, qtbot: QtBot) -> None:
    happen()
    text = "\n".join(label.text() for label in window(handler).findChildren(QLabel))
    assert window(handler).isVisible()
    assert "What you wrote is saved" in text
    assert SECRET not in text
    assert "Traceback" not in text
    assert "ValueError" not in text


def test_the_log_says_where_and_on_what_but_not_what_was_written(
    handler: CrashHandler, tmp_path: Path
) -> None:
    happen()
    log = written(tmp_path)
    assert "in fail\n" in log
    assert "ValueError" in log
    assert f"roadmap-desktop {__version__}" in log
    assert "Qt 6." in log
    assert SECRET not in log


def test_causes_are_logged_without_their_words_too(handler: CrashHandler, tmp_path: Path) -> None:
    def caused() -> None:
        try:
            fail()
        except ValueError as error:
            raise KeyError(SECRET) from error

    def during() -> None:
        try:
            fail_elsewhere()
        except KeyError:
            fail()

    happen(caused)
    happen(during)
    log = written(tmp_path)
    assert "direct cause of the following" in log
    assert "During handling of the above" in log
    assert SECRET not in log


def test_continue_closes_it_and_the_program_goes_on(handler: CrashHandler, qtbot: QtBot) -> None:
    happen()
    qtbot.mouseClick(window(handler).go_on, Qt.MouseButton.LeftButton)
    assert handler.window is None
    with qtbot.waitCallback() as called:
        QTimer.singleShot(0, called)


def test_several_defects_open_one_window_and_are_all_written(handler: CrashHandler, tmp_path: Path) -> None:
    happen()
    first = window(handler)
    happen(fail_elsewhere)
    happen()
    assert handler.window is first
    assert written(tmp_path).count("Traceback") == 3


def test_the_same_defect_is_not_told_again_at_once_but_another_is(handler: CrashHandler) -> None:
    happen()
    window(handler).accept()
    happen()
    assert handler.window is None
    happen(fail_elsewhere)
    assert window(handler).isVisible()


def test_after_a_while_the_same_defect_is_told_again(
    handler: CrashHandler, monkeypatch: pytest.MonkeyPatch
) -> None:
    happen()
    window(handler).accept()
    monkeypatch.setattr(crash, "QUIET_SECONDS", 0.0)
    happen()
    assert window(handler).isVisible()


def test_a_defect_that_never_stops_does_not_fill_the_disk(
    handler: CrashHandler, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "MOST_RECORDS", 3)
    for _ in range(10):
        happen()
    assert written(tmp_path).count("Traceback") == 3


def test_a_defect_on_another_thread_is_told_in_the_window(
    handler: CrashHandler, tmp_path: Path, qtbot: QtBot
) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: handler.window is not None)
    assert "in fail\n" in written(tmp_path)


def test_a_log_that_cannot_be_written_is_not_promised(
    handler: CrashHandler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(defects, "record", lambda *_: None)
    happen()
    assert not window(handler).folder.isVisible()
    assert "written down" not in window(handler).text.text()


def test_the_logs_folder_is_a_click_away(
    handler: CrashHandler, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = list[str]()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    happen()
    qtbot.mouseClick(window(handler).folder, Qt.MouseButton.LeftButton)
    assert opened == [str(tmp_path / "user")]


def test_a_key_in_the_terminal_ends_the_program_without_a_window(
    handler: CrashHandler, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = list[bool]()
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert ended == [True]
    assert handler.window is None


def test_the_hooks_are_given_back(tmp_path: Path, design: Design) -> None:
    before = sys.excepthook, threading.excepthook
    made = crash.install(tmp_path, design)
    assert (sys.excepthook, threading.excepthook) != before
    made.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_everything_is_named_and_nothing_is_cut(
    design: Design, qtbot: QtBot, tmp_path: Path, theme: str
) -> None:
    design.choose(theme)
    made = CrashWindow(tmp_path / defects.NAME, design)
    qtbot.addWidget(made)
    made.show()
    assert nameless(made) == []
    assert cut(made) == []


def test_what_the_user_can_mend_is_no_defect(handler: CrashHandler, tmp_path: Path, qtbot: QtBot) -> None:
    error = DiskFull(path=tmp_path)
    with qtbot.waitSignal(handler.mendable) as told:
        sys.excepthook(type(error), error, None)
    assert told.args == [error]
    assert handler.window is None
    assert not (tmp_path / "user" / defects.NAME).exists()
