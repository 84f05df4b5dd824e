"""Trust: what this computer's program left is opened at once, everything else is looked through first."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap_desktop.domain.errors import (
    FileBusy,
    FileDamaged,
    FileForeign,
    FileHostile,
    FileIncomplete,
    FileMissing,
    UserError,
)
from roadmap_desktop.store import derived, file, queries, trust, vet
from roadmap_desktop.store.check import check
from roadmap_desktop.store.trust import Trust
from tests.store import hostile, tools
from tests.store.test_file import names
from tests.store.test_vet import make_whole
from tests.store.tools import ROOT, answer


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_whole(tmp_path_factory.mktemp("whole") / "whole.roadmap")


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "theirs.roadmap"))


@pytest.fixture
def known(tmp_path: Path) -> Trust:
    return Trust(tmp_path / "user" / "folder")


REFUSALS: dict[str, tuple[type[UserError], ...]] = {
    "hostile": (FileHostile,),
    "damaged": (FileDamaged, FileIncomplete),
    "foreign": (FileForeign,),
}


# what is known ------------------------------------------------------------------------------------------


def test_a_file_is_known_once_it_was_noted(path: Path, known: Trust, tmp_path: Path) -> None:
    assert not known.knows(path)
    known.note(path)
    assert known.knows(path)
    assert Trust(tmp_path / "user" / "folder").knows(path)
    assert not known.knows(tmp_path / "nothing.roadmap")


def test_a_file_looked_through_is_known_and_stays_as_it_is(path: Path, known: Trust) -> None:
    before = path.read_bytes()
    done: list[float] = []
    known.look_through(path, done.append)
    assert known.knows(path)
    assert path.read_bytes() == before
    assert done == sorted(done)
    assert 0 < done[-1] <= 1


def test_opening_and_closing_it_leaves_it_known(path: Path, known: Trust) -> None:
    known.note(path)
    file.open_for_writing(path).close()
    assert known.knows(path)


def append(path: Path) -> None:
    with path.open("ab") as stream:
        stream.write(b"x")


def rewrite_a_byte(path: Path) -> None:
    """As large as before, and dated as before."""
    status = path.stat()
    hostile.patch(path, 5_000, b"x")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def exchange(path: Path) -> None:
    """Another file of the same size and date in its place."""
    status = path.stat()
    other = path.with_name("other")
    shutil.copy(path, other)
    rewrite_a_byte(other)
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)


def leave_a_journal(path: Path) -> None:
    path.with_name(path.name + "-journal").write_bytes(b"")


def leave_a_log(path: Path) -> None:
    path.with_name(path.name + "-wal").write_bytes(b"")


@pytest.mark.parametrize(
    "change", [append, rewrite_a_byte, exchange, leave_a_journal, leave_a_log, os.unlink]
)
@pytest.mark.parametrize("noting", [True, False], ids=["ctime", "hash"])
def test_whatever_was_done_to_it_elsewhere_makes_it_unknown(
    change: Callable[[Path], None], noting: bool, path: Path, known: Trust, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trust, "_system_notes_changes", lambda: noting)
    known.note(path)
    assert known.knows(path)
    change(path)
    assert not known.knows(path)


def test_what_took_the_place_of_the_open_file_is_not_noted(path: Path, known: Trust, tmp_path: Path) -> None:
    known.look_through(path)
    theirs = Path(shutil.copy(path, tmp_path / "theirs"))
    theirs.replace(path)
    known.note(path)
    assert not known.knows(path)
    known.note(path, made=True)
    assert known.knows(path)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 5}', "\x00", '{"' + "x" * 2_000_000 + '": 1}'])
def test_notes_that_cannot_be_read_know_nothing(text: str, path: Path, tmp_path: Path) -> None:
    (tmp_path / "trusted.json").write_text(text)
    known = Trust(tmp_path)
    assert not known.knows(path)
    known.note(path)
    assert known.knows(path)


def test_a_folder_that_cannot_be_written_is_no_trouble(path: Path, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    known = Trust(tmp_path / "in the way" / "folder")
    known.note(path)
    assert not known.knows(path)


def test_no_more_than_the_last_noted_are_remembered(path: Path, known: Trust, tmp_path: Path) -> None:
    others = [Path(shutil.copy(path, tmp_path / f"{number}.roadmap")) for number in range(trust.KEPT + 5)]
    for other in others:
        known.note(other)
    assert [known.knows(other) for other in others] == [False] * 5 + [True] * trust.KEPT
    read = json.loads((tmp_path / "user" / "folder" / "trusted.json").read_text())
    assert len(read) == trust.KEPT


# looking through ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", hostile.CASES)
def test_a_hostile_file_is_refused_or_harmless_in_its_place(name: str, path: Path, known: Trust) -> None:
    make, verdict = hostile.CASES[name]
    make(path)
    before, beside = path.read_bytes(), names(path.parent)
    if verdict == "harmless":
        known.look_through(path)
        with contextlib.closing(file.open_for_reading(path)) as db:
            for root in queries.partnership_ids(db):
                queries.dossier(db, root)
            assert queries.home_organisation(db).name == "Biedrība"
        assert check(path).verdict in {"healthy", "newer"}
        return
    with pytest.raises(REFUSALS[verdict]):
        known.look_through(path)
    assert (path.read_bytes(), names(path.parent)) == (before, beside)
    assert not known.knows(path)


def test_what_a_journal_would_make_of_the_file_is_what_is_looked_through(path: Path, known: Trust) -> None:
    """Played back, this one leaves a page of a hostile file where a harmless one was."""
    healthy = path.read_bytes()
    hostile.trigger(path)
    bad = path.read_bytes()
    path.write_bytes(healthy.ljust(len(bad), b"\0"))
    hostile.leave_journal(
        path, {number: bad[4096 * (number - 1) :][:4096] for number in range(1, len(bad) // 4096 + 1)}
    )
    journal = path.with_name(path.name + "-journal")
    before = path.read_bytes(), journal.read_bytes()
    with pytest.raises((FileHostile, FileDamaged)):
        known.look_through(path)
    assert (path.read_bytes(), journal.read_bytes()) == before


def test_a_journal_that_reaches_for_another_file_is_refused(path: Path, known: Trust, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    name = str(victim).encode()
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(
        bytes.fromhex("d9d505f920a163d7") + bytes(504) + name + struct.pack(">II", len(name), sum(name))
        + bytes.fromhex("d9d505f920a163d7")
    )  # fmt: skip
    with pytest.raises(FileHostile):
        known.look_through(path)
    assert victim.read_text() == "precious"
    assert journal.exists()


def test_a_log_beside_a_file_that_has_none_is_refused(path: Path, known: Trust) -> None:
    path.with_name(path.name + "-wal").write_bytes(b"7\x7f\x06\x83" + bytes(100))
    with pytest.raises(FileHostile):
        known.look_through(path)


def test_after_a_crash_it_is_looked_through_and_opens_as_it_was(path: Path, known: Trust) -> None:
    with contextlib.closing(file.open_for_reading(path)) as db:
        right = tools.dump(db)
    code = (
        "import os, sqlite3, sys\ndb = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('PRAGMA cache_size = 1'); db.execute('BEGIN')\n"
        "db.execute('UPDATE change SET body = body || 1'); os._exit(0)\n"
    )
    known.note(path)
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    assert not known.knows(path)
    known.look_through(path)
    with contextlib.closing(file.open_for_writing(path)) as db:
        assert tools.dump(db) == right
        tools.writer(db).save([answer("c1.1", text="Turpinām.")])
    known.note(path)
    assert known.knows(path)


def test_a_newer_file_can_be_looked_at(path: Path, known: Trust) -> None:
    hostile.plain_tables_of_a_newer_program(path)
    before = path.read_bytes()
    known.look_through(path)
    assert known.knows(path)
    with contextlib.closing(file.open_for_reading(path)) as db:
        assert queries.dossier(db, ROOT).partnership.title == "Jauniešu centrs"
    assert path.read_bytes() == before


LIES = (
    "UPDATE partnerships SET title = replace(printf('%.10000000c', 'x'), 'x', '<b>')",
    "UPDATE answers SET due = 'soon'",
    "UPDATE organisations SET id = zeroblob(16)",
    "UPDATE conflicts SET heads = x'00'; UPDATE activity SET wall = 9e15",
    "DROP TABLE swots; CREATE TABLE swots (id, root)",
)


@pytest.mark.parametrize("script", LIES)
def test_tables_that_say_other_than_the_log_are_made_anew(script: str, path: Path, known: Trust) -> None:
    with contextlib.closing(file.open_for_reading(path)) as db:
        right = tools.dump(db)
    hostile.sql(path, script)
    known.look_through(path)
    assert known.knows(path)
    with contextlib.closing(file.open_for_writing(path)) as db:
        assert tools.dump(db) == right


def test_where_they_cannot_be_made_anew_the_file_is_refused(
    path: Path, known: Trust, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile.sql(path, LIES[1])
    monkeypatch.setattr(file, "writable", lambda _: False)
    with pytest.raises(FileDamaged):
        known.look_through(path)


def test_tables_of_another_version_are_not_looked_at(path: Path, known: Trust) -> None:
    hostile.sql(path, "DROP TABLE answers; UPDATE meta SET value = 'older' WHERE key = 'derived'")
    before = path.read_bytes()
    known.look_through(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("value", ["../../../tmp/evil", "", "0" * 31 + "/", "A" * 32, "0" * 33])
@pytest.mark.parametrize("key", ["document", "home"])
def test_a_name_of_its_own_that_is_none_is_refused(key: str, value: str, path: Path, known: Trust) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE meta SET value = ? WHERE key = ?", (value, key))
    with pytest.raises(FileHostile):
        known.look_through(path)


def test_a_file_without_a_home_is_none_the_worse(path: Path, known: Trust) -> None:
    hostile.sql(path, "DELETE FROM meta WHERE key = 'home'")
    known.look_through(path)


def test_one_that_is_written_meanwhile_is_not_taken_for_what_was_seen(
    path: Path, known: Trust, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = vet.refuse

    def refuse(*args: object) -> None:
        real(*args)  # type: ignore[arg-type]
        append(path)

    monkeypatch.setattr(vet, "refuse", refuse)
    with pytest.raises(FileBusy):
        known.look_through(path)
    assert not known.knows(path)


def test_it_can_be_given_up(path: Path, known: Trust) -> None:
    class EnoughError(Exception):
        pass

    def stop(_: float) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        known.look_through(path, stop)
    assert not known.knows(path)


def test_what_is_not_there_or_no_file_is_said_so(known: Trust, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        known.look_through(tmp_path / "none.roadmap")
    with pytest.raises(FileForeign):
        known.look_through(tmp_path)
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(FileForeign):
            known.look_through(tmp_path / "pipe")


def test_knowing_a_file_imports_nothing_that_is_slow(path: Path, known: Trust, tmp_path: Path) -> None:
    known.note(path)
    code = (
        "import sys; from pathlib import Path; from roadmap_desktop.store.trust import Trust\n"
        "assert Trust(Path(sys.argv[1])).knows(Path(sys.argv[2]))\n"
        "sys.exit(bool({'hashlib', 'subprocess', 'sqlite_utils'} & set(sys.modules)))\n"
    )
    folder = str(tmp_path / "user" / "folder")
    assert subprocess.run([sys.executable, "-c", code, folder, str(path)], check=False).returncode == 0


def test_rebuilt_it_is_what_its_log_amounts_to(path: Path, known: Trust) -> None:
    hostile.sql(path, "DELETE FROM answers")
    known.look_through(path)
    with contextlib.closing(file.open_for_writing(path)) as db:
        assert tools.dump(db) == tools.rebuilt(db)
        assert derived.derived_is_current(db)
