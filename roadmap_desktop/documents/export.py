"""Exporting lists: the partnerships of a file, one after the other, into a file of a format; asks nobody where to."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from roadmap_desktop.documents import calendar, lists, separated, xlsx
from roadmap_desktop.documents.lists import Choice
from roadmap_desktop.documents.whole import whole
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.records import Organisation
from roadmap_desktop.domain.words import Words

Format: TypeAlias = Literal["xlsx", "zip", "csv", "ics"]
FORMATS: Final[tuple[Format, ...]] = ("xlsx", "zip", "csv", "ics")
"""A workbook; every table as CSV, in a ZIP; one table as CSV; a calendar. Each is the ending of its files."""


class Order(NamedTuple):
    """What is to be written of a file: `dossiers` of its partnerships, its `organisations` and `name`.

    `table` is the one that a CSV file holds.
    """

    format: Format
    dossiers: Iterable[Dossier]
    organisations: Sequence[Organisation]
    name: str
    choice: Choice = Choice()
    table: str = lists.TABLES[0]


class Written(NamedTuple):
    """What was written: the rows of each table that has any, events, or changes; `cut` texts were too long for a cell of Excel."""

    rows: Mapping[str, int]
    events: int = 0
    changes: int = 0
    cut: int = 0


def export(path: Path, order: Order, library: Library, words: Words, today: str, now: dt.datetime) -> Written:
    """Write `order` to `path`, which is replaced, whole or not at all. `today` as YYYY-MM-DD. Raises OSError."""
    with whole(path) as part:
        if order.format == "ics":
            return _calendar(part, order, library, words, now)
        return _tables(part, order, library, words, today)


def _calendar(part: Path, order: Order, library: Library, words: Words, now: dt.datetime) -> Written:
    found = [
        event
        for dossier in order.dossiers
        for event in calendar.events(dossier, library, words, order.choice)
    ]
    name = words("calendar", "name", name=order.name)
    part.write_bytes(calendar.calendar(found, name, now))
    return Written({}, len(found))


def _tables(part: Path, order: Order, library: Library, words: Words, today: str) -> Written:
    tables = lists.tables(words, order.choice)
    writer: xlsx.Writer | separated.Writer
    if order.format == "xlsx":
        writer = xlsx.Writer(part, tables, words)
    else:
        packed = order.format == "zip"
        wanted = [table for table in tables if packed or table.name == order.table]
        writer = separated.Writer(part, wanted, words, packed=packed)
    counts: Counter[str] = Counter()
    with writer:
        for dossier in order.dossiers:
            for name, row in lists.rows(dossier, library, words, today, order.choice):
                writer.add(name, row)
                counts[name] += 1
        for organisation in order.organisations:
            writer.add("organisations", lists.organisation_row(organisation, words, order.choice))
            counts["organisations"] += 1
        writer.finish()
    return Written(counts, cut=writer.cut)
