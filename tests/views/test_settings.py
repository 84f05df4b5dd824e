"""The settings: chosen is kept, at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.settings import Settings
from roadmap_desktop.views.settings import SettingsDialog
from roadmap_desktop.widgets.design import Design
from tests.accessible import nameless
from tests.acting import write
from tests.cut import cut


@pytest.fixture
def dialog(settings: Settings, design: Design, qtbot: QtBot) -> SettingsDialog:
    settings.set(language="en", name="Ilze", organisation="Ļaudis", theme="dark", paper="Letter", coach=False)
    made = SettingsDialog(settings, design)
    qtbot.addWidget(made)
    made.show()
    return made


def kept(settings: Settings) -> Settings:
    """What another program would read now."""
    return Settings(settings.folder)


def test_it_shows_what_is_set(dialog: SettingsDialog) -> None:
    assert dialog.language.currentData() == "en"
    assert dialog.theme.value() == "dark"
    assert dialog.paper.currentData() == "Letter"
    assert dialog.name.text() == "Ilze"
    assert dialog.organisation.text() == "Ļaudis"
    assert not dialog.coach.isChecked()


def test_a_language_is_spoken_and_kept_at_once(
    dialog: SettingsDialog, settings: Settings, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([dialog.language_chosen, dialog.changed]):
        qtbot.keyClick(dialog.language, Qt.Key.Key_Down)
    assert kept(settings).text("language") == "lv"


def test_a_look_is_put_on_and_kept_at_once(dialog: SettingsDialog, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.theme_chosen) as chosen:
        qtbot.mouseClick(dialog.theme.button("contrast"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["contrast"]
    assert kept(settings).text("theme") == "contrast"


def test_paper_and_coach_are_kept_at_once(dialog: SettingsDialog, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.changed) as changed:
        qtbot.keyClick(dialog.paper, Qt.Key.Key_Up)
    assert changed.args == ["paper"]
    assert kept(settings).text("paper") == "A4"
    with qtbot.waitSignal(dialog.changed) as changed:
        qtbot.keyClick(dialog.coach, Qt.Key.Key_Space)
    assert changed.args == ["coach"]
    assert kept(settings).flag("coach")


@pytest.mark.parametrize("field", ["name", "organisation"])
def test_a_line_of_text_is_kept_when_left(
    dialog: SettingsDialog, settings: Settings, qtbot: QtBot, field: str
) -> None:
    write(getattr(dialog, field), "  Jānis   Ķirsis ")
    qtbot.keyClick(getattr(dialog, field), Qt.Key.Key_Return)
    assert kept(settings).text(field) == "Jānis Ķirsis"


def test_escape_keeps_what_stands_there_and_closes(
    dialog: SettingsDialog, settings: Settings, qtbot: QtBot
) -> None:
    write(dialog.name, "Jānis")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert kept(settings).text("name") == "Jānis"


def test_an_emptied_name_comes_back(dialog: SettingsDialog, settings: Settings, qtbot: QtBot) -> None:
    write(dialog.name, " ")
    dialog.accept()
    assert dialog.name.text() == "Ilze"
    assert kept(settings).text("name") == "Ilze"


def test_opening_and_closing_it_changes_nothing(
    dialog: SettingsDialog, settings: Settings, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(dialog.changed):
        dialog.accept()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_everything_is_named_and_nothing_is_cut(dialog: SettingsDialog, design: Design, theme: str) -> None:
    design.choose(theme)
    assert nameless(dialog) == []
    assert cut(dialog) == []
    dialog.resize(dialog.minimumSize())
    assert cut(dialog) == []
