"""Vetting a file that came from elsewhere: nothing of it is believed before all of it was looked at; nothing is merged here.

As file.md, "Receiving": its first bytes without SQLite; a private copy, alone in a folder; a process of its own, under
limits, that reads the copy with SQLite; and here, row by row, plain Python. What passed is kept beside the copy as
plain frames, so that whoever wants it reads no SQLite and holds no more than a frame of it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import struct
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Final, NamedTuple, Self, TypeAlias

from roadmap_desktop.domain.changes import ID_SIZE, Change
from roadmap_desktop.domain.errors import (
    FileBusy,
    FileDamaged,
    FileForeign,
    FileHostile,
    FileIncomplete,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    UserError,
)
from roadmap_desktop.store import carve, file, schema, shape, vet_child
from roadmap_desktop.store.known import UNKNOWN, Known, digest
from roadmap_desktop.store.rows import Rows, all_parsed, clock_and_session
from roadmap_desktop.store.sandbox import MB, Child, ChildFailed
from roadmap_desktop.store.shape import Entry
from roadmap_desktop.store.verdict import Code, Findings, Problem
from roadmap_desktop.store.vet_child import Value, decode, unpack_changes

Progress: TypeAlias = Callable[[float], None]
"""Told now and then which part, 0 to 1, is done; may raise to give up."""

LARGEST: Final = 4 * 1024 * MB
"""Bytes of a file that is looked at."""
_CHUNK: Final = 64 * MB
_PIECE: Final = MB // 4
_NEAR: Final = 8 * MB
"""Within so many bytes of its beginning a file says what it is."""
_FATAL: Final[tuple[Code, ...]] = (
    "structure", "schema", "format", "count", "tally", "altered-change", "bad-change", "altered-session",
    "altered-attachment", "lost-session",
)  # fmt: skip
"""What refuses a file as damaged: taken over, it would make our own file one that `check` calls damaged."""
_SUPER_JOURNAL: Final = bytes.fromhex("d9d505f920a163d7")
"""How a journal ends that names another file, which SQLite would look for and delete."""


class Header(NamedTuple):
    """What the first hundred bytes say."""

    format: int
    page_size: int

    @property
    def newer(self) -> bool:
        """Written by a later format."""
        return self.format > schema.FORMAT


class Copy(NamedTuple):
    """A private copy, in a folder where nothing else is; `journal` when one stands beside it to be played back."""

    path: Path
    size: int
    journal: bool


class Vetted:
    """What a file holds, all of it checked: plain data. Close it, or use `with`, to remove what it keeps on disk."""

    def __init__(
        self, path: Path, rows: Rows, problems: list[Problem], spool: Path, stack: contextlib.ExitStack
    ) -> None:
        """For `vet` alone."""
        self.file: Final = path
        self.count: Final = rows.count
        self.tally: Final = rows.tally
        self.known: Final = rows.skipped
        """Changes that were left out, since they are known here."""
        self.newest: Final = rows.newest
        """(ms since 1970, session) of its newest change, as that says of itself; only where something was `known`."""
        self.meta: Final[Mapping[str, bytes | int]] = rows.meta
        self.problems: Final = problems
        """Of a rescue all that was wrong; else none."""
        self._spool = spool
        self._stack = stack

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove what it keeps on disk; the iterators end."""
        self._stack.close()

    def changes(self) -> Iterator[Change]:
        """All changes, ordered by root, kind, entity and id (of a rescue: as they lay)."""
        for payload in self._frames(vet_child.CHANGES):
            yield from all_parsed(payload)

    def latest(self) -> tuple[int, bytes]:
        """(ms since 1970, session) of the newest of these changes; of all where these are none."""
        packed = (row for payload in self._frames(vet_child.CHANGES) for _, row in unpack_changes(payload))
        return max((clock_and_session(row) for row in packed), default=self.newest)

    def sessions(self) -> Iterator[tuple[bytes, str]]:
        """(id, body) of everybody who wrote."""
        for payload in self._frames(vet_child.PLAIN_TABLES["session"]):
            number, body = decode(payload)
            assert isinstance(number, bytes)
            assert isinstance(body, bytes)
            yield number, body.decode()

    def attachments(self) -> Iterator[bytes]:
        """The bytes of every attachment."""
        for payload in self._frames(vet_child.PLAIN_TABLES["attachment"]):
            data = decode(payload)[1]
            assert isinstance(data, bytes)
            yield data

    def forgotten(self) -> Iterator[bytes]:
        """Ids of the changes that were erased there for a person's sake."""
        for payload in self._frames(vet_child.PLAIN_TABLES["forgotten"]):
            (number,) = decode(payload)
            assert isinstance(number, bytes)
            yield number

    def _frames(self, wanted: bytes) -> Iterator[bytes]:
        with self._spool.open("rb") as stream:
            while head := stream.read(5):
                (length,) = struct.unpack(">I", head[1:])
                if head[:1] == wanted:
                    yield stream.read(length)
                else:
                    stream.seek(length, os.SEEK_CUR)


