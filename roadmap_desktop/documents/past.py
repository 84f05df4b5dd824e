"""What was changed lately, in brief: an entry a row, the newest first; which entries is the history's to say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roadmap_desktop.documents.blocks import Block, Cell, Table, Text, TextCell
from roadmap_desktop.documents.tools import clean
from roadmap_desktop.domain.history import Entry, Page
from roadmap_desktop.domain.telling import Teller, local_moment
from roadmap_desktop.domain.words import Words

ENTRIES: Final = 30
"""How many entries are told."""


def past(history: Page, teller: Teller, words: Words, *, private: bool) -> Iterator[Block]:
    """A table of the entries of `history`, and where there are more; private notes only where they are wanted."""
    teller.learn(history.names)
    entries = [found for entry in history.entries if (found := _to_tell(entry, private=private))]
    if entries:
        yield Table(
            tuple(words("handover", head) for head in ("day", "what", "by")),
            tuple(_entry_row(entry, teller, words) for entry in entries),
            (15, 57, 28),
        )
    if not history.ended:
        first, second = words.each("handover", "earlier")
        yield Text(first, quiet=True, second=second)


def _to_tell(entry: Entry, *, private: bool) -> Entry | None:
    """The entry, without private notes where these stay at home; None where nothing else is in it."""
    left = tuple(event for event in entry.events if private or event.subject.kind != "note")
    return Entry(left) if left else None


def _entry_row(entry: Entry, teller: Teller, words: Words) -> tuple[Cell, ...]:
    day = words.date(local_moment(entry.wall).date().isoformat())
    where = teller.side(entry.parts[0].subject)
    head = " · ".join(part for part in (teller.headline(entry), where) if part)
    under = ": ".join(part for part in (teller.deed(entry), teller.gist(entry)) if part)
    return day, TextCell(clean(head), clean(under)), clean(teller.who(entry.writer))
