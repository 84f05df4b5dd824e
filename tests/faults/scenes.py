"""What a watched process does: python -m tests.faults.scenes SCENE FOLDER SEED LENGTH; a line on standard output after each thing done."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.store import backup, derived, file, log, new, recovery, rescue
from roadmap_desktop.store.log import Log
from tests.faults.sources import AUTHOR, SAMPLE, TODAY, certain, some_edit
from tests.faults.trace import MARK

NOW: Final = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
OURS: Final = "ours.roadmap"


def done(**what: Any) -> None:
    """Acknowledge: whatever happens from now on, this must be there."""
    os.write(1, MARK + json.dumps(what).encode() + b"\n")


@contextlib.contextmanager
def _opened(folder: Path, setting: str) -> Iterator[tuple[Any, Log]]:
    with contextlib.closing(file.open_for_writing(folder / OURS)) as db:
        if setting:
            db.execute(f"PRAGMA synchronous = {setting}")
        yield db, Log(db, AUTHOR)


def saving(folder: Path, pick: random.Random, length: int, setting: str = "") -> None:
    """Words are saved, now and then undone, and another's taken in."""
    with _opened(folder, setting) as (db, writer):
        for _ in range(4 * length):
            contents = [pick.randbytes(20_000)] if pick.random() < 0.1 else []
            step = writer.save([some_edit(db, pick) for _ in range(pick.choice((1, 1, 4)))], contents)
            done(ids=[change.id.hex() for change in step.changes])
            if pick.random() < 0.3:
                step = writer.revert(step)
                done(ids=[change.id.hex() for change in step.changes])
    _receive(folder, pick, setting)


def _receive(folder: Path, pick: random.Random, setting: str) -> None:
    with contextlib.closing(file.open_as_it_is(folder / "theirs.roadmap")) as db:
        theirs, sessions = list(derived.all_changes(db)), log.all_sessions(db)
    with _opened(folder, setting) as (_, writer):
        while theirs:
            part = [theirs.pop() for _ in range(min(len(theirs), pick.choice((10, 40, 150))))]
            writer.merge(part, sessions)
            done(ids=[change.id.hex() for change in part])


def upgrading(folder: Path, pick: random.Random, length: int) -> None:
    """Files whose tables are another version's are opened."""
    for path in sorted(folder.glob("old-*.roadmap")):
        file.open_for_writing(path).close()
        done(made=path.name)


def backing_up(folder: Path, pick: random.Random, length: int) -> None:
    """Words are saved, and the file backed up, to two places."""
    (folder / "stick").mkdir(exist_ok=True)
    with _opened(folder, "") as (db, writer):
        for second in range(length):
            step = writer.save([some_edit(db, pick)])
            done(ids=[change.id.hex() for change in step.changes])
            kept = backup.keep(
                folder / OURS, folder / "backups", folder / "stick", NOW + dt.timedelta(seconds=second)
            )
            assert kept.made, kept
            done(made=f"backups/{kept.made.path.name}")
            done(made=f"stick/{kept.made.path.name}")


def making(folder: Path, pick: random.Random, length: int) -> None:
    """New files, and rescued ones."""
    for number in range(-(-length // 3)):
        makers: list[Callable[[Path], Any]] = [
            file.create,
            lambda path: new.sample_file(path, SAMPLE, "lv", TODAY),
            lambda path: rescue.rescue(folder / OURS, path),
        ]
        for place, make in enumerate(makers):
            path = folder / f"new-{number}-{place}.roadmap"
            make(path)
            done(made=path.name)


def restoring(folder: Path, pick: random.Random, length: int) -> None:
    """A backup's state is gone back to, and a backup takes the place of a damaged file."""
    kept = backup.back_up(folder / OURS, folder / "kept", NOW)
    done(made=f"kept/{kept.path.name}")
    for number in range(-(-length // 2)):
        with _opened(folder, "") as (db, writer):
            step = writer.save([some_edit(db, pick)])
            done(ids=[change.id.hex() for change in step.changes])
        restored = backup.restore(
            folder / OURS, kept, folder / "backups", AUTHOR, NOW + dt.timedelta(minutes=number)
        )
        assert restored.before, restored
        done(made=f"backups/{restored.before.path.name}")
    # From here on nothing that was saved is in the file any more, and it was said so.
    done(damaged=True)
    with (folder / OURS).open("r+b") as stream:
        stream.truncate(50_000)
        os.fsync(stream.fileno())
    with contextlib.suppress(UserError):
        file.examine(folder / OURS)
    backup.restore(folder / OURS, kept, folder / "backups", AUTHOR, NOW)
    done(restored=True)


def typing(folder: Path, pick: random.Random, length: int) -> None:
    """Words are kept while they are typed."""
    with contextlib.closing(file.open_for_reading(folder / OURS)) as db:
        edit = some_edit(db, pick)
    for number in range(12):
        text = f"{number} " + "vārds " * pick.randrange(1, 2000)
        recovery.keep(folder / "home", "document", [edit._replace(fields={"text": text})])
        recovery.harden(folder / "home", "document")
        done(words=text)


SCENES: Final[dict[str, Callable[..., None]]] = {
    scene.__name__: scene for scene in (saving, upgrading, backing_up, making, restoring, typing)
}


if __name__ == "__main__":
    name, place, seed, size, *settings = sys.argv[1:]
    with certain(int(seed)):
        SCENES[name](Path(place), random.Random(seed), int(size), *settings)
