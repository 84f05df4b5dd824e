"""How the commands open a file, and whose words they write; what each command does with it is its own."""

from __future__ import annotations

import contextlib
import datetime
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from roadmap_desktop import paths
from roadmap_desktop.cli.terminal import Terminal
from roadmap_desktop.domain.errors import UnknownPartnership
from roadmap_desktop.domain.records import Partnership
from roadmap_desktop.store import file as files
from roadmap_desktop.store import holder, queries
from roadmap_desktop.store.log import Author

if TYPE_CHECKING:
    from roadmap_desktop.cli.replies import Reason
    from roadmap_desktop.store.trust import Trust

_MOST_TITLES: Final = 10


class Refused(Exception):
    """The command was asked for what makes no sense here."""

    def __init__(self, reason: Reason) -> None:
        """`reason` as `replies.refused` knows it."""
        super().__init__(reason)
        self.reason: Final = reason


def today() -> str:
    """The date of this computer, YYYY-MM-DD."""
    return datetime.date.today().isoformat()  # noqa: DTZ011 - people's dates are local


@contextlib.contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection]:
    """`file` open to be read; whatever goes wrong with it inside is raised as a UserError."""
    vouched(file)
    with contextlib.closing(files.open_for_reading(file)) as db, files.translating(file):
        yield db


@contextlib.contextmanager
def looking(file: Path) -> Iterator[sqlite3.Connection]:
    """`file` open as it is, without this version's tables; whatever goes wrong inside is raised as a UserError."""
    vouched(file)
    with contextlib.closing(files.open_as_it_is(file)) as db, files.translating(file):
        yield db


@contextlib.contextmanager
def writing(file: Path) -> Iterator[sqlite3.Connection]:
    """`file` open to be changed; whatever goes wrong with it inside is raised as a UserError, as is that somebody has it."""
    holder.refuse(file)
    trust = vouched(file)
    with contextlib.closing(files.open_for_writing(file)) as db, files.translating(file):
        yield db
    trust.note(file)


def note_made(file: Path) -> None:
    """`file` was made by this program just now, and needs no looking through."""
    from roadmap_desktop.store.trust import Trust  # noqa: PLC0415 - not needed to print the help

    Trust(paths.user_folder()).note(file, made=True)


def vouched(file: Path) -> Trust:
    """What this computer knows of `file`, which a stranger may have made: then it is looked through, as the window does.

    Raises what that raises.
    """
    from roadmap_desktop.store.trust import Trust  # noqa: PLC0415 - not needed to print the help

    files.examine(file)
    trust = Trust(paths.user_folder())
    if not trust.knows(file):
        trust.look_through(file)
    return trust


def partnership(db: sqlite3.Connection, name: str) -> Partnership:
    """The partnership `name`. Raises UnknownPartnership, which then names those there are, AmbiguousPartnership."""
    try:
        return queries.find_partnership(db, name)
    except UnknownPartnership:
        ids = queries.partnership_ids(db)
        known = [found.partnership.title for found in queries.summaries(db, ids[:_MOST_TITLES])]
        more = ["…"] if len(ids) > _MOST_TITLES else []
        raise UnknownPartnership(name=name, known=known + more) from None


def author(terminal: Terminal, organisation: str) -> Author:
    """Who writes: as named on the command line, else as in the settings, else the computer's user."""
    settings = terminal.settings
    user = os.environ.get("USER") or os.environ.get("USERNAME") or ""
    return Author(
        terminal.author or settings.text("name") or user, organisation or settings.text("organisation")
    )
