"""No room: a full disk and a limit on the size of files, met at every write in turn; nothing may be lost, and it must be said."""

from __future__ import annotations

import contextlib
import datetime as dt
import random
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from roadmap_desktop.domain.errors import DiskFull, UserError
from roadmap_desktop.store import backup, check, derived, file, log, new, recovery, rescue
from roadmap_desktop.store.log import Log
from tests.faults import Faults, Figure, Plan, lives, mounts, scratch, sources, told
from tests.faults.mounts import PAGE
from tests.faults.sources import AUTHOR, SAMPLE, TODAY, some_edit

OURS: Final = "ours.roadmap"
FILLER: Final = "filler"
NOW: Final = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
ROOM: Final = 4 << 20
"""Bytes of a small disk beyond what stands on it: enough for everything that is tried."""

Act: TypeAlias = Callable[[], set[bytes]]
"""Does it once, and returns the ids of the changes that are in the file from then on; raises what the product raises."""


# what is tried ------------------------------------------------------------------------------------------


@contextlib.contextmanager
def saving(folder: Path, pick: random.Random) -> Iterator[Act]:
    with _open(folder) as (db, writer):
        yield lambda: _ids(
            writer.save([some_edit(db, pick) for _ in range(4)], [pick.randbytes(20_000)]).changes
        )


@contextlib.contextmanager
def undoing(folder: Path, pick: random.Random) -> Iterator[Act]:
    with _open(folder) as (db, writer):
        step = writer.save([some_edit(db, pick) for _ in range(12)])
        yield lambda: _ids(writer.revert(step).changes)


@contextlib.contextmanager
def receiving(folder: Path, pick: random.Random) -> Iterator[Act]:
    with contextlib.closing(file.open_as_it_is(folder / "theirs.roadmap")) as db:
        theirs, sessions = list(derived.all_changes(db)), log.all_sessions(db)
    with _open(folder) as (_, writer):
        yield lambda: _ids(theirs) if writer.merge(theirs, sessions) >= 0 else set()


@contextlib.contextmanager
def upgrading(folder: Path, pick: random.Random) -> Iterator[Act]:
    with contextlib.closing(file.connect(folder / OURS, "rw")) as db:
        db.execute("UPDATE meta SET value = 'made by another version' WHERE key = 'derived'")

    def act() -> set[bytes]:
        file.open_for_writing(folder / OURS).close()
        return set()

    yield act


@contextlib.contextmanager
def backing_up(folder: Path, pick: random.Random) -> Iterator[Act]:
    yield lambda: _healthy(backup.back_up(folder / OURS, folder / "backups", NOW).path)


