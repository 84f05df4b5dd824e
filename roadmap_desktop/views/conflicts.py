"""What waits for a decision, in one partnership or in the whole file: both texts side by side, settled as one step."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.domain.conflicts import settling
from roadmap_desktop.domain.errors import UserError, mendable
from roadmap_desktop.domain.incoming import Choice, Group, Place
from roadmap_desktop.job import Job, Task
from roadmap_desktop.messages import describe
from roadmap_desktop.models.branches import Known
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.store import conflicts, file
from roadmap_desktop.views.incoming import IncomingView
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.dialog import PagedDialog
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.waiting import Waiting


class ConflictsDialog(PagedDialog):
    """Lists what waits, and writes what was chosen. `filled` whenever it shows what there is; `settled` once written."""

    filled = Signal()
    settled = Signal()

    def __init__(self, context: Context, root: bytes = b"", parent: QWidget | None = None) -> None:
        """Looks at once, on a thread; `root` is the partnership, b"" for the whole file."""
        super().__init__(context.design, self.tr("Close this message"), parent)
        self._context = context
        self._root = root
        self._groups: Sequence[Group] = ()
        self._job: Job | None = None
        self._writing = self._asked = False
        self.setWindowTitle(self.tr("Waiting for a decision"))
        self.setMinimumSize(QSize(780, 520))
        self.resize(1040, 680)
        self.set_pages(self._make_page())
        session = context.session
        session.changed.connect(self._on_changed)
        session.failed.connect(self._on_failed)
        session.obstacle_changed.connect(self._show_possible)
        self._look()

    # what waits -------------------------------------------------------------------------------------

    def _look(self) -> None:
        self._end_job()
        path, root = self._context.session.path, self._root

        def work(_: Task) -> list[Group]:
            with file.translating(path), contextlib.closing(file.open_again(path)) as db:
                return conflicts.about(db, root) if root else conflicts.waiting(db)

        self._job = job = Job(work, self)
        job.done.connect(self._on_found)
        job.failed.connect(self._on_not_found)
        job.start()

    def _on_found(self, found: Sequence[Group]) -> None:
        self._end_job()
        before = self.choices()
        self._groups = found
        session = self._context.session
        session.see(found)
        if found:
            names = {one.id.hex(): one.name for one in session.organisations()}
            home = session.home_organisation().id.hex()
            known = Known(self._context.library, self._context.words, names, home)
            self.incoming.show_groups(found, known, before)
            self._stack.setCurrentWidget(self.incoming)
            self.incoming.setFocus()
        else:
            self._stack.setCurrentWidget(self._empty)
            self.close_.setFocus()
        self._show_possible()
        self.filled.emit()

    def _on_not_found(self, error: object) -> None:
        self._end_job()
        self._stack.setCurrentWidget(self._empty)
        self.banner.say(describe(mendable(error)).in_one(), grave=True)
        self.filled.emit()

    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.drop()

    def choices(self) -> Mapping[Place, Choice]:
        """What was chosen so far, by the place of each choice; nothing of what waits on."""
        return self.incoming.model.choices() if self._groups else {}

    # settling ---------------------------------------------------------------------------------------

    def _settle(self) -> None:
        edits = settling(self._groups, self.choices())
        if edits and not self._writing:
            self._writing = True
            self.banner.hide()
            self._show_possible()
            self._context.session.save(edits)

    def _on_changed(self, _roots: object) -> None:
        if self._writing:
            self._writing = False
            self.banner.say(self.tr("Settled as you chose. Undo takes it back as one step."))
            self.settled.emit()
        self._look()

    def _on_failed(self, error: object) -> None:
        if self._writing and isinstance(error, UserError):
            self._writing = False
            self.banner.say(describe(error).in_one(), grave=True)
            self._show_possible()

    def _show_possible(self) -> None:
        """What the button does, and what is left."""
        changeable = self._context.changeable
        tally = self.incoming.model.tally()
        shown = self._stack.currentWidget() is self.incoming
        self.settle.setVisible(shown and changeable)
        self.settle.setEnabled(bool(tally.settled) and not self._writing)
        if shown and not changeable:
            self._hint.setText(self.tr("This file cannot be changed, so nothing can be settled."))
        elif shown:
            self._hint.setText(
                self.tr(
                    "Chosen: {chosen}. Waiting on: {waiting}. What waits keeps every version, as long as you like."
                ).format(chosen=tally.settled, waiting=tally.waiting)
            )
        else:
            self._hint.setText("")

    def reject(self) -> None:
        """Esc closes; what was chosen and not settled is asked about once."""
        if self.choices() and not self._asked and self._context.changeable:
            self._asked = True
            self.banner.say(
                self.tr("What you chose is not settled yet."),
                (self.settle.text(), self._settle),
                (self.tr("Close without settling"), self.reject),
            )
            return
        super().reject()

    def done(self, result: int) -> None:
        self._end_job()
        super().done(result)

    # building ---------------------------------------------------------------------------------------

    def _make_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(label(self.tr("Waiting for a decision"), "title"))
        column.addWidget(label(self._about(), tone="muted", wrap=True))
        self._stack = QStackedWidget()
        self.incoming = IncomingView(self._context.design)
        self.incoming.tree.setAccessibleName(self.tr("What waits"))
        self._empty = EmptyState(
            self._context.design,
            "circle-check",
            self.tr("Nothing waits"),
            self.tr(
                "Where two people write in one place without knowing of each other, both texts are kept and wait here."
            ),
        )
        for part in (Waiting(self.tr("One moment…")), self.incoming, self._empty):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addLayout(self._make_foot())
        self.incoming.chosen_changed.connect(self._show_possible)
        return page

    def _about(self) -> str:
        found = self._context.session.summaries([self._root]) if self._root else []
        return found[0].partnership.title if found else self.tr("In the whole file")

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        self._hint = label(role="small", tone="muted", wrap=True)
        self.settle = button(self.tr("Settle as chosen"), "primary")
        self.settle.clicked.connect(self._settle)
        self.settle.hide()
        self.close_ = button(self.tr("Close"))
        self.close_.clicked.connect(self.reject)
        row.addWidget(self._hint, 1)
        row.addWidget(self.settle, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.close_, 0, Qt.AlignmentFlag.AlignBottom)
        return row
