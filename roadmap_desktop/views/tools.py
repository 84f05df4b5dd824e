"""The support tools inside a checkpoint that are tables: one each, the SWOT four lists; the evaluation stands apart."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.models.tool import Frame, ToolModel, amount_text, rows_of
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.evaluation import EvaluationTool
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.rows import Rows
from roadmap_desktop.views.tool import Tool
from roadmap_desktop.widgets.design import card, label
from roadmap_desktop.widgets.influence_grid import InfluenceGrid


def make_tool(context: Context, kind: str, frame: Frame) -> Tool:
    """The editor of a tool."""
    if kind == "swot":
        return SwotTool(context, frame)
    if kind == "evaluation":
        return EvaluationTool(context, frame)
    return TableTool(context, kind, frame)


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
        self.rows.history_wanted.connect(self.history_wanted)
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
        self.model.set_rows(rows_of(self.kind, dossier, side), unsaved, self.rows.typed())
        self._sum_up()

    def mark_waiting(self, waiting: frozenset[tuple[bytes, str]]) -> None:
        self.model.set_waiting(waiting)

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
            rows = Rows(context, model, str(title), self.words["add"], listed=True)
            rows.add_button.setAccessibleName(f"{self.words['add']}: {title}")
            inside.addWidget(rows)
            inside.addStretch(1)
            rows.history_wanted.connect(self.history_wanted)
            self.quadrants[key] = rows
            grid.addWidget(frame_of, number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.trouble)

    def show_rows(self, dossier: Dossier, side: SideDossier, unsaved: Collection[bytes] = ()) -> None:
        for rows in self.quadrants.values():
            rows.model.set_rows(side.swot, unsaved, rows.typed())

    def mark_waiting(self, waiting: frozenset[tuple[bytes, str]]) -> None:
        for rows in self.quadrants.values():
            rows.model.set_waiting(waiting)

    def leave(self) -> None:
        super().leave()
        for rows in self.quadrants.values():
            rows.model.drop_fresh()
