"""What stands where nothing is yet: a picture, a sentence, and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.widgets.design import Design, button, label


class EmptyState(QWidget):
    """Centred in whatever room it is given."""

    wanted = Signal()

    def __init__(
        self,
        design: Design,
        icon: str,
        heading: str,
        text: str,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`action` is the button's text; without one there is no button."""
        super().__init__(parent)
        self.button: QPushButton | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[6], SPACE[5], SPACE[6])
        column.setSpacing(SPACE[3])
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture = QLabel()
        picture.setPixmap(design.icon(icon, design.theme.muted, 48).pixmap(48, 48))
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        head = label(heading, "heading")
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(head)
        words = label(text, tone="muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(420)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        if action:
            made = button(action, "primary")
            made.clicked.connect(self.wanted)
            self.button = made
            self.setFocusProxy(made)
            column.addSpacing(SPACE[2])
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
