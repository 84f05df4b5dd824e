"""The keyboard's place, kept over parts made anew."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.focus import focus_kept
from tests.cut import settle_layouts


class Parts(QWidget):
    """Buttons that are made anew."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.parts: list[QPushButton] = []

    def fill(self, names: Sequence[str]) -> None:
        for old in self.parts:
            old.hide()
            old.deleteLater()
        self.parts = [QPushButton(name) for name in names]
        for made in self.parts:
            self.column.addWidget(made)


@pytest.mark.parametrize(
    ("now", "wanted"),
    [("abc", "b"), ("zba", "b"), ("ac", "c"), ("a", "a"), ("xyz", "y")],
    ids=["same", "moved", "gone", "shorter", "all new"],
)
def test_it_is_known_by_its_name_and_else_by_its_place(qtbot: QtBot, now: str, wanted: str) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    elsewhere, parts = QPushButton("elsewhere"), Parts()
    column.addWidget(elsewhere)
    column.addWidget(parts)
    parts.fill("abc")
    with qtbot.waitExposed(outer):
        outer.show()
    outer.activateWindow()
    parts.parts[1].setFocus()
    qtbot.waitUntil(parts.parts[1].hasFocus)
    with focus_kept(parts):
        parts.fill(now)
    settle_layouts()  # parts that are new are shown a moment later
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused in parts.parts
    assert focused.text() == wanted
    elsewhere.setFocus()
    with focus_kept(parts):
        parts.fill("abc")
    settle_layouts()
    assert elsewhere.hasFocus(), "who was elsewhere stays there"
