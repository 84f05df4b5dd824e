"""The facts of an answer beside its text: state, responsible person and due date; saves nothing."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.domain import records
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import BadDate
from roadmap_desktop.domain.records import Answer
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.dates import date_field
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.date_field import DateField
from roadmap_desktop.widgets.design import label
from roadmap_desktop.widgets.segmented import Segmented


class Facts(QWidget):
    """`edited` carries the fields that the user changed; `settled` says that no more of it is being typed."""

    edited = Signal(object)
    settled = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Blank until `show_answer`."""
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        words = context.words
        name = words("sheet", "state")
        column.addWidget(label(name, "small", tone="muted"))
        states = [(key, str(word)) for key, word in words.group("state").items()]
        self.state = Segmented(context.design, name, states)
        self.state.chosen.connect(lambda state: self._on_fact("state", state))
        column.addWidget(self.state)
        column.addSpacing(SPACE[2])
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[4])
        grid.setVerticalSpacing(SPACE[1])
        self.who = self._make_who()
        self.due = self._make_due()
        for place, (text, field) in enumerate(
            ((words("sheet", "who"), self.who), (words("sheet", "due"), self.due))
        ):
            caption = label(text, "small", tone="muted")
            caption.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(caption, 0, place)
            grid.addWidget(field, 1, place)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        column.addLayout(grid)
        self._due_trouble = label(role="small", tone="overdue", wrap=True)
        self._due_trouble.hide()
        column.addWidget(self._due_trouble)

    def show_answer(self, answer: Answer) -> None:
        """Show the facts of another answer."""
        self.state.show_key(answer.state)
        self.who.setText(answer.who)
        self.due.show_date(answer.due)
        self._due_trouble.hide()

    def take_over(self, answer: Answer) -> None:
        """Show what is new in the same answer, but not over what is being typed."""
        self.state.show_key(answer.state)
        if not (self.who.hasFocus() and self.who.isModified()) and self.who.text() != answer.who:
            self.who.setText(answer.who)
        if not self.due.wrong and not self.due.isModified() and self.due.iso != answer.due:
            self.due.show_date(answer.due)

    def show_names(self, names: list[str]) -> None:
        """Offer `names` while a person is typed."""
        self._names.setStringList(names)

    def show_obstacle(self) -> None:
        """Take words or not, as the file can be changed or not; what is shown can be read and copied all the same."""
        guard(self._context.session.obstacle, self.state)
        for field in (self.who, self.due):
            field.setReadOnly(not self._context.changeable)

    def settle(self) -> None:
        """Tell what was typed up to now."""
        self._settle_who()
        self.due.settle()

    # what the user does ----------------------------------------------------------------------------

    def _on_fact(self, field: str, value: str) -> None:
        self.edited.emit({field: value})
        self.settled.emit()

    def _on_who(self) -> None:
        self.edited.emit({"who": self.who.text().strip()})

    def _settle_who(self) -> None:
        if self.who.isModified():
            self.who.setModified(False)
            self._on_who()

    def _on_completed(self, name: str) -> None:
        self.who.setText(name)
        self._on_who()

    def _on_due_refused(self, typed: str) -> None:
        self._due_trouble.setText(describe(BadDate(text=typed)).in_one() if typed else "")
        self._due_trouble.setVisible(bool(typed))

    # building --------------------------------------------------------------------------------------

    def _make_who(self) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(records.SHORT_TEXT)
        made.textEdited.connect(self._on_who)
        made.editingFinished.connect(self._settle_who)
        made.editingFinished.connect(self.settled)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda text: self._on_completed(str(text)))
        made.setCompleter(completer)
        return made

    def _make_due(self) -> DateField:
        made = date_field(self._context, self._context.words("sheet", "due"))
        made.changed.connect(lambda iso: self._on_fact("due", iso))
        made.refused.connect(self._on_due_refused)
        return made


def names_used(dossier: Dossier) -> list[str]:
    """The names of people that the partnership mentions, sorted."""
    found = {answer.who for side in dossier.sides for answer in side.answers.values()}
    found |= {person.name for _, person in dossier.contacts}
    found |= {action.who for action in dossier.actions} | {entry.who for entry in dossier.log}
    return sorted(found - {""}, key=str.casefold)
