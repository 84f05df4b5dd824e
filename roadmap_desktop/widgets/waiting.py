"""What stands in a place while its content is made: a sentence, a bar, a way to stop; knows no app."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.widgets.design import button, label

_WIDTH = 280


class Waiting(QWidget):
    """Centred in whatever room it is given; `stopped` where it can be stopped, and was."""

    stopped = Signal()

    def __init__(self, text: str, parts: int = 0, stop: str = "", parent: QWidget | None = None) -> None:
        """The bar has so many `parts`, or only says that something goes on; `stop` is the button's text, "" for none."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.setSpacing(SPACE[3])
        self.bar = QProgressBar()
        self.bar.setAccessibleName(text)
        self.bar.setRange(0, parts)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_WIDTH)
        column.addWidget(label(text, tone="muted"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        self.stop: QPushButton | None = None
        if stop:
            self.stop = button(stop, "quiet")
            self.stop.clicked.connect(self.stopped)
            column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
