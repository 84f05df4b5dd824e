"""The register of exchanges: what a line of it says, who owes an answer, who has the word; it sends and receives nothing."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from typing import Final, NamedTuple

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.records import SHORT_TEXT, Exchange, Scalar
from roadmap_desktop.domain.words import local_day

PATIENCE: int = 14
"""Days after which an answer may be asked for, where nobody says otherwise."""
SILENT: Final = ("roles", "numbers")
"""Levels of what is only to be looked at: it asks for no answer."""


class Said(NamedTuple):
    """What a copy says of itself; a claim, no more. `wall` in ms since 1970; `origin` the document it is a copy of.

    `untouched` while it holds as many changes as when it was made: nobody has written in it since.
    """

    level: str
    name: str
    organisation: str
    wall: int
    origin: str
    untouched: bool


class Standing(NamedTuple):
    """Where the exchange of one partnership stands: the last out, the last in, and since when an answer is due.

    None where there was none; `since` (YYYY-MM-DD) is "" where nothing is waited for.
    """

    sent: Exchange | None
    received: Exchange | None
    since: str


def sent_edit(root: bytes, who: str, level: str, file: str, changes: int, wall: int, note: str = "") -> Edit:
    """The edit that notes in the register of `root` that a copy went out, at `wall` in ms since 1970."""
    return _edit(root, "out", wall, who=who, level=level, file=file, changes=changes, note=note)


def received_edit(root: bytes, who: str, file: str, changes: int, wall: int, level: str = "") -> Edit:
    """The edit that notes in the register of `root` that a file came, which brought so many new changes."""
    return _edit(root, "in", wall, who=who, level=level, file=file, changes=changes)


def noted_edit(root: bytes, day: str, who: str = "") -> Edit:
    """The edit that notes by hand in the register of `root` that something was handed over on `day` (YYYY-MM-DD)."""
    fields: dict[str, Scalar] = {"direction": "out", "day": day, "wall": 0, "who": who[:SHORT_TEXT]}
    return Edit(root, "exchange", os.urandom(16), fields)


def pen_edit(root: bytes, side: str) -> Edit:
    """The edit that gives the word to a side ("a" or "b") of the partnership `root`, "" to neither. It travels."""
    return Edit(root, "partnership", root, {"pen": side})


def answers(lines: Iterable[Exchange]) -> dict[bytes, Exchange | None]:
    """For each line of one partnership that asks for an answer, by its id, what came first after it; None for nothing."""
    found = sorted(lines, key=_moment)
    came = [line for line in found if line.direction == "in"]
    return {
        line.id: next((answer for answer in came if _moment(answer) > _moment(line)), None)
        for line in found
        if line.direction == "out" and line.level not in SILENT
    }


def standing(lines: Iterable[Exchange]) -> Standing:
    """Where the lines of one partnership leave it.

    An answer is due since the first copy that went out after the last one came in: sending again does not start
    the waiting anew. What is only to be looked at asks for no answer.
    """
    found = sorted(lines, key=_moment)
    out = [one for one in found if one.direction == "out"]
    came = [one for one in found if one.direction == "in"]
    answered = answers(found)
    waiting = [one for one in out if one.id in answered and answered[one.id] is None]
    return Standing(out[-1] if out else None, came[-1] if came else None, waiting[0].day if waiting else "")


def overdue(stand: Standing, today: str, days: int = PATIENCE) -> bool:
    """Whether an answer has been waited for longer than `days` (0 for never) on the day `today` (YYYY-MM-DD)."""
    if not stand.since or not days:
        return False
    return (dt.date.fromisoformat(today) - dt.date.fromisoformat(stand.since)).days > days


def _moment(line: Exchange) -> tuple[str, int, bytes]:
    return line.day, line.wall, line.id


def _edit(root: bytes, direction: str, wall: int, **fields: Scalar) -> Edit:
    said: dict[str, Scalar] = {
        name: value[:SHORT_TEXT] if isinstance(value, str) else value for name, value in fields.items()
    }
    said |= {"direction": direction, "day": local_day(wall), "wall": wall}
    return Edit(root, "exchange", os.urandom(16), said)
