"""The commands `backup` and `restore`, as their users meet them."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from roadmap_desktop.cli import commands as cli
from roadmap_desktop.settings import Settings
from tests.conftest import MakeSample
from tests.reading import answer_of, root_of

YOUTH = "Youth centre in the old school"
pytestmark = pytest.mark.usefixtures("_here")


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def _here(qapp: QApplication, user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def run(*arguments: str | Path) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = cli.run([str(argument) for argument in arguments])
    return Ran(status, out.getvalue(), err.getvalue())


def say(path: Path, text: str) -> None:
    assert run("answer", path, YOUTH, "c1.need", "--text", text).status == 0


def text_in(path: Path) -> str:
    return answer_of(path, YOUTH, "c1.need").text


def held(folder: Path) -> Sequence[Path]:
    return sorted((folder / "backups").glob("*.roadmap"))


def test_there_and_back(sample: Path, user_folder: Path) -> None:
    former = text_in(sample)
    made = run("backup", sample)
    assert (made.status, made.err) == (0, "")
    [path] = held(user_folder)
    assert made.out == f"Backed up “sample.roadmap” as “{path}”.\n"
    say(sample, "new words")
    ran = run("restore", sample)
    assert (ran.status, ran.err) == (0, "")
    assert "shows what it showed then" in ran.out
    assert text_in(sample) == former
    again = run("restore", sample)
    assert text_in(sample) == "new words", "the newest backup that differs is the one made on the way back"
    assert again.status == 0


def test_the_list_has_numbers_and_each_can_be_gone_back_to(sample: Path, user_folder: Path) -> None:
    assert run("restore", sample, "--list").out == "There are no backups of this file yet.\n"
    for text in ("one", "two", "three"):
        say(sample, text)
        run("backup", sample)
    lines = run("restore", sample, "--list").out.splitlines()
    assert len(lines) == 3
    assert all("checkpoints done" in line for line in lines)
    assert run("restore", sample, "3").status == 0
    assert text_in(sample) == "one"
    two = next(path for path in held(user_folder) if text_in(path) == "two")
    assert run("restore", sample, two).status == 0
    assert text_in(sample) == "two"
    assert "already" in run("restore", sample, two).out


def test_a_backup_on_a_stick_will_do(sample: Path, user_folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    Settings(user_folder).set(second_place=str(stick))
    assert "second place" in run("backup", sample).out
    say(sample, "new words")
    [copy] = stick.iterdir()
    assert run("restore", sample, copy).status == 0
    assert text_in(sample) != "new words"


def test_what_is_no_backup_of_this_file_changes_nothing(
    sample: Path, make_sample: MakeSample, empty: Path, tmp_path: Path
) -> None:
    before = sample.read_bytes()
    (tmp_path / "junk.roadmap").write_text("junk")
    for name in ("1", "0", "missing.roadmap", str(empty), str(tmp_path / "junk.roadmap")):
        ran = run("restore", sample, name)
        assert ran.status == 1
        assert ran.err == (
            "There is no such backup of this file. Nothing was changed. Those there are can be seen with --list.\n"
        )
    assert (
        run("restore", sample).err
        == "There is no backup of this file that differs from it. Nothing was changed.\n"
    )
    assert sample.read_bytes() == before
    assert run("backup", tmp_path / "missing.roadmap").status == 1
    assert run("backup", tmp_path / "junk.roadmap").status == 1


def test_a_file_that_is_not_there_and_has_no_backups_is_missing(tmp_path: Path) -> None:
    for more in ([], ["--list"]):
        ran = run("restore", tmp_path / "missing.roadmap", *more)
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.startswith("“missing.roadmap” is not there.")


def test_a_damaged_file_is_kept_under_a_name_in_the_users_language(sample: Path) -> None:
    run("backup", sample)
    sample.write_bytes(b"\0" * 5_000)
    ran = run("--language", "lv", "restore", sample)
    assert (ran.status, ran.err) == (0, "")
    [kept] = sample.parent.glob("sample (*")
    assert kept.name.startswith("sample (bojātā 20")
    assert kept.name in ran.out


def test_a_damaged_file_gets_its_backup_back(sample: Path, user_folder: Path) -> None:
    former = text_in(sample)
    run("backup", sample)
    sample.write_bytes(b"\0" * 5_000)
    ran = run("restore", sample)
    assert (ran.status, ran.err) == (0, "")
    assert text_in(sample) == former
    assert "The damaged file was kept as “sample (damaged " in ran.out
    sample.unlink()
    assert run("restore", sample, "1").status == 0
    assert text_in(sample) == former


def test_damaged_and_newer_backups_are_listed_as_such(sample: Path, user_folder: Path) -> None:
    import sqlite3

    for _ in range(3):
        run("backup", sample)
    one, other, third = held(user_folder)
    one.write_bytes(b"\0" * 4_000)
    for path, sql in (
        (other, "PRAGMA user_version = 99"),
        (third, "UPDATE meta SET value = '{}' WHERE key = 'backup'"),
    ):
        db = sqlite3.connect(path)
        db.execute(sql)
        db.commit()
        db.close()
    said = run("restore", sample, "--list").out
    assert "damaged" in said
    assert "newer version" in said
    number = next(line.split()[0] for line in said.splitlines() if "newer" in line)
    assert run("restore", sample, number).status == 1
    assert root_of(sample, YOUTH)


def test_help_shows_what_may_be_left_out() -> None:
    assert "restore FILE [BACKUP] [--list]" in run("restore", "--help").out
