"""What waits for a decision, on paper: each field with all its versions, named; it settles nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmap_desktop.documents.blocks import Block, Cell, Heading, Table, TextCell
from roadmap_desktop.documents.parts import codes_in, name_in
from roadmap_desktop.documents.tools import clean
from roadmap_desktop.domain.changes import DELETED
from roadmap_desktop.domain.conflicts import asked
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.incoming import Difference, Group, Thing, Version
from roadmap_desktop.domain.telling import Teller
from roadmap_desktop.domain.words import Words, local_day


def conflict_table(
    conflicts: Iterable[Group], library: Library, words: Words, *, private_notes: bool
) -> Iterator[Block]:
    """The table of what waits, in the language of `words`; nothing where nothing does."""
    teller = Teller(library, words)
    rows = tuple(
        _row(group, thing, one, name_in(group, thing, teller, codes_in(group, library, words)), teller, words)
        for group, thing, one in asked(conflicts)
        if private_notes or thing.kind != "note"
    )
    if rows:
        yield Heading(3, words("sheet", "waiting", count=len(rows)))
        heads = (words("report", "thing"), words("sheet", "version"), words("sheet", "other_version"))
        yield Table(heads, rows, (24, 38, 38))


def _row(
    group: Group, thing: Thing, one: Difference, name: str, teller: Teller, words: Words
) -> tuple[Cell, ...]:
    subject = group.subject(thing)
    field = "" if one.field == DELETED else teller.field(subject, one.field)

    def told(version: Version) -> str:
        if one.field == DELETED:
            text = words("report", "gone" if version.value else "edited")
        else:
            text = teller.value(subject, one.field, version.value) or words("history", "empty")
        day = words.date(local_day(version.wall)) if version.wall else ""
        who = ", ".join(filter(None, (version.by, day)))
        return clean(f"{who}\n{text}" if who else text)

    return TextCell(name, field, strong=True), told(one.ours), "\n\n".join(map(told, one.theirs))
