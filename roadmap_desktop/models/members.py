"""Members as lists: who answered and how far each is, where they are stuck, what they measure; sorted and narrowed here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from roadmap_desktop.domain.codes import code
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.members import plain_words
from roadmap_desktop.domain.portfolio import Gauge, Row, Stuck, share_of
from roadmap_desktop.domain.submission import Number
from roadmap_desktop.domain.words import Words, local_day

ROW: Final = Qt.ItemDataRole.UserRole
BELOW: Final = Qt.ItemDataRole.UserRole + 1
"""The quieter line of a row."""
COUNT: Final = Qt.ItemDataRole.UserRole + 2
"""What stands at its right."""
SHARE: Final = Qt.ItemDataRole.UserRole + 3
"""Which part, 0 to 1, its bar shows."""

_FIRST_NUMBER: Final = 3
"""The first column of the indicators that holds numbers."""
_Index = QModelIndex | QPersistentModelIndex
_ORDERS: Final[Mapping[str, Callable[[Row], tuple[object, ...]]]] = {
    "name": lambda _: (),
    "done": lambda row: (row.submission is None, share_of(row.all)),
    "stuck": lambda row: (-row.stuck(),),
    "written": lambda row: (-(row.submission.wall if row.submission else 0),),
}
"""How the list can be sorted; what is equal stands by name."""
_FILTERS: Final[Mapping[str, Callable[[Row], bool]]] = {
    "": lambda _: True,
    "missing": lambda row: row.missing,
    "answered": lambda row: row.submission is not None,
    "stuck": lambda row: row.stuck() > 0,
    "back": lambda row: (
        row.before is not None and row.submission is not None and share_of(row.all) < share_of(row.before)
    ),
}
ORDERS: Final = tuple(_ORDERS)
FILTERS: Final = tuple(_FILTERS)


class MembersModel(QAbstractListModel):
    """Rows of portfolio.Row, as `narrow` and `sort_by` ask for."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Empty until `show_rows`."""
        super().__init__(parent)
        self._words = words
        self._all: Sequence[Row] = ()
        self._rows: Sequence[Row] = ()
        self._text = self._filter = ""
        self._order = "name"

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, which stand by name."""
        self._all = rows
        self._refill()

    def narrow(self, text: str, which: str) -> None:
        """Show only those whose name holds `text`, and of which one of FILTERS is true."""
        self._text, self._filter = text, which
        self._refill()

    def sort_by(self, order: str) -> None:
        """Sort by one of ORDERS."""
        self._order = order
        self._refill()

    def row_of(self, member: bytes) -> int:
        """The row of a member, -1 where it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.member.id == member), -1)

    def _refill(self) -> None:
        key, holds = _ORDERS[self._order], _FILTERS[self._filter]
        wanted = plain_words(self._text)
        self.beginResetModel()
        found = [row for row in self._all if holds(row) and _holds(row.member.name, wanted)]
        self._rows = sorted(found, key=key)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.member.name or self.tr("(no name)")
            case Qt.ItemDataRole.AccessibleTextRole:
                steps = (
                    "; ".join(self._step(place, row) for place in range(len(row.steps))) if row.walks else ""
                )
                return ". ".join(filter(None, (row.member.name, self._below(row), steps, self._count(row))))
        if role == ROW:
            return row
        if role == BELOW:
            return self._below(row)
        return self._count(row) if role == COUNT else None

    def _below(self, row: Row) -> str:
        sent = row.submission
        if sent is None:
            return self.tr("Missing") if row.missing else self.tr("Not expected")
        day = self._words.date(local_day(sent.wall)) if sent.wall else "–"
        parts = (
            self._words("level", sent.level),
            self.tr("written {day}").format(day=day),
            self.tr("partnerships: {count}").format(count=len(row.walks)),
        )
        return " · ".join(parts)

    def _count(self, row: Row) -> str:
        if row.submission is None:
            return ""
        parts = []
        if stuck := row.stuck():
            parts.append(self.tr("stuck: {count}").format(count=stuck))
        if row.before is not None:
            gained = round(100 * (share_of(row.all) - share_of(row.before)))
            parts.append(
                self.tr("progress in a year: {change} %").format(change=f"{gained:+d}".replace("-", "−"))
            )
        return " · ".join(parts)

    def _step(self, place: int, row: Row) -> str:
        step = row.steps[place]
        number = self._words("sheet", "step", step=place + 1)
        return f"{number}: {self._words('sheet', 'of', done=step.done, total=step.total)}"


class StuckModel(QAbstractListModel):
    """Rows of Stuck, the checkpoint at which most are stuck first."""

    def __init__(self, library: Library, words: Words, parent: QObject | None = None) -> None:
        """Empty until `show_rows`."""
        super().__init__(parent)
        self._library = library
        self._words = words
        self._rows: Sequence[Stuck] = ()

    def show_rows(self, rows: Sequence[Stuck]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(row)
        if role == BELOW:
            return self._below(row)
        if role == COUNT:
            return self.tr("{members} of {of} members").format(members=row.members, of=row.of)
        if role == SHARE:
            return row.members / row.of if row.of else 0.0
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(
                str(self.data(index, part)) for part in (Qt.ItemDataRole.DisplayRole, COUNT, BELOW)
            )
        return row if role == ROW else None

    def _title(self, row: Stuck) -> str:
        form = self._library.form(row.form, self._words.language) if row.form in self._library.ids() else None
        point = form.find(row.checkpoint) if form else None
        return f"{code(form, row.checkpoint)} {point.title}" if point else row.checkpoint

    def _below(self, row: Stuck) -> str:
        return self.tr("partnerships: {count} · the longest for {days} days").format(
            count=row.partnerships, days=row.longest
        )


class GaugesModel(QAbstractTableModel):
    """Rows of Gauge: member, partnership, indicator, baseline, target, now, and the year before."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Empty until `show_rows`."""
        super().__init__(parent)
        self._words = words
        fields = words.tool("indicator")["fields"]
        self._heads = (
            self.tr("Member"), words("sheet", "partnership"), fields["name"], fields["baseline"], fields["target"],
            fields["actual"], self.tr("A year ago"),
        )  # fmt: skip
        self._all: Sequence[Gauge] = ()
        self._rows: Sequence[Gauge] = ()
        self._text = ""

    def show_rows(self, rows: Sequence[Gauge]) -> None:
        """Show these, in this order."""
        self._all = rows
        self._refill()

    def narrow(self, text: str) -> None:
        """Show only those whose member, partnership or name holds `text`."""
        self._text = text
        self._refill()

    def _refill(self) -> None:
        wanted = plain_words(self._text)
        self.beginResetModel()
        self._rows = [
            row
            for row in self._all
            if _holds(f"{row.member.name} {row.partnership} {row.measured.name}", wanted)
        ]
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= _FIRST_NUMBER:
            return int(Qt.AlignmentFlag.AlignRight)
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= _FIRST_NUMBER:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        measured = row.measured
        return (
            row.member.name, row.partnership or "–", measured.name or "–",
            *(self._number(one) for one in (*measured[1:], row.before)),
        )[index.column()]  # fmt: skip

    def _number(self, value: Number) -> str:
        if value is None:
            return ""
        return self._words.number(value, 0 if float(value).is_integer() else 1)


def _holds(text: str, wanted: Sequence[str]) -> bool:
    """Whether each of the `wanted` words, which are plain, stands in `text`."""
    plain = " ".join(plain_words(text))
    return all(word in plain for word in wanted)
