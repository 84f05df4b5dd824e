"""Which files need no vetting before they are opened, and the vetting of those that do; it opens no file for work.

Known is a file that this computer's program made or looked through, and that stands as it was left: as large, and
written when it was. POSIX notes each alteration itself, as no program can pretend; where nothing does (Windows), a
hash of the whole file stands in for it. A journal beside a file, as a crash leaves it, makes it unknown again.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from roadmap_desktop.domain.errors import FileBusy, FileDamaged, FileHostile
from roadmap_desktop.store import file
from roadmap_desktop.store.verdict import Findings

if TYPE_CHECKING:
    from roadmap_desktop.store.vet import Progress

KEPT: Final = 100
"""Files that are remembered, the last noted ones."""
_LARGEST_NOTES: Final = 1 << 20
_NAME: Final = "trusted.json"
_VETTED: Final = 0.6
"""Which part of the time goes into the rows; the rest into the tables made of them."""
_EVERY: Final = 500


class _Mark(NamedTuple):
    """How a file stands there. `changed` is what the system alone writes, `content` a hash where there is no such thing."""

    size: int
    written: int
    changed: int
    content: str


class _Stand(NamedTuple):
    """A file and what SQLite would read along with it: the journal, and whether there is a write-ahead log."""

    file: _Mark
    journal: _Mark | None
    log: bool


class Trust:
    """The files known on this computer, in a small file of the user's folder; where that cannot be read, none."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist yet."""
        self._path = folder / _NAME
        self._opened: dict[str, tuple[int, int]] = {}

    def knows(self, path: Path) -> bool:
        """Whether `path` stands exactly as it was noted. It is neither opened nor locked, and need not be there."""
        with contextlib.suppress(OSError, ValueError):
            noted = self._read().get(_key(path))
            if noted is not None and not _beside(path) and noted == list(_mark(path)):
                self._opened[_key(path)] = _identity(path)
                return True
        return False

    def note(self, path: Path, *, made: bool = False) -> None:
        """`path`, which nobody here has open, is as this program left it, or was `made` by it just now.

        Another file that took its place meanwhile is not noted. What cannot be noted is vetted next time.
        """
        with contextlib.suppress(OSError, ValueError):
            opened = None if made else self._opened.get(_key(path))
            if not _beside(path) and opened in {None, _identity(path)}:
                self._write(path, _mark(path))

    def look_through(self, path: Path, progress: Progress | None = None) -> None:
        """Vet `path` as a stranger's, as it would be opened: with the journal beside it, and its tables of current state.

        Nothing of it is kept, and it is known from then on. It stays as it is, save that tables of current state that
        say other than its log are made anew. For a thread of its own; must not be called for a file that this process
        has open. Raises what `vet.vet` raises; FileNewer is not among it: such a file can be looked at.
        """
        from roadmap_desktop.store import vet  # noqa: PLC0415 - what is known opens without it

        progress = progress or _nobody
        before = _stand(path)
        if before.journal is not None and vet.reaches_out(path):
            raise FileHostile(path=path, reason="a journal that names another file")
        found = Findings()
        with vet.private_copy(path, journal=True) as given:
            copy = vet.roll_back(given)
            with copy.path.open("rb") as stream:
                header = vet.read_header(stream.read(100), copy.size, path)
            if before.log:
                raise FileHostile(path=path, reason="a write-ahead log beside a file that has none")
            rows = vet.survey(
                copy, header, found, progress=lambda part: progress(_VETTED * part), stops=True, whole=True
            )
            vet.refuse(path, found)
            _check_meta(rows.meta, path)
            lies = _tables_lie(copy.path, path, progress)
        if _stand(path) != before:  # what was looked at is not what would be opened
            raise FileBusy(path=path)
        if lies:
            _make_anew(path, newer=header.newer)
        with file.translating(path):
            self._opened[_key(path)] = _identity(path)
        self.note(path)

    def _read(self) -> dict[str, Any]:
        if self._path.stat().st_size > _LARGEST_NOTES:
            raise ValueError
        read = json.loads(self._path.read_text("utf-8"))
        if not isinstance(read, dict):
            raise ValueError  # noqa: TRY004 - as of JSON that is none
        return read

    def _write(self, path: Path, mark: _Mark) -> None:
        known: dict[str, Any] = {}
        with contextlib.suppress(OSError, ValueError):
            known = self._read()
        known.pop(_key(path), None)
        known[_key(path)] = mark
        kept = dict(list(known.items())[-KEPT:])
        part = self._path.with_suffix(f".{os.getpid()}.part")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(kept, ensure_ascii=True), "utf-8")
        part.replace(self._path)


def _nobody(_part: float) -> None:
    """Who is told where nobody wants to know."""


def _key(path: Path) -> str:
    return str(path.absolute())


# how it stands there ------------------------------------------------------------------------------------


def _mark(path: Path) -> _Mark:
    status = path.stat()
    if _system_notes_changes():
        return _Mark(status.st_size, status.st_mtime_ns, status.st_ctime_ns, "")
    from hashlib import blake2b  # noqa: PLC0415 - brings OpenSSL, which no window needs to open

    with path.open("rb") as stream:
        digest = blake2b(digest_size=32)
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return _Mark(status.st_size, status.st_mtime_ns, 0, digest.hexdigest())


def _system_notes_changes() -> bool:
    """Whether st_ctime is when a file was last altered; on Windows it is when it was made."""
    return os.name != "nt"


def _identity(path: Path) -> tuple[int, int]:
    """Of the file, whatever is in it."""
    status = path.stat()
    return status.st_dev, status.st_ino


def _beside(path: Path) -> bool:
    """Whether there is something that SQLite would read along with the file."""
    return any(_with(path, end).exists() for end in ("-journal", "-wal"))


def _stand(path: Path) -> _Stand:
    """Raises as `file.from_os`."""
    journal = _with(path, "-journal")
    try:
        # SQLite, run by root, gives a journal to the file's owner, which alters it without writing to it.
        left = _mark(journal)._replace(changed=0) if journal.exists() else None
        return _Stand(_mark(path), left, _with(path, "-wal").exists())
    except OSError as error:
        raise file.from_os(error, path) from error


def _with(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


# what vetting does not look at, since nothing of it is ever taken over ----------------------------------


def _check_meta(meta: Mapping[str, bytes | int], path: Path) -> None:
    """Raise FileHostile where the file's own names are none: folders and files are called after them."""
    for key in ("document", "home"):
        value = meta.get(key, b"0" * 32 if key == "home" else b"")
        if not isinstance(value, bytes) or len(value) != 32 or value.strip(b"0123456789abcdef"):
            raise FileHostile(path=path, reason=f"meta: {key}")


def _tables_lie(copy: Path, path: Path, progress: Progress) -> bool:
    """Whether the tables of current state say other than the log of a private copy, whose pages are sound."""
    seen = 0

    def step() -> None:
        nonlocal seen
        seen += 1
        if seen % _EVERY == 0:
            progress(_VETTED + (1 - _VETTED) * (1 - _EVERY / seen))

    from roadmap_desktop.store import check  # noqa: PLC0415 - as above

    with file.translating(path):
        try:
            return bool(check.differing_tables(copy, step))
        except sqlite3.DataError:  # a value longer than any of ours
            return True


def _make_anew(path: Path, *, newer: bool) -> None:
    from roadmap_desktop.store import derived  # noqa: PLC0415 - as above

    if newer or not file.writable(path):
        raise FileDamaged(path=path, reason="its tables say other than its log")
    with contextlib.closing(file.connect(path, "rw")) as db, file.translating(path):
        derived.rebuild(db)
