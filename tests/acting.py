"""What a user does to a widget: clicks, presses keys, types in any alphabet; checks nothing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from tests.accessible import name_of
from tests.cut import settle_layouts


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """A click of the left button, in the middle or `at`."""
    QTest.mouseClick(
        widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
    )


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """One key."""
    QTest.keyClick(widget, key, modifier)


def shortcut(widget: QWidget, keys: str | QKeySequence.StandardKey) -> None:
    """A key sequence, as in "Ctrl+N"; `widget` must be in the active window."""
    QTest.keySequence(widget, QKeySequence(keys))


def write(field: QWidget, text: str) -> None:
    """Type `text` as an input method does, which knows every letter, in place of what stands in a line."""
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def choose(box: QComboBox, data: object) -> None:
    """Choose the entry that stands for `data` by arrow keys, as the keyboard's user does."""
    wanted = box.findData(data)
    assert wanted >= 0, f"{data!r} is not among the choices"
    while box.currentIndex() != wanted:
        press(box, Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up)


def button(inside: QWidget, name: str) -> QAbstractButton:
    """The visible button that a screen reader calls `name`."""
    settle_layouts()
    found = [one for one in inside.findChildren(QAbstractButton) if one.isVisible() and name_of(one) == name]
    assert len(found) == 1, f"{len(found)} buttons are called {name!r}"
    return found[0]


def texts(inside: QWidget) -> list[str]:
    """The texts of all visible labels."""
    settle_layouts()
    return [one.text() for one in inside.findChildren(QLabel) if one.isVisible() and one.text()]
