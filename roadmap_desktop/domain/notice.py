"""How long before its end an agreement has to be given notice of, read from what people write ("3 mēneši", "30 days")."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

_PERIOD: Final = re.compile(
    r"(?<![\d.,])(?P<count>\d{1,3})\.?\s*\)?\s*(?:(?:calendar|kalendār\w*|kalendāra)\s+)?"
    r"(?P<unit>days?\b|dien\w*|weeks?\b|nedēļ\w*|months?\b|mēne\w*|mēn\.|years?\b|gad\w*)",
    re.IGNORECASE,
)
_UNITS: Final = (
    ("day", "d"),
    ("dien", "d"),
    ("week", "w"),
    ("ned", "w"),
    ("mon", "m"),
    ("mēn", "m"),
    ("year", "y"),
    ("gad", "y"),
)


def last_day(valid_until: str, notice: str) -> str:
    """The last day (YYYY-MM-DD) to give notice of what ends on `valid_until`, with the period that `notice` names.

    "" where no period, or more than one, can be read in it, where `valid_until` is no date, or where it lies out of
    the calendar. Months count as the law counts them: a day that the earlier month lacks becomes its last.
    """
    found = list(_PERIOD.finditer(notice))
    if len(found) != 1:
        return ""
    count, said = int(found[0]["count"]), found[0]["unit"].casefold()
    unit = next(short for begins, short in _UNITS if said.startswith(begins))
    try:
        end = dt.date.fromisoformat(valid_until)
        return _before(end, count, unit).isoformat()
    except (ValueError, OverflowError):
        return ""


def _before(end: dt.date, count: int, unit: str) -> dt.date:
    if unit in "dw":
        return end - dt.timedelta(count * (7 if unit == "w" else 1))
    months = end.year * 12 + end.month - 1 - count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(end.day, calendar.monthrange(year, month + 1)[1]))
