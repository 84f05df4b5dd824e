"""Somebody's list of partners as a table: each row with what will be done with it, and the cells as they came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.partner_columns import Field, Row
from roadmap_desktop.domain.partner_match import WAYS, Match, Way
from roadmap_desktop.domain.words import Words
from roadmap_desktop.models.columns import CHOICES, KIND, LATE

Index = QModelIndex | QPersistentModelIndex
FIRST: Final = 1
"""Columns before those of the list: what is done with a row."""
LEFT_OUT: Final = int(Qt.ItemDataRole.UserRole) + 10
"""Role: whether a cell is not taken, since its row or its column is left out."""
_LONGEST: Final = 200
"""Letters of a cell that are shown."""


class PartnerListModel(QAbstractTableModel):
    """`ways_changed` when the user has chosen what is done with a row."""

    ways_changed = Signal()

    def __init__(self, words: Words) -> None:
        """Empty until `show_list`."""
        super().__init__()
        self._words = words
        self._rows: Sequence[Row] = ()
        self._heads: Row = ()
        self._fields: Sequence[Field] = ()
        self._matches: Sequence[Match] = ()
        self._ways: dict[int, Way] = {}
        self._usual: Way | None = None

    def show_list(
        self, rows: Sequence[Row], head: int, fields: Sequence[Field], matches: Sequence[Match]
    ) -> None:
        """Show the `matches`, which were found in `rows` below `head`; what was chosen for rows before is forgotten."""
        self.beginResetModel()
        self._rows, self._fields, self._matches = rows, fields, matches
        self._heads = rows[head] if head >= 0 else ()
        self._ways = {}
        self.endResetModel()

    def set_usual(self, way: Way | None) -> None:
        """What is done with rows that are surely in the file already, unless it was chosen for one of them; None for as usual."""
        self._usual = way
        self._all_changed()

    def ways(self) -> Mapping[int, Way]:
        """What is done with rows by their place, where it is not the usual."""
        found: dict[int, Way] = {}
        for place, match in enumerate(self._matches):
            way = self.way(place)
            if way != match.usual:
                found[place] = way
        return found

    def way(self, place: int) -> Way:
        """What is done with a row."""
        match = self._matches[place]
        if place in self._ways:
            return self._ways[place]
        sure = match.organisation is not None and match.reason != "email"
        return self._usual if self._usual is not None and sure else match.usual

    def _all_changed(self) -> None:
        if self._matches:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    # what views ask --------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._matches)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else FIRST + len(self._fields)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._matches[section].entry.row) if section < len(self._matches) else None
        if section < FIRST:
            return self._words("partner_list", "what")
        at = section - FIRST
        return _line(self._heads[at]) if at < len(self._heads) else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() < FIRST else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place, at = index.row(), index.column() - FIRST
        if role == Qt.ItemDataRole.DisplayRole:
            return self._verdict(place) if at < 0 else self._cell(place, at)
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(self._verdict(place) if at < 0 else self._cell(place, at))
        if role == Qt.ItemDataRole.EditRole:
            return self.way(place) if at < 0 else self._cell(place, at)
        if role == LEFT_OUT:
            return self.way(place) == "skip" or (at >= 0 and not self._fields[at])
        if at >= 0:
            return None
        return {
            KIND: "choice",
            CHOICES: self.choices(place),
            LATE: bool(self._matches[place].entry.faults),
        }.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        way = next((one for one in WAYS if one == value), None)
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or index.column() >= FIRST or way is None:
            return False
        if way != self.way(index.row()):
            self._ways[index.row()] = way
            self.dataChanged.emit(index, self.index(index.row(), self.columnCount() - 1))
            self.ways_changed.emit()
        return True

    def choices(self, place: int) -> list[tuple[str, str]]:
        """The (key, word) pairs that make sense for a row: there is nothing to fill where it was not found again."""
        match = self._matches[place]
        ways = [way for way in WAYS if way != "fill" or match.reason is not None]
        if not match.entry.name:
            ways.remove("take")
        return [(way, self._words("partner_list", way)) for way in ways]

    def _verdict(self, place: int) -> str:
        match = self._matches[place]
        parts = [self._words("partner_list", self.way(place))]
        if match.like >= 0:
            parts.append(self._words("partner_list", "like", row=self._matches[match.like].entry.row))
        elif match.organisation is not None:
            name = one_line(match.organisation.name)
            parts.append(self._words("partner_list", f"known_{match.reason}", name=name))
        parts += [self._words("partner_list", fault) for fault in match.entry.faults]
        return " · ".join(parts)

    def _cell(self, place: int, at: int) -> str:
        row = self._rows[self._matches[place].entry.row - 1]
        return _line(row[at]) if at < len(row) else ""


def _line(text: str) -> str:
    return one_line(" ".join(text[: 2 * _LONGEST].split()))[:_LONGEST]
