"""What a sheet says joins what the file holds: nothing is lost, nothing is set twice, and the mark tells where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.from_paper import Line, Mark, entered_before, fields, joined, told
from roadmap_desktop.domain.records import STATES, Answer
from tests.builders import words

MARK = Mark("2026-11-28", "Jānis Lapsa")
BEARS = {"paper_day": "2026-11-28", "paper_by": "Jānis Lapsa"}

texts = st.text(alphabet="aāb \n", max_size=12)
days = st.sampled_from(["", "2026-12-01", "2027-02-03"])
answers = st.builds(Answer, text=texts, state=st.sampled_from(STATES), who=texts, due=days)
lines = st.builds(
    Line,
    text=st.none() | texts,
    state=st.none() | st.sampled_from(STATES),
    who=st.none() | texts,
    due=st.none() | days,
)
ways = st.sampled_from(["add", "replace"])


def test_words_go_below_those_that_are_there() -> None:
    assert joined("First.\n", " Second. ", "add") == "First.\n\nSecond."
    assert joined("First.", "Second.", "replace") == "Second."
    assert joined("  ", "Second.", "add") == "Second."


def test_an_answer_is_begun_by_its_first_words() -> None:
    assert fields(Answer(), Line("Ten children."), "add", MARK) == {
        "text": "Ten children.",
        "state": "in-progress",
        **BEARS,
    }


def test_the_state_on_the_sheet_weighs_more() -> None:
    assert fields(Answer(), Line("Ten.", state="done"), "add", MARK)["state"] == "done"
    assert "state" not in fields(Answer(), Line("Ten.", state="open"), "add", MARK)


def test_an_empty_line_says_nothing() -> None:
    assert fields(Answer(text="Old."), Line(" \n"), "replace", MARK) == {}
    assert fields(Answer(text="Old.", state="done"), Line(state="done"), "add", MARK) == {}


@given(answers, lines, ways)
def test_only_what_differs_is_set_and_no_word_is_lost(answer: Answer, line: Line, way: str) -> None:
    said = fields(answer, line, way, MARK)  # type: ignore[arg-type]
    assert not said or set(said) > set(BEARS)
    for name in said.keys() - set(BEARS):
        assert getattr(answer, name) != said[name]
    after = answer._replace(**said)  # type: ignore[arg-type]
    if line.text is not None:
        assert line.text.strip() in after.text
    if way == "add":
        assert answer.text.strip() in after.text
    for name in ("state", "who", "due"):
        wanted = getattr(line, name)
        assert wanted is None or getattr(after, name) == wanted


@given(answers, lines)
def test_entered_twice_in_the_place_of_what_is_there_nothing_changes(answer: Answer, line: Line) -> None:
    after = answer._replace(**fields(answer, line, "replace", MARK))  # type: ignore[arg-type]
    assert fields(after, line, "replace", MARK) == {}


def test_the_same_sheet_is_known_again() -> None:
    answer = Answer(text="Ten.", paper_day="2026-11-28", paper_by="jānis lapsa")
    assert entered_before(answer, MARK)
    assert not entered_before(answer, MARK._replace(day="2026-11-29"))
    assert not entered_before(answer._replace(text=""), MARK)
    assert not entered_before(Answer(text="Typed."), MARK)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "From paper, 28 Nov 2026, Jānis Lapsa"), ("lv", "No papīra, 28.11.2026., Jānis Lapsa")],
)
def test_it_is_told_where_the_words_came_from(language: str, said: str) -> None:
    assert told(Answer(paper_day=MARK.day, paper_by=MARK.by), words(language)) == said
    assert told(Answer(), words(language)) == ""
    assert told(Answer(paper_day="2026-11-28"), words("en")) == "From paper, 28 Nov 2026"
