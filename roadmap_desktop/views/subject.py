"""One subject of both sides: whose text is whose, both texts with their differing words marked, and a mark of accord."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.domain.joint import Half, Subject, markable
from roadmap_desktop.domain.marks import marked
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.compared import Compared, Row
from roadmap_desktop.widgets.design import Role, button, label

_TEXT_INDENT: Final = 12
"""Where the texts' table begins within its widget, in device-independent pixels: their heads stand above them."""


class SubjectCard(QFrame):
    """Empty until `show_subject`. `marked` when the user says that both texts say the same, or that they do not."""

    marked = Signal()
    opened = Signal(object)
    """The Half whose checkpoint the user wants to see."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """See the class."""
        super().__init__(parent)
        self._words = context.words
        self._shown: tuple[Subject, tuple[str, str], str] | None = None
        self.setProperty("card", "true")
        self.heading = wrapping("heading")
        self._said = wrapping(tone="muted")
        self.mark = button("")
        self.mark.clicked.connect(self.marked)
        self.texts = Compared(context.design, self.tr("Both texts"), context.words("sheet", "no_answer"))
        self.texts.setProperty("bare", True)
        self._heads = _HalfHead(context), _HalfHead(context)
        self.openers = button("", "link"), button("", "link")
        self._arrange()

    def show_subject(self, subject: Subject, names: tuple[str, str], said: str) -> None:
        """Show `subject`; `names` are the sides', ours first, and `said` what is said of it where nobody marked it."""
        if (subject, names, said) == self._shown:
            return
        self._shown = subject, names, said
        title = subject.ours.checkpoint.title
        self.heading.setText(title)
        self._said.setText(self._words("joint", "marked") if subject.marked else said)
        for head, half, name in zip(self._heads, (subject.ours, subject.theirs), names, strict=True):
            head.show_half(name, half, other=title)
        for opener, name in zip(self.openers, names, strict=True):
            opener.setText(self.tr("Go to this checkpoint"))
            opener.setAccessibleName(f"{name}: {opener.text()}")
        self._show_texts(subject)
        self.mark.setVisible(markable(subject))
        self.mark.setText(
            self.tr("They do not say the same after all")
            if subject.marked
            else self.tr("Both texts say the same")
        )

    def _show_texts(self, subject: Subject) -> None:
        """Words are marked only where the texts are said to differ."""
        both = marked(subject.ours.answer.text, subject.theirs.answer.text)
        left, right = (
            [piece._replace(differs=piece.differs and subject.sort == "differs") for piece in pieces]
            for pieces in both
        )
        self.texts.show_rows(("", ""), [Row("", left, right)])

    def _arrange(self) -> None:
        top, said = QHBoxLayout(), QVBoxLayout()
        top.setSpacing(SPACE[4])
        said.setSpacing(SPACE[1])
        said.addWidget(self.heading)
        said.addWidget(self._said)
        top.addLayout(said, 1)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        heads, foot = QHBoxLayout(), QHBoxLayout()
        for row in (heads, foot):
            row.setSpacing(0)
        heads.setContentsMargins(_TEXT_INDENT, 0, _TEXT_INDENT, 0)
        for head, opener in zip(self._heads, self.openers, strict=True):
            opener.clicked.connect(lambda _=False, head=head: self.opened.emit(head.half))
            heads.addWidget(head, 1)
            room = QHBoxLayout()
            room.addWidget(opener)
            room.addStretch(1)
            foot.addLayout(room, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        column.setSpacing(SPACE[2])
        column.addLayout(top)
        column.addSpacing(SPACE[2])
        column.addLayout(heads)
        column.addWidget(self.texts, 1)
        column.addLayout(foot)


class _HalfHead(QWidget):
    """Whose text stands below, and how far it is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self.half: Half
        self._name = wrapping(bold=True)
        self._facts = wrapping("small", tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[1], 0, SPACE[1], 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addStretch(1)

    def show_half(self, name: str, half: Half, *, other: str) -> None:
        """Show whose `half` it is; what its form calls the subject is said where it is not `other`."""
        self.half = half
        words, answer = self._words, half.answer
        title = half.checkpoint.title
        facts = (
            title if title != other else "",
            words("state", answer.state),
            answer.who,
            words.date(answer.due) if answer.due else "",
        )
        self._name.setText(name)
        self._facts.setText(" · ".join(fact for fact in facts if fact))


def wrapping(role: Role = "body", *, tone: str = "", bold: bool = False) -> QLabel:
    """A label of words that came in a file: not even a name of a thousand letters makes the window wider."""
    made = label(role=role, tone=tone, bold=bold, wrap=True)
    made.setMinimumWidth(1)
    return made
