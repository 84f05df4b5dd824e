"""Backups as data: what is known of one, which of many to keep, how far the work was then; touches no disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

Health: TypeAlias = Literal["good", "damaged", "newer"]

LAST: Final = 10
"""The newest so many stay, whatever their age."""
FEWEST: Final = 5
"""Never fewer than these are left."""
DAILY: Final = dt.timedelta(days=14)
WEEKLY: Final = dt.timedelta(days=92)
MONTHLY: Final = dt.timedelta(days=731)
_TOLERANCE: Final = dt.timedelta(days=1)


class Extent(NamedTuple):
    """How far a file's own side was: partnerships, stops done, stops not needed, and how many walk each form."""

    partnerships: int
    done: int
    needless: int
    sides: Mapping[str, int]

    def total(self, lengths: Mapping[str, int]) -> int:
        """How many stops there are to do, where a form has as many stops as `lengths` says."""
        return max(sum(count * lengths.get(form, 0) for form, count in self.sides.items()) - self.needless, 0)


class Backup(NamedTuple):
    """One backup. `name` is the document's at that time; `digest` the XOR of its change ids.

    A damaged one knows only what its file name says; then `extent` is None and `changes` 0.
    """

    path: Path
    name: str
    document: str
    when: dt.datetime
    size: int
    changes: int = 0
    digest: bytes = b""
    extent: Extent | None = None
    health: Health = "good"


def thin(times: Sequence[dt.datetime], now: dt.datetime) -> set[int]:
    """Which of the backups made at `times` can go, by their place in `times`.

    Kept are the last ten, then the newest of each day for two weeks, of each week for three months, of each month
    for two years; and never fewer than five. One dated after `now` was made while the clock was wrong: it takes no
    place among the last ten, and stays. `times` and `now` are all with or all without a time zone.
    """
    order = sorted(range(len(times)), key=lambda place: times[place], reverse=True)
    past = [place for place in order if times[place] <= now + _TOLERANCE]
    kept = set(order) - set(past) | set(past[:LAST])
    for horizon, bucket in _BUCKETS:
        newest: dict[Hashable, int] = {}
        for place in past:
            if now - times[place] <= horizon:
                newest.setdefault(bucket(times[place].date()), place)
        kept.update(newest.values())
    kept.update(order[: max(FEWEST - len(kept), 0)])
    return set(order) - kept


_BUCKETS: Final[tuple[tuple[dt.timedelta, Callable[[dt.date], Hashable]], ...]] = (
    (DAILY, lambda day: day),
    (WEEKLY, lambda day: day.isocalendar()[:2]),
    (MONTHLY, lambda day: (day.year, day.month)),
)
