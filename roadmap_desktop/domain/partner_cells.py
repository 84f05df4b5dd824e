"""Cells of somebody's list of partners, read as what they mean: numbers that Excel has spoilt, two addresses in one; pure."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Final

from roadmap_desktop.domain.cells import unquoted

_SPACES: Final = re.compile(r"[^\S\n]+")
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]"
)
_EMAIL: Final = re.compile(
    r"[^\s,;<>()\[\]|/\\\"„“”]+@[^\s,;<>()\[\]|/\\\"„“”@]+\.[^\s,;<>()\[\]|/\\\"„“”@]{2,}"
)
_SCIENTIFIC: Final = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})")
_DECIMALS: Final = re.compile(r"(\d+)[.,]0+")
_PHONES: Final = re.compile(r"\s*(?:[;\n]|,(?=\s*\+?\d)|/(?=\s*\+?\d{5})|\bvai\b|\bor\b)\s*")
_DATE: Final = re.compile(
    r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./] ?\d{1,2}[-./] ?\d{4})\.?(?: \d{1,2}:\d{2}(?::\d{2})?)?"
)
_FEW_DIGITS: Final = 5
"""A register number has more digits than that."""
_FORMS: Final = re.compile(
    r"\b(biedrib[aus]|biedr|nodibinajum[sau]|nod|sia|as|sabiedriba ar ierobezotu atbildibu|nvo|ngo|vsia|psia|ltd|llc|foundation|association)\b"
)
"""Legal forms, which one list writes and another does not; folded."""


def tidy(text: str) -> str:
    """`text` without spaces around it, doubled or unusual, and without what nobody sees; a mark that made it a text goes."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return unquoted(text.strip())
    text = _HIDDEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return unquoted("\n".join(line for line in lines if line))


def one(text: str) -> str:
    """`text` on one line."""
    return " ".join(tidy(text).split())


def folded(text: str) -> str:
    """`text` for comparing: case, marks on letters, quotes and other signs aside."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(
        "".join(
            letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter)
        ).split()
    )


def name_key(name: str) -> str:
    """By what one organisation is told from another: its name without its legal form; the whole where nothing else is left."""
    whole = folded(name)
    return " ".join(_FORMS.sub(" ", whole).split()) or whole


def number_key(number: str) -> str:
    """The digits of a register number, "" where there are too few to tell anything."""
    digits = re.sub(r"\D", "", number)
    return digits if len(digits) > _FEW_DIGITS else ""


def register_number(text: str) -> str:
    """A register number as it is written: 40008012345 for what Excel made 40008012345.0 or 4,0008012345E+10 of it.

    "" for what Excel has rounded, so that nobody knows what it was (4.00E+10).
    """
    bare = one(text).replace(" ", "")
    if match := _SCIENTIFIC.fullmatch(bare):
        whole, part, power = match[1], match[2] or "", int(match[3])
        return "" if len(part) < power else (whole + part[:power] if not part[power:].strip("0") else "")
    if match := _DECIMALS.fullmatch(bare):
        return match[1]
    return one(text)


def is_rounded(text: str) -> bool:
    """Whether Excel has made a number of it that can no longer be read."""
    return register_number(text) == "" and tidy(text) != ""


def emails(text: str) -> tuple[str, ...]:
    """Every address in a cell, each once; what is none of them stays as one where it holds the sign of one."""
    text = tidy(text).replace("mailto:", "")
    found = list(dict.fromkeys(address.strip(".'<>") for address in _EMAIL.findall(text)))
    if not found and "@" in text:
        return (" ".join(text.split()),)
    return tuple(found)


def phones(text: str) -> str:
    """The telephone numbers of a cell, with commas between them; one that Excel made a number of is one again."""
    parts = (register_number(part) or part.strip() for part in _PHONES.split(tidy(text)) if part.strip())
    return ", ".join(dict.fromkeys(parts))


def looks_like_phone(text: str) -> bool:
    """Whether the cell holds a telephone number and little else; a date is none."""
    if _DATE.fullmatch(one(text)):
        return False
    digits = re.sub(r"\D", "", text)
    return 7 <= len(digits) <= 26 and re.fullmatch(r"[\d\s+().,;/-]+", tidy(text)) is not None


def looks_like_number(text: str) -> bool:
    """Whether it is a register number as Latvia gives them: eleven digits."""
    try:
        return (
            len(register_number(text).replace("-", "")) == 11
            and Decimal(register_number(text).replace("-", "")) > 0
        )
    except InvalidOperation:
        return False


def looks_like_website(text: str) -> bool:
    """Whether it is an address of the web."""
    return re.fullmatch(r"(https?://|www\.)\S+", tidy(text).lower()) is not None


def kind_of(said: str, name: str = "") -> str:
    """What an organisation is, by what a list says of it, or by its `name`; "" where neither tells."""
    for text in filter(None, (folded(said), folded(name))):
        for kind, signs in _KINDS:
            if any(re.search(rf"\b{sign}", text) for sign in signs):
                return kind
    return "other" if said.strip() else ""


_KINDS: Final = (
    ("enterprise", ("social[au]\\w* uznem", "social enterprise")),
    ("municipality", ("pasvaldib", "novada dome", "pilsetas dome", "dome\\b", "pagasta parvald", "municipality", "council", "local government")),
    ("community", ("biedrib", "nodibinajum", "kopien", "nvo\\b", "ngo\\b", "association", "foundation", "community", "society", "fonds\\b")),
)  # fmt: skip
