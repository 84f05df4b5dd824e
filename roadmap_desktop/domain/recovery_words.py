"""Recovery words: the spare key to a locked file, as words to print and type; it encrypts nothing."""

from __future__ import annotations

import binascii
import os
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

COUNT: Final = 8
"""Words of one key: seven that are drawn, 112 bits of chance, and one that checks them."""
LENGTH: Final = 5
"""Letters of a word."""
CONSONANTS: Final = "bdfghjklmnprstvz"
VOWELS: Final = "aiou"
"""Letters that Latvian, English, Lithuanian, Swedish and Portuguese keyboards all have, none like another in print.

Consonant, vowel, consonant, vowel, consonant: 16 bits that can be spoken (as in D. S. Wilkerson's proquints).
"""
_WORD: Final = re.compile(f"[{CONSONANTS}][{VOWELS}][{CONSONANTS}][{VOWELS}][{CONSONANTS}]")
_SHIFTS: Final = ((12, CONSONANTS), (10, VOWELS), (6, CONSONANTS), (4, VOWELS), (0, CONSONANTS))
_SEED: Final = 0xFFFF
_ALIKE: Final = 4
"""From so many words on that could be ours, a text is meant to be recovery words."""
_STROKED: Final = str.maketrans("łøđħŧı", "lodhti")


class Reading(NamedTuple):
    """What came of reading typed words. `wrong` numbers, from 1, those that cannot be any of ours."""

    words: tuple[str, ...]
    wrong: tuple[int, ...]
    sound: bool
    """They are as many as they should be, and the last one fits the others."""

    @property
    def meant(self) -> bool:
        """The text looks like recovery words, right or not, and not like a password."""
        alike = len(self.words) - len(self.wrong)
        return self.sound or (alike >= _ALIKE and alike * 2 > len(self.words))

    def text(self) -> str:
        """The words as they are always written: what the key is made from."""
        return " ".join(self.words)


def draw(chance: Callable[[int], bytes] = os.urandom) -> tuple[str, ...]:
    """New words; `chance(n)` gives n bytes that nobody can guess."""
    drawn = chance(2 * (COUNT - 1))
    numbers = [int.from_bytes(drawn[at : at + 2], "big") for at in range(0, len(drawn), 2)]
    return tuple(_word(number) for number in (*numbers, binascii.crc_hqx(drawn, _SEED)))


def read(text: str) -> Reading:
    """`text` as words: in any case, with any signs between them or none, with their numbers, with diacritics.

    A zero is read as o; a one as l or i, by its place.
    """
    bare = unicodedata.normalize("NFKD", text.casefold()).translate(_STROKED)
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    parts = [part for part in re.split(r"[\W_]+", bare) if part and not (part.isdecimal() and len(part) == 1)]
    joined = "".join(parts)
    if len(joined) == COUNT * LENGTH:
        parts = [joined[at : at + LENGTH] for at in range(0, len(joined), LENGTH)]
    words = tuple(_mended(part) for part in parts)
    wrong = tuple(number for number, word in enumerate(words, 1) if not _WORD.fullmatch(word))
    return Reading(words, wrong, not wrong and len(words) == COUNT and _fits(words))


def _fits(words: Sequence[str]) -> bool:
    *drawn, check = (_number(word) for word in words)
    return binascii.crc_hqx(b"".join(number.to_bytes(2, "big") for number in drawn), _SEED) == check


def _mended(word: str) -> str:
    return "".join(
        {"0": "o", "1": "i" if place % 2 else "l"}.get(letter, letter) for place, letter in enumerate(word)
    )


def _word(number: int) -> str:
    return "".join(letters[number >> shift & len(letters) - 1] for shift, letters in _SHIFTS)


def _number(word: str) -> int:
    return sum(letters.index(letter) << shift for letter, (shift, letters) in zip(word, _SHIFTS, strict=True))
