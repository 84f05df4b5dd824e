"""Feedback sheets and the overview as data: no other member is named, hints come from the form, each in its language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from roadmap_desktop.documents.blocks import Sheet, Table, Text
from roadmap_desktop.documents.feedback import Overview, feedback_sheet, feedback_sheets
from roadmap_desktop.documents.portfolio import portfolio_sheet
from roadmap_desktop.domain import portfolio
from roadmap_desktop.domain.codes import code
from tests import gathered
from tests.builders import TODAY, form, library, words

ROOT = b"r" * 16


def overview(count: int = len(gathered.NAMES)) -> Overview:
    before = gathered.submissions(ROOT, 2025, count, seed=2)
    rows = portfolio.rows(gathered.listed(ROOT, count), gathered.submissions(ROOT, 2026, count), before)
    return Overview("Ciemu apvienība", 2026, rows, portfolio.stuck(rows), portfolio.gauges(rows, before))


def texts(part: object) -> Iterator[str]:
    """Every text in a sheet."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)


def tables(sheet: Sheet) -> list[Table]:
    return [block for block in sheet.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("language", ["en", "lv"])
def test_no_sheet_names_another_member(language: str) -> None:
    found = overview()
    for row in found.rows:
        if row.submission is None:
            continue
        sheet = feedback_sheet(row, found, library(), words(language), TODAY)
        said = "\n".join(texts(sheet))
        assert row.member.name in said
        for other in found.rows:
            if other is not row:
                assert other.member.name not in said
                assert not other.member.email or other.member.email not in said


def test_what_is_stuck_comes_with_a_hint_of_the_form_and_how_many_others_stand_there() -> None:
    found = overview()
    row = next(one for one in found.rows if one.stuck() > 1)
    said = list(texts(feedback_sheet(row, found, library(), words("lv"), TODAY)))
    for walk, checkpoint, days in portfolio.stuck_of(row):
        point = form(walk.form, "lv").find(checkpoint)
        assert point is not None
        assert {point.title, code(form(walk.form, "lv"), checkpoint), str(days), point.how[0]} <= set(said)
    shared = next(one for one in found.stuck if one.members > 1)
    there = next(
        one for one in found.rows if shared.checkpoint in {at for _, at, _ in portfolio.stuck_of(one)}
    )
    said = list(texts(feedback_sheet(there, found, library(), words("en"), TODAY)))
    assert f"Other members stand here too: {shared.members - 1} of {shared.of - 1}." in said


def test_among_few_nobody_is_compared() -> None:
    found = overview(5)
    row = found.rows[0]
    said = list(texts(feedback_sheet(row, found, library(), words("en"), TODAY)))
    assert words("en")("feedback", "few") in said
    assert not any(text.startswith("Other members stand here") for text in said)


def test_nothing_stuck_is_said_too() -> None:
    found = overview()
    row = next(one for one in found.rows if one.submission is not None and not one.stuck())
    blocks = feedback_sheet(row, found, library(), words("en"), TODAY).blocks
    assert Text(words("en")("feedback", "nothing", days=90)) in blocks


def test_each_sheet_is_in_the_members_language() -> None:
    found = overview()
    rows = [
        row._replace(member=row.member._replace(language="en" if place == 0 else ""))
        for place, row in enumerate(found.rows)
    ]
    made = list(feedback_sheets(found._replace(rows=rows), library(), words, "lv", TODAY))
    assert [sheet.language for _, sheet in made] == ["en", *["lv"] * 9]
    assert made[0][0] == f"{rows[0].member.name} – feedback 2026"
    assert made[1][0].endswith(" – atsauksme 2026")


def test_the_overview_has_every_member_and_what_many_are_stuck_at() -> None:
    found = overview()
    sheet = portfolio_sheet(found, library(), words("lv"), TODAY)
    members, stuck, gauges = tables(sheet)
    assert len(members.rows) == len(found.rows)
    assert len(stuck.rows) == len(found.stuck)
    assert len(gauges.rows) == len(found.gauges)
    said = list(texts(sheet))
    assert "; ".join(row.member.name for row in found.rows if row.missing) in said
    alone = portfolio_sheet(found._replace(stuck=(), gauges=()), library(), words("lv"), TODAY)
    assert words("lv")("portfolio", "nobody") in list(texts(alone))
    assert len(tables(alone)) == 1
