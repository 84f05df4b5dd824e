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

_ENDING: Final = re.compile(r"[A-Za-z0-9_]{1,10}")
_RUNS: Final = {
    "appimage", "application", "appref", "bat", "chm", "cmd", "com", "command", "cpl", "desktop", "dll",
    "exe", "gadget", "hta", "htm", "html", "inf", "ins", "iso", "jar", "js", "jse", "lnk", "msc", "msi",
    "msp", "mst", "pif", "pkg", "ps1", "reg", "scf", "scr", "settingcontent", "sh", "shb", "svg", "sys",
    "url", "vb", "vbe", "vbs", "webloc", "ws", "wsc", "wsf", "wsh", "xhtml", "xll",
}  # fmt: skip
"""Endings of what a double click would run, or show with scripts in it."""
_TURNING: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Letters that turn the direction of what follows them."""


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


def safe_attachment_name(text: str, fallback: str) -> str:
    """A name that came in a file, fit to propose for saving: no folders, its ending kept, nothing that runs by itself.

    What the system would run when it is opened by its name is made a text: "photo.jpg.exe" → "photo.jpg.exe.txt".
    """
    last = one_line(text).replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, ending = last.rpartition(".")
    if not stem or not _ENDING.fullmatch(ending):
        stem, dot, ending = last, "", ""
    name = safe_file_name(stem, fallback) + dot + ending
    return f"{name}.txt" if ending.lower() in _RUNS else name


def one_line(text: str) -> str:
    """`text` as it may stand among others on a line: no line ends or other control characters, none that turn it round.

    A right-to-left override would else show a program's name as that of a PDF, and turn round what follows it.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = (" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    return " ".join("".join(letter for letter in kept if letter not in _TURNING).split())


def upright(text: str) -> str:
    """`text` with its lines, and without what would turn round the words it is put among, or control what shows them."""
    if text.isprintable() and (text.isascii() or _TURNING.isdisjoint(text)):
        return text
    return "".join(
        letter
        for letter in text
        if letter in "\n\t" or not (letter in _TURNING or unicodedata.category(letter) == "Cc")
    )


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
