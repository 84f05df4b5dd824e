"""A password for copies: asked for twice, with recovery words beside it, then put to use; it is kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.domain import recovery_words
from roadmap_desktop.domain.errors import mendable
from roadmap_desktop.domain.names import free_name
from roadmap_desktop.job import Job, Task
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import lock_keys, locked
from roadmap_desktop.store.lock_keys import Lock
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.recovery import RecoveryPage
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import Design, button, card, label
from roadmap_desktop.widgets.elided import ElidedLine
from roadmap_desktop.widgets.fields import Field

LONGEST = 200
"""Most characters of a password that can be typed here."""
SHORT, FAIR, LONG = 8, 12, 16
"""From how many characters on a password is called short, good, very good."""


class SetPasswordDialog(QDialog):
    """Asks for a new password, shows the recovery words, then does `work` with the keys made from them, on a thread."""

    made = Signal()
    """The work is done."""

    def __init__(
        self,
        settings: Settings,
        design: Design,
        today: str,
        work: Callable[[Lock, Path | None], object],
        *,
        name: str = "",
        target: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`today` is YYYY-MM-DD; `work` gets the keys, and where the user wants the file that is proposed as `target`.

        Without a target there is no such file; then the sheet bears the `name`, and the window closes when it is done.
        """
        super().__init__(parent)
        self._settings, self._design, self._today = settings, design, today
        self._use, self._name = work, name
        self.target = Target(design, target, locked.SUFFIX) if target is not None else None
        self._job: Job | None = None
        self._lock: Lock | None = None
        self._page: RecoveryPage | None = None
        self._waiting = self._using = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Set a password"))
        self.setMinimumSize(QSize(560, 520))
        self.resize(640, 560)
        self._build()
        self._connect()
        self._show_state()
        self.password.setFocus()

    # the password -----------------------------------------------------------------------------------

    def _remark(self) -> None:
        """What the password's length is worth, and whether both are the same so far."""
        length = len(self.password.text())
        if not length:
            hint = self.tr("Three or four words that only you would put together are easy to remember.")
        elif length < SHORT:
            hint = self.tr("Very short: a computer guesses it in minutes.")
        elif length < FAIR:
            hint = self.tr("Short. Twelve characters or more are better.")
        elif length < LONG:
            hint = self.tr("A good length.")
        else:
            hint = self.tr("A very good length.")
        self._first.set_texts(self.tr("Password"), hint)
        self._first.set_error("")
        begun = self.again.text()
        if not lock_keys.plain(self.password.text()).startswith(lock_keys.plain(begun)):
            self._second.set_error(self.tr("This is not the same as above."))
        else:
            self._second.set_error("")

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.password.setEchoMode(mode)
        self.again.setEchoMode(mode)

    def _go_on(self) -> None:
        """Take the password: make the keys on a thread, and show the words meanwhile."""
        password = self.password.text()
        if not password:
            self._first.set_error(self.tr("Please type a password."))
            self.password.setFocus()
            return
        if lock_keys.plain(password) != lock_keys.plain(self.again.text()):
            self._second.set_error(self.tr("This is not the same as above."))
            self.again.setFocus()
            self.again.selectAll()
            return
        self.banner.hide()
        key = recovery_words.draw() if self.with_words.isChecked() else ()
        if key:
            self._show_words(key)
        self._waiting = not key
        self._run(lambda _: lock_keys.make_lock(password, key), self._on_lock)

    def _show_words(self, key: tuple[str, ...]) -> None:
        name = self.target.path.name if self.target is not None else self._name
        page = RecoveryPage(key, name, self._today, self._settings, self._design)
        page.kept.connect(self._show_state)
        page.said.connect(lambda text, grave: self.banner.say(text, grave=grave))
        self._page = page
        self._stack.insertWidget(1, page)
        self._stack.setCurrentWidget(page)
        page.printing.setFocus()

    def _on_lock(self, lock: Lock) -> None:
        self._lock = lock
        self.password.clear()
        self.again.clear()
        if self._waiting:
            self._put_to_use()

    # what it is for ---------------------------------------------------------------------------------

    def _finish(self) -> None:
        """The words are kept: go on, at once or when the keys are there."""
        self._waiting = True
        self.banner.hide()
        if self._lock is not None:
            self._put_to_use()
        self._show_state()

    def _put_to_use(self) -> None:
        lock, use = self._lock, self._use
        assert lock is not None
        out = self.target.path if self.target is not None else None
        self._using = True
        self._run(lambda _: use(lock, out), lambda _: self._end())

    def _end(self) -> None:
        self._lock = None
        self._using = False
        self.made.emit()
        if self.target is None:
            self.accept()
            return
        self._saved.setText(self.tr("The copy is “{name}”.").format(name=self.target.path.name))
        self._stack.setCurrentWidget(self._last)
        self._show_state()
        self.close_.setFocus()

    def _run(self, work: Callable[[Task], Any], then: Callable[[Any], None]) -> None:
        job = Job(work, self)
        self._job = job

        def done(result: Any) -> None:
            self._end_job()
            then(result)
            self._show_state()

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
        self._waiting = self._using = False
        error = mendable(error)
        if self._lock is None:  # not even the keys could be made: from the beginning
            self._forget_words()
        self.banner.say(describe(error).in_one(), grave=True)
        self._show_state()

    def _forget_words(self) -> None:
        page, self._page = self._page, None
        self._stack.setCurrentWidget(self._ask)
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

    # the window -------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        current = self._stack.currentWidget()
        asking, ended = current is self._ask, current is self._last
        busy = self._job is not None and (asking or self._waiting)
        self.next_.setVisible(asking)
        self.finish.setVisible(not asking and not ended)
        self.cancel.setVisible(not ended)
        self.close_.setVisible(ended)
        self.cancel.setEnabled(not self._using)
        self.next_.setEnabled(not busy)
        self._ask.setEnabled(not busy)
        self.finish.setEnabled(self._page is not None and self._page.are_kept and not busy)
        self.next_.setDefault(asking)
        self.finish.setDefault(not asking and not ended)
        self.close_.setDefault(ended)
        self._progress.setVisible(busy)
        self._moment.setVisible(busy)

    def reject(self) -> None:
        """Esc leaves it, until the keys are being put to use: what is half done is not left."""
        if not self._using:
            super().reject()

    def done(self, result: int) -> None:
        """Close; nothing of the password is kept."""
        self._end_job()
        self._lock = None
        self.password.clear()
        self.again.clear()
        super().done(result)

    def _show_folder(self) -> None:
        assert self.target is not None
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.target.path.parent)))

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.banner = Banner(self._design, self.tr("Close this message"))
        self._stack = QStackedWidget()
        self._ask, self._last = self._make_question(), self._make_last()
        self._stack.addWidget(self._ask)
        self._stack.addWidget(self._last)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        inside = QVBoxLayout()
        inside.setContentsMargins(SPACE[6], SPACE[5], SPACE[6], SPACE[5])
        inside.setSpacing(SPACE[4])
        inside.addWidget(self._stack, 1)
        inside.addLayout(self._make_foot())
        whole.addLayout(inside, 1)

    def _make_question(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[4])
        self.heading = label(self.tr("Set a password"), "title")
        column.addWidget(self.heading)
        self.password, self.again = password_line(), password_line()
        self._first, self._second = Field(self.password), Field(self.again)
        self._second.set_texts(self.tr("The same once more"))
        self.shown = QCheckBox(self.tr("Show what is typed"))
        column.addWidget(self._first)
        column.addWidget(self._second)
        column.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignLeft)
        self.with_words = QCheckBox(self.tr("Recovery words to print, should the password be lost"))
        self.with_words.setChecked(True)
        column.addWidget(self.with_words, 0, Qt.AlignmentFlag.AlignLeft)
        if self.target is not None:
            self.target.set_texts(
                self.tr("The locked copy will be:"),
                self.tr("Choose where to put the locked copy"),
                self.tr("Locked copies ({pattern})").format(pattern=f"*{locked.SUFFIX}"),
            )
            column.addWidget(self.target)
        frame, inside = card(margins=SPACE[3])
        inside.addWidget(
            label(
                self.tr(
                    "The password is stored nowhere. Without it and without the recovery words nobody can read the"
                    " copy any more, not even the makers of this program."
                ),
                wrap=True,
            )
        )
        column.addWidget(frame)
        column.addStretch(1)
        self._remark()
        return page

    def _make_last(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        column.addWidget(label(self.tr("Locked and checked"), "title"))
        self._saved = label(wrap=True)
        column.addWidget(self._saved)
        hint = self.tr(
            "Tell the password by telephone or in person, not in the same e-mail. Your own file stays as it is,"
            " without a password."
        )
        column.addWidget(label(hint, tone="muted", wrap=True))
        self.folder = button(self.tr("Show its folder"), "link")
        self.folder.clicked.connect(self._show_folder)
        column.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        self._progress = waiting_bar(self.tr("Progress"))
        self._moment = label(self.tr("One moment…"), tone="muted")
        self.cancel = button(self.tr("Cancel"))
        self.next_ = button(self.tr("Continue"), "primary")
        self.finish = button(self.tr("Finish"), "primary")
        self.close_ = button(self.tr("Close"), "primary")
        row.addWidget(self._progress)
        row.addWidget(self._moment)
        row.addStretch(1)
        for made in (self.cancel, self.next_, self.finish, self.close_):
            row.addWidget(made)
        return row

    def _connect(self) -> None:
        self.password.textChanged.connect(self._remark)
        self.again.textChanged.connect(self._remark)
        self.shown.toggled.connect(self._show_letters)
        self.next_.clicked.connect(self._go_on)
        self.finish.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.reject)
        self.close_.clicked.connect(self.accept)


