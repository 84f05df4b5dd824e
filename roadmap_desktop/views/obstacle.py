"""Controls that write, switched off with the reason as their tooltip while the file cannot be changed; knows no page."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.messages import describe

_OWN_TIP = "own_tip"


def guard(obstacle: UserError | None, *controls: QWidget | QAction, possible: bool = True) -> None:
    """Switch `controls` on where nothing is in the way and what they do is `possible`, else off.

    Why the file cannot be changed stands in their tooltip, which is their own again afterwards.
    """
    for control in controls:
        if control.property(_OWN_TIP) is None:
            control.setProperty(_OWN_TIP, control.toolTip())
        own = str(control.property(_OWN_TIP))
        control.setToolTip(own if obstacle is None else describe(obstacle).what)
        control.setEnabled(obstacle is None and possible)
