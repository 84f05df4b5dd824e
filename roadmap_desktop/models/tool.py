"""The rows of one support tool as an editable table; edits go out by `edited`, nothing is written here."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from roadmap_desktop.domain import order, records
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.errors import BadDate, TextTooLong, UserError
from roadmap_desktop.domain.progress import FINISHED
from roadmap_desktop.domain.records import Record, Scalar
from roadmap_desktop.domain.words import Words, parse_amount, parse_date
from roadmap_desktop.models.columns import CHOICES, COLUMNS, DISPUTED, KIND, LATE, CellKind, Column

Index = QModelIndex | QPersistentModelIndex
_PERSON: Final = ("name", "email", "phone")


class Frame(NamedTuple):
    """Whose tool it is: the partnership, the side shown, the file's own side, and the date (YYYY-MM-DD)."""

    root: bytes
    side: str
    ours: str
    today: str

    @property
    def other(self) -> str:
        """The side across from the one shown."""
        return records.SIDES[self.side == records.SIDES[0]]


class _Row:
    """A row as the table holds it: `fresh` until its first edit went out, `refused` what could not be read."""

    __slots__ = ("fresh", "id", "refused", "values")

    def __init__(self, number: bytes, values: dict[str, Scalar], *, fresh: bool = False) -> None:
        self.id = number
        self.values = values
        self.fresh = fresh
        self.refused: dict[str, tuple[str, UserError]] = {}


