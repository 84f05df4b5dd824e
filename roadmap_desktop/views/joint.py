"""Both sides of a partnership together: the subjects both forms ask about, both texts side by side, and a mark of accord."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
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
)
from roadmap_desktop.models.joint import JointModel
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.views.stop_list import StopList
from roadmap_desktop.views.subject import SubjectCard, wrapping
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.empty_state import EmptyState

_LIST: Final = 340
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
        guard(self.context.session.obstacle, self.card.mark)

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
        if found is not None:
            self.card.show_subject(found, names, self.model.said(found, names))

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
        self._name = wrapping(tone="muted")
        names.addWidget(self._name)
        return names

    def _make_both(self) -> QWidget:
        both = QWidget()
        whole = QHBoxLayout(both)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE[4])
        whole.addWidget(self._make_list())
        self._detail = QStackedWidget()
        self.card = SubjectCard(self.context)
        self.card.marked.connect(self._mark)
        self.card.opened.connect(self._open)
        self._detail.addWidget(self.card)
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
        self.list.wanted.connect(lambda _: self.card.texts.setFocus())
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
