"""The evaluation inside a checkpoint: ten criteria scored by rounds, each with what a 1 and a 5 mean; saves nothing."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.history import Scope
from roadmap_desktop.models.evaluation import EvaluationModel
from roadmap_desktop.models.tool import Frame
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.cells import least_widths
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.rows import cells_of
from roadmap_desktop.views.tool import Tool
from roadmap_desktop.widgets.design import button, card, icon_button, label
from roadmap_desktop.widgets.fit_table import FitTable


class EvaluationTool(Tool):
    """Ten criteria, scored by round, each with what a 1 and a 5 mean."""

    def __init__(self, context: Context, frame: Frame, parent: QWidget | None = None) -> None:
        """Shows the last round."""
        super().__init__(context, "evaluation", frame, parent)
        self._context = context
        self._frame = frame
        self._shown = False
        self.model = EvaluationModel(context.words, frame, self)
        self.model.edited.connect(self.edited)
        self.model.problem.connect(self.on_problem)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(SPACE[1])
        self.round_buttons: dict[int, QPushButton] = {}
        self.new_round = button(self.tr("New round"), "quiet", context.design.icon("plus"))
        self.new_round.clicked.connect(self._on_new_round)
        self._bar.addWidget(self.new_round)
        self._bar.addStretch(1)
        self.history_button = icon_button(
            self.tr("History of this score"), context.design.icon("history", context.design.theme.muted)
        )
        self.history_button.clicked.connect(self._on_history)
        self._bar.addWidget(self.history_button)
        self.column.addLayout(self._bar)
        self.table = FitTable(self.words["title"], most=900)
        cells_of(context, self.table)
        self.table.set_content(self.model, self.model.weights(), least_widths(self.model.cells()))
        self.column.addWidget(self.table)
        self.column.addWidget(self.trouble)
        frame_of, inside = card(margins=SPACE[3])
        self._criterion = label(bold=True, wrap=True)
        self.levels = (label(wrap=True), label(wrap=True))
        inside.addWidget(self._criterion)
        for made in self.levels:
            inside.addWidget(made)
        self.column.addWidget(frame_of)
        self.table.selectionModel().currentChanged.connect(self._show_levels)
        self._show_levels(self.model.index(0, 0))

    def show_rows(self, dossier: Dossier, side: SideDossier, unsaved: Collection[bytes] = ()) -> None:
        self.model.set_scores(side.evaluations, unsaved)
        if not self._shown:
            self._shown = True
            self.model.show_round(self.model.latest())
        self._show_rounds()

    def mark_waiting(self, waiting: frozenset[tuple[bytes, str]]) -> None:
        self.model.set_waiting(waiting)

    def show_obstacle(self) -> None:
        guard(self._context.session.obstacle, self.new_round)

    def _on_history(self) -> None:
        entity = self.model.id_at(max(self.table.currentIndex().row(), 0))
        self.history_wanted.emit(Scope(self._frame.root, "evaluation", entity))

    def _on_new_round(self) -> None:
        self._show(self.model.latest() + 1)

    def _show(self, number: int) -> None:
        self.model.show_round(number)
        self._show_rounds()
        self._show_levels(self.model.index(0, 0))

    def _show_rounds(self) -> None:
        rounds = self.model.rounds()
        for number in list(self.round_buttons):
            if number not in rounds:
                old = self.round_buttons.pop(number)
                self._bar.removeWidget(old)
                old.hide()
                old.deleteLater()
        for place, number in enumerate(rounds):
            if number not in self.round_buttons:
                made = button(self.tr("Round {number}").format(number=number), "quiet")
                made.setCheckable(True)
                made.clicked.connect(lambda _=False, number=number: self._show(number))
                self.round_buttons[number] = made
                self._bar.insertWidget(place, made)
            self.round_buttons[number].setChecked(number == self.model.round)
        # A new round makes sense once this one holds something.
        self.new_round.setVisible(self.model.round in self.model.scored())
        guard(self._context.session.obstacle, self.new_round)

    def _show_levels(self, index: QModelIndex) -> None:
        title, lowest, highest = self.model.levels(max(index.row(), 0))
        self._criterion.setText(title)
        self.levels[0].setText(self.tr("1 means: {level}").format(level=lowest))
        self.levels[1].setText(self.tr("5 means: {level}").format(level=highest))
