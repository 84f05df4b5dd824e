"""Which sheet of a partnership is wanted and how, for the printing window and the command line alike; it reads no file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from roadmap_desktop.documents.blocks import Sheet
from roadmap_desktop.documents.handover import handover_book
from roadmap_desktop.documents.joint import joint_sheet
from roadmap_desktop.documents.meeting import meeting_sheet
from roadmap_desktop.documents.sheets import open_sheet, progress_sheet
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.history import Page
from roadmap_desktop.domain.words import Words

OF_ONE: Final = ("progress", "open", "joint", "meeting", "handover")
"""Sheets about one partnership."""
WITH_NOTES: Final = ("progress", "open", "handover")
"""Those that can hold private notes."""
WITH_ROOM: Final = ("progress", "open")
"""Those that can leave lines to write on."""


class Wanted(NamedTuple):
    """The sheet by its name in OF_ONE, and how it shall be; `words` are of one language or of two together.

    `today` is YYYY-MM-DD.
    """

    name: str
    library: Library
    words: Words
    today: str
    file_name: str
    private_notes: bool = True
    room: bool = False


def sheet_of(dossier: Dossier, wanted: Wanted, history: Callable[[], Page]) -> Sheet:
    """The sheet about `dossier`. `history` reads its newest entries, and is called only where they are told."""
    name, library, words, today, file_name, notes, room = wanted
    match name:
        case "joint":
            return joint_sheet(dossier, library, words, today, file_name)
        case "meeting":
            return meeting_sheet(dossier, library, words, today, file_name)
        case "handover":
            return handover_book(dossier, library, words, today, file_name, history(), private_notes=notes)
    make = open_sheet if name == "open" else progress_sheet
    return make(dossier, library, words, today, file_name, private_notes=notes, room=room)
