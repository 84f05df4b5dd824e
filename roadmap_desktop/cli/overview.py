"""What `show` says of a file, as data for machines and as lines for people; reads nothing and needs no Qt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from roadmap_desktop.cli.terminal import printable
from roadmap_desktop.domain.dossier import Dossier, SideDossier, SideSummary, Summary
from roadmap_desktop.domain.form import Form, Library
from roadmap_desktop.domain.progress import Progress, StepProgress, Stop, progress
from roadmap_desktop.domain.records import Answer
from roadmap_desktop.domain.words import Words

NEXT_STOPS: Final = 3
SHORT_ID: Final = 8
"""Digits of an id that people are shown: a beginning of it is enough to name a partnership."""
SIGNS: Final = {"done": "●", "in-progress": "◐", "open": "○", "not-needed": "⊘"}
RAIL: Final = "─"

_CONTROL: Final = re.compile("[\x7f-\x9f\u2028\u2029]")


def partnership_data(
    found: Summary | Dossier, library: Library, language: str, today: str, *, answers: bool
) -> dict[str, Any]:
    """A partnership for machines. With `answers` the texts as well, which only a Dossier holds."""
    sides = zip(("ours", "theirs"), (found.ours, found.theirs), strict=True)
    return {
        "id": found.partnership.id.hex(),
        "title": found.partnership.title,
        "state": found.partnership.stage,
        "sides": [_side_data(name, side, library, language, today, answers=answers) for name, side in sides],
    }


def _side_data(
    name: str, side: SideSummary | SideDossier, library: Library, language: str, today: str, *, answers: bool
) -> dict[str, Any]:
    form_id = form_of(side)
    way = way_of(side, library, language, today)
    data: dict[str, Any] = {
        "side": name,
        "organisation": side.organisation.name,
        "form": form_id,
        "done": way.done if way else 0,
        "total": way.total if way else 0,
        "steps": [
            {"id": step.id, "done": step.done, "total": step.total, "overdue": step.overdue}
            for step in (way.steps if way else ())
        ],
        "next": [
            {"checkpoint": stop.checkpoint, "title": stop.title, "due": stop.due or None, "who": stop.who}
            for stop in (way.upcoming[:NEXT_STOPS] if way else ())
        ],
    }
    if answers:
        data["answers"] = {
            answer.checkpoint: {
                "text": answer.text,
                "state": answer.state,
                "due": answer.due or None,
                "who": answer.who,
            }
            for answer in _in_order(side.answers, form_id, library, language)
        }
    return data


def form_of(side: SideSummary | SideDossier) -> str:
    """Id of the form a side walks, "" where none was chosen yet."""
    return side.form if isinstance(side, SideSummary) else side.side.form


def way_of(side: SideSummary | SideDossier, library: Library, language: str, today: str) -> Progress | None:
    """A side's progress; None where its form is not one that this program has."""
    form = find_form(form_of(side), library, language)
    return progress(form, side.answers, today, side.disputed) if form else None


def find_form(form_id: str, library: Library, language: str) -> Form | None:
    """The form of that id, None where this program has none."""
    try:
        return library.form(form_id, language)
    except KeyError:
        return None


def _in_order(answers: Mapping[str, Answer], form_id: str, library: Library, language: str) -> list[Answer]:
    """The answers in the roadmap's order, those that the form does not know last."""
    form = find_form(form_id, library, language)
    places = {checkpoint.id: place for place, checkpoint in enumerate(form.checkpoints if form else ())}
    return sorted(
        answers.values(), key=lambda found: (places.get(found.checkpoint, len(places)), found.checkpoint)
    )


def as_json(data: object, *, indent: int | None = 2) -> str:
    """`data` as JSON in which every control sign is escaped, so that a terminal can show it too."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _CONTROL.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def file_json(head: Mapping[str, object], partnerships: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """An object of `head` and the list of `partnerships`, piece by piece: one partnership is in memory at a time."""
    opening = as_json(head)
    yield f'{opening.removesuffix("}").rstrip()},\n  "partnerships": ['
    before = ""
    for partnership in partnerships:
        if before:
            yield f"{before},"
        before = _indented(as_json(partnership))
    yield f"{before}\n  ]\n}}" if before else "  ]\n}"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


# for people ---------------------------------------------------------------------------------------------


def partnership_lines(
    found: Summary | Dossier, library: Library, words: Words, today: str, *, answers: bool
) -> Iterator[str]:
    """A partnership for people: title, then each side's line by step, what comes next and, if wanted, the answers."""
    stage = words("stage", found.partnership.stage)
    yield f"{printable(found.partnership.title)}  ({found.partnership.id.hex()[:SHORT_ID]} · {stage})"
    sides = [(side, way_of(side, library, words.language, today)) for side in (found.ours, found.theirs)]
    rows = [_row(step, words) for _, way in sides if way for step in way.steps]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for name, (side, way) in zip(("ours", "theirs"), sides, strict=True):
        yield f"  {words('side', name)}: {printable(side.organisation.name) or '–'}"
        if way is None:
            yield f"    {words('sheet', 'no_answer')}"
            continue
        for title, line, count, late in (_row(step, words) for step in way.steps):
            columns = (title.ljust(widths[0]), line.ljust(widths[1]), count.rjust(widths[2]), late)
            yield f"    {'  '.join(columns)}".rstrip()
        yield from _next_lines(way, words)
        if answers:
            yield from _answer_lines(side, library, words)


def _row(step: StepProgress, words: Words) -> tuple[str, str, str, str]:
    """A step's title, its piece of the transit line, how much is done, and what is overdue."""
    line = RAIL.join(SIGNS.get(stop.state, SIGNS["open"]) for stop in step.stops)
    late = f"{words('sheet', 'overdue')}: {step.overdue}" if step.overdue else ""
    return f"{step.id} {step.title}", line, words("sheet", "of", done=step.done, total=step.total), late


def _next_lines(way: Progress, words: Words) -> Iterator[str]:
    label = f"{words('sheet', 'next')}: "
    for place, stop in enumerate(way.upcoming[:NEXT_STOPS]):
        yield f"    {label if place == 0 else ' ' * len(label)}{_stop_line(stop, words)}"


def _stop_line(stop: Stop, words: Words) -> str:
    due = words.date(stop.due) if stop.due else ""
    late = words("sheet", "overdue") if stop.overdue else ""
    parts = (f"{stop.title} ({stop.checkpoint})", due, late, printable(stop.who))
    return " · ".join(part for part in parts if part)


def _answer_lines(side: SideSummary | SideDossier, library: Library, words: Words) -> Iterator[str]:
    form = find_form(form_of(side), library, words.language)
    for answer in _in_order(side.answers, form_of(side), library, words.language):
        checkpoint = form.find(answer.checkpoint) if form else None
        title = f"{checkpoint.title} ({checkpoint.id})" if checkpoint else printable(answer.checkpoint)
        sign = SIGNS.get(answer.state, SIGNS["open"])
        due = words.date(answer.due) if answer.due else ""
        parts = (f"{sign} {title}", words("state", answer.state), printable(due), printable(answer.who))
        yield f"    {' · '.join(part for part in parts if part)}"
        for line in answer.text.splitlines():
            yield f"        {printable(line)}".rstrip()


def legend(words: Words) -> str:
    """What the signs of the line mean."""
    return "   ".join(f"{SIGNS[state]} {words('state', state)}" for state in SIGNS)
