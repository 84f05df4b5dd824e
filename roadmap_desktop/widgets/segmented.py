"""One choice among a few, all in view: buttons in a row with a symbol each; arrows move, screen readers hear radio buttons."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from roadmap_desktop.paint.line import paint_symbol
from roadmap_desktop.widgets.design import Design

_SYMBOL = 6.5
_PAD = 12


class Segmented(QWidget):
    """`chosen` carries the key that the user chose; `show_key` is silent."""

    chosen = Signal(str)

    def __init__(
        self, design: Design, name: str, options: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`options` are (key, text), where a key is also one of paint.line's SYMBOLS; `name` names the row."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        for key, text in options:
            made = _Segment(design, key, text)
            made.setAccessibleName(f"{name}: {text}")
            self._buttons[key] = made
            self._group.addButton(made)
            row.addWidget(made)
            made.toggled.connect(lambda on, key=key: self._on_toggled(key, on=on))
        self._silent = False

    def key(self) -> str:
        """The key chosen, "" for none."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    def show_key(self, key: str) -> None:
        """Choose without a signal; an unknown key chooses none."""
        self._silent = True
        self._group.setExclusive(False)
        for name, made in self._buttons.items():
            made.setChecked(name == key)
        self._group.setExclusive(True)
        self._silent = False
        # Tab comes to the chosen one alone; Qt sees to it only when the user chooses.
        entry = key if key in self._buttons else next(iter(self._buttons), "")
        for name, made in self._buttons.items():
            policy = Qt.FocusPolicy.StrongFocus if name == entry else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(policy)

    def button(self, key: str) -> QRadioButton:
        """The button of a key."""
        return self._buttons[key]

    def set_colour(self, colour: str) -> None:
        """Colour of the symbols."""
        for made in self._buttons.values():
            made.colour = colour
            made.update()

    def _on_toggled(self, key: str, *, on: bool) -> None:
        if on and not self._silent:
            self.chosen.emit(key)


class _Segment(QRadioButton):
    def __init__(self, design: Design, key: str, text: str) -> None:
        super().__init__(text)
        self._design = design
        self._key = key
        self.colour = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + 2 * _SYMBOL + 8 + 2 * _PAD
        return QSize(round(wide) + 2, metrics.height() + 16)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._design.theme
        chosen = self.isChecked()
        ground = theme.selected if chosen else theme.hover if self.underMouse() and self.isEnabled() else ""
        edge = theme.accent if chosen else theme.hairline
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else edge), width))
        painter.setBrush(QColor(ground or theme.surface))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, 6, 6)
        middle = self.height() / 2
        colour = self.colour or theme.accent
        paint_symbol(
            painter,
            self._key,
            _PAD + _SYMBOL,
            middle,
            _SYMBOL,
            colour,
            theme,
            surface=ground or theme.surface,
        )
        painter.setPen(QColor(theme.ink if chosen or self.isEnabled() else theme.muted))
        text = self.rect().adjusted(round(_PAD + 2 * _SYMBOL + 8), 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()
