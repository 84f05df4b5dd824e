"""Where things live: what ships is found, and the user's folders can be moved."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from roadmap_desktop import paths


@pytest.mark.parametrize(
    "folder",
    [paths.RESOURCES, paths.FORMS, paths.WORDS, paths.SAMPLE, paths.FONTS, paths.ICONS, paths.TRANSLATIONS],
)
def test_what_ships_is_there(folder: Path) -> None:
    assert folder.is_dir()


def test_shipped_folders_lie_in_the_package_or_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "roadmap_desktop"
    package.mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths._shipped("resources") == tmp_path / "resources"
    (package / "resources").mkdir()
    assert paths._shipped("resources") == package / "resources"


def test_the_users_folder_can_be_moved(user_folder: Path) -> None:
    assert paths.user_folder() == user_folder
    assert not user_folder.exists(), "asking makes nothing"


def test_without_moving_it_is_where_the_system_keeps_such_things(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROADMAP_DESKTOP_HOME")
    expected = platformdirs.user_data_dir("Roadmap Desktop", appauthor=False, roaming=True)
    assert paths.user_folder() == Path(expected)
    assert paths.user_folder().is_relative_to(Path.home()), "and in tests that is a home of their own"


def test_documents_live_where_the_system_says(documents: Path) -> None:
    assert paths.documents_folder() == documents


def test_without_such_a_folder_documents_live_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "nowhere"))
    assert paths.documents_folder() == Path.home()


def test_languages_are_those_with_words_english_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.languages()[0] == "en"
    assert "lv" in paths.languages()
    for name in ("lt", "en", "de", "readme"):
        (tmp_path / f"{name}.json").write_text("{}")
    monkeypatch.setattr(paths, "WORDS", tmp_path)
    assert paths.languages() == ["en", "de", "lt"]
