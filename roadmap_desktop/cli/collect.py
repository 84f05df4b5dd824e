"""What `collect` does, and what of it is told as data; the sentences are in `collection`."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from roadmap_desktop import paths
from roadmap_desktop.cli import opening
from roadmap_desktop.cli.terminal import Terminal
from roadmap_desktop.domain import collection, figures, portfolio
from roadmap_desktop.domain.call import MOST_NAME, MOST_TEXT, Call
from roadmap_desktop.domain.call import SUFFIX as CALL
from roadmap_desktop.domain.collection import Arrival, Collected, Home
from roadmap_desktop.domain.errors import (
    BadAddress,
    BadDate,
    FileMissing,
    HomeMissing,
    TextTooLong,
    UserError,
)
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.levels import Level
from roadmap_desktop.domain.portfolio import Gauge, Row, Stuck
from roadmap_desktop.domain.telling import local_moment
from roadmap_desktop.domain.words import load_words, parse_date
from roadmap_desktop.store import collect as store
from roadmap_desktop.store import file as files
from roadmap_desktop.store import holder, members, queries
from roadmap_desktop.store.log import Log
from roadmap_desktop.store.receive import verdict_of


class Done(NamedTuple):
    """What came of the files, and the overview as it stands afterwards."""

    name: str
    year: int
    collected: Collected
    rows: list[Row]
    stuck: list[Stuck]
    gauges: list[Gauge]
    empty: tuple[Path, ...]
    """Folders in which nothing was."""
    feedback: tuple[Path, ...] = ()
    """The feedback sheets that were written."""
    call: tuple[Path, ...] = ()
    """The collection call and its letter."""

    @property
    def errors(self) -> list[UserError]:
        """Why files were not read."""
        refused = [one.looked.error for one in self.collected.arrivals if one.looked.error is not None]
        return [*refused, *(FileMissing(path=path / f"*{files.SUFFIX}") for path in self.empty)]

    @property
    def complete(self) -> bool:
        """Every file was taken."""
        return self.collected.complete and not self.empty


def collect(terminal: Terminal, file: Path, given: Sequence[Path], year: int | None) -> Done:
    """Take what members sent into `file`. Raises UserErrors about `file`; those about members' files are in what is returned."""
    today = opening.today()
    with opening.reading(file) as db:
        home = home_of(file, queries.home_organisation(db).root, year or int(today[:4]), today)
    if given:
        holder.refuse(file)
    found = store.files_in(given, file)
    empty = tuple(path for path in given if path.is_dir() and not any(path in one.parents for one in found))
    looked = store.look(found, Library(paths.FORMS), today)
    if not looked:
        with opening.reading(file) as db:
            return _done(db, home, Collected((), (), ()), empty)
    with opening.writing(file) as db:
        listed, stored = members.members(db, home.root), members.submissions(db, home.root, home.year)
        done = collection.collect(looked, home, listed, stored, {})
        author = opening.author(terminal, queries.home_organisation(db).name)
        Log(db, author).save(collection.edits(done))
        return _done(db, home, done, empty)


class Ask(NamedTuple):
    """What members are asked for, until which day as it was typed, where they answer, and why."""

    level: Level
    until: str
    reply: str
    text: str


def write_call(terminal: Terminal, done: Done, out: Path, ask: Ask) -> tuple[Path, ...]:
    """Make the collection call `out`, with the ending by which it opens, and the letter beside it.

    Raises BadDate, BadAddress, FileExists and the like.
    """
    from roadmap_desktop.documents.call import call_letter  # noqa: PLC0415 - once a year
    from roadmap_desktop.documents.mail import SUFFIX, Enclosure, is_address  # noqa: PLC0415 - as above
    from roadmap_desktop.store import call as calls  # noqa: PLC0415 - as above
    from roadmap_desktop.store.send import check_new  # noqa: PLC0415 - as above

    until = parse_date(ask.until)
    if not until:
        raise BadDate(text=ask.until)
    if not is_address(ask.reply):
        raise BadAddress(text=ask.reply)
    if len(ask.text) > MOST_TEXT:
        raise TextTooLong(field="text", length=len(ask.text), limit=MOST_TEXT)
    call = Call(done.name[:MOST_NAME], ask.level, until, ask.reply.strip(), ask.text, done.year)
    if out.suffix.lower() != CALL:
        out = out.with_name(f"{out.name}{CALL}")
    letter = out.with_suffix(SUFFIX)
    check_new(letter)
    data = calls.write(out, call)
    readers = [row.member.email for row in done.rows if row.member.expected]
    drafted = call_letter(call, terminal.words, Enclosure(out.name, data), terminal.author, readers)
    with files.translating(letter), letter.open("xb") as stream:
        stream.write(drafted)
    return out, letter


