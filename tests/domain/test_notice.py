"""The last day to give notice, read from a period as people write it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.notice import last_day


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        ("3 months", "2026-12-31"),
        ("3 mēneši", "2026-12-31"),
        ("30 days", "2027-03-01"),
        ("30 dienas iepriekš", "2027-03-01"),
        ("14 kalendāra dienas", "2027-03-17"),
        ("two weeks", ""),
        ("2 nedēļas", "2027-03-17"),
        ("1 gads", "2026-03-31"),
        ("1 month", "2027-02-28"),
        ("1 mēnesis vai 30 dienas", ""),
        ("1.5 months", ""),
        ("", ""),
        ("999 years", "1028-03-31"),
    ],
)
def test_a_period_is_counted_back_from_the_end(notice: str, expected: str) -> None:
    assert last_day("2027-03-31", notice) == expected


@given(
    st.dates(dt.date(1200, 1, 1)),
    st.integers(0, 999),
    st.sampled_from(["days", "weeks", "months", "dienas", "mēneši"]),
)
def test_notice_is_never_after_the_end(end: dt.date, count: int, unit: str) -> None:
    found = last_day(end.isoformat(), f"{count} {unit}")
    assert dt.date.fromisoformat(found) <= end


@given(st.text(), st.text())
def test_whatever_is_written_is_read_or_not(valid_until: str, notice: str) -> None:
    assert last_day(valid_until, notice) == "" or len(last_day(valid_until, notice)) == 10
