"""What becomes of a file from elsewhere that somebody opens: asked where it is not plain; opening and receiving are the app's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop import paths
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.names import free_name
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import file
from roadmap_desktop.store.arrival import Arrival, arrival, settle
from roadmap_desktop.views.arrival import ArrivalDialog
from roadmap_desktop.widgets.design import Design


class Arrivals(QObject):
    """`opened` carries the Path of a file to work in, `looked_at` of one to read, `taken_in` a file and our own for it."""

    opened = Signal(object)
    looked_at = Signal(object)
    taken_in = Signal(object, object)
    kept = Signal(object)
    """The Path under which it is a file of the user's own now."""
    refused = Signal(object, object)
    """The Path, and the UserError."""
    given_up = Signal()

    def __init__(self, settings: Settings, design: Design, parent: QObject | None = None) -> None:
        """`settings` know the files opened lately."""
        super().__init__(parent)
        self._settings = settings
        self._design = design

    def usual(self, path: Path, open_now: Path | None) -> Path | None:
        """Our own file that `path` may be taken into: the one `open_now`, else the last that is there; None for none."""
        recent = [one for one in self._settings.recent() if one.is_file() and not paths.is_passing(one)]
        found = ([open_now] if open_now is not None else []) + recent
        return next((one for one in found if not _same(one, path)), None)

    def consider(
        self, path: Path, usual: Path | None, language: str, parent: QWidget, *, ask: bool = False
    ) -> None:
        """Say what shall be done with `path`, which was vetted; asks where that is not plain, or `ask` wants it."""
        try:
            found = arrival(path, usual, passing=paths.is_passing(path))
        except UserError as error:
            self.refused.emit(path, error)
            return
        if found.asks or ask:
            self._ask(found, language, parent)
        else:
            self.opened.emit(path)

    def _ask(self, found: Arrival, language: str, parent: QWidget) -> None:
        path = found.source.file
        dialog = ArrivalDialog(found, load_words(paths.WORDS, language), self._design, parent)
        dialog.take_in.connect(lambda: self.taken_in.emit(path, found.usual))
        dialog.look_at.connect(lambda: self.looked_at.emit(path))
        dialog.work_in.connect(lambda: self.opened.emit(path))
        dialog.keep.connect(lambda: self._keep(path, parent))
        dialog.rejected.connect(self.given_up)
        dialog.open()

    def _keep(self, path: Path, parent: QWidget) -> None:
        start = free_name(paths.documents_folder() / path.name, Path.exists)
        kinds = self.tr("Roadmap files ({pattern})").format(pattern=f"*{file.SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            parent,
            self.tr("Save as a file of my own"),
            str(start),
            kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if not chosen:
            self.given_up.emit()
            return
        out = Path(chosen)
        self.keep(
            path, out if out.suffix.lower() == file.SUFFIX else out.with_name(f"{out.name}{file.SUFFIX}")
        )

    def keep(self, path: Path, out: Path) -> None:
        """Copy `path` to `out`, to be opened there; `kept` or `refused` follows."""
        try:
            settle(path, out)
        except UserError as error:
            self.refused.emit(out, error)
            return
        self.kept.emit(out)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other
