"""Whether the laboratory can see: products that break a promise on purpose, each of which must be caught."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from roadmap_desktop.domain.errors import DiskFull
from roadmap_desktop.store import file
from roadmap_desktop.store.log import Log
from tests.faults import (
    Faults,
    Figure,
    Plan,
    damage,
    disk,
    lives,
    room,
    scratch,
    sources,
    streets,
    whole_files,
)
from tests.faults.lives import Say
from tests.faults.sources import AUTHOR, some_edit


class _TooEarly(streets.Saving):
    """Says that it is saved, and saves then, with nothing forced to the disk and nothing kept for the way back."""

    def work(self, say: Say, pick: random.Random) -> None:
        with contextlib.closing(file.open_for_writing(self.path)) as db:
            say("begin")
            writer = Log(db, AUTHOR)
            while True:
                edit = some_edit(db, pick)
                say({"ids": [pick.randbytes(16).hex()]})
                writer.save([edit])


class _HalfAnUpgrade(whole_files.Upgrading):
    """Upgrades without a journal, so that a kill leaves half of it."""

    def work(self, say: Say, pick: random.Random) -> None:
        say("begin")
        with contextlib.closing(file.connect(self.folder / "old-0.roadmap", "rw")) as db:
            db.execute("PRAGMA journal_mode = OFF")
            while True:
                db.execute("DELETE FROM change WHERE id IN (SELECT id FROM change LIMIT 1)")


@contextlib.contextmanager
def _claiming(folder: Path, pick: random.Random) -> Iterator[room.Act]:
    """Without room says all the same that it is saved."""
    with contextlib.closing(file.open_for_writing(folder / room.OURS)) as db:
        writer = Log(db, AUTHOR)

        def act() -> set[bytes]:
            try:
                with file.translating(folder / room.OURS):
                    return {change.id for change in writer.save([some_edit(db, pick)]).changes}
            except DiskFull:
                return {bytes(16)}

        yield act


def _street(kind: type[streets.Street], folder: Path, sample: Path, plan: Plan) -> int:
    folder.mkdir()
    street = kind(folder, sample, plan.lot("sight", kind.__name__))
    for _ in range(3):
        street.live()
    return len(street.faults)


def _another_whole_file(folder: Path, sample: Path) -> int:
    """A file that is whole, and is not the one it should be."""
    folder.mkdir()
    source = sources.with_older(Path(shutil.copy(sample, folder / "one.roadmap")), 3)
    (original,) = damage.originals([source])
    other = sources.with_older(Path(shutil.copy(sample, folder / "two.roadmap")), 5, seed=9)
    case = folder / "case"
    case.mkdir()
    answer = damage.trial(case / "damaged.roadmap", original, other.path.read_bytes())
    return sum(sort == "shown as whole" for sort, _ in answer["faults"])


def _no_room(folder: Path, sample: Path, plan: Plan) -> int:
    template = folder / "template"
    template.mkdir(parents=True)
    shutil.copy(sample, template / room.OURS)
    found = room.every_size(plan, _claiming, template, folder / "disk", disk=False)
    return len(found["faults"])


def _loose_ends(plan: Plan) -> int:
    """How many of a hundred cuts cost a disk something of a write, a name or both that were not forced to it."""
    pick, lost = plan.lot("sight", "disk"), 0
    for _ in range(100):
        held = disk.Disk({"a": bytes(9000)})
        held.names["a"].write(10, bytes([1]) * 5000)
        held.rename(("b", held.names["a"]), ("a", None))
        there = held.after_a_cut(pick)
        lost += set(there) != {"b"} or there["b"] != bytes(held.names["b"].seen)
    return lost


def run(plan: Plan) -> Iterator[Figure]:
    """Each broken promise, and how often it was noticed."""
    faults = Faults("sight", plan)
    with scratch() as folder:
        sample = sources.sample(folder / "sample.roadmap")
        looks: dict[str, Any] = {
            "an edit acknowledged before it is saved": lambda: _street(_TooEarly, folder / "1", sample, plan),
            "half an upgrade": lambda: _street(_HalfAnUpgrade, folder / "2", sample, plan),
            "another whole file in the place of ours": lambda: _another_whole_file(folder / "3", sample),
            "an edit claimed to be saved without room": lambda: _no_room(folder / "4", sample, plan),
            "a write and a name not forced to the disk": lambda: _loose_ends(plan),
        }
        names = list(looks)

        def work(number: int) -> dict[str, Any]:
            return {"faults": [], "noticed": looks[names[number]]()}

        for number, answer in lives.heard(faults, plan, len(names), work, names.__getitem__, patience=60):
            yield Figure(f"noticed: {names[number]}", answer["noticed"], least=1)
    yield from faults.zeros(lives.CRASHES, lives.HANGS)