class Target(QWidget):
    """Where a new file will be put, which is never one that is there already; and the way to choose another place."""

    def __init__(self, design: Design, path: Path, suffix: str, parent: QWidget | None = None) -> None:
        """`path` is proposed; whatever is chosen ends in `suffix`."""
        super().__init__(parent)
        self.path = path
        self._suffix = suffix
        self._kinds = ""
        self._caption = label(tone="muted", wrap=True)
        self._line = ElidedLine(design)
        self._line.set_text(str(path))
        self.choose = button(self.tr("Choose…"), "quiet")
        self.choose.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(self._line, 1)
        row.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self._caption)
        column.addLayout(row)

    def set_texts(self, caption: str, name: str, kinds: str) -> None:
        """What stands above, what the button and its window are called, what kinds of files there are."""
        self._caption.setText(caption)
        self.choose.setAccessibleName(name)
        self._kinds = kinds

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.choose.accessibleName(), str(self.path), self._kinds
        )
        if chosen:
            out = Path(chosen)
            if out.suffix != self._suffix:
                out = out.with_name(f"{out.name}{self._suffix}")
            self.path = free_name(out, Path.exists)
            self._line.set_text(str(self.path))


def password_line() -> QLineEdit:
    """A line whose letters are hidden."""
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(LONGEST)
    line.setMinimumHeight(38)
    return line


def waiting_bar(name: str) -> QProgressBar:
    """A bar that only says that something goes on; `name` for screen readers."""
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setFixedWidth(120)
    bar.setAccessibleName(name)
    return bar


class SaveLockedDialog(SetPasswordDialog):
    """Saves a copy of the open file, locked with a password that is asked for, where the user wants it."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, make: Callable[[Path], Path] | None = None
    ) -> None:
        """`make` makes the copy to be locked in the folder it is given; without it, the whole file is copied."""
        session = context.session
        session.flush()
        path = session.path

        def work(lock: Lock, out: Path | None) -> None:
            assert out is not None
            if make is None:
                locked.save_locked(path, out, lock)
            else:
                locked.lock_made(make, out, lock)

        proposed = free_name(paths.documents_folder() / f"{path.stem}{locked.SUFFIX}", Path.exists)
        super().__init__(
            context.settings, context.design, context.today(), work, target=proposed, parent=parent
        )
        self.setWindowTitle(self.tr("Save a copy with a password"))
        self.heading.setText(self.windowTitle())
