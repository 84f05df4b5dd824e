"""Commands that write, while somebody has the file open: one sentence, and the file as it was."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from roadmap_desktop.cli import commands
from roadmap_desktop.store import holder
from roadmap_desktop.store.holder import Holder

YOUTH = "Youth centre in the old school"
pytestmark = pytest.mark.usefixtures("_here")


@pytest.fixture
def _here(qapp: QApplication, user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def run(*arguments: str | Path) -> tuple[int, str]:
    said = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
        return commands.run([str(argument) for argument in arguments]), said.getvalue()


@pytest.mark.parametrize(
    "command",
    [("answer", YOUTH, "c1.need", "--text", "Not now"), ("restore", "1")],
    ids=["answer", "restore"],
)
def test_what_somebody_has_open_is_not_written(sample: Path, command: tuple[str, ...]) -> None:
    assert run("backup", sample)[0] == 0
    assert run("answer", sample, YOUTH, "c1.need", "--text", "Since the backup")[0] == 0
    before = sample.read_bytes()
    note = holder.note_of(sample)
    now = holder._now()
    note.write_bytes(
        holder._written(Holder(name="Jānis", computer="birojs", nonce="n", process=1, since=now, seen=now))
    )
    status, said = run(command[0], sample, *command[1:])
    assert status == 1
    assert said.startswith("“sample.roadmap” is already open: Jānis, computer “birojs”, since ")
    assert sample.read_bytes() == before
    assert run("show", sample) == (0, "")
    note.unlink()
    assert run(command[0], sample, *command[1:]) == (0, "")
    assert sample.read_bytes() != before


def test_a_command_leaves_no_note(sample: Path) -> None:
    assert run("answer", sample, YOUTH, "c1.need", "--text", "Now")[0] == 0
    assert [found.name for found in sample.parent.glob(".~lock*")] == []
