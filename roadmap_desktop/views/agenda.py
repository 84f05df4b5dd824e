"""Before a meeting: what suggests itself beside the agenda, chosen and put in order by keyboard or mouse; saves nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.domain import records
from roadmap_desktop.domain.meeting import Proposal, new_topic
from roadmap_desktop.domain.records import Meeting, Topic
from roadmap_desktop.domain.words import Words
from roadmap_desktop.models.agenda import ROW, AgendaModel, Row
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.widgets.design import Design, button, icon_button, label
from roadmap_desktop.widgets.two_lines import Index, Lines, TwoLines


class AgendaView(QWidget):
    """`edited` follows whatever the user adds, takes away or moves."""

    edited = Signal()

    def __init__(self, design: Design, words: Words, parent: QWidget | None = None) -> None:
        """Empty until `show_plan`."""
        super().__init__(parent)
        self._words = words
        self._meeting = Meeting()
        self._changeable = True
        self._proposals: tuple[Proposal, ...] = ()
        self.topics: tuple[Topic, ...] = ()
        self._offered, self._chosen = AgendaModel(self), AgendaModel(self)
        self.offered = self._list(design, self._offered, self.tr("What suggests itself"))
        self.chosen = self._list(design, self._chosen, self.tr("Agenda"))
        self.own = QLineEdit()
        self._build(design)
        self._connect()

    def show_plan(
        self, meeting: Meeting, topics: Sequence[Topic], proposals: Sequence[Proposal], *, changeable: bool
    ) -> None:
        """Show the agenda as it is, and beside it what else suggests itself."""
        self._meeting, self.topics, self._proposals = meeting, tuple(topics), tuple(proposals)
        for widget in (self.own, self.own_button):
            widget.setEnabled(changeable)
        self._changeable = changeable
        self._fill()

    # filling ----------------------------------------------------------------------------------------

    def _left(self) -> list[Proposal]:
        """What is not on the agenda yet."""
        there = {(topic.side, topic.checkpoint, topic.title) for topic in self.topics}
        return [one for one in self._proposals if (one.side, one.checkpoint, one.title) not in there]

    def _fill(self) -> None:
        self._offered.show([Row(one.title, self._why(one)) for one in self._left()])
        known = {(one.side, one.checkpoint, one.title): one for one in self._proposals}
        rows = []
        for number, topic in enumerate(self.topics, 1):
            one = known.get((topic.side, topic.checkpoint, topic.title))
            why = self._why(one) if one else self._words("meeting", "own") if not topic.checkpoint else ""
            rows.append(Row(f"{number}. {topic.title}", why))
        self._chosen.show(rows)
        self._none.setVisible(not self.topics)
        self._show_possible()

    def _why(self, one: Proposal) -> str:
        due = self._words.date(one.due) if one.due else ""
        return " · ".join(part for part in (self._words("meeting", one.reason), one.who, due) if part)

    def _show_possible(self) -> None:
        row, last = self.chosen.currentIndex().row(), len(self.topics) - 1
        self.add.setEnabled(self._changeable and self.offered.currentIndex().isValid())
        self.remove.setEnabled(self._changeable and row >= 0)
        self.up.setEnabled(self._changeable and row > 0)
        self.down.setEnabled(self._changeable and 0 <= row < last)

    # what the user does -----------------------------------------------------------------------------

    def _add(self, row: int) -> None:
        left = self._left()
        if not self._changeable or not 0 <= row < len(left):
            return
        self._set((*self.topics, new_topic(self._meeting, left[row])))
        rest = len(left) - 1
        if rest:
            self.offered.setCurrentIndex(self._offered.index(min(row, rest - 1)))

    def _add_own(self) -> None:
        title = " ".join(self.own.text().split())
        if title and self._changeable:
            self.own.clear()
            self._set((*self.topics, new_topic(self._meeting, Proposal("next", title))))

    def _remove(self) -> None:
        row = self.chosen.currentIndex().row()
        if self._changeable and row >= 0:
            self._set((*self.topics[:row], *self.topics[row + 1 :]), min(row, len(self.topics) - 2))

    def _move(self, by: int) -> None:
        row = self.chosen.currentIndex().row()
        to = row + by
        if self._changeable and row >= 0 and 0 <= to < len(self.topics):
            topics = list(self.topics)
            topics.insert(to, topics.pop(row))
            self._set(tuple(topics), to)

    def _set(self, topics: tuple[Topic, ...], row: int | None = None) -> None:
        self.topics = topics
        self._fill()
        at = len(topics) - 1 if row is None else row
        self.chosen.setCurrentIndex(self._chosen.index(at) if at >= 0 else QModelIndex())
        self._show_possible()
        self.edited.emit()

    # building ---------------------------------------------------------------------------------------

    def _list(self, design: Design, model: AgendaModel, name: str) -> QListView:
        made = QListView()
        made.setAccessibleName(name)
        made.setModel(model)
        made.setItemDelegate(TwoLines(design, made, topic_lines))
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setMouseTracking(True)
        made.setMinimumWidth(300)
        return made

    def _build(self, design: Design) -> None:
        self.add: QPushButton = button(self.tr("Put on the agenda"), "quiet", design.icon("plus"))
        self.up = icon_button(self.tr("Move up"), design.icon("arrow-up"))
        self.down = icon_button(self.tr("Move down"), design.icon("arrow-down"))
        self.remove = icon_button(self.tr("Take off the agenda"), design.icon("x"))
        self.own.setMaxLength(records.SHORT_TEXT)
        self.own.setPlaceholderText(self.tr("A topic of your own"))
        self.own.setAccessibleName(self.tr("A topic of your own"))
        self.own_button: QPushButton = button(self.tr("Add"))
        self._none = label(
            self.tr("Nothing is on the agenda yet. Choose at the left what you want to talk about."),
            tone="muted", wrap=True,
        )  # fmt: skip
        left = QVBoxLayout()
        left.setSpacing(SPACE[2])
        over = label(self.tr("What suggests itself"), "heading")
        over.setFixedHeight(self.up.sizeHint().height())  # on one line with the head beside it
        left.addWidget(over)
        left.addWidget(self.offered, 1)
        left.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Agenda"), "heading"), 1)
        for made in (self.up, self.down, self.remove):
            head.addWidget(made)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE[2])
        foot.addWidget(self.own, 1)
        foot.addWidget(self.own_button)
        right = QVBoxLayout()
        right.setSpacing(SPACE[2])
        right.addLayout(head)
        right.addWidget(self._none)
        right.addWidget(self.chosen, 1)
        right.addLayout(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE[5])
        whole.addLayout(left, 1)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.offered.activated.connect(lambda index: self._add(index.row()))
        self.add.clicked.connect(lambda: self._add(self.offered.currentIndex().row()))
        self.own.returnPressed.connect(self._add_own)
        self.own_button.clicked.connect(self._add_own)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.chosen.selectionModel().currentChanged.connect(self._show_possible)
        self.offered.selectionModel().currentChanged.connect(self._show_possible)
        for keys, run in (("Del", self._remove), ("Alt+Up", self.up.click), ("Alt+Down", self.down.click)):
            shortcut = QShortcut(QKeySequence(keys), self.chosen)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(run)


def topic_lines(index: Index) -> Lines:
    """How a topic's row is painted in every list of topics."""
    row: Row = index.data(ROW)
    return Lines(row.title, below=row.below)
