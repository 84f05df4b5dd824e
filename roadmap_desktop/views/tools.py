"""The support tools inside a checkpoint: a table each, the SWOT as four lists, the evaluation by rounds."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.messages import describe
from roadmap_desktop.models.evaluation import EvaluationModel
from roadmap_desktop.models.tool import KIND, Frame, ToolModel, amount_text, rows_of
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.views.cells import EDITORS, CellDelegate
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import button, card, icon_button, label, narrowed
from roadmap_desktop.widgets.fit_table import FitTable
from roadmap_desktop.widgets.influence_grid import InfluenceGrid


class Tool(QWidget):
    """One support tool with its title and purpose. Cells save by themselves; `leave` ends what is being typed."""

    edited = Signal(object)
    """The edits to save."""

    def __init__(self, context: Context, kind: str, frame: Frame, parent: QWidget | None = None) -> None:
        """`kind` is one of records.TOOLS; empty until `show_rows`."""
        super().__init__(parent)
        self.kind = kind
        self.words = context.words.tool(kind)
        self.changeable = context.session.obstacle is None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE[2])
        self.column.addWidget(label(self.words["title"], "lead", bold=True, wrap=True))
        purpose = label(self.words["purpose"], tone="muted", wrap=True)
        self.column.addLayout(narrowed(purpose, READING_WIDTH))
        self.trouble = label(role="small", tone="overdue", wrap=True)
        self.trouble.hide()

    def show_rows(self, dossier: Dossier, side: SideDossier, unsaved: Collection[bytes] = ()) -> None:
        """Show what the file holds, without taking unsaved words."""
        raise NotImplementedError

    def leave(self) -> None:
        """Take in the cell that is being typed, and drop rows that stayed empty."""
        for table in self.findChildren(FitTable):
            finish(table)

    def on_problem(self, error: UserError | None) -> None:
        """Say below the table what a cell could not be read as."""
        self.trouble.setText(describe(error).in_one() if error is not None else "")
        self.trouble.setVisible(error is not None)


def make_tool(context: Context, kind: str, frame: Frame) -> Tool:
    """The editor of a tool."""
    if kind == "swot":
        return SwotTool(context, frame)
    if kind == "evaluation":
        return EvaluationTool(context, frame)
    return TableTool(context, kind, frame)


def finish(table: FitTable) -> None:
    """Take in what is being typed into a cell, as leaving the cell would."""
    delegate = table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    for editor in table.viewport().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if isinstance(editor, EDITORS) and editor.isVisibleTo(table):
            delegate.commit(editor)


class Rows(QWidget):
    """A table of rows with its add button and, for chosen rows, up, down and remove."""

    def __init__(
        self, context: Context, model: ToolModel, name: str, add: str, empty: str = "", *, bare: bool = False
    ) -> None:
        """`empty` stands in the table's place while there is no row; a `bare` table has no head."""
        super().__init__()
        self._changeable = context.session.obstacle is None
        self.model = model
        self.table = FitTable(name)
        self.table.setItemDelegate(CellDelegate(context.design, self.table, changeable=self._changeable))
        self.table.installEventFilter(self)
        if bare:
            self.table.horizontalHeader().hide()
            self.table.setProperty("bare", "true")
        self._empty = label(empty, tone="muted", wrap=True)
        self.add_button = button(add, "quiet", context.design.icon("plus"))
        self.add_button.clicked.connect(self.add)
        self.up_button = icon_button(self.tr("Move up (Alt+Up)"), context.design.icon("arrow-up"))
        self.down_button = icon_button(self.tr("Move down (Alt+Down)"), context.design.icon("arrow-down"))
        self.remove_button = icon_button(self.tr("Remove"), context.design.icon("trash"))
        self.up_button.clicked.connect(lambda: self.shift(-1))
        self.down_button.clicked.connect(lambda: self.shift(1))
        self.remove_button.clicked.connect(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self._empty)
        column.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        row.addWidget(self.add_button)
        row.addStretch(1)
        for made in (self.up_button, self.down_button, self.remove_button):
            row.addWidget(made)
        column.addLayout(row)
        self.table.set_content(model, model.weights())
        self.table.selectionModel().selectionChanged.connect(self._show_possible)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._show_possible)
        self._show_possible()

    def add(self) -> None:
        """A fresh row, its first text cell being edited."""
        row = self.model.add().row()
        cells = [self.model.index(row, column) for column in range(self.model.columnCount())]
        index = next(cell for cell in cells if cell.data(KIND) == "text")
        self.table.fit()
        self.table.setCurrentIndex(index)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.begin(index)

    def chosen(self) -> list[int]:
        """The rows chosen."""
        return sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})

    def remove(self) -> None:
        """Take the chosen rows out; undo brings them back."""
        if self._changeable and self.chosen():
            self.model.remove(self.chosen())

    def shift(self, by: int) -> None:
        """Move the chosen row; it stays chosen."""
        chosen = self.chosen()
        if self._changeable and self.model.ordered and len(chosen) == 1:
            place = self.model.move(chosen[0], by)
            self.table.setCurrentIndex(self.model.index(place, max(self.table.currentIndex().column(), 0)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self.shift(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
            if event.key() == Qt.Key.Key_Delete and not alt:
                self.remove()
                return True
        return super().eventFilter(watched, event)

    def _show_possible(self) -> None:
        there = self.model.rowCount() > 0
        chosen = len(self.chosen()) if there else 0
        self.table.setVisible(there)
        self._empty.setVisible(not there and bool(self._empty.text()))
        self.add_button.setVisible(self._changeable)
        movable = self._changeable and self.model.ordered and chosen == 1
        for made in (self.up_button, self.down_button):
            made.setVisible(movable)
        self.remove_button.setVisible(self._changeable and chosen > 0)


class TableTool(Tool):
    """A tool that is one table; the stakeholder map adds its drawing, the budget its sums."""

    def __init__(self, context: Context, kind: str, frame: Frame, parent: QWidget | None = None) -> None:
        """`kind` is one of models.tool.COLUMNS but "swot"."""
        super().__init__(context, kind, frame, parent)
        self._context = context
        self.model = ToolModel(kind, context.words, frame, parent=self)
        self.model.edited.connect(self.edited)
        self.model.problem.connect(self.on_problem)
        self.rows = Rows(context, self.model, self.words["title"], self.words["add"], self._empty_text())
        self.column.addWidget(self.rows)
        self.column.addWidget(self.trouble)
        self._grid: InfluenceGrid | None = None
        if kind == "stakeholder":
            self._grid = InfluenceGrid(context.design, self.tr("Interest"), self.tr("Influence"))
            self.column.addWidget(self._grid)
        self.totals = label(bold=True, wrap=True)
        self.totals.hide()
        if kind == "budget":
            self.totals.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.column.addWidget(self.totals)
        model = self.model
        for signal in (model.modelReset, model.dataChanged, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._sum_up)

    def show_rows(self, dossier: Dossier, side: SideDossier, unsaved: Collection[bytes] = ()) -> None:
        self.model.set_rows(rows_of(self.kind, dossier, side), unsaved)
        self._sum_up()

    def leave(self) -> None:
        super().leave()
        self.model.drop_fresh()

    def _empty_text(self) -> str:
        return {
            "stakeholder": self.tr("Nobody is on the map yet."),
            "contact": self.tr("No contact yet."),
            "log": self.tr("No conversation has been noted yet."),
            "action": self.tr("The plan has no line yet."),
            "budget": self.tr("The budget has no line yet."),
            "agreement": self.tr("No agreement has been entered yet."),
            "indicator": self.tr("No indicator yet."),
        }[self.kind]

    def _sum_up(self) -> None:
        if self._grid is not None:
            self._draw_grid(self._grid)
        if self.kind == "budget":
            ours, theirs = self.model.totals()
            words = self._context.words
            self.totals.setText(
                self.tr("We pay {ours} €, the partner pays {theirs} €, together {all} €.").format(
                    ours=amount_text(words, str(ours)),
                    theirs=amount_text(words, str(theirs)),
                    all=amount_text(words, str(ours + theirs)),
                )
            )
            self.totals.setVisible(self.model.rowCount() > 0)

    def _draw_grid(self, grid: InfluenceGrid) -> None:
        rows = [self.model.values(row) for row in range(self.model.rowCount())]
        names = [
            (str(row["name"]), int(row["interest"]), int(row["influence"]))
            for row in rows
            if row["interest"] and row["influence"]
        ]
        text = self.tr("{name}: interest {interest}, influence {influence}")
        spoken = [text.format(name=name, interest=x, influence=y) for name, x, y in names]
        grid.show_names(names, "; ".join(spoken))
        grid.setVisible(bool(names))


class SwotTool(Tool):
    """Four quadrants, each with its lines."""

    def __init__(self, context: Context, frame: Frame, parent: QWidget | None = None) -> None:
        """Strengths and weaknesses above, opportunities and threats below."""
        super().__init__(context, "swot", frame, parent)
        grid = QGridLayout()
        grid.setSpacing(SPACE[3])
        self.quadrants: dict[str, Rows] = {}
        for number, (key, title) in enumerate(context.words.group("quadrant").items()):
            model = ToolModel("swot", context.words, frame, {"quadrant": key}, self)
            model.edited.connect(self.edited)
            model.problem.connect(self.on_problem)
            frame_of, inside = card(margins=SPACE[3])
            inside.addWidget(label(str(title), bold=True))
            rows = Rows(context, model, str(title), self.words["add"], bare=True)
            rows.add_button.setAccessibleName(f"{self.words['add']}: {title}")
            inside.addWidget(rows)
            inside.addStretch(1)
            self.quadrants[key] = rows
            grid.addWidget(frame_of, number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.trouble)

    def show_rows(self, dossier: Dossier, side: SideDossier, unsaved: Collection[bytes] = ()) -> None:
        for rows in self.quadrants.values():
            rows.model.set_rows(side.swot, unsaved)

    def leave(self) -> None:
        super().leave()
        for rows in self.quadrants.values():
            rows.model.drop_fresh()


class EvaluationTool(Tool):
    """Ten criteria, scored by round, each with what a 1 and a 5 mean."""

    def __init__(self, context: Context, frame: Frame, parent: QWidget | None = None) -> None:
        """Shows the last round."""
        super().__init__(context, "evaluation", frame, parent)
        self._design = context.design
        self._shown = False
        self.model = EvaluationModel(context.words, frame, self)
        self.model.edited.connect(self.edited)
        self.model.problem.connect(self.on_problem)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(SPACE[1])
        self.round_buttons: dict[int, QPushButton] = {}
        self.new_round = button(self.tr("New round"), "quiet", context.design.icon("plus"))
        self.new_round.setVisible(self.changeable)
        self.new_round.clicked.connect(self._on_new_round)
        self._bar.addWidget(self.new_round)
        self._bar.addStretch(1)
        self.column.addLayout(self._bar)
        self.table = FitTable(self.words["title"], most=900)
        self.table.setItemDelegate(CellDelegate(context.design, self.table, changeable=self.changeable))
        self.table.set_content(self.model, self.model.weights())
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
        self.new_round.setVisible(self.changeable and self.model.round in self.model.scored())

    def _show_levels(self, index: QModelIndex) -> None:
        title, lowest, highest = self.model.levels(max(index.row(), 0))
        self._criterion.setText(title)
        self.levels[0].setText(self.tr("1 means: {level}").format(level=lowest))
        self.levels[1].setText(self.tr("5 means: {level}").format(level=highest))
