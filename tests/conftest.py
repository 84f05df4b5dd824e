"""What every test may need: a home folder of its own, the sample file, the look, and an open file as pages see it."""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import hypothesis
import platformdirs
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from roadmap_desktop import paths
from roadmap_desktop.session import Session
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import file, new
from roadmap_desktop.store.log import Author
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import Design
from tests.builders import TODAY, library, words

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
hypothesis.settings.register_profile("tests", deadline=None)
hypothesis.settings.load_profile("tests")

AUTHOR = Author("Ilze Bērziņa", "Ābeļkalna ļaudis")
"""Who writes in tests; the sample's own author."""


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen screen says this of every window with a smallest size; it is no warning about ours."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


# the user's folders -------------------------------------------------------------------------------------


def _ours(folders: list[Path]) -> set[tuple[str, int]]:
    """Our files in the real home: their paths and when they were written."""
    found = set()
    for path in (path for folder in folders for path in (folder, *folder.glob("*"))):
        if path.suffix == file.SUFFIX or folders[0] in (path, path.parent):
            with contextlib.suppress(OSError):
                found.add((str(path), path.stat().st_mtime_ns))
    return found


@pytest.fixture(autouse=True)
def _lasting_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folders of tests are cleared out as well, and yet their files lie where a user keeps them."""
    monkeypatch.setattr(paths, "is_passing", lambda _path: False)


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the home folder of whoever runs it."""
    real = [
        Path(platformdirs.user_data_dir("Roadmap Desktop", appauthor=False, roaming=True)),
        Path(platformdirs.user_documents_dir()),
        Path.home(),
    ]
    before = _ours(real)
    home = tmp_path_factory.mktemp("home")
    (home / "Documents").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("XDG_") and name != "XDG_RUNTIME_DIR"]:
            patch.delenv(name)
        patch.setenv("HOME", str(home))
        patch.setenv("USERPROFILE", str(home))
        patch.setenv("XDG_DOCUMENTS_DIR", str(home / "Documents"))
        patch.setenv("ROADMAP_DESKTOP_HOME", str(home / "roadmap-desktop"))
        yield
    assert _ours(real) == before, "a test wrote into the real home folder"


@pytest.fixture
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of settings, logs and unsaved words, for this test alone; not made yet."""
    folder = tmp_path / "user"
    monkeypatch.setenv("ROADMAP_DESKTOP_HOME", str(folder))
    return folder


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's files live, for this test alone."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(folder))
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(folder))
    return folder


@pytest.fixture
def settings(user_folder: Path) -> Settings:
    """Nothing remembered yet."""
    return Settings(user_folder)


# files --------------------------------------------------------------------------------------------------


class MakeSample(Protocol):
    """Makes the sample file in a language."""

    def __call__(self, language: str = "en", name: str = "sample.roadmap") -> Path:
        """Its path, in the test's own folder."""


@pytest.fixture(scope="session")
def _samples(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    made: dict[str, Path] = {}

    def make(language: str) -> Path:
        if language not in made:
            made[language] = tmp_path_factory.mktemp("samples") / f"{language}.roadmap"
            new.sample_file(made[language], paths.SAMPLE, language, datetime.date.fromisoformat(TODAY))
        return made[language]

    return make


@pytest.fixture
def make_sample(_samples: Callable[[str], Path], tmp_path: Path) -> MakeSample:
    """The sample as shipped, its dates round builders.TODAY."""

    def make(language: str = "en", name: str = "sample.roadmap") -> Path:
        return Path(shutil.copyfile(_samples(language), tmp_path / name))

    return make


@pytest.fixture
def sample(make_sample: MakeSample) -> Path:
    """The sample file in English."""
    return make_sample()


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A file with nothing in it but its own organisation."""
    path = tmp_path / "empty.roadmap"
    new.new_file(path, AUTHOR, "community")
    return path


# sessions and pages -------------------------------------------------------------------------------------


@pytest.fixture
def open_session(qapp: QApplication, user_folder: Path) -> Iterator[Callable[..., Session]]:
    """Opens files; they are closed after the test."""
    opened: list[Session] = []

    def make(path: Path, author: Author = AUTHOR, folder: Path | None = None) -> Session:
        opened.append(Session(path, author, folder or user_folder))
        return opened[-1]

    yield make
    for session in opened:
        session.close()
        session.deleteLater()
    settle()


@pytest.fixture(scope="session")
def _look(qapp: QApplication) -> Design:
    return Design(qapp, paths.ICONS, paths.FONTS)


@pytest.fixture
def design(_look: Design) -> Iterator[Design]:
    """The light look; whatever a test chooses is light again for the next."""
    _look.choose("light")
    yield _look
    _look.choose("light")


class OpenContext(Protocol):
    """Opens a file as pages are given it."""

    def __call__(self, path: Path, language: str = "en", today: str = TODAY) -> Context:
        """The context; its file is closed after the test."""


@pytest.fixture
def open_context(open_session: Callable[..., Session], settings: Settings, design: Design) -> OpenContext:
    """Opens files for pages."""

    def make(path: Path, language: str = "en", today: str = TODAY) -> Context:
        return Context(open_session(path), settings, library(), words(language), design, lambda: today)

    return make


def settle() -> None:
    """Have Qt delete what asked for it, so that nothing of one test lives into the next."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
