"""A file in figures for whoever looks after many: how far each partnership is, and not a word of what was written."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from roadmap_desktop.domain import records
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.form import FALLBACK, Form, Library
from roadmap_desktop.domain.progress import FINISHED, Progress, progress
from roadmap_desktop.domain.records import Organisation, answer_id
from roadmap_desktop.domain.words import local_day, sane

SUFFIX: Final = ".roadmap-numbers"
VERSION: Final = 1
KINDS: Final = ("community", "enterprise", "municipality", "other")
_NUMBER: Final = re.compile(r"(-?)([0-9]+)(?:[.,]([0-9]+))?")
STILL: Final = 30
"""Days without a change from which on it is told how long a checkpoint has stood still."""
_LONGEST: Final = 15


def figures(
    organisation: Organisation,
    dossiers: Iterable[Dossier],
    library: Library,
    today: str,
    moved: Mapping[bytes, int],
    *,
    whole: bool = True,
) -> dict[str, Any]:
    """`dossiers` in figures, as on the day `today` (YYYY-MM-DD). The one text is the name of `organisation`, who sends it.

    It and a partnership are told by an id that is the same each time and leads back to nothing; a checkpoint by the id
    that our forms give it, where its form is one of ours; an indicator by its place. `moved` has when an answer or
    anything of a partnership was last changed, in ms since 1970, by its id; `whole` says that there are no others.
    """
    return {
        "roadmap-numbers": VERSION,
        "level": "numbers",
        "date": today,
        "organisation": {
            "name": organisation.name,
            "kind": organisation.kind if organisation.kind in KINDS else "other",
            "id": opaque(organisation.id) if organisation.id else "",
        },
        "whole": whole,
        "partnerships": [_partnership(one, library, today, moved) for one in dossiers],
    }


def written(data: dict[str, Any]) -> str:
    """`data` as it stands in a file."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def opaque(root: bytes) -> str:
    """By what a partnership is told: always the same of the same, and nobody can tell of which."""
    from hashlib import blake2b  # noqa: PLC0415 - brings OpenSSL, which no window needs to open

    return blake2b(root, digest_size=16, person=b"roadmap-numbers").hexdigest()


def number_in(text: str) -> int | float | None:
    """The number that `text` is ("20", "12,5 %", "1 200"); None where it says more than that, or two things at once.

    "1,200" is a thousand to some and little more than one to others.
    """
    bare = re.sub(r"[\s\u00a0\u202f]+", "", text).removesuffix("%").removesuffix("€")
    match = _NUMBER.fullmatch(bare)
    if match is None or len(bare) > _LONGEST or _grouped(text):
        return None
    sign, whole, part = match.groups()
    if part is None:
        return int(sign + whole)
    if len(part) == 3 and whole != "0" and len(whole) <= 3:
        return None
    return float(f"{sign}{whole}.{part}")


def _grouped(text: str) -> bool:
    """Whether spaces stand between digits otherwise than between thousands: "3 4" are two numbers."""
    parts = re.findall(r"\d+(?:[\s\u00a0\u202f]+\d+)+", text)
    return any(not re.fullmatch(r"\d{1,3}(?:[\s\u00a0\u202f]\d{3})+", part) for part in parts)


def _partnership(
    dossier: Dossier, library: Library, today: str, moved: Mapping[bytes, int]
) -> dict[str, Any]:
    stage = dossier.partnership.stage
    return {
        "id": opaque(dossier.partnership.root),
        "stage": stage if stage in records.STAGES else "active",
        "written": sane(moved.get(dossier.partnership.root, 0)),
        "sides": {
            name: _side(side, library, today, moved)
            for name, side in zip(("ours", "theirs"), dossier.sides, strict=True)
        },
        "indicators": list(_indicators(dossier)),
    }


def _side(
    side: SideDossier, library: Library, today: str, moved: Mapping[bytes, int]
) -> dict[str, Any] | None:
    """A side's progress; None where it walks none of our forms."""
    form = _form(side.side.form, library)
    if form is None:
        return None
    way = progress(form, side.answers, today)
    waiting = [stop for stop in way.stops if stop.due and stop.state not in FINISHED]
    return {
        "form": form.id,
        "done": way.done,
        "total": way.total,
        "due": len(waiting) - way.overdue,
        "overdue": way.overdue,
        "current": way.current,
        "steps": [
            {"id": step.id, "done": step.done, "total": step.total, "overdue": step.overdue}
            for step in way.steps
        ],
        "states": {
            stop.checkpoint: stop.state
            for stop in way.stops
            if stop.state in records.STATES and stop.state != "open"
        },
        "still": {checkpoint: days for checkpoint, days in _still(side, way, today, moved) if days >= STILL},
    }


def _still(
    side: SideDossier, way: Progress, today: str, moved: Mapping[bytes, int]
) -> Iterator[tuple[str, int]]:
    """Unfinished checkpoints that were begun, and the one to go on with, with the days since anything moved there.

    Nobody has written at the one to go on with: there it is the days since this side wrote anything at all.
    """
    root = side.side.root
    told = {name: moved.get(answer_id(root, side.side.key, name), 0) for name in side.answers}
    last = max(told.values(), default=0) or moved.get(root, 0)
    for stop in way.stops:
        if stop.state == "in-progress":
            yield stop.checkpoint, _days(told.get(stop.checkpoint, 0), today)
        elif stop.current:
            yield stop.checkpoint, _days(last, today)


def _days(wall: int, today: str) -> int:
    """Days from `wall` (ms since 1970) to `today`; 0 where it is not known, or by that clock still to come."""
    if not wall:
        return 0
    return max(0, (dt.date.fromisoformat(today) - dt.date.fromisoformat(local_day(wall))).days)


def _form(form_id: str, library: Library) -> Form | None:
    return library.form(form_id, FALLBACK) if form_id in library.ids() else None


def _indicators(dossier: Dossier) -> Iterator[dict[str, int | float | None]]:
    for one in dossier.indicators:
        yield {
            "baseline": number_in(one.baseline),
            "target": number_in(one.target),
            "actual": number_in(one.actual),
        }
