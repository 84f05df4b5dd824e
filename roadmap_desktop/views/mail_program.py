"""The user's mail program: whether it takes a letter that is a file, and having it opened; writes no letter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_PATIENCE: Final = 3
"""Seconds that the system is given to answer."""


def takes_letters() -> bool:
    """Whether some program is there for letters (.eml); on a thread, since it may take a moment.

    Only Linux can be asked: Windows and macOS offer the user a choice where they know none.
    """
    asking = which("xdg-mime") if sys.platform.startswith("linux") else None
    if asking is None:
        return True
    try:
        said = subprocess.run(
            [asking, "query", "default", "message/rfc822"],
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return True
    return bool(said.stdout.strip())


def open_by_system(path: Path) -> bool:
    """Have the system open `path` with the program it has for such files; whether it has tried."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
