"""A dossier: everything a file holds of one partnership, ready to show or print; read-only, made by the store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from roadmap_desktop.domain.records import (
    Action,
    Agreement,
    Answer,
    Attachment,
    Budget,
    Contact,
    Evaluation,
    Indicator,
    Log,
    Meeting,
    Note,
    Organisation,
    Partnership,
    Person,
    Side,
    Stakeholder,
    Swot,
    Topic,
)

if TYPE_CHECKING:
    from roadmap_desktop.domain.incoming import Group


class SideDossier(NamedTuple):
    """One side: who it is, which form it walks, and what it wrote, by checkpoint id."""

    side: Side
    organisation: Organisation
    answers: Mapping[str, Answer]
    notes: Mapping[str, Note]
    attachments: Mapping[str, tuple[Attachment, ...]]
    stakeholders: tuple[Stakeholder, ...]
    swot: tuple[Swot, ...]
    evaluations: tuple[Evaluation, ...]
    disputed: frozenset[str]

    @property
    def empty(self) -> bool:
        """Nobody has written anything for this side."""
        return not self.answers


class Dossier(NamedTuple):
    """A partnership as its owner sees it: `ours` is the side of the file's own organisation.

    `conflicts` are all that wait for a decision, in the partnership and in its organisations.
    """

    partnership: Partnership
    ours: SideDossier
    theirs: SideDossier
    contacts: tuple[tuple[Contact, Person], ...]
    log: tuple[Log, ...]
    actions: tuple[Action, ...]
    budget: tuple[Budget, ...]
    agreements: tuple[Agreement, ...]
    indicators: tuple[Indicator, ...]
    conflicts: tuple[Group, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    topics: tuple[Topic, ...] = ()

    @property
    def sides(self) -> tuple[SideDossier, SideDossier]:
        """Ours first."""
        return self.ours, self.theirs


class SideSummary(NamedTuple):
    """One side as a list shows it: answers without their texts."""

    key: str
    organisation: Organisation
    form: str
    answers: Mapping[str, Answer]
    disputed: frozenset[str]


class Summary(NamedTuple):
    """A partnership as a list shows it. `changed` in ms since 1970; `changed_by` who said so.

    `conflicts` is how many fields wait for a decision, in it and in the partner.
    """

    partnership: Partnership
    ours: SideSummary
    theirs: SideSummary
    changed: int
    changed_by: str
    conflicts: int = 0


class Found(NamedTuple):
    """A place where searched words stand: a partnership's title (checkpoint ""), or an answer."""

    partnership: Partnership
    side: str
    checkpoint: str
    text: str


class DueStop(NamedTuple):
    """An unfinished stop with a date, across partnerships."""

    partnership: Partnership
    side: str
    checkpoint: str
    due: str
    who: str
