"""Importing partners and contacts: a list is read, its columns are matched in view of all rows, and it is taken in as one step."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop import paths
from roadmap_desktop.documents import foreign_list
from roadmap_desktop.documents.foreign_list import Book
from roadmap_desktop.domain import partner_columns
from roadmap_desktop.domain.errors import UserError, mendable
from roadmap_desktop.domain.names import one_line, safe_file_name
from roadmap_desktop.domain.partner_columns import Field
from roadmap_desktop.domain.partner_list import entries
from roadmap_desktop.domain.partner_match import Known, Match, matches
from roadmap_desktop.domain.partner_plan import Options, Plan, plan
from roadmap_desktop.job import Job, Task, uncollected
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.services import listing
from roadmap_desktop.store import file as files
from roadmap_desktop.store import open_json, queries
from roadmap_desktop.views.asked_path import ask_path
from roadmap_desktop.views.list_file import list_in
from roadmap_desktop.views.list_preview import ListPreview
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.dialog import Dialog
from roadmap_desktop.widgets.elided import ElidedLine
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.waiting import Waiting

_DONE: Final = 420
"""Width of what is said in the end."""
_PAUSE_MS: Final = 150
"""After a choice, before what it changes is worked out: several may come one after the other."""


class _Understood(NamedTuple):
    """A sheet as it is understood now, and what taking it in would set, with these `options`."""

    head: int
    fields: tuple[Field, ...]
    matches: list[Match]
    plan: Plan
    options: Options


class ImportDialog(Dialog):
    """Takes a list of partners in. `understood` when it is shown how, or why not; `imported` carries the Plan once it is in the file."""

    understood = Signal()
    imported = Signal(object)
    made = Signal(object)
    """The Path of a file of its own that was made of a whole one's JSON."""

    def __init__(self, context: Context, path: Path | None = None, parent: QWidget | None = None) -> None:
        """Reads `path` at once, where there is one."""
        super().__init__(parent)
        self._context = context
        self._path: Path | None = None
        self._book: Book | None = None
        self._known: Known | None = None
        self._found: _Understood | None = None
        self._fields: tuple[Field, ...] | None = None
        self._job: Job | None = None
        self._writing: frozenset[bytes] = frozenset()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._count)
        self.setWindowTitle(self.tr("Import partners and contacts"))
        self.setMinimumSize(QSize(780, 540))
        self.resize(1080, 680)
        self.setAcceptDrops(True)
        self._build()
        context.session.changed.connect(self._on_changed)
        context.session.failed.connect(self._on_failed)
        context.session.obstacle_changed.connect(self._show_possible)
        self._show_possible()
        if path is not None:
            self.read(path)

    # the file ---------------------------------------------------------------------------------------

    def _ask(self) -> None:
        kinds = self.tr("Lists ({pattern})").format(
            pattern=" ".join(f"*{one}" for one in (*foreign_list.ENDINGS, open_json.SUFFIX))
        )
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import partners and contacts"), str(paths.documents_folder()), kinds
        )
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read the list `path` on a thread; `understood` follows."""
        self._path, self._book, self._found, self._fields = path, None, None, None
        if open_json.is_one(path):
            self._stack.setCurrentWidget(self._whole)
            self._whole.setFocus()
            self._show_possible()
            self.understood.emit()
            return
        ours = self._context.session.path
        self._context.session.flush()
        self._file.set_text(one_line(path.name))

        def work(task: Task) -> tuple[Book, Known]:
            with files.translating(path), uncollected():
                book = foreign_list.read(path, task.report)
            with contextlib.closing(files.open_again(ours)) as db:
                return book, queries.known_partners(db)

        self._run(work, self._on_read)
        self._stack.setCurrentWidget(self._waiting)
        self._waiting.setFocus()
        self._show_possible()

    def _on_read(self, read: tuple[Book, Known]) -> None:
        self._book, self._known = read
        sheets = self._book.sheets
        best = max(
            range(len(sheets)), key=lambda place: (partner_columns.likeness(sheets[place].rows), -place)
        )
        self.preview.show_sheets([sheet.name for sheet in sheets], best)
        self._cut.setVisible(self._book.cut)
        self._understand()

    def _understand(self) -> None:
        """Work out what the columns and rows of the sheet at hand mean, as far as the user has said."""
        assert self._book is not None
        assert self._known is not None
        rows, known, told = self._book.sheets[self.preview.sheet()].rows, self._known, self._fields
        options = self.preview.options()

        def work(task: Task) -> _Understood:
            with uncollected():
                head, guessed = partner_columns.guess(rows)
                fields = told if told is not None else guessed
                found = matches(entries(rows, head, fields), known)
                task.report(0)
                return _Understood(head, fields, found, plan(found, {}, known, options), options)

        self._found = None
        self._run(work, self._on_understood)
        self._show_possible()

    def _on_understood(self, found: _Understood) -> None:
        assert self._book is not None
        rows = self._book.sheets[self.preview.sheet()].rows
        self.preview.show_list(rows, found.head, found.fields, found.matches)
        self._show_plan(found)
        if self._stack.currentWidget() is not self.preview:
            self._stack.setCurrentWidget(self.preview)
            self.preview.setFocus()
            self._show_possible()
        self._faults.show_lines(list(listing.faults(found.matches)))
        self._faults.setVisible(bool(self._faults.texts()))
        if self.preview.model.ways() or self.preview.options() != found.options:
            self._count()
        self.understood.emit()

    def _count(self) -> None:
        """Work out what taking it in would do, with all that is chosen."""
        found, known = self._found, self._known
        if found is None or known is None:  # it is being worked out, or there is nothing
            return
        ways, options = self.preview.model.ways(), self.preview.options()

        def work(task: Task) -> _Understood:
            with uncollected():
                made = plan(found.matches, ways, known, options)
            task.report(0)
            return found._replace(plan=made, options=options)

        self._run(work, self._show_plan)
        self._show_possible()

    def _show_plan(self, found: _Understood) -> None:
        self._found = found
        self._summary.setText(" ".join(listing.said(found.plan)))
        self._show_possible()

    def _on_choice(self) -> None:
        self._pause.start()
        self._show_possible()

    def _ask_whole(self) -> None:
        """Where the file shall stand that is made of the JSON at hand; then make it."""
        assert self._path is not None
        source, name = self._path, safe_file_name(self._path.stem, "Roadmap") + files.SUFFIX
        kinds = self.tr("Files of Roadmap Desktop ({pattern})").format(pattern=f"*{files.SUFFIX}")
        path = ask_path(self, self.tr("Save as a file of its own"), name, files.SUFFIX, kinds)
        if path is not None:
            self.banner.hide()
            self._run(lambda _: open_json.restore(source, path), lambda _: self._on_made(path))
            self._stack.setCurrentWidget(self._waiting)
            self._show_possible()

    def _on_made(self, path: Path) -> None:
        super().reject()
        self.made.emit(path)

    def _on_sheet(self) -> None:
        self._fields = None
        self._understand()

    def _on_columns(self, fields: Sequence[Field]) -> None:
        self._fields = tuple(fields)
        self._understand()

    # taking it in -----------------------------------------------------------------------------------

    def _take_in(self) -> None:
        if self._found is None or self._writing or not self._found.plan.edits:
            return
        edits = self._found.plan.edits
        self._writing = frozenset(edit.root for edit in edits)
        self.banner.hide()
        self._stack.setCurrentWidget(self._taking)
        self._show_possible()
        self._context.session.save(edits)

    def _on_changed(self, roots: frozenset[bytes]) -> None:
        if not self._writing or not self._writing & roots or self._found is None:
            return
        self._writing = frozenset()
        done = self._found.plan
        self._done_lines.show_lines(list(listing.said(done)))
        self._stack.setCurrentWidget(self._done)
        self._show_possible()
        self.close_.setFocus()
        self.imported.emit(done)

    def _on_failed(self, error: object) -> None:
        if self._writing and isinstance(error, UserError):
            # The session keeps what it could not write and tries again: it must not be taken in twice.
            self.banner.say(
                describe(error).in_one(), (self.tr("Try again"), self._context.session.retry), grave=True
            )

    # work on a thread -------------------------------------------------------------------------------

    def _run(self, work: Callable[[Task], Any], then: Callable[[Any], None]) -> None:
        self._end_job()
        job = Job(work, self)
        self._job = job

        def done(result: Any) -> None:
            self._end_job()
            then(result)

        job.done.connect(done)
        job.failed.connect(self._refuse)
        job.start()

    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.drop()

    def _refuse(self, error: object) -> None:
        """Say why the file cannot be taken in, and ask for another."""
        self._end_job()
        self._say_stopped(describe(mendable(error)).in_one())

    def _stop(self) -> None:
        self._end_job()
        self._say_stopped(self.tr("Reading was stopped, and nothing was taken in."))

    def _say_stopped(self, text: str) -> None:
        self._book = self._found = None
        self._stack.setCurrentWidget(self._ask_page)
        self.banner.say(text, grave=True)
        self._ask_page.setFocus()
        self._show_possible()
        self.understood.emit()

    def done(self, result: int) -> None:
        self._end_job()
        super().done(result)

    def reject(self) -> None:
        """Esc stops reading; else it closes. What is being written is waited for."""
        if self._stack.currentWidget() is self._waiting:
            self._stop()
        elif not self._writing or self._context.session.failing:
            super().reject()

    # dropping a file --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if list_in(event) is not None and not self._writing:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = list_in(event)
        if path is not None:
            self.banner.hide()
            self.read(path)

    # building ---------------------------------------------------------------------------------------

    def _show_possible(self) -> None:
        shown, found = self._stack.currentWidget(), self._found
        changeable = self._context.session.obstacle is None
        at_choice = shown is self.preview
        self._head.setVisible(at_choice)
        self._foot_text.setVisible(at_choice)
        self.take.setVisible(at_choice and changeable)
        counted = self._job is None and not self._pause.isActive()
        self.take.setEnabled(counted and found is not None and bool(found.plan.edits))
        self.another.setVisible(at_choice)
        self.close_.setEnabled(not self._writing or self._context.session.failing)
        self.close_.setText(self.tr("Close"))
        self._hint.setText(
            self.tr("This file cannot be changed, so nothing can be taken in.")
            if not changeable
            else self.tr("Nothing that stands in your file is replaced, and Undo takes all of it back.")
        )

    def _build(self) -> None:
        design = self._context.design
        self.banner = Banner(design, self.tr("Close this message"))
        self._ask_page = EmptyState(
            design,
            "users",
            self.tr("A list of partners, as you have it"),
            self.tr(
                "Choose an Excel or CSV file, or drop it here. You will see how it is understood before anything is"
                " written."
            ),
            self.tr("Choose a file…"),
        )
        self._ask_page.wanted.connect(self._ask)
        self._whole = EmptyState(
            design,
            "file",
            self.tr("A whole file"),
            self.tr(
                "JSON files hold all of a file, with its history. It becomes a file of its own; the one that is open stays"
                " as it is."
            ),
            self.tr("Save as a file…"),
        )
        self._whole.wanted.connect(self._ask_whole)
        self._waiting = Waiting(self.tr("The list is being read…"), stop=self.tr("Stop"))
        self._waiting.stopped.connect(self._stop)
        self._taking = Waiting(self.tr("It is being taken in…"))
        self.preview = ListPreview(self._context)
        self.preview.sheet_chosen.connect(self._on_sheet)
        self.preview.columns_chosen.connect(self._on_columns)
        self.preview.changed.connect(self._on_choice)
        self._done = self._make_done()
        self._stack = QStackedWidget()
        for page in (self._ask_page, self._whole, self._waiting, self.preview, self._taking, self._done):
            self._stack.addWidget(page)
        inner = QVBoxLayout()
        inner.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        inner.setSpacing(SPACE[3])
        inner.addWidget(self._make_head())
        inner.addWidget(self._stack, 1)
        inner.addWidget(self._make_foot_text())
        inner.addLayout(self._make_foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(inner, 1)

    def _make_head(self) -> QWidget:
        self._head = QWidget()
        column = QVBoxLayout(self._head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(label(self.tr("What the columns hold"), "title"))
        self._file = ElidedLine(self._context.design)
        column.addWidget(self._file)
        self._cut = label(
            self.tr("The list is longer than is read: only its beginning is shown and taken."),
            tone="overdue",
            wrap=True,
        )
        column.addWidget(self._cut)
        return self._head

    def _make_foot_text(self) -> QWidget:
        self._foot_text = QWidget()
        column = QVBoxLayout(self._foot_text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        self._summary = label(bold=True, wrap=True)
        self._faults = Bullets()
        self._hint = label(tone="muted", wrap=True)
        for one in (self._summary, self._faults, self._hint):
            column.addWidget(one)
        return self._foot_text

    def _make_foot(self) -> QHBoxLayout:
        self.another = button(self.tr("Choose another file…"), "quiet")
        self.another.clicked.connect(self._ask)
        self.close_ = button("", "quiet")
        self.close_.clicked.connect(self.reject)
        self.take = button(self.tr("Take in"), "primary")
        self.take.clicked.connect(self._take_in)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE[2])
        foot.addWidget(self.another)
        foot.addStretch(1)
        foot.addWidget(self.close_)
        foot.addWidget(self.take)
        return foot

    def _make_done(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.setSpacing(SPACE[3])
        state = EmptyState(
            self._context.design,
            "circle-check",
            self.tr("Taken in"),
            self.tr("The list is in your file now. Undo takes all of it back in one step."),
        )
        self._done_lines = Bullets()
        self._done_lines.setFixedWidth(_DONE)
        column.addWidget(state)
        column.addWidget(self._done_lines, 0, Qt.AlignmentFlag.AlignHCenter)
        return made
