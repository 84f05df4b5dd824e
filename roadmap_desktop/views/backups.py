"""The backups of the open file: when they were made, what differs, and the way back; makes none by itself."""

from __future__ import annotations

import contextlib
import datetime as dt
import queue
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.domain.backups import Backup
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.difference import Contrast, contrast
from roadmap_desktop.domain.errors import FileReadOnly, UserError, mendable
from roadmap_desktop.job import LOOK_EVERY_MS, Job, Task
from roadmap_desktop.messages import describe
from roadmap_desktop.models.backups import BACKUP, DIFFERENCE, PROGRESS, SIZE, USABLE, BackupsModel
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.store import backup as store
from roadmap_desktop.store import elsewhere
from roadmap_desktop.views.compare import CompareDialog
from roadmap_desktop.views.keeper import backup_folder, describe_trouble, second_place
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.dialog import Dialog
from roadmap_desktop.widgets.elided import ElidedLine
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.two_lines import Index, Lines, TwoLines


class _Looking:
    """The work of a Looker, and what it has found so far. Plain Python, since no QObject may be shared with it."""

    def __init__(self, path: Path, folder: Path, document: str) -> None:
        self.found: queue.SimpleQueue[list[Backup] | tuple[Path, Contrast]] = queue.SimpleQueue()
        self.stopped = threading.Event()
        self._path, self._folder, self._document = path, folder, document

    def run(self) -> None:
        found = store.backups(self._folder, self._document)
        self.found.put(found)
        for backup in found:
            if backup.health == "good" and not self.stopped.is_set():
                with contextlib.suppress(UserError):
                    edits, _ = store.way_back(self._path, backup, self.stopped.is_set)
                    self.found.put((backup.path, contrast(edits)))


