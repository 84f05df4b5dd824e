"""After a meeting: what was said and decided, topic by topic, and the next step; saves nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain import records
from roadmap_desktop.domain.records import Topic
from roadmap_desktop.models.agenda import AgendaModel, Row
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.agenda import topic_lines
from roadmap_desktop.views.dates import date_field
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.date_field import DateField
from roadmap_desktop.widgets.design import label
from roadmap_desktop.widgets.growing_edit import GrowingEdit
from roadmap_desktop.widgets.two_lines import TwoLines

_LIST_WIDTH = 300


class MinutesView(QWidget):
    """`edited` follows whatever the user types."""

    edited = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Empty until `show_topics`."""
        super().__init__(parent)
        self._context = context
        self.topics: tuple[Topic, ...] = ()
        self._model = AgendaModel(self)
        self._filling = False
        self._at = -1
        self._build()
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        for editor in (self.said, self.decided):
            editor.edited.connect(self._on_edited)
        self.who.textEdited.connect(self._on_edited)
        self.due.changed.connect(self._on_edited)
        self.next.textEdited.connect(self._tell)
        self.next_due.changed.connect(self._tell)

    @property
    def follow(self) -> tuple[str, str]:
        """The next step, and its day as YYYY-MM-DD or ""."""
        return self.next.text().strip(), self.next_due.iso

    def show_topics(self, topics: Sequence[Topic], *, changeable: bool) -> None:
        """Show what is on the agenda, the first topic not yet spoken of in view."""
        self.topics = tuple(topics)
        self._show_rows()
        for editor in (self.said, self.decided, self.who, self.due, self.next, self.next_due):
            editor.setReadOnly(not changeable)
        self._form.setEnabled(bool(topics))
        first = next((row for row, one in enumerate(self.topics) if not (one.said or one.decided)), 0)
        self.list.setCurrentIndex(self._model.index(first) if topics else QModelIndex())
        self._show_current()

    def settle(self) -> None:
        """Take dates as they were typed up to now."""
        self.due.settle()
        self.next_due.settle()

    # one topic --------------------------------------------------------------------------------------

    def _on_chosen(self) -> None:
        self.due.settle()  # while its day is still the former topic's
        self._show_current()

    def _show_current(self) -> None:
        self._at = self.list.currentIndex().row()
        topic = self.topics[self._at] if 0 <= self._at < len(self.topics) else Topic()
        self._filling = True
        self._title.setText(topic.title or self.tr("There is no agenda. Put topics on it first."))
        self.said.show_text(topic.said)
        self.decided.show_text(topic.decided)
        self.who.setText(topic.who)
        self.due.show_date(topic.due)
        self._filling = False

    def _on_edited(self) -> None:
        if not self._filling and 0 <= self._at < len(self.topics):
            self._take()
            self._show_rows()
            self.edited.emit()

    def _take(self) -> None:
        """What stands in the fields belongs to the topic in view."""
        topic = self.topics[self._at]._replace(
            said=self.said.text(), decided=self.decided.text(), who=self.who.text(), due=self.due.iso
        )
        self.topics = (*self.topics[: self._at], topic, *self.topics[self._at + 1 :])

    def _tell(self, _text: str) -> None:
        self.edited.emit()

    def _show_rows(self) -> None:
        self._model.show(
            [
                Row(f"{number}. {topic.title}", " ".join((topic.decided or topic.said).split()))
                for number, topic in enumerate(self.topics, 1)
            ]
        )

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Agenda"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(TwoLines(self._context.design, self.list, topic_lines))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setMouseTracking(True)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE[5])
        whole.addWidget(self.list)
        whole.addWidget(self._build_form(), 1)

    def _build_form(self) -> QScrollArea:
        words = self._context.words
        self._title = label(role="heading", wrap=True)
        self.said = GrowingEdit(words("history", "topic.said"), least=3)
        self.decided = GrowingEdit(words("history", "topic.decided"), least=2)
        self.who = self._line(words("history", "topic.who"))
        self.due = date_field(self._context, words("history", "topic.due"))
        self.next = self._line(words.tool("log")["fields"]["next"])
        self.next_due = date_field(self._context, words.tool("log")["fields"]["due"])
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, SPACE[2], 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self._title)
        column.addSpacing(SPACE[1])
        for editor in (self.said, self.decided):
            column.addWidget(_caption(editor.accessibleName(), editor))
            column.addWidget(editor)
            column.addSpacing(SPACE[2])
        column.addLayout(_pair(self.who, self.due))
        column.addSpacing(SPACE[5])
        column.addWidget(label(self.tr("After the meeting as a whole"), "small", tone="muted", bold=True))
        column.addLayout(_pair(self.next, self.next_due))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is typed while it has the focus would go nowhere
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._form)
        return area

    def _line(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(records.SHORT_TEXT)
        made.setAccessibleName(name)
        return made


def _caption(text: str, of: QWidget) -> QWidget:
    made = label(text, "small", tone="muted")
    made.setBuddy(of)
    return made


def _pair(line: QLineEdit, day: DateField) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE[4])
    grid.setVerticalSpacing(SPACE[1])
    for column, field in enumerate((line, day)):
        grid.addWidget(_caption(field.accessibleName(), field), 0, column)
        grid.addWidget(field, 1, column)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    return grid
