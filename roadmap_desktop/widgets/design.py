"""The design system put to work: palette, style sheet, fonts, icons and text roles; knows no page of the app."""

from __future__ import annotations

import itertools
import math
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QImage,
    QKeyEvent,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.paint import theme as tokens
from roadmap_desktop.paint.theme import SPACE, Theme

Role = Literal["small", "body", "lead", "heading", "title", "display"]
_SIZES = {
    "small": tokens.SMALL,
    "body": tokens.BODY,
    "lead": tokens.LEAD,
    "heading": tokens.HEADING,
    "title": tokens.TITLE,
    "display": tokens.DISPLAY,
}
_ICON, _GAP = 18, 6
_TONES = {
    "": QPalette.ColorRole.WindowText,
    "muted": QPalette.ColorRole.PlaceholderText,
    "overdue": QPalette.ColorRole.BrightText,
    "done": QPalette.ColorRole.LinkVisited,
    "accent": QPalette.ColorRole.Link,
}
FAMILY = "Roadmap Sans"
"""The family shipped in resources/fonts; sheets are set in it, windows only where the system has no font."""


class Design(QObject):
    """The look in force: one object a program, handed to what draws. `changed` after another theme was chosen."""

    changed = Signal()

    def __init__(self, app: QApplication, icons: Path, fonts: Path) -> None:
        """`icons` and `fonts` are the folders that ship with the program."""
        super().__init__(app)
        self._app = app
        self._icons = icons
        self._cache: dict[tuple[str, str, int, str], QIcon] = {}
        self.theme = tokens.LIGHT
        for name in sorted(fonts.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(name))
        font = app.font()
        if not font.exactMatch() or font.family() not in QFontDatabase.families():
            font.setFamily(FAMILY)
        if font.pointSizeF() < 10:
            font.setPointSizeF(10)
        app.setFont(font)
        if app.style().name() != "fusion":
            app.setStyle("Fusion")

    def choose(self, name: str) -> None:
        """Use the theme `name` ("light", "dark", "contrast"), or what the system asks for ("system")."""
        if name not in tokens.THEMES:
            self._app.setPalette(QPalette())  # the system's own again, which is asked next
        self.theme = tokens.THEMES.get(name) or _system_theme()
        self._app.setPalette(palette(self.theme))
        self._app.setStyleSheet(style_sheet(self.theme, self._icons))
        self.changed.emit()

    def icon(self, name: str, colour: str = "", size: int = 20) -> QIcon:
        """The icon `name` in `colour` (the theme's ink by default), sharp at every scale; faint where it is disabled."""
        key = (name, colour or self.theme.ink, size, self.theme.name)
        if key not in self._cache:
            self._cache[key] = self._draw(*key[:3])
        return self._cache[key]

    def _draw(self, name: str, colour: str, size: int) -> QIcon:
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - not needed before the first icon

        source = (self._icons / f"{name}.svg").read_text("utf-8")
        icon = QIcon()
        for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, faint(self.theme))):
            renderer = QSvgRenderer(QByteArray(source.replace("currentColor", shade).encode()))
            for scale in sorted(
                {math.ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()}
            ):
                image = QImage(QSize(size, size) * scale, QImage.Format.Format_ARGB32_Premultiplied)
                image.fill(Qt.GlobalColor.transparent)
                painter = QPainter(image)
                renderer.render(painter)
                painter.end()
                image.setDevicePixelRatio(scale)
                icon.addPixmap(QPixmap.fromImage(image), mode)
        return icon


def _system_theme() -> Theme:
    """Light or dark as the system says; high contrast where its own palette is black on white or the reverse."""
    colours = QGuiApplication.palette()
    window, ink = colours.color(QPalette.ColorRole.Window), colours.color(QPalette.ColorRole.WindowText)
    if window == QColor("black") and ink == QColor("white"):
        return tokens.CONTRAST
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return tokens.DARK if dark or window.lightness() < ink.lightness() else tokens.LIGHT


