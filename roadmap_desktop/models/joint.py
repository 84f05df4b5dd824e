"""The subjects of both sides as a list: step heads and subjects, each with what is said of it; settles nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from PySide6.QtCore import QModelIndex, QObject

from roadmap_desktop.domain.joint import JointStep, Sort, Subject
from roadmap_desktop.domain.progress import Stop
from roadmap_desktop.domain.words import Words
from roadmap_desktop.models.stops import Row, StopsModel

_SIGNS: Final[dict[Sort, str]] = {
    "agreed": "done",
    "differs": "open",
    "one-side": "in-progress",
    "nobody": "open",
}
"""Each sort as a stop's state, so that the list draws it: filled, two versions, half, hollow."""


class JointModel(StopsModel):
    """Rows of `stops.Row`; the subject of a row is found by its place."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Empty until `show_steps`."""
        super().__init__(words, parent)
        self._joint = words
        self._subjects: list[Subject | None] = []

    def show_steps(
        self, steps: Iterable[JointStep], wanted: Collection[Sort], names: tuple[str, str]
    ) -> None:
        """Show the subjects of the sorts `wanted`, under the heads of their steps; `names` are the sides', ours first."""
        rows: list[Row] = []
        self._subjects = []
        for number, step in enumerate(steps):
            found = [subject for subject in step.subjects if subject.sort in wanted]
            if not found:
                continue
            rows.append(Row("head", number, step.id, step.title))
            points = [self._subject_row(number, step.id, subject, names) for subject in found]
            points[0] = points[0]._replace(first=True)
            points[-1] = points[-1]._replace(last=True)
            rows += points
            self._subjects += [None, *found]
        self.show_rows(rows)

    def subject(self, index: QModelIndex) -> Subject | None:
        """The subject in a row, None for a head and for no row."""
        return self._subjects[index.row()] if index.isValid() else None

    def near(self, row: int) -> QModelIndex:
        """The subject in `row`, else the next one, else the last; invalid where there is none."""
        places = [place for place, subject in enumerate(self._subjects) if subject is not None]
        found = next((place for place in places if place >= row), places[-1] if places else -1)
        return self.index(found) if found >= 0 else QModelIndex()

    def said(self, subject: Subject, names: tuple[str, str]) -> str:
        """What is said of a subject, in words."""
        if subject.sort == "one-side":
            return self._joint("joint", "only", name=names[0] if subject.ours.begun else names[1])
        return self._joint("joint", subject.sort)

    def _subject_row(self, number: int, step: str, subject: Subject, names: tuple[str, str]) -> Row:
        point = subject.ours.checkpoint
        stop = Stop(
            checkpoint=point.id,
            title=point.title,
            state=_SIGNS[subject.sort],
            due="",
            who="",
            overdue=False,
            current=False,
            conflict=subject.sort == "differs",
        )
        return Row("stop", number, step, point.title, stop, self.said(subject, names))

    def _spoken(self, row: Row) -> str:
        return ", ".join(part for part in (row.title, row.detail) if part)
