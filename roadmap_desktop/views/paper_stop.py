"""One checkpoint of a sheet that is being entered: what the file holds, and what the sheet says; saves nothing."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop.domain import from_paper, records
from roadmap_desktop.domain.errors import TextTooLong
from roadmap_desktop.domain.form import Checkpoint
from roadmap_desktop.domain.from_paper import Line, Mark, Way
from roadmap_desktop.domain.records import Answer, Scalar
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.views.facts import Facts
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.choice import Choice
from roadmap_desktop.widgets.design import label, narrowed
from roadmap_desktop.widgets.growing_edit import GrowingEdit

_WAYS: Final[tuple[Way, ...]] = ("add", "replace")


class PaperStop(QScrollArea):
    """`edited` follows whatever the user types or chooses."""

    edited = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Blank until `show_stop`."""
        super().__init__(parent)
        self._context = context
        self._answer = Answer()
        self._given: dict[str, Scalar] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()
        self.text.edited.connect(self._on_edited)
        self.way.chosen.connect(self._on_edited)
        self.facts.edited.connect(self._on_fact)

    @property
    def line(self) -> Line:
        """What the sheet says here."""
        given = {name: str(value) for name, value in self._given.items()}
        return Line(self.text.text(), given.get("state"), given.get("who"), given.get("due"))

    @property
    def chosen_way(self) -> Way:
        """What happens with the words that are there."""
        return cast("Way", self.way.value())

    @property
    def fits(self) -> bool:
        """Whether the words are short enough to be saved."""
        return self._length <= records.limit("answer", "text")

    def show_stop(self, over: str, checkpoint: Checkpoint, answer: Answer, names: list[str]) -> None:
        """Show another checkpoint, nothing of the sheet typed yet; `over` stands above its title."""
        self._over.setText(over)
        self._title.setText(checkpoint.title)
        self.questions.show_lines(checkpoint.questions)
        self.text.setAccessibleName(self.tr("What the sheet says: {title}").format(title=checkpoint.title))
        self.facts.show_names(names)
        self.clear(answer)
        self.verticalScrollBar().setValue(0)

    def clear(self, answer: Answer) -> None:
        """What was typed is on its way to the file."""
        self.text.show_text("")
        self._given.clear()
        self.facts.show_answer(answer)

    def show_held(self, answer: Answer, mark: Mark, *, disputed: bool) -> None:
        """Show what the file holds, and whether the sheet `mark` was entered here before."""
        self._answer = answer
        there = bool(answer.text.strip())
        again = from_paper.entered_before(answer, mark)
        said = from_paper.told(answer, self._context.words)
        self._held_head.setText(
            self.tr("In the file now ({origin})").format(origin=said) if said else self.tr("In the file now")
        )
        self._held.setText(answer.text)
        for widget in (self._held_head, self._held):
            widget.setVisible(there)
        self.way.setVisible(there and not disputed)
        if not self.text.text():
            self.way.set_value("replace" if again else "add")
            self.facts.take_over(answer)
        self._note.setVisible(again or disputed)
        self._note.setText(
            self.tr("Two versions of this answer wait for a decision. State, person and date can be entered.")
            if disputed
            else self.tr("A sheet of this date and person was entered here before. Is it the same one?")
        )
        self.text.setVisible(not disputed)
        self._show_trouble()

    def show_obstacle(self) -> None:
        """Take words or not, as the file can be changed or not."""
        guard(self._context.session.obstacle, *(self.way.button(way) for way in _WAYS))
        self.facts.show_obstacle()
        self.text.setReadOnly(not self._context.changeable)

    def focus(self) -> None:
        """Go where typing begins."""
        field = self.facts.state if self.text.isHidden() else self.text
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_state(self, state: str) -> None:
        """Choose a state as a click on it does."""
        if self._context.changeable and self.facts.state.key() != state:
            self.facts.state.button(state).setChecked(True)

    # what the user does -----------------------------------------------------------------------------

    @property
    def _length(self) -> int:
        return len(from_paper.joined(self._answer.text, self.text.text(), self.chosen_way))

    def _on_edited(self) -> None:
        self._show_trouble()
        self.edited.emit()

    def _on_fact(self, fields: dict[str, Scalar]) -> None:
        self._given |= fields
        self.edited.emit()

    def _show_trouble(self) -> None:
        error = TextTooLong(field="text", length=self._length, limit=records.limit("answer", "text"))
        self._trouble.setVisible(not self.fits)
        self._trouble.setText("" if self.fits else describe(error).in_one())

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        written = QWidget()
        column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, SPACE[2], 0)
        column.setSpacing(SPACE[2])
        self._over = label(role="small", tone="muted", bold=True, wrap=True)
        self._title = label(role="title", wrap=True)
        self.questions = Bullets(tone="muted")
        self._held_head = label(role="small", tone="muted", bold=True, wrap=True)
        self._held = label(wrap=True)
        self._held.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note = label(role="small", tone="overdue", wrap=True)
        self.way = Choice(self._context.design, [(way, "") for way in _WAYS])
        self.way.set_texts(
            self.tr("What happens with what is there"), [self.tr("Add below it"), self.tr("Put in its place")]
        )
        self.text = GrowingEdit("", least=5)
        self.text.setPlaceholderText(self.tr("Type what is written on the sheet."))
        self._trouble = label(role="small", tone="overdue", wrap=True)
        self.facts = Facts(self._context)
        for widget in (self._over, self._title, self.questions, self._held_head, self._held, self._note):
            column.addWidget(widget)
        column.addWidget(self.way)
        column.addSpacing(SPACE[1])
        column.addWidget(self.text)
        column.addWidget(self._trouble)
        column.addSpacing(SPACE[2])
        column.addWidget(self.facts)
        column.addStretch(1)
        page = QWidget()
        page.setLayout(narrowed(written, READING_WIDTH))
        self.setWidget(page)