def vet(
    path: Path,
    *,
    rescue: bool = False,
    progress: Progress | None = None,
    folder: Path | None = None,
    known: Callable[[], Known] | None = None,
) -> Vetted:
    """Look at the whole of `path`, which is not changed, and hand over what it holds.

    With `known`, which is asked while it is being read, only what is not: of the rest no more than its ids is looked at.

    With `rescue` whatever can be read of a damaged file; then nothing but a system that fails, or a file that never
    was one of ours, refuses it, and `problems` lists what is wrong. `folder` is where the private copy may lie (as
    much room as twice the file); else where the system keeps temporary files.

    Must not be called for a file that this process has open (see `file.examine`). Raises FileMissing, FileForeign,
    FileLocked, FileTooLarge, FileBusy, FileUnreadable, DiskFull; without `rescue` FileDamaged, FileIncomplete, FileHostile.
    """
    found = Findings()
    with contextlib.ExitStack() as stack:
        copy = stack.enter_context(private_copy(path, folder=folder, journal=rescue))
        spool = copy.path.with_name("rows")
        with file.translating(path), spool.open("xb") as keep:
            if rescue:
                rows = _rescue(path, copy, found, keep, progress)
            else:
                with copy.path.open("rb") as stream:
                    header = read_header(stream.read(100), copy.size, path)
                rows = survey(copy, header, found, keep=keep, progress=progress, stops=True, known=known)
                refuse(path, found)
            copy.path.unlink()
        return Vetted(path, rows, found.problems, spool, stack.pop_all())


def refuse(path: Path, found: Findings) -> None:
    """Raise FileHostile or FileDamaged if what was found refuses the file."""
    for problem in found.problems:
        if problem.code == "hostile":
            raise FileHostile(path=path, reason=problem.data["reason"])
    for problem in found.problems:
        if problem.code in _FATAL:
            raise FileDamaged(path=path, reason=f"{problem.code}: {dict(problem.data)}")


# the first bytes, and a copy ----------------------------------------------------------------------------


def read_header(head: bytes, size: int, path: Path) -> Header:
    """What the first hundred bytes of a file of `size` bytes say. Raises FileForeign, FileIncomplete, FileDamaged."""
    _check_ours(head, path)
    page_size, writes, reads, reserved, *fractions = struct.unpack_from(">HBBBBBB", head, 16)
    (pages,) = struct.unpack_from(">I", head, 28)
    (number,) = struct.unpack_from(">i", head, 60)
    (encoding,) = struct.unpack_from(">I", head, 56)
    if 2 in {writes, reads}:
        raise FileIncomplete(path=path)
    if page_size < 512 or page_size & (page_size - 1):
        raise FileDamaged(path=path, reason=f"pages of {page_size} bytes")
    if (writes, reads, reserved, fractions, encoding) != (1, 1, 0, [64, 32, 32], 1):
        raise FileDamaged(path=path, reason="a header that SQLite writes for nobody")
    if page_size * pages != size:
        reason = (
            f"{'cut short' if page_size * pages > size else 'too long'}: {size} of {page_size * pages} bytes"
        )
        raise FileDamaged(path=path, reason=reason)
    return Header(number, page_size)


