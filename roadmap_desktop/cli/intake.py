"""What `import` does: a list of partners read and taken in, or a whole file made of its JSON; the sentences are in `imported`."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from roadmap_desktop.cli import opening
from roadmap_desktop.cli.terminal import Terminal
from roadmap_desktop.documents import foreign_list
from roadmap_desktop.documents.foreign_list import Sheet
from roadmap_desktop.domain import partner_columns
from roadmap_desktop.domain.partner_columns import FIELDS, Field
from roadmap_desktop.domain.partner_list import entries
from roadmap_desktop.domain.partner_match import Match, Way, matches
from roadmap_desktop.domain.partner_plan import Options, Plan, plan
from roadmap_desktop.store import file as files
from roadmap_desktop.store import holder, open_json, queries
from roadmap_desktop.store.log import Log

_LEFT_OUT: Final = "none"


class Wanted(NamedTuple):
    """How a list is to be understood, as the command line says: `columns` by number from 1, `known` what to do with what is there."""

    sheet: str
    columns: Mapping[int, Field]
    known: Way | None
    options: Options


class Taken(NamedTuple):
    """What was understood, and what taking it in sets, or has set where it was `written`."""

    sheet: Sheet
    head: int
    fields: tuple[Field, ...]
    matches: tuple[Match, ...]
    plan: Plan
    cut: bool
    written: bool


def columns(given: Sequence[str]) -> dict[int, Field]:
    """What each column holds, as the command line says it ("3=email"). Raises Refused."""
    found: dict[int, Field] = {}
    for text in given:
        number, _, name = text.partition("=")
        field = next((one for one in FIELDS if one == name), "" if name == _LEFT_OUT else None)
        if field is None or not number.isdecimal() or not 0 < int(number) <= foreign_list.MOST_COLUMNS:
            raise opening.Refused("bad-column")
        found[int(number)] = field
    return found


def take(terminal: Terminal, file: Path, source: Path, wanted: Wanted, *, preview: bool) -> Taken:
    """Read the list `source` and take it into `file`, unless it is a `preview`. Raises UserErrors, Refused."""
    files.examine(file)
    with files.translating(source):
        book = foreign_list.read(source)
    sheet = _sheet(book.sheets, wanted.sheet)
    head, guessed = partner_columns.guess(sheet.rows)
    fields = tuple(wanted.columns.get(number, field) for number, field in enumerate(guessed, start=1))
    found = entries(sheet.rows, head, fields)
    if not preview:
        holder.refuse(file)
    with opening.reading(file) if preview else opening.writing(file) as db:
        known = queries.known_partners(db)
        matched = matches(found, known)
        ways: dict[int, Way] = {}
        if wanted.known is not None:
            ways = {
                place: wanted.known
                for place, match in enumerate(matched)
                if match.organisation and match.reason != "email"
            }
        made = plan(matched, ways, known, wanted.options)
        if not preview and made.edits:
            Log(db, opening.author(terminal, known.home.name)).save(made.edits)
    return Taken(sheet, head, fields, tuple(matched), made, book.cut, written=not preview)


def _sheet(sheets: Sequence[Sheet], name: str) -> Sheet:
    """The sheet `name`; without a name the one that looks most like a list of partners. Raises Refused."""
    if not name:
        return max(sheets, key=lambda one: partner_columns.likeness(one.rows))
    for sheet in sheets:
        if sheet.name == name:
            return sheet
    raise opening.Refused("unknown-sheet-name")


@contextlib.contextmanager
def restored(source: Path) -> Iterator[Path]:
    """The file that the JSON `source` holds, for as long as it is looked at. Raises UserErrors about `source`."""
    with tempfile.TemporaryDirectory(prefix="roadmap-", ignore_cleanup_errors=True) as folder:
        out = Path(folder) / f"{source.stem}{files.SUFFIX}"
        open_json.restore(source, out)
        yield out


def data(file: Path, source: Path, done: Taken) -> dict[str, Any]:
    """What was understood and done, for machines."""
    counted = done.plan._asdict()
    del counted["edits"]
    return {
        "file": str(file),
        "from": str(source),
        "sheet": done.sheet.name,
        "head_row": done.head + 1,
        "columns": list(done.fields),
        "rows": len(done.matches),
        **counted,
        "faults": [
            {"row": match.entry.row, "fault": fault} for match in done.matches for fault in match.entry.faults
        ],
        "known": [
            {
                "row": match.entry.row,
                "by": match.reason,
                "like_row": done.matches[match.like].entry.row if match.like >= 0 else None,
            }
            for match in done.matches
            if match.reason
        ],
        "cut": done.cut,
        "written": done.written,
    }
