"""The first steps of every start: window or command line, a screen or none, and what to say where Qt would abort."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from roadmap_desktop import __main__ as start
from roadmap_desktop import defects, paths, screen
from roadmap_desktop.cli import commands, terminal
from roadmap_desktop.domain.errors import DiskFull, MissingLibrary, NoScreen, UnknownLanguage
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import file

linux = pytest.mark.skipif(sys.platform != "linux", reason="Qt finds its screen by itself elsewhere")
DARK = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}


def run_in(environment: dict[str, str], *arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    """The program in a process of its own that sees neither screen nor language but those of `environment`."""
    inherited = {name: value for name, value in os.environ.items() if name not in DARK}
    first = ["-c", f"import sys\n{code}\nfrom roadmap_desktop.__main__ import main\nsys.exit(main())"]
    return subprocess.run(
        [sys.executable, *(first if code else ["-m", "roadmap_desktop"]), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=paths.RESOURCES.parent,
        env={**inherited, **environment},
    )


# window or command --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["plan.roadmap"], True),
        (["there.txt"], True),
        (["absent.txt"], False),
        (["show"], False),
        (["show", "plan.roadmap"], False),
        (["--help"], False),
        (["--language", "lv"], False),
        (["-o"], False),
    ],
)
def test_a_file_or_nothing_opens_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], window: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there.txt").touch()
    # A command is a command even where a file is called so.
    Path("show").touch()
    assert start.wants_window(arguments) is window


def test_start_knows_the_commands_and_the_suffix_without_importing_them() -> None:
    assert tuple(commands.main.commands) == start.COMMANDS
    assert start.SUFFIX == file.SUFFIX
    heavy = "roadmap_desktop.cli.commands", "roadmap_desktop.launch", "click", "PySide6", "sqlite3"
    code = f"import sys, roadmap_desktop.__main__\nprint([name for name in {heavy} if name in sys.modules])"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=paths.RESOURCES.parent
    )
    assert ran.stdout.strip() == "[]"


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the window was started with, instead of a window."""
    calls: list[list[str]] = []
    stand_in = types.ModuleType("roadmap_desktop.launch")

    def run(argv: list[str]) -> int:
        calls.append(argv)
        return 7

    stand_in.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "roadmap_desktop.launch", stand_in)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return calls


def test_the_window_gets_the_systems_words(
    launched: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["roadmap-desktop", "plan.roadmap"])
    assert start.main() == 7
    assert launched == [["roadmap-desktop", "plan.roadmap"]]


def test_a_command_opens_no_window(
    launched: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["roadmap-desktop", "--version"])
    assert start.main() == 0
    assert capsys.readouterr().out.startswith("Roadmap Desktop ")
    assert launched == []


