"""Backups: made by SQLite, checked, listed, thinned, gone back to; when this happens is not decided here."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
import secrets
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from roadmap_desktop.domain.backups import Backup, Extent, thin
from roadmap_desktop.domain.changes import ID_SIZE, Edit
from roadmap_desktop.domain.errors import (
    DiskFull,
    FileDamaged,
    FileExists,
    FileForeign,
    FileMissing,
    FileNewer,
    UserError,
)
from roadmap_desktop.domain.names import free_name, safe_file_name
from roadmap_desktop.store import check, compare, derived, file, log, queries, schema
from roadmap_desktop.store.log import Author, Log

FOLDER: Final = "backups"
"""Name of the folder of backups inside the user's folder."""
ASIDE: Final = "{name} (damaged {when})"
"""How a damaged file is called once a backup took its place."""
NOTE: Final = "backup"
"""The key in a copy's meta under which it says when it was made, and of what."""
AT_ONCE: Final = 3
"""Most backups that one tidying deletes: a clock that is years ahead for a day must not cost years of backups."""
SMALL: Final = 8 * 1024 * 1024
"""Up to so many bytes, a second thread that checks a copy costs more than it brings."""
SELDOM: Final = 10
"""One session in so many ends with a rehearsal."""
_TRUTH: Final = tuple(sql.split()[2] for sql in schema.TRUTH)
_NAMED: Final = re.compile(
    r"(?P<name>.*) (?P<when>\d{4}-\d\d-\d\d \d\d-\d\d-\d\d) (?P<document>[0-9a-f]{8})(?: \d+)?(?P<bad>\.damaged)?"
)
_OURS: Final = (
    "iif({root} IN (SELECT b.root FROM sides b LEFT JOIN sides a ON a.root = b.root AND a.key = 'a' "
    "WHERE b.key = 'b' AND b.organisation = ?1 AND ifnull(a.organisation, '') <> ?1), 'b', 'a')"
)
"""The key of the file's own side of a partnership, as `queries` tells it; ?1 is the file's own organisation."""
_WHEN: Final = "%Y-%m-%d %H-%M-%S"


class Kept(NamedTuple):
    """What came of `keep`: the backup made, what stopped it, what stopped its copy, and those that are damaged."""

    made: Backup | None = None
    trouble: UserError | None = None
    second_trouble: UserError | None = None
    damaged: tuple[Backup, ...] = ()


class Restored(NamedTuple):
    """What came of `restore`: the backup of the state before, the edits written, where a damaged file was put."""

    before: Backup | None
    edits: int
    damaged: Path | None


# making one ---------------------------------------------------------------------------------------------


def back_up(path: Path, folder: Path, when: dt.datetime) -> Backup:
    """Copy `path`, which may be open and being written, into `folder`, checked and durable, whole or not at all.

    `when` has a time zone. Raises DiskFull, FolderUnwritable, FileUnreadable about the copy; FileMissing, FileBusy
    and FileDamaged about `path`.
    """
    with _reading(path) as (source, descriptor), file.translating(path):
        document, (count, digest), extent = (
            queries.meta(source, "document"),
            log.tally(source),
            _extent(source),
        )
        stem = safe_file_name(path.stem, "Backup")
        wanted = folder / f"{stem} {when.astimezone():{_WHEN}} {document[:8]}{file.SUFFIX}"
        wall = round(when.timestamp() * 1000)
        note = {"when": wall, "name": path.stem, **({"extent": extent._asdict()} if extent else {})}
        with file.translating(wanted), _new_in(folder) as part:
            try:
                if descriptor is None or not _copied_by_system(descriptor, part, wanted, note):
                    _copy_by_sqlite(source, part)
                    _finish(part, wanted, note)
            except FileDamaged as error:  # what is wrong with the copy is wrong with what was copied
                raise FileDamaged(path=path, reason=error.data["reason"]) from error
            made = _place(part, wanted)
            return Backup(
                made, path.stem, document, _moment(wall), made.stat().st_size, count, digest.to_bytes(ID_SIZE, "big"), extent
            )  # fmt: skip


