"""Which controls a screen reader could not name; a helper of tests, no test."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTextEdit,
    QWidget,
)

from roadmap_desktop.widgets.line_view import LineView
from roadmap_desktop.widgets.link_row import LinkRow

_CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QSlider, QTextEdit,
    LineView, LinkRow,
)  # fmt: skip
_OF_OTHERS = (QAbstractSpinBox, QComboBox, QLineEdit)
"""Widgets whose inner parts (editor, popup, clearing cross) answer for the whole."""


def name_of(widget: QWidget) -> str:
    """What a screen reader calls `widget`. A combo box that only reads out its value has no name."""
    name = str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))
    if isinstance(widget, QComboBox) and not widget.accessibleName() and not _labelled(widget):
        return ""
    return name.strip()


def nameless(widget: QWidget) -> list[str]:
    """Every control in `widget`, itself included, that has no accessible name: its class, object name and parent."""
    everything = [widget, *widget.findChildren(QWidget)]
    return [_told(found) for found in everything if _is_control(found) and not name_of(found)]


def _is_control(widget: QWidget) -> bool:
    return isinstance(widget, _CONTROLS) and not isinstance(widget, QHeaderView) and not _inner(widget)


def _inner(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, _OF_OTHERS):
            return True
        above = above.parentWidget()
    return above is not None and above.inherits("QComboBoxPrivateContainer")


def _labelled(widget: QWidget) -> bool:
    return any(label.buddy() is widget and label.text() for label in widget.window().findChildren(QLabel))


def _told(widget: QWidget) -> str:
    above = widget.parentWidget()
    return f"{type(widget).__name__} “{widget.objectName()}” in {type(above).__name__}"
