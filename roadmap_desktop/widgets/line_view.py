"""A widget that shows a transit line and lets its stops be chosen by mouse, keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QToolTip, QWidget

from roadmap_desktop.paint.line import LineLayout, Place, Track, height_for, layout, paint
from roadmap_desktop.paint.theme import LIGHT, Theme

_MOVES: Final = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
}
_PRESSES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
_QUIET: Final = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)


class _StopButton(QToolButton):
    """A stop as keyboard and screen reader meet it: a button of its own, invisible, since the line is painted whole."""

    def __init__(self, view: LineView, key: tuple[int, str]) -> None:
        super().__init__(view)
        self._view = view
        self.key = key
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.clicked.connect(self._click)

    def _click(self) -> None:
        self._view.activated.emit(*self.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the view under it does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the view."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the view."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the walk along."""
        super().focusInEvent(event)
        self._view.stop_focused(self.key, ring=event.reason() not in _QUIET)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._view.update()


class LineView(QWidget):
    """The transit line of one partnership.

    `activated` (track, checkpoint) tells of a click, Enter or Space on a stop, `focused` of the keyboard's walk to
    another one. Arrows go from stop to stop and from track to track, Home and End to a track's ends; Tab passes
    the whole line in one step. Every stop is a button to a screen reader. Knows no language: the texts come from
    the caller.
    """

    activated = Signal(int, str)
    focused = Signal(int, str)

    def __init__(self, parent: QWidget | None = None, *, texts: bool = True) -> None:
        """`texts` sets the steps' names and counts above the line."""
        super().__init__(parent)
        self._texts = texts
        self._theme = LIGHT
        self._surface = ""
        self._tracks: tuple[Track, ...] = ()
        self._tips: dict[tuple[int, str], str] = {}
        self._buttons: dict[tuple[int, str], _StopButton] = {}
        self._focus: tuple[int, str] | None = None
        self._ring = True
        self._hover: tuple[int, str] | None = None
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # ---------------------------------------------------------------------------------------- values in

    def set_tracks(
        self,
        tracks: Sequence[Track],
        *,
        description: str = "",
        tips: Mapping[tuple[int, str], str] | None = None,
    ) -> None:
        """Show `tracks`. `description` is the whole line in words; `tips` names each stop, plain text, any lines.

        The stop under the keyboard keeps it as long as it exists.
        """
        self._tracks = tuple(tracks)
        self._tips = dict(tips or {})
        self.setAccessibleDescription(description)
        keys = {
            (number, stop.checkpoint): stop.title
            for number, track in enumerate(self._tracks)
            for step in track.steps
            for stop in step.stops
        }
        had_focus = self._focus is not None and self._buttons[self._focus].hasFocus()
        self._renew_buttons(keys)
        if self._focus not in self._buttons:
            self._focus = None
            first = self.line().start()
            if first in self._buttons:
                self._rove(first)
                if had_focus:
                    self._buttons[first].setFocus()
        self._arrange()
        self.updateGeometry()
        self.update()

    def _renew_buttons(self, keys: Mapping[tuple[int, str], str]) -> None:
        """One button for each of `keys`, named by its tip or its title."""
        self.setFocusProxy(None)  # type: ignore[arg-type]
        for key in [key for key in self._buttons if key not in keys]:
            gone = self._buttons.pop(key)
            gone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            gone.deleteLater()
        new = [key for key in keys if key not in self._buttons]
        for key in new:
            self._buttons[key] = _StopButton(self, key)
            self._buttons[key].show()
        for key, title in keys.items():
            self._buttons[key].setAccessibleName(self._tips.get(key, title).replace("\n", ", "))
        if new:
            self._order_buttons([self._buttons[key] for key in keys])
        if self._focus in self._buttons:
            self._rove(self._focus)

    def _order_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Put the buttons where the line stands in the window's walk with Tab.

        Qt orders only widgets that Tab may enter, so all of them may for a moment; afterwards none may.
        """
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for before, button in pairwise([self, *buttons]):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            QWidget.setTabOrder(before, button)
        for widget in (self, *buttons):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_theme(self, theme: Theme, surface: str = "") -> None:
        """Draw in the colours of `theme`; `surface` is the colour beneath, where it is not the theme's surface."""
        self._theme = theme
        self._surface = surface
        self.update()

    def set_name(self, name: str) -> None:
        """What a screen reader calls the whole line."""
        self.setAccessibleName(name)

    def focus_stop(self, track: int, checkpoint: str) -> None:
        """Move the keyboard to that stop; nothing happens where there is no such stop."""
        if (track, checkpoint) in self._buttons:
            self._rove((track, checkpoint))
            self._buttons[track, checkpoint].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_at(self) -> tuple[int, str] | None:
        """The stop that has, or will get, the keyboard."""
        return self._focus

    # ----------------------------------------------------------------------------------------- geometry

    def line(self) -> LineLayout:
        """Where everything lies at the present size."""
        return layout(
            self._tracks, self.width(), self.height(), texts=self._texts, text_height=self._text_height()
        )

    def sizeHint(self) -> QSize:
        """Wide enough for calm distances."""
        width = 760 if self._texts else 240
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The narrowest line whose stops are told apart."""
        width = 420 if self._texts else 120
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def hasHeightForWidth(self) -> bool:
        """Narrow lines need more rows for the steps' names."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that suits the tracks at `width`."""
        row = self._text_height()
        return round(height_for(self._tracks, texts=self._texts, text_height=row, width=width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the stops' buttons along."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """A new font is a new size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange()
            self.updateGeometry()

    def _text_height(self) -> float:
        return QFontMetricsF(self.font()).height() * 1.05

    def _arrange(self) -> None:
        for place in self.line().places:
            button = self._buttons.get((place.track, place.stop.checkpoint))
            if button:
                button.setGeometry(_box(place))

    # ------------------------------------------------------------------------------------------ keyboard

    def stop_focused(self, key: tuple[int, str], *, ring: bool) -> None:
        """A stop's button got the keyboard (called by the button)."""
        self._ring = ring
        self._rove(key)
        self.focused.emit(*key)

    def _rove(self, key: tuple[int, str]) -> None:
        """Let Tab enter the line at `key` and nowhere else."""
        if self._focus in self._buttons and self._focus != key:
            self._buttons[self._focus].setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._focus = key
        self._buttons[key].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._buttons[key])
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the stops, or choose one."""
        key = Qt.Key(event.key())
        if self._focus is None:
            event.ignore()
        elif key in _PRESSES:
            self.activated.emit(*self._focus)
        elif key in _MOVES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._ring = True
            self.focus_stop(*self.line().neighbour(*self._focus, _MOVES[key]))
        else:
            event.ignore()

    # --------------------------------------------------------------------------------------------- mouse

    def _under(self, point: QPoint) -> tuple[int, str] | None:
        return self.line().stop_at(point.x(), point.y())

    def _set_hover(self, key: tuple[int, str] | None) -> None:
        if key != self._hover:
            self._hover = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would choose."""
        self._set_hover(self._under(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        super().leaveEvent(event)
        self._set_hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard to the stop pressed."""
        key = self._under(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or key is None:
            event.ignore()
            return
        self._rove(key)
        self._buttons[key].setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the stop, unless the pointer was drawn away from it."""
        key = self._under(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and key is not None and key == self._focus:
            self.activated.emit(*key)

    def event(self, event: QEvent) -> bool:
        """Show a stop's text as a plain tooltip: it may come from a stranger's file."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = self._under(event.pos())
            if key is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), plain_tip(self.tip(key)), self)
            return True
        return super().event(event)

    def tip(self, key: tuple[int, str]) -> str:
        """The text of a stop, as handed in; its title where none was."""
        place = self.line().place(*key)
        return self._tips.get(key, place.stop.title if place else "")

    # ------------------------------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line over whatever lies beneath."""
        at = self._focus if self._focus in self._buttons else None
        ring = self._ring and at is not None and self._buttons[at].hasFocus()
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        paint(
            painter, self.line(), self._theme, self.font(), focus=at if ring else None, hover=self._hover,
            surface=self._surface or None,
        )  # fmt: skip
        painter.end()


def plain_tip(text: str) -> str:
    """`text` for a tooltip, its angle brackets and line breaks shown as they are, long lines wrapped."""
    return f"<div style='white-space: pre-wrap'>{escape(text)}</div>"


def _box(place: Place) -> QRect:
    half = round(place.radius + 3)
    return QRect(round(place.x) - half, round(place.y) - half, 2 * half, 2 * half)
