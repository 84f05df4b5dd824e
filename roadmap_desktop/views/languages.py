"""The languages the program speaks, each by its own name, and a small menu to choose one; translates nothing."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from roadmap_desktop import paths
from roadmap_desktop.widgets.design import Design, set_icon


def language_names() -> dict[str, str]:
    """Code → the language's own name ("lv": "Latviešu"), English first."""
    return {
        code: str(json.loads((paths.WORDS / f"{code}.json").read_text("utf-8"))["name"])
        for code in paths.languages()
    }


def spoken() -> str:
    """Code of the language the windows speak now; English where that is none of ours."""
    code = QLocale().name().split("_")[0]
    return code if code in paths.languages() else "en"


class LanguageMenu(QToolButton):
    """A quiet button that shows the language and opens a menu of all; emits `chosen` with a code."""

    chosen = Signal(str)

    def __init__(self, design: Design, parent: QWidget | None = None) -> None:
        """Shows the language spoken at the moment; call `retranslate` after it changed."""
        super().__init__(parent)
        self._names = language_names()
        self.setProperty("kind", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._entries: dict[str, QAction] = {}
        for code, name in self._names.items():
            entry = QAction(name, menu)
            entry.setCheckable(True)
            entry.triggered.connect(partial(self.chosen.emit, code))
            group.addAction(entry)
            menu.addAction(entry)
            self._entries[code] = entry
        self.setMenu(menu)
        self._design = design
        design.changed.connect(self._colour)
        self._colour()
        self.retranslate()

    def retranslate(self) -> None:
        """Show the language spoken now."""
        code = spoken()
        self.setText(self._names[code])
        self.setAccessibleName(self.tr("Language: {name}").format(name=self.text()))
        self.setToolTip(self.tr("Language"))
        self._entries[code].setChecked(True)

    def _colour(self) -> None:
        set_icon(self, self._design.icon("globe", self._design.theme.muted))