@contextlib.contextmanager
def snapshot(path: Path) -> Iterator[Path]:
    """A copy of `path`, which may be open and being written, in a private folder; gone afterwards.

    It is what SQLite would read, damage included. Raises as `back_up`.
    """
    with tempfile.TemporaryDirectory(prefix="roadmap-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy"
        with _reading(path) as (source, descriptor), file.translating(copy):
            if descriptor is None or not _sent(descriptor, copy):
                _copy_by_sqlite(source, copy)
        yield copy


def copy_to(backup: Backup, place: Path) -> bool:
    """Put a copy of `backup` into the folder `place` under its name; False where that folder is not there now.

    Raises DiskFull, FolderUnwritable, FileUnreadable, FileDamaged (it does not read back as it was written).
    """
    target = place / backup.path.name
    with file.translating(target):
        if not place.is_dir():
            return False
        if target.exists():
            return True
        with _new_in(place) as part:
            shutil.copyfile(backup.path, part)
            _sync(part)
            check_tally(part)
            with contextlib.suppress(FileExists):
                file.place(part, target)
    return True


def check_tally(path: Path) -> None:
    """Raise FileDamaged where `path` does not hold exactly the changes that it says it holds."""
    with contextlib.closing(_connect(path)) as db, file.translating(path):
        noted = log.tally(db)
        # Joined by SQLite, which lets other threads work meanwhile, as fetching a row for each change would not; as
        # bytes it takes half the time that it takes in hex, but no SQLite promises to join them so.
        db.text_factory = bytes
        count, ids = db.execute("SELECT count(*), group_concat(id, '') FROM change").fetchone()
        if noted == (count, _xor_of(ids or b"")) and count == len(ids or b"") // ID_SIZE:
            return
        count, digits = db.execute("SELECT count(*), group_concat(hex(id), '') FROM change").fetchone()
        if noted != (count, _xor_of(bytes.fromhex((digits or b"").decode()))):
            raise FileDamaged(path=path, reason="its changes are not those it should hold")


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[tuple[sqlite3.Connection, int | None]]:
    """`path` open, with nobody able to write it; and SQLite's own descriptor of it, where that can be told."""
    before = _descriptors(path)
    with contextlib.closing(_connect(path)) as source, file.translating(path):
        new = _descriptors(path) - before
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield source, new.pop() if len(new) == 1 else None


def _descriptors(path: Path) -> set[int]:
    """Under which numbers this process has `path` open; looking must open nothing, or closing it would drop locks."""
    found = set()
    with contextlib.suppress(OSError):
        wanted = path.stat()
        for number in Path("/dev/fd").iterdir():
            with contextlib.suppress(OSError, ValueError):
                if os.path.samestat(os.fstat(int(number.name)), wanted):
                    found.add(int(number.name))
    return found


def _copied_by_system(descriptor: int, part: Path, wanted: Path, note: Mapping[str, Any]) -> bool:
    """Copy what `descriptor` shows as fast as a plain copy would; False where that did not give a good copy.

    It is read where it lies, and neither moved nor closed: it is SQLite's.
    """
    if not _sent(descriptor, part):
        return False
    try:
        _finish(part, wanted, note)
    except FileDamaged:
        return False  # SQLite's own copy will tell whether the file is
    return True


def _sent(descriptor: int, part: Path) -> bool:
    """Have the system copy what `descriptor` shows; False where it sends nothing from file to file."""
    if not hasattr(os, "sendfile"):
        return False
    try:
        with part.open("xb") as target:
            size, at = os.fstat(descriptor).st_size, 0
            while at < size:
                sent = os.sendfile(target.fileno(), descriptor, at, size - at)
                if not sent:
                    return False
                at += sent
    except OSError as error:
        if isinstance(file.from_os(error, part), DiskFull):
            raise
        return False
    return True


def _copy_by_sqlite(source: sqlite3.Connection, part: Path) -> None:
    part.unlink(missing_ok=True)
    with contextlib.closing(_connect_to_copy(part)) as copy:
        source.backup(copy)


def _connect_to_copy(part: Path) -> sqlite3.Connection:
    copy = sqlite3.connect(part, isolation_level=None)
    copy.execute("PRAGMA trusted_schema = OFF")
    copy.execute("PRAGMA journal_mode = OFF")  # a copy cut short is thrown away
    copy.execute("PRAGMA synchronous = OFF")  # made durable as a whole, afterwards
    copy.execute("PRAGMA locking_mode = EXCLUSIVE")
    copy.execute("PRAGMA cache_size = 10")  # nothing of it is needed again
    return copy


def _finish(part: Path, wanted: Path, note: Mapping[str, Any]) -> None:
    """Have the copy say what it is of; make it durable; raise FileDamaged where it is not whole."""
    with file.translating(wanted):
        with contextlib.closing(_connect_to_copy(part)) as copy:
            copy.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (NOTE, json.dumps(note)))
        if part.stat().st_size > SMALL:
            _together(lambda: _sync(part), lambda: _check_structure(part), lambda: check_tally(part))
        else:
            _together(lambda: _check_all(part), lambda: _sync(part))


