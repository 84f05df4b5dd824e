"""A meeting: prepared and printed before it, its minutes entered after it; the window and what it saves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.domain import meeting as meetings
from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.errors import BadDate
from roadmap_desktop.domain.meeting import Outcome
from roadmap_desktop.domain.records import Meeting, Topic
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.agenda import AgendaView
from roadmap_desktop.views.autosave import KEEP_AFTER_MS
from roadmap_desktop.views.dates import date_field
from roadmap_desktop.views.minutes import MinutesView
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.choice import Choice
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.dialog import Dialog
from roadmap_desktop.widgets.fields import Field

_SIDES: Final = (("before", "calendar"), ("after", "pencil"))


class MeetingDialog(Dialog):
    """Everything typed is kept at every pause, and saved when the window or its page is left.

    `print_wanted` carries the root of the partnership whose meeting pack shall be printed; the window is closed then.
    """

    print_wanted = Signal(bytes)

    def __init__(self, context: Context, root: bytes, parent: QWidget | None = None) -> None:
        """The meeting that is being prepared in the partnership `root`; a new one where there is none."""
        super().__init__(parent)
        self._context = context
        self._root = root
        self._touched = False
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keeping.timeout.connect(self._keep)
        self._read()
        title = self._dossier.partnership.title
        self.setWindowTitle(self.tr("Meeting – {partnership}").format(partnership=title))
        self._build()
        self._show()
        self._connect()

    def done(self, result: int) -> None:
        self._save()
        super().done(result)

    # the plan ---------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._dossier = self._context.session.dossier(self._root)
        self._before = meetings.planned(self._dossier)
        self._held = meetings.topics_of(self._dossier, self._before) if self._before else ()
        people = meetings.who_takes_part(self._dossier)
        self._meeting = self._before or meetings.new_meeting(self._root, people)

    def _now(self) -> tuple[Meeting, tuple[Topic, ...]]:
        """The meeting and its agenda as they stand in the window."""
        self.day.settle()
        self.minutes.settle()
        made = self._meeting._replace(
            day=self.day.iso,
            time=self.time.text().strip(),
            place=self.place.text().strip(),
            people=self.people.text().strip(),
        )
        return made, self.agenda.topics

    def _plan(self) -> list[Edit]:
        meeting, topics = self._now()
        return meetings.plan_edits(meeting, topics, self._before, self._held) if self._touched else []

    def _keep(self) -> None:
        if edits := self._plan():
            self._context.session.keep(edits)

    def _save(self) -> None:
        """Hand the plan over as one step."""
        self._keeping.stop()
        if edits := self._plan():
            self._context.session.save(edits)
            self._before, self._held = self._now()
            self._meeting = self._before
            keys = {edit.entity: str(edit.fields["position"]) for edit in edits if "position" in edit.fields}
            self._held = tuple(
                topic._replace(position=keys.get(topic.id, topic.position)) for topic in self._held
            )
            self._touched = False
            self._show_views()

    # showing ----------------------------------------------------------------------------------------

    def _show(self) -> None:
        meeting = self._meeting
        self.day.show_date(meeting.day)
        for field, text in (
            (self.time, meeting.time),
            (self.place, meeting.place),
            (self.people, meeting.people),
        ):
            field.setText(text)
            field.setCursorPosition(0)  # a long list of names is read from its beginning
        self._show_views()
        self._show_obstacle()

    def _show_views(self) -> None:
        changeable = self._context.changeable
        proposals = meetings.proposals(self._dossier, self._context.form, self._context.today())
        self.agenda.show_plan(self._meeting, self._held, proposals, changeable=changeable)
        self.minutes.show_topics(self._held, changeable=changeable)
        self._show_result()

    def _show_obstacle(self) -> None:
        changeable = self._context.changeable
        for field in (self.day, self.time, self.place, self.people):
            field.setReadOnly(not changeable)
        guard(self._context.session.obstacle, self.enter)
        self._show_result()

    def _show_result(self) -> None:
        """What entering the minutes would write, in words; nothing is written before that."""
        after = self.choice.value() == "after"
        self._stack.setCurrentWidget(self.minutes if after else self.agenda)
        self.print.setVisible(not after)
        self.enter.setVisible(after)
        made = self._outcome()
        spoken = any(topic.said.strip() or topic.decided.strip() for topic in self.agenda.topics)
        self.enter.setEnabled(self._context.changeable and spoken)
        parts = (
            self.tr("%n answer(s)", "", made.answers) if made.answers else "",
            self.tr("%n action(s)", "", made.actions) if made.actions else "",
            self.tr("a line in the contact log"),
        )
        said = self.tr("This becomes: {things}.").format(things=", ".join(filter(None, parts)))
        waits = self.tr("Write down what was said and decided; nothing is entered before you say so.")
        self._result.setText((said if spoken else waits) if after else "")

    def _outcome(self) -> Outcome:
        meeting, topics = self._now()
        return meetings.outcome(
            self._dossier, meeting, topics, self._context.words, self._context.today(), self.minutes.follow
        )

    # what the user does -----------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._touched = True
        self._keeping.start()
        self._show_result()

    def _on_minutes(self) -> None:
        self.agenda.topics = self.minutes.topics
        self._on_edited()

    def _on_choice(self) -> None:
        self._save()
        self._show_views()
        (self.minutes.said if self.choice.value() == "after" else self.agenda.offered).setFocus()

    def _print(self) -> None:
        self._touched = True  # what is printed is what was prepared, even as it was proposed
        self.accept()
        self.print_wanted.emit(self._root)

    def _enter(self) -> None:
        """Write plan and outcome as one step."""
        self._touched = True
        edits = [*self._plan(), *self._outcome().edits]
        self._touched = False
        self._keeping.stop()
        self._context.session.save(edits)
        self.accept()

    def _on_refused(self, typed: str) -> None:
        self._day_field.set_error(describe(BadDate(text=typed)).in_one() if typed else "")

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        context = self._context
        self.choice = Choice(context.design, _SIDES, icon_above=False)
        self.choice.set_texts(
            self.tr("Before or after the meeting"),
            [self.tr("Before the meeting"), self.tr("After the meeting")],
        )
        self.agenda = AgendaView(context.design, context.words)
        self.minutes = MinutesView(context)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.agenda)
        self._stack.addWidget(self.minutes)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[4])
        column.addWidget(self.choice)
        column.addLayout(self._build_head())
        column.addWidget(self._stack, 1)
        column.addLayout(self._build_foot())
        self.setMinimumSize(860, 600)
        self.resize(1060, 690)

    def _build_head(self) -> QHBoxLayout:
        words = self._context.words
        self.day = date_field(self._context, words("history", "meeting.day"), self._context.today())
        self.time, self.place, self.people = QLineEdit(), QLineEdit(), QLineEdit()
        self.time.setPlaceholderText("18.00–19.30")
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        for field, name, share in (
            (self.day, "day", 3), (self.time, "time", 2), (self.place, "place", 4), (self.people, "people", 6),
        ):  # fmt: skip
            field.setMaxLength(records.SHORT_TEXT)
            field.setMinimumHeight(36)
            made = Field(field)
            made.set_texts(words("history", f"meeting.{name}"))
            row.addWidget(made, share)
            if field is self.day:
                self._day_field = made
        return row

    def _build_foot(self) -> QHBoxLayout:
        self._result = label(tone="muted", wrap=True)
        self._close = button(self.tr("Close"), "quiet")
        self.print = button(self.tr("Print agenda and minutes sheet…"), "primary")
        self.enter = button(self.tr("Enter the minutes"), "primary")
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(self._close)
        row.addWidget(self._result, 1)
        row.addWidget(self.print)
        row.addWidget(self.enter)
        return row

    def _connect(self) -> None:
        self.choice.chosen.connect(self._on_choice)
        self.day.changed.connect(self._on_edited)
        self.day.refused.connect(self._on_refused)
        for field in (self.time, self.place, self.people):
            field.textEdited.connect(self._on_edited)
        self.agenda.edited.connect(self._on_edited)
        self.minutes.edited.connect(self._on_minutes)
        self._close.clicked.connect(self.accept)
        self.print.clicked.connect(self._print)
        self.enter.clicked.connect(self._enter)
        self._context.session.obstacle_changed.connect(self._show_obstacle)
