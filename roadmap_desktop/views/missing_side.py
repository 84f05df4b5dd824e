"""What is still missing in a document, counted and listed; where it is filled in is the page's to know."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.models.document import MissingModel
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.document_list import MissingList
from roadmap_desktop.widgets.design import Design, label


class MissingSide(QWidget):
    """`wanted` carries the Missing that the user chose."""

    wanted = Signal(object)

    def __init__(self, design: Design, model: MissingModel, parent: QWidget | None = None) -> None:
        """Follows `model`."""
        super().__init__(parent)
        self._model = model
        self._head = label(role="lead", bold=True, wrap=True)
        self._hint = label(role="small", tone="muted", wrap=True)
        self.list = MissingList(design, model, self.tr("Still missing"))
        self.list.wanted.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[4], 0, SPACE[3])
        column.setSpacing(SPACE[1])
        for made in (self._head, self._hint):
            made.setContentsMargins(SPACE[4], 0, SPACE[3], 0)
            column.addWidget(made)
        column.addSpacing(SPACE[1])
        column.addWidget(self.list, 1)
        column.addStretch(0)
        model.modelReset.connect(self._count)
        self._count()

    def _count(self) -> None:
        count = self._model.rowCount()
        self._head.setText(
            self.tr("Still missing: {count}").format(count=count) if count else self.tr("Nothing is missing")
        )
        self._hint.setText(
            self.tr("Marked in the text. Choose a line to go where it is filled in.")
            if count
            else self.tr("Read it through once more before you send it.")
        )
        self.list.setVisible(count > 0)
