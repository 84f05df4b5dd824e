"""Opening and making files: what may stand at a path, and what the system may refuse."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import textwrap
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.domain.changes import BadChangeError
from roadmap_desktop.domain.errors import (
    DiskFull,
    FileBusy,
    FileDamaged,
    FileExists,
    FileForeign,
    FileIncomplete,
    FileLocked,
    FileMissing,
    FileNewer,
    FileReadOnly,
    FileUnreadable,
    FolderUnwritable,
    UserError,
)
from roadmap_desktop.store import derived, file, schema
from tests.store import tools
from tests.store.tools import answer, partnership

POSIX = pytest.mark.skipif(os.name == "nt", reason="rights as POSIX has them")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small file of ours, closed."""
    made = tmp_path / "ours.roadmap"
    file.create(made)
    with contextlib.closing(file.open_for_writing(made)) as db:
        tools.writer(db).save([partnership(), answer(text="Trūkst telpu.")])
    return made


def alter(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as stream:
        stream.seek(offset)
        stream.write(data)


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can walk to, which those of pytest are not."""
    with tempfile.TemporaryDirectory(prefix="roadmap-rights-") as made:
        folder = Path(made)
        folder.chmod(0o755)
        yield folder
        for found in (folder, *folder.iterdir()):
            found.chmod(0o755)


def python(code: str, *args: object) -> subprocess.CompletedProcess[str]:
    """Run `code` in a process of its own, with what it needs imported."""
    head = (
        "import contextlib, os, resource, signal, sys\nfrom pathlib import Path\n"
        "from roadmap_desktop.store import derived, file, log, migrations\nfrom tests.store import tools\n"
    )
    command = [sys.executable, "-W", "error", "-c", head + textwrap.dedent(code), *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


# ---------------------------------------------------------------------------------------- create


def test_a_new_file_is_ours_and_empty(tmp_path: Path) -> None:
    path = tmp_path / "Jauna karte.roadmap"
    file.create(path)
    assert file.examine(path) == file.Header(schema.FORMAT)
    assert names(tmp_path) == [path.name]
    with contextlib.closing(file.open_for_reading(path)) as db:
        assert list(derived.all_changes(db)) == []
        assert db.execute("PRAGMA page_size").fetchone() == (schema.PAGE_SIZE,)
        assert db.execute("PRAGMA encoding").fetchone() == ("UTF-8",)


def test_every_file_has_an_identity_of_its_own(tmp_path: Path) -> None:
    found = set()
    for name in ("one", "two"):
        file.create(tmp_path / name)
        with contextlib.closing(file.open_for_reading(tmp_path / name)) as db:
            found |= set(db.execute("SELECT value FROM meta WHERE key = 'document'"))
    assert len(found) == 2


@pytest.mark.parametrize("content", [b"", b"somebody's work"])
def test_nothing_is_ever_overwritten(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "theirs.roadmap"
    path.write_bytes(content)
    with pytest.raises(FileExists):
        file.create(path)
    assert path.read_bytes() == content
    assert names(tmp_path) == [path.name]


def test_what_appears_while_the_file_is_made_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "raced.roadmap"
    build = file.build

    def slow(part: Path) -> None:
        build(part)
        path.write_bytes(b"the other program's")

    monkeypatch.setattr(file, "build", slow)
    for links in (True, False):
        if not links:
            monkeypatch.setattr(os, "link", no_links)
            path.unlink()
        with pytest.raises(FileExists):
            file.create(path)
        assert path.read_bytes() == b"the other program's"
        assert names(tmp_path) == [path.name]


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "a stick knows no links")


def test_a_disk_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    file.create(tmp_path / "stick.roadmap")
    assert file.examine(tmp_path / "stick.roadmap").format == schema.FORMAT
    assert names(tmp_path) == ["stick.roadmap"]


def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "link.roadmap").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExists):
        file.create(tmp_path / "link.roadmap")
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FolderUnwritable) as caught:
        file.create(tmp_path / "none" / "new.roadmap")
    assert caught.value.data["path"] == tmp_path / "none"
    assert names(tmp_path) == []


def test_a_name_too_long_for_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        file.create(tmp_path / ("ķ" * 200 + ".roadmap"))
    assert names(tmp_path) == []


@POSIX
def test_a_folder_without_rights(open_folder: Path) -> None:
    for folder, mode in (("ours", 0o555), ("hidden", 0o700 if os.getuid() == 0 else 0o000)):
        (open_folder / folder).mkdir()
        (open_folder / folder).chmod(mode)
    result = python(
        """
        if os.getuid() == 0:
            os.setuid(65534)
        for folder in sys.argv[1:]:
            try:
                file.create(Path(folder, "new.roadmap"))
            except file.UserError as error:
                print(type(error).__name__, error.data["path"].name)
        """,
        open_folder / "ours",
        open_folder / "hidden",
    )
    assert (result.stdout, result.stderr) == ("FolderUnwritable ours\nFolderUnwritable hidden\n", "")
    for folder in ("ours", "hidden"):
        (open_folder / folder).chmod(0o755)
        assert names(open_folder / folder) == []


@POSIX
@pytest.mark.parametrize("most", [0, 4_096, 20_000, 60_000])
def test_a_full_disk_leaves_nothing_half_made(tmp_path: Path, most: int) -> None:
    result = python(
        """
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
        try:
            file.create(Path(sys.argv[1]))
        except file.DiskFull as error:
            print("full", error.data["path"].name)
        """,
        tmp_path / "new.roadmap",
        most,
    )
    assert (result.stdout, result.stderr) == ("full new.roadmap\n", "")
    assert names(tmp_path) == []


@POSIX
def test_a_disk_that_fills_up_while_saving_keeps_what_was_saved(path: Path) -> None:
    result = python(
        """
        db = file.open_for_writing(Path(sys.argv[1]))
        writer = tools.writer(db)
        writer.save([tools.answer(text="kept")])
        size = Path(sys.argv[1]).stat().st_size + 4096
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            with file.translating(Path(sys.argv[1])):
                writer.save([tools.answer(text="x" * 90_000)])
        except file.DiskFull:
            print("full")
        print(db.execute("SELECT text FROM answers").fetchone()[0], tools.tally_is_right(db))
        writer.save([tools.answer(text="and on")])
        """,
        path,
    )
    assert (result.stdout, result.stderr) == ("full\nkept True\n", "")
    with contextlib.closing(file.open_for_reading(path)) as db:
        assert db.execute("SELECT text FROM answers").fetchone() == ("and on",)
        assert tools.dump(db) == tools.rebuilt(db)


# ---------------------------------------------------------------------------------------- examine, open


def no_file(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def words(path: Path) -> None:
    path.write_text("Sadarbības līgums\n" * 50, "utf-8")


def magic_alone(path: Path) -> None:
    path.write_bytes(file.MAGIC)


def with_a_password(path: Path) -> None:
    path.write_bytes(b"roadmap-desktop locked 1 0123\nage-encryption.org/v1\n")


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("Sadarbiba.roadmap", b"SQLite")


def a_page(path: Path) -> None:
    path.write_text("\ufeff\n<!DOCTYPE html><title>Log in</title>", "utf-8")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def another_program(path: Path) -> None:
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE change (id)")


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def write_ahead(path: Path) -> None:
    alter(path, 18, b"\x02\x02")


def no_page_size(path: Path) -> None:
    alter(path, 16, b"\x00\x02")


@pytest.mark.parametrize(
    ("happening", "kind"),
    [
        (no_file, FileMissing),
        (empty, FileForeign),
        (with_a_password, FileLocked),
        (zipped, FileForeign),
        (a_page, FileForeign),
        (words, FileForeign),
        (magic_alone, FileForeign),
        (a_folder, FileForeign),
        (another_program, FileForeign),
        (cut_short, FileDamaged),
        (half, FileDamaged),
        (write_ahead, FileIncomplete),
        (no_page_size, FileDamaged),
    ],
)
def test_what_is_not_a_whole_file_of_ours_is_named(
    path: Path, happening: object, kind: type[UserError]
) -> None:
    assert callable(happening)
    happening(path)
    before = path.read_bytes() if path.is_file() else b""
    for look in (file.examine, file.open_for_reading, file.open_for_writing):
        with pytest.raises(kind) as caught:
            look(path)
        assert caught.value.data["path"] == path
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize(
    ("head", "sort"),
    [
        (b"", "empty"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "office"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "office"),
        (b"PK\x03\x04" + bytes(26) + b"Sadarb\xc4\xabba.roadmap", "archive"),
        (b"%PDF-1.7", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\xef\xbb\xbf  <HTML>", "page"),
    ],
)
def test_files_of_other_programs_are_told_by_their_first_bytes(
    head: bytes, sort: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.roadmap"
    path.write_bytes(head + bytes(200) if head else b"")
    with pytest.raises(FileForeign) as caught:
        file.examine(path)
    assert caught.value.data["sort"] == sort


def test_a_newer_file_is_read_and_never_written(path: Path) -> None:
    alter(path, 60, struct.pack(">i", schema.FORMAT + 1))
    before = path.read_bytes()
    assert file.examine(path).newer
    with pytest.raises(FileNewer) as caught:
        file.open_for_writing(path)
    assert caught.value.data == {"path": path, "format": schema.FORMAT + 1}
    with contextlib.closing(file.open_for_reading(path)) as db:
        assert db.execute("SELECT text FROM answers").fetchone() == ("Trūkst telpu.",)
        with pytest.raises(sqlite3.OperationalError):
            tools.writer(db).save([answer(text="no")])
    assert path.read_bytes() == before


def test_a_newer_file_with_other_tables_is_read_all_the_same(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        rows = tools.dump(db)
        db.executescript(
            "DROP TABLE answers; DROP TABLE partnerships; CREATE TABLE partnerships (id, brand_new);"
            "UPDATE meta SET value = 'other' WHERE key = 'derived'; PRAGMA user_version = 9"
        )
    before = path.read_bytes()
    with contextlib.closing(file.open_for_reading(path)) as db:
        assert tools.dump(db) == rows
        assert db.execute("PRAGMA query_only").fetchone() == (1,)
        with pytest.raises(sqlite3.OperationalError):
            db.execute("DELETE FROM answers")
    assert path.read_bytes() == before


def test_tables_of_an_older_program_are_made_anew(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        rows = tools.dump(db)
        db.executescript(
            "DROP TABLE answers; CREATE TABLE answers (id); CREATE TABLE of_old (id);"
            "UPDATE meta SET value = 'older' WHERE key = 'derived'"
        )
    with contextlib.closing(file.open_for_writing(path)) as db:
        assert tools.dump(db) == rows
        assert derived.derived_is_current(db)
        assert not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'of_old'").fetchone()


def test_a_page_full_of_noise_is_damage_whoever_reads_it(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'change'").fetchone()
    alter(path, (page - 1) * schema.PAGE_SIZE, bytes(range(256)) * 16)
    with (
        contextlib.closing(file.open_for_reading(path)) as db,
        pytest.raises(FileDamaged),
        file.translating(path),
    ):
        list(derived.all_changes(db))


def test_a_body_that_is_torn_is_damage(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE change SET body = substr(body, 3)")
        db.execute("UPDATE meta SET value = '' WHERE key = 'derived'")
        db.commit()
    for look in (file.open_for_writing, file.open_for_reading):
        with pytest.raises(FileDamaged):
            look(path)


def test_a_file_with_a_journal_of_a_crash_is_not_called_cut_short(path: Path) -> None:
    cut_short(path)
    path.with_name(path.name + "-journal").write_bytes(b"")
    assert file.examine(path).format == schema.FORMAT


# ---------------------------------------------------------------------------------------- connections


def test_a_further_connection_looks_and_does_not_write(path: Path) -> None:
    with (
        contextlib.closing(file.open_for_writing(path)) as db,
        contextlib.closing(file.open_again(path)) as again,
    ):
        tools.writer(db).save([answer(text="newer")])
        assert again.execute("SELECT text FROM answers").fetchone() == ("newer",)
        for one in (again, db):
            file.look_only(one)
            with pytest.raises(sqlite3.OperationalError):
                one.execute("DELETE FROM answers")


@pytest.mark.parametrize("look", [file.open_for_writing, file.open_for_reading])
def test_the_pragmas_of_the_design_are_really_set(path: Path, look: object) -> None:
    assert callable(look)
    with contextlib.closing(look(path)) as db:
        found = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
        assert found == PRAGMAS
        assert db.isolation_level is None


PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": 3,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
}


def test_a_file_is_one_file_while_it_is_open(path: Path) -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        tools.writer(db).save([answer(text="saved")])
        assert names(path.parent) == [path.name]
        copy = path.with_name("copy.roadmap")
        shutil.copy(path, copy)
    with contextlib.closing(file.open_for_reading(copy)) as db:
        assert db.execute("SELECT text FROM answers").fetchone() == ("saved",)


def test_odd_names_are_opened_as_they_are(tmp_path: Path) -> None:
    for name in ("a?mode=ro.roadmap", "100 % #1.roadmap", "Ļaudis ‘x’.roadmap", "a&b;c.roadmap"):
        path = tmp_path / name
        file.create(path)
        with contextlib.closing(file.open_for_writing(path)) as db:
            tools.writer(db).save([answer(text=name)])
    assert len(names(tmp_path)) == 4


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for a lock."""
    monkeypatch.setattr(file, "BUSY_MS", 20)


@pytest.fixture
def locked(path: Path) -> Iterator[Path]:
    """Another program is writing."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield path


@pytest.mark.usefixtures("impatient")
def test_a_file_that_another_program_locks_is_busy(locked: Path) -> None:
    for look in (file.open_for_writing, file.open_for_reading):
        with pytest.raises(FileBusy) as caught:
            look(locked)
        assert caught.value.data == {"path": locked}


@pytest.mark.usefixtures("impatient")
def test_a_save_while_another_program_writes_is_busy_and_can_be_tried_again(path: Path) -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        writer = tools.writer(db)
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(FileBusy), file.translating(path):
                writer.save([answer(text="wait")])
            other.execute("COMMIT")
        writer.save([answer(text="wait")])
        assert db.execute("SELECT text FROM answers").fetchone() == ("wait",)


# ---------------------------------------------------------------------------------------- rights


@POSIX
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "kind"),
    [(0o444, 0o755, "FileReadOnly"), (0o666, 0o555, "FolderUnwritable"), (0o000, 0o755, "FileUnreadable")],
)
def test_a_file_or_folder_that_may_not_be_written(
    path: Path, open_folder: Path, file_mode: int, folder_mode: int, kind: str
) -> None:
    folder = open_folder / "theirs"
    folder.mkdir()
    path = Path(shutil.move(path, folder))
    before = path.read_bytes()
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    result = python(
        """
        if os.getuid() == 0:
            os.setuid(65534)
        path = Path(sys.argv[1])
        try:
            file.open_for_writing(path)
        except file.UserError as error:
            print(type(error).__name__)
        try:
            with contextlib.closing(file.open_for_reading(path)) as db:
                print(db.execute("SELECT text FROM answers").fetchone()[0])
        except file.UserError as error:
            print(type(error).__name__)
        """,
        path,
    )
    folder.chmod(0o755)
    path.chmod(0o644)
    assert result.stdout.split("\n")[:2] == [kind, "Trūkst telpu." if file_mode else kind]
    assert result.stderr == ""
    assert path.read_bytes() == before


def test_rights_are_asked_before_anything_is_touched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = {path}
    monkeypatch.setattr(os, "access", lambda asked, _: Path(asked) not in refused)
    with pytest.raises(FileReadOnly):
        file.open_for_writing(path)
    refused.clear()
    refused.add(path.parent)
    with pytest.raises(FolderUnwritable):
        file.open_for_writing(path)
    with contextlib.closing(file.open_for_reading(path)) as db, pytest.raises(sqlite3.OperationalError):
        db.execute("DELETE FROM answers")


# ---------------------------------------------------------------------------------------- errors


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.ENOENT, FileMissing),
        (errno.EIO, FileUnreadable),
        (errno.ENAMETOOLONG, FileUnreadable),
    ],
)
def test_the_systems_errors_become_ours(tmp_path: Path, number: int, kind: type[UserError]) -> None:
    with pytest.raises(kind) as caught, file.translating(tmp_path / "x"):
        raise OSError(number, os.strerror(number))
    assert isinstance(caught.value.__cause__, OSError)


def test_no_permission_names_what_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = PermissionError(errno.EACCES, "no")
    assert isinstance(file.from_os(error, tmp_path / "x"), FileReadOnly)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert file.from_os(error, tmp_path / "x").data == {"path": tmp_path}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_IOERR_WRITE, DiskFull),
        (sqlite3.SQLITE_BUSY, FileBusy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, FileBusy),
        (sqlite3.SQLITE_LOCKED, FileBusy),
        (sqlite3.SQLITE_READONLY, FileReadOnly),
        (sqlite3.SQLITE_CORRUPT, FileDamaged),
        (sqlite3.SQLITE_NOTADB, FileDamaged),
        (sqlite3.SQLITE_ERROR, FileDamaged),
        (sqlite3.SQLITE_IOERR_READ, FileUnreadable),
        (sqlite3.SQLITE_CANTOPEN, FileUnreadable),
    ],
)
def test_sqlites_errors_become_ours(tmp_path: Path, code: int, kind: type[UserError]) -> None:
    error = sqlite3.OperationalError("said SQLite")
    error.sqlite_errorcode = code
    assert type(file.from_sqlite(error, tmp_path / "x")) is kind


def test_what_python_cannot_decode_is_damage(tmp_path: Path) -> None:
    with pytest.raises(FileDamaged), file.translating(tmp_path):
        b"\xff".decode()
    with pytest.raises(FileDamaged), file.translating(tmp_path):
        raise BadChangeError("torn")


def test_a_defect_of_ours_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    db = sqlite3.connect(":memory:")
    db.close()
    with pytest.raises(sqlite3.ProgrammingError), file.translating(tmp_path):
        db.execute("SELECT 1")


# ---------------------------------------------------------------------------------------- crashes


@POSIX
@pytest.mark.parametrize("wait", [0, 7, 19])
def test_a_killed_program_loses_nothing_it_had_acknowledged(tmp_path: Path, wait: int) -> None:
    path = tmp_path / "killed.roadmap"
    code = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from roadmap_desktop.store import file
        from tests.store import tools
        db = file.open_for_writing(Path(sys.argv[1]))
        writer = tools.writer(db)
        for number in range(10_000):
            writer.save([tools.answer(text=str(number))])
            sys.stdout.write(f"{number}\\n")
            sys.stdout.flush()
        """
    )
    file.create(path)
    acknowledged = -1
    with subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            acknowledged = int(line)
            if acknowledged >= wait:
                break
        child.kill()
        rest = child.stdout.read().split("\n")
        acknowledged = max([acknowledged, *(int(line) for line in rest[:-1])])
    with contextlib.closing(file.open_for_writing(path)) as db:
        (text,) = db.execute("SELECT text FROM answers").fetchone()
        assert int(text) in (acknowledged, acknowledged + 1)
        assert tools.tally_is_right(db)
        assert tools.dump(db) == tools.rebuilt(db)
        tools.index_entries(db)


def test_what_was_cut_short_long_ago_is_swept_away_and_nothing_else(tmp_path: Path) -> None:
    names = [".village.roadmap.1234.part", ".0123456789abcdef.part", ".mine.part", "letter.1234.part"]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    now = time.time()
    file.sweep(tmp_path, now)
    assert {path.name for path in tmp_path.iterdir()} == set(names)
    file.sweep(tmp_path, now + 2 * 86_400)
    assert {path.name for path in tmp_path.iterdir()} == set(names[2:])
