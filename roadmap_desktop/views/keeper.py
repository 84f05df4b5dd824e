"""When backups are made by themselves: after a session, and at an opening that finds the last one without; no window."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from roadmap_desktop.domain.errors import DiskFull, FileDamaged, FolderUnwritable, UserError
from roadmap_desktop.job import Job
from roadmap_desktop.messages import describe
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import backup, elsewhere
from roadmap_desktop.store.backup import Kept


class Keeper(QObject):
    """`said` carries a sentence about backups that the user should see, once and quietly; it is hardly ever emitted."""

    said = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        """`settings` say whether, where to, and what was told already."""
        super().__init__(parent)
        self._settings = settings
        self._job: Job | None = None
        self._thread: threading.Thread | None = None

    def opened(self, path: Path) -> None:
        """A file was opened for writing: see that there is a backup of it as it is.

        Its last session may have ended with the battery, or it came from another computer.
        """
        if self._settings.flag("backup"):
            self.wait()
            folder, second = self._settings.folder, second_place(self._settings)
            self._job = Job(lambda _: elsewhere.keep(path, folder, second, _now()), self)
            self._job.done.connect(self._tell)
            self._job.start()

    def closed(self, path: Path, *, changed: bool) -> None:
        """A file was closed, `changed` or not. The window need not wait: the program's end waits for the thread."""
        if self._settings.flag("backup"):
            self.wait()
            folder, second = self._settings.folder, second_place(self._settings)
            # Not a daemon: Python waits for it at its end, when no window is left to wait for.
            self._thread = threading.Thread(target=_end, args=(path, folder, second, changed), name="backup")
            self._thread.start()

    def wait(self) -> None:
        """Wait until what was begun is done; what came of an opening is not told any more."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()
            self._job.deleteLater()
            self._job = None
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _tell(self, kept: Kept) -> None:
        error = kept.trouble or kept.second_trouble
        if error is not None:
            key = f"{type(error).__name__}{' second' if kept.second_trouble else ''}"
            text = describe_trouble(error, second=kept.trouble is None)
        elif kept.damaged:
            key, text = kept.damaged[0].path.name, describe_damaged()
        else:
            key = text = ""
        if key != self._settings.text("backup_told"):
            self._settings.set(backup_told=key)
            if text:
                self.said.emit(text)


def _end(path: Path, folder: Path, second: Path | None, changed: bool) -> None:
    elsewhere.keep(path, folder, second, _now(), changed=changed)
    if document := backup.document_of(path):
        backup.rehearse_now_and_then(folder / backup.FOLDER, document)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def backup_folder(settings: Settings) -> Path:
    """Where the backups of every file are kept."""
    return settings.folder / backup.FOLDER


def second_place(settings: Settings) -> Path | None:
    """The folder that gets a copy of each backup, if the user chose one."""
    name = settings.text("second_place")
    return Path(name) if name else None


def describe_trouble(error: UserError, *, second: bool = False) -> str:
    """Why there is no backup (or, with `second`, no copy of it), what it means, what to do."""
    fine = QCoreApplication.translate("backups", "Your file itself is safe.")
    match error:
        case DiskFull() if second:
            return QCoreApplication.translate(
                "backups", "The second place for backups is full. The backups on this computer are complete."
            )
        case _ if second:
            return QCoreApplication.translate(
                "backups",
                "No copy could be put at the second place for backups. Those on this computer are complete.",
            )
        case DiskFull():
            why = QCoreApplication.translate("backups", "The disk is full, so no backup could be made.")
        case FolderUnwritable():
            why = QCoreApplication.translate(
                "backups", "No backup could be made: its folder cannot be written to."
            )
        case FileDamaged():
            return describe(error).in_one()
        case _:
            why = QCoreApplication.translate("backups", "No backup could be made.")
    return f"{why} {fine}"


def describe_damaged() -> str:
    """What a rehearsal found."""
    return QCoreApplication.translate(
        "backups",
        "An older backup of this file can no longer be read. Your file and its other backups are safe.",
    )
