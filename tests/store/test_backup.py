"""Backups: whole and checked or not at all, found again, thinned, rehearsed, and gone back to."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.domain.backups import Backup
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import (
    DiskFull,
    FileBusy,
    FileDamaged,
    FileForeign,
    FileMissing,
    FileNewer,
    FileUnreadable,
    FolderUnwritable,
)
from roadmap_desktop.store import backup, check, derived, file, schema
from roadmap_desktop.store.log import Log
from tests.conftest import AUTHOR, MakeSample
from tests.reading import answer_of, changes_in, reader, root_of, titles_in
from tests.store import tools

YOUTH = "Youth centre in the old school"
NOON = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go; not made yet."""
    return tmp_path / "user" / "backups"


def later(hours: float) -> dt.datetime:
    return NOON + dt.timedelta(hours=hours)


def edit(path: Path, text: str) -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        Log(db, AUTHOR).save([answer_edit(root_of(path, YOUTH), "a", "c1.need", text=text)])


def text_in(path: Path) -> str:
    return answer_of(path, YOUTH, "c1.need").text


def state_of(path: Path) -> dict[str, Any]:
    with reader(path) as db:
        return tools.dump(db, activity=False)


def tear(path: Path, table: str = "change") -> None:
    """Lose one row of the log, behind the back of everything that keeps count."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute(f"DELETE FROM {table} WHERE id IN (SELECT id FROM {table} LIMIT 1)")
        db.commit()


def scratch(path: Path) -> None:
    """Overwrite the middle of a file."""
    with path.open("r+b") as stream:
        stream.seek(path.stat().st_size // 2 // 4096 * 4096)
        stream.write(b"\xff" * 20_000)


# making one ---------------------------------------------------------------------------------------------


def test_a_backup_holds_all_that_the_file_holds(sample: Path, folder: Path) -> None:
    before = sample.read_bytes()
    made = backup.back_up(sample, folder, NOON)
    assert sample.read_bytes() == before
    assert changes_in(made.path) == changes_in(sample)
    assert state_of(made.path) == state_of(sample)
    assert check.check(made.path).verdict == "healthy"
    assert [path.name for path in folder.iterdir()] == [made.path.name], "nothing unfinished is left"


def test_its_name_says_what_and_when_and_it_says_so_itself(sample: Path, folder: Path) -> None:
    made = backup.back_up(sample, folder, NOON)
    assert made.path.name.startswith(f"sample {NOON.astimezone():%Y-%m-%d %H-%M-%S} ")
    assert made.path.suffix == ".roadmap"
    assert (made.name, made.when, made.health) == ("sample", NOON, "good")
    assert made.size == made.path.stat().st_size
    assert made.changes == changes_in(sample)
    assert made.extent is not None
    assert made.extent.partnerships == 3
    assert made.extent.done > 5
    assert sum(made.extent.sides.values()) == 3  # the file's own side of each
    renamed = made.path.rename(folder / "renamed by hand.roadmap")
    assert backup.look(renamed) == made._replace(path=renamed)


def test_a_backup_is_made_while_somebody_writes(sample: Path, folder: Path) -> None:
    """And leaves the locks of whoever has the file open in this process alone."""
    root = root_of(sample, YOUTH)
    with contextlib.closing(file.open_for_writing(sample)) as db:
        db.execute("BEGIN IMMEDIATE")
        made = backup.back_up(sample, folder, NOON)
        db.execute("INSERT INTO meta VALUES ('x', 1)")
        code = f"import sqlite3; sqlite3.connect({str(sample)!r}, timeout=0).execute('BEGIN IMMEDIATE')"
        assert run_python(code) != 0, "another program found the file unlocked"
        db.execute("ROLLBACK")
        Log(db, AUTHOR).save([answer_edit(root, "a", "c1.need", text="after")])
    assert made.changes == changes_in(sample) - 1


def run_python(code: str) -> int:
    import subprocess
    import sys

    return subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode


def half(*given: int) -> int:
    """What a descriptor sends that is another file's by now: something else, to the right length."""
    target, _, at, count = given
    os.pwrite(target, b"x" * count, at)
    os.ftruncate(target, at + count)
    return count


