"""Both sides of a partnership together: the subjects both forms ask about, both texts side by side, and a mark of accord."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.joint import (
    SORTS,
    Half,
    JointStep,
    Sort,
    Subject,
    counted,
    joint,
    mark_edits,
    markable,
)
from roadmap_desktop.domain.marks import marked
from roadmap_desktop.models.joint import JointModel
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.views.stop_list import StopList
from roadmap_desktop.widgets.compared import Compared, Row
from roadmap_desktop.widgets.design import Role, button, card, label
from roadmap_desktop.widgets.empty_state import EmptyState

_LIST: Final = 340
_TEXT_INDENT: Final = 12
"""Where the texts' table begins within its widget, in device-independent pixels: their heads stand above them."""
_FILTERS: Final[dict[str, tuple[Sort, ...]]] = {
    "all": SORTS,
    "differs": ("differs",),
    "one-side": ("one-side",),
}


class JointPage(Page):
    """Subjects in a list, the chosen one's two texts beside it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """See Page."""
        super().__init__(context, parent)
        self._dossier: Dossier | None = None
        self._steps: tuple[JointStep, ...] = ()
        self._subject: Subject | None = None
        self._shown: tuple[Subject, tuple[str, str]] | None = None
        self._build()
        self.show_obstacle()

    def title(self) -> str:
        return self.context.words("joint", "title")

    def show_place(self, place: Place) -> None:
        self._read(place.root)
        if self._stack.currentWidget() is self._both:
            if self._subject is None:
                self.list.setCurrentIndex(self.model.near(0))
            self.list.setFocus()
        else:
            self.empty.setFocus()

    def refresh(self, roots: frozenset[bytes]) -> None:
        if self._dossier is not None:
            self._read(self._dossier.partnership.id)

    def show_obstacle(self) -> None:
        guard(self.context.session.obstacle, self.mark)

    # filling ----------------------------------------------------------------------------------------

    def _read(self, root: bytes) -> None:
        found = self.context.session.dossier(root)
        if self._dossier is None or self._dossier.partnership.id != root:
            self._subject = None
        self._dossier = found
        ours, theirs = (self.context.form(side.side.form) for side in found.sides)
        self._steps = joint(found, ours, theirs)
        self._name.setText(found.partnership.title)
        count = counted(self._steps)
        self._show_counts({"all": count.total(), **{str(sort): number for sort, number in count.items()}})
        self._stack.setCurrentWidget(self.empty if found.theirs.empty else self._both)
        self._fill()

    def _show_counts(self, count: dict[str, int]) -> None:
        names = {"all": self.tr("All")} | {sort: self.context.words("joint", sort) for sort in SORTS}
        for key, made in self._filters.items():
            made.setText(f"{names[key]}  {count.get(key, 0)}")

    def _fill(self) -> None:
        """The subjects of the sort chosen; the one in view stays in view where it can, else what took its place."""
        wanted = next(key for key, made in self._filters.items() if made.isChecked())
        at = self._subject.ours.checkpoint.id if self._subject else ""
        row = max(self.list.currentIndex().row(), 0)
        self.model.show_steps(self._steps, _FILTERS[wanted], self._names())
        index = self.model.find(at) if at else QModelIndex()
        self.list.setCurrentIndex(index if index.isValid() else self.model.near(row))
        self._show_subject()

    def _names(self) -> tuple[str, str]:
        assert self._dossier is not None
        words = self.context.words
        ours, theirs = self._dossier.sides
        return (
            ours.organisation.name or words("side", "ours"),
            theirs.organisation.name or words("side", "theirs"),
        )

    def _show_subject(self) -> None:
        found, names = self.model.subject(self.list.currentIndex()), self._names()
        self._subject = found
        self._detail.setCurrentIndex(0 if found else 1)
        if found is None or (found, names) == self._shown:
            return
        self._shown = found, names
        words = self.context.words
        self._heading.setText(found.ours.checkpoint.title)
        self._said.setText(words("joint", "marked") if found.marked else self.model.said(found, names))
        for head, half, name in zip(self._heads, (found.ours, found.theirs), names, strict=True):
            head.show_half(name, half, other=found.ours.checkpoint.title)
        for opener, name in zip(self.openers, names, strict=True):
            opener.setText(self.tr("Go to this checkpoint"))
            opener.setAccessibleName(f"{name}: {opener.text()}")
        both = marked(found.ours.answer.text, found.theirs.answer.text)
        left, right = (
            [piece._replace(differs=piece.differs and found.sort == "differs") for piece in pieces]
            for pieces in both
        )
        self.texts.show_rows(("", ""), [Row("", left, right)])
        self.mark.setVisible(markable(found))
        self.mark.setText(
            self.tr("They do not say the same after all")
            if found.marked
            else self.tr("Both texts say the same")
        )

    # doing ------------------------------------------------------------------------------------------

    def _mark(self) -> None:
        if self._dossier is not None and self._subject is not None:
            root, subject = self._dossier.partnership.root, self._subject
            self.context.session.save(mark_edits(root, subject, alike=not subject.marked))

    def _open(self, half: Half) -> None:
        assert self._dossier is not None
        self.go.emit(Place("wizard", self._dossier.partnership.id, half.side, half.checkpoint.id))

    def _fill_in_theirs(self) -> None:
        assert self._dossier is not None
        self.go.emit(Place("wizard", self._dossier.partnership.id, self._dossier.theirs.side.key))

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.empty = EmptyState(
            self.context.design,
            "handshake",
            self.tr("Nothing from the partner yet"),
            self.tr(
                "Send the partnership to your partner: they fill in their side and send it back, and Receive takes in"
                " what they wrote. Or sit down together and fill in their side here."
            ),
            self.tr("Fill in their side"),
        )
        self.empty.wanted.connect(self._fill_in_theirs)
        self._stack = QStackedWidget()
        self._both = self._make_both()
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addLayout(self._make_head())
        column.addWidget(self._stack, 1)

    def _make_head(self) -> QVBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(SPACE[1])
        names.addWidget(label(self.context.words("joint", "title"), "title"))
        self._name = _wrapping(tone="muted")
        names.addWidget(self._name)
        return names

    def _make_both(self) -> QWidget:
        both = QWidget()
        whole = QHBoxLayout(both)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE[4])
        whole.addWidget(self._make_list())
        self._detail = QStackedWidget()
        self._detail.addWidget(self._make_detail())
        nothing = label(self.tr("Nothing of this kind."), tone="muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._detail.addWidget(nothing)
        whole.addWidget(self._detail, 1)
        return both

    def _make_list(self) -> QWidget:
        context = self.context
        self.model = JointModel(context.words, self)
        self.list = StopList(context.design, self.model, self.tr("Subjects of both sides"))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_subject())
        self.list.wanted.connect(lambda _: self.texts.setFocus())
        self._filters: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        for key in _FILTERS:
            made = button("", "quiet")
            made.setCheckable(True)
            made.setChecked(key == "all")
            made.clicked.connect(self._fill)
            self._filters[key] = made
            group.addButton(made)
            row.addWidget(made)
        row.addStretch(1)
        side = QWidget()
        side.setFixedWidth(_LIST)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        column.addLayout(row)
        column.addWidget(self.list, 1)
        return side

    def _make_detail(self) -> QWidget:
        context = self.context
        frame, column = card()
        self._heading = _wrapping("heading")
        self._said = _wrapping(tone="muted")
        self.mark = button("")
        self.mark.clicked.connect(self._mark)
        top = QHBoxLayout()
        top.setSpacing(SPACE[4])
        said = QVBoxLayout()
        said.setSpacing(SPACE[1])
        said.addWidget(self._heading)
        said.addWidget(self._said)
        top.addLayout(said, 1)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self.texts = Compared(context.design, self.tr("Both texts"), context.words("sheet", "no_answer"))
        self.texts.setProperty("bare", True)
        self._heads = _HalfHead(context), _HalfHead(context)
        self.openers = button("", "link"), button("", "link")
        heads, foot = QHBoxLayout(), QHBoxLayout()
        for row in (heads, foot):
            row.setSpacing(0)
        heads.setContentsMargins(_TEXT_INDENT, 0, _TEXT_INDENT, 0)
        for head, opener in zip(self._heads, self.openers, strict=True):
            opener.clicked.connect(lambda _=False, head=head: self._open(head.half))
            heads.addWidget(head, 1)
            room = QHBoxLayout()
            room.addWidget(opener)
            room.addStretch(1)
            foot.addLayout(room, 1)
        column.addLayout(top)
        column.addSpacing(SPACE[2])
        column.addLayout(heads)
        column.addWidget(self.texts, 1)
        column.addLayout(foot)
        return frame


class _HalfHead(QWidget):
    """Whose text stands below, and how far it is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self.half: Half
        self._name = _wrapping(bold=True)
        self._facts = _wrapping("small", tone="muted")
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


def _wrapping(role: Role = "body", *, tone: str = "", bold: bool = False) -> QLabel:
    """A label of words that came in a file: not even a name of a thousand letters makes the window wider."""
    made = label(role=role, tone=tone, bold=bold, wrap=True)
    made.setMinimumWidth(1)
    return made
