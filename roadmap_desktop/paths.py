"""Where things live: our resources and translations, the user's settings, logs and documents; creates nothing."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def _shipped(name: str) -> Path:
    """A folder that ships with us: inside the installed package, or beside it in a source checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


RESOURCES = _shipped("resources")
TRANSLATIONS = _shipped("translations")
FORMS = RESOURCES / "forms"
WORDS = RESOURCES / "words"
SAMPLE = RESOURCES / "sample"
DOCUMENTS = RESOURCES / "documents"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"

_PASSING = frozenset(
    {
        "inetcache",
        "temporary internet files",
        "content.mso",
        "mail downloads",
        "temporaryitems",
        ".cache",
        "olk",
    }
)
"""Folders in which mail programs open attachments: Outlook, Mail, Evolution, Thunderbird as a snap or a flatpak."""


def user_folder() -> Path:
    """Folder of settings, logs and unsaved words; `ROADMAP_DESKTOP_HOME` moves it (a stick, a test)."""
    if moved := os.environ.get("ROADMAP_DESKTOP_HOME"):
        return Path(moved)
    import platformdirs  # noqa: PLC0415 - only the moved folder is needed in tests and on sticks

    return Path(platformdirs.user_data_dir("Roadmap Desktop", appauthor=False, roaming=True))


def documents_folder() -> Path:
    """Where people keep their files; the home folder where the system names none."""
    import platformdirs  # noqa: PLC0415 - asked for once, when a file is made

    named = Path(platformdirs.user_documents_dir())
    return named if named.is_dir() else Path.home()


def is_passing(path: Path) -> bool:
    """Whether `path` lies where the system, a browser or a mail program keeps files that it clears out again."""
    import tempfile  # noqa: PLC0415 - asked when a file from elsewhere is opened

    folders = [part.casefold() for part in path.absolute().parts[:-1]]
    named = any(name in _PASSING or name.startswith("content.outlook") for name in folders)
    return named or path.absolute().is_relative_to(Path(tempfile.gettempdir()).absolute())


def languages() -> list[str]:
    """Languages the program's content is complete in, sorted; English first."""
    found = sorted(path.stem for path in WORDS.glob("??.json"))
    return sorted(found, key=lambda code: code != "en")
