"""The program's memory of its user: kept at once, and never in the way of a start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from roadmap_desktop.settings import RECENT_FILES, Settings


def stored(folder: Path) -> dict[str, object]:
    read = json.loads((folder / "settings.json").read_text("utf-8"))
    assert isinstance(read, dict)
    return read


def write(folder: Path, text: str | bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_bytes(text if isinstance(text, bytes) else text.encode())


def test_before_anything_was_asked(settings: Settings, user_folder: Path) -> None:
    assert settings.first_start
    assert (settings.text("kind"), settings.text("theme"), settings.text("paper")) == (
        "community",
        "system",
        "A4",
    )
    assert settings.flag("coach")
    assert settings.recent() == []
    assert not user_folder.exists(), "reading makes nothing"


def test_what_is_set_is_there_after_a_restart(settings: Settings, user_folder: Path) -> None:
    settings.set(language="lv", name="Ilze Bērziņa", coach=False)
    again = Settings(user_folder)
    assert not again.first_start
    assert (again.text("language"), again.text("name"), again.flag("coach")) == ("lv", "Ilze Bērziņa", False)
    assert "Bērziņa" in (user_folder / "settings.json").read_text("utf-8"), "readable for people"


def test_writing_leaves_no_part_behind(settings: Settings, user_folder: Path) -> None:
    settings.set(name="Ilze")
    settings.set(name="Jānis")
    assert [path.name for path in user_folder.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "damaged",
    ["", "{", "null", "[1, 2]", '"text"', b"\xff\xfe\x00", '{"language": 5, "recent": "x", "looked": []}'],
)
def test_a_damaged_memory_costs_the_memory_not_the_start(user_folder: Path, damaged: str | bytes) -> None:
    write(user_folder, damaged)
    settings = Settings(user_folder)
    assert settings.first_start
    assert settings.recent() == []
    assert settings.looked("00") == 0
    settings.set(language="en")
    assert stored(user_folder)["language"] == "en"


def test_one_bad_value_does_not_cost_the_others(user_folder: Path) -> None:
    write(user_folder, json.dumps({"language": "lv", "coach": "yes", "name": "Ilze", "unknown": 1}))
    settings = Settings(user_folder)
    assert (settings.text("language"), settings.text("name"), settings.flag("coach")) == ("lv", "Ilze", True)


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "occupied").write_text("a file")
    settings = Settings(tmp_path / "occupied")
    settings.set(name="Ilze")
    settings.add_recent(tmp_path / "a.roadmap")
    assert settings.text("name") == "Ilze"
    assert (tmp_path / "occupied").read_text() == "a file"


def test_recent_files_come_last_first_and_once(settings: Settings, user_folder: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.roadmap", tmp_path / "b.roadmap"
    for path in (first, second, first):
        settings.add_recent(path)
    assert settings.recent() == [first, second]
    assert Settings(user_folder).recent() == [first, second]


def test_only_the_newest_files_are_remembered(settings: Settings, tmp_path: Path) -> None:
    names = [tmp_path / f"{number}.roadmap" for number in range(RECENT_FILES + 3)]
    for path in names:
        settings.add_recent(path)
    assert settings.recent() == names[: -RECENT_FILES - 1 : -1]


def test_a_file_can_be_forgotten(settings: Settings, user_folder: Path, tmp_path: Path) -> None:
    settings.add_recent(tmp_path / "a.roadmap")
    settings.add_recent(tmp_path / "b.roadmap")
    settings.forget_recent(tmp_path / "b.roadmap")
    settings.forget_recent(tmp_path / "never there.roadmap")
    assert Settings(user_folder).recent() == [tmp_path / "a.roadmap"]


def test_recent_files_that_are_no_text_are_passed_over(user_folder: Path) -> None:
    write(user_folder, json.dumps({"recent": ["/a.roadmap", 7, None]}))
    assert Settings(user_folder).recent() == [Path("/a.roadmap")]


def test_looking_only_moves_forward(settings: Settings, user_folder: Path) -> None:
    assert settings.looked("ab") == 0
    settings.look("ab", 2_000)
    settings.look("ab", 1_000)
    settings.look("cd", 5_000)
    again = Settings(user_folder)
    assert (again.looked("ab"), again.looked("cd"), again.looked("ef")) == (2_000, 5_000, 0)


def test_looking_again_writes_nothing(settings: Settings, user_folder: Path) -> None:
    settings.look("ab", 2_000)
    (user_folder / "settings.json").unlink()
    settings.look("ab", 2_000)
    assert not (user_folder / "settings.json").exists()


def test_a_time_that_is_no_number_counts_as_never(user_folder: Path) -> None:
    write(user_folder, json.dumps({"looked": {"ab": "yesterday"}}))
    settings = Settings(user_folder)
    assert settings.looked("ab") == 0
    settings.look("ab", 3)
    assert settings.looked("ab") == 3


def test_two_memories_do_not_share_what_they_remember(tmp_path: Path) -> None:
    one, other = Settings(tmp_path / "one"), Settings(tmp_path / "other")
    one.add_recent(tmp_path / "a.roadmap")
    one.look("ab", 1)
    assert (other.recent(), other.looked("ab")) == ([], 0)
    assert (Settings(tmp_path / "third").recent(), Settings(tmp_path / "third").looked("ab")) == ([], 0)
