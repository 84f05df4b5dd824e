"""Which controls a screen reader could not name; a helper of tests, no test."""

from __future__ import annotations

from PySide6.QtCore import Qt
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
    """What a screen reader calls `widget`.

    On Linux a combo box reads out its value in place of its accessible name; only a label beside it, whose buddy it
    is, names it there (a hidden one will do).
    """
    if isinstance(widget, QComboBox):
        return _label_of(widget).replace("&", "").strip()
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)).strip()


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


def _label_of(widget: QWidget) -> str:
    beside = widget.parentWidget()
    labels = beside.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly) if beside else []
    return next((label.text() for label in labels if label.buddy() is widget), "")


def _told(widget: QWidget) -> str:
    above = widget.parentWidget()
    return f"{type(widget).__name__} “{widget.objectName()}” in {type(above).__name__}"
