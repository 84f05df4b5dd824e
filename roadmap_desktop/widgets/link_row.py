"""A row of two lines that leads somewhere: by click, Enter or Space."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.widgets.design import label


class LinkRow(QWidget):
    """`title` above, `below` in small; texts are plain and wrap."""

    activated = Signal()

    def __init__(
        self, title: str, below: str = "", *, tone: str = "muted", parent: QWidget | None = None
    ) -> None:
        """`tone` colours the lower line."""
        super().__init__(parent)
        self._hover = False
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[2], SPACE[1] + 2, SPACE[2], SPACE[1] + 2)
        column.setSpacing(1)
        column.addWidget(label(title, wrap=True))
        if below:
            column.addWidget(label(below, "small", tone=tone, wrap=True))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{title}. {below}" if below else title)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self._hover or self.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        wash = colours.color(colours.ColorRole.Highlight)
        wash.setAlpha(24 if self._hover else 0)
        painter.setBrush(wash)
        painter.setPen(
            QPen(colours.color(colours.ColorRole.Highlight), 2) if self.hasFocus() else Qt.PenStyle.NoPen
        )
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
