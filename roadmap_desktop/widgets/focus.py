"""The keyboard's place, kept while the parts of a widget are made anew; knows nothing of what they are."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


@contextlib.contextmanager
def focus_kept(inside: QWidget) -> Iterator[None]:
    """Give the keyboard to the new part `inside` with the class and name of the one that had it, or to what has its place."""
    before = QApplication.focusWidget()
    if before is None or not inside.isAncestorOf(before):
        yield
        return
    old = [part for part in _parts(inside) if part.isVisible()]
    place, wanted = old.index(before), _key(before)
    yield
    now = [part for part in _parts(inside) if part not in old and not _gone(part, inside)]
    found = [part for part in now if _key(part) == wanted] or now[place : place + 1] or now[-1:]
    if found:
        found[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _gone(part: QWidget, inside: QWidget) -> bool:
    """Whether `part`, or what holds it, was hidden on purpose; what is new is merely not shown yet."""
    holder: QWidget | None = part
    while holder is not None and holder is not inside:
        if holder.isHidden() and holder.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        holder = holder.parentWidget()
    return False


def _parts(inside: QWidget) -> list[QWidget]:
    """What can have the keyboard."""
    return [part for part in inside.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _key(part: QWidget) -> tuple[type, str]:
    text = part.text() if isinstance(part, QAbstractButton) else ""
    return type(part), part.accessibleName() or text
