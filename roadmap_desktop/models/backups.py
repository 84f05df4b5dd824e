"""The backups of a file as a list: when, how far the work was, how large, what differs; reads none of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roadmap_desktop.domain.backups import Backup
from roadmap_desktop.domain.difference import Contrast
from roadmap_desktop.domain.words import Words
from roadmap_desktop.models.attachments import size_text

BACKUP: Final = Qt.ItemDataRole.UserRole
PROGRESS: Final = Qt.ItemDataRole.UserRole + 1
SIZE: Final = Qt.ItemDataRole.UserRole + 2
DIFFERENCE: Final = Qt.ItemDataRole.UserRole + 3
USABLE: Final = Qt.ItemDataRole.UserRole + 4

_Index = QModelIndex | QPersistentModelIndex


class BackupsModel(QAbstractListModel):
    """Rows of Backup, the newest first; what differs from now is told later, row by row, by `set_contrast`."""

    def __init__(
        self, words: Words, lengths: Mapping[str, int], today: str, parent: QObject | None = None
    ) -> None:
        """`lengths` says how many stops each form has; `today` is YYYY-MM-DD."""
        super().__init__(parent)
        self._words = words
        self._lengths = lengths
        self._today = dt.date.fromisoformat(today)
        self._backups: Sequence[Backup] = ()
        self._contrasts: dict[Path, Contrast] = {}

    def show(self, backups: Sequence[Backup]) -> None:
        """Replace the rows; nothing is known of what differs."""
        self.beginResetModel()
        self._backups = backups
        self._contrasts = {}
        self.endResetModel()

    def set_contrast(self, path: Path, contrast: Contrast) -> None:
        """Say how the backup at `path` differs from now."""
        self._contrasts[path] = contrast
        for row, backup in enumerate(self._backups):
            if backup.path == path:
                self.dataChanged.emit(self.index(row), self.index(row))

    def contrast(self, backup: Backup) -> Contrast | None:
        """How `backup` differs from now; None while that is not known."""
        return self._contrasts.get(backup.path)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._backups)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._backups):
            return None
        backup = self._backups[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.when(backup)
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (
                    self.when(backup), self._progress(backup), size_text(self._words, backup.size), self.difference(backup)
                )  # fmt: skip
                return ", ".join(part for part in parts if part)
        return self._own(backup, role)

    def _own(self, backup: Backup, role: int) -> object:
        if role == BACKUP:
            return backup
        if role == PROGRESS:
            return self._progress(backup)
        if role == SIZE:
            return size_text(self._words, backup.size)
        if role == DIFFERENCE:
            return self.difference(backup)
        return backup.health == "good" if role == USABLE else None

    def when(self, backup: Backup) -> str:
        """Date and time in words: "today, 14:05"."""
        local = backup.when.astimezone()
        clock = f"{local:%H:%M}"
        days = (self._today - local.date()).days
        if days == 0:
            return self.tr("Today, {time}").format(time=clock)
        if days == 1:
            return self.tr("Yesterday, {time}").format(time=clock)
        day = self._words.date(local.date().isoformat(), long=True)
        return self.tr("{date}, {time}").format(date=day, time=clock)

    def difference(self, backup: Backup) -> str:
        """What differs from now, in words; "" while that is not known."""
        if backup.health == "damaged":
            return self.tr("Damaged")
        if backup.health == "newer":
            return self.tr("Made by a newer version of the program")
        contrast = self._contrasts.get(backup.path)
        if contrast is None:
            return ""
        if contrast == Contrast(0, 0, 0):
            return self.tr("Same as now")
        if contrast.answers:
            return self.tr("Differs in partnerships: {partnerships}, answers: {answers}").format(
                partnerships=contrast.partnerships, answers=contrast.answers
            )
        if contrast.partnerships:
            return self.tr("Differs in partnerships: {partnerships}").format(
                partnerships=contrast.partnerships
            )
        return self.tr("Differs in organisations: {count}").format(count=contrast.others)

    def _progress(self, backup: Backup) -> str:
        if backup.extent is None:
            return ""
        return self.tr("{done} of {total} checkpoints done, partnerships: {partnerships}").format(
            done=backup.extent.done,
            total=max(backup.extent.total(self._lengths), backup.extent.done),
            partnerships=backup.extent.partnerships,
        )
