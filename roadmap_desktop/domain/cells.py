"""Texts as cells of other people's spreadsheets: what would be taken for a formula, and what cannot be written at all."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 32_767
"""Most characters of a cell, by Excel's limits."""
QUOTE: Final = "'"
"""What makes a text of what follows."""

_SIGNS: Final = "=+-@＝＋－＠"
"""What a formula, or a command to another program, begins with; the wide ones as well (OWASP, "CSV Injection")."""
_NUMBER: Final = re.compile(r"[+-]?[\d\s.,()/-]*\d[\d\s.,()/-]*", re.ASCII)
"""What is a number, a date or a telephone number, and can call nothing."""
_REFUSED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, or nobody sees."""


def is_dangerous(text: str) -> bool:
    """Whether a spreadsheet may calculate or start something where it finds `text` in a cell."""
    if text[:1].isalnum():
        return False
    begins = text.lstrip()
    if begins[:1] not in _SIGNS and text[:1] not in "\t\r":
        return False
    return text != "" and (text[0] in "\t\r" or _NUMBER.fullmatch(begins.replace("\u00a0", " ")) is None)


def quoted(text: str) -> str:
    """`text` so that a spreadsheet shows it and does nothing else; a number stays one. See `unquoted`."""
    return QUOTE + text if is_dangerous(text.lstrip(QUOTE)) else text


def unquoted(text: str) -> str:
    """What was `quoted`."""
    return text[1:] if text.startswith(QUOTE) and is_dangerous(text.lstrip(QUOTE)) else text


def writable(text: str) -> str:
    """`text` without what a cell cannot hold, with one kind of line end."""
    if not text.isprintable():
        text = _REFUSED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text
