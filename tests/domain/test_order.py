"""Keys between keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.order import DIGITS, between, spread

KEYS = st.text(alphabet=DIGITS, min_size=1, max_size=8)


@given(KEYS, KEYS)
def test_a_key_lies_between_any_two_that_differ(one: str, other: str) -> None:
    low, high = sorted((one, other))
    if high.rstrip("0") <= low.rstrip("0"):
        with pytest.raises(ValueError, match=low):
            between(low, high)
        return
    assert low < between(low, high) < high


@given(KEYS)
def test_both_ends_are_open(key: str) -> None:
    assert between(key, "") > key
    if key.strip("0"):
        assert between("", key) < key


@given(st.lists(st.integers(min_value=0, max_value=50), max_size=60))
def test_inserting_anywhere_again_and_again_keeps_the_order(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        keys.insert(at, between(keys[at - 1] if at else "", keys[at] if at < len(keys) else ""))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert not any(key.endswith("0") for key in keys)


def test_what_is_no_key_of_ours_is_refused() -> None:
    for before, after in (
        ("b", "a"),
        ("a", "a"),
        ("a", "a0"),
        ("", "000"),
        ("Ā", ""),
        ("", "A"),
        ("a b", ""),
    ):
        with pytest.raises(ValueError, match="'"):
            between(before, after)


def test_the_sample_s_keys_leave_room() -> None:
    assert "0005" < between("0005", "0006") < "0006"


@given(st.integers(min_value=0, max_value=3000))
def test_spread_keys_are_in_order_with_room_between(count: int) -> None:
    keys = spread(count)
    assert len(keys) == count
    assert keys == sorted(set(keys))
    for low, high in zip(["", *keys], [*keys, ""], strict=True):
        assert low < between(low, high)


def test_appending_a_hundred_times_stays_short() -> None:
    key = ""
    for _ in range(100):
        key = between(key, "")
    assert len(key) < 25
