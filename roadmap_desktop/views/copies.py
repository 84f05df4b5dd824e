"""Other copies of the open file beside it: looked for after the opening, told in a banner; they are taken in elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from roadmap_desktop.domain.incoming import Source
from roadmap_desktop.domain.names import free_name, one_line
from roadmap_desktop.domain.words import local_day
from roadmap_desktop.job import Job, Task
from roadmap_desktop.store import file
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.banner import Banner

FOLDER: Final = "copies"
"""Where in the backups folder copies are put that hold nothing new any more: what is thinned out there is not these."""
_PARTS: Final = 1000


class Copies(QObject):
    """`bring_wanted` carries the Paths of the copies whose changes the user wants; `looked` how many there are."""

    bring_wanted = Signal(object)
    looked = Signal(int)

    def __init__(self, context: Context, banner: Banner, parent: QObject | None = None) -> None:
        """Nothing is looked for before `look`."""
        super().__init__(parent)
        self._context = context
        self._banner = banner
        self._job: Job | None = None

    def look(self) -> None:
        """Look for them on a thread; where there are any, the banner says so, unless it says something else."""
        path = self._context.session.path

        def work(task: Task) -> list[Source]:
            from roadmap_desktop.store import copies  # noqa: PLC0415 - vetting, which opening a file does without

            return copies.waiting(path, progress=lambda part: task.report(round(_PARTS * part)))

        self.stop()
        self._job = Job(work, self)
        self._job.done.connect(self._on_found)
        self._job.start()  # what cannot be looked at now is looked at next time: a failure is no news

    def stop(self) -> None:
        """Let a look under way go."""
        job, self._job = self._job, None
        if job is not None:
            job.drop()

    def _on_found(self, found: Sequence[Source]) -> None:
        self.stop()
        if found and self._banner.isHidden() and self._context.session.obstacle is None:
            paths = [source.file for source in found]
            self._banner.setProperty("about", "copies")
            self._banner.say(
                self._told(found),
                (self.tr("Bring them in"), lambda: self._bring(paths)),
                (self.tr("Not now"), self._banner.hide),
            )
        self.looked.emit(len(found))

    def _bring(self, paths: list[Path]) -> None:
        self._banner.hide()
        self.bring_wanted.emit(paths)

    def _told(self, found: Sequence[Source]) -> str:
        newest = max(found, key=lambda source: source.written)
        who = one_line(newest.name or newest.organisation) or self.tr("somebody")
        day = self._context.words.date(local_day(newest.written), long=True)
        one = self.tr(
            "There is another copy of this file beside it: “{name}”, written by {who} on {day}, with %n changes that are"
            " not here.",
            "",
            newest.new,
        )
        several = self.tr(
            "There are %n other copies of this file beside it with changes that are not here. The newest is “{name}”,"
            " written by {who} on {day}.",
            "",
            len(found),
        )
        return (one if len(found) == 1 else several).format(name=one_line(newest.file.name), who=who, day=day)


def put_away(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Move `paths` into the copies' place in the backups `folder`, under free names; nothing is ever deleted.

    Returns where they are now. Raises FolderUnwritable, DiskFull, FileMissing and the like.
    """
    place = folder / FOLDER
    moved = []
    for path in paths:
        with file.translating(path):
            place.mkdir(parents=True, exist_ok=True)
            wanted = free_name(place / path.name, Path.exists)
            shutil.move(path, wanted)
        moved.append(wanted)
    return moved
