"""When backups are made by themselves, and what is said of it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import DiskFull, FileDamaged, FileUnreadable, FolderUnwritable
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import backup, file, lock_keys, locked
from roadmap_desktop.store.backup import Kept
from roadmap_desktop.store.log import Log
from roadmap_desktop.views.keeper import Keeper, backup_folder, describe_trouble
from tests.conftest import AUTHOR
from tests.reading import root_of
from tests.store.cheap_lock import cheap

YOUTH = "Youth centre in the old school"


@pytest.fixture
def keeper(settings: Settings, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Keeper:
    monkeypatch.setattr(backup, "rehearse_now_and_then", lambda *_: None)
    return Keeper(settings)


def held(settings: Settings) -> list[Path]:
    return sorted(backup_folder(settings).glob("*.roadmap"))


def edit(path: Path, text: str) -> None:
    db = file.open_for_writing(path)
    Log(db, AUTHOR).save([answer_edit(root_of(path, YOUTH), "a", "c1.need", text=text)])
    db.close()


def test_a_session_with_changes_leaves_a_backup_and_one_without_none(
    keeper: Keeper, settings: Settings, sample: Path
) -> None:
    keeper.closed(sample, changed=False)
    keeper.wait()
    assert held(settings) == []
    keeper.closed(sample, changed=True)
    keeper.wait()
    assert len(held(settings)) == 1
    keeper.closed(sample, changed=False)
    keeper.wait()
    assert len(held(settings)) == 1


def test_nobody_waits_for_it_but_the_programs_end(
    keeper: Keeper, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    monkeypatch.setattr(backup, "keep", lambda *_, **__: gate.wait(10) and Kept())
    keeper.closed(sample, changed=True)
    [thread] = [one for one in threading.enumerate() if one.name == "backup"]
    assert not thread.daemon
    gate.set()
    keeper.wait()
    assert not thread.is_alive()


def test_a_session_that_ended_without_one_is_made_up_for(
    keeper: Keeper, settings: Settings, sample: Path, qtbot: QtBot
) -> None:
    keeper.closed(sample, changed=True)
    keeper.wait()
    edit(sample, "and then the battery died")
    keeper.opened(sample)
    qtbot.waitUntil(lambda: len(held(settings)) == 2)
    keeper.wait()


def test_it_can_be_switched_off(keeper: Keeper, settings: Settings, sample: Path) -> None:
    settings.set(backup=False)
    keeper.closed(sample, changed=True)
    keeper.opened(sample)
    keeper.wait()
    assert held(settings) == []


def test_the_second_place_gets_what_it_missed(
    keeper: Keeper, settings: Settings, sample: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    settings.set(second_place=str(stick))
    keeper.closed(sample, changed=True)
    keeper.wait()
    stick.mkdir()
    keeper.closed(sample, changed=False)
    keeper.wait()
    assert [path.name for path in stick.iterdir()] == [path.name for path in held(settings)]


def test_the_second_place_gets_locked_copies_where_the_user_wants_it(
    keeper: Keeper, settings: Settings, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_keys, "_ask", cheap)
    stick = tmp_path / "stick"
    stick.mkdir()
    settings.set(second_place=str(stick))
    lock_keys.keep_keys(settings.folder, lock_keys.make_lock("ābele kalnā").keys)
    keeper.closed(sample, changed=True)
    keeper.wait()
    [path] = stick.iterdir()
    assert path.stem == held(settings)[0].stem
    assert locked.is_locked(path)
    locked.unlock(path, tmp_path / "opened.roadmap", "ābele kalnā")
    assert (tmp_path / "opened.roadmap").read_bytes() == held(settings)[0].read_bytes()


def test_what_stops_it_is_said_once_and_again_after_it_went_well(
    keeper: Keeper, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    keeper.said.connect(said.append)
    results: list[Kept] = []

    def keep(*_: object, **__: object) -> Kept:
        return results[-1]

    monkeypatch.setattr(backup, "keep", keep)
    full = Kept(trouble=DiskFull(path=sample))
    second = Kept(second_trouble=DiskFull(path=sample))
    for result, count in ((full, 1), (full, 1), (Kept(), 1), (full, 2), (second, 3), (second, 3)):
        results.append(result)
        keeper.opened(sample)
        assert keeper._job is not None
        with qtbot.waitSignal(keeper._job.done):
            pass
        assert len(said) == count
    assert "disk is full" in said[0]
    assert "second place" in said[2]


def test_a_backup_that_failed_its_rehearsal_is_said_at_the_next_opening(
    keeper: Keeper, settings: Settings, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.closed(sample, changed=True)
    keeper.wait()
    [path] = held(settings)
    with path.open("r+b") as stream:
        stream.seek(path.stat().st_size // 2)
        stream.write(b"\xff" * 9_000)
    monkeypatch.undo()  # of what the other tests do without
    backup.rehearse_now_and_then(backup_folder(settings), backup.document_of(sample), lambda _: 0)
    with qtbot.waitSignal(keeper.said) as said:
        keeper.opened(sample)
    assert "can no longer be read" in said.args[0]
    keeper.wait()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (DiskFull(path=Path("a")), "disk is full"),
        (FolderUnwritable(path=Path("a")), "folder cannot be written"),
        (FileUnreadable(path=Path("a"), reason="x"), "No backup could be made"),
        (FileDamaged(path=Path("a"), reason="x"), "is damaged"),
    ],
)
def test_each_trouble_has_a_sentence(error: DiskFull, words: str, qapp: object) -> None:
    assert words in describe_trouble(error)
    assert "second place" in describe_trouble(error, second=True)