class ToolModel(QAbstractTableModel):
    """One tool's rows. `edited` carries the edits to save; `problem` the UserError of a refused cell, None when mended."""

    edited = Signal(object)
    problem = Signal(object)

    def __init__(
        self,
        kind: str,
        words: Words,
        frame: Frame,
        preset: Mapping[str, Scalar] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`kind` is one of COLUMNS; rows are those that agree with `preset`, which new ones are given."""
        super().__init__(parent)
        self.kind = kind
        self._words = words
        self._frame = frame
        self._preset = dict(preset or {})
        self._columns = [self._resolved(column) for column in COLUMNS[kind]]
        self._rows: list[_Row] = []
        self._waiting: frozenset[tuple[bytes, str]] = frozenset()

    # rows ------------------------------------------------------------------------------------------

    @property
    def ordered(self) -> bool:
        """Rows can be moved."""
        return "position" in records.fields(self.kind)

    @property
    def frame(self) -> Frame:
        """Whose rows these are."""
        return self._frame

    def weights(self) -> list[float]:
        """The columns' shares of the width."""
        return [column.weight for column in self._columns]

    def cells(self) -> list[CellKind]:
        """How the cells of each column are edited."""
        return [column.cell for column in self._columns]

    def values(self, row: int) -> Mapping[str, Scalar]:
        """The fields of a row as they stand."""
        return self._rows[row].values

    def id_at(self, row: int) -> bytes:
        """Id of a row's entity."""
        return self._rows[row].id

    def is_fresh(self, row: int) -> bool:
        """Nobody wrote into the row yet: it is in no file."""
        return self._rows[row].fresh

    def set_rows(
        self,
        found: Sequence[Record | tuple[Record, ...]],
        unsaved: Collection[bytes] = (),
        typed: Collection[bytes] = (),
    ) -> None:
        """Show what the file holds; rows with an id in `unsaved`, fresh ones and refused words stay as they are.

        Rows in `typed` follow the file, but stay where it holds them no more.
        """
        rows = [self._row(parts if isinstance(parts[0], tuple) else (parts,)) for parts in found]
        rows = [row for row in rows if self._preset.items() <= row.values.items()]
        here = {row.id: row for row in self._rows}
        merged = [self._merged(here.get(row.id), row, unsaved) for row in rows]
        known = {row.id for row in merged}
        # What was just typed into a fresh row may not have reached the file when this is read.
        staying = {*unsaved, *typed, *(row.id for row in self._rows if row.fresh)}
        merged += [row for row in self._rows if row.id in staying - known]
        if self.ordered:
            merged.sort(key=lambda row: str(row.values["position"]))
        self._arrange(merged)
        self._tell_problem()

    def set_waiting(self, waiting: frozenset[tuple[bytes, str]]) -> None:
        """Mark the cells of whose (entity, field) two versions wait for a decision."""
        if waiting != self._waiting:
            self._waiting = waiting
            if self._rows:
                self.dataChanged.emit(
                    self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1)
                )

    def add(self, after: int | None = None) -> QModelIndex:
        """A fresh row at the end, or below the row `after`; its first cell. In no file before something is typed into it."""
        values = {**records.defaults(self.kind), **self._preset}
        if self.kind in records.SIDE_TOOLS:
            values["side"] = self._frame.side
        if self.kind == "contact":
            values |= {"side": self._frame.other, **dict.fromkeys(_PERSON, "")}
        if self.kind == "log":
            values["day"] = self._frame.today
        place = len(self._rows) if after is None or not self.ordered else after + 1
        if self.ordered:
            place, values["position"] = self._room(place)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, _Row(secrets.token_bytes(16), values, fresh=True))
        self.endInsertRows()
        return self.index(place, 0)

    def drop_fresh(self) -> None:
        """Forget rows that nobody wrote into."""
        for place in reversed(range(len(self._rows))):
            if self._rows[place].fresh and not self._rows[place].refused:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()

    def remove(self, places: Collection[int]) -> None:
        """Take rows out; those in the file go by an edit that can be undone."""
        edits: list[Edit] = []
        for place in sorted(set(places), reverse=True):
            row = self._rows[place]
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self.endRemoveRows()
            if not row.fresh:
                edits += self._deletion(row)
        self._tell_problem()
        if edits:
            self.edited.emit(edits)

    def move(self, place: int, by: int) -> int:
        """Move a row up (-1) or down (1); returns where it stands then."""
        target = place + by
        if not self.ordered or not 0 <= target < len(self._rows):
            return place
        self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), target + (by > 0))
        self._rows.insert(target, self._rows.pop(place))
        self.endMoveRows()
        changed = self._reposition(target)
        edits = [self._edit(row, ["position"]) for row in changed if not row.fresh]
        if edits:
            self.edited.emit(edits)
        return target

    def totals(self) -> tuple[Decimal, Decimal]:
        """What our side and the partner pay together, over all budget lines."""
        names = [column.name for column in self._columns if column.cell == "amount"]
        ours, theirs = (sum((_decimal(row.values[name]) for row in self._rows), Decimal(0)) for name in names)
        return ours, theirs

    # what views ask --------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical or section >= len(self._columns):
            return None
        column = self._columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words.tool(self.kind)["fields"][column.word]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.cell)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, column)
            case Qt.ItemDataRole.EditRole:
                return self._editable(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.cell)
            case Qt.ItemDataRole.AccessibleTextRole:
                head = self._words.tool(self.kind)["fields"][column.word]
                told = f"{head}: {self._shown(row, column)}"
                return f"{told} – {self._words('sheet', 'conflict')}" if self._disputed(row, column) else told
        if role == LATE:
            return column.name in row.refused or self._late(row, column)
        if role == DISPUTED:
            return self._disputed(row, column)
        return {KIND: column.cell, CHOICES: column.group and self.choices(column)}.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, column = self._rows[index.row()], self._columns[index.column()]
        try:
            read = self._read(column, value)
        except UserError as error:
            row.refused[column.name] = (str(value), error)
            self._changed(index)
            self._tell_problem()
            return False
        mended = row.refused.pop(column.name, None) is not None
        if mended:
            self._changed(index)
            self._tell_problem()
        if read == row.values[column.name]:
            return True
        row.values[column.name] = read
        edits = self._edits(row, column)
        row.fresh = False
        self._changed(index)
        self.edited.emit(edits)
        return True

    def choices(self, column: Column) -> list[tuple[str, str]]:
        """The (key, word) pairs to choose from."""
        if column.group == "side":
            names = {self._frame.ours: "ours"}
            return [(key, self._words("side", names.get(key, "theirs"))) for key in records.SIDES]
        return [(key, str(word)) for key, word in self._words.group(column.group).items()]

    # cells -----------------------------------------------------------------------------------------

    def _shown(self, row: _Row, column: Column) -> str:
        if column.name in row.refused:
            return row.refused[column.name][0]
        value = row.values[column.name]
        match column.cell:
            case "choice":
                return dict(self.choices(column)).get(str(value), str(value))
            case "score":
                return str(value) if value else ""
            case "date":
                return self._words.date(str(value))
            case "amount":
                return amount_text(self._words, str(value))
        return str(value)

    def _editable(self, row: _Row, column: Column) -> object:
        if column.name in row.refused:
            return row.refused[column.name][0]
        value = row.values[column.name]
        match column.cell:
            case "date":
                return typed_date(self._words, str(value))
            case "amount":
                return str(value).replace(".", self._words.number(0, 1)[1])
        return value

    def _read(self, column: Column, value: object) -> Scalar:
        """`value` as the field wants it. Raises BadDate, BadNumber, TextTooLong."""
        match column.cell:
            case "date":
                return parse_date(str(value))
            case "amount":
                return parse_amount(str(value))
            case "score":
                return value if isinstance(value, int) and 0 <= value <= 5 else 0
        text = str(value).strip()
        most = records.limit(column.kind or self.kind, column.name)
        if len(text) > most:
            raise TextTooLong(field=column.name, length=len(text), limit=most)
        return text

    def _late(self, row: _Row, column: Column) -> bool:
        if self.kind != "action" or column.name != "due":
            return False
        return (
            bool(row.values["due"])
            and str(row.values["due"]) < self._frame.today
            and (row.values["state"] not in FINISHED)
        )

    def _disputed(self, row: _Row, column: Column) -> bool:
        """Whether two versions of the cell wait; whether the row shall be there is asked in its first cell."""
        if not self._waiting:
            return False
        person = records.person_id(self._frame.root, row.id) if self.kind == "contact" else b""
        if column is self._columns[0] and not self._waiting.isdisjoint(
            {(row.id, DELETED), (person, DELETED)}
        ):
            return True
        return (person if column.kind == "person" else row.id, column.name) in self._waiting

    def _changed(self, index: Index) -> None:
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self._columns) - 1))

    def _tell_problem(self) -> None:
        found = (error for row in self._rows for _, error in row.refused.values())
        self.problem.emit(next(found, None))

    # edits -----------------------------------------------------------------------------------------

    def _edits(self, row: _Row, column: Column) -> list[Edit]:
        """What to save when a cell was changed; all that makes the row, where it is fresh."""
        if column.kind == "person":
            named = {name: row.values[name] for name in (_PERSON if row.fresh else (column.name,))}
            number = records.person_id(self._frame.root, row.id)
            person = Edit(self._frame.root, "person", number, {"contact": row.id.hex(), **named})
            return [self._edit(row, [*self._own()]), person] if row.fresh else [person]
        if row.fresh:
            kept = [name for name in self._own() if row.values[name] != records.defaults(self.kind)[name]]
            return [self._edit(row, [*kept, column.name])]
        return [self._edit(row, [column.name])]

    def _edit(self, row: _Row, names: Sequence[str]) -> Edit:
        return Edit(self._frame.root, self.kind, row.id, {name: row.values[name] for name in names})

    def _deletion(self, row: _Row) -> list[Edit]:
        gone = [Edit(self._frame.root, self.kind, row.id, {DELETED: 1})]
        if self.kind == "contact" and any(row.values[name] for name in _PERSON):
            number = records.person_id(self._frame.root, row.id)
            gone.append(Edit(self._frame.root, "person", number, {DELETED: 1}))
        return gone

    def _reposition(self, place: int) -> list[_Row]:
        """Give the row at `place` a key between its neighbours, or all rows new ones; returns the rows changed."""
        keys = ["", *(str(row.values["position"]) for row in self._rows), ""]
        try:
            self._rows[place].values["position"] = order.between(keys[place], keys[place + 2])
        except ValueError:
            for row, key in zip(self._rows, order.spread(len(self._rows)), strict=True):
                row.values["position"] = key
            return self._rows
        return [self._rows[place]]

    def _room(self, place: int) -> tuple[int, str]:
        """Where a new row can stand that is wanted at `place`, and its key there: at the end where no key fits between."""
        keys = ["", *(str(row.values["position"]) for row in self._rows), ""]
        try:
            return place, order.between(keys[place], keys[place + 1])
        except ValueError:
            last = keys[len(self._rows)]
        try:
            return len(self._rows), order.between(last, "")
        except ValueError:
            return len(self._rows), last + "i"

    def _own(self) -> tuple[str, ...]:
        return records.fields(self.kind)

    # taking over -----------------------------------------------------------------------------------

    def _row(self, parts: tuple[Record, ...]) -> _Row:
        values: dict[str, Scalar] = {}
        for kind, record in zip((self.kind, "person"), parts, strict=False):
            named = cast("dict[str, Scalar]", record._asdict())
            wanted = _PERSON if kind == "person" else self._own()
            values.update({name: named[name] for name in wanted})
        return _Row(parts[0].id, values)

    def _merged(self, mine: _Row | None, theirs: _Row, unsaved: Collection[bytes]) -> _Row:
        if mine is None:
            return theirs
        if mine.id in unsaved or (
            self.kind == "contact" and records.person_id(self._frame.root, mine.id) in unsaved
        ):
            return mine
        theirs.refused = mine.refused
        return theirs

    def _arrange(self, rows: Sequence[_Row]) -> None:
        """Become `rows` by single removals, moves and additions, so that what is chosen or being typed stays where it is."""
        wanted = {row.id for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].id not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            here = [one.id for one in self._rows[place:]]
            if row.id not in here:
                self.beginInsertRows(QModelIndex(), place, place)
                self._rows.insert(place, row)
                self.endInsertRows()
                continue
            if before := here.index(row.id):
                self.beginMoveRows(QModelIndex(), place + before, place + before, QModelIndex(), place)
                self._rows.insert(place, self._rows.pop(place + before))
                self.endMoveRows()
            old, self._rows[place] = self._rows[place], row
            if old.values != row.values:
                self._changed(self.index(place, 0))

    def _resolved(self, column: Column) -> Column:
        """Whose money "ours" is depends on which side the file's own organisation has."""
        if self.kind == "budget" and column.word in {"ours", "theirs"}:
            ours = self._frame.ours
            key = ours if column.word == "ours" else next(side for side in records.SIDES if side != ours)
            return column._replace(field=f"pays_{key}")
        return column