def _extent(db: sqlite3.Connection) -> Extent | None:
    """How far the work is; None where the tables that tell it are another version's."""
    if not derived.derived_is_current(db):
        return None
    home = (queries.meta(db, "home"),)
    states = dict(
        db.execute(
            "SELECT a.state, count(*) FROM answers a JOIN partnerships p ON p.id = a.root "
            f"WHERE a.state IN ('done', 'not-needed') AND a.side = {_OURS.format(root='a.root')} GROUP BY a.state",
            home,
        )
    )
    sides = dict(
        db.execute(
            "SELECT s.form, count(*) FROM sides s JOIN partnerships p ON p.id = s.root "
            f"WHERE s.key = {_OURS.format(root='s.root')} GROUP BY s.form",
            home,
        )
    )
    (partnerships,) = db.execute("SELECT count(*) FROM partnerships").fetchone()
    return Extent(partnerships, states.get("done", 0), states.get("not-needed", 0), sides)


def _check_all(path: Path) -> None:
    _check_structure(path)
    check_tally(path)


def _check_structure(path: Path) -> None:
    """Raise FileDamaged where a table that cannot be made anew is broken; the others are looked at in a rehearsal."""
    with contextlib.closing(_connect(path)) as db:
        db.execute("PRAGMA cell_size_check = OFF")  # what is asked for looks at every cell anyway
        for name in _TRUTH:
            for (said,) in db.execute(f"PRAGMA integrity_check({name})"):
                if said != "ok":
                    raise FileDamaged(path=path, reason=str(said))


def _xor_of(ids: bytes) -> int:
    """All `ids`, which stand one after the other, XORed: as one number that is folded in half until one id is left."""
    number, count = int.from_bytes(ids, "big"), len(ids) // ID_SIZE
    while count > 1:
        count -= count // 2
        bits = 8 * ID_SIZE * count
        number = (number >> bits) ^ (number & ((1 << bits) - 1))
    return number


def _connect(path: Path) -> sqlite3.Connection:
    # Never by a plain open(): closing that would drop the locks of whoever has the file open in this process.
    return file.connect(path, "rw" if file.writable(path) else "ro")