@contextlib.contextmanager
def keeping_a_second(folder: Path, pick: random.Random) -> Iterator[Act]:
    """On this disk is the second place only; here the error is told, not raised."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as first:

        def act() -> set[bytes]:
            kept = backup.keep(folder / OURS, Path(first), folder / "second", NOW)
            if kept.trouble or kept.second_trouble:
                raise kept.trouble or kept.second_trouble or AssertionError
            return set()

        (folder / "second").mkdir()
        yield act


@contextlib.contextmanager
def restoring(folder: Path, pick: random.Random) -> Iterator[Act]:
    kept = backup.back_up(folder / OURS, folder / "kept", NOW)
    with _open(folder) as (db, writer):
        writer.save([some_edit(db, pick) for _ in range(8)])

    def act() -> set[bytes]:
        backup.restore(folder / OURS, kept, folder / "backups", AUTHOR, NOW)
        return set()

    yield act


@contextlib.contextmanager
def replacing(folder: Path, pick: random.Random) -> Iterator[Act]:
    kept = backup.back_up(folder / OURS, folder / "kept", NOW)

    def act() -> set[bytes]:
        backup.replace(folder / OURS, kept, NOW)
        return set()

    yield act


@contextlib.contextmanager
def creating(folder: Path, pick: random.Random) -> Iterator[Act]:
    def act() -> set[bytes]:
        file.create(folder / "new.roadmap")
        return _healthy(folder / "new.roadmap")

    yield act


@contextlib.contextmanager
def making_the_sample(folder: Path, pick: random.Random) -> Iterator[Act]:
    def act() -> set[bytes]:
        new.sample_file(folder / "new.roadmap", SAMPLE, "lv", TODAY)
        return _healthy(folder / "new.roadmap")

    yield act


@contextlib.contextmanager
def rescuing(folder: Path, pick: random.Random) -> Iterator[Act]:
    """Where the system keeps temporary files there is no room either."""

    def act() -> set[bytes]:
        rescue.rescue(folder / OURS, folder / "new.roadmap")
        return _healthy(folder / "new.roadmap")

    (folder / "tmp").mkdir()
    former, tempfile.tempdir = tempfile.tempdir, str(folder / "tmp")
    try:
        yield act
    finally:
        tempfile.tempdir = former


@contextlib.contextmanager
def typing(folder: Path, pick: random.Random) -> Iterator[Act]:
    """Keeping words as they are typed raises nothing: it is the second net. What it held, it must go on to hold."""
    with contextlib.closing(file.open_for_reading(folder / OURS)) as db:
        edit = some_edit(db, pick)._replace(fields={"text": "vārds " * 2000})
    recovery.keep(folder / "home", "document", [edit])

    def act() -> set[bytes]:
        longer = edit._replace(fields={"text": "vārds " * 9000})
        recovery.keep(folder / "home", "document", [longer])
        kept = recovery.kept(folder / "home", "document")
        if kept == [edit]:
            raise DiskFull(path=folder)
        if kept != [longer]:
            raise AssertionError("kept words lost")
        return set()

    yield act


@contextlib.contextmanager
def _open(folder: Path) -> Iterator[tuple[Any, Log]]:
    with contextlib.closing(file.open_for_writing(folder / OURS)) as db:
        yield db, Log(db, AUTHOR)


def _ids(changes: Any) -> set[bytes]:
    return {change.id for change in changes}


def _healthy(path: Path) -> set[bytes]:
    backup.check_tally(path)
    return set()


ACTS: Final = (
    saving, undoing, receiving, upgrading, backing_up, keeping_a_second, restoring, replacing, creating, making_the_sample,
    rescuing, typing,
)  # fmt: skip


# how room runs out --------------------------------------------------------------------------------------


class Tried(NamedTuple):
    """What came of trying with so much room."""

    done: bool
    faults: list[tuple[str, str]]


def _full_disk(folder: Path, pages: int) -> Callable[[], None]:
    mounts.fill(folder / FILLER, pages)
    return (folder / FILLER).unlink


def _limit(folder: Path, pages: int) -> Callable[[], None]:
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    # Half a page, so that writes are cut in their middle, too.
    resource.setrlimit(resource.RLIMIT_FSIZE, (pages * PAGE // 2, usual[1]))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def _try(
    act: Callable[..., Any],
    folder: Path,
    pick: random.Random,
    squeeze: Callable[[], Callable[[], None]],
    *,
    readable: bool,
) -> Tried:
    """Once without room, then again with it; `readable` when the file must open even while there is none."""
    faults: list[tuple[str, str]] = []
    done = False
    with act(folder, pick) as do:
        known = _ids_in(folder)
        names = _names(folder)
        relieve = squeeze()
        try:
            with file.translating(folder / OURS):
                known |= do()
            done = True
        except DiskFull:
            faults += [("leftovers", name) for name in _names(folder) - names if not _whole(folder / name)]
        except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
            faults.append(("said otherwise than DiskFull", repr(error)[:150]))
        finally:
            try:
                if readable and not known <= _ids_in(folder):
                    faults.append(("acknowledged edits lost", "while there is no room"))
            except UserError as error:
                faults.append(("does not open", f"while there is no room: {error!r}"))
            finally:
                relieve()
        if not done:
            try:
                with file.translating(folder / OURS):
                    known |= do()
            except Exception as error:  # noqa: BLE001 - as above
                faults.append(("does not work once there is room", repr(error)[:150]))
    if not known <= _ids_in(folder):
        faults.append(("acknowledged edits lost", "afterwards"))
    report = check.check(folder / OURS)
    if report.verdict != "healthy":
        faults.append(("not healthy", f"{report.verdict} {report.problems[:2]}"))
    return Tried(done, faults)


def _names(folder: Path) -> set[str]:
    """All files and folders, but for journals, which SQLite may leave to be played back."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.name not in {FILLER, f"{OURS}-journal"}
    }


