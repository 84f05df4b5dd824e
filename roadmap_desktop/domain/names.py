"""Names of files that Windows, macOS and Linux all take; looks at no disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Final

LONGEST: Final = 80
"""Most characters of a name without its suffix: room for folders within Windows' 260."""
LONGEST_BYTES: Final = 160
"""Most bytes of it in UTF-8: room for a suffix and a temporary ending within the 255 that file systems allow."""

_JOINTS: Final = re.compile(r"\s*[/\\:|]+\s*")
_BANNED: Final = re.compile(r'[<>"?*]')
# Windows keeps these for devices, with any suffix and with spaces after them.
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.IGNORECASE)


def safe_file_name(text: str, fallback: str) -> str:
    """`text` as the name of a file, without suffix: same letters where the systems allow them.

    `fallback`, as it is, where nothing is left. The result of a result is itself.
    """
    name = "".join(" " if letter.isspace() else letter for letter in unicodedata.normalize("NFC", text))
    name = "".join(letter for letter in name if unicodedata.category(letter)[0] != "C")
    name = _BANNED.sub("", _JOINTS.sub("-", name))
    name = _trimmed(" ".join(name.split()))
    if _DEVICES.match(name):
        name = f"_{name}"
    return _shortened(name) or fallback


def free_name(path: Path, taken: Callable[[Path], bool]) -> Path:
    """`path`, or the first of "name 2", "name 3" … beside it that is not `taken`."""
    number, candidate = 1, path
    while taken(candidate):
        number += 1
        candidate = path.with_name(f"{path.stem} {number}{path.suffix}")
    return candidate


def _trimmed(name: str) -> str:
    """Without what hides a file, reads as an option, or what Windows drops at the end."""
    return name.lstrip(" .-~").rstrip(" .-")


def _shortened(name: str) -> str:
    """Cut at a whole letter, at the last space if that costs little."""
    if len(name) <= LONGEST and len(name.encode()) <= LONGEST_BYTES:
        return name
    cut = name[:LONGEST].encode()[:LONGEST_BYTES].decode(errors="ignore")
    while cut and unicodedata.combining(name[len(cut)]):
        cut = cut[:-1]
    head, _, tail = cut.rpartition(" ")
    return _trimmed(head if head and len(tail) < LONGEST // 4 and name[len(cut)] != " " else cut)