class Looker(QObject):
    """Lists the backups and compares each with the file, on a thread: `listed` once, then `compared` for each."""

    listed = Signal(object)
    compared = Signal(object, object)

    def __init__(self, path: Path, folder: Path, document: str, parent: QObject | None = None) -> None:
        """Begins at once."""
        super().__init__(parent)
        self._work = _Looking(path, folder, document)
        self._thread = threading.Thread(target=self._work.run, name="backups", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._thread.start()
        self._timer.start()

    def stop(self) -> None:
        """End it, soon; nothing is told any more."""
        self._work.stopped.set()
        self._timer.stop()
        self._thread.join()

    def _look(self) -> None:
        if not self._thread.is_alive():
            self._timer.stop()  # what it put is there by now
        with contextlib.suppress(queue.Empty):
            while True:
                found = self._work.found.get_nowait()
                if isinstance(found, list):
                    self.listed.emit(found)
                else:
                    self.compared.emit(*found)


class BackupsDialog(Dialog):
    """Shows the backups of the session's file and goes back to one, after one question."""

    filled = Signal()
    """The list shows what is there."""
    restored = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Lists at once, on a thread."""
        super().__init__(parent)
        self._context = context
        self._folder = backup_folder(context.settings)
        self._looker: Looker | None = None
        self._job: Job | None = None
        self._wanted: Backup | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Backups"))
        self.setMinimumSize(QSize(560, 440))
        self.resize(760, 600)
        lengths = {form: len(context.form(form).checkpoints) for form in ("", *context.library.ids())}
        self.model = BackupsModel(context.words, lengths, context.today(), self)
        self._build()
        session = context.session
        session.changed.connect(self._on_changed)
        session.failed.connect(self._on_failed)
        self._look()

    # what is there ----------------------------------------------------------------------------------

    def _look(self) -> None:
        self._stop_looking()
        session = self._context.session
        self._looker = Looker(session.path, self._folder, session.document, self)
        self._looker.listed.connect(self._on_listed)
        self._looker.compared.connect(self._on_compared)

    def _stop_looking(self) -> None:
        looker, self._looker = self._looker, None
        if looker is not None:
            looker.stop()
            looker.deleteLater()

    def _on_listed(self, found: Sequence[Backup]) -> None:
        self.model.show(found)
        self._rows.setCurrentWidget(self.list if found else self._empty)
        self._now.setVisible(bool(found))
        if found:
            self.list.setCurrentIndex(self.model.index(0))
            if self.focusWidget() is self.automatic or self.focusWidget() is None:
                self.list.setFocus()  # the first thing that can be reached is what the window is about
        self._show_possible()
        self.filled.emit()

    def _on_compared(self, path: Path, found: Contrast) -> None:
        self.model.set_contrast(path, found)
        self._show_possible()

    def _chosen(self) -> Backup | None:
        index = self.list.currentIndex()
        return index.data(BACKUP) if index.isValid() else None

    def _show_possible(self) -> None:
        chosen = self._chosen()
        differs = (
            chosen is not None
            and chosen.health == "good"
            and self.model.contrast(chosen) != Contrast(0, 0, 0)
            and self._job is None
        )
        for control in (self.restore, self.compare):
            control.setVisible(self.model.rowCount() > 0)
        self.restore.setEnabled(differs and self._context.session.obstacle is None)
        self.compare.setEnabled(differs)

    def _compare(self) -> None:
        """Show what differs, and let some of it be brought back."""
        if (chosen := self._chosen()) is not None:
            CompareDialog(self._context, self, backup=chosen).open()

    # going back -------------------------------------------------------------------------------------

    def _ask(self) -> None:
        self._wanted = self._chosen()
        if self._wanted is None:
            return
        when = self.model.when(self._wanted)
        self._question.setText(self.tr("Go back to this backup?"))
        self._which.setText(when)
        known = self.model.contrast(self._wanted)
        self._what.setText(self.model.difference(self._wanted) if known else "")
        self._what.setVisible(known is not None)
        self._stack.setCurrentWidget(self._confirmation)
        self.yes.setFocus()

    def _cancel(self) -> None:
        self._wanted = None
        self._end_job()
        self._stack.setCurrentWidget(self._page)
        self.list.setFocus()

    def _go_back(self) -> None:
        if self._wanted is None:
            return
        session, wanted, folder = self._context.session, self._wanted, self._folder
        session.flush()
        path = session.path

        def work(_: Task) -> tuple[list[Edit], list[bytes]]:
            store.check_tally(wanted.path)
            store.back_up(path, folder, dt.datetime.now(dt.UTC))
            return store.way_back(path, wanted)

        self._stop_looking()
        self._run(work, self._write)

    def _write(self, found: tuple[list[Edit], list[bytes]]) -> None:
        edits, contents = found
        if self._wanted is None:
            return
        if edits:
            self._context.session.save(edits, contents)
        else:
            self._on_changed(frozenset())

    def _on_changed(self, _roots: object) -> None:
        if self._wanted is not None:
            when = self.model.when(self._wanted)
            self._cancel()
            self.banner.say(
                self.tr(
                    "The file shows what it showed then ({when}). How it was before is now the newest backup; "
                    "Undo brings it back as well."
                ).format(when=when)
            )
            self.restored.emit()
        if self._job is None:
            self._look()

    def _on_failed(self, error: object) -> None:
        if self._wanted is not None and isinstance(error, UserError):
            self._cancel()
            self.banner.say(describe(error).in_one(), grave=True)

    # making one -------------------------------------------------------------------------------------

    def _back_up(self) -> None:
        session, folder, second = self._context.session, self._folder, second_place(self._context.settings)
        session.flush()
        path, home = session.path, self._context.settings.folder

        def work(_: Task) -> Backup:
            made = store.back_up(path, folder, dt.datetime.now(dt.UTC))
            if second is not None:
                elsewhere.copy_as_wished(made, second, home)
            return made

        self._run(work, lambda _: self._look())

    def _choose_second(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self,
            self.tr("Second place for backups"),
            self._context.settings.text("second_place") or str(paths.documents_folder()),
        )
        if name:
            self._set_second(name)
            self._try_second(Path(name))

    def _try_second(self, place: Path) -> None:
        """Put the newest backup there at once: whether a stick can be written shows best while it is in the hand."""
        newest = next((one for one in self._all() if one.health == "good"), None)
        if newest is not None:
            backup, home = newest, self._context.settings.folder
            self._run(lambda _: elsewhere.copy_as_wished(backup, place, home), lambda _: None, second=True)

    def _all(self) -> list[Backup]:
        return [self.model.index(row).data(BACKUP) for row in range(self.model.rowCount())]

    def _set_second(self, name: str) -> None:
        self._context.settings.set(second_place=name)
        self._show_second()

    def _show_second(self) -> None:
        name = self._context.settings.text("second_place")
        self._second.set_text(name or self.tr("None"))
        self.clear.setVisible(bool(name))

    def _run(
        self, work: Callable[[Task], object], then: Callable[..., object], *, second: bool = False
    ) -> None:
        """Do `work` on a thread and `then` with its result here; meanwhile nothing else can be begun."""
        job = Job(work, self)
        self._job = job

        def done(result: object) -> None:
            self._end_job()
            then(result)
            self._show_possible()

        def failed(error: object) -> None:
            self._end_job()
            self._say_trouble(error, second=second)

        for control in (self.yes, self._now, self.choose, self.restore, self.compare):
            control.setEnabled(False)
        self._moment.setVisible(True)
        job.done.connect(done)
        job.failed.connect(failed)
        job.start()

    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.drop()
        for control in (self.yes, self._now, self.choose):
            control.setEnabled(True)
        self._moment.setVisible(False)

    def _say_trouble(self, error: object, *, second: bool) -> None:
        error = mendable(error)
        wanted, self._wanted = self._wanted, None
        self._stack.setCurrentWidget(self._page)
        about_backup = wanted is not None and error.data.get("path") == wanted.path
        self.banner.say(
            self.tr("This backup is damaged, so nothing was changed. Choose another one.")
            if about_backup
            else describe_trouble(error, second=second),
            grave=True,
        )
        self._look()

    def done(self, result: int) -> None:
        self._wanted = None
        self._stop_looking()
        self._end_job()
        super().done(result)

    def reject(self) -> None:
        """Esc answers the question with no; without one it closes."""
        if self._stack.currentWidget() is self._confirmation:
            self._cancel()
        else:
            super().reject()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.banner = Banner(self._context.design, self.tr("Close this message"))
        self._stack = QStackedWidget()
        self._page, self._confirmation = self._make_page(), self._make_confirmation()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._confirmation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)

    def _make_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(label(self.tr("Backups"), "title"))
        said = label(
            self.tr(
                "Complete copies of this file on this computer. Older ones are thinned out by themselves."
            ),
            tone="muted",
            wrap=True,
        )
        column.addWidget(said)
        self._rows = QStackedWidget()
        self.list = self._make_list()
        self._empty = EmptyState(
            self._context.design,
            "clock",
            self.tr("No backups yet"),
            self.tr("The first one is made when you close this file after a change."),
            self.tr("Make one now"),
        )
        self._empty.wanted.connect(self._back_up)
        self._waiting = QWidget()
        for part in (self._waiting, self.list, self._empty):
            self._rows.addWidget(part)
        column.addWidget(self._rows, 1)
        column.addSpacing(SPACE[1])
        column.addLayout(self._make_choices())
        column.addSpacing(SPACE[2])
        column.addLayout(self._make_foot())
        self._show_second()
        return page

    def _make_list(self) -> QListView:
        made = QListView()
        made.setProperty("bare", True)
        made.setAccessibleName(self.tr("Backups, the newest first"))
        made.setModel(self.model)
        made.setItemDelegate(TwoLines(self._context.design, made, _lines))
        made.setMouseTracking(True)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.selectionModel().currentChanged.connect(lambda *_: self._show_possible())
        made.activated.connect(lambda: self.restore.click())  # noqa: PLW0108 - it is made later
        return made

    def _make_choices(self) -> QVBoxLayout:
        settings = self._context.settings
        column = QVBoxLayout()
        column.setSpacing(SPACE[1])
        self.automatic = QCheckBox(self.tr("Make a backup after each session with changes"))
        self.automatic.setChecked(settings.flag("backup"))
        self.automatic.clicked.connect(lambda: settings.set(backup=self.automatic.isChecked()))
        column.addWidget(self.automatic, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(label(self.tr("Second place:")))
        self._second = ElidedLine(self._context.design, muted=True)
        row.addWidget(self._second, 1)
        self.clear = button(self.tr("Remove"), "quiet")
        self.clear.setAccessibleName(self.tr("Remove the second place"))
        self.clear.clicked.connect(lambda: self._set_second(""))
        self.choose = button(self.tr("Choose…"), "quiet")
        self.choose.setAccessibleName(self.tr("Choose a second place"))
        self.choose.clicked.connect(self._choose_second)
        row.addWidget(self.clear)
        row.addWidget(self.choose)
        column.addLayout(row)
        hint = self.tr("For instance a memory stick. Whenever it is there, it gets a copy of the backup.")
        column.addWidget(label(hint, "small", tone="muted", wrap=True))
        self.choose.setAccessibleDescription(hint)
        return column

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        self.restore = button(self.tr("Restore…"))
        self.restore.clicked.connect(self._ask)
        self.compare = button(self.tr("What differs…"))
        self.compare.clicked.connect(self._compare)
        self._now = button(self.tr("Back up now"), "quiet")
        self._now.clicked.connect(self._back_up)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(self.restore)
        row.addWidget(self.compare)
        row.addWidget(self._now)
        obstacle = self._context.session.obstacle
        if obstacle is not None:
            text = self.tr("This file cannot be changed, so it cannot go back.")
            row.addWidget(label(text, "small", tone="muted", wrap=True), 1)
            self._now.setEnabled(isinstance(obstacle, FileReadOnly))
        else:
            row.addStretch(1)
        row.addWidget(close)
        for control in (self.restore, self.compare, self._now):
            control.setVisible(False)
        return row

    def _make_confirmation(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[5])
        column.setSpacing(SPACE[3])
        self._question = label(role="title", wrap=True)
        self._which = label(role="lead", bold=True, wrap=True)
        self._what = label(tone="muted", wrap=True)
        explained = label(
            self.tr(
                "What was written since then no longer shows. Nothing is lost: a backup of the present state is made "
                "first, Undo takes the step back, and the history keeps every change."
            ),
            wrap=True,
        )
        for made in (self._question, self._which, self._what, explained):
            made.setMaximumWidth(READING_WIDTH)
            column.addWidget(made)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        self.yes = button(self.tr("Restore"), "primary")
        self.yes.clicked.connect(self._go_back)
        self.no = button(self.tr("Cancel"))
        self.no.clicked.connect(self._cancel)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self._moment = label(self.tr("One moment…"), tone="muted")
        self._moment.setVisible(False)
        row.addWidget(self._moment)
        row.addStretch(1)
        column.addSpacing(SPACE[3])
        column.addLayout(row)
        column.addStretch(1)
        return page


def _lines(index: Index) -> Lines:
    usable = bool(index.data(USABLE))
    return Lines(
        str(index.data(Qt.ItemDataRole.DisplayRole)),
        str(index.data(DIFFERENCE)),
        str(index.data(PROGRESS)),
        str(index.data(SIZE)),
        weak=not usable,
        grave=not usable,
    )
