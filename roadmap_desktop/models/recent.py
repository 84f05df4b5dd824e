"""Recently opened files as a list; looks at the disk on a thread, since a network folder may take its time."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from roadmap_desktop.domain.words import Words
from roadmap_desktop.job import Job

PATH: Final = Qt.ItemDataRole.UserRole
FOLDER: Final = Qt.ItemDataRole.UserRole + 1
CHANGED: Final = Qt.ItemDataRole.UserRole + 2
MISSING: Final = Qt.ItemDataRole.UserRole + 3
TROUBLE: Final = Qt.ItemDataRole.UserRole + 4

_Index = QModelIndex | QPersistentModelIndex


class RecentFile(NamedTuple):
    """A file opened lately. `changed` is None while nobody has looked, and for a file that is gone."""

    path: Path
    missing: bool = False
    changed: datetime.datetime | None = None


class RecentFiles(QAbstractListModel):
    """The files, the last one first. `looked` after the disk was asked about all of them."""

    looked = Signal()

    def __init__(self, existing: Callable[[Path], bool], words: Words, parent: QObject | None = None) -> None:
        """`existing(path)` says whether a file is still there; it is called off the windows' thread."""
        super().__init__(parent)
        self._existing = existing
        self._words = words
        self._files: list[RecentFile] = []
        self._damaged: set[Path] = set()
        self._job: Job | None = None

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Show `paths` at once, and what the disk says of them a little later."""
        self.beginResetModel()
        known = {file.path: file for file in self._files}
        self._files = [known.get(path, RecentFile(path)) for path in paths]
        self.endResetModel()
        if self._job is not None:
            self._job.stop()
            self._job.deleteLater()
        existing = self._existing
        self._job = Job(lambda _: [look_at(path, existing) for path in paths], self)
        self._job.done.connect(self._on_found)
        self._job.start()

    def mark(self, path: Path, *, damaged: bool) -> None:
        """Remember whether `path` was found damaged when somebody opened it."""
        (self._damaged.add if damaged else self._damaged.discard)(path)
        self._announce()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self._announce()

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many files."""
        return 0 if parent is not None and parent.isValid() else len(self._files)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A file's name, PATH, FOLDER, CHANGED (words), whether it is MISSING, and whether there is any TROUBLE with it."""
        if not index.isValid() or not 0 <= index.row() < len(self._files):
            return None
        file = self._files[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return file.path.stem
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (file.path.stem, self._state(file), folder_name(file.path))
                return ", ".join(part for part in parts if part)
            case Qt.ItemDataRole.ToolTipRole:
                return escape(str(file.path))
        if role in (PATH, FOLDER, CHANGED):
            return {PATH: file.path, FOLDER: folder_name(file.path), CHANGED: self._state(file)}[role]
        if role == TROUBLE:
            return file.missing or file.path in self._damaged
        return file.missing if role == MISSING else None

    def _state(self, file: RecentFile) -> str:
        if file.missing:
            return self.tr("not there any more")
        if file.path in self._damaged:
            return self.tr("damaged")
        if file.changed is None:
            return ""
        now = datetime.datetime.now().astimezone()
        days = (now.date() - file.changed.date()).days
        clock = f"{file.changed:%H:%M}"
        if days == 0:
            return self.tr("today {time}").format(time=clock)
        if days == 1:
            return self.tr("yesterday {time}").format(time=clock)
        return self._words.date(file.changed.date().isoformat())

    def _on_found(self, found: list[RecentFile]) -> None:
        by_path = {file.path: file for file in found}
        self._files = [by_path.get(file.path, file) for file in self._files]
        self._announce()
        self.looked.emit()

    def _announce(self) -> None:
        if self._files:
            self.dataChanged.emit(self.index(0), self.index(len(self._files) - 1))


def look_at(path: Path, existing: Callable[[Path], bool]) -> RecentFile:
    """What the disk says of `path`; one that it cannot tell about counts as missing."""
    with contextlib.suppress(OSError, OverflowError, ValueError):
        if existing(path):
            return RecentFile(
                path, changed=datetime.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
            )
    return RecentFile(path, missing=True)


def folder_name(path: Path) -> str:
    """The folder of `path` as people know it: "~" for their home."""
    folder = path.parent
    with contextlib.suppress(ValueError, RuntimeError):
        inside = folder.relative_to(Path.home())
        return "~" if inside == Path() else str(Path("~") / inside)
    return str(folder)
