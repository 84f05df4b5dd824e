"""What to do with a file from elsewhere that was opened: take it in, only look, or keep it as a file of its own; it opens none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.words import Words
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.store.arrival import Arrival
from roadmap_desktop.views.origin import origin
from roadmap_desktop.widgets.design import Design, button, label
from roadmap_desktop.widgets.dialog import Dialog

_WIDTH: Final = 560


class ArrivalDialog(Dialog):
    """Closes with whatever is chosen; then comes `take_in`, `look_at`, `keep` or `work_in`, or nothing."""

    take_in = Signal()
    look_at = Signal()
    keep = Signal()
    work_in = Signal()

    def __init__(self, arrival: Arrival, words: Words, design: Design, parent: QWidget | None = None) -> None:
        """Nothing is done to the file."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A file from elsewhere"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[5])
        self._column.setSpacing(SPACE[1])
        self._say(label(self.tr("What would you like to do with this file?"), "title", wrap=True))
        self._column.addSpacing(SPACE[1])
        self._say(label(" ".join(origin(arrival.source, words)), wrap=True))
        if arrival.passing:
            self._say(
                label(
                    self.tr(
                        "It is in a temporary folder, such as mail programs use for attachments. What you write there"
                        " may be gone tomorrow."
                    ),
                    wrap=True,
                )
            )
        self._first = True
        if arrival.usual is not None:
            self.taking = self._offer(
                self.tr("Take it into my file"),
                self.tr("What is new in it is shown first, and you choose what goes into “{file}”.").format(
                    file=one_line(arrival.usual.stem)
                ),
                self.take_in,
            )
        if arrival.passing:
            self.keeping = self._offer(
                self.tr("Save it as a file of my own…"),
                self.tr("It gets a place that you choose, and you work in it there."),
                self.keep,
            )
        self.looking = self._offer(
            self.tr("Just look at it"),
            self.tr("It opens to be read and printed. Nothing in it changes."),
            self.look_at,
        )
        if not arrival.passing:
            self.working = self._offer(
                self.tr("Work in it as it is"),
                self.tr("It is a file of its own then, beside your usual one."),
                self.work_in,
            )

        self._column.addStretch(1)
        # Qt would give lines that wrap the height of fewer.
        self.setMinimumSize(_WIDTH, self._column.heightForWidth(_WIDTH))

    def _say(self, made: QWidget) -> None:
        made.setMaximumWidth(READING_WIDTH)
        self._column.addWidget(made)

    def _offer(self, name: str, hint: str, chosen: SignalInstance) -> QPushButton:
        made = button(name, "primary" if self._first else "")
        made.setAccessibleDescription(hint)
        made.clicked.connect(self._choosing(chosen))
        self._column.addSpacing(SPACE[4])
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(label(hint, "small", tone="muted", wrap=True))
        if self._first:
            made.setFocus()
        self._first = False
        return made

    def _choosing(self, chosen: SignalInstance) -> Callable[[], None]:
        def choose() -> None:
            self.accept()
            chosen.emit()

        return choose
