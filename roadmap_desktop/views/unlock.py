"""Opening a locked copy: asks for its password or its recovery words until one fits; what is opened is an ordinary file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop import paths
from roadmap_desktop.domain import recovery_words
from roadmap_desktop.domain.errors import WordsMistyped, WrongPassword, mendable
from roadmap_desktop.domain.names import free_name
from roadmap_desktop.job import Job, Task
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.store import file, locked
from roadmap_desktop.views.password import Target, password_line, waiting_bar
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import Design, button, label
from roadmap_desktop.widgets.elided import ElidedLine
from roadmap_desktop.widgets.fields import Field


class AskPasswordDialog(QDialog):
    """`opened` carries the Path of the ordinary file that the locked copy was opened into, vetted."""

    opened = Signal(object)

    def __init__(self, path: Path, design: Design, parent: QWidget | None = None) -> None:
        """Looks at once, on a thread, whether the copy at `path` is whole."""
        super().__init__(parent)
        self._path = path
        # Not beside it: on the stick that it may be on, an unlocked copy would be what the lock is against.
        proposed = free_name(paths.documents_folder() / locked.proposed(path).name, Path.exists)
        self.target = Target(design, proposed, file.SUFFIX)
        self._job: Job | None = None
        self._whole = True
        self._trying = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open a locked copy"))
        self.setMinimumSize(QSize(520, 420))
        self.resize(620, 440)
        self._build(design)
        self._connect()
        self._run(lambda _: locked.examine(path), lambda _: None)
        self.secret.setFocus()

    # what the user does -----------------------------------------------------------------------------

    def _remark(self) -> None:
        """A slip in a recovery word is named as soon as the word is typed."""
        self._field.set_error("")
        text = self.secret.text()
        reading = recovery_words.read(text)
        if not reading.meant or reading.sound:
            return
        done = len(reading.words) - (text[-1:].isalnum() and len(reading.words) < recovery_words.COUNT)
        wrong = [number for number in reading.wrong if number <= done]
        if wrong:
            numbers = ", ".join(map(str, wrong))
            self._field.set_error(
                self.tr("There is a slip in these recovery words: {numbers}.").format(numbers=numbers)
            )
        elif len(reading.words) == recovery_words.COUNT and len(reading.words[-1]) == recovery_words.LENGTH:
            self._field.set_error(self.tr("There is a slip in one of the recovery words."))

    def _show_letters(self, shown: bool) -> None:
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _try(self) -> None:
        secret = self.secret.text()
        if not secret:
            self._field.set_error(self.tr("Please type the password or the recovery words."))
            self.secret.setFocus()
            return
        path, out = self._path, self.target.path
        self.banner.hide()
        self._field.set_error("")
        self._trying = True
        # A report raises once the window is closed: then no opened copy may appear.
        self._run(
            lambda task: locked.unlock(path, out, secret, lambda part: task.report(round(100 * part))),
            lambda _: self._end(),
        )

    def _end(self) -> None:
        self.secret.clear()
        self.opened.emit(self.target.path)
        self.accept()

    # on a thread ------------------------------------------------------------------------------------

    def _run(self, work: Callable[[Task], Any], then: Callable[[Any], None]) -> None:
        self._end_job()
        job = Job(work, self)
        self._job = job

        def done(result: Any) -> None:
            self._end_job()
            self._show_state()
            then(result)

        def failed(error: Exception) -> None:
            self._end_job()
            self._on_failed(error)

        job.done.connect(done)
        job.failed.connect(failed)
        job.start()
        self._show_state()

    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.drop()

    def _on_failed(self, error: Exception) -> None:
        error = mendable(error)
        said = describe(error).in_one()
        trying, self._trying = self._trying, False
        if isinstance(error, WrongPassword | WordsMistyped):
            self._show_state()
            self._field.set_error(said)
            self.secret.setFocus()
            self.secret.selectAll()
            return
        self._whole = trying and error.data.get("path") != self._path
        self.banner.say(said, grave=True)
        self._show_state()

    def _show_state(self) -> None:
        busy = self._job is not None and self._trying
        for control in (self.secret, self.open_, self.target, self.shown):
            control.setEnabled(self._whole and not busy)
        self._progress.setVisible(busy)
        self._moment.setVisible(busy)

    def done(self, result: int) -> None:
        """Close; what was typed is kept nowhere."""
        self._end_job()
        self.secret.clear()
        super().done(result)

    # building ---------------------------------------------------------------------------------------

    def _build(self, design: Design) -> None:
        self.banner = Banner(design, self.tr("Close this message"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        column = QVBoxLayout()
        column.setContentsMargins(SPACE[6], SPACE[5], SPACE[6], SPACE[5])
        column.setSpacing(SPACE[3])
        whole.addLayout(column, 1)
        column.addWidget(label(self.tr("Open a locked copy"), "title"))
        name = ElidedLine(design, "lead", bold=True)
        name.set_text(self._path.name)
        column.addWidget(name)
        column.addSpacing(SPACE[1])
        self.secret = password_line()
        self._field = Field(self.secret)
        self._field.set_texts(
            self.tr("Password or recovery words"),
            self.tr("Of the recovery words, capital letters and the signs between them do not matter."),
        )
        column.addWidget(self._field)
        self.shown = QCheckBox(self.tr("Show what is typed"))
        column.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(SPACE[1])
        self.target.set_texts(
            self.tr("The opened copy, without a password, will be:"),
            self.tr("Choose where to put the opened copy"),
            self.tr("Files of this program ({pattern})").format(pattern=f"*{file.SUFFIX}"),
        )
        column.addWidget(self.target)
        column.addStretch(1)
        column.addLayout(self._make_foot())

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        self._progress = waiting_bar(self.tr("Progress"))
        self._moment = label(self.tr("One moment…"), tone="muted")
        self.cancel = button(self.tr("Cancel"))
        self.open_ = button(self.tr("Open"), "primary")
        self.open_.setDefault(True)
        row.addWidget(self._progress)
        row.addWidget(self._moment)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.open_)
        return row

    def _connect(self) -> None:
        self.secret.textChanged.connect(self._remark)
        self.shown.toggled.connect(self._show_letters)
        self.open_.clicked.connect(self._try)
        self.cancel.clicked.connect(self.reject)