def _ids_in(folder: Path) -> set[bytes]:
    with contextlib.closing(file.open_again(folder / OURS)) as db, file.translating(folder / OURS):
        return {row[0] for row in db.execute("SELECT id FROM change")}


def _whole(path: Path) -> bool:
    """A folder for backups, or a backup that was finished before room ran out."""
    if path.parent.name != "backups" or path.name.startswith("."):
        return path.name == "backups"
    try:
        backup.check_tally(path)
    except UserError:
        return False
    return True


def every_size(plan: Plan, act: Any, template: Path, folder: Path, *, disk: bool) -> dict[str, Any]:
    """Try with no room, with a page, with two …, until it works three times running."""
    found: list[tuple[str, str]] = []
    tried = worked = room = 0
    size = sum(path.stat().st_size for path in template.rglob("*") if path.is_file())
    while worked < 3 and room < 2000:
        folder.mkdir()
        if disk:
            mounts.small_disk(folder, 3 * size + ROOM)
        shutil.copytree(template, folder, dirs_exist_ok=True)
        squeeze = partial(_full_disk if disk else _limit, folder, room)
        # A file that is longer than a file may be can not even be set right from its journal.
        readable = disk or room * PAGE // 2 > (folder / OURS).stat().st_size + PAGE
        result = _try(act, folder, plan.lot("room", act.__name__, disk), squeeze, readable=readable)
        found += [(sort, f"{act.__name__}, {room} pages: {text}") for sort, text in result.faults]
        tried, worked = tried + 1, worked + 1 if result.done else 0
        room += plan.either(1, 29)
        if disk:
            mounts.take_away(folder)
        shutil.rmtree(folder)
    if worked < 3:
        found.append(("never works", act.__name__))
    return {"tried": tried, "faults": found}


def run(plan: Plan) -> Iterator[Figure]:
    """Every act, with every amount of room, in both ways."""
    faults = Faults("room", plan)
    ways = [disk for disk in (True, False) if not disk or mounts.available()]
    acts = [act for act in ACTS if not plan.short or act in {saving, replacing}]
    tasks = [(act, disk) for act in acts for disk in ways]
    tried = {True: 0, False: 0}
    with scratch(in_memory=True) as folder:
        template = folder / "template"
        template.mkdir()
        sources.sample(template / OURS)
        _theirs(template)

        def work(number: int) -> dict[str, Any]:
            act, disk = tasks[number]
            if disk:
                mounts.keep_to_ourselves()
            return every_size(plan, act, template, folder / f"{number}", disk=disk)

        def name(number: int) -> str:
            return f"{tasks[number][0].__name__}, {'disk' if tasks[number][1] else 'limit'}"

        for number, answer in lives.heard(faults, plan, len(tasks), work, name, patience=900):
            tried[tasks[number][1]] += answer["tried"]
    note = "" if True in ways else "skipped: only root can make disks, on Linux"
    yield told("tried with a full disk", tried[True], note)
    yield told("tried with a limit on the size of files", tried[False])
    yield from faults.zeros(
        "acknowledged edits lost",
        "does not open",
        "not healthy",
        "said otherwise than DiskFull",
        "does not work once there is room",
        "leftovers",
        lives.CRASHES,
        lives.HANGS,
    )


def _theirs(folder: Path) -> None:
    theirs = Path(shutil.copy(folder / OURS, folder / "theirs.roadmap"))
    with contextlib.closing(file.open_for_writing(theirs)) as db:
        writer = Log(db, log.Author("Jānis Kalniņš", "Dome"))
        pick = random.Random(4)
        writer.save([some_edit(db, pick) for _ in range(300)])
