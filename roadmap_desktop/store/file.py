"""Opening a file: what stands at that path, connections as file.md asks, the system's errors as our types."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sqlite3
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, NamedTuple

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
from roadmap_desktop.store import schema

SUFFIX: Final = ".roadmap"
MAGIC: Final = b"SQLite format 3\x00"
BUSY_MS: Final = 5_000
LOCKED: Final = b"roadmap-desktop locked"
"""How a copy begins that only a password opens."""
_UNFINISHED: Final = re.compile(r"\.(?:[0-9a-f]{16}|.+\.\d+)\.part")
"""What this program calls a file that it has not finished."""
_STALE_SECONDS: Final = 86_400
_ZIP: Final = b"PK\x03\x04"
_SORTS: Final = (
    (_ZIP, "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"<!doctype html", "page"),
    (b"<html", "page"),
    (b'{\n "roadmap-numbers', "numbers"),
    (b'{\n "roadmap-call', "call"),
)
"""How files begin that people take for ours; summaries in figures and calls are, and hold nothing to take in."""


class Header(NamedTuple):
    """What the first hundred bytes say. `format` is ours; `newer` when this program cannot change it."""

    format: int

    @property
    def newer(self) -> bool:
        """Written by a later format."""
        return self.format > schema.FORMAT


def examine(path: Path) -> Header:
    """Look at the first bytes of `path` without SQLite.

    Must not be called for a file that this process has open: closing it would drop SQLite's locks.
    Raises FileMissing, FileForeign, FileLocked, FileDamaged (cut short), FileIncomplete, FileUnreadable.
    """
    try:
        if not path.exists():
            raise FileMissing(path=path)
        if not path.is_file():
            raise FileForeign(path=path)
        with path.open("rb") as stream:
            head = stream.read(100)
        size = path.stat().st_size
        waiting = _journal(path).exists()
    except PermissionError as error:  # we only look: what may not be written is not the question
        raise FileUnreadable(path=path, reason=error.strerror or str(error)) from error
    except OSError as error:
        raise from_os(error, path) from error
    if len(head) < 100 or not head.startswith(MAGIC):
        raise foreign(head, path)
    (page_size,) = struct.unpack_from(">H", head, 16)
    (pages,) = struct.unpack_from(">I", head, 28)
    user_version, application = struct.unpack_from(">i", head, 60)[0], struct.unpack_from(">I", head, 68)[0]
    if application != schema.APPLICATION_ID:
        raise FileForeign(path=path)
    if 2 in head[18:20]:
        raise FileIncomplete(path=path)
    if page_size < 512:
        raise FileDamaged(path=path, reason=f"pages of {page_size} bytes")
    if not waiting and page_size * pages > size:
        raise FileDamaged(path=path, reason=f"cut short: {size} of {page_size * pages} bytes")
    return Header(format=user_version)


def foreign(head: bytes, path: Path) -> FileForeign | FileLocked:
    """What `path`, which begins with `head`, is instead of a database."""
    if head.startswith(LOCKED):
        return FileLocked(path=path)
    if not head:
        return FileForeign(path=path, sort="empty")
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower()
    for start, sort in _SORTS:
        if begins.startswith(start.lower()):
            return FileForeign(path=path, sort=_office_or_archive(head) if start == _ZIP else sort)
    return FileForeign(path=path)


def _office_or_archive(head: bytes) -> str:
    """What a ZIP is, by the name of the first file in it."""
    return (
        "office"
        if head[30:].startswith((b"[Content_Types].xml", b"_rels/", b"mimetype", b"docProps/"))
        else "archive"
    )


def connect(path: Path, mode: Literal["rw", "ro", "rwc"], *, any_thread: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode with the pragmas of file.md. Raises the types of `translating`."""
    with translating(path):
        db = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=BUSY_MS / 1000,
            check_same_thread=not any_thread,
        )
        try:
            if mode == "rwc":
                db.execute(f"PRAGMA page_size = {schema.PAGE_SIZE}")
                db.execute("PRAGMA encoding = 'UTF-8'")
            db.execute("PRAGMA trusted_schema = OFF")
            db.execute("PRAGMA cell_size_check = ON")
            db.execute("PRAGMA mmap_size = 0")
            if mode != "ro":
                db.execute("PRAGMA journal_mode = DELETE")
                db.execute("PRAGMA synchronous = EXTRA")
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException:
            db.close()
            raise
        return db


def create(path: Path) -> None:
    """Make an empty file of the newest format at `path`, whole or not at all.

    It is built beside it under another name and linked into place, so that nothing is ever overwritten.
    Raises FileExists, FolderUnwritable, DiskFull, FileUnreadable.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with translating(path):
            if path.exists():
                raise FileExists(path=path)
            part.unlink(missing_ok=True)
            if not path.parent.is_dir():
                raise FolderUnwritable(path=path.parent)
            build(part)
            place(part, path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
            _journal(part).unlink(missing_ok=True)


def build(path: Path) -> None:
    """Fill the new file `path` with the newest format and empty derived tables."""
    from roadmap_desktop.store import derived, migrations  # noqa: PLC0415 - costs as much as Qt's widgets to import

    with contextlib.closing(connect(path, "rwc")) as db:
        migrations.apply(db)
        derived.rebuild(db)


def place(part: Path, path: Path) -> None:
    """Rename `part` to `path` unless something stands there by now; then raise FileExists."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise FileExists(path=path) from None
    except OSError:
        # File systems of sticks know no links: the gap between look and rename is as small as it gets.
        if path.exists():
            raise FileExists(path=path) from None
        part.rename(path)
    sync_folder(path.parent)
    sweep(path.parent, time.time())


