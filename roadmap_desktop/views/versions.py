"""A field that two people filled differently: both versions side by side, to take one, the other, or both."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.words import Words, local_day
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.widgets.design import Design, button, card, label

Version = tuple[str, str, int]
"""(value, author, ms since 1970), as `Session.versions` gives them."""


class Versions(QWidget):
    """`taken` carries the value that shall stand."""

    taken = Signal(str)

    def __init__(
        self,
        design: Design,
        words: Words,
        title: str,
        versions: Sequence[Version],
        show: Callable[[str], str] = str,
        *,
        joinable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`title` says what differs; `show` writes a value for reading; texts are `joinable`."""
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        column.addWidget(label(title, bold=True, wrap=True))
        column.addWidget(
            label(
                self.tr("Nothing is lost: both are kept until you choose."), "small", tone="muted", wrap=True
            )
        )
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        column.addLayout(row)
        for value, author, wall in versions:
            frame, inside = card(margins=SPACE[3])
            text = label(show(value) or self.tr("(empty)"), wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inside.addWidget(label(self._who(words, author, wall), "small", tone="muted", wrap=True))
            inside.addWidget(text)
            inside.addStretch(1)
            take = button(self.tr("Take this one"))
            take.setAccessibleName(
                self.tr("Take the version of {who}").format(who=self._who(words, author, wall))
            )
            take.clicked.connect(lambda _=False, value=value: self.taken.emit(value))
            self._buttons.append(take)
            inside.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
            row.addWidget(frame, 1)
        if joinable:
            both = button(self.tr("Keep both, one below the other"), "quiet", design.icon("list"))
            joined = "\n\n".join(value for value, _, _ in sorted(versions, key=lambda one: one[2]) if value)
            both.clicked.connect(lambda: self.taken.emit(joined))
            self._buttons.append(both)
            column.addWidget(both, 0, Qt.AlignmentFlag.AlignLeft)

    def show_obstacle(self, obstacle: UserError | None) -> None:
        """Let one be taken, or say why not."""
        guard(obstacle, *self._buttons)

    def _who(self, words: Words, author: str, wall: int) -> str:
        name = author or self.tr("Somebody")
        return f"{name}, {words.date(local_day(wall))}"
