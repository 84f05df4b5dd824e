"""How far a side is on its roadmap: a function of form and answers, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from roadmap_desktop.domain.form import Form
from roadmap_desktop.domain.records import Answer

FINISHED = ("done", "not-needed")


class Stop(NamedTuple):
    """One stop as the transit line shows it. `state` is one of records.STATES."""

    checkpoint: str
    title: str
    state: str
    due: str
    who: str
    overdue: bool
    current: bool
    conflict: bool


class StepProgress(NamedTuple):
    """A step's stops with their counts; `total` leaves out what is not needed."""

    id: str
    title: str
    stops: tuple[Stop, ...]
    done: int
    total: int
    overdue: int

    @property
    def finished(self) -> bool:
        """Nothing is left to do here."""
        return all(stop.state in FINISHED for stop in self.stops)


class Progress(NamedTuple):
    """A side's way: its steps, their sums, and the stop where to continue ("" when all is done)."""

    steps: tuple[StepProgress, ...]
    done: int
    total: int
    overdue: int
    current: str

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Every stop in order."""
        return tuple(stop for step in self.steps for stop in step.stops)

    @property
    def upcoming(self) -> tuple[Stop, ...]:
        """What is still to be done: dated stops first, by date, then the others in the roadmap's order."""
        left = [stop for stop in self.stops if stop.state not in FINISHED]
        return tuple(sorted(left, key=lambda stop: stop.due or "9999"))

    @property
    def step(self) -> str:
        """Id of the step with the current stop; the last step's when all is done."""
        for step in self.steps:
            if any(stop.current for stop in step.stops):
                return step.id
        return self.steps[-1].id


def progress(
    form: Form, answers: Mapping[str, Answer], today: str, disputed: frozenset[str] = frozenset()
) -> Progress:
    """Progress over `form` with the `answers` by checkpoint id; `today` as YYYY-MM-DD, `disputed` checkpoint ids."""
    blank = Answer()
    current = next((c.id for c in form.checkpoints if answers.get(c.id, blank).state not in FINISHED), "")
    steps = []
    for step in form.steps:
        stops = []
        for checkpoint in step.checkpoints:
            answer = answers.get(checkpoint.id, blank)
            stops.append(
                Stop(
                    checkpoint=checkpoint.id,
                    title=checkpoint.title,
                    state=answer.state,
                    due=answer.due,
                    who=answer.who,
                    overdue=bool(answer.due) and answer.due < today and answer.state not in FINISHED,
                    current=checkpoint.id == current,
                    conflict=checkpoint.id in disputed,
                )
            )
        steps.append(
            StepProgress(
                id=step.id,
                title=step.title,
                stops=tuple(stops),
                done=sum(stop.state == "done" for stop in stops),
                total=sum(stop.state != "not-needed" for stop in stops),
                overdue=sum(stop.overdue for stop in stops),
            )
        )
    return Progress(
        steps=tuple(steps),
        done=sum(step.done for step in steps),
        total=sum(step.total for step in steps),
        overdue=sum(step.overdue for step in steps),
        current=current,
    )
