"""What every support tool inside a checkpoint is: title, purpose, rows that save by themselves; no tool itself."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.domain.conflicts import in_tool
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.messages import describe
from roadmap_desktop.models.tool import Frame
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.rows import Rows, finish
from roadmap_desktop.widgets.design import button, label, narrowed
from roadmap_desktop.widgets.fit_table import FitTable


class Tool(QWidget):
    """One support tool with its title and purpose. Cells save by themselves; `leave` ends what is being typed."""

    edited = Signal(object)
    """The edits to save."""
    history_wanted = Signal(object)
    """The Scope of what the user wants to see the history of."""
    settle_wanted = Signal()
    """The user wants to decide about what waits."""

    def __init__(self, context: Context, kind: str, frame: Frame, parent: QWidget | None = None) -> None:
        """`kind` is one of records.TOOLS; empty until `show_rows`."""
        super().__init__(parent)
        self.kind = kind
        self.words = context.words.tool(kind)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE[2])
        self.column.addWidget(label(self.words["title"], "lead", bold=True, wrap=True))
        purpose = label(self.words["purpose"], tone="muted", wrap=True)
        self.column.addLayout(narrowed(purpose, READING_WIDTH))
        self.waiting = button("", "link")
        self.waiting.clicked.connect(self.settle_wanted)
        self.waiting.hide()
        self.column.addWidget(self.waiting, 0, Qt.AlignmentFlag.AlignLeft)
        self.trouble = label(role="small", tone="overdue", wrap=True)
        self.trouble.hide()

    def show_rows(self, dossier: Dossier, side: SideDossier, unsaved: Collection[bytes] = ()) -> None:
        """Show what the file holds, without taking unsaved words."""
        raise NotImplementedError

    def show_conflicts(self, dossier: Dossier, side: SideDossier) -> None:
        """Say how many of the cells wait for a decision, and mark them."""
        found = in_tool(dossier.conflicts, self.kind, side.side.key)
        self.waiting.setText(
            self.tr("Two versions, waiting for a decision: {count}").format(count=len(found))
        )
        self.waiting.setVisible(bool(found))
        self.mark_waiting(found)

    def mark_waiting(self, waiting: frozenset[tuple[bytes, str]]) -> None:
        """Mark the cells with these (entity, field)."""
        raise NotImplementedError

    def show_obstacle(self) -> None:
        """Take words or not, as the file can be changed or not."""
        for rows in self.findChildren(Rows):
            rows.show_possible()

    def leave(self) -> None:
        """Take in the cell that is being typed, and drop rows that stayed empty."""
        for table in self.findChildren(FitTable):
            finish(table)

    def on_problem(self, error: UserError | None) -> None:
        """Say below the table what a cell could not be read as."""
        self.trouble.setText(describe(error).in_one() if error is not None else "")
        self.trouble.setVisible(error is not None)
