"""A bulleted list of plain paragraphs whose wrapped lines hang below their own text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.widgets.design import label


class Bullets(QWidget):
    """Labels are kept and filled anew, since building them is what takes time."""

    def __init__(self, *, tone: str = "", spacing: int = SPACE[1], parent: QWidget | None = None) -> None:
        """`tone` as for `label`."""
        super().__init__(parent)
        self._tone = tone
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[2])
        self._grid.setVerticalSpacing(spacing)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show `lines`, one bullet each."""
        while len(self._lines) < len(lines):
            self._lines.append(self._add(len(self._lines)))
        for number, (dot, text) in enumerate(self._lines):
            there = number < len(lines)
            dot.setVisible(there)
            text.setVisible(there)
            text.setText(lines[number] if there else "")

    def texts(self) -> list[str]:
        """What is shown."""
        return [text.text() for _, text in self._lines if text.text()]

    def _add(self, row: int) -> tuple[QLabel, QLabel]:
        dot, text = label("•", tone="muted"), label(wrap=True, tone=self._tone)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(dot, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 1)
        return dot, text
