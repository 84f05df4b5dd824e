"""Receiving into 10,000 partnerships of 40 checkpoints: 1,000 new changes and 100,000, every check of them included.

The whole other file comes each time: what is new in it has to be found first. Once the new changes are edits of what is
here, once they are partnerships that begin. Beside it SQLite's own session extension applies the same rows (`apsw`, in
a process of its own, since it carries a second SQLite): without history, conflicts or checks, and with nothing to be
found.
"""

from __future__ import annotations

import contextlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.store import file
from roadmap_desktop.store.log import Author, Log
from roadmap_desktop.store.receive import apply_in, look
from tests.benchmarks import Row, processor, seconds
from tests.benchmarks.big import add_partnerships, make_big

FEW, MANY = 1_000, 100_000
LONGEST = 1.5
"""Seconds for the few."""
FEWEST = 20_000
"""Of the many in a second."""
ROUNDS = 3
_SESSION = """
import apsw, json, sys, time
ours, theirs = sys.argv[1:]
db = apsw.Connection(theirs)
db.execute("ATTACH ? AS before", (ours,))
session = apsw.Session(db, "main")
for name in ("change", "session", "partnerships", "sides", "answers"):
    session.attach(name)
    session.diff("before", name)
changes = session.changeset()
session.close()
db.close()
db = apsw.Connection(ours)
db.execute("PRAGMA synchronous = EXTRA")
db.execute("PRAGMA cache_size = -64000")
begun = time.perf_counter()
with db:
    apsw.Changeset.apply(changes, db)
print(json.dumps(time.perf_counter() - begun))
"""


class Taken(NamedTuple):
    """The best of some rounds: seconds by the clock, and of processor time, the child's included."""

    wall: float
    processor: float


def run() -> list[Row]:
    """The best of several rounds: what the machine does besides can only add. A ratio of 1 is the promise.

    Seconds for the few, and for the many the rate turned round.
    """
    with tempfile.TemporaryDirectory() as folder:
        big = Path(folder) / "big.roadmap"
        make_big(big)
        few, plain_few = _measured(big, FEW, lambda theirs: _edit_in(theirs, FEW))
        edited, plain_edited = _measured(big, MANY, lambda theirs: _edit_in(theirs, MANY))
        begun, plain_begun = _measured(big, MANY, lambda theirs: add_partnerships(theirs, MANY))
    return [
        Row(f"receiving {FEW:,} edits among 410,000 ÷ {LONGEST} s", few.wall / LONGEST, 1.0, _note(few, plain_few)),
        Row(f"receiving {MANY:,} edits ÷ {FEWEST:,} a second", FEWEST * edited.wall / MANY, 1.0,
            f"{MANY / edited.wall:,.0f} a second; {_note(edited, plain_edited)}"),
        Row(f"receiving {MANY:,} changes that begin ÷ {FEWEST:,} a second", FEWEST * begun.wall / MANY, 1.0,
            f"{MANY / begun.wall:,.0f} a second; {_note(begun, plain_begun)}"),
    ]  # fmt: skip


def _note(taken: Taken, plain: float) -> str:
    return (
        f"{taken.wall:.2f} s, {taken.processor:.2f} s of processor time; "
        f"{taken.wall / plain:.1f} × SQLite’s session extension ({plain:.2f} s)"
    )


def _measured(big: Path, count: int, write: Callable[[Path], None]) -> tuple[Taken, float]:
    """What receiving takes, and how many seconds the session extension needs for the same."""
    theirs = Path(shutil.copyfile(big, big.with_name("theirs.roadmap")))
    write(theirs)
    taken = [_once(big, lambda ours: _receive(ours, theirs, count)) for _ in range(ROUNDS)]
    plain = min(_session_extension(big, theirs) for _ in range(ROUNDS))
    return Taken(min(one.wall for one in taken), min(one.processor for one in taken)), plain


def _edit_in(path: Path, count: int) -> None:
    """So many answers all over the file get a sentence more."""
    with contextlib.closing(file.connect(path, "rw")) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -200000")
        rows = db.execute("SELECT root, id, text FROM answers ORDER BY id").fetchall()
        edits = [
            Edit(root, "answer", number, {"text": f"{text} Papildināts."})
            for root, number, text in random.Random(count).sample(rows, count)
        ]
        Log(db, Author("Jānis Kalniņš", "Dome")).save(edits)


def _once(big: Path, work: Callable[[Path], None]) -> Taken:
    ours = Path(shutil.copyfile(big, big.with_name("ours.roadmap")))
    before = processor()
    wall = seconds(lambda: work(ours))
    return Taken(wall, processor() - before)


def _receive(ours: Path, theirs: Path, count: int) -> None:
    with look(ours, [theirs], folder=ours.parent) as incoming:
        assert incoming.sources[0].new == count
        with contextlib.closing(file.open_for_writing(ours)) as db:
            assert apply_in(Log(db, Author("Ilze Bērziņa")), incoming, {}).new == count


def _session_extension(big: Path, theirs: Path) -> float:
    ours = shutil.copyfile(big, big.with_name("ours.roadmap"))
    done = subprocess.run(
        [sys.executable, "-c", _SESSION, str(ours), str(theirs)], capture_output=True, text=True, check=True
    )
    return float(json.loads(done.stdout))
