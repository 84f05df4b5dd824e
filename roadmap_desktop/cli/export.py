"""What `export` does: which lists go into which file; what they hold is the documents' affair, the sentences are in `exported`."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from roadmap_desktop import paths
from roadmap_desktop.cli import opening
from roadmap_desktop.documents import export, lists
from roadmap_desktop.documents.export import Written
from roadmap_desktop.documents.lists import Choice
from roadmap_desktop.documents.whole import whole
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.words import Words
from roadmap_desktop.store import file as files
from roadmap_desktop.store import open_json, queries

MAGIC: Final = {
    ".xlsx": b"PK\x03\x04",
    ".zip": b"PK\x03\x04",
    ".csv": "\ufeff".encode(),
    ".ics": b"BEGIN:VCALENDAR",
    open_json.SUFFIX: open_json.BEGINNING,
}
"""Endings of what can be made, and how such files begin: what begins otherwise is not replaced."""


class Wanted(NamedTuple):
    """What the words of the command line mean: the partnerships, all of them where `title` is ""."""

    roots: Sequence[bytes]
    title: str
    choice: Choice
    table: str


def wanted(
    db: sqlite3.Connection, out: Path, name: str | None, table: str, *, notes: bool, names: bool
) -> Wanted:
    """Raises Refused, UnknownPartnership, AmbiguousPartnership."""
    if out.suffix.lower() not in MAGIC:
        raise opening.Refused("bad-list-ending")
    if out.suffix.lower() == open_json.SUFFIX and (name is not None or notes or not names):
        raise opening.Refused("json-is-whole")
    if not names and table in lists.AT_HOME:
        raise opening.Refused("table-at-home")
    found = None if name is None else opening.partnership(db, name)
    roots = [found.id] if found else queries.partnership_ids(db)
    return Wanted(roots, found.title if found else "", Choice(notes, names), table)


def make(db: sqlite3.Connection, file: Path, out: Path, order: Wanted, words: Words) -> Written:
    """Write it. Raises UserErrors about `file` and `out`."""
    ending = out.suffix.lower()
    if ending == open_json.SUFFIX:
        with files.translating(out), whole(out) as part:
            return Written({}, changes=open_json.write(file, part))
    organisations = queries.organisations(db)
    if order.title:
        sides = queries.dossier(db, order.roots[0]).sides
        ids = {side.organisation.id for side in sides}
        organisations = [one for one in organisations if one.id in ids]
    what = export.Order(
        next(one for one in export.FORMATS if ending == f".{one}"),
        queries.dossiers(db, order.roots),
        organisations,
        order.title or words("calendar", "all"),
        order.choice,
        order.table,
    )
    with files.translating(out):
        return export.export(out, what, Library(paths.FORMS), words, opening.today(), dt.datetime.now(dt.UTC))


def data(out: Path, done: Written) -> dict[str, Any]:
    """What was written, for machines."""
    return {
        "out": str(out),
        "rows": dict(done.rows),
        "events": done.events,
        "changes": done.changes,
        "cut": done.cut,
    }
