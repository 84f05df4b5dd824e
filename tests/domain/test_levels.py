"""Levels: which kinds leave, and when a letter grows too large for the usual mail box."""

from __future__ import annotations

import pytest

from roadmap_desktop.domain import records
from roadmap_desktop.domain.levels import (
    LEVELS,
    MB,
    Leaving,
    Level,
    Stays,
    bytes_travel,
    stays_with_its_side,
    travels,
)


def leaving(size: int) -> Leaving:
    return Leaving("partner", 1, (), (), 0, {}, 0, 0, (), 0, 0, 0, 0, size, Stays())


@pytest.mark.parametrize("kind", [*records.KINDS, "of-a-newer-version"])
def test_what_is_private_leaves_with_the_whole_file_only(kind: str) -> None:
    private = kind in ("note", "exchange", "member", "submission", "of-a-newer-version")
    assert travels(kind, "whole")
    assert travels(kind, "partner") is not private
    assert travels(kind, "roles") is not (private or kind == "person")


@pytest.mark.parametrize("level", LEVELS)
def test_what_is_in_attachments_may_hold_names(level: Level) -> None:
    assert bytes_travel(level, ()) is (level != "roles")
    assert bytes_travel(level, ("attachment",))


def test_rows_of_our_own_tools_stay_until_they_are_shared() -> None:
    assert stays_with_its_side("swot", ())
    assert stays_with_its_side("swot", ("stakeholder",))
    assert not stays_with_its_side("swot", ("swot",))
    assert not stays_with_its_side("answer", ())


@pytest.mark.parametrize(
    ("size", "limit"),
    [(0, 0), (7 * MB, 0), (8 * MB, 10), (14 * MB, 10), (15 * MB, 20), (18 * MB, 20), (19 * MB, 25)],
)
def test_a_letter_is_larger_than_what_is_in_it(size: int, limit: int) -> None:
    assert leaving(size).mail_limit == limit * MB
