"""Collecting as a window: files from members are looked through, each is told what became of it, and the figures are kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.domain import collection, figures
from roadmap_desktop.domain.collection import NEW, Arrival, Collected, Home, Looked, asked
from roadmap_desktop.domain.errors import FileLocked, HomeMissing, UserError, mendable
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.records import Member
from roadmap_desktop.job import Job, Task
from roadmap_desktop.messages import describe
from roadmap_desktop.models.arrivals import ARRIVAL, FATE, GRAVE, WHOSE, ArrivalsModel
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.store import collect
from roadmap_desktop.views.member_list import BareList
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.dialog import PagedDialog
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.two_lines import Index, Lines, TwoLines
from roadmap_desktop.widgets.waiting import Waiting

_PARTS: Final = 1000
_LATER: Final = "later"
"""What the user says of a file that is not to be taken now."""


class CollectDialog(PagedDialog):
    """Looks through files at once, asks whose the doubtful ones are, and has the session keep what they say."""

    looked = Signal()
    """What came is shown, or why nothing is."""
    taken = Signal()
    """What came is in the file."""

    def __init__(
        self, context: Context, paths: Sequence[Path], year: int, parent: QWidget | None = None
    ) -> None:
        """`paths` are files and folders; they are not changed. `year` is for which they are collected."""
        super().__init__(context.design, self.tr("Close this message"), parent)
        self._context = context
        self._paths = list(paths)
        root = context.session.home_organisation().root
        self._home = Home(root, figures.opaque(root), year, context.today())
        self._job: Job | None = None
        self._found: list[Looked] | None = None
        self._answers: dict[str, bytes] = {}
        self._left: set[str] = set()
        self._offered: dict[str, list[Member]] = {}
        self._collected: Collected | None = None
        self._writing = self._done = False
        self.setWindowTitle(self.tr("Collect from members"))
        self.setMinimumSize(QSize(720, 500))
        self.resize(900, 620)
        self.model = ArrivalsModel(context.words, lambda error: describe(error).in_one(), self)
        self._build()
        context.session.changed.connect(self._on_changed)
        context.session.failed.connect(self._on_failed)
        context.session.obstacle_changed.connect(self._show_possible)
        self._look()

    # looking ----------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Look the files through on a thread, two at a time."""
        if not self._home.root:
            self._on_refused(HomeMissing(path=self._context.session.path))
            return
        ours, given, library = self._context.session.path, list(self._paths), self._context.library
        today = self._home.day

        def work(task: Task) -> list[Looked]:
            files = collect.files_in(given, ours)
            return collect.look(
                files, library, today, progress=lambda part: task.report(round(_PARTS * part))
            )

        self._waiting.bar.setValue(0)
        self._stack.setCurrentWidget(self._waiting)
        job = Job(work, self)
        self._job = job
        job.progressed.connect(self._waiting.bar.setValue)
        job.done.connect(self._on_looked)
        job.failed.connect(self._on_refused)
        job.start()
        self._show_possible()
        self._waiting.setFocus()

    def _on_looked(self, found: list[Looked]) -> None:
        self._end_job()
        self._found = found
        self._decide()
        if found:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus()
        else:
            self._stack.setCurrentWidget(self._nothing)
        self.looked.emit()

    def _decide(self) -> None:
        """What becomes of each file, by what the user has said so far."""
        assert self._found is not None
        session = self._context.session
        here = self.list.currentIndex().data(ARRIVAL)
        self._collected = collection.collect(
            self._found, self._home, session.members(), session.submissions(self._home.year), self._answers
        )
        arrivals = self._collected.arrivals
        self.model.show_arrivals(arrivals)
        self._stack.setCurrentWidget(self._files)
        if isinstance(here, Arrival):
            self._choose(here.looked.file)
        self._show_chosen()
        self._show_possible()

    def _choose(self, file: Path) -> None:
        for place in range(self.model.rowCount()):
            index = self.model.index(place)
            if index.data(ARRIVAL).looked.file == file:
                self.list.setCurrentIndex(index)

    def _on_refused(self, error: object) -> None:
        self._end_job()
        self._stack.setCurrentWidget(self._nothing)
        self.banner.say(describe(mendable(error)).in_one(), grave=True)
        self._show_possible()
        self.looked.emit()

    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.drop()

    # choosing ---------------------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        """All that is told of the row at hand, and the question where there is one."""
        index = self.list.currentIndex()
        one = index.data(ARRIVAL) if index.isValid() else None
        doubtful = isinstance(one, Arrival) and (one.fate == "unsure" or asked(one.looked) in self._answers)
        self._asking.setVisible(doubtful and not self._done)
        self._said.setText("")
        self.unlock.setVisible(
            isinstance(one, Arrival) and isinstance(one.looked.error, FileLocked) and not self._done
        )
        if not isinstance(one, Arrival):
            return
        if doubtful and one.looked.figures is not None:
            self._said.setText(
                self.tr("“{file}” says it is from “{name}”.").format(
                    file=one_line(one.looked.file.name), name=one_line(one.looked.figures.name)
                )
            )
            self._fill_question(one)
        else:
            self._said.setText(str(index.data(FATE)))

    def _fill_question(self, one: Arrival) -> None:
        who, box = asked(one.looked), self.whose
        if who not in self._offered:  # in the same order after the answer
            others = (member for member in self._context.session.members() if member not in one.perhaps)
            self._offered[who] = [*one.perhaps, *others]
        box.blockSignals(True)
        box.clear()
        box.addItem(self.tr("Please choose"), None)
        for member in self._offered[who]:
            box.addItem(one_line(member.name), member.id.hex())
        box.addItem(self.tr("A member that is not on the list yet"), NEW.hex())
        box.addItem(self.tr("Leave it out for now"), _LATER)
        answer = self._answers.get(who)
        chosen = _LATER if who in self._left else None if answer is None else answer.hex()
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(False)

    def _on_whose(self) -> None:
        one = self.list.currentIndex().data(ARRIVAL)
        answer = self.whose.currentData()
        if not isinstance(one, Arrival):
            return
        who = asked(one.looked)
        self._answers.pop(who, None)
        self._left.discard(who)
        if answer == _LATER:
            self._left.add(who)
        elif answer is not None:
            self._answers[who] = bytes.fromhex(answer)
        self._decide()

    def _ask_password(self) -> None:
        """Open the locked copy at hand with its password; what is in it counts in its place."""
        from roadmap_desktop.views.unlock import AskPasswordDialog  # noqa: PLC0415 - when wanted

        file = self.list.currentIndex().data(ARRIVAL).looked.file
        dialog = AskPasswordDialog(file, self._context.design, self)
        dialog.opened.connect(lambda opened: self._look_instead(file, opened))
        dialog.open()

    def _look_instead(self, file: Path, opened: Path) -> None:
        """Look at `opened` in the place of `file`."""
        library, today = self._context.library, self._home.day
        job = Job(lambda _: collect.look_at(opened, library, today), self)
        self._job = job
        job.done.connect(lambda looked: self._put_in_place(file, looked))
        job.failed.connect(self._on_refused)
        job.start()

    def _put_in_place(self, file: Path, looked: Looked) -> None:
        self._end_job()
        assert self._found is not None
        self._found = [looked if one.file == file else one for one in self._found]
        self._decide()
        self._choose(looked.file)
        self.looked.emit()

    # keeping ----------------------------------------------------------------------------------------

    def _show_possible(self) -> None:
        """What the button would do, in words and counts."""
        collected, changeable = self._collected, self._context.session.obstacle is None
        edits = collection.edits(collected) if collected is not None else []
        self.take.setVisible(bool(edits) and changeable and not self._done)
        self.take.setEnabled(not self._writing)
        self.close_.setText(self.tr("Done") if self._done else self.tr("Close"))
        self._hint.setText("" if collected is None or self._job is not None else self.said(collected))

    def said(self, collected: Collected) -> str:
        """In words, what came."""
        if self._done:
            return self.tr(
                "It is in the overview now. Undo takes it back as one step. The members’ files are as they were."
            )
        if self._context.session.obstacle is not None:
            return self.tr("This file cannot be changed, so nothing can be taken in.")
        fates = [one.fate for one in collected.arrivals]
        unsure = sum(
            one.fate == "unsure" and asked(one.looked) not in self._left for one in collected.arrivals
        )
        counts = (
            (self.tr("members with something new: {count}"), len(collected.submissions)),
            (
                self.tr("new on the list: {count}"),
                len({one.member for one in collected.arrivals if one.added}),
            ),
            (self.tr("could not be read: {count}"), fates.count("refused")),
            (self.tr("to be asked about: {count}"), unsure),
        )
        told = ", ".join(text.format(count=count) for text, count in counts if count)
        return told[:1].upper() + told[1:] + "." if told else self.tr("Nothing here is new.")

    def _take(self) -> None:
        if self._collected is None or self._writing:
            return
        self._writing = True
        self.banner.hide()
        self._show_possible()
        self._context.session.save(collection.edits(self._collected))

    def _on_changed(self, roots: frozenset[bytes]) -> None:
        if not self._writing or self._home.root not in roots:
            return
        self._writing, self._done = False, True
        self._show_chosen()
        self._show_possible()
        self.close_.setFocus()
        self.taken.emit()

    def _on_failed(self, error: object) -> None:
        if self._writing:
            self._writing = False
            self._show_possible()
            if isinstance(error, UserError):
                self.banner.say(describe(error).in_one(), grave=True)

    def _stop(self) -> None:
        self._end_job()
        self._stack.setCurrentWidget(self._stopped)
        self._show_possible()
        self._stopped.setFocus()
        self.looked.emit()

    def done(self, result: int) -> None:
        self._end_job()
        super().done(result)

    def reject(self) -> None:
        """Esc stops looking; else it closes."""
        if self._job is not None:
            self._stop()
        elif not self._writing:
            super().reject()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        design = self._context.design
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        self.set_pages(page)
        column.addWidget(label(self.tr("What came for {year}").format(year=self._home.year), "title"))
        self._stack = QStackedWidget()
        self._waiting = Waiting(self.tr("The files are being looked through…"), _PARTS, self.tr("Stop"))
        self._waiting.stopped.connect(self._stop)
        self._files = self._make_files()
        self._nothing = EmptyState(
            design, "folder-open", self.tr("No files"),
            self.tr("There is no file here that could be collected. Choose the folder in which you saved what members sent."),
        )  # fmt: skip
        self._stopped = EmptyState(
            design, "clock", self.tr("Not looked through"), self.tr("Nothing was changed."), self.tr("Look again")
        )  # fmt: skip
        self._stopped.wanted.connect(self._look)
        for part in (self._waiting, self._files, self._nothing, self._stopped):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addLayout(self._make_foot())

    def _make_files(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        self.list = BareList(self.tr("The files"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLines(self._context.design, self.list, _lines))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        column.addWidget(self.list, 1)
        self._said = label(wrap=True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._said)
        self.unlock = button(self.tr("Open the locked copy…"), "", self._context.design.icon("lock"))
        self.unlock.clicked.connect(self._ask_password)
        self.unlock.hide()
        column.addWidget(self.unlock, 0, Qt.AlignmentFlag.AlignLeft)
        self._asking = QWidget()
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[3])
        question = label(self.tr("Whose is it?"), bold=True)
        self.whose = QComboBox()
        self.whose.setAccessibleName(question.text())
        self.whose.setMinimumWidth(360)
        question.setBuddy(self.whose)
        self.whose.activated.connect(self._on_whose)
        row.addWidget(question)
        row.addWidget(self.whose)
        row.addStretch(1)
        self._asking.hide()
        column.addWidget(self._asking)
        return made

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        self._hint = label(role="small", tone="muted", wrap=True)
        self.take = button(self.tr("Take in"), "primary")
        self.take.clicked.connect(self._take)
        self.close_ = button(self.tr("Close"))
        self.close_.clicked.connect(self.accept)
        row.addWidget(self._hint, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.close_, 0, Qt.AlignmentFlag.AlignBottom)
        return row


def _lines(index: Index) -> Lines:
    return Lines(
        str(index.data(Qt.ItemDataRole.DisplayRole)),
        str(index.data(WHOSE)),
        str(index.data(FATE)),
        grave=bool(index.data(GRAVE)),
    )