def sweep(folder: Path, now: float) -> None:
    """Remove from `folder` what copies left that were cut short, once it is a day old. `now` in seconds since 1970."""
    with contextlib.suppress(OSError):
        for part in folder.glob(".*.part"):
            if _UNFINISHED.fullmatch(part.name) and now - part.lstat().st_mtime > _STALE_SECONDS:
                part.unlink()


def writable(path: Path) -> bool:
    """Whether both the file and its folder (for SQLite's journal) can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def open_for_writing(
    path: Path, *, any_thread: bool = False, backups: Path | None = None
) -> sqlite3.Connection:
    """Open the file to change it, upgraded to the newest format where it is older.

    Before an upgrade a backup that was read back is put into the folder `backups`; where that cannot be made, and
    where the upgrade fails, the file stays as it was. Raises the types of `examine`, FileNewer, FileReadOnly,
    FolderUnwritable, and before an upgrade those of `backup.back_up`.
    """
    header = examine(path)
    if _journal(path).exists() and writable(path):
        connect(path, "rw").close()  # what a crash left is played back: only then the first bytes are true
        header = examine(path)
    if header.newer:
        raise FileNewer(path=path, format=header.format)
    if not os.access(path, os.W_OK):
        raise FileReadOnly(path=path)
    if not os.access(path.parent, os.W_OK):
        raise FolderUnwritable(path=path.parent)
    if header.format < schema.FORMAT and backups is not None:
        _back_up_first(path, backups)
    db = connect(path, "rw", any_thread=any_thread)
    try:
        with translating(path):
            _bring_up_to_date(db, path, header)
    except BaseException:
        db.close()
        raise
    return db


def open_for_reading(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """Open the file to look at it, whatever its format. Raises the types of `examine`.

    Where its tables are another version's, this version's are made from its log in memory.
    """
    examine(path)
    return open_again(path, any_thread=any_thread)


def open_again(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """As `open_for_reading`, for a file that this process has open already, which must not be examined."""
    from roadmap_desktop.store import derived  # noqa: PLC0415 - not needed to examine a file

    db = _connect_to_look(path, any_thread=any_thread)
    try:
        with translating(path):
            if not derived.derived_is_current(db):
                derived.rebuild_in_memory(db)
            look_only(db)
    except BaseException:
        db.close()
        raise
    return db


def open_as_it_is(path: Path) -> sqlite3.Connection:
    """Open the file to look at what is in it, and nothing more. Raises the types of `examine`."""
    examine(path)
    db = _connect_to_look(path)
    look_only(db)
    return db


def look_only(db: sqlite3.Connection) -> None:
    """Nothing can be written through `db` from now on."""
    db.execute("PRAGMA query_only = ON")


def _connect_to_look(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    # A journal left by a crash can only be played back by a connection that may write.
    return connect(path, "rw" if writable(path) else "ro", any_thread=any_thread)


def _back_up_first(path: Path, folder: Path) -> None:
    import datetime as dt  # noqa: PLC0415 - rarely needed

    from roadmap_desktop.store import backup  # noqa: PLC0415 - rarely needed; and it stands upon this module

    backup.back_up(path, folder, dt.datetime.now(dt.UTC))


def _bring_up_to_date(db: sqlite3.Connection, path: Path, header: Header) -> None:
    from roadmap_desktop.store import derived  # noqa: PLC0415 - not needed to examine a file

    if header.format < schema.FORMAT:
        _upgrade(db, path)
    if not derived.derived_is_current(db):
        derived.rebuild(db)


def _upgrade(db: sqlite3.Connection, path: Path) -> None:
    """All steps to the newest format, or none: a file between two formats would be nobody's."""
    from roadmap_desktop.store import migrations  # noqa: PLC0415 - rarely needed, slow to import

    db.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        (reached,) = db.execute("PRAGMA user_version").fetchone()
        if reached != schema.FORMAT:
            raise FileDamaged(path=path, reason=f"upgraded to format {reached}")
        db.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def translating(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise inside into the types of `domain.errors`, about `path`."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise  # wrong use of SQLite is a defect of ours, no damage to the file
    except sqlite3.Error as error:
        raise from_sqlite(error, path) from error
    except (UnicodeDecodeError, BadChangeError) as error:
        raise FileDamaged(path=path, reason=str(error)) from error
    except OSError as error:
        raise from_os(error, path) from error


def from_sqlite(error: sqlite3.Error, path: Path) -> UserError:
    """The type of ours that says what this SQLite error means for the user."""
    extended = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if extended == sqlite3.SQLITE_IOERR_WRITE:  # what a quota or a file size limit looks like through SQLite
        return DiskFull(path=path)
    match extended & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(path=path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return FileBusy(path=path)
        case sqlite3.SQLITE_READONLY:
            return FileReadOnly(path=path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return FileDamaged(path=path, reason=str(error))
        case sqlite3.SQLITE_CANTOPEN if not os.access(path.parent, os.W_OK):
            return FolderUnwritable(path=path.parent)
        case sqlite3.SQLITE_ERROR | sqlite3.SQLITE_MISMATCH | sqlite3.SQLITE_CONSTRAINT:
            return FileDamaged(path=path, reason=str(error))
    return FileUnreadable(path=path, reason=str(error))


def from_os(error: OSError, path: Path) -> UserError:
    """The type of ours for an error of the operating system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(path=path)
    if isinstance(error, FileNotFoundError):
        return FileMissing(path=path)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        folder = path if _is_folder(path) else path.parent
        return FolderUnwritable(path=folder) if not os.access(folder, os.W_OK) else FileReadOnly(path=path)
    return FileUnreadable(path=path, reason=error.strerror or str(error))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # in a folder that we may not look into
        return False


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` as durable as the files are."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
