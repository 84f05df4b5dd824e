"""What has a date, as a calendar that every program for appointments takes (iCalendar, RFC 5545); asks no clock.

An event is told by what it is of, so that taking the same calendar in again moves and renames it instead of doubling it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from roadmap_desktop.documents.lists import Choice, Shown, known_form, stops
from roadmap_desktop.domain.cells import writable
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.notice import last_day
from roadmap_desktop.domain.progress import FINISHED
from roadmap_desktop.domain.words import Words

SUFFIX: Final = ".ics"
_DOMAIN: Final = "roadmap-desktop"
_SINCE: Final = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)


class Event(NamedTuple):
    """A whole day. `uid` is the same each time; `finished` where nothing is left to do about it."""

    uid: str
    day: dt.date
    title: str
    details: str = ""
    finished: bool = False


def events(dossier: Dossier, library: Library, words: Words, choice: Choice) -> Iterator[Event]:
    """Due dates of checkpoints, actions and next steps; meetings; ends of agreements, and the last day to give notice."""
    shown = Shown(dossier, words, choice)
    found = (*_checkpoints(dossier, library, words, shown), *_rows(dossier, words, shown))
    for entity, sort, day, title, details, finished in found:
        try:
            when = dt.date.fromisoformat(day)
        except ValueError:
            continue
        if when < dt.date.max:  # its end, the day after, must be one too
            yield Event(f"{entity.hex()}-{sort}@{_DOMAIN}", when, title, details, finished)


def calendar(found: Iterable[Event], name: str, now: dt.datetime) -> bytes:
    """The calendar `name` of `found`, as it stands in a file. `now` tells newer from older ones."""
    from icalendar import Calendar  # noqa: PLC0415 - takes its time
    from icalendar import Event as Entry  # noqa: PLC0415 - as above

    made = Calendar()
    made.add("prodid", "-//Roadmap Desktop//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", writable(name))
    number = max(0, int((now - _SINCE).total_seconds()) // 60)
    for one in sorted(found, key=lambda event: (event.day, event.uid)):
        entry = Entry()
        entry.add("uid", one.uid)
        entry.add("dtstamp", now.astimezone(dt.UTC).replace(microsecond=0))
        entry.add("sequence", number)
        entry.add("dtstart", one.day)
        entry.add("dtend", one.day + dt.timedelta(1))
        entry.add("summary", writable(one.title).replace("\n", " "))
        if one.details:
            entry.add("description", writable(one.details))
        entry.add("transp", "TRANSPARENT")
        made.add_component(entry)
    data: bytes = made.to_ical()
    return data


_Found = tuple[bytes, str, str, str, str, bool]


def _checkpoints(dossier: Dossier, library: Library, words: Words, shown: Shown) -> Iterator[_Found]:
    partnership = shown(dossier.partnership.title)
    for side in dossier.sides:
        form = known_form(side.side.form, library, words)
        known = stops(form) if form else {}
        for checkpoint, answer in side.answers.items():
            if answer.due:
                what = known[checkpoint][1] if checkpoint in known else checkpoint
                finished = answer.state in FINISHED
                title = _title(what, partnership, finished=finished)
                who = side.organisation.name, shown.who(answer.who), words("state", answer.state)
                yield answer.id, "due", answer.due, title, "\n".join(filter(None, who)), finished


def _rows(dossier: Dossier, words: Words, shown: Shown) -> Iterator[_Found]:
    partnership = shown(dossier.partnership.title)
    for action in dossier.actions:
        finished = action.state in FINISHED
        title = _title(shown(action.what), partnership, finished=finished)
        details = "\n".join(filter(None, (shown.who(action.who), words("state", action.state))))
        yield action.id, "due", action.due, title, details, finished
    days = {meeting.day for meeting in dossier.meetings}
    for line in dossier.log:
        who, said = shown.who(line.who), shown(line.what)
        if line.channel == "meeting" and line.day not in days:  # its minutes may have made a line of it
            key = "meeting" if who else "meeting_bare"
            yield (
                line.id,
                "meeting",
                line.day,
                words("calendar", key, who=who, partnership=partnership),
                said,
                False,
            )
        if line.due:
            title = _title(shown(line.next) or said or who, partnership, finished=False)
            yield line.id, "due", line.due, title, "\n".join(filter(None, (who, said))), False
    for meeting in dossier.meetings:
        key = "meeting" if meeting.place else "meeting_bare"
        title = words("calendar", key, who=shown(meeting.place), partnership=partnership)
        when = " ".join(filter(None, (meeting.time, title)))
        yield meeting.id, "meeting", meeting.day, when, shown.who(meeting.people), bool(meeting.held)
    for one in dossier.agreements:
        what = " ".join(filter(None, (words("agreement", one.form), one.number)))
        for sort, day in (("ends", one.valid_until), ("notice", last_day(one.valid_until, one.notice))):
            title = words("calendar", sort, what=what, partnership=partnership)
            yield one.id, sort, day, title, one.notice, False


def _title(what: str, partnership: str, *, finished: bool) -> str:
    """A line; what is finished is ticked."""
    return f"{'✓ ' if finished else ''}{what.split(chr(10), maxsplit=1)[0]} – {partnership}"
