"""What was written by hand on a sheet, on its way into an answer: how it joins what is there, and the mark it leaves; pure."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from roadmap_desktop.domain.edits import begun
from roadmap_desktop.domain.records import Answer, Scalar
from roadmap_desktop.domain.words import Words

Way: TypeAlias = Literal["add", "replace"]


class Mark(NamedTuple):
    """Which sheet it is: the day written on it (YYYY-MM-DD) and who filled it in ("" where nobody signed)."""

    day: str
    by: str = ""


class Line(NamedTuple):
    """What the sheet says at one checkpoint; None where it says nothing. `due` is YYYY-MM-DD or ""."""

    text: str | None = None
    state: str | None = None
    who: str | None = None
    due: str | None = None


def joined(held: str, typed: str, way: Way) -> str:
    """The answer's text with what was `typed`: below what the file holds, or in its place."""
    typed = typed.strip()
    if way == "replace" or not held.strip():
        return typed
    return f"{held.rstrip()}\n\n{typed}"


def fields(answer: Answer, line: Line, way: Way, mark: Mark) -> dict[str, Scalar]:
    """What has to be set so that `answer` says what the sheet says; {} where it says nothing new.

    Whatever is set bears the mark, so that it can be told later where it came from. An answer that had not been begun
    is in progress from then on, where the sheet gives it words and no state.
    """
    said: dict[str, Scalar] = {}
    if line.text is not None and line.text.strip():
        said["text"] = joined(answer.text, line.text, way)
    facts = {"state": line.state, "who": line.who, "due": line.due}
    said |= {name: value for name, value in facts.items() if value is not None}
    new = {name: value for name, value in said.items() if getattr(answer, name) != value}
    whole = new if line.state is not None else begun(answer, new)
    return {**whole, "paper_day": mark.day, "paper_by": mark.by} if whole else {}


def entered_before(answer: Answer, mark: Mark) -> bool:
    """Whether this sheet seems to have been entered here already: typed again, its words would stand there twice."""
    return bool(answer.text) and (answer.paper_day, answer.paper_by.casefold()) == (
        mark.day,
        mark.by.casefold(),
    )


def told(answer: Answer, words: Words) -> str:
    """Where an answer's words came from: "From paper, 28 Nov 2026, Jānis Lapsa"; "" where they were typed."""
    if not answer.paper_day:
        return ""
    return ", ".join(
        filter(None, (words("sheet", "from_paper"), words.date(answer.paper_day), answer.paper_by))
    )
