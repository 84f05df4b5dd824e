"""What came, to read and to choose from: the tree, both texts, the four ways out of a conflict; it takes in nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTreeView, QVBoxLayout, QWidget

from roadmap_desktop.domain.incoming import Choice, Group, Place
from roadmap_desktop.domain.marks import marked
from roadmap_desktop.models.branches import Known, Pair
from roadmap_desktop.models.differences import PAIRS
from roadmap_desktop.models.incoming import LEAF, IncomingModel, Leaf, Voice
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.differences import READ, LineDelegate, Tree
from roadmap_desktop.widgets.choice import Choice as Choosing
from roadmap_desktop.widgets.compared import Compared, Row
from roadmap_desktop.widgets.design import Design, button, label

_CHOICES: tuple[Choice, ...] = ("ours", "theirs", "both", "later")
"""As the versions stand above them: ours left, theirs right."""
_OPENED = 80
"""Up to so many lines the tree stands open at once."""


class IncomingView(QWidget):
    """`chosen_changed` follows every choice."""

    chosen_changed = Signal()

    def __init__(self, design: Design, parent: QWidget | None = None) -> None:
        """Empty until `show_groups`."""
        super().__init__(parent)
        self.model = IncomingModel(self)
        self.model.chosen.connect(self._on_chosen)
        self.tree = self._make_tree(design)
        self.texts = Compared(design, self.tr("Here and there"), self.tr("(empty)"))
        self.texts.setProperty("bare", True)
        self.following = button(self.tr("Next conflict"), "quiet", design.icon("arrow-down"))
        self.following.clicked.connect(self.show_next_conflict)
        self.choice = Choosing(design, [(key, "") for key in _CHOICES], columns=2)
        self._name_choices("places")
        self.choice.chosen.connect(self._choose)
        self._asked = self._make_asked()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.tree, 1)
        column.addWidget(self.following, 0, Qt.AlignmentFlag.AlignLeft)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        column.addWidget(self.texts, 1)
        column.addWidget(self._asked)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE[3])
        whole.addWidget(left, 5)
        whole.addWidget(right, 6)
        self.setFocusProxy(self.tree)

    def show_groups(
        self, groups: Sequence[Group], known: Known, choices: Mapping[Place, Choice] | None = None
    ) -> None:
        """Show what came; the first conflict is in view, or the first line where there is none.

        With `choices` it is what waits in the file, chosen about so far.
        """
        self.model.show(groups, known, choices)
        if sum(len(group.things) for group in groups) <= _OPENED:
            self.tree.expandAll()
        first = self.model.waiting_after(self.model.index(-1, 0))
        self.tree.setCurrentIndex(first if first.isValid() else self.model.index(0, 0))
        self._show_current()
        self._on_chosen()

    def show_next_conflict(self) -> None:
        """Go to the next line whose conflict waits."""
        found = self.model.waiting_after(self.tree.currentIndex())
        if found.isValid():
            self.tree.setCurrentIndex(found)
            self.tree.scrollTo(found)
            self.choice.button(self.choice.value()).setFocus()

    def _choose(self, key: str) -> None:
        choice = next(one for one in _CHOICES if one == key)
        self.model.choose(self.tree.currentIndex(), choice)

    def _on_chosen(self) -> None:
        self.following.setVisible(self.model.waiting_after(self.model.index(-1, 0)).isValid())
        self._show_choice()
        self.chosen_changed.emit()

    def _show_current(self) -> None:
        index = self.tree.currentIndex()
        leaf = self._leaf()
        pairs: list[Pair] = index.data(PAIRS) if index.isValid() else []
        rows = [Row(pair.name, *marked(pair.then, pair.now)) for pair in pairs[:READ]]
        if len(pairs) > READ:
            more = [("…", False)]
            rows.append(Row(self.tr("And more: {count}").format(count=len(pairs) - READ), more, more))
        self.texts.show_rows(leaf.heads if leaf else (self.tr("Here"), self.tr("There")), rows)
        self._show_choice()

    def _show_choice(self) -> None:
        leaf = self._leaf()
        asked = leaf is not None and leaf.sort == "conflict"
        self._asked.setVisible(asked)
        if leaf is not None and asked:
            self._name_choices(leaf.voice)
            self.choice.button("both").setEnabled(leaf.joinable)
            self.choice.set_value(self.model.choice(self.tree.currentIndex()))

    def _name_choices(self, voice: Voice) -> None:
        ours, theirs = (
            (self.tr("Keep what shows"), self.tr("Take the other"))
            if voice == "versions"
            else (self.tr("Keep ours"), self.tr("Take theirs"))
        )
        names = [ours, theirs, self.tr("Keep both"), self.tr("Decide later")]
        self.choice.set_texts(self.tr("What shall stand?"), names)

    def _leaf(self) -> Leaf | None:
        index = self.tree.currentIndex()
        found: Leaf | None = index.data(LEAF) if index.isValid() else None
        return found

    def _make_asked(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        column.addWidget(
            label(self.tr("Both wrote here without knowing of each other. What shall stand?"), wrap=True)
        )
        column.addWidget(self.choice)
        return made

    def _make_tree(self, design: Design) -> QTreeView:
        made = Tree(design)
        made.setProperty("bare", True)
        made.setAccessibleName(self.tr("What came"))
        made.setModel(self.model)
        made.setHeaderHidden(True)
        made.setUniformRowHeights(True)
        made.setItemDelegate(LineDelegate(design, made))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        made.setMinimumWidth(300)
        made.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        return made
