"""A control with its caption above and a hint or a complaint below; knows no app."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.widgets.design import label, set_tone


class Field(QWidget):
    """Caption, control, line below. The caption is the control's buddy; the line below its description."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        """Takes over `control`."""
        super().__init__(parent)
        self.control = control
        self.caption = label(bold=True)
        self.caption.setBuddy(control)
        self.below = label(role="small", tone="muted", wrap=True)
        self.below.hide()
        self._hint = ""
        self._error = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.caption)
        column.addWidget(control)
        column.addWidget(self.below)

    def set_texts(self, caption: str, hint: str = "") -> None:
        """Name the control; `hint` helps until there is an error."""
        self.caption.setText(caption)
        self.control.setAccessibleName(caption.replace("&", ""))
        self._hint = hint
        self._show()

    def set_error(self, text: str) -> None:
        """Say what is wrong with the value; "" for nothing."""
        self._error = text
        self._show()

    @property
    def error(self) -> str:
        """What is said to be wrong."""
        return self._error

    def _show(self) -> None:
        text = self._error or self._hint
        set_tone(self.below, "overdue" if self._error else "muted")
        self.below.setText(text)
        self.below.setVisible(bool(text))
        self.control.setAccessibleDescription(text)
