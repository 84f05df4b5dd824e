"""Receive: files from elsewhere are looked through, what came is shown to choose from, and taken in as one step."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.documents.blocks import Sheet
from roadmap_desktop.documents.report import Taken, merge_report
from roadmap_desktop.domain.errors import FileHeld, FileLocked, UserError, mendable
from roadmap_desktop.domain.incoming import Choice, Group, Place, Source
from roadmap_desktop.job import Job, Task, uncollected
from roadmap_desktop.messages import describe
from roadmap_desktop.models.branches import Known
from roadmap_desktop.models.incoming import Tally
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.store import receive
from roadmap_desktop.store.receive import Incoming, Received
from roadmap_desktop.views.incoming import IncomingView
from roadmap_desktop.views.origin import origin
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.receipt import Receipt
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.dialog import PagedDialog
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.waiting import Waiting

_PARTS: Final = 1000
_FEW: Final = 2
"""Files that are told without a list to scroll."""
_LISTED: Final = 108
"""Height of that list."""


class _Looked(NamedTuple):
    """What came, all of it, and what it takes to name it."""

    incoming: Incoming
    groups: list[Group]
    names: dict[str, str]


class ReceiveDialog(PagedDialog):
    """Shows what is new in some files and takes it in as it is chosen; our file is written by the session alone."""

    looked = Signal()
    """What came is shown, or why nothing is."""
    taken_in = Signal(object)
    """The Received."""
    settle_wanted = Signal()
    """The user wants to decide about what waits since."""

    def __init__(
        self, context: Context, paths: Sequence[Path], folder: Path, parent: QWidget | None = None
    ) -> None:
        """Looks through `paths` at once; `folder` is where the backup goes that is made before."""
        super().__init__(context.design, self.tr("Close this message"), parent)
        self._context = context
        self._paths = list(paths)
        self._folder = folder
        self._job: Job | None = None
        self._box: list[Incoming] = []
        self._locked: list[Path] = []
        self._found: _Looked | None = None
        self._choices: dict[Place, Choice] = {}
        self._settled = 0
        self._writing = False
        self.setWindowTitle(self.tr("Receive"))
        self.setMinimumSize(QSize(780, 520))
        self.resize(1040, 680)
        self._build()
        context.session.received.connect(self._on_received)
        context.session.failed.connect(self._on_failed)
        context.session.obstacle_changed.connect(self._show_possible)
        context.session.freed.connect(self._on_freed)
        self._look()

    # looking ----------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Look the files through on a thread, with connections of its own."""
        self._end_job()
        ours, files, box = self._context.session.path, list(self._paths), self._box

        def work(task: Task) -> _Looked:
            incoming = receive.look(ours, files, progress=lambda part: task.report(round(_PARTS * part)))
            box.append(incoming)
            with uncollected():
                groups = sorted(
                    incoming.groups(), key=lambda one: (one.kind != "partnership", one.title, one.root)
                )
            return _Looked(incoming, groups, incoming.organisations)

        self._waiting.bar.setValue(0)
        self._stack.setCurrentWidget(self._waiting)
        self._show_possible()
        self.stop.setFocus()
        self._start(work, self._on_looked)
        assert self._job is not None
        self._job.progressed.connect(self._waiting.bar.setValue)

    def _on_looked(self, found: _Looked) -> None:
        self._found = found
        self._tell_files(found.incoming.sources)
        if found.groups:
            self.incoming.show_groups(found.groups, self._known(found))
            self._stack.setCurrentWidget(self.incoming)
        else:
            self._stack.setCurrentWidget(self._quiet(found))
        self._show_possible()
        if found.groups:
            self.incoming.setFocus()
        else:
            (self.take if self.take.isVisible() else self.close_).setFocus()
        self.looked.emit()

    def _quiet(self, found: _Looked) -> QWidget:
        """What is shown where there is nothing to choose from."""
        if found.incoming.new:
            return self._same
        healthy = any(source.error is None for source in found.incoming.sources)
        return self._nothing if healthy else self._refused

    def _known(self, found: _Looked) -> Known:
        new = {group.root.hex(): group.title for group in found.groups if group.kind == "organisation"}
        session = self._context.session
        return Known(
            self._context.library,
            self._context.words,
            {**new, **found.names},
            session.home_organisation().id.hex(),
        )

    def _tell_files(self, sources: Sequence[Source]) -> None:
        lines = [self._told(source) for source in sources]
        few = len(lines) <= _FEW
        self.files.show_lines(lines if few else [])
        self.all_files.show_lines([] if few else lines)
        self.files.setVisible(few)
        self._scroll.setVisible(not few)
        self._locked = [source.file for source in sources if isinstance(source.error, FileLocked)]
        self.unlock.setVisible(bool(self._locked))

    def _told(self, source: Source) -> str:
        """A file: who it says it is from, when it was written, how much is new; or why it is not taken in."""
        if source.error is not None:
            return describe(source.error).in_one()
        new = (
            self.tr("New changes: {new}.").format(new=self.locale().toString(source.new))
            if source.new
            else self.tr("Nothing in it is new.")
        )
        return " ".join((*origin(source, self._context.words), new))

    def _stop(self) -> None:
        """Looking is not wanted."""
        self._end_job()
        self._stack.setCurrentWidget(self._stopped)
        self._show_possible()
        self._stopped.setFocus()
        self.looked.emit()

    def _ask_password(self) -> None:
        """Open the first locked copy with its password; what is in it is looked at in its place."""
        from roadmap_desktop.views.unlock import AskPasswordDialog  # noqa: PLC0415 - when wanted

        locked = self._locked[0]
        dialog = AskPasswordDialog(locked, self._context.design, self)
        dialog.opened.connect(lambda opened: self._go_on_with(locked, opened))
        dialog.open()

    def _go_on_with(self, locked: Path, opened: Path) -> None:
        self._paths = [opened if path == locked else path for path in self._paths]
        self._look()

    # taking in --------------------------------------------------------------------------------------

    def _show_possible(self) -> None:
        """What the button does, and what it would do, in words and counts."""
        found, changeable = self._found, self._context.session.obstacle is None
        at_choice = self._stack.currentWidget() in (self.incoming, self._same) and found is not None
        tally = (
            self.incoming.model.tally() if found is not None and found.groups else Tally(0, 0, 0, 0, 0, 0, 0)
        )
        self.take.setVisible(at_choice and changeable)
        self.take.setEnabled(self._job is None and not self._writing)
        self.take.setText(self.tr("Take in all but conflicts") if tally.waiting else self.tr("Take in"))
        self.close_.setEnabled(not self._writing)
        self._hint.setText(
            self._why_not()
            if at_choice and not changeable
            else self.tr("It is being taken in…")
            if self._writing
            else "\n".join(self.said(tally))
            if at_choice
            else ""
        )

    def _why_not(self) -> str:
        """What keeps our file from taking in anything, and what helps."""
        obstacle = self._context.session.obstacle
        if isinstance(obstacle, FileHeld):
            close = self.tr("Have it closed there; as soon as it is, what came can be taken in here.")
            return f"{describe(obstacle).what} {close}"
        return self.tr("This file cannot be changed, so nothing can be taken in.")

    def _on_freed(self) -> None:
        """Whoever had our file open has closed it: what came can be taken in."""
        if self._found is not None:
            self._context.session.try_again()

    def said(self, tally: Tally) -> list[str]:
        """In words, what taking in does."""
        counts = (
            (self.tr("added: {count}"), tally.new),
            (self.tr("changed: {count}"), tally.changed),
            (self.tr("deleted: {count}"), tally.deleted),
            (self.tr("brought back: {count}"), tally.restored),
            (self.tr("left out: {count}"), tally.left),
        )
        told = ", ".join(text.format(count=count) for text, count in counts if count)
        lines = [self.tr("In your file: {what}.").format(what=told)] if told else []
        if tally.settled:
            lines.append(self.tr("Conflicts settled as you chose: {count}.").format(count=tally.settled))
        if tally.waiting:
            lines.append(
                self.tr("Conflicts that wait for you: {count}. Both texts are kept.").format(
                    count=tally.waiting
                )
            )
        return [*lines, self.tr("A backup is made first, and Undo takes all of it back.")]

    def _take_in(self) -> None:
        found = self._found
        if found is None or self._writing:
            return
        self._choices = self.incoming.model.choices() if found.groups else {}
        self._settled = self.incoming.model.tally().settled if found.groups else 0
        self._writing = True
        self.banner.hide()
        self._show_possible()
        self.incoming.setEnabled(False)
        self._context.session.receive(
            found.incoming, self._choices, "later", self._folder, dt.datetime.now(dt.UTC)
        )

    def _on_received(self, received: Received) -> None:
        found = self._found
        if not self._writing or found is None:
            return
        self._writing = False
        ours = self._context.session.path.parent
        sources = found.incoming.sources
        copies = [one.file for one in sources if one.copy and one.new and one.file.parent == ours]
        waiting = self._arose(received) - self._settled
        self.receipt.show_received(received, self._settled, waiting, self._report(found), copies)
        self._let_go()
        self.turn_to(self.receipt_page)
        self.done_.setFocus()
        self.taken_in.emit(received)

    def _arose(self, received: Received) -> int:
        """How many conflicts there were in what was taken in, also inside a partnership that is new as a whole."""
        taken = (thing for _, thing in received.conflicts if self._choices.get(thing.place()) != "ours")
        return sum(one.sort == "conflict" for thing in taken for one in thing.differences)

    def _report(self, found: _Looked) -> Sheet:
        context = self._context
        known = self._known(found)
        refusals = {
            place: describe(source.error).what
            for place, source in enumerate(found.incoming.sources)
            if source.error is not None
        }
        taken = Taken(found.groups, self._choices, found.incoming.sources, refusals)
        return merge_report(
            taken, context.library, known.names, context.words, context.today(), context.session.path.name
        )

    def _on_failed(self, error: object) -> None:
        if not self._writing:
            return
        self._writing = False
        self.incoming.setEnabled(True)
        self._show_possible()
        if isinstance(error, UserError):
            self.banner.say(describe(error).in_one(), grave=True)

    # work on a thread -------------------------------------------------------------------------------

    def _start(self, work: Callable[[Task], object], then: Callable[..., object]) -> None:
        job = Job(work, self)
        self._job = job

        def done(result: object) -> None:
            self._job = None
            job.deleteLater()
            then(result)

        def failed(error: object) -> None:
            self._end_job()
            error = mendable(error)
            self._stack.setCurrentWidget(self._stopped)
            self._show_possible()
            self.banner.say(describe(error).in_one(), grave=True)
            self.looked.emit()

        job.done.connect(done)
        job.failed.connect(failed)
        job.start()

    def _end_job(self) -> None:
        """Let go of the look under way, and of what it found so far or still finds."""
        job, self._job = self._job, None
        self._found = None
        box, self._box = self._box, []
        if job is None:
            _close(box)
            return
        job.stop()
        threading.Thread(target=_close_after, args=(job, box), name="let go", daemon=True).start()
        job.deleteLater()

    def _let_go(self) -> None:
        box, self._box = self._box, []
        self._found = None
        _close(box)

    def done(self, result: int) -> None:
        self._end_job()
        super().done(result)

    def reject(self) -> None:
        """Esc stops looking; else it closes. What is being written is waited for."""
        if self._writing:
            return
        if self._job is not None:
            self._stop()
        else:
            super().reject()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._page, self.receipt_page = self._make_page(), self._make_receipt()
        self.set_pages(self._page, self.receipt_page)

    def _make_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(label(self.tr("What came"), "title"))
        column.addWidget(self._make_files())
        self._stack = QStackedWidget()
        design = self._context.design
        self.incoming = IncomingView(design)
        self.incoming.chosen_changed.connect(self._show_possible)
        self._waiting = Waiting(self.tr("The files are being looked through…"), _PARTS, self.tr("Stop"))
        self._waiting.stopped.connect(self._stop)
        assert self._waiting.stop is not None
        self.stop = self._waiting.stop
        self._nothing = EmptyState(
            design, "circle-check", self.tr("Nothing new"),
            self.tr("All that came is in your file or its history already, so nothing was changed. If you undid any of it, History brings it back."),
        )  # fmt: skip
        self._same = EmptyState(
            design, "circle-check", self.tr("You agree"),
            self.tr("What came says the same as your file. Taken in, it stands in the history of both."),
        )  # fmt: skip
        self._refused = EmptyState(
            design, "alert-triangle", self.tr("Nothing can be taken in"),
            self.tr("Above it says why. Your file is as it was."),
        )  # fmt: skip
        self._stopped = EmptyState(
            design, "clock", self.tr("Not looked through"), self.tr("Nothing was changed."), self.tr("Look again")
        )  # fmt: skip
        self._stopped.wanted.connect(self._look)
        for part in (self._waiting, self.incoming, self._nothing, self._same, self._refused, self._stopped):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addLayout(self._make_foot())
        return page

    def _make_files(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        self.files, self.all_files = Bullets(), Bullets()
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.all_files)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFixedHeight(_LISTED)
        self._scroll.setAccessibleName(self.tr("The files"))
        self._scroll.hide()
        self.unlock = button(self.tr("Open the locked copy…"), "", self._context.design.icon("lock"))
        self.unlock.clicked.connect(self._ask_password)
        self.unlock.hide()
        column.addWidget(self.files)
        column.addWidget(self._scroll)
        column.addWidget(self.unlock, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        self._hint = label(role="small", tone="muted", wrap=True)
        self.take = button(self.tr("Take in"), "primary")
        self.take.clicked.connect(self._take_in)
        self.close_ = button(self.tr("Close"))
        self.close_.clicked.connect(self.accept)
        row.addWidget(self._hint, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.close_, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _make_receipt(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[5])
        self.receipt = Receipt(self._context, self._folder)
        self.receipt.settle_wanted.connect(self.accept)
        self.receipt.settle_wanted.connect(self.settle_wanted)
        self.receipt.said.connect(lambda text, grave: self.banner.say(text, grave=grave))
        self.done_ = button(self.tr("Done"), "primary")
        self.done_.clicked.connect(self.accept)
        column.addWidget(self.receipt, 1)
        column.addWidget(self.done_, 0, Qt.AlignmentFlag.AlignRight)
        return page


def _close(box: Sequence[Incoming]) -> None:
    for incoming in box:
        incoming.close()


def _close_after(job: Job, box: Sequence[Incoming]) -> None:
    job.wait()
    _close(box)
