"""Topics of a meeting as a list: the agenda in its order, or what suggests itself; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """One topic: its words, and a line below them."""

    title: str
    below: str = ""


class AgendaModel(QAbstractListModel):
    """Rows in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show`."""
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Replace the rows; where only what they say differs, choice and focus stay."""
        new = tuple(rows)
        if len(new) != len(self._rows):
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        self._rows = new
        if new:
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (row.title, row.below) if part)
            case Qt.ItemDataRole.UserRole:
                return row
        return None
