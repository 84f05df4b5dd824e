"""The meeting pack says what was prepared, else what suggests itself, and leaves room for every topic's minutes."""

from __future__ import annotations

import pytest

from roadmap_desktop.documents.blocks import Blank, Heading, Sheet, Table, TextCell, Title
from roadmap_desktop.documents.meeting import TOPICS, meeting_sheet
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.meeting import Proposal, new_meeting, new_topic
from tests.builders import TODAY, full_dossier, library, words


def printed(found: Dossier, language: str = "en") -> Sheet:
    return meeting_sheet(found, library(), words(language), TODAY, "valley.roadmap")


def agenda(sheet: Sheet) -> list[str]:
    """The titles on the agenda."""
    table = [block for block in sheet.blocks if isinstance(block, Table)][-1]
    return [cell.text for row in table.rows for cell in row if isinstance(cell, TextCell)]


def prepared() -> Dossier:
    found = full_dossier(both=True)
    meeting = new_meeting(found.partnership.id, "Ilze, Jānis")._replace(day="2026-12-01", place="Library")
    topics = (
        new_topic(meeting, Proposal("next", "Roles", "a", "c3.roles")),
        new_topic(meeting, Proposal("next", "Keys")),
    )
    return found._replace(meetings=(meeting,), topics=topics)


@pytest.mark.parametrize("language", ["en", "lv"])
def test_what_was_prepared_is_printed_in_its_order(language: str) -> None:
    sheet = printed(prepared(), language)
    assert agenda(sheet) == ["Roles", "Keys"]
    facts = next(block for block in sheet.blocks if isinstance(block, Table))
    assert facts.rows[0][2:] == ("Library", "Ilze, Jānis")
    assert [block.title for block in sheet.blocks if isinstance(block, Blank)] == ["Roles", "Keys", "", ""]


def test_each_topic_has_room_for_what_was_decided_by_whom_and_when() -> None:
    for block in printed(prepared()).blocks:
        if isinstance(block, Blank):
            assert block.writing.lines >= 3
            assert block.writing.fields == ("Who does it", "By when")


def test_a_topic_about_a_checkpoint_bears_its_code() -> None:
    blanks = [block for block in printed(prepared()).blocks if isinstance(block, Blank)]
    assert [block.code for block in blanks] == ["C3·1", "2", "3", "4"]


def test_without_a_plan_it_proposes_what_presses_most() -> None:
    sheet = printed(full_dossier(both=True))
    assert 0 < len(agenda(sheet)) <= TOPICS


def test_a_meeting_that_was_held_is_not_printed_again() -> None:
    found = prepared()
    held = found.meetings[0]._replace(held="2026-12-02")
    assert agenda(printed(found._replace(meetings=(held,)))) == agenda(printed(full_dossier(both=True)))


def test_an_empty_partnership_prints_as_well() -> None:
    blank = full_dossier()
    blank = blank._replace(
        ours=blank.ours._replace(answers={}), log=(), actions=(), contacts=(), agreements=()
    )
    sheet = printed(blank)
    assert isinstance(sheet.blocks[0], Title)
    assert [block.text for block in sheet.blocks if isinstance(block, Heading)] == ["Minutes"]
