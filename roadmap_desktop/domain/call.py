"""A collection call: who asks members for what and until when, as a small file says it; read strictly, whoever wrote it."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any, Final, NamedTuple

from roadmap_desktop.domain.levels import LEVELS, Level

SUFFIX: Final = ".roadmap-call"
MARK: Final = "roadmap-call"
"""The key by which such a file is known, whose value is the version."""
VERSION: Final = 1
MOST_NAME: Final = 200
MOST_TEXT: Final = 2_000
MOST_BYTES: Final = 64 * 1024
_MOST_ADDRESS: Final = 254
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS: Final = re.compile(r"[^\s@<>\"(),:;\\]{1,64}@[^\s@<>\"(),:;\\]{1,190}")


class Call(NamedTuple):
    """`name` is who says to ask, `level` for what, `until` (YYYY-MM-DD, "" for no day) when; `email` where to, `text` why.

    `year` is for which it is collected.
    """

    name: str
    level: Level
    until: str
    email: str
    text: str
    year: int


def written(call: Call) -> str:
    """`call` as it stands in a file."""
    return json.dumps({MARK: VERSION, **call._asdict()}, ensure_ascii=False, indent=1) + "\n"


def read(data: dict[str, Any]) -> Call:
    """The call that `written` wrote and somebody sent. Raises ValueError where anything is not as it writes."""
    if data.get(MARK) != VERSION:
        raise ValueError("no call of ours, or of a newer version")
    level = next((one for one in LEVELS if one == data.get("level")), None)
    year = data.get("year")
    if level is None or type(year) is not int or not 1 <= year <= 9999:
        raise ValueError("no level or no year")
    return Call(
        _text(data.get("name"), MOST_NAME), level, day_of(data.get("until", "")), address_of(data.get("email", "")),
        _text(data.get("text", ""), MOST_TEXT), year,
    )  # fmt: skip


def day_of(value: object) -> str:
    """`value` where it is a day (YYYY-MM-DD) that exists, or "". Raises ValueError."""
    day = _text(value, 10)
    if day and (not _DAY.fullmatch(day) or dt.date.fromisoformat(day).isoformat() != day):
        raise ValueError("no day")
    return day


def address_of(value: object) -> str:
    """`value` where it may be an e-mail address, or "". Raises ValueError."""
    address = _text(value, _MOST_ADDRESS)
    if address and not _ADDRESS.fullmatch(address):
        raise ValueError("no address")
    return address


def _text(value: object, most: int) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise ValueError("no text, or too long a one")
    return value