def _check_ours(head: bytes, path: Path) -> None:
    if len(head) < 100 or not head.startswith(file.MAGIC):
        raise file.foreign(head, path)
    if struct.unpack_from(">I", head, 68)[0] != schema.APPLICATION_ID:
        raise FileForeign(path=path)


@contextlib.contextmanager
def private_copy(path: Path, *, folder: Path | None = None, journal: bool = False) -> Iterator[Copy]:
    """A copy of `path` alone in a fresh folder that only we may enter; removed at the end.

    With `journal` a journal left by a crash is copied along, unless it would reach for yet other files. Raises
    FileMissing, FileForeign (also what is no file), FileTooLarge, FileBusy, FileUnreadable, DiskFull.
    """
    made = tempfile.TemporaryDirectory(prefix="roadmap-", dir=folder, ignore_cleanup_errors=True)
    with made as name:
        target = Path(name) / "copy"
        with _opened(path) as stream:
            head = stream.read(100)
            if not journal:
                _check_ours(head, path)
            size = stream.seek(0, os.SEEK_END)
            if size > LARGEST:
                raise FileTooLarge(path=path, size=size, limit=LARGEST)
            stream.seek(0)
            # Closing the stream would drop SQLite's lock: it stays open for longer than that. Beside a file in WAL
            # mode SQLite would make files of its own.
            still = contextlib.nullcontext(False) if 2 in head[18:20] else _holding_still(path)
            with still as hot, file.translating(target), target.open("xb") as out:
                size = _copy(stream, out)
                beside = hot and journal and _copy_journal(path, Path(f"{target}-journal"))
        yield Copy(target, size, beside)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        if not path.exists():
            raise FileMissing(path=path)
        if not path.is_file():
            raise FileForeign(path=path)
        stream = path.open("rb")
    except PermissionError as error:
        raise FileUnreadable(path=path, reason=error.strerror or str(error)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise file.from_os(error, path) if isinstance(error, OSError) else FileMissing(path=path) from error
    with stream:
        try:
            yield stream
        except OSError as error:
            raise file.from_os(error, path) from error


@contextlib.contextmanager
def _holding_still(path: Path) -> Iterator[bool]:
    """Keep other programs from writing to it; yields whether a crash left a journal there. Raises FileBusy."""
    if path.with_name(f"{path.name}-wal").exists():  # SQLite would read it
        yield False
        return
    uri = f"{path.absolute().as_uri()}?mode=ro"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=file.BUSY_MS / 1000)
    hot = False
    try:
        try:
            db.execute("BEGIN")
            db.execute("PRAGMA user_version").fetchone()  # reads the first page, and nothing of the schema
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0)
            if code & 0xFF == sqlite3.SQLITE_BUSY:
                raise FileBusy(path=path) from error
            hot = code & 0xFF in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
        yield hot
    finally:
        db.close()


