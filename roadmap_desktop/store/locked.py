"""Locked copies: a file encrypted with a password, with recovery words as the spare key; the cryptography is age's.

A locked copy is one text line, which says what it is and bears the SHA-256 of all else, so that a damaged copy and a
wrong password are told apart; filled up to 1024 bytes with a note to people. Then, each in 1024 bytes filled up with
line ends: the copy's own key, encrypted with the password; the same, encrypted with the recovery words (or nothing).
The rest is the database, encrypted to that key. Each of the three is a file as any age program reads it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Protocol

from roadmap_desktop.domain.errors import (
    FileDamaged,
    FileExists,
    FileForeign,
    FileHostile,
    FileMissing,
    FileNewer,
    FileTooLarge,
    FileUnreadable,
    FolderUnwritable,
    UserError,
)
from roadmap_desktop.store import backup as backups
from roadmap_desktop.store import file
from roadmap_desktop.store.lock_keys import HARDEST, Keys, Lock, open_with, wrapped

if TYPE_CHECKING:
    from hashlib import _Hash

SUFFIX: Final = ".roadmap-locked"
FORMAT: Final = 1
START: Final = b"roadmap-desktop locked "
"""How every locked copy begins, whatever its format."""
BLOCK: Final = 1024
"""Bytes of each of the three parts before the database."""
NOTE: Final = b"""
This file is locked with a password. Roadmap Desktop opens it with the password or with the recovery words.
%b
Without that program, age opens it (age-encryption.org). FILE is the name of this file; skip=2 takes the words:
    dd if=FILE bs=1024 skip=1 count=1 of=key.age
    dd if=FILE bs=1024 skip=3 of=rest.age
    age -d -i key.age -o opened.roadmap rest.age
""" % (
    "Šī datne ir slēgta ar paroli. Programma Roadmap Desktop to atver ar paroli vai ar atjaunošanas vārdiem.".encode()
)

_LINE: Final = re.compile(rb"roadmap-desktop locked ([1-9][0-9]{0,5}) ([0-9a-f]{64})\n")
_PIECE: Final = 1 << 20


class _Reads(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


# locking ------------------------------------------------------------------------------------------------


def save_locked(path: Path, out: Path, lock: Lock) -> None:
    """Put a locked copy of `path`, which may be open and being written, at `out`: whole and read back, or not at all.

    Raises FileExists, FolderUnwritable, DiskFull, FileUnreadable about `out`; what `back_up` raises about `path`.
    """

    def copy(folder: Path) -> Path:
        return backups.back_up(path, folder, dt.datetime.now(dt.UTC)).path

    lock_made(copy, out, lock)


def lock_made(make: Callable[[Path], Path], out: Path, lock: Lock) -> None:
    """Put at `out`, locked, the copy that `make` makes in the folder it is given, where only we may look.

    The folder is this computer's own, never the stick's that `out` may be on: deleted is not gone. Raises as
    `save_locked`.
    """
    import tempfile  # noqa: PLC0415 - only for copies of the open file

    if out.exists():
        raise FileExists(path=out)
    if not out.parent.is_dir():
        raise FolderUnwritable(path=out.parent)
    with tempfile.TemporaryDirectory(prefix="roadmap-", ignore_cleanup_errors=True) as name:
        made = make(Path(name))
        _forget_backup(made)
        write(made, out, lock.keys, lock.identity)


def _forget_backup(path: Path) -> None:
    """Take out what makes a copy a backup: it goes to other people."""
    with contextlib.closing(file.connect(path, "rw")) as db, file.translating(path):
        db.execute("DELETE FROM meta WHERE key = ?", (backups.NOTE,))


def write(source: Path, out: Path, keys: Keys, identity: str = "") -> None:
    """Lock the finished file `source` into `out`, and read it back: with the `identity` as it will be opened."""
    with file.translating(out), _new_in(out.parent) as part:
        with part.open("xb") as stream, source.open("rb") as clear:
            digest, before = _fill(stream, clear, keys)
            stream.seek(0)
            stream.write(_head(digest))
            stream.flush()
            os.fsync(stream.fileno())
        _examine(part)
        if identity:
            after = _sha256()
            _decrypt(part, identity, _Writer(None, after))
            if after.digest() != before:
                raise FileDamaged(path=out, reason="it does not read back as it was written")
        file.place(part, out)


def _fill(stream: IO[bytes], clear: IO[bytes], keys: Keys) -> tuple[str, bytes]:
    """Write all but the first line's digest; returns that digest, and the one of what was encrypted."""
    import pyrage  # noqa: PLC0415 - as above

    outer, inner = _sha256(_first(FORMAT)), _sha256()
    stream.write(_head(64 * "0"))
    writer = _Writer(stream, outer)
    outer.update(_head(64 * "0")[_line_length(FORMAT) :])
    for block in (keys.password, keys.words):
        writer.write(block.encode().ljust(BLOCK, b"\n"))
    reader = _Reader(clear, inner)
    try:
        pyrage.encrypt_io(reader, writer, [pyrage.x25519.Recipient.from_str(keys.recipient)])
    except pyrage.EncryptError as error:
        raise writer.error or reader.error or OSError(str(error)) from error
    writer.raise_error()
    return outer.hexdigest(), inner.digest()


