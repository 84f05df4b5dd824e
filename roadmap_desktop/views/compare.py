"""Compare with then: a moment is chosen, what differs is shown, and some or all of it brought back as one step."""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain.backups import Backup
from roadmap_desktop.domain.difference import Divergence
from roadmap_desktop.domain.errors import BadDate, UserError, mendable
from roadmap_desktop.domain.moments import days_before, moment, month_before, parse_time
from roadmap_desktop.job import Job, Task, uncollected
from roadmap_desktop.messages import describe
from roadmap_desktop.models.branches import Known
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.store import backup as store
from roadmap_desktop.store import compare, file
from roadmap_desktop.store.compare import Moment
from roadmap_desktop.views.dates import date_field
from roadmap_desktop.views.differences import Differences
from roadmap_desktop.views.keeper import backup_folder
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import button, label, set_tone
from roadmap_desktop.widgets.dialog import PagedDialog
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.waiting import Waiting

_PARTS = 100


class _Then(NamedTuple):
    """What is compared with: a moment of this file, or a backup; `looked` takes each partnership's own moment."""

    until: int = 0
    looked: bool = False
    backup: Backup | None = None


class CompareDialog(PagedDialog):
    """Shows what differs between then and now, in the whole file or in one partnership, and brings back what is ticked."""

    filled = Signal()
    """What differs is shown, or that nothing does."""
    brought_back = Signal()

    def __init__(
        self, context: Context, parent: QWidget | None = None, root: bytes = b"", backup: Backup | None = None
    ) -> None:
        """Compares at once: with the end of yesterday, or with `backup`. `root` narrows it to one partnership."""
        super().__init__(context.design, self.tr("Close this message"), parent)
        self._context = context
        self._root = root
        self._backup = backup
        self._then = _Then(backup=backup)
        self._job: Job | None = None
        self._writing = False
        self.setWindowTitle(self.tr("Compare with then"))
        self.setMinimumSize(QSize(780, 520))
        self.resize(1040, 660)
        self._build()
        context.session.changed.connect(self._on_changed)
        context.session.failed.connect(self._on_failed)
        if backup is None:
            self.day.show_date(days_before(context.today(), 1))
            self._quick["yesterday"].setChecked(True)
            self._choose_day()
        else:
            self._compare()

    # choosing when ----------------------------------------------------------------------------------

    def _choose(self, name: str) -> None:
        today = self._context.today()
        if name == "looked":
            self.day.show_date("")
            self.time.clear()
            self._then = _Then(until=2**62, looked=True)
            self._compare()
            return
        days = {
            "yesterday": days_before(today, 1),
            "week": days_before(today, 7),
            "month": month_before(today),
        }
        self.day.show_date(days[name])
        self.time.clear()
        self._choose_day()

    def _choose_day(self) -> None:
        """A day and perhaps a time stand there."""
        self._say_wrong("")
        if not self.day.iso:
            return
        try:
            clock = parse_time(self.time.text())
        except ValueError:
            self._say_wrong(self.tr("Please write the time like 14:30."))
            return
        self.time.setText(clock)
        self._then = _Then(until=moment(self.day.iso, clock))
        self._compare()

    def _pick_day(self) -> None:
        self._release_quick()
        self._choose_day()

    def _release_quick(self) -> None:
        self._group.setExclusive(False)
        for made in self._quick.values():
            made.setChecked(False)
        self._group.setExclusive(True)

    def _say_wrong(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))

    # comparing --------------------------------------------------------------------------------------

    def _compare(self) -> None:
        """On a thread, with connections of its own; a newer comparison ends the one before."""
        self._end_job()
        session, then, root = self._context.session, self._then, self._root
        path, looked = session.path, self._context.settings.looked

        def work(task: Task) -> list[Divergence]:
            def report(done: int, total: int) -> None:
                task.report(_PARTS * done // total)

            with contextlib.ExitStack() as open_, file.translating(path), uncollected():
                now = Moment(open_.enter_context(contextlib.closing(file.open_again(path))))
                if then.backup is not None:
                    db = open_.enter_context(contextlib.closing(file.connect(then.backup.path, "ro")))
                    former = Moment(db)
                else:
                    own = (
                        {found: looked(found.hex()) for found in compare.newest(now.db)}
                        if then.looked
                        else {}
                    )
                    own = {found: wall for found, wall in own.items() if wall}
                    former = Moment(now.db, then.until, time.time_ns() // 1_000_000, own)
                return list(compare.divergences(now, former, root, report))

        self._waiting.bar.setValue(0)
        self._stack.setCurrentWidget(self._waiting)
        self._show_possible()
        self._start(work, self._on_compared)
        assert self._job is not None
        self._job.progressed.connect(self._waiting.bar.setValue)

    def _on_compared(self, found: Sequence[Divergence]) -> None:
        session, words = self._context.session, self._context.words
        names = {one.id.hex(): one.name for one in session.organisations()}
        gone = {one.root.hex(): one.title for one in found if one.things[0].edit.kind == "organisation"}
        known = Known(self._context.library, words, {**gone, **names}, session.home_organisation().id.hex())
        offered = sorted((one for one in found if _offered(one)), key=lambda one: (one.title, one.root))
        if offered:
            heads = (self._when(), self.tr("Now"))
            self.differences.show_found(offered, known, heads, ticked=self._backup is not None)
            self._stack.setCurrentWidget(self.differences)
            self.differences.setFocus()
        else:
            self._stack.setCurrentWidget(self._same)
        self._show_possible()
        self.filled.emit()

    def _stop(self) -> None:
        """The comparison is not wanted."""
        self._end_job()
        self._stack.setCurrentWidget(self._stopped)
        self._show_possible()
        self.filled.emit()

    def _when(self) -> str:
        """What it is compared with, in words."""
        words = self._context.words
        if self._then.backup is not None:
            local = self._then.backup.when.astimezone()
            day = words.date(local.date().isoformat(), long=True)
            return self.tr("Backup of {date}, {time}").format(date=day, time=f"{local:%H:%M}")
        if self._then.looked:
            return self.tr("When you last looked")
        day = words.date(self.day.iso, long=True)
        if self.time.text():
            return self.tr("{date}, {time}").format(date=day, time=self.time.text())
        return self.tr("End of {date}").format(date=day)

    # bringing back ----------------------------------------------------------------------------------

    def _show_possible(self) -> None:
        shown = self._stack.currentWidget() is self.differences
        said = self.differences.said() if shown else []
        self.bring.setVisible(shown and self._context.session.obstacle is None)
        self.bring.setEnabled(bool(said) and self._job is None)
        self._hint.setText(
            self.tr("This file cannot be changed, so nothing can be brought back.")
            if shown and self._context.session.obstacle is not None
            else self.tr("Tick what shall be again as it was then.")
            if shown and not said
            else "\n".join(said)
        )

    def _ask(self) -> None:
        self._what.setText("\n".join(self.differences.said()))
        self._which.setText(self._when())
        self.turn_to(self._question)
        self.yes.setFocus()

    def _cancel(self) -> None:
        self._writing = False
        if self.page() is self._question:
            self._end_job()
        self.turn_to(self._page)
        self._show_possible()
        self.differences.setFocus()

    def _bring_back(self) -> None:
        """Write the ticked edits as one step.

        From a backup the bytes of attachments come along, and the present state is kept as a backup before.
        """
        edits, backup, path = self.differences.chosen(), self._backup, self._context.session.path
        folder = backup_folder(self._context.settings)
        if not edits or self._writing:
            return

        def work(_: Task) -> list[bytes]:
            if backup is None:
                return []
            store.check_tally(backup.path)
            store.back_up(path, folder, dt.datetime.now(dt.UTC))
            with (
                file.translating(backup.path),
                contextlib.closing(file.open_again(path)) as now,
                contextlib.closing(file.connect(backup.path, "ro")) as then,
            ):
                return list(compare.contents_for(edits, now, then))

        def save(contents: Sequence[bytes]) -> None:
            self._writing = True
            self._context.session.save(edits, contents)

        self.yes.setEnabled(False)
        self._start(work, save)

    def _on_changed(self, _roots: object) -> None:
        if self._writing:
            self._cancel()
            self.banner.say(self.tr("It is as it was then. Undo takes this back."))
            self.brought_back.emit()
            self._compare()
        elif self.page() is self._page and not self.differences.model.chosen():
            self._compare()  # what the user has ticked is not taken out of their hands

    def _on_failed(self, error: object) -> None:
        if self._writing and isinstance(error, UserError):
            self._cancel()
            self.banner.say(describe(error).in_one(), grave=True)

    # work on a thread -------------------------------------------------------------------------------

    def _start(self, work: Callable[[Task], object], then: Callable[..., object]) -> None:
        job = Job(work, self)
        self._job = job

        def done(result: object) -> None:
            self._end_job()
            then(result)

        def failed(error: object) -> None:
            self._end_job()
            error = mendable(error)
            self.turn_to(self._page)
            self._stack.setCurrentWidget(self._stopped)
            self._show_possible()
            self.banner.say(describe(error).in_one(), grave=True)
            self.filled.emit()

        job.done.connect(done)
        job.failed.connect(failed)
        job.start()

    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.drop()
        self.yes.setEnabled(True)

    def done(self, result: int) -> None:
        self._writing = False
        self._end_job()
        super().done(result)

    def reject(self) -> None:
        """Esc answers the question with no, or stops the comparison; else it closes."""
        if self.page() is self._question:
            self._cancel()
        elif self._job is not None:
            self._stop()
        else:
            super().reject()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._page, self._question = self._make_page(), self._make_question()
        self.set_pages(self._page, self._question)

    def _make_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(label(self.tr("Compare with then"), "title"))
        column.addWidget(label(self._subtitle(), tone="muted", wrap=True))
        column.addWidget(self._make_choice())
        self._stack = QStackedWidget()
        design = self._context.design
        self.differences = Differences(design)
        self.differences.chosen_changed.connect(self._show_possible)
        self._waiting = Waiting(self.tr("Comparing…"), _PARTS, self.tr("Stop"))
        self._waiting.stopped.connect(self._stop)
        self._same = EmptyState(
            design, "circle-check", self.tr("Nothing differs"), self.tr("All is as it was then. Choose an earlier day.")
            if self._backup is None else self.tr("This backup shows what the file shows now."),
        )  # fmt: skip
        self._stopped = EmptyState(
            design,
            "clock",
            self.tr("Not compared"),
            self.tr("Nothing was changed."),
            self.tr("Compare again"),
        )
        self._stopped.wanted.connect(self._compare)
        for part in (self._waiting, self.differences, self._same, self._stopped):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addLayout(self._make_foot())
        return page

    def _subtitle(self) -> str:
        if self._backup is not None:
            return self._when()
        if self._root:
            found = self._context.session.summaries([self._root])
            if found:
                return found[0].partnership.title
        return self.tr("What was written, changed or deleted since a day that you choose, by anybody.")

    def _make_choice(self) -> QWidget:
        """The quick choices, a day, and a time where somebody wants to be exact."""
        context = self._context
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        column.addLayout(row)
        self._group = QButtonGroup(self)
        self._quick: dict[str, QPushButton] = {}
        for name, text in (
            ("yesterday", self.tr("Yesterday")),
            ("week", self.tr("A week ago")),
            ("month", self.tr("A month ago")),
            ("looked", self.tr("When I last looked")),
        ):
            quick = button(text, "quiet")
            quick.setCheckable(True)
            quick.clicked.connect(lambda _=False, name=name: self._choose(name))
            self._quick[name] = quick
            self._group.addButton(quick)
            row.addWidget(quick)
        self._quick["looked"].setVisible(not self._root)
        row.addSpacing(SPACE[2])
        self.day = date_field(context, self.tr("Day to compare with"), context.today())
        self.day.setFixedWidth(150)
        self.day.changed.connect(self._pick_day)
        self.day.refused.connect(self._on_refused)
        self.time = QLineEdit()
        self.time.setAccessibleName(self.tr("Time of day; empty for the day’s end"))
        self.time.setPlaceholderText(self.tr("time"))
        self.time.setMaxLength(5)
        self.time.setFixedWidth(70)
        self.time.editingFinished.connect(self._on_time)
        row.addWidget(self.day)
        row.addWidget(self.time)
        self._wrong = label(role="small")
        set_tone(self._wrong, "overdue")
        self._wrong.hide()
        row.addStretch(1)
        column.addWidget(self._wrong)
        made.setVisible(self._backup is None)
        return made

    def _on_refused(self, text: str) -> None:
        self._say_wrong(describe(BadDate(text=text)).what if text else "")

    def _on_time(self) -> None:
        if self.time.isModified():
            self.time.setModified(False)
            self._pick_day()

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        self.bring = button(self.tr("Bring back…"))
        self.bring.clicked.connect(self._ask)
        self._hint = label(role="small", tone="muted", wrap=True)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._hint, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _make_question(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[5])
        column.setSpacing(SPACE[3])
        self._which = label(role="lead", bold=True, wrap=True)
        self._what = label(wrap=True)
        explained = label(
            self.tr("Nothing is lost: Undo takes this step back, and the history keeps every change."),
            tone="muted",
            wrap=True,
        )
        asked = label(self.tr("Bring this back as it was then?"), "title", wrap=True)
        for made in (asked, self._which, self._what, explained):
            made.setMaximumWidth(READING_WIDTH)
            column.addWidget(made)
        self.yes = button(self.tr("Bring back"), "primary")
        self.yes.clicked.connect(self._bring_back)
        self.no = button(self.tr("Cancel"))
        self.no.clicked.connect(self._cancel)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        column.addSpacing(SPACE[3])
        column.addLayout(row)
        column.addStretch(1)
        return page


def _offered(one: Divergence) -> bool:
    """An organisation added since does no harm, and other partnerships may name it by now: it stays."""
    first = one.things[0]
    return bool(one.things) and not (first.edit.kind == "organisation" and first.then is None)
