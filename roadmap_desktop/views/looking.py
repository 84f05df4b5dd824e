"""Looking a file through before it is opened: a bar where it takes a while, and a way to stop; what it finds is not told here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from roadmap_desktop.job import Job, Task
from roadmap_desktop.store.trust import Trust
from roadmap_desktop.widgets.design import button, label

_PARTS = 1000
_PATIENCE_MS = 500


class LookingDialog(QProgressDialog):
    """Has `trust` look through a file on a thread; then comes `passed`, `refused` with the error, or `given_up`.

    It shows itself only where that takes longer than anybody would notice.
    """

    passed = Signal(object)
    refused = Signal(object, object)
    """The path, and the UserError or defect of ours."""
    given_up = Signal(object)

    def __init__(self, path: Path, trust: Trust, parent: QWidget | None = None) -> None:
        """`parent` is the window on the screen."""
        super().__init__(parent)
        self._path = path
        self.setWindowTitle(self.tr("Opening"))
        text = label(
            self.tr("“{name}” comes from elsewhere. It is being looked through before it is opened.").format(
                name=path.name
            ),
            wrap=True,
        )
        self.setLabel(text)
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Progress"))
        self.setBar(bar)
        self.setCancelButton(button(self.tr("Stop")))
        self.setRange(0, _PARTS)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.setMinimumDuration(_PATIENCE_MS)
        self.setMinimumWidth(440)
        self.setWindowModality(Qt.WindowModality.WindowModal)

        def look(task: Task) -> None:
            trust.look_through(path, lambda part: task.report(round(_PARTS * part)))

        self._job = Job(look, self)
        self._job.progressed.connect(self.setValue)
        self._job.done.connect(self._on_passed)
        self._job.failed.connect(self._on_refused)
        self.canceled.connect(self._give_up)

    def start(self) -> None:
        """Begin; once only."""
        self.setValue(0)
        self._job.start()

    def _on_passed(self, _: object) -> None:
        self._leave()
        self.passed.emit(self._path)

    def _on_refused(self, error: object) -> None:
        self._leave()
        self.refused.emit(self._path, error)

    def _leave(self) -> None:
        self.canceled.disconnect(self._give_up)
        self.hide()
        self.deleteLater()

    def _give_up(self) -> None:
        self._job.stop()
        self.given_up.emit(self._path)
        self.deleteLater()
