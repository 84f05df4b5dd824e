"""What every page of the main window is: a widget that can be shown a place, refreshed and left; no page itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.domain.form import Form, Library
from roadmap_desktop.domain.words import Words
from roadmap_desktop.session import Session
from roadmap_desktop.settings import Settings
from roadmap_desktop.widgets.design import Design


class Place(NamedTuple):
    """Where in the program: "start", "home", "members", "partnership", "joint", "documents", or "wizard".

    `side` is "a" or "b". In the wizard `checkpoint` names the stop; without one, `step` shows that step's closing
    page, and without either the wizard begins at the side's first open stop. Among the documents `document` names one.
    """

    page: str
    root: bytes = b""
    side: str = ""
    checkpoint: str = ""
    step: str = ""
    document: str = ""


class Context(NamedTuple):
    """What pages are given: the open file, the texts in the user's language, the look, and the date.

    `today` returns YYYY-MM-DD.
    """

    session: Session
    settings: Settings
    library: Library
    words: Words
    design: Design
    today: Callable[[], str]

    def form(self, form_id: str) -> Form:
        """The form in the user's language; the community's where a side has none, or one of a newer program."""
        known = form_id if form_id in self.library.ids() else "community"
        return self.library.form(known, self.words.language)

    @property
    def changeable(self) -> bool:
        """The open file can be changed just now."""
        return self.session.obstacle is None


class Page(QWidget):
    """A page of the main window."""

    go = Signal(object)
    """Emitted with the Place the user wants to be at."""
    history_wanted = Signal(object)
    """The domain.history.Scope whose history the user wants to see."""
    window_wanted = Signal(str, object)
    """The name of a window that `windows.Windows` builds, and the root of the partnership it is about, b"" for none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Build the page; nothing is read from the file before `show_place`."""
        super().__init__(parent)
        self.context = context

    def show_place(self, place: Place) -> None:
        """Show what `place` names. Raises UnknownPartnership where it is gone."""
        raise NotImplementedError

    def refresh(self, roots: frozenset[bytes]) -> None:
        """The file changed in `roots`: show it, without taking focus or unsaved words from the user."""
        raise NotImplementedError

    def show_obstacle(self) -> None:
        """What keeps the file from being changed has come or gone: take words, or say why not, as `session.obstacle` is."""

    def leave(self) -> None:
        """The user goes elsewhere: hand unsaved words to the session."""

    def print_here(self) -> bool:
        """Print what only this page knows how to print; False where a sheet of the print window is meant."""
        return False

    def title(self) -> str:
        """What the window's title and breadcrumb call this page."""
        raise NotImplementedError
