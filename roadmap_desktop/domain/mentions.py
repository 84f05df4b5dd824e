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
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

_NOMINATIVES: Final = ("ais", "is", "us", "s", "a", "e")
"""Endings by which names are listed, folded; the longest first. Names without one (Otto) are their own stem."""
_ENDINGS: Final = frozenset(
    ["a", "aa", "ai", "ais", "aja", "ajam", "ajai", "aju", "ajas", "ajos", "ajiem", "as", "am", "ams", "e", "ei", "em", "es", "i", "ie", "iem", "im", "is", "o", "os", "s", "u", "um", "us"]
) | {""}  # fmt: skip
"""Endings that such a word can have in any case and number, folded."""
_LONGEST_ENDING: Final = max(map(len, _ENDINGS))
_SOFTENED: Final = {
    "b": "bj", "p": "pj", "m": "mj", "v": "vj", "d": "z", "t": "s", "c": "c", "dz": "dz",
}  # fmt: skip
"""How a stem's end changes before some endings (Briedis, Brieža), where that shows without the marks on letters."""
_SHORTEST: Final = 3
"""Letters of a stem that can be told by itself; a shorter name is found as part of the full name only."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'](?![sS]\b)[^\W\d_]+)*")
"""A word; the English 's is none of it."""
_NUMBER: Final = re.compile(r"\+?\d(?:[\s\u00a0().\-/]{0,2}\d){4,17}")
_DIGITS: Final = (8, 7)
"""By so many of its last digits a telephone number is known, with or without the country; a shorter one as a whole."""
_SHORT_NUMBER: Final = 5
_BETWEEN: Final = re.compile(r"[\s\u00a0.\-–‑,_]{1,3}")
"""What may stand between the words of one name, and after an initial."""
_BRACKETED: Final = re.compile(r"\[[^\[\]]*\]")


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


class _Hit(NamedTuple):
    """A word of a text that may be one of somebody's name; `strong` where it can be told by itself."""

    place: int
    strong: bool


class _Mention(NamedTuple):
    start: int
    end: int
    person: int


