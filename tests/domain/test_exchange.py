"""The register of exchanges: since when an answer is due, whatever the order in which its lines are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.exchange import (
    answers,
    noted_edit,
    overdue,
    pen_edit,
    received_edit,
    sent_edit,
    standing,
)
from roadmap_desktop.domain.records import SHORT_TEXT, Exchange, fields

ROOT = bytes(range(16))


def line(direction: str, day: str, wall: int = 0, level: str = "partner") -> Exchange:
    return Exchange(direction.encode() + day.encode(), ROOT, direction, day, wall, "Kārlis", level)


def test_nothing_sent_nothing_due() -> None:
    assert standing([]) == (None, None, "")
    assert standing([line("in", "2026-11-01")]).since == ""


def test_an_answer_is_due_since_the_first_that_was_not_answered() -> None:
    lines = [
        line("out", "2026-10-01"),
        line("in", "2026-10-05"),
        line("out", "2026-11-01"),
        line("out", "2026-11-09"),
    ]
    found = standing(lines)
    assert found.since == "2026-11-01"
    assert found.sent == lines[3]
    assert found.received == lines[1]


def test_an_answer_of_the_same_day_counts() -> None:
    assert standing([line("out", "2026-11-01", 5), line("in", "2026-11-01", 9)]).since == ""
    assert standing([line("in", "2026-11-01", 5), line("out", "2026-11-01", 9)]).since == "2026-11-01"


@pytest.mark.parametrize("level", ["numbers", "roles"])
def test_what_is_only_to_be_looked_at_asks_for_no_answer(level: str) -> None:
    assert standing([line("out", "2026-11-01", level=level)]).since == ""
    assert answers([line("out", "2026-11-01", level=level)]) == {}


def test_each_is_answered_by_what_came_first_after_it() -> None:
    first, came, later, second = (
        line("out", "2026-10-01"), line("in", "2026-10-05"), line("in", "2026-10-07"), line("out", "2026-11-01"),
    )  # fmt: skip
    assert answers([second, later, came, first]) == {first.id: came, second.id: None}


def test_after_so_many_days_it_is_late() -> None:
    stand = standing([line("out", "2026-11-01")])
    assert not overdue(stand, "2026-11-15", 14)
    assert overdue(stand, "2026-11-16", 14)
    assert not overdue(stand, "2036-11-16", 0), "never"
    assert not overdue(standing([]), "2026-11-16", 0)


@given(
    st.lists(st.tuples(st.sampled_from(("in", "out")), st.integers(1, 28), st.integers(0, 9)), unique=True),
    st.randoms(),
)
def test_the_order_of_telling_makes_no_difference(told: list[tuple[str, int, int]], chance: object) -> None:
    lines = [line(direction, f"2026-11-{day:02}", wall) for direction, day, wall in told]
    lines = [one._replace(id=number.to_bytes(16, "big")) for number, one in enumerate(lines)]
    mixed = list(lines)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert standing(mixed) == standing(lines)


def test_edits_fit_the_record() -> None:
    sent = sent_edit(ROOT, "k" * 5_000, "partner", "x.roadmap", 3, 1_700_000_000_000)
    came = received_edit(ROOT, "Kārlis", "y.roadmap", 2, -5)
    for edit in (sent, came):
        assert (edit.root, edit.kind, len(edit.entity)) == (ROOT, "exchange", 16)
        assert set(edit.fields) <= set(fields("exchange"))
    assert sent.entity != sent_edit(ROOT, "k", "partner", "x", 3, 1).entity
    assert len(str(sent.fields["who"])) == SHORT_TEXT
    assert str(sent.fields["day"]).startswith("2023-11-1")
    by_hand = noted_edit(ROOT, "2026-11-01", "k" * 5_000)
    assert set(by_hand.fields) <= set(fields("exchange"))
    assert (by_hand.fields["wall"], len(str(by_hand.fields["who"]))) == (0, SHORT_TEXT)
    assert pen_edit(ROOT, "b").fields == {"pen": "b"}
