"""Recent files as a list."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from roadmap_desktop.models.recent import CHANGED, FOLDER, MISSING, PATH, RecentFiles, folder_name, look_at
from tests.builders import words


def shown(model: RecentFiles, row: int, role: int) -> object:
    return model.data(model.index(row), role)


def fill(model: RecentFiles, paths: list[Path], qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.looked):
        model.set_paths(paths)


@pytest.fixture
def model(qapp: object) -> RecentFiles:
    return RecentFiles(Path.is_file, words("en"))


def test_it_behaves_as_a_model(model: RecentFiles, tmp_path: Path, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    fill(model, [tmp_path / "a.roadmap", tmp_path / "b.roadmap"], qtbot)
    fill(model, [], qtbot)
    assert model.rowCount() == 0
    assert model.data(QModelIndex()) is None
    tester.deleteLater()


def test_a_file_shows_name_folder_and_when_it_changed(
    model: RecentFiles, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    now = datetime.datetime.now().astimezone().replace(hour=14, minute=5)
    paths = []
    for name, days in (("Today", 0), ("Yesterday", 1), ("Long ago", 400)):
        path = tmp_path / "Documents" / f"{name}.roadmap"
        path.parent.mkdir(exist_ok=True)
        path.touch()
        when = (now - datetime.timedelta(days=days)).timestamp()
        os.utime(path, (when, when))
        paths.append(path)
    fill(model, paths, qtbot)
    assert [shown(model, row, Qt.ItemDataRole.DisplayRole) for row in range(3)] == [
        "Today",
        "Yesterday",
        "Long ago",
    ]
    assert shown(model, 0, FOLDER) == str(Path("~/Documents"))
    assert shown(model, 0, PATH) == paths[0]
    assert shown(model, 0, CHANGED) == "today 14:05"
    assert shown(model, 1, CHANGED) == "yesterday 14:05"
    long_ago = (now - datetime.timedelta(days=400)).date().isoformat()
    assert shown(model, 2, CHANGED) == words("en").date(long_ago)
    model.set_words(words("lv"))
    assert shown(model, 2, CHANGED) == words("lv").date(long_ago)


def test_a_file_that_is_gone_says_so(model: RecentFiles, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "gone.roadmap"
    fill(model, [path], qtbot)
    assert shown(model, 0, MISSING) is True
    assert shown(model, 0, CHANGED) == "not there any more"
    spoken = str(shown(model, 0, Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("gone, not there any more")


def test_a_tooltip_shows_a_hostile_path_as_it_is(model: RecentFiles, tmp_path: Path, qtbot: QtBot) -> None:
    fill(model, [tmp_path / "<b>x<b>.roadmap"], qtbot)
    assert "<b>" not in str(shown(model, 0, Qt.ItemDataRole.ToolTipRole))


def test_what_is_asked_before_the_disk_answered_counts_as_there(tmp_path: Path, qtbot: QtBot) -> None:
    model = RecentFiles(lambda _: False, words("en"))
    with qtbot.waitSignal(model.looked):
        model.set_paths([tmp_path / "a.roadmap"])
        assert shown(model, 0, MISSING) is False
        assert shown(model, 0, CHANGED) == ""
    assert shown(model, 0, MISSING) is True


def test_a_path_that_the_system_refuses_is_missing(tmp_path: Path) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(path)

    assert look_at(tmp_path, refuse).missing
    assert look_at(Path("\0"), Path.is_file).missing


def test_home_itself_is_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert folder_name(tmp_path / "a.roadmap") == "~"
    assert folder_name(Path("/elsewhere/a.roadmap")) == str(Path("/elsewhere"))