@contextlib.contextmanager
def _new_in(folder: Path) -> Iterator[Path]:
    """A name in `folder`, which is made where it is missing, for a file that is not finished; gone afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{secrets.token_hex(8)}.part"
    try:
        yield part
    finally:
        for left in (part, _journal(part)):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def _place(part: Path, wanted: Path) -> Path:
    while True:
        path = free_name(wanted, Path.exists)
        with contextlib.suppress(FileExists):
            file.place(part, path)
            return path


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _together(*calls: Callable[[], None]) -> None:
    """Run `calls` at the same time; raises what the first of them raised."""
    raised: list[Exception] = []

    def run(call: Callable[[], None]) -> None:
        try:
            call()
        except Exception as error:  # noqa: BLE001 - raised again below, in the thread that asked
            raised.append(error)

    threads = [threading.Thread(target=run, args=(call,), name="backup") for call in calls[1:]]
    for thread in threads:
        thread.start()
    run(calls[0])
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]


# knowing them -------------------------------------------------------------------------------------------


def look(path: Path) -> Backup:
    """What the copy at `path` says of itself. Raises OSError where it is gone."""
    status = path.stat()
    named = _NAMED.fullmatch(path.stem)
    marked = bool(named and named["bad"])
    told = dt.datetime.fromtimestamp(status.st_mtime, dt.UTC).astimezone()
    if named:
        with contextlib.suppress(ValueError, OverflowError):
            told = dt.datetime.strptime(named["when"], _WHEN).astimezone()
    unknown = Backup(
        path, named["name"] if named else path.stem, named["document"] if named else "", told,
        status.st_size, health="damaged",
    )  # fmt: skip
    try:
        with contextlib.closing(file.connect(path, "ro")) as db, file.translating(path):
            meta = dict(db.execute("SELECT key, value FROM meta"))
            newer = queries.format_of(db) > schema.FORMAT
        note = json.loads(meta.get(NOTE, "{}"))
        when = _moment(note["when"]) if "when" in note else unknown.when
        return Backup(
            path, str(note.get("name", unknown.name)), str(meta["document"]), when, status.st_size, int(meta["count"]),
            bytes(meta["xor"]), Extent(**note["extent"]) if "extent" in note else None,
            "damaged" if marked else "newer" if newer else "good",
        )  # fmt: skip
    except (UserError, ValueError, TypeError, KeyError, AttributeError, OverflowError, OSError):
        return unknown


def _moment(wall: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(wall / 1000, dt.UTC).astimezone()


def backups(folder: Path, document: str) -> list[Backup]:
    """The backups in `folder` of the file whose document id is `document`, the newest first."""
    found = [backup for backup in _all(folder) if document.startswith(backup.document or "-")]
    return sorted(found, key=lambda backup: (backup.when, backup.path.name), reverse=True)


def backups_of(path: Path, folder: Path) -> list[Backup]:
    """The backups of the file at `path`, even where it is damaged or gone: then those that bear its name."""
    document = document_of(path)
    if document:
        return backups(folder, document)
    found = [backup for backup in _all(folder) if backup.name == path.stem]
    return sorted(found, key=lambda backup: (backup.when, backup.path.name), reverse=True)


def backups_for(path: Path, folder: Path, document: str = "") -> list[Backup]:
    """As `backups_of`, for a file that nobody trusts and that may be damaged: SQLite does not touch it.

    `document` is its id where that is known; without one it must not be open in this process.
    """
    from roadmap_desktop.store import vet  # noqa: PLC0415 - backups of files that open need nothing of it

    found = backups(folder, document or vet.document_in(path) or "-")
    if found:
        return found
    named = [backup for backup in _all(folder) if backup.name == path.stem]
    return sorted(named, key=lambda backup: (backup.when, backup.path.name), reverse=True)


def document_of(path: Path) -> str:
    """The document id of the file at `path`; "" where it cannot be read."""
    with contextlib.suppress(UserError), contextlib.closing(_connect(path)) as db, file.translating(path):
        return queries.meta(db, "document")
    return ""


def state_of(path: Path) -> tuple[int, bytes]:
    """How many changes the file at `path` says it holds, and their XOR; (0, b"") where it cannot be read."""
    with contextlib.suppress(UserError), contextlib.closing(_connect(path)) as db, file.translating(path):
        count, digest = log.tally(db)
        return count, digest.to_bytes(ID_SIZE, "big")
    return 0, b""


def _all(folder: Path) -> Iterator[Backup]:
    with contextlib.suppress(OSError):
        for path in folder.glob(f"*{file.SUFFIX}"):
            if not path.name.startswith("."):
                with contextlib.suppress(OSError):
                    yield look(path)


def rehearse(backup: Backup) -> check.Problem | None:
    """Read the whole of `backup` as if it had to be gone back to; what is wrong with it, if anything.

    Where something is, its name says so from now on.
    """
    try:
        report = check.check(backup.path)
    except UserError:
        return None  # gone, or somebody has it open: no fault of the backup
    if report.verdict in ("healthy", "newer", "unreadable"):
        return None
    if backup.health != "damaged":
        with contextlib.suppress(OSError):
            backup.path.rename(backup.path.with_suffix(f".damaged{file.SUFFIX}"))
    return report.problems[0]


# keeping them -------------------------------------------------------------------------------------------


def keep(path: Path, folder: Path, second: Path | None, now: dt.datetime, *, changed: bool = True) -> Kept:
    """See that `folder` has a backup of `path` as it is now, that `second` has it too, and that none are too many.

    Does nothing where the newest backup is of this state, nor, unless `changed`, for a file that never had one here.
    Raises nothing that a user could mend: that is told in what is returned.
    """
    made: Backup | None = None
    try:
        with contextlib.closing(_connect(path)) as db, file.translating(path):
            document, tally = queries.meta(db, "document"), log.tally(db)
        found = backups(folder, document)
        damaged = tuple(backup for backup in found if backup.health == "damaged")
        good = [backup for backup in found if backup.health == "good"]
        current = bool(good) and (good[0].changes, int.from_bytes(good[0].digest, "big")) == tally
        if not current and (changed or found):
            made = back_up(path, folder, now)
            good.insert(0, made)
    except UserError as error:
        return Kept(trouble=error)
    second_trouble = _keep_second(good[0], second, now) if second is not None and good else None
    tidy(folder, document, now)
    return Kept(made, None, second_trouble, damaged)


def rehearse_now_and_then(folder: Path, document: str, lot: Callable[[int], int] = secrets.randbelow) -> None:
    """After one session in ten, read one of the backups whole; `lot(n)` draws a number below n."""
    if lot(SELDOM) == 0:
        found = [backup for backup in backups(folder, document) if backup.health == "good"]
        if found:
            rehearse(found[lot(len(found))])


def _keep_second(backup: Backup, second: Path, now: dt.datetime) -> UserError | None:
    try:
        if copy_to(backup, second):
            tidy(second, backup.document, now)
    except UserError as error:
        return error
    return None


def tidy(folder: Path, document: str, now: dt.datetime) -> list[Backup]:
    """Delete what `thin` says can go, the oldest first, and what unfinished copies left; returns what went."""
    found = [backup for backup in backups(folder, document) if backup.health != "damaged"]
    spare = sorted(thin([backup.when for backup in found], now.astimezone()), reverse=True)
    gone = []
    for backup in [found[place] for place in spare][:AT_ONCE]:
        with contextlib.suppress(OSError):
            backup.path.unlink()
            gone.append(backup)
    file.sweep(folder, now.timestamp())
    return gone


# going back ---------------------------------------------------------------------------------------------


def way_back(
    path: Path, backup: Backup, stopped: Callable[[], bool] = lambda: False
) -> tuple[list[Edit], list[bytes]]:
    """The edits that make `path`, which may be open, show what `backup` shows, and the attachments' bytes they need.

    Raises FileNewer, FileDamaged about either, and FileUnreadable once `stopped` says so.
    """
    if backup.health == "newer":
        raise FileNewer(path=backup.path, format=schema.FORMAT + 1)
    with (
        contextlib.closing(_connect(path)) as now,
        contextlib.closing(file.connect(backup.path, "ro")) as then,
        file.translating(backup.path),
    ):
        for db in (now, then):
            db.set_progress_handler(stopped, 20_000)
        edits = list(compare.differences(compare.Moment(now), compare.Moment(then)))
        return edits, list(compare.contents_for(edits, now, then))


def restore(
    path: Path, backup: Backup, folder: Path, author: Author, when: dt.datetime, aside: str = ASIDE
) -> Restored:
    """Make `path`, which nobody here has open, show what `backup` shows, by changes that can be undone.

    Its present state is kept in `folder` first. Where it is damaged or gone, the backup takes its place and the
    damaged file is kept beside it, named as the pattern `aside` says. Raises FileNewer, FileDamaged (the backup is), FileBusy, DiskFull and the like.
    """
    check_tally(backup.path)
    try:
        file.examine(path)
        before = back_up(path, folder, when)
    except (FileDamaged, FileForeign, FileMissing):
        if path.exists() and not path.is_file():
            raise
        return Restored(None, 0, replace(path, backup, when, aside))
    edits, contents = way_back(path, backup)
    with contextlib.closing(file.open_for_writing(path)) as db, file.translating(path):
        Log(db, author).save(edits, contents)
    return Restored(before, len(edits), None)


def replace(path: Path, backup: Backup, when: dt.datetime, pattern: str = ASIDE) -> Path | None:
    """Put a copy of `backup` where `path` is, and return under which name what stood there is kept now.

    `pattern` is that name without its suffix, in the user's language, with {name} and {when}. Raises as `restore`; then all is as it was.
    """
    if backup.health == "newer":
        raise FileNewer(path=backup.path, format=schema.FORMAT + 1)
    check_tally(backup.path)
    with file.translating(path), _new_in(path.parent) as part:
        shutil.copyfile(backup.path, part)
        with contextlib.closing(file.connect(part, "rw")) as db:
            db.execute("DELETE FROM meta WHERE key = ?", (NOTE,))
            derived.rebuild(db)
        check_tally(part)
        _sync(part)
        name = pattern.format(name=path.stem, when=f"{when.astimezone():{_WHEN}}")
        aside = free_name(path.with_name(f"{name}{path.suffix}"), _there)
        there = path.exists()
        _exchange(part, path, aside)
    return aside if there else None


def _exchange(part: Path, path: Path, aside: Path) -> None:
    """Put `part` where `path` is, which is called `aside` from then on; at every moment there is a file at `path`.

    The journal beside it goes along, since it would else be played back into its successor.
    """
    journal, kept = _journal(path), _journal(aside)
    linked = _linked(path, aside)
    try:
        if journal.exists():
            journal.rename(kept)
        if linked:
            part.replace(path)
            file.sync_folder(path.parent)
        else:
            if path.exists():
                path.rename(aside)
            file.place(part, path)
    except BaseException:
        if linked:
            aside.unlink()
        elif aside.exists():
            aside.rename(path)
        if kept.exists():
            kept.rename(journal)
        raise


def _linked(path: Path, aside: Path) -> bool:
    """Give `path` a second name; False where the file system knows no such thing, as that of a stick."""
    try:
        os.link(path, aside)
    except OSError:
        return False
    return True


def _there(path: Path) -> bool:
    return path.exists() or _journal(path).exists()
