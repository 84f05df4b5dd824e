"""A short line of stops that says on which screen of a few one is; for show, the screens' titles tell it in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from roadmap_desktop.widgets.design import Design


class Steps(QWidget):
    """`count` stops on a line, filled up to `at`."""

    def __init__(self, design: Design, count: int, parent: QWidget | None = None) -> None:
        """Starts at the first."""
        super().__init__(parent)
        self._design = design
        self._count = count
        self._at = 0
        design.changed.connect(self.update)

    def set_at(self, at: int, name: str) -> None:
        """Stand at stop `at` (from 0); `name` is for screen readers."""
        self._at = at
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A stop every 64 pixels."""
        return QSize(64 * (self._count - 1) + 24, 24)

    def minimumSizeHint(self) -> QSize:
        """As large as it likes to be."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the way behind in full colour, the way ahead pale."""
        theme = self._design.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        stops = [QPointF(12 + 64 * number, middle) for number in range(self._count)]
        for number in range(self._count - 1):
            colour = QColor(theme.steps[number % 3] if number < self._at else theme.hairline)
            painter.setPen(QPen(colour, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(stops[number], stops[number + 1])
        for number, stop in enumerate(stops):
            colour = QColor(theme.steps[number % 3] if number <= self._at else theme.border)
            painter.setPen(QPen(colour, 2.5))
            painter.setBrush(colour if number < self._at else QColor(theme.window))
            painter.drawEllipse(stop, 7, 7)
            if number == self._at:
                painter.setBrush(colour)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(stop, 3.5, 3.5)
        painter.end()
