"""Builds the windows that open over the main one, each when it is first wanted; which file is open is the app's to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from roadmap_desktop.domain.records import Person
from roadmap_desktop.settings import Settings
from roadmap_desktop.views.desk import Desk
from roadmap_desktop.views.page import Place

if TYPE_CHECKING:
    from roadmap_desktop.domain.call import Call
    from roadmap_desktop.domain.history import Scope


class Windows(QObject):
    """What one desk can have opened over it; it lives as long as that desk."""

    def __init__(self, desk: Desk, settings: Settings, shell: QWidget) -> None:
        """Listen to `desk`, whose windows stand over `shell`."""
        super().__init__(desk)
        self._desk = desk
        self._settings = settings
        self._shell = shell
        desk.backups_wanted.connect(self.backups)
        desk.history_wanted.connect(self.history)
        desk.compare_wanted.connect(self.compare)
        desk.bin_wanted.connect(self.bin)
        desk.locked_copy_wanted.connect(self.save_locked_copy)
        desk.new_partnership_wanted.connect(self.new_partnership)
        desk.print_wanted.connect(self.printing)
        desk.receive_wanted.connect(self.receive)
        desk.window_wanted.connect(self.show)
        desk.import_wanted.connect(self.import_list)
        self._makers: dict[str, Callable[[bytes], QDialog]] = {
            "conflicts": self._conflicts,
            "meeting": self._meeting,
            "paper": self._from_paper,
            "exchanges": self._exchanges,
            "send": self._send,
            "export": self._export,
            "import": self._import,
        }

    def show(self, name: str, root: bytes) -> None:
        """Open the window `name`; `root` the partnership it is about, b"" for none."""
        self._open(self._makers[name](root))

    @staticmethod
    def _open(dialog: QDialog) -> None:
        """Show `dialog`, which goes for good once it is closed, with all it has read."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # the file ---------------------------------------------------------------------------------------

    def backups(self) -> None:
        """The backups of the open file."""
        from roadmap_desktop.views.backups import BackupsDialog  # noqa: PLC0415 - when wanted

        self._desk.leave()
        self._open(BackupsDialog(self._desk.context, self._shell))

    def history(self, scope: Scope) -> None:
        """Who wrote what, in `scope`."""
        from roadmap_desktop.views.history import HistoryDialog  # noqa: PLC0415 - when wanted

        dialog = HistoryDialog(self._desk.context, scope, self._shell)
        dialog.go.connect(self._desk.go)
        self._open(dialog)

    def compare(self, root: bytes) -> None:
        """What differs from an earlier day; `root` the partnership at hand, b"" for none."""
        from roadmap_desktop.views.compare import CompareDialog  # noqa: PLC0415 - when wanted

        self._open(CompareDialog(self._desk.context, self._shell, root))

    def bin(self) -> None:
        """What was deleted."""
        from roadmap_desktop.views.bin import BinDialog  # noqa: PLC0415 - when wanted

        self._open(BinDialog(self._desk.context, self._shell))

    def save_locked_copy(self) -> None:
        """A copy with a password."""
        from roadmap_desktop.views.password import SaveLockedDialog  # noqa: PLC0415 - when wanted

        self._open(SaveLockedDialog(self._desk.context, self._shell))

    # sharing ----------------------------------------------------------------------------------------

    def _send(self, root: bytes) -> QDialog:
        """What somebody is to have, and the letter with it."""
        from roadmap_desktop.views.send import SendDialog  # noqa: PLC0415 - when wanted

        return SendDialog(self._desk.context, root, self._shell)

    def _exchanges(self, root: bytes) -> QDialog:
        """What went to whom, and what came back."""
        from roadmap_desktop.views.exchanges import ExchangesDialog  # noqa: PLC0415 - when wanted

        return ExchangesDialog(self._desk.context, root, self._shell)

    def answer(self, call: Call) -> None:
        """Send, as a collection call asks for it; the user sees and decides what leaves."""
        from roadmap_desktop.views.called import reason  # noqa: PLC0415 - when wanted
        from roadmap_desktop.views.send import SendDialog  # noqa: PLC0415 - when wanted

        context = self._desk.context
        said = reason(call, context.words, context.today())
        to = Person(name=call.name, email=call.email)
        self._desk.leave()
        self._open(SendDialog(context, b"", self._shell, level=call.level, to=to, reason=said))

    def receive(self, files: Sequence[Path]) -> None:
        """What is new in `files`."""
        from roadmap_desktop.views.keeper import backup_folder  # noqa: PLC0415 - when wanted
        from roadmap_desktop.views.receive import ReceiveDialog  # noqa: PLC0415 - when wanted

        dialog = ReceiveDialog(self._desk.context, files, backup_folder(self._settings), self._shell)
        dialog.settle_wanted.connect(lambda: self.show("conflicts", b""))
        self._open(dialog)

    def _conflicts(self, root: bytes) -> QDialog:
        """What waits for a decision."""
        from roadmap_desktop.views.conflicts import ConflictsDialog  # noqa: PLC0415 - when wanted

        return ConflictsDialog(self._desk.context, root, self._shell)

    # paper and documents ----------------------------------------------------------------------------

    def printing(self, sheet: str, root: bytes) -> None:
        """The printing window with `sheet` chosen; `root` the partnership at hand, b"" for none."""
        from roadmap_desktop.views.printing import PrintDialog  # noqa: PLC0415 - when wanted

        self._open(PrintDialog(self._desk.context, sheet, root, self._shell))

    def _meeting(self, root: bytes) -> QDialog:
        from roadmap_desktop.views.meeting import MeetingDialog  # noqa: PLC0415 - when wanted

        dialog = MeetingDialog(self._desk.context, root, self._shell)
        dialog.print_wanted.connect(lambda root: self.printing("meeting", root))
        return dialog

    def _from_paper(self, root: bytes) -> QDialog:
        from roadmap_desktop.views.from_paper import FromPaperDialog  # noqa: PLC0415 - when wanted

        return FromPaperDialog(self._desk.context, root, self._shell)

    # lists ------------------------------------------------------------------------------------------

    def _export(self, root: bytes) -> QDialog:
        """Lists for other programs."""
        from roadmap_desktop.views.export import ExportDialog  # noqa: PLC0415 - when wanted

        return ExportDialog(self._desk.context, root, self._shell)

    def _import(self, _root: bytes) -> QDialog:
        """The question for a list of partners."""
        return self._import_of(None)

    def import_list(self, path: Path) -> None:
        """The list of partners at `path`."""
        self._open(self._import_of(path))

    def _import_of(self, path: Path | None) -> QDialog:
        from roadmap_desktop.views.import_list import ImportDialog  # noqa: PLC0415 - when wanted

        dialog = ImportDialog(self._desk.context, path, self._shell)
        dialog.made.connect(self._open_made)
        return dialog

    def _open_made(self, path: Path) -> None:
        """Go on in a file that was made here, and looked through."""
        from roadmap_desktop.store.trust import Trust  # noqa: PLC0415 - when wanted

        Trust(self._settings.folder).note(path, made=True)
        self._desk.open_wanted.emit(path)

    # partnerships -----------------------------------------------------------------------------------

    def new_partnership(self) -> None:
        """The questions that begin one; then it is shown."""
        from roadmap_desktop.views.new_partnership import NewPartnershipDialog  # noqa: PLC0415 - when wanted

        dialog = NewPartnershipDialog(self._desk.context, self._shell)
        dialog.created.connect(lambda root: self._desk.go(Place("partnership", root)))
        self._desk.context.session.obstacle_changed.connect(dialog.show_obstacle)
        self._open(dialog)
