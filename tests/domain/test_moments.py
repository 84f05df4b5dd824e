"""Moments as people name them."""

from __future__ import annotations

import datetime as dt

import pytest

from roadmap_desktop.domain.moments import days_before, moment, month_before, parse_time


def local(text: str) -> int:
    return round(dt.datetime.fromisoformat(text).astimezone().timestamp() * 1000)


def test_a_day_ends_where_the_next_begins() -> None:
    assert moment("2026-11-22") == local("2026-11-23T00:00") - 1
    assert moment("2026-12-31") == local("2027-01-01T00:00") - 1


def test_a_time_means_all_of_its_minute() -> None:
    assert moment("2026-11-22", "14:30") == local("2026-11-22T14:31") - 1


def test_the_last_day_there_is_has_an_end() -> None:
    assert moment("9999-12-31") > local("9999-12-30T00:00")


@pytest.mark.parametrize(
    ("day", "before"),
    [("2026-11-23", "2026-10-23"), ("2026-03-31", "2026-02-28"), ("2026-01-15", "2025-12-15")],
)
def test_a_month_ago_is_the_same_day_or_the_last(day: str, before: str) -> None:
    assert month_before(day) == before


def test_days_before() -> None:
    assert days_before("2026-03-01", 1) == "2026-02-28"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("", ""), (" 9 ", "09:00"), ("9.05", "09:05"), ("14:30", "14:30"), ("1430", "14:30"), ("0:00", "00:00")],
)
def test_times_are_read_as_typed(typed: str, read: str) -> None:
    assert parse_time(typed) == read


@pytest.mark.parametrize("typed", ["24:00", "9:60", "noon", "12:3", "-1"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=typed.strip()):
        parse_time(typed)
