"""Progress: a function of form and answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.progress import FINISHED, Progress, progress
from roadmap_desktop.domain.records import STATES, Answer

FORM = Library(Path(__file__).parents[2] / "resources" / "forms").form("community", "en")
IDS = [checkpoint.id for checkpoint in FORM.checkpoints]
TODAY = "2026-11-23"


def of(*, disputed: frozenset[str] = frozenset(), **answers: Answer) -> Progress:
    return progress(
        FORM, {name.replace("_", ".", 1): found for name, found in answers.items()}, TODAY, disputed
    )


def test_an_empty_side_stands_at_its_first_stop() -> None:
    found = of()
    assert (found.done, found.total, found.overdue) == (0, len(IDS), 0)
    assert found.current == IDS[0] == "c1.need"
    assert found.step == "1"
    assert found.stops[0].current
    assert not found.steps[0].finished


def test_done_counts_and_what_is_not_needed_does_not() -> None:
    found = of(c1_need=Answer(state="done"), c1_idea=Answer(state="not-needed"))
    assert (found.done, found.total) == (1, len(IDS) - 1)
    assert found.current == IDS[1]


def test_an_unfinished_stop_is_overdue_the_day_after() -> None:
    def overdue(due: str, state: str = "open") -> int:
        return of(c1_need=Answer(due=due, state=state)).overdue

    assert overdue("2026-11-22") == 1
    assert overdue("2026-11-22", "in-progress") == 1
    assert overdue(TODAY) == 0
    assert overdue("") == 0
    assert overdue("2020-01-01", "done") == overdue("2020-01-01", "not-needed") == 0


def test_what_comes_next_is_dated_first_then_in_the_roadmaps_order() -> None:
    found = of(
        c2_meeting=Answer(due="2026-12-24"),
        c3_next=Answer(due="2026-12-01"),
        c1_need=Answer(state="done", due="2026-01-01"),
    )
    assert [stop.checkpoint for stop in found.upcoming][:3] == ["c3.next", "c2.meeting", IDS[1]]


def test_when_all_is_done_no_stop_is_current() -> None:
    found = progress(FORM, {name: Answer(state="done") for name in IDS}, TODAY)
    assert (found.current, found.done, found.step) == ("", len(IDS), "3")
    assert all(step.finished for step in found.steps)
    assert found.upcoming == ()


def test_a_stop_in_conflict_says_so() -> None:
    assert [stop.checkpoint for stop in of(disputed=frozenset({"c1.idea"})).stops if stop.conflict] == [
        "c1.idea"
    ]


def test_an_answer_to_a_checkpoint_of_another_form_is_left_alone() -> None:
    assert of(m1_needs=Answer(state="done")) == of()


@given(st.dictionaries(st.sampled_from(IDS), st.sampled_from(STATES)), st.booleans())
def test_sums_agree_with_the_stops(states: dict[str, str], dated: bool) -> None:
    answers = {name: Answer(state=state, due="2026-11-01" if dated else "") for name, state in states.items()}
    found = progress(FORM, answers, TODAY)
    stops = found.stops
    assert [stop.checkpoint for stop in stops] == IDS
    assert found.done == sum(step.done for step in found.steps) == sum(s.state == "done" for s in stops)
    assert found.total == len(stops) - sum(s.state == "not-needed" for s in stops)
    assert found.overdue == sum(dated and state not in FINISHED for state in states.values())
    current = [stop.checkpoint for stop in stops if stop.current]
    first = next((stop.checkpoint for stop in stops if stop.state not in FINISHED), "")
    assert current == ([first] if first else [])
    assert found.current == first


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_either_finished_or_upcoming(state: str) -> None:
    found = of(c1_need=Answer(state=state))
    assert (state in FINISHED) != ("c1.need" in [stop.checkpoint for stop in found.upcoming])
