"""History as a list: what was done to which thing, by whom and when, day by day; reads no file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from roadmap_desktop.domain.history import Entry
from roadmap_desktop.domain.telling import Teller, local_moment
from roadmap_desktop.domain.words import Words

ENTRY: Final = Qt.ItemDataRole.UserRole
DAY: Final = Qt.ItemDataRole.UserRole + 1
"""Role: the day in words above the first entry of each day, "" for the others."""
CLOCK: Final = Qt.ItemDataRole.UserRole + 2
DEED: Final = Qt.ItemDataRole.UserRole + 3
WHO: Final = Qt.ItemDataRole.UserRole + 4

Width = Literal["thing", "partnership", "file"]
"""How wide a history is: of one answer or row, of a partnership, of everything."""

_Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """Rows of Entry, the newest first. `wanted` when the list's end is looked at and there are older ones."""

    wanted = Signal()

    def __init__(self, teller: Teller, words: Words, today: str, parent: QObject | None = None) -> None:
        """`today` is YYYY-MM-DD."""
        super().__init__(parent)
        self._teller = teller
        self._words = words
        self._today = dt.date.fromisoformat(today)
        self._entries: list[Entry] = []
        self._more = False
        self._width: Width = "file"

    def show(self, entries: Sequence[Entry], *, more: bool, width: Width = "file") -> None:
        """Replace the rows, which say no more than a history of that `width` needs; there are `more`, or not."""
        self.beginResetModel()
        self._width = width
        self._entries = list(entries)
        self._more = more
        self.endResetModel()

    def append(self, entries: Sequence[Entry], *, more: bool) -> None:
        """Older rows come below."""
        self._more = more
        if entries:
            self.beginInsertRows(QModelIndex(), len(self._entries), len(self._entries) + len(entries) - 1)
            self._entries += entries
            self.endInsertRows()

    def row_of(self, entry: Entry) -> int:
        """The row that holds the oldest event of `entry`, which stays while a run grows; -1 where there is none."""
        wanted = entry.events[-1].id
        return next((row for row, one in enumerate(self._entries) if one.events[-1].id == wanted), -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._more = False  # until they have come
            self.wanted.emit()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (self.when(entry), self._who(entry), self._title(entry), self._deed(entry))
                return ", ".join(part for part in parts if part)
        return self._own(index.row(), entry, role)

    def _own(self, row: int, entry: Entry, role: int) -> object:
        if role == ENTRY:
            return entry
        if role == DAY:
            day = local_moment(entry.wall).date()
            above = local_moment(self._entries[row - 1].wall).date() if row else None
            return self.day(day) if day != above else ""
        if role == CLOCK:
            return self.clock(entry)
        if role == DEED:
            return self._deed(entry)
        return self._who(entry) if role == WHO else None

    def day(self, day: dt.date) -> str:
        """A day in words."""
        match (self._today - day).days:
            case 0:
                return self.tr("Today")
            case 1:
                return self.tr("Yesterday")
        return self._words.date(day.isoformat(), long=True)

    def clock(self, entry: Entry) -> str:
        """The time of day: from the first to the last edit of a run that took longer than a minute."""
        first, last = (f"{local_moment(wall):%H:%M}" for wall in (entry.began, entry.wall))
        return last if first == last else f"{first}–{last}"

    def when(self, entry: Entry) -> str:
        """Date and time in words."""
        day = self.day(local_moment(entry.wall).date())
        return self.tr("{date}, {time}").format(date=day, time=self.clock(entry))

    def _title(self, entry: Entry) -> str:
        """What it is about; what was done, where all are about one thing."""
        return self._teller.deed(entry) if self._width == "thing" else self._teller.headline(entry)

    def _deed(self, entry: Entry) -> str:
        """What was done, and where; what was written, where all are about one thing."""
        if self._width == "thing":
            return self._teller.gist(entry)
        subject = entry.parts[0].subject
        where = self._teller.where(subject) if self._width == "file" else self._teller.side(subject)
        return " · ".join(text for text in (self._teller.deed(entry), where) if text)

    def _who(self, entry: Entry) -> str:
        return entry.writer.name or self._words("history", "somebody")
