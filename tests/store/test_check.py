"""The check of a file: whatever was altered is noticed, and nothing makes it stumble."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from roadmap_desktop.domain.changes import DELETED, Edit, seal
from roadmap_desktop.domain.errors import FileBusy, FileMissing
from roadmap_desktop.domain.records import Scalar, answer_id, note_id
from roadmap_desktop.store import check as checking
from roadmap_desktop.store import derived, file, lock_keys, locked, log, schema
from roadmap_desktop.store.check import Report, check, check_open
from roadmap_desktop.store.verdict import Findings
from tests.store import tools
from tests.store.cheap_lock import cheap
from tests.store.test_file import alter, names
from tests.store.tools import OTHER_ROOT, ROOT, answer, partnership, side

OURS = bytes(range(32, 48))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a bit of everything, large enough for inner and overflow pages."""
    path = tmp_path_factory.mktemp("whole") / "whole.roadmap"
    file.create(path)
    with contextlib.closing(file.open_for_writing(path)) as db:
        db.execute("PRAGMA synchronous = OFF")
        writer = tools.writer(db)
        photo = random.Random(1).randbytes(9_000)
        edits = [Edit(OURS, "organisation", OURS, {"name": "Biedrība", "kind": "community"})]
        for root in (ROOT, OTHER_ROOT, b"deleted, in time"):
            edits += [partnership(root=root), side("a", root), side("b", root)]
            edits += [answer(f"c1.{number}", root=root, text="vārds " * 40 * number) for number in range(12)]
            note = {"side": "a", "checkpoint": "c1.1", "text": "Slepeni."}
            edits += [Edit(root, "note", note_id(root, "a", "c1.1"), note)]
        file_of: dict[str, Scalar] = {
            "side": "a",
            "checkpoint": "c1.1",
            "name": "foto.jpg",
            "size": len(photo),
        }
        edits += [Edit(ROOT, "attachment", bytes(16), {**file_of, "sha256": sha256(photo).hexdigest()})]
        writer.save(edits, [photo])
        writer.set_meta("home", OURS.hex())
        other = tools.copy_of(db)
        theirs = tools.writer(other, "Anna", 5_000)
        for number in range(8):
            writer.save([answer(f"c1.{number}", text=f"mūsu {number}", mood="calm")])
            theirs.save([answer(f"c1.{number}", text=f"viņu {number}", due="2026-11-30")])
        writer.save([Edit(b"deleted, in time", "partnership", b"deleted, in time", {DELETED: 1})])
        theirs.save([Edit(ROOT, "partnership", ROOT, {DELETED: 1})])
        writer.merge(derived.all_changes(other), log.all_sessions(other))
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "copy.roadmap"))


def codes(report: Report) -> set[str]:
    return {problem.code for problem in report.problems}


