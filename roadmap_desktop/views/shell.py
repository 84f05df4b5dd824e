"""The window's frame: shown before anything is read, filled with a Desk afterwards; light enough to be instant."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow

_FRAME = QSize(16, 48)
"""What the system adds around a window."""


class Shell(QMainWindow):
    """An empty window in the right colour; `painted` comes once, after it stood on the screen."""

    painted = Signal()
    closing = Signal()

    def __init__(self, background: str, geometry: str = "") -> None:
        """`background` as #rrggbb; `geometry` from `kept_geometry`, "" for the first time."""
        super().__init__()
        self._background = QColor(background)
        self._painted = False
        self.setMinimumSize(760, 480)
        if not (geometry and self.restoreGeometry(QByteArray.fromHex(geometry.encode()))):
            self.resize(QSize(1180, 760).boundedTo(self.screen().availableSize() - _FRAME))

    def set_background(self, colour: str) -> None:
        """Another theme's colour."""
        self._background = QColor(colour)
        self.update()

    def kept_geometry(self) -> str:
        """Where the window stands, as text for the settings."""
        return self.saveGeometry().toHex().toStdString()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._background)
        painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        event.accept()
