"""The guidance beside a checkpoint: why, how, an example, and the documents that help; only shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop.domain.form import Checkpoint
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.design import card, icon_button, label


class Guidance(QScrollArea):
    """A panel that scrolls by itself. `closed` when the user wants it away."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Empty until `show_checkpoint`."""
        super().__init__(parent)
        self._words = context.words
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
        self.documents = label(role="small", tone="muted", wrap=True)
        column.addWidget(self.documents)
        column.addStretch(1)
        self.setWidget(inner)

    def show_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Guide through `checkpoint`, from the top."""
        self.why.setText(checkpoint.why)
        self.how.show_lines(checkpoint.how)
        self.example.setText(checkpoint.example)
        names = ", ".join(self._words("document", name) for name in checkpoint.documents)
        self.documents.setText(self.tr("Documents that help here: {names}").format(names=names))
        self.documents.setVisible(bool(names))
        self.verticalScrollBar().setValue(0)


def _running() -> QLabel:
    """A paragraph to read and to copy from."""
    made = label(wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
