"""A support tool's rows as an editable table, with what can be done to them below it; saves nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop.domain.history import Scope
from roadmap_desktop.models.columns import KIND
from roadmap_desktop.models.tool import ToolModel
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.cells import EDITORS, CellDelegate, least_widths
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import button, icon_button, label
from roadmap_desktop.widgets.fit_table import FitTable


class Rows(QWidget):
    """The table, its add button, and for chosen rows history, up, down and remove."""

    history_wanted = Signal(object)
    """The Scope of a row."""

    def __init__(
        self,
        context: Context,
        model: ToolModel,
        name: str,
        add: str,
        empty: str = "",
        *,
        listed: bool = False,
    ) -> None:
        """`empty` stands in the table's place while there is no row.

        `listed` rows are lines of one text each: no head, and Enter at a line's end begins the next.
        """
        super().__init__()
        self._session = context.session
        self.model = model
        self.table = FitTable(name)
        self.delegate = cells_of(context, self.table)
        self.table.installEventFilter(self)
        if listed:
            self.table.horizontalHeader().hide()
            self.table.setProperty("bare", "true")
            self.delegate.entered.connect(self._on_entered)
        self._empty = label(empty, tone="muted", wrap=True)
        design = context.design
        self.add_button = button(add, "quiet", design.icon("plus"))
        self.add_button.clicked.connect(self._on_add)
        self.history_button = icon_button(
            self.tr("History of this row"), design.icon("history", design.theme.muted)
        )
        self.up_button = icon_button(self.tr("Move up (Alt+Up)"), design.icon("arrow-up"))
        self.down_button = icon_button(self.tr("Move down (Alt+Down)"), design.icon("arrow-down"))
        self.remove_button = icon_button(self.tr("Remove"), design.icon("trash"))
        self.history_button.clicked.connect(self._on_history)
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
        for made in (self.history_button, self.up_button, self.down_button, self.remove_button):
            row.addWidget(made)
        column.addLayout(row)
        self.table.set_content(model, model.weights(), least_widths(model.cells()))
        self.table.selectionModel().selectionChanged.connect(self.show_possible)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self.show_possible)
        model.edited.connect(self.show_possible)
        self.show_possible()

    # what the user does ----------------------------------------------------------------------------

    def add(self, after: int | None = None) -> None:
        """A fresh row, at the end or below the row `after`, its first text cell being edited."""
        row = self.model.add(after).row()
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
        if self._session.obstacle is None and self.chosen():
            self.model.remove(self.chosen())
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def shift(self, by: int) -> None:
        """Move the chosen row; it stays chosen."""
        chosen = self.chosen()
        if self._session.obstacle is None and self.model.ordered and len(chosen) == 1:
            place = self.model.move(chosen[0], by)
            self.table.setCurrentIndex(self.model.index(place, max(self.table.currentIndex().column(), 0)))

    def typed(self) -> set[bytes]:
        """Ids of rows with a cell that is being typed."""
        places = [self.delegate.place_of(editor) for editor in open_editors(self.table)]
        return {self.model.id_at(place.row()) for place in places if place.isValid()}

    def _on_add(self) -> None:
        self.add()

    def _on_entered(self, row: int) -> None:
        """Enter ended a line: go on with the next, or end the list where the line stayed empty."""
        if self.model.is_fresh(row):
            self.model.drop_fresh()
            if not self.model.rowCount():
                self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add(row)

    def _on_history(self) -> None:
        (row,) = self.chosen()
        self.history_wanted.emit(Scope(self.model.frame.root, self.model.kind, self.model.id_at(row)))

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

    # showing ---------------------------------------------------------------------------------------

    def show_possible(self) -> None:
        """Offer what can be done to the rows chosen now, and to the file as it is now."""
        obstacle = self._session.obstacle
        rows = self.model.rowCount()
        chosen = self.chosen() if rows else []
        one = len(chosen) == 1
        self.table.setVisible(rows > 0)
        self._empty.setVisible(not rows and bool(self._empty.text()))
        for made in (self.up_button, self.down_button):
            made.setVisible(one and self.model.ordered)
        self.remove_button.setVisible(bool(chosen))
        self.history_button.setVisible(one and not self.model.is_fresh(chosen[0]))
        first, last = one and chosen[0] == 0, one and chosen[0] == rows - 1
        if (first and self.up_button.hasFocus()) or (last and self.down_button.hasFocus()):
            # Qt would hand the keyboard on to whatever comes next.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        guard(obstacle, self.add_button, self.remove_button)
        guard(obstacle, self.up_button, possible=not first)
        guard(obstacle, self.down_button, possible=not last)


def cells_of(context: Context, table: FitTable) -> CellDelegate:
    """Give `table` its cells' looks and editors."""
    made = CellDelegate(context.design, table, lambda: context.changeable)
    table.setItemDelegate(made)
    made.resized.connect(table.fit_soon)
    return made


def open_editors(table: FitTable) -> list[QWidget]:
    """The editors that are open in cells."""
    found = table.viewport().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [editor for editor in found if isinstance(editor, EDITORS) and editor.isVisibleTo(table)]


def finish(table: FitTable) -> None:
    """Take in what is being typed into a cell, as leaving the cell would."""
    delegate = table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    for editor in open_editors(table):
        delegate.commit(editor)