@pytest.mark.skipif(not hasattr(os, "sendfile"), reason="the system copies no files")
@pytest.mark.parametrize("how", ["unknown", "unable", "short", "wrong", "missing"])
def test_where_the_system_copies_badly_sqlite_does(
    sample: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    copied: list[Path] = []
    copy = backup._copy_by_sqlite

    def noted(source: sqlite3.Connection, part: Path) -> None:
        copied.append(part)
        copy(source, part)

    monkeypatch.setattr(backup, "_copy_by_sqlite", noted)
    match how:
        case "unknown":
            monkeypatch.setattr(backup, "_descriptors", lambda _: set())
        case "unable":
            monkeypatch.setattr(os, "sendfile", fails_with(22))
        case "short":
            monkeypatch.setattr(os, "sendfile", lambda *_: 0)
        case "wrong":
            monkeypatch.setattr(os, "sendfile", half)
        case "missing":
            monkeypatch.delattr(os, "sendfile")
    made = backup.back_up(sample, folder, NOON)
    assert len(copied) == 1
    assert check.check(made.path).verdict == "healthy"
    assert state_of(made.path) == state_of(sample)
    assert backup.look(made.path) == made


@pytest.mark.skipif(not hasattr(os, "sendfile"), reason="the system copies no files")
def test_the_system_copies_while_others_have_it_open_and_leaves_their_descriptors(
    sample: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_copy_by_sqlite", fails_with(5))
    with contextlib.closing(file.open_for_writing(sample)) as db:
        before = backup._descriptors(sample)
        made = backup.back_up(sample, folder, NOON)
        assert backup._descriptors(sample) == before
        Log(db, AUTHOR).save([answer_edit(root_of(sample, YOUTH), "a", "c1.need", text="after")])
    assert backup.look(made.path) == made


def test_a_large_copy_is_checked_by_several_threads(
    sample: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "SMALL", 0)
    made = backup.back_up(sample, folder, NOON)
    assert check.check(made.path).verdict == "healthy"
    tear(sample)
    with pytest.raises(FileDamaged):
        backup.back_up(sample, folder, NOON)


def test_two_in_one_second_and_two_files_of_one_name_keep_apart(
    make_sample: MakeSample, sample: Path, folder: Path, tmp_path: Path, empty: Path
) -> None:
    other = tmp_path / "elsewhere" / "sample.roadmap"
    other.parent.mkdir()
    shutil.copyfile(empty, other)
    made = [backup.back_up(path, folder, NOON) for path in (sample, sample, other)]
    assert len({one.path for one in made}) == 3
    assert len(backup.backups(folder, made[0].document)) == 2
    assert [one.path for one in backup.backups(folder, made[2].document)] == [made[2].path]


def test_a_name_that_other_systems_do_not_take_is_made_fit(sample: Path, folder: Path) -> None:
    odd = sample.rename(sample.with_name("Ābeļkalns: kas? " + "ļ" * 90 + ".roadmap"))
    made = backup.back_up(odd, folder, NOON)
    assert made.name == odd.stem
    assert "?" not in made.path.name
    assert len(made.path.name.encode()) <= 255


def test_a_damaged_file_is_not_kept_as_a_backup(sample: Path, folder: Path) -> None:
    tear(sample)
    with pytest.raises(FileDamaged) as raised:
        backup.back_up(sample, folder, NOON)
    assert raised.value.data["path"] == sample
    assert list(folder.iterdir()) == []
    scratch(sample)
    with pytest.raises(FileDamaged):
        backup.back_up(sample, folder, NOON)
    assert list(folder.iterdir()) == []


def test_a_tally_is_right_however_sqlite_joins_bytes(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    xor_of = backup._xor_of
    asked: list[bytes] = []

    def joined_otherwise(ids: bytes) -> int:
        asked.append(ids)
        return xor_of(ids[:-16] if len(asked) == 1 else ids)

    monkeypatch.setattr(backup, "_xor_of", joined_otherwise)
    backup.check_tally(sample)
    assert asked[0] == asked[1]
    assert len(asked[0]) == 16 * changes_in(sample)


def test_a_broken_table_of_the_log_is_noticed(
    sample: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "check_tally", lambda path: None)
    scratch(sample)
    with pytest.raises(FileDamaged):
        backup.back_up(sample, folder, NOON)


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(sample: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o500)
    with pytest.raises(FolderUnwritable) as raised:
        backup.back_up(sample, folder, NOON)
    assert raised.value.data["path"] == folder
    folder.chmod(0o700)


def test_a_file_in_the_place_of_the_folder_is_no_defect_of_ours(sample: Path, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("not a folder")
    with pytest.raises(FileUnreadable):
        backup.back_up(sample, folder, NOON)


def test_a_full_disk_leaves_nothing_behind_and_the_file_alone(
    sample: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sample.read_bytes()
    monkeypatch.setattr(os, "fsync", fails_with(28))
    with pytest.raises(DiskFull) as raised:
        backup.back_up(sample, folder, NOON)
    assert Path(str(raised.value.data["path"])).name.startswith("sample 2026"), (
        "not the name of something unfinished"
    )
    assert list(folder.iterdir()) == []
    assert sample.read_bytes() == before


def fails_with(number: int) -> Callable[..., None]:
    def call(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a limit of file size")
def test_a_disk_full_in_the_middle_of_copying(sample: Path, folder: Path) -> None:
    code = (
        "import datetime, resource, signal, sys\n"
        "from pathlib import Path\n"
        "from roadmap_desktop.domain.errors import DiskFull\n"
        "from roadmap_desktop.store import backup\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))\n"
        "try:\n"
        f"    backup.back_up(Path({str(sample)!r}), Path({str(folder)!r}), datetime.datetime.now(datetime.timezone.utc))\n"
        "except DiskFull:\n"
        "    sys.exit(7)\n"
    )
    assert run_python(code) == 7
    assert list(folder.iterdir()) == []


# the second place ---------------------------------------------------------------------------------------


def test_a_copy_goes_to_the_second_place_when_it_is_there(sample: Path, folder: Path, tmp_path: Path) -> None:
    made = backup.back_up(sample, folder, NOON)
    stick = tmp_path / "stick"
    assert not backup.copy_to(made, stick)
    stick.mkdir()
    assert backup.copy_to(made, stick)
    assert backup.copy_to(made, stick), "once more is no error"
    assert [path.read_bytes() for path in stick.iterdir()] == [made.path.read_bytes()]
    assert backup.backups(stick, made.document)[0].when == NOON


def test_a_full_or_failing_stick_keeps_nothing_half(
    sample: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup.back_up(sample, folder, NOON)
    stick = tmp_path / "stick"
    stick.mkdir()

    def forgetful(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:-8_192])

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", forgetful)
        with pytest.raises(FileDamaged):
            backup.copy_to(made, stick)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", fails_with(28))
        with pytest.raises(DiskFull):
            backup.copy_to(made, stick)
    assert list(stick.iterdir()) == []


# knowing them -------------------------------------------------------------------------------------------


def test_backups_are_listed_the_newest_first_whatever_the_clock_or_the_time_of_day(
    sample: Path, folder: Path
) -> None:
    made = [backup.back_up(sample, folder, later(hours)) for hours in (0, -50_000, 24, 5)]
    found = backup.backups(folder, made[0].document)
    assert [one.when for one in found] == [later(24), later(5), later(0), later(-50_000)]
    assert backup.backups(folder, "0" * 32) == []
    assert backup.backups(folder / "missing", made[0].document) == []


def test_a_damaged_backup_is_still_named_and_one_of_a_newer_format_known(sample: Path, folder: Path) -> None:
    bad, newer = backup.back_up(sample, folder, NOON), backup.back_up(sample, folder, later(1))
    bad.path.write_bytes(b"\0" * 4_000)
    with contextlib.closing(sqlite3.connect(newer.path)) as db:
        db.execute(f"PRAGMA user_version = {schema.FORMAT + 1}")
    (folder / "foreign.roadmap").write_text("something else")
    found = backup.backups(folder, newer.document)
    assert [one.health for one in found] == ["newer", "damaged"]
    assert (found[1].name, found[1].when, found[1].extent) == ("sample", NOON, None)


def test_a_copy_that_somebody_put_there_by_hand_counts(sample: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copyfile(sample, folder / "by hand.roadmap")
    with reader(sample) as db:
        [(document,)] = db.execute("SELECT value FROM meta WHERE key = 'document'")
    [found] = backup.backups(folder, document)
    assert (found.name, found.health, found.extent) == ("by hand", "good", None)


def test_the_backups_of_a_file_that_is_damaged_or_gone_go_by_its_name(sample: Path, folder: Path) -> None:
    made = backup.back_up(sample, folder, NOON)
    assert backup.backups_of(sample, folder) == [made]
    sample.write_bytes(b"\0" * 4_096)
    assert backup.backups_of(sample, folder) == [made]
    sample.unlink()
    assert backup.backups_of(sample, folder) == [made]
    assert backup.backups_of(sample.with_name("other.roadmap"), folder) == []


def test_a_rehearsal_says_so_only_if_it_fails(sample: Path, folder: Path) -> None:
    made = backup.back_up(sample, folder, NOON)
    assert backup.rehearse(made) is None
    assert made.path.exists()
    scratch(made.path)
    assert backup.rehearse(made) is not None
    [found] = backup.backups(folder, made.document)
    assert found.health == "damaged"
    assert found.path.name.endswith(".damaged.roadmap")
    assert backup.rehearse(found) is not None
    assert found.path.exists(), "it is not renamed again"
    found.path.unlink()
    assert backup.rehearse(found) is None


def test_a_rehearsal_comes_about_once_in_ten_sessions(sample: Path, folder: Path) -> None:
    made = backup.back_up(sample, folder, NOON)
    tear(made.path)
    asked: list[int] = []

    def lot(below: int) -> int:
        asked.append(below)
        return 0 if len(asked) > 1 else 1

    backup.rehearse_now_and_then(folder, made.document, lot)
    assert made.path.exists()
    backup.rehearse_now_and_then(folder, made.document, lot)
    assert not made.path.exists()
    assert asked == [10, 10, 1]
    backup.rehearse_now_and_then(folder, made.document, lambda _: 0)


# keeping them -------------------------------------------------------------------------------------------


def test_a_session_in_which_nothing_changed_leaves_no_backup(sample: Path, folder: Path) -> None:
    assert backup.keep(sample, folder, None, NOON, changed=False) == backup.Kept()
    first = backup.keep(sample, folder, None, NOON).made
    assert first is not None
    assert backup.keep(sample, folder, None, later(1)).made is None, "it is of this state already"
    edit(sample, "new")
    caught_up = backup.keep(sample, folder, None, later(2), changed=False).made
    assert caught_up is not None, "the last session ended without one"
    assert text_in(caught_up.path) == "new"


def test_what_stops_a_backup_is_told_not_raised(
    sample: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(backup.keep(tmp_path / "gone.roadmap", folder, None, NOON).trouble, FileUnreadable)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fails_with(28))
        assert isinstance(backup.keep(sample, folder, None, NOON).trouble, DiskFull)
    stick = tmp_path / "stick"
    stick.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", fails_with(28))
        kept = backup.keep(sample, folder, stick, NOON)
    assert kept.made is not None
    assert kept.trouble is None
    assert isinstance(kept.second_trouble, DiskFull)
    again = backup.keep(sample, folder, stick, later(1))
    assert again == backup.Kept(), "what the stick lacks is brought to it"
    assert len(list(stick.iterdir())) == 1


def test_a_damaged_backup_is_reported_and_no_reason_to_make_none(sample: Path, folder: Path) -> None:
    made = backup.keep(sample, folder, None, NOON).made
    assert made is not None
    scratch(made.path)
    backup.rehearse(made)
    kept = backup.keep(sample, folder, None, later(1), changed=False)
    assert [one.health for one in kept.damaged] == ["damaged"]
    assert kept.made is not None


def test_backups_that_can_go_go_a_few_at_a_time(sample: Path, folder: Path) -> None:
    made = [backup.back_up(sample, folder, later(-hours / 100)) for hours in range(16)]
    document = made[0].document
    stale, fresh = folder / ".0123456789abcdef.part", folder / ".0123456789abcdee.part"
    for part in (stale, fresh):
        part.touch()
    os.utime(stale, (later(-48).timestamp(),) * 2)
    os.utime(fresh, (later(0).timestamp(),) * 2)
    gone = backup.tidy(folder, document, NOON)
    assert [one.path for one in gone] == [one.path for one in made[:-4:-1]]
    assert not stale.exists()
    assert fresh.exists()
    assert len(backup.tidy(folder, document, NOON)) == 3
    assert backup.tidy(folder, document, NOON) == []
    assert len(backup.backups(folder, document)) == 10


def test_a_clock_that_jumps_costs_no_backups_of_now(sample: Path, folder: Path) -> None:
    document = backup.back_up(sample, folder, later(24 * 365 * 60)).document
    for hours in range(12):
        edit(sample, f"text {hours}")
        backup.keep(sample, folder, None, later(hours / 100))
    found = backup.backups(folder, document)
    assert len([one for one in found if one.when < later(1)]) == 10


# going back ---------------------------------------------------------------------------------------------


@pytest.fixture
def made(sample: Path, folder: Path) -> Backup:
    """A backup of the sample; since then a text was changed and a partnership deleted."""
    kept = backup.back_up(sample, folder, NOON)
    root = root_of(sample, YOUTH)
    edit(sample, "changed since")
    with contextlib.closing(file.open_for_writing(sample)) as db:
        Log(db, AUTHOR).save([Edit(root, "partnership", root, {DELETED: 1})])
    return kept


def test_going_back_is_a_step_that_keeps_the_history(sample: Path, folder: Path, made: Backup) -> None:
    before = changes_in(sample)
    done = backup.restore(sample, made, folder, AUTHOR, later(1))
    assert state_of(sample) == state_of(made.path)
    assert changes_in(sample) > before
    assert done.edits == 2
    assert done.damaged is None
    assert done.before is not None
    assert YOUTH not in titles_in(done.before.path)
    assert check.check(sample).verdict == "healthy"
    back = backup.restore(sample, done.before, folder, AUTHOR, later(2))
    assert YOUTH not in titles_in(sample)
    assert back.edits == 1, "the deletion, under which the text does not show"


@pytest.mark.parametrize("harm", [tear, scratch, Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_damaged_file_is_replaced_and_kept_beside(
    sample: Path, folder: Path, made: Backup, harm: Callable[[Path], object]
) -> None:
    harm(sample)
    there = sample.exists()
    held = sample.read_bytes() if there else b""
    journal = sample.with_name(f"{sample.name}-journal")
    journal.write_bytes(b"left by a crash, of no use to the new file")
    done = backup.restore(sample, made, folder, AUTHOR, later(1))
    assert done.before is None
    assert state_of(sample) == state_of(made.path)
    assert check.check(sample).verdict == "healthy"
    assert not journal.exists()
    if there:
        assert done.damaged is not None
        assert "(damaged 2026-11-23" in done.damaged.name
        assert done.damaged.read_bytes() == held
    with reader(sample) as db:
        assert db.execute("SELECT count(*) FROM meta WHERE key = 'backup'").fetchone() == (0,)


def test_a_journal_stays_with_the_damaged_file_it_belongs_to(sample: Path, made: Backup) -> None:
    journal = sample.with_name(f"{sample.name}-journal")
    journal.write_bytes(b"would be played back into the new file")
    aside = backup.replace(sample, made, later(1))
    assert aside is not None
    assert not journal.exists()
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"would be played back into the new file"


def test_a_backup_that_is_damaged_newer_or_gone_changes_nothing(
    sample: Path, folder: Path, made: Backup
) -> None:
    before = sample.read_bytes()
    newer = made._replace(health="newer")
    with pytest.raises(FileNewer):
        backup.replace(sample, newer, NOON)
    with pytest.raises(FileNewer):
        backup.restore(sample, newer, folder, AUTHOR, NOON)
    tear(made.path)
    with pytest.raises(FileDamaged) as raised:
        backup.restore(sample, made, folder, AUTHOR, NOON)
    assert raised.value.data["path"] == made.path
    made.path.unlink()
    with pytest.raises((FileMissing, FileUnreadable)):
        backup.restore(sample, made, folder, AUTHOR, NOON)
    assert sample.read_bytes() == before


def test_a_folder_in_the_files_place_is_left_alone(tmp_path: Path, folder: Path, made: Backup) -> None:
    place = tmp_path / "folder.roadmap"
    place.mkdir()
    with pytest.raises(FileForeign):
        backup.restore(place, made, folder, AUTHOR, NOON)
    assert place.is_dir()


def test_a_file_that_somebody_is_writing_is_not_gone_back_in(
    sample: Path, folder: Path, made: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "BUSY_MS", 10)
    before = changes_in(sample)
    with contextlib.closing(sqlite3.connect(sample, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileBusy):
            backup.restore(sample, made, folder, AUTHOR, NOON)
        db.execute("ROLLBACK")
    assert changes_in(sample) == before


def test_a_backup_of_an_older_programs_tables_can_be_gone_back_to(
    sample: Path, folder: Path, made: Backup
) -> None:
    with contextlib.closing(sqlite3.connect(made.path)) as db:
        db.execute("UPDATE meta SET value = 'older' WHERE key = 'derived'")
        db.execute("DROP TABLE answers")
        db.commit()
    backup.restore(sample, made, folder, AUTHOR, later(1))
    assert YOUTH in titles_in(sample)
    assert backup.look(made.path).health == "good"
    sample.unlink()
    backup.replace(sample, made, later(2))
    with contextlib.closing(file.open_for_reading(sample)) as db:
        assert derived.derived_is_current(db)
    assert text_in(sample) != "changed since"


def test_a_file_whose_tables_are_older_has_a_backup_without_its_extent(sample: Path, folder: Path) -> None:
    with contextlib.closing(sqlite3.connect(sample)) as db:
        db.execute("UPDATE meta SET value = 'older' WHERE key = 'derived'")
        db.commit()
    assert backup.back_up(sample, folder, NOON).extent is None


def test_threads_that_fail_are_heard() -> None:
    ran = threading.Event()

    def fails() -> None:
        raise ValueError("one of them")

    for calls in ((fails, ran.set), (ran.set, fails)):
        with pytest.raises(ValueError, match="one of them"):
            backup._together(*calls)
    assert ran.is_set()


def test_the_backups_of_a_ruin_are_found_without_sqlite(
    sample: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup.back_up(sample, folder, NOON)
    other = backup.look(made.path)
    raw = bytearray(sample.read_bytes())
    raw[:100] = bytes(100)
    sample.write_bytes(raw)
    monkeypatch.setattr(backup, "document_of", None)
    assert backup.backups_for(sample, folder) == [other]
    moved = sample.rename(sample.with_name("another name.roadmap"))
    assert backup.backups_for(moved, folder) == [other]
    moved.write_bytes(b"")
    assert backup.backups_for(moved, folder) == []
    assert backup.backups_for(moved, folder, made.document) == [other]
    assert backup.backups_for(sample, folder) == [other]  # gone: by its name


def test_a_snapshot_is_what_stands_there_and_goes_again(sample: Path) -> None:
    with backup.snapshot(sample) as copy:
        assert copy.read_bytes() == sample.read_bytes()
        kept = copy
    assert not kept.parent.exists()


@pytest.mark.parametrize("links", [True, False])
def test_while_a_backup_takes_its_place_there_is_always_a_file(
    links: bool, sample: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the file system knows two names of one file."""
    made = backup.back_up(sample, folder, NOON)
    journal = sample.with_name(sample.name + "-journal")
    sample.write_bytes(b"damaged")
    journal.write_bytes(b"a journal")
    there: list[bool] = []
    if not links:
        monkeypatch.setattr(backup, "_linked", lambda *_: False)
    for name in ("rename", "replace"):
        real = getattr(Path, name)

        def watched(self: Path, target: Path, real: Callable[..., Path] = real) -> Path:
            done = real(self, target)
            there.append(sample.exists())
            return done

        monkeypatch.setattr(Path, name, watched)
    aside = backup.replace(sample, made, NOON)
    assert aside is not None
    assert all(there) == links
    assert aside.read_bytes() == b"damaged"
    assert aside.with_name(aside.name + "-journal").read_bytes() == b"a journal"
    assert not journal.exists()
    assert check.check(sample).verdict == "healthy"


@pytest.mark.parametrize("links", [True, False])
def test_a_backup_that_cannot_take_its_place_leaves_all_as_it_was(
    links: bool, sample: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup.back_up(sample, folder, NOON)
    journal = sample.with_name(sample.name + "-journal")
    sample.write_bytes(b"damaged")
    journal.write_bytes(b"a journal")
    before = sorted(path.name for path in sample.parent.iterdir())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    if links:
        monkeypatch.setattr(file, "sync_folder", full)
        monkeypatch.setattr(Path, "replace", full)
    else:
        monkeypatch.setattr(backup, "_linked", lambda *_: False)
        monkeypatch.setattr(file, "place", full)
    with pytest.raises(DiskFull):
        backup.replace(sample, made, NOON)
    assert sorted(path.name for path in sample.parent.iterdir()) == before
    assert (sample.read_bytes(), journal.read_bytes()) == (b"damaged", b"a journal")
