"""What the program remembers about its user between sessions, in one JSON file; nothing of the partnerships."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any, Final

RECENT_FILES: Final = 8
_DIGITS: Final = 6
_DEFAULTS: Final[dict[str, Any]] = {
    "language": "",
    "name": "",
    "organisation": "",
    "kind": "community",
    "theme": "system",
    "coach": True,
    "patience": "14",
    "paper": "A4",
    "recent": [],
    "window": "",
    "looked": {},
    "backup": True,
    "second_place": "",
    "backup_told": "",
}


class Settings:
    """Values by name, written at once when set; a damaged or unwritable file costs the memory, not the start."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist yet."""
        self.folder = folder
        self._path = folder / "settings.json"
        self._values = dict(_DEFAULTS)
        with contextlib.suppress(OSError, ValueError, UnicodeDecodeError):
            read = json.loads(self._path.read_text("utf-8"))
            if isinstance(read, dict):
                known = {
                    name: value for name, value in read.items() if type(value) is type(_DEFAULTS.get(name))
                }
                self._values.update(known)

    @property
    def first_start(self) -> bool:
        """Nobody has answered the first questions yet."""
        return not (self._values["name"] or self._values["recent"])

    def text(self, name: str) -> str:
        """A value that is text."""
        return str(self._values[name])

    def flag(self, name: str) -> bool:
        """A value that is on or off."""
        return bool(self._values[name])

    def days(self, name: str) -> int:
        """A value that is a number of days, 0 for never."""
        value = str(self._values[name])
        return int(value) if value.isdecimal() and len(value) < _DIGITS else 0

    def set(self, **values: str | bool) -> None:
        """Remember `values`."""
        self._values.update(values)
        self._write()

    def recent(self) -> list[Path]:
        """Files opened lately, the last one first."""
        return [Path(name) for name in self._values["recent"] if isinstance(name, str)]

    def add_recent(self, path: Path) -> None:
        """Put `path` first among the recent files."""
        names = [str(path), *(name for name in self._values["recent"] if name != str(path))]
        self._values["recent"] = names[:RECENT_FILES]
        self._write()

    def forget_recent(self, path: Path) -> None:
        """Take `path` off the recent files."""
        self._values["recent"] = [name for name in self._values["recent"] if name != str(path)]
        self._write()

    def looked(self, root: str) -> int:
        """When (ms since 1970) this user last looked at the partnership `root` (hex); 0 for never."""
        value = self._values["looked"].get(root, 0)
        return value if isinstance(value, int) else 0

    def look(self, root: str, wall: int) -> None:
        """Remember that the user has seen the partnership `root` as of `wall`."""
        if wall > self.looked(root):
            self._values["looked"] = {**self._values["looked"], root: wall}
            self._write()

    def _write(self) -> None:
        part = self._path.with_suffix(f".{os.getpid()}.part")
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), "utf-8")
            part.replace(self._path)
