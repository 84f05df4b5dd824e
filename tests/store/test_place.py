"""Where an open file stands: in its place, gone, moved, replaced; nothing is opened to tell."""

from __future__ import annotations

import builtins
from pathlib import Path

import pytest

from roadmap_desktop.domain.errors import FileGone, FileMoved, FileReplaced, UserError
from roadmap_desktop.store import place


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "sample.roadmap"
    made.write_text("one")
    return made


def trouble(path: Path, mark: place.Mark) -> UserError:
    with pytest.raises(UserError) as caught:
        place.check(path, mark)
    return caught.value


def test_a_file_in_its_place_is_the_same_whatever_is_written_into_it(path: Path) -> None:
    before = place.look(path)
    path.write_text("one and two")
    after = place.check(path, before.mark)
    assert after.mark == before.mark
    assert (after.size, before.size) == (11, 3)


def test_a_file_deleted_is_gone(path: Path) -> None:
    mark = place.look(path).mark
    path.unlink()
    assert isinstance(trouble(path, mark), FileGone)


def test_a_folder_gone_takes_the_file_along(path: Path) -> None:
    mark = place.look(path).mark
    path.parent.rename(path.parent.with_name("elsewhere"))
    assert isinstance(trouble(path, mark), FileGone)


def test_a_file_renamed_is_found_under_its_new_name(path: Path) -> None:
    mark = place.look(path).mark
    (path.parent / "another.roadmap").write_text("one")
    now = path.rename(path.with_name("Renamed.roadmap"))
    found = trouble(path, mark)
    assert isinstance(found, FileMoved)
    assert found.data["now"] == now


def test_another_file_in_its_place_is_not_it(path: Path) -> None:
    mark = place.look(path).mark
    other = path.with_name("other")
    other.write_text("two")
    kept = path.with_name("kept")
    kept.hardlink_to(path)
    other.replace(path)
    assert isinstance(trouble(path, mark), FileMoved)
    kept.unlink()
    assert isinstance(trouble(path, mark), FileReplaced)


def test_nothing_is_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = place.look(path).mark
    path.rename(path.with_name("renamed"))
    monkeypatch.setattr(builtins, "open", None)
    monkeypatch.setattr(Path, "open", None)
    assert isinstance(trouble(path, mark), FileMoved)
