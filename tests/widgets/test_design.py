"""The look: colours that can be read, type that scales, icons that are sharp, parts that have names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop import paths
from roadmap_desktop.paint import theme as tokens
from roadmap_desktop.paint.theme import Theme
from roadmap_desktop.widgets import design as looks
from roadmap_desktop.widgets.design import (
    Design,
    button,
    card,
    icon_button,
    label,
    palette,
    scaled,
    set_tone,
    style_sheet,
)
from tests.accessible import name_of
from tests.acting import click, press

THEMES = [tokens.LIGHT, tokens.DARK, tokens.CONTRAST]
by_name = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@by_name
@pytest.mark.parametrize("ground", ["window", "surface", "raised"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent", "overdue", "done"])
def test_text_can_be_read_on_every_ground(theme: Theme, ground: str, ink: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@by_name
def test_text_can_be_read_on_colour(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.ink, theme.overdue_wash) >= 4.5
    assert contrast(theme.ink, theme.notice_wash) >= 4.5
    assert contrast(theme.ink, theme.selected) >= 4.5
    assert contrast(theme.ink, theme.hover) >= 4.5


@by_name
def test_the_edges_of_controls_and_the_steps_are_seen(theme: Theme) -> None:
    assert contrast(theme.border, theme.surface) >= 3
    for colour in theme.steps:
        assert contrast(colour, theme.surface) >= 3
    assert len(set(theme.steps)) == 3


@by_name
def test_choosing_a_theme_dresses_the_whole_program(design: Design, theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(design.changed):
        design.choose(theme.name)
    assert design.theme is theme
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(theme.window)
    field = QWidget()
    qtbot.addWidget(field)
    assert field.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.ink)


@pytest.mark.parametrize(
    ("window", "ink", "expected"),
    [("#ffffff", "#000000", "light"), ("#202020", "#eeeeee", "dark"), ("#000000", "#ffffff", "contrast")],
)
def test_the_system_decides_where_the_user_does_not(
    design: Design, monkeypatch: pytest.MonkeyPatch, window: str, ink: str, expected: str
) -> None:
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.Window, QColor(window))
    colours.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    monkeypatch.setattr(QGuiApplication, "palette", staticmethod(lambda: colours))
    design.choose("system")
    assert design.theme.name == expected


@by_name
def test_a_palette_names_every_role_that_stock_widgets_use(theme: Theme) -> None:
    made = palette(theme)
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    assert made.color(role.Base) == QColor(theme.surface)
    assert made.color(role.Highlight) == QColor(theme.accent)
    assert made.color(role.HighlightedText) == QColor(theme.on_accent)
    assert made.color(group.Disabled, role.Text) == QColor(looks.faint(theme))


@by_name
def test_the_style_sheet_is_whole(theme: Theme, design: Design) -> None:
    sheet = style_sheet(theme, paths.ICONS)
    assert sheet.count("{") == sheet.count("}") > 20
    assert theme.accent in sheet
    assert (paths.ICONS / "combo-arrow.svg").is_file()


def test_the_shipped_font_is_at_hand(design: Design) -> None:
    from PySide6.QtGui import QFontDatabase

    assert looks.FAMILY in QFontDatabase.families()
    assert QApplication.font().family() in QFontDatabase.families(), "a font that is there, not a black box"
    assert QApplication.font().pointSizeF() >= 10


# icons --------------------------------------------------------------------------------------------------


def coloured(icon_size: int, design: Design, colour: str) -> set[str]:
    image = design.icon("x", colour, icon_size).pixmap(icon_size, icon_size).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() > 250}


def test_an_icon_is_drawn_in_the_colour_asked_for(design: Design) -> None:
    assert coloured(24, design, "#ff0000") == {"#ff0000"}
    assert coloured(24, design, "#00aa00") == {"#00aa00"}


def test_an_icon_follows_the_theme(design: Design) -> None:
    light = design.icon("x")
    design.choose("dark")
    assert design.icon("x").cacheKey() != light.cacheKey()


def test_an_icon_is_sharp_at_the_screens_scale(design: Design) -> None:
    icon = design.icon("check", size=20)
    for screen in QGuiApplication.screens():
        scale = screen.devicePixelRatio()
        assert icon.pixmap(QSize(20, 20), scale).toImage().width() == 20 * scale


def test_an_icon_is_drawn_once(design: Design) -> None:
    assert design.icon("check") is design.icon("check")
    assert design.icon("check", size=24) is not design.icon("check")


def test_every_icon_that_ships_can_be_drawn(design: Design) -> None:
    names = sorted(path.stem for path in paths.ICONS.glob("*.svg"))
    assert len(names) > 20
    for name in names:
        image = design.icon(name, "#ff0000").pixmap(20, 20).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), name


# parts --------------------------------------------------------------------------------------------------


def test_roles_are_sizes_of_the_systems_own(design: Design) -> None:
    base = QFont(QApplication.font())
    base.setPointSizeF(10)
    sizes = [
        scaled(base, role).pointSizeF() for role in ("small", "body", "lead", "heading", "title", "display")
    ]
    assert sizes == sorted(sizes)
    assert sizes[1] == 10
    assert scaled(base, "body", bold=True).weight() == QFont.Weight.DemiBold
    assert base.weight() == QFont.Weight.Normal, "the font given stays as it was"


def test_a_label_shows_a_strangers_text_as_text(design: Design, qtbot: QtBot) -> None:
    made = label("<b>Bold</b> <img src='http://example.org/x.png'>")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_headings_are_bold_and_body_is_not(design: Design, qtbot: QtBot) -> None:
    body, heading = label("a"), label("a", "heading")
    for made in (body, heading):
        qtbot.addWidget(made)
    assert heading.font().weight() == QFont.Weight.DemiBold
    assert body.font().weight() == QFont.Weight.Normal


def ink(of: QLabel) -> str:
    of.ensurePolished()
    return of.palette().color(of.foregroundRole()).name()


def test_a_tone_is_a_colour_of_the_theme(design: Design, qtbot: QtBot) -> None:
    made = label("Overdue", tone="overdue")
    qtbot.addWidget(made)
    made.show()
    assert ink(made) == tokens.LIGHT.overdue
    set_tone(made, "muted")
    assert ink(made) == tokens.LIGHT.muted
    design.choose("dark")
    assert ink(made) == tokens.DARK.muted


def test_a_wrapping_label_grows_downwards(design: Design, qtbot: QtBot) -> None:
    made = label("Twenty-eight children have nowhere to go after school. " * 4, wrap=True)
    qtbot.addWidget(made)
    assert made.heightForWidth(200) > 2 * made.heightForWidth(800)


def test_a_button_acts_by_mouse_and_key(design: Design, qtbot: QtBot) -> None:
    made = button("Continue", "primary")
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.clicked):
        click(made)
    with qtbot.waitSignal(made.clicked):
        press(made, Qt.Key.Key_Space)
    assert (made.property("kind"), made.autoDefault()) == ("primary", False)
    assert name_of(made) == "Continue"


def test_kinds_of_button_look_different(design: Design, qtbot: QtBot) -> None:
    def face(made: QPushButton) -> str:
        qtbot.addWidget(made)
        made.resize(120, 40)
        return made.grab().toImage().pixelColor(8, 20).name()

    assert face(button("a", "primary")) == tokens.LIGHT.accent
    assert face(button("a")) == tokens.LIGHT.surface


def test_a_picture_button_has_words_for_those_who_do_not_see_it(design: Design, qtbot: QtBot) -> None:
    made = icon_button("Back", design.icon("arrow-left"))
    qtbot.addWidget(made)
    assert (name_of(made), made.toolTip()) == ("Back", "Back")
    assert made.focusPolicy() == Qt.FocusPolicy.StrongFocus, "Tab reaches it"


def test_a_button_may_carry_a_picture(design: Design, qtbot: QtBot) -> None:
    made = button("New", icon=design.icon("plus"))
    qtbot.addWidget(made)
    assert not made.icon().isNull()


def test_a_card_holds_what_is_laid_on_it(design: Design, qtbot: QtBot) -> None:
    frame, rows = card(margins=7)
    qtbot.addWidget(frame)
    inside = QLabel("x")
    rows.addWidget(inside)
    assert inside.parentWidget() is frame
    assert rows.contentsMargins().left() == 7
    frame.resize(100, 60)
    assert frame.grab().toImage().pixelColor(50, 30).name() == tokens.LIGHT.surface


def test_enter_and_space_press_a_button_and_only_that_one(qtbot: QtBot, design: Design) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    default, other, small = button("Begin", "primary"), button("Back"), icon_button("Close", design.icon("x"))
    default.setDefault(True)
    pressed: list[str] = []
    for made in (default, other, small):
        column.addWidget(made)
        made.clicked.connect(lambda _=False, made=made: pressed.append(made.text() or made.toolTip()))
    with qtbot.waitExposed(dialog):
        dialog.open()
    for made in (other, small, default):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            press(made, key)
    assert pressed == ["Back"] * 3 + ["Close"] * 3 + ["Begin"] * 3
    other.setEnabled(False)
    press(other, Qt.Key.Key_Return)
    assert pressed[-1] == "Begin"


@by_name
def test_what_cannot_be_used_now_looks_so(qtbot: QtBot, design: Design, theme: Theme) -> None:
    design.choose(theme.name)
    quiet = button("Attach a file", "quiet", design.icon("paperclip"))
    small = icon_button("Move up", design.icon("arrow-up"))
    for made in (quiet, small):
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        shown = made.grab().toImage()
        made.setEnabled(False)
        colours = {
            made.grab().toImage().pixelColor(x, y).name()
            for x in range(made.width())
            for y in range(made.height())
        }
        assert made.grab().toImage() != shown
        assert looks.faint(theme) in colours
