"""What `history` says of a file, as lines for people and as data for machines; reads the log, and needs no Qt."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, Final

from roadmap_desktop.cli.overview import as_json
from roadmap_desktop.cli.terminal import printable
from roadmap_desktop.domain.history import Entry, Event, Part, Subject
from roadmap_desktop.domain.records import SIDES
from roadmap_desktop.domain.telling import Teller, local_moment
from roadmap_desktop.domain.words import Words
from roadmap_desktop.store.history import PAGE, Reader

AT_ONCE: Final = 40_000
"""Changes read at once where all of them may be wanted."""
_LONGEST: Final = 300
"""Most letters of a value on one line; the data for machines hold all."""


def lines(
    db: sqlite3.Connection, reader: Reader, teller: Teller, words: Words, limit: int | None
) -> Iterator[str]:
    """The newest entries, at most `limit`, each as some lines; what was saved or typed in one go is one entry."""
    left = limit
    while left is None or left > 0:
        page = reader.more(db, PAGE if left is None else min(PAGE, left))
        teller.learn(page.names)
        for entry in page.entries:
            yield from _entry_lines(entry, teller, words)
        if left is not None:
            left -= len(page.entries)
        if page.ended:
            return


def _entry_lines(entry: Entry, teller: Teller, words: Words) -> Iterator[str]:
    first, last = local_moment(entry.began), local_moment(entry.wall)
    span = f"{first:%H:%M}–{last:%H:%M}" if f"{first:%H:%M}" != f"{last:%H:%M}" else f"{last:%H:%M}"
    yield f"{last:%Y-%m-%d} {span}  {printable(teller.who(entry.writer))}"
    where = teller.where(entry.parts[0].subject)
    yield printable("  " + " · ".join(text for text in (teller.headline(entry), where) if text))
    many = len(entry.parts) > 1
    for part in entry.parts:
        if many:
            yield printable(f"    {teller.thing(part.subject)}: {teller.done(part)}")
        elif part.action != "changed" or part.settled:
            yield f"    {teller.done(part)}"
        yield from _field_lines(part, teller, words, "      " if many else "    ")
    yield ""


def _field_lines(part: Part, teller: Teller, words: Words, indent: str) -> Iterator[str]:
    subject = part.subject
    for field in part.fields:
        name = teller.field(subject, field.name)
        if field.put_back:
            yield printable(f"{indent}{name}: {words('history', 'put_back')}")
            continue
        before = " | ".join(_short(text) for text in teller.before(subject, field))
        after = _short(teller.value(subject, field.name, field.after)) or words("history", "empty")
        if field.after is None:
            yield printable(f"{indent}{name}: {before}")
        else:
            yield printable(f"{indent}{name}: {f'{before} → {after}' if before else after}")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


# for machines -------------------------------------------------------------------------------------------


def history_json(file: str, events: Iterable[Event], teller: Teller, limit: int | None) -> Iterator[str]:
    """An object of the file's name and its changes, the newest first, piece by piece.

    `{file, changes: [{id, when, person, organisation, partnership: {id, title} | null, side: "ours" | "theirs" | null,
    checkpoint, kind, entity, about, action: "created" | "changed" | "deleted" | "restored", settled, fields: [{field,
    before: […], after}]}]}`: every change by itself, in contrast to the lines for people. `when` is local time with its
    offset, as the writer's computer told it; `person` what somebody called himself. `before` has the values that were
    replaced: none where there was none, several where differing versions were brought together. `after` is null where
    the thing was deleted. Values are as the file holds them.
    """
    opening = as_json({"file": file})
    yield f'{opening.removesuffix("}").rstrip()},\n  "changes": ['
    before = ""
    for event in itertools.islice(events, limit):
        if before:
            yield f"{before},"
        before = "    " + as_json(_event_data(event, teller), indent=None)
    yield f"{before}\n  ]\n}}" if before else "  ]\n}"


def _event_data(event: Event, teller: Teller) -> dict[str, Any]:
    subject = event.subject
    return {
        "id": event.id.hex(),
        "when": local_moment(event.wall).isoformat(timespec="milliseconds"),
        "person": event.writer.name,
        "organisation": event.writer.organisation,
        "partnership": None
        if subject.kind == "organisation"
        else {"id": subject.root.hex(), "title": subject.partnership},
        "side": _side(subject),
        "checkpoint": subject.checkpoint or None,
        "kind": subject.kind,
        "entity": subject.entity.hex(),
        "about": teller.thing(subject),
        "action": event.action,
        "settled": event.settled,
        "fields": [
            {"field": field.name, "before": list(field.before), "after": field.after}
            for field in event.fields
        ],
    }


def _side(subject: Subject) -> str | None:
    if subject.side not in SIDES:
        return None
    return "ours" if subject.side == subject.ours else "theirs"
