"""The attachments at one checkpoint as a list of names with sizes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.records import Attachment
from roadmap_desktop.domain.words import Words

Index = QModelIndex | QPersistentModelIndex


class AttachmentsModel(QAbstractListModel):
    """Rows of Attachment; UserRole gives the record."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """`words` writes the sizes."""
        super().__init__(parent)
        self._words = words
        self._files: Sequence[Attachment] = ()

    def show(self, files: Sequence[Attachment]) -> None:
        """Replace the rows, where they differ."""
        if list(files) != list(self._files):
            self.beginResetModel()
            self._files = files
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self._files[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{one_line(found.name)}  ·  {size_text(self._words, found.size)}"
            case Qt.ItemDataRole.UserRole:
                return found
        return None


def size_text(words: Words, size: int) -> str:
    """A number of bytes as people read it."""
    if size >= 1024 * 1024:
        return f"{words.number(size / (1024 * 1024), 1)} MB"
    return f"{words.number(max(size / 1024, 1))} KB"
