"""Which texts on a window have less room than they need; a helper of tests, no test."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

_SLACK = 1
"""Pixels that rounding may cost."""


def cut(widget: QWidget) -> list[str]:
    """Every visible label and button in `widget` whose text is not whole, as "text (why)".

    `widget` must be on the screen; its layouts are brought up to date first. What only has to be scrolled up or
    down to is whole.
    """
    settle_layouts()
    found = []
    for part in widget.findChildren(QWidget):
        if isinstance(part, QLabel | QPushButton | QToolButton) and part.isVisible() and part.text():
            why = _lacking(part) or _hidden(part, widget)
            if why:
                found.append(f"“{part.text()}” ({why})")
    return found


def settle_layouts() -> None:
    """Have Qt lay out what was just filled: each pass may ask for another, as wrapped lines find their height."""
    for _ in range(5):
        QApplication.processEvents()


def _lacking(part: QLabel | QAbstractButton) -> str:
    if isinstance(part, QLabel):
        return _lacking_label(part)
    if (
        isinstance(part, QToolButton)
        and part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        and not part.icon().isNull()
    ):
        return ""
    return _more(part.sizeHint().width(), part.width(), "wide") or _more(
        part.sizeHint().height(), part.height(), "high"
    )


def _lacking_label(part: QLabel) -> str:
    if part.wordWrap():
        longest = max((part.fontMetrics().horizontalAdvance(word) for word in part.text().split()), default=0)
        too_narrow = _more(longest, part.contentsRect().width(), "wide")
        return too_narrow or _more(part.heightForWidth(part.width()), part.height(), "high")
    lines = part.text().replace("&", "" if part.buddy() is not None else "&").split("\n")
    metrics = part.fontMetrics()
    needed = max(metrics.horizontalAdvance(line) for line in lines)
    too_narrow = _more(needed, part.contentsRect().width() - 2 * part.margin(), "wide")
    return too_narrow or _more(metrics.height() * len(lines), part.contentsRect().height(), "high")


def _more(needed: int, given: int, what: str) -> str:
    return f"{needed} {what}, {given} given" if needed > given + _SLACK else ""


def _hidden(part: QWidget, top: QWidget) -> str:
    """Why a whole label is still not seen whole: it reaches out of something that holds it."""
    box, inside = QRect(QPoint(0, 0), part.size()), part
    scrolled_down = scrolled_across = False
    while inside is not top and (above := inside.parentWidget()) is not None:
        box.translate(inside.pos())
        if _is_viewport(above):
            area = above.parentWidget()
            assert isinstance(area, QAbstractScrollArea)
            scrolled_down = area.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            scrolled_across = area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if not scrolled_across and (box.left() < -_SLACK or box.right() > above.width() + _SLACK):
            return f"reaches out of {type(above).__name__} at its side"
        if not scrolled_down and (box.top() < -_SLACK or box.bottom() > above.height() + _SLACK):
            return f"reaches out of {type(above).__name__} above or below"
        inside = above
    return ""


def _is_viewport(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget
