"""The fixed words of the subject in one language (states, tools, sheets, dates); not the windows' own texts."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

from roadmap_desktop.domain.errors import BadDate, BadNumber
from roadmap_desktop.domain.form import FALLBACK, both

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_LOCAL = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})\.?$")
_AMOUNT = re.compile(
    r"(?P<sign>-?)(?P<whole>\d{1,15}|\d{1,3}(?P<group>[.,])\d{3}(?:(?P=group)\d{3}){0,3})"
    r"(?:(?P<decimal>[.,])(?P<cents>\d{1,2}))?"
)

LATEST = 253_370_764_800_000
"""The year 9999 in ms since 1970, with a day to spare for every zone."""


class Words:
    """Vocabulary of one language, as in `resources/words/<language>.json`."""

    def __init__(self, data: dict[str, Any], second: Words | None = None) -> None:
        """`data` is the parsed file; with `second`, every word is said in that language too (see `beside`)."""
        self._data = data
        self.language: str = data["language"]
        self.second = second

    def __call__(self, group: str, key: str, **values: object) -> str:
        """The word `key` of `group`, its {places} filled; the key itself where a newer file brought it."""
        text = self._data.get(group, {}).get(key, key)
        said = str(text.format(**values)) if values else str(text)
        return both(said, self.second(group, key, **values)) if self.second else said

    def each(self, group: str, key: str, **values: object) -> tuple[str, str]:
        """The same in each language by itself, for what is too long for a line; the second is "" where there is none."""
        alone = Words(self._data)
        return alone(group, key, **values), self.second(group, key, **values) if self.second else ""

    def group(self, name: str) -> dict[str, Any]:
        """All words of a group, in the file's order."""
        found: dict[str, Any] = self._data[name]
        return _joined(found, self.second.group(name)) if self.second else found

    def tool(self, kind: str) -> dict[str, Any]:
        """Title, purpose, add and fields of one support tool."""
        found: dict[str, Any] = self.group("tool")[kind]
        return found

    def spoken_with(self, second: Words) -> Words:
        """These words and `second` together."""
        return Words(self._data, second)

    def date(self, iso: str, *, long: bool = False) -> str:
        """`iso` (YYYY-MM-DD) as people of this language write it; anything else unchanged."""
        try:
            day = dt.date.fromisoformat(iso)
        except ValueError:
            return iso
        formats = self._data["formats"]
        shape: str = formats["date" if long else "short"]
        return shape.format(
            day=day.day,
            number=day.month,
            year=day.year,
            month=formats["months"][day.month - 1],
            mon=formats["mons"][day.month - 1],
        )

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with this language's decimal and group signs."""
        formats = self._data["formats"]
        text = f"{value:,.{decimals}f}"
        return text.translate({ord(","): formats["group"], ord("."): formats["decimal"]})


def beside(first: Words, second: Words | None) -> Words:
    """The words of two languages together: each says "one / other". Dates and numbers are written as in the first.

    Only `first` where there is no second, or no other.
    """
    return first.spoken_with(second) if second and second.language != first.language else first


def _joined(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    """Two groups as one, each word in both languages."""
    return {
        key: _joined(text, second[key]) if isinstance(text, dict) else both(text, second[key])
        for key, text in first.items()
    }


def sane(wall: int) -> int:
    """`wall` in ms since 1970; of a forged clock the nearest time that has a day."""
    return min(max(wall, 0), LATEST)


def local_day(wall: int) -> str:
    """The day (YYYY-MM-DD, of this computer's zone) of `wall` in ms since 1970; a forged clock's nearest sane day.

    A file from elsewhere may claim any time at all.
    """
    return dt.datetime.fromtimestamp(sane(wall) / 1000).astimezone().date().isoformat()


def load_words(folder: Path, language: str) -> Words:
    """The words of `language` from `folder`, English where there are none."""
    source = folder / f"{language}.json"
    if not source.is_file():
        source = folder / f"{FALLBACK}.json"
    return Words(json.loads(source.read_text("utf-8")))


def parse_date(text: str) -> str:
    """A date as people type it (2026-11-30, 30.11.2026., 30/11/2026) as YYYY-MM-DD; "" stays "".

    Raises BadDate for anything else and for days that do not exist.
    """
    text = text.strip()
    if not text:
        return ""
    if match := _ISO.match(text):
        year, month, day = match.groups()
    elif match := _LOCAL.match(text):
        day, month, year = match.groups()
    else:
        raise BadDate(text=text)
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        raise BadDate(text=text) from None


def parse_amount(text: str) -> str:
    """A sum of money as people type it ("1 200,50", "1,200.50 €") as "1200.50"; "" stays "".

    The last comma or point followed by one or two digits is the decimal sign; others must part thousands.
    Raises BadNumber.
    """
    bare = re.sub(r"[\s\u00a0\u202f€']|EUR", "", text)
    if not bare:
        return ""
    match = _AMOUNT.fullmatch(bare)
    if not match or (match["decimal"] and match["decimal"] == match["group"]):
        raise BadNumber(text=text.strip())
    whole = int(re.sub(r"[.,]", "", match["whole"]))
    return f"{match['sign']}{whole}.{match['cents']:0<2}" if match["cents"] else f"{match['sign']}{whole}"
