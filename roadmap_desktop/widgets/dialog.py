"""A dialog in which Enter presses the button that has the focus; knows no app."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton


class Dialog(QDialog):
    """Our buttons are never a dialog's default, so Qt would let Enter on them do nothing."""

    def showEvent(self, event: QShowEvent) -> None:
        """From now on all buttons hear Enter."""
        super().showEvent(event)
        for made in self.findChildren(QPushButton):
            made.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a button is a click; an Enter that a list has answered and passed on must not be one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QPushButton):
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
                watched.click()
                return True
        return super().eventFilter(watched, event)