def palette(theme: Theme) -> QPalette:
    """The theme as a palette for every stock widget."""
    made = QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for which, colour in {
        role.Window: theme.window, role.WindowText: theme.ink, role.Base: theme.surface, role.AlternateBase: theme.raised,
        role.Text: theme.ink, role.Button: theme.surface, role.ButtonText: theme.ink, role.BrightText: theme.overdue,
        role.Highlight: theme.accent, role.HighlightedText: theme.on_accent, role.Link: theme.accent,
        role.LinkVisited: theme.done, role.ToolTipBase: theme.raised, role.ToolTipText: theme.ink,
        role.PlaceholderText: theme.muted, role.Mid: theme.hairline, role.Midlight: theme.hairline,
        role.Dark: theme.border, role.Light: theme.surface, role.Shadow: theme.border, role.Accent: theme.accent,
    }.items():  # fmt: skip
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, which, QColor(faint(theme)))
    return made


def faint(theme: Theme) -> str:
    """The colour of what cannot be used now; in high contrast, where every line is white, a grey of its own."""
    return "#a6a6a6" if theme.name == "contrast" else theme.border


def style_sheet(theme: Theme, icons: Path) -> str:
    """The few rules a palette cannot say; `icons` is the folder of icons."""
    arrow = (icons / "combo-arrow.svg").as_posix()
    tick = (icons / ("tick-dark.svg" if theme.dark else "tick-white.svg")).as_posix()
    t = theme
    return f"""
QToolTip {{ color: {t.ink}; background: {t.raised}; border: 1px solid {t.hairline}; padding: 6px; }}
QFrame[card="true"] {{ background: {t.surface}; border: 1px solid {t.hairline}; border-radius: {tokens.RADIUS}px; }}
QPushButton, QToolButton {{ outline: none; }}
QPushButton {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.border}; border-radius: 6px; padding: 6px 14px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 5px 13px; }}
QPushButton:disabled {{ color: {faint(t)}; border-color: {t.hairline}; }}
QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent}; font-weight: 600; padding: 8px 20px; }}
QPushButton[kind="primary"]:hover {{ border-color: {t.ink}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.ink}; padding: 7px 19px; }}
QPushButton[kind="primary"]:disabled {{ background: {t.raised}; color: {t.muted}; border-color: {t.hairline}; }}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px 8px; color: {t.ink}; }}
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled {{ color: {faint(t)}; }}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{ background: {t.hover}; }}
QPushButton[kind="quiet"]:checked {{ background: {t.selected}; }}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {{ border: 2px solid {t.accent}; padding: 4px 7px; }}
QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px 8px; color: {t.accent}; text-align: left; }}
QPushButton[kind="link"]:hover {{ background: {t.hover}; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {t.accent}; padding: 4px 7px; }}
QToolButton[kind="quiet"]::menu-indicator {{ image: none; }}
QToolButton[kind="choice"] {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.hairline}; border-radius: {tokens.RADIUS}px; padding: 13px 15px; }}
QToolButton[kind="choice"]:hover {{ background: {t.hover}; }}
QToolButton[kind="choice"]:disabled {{ background: transparent; color: {faint(t)}; }}
QToolButton[kind="choice"]:checked {{ background: {t.selected}; border: 2px solid {t.accent}; padding: 12px 14px; font-weight: 600; }}
QToolButton[kind="choice"]:focus {{ border: 2px solid {t.ink}; padding: 12px 14px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.border}; border-radius: 6px; padding: 5px 8px; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {{ border: 2px solid {t.accent}; padding: 4px 7px; }}
QComboBox {{ padding-right: 24px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: 14px; height: 14px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {t.hairline}; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.border}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea[bare="true"], QListView[bare="true"] {{ background: transparent; border: none; }}
QScrollArea {{ border: none; background: transparent; }}
QCheckBox {{ spacing: 8px; padding: 3px; border: 1px solid transparent; border-radius: 6px; }}
QCheckBox:focus {{ border-color: {t.accent}; }}
QCheckBox::indicator {{ width: 16px; height: 16px; background: {t.surface}; border: 1px solid {t.border}; border-radius: 4px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url("{tick}"); }}
QCheckBox::indicator:disabled {{ border-color: {t.hairline}; }}
QProgressBar {{ background: {t.hairline}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}
QHeaderView::section {{ background: {t.raised}; color: {t.muted}; border: none; border-bottom: 1px solid {t.hairline}; padding: 6px 8px; font-weight: 600; }}
QTableView {{ border: 1px solid {t.hairline}; border-radius: 6px; gridline-color: {t.hairline}; background: {t.surface}; }}
QMenu {{ background: {t.raised}; border: 1px solid {t.hairline}; padding: 6px; }}
QMenu::item {{ padding: 6px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
"""