def _copy(stream: IO[bytes], out: IO[bytes]) -> int:
    """Copy all of it, inside the system where that can; returns how many bytes."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # two file systems, or one that cannot
            while os.copy_file_range(stream.fileno(), out.fileno(), _CHUNK):
                pass
        out.seek(0, os.SEEK_END)
        stream.seek(out.tell())
    shutil.copyfileobj(stream, out, _PIECE)
    return out.tell()


def _copy_journal(path: Path, target: Path) -> bool:
    source = path.with_name(f"{path.name}-journal")
    try:
        with source.open("rb") as stream, target.open("xb") as out:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, size - 8))
            if size > LARGEST or stream.read(8) == _SUPER_JOURNAL:
                return False
            stream.seek(0)
            _copy(stream, out)
    except OSError:
        return False
    return True


def reaches_out(path: Path) -> bool:
    """Whether a journal beside `path` names another file, which SQLite would delete after playing it back."""
    journal = path.with_name(f"{path.name}-journal")
    if not journal.is_file():
        return journal.exists()
    with journal.open("rb") as stream:
        if stream.read(1) in {b"", b"\0"}:  # over and done with
            return False
        stream.seek(max(0, stream.seek(0, os.SEEK_END) - 8))
        return stream.read(8) == _SUPER_JOURNAL


def roll_back(copy: Copy) -> Copy:
    """Have the journal beside a private copy played back into it, by the child; a copy without one is as it was."""
    if not copy.journal:
        return copy
    with contextlib.suppress(ChildFailed), Child(copy.path, task="roll back") as child:
        for _ in child.frames():
            pass
    Path(f"{copy.path}-journal").unlink(missing_ok=True)
    return Copy(copy.path, copy.path.stat().st_size, journal=False)


# all of it ----------------------------------------------------------------------------------------------


def survey(
    copy: Copy,
    header: Header,
    found: Findings,
    *,
    keep: IO[bytes] | None = None,
    progress: Progress | None = None,
    stops: bool = False,
    whole: bool = False,
    known: Callable[[], Known] | None = None,
) -> Rows:
    """Read a private copy through a child and check every row; what is wrong goes to `found`, what is right to `keep`.

    With `stops` no further than to what refuses the file, and its pages only as far as they are read, unless `whole`.
    """
    if header.format < 1:
        found.add("format", format=header.format)
    rows = Rows(found, most_bytes=copy.size)
    done = 0
    with Child(copy.path) as child:
        try:
            frames = child.frames()
            shape.judge(_entries(frames), found, newer=header.newer)
            if found.met("hostile") or (stops and found.met(*_FATAL)):
                return _broken_off(rows)
            for letter, payload in _rows(child, frames, whole=whole or not stops, known=known):
                rows.complete = rows.complete and letter != vet_child.FAILED
                good = _take(rows, letter, payload, found)
                if keep is not None and good:
                    keep.write(letter + struct.pack(">I", len(good)))
                    keep.write(good)
                done += len(payload)
                if progress is not None:
                    progress(min(1.0, done / copy.size))
                if found.met("hostile") or (stops and found.met(*_FATAL)):
                    return _broken_off(rows)
        except _NoSchemaError as error:
            found.add("structure", reason=str(error))
            return _broken_off(rows)
        except ChildFailed as error:
            found.add("hostile", reason=f"reading it: {error.reason}")
            return _broken_off(rows)
        except ValueError as error:
            found.add("hostile", reason=f"its reader speaks otherwise: {error}")
            return _broken_off(rows)
    rows.end()
    _compare_tally(rows, found)
    return rows


def _rows(
    child: Child, frames: Iterator[tuple[bytes, bytes]], *, whole: bool, known: Callable[[], Known] | None
) -> Iterator[tuple[bytes, bytes]]:
    """The frames that follow the schema: of all rows, or of those not held here.

    For that it is told what of each root is wanted, once all roots are known.
    """
    if known is None:
        child.go_on(whole=whole)
        yield from frames
        return
    held = known()
    child.go_on(whole=whole, but=held.contents)
    answers: list[bytes] = []
    for letter, payload in frames:
        if letter != vet_child.ROOTS:
            yield letter, payload
        elif payload:
            answers += _wanted(payload, held)
        else:
            child.answer(answers)


def _wanted(payload: bytes, held: Known) -> Iterator[bytes]:
    told = vet_child.split(payload)
    for root, theirs in zip(told, told, strict=True):
        ours = held.ids.get(root, b"")
        if not ours or theirs == UNKNOWN:
            yield vet_child.ALL
        elif theirs == digest(ours):
            yield vet_child.SKIP
        else:
            yield vet_child.SOME + struct.pack(">I", len(ours) // ID_SIZE) + ours


class _NoSchemaError(Exception):
    """Not even the list of its tables reads."""


def _broken_off(rows: Rows) -> Rows:
    rows.complete = False
    return rows


def _entries(frames: Iterator[tuple[bytes, bytes]]) -> Iterator[Entry]:
    for letter, payload in frames:
        if letter == vet_child.FAILED:
            raise _NoSchemaError(_failure(payload)[1])
        if not payload:
            return
        texts = [None if value is None else _text(value) for value in decode(payload)]
        if letter != vet_child.SCHEMA or len(texts) != 4:
            raise ValueError("no schema")
        type_, name, table, sql = texts
        yield Entry(type_ or "", name or "", table or "", sql)


def _text(value: Value) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _take(rows: Rows, letter: bytes, payload: bytes, found: Findings) -> bytes:
    """Check one frame; returns what of it is right and wanted. Raises ValueError where it is no frame."""
    if letter == vet_child.CHANGES:
        return rows.changes(payload)
    if letter == vet_child.INTEGRITY:
        if payload != b"ok":
            found.add("structure", reason=payload.decode("utf-8", "replace"))
        return b""
    if letter == vet_child.FAILED:
        _note_failure(payload, found)
        return b""
    row = decode(payload)
    if letter == vet_child.SKIPPED:
        rows.skip(row)
    elif letter == vet_child.NEWEST:
        rows.note_newest(row)
    elif letter == vet_child.ODD:
        rows.odd_change(row)
    elif letter == vet_child.PLAIN_TABLES["meta"]:
        rows.note_meta(row)
    else:
        check = {b"S": rows.session, b"A": rows.attachment, b"F": rows.forgotten}.get(letter)
        if check is None:
            raise ValueError("no frame of ours")
        return payload if check(row) else b""
    return b""


def _failure(payload: bytes) -> tuple[str, str]:
    name, text = (*decode(payload), None, None)[:2]
    return _text(name), _text(text)


def _note_failure(payload: bytes, found: Findings) -> None:
    """What SQLite could not do: damage, unless it is too much of something in a file whose pages are sound."""
    name, text = _failure(payload)
    if name in {"SQLITE_NOMEM", "SQLITE_TOOBIG", "MemoryError"} and not found.met("structure"):
        found.add("hostile", reason=f"too much: {text}")
    else:
        found.add("structure", reason=text)


def _compare_tally(rows: Rows, found: Findings) -> None:
    noted, digest = rows.meta.get("count", -1), rows.meta.get("xor", b"")
    noted = noted if isinstance(noted, int) else -1
    if noted != rows.seen:
        found.add("count", noted=noted, found=rows.seen)
    elif not isinstance(digest, bytes) or int.from_bytes(digest, "big") != rows.tally:
        found.add("tally")


def _rescue(path: Path, copy: Copy, found: Findings, keep: IO[bytes], progress: Progress | None) -> Rows:
    """Every row that still lies whole in some page of `copy`, which is one of `path`, whatever the rest is like."""
    copy = roll_back(copy)
    rows = Rows(found, most_bytes=2 * copy.size, in_order=False)
    with copy.path.open("rb") as stream:
        for letter, payload, part in carve.frames(stream, copy.size):
            good = _take(rows, letter, payload, found)
            if good:
                keep.write(letter + struct.pack(">I", len(good)))
                keep.write(good)
            if progress is not None:
                progress(part)
    rows.end()
    rows.seen = rows.count
    if not rows.count and not rows.sessions:
        with copy.path.open("rb") as stream:
            head = stream.read(100)
        if not _looks_ours(head):
            raise file.foreign(head, path)
    _compare_tally(rows, found)
    return rows


def document_in(path: Path) -> str:
    """The document id that still stands somewhere near the beginning of `path`, read without SQLite; "" where none does."""
    with contextlib.suppress(UserError), _opened(path) as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(0)
        for letter, payload, _ in carve.frames(stream, min(size, _NEAR)):
            if letter == vet_child.PLAIN_TABLES["meta"]:
                key, value = (*decode(payload), None, None)[:2]
                if key == b"document" and isinstance(value, bytes) and len(value) == 32 and value.isalnum():
                    return value.decode("ascii", "replace")
    return ""


def _looks_ours(head: bytes) -> bool:
    return head[68:72] == struct.pack(">I", schema.APPLICATION_ID) or head.startswith(file.MAGIC[:ID_SIZE])
