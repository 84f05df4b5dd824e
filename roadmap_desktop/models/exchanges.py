"""The register of exchanges as a list: what went to whom or came from whom, and what came back; changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roadmap_desktop.domain.exchange import answers
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.records import Exchange
from roadmap_desktop.domain.words import Words

LINE: Final = int(Qt.ItemDataRole.UserRole)
"""Role: the Exchange."""
DAY: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Role: its day, as people write it."""
ABOUT: Final = int(Qt.ItemDataRole.UserRole) + 2
"""Role: of which partnership, at which level, with what note."""
CAME_BACK: Final = int(Qt.ItemDataRole.UserRole) + 3
"""Role: what came back, "" where nothing is waited for."""
WAITS: Final = int(Qt.ItemDataRole.UserRole) + 4
"""Role: whether an answer is still waited for."""

_Index = QModelIndex | QPersistentModelIndex


class ExchangesModel(QAbstractListModel):
    """Rows of Exchange, the newest first."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Empty until `show`."""
        super().__init__(parent)
        self._words = words
        self._lines: Sequence[Exchange] = ()
        self._titles: Mapping[bytes, str] = {}
        self._answers: dict[bytes, Exchange | None] = {}

    def show(self, lines: Sequence[Exchange], titles: Mapping[bytes, str]) -> None:
        """Replace the rows; `titles` of partnerships by their root, for lines of more than one."""
        self.beginResetModel()
        self._lines, self._titles = lines, titles
        by_root = groupby(sorted(lines, key=lambda line: line.root), key=lambda line: line.root)
        # A line that is of no partnership tells of the whole file, which a colleague got: nobody owes an answer.
        self._answers = {
            number: answer
            for root, found in by_root
            if root in titles
            for number, answer in answers(found).items()
        }
        self.endResetModel()

    def row_of(self, line: bytes) -> int:
        """The row of a line, -1 where it is not shown."""
        return next((row for row, found in enumerate(self._lines) if found.id == line), -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        says: dict[int, Callable[[Exchange], object]] = {
            LINE: lambda found: found,
            DAY: self._day,
            ABOUT: self._about,
            CAME_BACK: self._came_back,
            WAITS: self._waits,
            Qt.ItemDataRole.DisplayRole: self._who,
            Qt.ItemDataRole.AccessibleTextRole: self._told,
        }
        said = says.get(role)
        return None if said is None else said(line)

    def _told(self, line: Exchange) -> str:
        told = (self._who(line), self._day(line), self._about(line), self._came_back(line))
        return ". ".join(part for part in told if part)

    def _waits(self, line: Exchange) -> bool:
        return line.id in self._answers and self._answers[line.id] is None

    def _who(self, line: Exchange) -> str:
        who = one_line(line.who)
        if line.direction == "in":
            return self.tr("From {who}").format(who=who) if who else self.tr("Received")
        return self.tr("To {who}").format(who=who) if who else self.tr("Sent")

    def _day(self, line: Exchange) -> str:
        return self._words.date(line.day)

    def _about(self, line: Exchange) -> str:
        level = self._words("level", line.level) if line.level else ""
        by_hand = "" if line.wall else self.tr("noted by hand")
        title = self._titles.get(line.root, "")
        return " · ".join(part for part in (one_line(title), level, by_hand, one_line(line.note)) if part)

    def _came_back(self, line: Exchange) -> str:
        if line.id not in self._answers:
            return ""
        answer = self._answers[line.id]
        if answer is None:
            return self.tr("nothing came back yet")
        return self.tr("answered {date}").format(date=self._words.date(answer.day))