def home_of(file: Path, root: bytes, year: int, day: str) -> Home:
    """Who collects into `file`. Raises HomeMissing."""
    if not root:
        raise HomeMissing(path=file)
    return Home(root, figures.opaque(root), year, day)


def _done(db: sqlite3.Connection, home: Home, done: Collected, empty: tuple[Path, ...]) -> Done:
    before = members.submissions(db, home.root, home.year - 1)
    rows = portfolio.rows(
        members.members(db, home.root), members.submissions(db, home.root, home.year), before
    )
    name = queries.home_organisation(db).name
    return Done(name, home.year, done, rows, portfolio.stuck(rows), portfolio.gauges(rows, before), empty)


def write_feedback(terminal: Terminal, done: Done, folder: Path, paper: str, family: str) -> tuple[Path, ...]:
    """Write a sheet for each member that answered into `folder`, made if need be. Raises FolderUnwritable, DiskFull."""
    from roadmap_desktop.documents.feedback import Overview, feedback_sheets  # noqa: PLC0415 - only where wanted
    from roadmap_desktop.paint.sheaf import write_sheaf  # noqa: PLC0415 - Qt, to draw

    with files.translating(folder):
        folder.mkdir(parents=True, exist_ok=True)
    overview = Overview(done.name, done.year, done.rows, done.stuck, done.gauges)
    sheets = feedback_sheets(
        overview,
        Library(paths.FORMS),
        lambda code: load_words(paths.WORDS, code),
        terminal.language,
        opening.today(),
    )
    return tuple(write_sheaf(sheets, folder, paper=paper, family=family))


# for machines -------------------------------------------------------------------------------------------


def collection_data(file: Path, done: Done) -> dict[str, Any]:
    """What was collected, for machines. `written` is when a file was last written, by its writer's clock."""
    return {
        "file": str(file),
        "year": done.year,
        "files": [_arrival_data(one) for one in done.collected.arrivals],
        "members": [_row_data(row) for row in done.rows],
        "missing": [row.member.name for row in done.rows if row.missing],
        "stuck": [one._asdict() for one in done.stuck],
        "feedback": [str(path) for path in done.feedback],
        "call": [str(path) for path in done.call],
        "indicators": [
            {
                "member": one.member.name,
                "partnership": one.partnership,
                **one.measured._asdict(),
                "before": one.before,
            }
            for one in done.gauges
        ],
    }


def _arrival_data(one: Arrival) -> dict[str, Any]:
    said = one.looked.figures
    return {
        "file": str(one.looked.file),
        "fate": one.fate,
        "verdict": "healthy" if one.looked.error is None else verdict_of(one.looked.error),
        "member": one.member.name if one.member else None,
        "added": one.added,
        "perhaps": [member.name for member in one.perhaps],
        "from": said.name if said else "",
        "level": said.level if said else "",
        "written": _moment(said.wall) if said else None,
    }


def _row_data(row: Row) -> dict[str, Any]:
    sent = row.submission
    return {
        "name": row.member.name,
        "number": row.member.number,
        "expected": bool(row.member.expected),
        "file": sent.file if sent else None,
        "level": sent.level if sent else None,
        "written": _moment(sent.wall) if sent else None,
        "partnerships": len(row.walks),
        "steps": [one._asdict() for one in row.steps],
        "before": row.before._asdict() if row.before else None,
        "overdue": row.overdue,
        "stuck": [
            {"partnership": walk.title, "checkpoint": checkpoint, "days": days}
            for walk, checkpoint, days in portfolio.stuck_of(row)
        ],
    }


def _moment(wall: int) -> str | None:
    return local_moment(wall).isoformat(timespec="seconds") if wall else None
