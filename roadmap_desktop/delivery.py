"""A delivery: the copy somebody is to have, the sheet and the letter that go with it, and where they stand; no window.

The window and the command line both make it here. It sends nothing: that is the mail program's to do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import FileExists, FolderUnwritable
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.levels import Leaving, Level
from roadmap_desktop.domain.names import free_name
from roadmap_desktop.domain.records import Partnership, Person
from roadmap_desktop.domain.words import Words
from roadmap_desktop.store import file as files
from roadmap_desktop.store import leaving, queries, send
from roadmap_desktop.store.log import Author
from roadmap_desktop.store.vet import Progress

if TYPE_CHECKING:
    from roadmap_desktop.documents.mail import Letter
    from roadmap_desktop.documents.sheets import Sheet

LETTER: Final = ".eml"
SHEET: Final = ".pdf"


class Order(NamedTuple):
    """What is to be sent: at which level, of which partnership (None for all), with which tools of our own.

    `unnamed` is what the reader calls a contact person, for the level "roles" and those whose role is not known.
    """

    level: Level
    partnership: Partnership | None
    shared: tuple[str, ...] = ()
    unnamed: str = ""

    @property
    def root(self) -> bytes:
        """The partnership's root, b"" for all."""
        return self.partnership.root if self.partnership else b""


class Delivery(NamedTuple):
    """What came of it: what leaves, the copy, its letter, its sheet; `noted` when the register has a line of it."""

    leaving: Leaving
    sent: send.Sent | None = None
    letter: Path | None = None
    noted: bool = False
    sheet: Path | None = None


def place(out: Path, wanted: Order, file: Path, author: Author, when: dt.datetime, *, letter: bool) -> Path:
    """Where the copy of `file` goes: `out`, in a folder under a free name. Raises FileExists, FolderUnwritable."""
    if out.is_dir():
        title = wanted.partnership.title if wanted.partnership else file.stem
        name = send.file_name(title, author.organisation, author.name, when, wanted.level)
        return free_name(out / name, lambda path: any(one.exists() for one in _together(path)))
    if not out.parent.is_dir():
        raise FolderUnwritable(path=out.parent)
    for path in (out, *([letter_for(out)] if letter else [])):
        if path.exists():
            raise FileExists(path=path)
    return out


def _together(out: Path) -> tuple[Path, Path, Path]:
    return out, letter_for(out), sheet_for(out)


def letter_for(out: Path) -> Path:
    """Where the letter that goes with a copy stands."""
    return out.with_name(f"{out.stem}{LETTER}")


def sheet_for(out: Path) -> Path:
    """Where the sheet stands that says the same as a copy, for a reader without the program."""
    return out.with_name(f"{out.stem}{SHEET}")


def make(
    file: Path,
    out: Path,
    wanted: Order,
    author: Author,
    when: dt.datetime,
    library: Library,
    progress: Progress | None = None,
) -> send.Sent:
    """The copy, or the summary, at `out`. Raises as `store.send`; `progress` as there."""
    if wanted.level == "numbers":
        return send.summarise(file, out, library, when, wanted.root)
    return send.make(
        file,
        out,
        wanted.level,
        wanted.root,
        author,
        when,
        shared=wanted.shared,
        unnamed=wanted.unnamed,
        progress=progress,
    )


def sheets(out: Path, library: Library, words: Words, today: str) -> list[Sheet]:
    """The progress sheets of what is in the copy `out`, as its reader has it before them: what stays at home is not there."""
    from roadmap_desktop.documents.sheets import progress_sheet  # noqa: PLC0415 - only with a letter

    with leaving.reading(out) as db:
        return [
            progress_sheet(queries.dossier(db, root), library, words, today, out.name, private_notes=False)
            for root in queries.partnership_ids(db)
        ]


def write_letter(
    path: Path,
    sent: send.Sent,
    author: Author,
    words: Words,
    to: Person,
    pdf: bytes | None,
    text: str = "",
) -> None:
    """The draft of a letter to `to` at `path`, with the copy and, where there is one, the sheet. Raises FileExists.

    `text` is what the sender made of the letter, "" to have it written here.
    """
    from roadmap_desktop.documents.mail import Enclosure, draft  # noqa: PLC0415 - only with a letter

    along = [Enclosure(sent.path.name, sent.path.read_bytes())]
    if pdf is not None:
        along.append(Enclosure(sheet_for(sent.path).name, pdf, "application/pdf"))
    letter = letter_of(sent.level, sent.title, author, to)
    with files.translating(path), path.open("xb") as stream:
        stream.write(draft(letter, words, along, text))


def letter_of(level: Level, title: str, author: Author, to: Person) -> Letter:
    """Whom the letter with a copy is to, and what of."""
    from roadmap_desktop.documents.mail import Letter  # noqa: PLC0415 - the library of mail takes its time

    return Letter(level, title, author.name, author.organisation, to.name, to.email)


def reader_of(dossier: Dossier | None, to: str = "") -> Person:
    """Whom a letter is to: `to` as given, else the partner's first contact with an address."""
    if to:
        return Person(email=to)
    return next((person for person in readers(dossier) if person.email), Person())


def readers(dossier: Dossier | None) -> Sequence[Person]:
    """The partner's contact persons who can be told by a name or an address."""
    if dossier is None:
        return []
    return [
        person
        for contact, person in dossier.contacts
        if contact.side == dossier.theirs.side.key and (person.name or person.email)
    ]