class Roster:
    """Listed people, to be looked for in many texts; how many they are costs a text nothing."""

    def __init__(self, people: Sequence[Listed], unnamed: str, spared: Sequence[str] = ()) -> None:
        """`unnamed` stands for those without a role; `spared` are names of organisations, which are nobody's own.

        Where two are called alike, the first of `people` is meant. A role that names somebody is cleaned of that.
        """
        self._unnamed = unnamed
        self._parts = [_WORD.findall(_composed(one.name)) for one in people]
        self._cases: dict[str, list[tuple[int, bool]]] = {}
        self._exact: dict[str, list[tuple[int, bool]]] = {}
        self._addresses: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._spared: tuple[str, ...] = ()
        self._brackets: frozenset[str] = frozenset()
        for number, one in enumerate(people):
            self._learn(number, one)
        self._spared = tuple(name for name in map(_composed, spared) if name and not self._is_persons(name))
        self._roles = [self.role(one.role) for one in people]
        self._brackets = frozenset(f"[{role}]" for role in self._roles)

    def masked(self, text: str) -> Masked:
        """`text` with every mention of one of the people replaced by "[role]". Done twice it changes nothing more."""
        return self._replaced(text, lambda person: f"[{self._roles[person]}]")

    def role(self, text: str) -> str:
        """A role without anybody's name in it, as it stands by itself; never ""."""
        bare = self._replaced(text, lambda _person: self._unnamed).text
        return " ".join(bare.replace("[", "(").replace("]", ")").split()) or self._unnamed

    def _replaced(self, text: str, word: Callable[[int], str]) -> Masked:
        composed = _composed(text)
        pieces: list[str] = []
        at = count = 0
        for one in sorted(self._mentions(composed), key=lambda one: (one.start, -one.end, one.person)):
            if one.start < at:
                at = max(at, one.end)  # two of them in one another: nothing of either is left
                continue
            pieces += [composed[at : one.start], word(one.person)]
            at, count = one.end, count + 1
        return Masked("".join([*pieces, composed[at:]]), count) if count else Masked(text, 0)

    # whom it knows ----------------------------------------------------------------------------------

    def _learn(self, number: int, one: Listed) -> None:
        for part in self._parts[number]:
            stem, strong = _stem(part), len(_stem(part)) >= _SHORTEST
            self._exact.setdefault(_folded(part), []).append((number, strong))
            if strong:
                for form in _forms(stem):
                    self._cases.setdefault(form, []).append((number, True))
        for address in re.split(r"[\s;,<>]+", one.email):
            if "@" in address.strip("@"):
                self._addresses.setdefault(address.casefold(), number)
        for found in _NUMBER.findall(one.phone):
            digits = re.sub(r"\D", "", found)
            length = next((length for length in _DIGITS if len(digits) >= length), len(digits))
            if length >= _SHORT_NUMBER:
                self._numbers.setdefault(digits[-length:], number)

    def _is_persons(self, name: str) -> bool:
        """Whether all of an organisation's name is a person's."""
        words = _WORD.findall(name)
        known = [{number for number, _ in self._exact.get(_folded(word), ())} for word in words]
        return not known or bool(set.intersection(*known))

    # whom a text mentions ---------------------------------------------------------------------------

    def _mentions(self, text: str) -> Iterator[_Mention]:
        spared = list(self._spans_spared(text))
        for one in (*self._names(text, spared), *self._addresses_in(text), *self._numbers_in(text)):
            if not any(first <= one.start < last for first, last in spared):
                yield one

    def _spans_spared(self, text: str) -> Iterator[tuple[int, int]]:
        if "[" in text:
            yield from (
                found.span() for found in _BRACKETED.finditer(text) if found.group() in self._brackets
            )
        for name in self._spared:
            if name in text:
                yield from (found.span() for found in re.finditer(rf"\b{re.escape(name)}\b", text))

    def _names(self, text: str, spared: Sequence[tuple[int, int]]) -> Iterator[_Mention]:
        words = list(_WORD.finditer(text))
        hits: dict[int, list[_Hit]] = {}
        for place, word in enumerate(words):
            found = dict[int, bool]()
            for person, strong in self._known_by(word.group()):
                found[person] = found.get(person, False) or strong
            if found and not any(first <= word.start() < last for first, last in spared):
                for person, strong in found.items():
                    hits.setdefault(person, []).append(_Hit(place, strong))
        for person, places in hits.items():
            parts = self._parts[person]
            for run in _runs(text, words, places):
                first, last = words[run[0].place], words[run[-1].place]
                if len(parts) == 1:
                    meant = run[0].strong or _is_short_name(parts[0], first.group())
                else:
                    meant = len(run) >= len(parts) or any(hit.strong for hit in run)
                if meant:
                    start = _with_initial(text, words, run[0].place, parts, first.start())
                    yield _Mention(start, last.end(), person)

    def _known_by(self, word: str) -> Iterator[tuple[int, bool]]:
        said = _folded(word)
        yield from self._exact.get(said, ())
        if word[:1].isupper():
            for base in _bases(said):
                yield from self._cases.get(base, ())

    def _addresses_in(self, text: str) -> Iterator[_Mention]:
        if "@" in text:
            folded = text.casefold()
            for address, person in self._addresses.items():
                if address in folded:
                    for found in re.finditer(re.escape(address), text, re.IGNORECASE):
                        yield _Mention(*found.span(), person)

    def _numbers_in(self, text: str) -> Iterator[_Mention]:
        """Telephone numbers with the same last digits, however they are grouped and with or without the country."""
        if not self._numbers:
            return
        for found in _NUMBER.finditer(text):
            places = [at for at in range(*found.span()) if text[at].isdecimal()]
            digits = "".join(text[at] for at in places)
            if digits in self._numbers:
                yield _Mention(*found.span(), self._numbers[digits])
                continue
            for length in _DIGITS:
                for at in range(len(digits) - length + 1):
                    if digits[at : at + length] in self._numbers:
                        start = found.start() if at <= _SHORT_NUMBER else places[at]
                        end = places[at + length - 1] + 1
                        yield _Mention(start, end, self._numbers[digits[at : at + length]])


def masked(text: str, people: Sequence[Listed], unnamed: str) -> Masked:
    """`text` with every mention of one of `people` replaced; see Roster."""
    return Roster(people, unnamed).masked(text)


def is_name(name: str, word: str) -> bool:
    """Whether `word` is `name` (one word of a name, as it is listed) in some case."""
    said, stem = _folded(word), _stem(name)
    if said == _folded(name):
        return True
    if len(stem) < _SHORTEST or not word[:1].isupper():
        return False
    return not set(_forms(stem)).isdisjoint(_bases(said))


def _is_short_name(name: str, word: str) -> bool:
    """Whether a name of two or three letters is meant, which may be a word as well ("Jo")."""
    return len(name) > 1 and word[:1].isupper() and _folded(word) == _folded(name)


def _runs(text: str, words: Sequence[re.Match[str]], hits: Sequence[_Hit]) -> Iterator[list[_Hit]]:
    """Neighbouring words, parted where more than a space or a hyphen stands between them."""
    run: list[_Hit] = []
    for hit in hits:
        if run:
            near = hit.place == run[-1].place + 1
            gap = text[words[run[-1].place].end() : words[hit.place].start()]
            if not near or not _BETWEEN.fullmatch(gap):
                yield run
                run = []
        run.append(hit)
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


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


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


def _bases(said: str) -> Iterator[str]:
    """What is left of a folded word without each ending that it may have."""
    for length in range(min(_LONGEST_ENDING, len(said) - 1) + 1):
        cut = len(said) - length
        if said[cut:] in _ENDINGS:
            yield said[:cut]
