"""The start window, as a user meets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTranslator, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.models.recent import CHANGED, RecentFiles
from roadmap_desktop.settings import Settings
from roadmap_desktop.views.start import StartWindow
from roadmap_desktop.widgets.design import Design
from tests.accessible import nameless
from tests.cut import cut


@pytest.fixture
def files(tmp_path: Path, settings: Settings) -> list[Path]:
    """Two recent files, and a third that is gone; the last one opened first."""
    paths = [tmp_path / f"{name}.roadmap" for name in ("Gone", "Village", "Town")]
    for path in paths:
        settings.add_recent(path)
    for path in paths[1:]:
        path.touch()
    return paths[::-1]


@pytest.fixture
def start(settings: Settings, design: Design, qtbot: QtBot) -> Callable[[], StartWindow]:
    def make() -> StartWindow:
        made = StartWindow(settings, design, "Roadmap Desktop", "1.2.3")
        qtbot.addWidget(made)
        model = made.recent.model()
        assert isinstance(model, RecentFiles)
        with qtbot.waitSignal(model.looked):
            made.show()
        return made

    return make


def press(window: StartWindow, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(window.recent, key)


def test_enter_opens_the_file_opened_last(
    start: Callable[[], StartWindow], files: list[Path], qtbot: QtBot
) -> None:
    window = start()
    with qtbot.waitSignal(window.open_wanted) as opened:
        press(window, qtbot, Qt.Key.Key_Return)
    assert opened.args == [files[0]]


def test_a_click_opens_the_file_under_it(
    start: Callable[[], StartWindow], files: list[Path], qtbot: QtBot
) -> None:
    window = start()
    row = window.recent.visualRect(window.recent.model().index(1, 0))
    with qtbot.waitSignal(window.open_wanted) as opened:
        qtbot.mouseClick(window.recent.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert opened.args == [files[1]]


def test_a_file_that_is_gone_is_asked_for_all_the_same(
    start: Callable[[], StartWindow], files: list[Path], qtbot: QtBot
) -> None:
    """Whoever opens files offers its backups, and to look for it."""
    window = start()
    window.recent.setCurrentIndex(window.recent.model().index(2, 0))
    with qtbot.waitSignal(window.open_wanted) as opened:
        press(window, qtbot, Qt.Key.Key_Return)
    assert opened.args == [files[2]]


def test_a_file_found_damaged_says_so_until_it_opens_again(
    start: Callable[[], StartWindow], files: list[Path], qtbot: QtBot
) -> None:
    window = start()
    index = window.recent.model().index(0, 0)
    before = window.recent.grab().toImage()
    window.mark(files[0])
    assert index.data(CHANGED) == "damaged"
    assert "damaged" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert window.recent.grab().toImage() != before
    window.mark(files[0], damaged=False)
    assert window.recent.grab().toImage() == before


def test_delete_takes_a_file_off_the_list_and_leaves_it_on_the_disk(
    start: Callable[[], StartWindow], files: list[Path], settings: Settings, qtbot: QtBot
) -> None:
    window = start()
    press(window, qtbot, Qt.Key.Key_Delete)
    assert settings.recent() == files[1:]
    assert files[0].exists()
    assert Settings(settings.folder).recent() == files[1:]


def test_the_cross_takes_a_file_off_the_list(
    start: Callable[[], StartWindow], files: list[Path], settings: Settings, qtbot: QtBot
) -> None:
    window = start()
    opened = list[object]()
    window.open_wanted.connect(opened.append)
    row = window.recent.visualRect(window.recent.model().index(2, 0))
    qtbot.mouseClick(
        window.recent.viewport(), Qt.MouseButton.LeftButton, pos=window.recent.cross(row).center()
    )
    assert settings.recent() == files[:2]
    assert opened == []


def test_the_last_file_off_the_list_leaves_a_word_of_welcome(
    start: Callable[[], StartWindow], settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.add_recent(tmp_path / "only.roadmap")
    window = start()
    press(window, qtbot, Qt.Key.Key_Delete)
    assert not window.recent.isVisible()
    assert any(
        label.isVisible() and "Nothing here yet" in label.text() for label in window.findChildren(QLabel)
    )
    assert window.focusWidget() is window.new


def test_the_menu_of_a_row_opens_and_removes(
    start: Callable[[], StartWindow], files: list[Path], settings: Settings, qtbot: QtBot
) -> None:
    window = start()
    menu = window.recent.menu(window.recent.currentIndex())
    entries: list[QAction] = menu.actions()
    assert [entry.text() for entry in entries] == ["Open", "Show its folder", "Remove from the list"]
    with qtbot.waitSignal(window.open_wanted) as opened:
        entries[0].trigger()
    assert opened.args == [files[0]]
    entries[2].trigger()
    assert settings.recent() == files[1:]
    menu.deleteLater()


def test_the_menu_of_a_file_that_is_gone_only_removes(
    start: Callable[[], StartWindow], files: list[Path], settings: Settings
) -> None:
    window = start()
    menu = window.recent.menu(window.recent.model().index(2, 0))
    assert [entry.text() for entry in menu.actions()] == ["Remove from the list"]
    menu.actions()[0].trigger()
    assert settings.recent() == files[:2]
    menu.deleteLater()


@pytest.mark.parametrize("name", ["new", "sample"])
def test_new_file_and_sample_are_a_click_away(
    start: Callable[[], StartWindow], qtbot: QtBot, name: str
) -> None:
    window = start()
    with qtbot.waitSignal(getattr(window, f"{name}_wanted")):
        qtbot.mouseClick(getattr(window, name), Qt.MouseButton.LeftButton)


def test_new_file_has_the_systems_key(start: Callable[[], StartWindow], qtbot: QtBot) -> None:
    window = start()
    with qtbot.waitActive(window):
        window.activateWindow()
    with qtbot.waitSignal(window.new_wanted):
        qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_open_asks_for_a_file(
    start: Callable[[], StartWindow], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    chosen = tmp_path / "received.roadmap"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    with qtbot.waitSignal(window.open_wanted) as opened:
        qtbot.mouseClick(window.open, Qt.MouseButton.LeftButton)
    assert opened.args == [chosen]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(window.open_wanted):
        qtbot.mouseClick(window.open, Qt.MouseButton.LeftButton)


def drop(window: StartWindow, *paths: Path) -> bool:
    """Drag the files over the window and let go; whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    common = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, *common)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, *common))
    return entering.isAccepted()


