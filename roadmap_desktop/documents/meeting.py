"""The meeting pack as data: the agenda, and a sheet to take the minutes on; not how it looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from roadmap_desktop.documents.blocks import (
    Blank,
    Block,
    Fields,
    Heading,
    Questions,
    Sheet,
    Table,
    TextCell,
    Title,
    Writing,
)
from roadmap_desktop.documents.parts import both_walks, footer, form_of, parties
from roadmap_desktop.documents.tools import clean, date
from roadmap_desktop.domain import meeting as meetings
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.meeting import Proposal
from roadmap_desktop.domain.records import Meeting, Topic
from roadmap_desktop.domain.words import Words

TOPICS: Final = 8
"""Topics that are printed where nobody has prepared an agenda."""
_LINES: Final = 3
"""Lines to write on at each topic."""
_OWN: Final = 2
"""Room for topics that come up at the meeting itself."""


def meeting_sheet(dossier: Dossier, library: Library, words: Words, today: str, file_name: str) -> Sheet:
    """Agenda and minutes sheet of the meeting that is being prepared; where none is, of what suggests itself.

    `today` (YYYY-MM-DD) decides what is late and is printed as the date.
    """
    walks = {walk.side.side.key: walk for walk in both_walks(dossier, library, words, today)}
    proposals = meetings.proposals(dossier, lambda form: form_of(library, form, words), today)
    meeting = meetings.planned(dossier) or Meeting(people=meetings.who_takes_part(dossier))
    topics = meetings.topics_of(dossier, meeting) if meeting.id else ()
    topics = topics or tuple(
        Topic(side=one.side, checkpoint=one.checkpoint, title=one.title) for one in proposals[:TOPICS]
    )
    shown = [
        (walks[one.side].code(one.checkpoint) if one.checkpoint and one.side in walks else "", one)
        for one in topics
    ]
    title = clean(dossier.partnership.title)
    blocks: list[Block] = [
        Title(words("meeting", "agenda"), title),
        parties(dossier, words),
        _facts(meeting, words),
        _agenda(shown, _reasons(proposals), words),
        Heading(1, words("meeting", "minutes"), title),
        Fields(
            (*(words("history", f"meeting.{name}") for name in ("day", "place")), words("meeting", "writer"))
        ),
        *_minutes(shown, words),
        Fields((words.tool("log")["fields"]["next"], words.tool("log")["fields"]["due"])),
        Fields((words("sheet", "signature"), words("sheet", "signature"))),
    ]
    level = words("sheet", "meeting")
    return Sheet("meeting", title, words.language, tuple(blocks), footer(file_name, today, level, words))


def _facts(meeting: Meeting, words: Words) -> Table:
    """When, where and who; what is not known yet has room to be written in."""
    facts = (
        ("day", date(words, meeting.day)),
        *((name, clean(getattr(meeting, name))) for name in ("time", "place")),
    )
    heads = (*(words("history", f"meeting.{name}") for name, _ in facts), words("history", "meeting.people"))
    return Table(heads, ((*(text for _, text in facts), clean(meeting.people)),), (16, 14, 26, 44))


def _reasons(proposals: Sequence[Proposal]) -> Mapping[tuple[str, str, str], Proposal]:
    return {(one.side, one.checkpoint, one.title): one for one in proposals}


def _agenda(
    shown: Sequence[tuple[str, Topic]], reasons: Mapping[tuple[str, str, str], Proposal], words: Words
) -> Table:
    rows = []
    for number, (code, topic) in enumerate(shown, 1):
        one = reasons.get((topic.side, topic.checkpoint, topic.title))
        why = words("meeting", one.reason) if one else "" if topic.checkpoint else words("meeting", "own")
        under = " · ".join(filter(None, (code, why)))
        who, due = (clean(one.who), date(words, one.due)) if one else ("", "")
        rows.append((str(number), TextCell(clean(topic.title), under, strong=True), who, due))
    heads = ("", words("meeting", "agenda"), words("sheet", "who"), words("sheet", "due"))
    return Table(heads, tuple(rows), (5, 57, 22, 16), right=(0,))


def _minutes(shown: Sequence[tuple[str, Topic]], words: Words) -> Iterator[Block]:
    """Each topic with room for what was decided, and for who does it by when."""
    asked = Questions(())
    fields = tuple(words("history", f"topic.{name}") for name in ("who", "due"))
    room = Writing(_LINES, fields, ())
    for number, (code, topic) in enumerate(shown, 1):
        yield Blank(code or f"{number}", clean(topic.title), 0, asked, room)
    for number in range(len(shown) + 1, len(shown) + 1 + _OWN):
        yield Blank(f"{number}", "", 0, asked, room)