def _first(number: int) -> bytes:
    return START + str(number).encode() + b" "


def _line_length(number: int) -> int:
    return len(_first(number)) + 64 + 1


def _head(digest: str) -> bytes:
    return (_first(FORMAT) + digest.encode() + b"\n" + NOTE).ljust(BLOCK, b"\n")


class _Writer:
    """Writes on and adds to a digest; keeps the system's error, which age would only tell in words."""

    def __init__(self, stream: IO[bytes] | None, digest: _Hash) -> None:
        self.error: OSError | None = None
        self._stream = stream
        self._digest = digest

    def write(self, data: bytes) -> int:
        self._digest.update(data)
        if self._stream is not None:
            try:
                self._stream.write(data)
            except OSError as error:
                self.error = error
                raise
        return len(data)

    def flush(self) -> None:
        if self._stream is not None:
            try:
                self._stream.flush()
            except OSError as error:
                self.error = error
                raise

    def raise_error(self) -> None:
        """Raise what was met, where age went on all the same."""
        if self.error is not None:
            raise self.error


class _Reader:
    """Reads on and adds to a digest; keeps the system's error."""

    def __init__(self, stream: _Reads, digest: _Hash) -> None:
        self.error: OSError | None = None
        self._stream = stream
        self._digest = digest

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._stream.read(size)
        except OSError as error:
            self.error = error
            raise
        self._digest.update(data)
        return data


# unlocking ----------------------------------------------------------------------------------------------


def is_locked(path: Path) -> bool:
    """Whether `path` begins as every locked copy does; False also for what cannot be read."""
    with contextlib.suppress(OSError, ValueError), path.open("rb") as stream:
        return stream.read(len(START)) == START
    return False


def examine(path: Path) -> Keys:
    """The keys of the locked copy at `path`, which is whole; without its public one.

    Raises FileMissing, FileForeign, FileNewer, FileDamaged, FileHostile (it asks for more work than any of ours),
    FileTooLarge, FileUnreadable.
    """
    try:
        if not path.exists():
            raise FileMissing(path=path)
        if not path.is_file():
            raise FileForeign(path=path)
        return _examine(path)
    except PermissionError as error:
        raise FileUnreadable(path=path, reason=error.strerror or str(error)) from error
    except OSError as error:
        raise file.from_os(error, path) from error


def _examine(path: Path) -> Keys:
    with path.open("rb") as stream:
        _check_first(stream, path)
        stream.seek(BLOCK)
        blocks = [stream.read(BLOCK) for _ in range(2)]
    try:
        works = [wrapped(blocks[0])[1]]
        with_words = blocks[1] != BLOCK * b"\n"
        if with_words:
            works.append(wrapped(blocks[1])[1])
    except ValueError as error:
        raise FileDamaged(path=path, reason=str(error)) from error
    if max(works) > HARDEST:
        raise FileHostile(path=path, reason=f"a password's work of 2^{max(works)}")
    return Keys("", blocks[0].decode(), blocks[1].decode() if with_words else "")


