"""A few big buttons of which exactly one is chosen; knows no app."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QWidget

from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.widgets.design import Design, set_icon


class Choice(QWidget):
    """Buttons by key, `columns` a row; arrows move, `chosen` (key) follows every change by the user."""

    chosen = Signal(str)

    def __init__(
        self,
        design: Design,
        options: Sequence[tuple[str, str]],
        *,
        columns: int = 0,
        icon_above: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`options` are (key, icon name or ""); texts come with `set_texts`. The first is chosen."""
        super().__init__(parent)
        self._design = design
        self._icon_above = icon_above
        self._icons = dict(options)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE[3])
        columns = columns or len(options)
        for number, (key, icon) in enumerate(options):
            made = QToolButton()
            made.setProperty("kind", "choice")
            made.setCheckable(True)
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            made.setIconSize(QSize(24, 24))
            style = Qt.ToolButtonStyle.ToolButtonTextOnly
            if icon:
                under, beside = (
                    Qt.ToolButtonStyle.ToolButtonTextUnderIcon,
                    Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
                )
                style = under if icon_above else beside
            made.setToolButtonStyle(style)
            self._group.addButton(made, number)
            self._buttons[key] = made
            grid.addWidget(made, number // columns, number % columns)
            grid.setColumnStretch(number % columns, 1)
        self._group.idClicked.connect(lambda number: self.chosen.emit(list(self._buttons)[number]))
        self.set_value(options[0][0])
        design.changed.connect(self._colour)
        self._colour()

    def set_texts(self, name: str, texts: Sequence[str]) -> None:
        """Name the whole, and each button in turn."""
        self.setAccessibleName(name)
        for button, text in zip(self._buttons.values(), texts, strict=True):
            button.setText(text)
            button.setAccessibleName(text)
            button.setAccessibleDescription(name)

    def value(self) -> str:
        """Key of the chosen button."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_value(self, key: str) -> None:
        """Choose without `chosen`; a key that is not there changes nothing."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            self.setFocusProxy(self._buttons[key])

    def button(self, key: str) -> QToolButton:
        """The button of `key`."""
        return self._buttons[key]

    def _colour(self) -> None:
        theme = self._design.theme
        for key, button in self._buttons.items():
            name = self._icons[key]
            if not name:
                continue
            plain, chosen = (self._design.icon(name, colour, 24) for colour in (theme.muted, theme.accent))
            if self._icon_above:
                made = QIcon(plain)
                made.addPixmap(chosen.pixmap(QSize(24, 24), 3.0), QIcon.Mode.Normal, QIcon.State.On)
                button.setIcon(made)
            else:
                set_icon(button, plain, chosen, size=24)
