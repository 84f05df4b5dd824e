"""A quiet line across the page that says what happened and what to do; it blocks nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.widgets.design import Design, button, icon_button, label


class Banner(QWidget):
    """One message with up to two actions; hidden until `say`."""

    closed = Signal()

    def __init__(self, design: Design, close_name: str, parent: QWidget | None = None) -> None:
        """`close_name` names the closing cross for screen readers."""
        super().__init__(parent)
        self._design = design
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE[4], SPACE[2], SPACE[2], SPACE[2])
        self._row.setSpacing(SPACE[3])
        self._picture = QLabel()
        self.text = label(wrap=True)
        self._row.addWidget(self._picture)
        self._row.addWidget(self.text, 1)
        self._actions: list[QWidget] = []
        self._close = icon_button(close_name, design.icon("x"))
        self._close.clicked.connect(self.hide)
        self._close.clicked.connect(self.closed)
        self._row.addWidget(self._close)
        self._grave = False
        design.changed.connect(self._colour)
        self.setAutoFillBackground(True)
        self.hide()

    def set_close_name(self, name: str) -> None:
        """Name the closing cross in another language."""
        self._close.setToolTip(name)
        self._close.setAccessibleName(name)

    def say(self, text: str, *actions: tuple[str, Callable[[], None]], grave: bool = False) -> None:
        """Show `text`; each action is (label, what it does)."""
        for old in self._actions:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._actions = []
        for name, run in actions:
            made = button(name)
            made.clicked.connect(run)
            self._row.insertWidget(self._row.count() - 1, made)
            self._actions.append(made)
        self._grave = grave
        self._colour()
        self.text.setText(text)
        self.setAccessibleName(text)
        self.show()

    def _colour(self) -> None:
        theme = self._design.theme
        self._close.setIcon(self._design.icon("x"))
        colours = self.palette()
        colours.setColor(self.backgroundRole(), theme.overdue_wash if self._grave else theme.notice_wash)
        self.setPalette(colours)
        self._picture.setPixmap(
            self._design.icon(
                "alert-triangle" if self._grave else "info", theme.overdue if self._grave else theme.ink
            ).pixmap(20, 20)
        )