def _check_first(stream: IO[bytes], path: Path) -> None:
    """Raise unless the first line is one of ours, of this format, with the digest of all the rest."""
    from roadmap_desktop.store import vet  # noqa: PLC0415 - brings what only vetting needs

    head = stream.read(128)
    line = _LINE.match(head)
    if line is None:
        if head.startswith(START):
            raise FileDamaged(path=path, reason="its first line")
        raise FileForeign(path=path)
    size = os.fstat(stream.fileno()).st_size
    limit = vet.LARGEST + vet.LARGEST // 1000
    if size > limit:
        raise FileTooLarge(path=path, size=size, limit=limit)
    digest = _sha256(_first(int(line[1])))
    stream.seek(line.end())
    while piece := stream.read(_PIECE):
        digest.update(piece)
    if digest.hexdigest().encode() != line[2]:
        raise FileDamaged(path=path, reason="its digest")
    if int(line[1]) > FORMAT:
        raise FileNewer(path=path, format=int(line[1]))


def unlock(path: Path, out: Path, secret: str, progress: Callable[[float], None] = lambda _: None) -> None:
    """Open the locked copy `path` with its password or its recovery words and put what it holds at `out`, vetted.

    Nothing is overwritten. Takes seconds; `progress` is told which part of the vetting is done, and may raise to give
    up: then nothing is left. Raises WrongPassword; WordsMistyped where words were meant; FileExists,
    FolderUnwritable, DiskFull about `out`; what `examine` and `vet` raise about `path`.
    """
    from roadmap_desktop.store import vet  # noqa: PLC0415 - as above

    if out.exists():
        raise FileExists(path=out)
    if not out.parent.is_dir():
        raise FolderUnwritable(path=out.parent)
    identity = open_with(path, examine(path), secret)
    with file.translating(out), _new_in(out.parent) as part:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb") as stream:  # fmt: skip # noqa: PTH123
            _decrypt(path, identity, _Writer(stream, _sha256()))
            stream.flush()
            os.fsync(stream.fileno())
        try:
            vet.vet(part, progress=progress).close()
        except UserError as error:
            if error.data.get("path") == part:  # to the user it is the locked copy that is so
                raise type(error)(**{**error.data, "path": path}) from error
            raise
        progress(1.0)
        file.place(part, out)


def _decrypt(path: Path, identity: str, writer: _Writer) -> None:
    """Hand the database in the locked copy to `writer`. Raises FileDamaged, and OSError where writing fails."""
    import pyrage  # noqa: PLC0415 - as above

    with path.open("rb") as stream:
        stream.seek(3 * BLOCK)
        reader = _Reader(stream, _sha256())
        try:
            pyrage.decrypt_io(reader, writer, [pyrage.x25519.Identity.from_str(identity)])
        except (pyrage.DecryptError, pyrage.IdentityError, OSError) as error:
            met = writer.error or reader.error
            if met is not None:
                raise met from error
            raise FileDamaged(path=path, reason=f"age: {error}") from error
    writer.raise_error()


def proposed(path: Path) -> Path:
    """Where the opened copy of `path` would go: beside it, with our suffix."""
    return path.with_name(f"{path.stem}{file.SUFFIX}")


# ------------------------------------------------------------------------------------------- small things


def _sha256(begun: bytes = b"") -> _Hash:
    import hashlib  # noqa: PLC0415 - brings OpenSSL, which no window needs to open

    return hashlib.sha256(begun)


@contextlib.contextmanager
def _new_in(folder: Path) -> Iterator[Path]:
    """A name in `folder` for a file that is not finished; gone afterwards."""
    part = folder / f".{secrets.token_hex(8)}.part"
    try:
        yield part
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
