"""Scrolling an area so that a part of something in it is seen; the part says itself when it wants to be."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

_MARGIN = 28
"""What is seen round the part as well, in pixels."""


def scroll_to(widget: QWidget, box: QRect) -> None:
    """Bring `box`, a part of `widget`, into view, its top where both ends do not fit; does nothing outside any area."""
    area: QWidget | None = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    inner = area.widget() if area is not None else None
    if area is None or inner is None:
        return
    # What was just added has its place only when everything is laid out.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for y in (box.bottom(), box.top()):
        area.ensureVisible(0, widget.mapTo(inner, QPoint(0, y)).y(), 0, _MARGIN)
