"""Many sheets written as PDF files on a thread, told in a banner and stopped from there; it makes no sheet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from roadmap_desktop.documents.blocks import Sheet
from roadmap_desktop.domain.errors import mendable
from roadmap_desktop.job import Job, Task, uncollected
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.sheaf import write_sheaf
from roadmap_desktop.views.document_output import show
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import FAMILY


class SheafWriter(QObject):
    """Writes one sheaf at a time; what comes of it stands in the banner."""

    written = Signal(object)
    """The Paths of the PDF files that were written."""

    def __init__(self, context: Context, banner: Banner, parent: QObject) -> None:
        """`banner` is where it is told."""
        super().__init__(parent)
        self._context = context
        self.banner = banner
        self._job: Job | None = None

    def write(self, sheets: Iterable[tuple[str, Sheet]], folder: Path) -> None:
        """Write each of `sheets` (name, sheet) into `folder`, unless something is being written already."""
        if self._job is not None:
            return
        paper = self._context.settings.text("paper")

        def work(task: Task) -> list[Path]:
            with uncollected():
                return write_sheaf(sheets, folder, paper=paper, family=FAMILY, progress=task.report)

        job = Job(work, self)
        self._job = job
        job.progressed.connect(self._on_written)
        job.done.connect(self._on_all_written)
        job.failed.connect(self._on_unwritten)
        self._on_written(0)
        job.start()

    def _on_written(self, count: int) -> None:
        self.banner.say(
            self.tr("Being written: {count}").format(count=count), (self.tr("Stop"), self._stop_writing)
        )

    def _stop_writing(self) -> None:
        self._end_job()
        self.banner.say(self.tr("Stopped. What was written is in the folder."))

    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.drop()

    def _on_all_written(self, written: list[Path]) -> None:
        self._end_job()
        if not written:
            self.banner.say(self.tr("Nobody has answered yet, so there was nothing to write."))
            return
        text = (
            self.tr("Saved as “{name}”.").format(name=written[0].name)
            if len(written) == 1
            else self.tr("Written into “{folder}”: {count}").format(
                folder=written[0].parent.name, count=len(written)
            )
        )
        self.banner.say(text, (self.tr("Show its folder"), lambda: show(written[0].parent)))
        self.written.emit(written)

    def _on_unwritten(self, error: object) -> None:
        self._end_job()
        self.banner.say(describe(mendable(error)).in_one(), grave=True)
