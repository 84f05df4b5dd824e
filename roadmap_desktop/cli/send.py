"""What `send` does: what is meant, where it goes, the letter and the line in the register; the sentences are in `delivery`."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from roadmap_desktop.cli import opening
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import (
    FileExists,
    FolderUnwritable,
    PartnershipNeeded,
    UnknownPartnership,
    WholeOfOne,
)
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.levels import Leaving, Level
from roadmap_desktop.domain.names import free_name
from roadmap_desktop.domain.records import Partnership, Person
from roadmap_desktop.domain.words import Words
from roadmap_desktop.store import file as files
from roadmap_desktop.store import leaving, queries, send
from roadmap_desktop.store.log import Author, Log

if TYPE_CHECKING:
    from roadmap_desktop.documents.sheets import Sheet

_MOST_TITLES: Final = 10


class Order(NamedTuple):
    """What is to be sent: at which level, of which partnership (None for all), with which tools of our own."""

    level: Level
    partnership: Partnership | None
    shared: tuple[str, ...]

    @property
    def root(self) -> bytes:
        """The partnership's root, b"" for all."""
        return self.partnership.root if self.partnership else b""


class Delivery(NamedTuple):
    """What came of it: what leaves, the copy, its letter; `noted` when the register has a line of it."""

    leaving: Leaving
    sent: send.Sent | None = None
    letter: Path | None = None
    noted: bool = False


def order(db: sqlite3.Connection, level: Level | None, name: str | None, shared: Sequence[str]) -> Order:
    """What the words of the command line mean; without a level a partnership that is named goes to its partner.

    Raises UnknownPartnership, AmbiguousPartnership, PartnershipNeeded, WholeOfOne.
    """
    ids = queries.partnership_ids(db)
    try:
        found = None if name is None else queries.find_partnership(db, name)
    except UnknownPartnership:
        raise UnknownPartnership(name=name, known=_titles(db, ids)) from None
    level = level or ("partner" if found else "whole")
    if level == "whole" and found is not None:
        raise WholeOfOne(name=found.title)
    if level in ("partner", "roles") and found is None:
        if len(ids) != 1:
            raise PartnershipNeeded(known=_titles(db, ids))
        found = queries.dossier(db, ids[0]).partnership
    return Order(level, found, tuple(shared))


def _titles(db: sqlite3.Connection, ids: Sequence[bytes]) -> list[str]:
    known = [found.partnership.title for found in queries.summaries(db, ids[:_MOST_TITLES])]
    return [*known, *(["…"] if len(ids) > _MOST_TITLES else [])]


def place(out: Path, wanted: Order, file: Path, author: Author, when: dt.datetime, *, letter: bool) -> Path:
    """Where the copy goes: `out`, in a folder under a name of its own. Raises FileExists, FolderUnwritable."""
    if out.is_dir():
        title = wanted.partnership.title if wanted.partnership else file.stem
        name = send.file_name(title, author.organisation, author.name, when, wanted.level)
        return free_name(out / name, lambda path: path.exists() or letter_for(path).exists())
    if not out.parent.is_dir():
        raise FolderUnwritable(path=out.parent)
    for path in (out, *([letter_for(out)] if letter else [])):
        if path.exists():
            raise FileExists(path=path)
    return out


def letter_for(out: Path) -> Path:
    """Where the letter that goes with a copy stands."""
    from roadmap_desktop.documents.mail import SUFFIX  # noqa: PLC0415 - the library of mail takes its time

    return out.with_name(f"{out.stem}{SUFFIX}")


def make(
    file: Path, out: Path, wanted: Order, author: Author, when: dt.datetime, library: Library
) -> send.Sent:
    """The copy, or the summary, at `out`. Raises as `store.send`."""
    if wanted.level == "numbers":
        return send.summarise(file, out, library, when, wanted.root)
    return send.make(file, out, wanted.level, wanted.root, author, when, shared=wanted.shared)


def sheets(out: Path, library: Library, words: Words, today: str) -> list[Sheet]:
    """The progress sheets of what is in the copy `out`, as its reader has it before them: what stays at home is not there."""
    from roadmap_desktop.documents.sheets import progress_sheet  # noqa: PLC0415 - only with a letter

    with leaving.reading(out) as db:
        return [
            progress_sheet(queries.dossier(db, root), library, words, today, out.name, private_notes=False)
            for root in queries.partnership_ids(db)
        ]


def write_letter(
    path: Path, sent: send.Sent, author: Author, words: Words, to: Person, pdf: bytes | None
) -> None:
    """The draft of a letter to `to` at `path`, with the copy and, where there is one, the sheet. Raises FileExists."""
    from roadmap_desktop.documents.mail import Enclosure, Letter, draft  # noqa: PLC0415 - only with a letter

    along = [Enclosure(sent.path.name, sent.path.read_bytes())]
    if pdf is not None:
        along.append(Enclosure(f"{sent.path.stem}.pdf", pdf, "application/pdf"))
    letter = Letter(sent.level, sent.title, author.name, author.organisation, to.name, to.email)
    with files.translating(path), path.open("xb") as stream:
        stream.write(draft(letter, words, along))


def reader_of(dossier: Dossier | None, to: str) -> Person:
    """Whom a letter is to: `to` as given, else the partner's first contact with an address."""
    if to:
        return Person(email=to)
    for contact, person in dossier.contacts if dossier else ():
        if contact.side == (dossier.theirs.side.key if dossier else "") and person.email:
            return person
    return Person()


def note(file: Path, sent: send.Sent, who: str, author: Author) -> None:
    """Put a line into the register of `file`. Raises UserErrors about it."""
    from roadmap_desktop.domain.exchange import sent_edit  # noqa: PLC0415 - only where it is noted

    with opening.writing(file) as db:
        root = sent.root or queries.home_organisation(db).root
        if root:
            Log(db, author).save([sent_edit(root, who, sent.level, sent.path.name, sent.changes, sent.wall)])


def delivery_data(file: Path, wanted: Order, done: Delivery) -> dict[str, Any]:
    """What was sent, for machines; of a preview `out` is None. Sizes in bytes."""
    told, stays = done.leaving, done.leaving.stays
    found = wanted.partnership
    return {
        "file": str(file),
        "level": wanted.level,
        "partnership": {"id": found.id.hex(), "title": found.title} if found else None,
        "out": str(done.sent.path) if done.sent else None,
        "eml": str(done.letter) if done.letter else None,
        "size": done.sent.size if done.sent else told.size,
        "changes": done.sent.changes if done.sent else told.changes,
        "noted": done.noted,
        "leaves": {
            "partnerships": told.partnerships,
            "organisations": list(told.organisations),
            "checkpoints": told.checkpoints,
            "rows": dict(told.rows),
            "contacts_with_names": told.named,
            "contacts_without_names": told.nameless,
            "attachments": [{"name": name, "size": size} for name, size in told.attachments],
            "private_notes": told.notes,
            "deleted_in_history": told.deleted,
        },
        "stays": {
            "partnerships": stays.partnerships,
            "private_notes": stays.notes,
            "rows": dict(stays.rows),
            "exchanges": stays.exchanges,
            "unknown": stays.unknown,
        },
    }
