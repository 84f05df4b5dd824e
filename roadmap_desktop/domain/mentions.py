"""Mentions of listed people in free text, found in any case of the Latvian language and replaced by their role; pure.

A careful rule, not a grammar: each word of a name is cut down to its stem, and a capitalised word of the text is taken
for it when it is that stem, or the stem as it softens before some endings, with an ending that Latvian nouns have. Marks
on letters are not looked at, so that "Berzina" is found for "Bērziņa". Where in doubt it replaces: a role too much can
be read over, a name too much cannot be taken back. What it does not find: nicknames and pet names (Ilzīte), initials
alone, a misspelt name, a description ("the mayor").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

_NOMINATIVES: Final = ("ais", "is", "us", "s", "a", "e")
"""Endings by which names are listed, folded; the longest first. Names without one (Otto) are their own stem."""
_ENDINGS: Final = frozenset(
    ["a", "aa", "ai", "ais", "aja", "ajam", "ajai", "aju", "ajas", "ajos", "ajiem", "as", "am", "ams", "e", "ei", "em", "es", "i", "ie", "iem", "im", "is", "o", "os", "s", "u", "um", "us"]
) | {""}  # fmt: skip
"""Endings that such a word can have in any case and number, folded."""
_SOFTENED: Final = {
    "b": "bj", "p": "pj", "m": "mj", "v": "vj", "d": "z", "t": "s", "c": "c", "dz": "dz",
}  # fmt: skip
"""How a stem's end changes before some endings (Briedis, Brieža), where that shows without the marks on letters."""
_SHORTEST: Final = 3
"""Letters of a stem that can be told by itself; a shorter name is found as part of the full name only."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_PHONE: Final = re.compile(r"\+?\d(?:[\s\u00a0().\-/]{0,2}\d){5,17}")
_SAME_DIGITS: Final = 7
_BETWEEN: Final = re.compile(r"[\s\u00a0.\-–‑,]{1,3}")
"""What may stand between the words of one name, and after an initial."""


class Listed(NamedTuple):
    """Somebody from the list of contacts, and the role to put in their place."""

    name: str
    email: str
    phone: str
    role: str


class Masked(NamedTuple):
    """A text with roles instead of people, and how many `mentions` were replaced."""

    text: str
    mentions: int


class _Mention(NamedTuple):
    start: int
    end: int
    role: str


def masked(text: str, people: Sequence[Listed], unnamed: str) -> Masked:
    """`text` with every mention of one of `people` replaced by "[role]"; by `unnamed` where they have no role.

    Done twice it changes nothing more.
    """
    found = sorted(_mentions(text, people, unnamed), key=lambda one: (one.start, -one.end))
    pieces: list[str] = []
    at = count = 0
    for one in found:
        if one.start < at:
            continue
        pieces += [text[at : one.start], one.role]
        at, count = one.end, count + 1
    return Masked("".join([*pieces, text[at:]]), count)


def is_name(name: str, word: str) -> bool:
    """Whether `word` is `name` (one word of a name, as it is listed) in some case."""
    said, stem = _folded(word), _stem(name)
    if said == _folded(name):
        return True
    if len(stem) < _SHORTEST or not word[:1].isupper():
        return False
    return any(said.startswith(form) and said[len(form) :] in _ENDINGS for form in _forms(stem))


def _mentions(text: str, people: Sequence[Listed], unnamed: str) -> Iterator[_Mention]:
    words = list(_WORD.finditer(text))
    spared = [found.span() for found in re.finditer(r"\[[^\[\]]*\]", text)]
    roles = {f"[{one.role or unnamed}]" for one in people}
    spared = [span for span in spared if text[slice(*span)] in roles]
    for one in people:
        role = f"[{one.role or unnamed}]"
        for start, end in (
            *_addresses(text, one.email),
            *_numbers(text, one.phone),
            *_names(text, words, one.name),
        ):
            if not any(first <= start < last for first, last in spared):
                yield _Mention(start, end, role)


def _addresses(text: str, email: str) -> Iterator[tuple[int, int]]:
    if email.strip():
        pattern = rf"(?<![\w.+-]){re.escape(email.strip())}(?![\w-])"
        yield from (found.span() for found in re.finditer(pattern, text, re.IGNORECASE))


def _numbers(text: str, phone: str) -> Iterator[tuple[int, int]]:
    """Telephone numbers with the same last digits, however they are grouped and with or without the country."""
    wanted = re.sub(r"\D", "", phone)[-8:]
    if len(wanted) < _SAME_DIGITS:
        return
    for found in _PHONE.finditer(text):
        if re.sub(r"\D", "", found.group()).endswith(wanted):
            yield found.span()


def _names(text: str, words: Sequence[re.Match[str]], name: str) -> Iterator[tuple[int, int]]:
    """Runs of words that are of the name; an initial before one belongs to it."""
    parts = _WORD.findall(name)
    if not parts:
        return
    alone = [part for part in parts if len(_stem(part)) >= _SHORTEST]
    hits = [place for place, word in enumerate(words) if _is_any(parts, word.group())]
    for _, group in groupby(enumerate(hits), key=lambda pair: pair[1] - pair[0]):
        for run in _runs(text, words, [place for _, place in group]):
            said = [words[place].group() for place in run]
            whole = len(run) >= len(parts) > 1 or len(parts) == 1
            if not whole and not any(_is_any(alone, word) for word in said):
                continue
            start, end = words[run[0]].start(), words[run[-1]].end()
            yield _with_initial(text, words, run[0], parts, start), end


def _is_any(parts: Iterable[str], word: str) -> bool:
    return any(is_name(part, word) for part in parts)


def _runs(text: str, words: Sequence[re.Match[str]], places: Sequence[int]) -> Iterator[list[int]]:
    """Neighbouring words, parted where more than a space or a hyphen stands between them."""
    run: list[int] = []
    for place in places:
        if run and not _BETWEEN.fullmatch(text[words[run[-1]].end() : words[place].start()]):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _with_initial(
    text: str, words: Sequence[re.Match[str]], place: int, parts: Sequence[str], start: int
) -> int:
    """Where a mention begins that may have an initial before it."""
    if place == 0:
        return start
    before = words[place - 1]
    initials = {_folded(part)[:1] for part in parts}
    joined = re.fullmatch(r"\.[\s\u00a0]?", text[before.end() : start])
    return before.start() if joined and _folded(before.group()) in initials else start


def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and letter not in "’'")


def _stem(name: str) -> str:
    said = _folded(name)
    for ending in _NOMINATIVES:
        if said.endswith(ending) and len(said) - len(ending) >= 2:
            return said.removesuffix(ending)
    return said


def _forms(stem: str) -> Iterator[str]:
    yield stem
    for end, soft in _SOFTENED.items():
        if stem.endswith(end):
            yield stem.removesuffix(end) + soft
