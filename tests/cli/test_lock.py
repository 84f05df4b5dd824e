"""The commands `lock` and `unlock`, as their users meet them."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from roadmap_desktop.domain import recovery_words
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import lock_keys, locked
from tests.cli.test_backup import run
from tests.reading import everything_in
from tests.store.cheap_lock import cheap

pytestmark = pytest.mark.usefixtures("_here")
PASSWORD = "ābele aiz kūts"


@pytest.fixture
def _here(qapp: QApplication, user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(lock_keys, "_ask", cheap)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "password.txt"
    path.write_bytes(b"\xef\xbb\xbf" + f"{PASSWORD}\r\nsecond line\r\n".encode())
    return path


def test_there_and_back(sample: Path, secret: Path, tmp_path: Path) -> None:
    out, back = tmp_path / "a.roadmap-locked", tmp_path / "b.roadmap"
    made = run("lock", sample, "-o", out, "--password-file", secret)
    assert (made.status, made.err) == (0, "")
    assert made.out.startswith("Locked a copy of “sample.roadmap” as “a.roadmap-locked”")
    assert PASSWORD not in made.out
    opened = run("unlock", out, "-o", back, "--password-file", secret)
    assert (opened.status, opened.err) == (0, "")
    assert opened.out == "Opened “a.roadmap-locked” as “b.roadmap”, which has no password.\n"
    assert everything_in(back) == everything_in(sample)


def test_the_recovery_words_are_said_once_and_open_it(
    sample: Path, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.roadmap-locked"
    made = run("lock", sample, "-o", out, "--password-file", secret, "--recovery-words")
    words = made.out.splitlines()[-1].rpartition(": ")[2]
    assert recovery_words.read(words).sound
    typed = io.TextIOWrapper(io.BytesIO("\n".join(words.upper().split()).encode() + b"\n"))
    monkeypatch.setattr(sys, "stdin", typed)
    ran = run("unlock", out, "-o", tmp_path / "b.roadmap", "--password-file", "-")
    assert (ran.status, ran.err) == (0, "")
    assert (tmp_path / "b.roadmap").exists()


def test_a_wrong_password_and_a_damaged_copy_are_told_apart(
    sample: Path, secret: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.roadmap-locked"
    run("lock", sample, "-o", out, "--password-file", secret)
    (tmp_path / "wrong").write_text("abele\n")
    wrong = run("unlock", out, "-o", tmp_path / "b.roadmap", "--password-file", tmp_path / "wrong")
    assert wrong.status == 1
    assert "neither the password of “a.roadmap-locked” nor its recovery words" in wrong.err
    raw = bytearray(out.read_bytes())
    raw[-20] ^= 4
    out.write_bytes(raw)
    damaged = run("unlock", out, "-o", tmp_path / "b.roadmap", "--password-file", secret)
    assert damaged.status == 1
    assert "“a.roadmap-locked” is damaged" in damaged.err
    assert not (tmp_path / "b.roadmap").exists()


@pytest.mark.parametrize("content", [b"", b"\n", b"\r\nabc", b"\xff\xfe\x00"])
@pytest.mark.parametrize("command", ["lock", "unlock"])
def test_no_password_no_work(sample: Path, tmp_path: Path, content: bytes, command: str) -> None:
    (tmp_path / "none").write_bytes(content)
    ran = run(command, sample, "-o", tmp_path / "out", "--password-file", tmp_path / "none")
    assert ran.status == 1
    assert ran.err.startswith("There is no password there. Nothing was changed.")
    assert not (tmp_path / "out").exists()
    assert run(command, sample, "-o", tmp_path / "out", "--password-file", tmp_path / "gone").status == 1


def test_nothing_is_overwritten_and_nothing_strange_locked(
    sample: Path, secret: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    for command in ("lock", "unlock"):
        ran = run(command, sample, "-o", there, "--password-file", secret)
        assert ran.status == 1
        assert "There is already something called “there”" in ran.err
    assert there.read_text() == "mine"
    assert run("lock", there, "-o", tmp_path / "out", "--password-file", secret).status == 1
    assert run("unlock", sample, "-o", tmp_path / "out", "--password-file", secret).status == 1
    assert run("lock", sample, "-o", tmp_path / "no" / "out", "--password-file", secret).status == 1
    assert not (tmp_path / "out").exists()


def test_check_says_that_it_is_locked(sample: Path, secret: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.roadmap-locked"
    run("lock", sample, "-o", out, "--password-file", secret)
    ran = run("check", out)
    assert ran.status == 6
    assert "“a.roadmap-locked” cannot be read." in ran.out
    assert "password" in ran.out


def test_check_says_that_a_locked_copy_is_damaged(sample: Path, secret: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.roadmap-locked"
    run("lock", sample, "-o", out, "--password-file", secret)
    out.write_bytes(out.read_bytes()[:-20])
    ran = run("check", out)
    assert ran.status == 3
    assert "“a.roadmap-locked” is damaged." in ran.out
    assert "rescue" not in ran.out, "nothing can be rescued from what cannot be opened"


def test_a_backup_goes_locked_to_the_second_place(sample: Path, user_folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    Settings(user_folder).set(second_place=str(stick))
    lock_keys.keep_keys(user_folder, lock_keys.make_lock(PASSWORD).keys)
    assert "second place" in run("backup", sample).out
    [copy] = stick.iterdir()
    assert locked.is_locked(copy)


def test_in_latvian(sample: Path, secret: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.roadmap-locked"
    said = run(
        "--language", "lv", "lock", sample, "-o", out, "--password-file", secret, "--recovery-words"
    ).out
    assert "slēgta kopija" in said
    assert "Atjaunošanas vārdi" in said
