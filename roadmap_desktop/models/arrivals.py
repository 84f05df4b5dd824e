"""Files that came from members as a list: whose each is, what became of it and what to do; it takes in none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roadmap_desktop.domain.collection import Arrival, Fate
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.words import Words, local_day

ARRIVAL: Final = Qt.ItemDataRole.UserRole
FATE: Final = Qt.ItemDataRole.UserRole + 1
WHOSE: Final = Qt.ItemDataRole.UserRole + 2
GRAVE: Final = Qt.ItemDataRole.UserRole + 3

_Index = QModelIndex | QPersistentModelIndex
_FIRST: Final[Sequence[Fate]] = ("unsure", "refused", "own", "part", "taken", "older", "same")
"""What asks for something stands first."""


class ArrivalsModel(QAbstractListModel):
    """Rows of Arrival, what the user is asked about first."""

    def __init__(
        self, words: Words, describe: Callable[[UserError], str], parent: QObject | None = None
    ) -> None:
        """`describe` says in a sentence why a file was refused."""
        super().__init__(parent)
        self._words = words
        self._describe = describe
        self._rows: Sequence[Arrival] = ()

    def show_arrivals(self, arrivals: Sequence[Arrival]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = sorted(arrivals, key=lambda one: _FIRST.index(one.fate))
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        one = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(one.looked.file.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (one_line(one.looked.file.name), self.whose(one), self.fate(one))
                return ". ".join(part for part in parts if part)
        return self._own(one, role)

    def _own(self, one: Arrival, role: int) -> object:
        if role == ARRIVAL:
            return one
        if role == FATE:
            return self.fate(one)
        if role == WHOSE:
            return self.whose(one)
        return one.fate in ("unsure", "refused") if role == GRAVE else None

    def whose(self, one: Arrival) -> str:
        """Whose it is; of one that is asked about, who it says it is from."""
        if one.member is not None:
            return one_line(one.member.name)
        return one_line(one.looked.figures.name) if one.looked.figures is not None else ""

    def fate(self, one: Arrival) -> str:
        """What became of it, in a sentence."""
        if one.looked.error is not None:
            return self._describe(one.looked.error)
        assert one.looked.figures is not None
        wall = one.looked.figures.wall
        day = self._words.date(local_day(wall), long=True) if wall else "–"
        return self._sentence(one).format(day=day)

    def _sentence(self, one: Arrival) -> str:
        match one.fate:
            case "taken" if one.added:
                return self.tr("Written {day}. It was not on the list of members; it will be.")
            case "taken":
                return self.tr("Written {day}.")
            case "part":
                return self.tr("Written {day}. Taken in part: of the rest there is something newer.")
            case "same":
                return self.tr("The same has come already.")
            case "older":
                return self.tr("Written {day}. Left out: there is a newer or fuller file.")
            case "own":
                return self.tr("From your own organisation. Left out.")
            case _:
                return self.tr("Whose is it? Please say so below.")
