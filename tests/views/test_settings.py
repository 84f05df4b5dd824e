"""The settings: chosen is kept, at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.settings import Settings
from roadmap_desktop.store import lock_keys
from roadmap_desktop.views.password import SetPasswordDialog
from roadmap_desktop.views.settings import SettingsDialog
from roadmap_desktop.widgets.design import Design
from tests.accessible import nameless
from tests.acting import write
from tests.cut import cut
from tests.store.cheap_lock import cheap


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


def ask_for_lock(dialog: SettingsDialog, qtbot: QtBot) -> SetPasswordDialog:
    qtbot.keyClick(dialog.locked, Qt.Key.Key_Space)
    [asking] = dialog.findChildren(SetPasswordDialog)
    return asking


def test_backups_elsewhere_are_locked_once_a_password_is_set(
    dialog: SettingsDialog, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_keys, "_ask", cheap)
    asking = ask_for_lock(dialog, qtbot)
    write(asking.password, "ābele kalnā")
    write(asking.again, "ābele kalnā")
    qtbot.keyClick(asking.with_words, Qt.Key.Key_Space)
    with qtbot.waitSignal(asking.finished):
        qtbot.keyClick(asking.again, Qt.Key.Key_Return)
    keys = lock_keys.kept_keys(settings.folder)
    assert keys is not None
    assert not keys.words
    assert dialog.locked.isChecked()
    assert "ābele" not in "".join(path.read_text("utf-8") for path in settings.folder.glob("*.json"))
    qtbot.keyClick(dialog.locked, Qt.Key.Key_Space)
    assert lock_keys.kept_keys(settings.folder) is None
    assert not dialog.locked.isChecked()


def test_without_a_password_backups_elsewhere_stay_as_they_are(
    dialog: SettingsDialog, settings: Settings, qtbot: QtBot
) -> None:
    asking = ask_for_lock(dialog, qtbot)
    assert dialog.locked.isChecked()
    with qtbot.waitSignal(asking.finished):
        qtbot.keyClick(asking, Qt.Key.Key_Escape)
    assert not dialog.locked.isChecked()
    assert lock_keys.kept_keys(settings.folder) is None


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
