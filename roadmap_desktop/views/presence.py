"""What the window says about who has the file and where it stands, in its banner; what is so the session knows."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop import paths
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.errors import (
    ChangesLost,
    FileGone,
    FileHeld,
    FileLookedAt,
    FileMoved,
    FileNewer,
    FileReadOnly,
    FileReplaced,
    FileTaken,
    FolderUnwritable,
    UserError,
)
from roadmap_desktop.domain.names import free_name
from roadmap_desktop.messages import describe, holder_of, moment_of
from roadmap_desktop.session import Session
from roadmap_desktop.store.file import SUFFIX
from roadmap_desktop.views.page import Place
from roadmap_desktop.widgets.banner import Banner

NAMED = 3
"""Most people that one line names."""
SILENT_MS = 5 * 60_000
"""Whoever gave no sign of life for so long may be gone."""
QUIET_AFTER_MS = 12_000
"""News that ask for nothing go by themselves."""

Action = tuple[str, Callable[[], None]]


class Presence(QObject):
    """Says in the banner what stands between the user and the file, with what they can do about it.

    Nothing it offers is lost by closing the banner: reading on is always possible.
    """

    open_wanted = Signal(object)
    """The Path of a file to go on in."""
    receive_wanted = Signal(object)
    """The Path of a backup that holds what is missing from the file, to be taken in."""
    ask_wanted = Signal(object)
    """The Path of a file that was only to be looked at, with which something else shall be done."""
    backups_wanted = Signal()
    leave_wanted = Signal()
    """Words in view are to be handed to the session before a copy is made of it all."""

    def __init__(self, session: Session, banner: Banner, parent: QWidget) -> None:
        """Speaks from now on; what there is to say at the beginning is said by `begin`."""
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._window = parent
        self._before = session.obstacle
        self._taken_from = ""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_AFTER_MS)
        self._quiet.timeout.connect(self._fall_silent)
        session.obstacle_changed.connect(self._on_obstacle)
        session.failed.connect(self._on_failed)
        session.freed.connect(self._on_freed)
        session.others_wrote.connect(self._on_others)
        session.lost_changes.connect(self._on_lost)
        session.received.connect(self._on_received)
        session.put_back.connect(self._on_put_back)

    def begin(self) -> bool:
        """Say what keeps the file from being changed; whether there was anything to say."""
        self._show()
        return self._session.obstacle is not None

    # what the session says --------------------------------------------------------------------------

    def _on_obstacle(self) -> None:
        before, self._before = self._before, self._session.obstacle
        if self._session.obstacle is not None:
            self._show()
        elif isinstance(before, FileGone | FileReplaced | FileMoved):
            self._say_quietly(self.tr("The file is back, and all you wrote is saved in it."))
        elif self._taken_from:
            self._say_quietly(
                self.tr("You have the file now. {who} can only read it.").format(who=self._taken_from)
            )
        elif isinstance(before, FileHeld):
            self._say_quietly(self.tr("You can write in this file now."))
        else:
            self._say_quietly(self.tr("You can write in this file again."))

    def _on_failed(self, error: object) -> None:
        if error is self._session.obstacle:
            self._show()

    def _on_freed(self) -> None:
        self._say(
            self.tr("“{file}” is free now.").format(file=self._session.path.name),
            (self.tr("Edit it"), self._try_again),
        )

    def _on_others(self, names: Sequence[str]) -> None:
        if not self._banner.isHidden() and self._banner.property("about") != "quiet":
            return
        if not names:
            self._say_quietly(self.tr("This file was changed by somebody else. You see it as it is now."))
            return
        shown = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
        self._say_quietly(
            self.tr("This file was changed by {names}. You see it as it is now.").format(names=shown)
        )

    def _on_lost(self, count: int) -> None:
        found = self._session.fuller_backup()
        made = {} if found is None else {"backup": round(found.when.timestamp() * 1000)}
        error = ChangesLost(path=self._session.path, count=count, **made)
        actions: list[Action] = [(self.tr("Backups…"), self.backups_wanted.emit)]
        if found is not None and self._session.obstacle is None:
            path = found.path
            actions.insert(0, (self.tr("Bring it in…"), lambda: self.receive_wanted.emit(path)))
        if self._session.can_put_back:
            actions.insert(0, (self.tr("Put back what I wrote"), self._session.put_back_lost))
        self._say(describe(error).in_one(), *actions, grave=True)
        self._banner.setProperty("about", "lost")

    def _on_put_back(self) -> None:
        if self._session.fuller_backup() is not None:
            self._on_lost(1)
        else:
            self._banner.hide()
            self._say_quietly(self.tr("What you wrote here since the file was opened is in it again."))

    def _on_received(self) -> None:
        if self._session.can_put_back:
            self._on_lost(1)
        elif self._banner.property("about") == "lost":
            self._banner.hide()

    # what is said -----------------------------------------------------------------------------------

    def _show(self) -> None:
        obstacle = self._session.obstacle
        if obstacle is not None:
            text = describe(obstacle).in_one()
            self._say(
                text,
                *self._actions(obstacle),
                grave=not isinstance(obstacle, FileHeld | FileNewer | FileLookedAt),
            )

    def _actions(self, obstacle: UserError) -> list[Action]:
        copy = (self.tr("Save a copy…"), self._ask_copy)
        match obstacle:
            case FileHeld():
                return [
                    (self.tr("Only read"), self._banner.hide),
                    (self.tr("Wait"), self._wait),
                    (self.tr("Take over…"), self._ask_over),
                ]
            case FileTaken():
                return [copy, (self.tr("Take it back…"), self._ask_over)]
            case FileGone():
                return [
                    copy,
                    (self.tr("Look for it…"), self._ask_where),
                    (self.tr("Try again"), self._try_again),
                ]
            case FileMoved():
                now = Path(str(obstacle.data["now"]))
                return [copy, (self.tr("Go on there"), lambda: self.open_wanted.emit(now))]
            case FileReplaced():
                path = self._session.path
                return [copy, (self.tr("Open the other one"), lambda: self.open_wanted.emit(path))]
            case FileLookedAt():
                path = self._session.path
                return [(self.tr("Do something else with it…"), lambda: self.ask_wanted.emit(path))]
            case FileReadOnly() | FolderUnwritable():
                return [copy, (self.tr("Try again"), self._try_again)]
        return []

    def _wait(self) -> None:
        obstacle = self._session.obstacle
        if isinstance(obstacle, FileHeld):
            self._say(
                self.tr("You will be told here as soon as the file is free. Now: {who}.").format(
                    who=holder_of(obstacle)
                ),
                (self.tr("Take over…"), self._ask_over),
            )

    def _ask_over(self) -> None:
        obstacle = self._session.obstacle
        if not isinstance(obstacle, FileHeld | FileTaken):
            return
        said = self.tr(
            "Take over from {who}? There the file can only be read from then on; words not yet saved"
            " are kept on that computer."
        ).format(who=holder_of(obstacle))
        if _now() - int(str(obstacle.data["seen"])) > SILENT_MS:
            last = self.tr("Last sign of life: {when}.").format(when=moment_of(obstacle, "seen"))
            said = f"{said} {last}"
        self._say(said, (self.tr("Cancel"), self._show), (self.tr("Take over"), self._take_over))

    def _take_over(self) -> None:
        obstacle = self._session.obstacle
        self._taken_from = holder_of(obstacle) if isinstance(obstacle, FileHeld | FileTaken) else ""
        if not self._session.take_over():
            self._show()
        self._taken_from = ""

    def _try_again(self) -> None:
        if not self._session.try_again():
            self._show()

    def _say(self, text: str, *actions: Action, grave: bool = False) -> None:
        self._quiet.stop()
        self._banner.setProperty("about", "presence")
        self._banner.say(text, *actions, grave=grave)

    def _say_quietly(self, text: str) -> None:
        if not self._banner.isHidden() and self._banner.property("about") == "lost":
            return
        self._say(text)
        self._banner.setProperty("about", "quiet")
        self._quiet.start()

    def _fall_silent(self) -> None:
        if self._banner.property("about") == "quiet":
            self._banner.hide()

    # elsewhere --------------------------------------------------------------------------------------

    def _kinds(self) -> str:
        return self.tr("Roadmap files ({pattern})").format(pattern=f"*{SUFFIX}")

    def _ask_copy(self) -> None:
        start = free_name(paths.documents_folder() / self._session.path.name, Path.exists)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save a copy"),
            str(start),
            self._kinds(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            path = Path(chosen)
            self.save_copy(path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}"))

    def save_copy(self, path: Path) -> None:
        """Put a copy of everything at `path`, and offer to go on there."""
        self.leave_wanted.emit()
        try:
            self._session.save_copy(path)
        except UserError as error:
            again = (self.tr("Save a copy…"), self._ask_copy)
            self._say(describe(error).in_one(), again, grave=True)
            return
        self._say(
            self.tr("A copy of everything, your last words too, is saved as “{file}”.").format(
                file=path.name
            ),
            (self.tr("Go on there"), lambda: self.open_wanted.emit(path)),
        )

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Look for the file"), str(self._session.path.parent), self._kinds()
        )
        if chosen:
            self.open_wanted.emit(Path(chosen))


def place_of(edits: Sequence[Edit]) -> Place | None:
    """Where the last of `edits` is read: at its checkpoint, or else in its partnership; None for no edits."""
    if not edits:
        return None
    for edit in reversed(edits):
        if "checkpoint" in edit.fields:
            side, checkpoint = str(edit.fields.get("side", "")), str(edit.fields["checkpoint"])
            return Place("wizard", edit.root, side, checkpoint)
    return Place("partnership", edits[-1].root)


def _now() -> int:
    return time.time_ns() // 1_000_000
