"""Runs something once, after all that is happening now; ends with its owner."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Soon(QTimer):
    """A widget that takes another height while it is being laid out would not be heard; it does so soon after."""

    def __init__(self, run: Callable[[], None], owner: QObject) -> None:
        """`run` must be a method of `owner`."""
        super().__init__(owner)
        self.setSingleShot(True)
        self.setInterval(0)
        self.timeout.connect(run)