def scaled(font: QFont, role: Role, *, bold: bool = False) -> QFont:
    """`font` at the size of `role`."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * _SIZES[role])
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def label(
    text: str = "", role: Role = "body", *, tone: str = "", bold: bool = False, wrap: bool = False
) -> QLabel:
    """A label of plain text; `tone` is one of "", "muted", "overdue", "done", "accent"."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(scaled(QApplication.font(), role, bold=bold or role in ("heading", "title", "display")))
    made.setWordWrap(wrap)
    if wrap:
        policy = made.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        made.setSizePolicy(policy)
    if tone:
        set_tone(made, tone)
    return made


def set_tone(of: QWidget, tone: str) -> None:
    """Give a label a tone; it follows the palette when another theme is chosen."""
    of.setForegroundRole(_TONES[tone])


class _Push(QPushButton):
    """Enter presses it where it has the keyboard: left to Qt only Space would, on most systems."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _entered(event, self):
            super().keyPressEvent(event)


class _Icon(QToolButton):
    """See _Push."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _entered(event, self):
            super().keyPressEvent(event)


def _entered(event: QKeyEvent, pressed: QAbstractButton) -> bool:
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat()
    if enter:
        pressed.click()
    return enter


def button(
    text: str, kind: Literal["", "primary", "quiet", "link"] = "", icon: QIcon | None = None
) -> QPushButton:
    """A push button; at most one "primary" a page; "link" leads elsewhere."""
    made = _Push(text)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if icon is not None:
        set_icon(made, icon)
    return made


def set_icon(of: QAbstractButton, icon: QIcon, chosen: QIcon | None = None, *, size: int = _ICON) -> None:
    """Set `icon` before a button's text, and `chosen` for when it is checked, with room between.

    A styled button would set its text right at the picture.
    """
    made = QIcon()
    states = ((QIcon.State.Off, icon), (QIcon.State.On, chosen or icon))
    modes = (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    for (state, source), mode, scale in itertools.product(states, modes, (1, 2, 3)):
        image = QImage(QSize(size + _GAP, size) * scale, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        image.setDevicePixelRatio(scale)
        painter = QPainter(image)
        painter.drawPixmap(0, 0, source.pixmap(QSize(size, size), scale, mode))
        painter.end()
        made.addPixmap(QPixmap.fromImage(image), mode, state)
    of.setIcon(made)
    of.setIconSize(QSize(size + _GAP, size))


def icon_button(name: str, icon: QIcon) -> QToolButton:
    """A button with only an icon; `name` is its tooltip and its name for screen readers."""
    made = _Icon()
    made.setProperty("kind", "quiet")
    made.setIcon(icon)
    made.setIconSize(QSize(20, 20))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def card(*, margins: int = SPACE[4]) -> tuple[QFrame, QVBoxLayout]:
    """A surface with a hairline round it, and its layout."""
    frame = QFrame()
    frame.setProperty("card", "true")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(margins, margins, margins, margins)
    layout.setSpacing(SPACE[2])
    return frame, layout


def narrowed(widget: QWidget, width: int) -> QHBoxLayout:
    """A row that gives `widget` at most `width`; alone in a column, a wrapping label that is narrower is cut below.

    (A column asks for the height at its own width, whatever the widget's greatest width is.)
    """
    row = QHBoxLayout()
    widget.setMaximumWidth(width)
    row.addWidget(widget, 1_000)
    row.addStretch(1)
    return row