def everything(path: Path) -> object:
    """All that a file says, save what nothing else can vouch for: its own identity and its migrations' dates."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        truth = [sorted(db.execute(f"SELECT * FROM {name}")) for name in ("change", "session", "attachment")]
        home = db.execute("SELECT value FROM meta WHERE key = 'home'").fetchall()
        return truth, home, tools.dump(db)


# ---------------------------------------------------------------------------------------- verdicts


def test_a_whole_file_is_healthy(path: Path) -> None:
    before = path.read_bytes()
    report = check(path)
    assert report == Report(path, "healthy", readable=True, changes=report.changes, problems=[])
    assert report.changes > 60
    assert path.read_bytes() == before
    assert names(path.parent) == [path.name]


def test_a_newer_file_is_told_apart(path: Path) -> None:
    alter(path, 60, struct.pack(">i", schema.FORMAT + 1))
    assert check(path)[1:3] == ("newer", True)


def test_a_newer_file_with_other_tables_is_no_damage(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.executescript(
            "DROP TABLE answers; CREATE TABLE dreams (id); UPDATE meta SET value = 'x' WHERE key = 'derived';"
            "PRAGMA user_version = 7"
        )
    assert check(path).verdict == "newer"


def test_what_is_not_ours_is_foreign(tmp_path: Path) -> None:
    for content in (b"", b"Sveiki!", b"SQLite format 3\x00" + bytes(200)):
        (tmp_path / "x").write_bytes(content)
        report = check(tmp_path / "x")
        assert (report.verdict, report.readable, codes(report)) == ("foreign", False, {"not-ours"})
    assert check(tmp_path).verdict == "foreign"


def test_nothing_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        check(tmp_path / "none")


def test_a_file_cut_short_is_damaged(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)
    report = check(path)
    assert (report.verdict, report.readable, codes(report)) == ("damaged", False, {"cut-short"})


def test_a_file_the_system_refuses_is_unreadable(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    report = check(path)
    assert (report.verdict, report.readable, codes(report)) == ("unreadable", False, {"refused"})
    assert report.problems[0].data == {"reason": "Permission denied"}


def test_a_disk_that_fails_while_reading_is_unreadable(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: sqlite3.Connection) -> list[str]:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
        raise error

    monkeypatch.setattr(checking, "_integrity", fail)
    assert check(path).verdict == "unreadable"


def test_a_file_being_written_is_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "BUSY_MS", 20)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(FileBusy):
            check(path)


# ---------------------------------------------------------------------------------------- tampering

ANSWER = f"x'{answer_id(ROOT, 'a', 'c1.9').hex()}'"


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE change SET body = replace(body, 'mūsu 3', 'mūsu 4')", "altered-change"),
        ("UPDATE change SET wall = wall + 1 WHERE kind = 'side'", "altered-change"),
        (
            "UPDATE change SET session = x'00112233445566778899aabbccddeeff' WHERE kind = 'side'",
            "lost-session",
        ),
        ("UPDATE change SET prev = substr(prev, 2) WHERE prev <> x''", "bad-change"),
        ("UPDATE change SET body = body || ' ' WHERE kind = 'note'", "bad-change"),
        ("UPDATE change SET body = '{}' WHERE kind = 'note'", "bad-change"),
        ("UPDATE change SET body = '[1]' WHERE kind = 'note'", "bad-change"),
        ("UPDATE change SET body = '{\"a\":NaN}' WHERE kind = 'note'", "bad-change"),
        ("UPDATE change SET body = '{\"a\":1e3}' WHERE kind = 'note'", "bad-change"),
        (
            "UPDATE change SET body = '{\"a\":' || printf('%.5000d', 9) || '}' WHERE kind = 'note'",
            "bad-change",
        ),
        ("UPDATE change SET body = '{\"a\":1,\"a\":1}' WHERE kind = 'note'", "bad-change"),
        ("UPDATE change SET body = '{\"a\":\"\\ud800\"}' WHERE kind = 'note'", "bad-change"),
        ("UPDATE change SET entity = x'00' WHERE kind = 'attachment'", "bad-change"),
        ("DELETE FROM change WHERE kind = 'note'", "count"),
        ("DELETE FROM meta WHERE key = 'count'", "count"),
        ("UPDATE meta SET value = zeroblob(16) WHERE key = 'xor'", "tally"),
        ("UPDATE session SET body = replace(body, 'Anna', 'Inga')", "altered-session"),
        ("DELETE FROM session WHERE body LIKE '%Anna%'", "lost-session"),
        ("UPDATE attachment SET data = zeroblob(9000)", "altered-attachment"),
        ("DELETE FROM attachment", "lost-attachment"),
        (f"UPDATE answers SET text = 'other' WHERE id = {ANSWER}", "derived"),
        (f"DELETE FROM answers WHERE id = {ANSWER}", "derived"),
        (
            "INSERT INTO swots SELECT zeroblob(16), root, 'a', 'strength', '', '', '{}' FROM sides LIMIT 1",
            "derived",
        ),
        ("DELETE FROM conflicts WHERE field = 'text'", "derived"),
        ("UPDATE activity SET wall = wall + 1", "derived"),
        ("UPDATE meta SET value = 'ff' WHERE key = 'home'", "home"),
        ("DROP INDEX answers_due", "schema"),
        ("DROP INDEX sides_root; CREATE INDEX sides_root ON sides (root, form)", "schema"),
        ("PRAGMA user_version = 0", "format"),
        ("ALTER TABLE session RENAME TO sessions_of_old", "structure"),
    ],
)
def test_what_somebody_altered_is_named(path: Path, sql: str, code: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.executescript(sql)
    report = check(path)
    assert report.verdict == "damaged"
    assert code in codes(report)


def test_a_change_more_than_the_tally_knows_is_named(path: Path) -> None:
    forged = seal(Edit(ROOT, "swot", bytes(16), {"text": "x"}), (), 5, bytes(16))
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute(f"INSERT INTO change ({derived.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", forged)
    report = check(path)
    assert {"count", "lost-session", "derived"} <= codes(report)
    [count] = [problem for problem in report.problems if problem.code == "count"]
    assert count.data == {"noted": report.changes - 1, "found": report.changes}


def test_a_thousand_of_one_problem_are_not_all_listed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MOST", 3)
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE change SET wall = wall + 1")
    report = check(path)
    assert len([problem for problem in report.problems if problem.code == "altered-change"]) == 3
    assert {"altered-change", "derived"} <= codes(report)


# ---------------------------------------------------------------------------------------- bad sectors


def flip(path: Path, offset: int, mask: int) -> None:
    with path.open("r+b") as stream:
        stream.seek(offset)
        (byte,) = stream.read(1)
        stream.seek(offset)
        stream.write(bytes([byte ^ mask]))


def overwrite(path: Path, offset: int, pick: random.Random) -> None:
    alter(path, min(offset, path.stat().st_size - 64), pick.randbytes(pick.choice((2, 16, 64))))


def test_three_hundred_flipped_bytes_never_pass_for_healthy(whole: Path, tmp_path: Path) -> None:
    judge_damage(
        whole, tmp_path, lambda path, at, pick: flip(path, at, pick.choice((1, 2, 32, 128, 255))), 300
    )


def test_a_hundred_torn_places_never_pass_for_healthy(whole: Path, tmp_path: Path) -> None:
    judge_damage(whole, tmp_path, overwrite, 100)


def judge_damage(
    whole: Path, folder: Path, damage: Callable[[Path, int, random.Random], None], times: int
) -> None:
    pick = random.Random(times)
    original, size = everything(whole), whole.stat().st_size
    healthy = 0
    for number in range(times):
        path = Path(shutil.copy(whole, folder / "flipped"))
        # Every fourth hits the first page, where the header and the schema begin.
        damage(path, pick.randrange(4_096 if number % 4 == 0 else size), pick)
        report = check(path)
        if report.verdict == "healthy":
            healthy += 1
            assert everything(path) == original
        path.unlink()
    assert 0 < healthy < times  # unused bytes harm nobody; a check that only says "damaged" would be no use


# a file that is open ------------------------------------------------------------------------------------


def test_an_open_file_that_is_whole_has_no_problems_and_keeps_its_locks(path: Path) -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        db.execute("BEGIN IMMEDIATE")
        assert check_open(path) == []
        code = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
        done = subprocess.run([sys.executable, "-c", code, str(path)], check=False, capture_output=True)
        assert b"locked" in done.stderr
        db.execute("ROLLBACK")


def test_of_an_open_file_a_row_lost_without_a_trace_is_noticed(path: Path) -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        db.execute("DELETE FROM change WHERE kind = 'note'")
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert [problem.code for problem in check_open(path)] == ["count"]


def test_of_an_open_file_changes_that_were_exchanged_are_noticed(path: Path) -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        db.execute("UPDATE change SET id = zeroblob(16) WHERE id = (SELECT min(id) FROM change)")
        assert [problem.code for problem in check_open(path)] == ["tally"]


def test_of_an_open_file_a_broken_page_is_noticed(path: Path) -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'swots_root'").fetchone()
        alter(path, (page - 1) * schema.PAGE_SIZE, b"\x07" * 8)
        assert "structure" in {problem.code for problem in check_open(path)}


@pytest.mark.parametrize("at", [0, 18, 68])
def test_of_an_open_file_a_spoilt_beginning_is_noticed(at: int, path: Path) -> None:
    with contextlib.closing(file.open_for_writing(path)):
        alter(path, at, b"\x02\x02\x02\x02")
        assert [problem.code for problem in check_open(path)] == ["structure"]


def test_the_check_of_an_open_file_can_be_stopped(path: Path) -> None:
    alter(path, path.stat().st_size - 4096, b"\x07" * 8)
    assert check_open(path, lambda: True) == []


def test_an_open_file_can_be_saved_to_while_it_is_checked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock is let go of once the copy is made."""
    real = checking._check_count

    def count(db: sqlite3.Connection, found: Findings) -> None:
        with contextlib.closing(sqlite3.connect(path, timeout=0)) as other, other:
            other.execute("INSERT INTO meta VALUES ('saved', 1)")
        real(db, found)

    monkeypatch.setattr(checking, "_check_count", count)
    assert check_open(path) == []


def test_a_locked_copy_is_no_damage_until_its_bytes_are_others(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_keys, "_ask", cheap)
    out = tmp_path / "x.roadmap-locked"
    locked.save_locked(path, out, lock_keys.make_lock("ābele aiz kūts"))
    assert codes(check(out)) == {"locked"}
    assert check(out).verdict == "unreadable"
    raw = bytearray(out.read_bytes())
    raw[-20] ^= 4
    out.write_bytes(raw)
    report = check(out)
    assert codes(report) == {"locked", "structure"}
    assert (report.verdict, report.readable) == ("damaged", False)
    out.write_bytes(b"roadmap-desktop locked 1 0123\n" + bytes(200))
    assert check(out).verdict == "damaged"


@pytest.mark.parametrize(
    ("sql", "loses_nothing"),
    [
        ("SELECT 1", False),
        ("UPDATE activity SET wall = wall + 1", True),
        ("UPDATE activity SET wall = wall + 1; DELETE FROM change WHERE kind = 'note'", False),
    ],
)
def test_where_only_tables_lag_nothing_is_lost(path: Path, sql: str, loses_nothing: bool) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.executescript(sql)
    assert check(path).loses_nothing == loses_nothing
