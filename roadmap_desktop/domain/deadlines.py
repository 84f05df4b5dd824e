"""Every date of a partnership that is still ahead or was missed: stops, follow-ups, actions, ends of agreements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.progress import FINISHED, Progress


class Deadline(NamedTuple):
    """A date (YYYY-MM-DD) with what has to be done by then and by whom.

    `kind` is where it is noted; for "answer" `side` and `checkpoint` say at which stop, for "agreement" `text` is the
    agreement's number.
    """

    day: str
    kind: Literal["answer", "log", "action", "agreement"]
    text: str
    who: str = ""
    side: str = ""
    checkpoint: str = ""


def deadlines(dossier: Dossier, ours: Progress, theirs: Progress) -> list[Deadline]:
    """All of them, the earliest first. A follow-up that a later contact has overtaken is none any more."""
    return sorted(_deadlines(dossier, ours, theirs), key=lambda found: found.day)


def _deadlines(dossier: Dossier, ours: Progress, theirs: Progress) -> Iterator[Deadline]:
    for side, way in ((dossier.ours, ours), (dossier.theirs, theirs)):
        for stop in way.stops:
            if stop.due and stop.state not in FINISHED:
                yield Deadline(stop.due, "answer", stop.title, stop.who, side.side.key, stop.checkpoint)
    last_contact = max((entry.day for entry in dossier.log), default="")
    for entry in dossier.log:
        if entry.due and entry.due >= last_contact:
            yield Deadline(entry.due, "log", entry.next or entry.what, entry.who)
    for action in dossier.actions:
        if action.due and action.state not in FINISHED:
            yield Deadline(action.due, "action", action.what, action.who)
    for agreement in dossier.agreements:
        if agreement.valid_until:
            yield Deadline(agreement.valid_until, "agreement", agreement.number)