def rows_of(kind: str, dossier: Dossier, side: SideDossier) -> Sequence[Record | tuple[Record, ...]]:
    """The records of a tool as `ToolModel.set_rows` takes them: the side's own, or the partnership's."""
    found: Mapping[str, Callable[[], Sequence[Record | tuple[Record, ...]]]] = {
        "stakeholder": lambda: side.stakeholders,
        "swot": lambda: side.swot,
        "contact": lambda: dossier.contacts,
        "log": lambda: dossier.log,
        "action": lambda: dossier.actions,
        "budget": lambda: dossier.budget,
        "agreement": lambda: dossier.agreements,
        "indicator": lambda: dossier.indicators,
    }
    return found[kind]()


def typed_date(words: Words, iso: str) -> str:
    """A date as somebody of this language would type it, so that it can be read back."""
    shown = words.date(iso)
    try:
        return shown if parse_date(shown) == iso else iso
    except BadDate:
        year, month, day = iso.split("-")
        return f"{day}.{month}.{year}"


def amount_text(words: Words, amount: str) -> str:
    """A sum as people of this language write it, cents only where there are some."""
    try:
        value = Decimal(amount)
    except InvalidOperation:
        return amount
    return words.number(float(value), 0 if value == value.to_integral_value() else 2)


def _decimal(amount: Scalar) -> Decimal:
    """A stored sum; what another program wrote there counts as nothing."""
    try:
        value = Decimal(str(amount))
    except InvalidOperation:
        return Decimal(0)
    return value if value.is_finite() else Decimal(0)


def _alignment(cell: CellKind) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if cell == "amount" else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignTop
