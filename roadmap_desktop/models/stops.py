"""The stops of one side as a list: step heads, stops, and each step's closing; the model says it, a delegate draws it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roadmap_desktop.domain.progress import Progress, StepProgress, Stop
from roadmap_desktop.domain.words import Words

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
"""The Row itself, for the delegate."""


class Row(NamedTuple):
    """One line of the list. `step` counts from 0; `stop` is None but for stops; `detail` is the small second line.

    `first` and `last` say where a step's line begins and ends.
    """

    kind: Literal["head", "stop", "closing"]
    step: int
    step_id: str
    title: str
    stop: Stop | None = None
    detail: str = ""
    late: bool = False
    first: bool = False
    last: bool = False
    travelled: bool = False


class StopsModel(QAbstractListModel):
    """Rows of stops; give it progress with `show`, or rows of your own with `show_rows`."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """`words` names states and writes dates."""
        super().__init__(parent)
        self._words = words
        self._rows: list[Row] = []

    # what is shown ---------------------------------------------------------------------------------

    def show(self, progress: Progress) -> None:
        """Every step with its stops and its closing."""
        order = [stop.checkpoint for stop in progress.stops]
        reached = order.index(progress.current) if progress.current else len(order)
        rows: list[Row] = []
        for number, step in enumerate(progress.steps):
            rows += self._step(number, step, reached)
            reached -= len(step.stops)
        self.show_rows(rows)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Replace the rows; where only what they say differs, places and selection stay."""
        new = list(rows)
        if [_key(row) for row in new] != [_key(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        old, self._rows = self._rows, new
        for number, (before, now) in enumerate(zip(old, new, strict=True)):
            if before != now:
                self.dataChanged.emit(self.index(number), self.index(number))

    def stop_row(self, number: int, stop: Stop, *, detail: str = "") -> Row:
        """A row for `stop` of the step `number` (from 0), by itself."""
        late = stop.overdue
        return Row("stop", number, "", stop.title, stop, detail or self._detail(stop), late)

    def find(self, checkpoint: str, step: str = "") -> QModelIndex:
        """The row of a checkpoint, or of a step's closing; invalid where there is none."""
        for number, row in enumerate(self._rows):
            if row.stop is not None and row.stop.checkpoint == checkpoint:
                return self.index(number)
            if not checkpoint and row.kind == "closing" and row.step_id == step:
                return self.index(number)
        return QModelIndex()

    # what views ask --------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].kind == "head":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Qt.ItemDataRole.UserRole:
                return row
        return None

    # formatting ------------------------------------------------------------------------------------

    def _step(self, number: int, step: StepProgress, reached: int) -> Sequence[Row]:
        """`reached` is where the current stop lies, counted from the step's first."""
        share = self._words("sheet", "of", done=step.done, total=step.total)
        rows = [Row("head", number, step.id, step.title, detail=share)]
        for place, stop in enumerate(step.stops):
            rows.append(
                Row(
                    "stop", number, step.id, stop.title, stop, self._detail(stop), stop.overdue,
                    first=place == 0, last=place == len(step.stops) - 1, travelled=place < reached,
                )
            )  # fmt: skip
        rows.append(Row("closing", number, step.id, self.tr("Looking back")))
        return rows

    def _detail(self, stop: Stop) -> str:
        if stop.conflict:
            return self.tr("Two versions")
        if not stop.due or stop.state in {"done", "not-needed"}:
            return ""
        if stop.overdue:
            return self.tr("Overdue since {date}").format(date=self._words.date(stop.due))
        return self.tr("Due {date}").format(date=self._words.date(stop.due))

    def _spoken(self, row: Row) -> str:
        state = self._words("state", row.stop.state) if row.stop else ""
        return ", ".join(part for part in (row.title, state, row.detail) if part)


def _key(row: Row) -> tuple[str, int, str]:
    return row.kind, row.step, row.stop.checkpoint if row.stop else ""
