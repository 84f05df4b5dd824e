"""The documents that a partnership can have, those that fit its present step first; says nothing of what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ENTRY: Final = Qt.ItemDataRole.UserRole
"""The Entry itself."""


class Entry(NamedTuple):
    """A document, or with `name` "" the head over those that follow. `purpose` says in a sentence what it is for."""

    name: str
    title: str
    purpose: str = ""


class DocumentsModel(QAbstractListModel):
    """Heads cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show`."""
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show `entries`."""
        if tuple(entries) != self._entries:
            self.beginResetModel()
            self._entries = tuple(entries)
            self.endResetModel()

    def find(self, name: str) -> QModelIndex:
        """Where the document `name` is; an invalid index for none of these."""
        row = next((row for row, entry in enumerate(self._entries) if entry.name == name), -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        chosen = index.isValid() and self._entries[index.row()].name
        return super().flags(index) if chosen else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleDescriptionRole | Qt.ItemDataRole.ToolTipRole:
                return entry.purpose
        return entry if role == ENTRY else None