def test_a_defect_before_the_windows_own_handler_is_caught(
    qapp: QApplication,
    user_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    launched: list[list[str]],
) -> None:
    monkeypatch.setattr(sys.modules["roadmap_desktop.launch"], "run", lambda _: 1 // 0)
    monkeypatch.setattr(sys, "argv", ["roadmap-desktop"])
    assert start.main() == commands.OUR_DEFECT
    said = capsys.readouterr().err
    assert str(user_folder / defects.NAME) in said
    assert "ZeroDivisionError" in (user_folder / defects.NAME).read_text("utf-8")
    assert said.count("\n") == 1


@pytest.mark.parametrize("lacking", [{}, {"libEGL.so.1": "libegl1"}])
@linux
def test_an_import_that_fails_is_told_from_a_library_that_lacks(
    qapp: QApplication,
    user_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lacking: dict[str, str],
) -> None:
    monkeypatch.setitem(sys.modules, "roadmap_desktop.launch", None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(screen, "missing", lambda _: lacking)
    monkeypatch.setattr(sys, "argv", ["roadmap-desktop"])
    assert start.main() == (commands.FAILED if lacking else commands.OUR_DEFECT)
    said = capsys.readouterr().err
    assert ("libEGL.so.1" in said and "sudo apt install libegl1" in said) is bool(lacking)
    assert (user_folder / defects.NAME).exists() is not bool(lacking)


# the screen ---------------------------------------------------------------------------------------------


@linux
@pytest.mark.parametrize("arguments", [[], ["plan.roadmap"]])
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":4711"}, {"WAYLAND_DISPLAY": "wayland-4711"}])
def test_without_a_screen_one_message_says_what_works(arguments: list[str], display: dict[str, str]) -> None:
    ran = run_in(display, *arguments)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("No screen was found")
    assert "new, show, answer, print and check" in ran.stderr
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("environment", "answering", "opens"),
    [
        ({}, "", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "", True),
        ({"QT_QPA_PLATFORM": "vnc:port=5900"}, "", True),
        ({"DISPLAY": ":0"}, "x11", True),
        ({"DISPLAY": ":0"}, "", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "", False),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "x11", True),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, "wayland", False),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "wayland;xcb"}, "wayland", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland"}, "x11", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, "x11", True),
    ],
)
def test_where_a_window_opens(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], answering: str, opens: bool
) -> None:
    monkeypatch.setattr(screen, "x11_answers", lambda _: answering == "x11")
    monkeypatch.setattr(screen, "wayland_answers", lambda found: answering == "wayland" and len(found) > 0)
    monkeypatch.setattr(screen, "missing", lambda _: {})
    obstacle = screen.obstacle(environment)
    assert obstacle is None if opens else isinstance(obstacle, NoScreen)


def test_libraries_of_an_x11_screen_are_asked_for_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "X11_LIBRARIES", {"libxcb-nothing.so.7": "libxcb-nothing7"})
    obstacle = screen.obstacle({"DISPLAY": ":4711"})
    assert isinstance(obstacle, MissingLibrary)
    assert obstacle.data == {"reason": "libxcb-nothing.so.7", "packages": "libxcb-nothing7"}


def test_a_wayland_socket_has_to_be_there(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not screen.wayland_answers(environment)
    (tmp_path / "wayland-0").touch()
    assert screen.wayland_answers(environment)
    assert not screen.wayland_answers({"XDG_RUNTIME_DIR": str(tmp_path)})


@linux
def test_only_what_is_missing_is_missing() -> None:
    assert screen.missing({"libc.so.6": "libc6", "libnothing.so.7": "libnothing7"}) == {
        "libnothing.so.7": "libnothing7"
    }
    assert screen.missing(screen.LIBRARIES) == {}


@pytest.fixture
def x11() -> Iterator[str]:
    """A virtual screen."""
    command = shutil.which("Xvfb")
    if command is None:
        pytest.skip("no Xvfb here")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [command, "-displayfd", str(writer), "-nolisten", "tcp"],
        pass_fds=[writer],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as said:
        number = said.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@linux
def test_a_screen_that_is_there_is_found(x11: str) -> None:
    assert screen.x11_answers(x11)
    assert screen.obstacle({"DISPLAY": x11}) is None
    assert not screen.x11_answers(":4711")


# Qt that cannot be loaded -------------------------------------------------------------------------------

WITHOUT_QT = "sys.modules['PySide6.QtCore'] = None"


def test_without_qt_people_are_still_told(tmp_path: Path) -> None:
    ran = run_in({}, "show", str(tmp_path / "absent.roadmap"), code=WITHOUT_QT)
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (1, "", 1)
    assert "lacks something of this computer" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_without_qt_machines_are_still_served(sample: Path) -> None:
    ran = run_in({"LANG": "lv_LV.UTF-8"}, "show", str(sample), "--json", code=WITHOUT_QT)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert '"language": "lv"' in ran.stdout


@linux
def test_printing_without_the_libraries_to_draw(sample: Path) -> None:
    code = (
        "sys.modules['PySide6.QtGui'] = None\n"
        "from roadmap_desktop import screen\nscreen.LIBRARIES = {'libnothing.so.7': 'libnothing7'}"
    )
    ran = run_in({}, "print", str(sample), "all", "-o", str(sample.with_name("a.pdf")), code=code)
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (1, "", 1)
    assert "sudo apt install libnothing7" in ran.stderr


# the terminal -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "lv_LV.UTF-8"}, "lv"),
        ({"LANG": "lv"}, "lv"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "lv_LV"}, "lv"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "lv_LV"}, "lv"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "lv:en"}, "lv"),
        ({"LANG": "C.UTF-8"}, "c"),
    ],
)
def test_the_systems_language(environment: dict[str, str], language: str) -> None:
    assert terminal.system_language(environment) == language


