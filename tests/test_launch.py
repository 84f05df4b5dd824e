"""The first tenth of a second: what is on the screen when, and what is not imported before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop import launch as launching
from roadmap_desktop.launch import Launch
from roadmap_desktop.paint import theme
from roadmap_desktop.settings import Settings
from roadmap_desktop.store.log import Author
from roadmap_desktop.views import first_start
from roadmap_desktop.views.mending import MendingDialog
from roadmap_desktop.views.page import Place
from tests.acting import button, click, texts, write
from tests.conftest import settle

Start = Callable[[Path | None], Launch]
ROOT = Path(__file__).parents[1]


@pytest.fixture
def start(
    qapp: QApplication, settings: Settings, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    monkeypatch.setattr(first_start, "system_language", lambda: "en")
    before, started = QLocale(), list[Launch]()

    def made(path: Path | None) -> Launch:
        started.append(Launch(qapp, settings, path))
        return started[-1]

    yield made
    for one in started:
        one.shell.close()
        one.shell.deleteLater()
        if one.app is not None:
            one.crash.uninstall()
            for window in (one.app.first, one.app.start):
                if window is not None:
                    window.hide()
                    window.deleteLater()
            one.app.design.choose("light")
            one.app.translators.use("none")
            one.app.deleteLater()
    settle()
    QLocale.setDefault(before)


def opened(launch: Launch, qtbot: QtBot) -> Path:
    """Which file stands in the window, once it does."""
    qtbot.waitUntil(lambda: launch.app is not None and launch.app.session is not None)
    assert launch.app is not None
    assert launch.app.session is not None
    assert launch.app.desk is not None
    assert launch.app.desk.place == Place("home")
    return launch.app.session.path


def test_the_window_stands_before_the_program_is_there(
    start: Start, settings: Settings, sample: Path, qtbot: QtBot
) -> None:
    settings.set(language="en", name="Ilze")
    launch = start(sample)
    assert launch.shell.isVisible()
    assert launch.shell.windowTitle() == "sample.roadmap"
    assert launch.app is None
    assert opened(launch, qtbot) == sample
    assert launch.shell.centralWidget() is not None


def test_the_last_file_is_opened_where_none_is_named(
    start: Start, settings: Settings, sample: Path, qtbot: QtBot
) -> None:
    settings.set(language="en", name="Ilze")
    settings.add_recent(sample)
    assert opened(start(None), qtbot) == sample


def test_a_named_file_goes_before_the_last_one(
    start: Start, settings: Settings, sample: Path, empty: Path, qtbot: QtBot
) -> None:
    settings.set(language="en", name="Ilze")
    settings.add_recent(sample)
    assert opened(start(empty), qtbot) == empty


def test_a_file_from_elsewhere_asks_first_who_one_is(
    start: Start, settings: Settings, sample: Path, qtbot: QtBot
) -> None:
    settings.set(language="en")
    launch = start(sample)
    qtbot.waitUntil(lambda: launch.app is not None and launch.app.first is not None)
    assert launch.app is not None
    assert launch.app.first is not None
    first = launch.app.first
    assert first.isVisible()
    assert not launch.shell.isVisible()
    click(button(first, "Next"))
    write(first.name, "Kārlis Ozols")
    write(first.organisation, "Novada dome")
    click(button(first, "Begin"))
    assert opened(launch, qtbot) == sample
    assert launch.app.session is not None
    assert launch.app.session.author == Author("Kārlis Ozols", "Novada dome")


def test_the_first_start_asks(start: Start) -> None:
    launch = start(None)
    assert launch.app is not None
    assert launch.app.first is not None
    assert launch.app.first.isVisible()
    assert not launch.shell.isVisible()


def test_a_last_file_that_is_gone_leads_to_the_start_window(
    start: Start, settings: Settings, tmp_path: Path
) -> None:
    settings.set(language="en")
    settings.add_recent(tmp_path / "on the stick.roadmap")
    launch = start(None)
    assert launch.app is not None
    assert launch.app.start is not None
    assert launch.app.start.isVisible()
    assert not launch.shell.isVisible()


def test_a_named_file_that_is_not_there_is_said(
    start: Start, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.set(language="en")
    launch = start(tmp_path / "typo.roadmap")
    qtbot.waitUntil(lambda: launch.app is not None)
    assert launch.app is not None
    assert launch.app.start is not None
    [mending] = launch.app.start.findChildren(MendingDialog)
    assert "“typo.roadmap” is not there." in " ".join(texts(mending))
    assert not launch.shell.isVisible()


def test_a_defect_of_ours_is_caught_from_then_on(
    start: Start, settings: Settings, sample: Path, qtbot: QtBot
) -> None:
    settings.set(language="en", name="Ilze")
    before = sys.excepthook
    launch = start(sample)
    opened(launch, qtbot)
    assert sys.excepthook != before
    launch.crash.uninstall()
    assert sys.excepthook == before


@pytest.mark.parametrize(
    ("name", "window", "expected"),
    [
        ("dark", "#ffffff", theme.DARK.window),
        ("contrast", "#ffffff", theme.CONTRAST.window),
        ("system", "#ffffff", theme.LIGHT.window),
        ("system", "#202020", theme.DARK.window),
        ("no such theme", "#ffffff", theme.LIGHT.window),
    ],
)
def test_the_first_colour_is_that_of_the_theme_to_come(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, name: str, window: str, expected: str
) -> None:
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.Window, QColor(window))
    monkeypatch.setattr(QApplication, "palette", lambda *_: colours)
    assert launching._background(qapp, name) == expected


# in a process of its own --------------------------------------------------------------------------------


def in_fresh_process(code: str, *arguments: str) -> Any:
    """What `code` prints as JSON, run as the program is: nothing imported yet."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        text=True,
        timeout=120,
    )
    return json.loads(done.stdout)


def test_the_first_window_needs_little(user_folder: Path) -> None:
    found = in_fresh_process(
        "import json, sys; import roadmap_desktop.launch; print(json.dumps(sorted(sys.modules)))"
    )
    late = {
        "roadmap_desktop.app",
        "roadmap_desktop.views.home",
        "roadmap_desktop.store.log",
        "sqlite_utils",
        "sqlite3",
    }
    assert "roadmap_desktop.views.shell" in found
    assert late & set(found) == set()


RUN = """
import json, sys
from PySide6.QtWidgets import QApplication
from roadmap_desktop.launch import run

def exec_(application):
    launch = application.property("launch")
    names = application.applicationName(), application.applicationDisplayName()
    print(json.dumps([str(launch.path), launch.shell.isVisible(), *names]))
    return 7

QApplication.exec = exec_
sys.exit(0 if run(sys.argv) == 7 else 1)
"""


def test_run_takes_the_file_from_the_command_line(user_folder: Path, sample: Path) -> None:
    assert in_fresh_process(RUN, str(sample)) == [str(sample), True, "roadmap-desktop", "Roadmap Desktop"]


def test_run_leaves_qts_own_options_aside(user_folder: Path, sample: Path) -> None:
    assert in_fresh_process(RUN, "-reverse", str(sample))[0] == str(sample)


def test_a_file_opens_without_what_only_strangers_files_need() -> None:
    """Vetting, receiving, backups and hashing come late: start-up would pay for them every day."""
    late = ("store.vet", "store.receive", "store.backup", "store.check", "store.sandbox")
    code = (
        "import sys, roadmap_desktop.app, roadmap_desktop.views.home\n"
        f"late = [*({[f'roadmap_desktop.{name}' for name in late]}), 'hashlib', 'subprocess']\n"
        "print([name for name in late if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ran.stdout.strip() == "[]"
