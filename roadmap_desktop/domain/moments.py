"""Moments that people name (the end of a day, a month ago) as times; looks at no clock."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

_TIME: Final = re.compile(r"(\d{1,2})(?:[:. ]?(\d{2}))?$")


def moment(day: str, time: str = "") -> int:
    """`time` (HH:MM) on `day` (YYYY-MM-DD) by this computer's zone in ms since 1970; without one the day's last."""
    date = dt.date.fromisoformat(day)
    if time:
        hour, minute = (int(part) for part in time.split(":"))
        return _wall(dt.datetime.combine(date, dt.time(hour, minute))) + 60_000 - 1
    if date == dt.date.max:
        return _wall(dt.datetime.combine(date, dt.time(12)))
    return _wall(dt.datetime.combine(date + dt.timedelta(days=1), dt.time())) - 1


def days_before(day: str, count: int) -> str:
    """The day `count` days before `day`, both YYYY-MM-DD."""
    return (dt.date.fromisoformat(day) - dt.timedelta(days=count)).isoformat()


def month_before(day: str) -> str:
    """The same day of the month before, or its last where it has none."""
    date = dt.date.fromisoformat(day)
    year, month = (date.year - 1, 12) if date.month == 1 else (date.year, date.month - 1)
    return date.replace(
        year=year, month=month, day=min(date.day, calendar.monthrange(year, month)[1])
    ).isoformat()


def parse_time(text: str) -> str:
    """A time of day as people type it ("9", "9.05", "14:30") as HH:MM; "" stays "". Raises ValueError."""
    text = text.strip()
    if not text:
        return ""
    match = _TIME.match(text)
    hour, minute = (int(part or 0) for part in match.groups()) if match else (24, 0)
    if hour > 23 or minute > 59:
        raise ValueError(text)
    return f"{hour:02}:{minute:02}"


def _wall(local: dt.datetime) -> int:
    return round(local.astimezone().timestamp() * 1000)