@linux
def test_a_system_that_names_no_language() -> None:
    assert terminal.system_language({}) == ""


def test_the_language_is_the_one_asked_for_else_the_settings_else_the_systems(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "lv_LV.UTF-8")
    assert terminal.Terminal().language == "lv"
    assert terminal.Terminal("xx").language == "lv"
    settings.set(language="en")
    assert terminal.Terminal().language == "en"
    assert terminal.Terminal("lv").language == "lv"
    assert terminal.Terminal("lv").words.language == "lv"
    settings.set(language="xx")
    monkeypatch.setenv("LANG", "C")
    assert terminal.Terminal().language == "en"


def test_a_language_is_checked_against_those_there_are() -> None:
    assert terminal.check_language("lv") == "lv"
    with pytest.raises(UnknownLanguage) as caught:
        terminal.check_language("../lv")
    assert caught.value.data["known"] == paths.languages()


def test_a_terminal_speaks_until_it_is_closed(qapp: QApplication, tmp_path: Path, monkeypatch: Any) -> None:
    compiler = shutil.which("pyside6-lrelease", path=Path(sys.executable).parent)
    assert compiler is not None
    source = tmp_path / "lv.ts"
    source.write_text(
        '<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="lv"><context><name>cli</name><message>'
        "<source>Commands</source><translation>Pavēles</translation></message></context></TS>",
        "utf-8",
    )
    subprocess.run([compiler, "-silent", source, "-qm", tmp_path / "lv.qm"], check=True)
    monkeypatch.setattr(paths, "TRANSLATIONS", tmp_path)
    speaking = terminal.Terminal("lv")
    speaking.speak()
    speaking.speak()
    assert QCoreApplication.translate("cli", "Commands") == "Pavēles"
    speaking.close()
    speaking.close()
    assert QCoreApplication.translate("cli", "Commands") == "Commands"


@linux
def test_a_full_standard_output_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with contextlib.suppress(OSError), Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(DiskFull):
            terminal.Terminal().say("x")
        terminal.Terminal().say("a second time there is nobody to tell")


@linux
def test_complaints_nobody_hears_are_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as broken:
        monkeypatch.setattr(sys, "stderr", broken)
        monkeypatch.setattr(sys, "stdout", broken)
        terminal.Terminal().complain("x")
        broken.write("and Python's own last flush is quiet")


def test_printable_keeps_letters_and_drops_commands() -> None:
    assert terminal.printable("Ģ“–” ●\x1b[0m\n\x9b\u202e\ud800") == "Ģ“–” ● [0m    "


# the log of defects -------------------------------------------------------------------------------------


def broken(text: str) -> Exception:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_a_defect_is_added_with_its_traceback(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    assert defects.record(folder, broken("first \udc80")) == folder / defects.NAME
    defects.record(folder, broken("second"))
    text = (folder / defects.NAME).read_text("utf-8")
    assert text.index("ValueError: first") < text.index("ValueError: second")
    assert "in broken" in text
    assert "roadmap-desktop 0.1.0" in text


def test_the_log_of_defects_does_not_grow_for_ever(tmp_path: Path) -> None:
    log = tmp_path / defects.NAME
    log.write_bytes(b"x" * (defects.LARGEST + 1))
    defects.record(tmp_path, broken("new"))
    assert log.stat().st_size < 10_000
    assert "ValueError: new" in log.read_text("utf-8")


def test_where_the_users_folder_is_locked_the_log_lies_among_the_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    blocked = tmp_path / "a file"
    blocked.touch()
    assert defects.record(blocked, broken("x")) == tmp_path / defects.NAME
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(blocked))
    assert defects.record(blocked, broken("x")) is None
