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
from roadmap_desktop.domain.levels import MAIL_LIMITS, Leaving, Level
from roadmap_desktop.domain.names import free_name
from roadmap_desktop.domain.records import Partnership, Person
from roadmap_desktop.domain.words import Words
from roadmap_desktop.store import file as files
from roadmap_desktop.store import leaving, locked, queries, send
from roadmap_desktop.store.lock_keys import Lock
from roadmap_desktop.store.log import Author
from roadmap_desktop.store.vet import Progress

if TYPE_CHECKING:
    from roadmap_desktop.documents.mail import Letter
    from roadmap_desktop.documents.sheets import Sheet

LARGEST: Final = 2 * MAIL_LIMITS[-1]
"""Most bytes of a copy that a letter is made for: no mail box takes more."""
LETTER: Final = ".eml"
SHEET: Final = ".pdf"


class Order(NamedTuple):
    """What is to be sent: at which level, of which partnership (None for all), with which tools of our own.

    `unnamed` is what the reader calls a contact person, for the level "roles" and those whose role is not known.
    `locked` says that a password will be needed to open it.
    """

    level: Level
    partnership: Partnership | None
    shared: tuple[str, ...] = ()
    unnamed: str = ""
    locked: bool = False

    @property
    def root(self) -> bytes:
        """The partnership's root, b"" for all."""
        return self.partnership.root if self.partnership else b""

    @property
    def title(self) -> str:
        """The partnership's title as it may be told, "" for all."""
        return self.partnership.title if self.partnership and self.level != "numbers" else ""


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
        name = name_of(wanted, file, author, when)
        return free_name(out / name, lambda path: any(one.exists() for one in _together(path)))
    if not out.parent.is_dir():
        raise FolderUnwritable(path=out.parent)
    for path in (out, *([letter_for(out)] if letter else [])):
        if path.exists():
            raise FileExists(path=path)
    return out


def name_of(wanted: Order, file: Path, author: Author, when: dt.datetime) -> str:
    """What the copy of `file` is called, if that name is free; numbers tell no title, not in their name either."""
    title = wanted.title or ("" if wanted.level == "numbers" else file.stem)
    name = send.file_name(title, author.organisation, author.name, when, wanted.level)
    return f"{name.removesuffix(files.SUFFIX)}{locked.SUFFIX}" if wanted.locked else name


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


def make_locked(
    file: Path,
    out: Path,
    wanted: Order,
    author: Author,
    when: dt.datetime,
    lock: Lock,
    progress: Progress | None = None,
) -> send.Sent:
    """As `make`, for a copy that `lock` locks: what can be read of it stands only where nobody but us may look."""
    made: list[send.Sent] = []

    def make_in(folder: Path) -> Path:
        clear = folder / f"{out.stem}{files.SUFFIX}"
        made.append(
            send.make(
                file, clear, wanted.level, wanted.root, author, when,
                shared=wanted.shared, unnamed=wanted.unnamed, progress=progress,
            )
        )  # fmt: skip
        return clear

    locked.lock_made(make_in, out, lock)
    return made[0]._replace(path=out, size=out.stat().st_size)


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
    """The draft of a letter to `to` at `path`, with the copy and, where there is one, the sheet.

    It is whole or not there at all. Raises FileExists, FolderUnwritable, DiskFull.
    `text` is what the sender made of the letter, "" to have it written here.
    """
    from roadmap_desktop.documents.mail import Enclosure, draft  # noqa: PLC0415 - only with a letter

    along = [Enclosure(sent.path.name, sent.path.read_bytes())]
    if pdf is not None:
        along.append(Enclosure(sheet_for(sent.path).name, pdf, "application/pdf"))
    title = "" if sent.level == "numbers" else sent.title
    letter = letter_of(sent.level, title, author, to, locked=sent.path.suffix == locked.SUFFIX)
    data = draft(letter, words, along, text)
    with files.translating(path):
        stream = path.open("xb")
        try:
            with stream:
                stream.write(data)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def letter_of(level: Level, title: str, author: Author, to: Person, *, locked: bool = False) -> Letter:
    """Whom the letter with a copy is to, and what of."""
    from roadmap_desktop.documents.mail import Letter  # noqa: PLC0415 - the library of mail takes its time

    return Letter(level, title, author.name, author.organisation, to.name, to.email, locked)


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
