"""What `print` makes: the sheets that were asked for, one after the other; it writes no PDF itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmap_desktop import paths
from roadmap_desktop.cli import opening
from roadmap_desktop.domain.edits import form_for
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.words import Words, beside, load_words
from roadmap_desktop.store import queries

if TYPE_CHECKING:
    from roadmap_desktop.documents.blocks import Sheet
    from roadmap_desktop.domain.history import Page


class Order(NamedTuple):
    """What was asked for. `second` is the language beside the first one, "" for none; `partnership` None for each."""

    sheet: str
    language: str
    second: str = ""
    partnership: str | None = None
    form: str | None = None
    without_notes: bool = False
    lines: bool = False

    @property
    def words(self) -> Words:
        """The words of the languages wanted."""
        return beside(
            load_words(paths.WORDS, self.language),
            load_words(paths.WORDS, self.second) if self.second else None,
        )


def sheets(db: sqlite3.Connection, file: Path, order: Order) -> Iterator[Sheet]:
    """The sheets to print. Raises UnknownPartnership, AmbiguousPartnership, Refused."""
    from roadmap_desktop.documents.choice import OF_ONE, Wanted, sheet_of  # noqa: PLC0415 - costs as much as all the rest of `show`
    from roadmap_desktop.documents.sheets import all_sheet, blank_sheet  # noqa: PLC0415 - see above

    library, words, day = Library(paths.FORMS), order.words, opening.today()
    name = order.partnership
    ids = [opening.partnership(db, name).id] if name is not None else queries.partnership_ids(db)
    if order.sheet in OF_ONE:
        if not ids:
            raise opening.Refused("nothing-to-print")
        wanted = Wanted(order.sheet, library, words, day, file.name, not order.without_notes, order.lines)
        for root in ids:
            yield sheet_of(queries.dossier(db, root), wanted, lambda root=root: _history(db, root))  # type: ignore[misc]
    elif order.sheet == "all":
        yield all_sheet((queries.dossier(db, root) for root in ids), library, words, day, file.name)
    else:
        kind = order.form or usual_form(db, ids[0] if name is not None else None)
        second = library.form(kind, order.second) if words.second else None
        yield blank_sheet(library.form(kind, order.language), words, day, file.name, second=second)


def _history(db: sqlite3.Connection, root: bytes) -> Page:
    """The newest entries of a partnership."""
    from roadmap_desktop.documents.past import ENTRIES  # noqa: PLC0415 - see `sheets`
    from roadmap_desktop.domain.history import Scope  # noqa: PLC0415 - only for the handover book
    from roadmap_desktop.store.history import Reader  # noqa: PLC0415 - only for the handover book

    return Reader(Scope(root)).more(db, ENTRIES)


def usual_form(db: sqlite3.Connection, root: bytes | None) -> str:
    """The form to print blank: the one that our side of the partnership `root` walks, else our organisation's."""
    ours = queries.dossier(db, root).ours.side.form if root is not None else ""
    return ours if ours in Library(paths.FORMS).ids() else form_for(queries.home_organisation(db).kind)
