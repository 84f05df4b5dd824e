"""The guidance beside a checkpoint: why, how, an example, and the documents that help; only shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop.domain.form import Checkpoint
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.design import button, card, icon_button, label


class Guidance(QScrollArea):
    """A panel that scrolls by itself. `closed` when the user wants it away."""

    closed = Signal()
    document_wanted = Signal(str)
    """The name of a document that helps here."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Empty until `show_checkpoint`."""
        super().__init__(parent)
        self._words = context.words
        self._icon = context.design.icon("file-text", context.design.theme.accent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Guidance"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE[4], SPACE[5], SPACE[5], SPACE[5])
        column.setSpacing(SPACE[2])
        self.close_button = icon_button(self.tr("Close the guidance"), context.design.icon("x"))
        self.close_button.clicked.connect(self.closed)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(label(self.tr("Why it matters"), bold=True))
        self.why = _running()
        column.addWidget(self.why)
        column.addSpacing(SPACE[3])
        column.addWidget(label(self.tr("How to do it"), bold=True))
        self.how = Bullets(spacing=SPACE[2])
        column.addWidget(self.how)
        column.addSpacing(SPACE[3])
        frame, inside = card(margins=SPACE[3] + 2)
        inside.addWidget(label(self.tr("An example"), bold=True))
        self.example = _running()
        inside.addWidget(self.example)
        column.addWidget(frame)
        column.addSpacing(SPACE[2])
        self.documents = QWidget()
        self._links = QVBoxLayout(self.documents)
        self._links.setContentsMargins(0, 0, 0, 0)
        self._links.setSpacing(0)
        self._links.addWidget(label(self.tr("Documents that help here"), bold=True))
        column.addWidget(self.documents)
        column.addStretch(1)
        self.setWidget(inner)

    def show_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Guide through `checkpoint`, from the top."""
        self.why.setText(checkpoint.why)
        self.how.show_lines(checkpoint.how)
        self.example.setText(checkpoint.example)
        self._show_documents(checkpoint.documents)
        self.verticalScrollBar().setValue(0)

    def _show_documents(self, names: Sequence[str]) -> None:
        while (item := self._links.takeAt(1)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for name in names:
            made = button(self._words("document", name), "link", self._icon)
            made.clicked.connect(partial(self.document_wanted.emit, name))
            self._links.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.documents.setVisible(bool(names))


def _running() -> QLabel:
    """A paragraph to read and to copy from."""
    made = label(wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