def test_a_dropped_file_is_opened(start: Callable[[], StartWindow], tmp_path: Path, qtbot: QtBot) -> None:
    window = start()
    with qtbot.waitSignal(window.open_wanted) as opened:
        assert drop(window, tmp_path / "photo.jpg", tmp_path / "Received.ROADMAP")
    assert opened.args == [tmp_path / "Received.ROADMAP"]


def test_a_dropped_picture_is_not_taken(start: Callable[[], StartWindow], tmp_path: Path) -> None:
    assert not drop(start(), tmp_path / "photo.jpg")


def test_a_file_that_could_not_be_opened_is_said_until_the_window_goes(
    start: Callable[[], StartWindow],
) -> None:
    window = start()
    window.say("The file is <b>damaged</b>.")
    assert window.banner.isVisible()
    assert window.banner.text.text() == "The file is <b>damaged</b>."
    assert window.banner.text.textFormat() == Qt.TextFormat.PlainText
    window.hide()
    window.show()
    assert not window.banner.isVisible()


def test_the_language_is_chosen_in_the_corner(start: Callable[[], StartWindow], qtbot: QtBot) -> None:
    window = start()
    entry = next(entry for entry in window.language.menu().actions() if entry.text() == "Latviešu")
    with qtbot.waitSignal(window.language_chosen) as chosen:
        entry.trigger()
    assert chosen.args == ["lv"]


class Shouting(QTranslator):
    """A language in which every text is itself in angle quotes."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"«{text}»"

    def isEmpty(self) -> bool:
        return False


def test_every_text_changes_with_the_language(
    start: Callable[[], StartWindow], files: list[Path], qapp: QApplication
) -> None:
    window = start()
    translator = Shouting()
    qapp.installTranslator(translator)
    QApplication.processEvents()
    shown = [made.text() for made in window.findChildren(QLabel) if made.text()]
    shown += [made.text() for made in window.findChildren(QPushButton) if made.text()]
    qapp.removeTranslator(translator)
    assert "«Recent files»" in shown
    assert [text for text in shown if not text.startswith("«")] == ["Roadmap Desktop"]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("recent", [True, False])
def test_everything_is_named_and_nothing_is_cut(
    start: Callable[[], StartWindow],
    design: Design,
    request: pytest.FixtureRequest,
    theme: str,
    recent: bool,
) -> None:
    if recent:
        request.getfixturevalue("files")
    window = start()
    design.choose(theme)
    window.resize(window.minimumSize())
    assert nameless(window) == []
    assert cut(window) == []
    assert not window.grab().isNull()
