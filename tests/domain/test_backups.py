"""Which backups stay: near ones all, far ones thinly, and never too few."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.backups import FEWEST, LAST, Extent, thin

NOW = dt.datetime(2026, 11, 23, 21, 30, tzinfo=dt.UTC)
ages = st.lists(st.integers(-200_000, 900 * 24 * 60), max_size=120)
"""Minutes before now; some after it, as a wrong clock makes them."""


def times_of(minutes: list[int]) -> list[dt.datetime]:
    return [NOW - dt.timedelta(minutes=age) for age in minutes]


def kept(times: list[dt.datetime], now: dt.datetime = NOW) -> list[dt.datetime]:
    spare = thin(times, now)
    return [time for place, time in enumerate(times) if place not in spare]


@given(ages)
def test_the_newest_stay_and_never_too_few(minutes: list[int]) -> None:
    times = times_of(minutes)
    left = kept(times)
    assert len(left) >= min(len(times), FEWEST)
    day = dt.timedelta(days=1)
    past = sorted((time for time in times if time <= NOW + day), reverse=True)
    assert set(past[:LAST]) <= set(left)
    if times:
        assert max(times) in left


@given(ages)
def test_every_day_week_and_month_that_had_one_keeps_its_last(minutes: list[int]) -> None:
    times = times_of(minutes)
    left = kept(times)
    past = [time for time in times if time <= NOW]
    for days, bucket in (
        (14, lambda time: time.date()),
        (92, lambda time: time.isocalendar()[:2]),
        (731, lambda time: (time.year, time.month)),
    ):
        for time in past:
            if NOW - time <= dt.timedelta(days=days):
                assert max(one for one in past if bucket(one) == bucket(time)) in left


@given(ages)
def test_thinning_twice_is_thinning_once_and_their_order_says_nothing(minutes: list[int]) -> None:
    times = times_of(minutes)
    left = kept(times)
    assert kept(left) == left
    assert sorted(kept(times[::-1])) == sorted(left)


@given(ages)
def test_what_a_wrong_clock_dated_ahead_takes_no_place_and_stays(minutes: list[int]) -> None:
    times = times_of(minutes)
    ahead = [NOW + dt.timedelta(days=400 * number) for number in range(1, 12)]
    assert set(kept(times)) <= set(kept(times + ahead))
    assert set(ahead) <= set(kept(times + ahead))


@given(st.lists(st.integers(1, 5 * 24 * 60), max_size=150))
def test_thinning_after_each_session_costs_nothing_that_thinning_once_would_keep(pauses: list[int]) -> None:
    held: list[dt.datetime] = []
    everything: list[dt.datetime] = []
    now = NOW
    for pause in pauses:
        now += dt.timedelta(minutes=pause)
        everything.append(now)
        held = kept([*held, now], now)
    assert set(held) >= set(kept(everything, now))


def test_two_years_of_evenings_leave_about_forty() -> None:
    evenings = [NOW - dt.timedelta(days=number) for number in range(1_000)]
    left = kept(evenings)
    assert 35 <= len(left) <= 52
    assert NOW - min(left) > dt.timedelta(days=690)


def test_how_far_a_file_was_follows_from_its_forms() -> None:
    extent = Extent(3, 17, 2, {"community": 3, "municipality": 2, "unknown": 1})
    assert extent.total({"community": 20, "municipality": 30}) == 3 * 20 + 2 * 30 - 2
    assert Extent(0, 0, 5, {}).total({}) == 0
