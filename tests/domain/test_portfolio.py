"""The overview: sums, who is missing, where many are stuck, indicators beside last year's, and nobody named to another."""

from __future__ import annotations

from typing import Any

import pytest

from roadmap_desktop.domain import portfolio
from roadmap_desktop.domain.portfolio import Count, Gauge, Stuck
from roadmap_desktop.domain.records import Member, Submission
from roadmap_desktop.domain.submission import Measured, Walk, packed

NAMES = ("Ieleja", "Dārzs", "Darbnīca", "Kafejnīca", "Nometne", "Ģimeņu istaba")
MEMBERS = [Member(bytes([number]) * 16, b"r" * 16, name) for number, name in enumerate(NAMES, start=1)]


def walk(number: int, done: tuple[int, ...] = (5, 0, 0), **fields: Any) -> Walk:
    made = Walk(
        f"{number:032x}", f"P{number}", "active", "community", done, (11, 8, 11), 1, "c1.risks", {}, (), 1
    )
    return made._replace(**fields)


def sent(member: Member, *walks: Walk) -> Submission:
    return Submission(
        member.id, b"r" * 16, member.id.hex(), 2026, "whole", "x", wall=1, figures=packed(walks)
    )


def test_rows_sum_up_and_tell_who_is_missing() -> None:
    one, two, three = MEMBERS[:3]
    now = [
        sent(one, walk(1), walk(2, (11, 8, 11), current="", overdue=0), walk(3, stage="paused", overdue=9))
    ]
    found = portfolio.rows([one, two, three._replace(expected=0)], now, [sent(one, walk(1, (1, 0, 0)))])
    assert found[0].steps == (Count(21, 33), Count(8, 24), Count(11, 33))
    assert found[0].all == Count(40, 90)
    assert found[0].before == Count(1, 30)
    assert (found[0].overdue, found[0].reached()) == (1, (2, 0, 0, 1))
    assert [row.missing for row in found] == [False, True, False]
    assert portfolio.totals(found) == {
        "members": 3,
        "answered": 1,
        "missing": 1,
        "partnerships": 3,
        "finished": 1,
    }


def test_where_most_are_stuck_comes_first() -> None:
    at = {"c2.procedure": 143, "c1.need": 91, "c1.idea": 90}
    found = portfolio.rows(
        MEMBERS[:3],
        [
            sent(MEMBERS[0], walk(1, still=at), walk(2, still={"c2.procedure": 200})),
            sent(
                MEMBERS[1],
                walk(3, still={"c2.procedure": 95}),
                walk(4, stage="ended", still={"c1.need": 500}),
            ),
            sent(MEMBERS[2], walk(5)),
        ],
        [],
    )
    assert portfolio.stuck(found) == [
        Stuck("community", "c2.procedure", 2, 3, 3, 200),
        Stuck("community", "c1.need", 1, 3, 1, 91),
    ]
    assert [one.checkpoint for one in portfolio.stuck(found, 142)] == ["c2.procedure"]
    assert [(where.title, days) for where, _, days in portfolio.stuck_of(found[0])] == [
        ("P2", 200),
        ("P1", 143),
        ("P1", 91),
    ]
    assert found[0].stuck() == 3


def test_indicators_stand_beside_last_years() -> None:
    now = walk(
        1, measured=(Measured("Bērni", 0, 20, 15), Measured("", None, None, None), Measured("", 10, 0, 5))
    )
    then = walk(1, measured=(Measured("Cits", 0, 1, 1), Measured("Bērni", 0, 20, 8), Measured("", 10, 0, 9)))
    before = [sent(MEMBERS[0], then)]
    found = portfolio.gauges(portfolio.rows(MEMBERS[:1], [sent(MEMBERS[0], now)], before), before)
    assert found == [
        Gauge(MEMBERS[0], "P1", Measured("Bērni", 0, 20, 15), 8),
        Gauge(MEMBERS[0], "P1", Measured("", 10, 0, 5), 9),
    ]
    assert [one.share for one in found] == [0.75, 0.5]
    assert Gauge(MEMBERS[0], "", Measured("x", 5, 5, 7), None).share is None


def test_standing_names_nobody_and_is_silent_among_few() -> None:
    everybody = portfolio.rows(
        MEMBERS, [sent(member, walk(1, (number, 0, 0))) for number, member in enumerate(MEMBERS)], []
    )
    told = portfolio.standing(everybody[4], everybody)
    assert told is not None
    assert (told.ahead, told.others) == (4, 5)
    assert told.median == pytest.approx(2.5 / 30)
    assert portfolio.standing(everybody[0], everybody[:4]) is None
    assert (
        portfolio.standing(everybody[0]._replace(submission=None, walks=(), steps=()), everybody) is not None
    )
