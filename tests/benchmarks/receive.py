"""Receiving into 10,000 partnerships of 40 checkpoints: 1,000 new changes and 100,000, every check of them included.

The whole other file comes each time: what is new in it has to be found first. Beside it SQLite's own session extension
applies the same rows (`apsw`, in a process of its own, since it carries a second SQLite): without history, conflicts
or checks, and with nothing to be found. Where it is not installed, only that figure is missing.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.store import file
from roadmap_desktop.store.log import Author, Log
from roadmap_desktop.store.receive import apply_in, look
from tests.benchmarks import Row, seconds
from tests.benchmarks.big import make_big

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
for name in ("change", "session", "answers"):
    session.attach(name)
    session.diff("before", name)
changes = session.changeset()
session.close()
db.close()
db = apsw.Connection(ours)
db.execute("PRAGMA synchronous = EXTRA")
begun = time.perf_counter()
with db:
    apsw.Changeset.apply(changes, db)
print(json.dumps(time.perf_counter() - begun))
"""


def run() -> list[Row]:
    """A ratio of 1 is the promise: seconds for the few, and for the many the rate turned round."""
    with tempfile.TemporaryDirectory() as folder:
        big = Path(folder) / "big.roadmap"
        make_big(big)
        few, plain_few = _measured(big, FEW)
        many, plain_many = _measured(big, MANY)
    rate = MANY / many
    return [
        Row(f"receiving {FEW:,} new changes among 410,000 ÷ {LONGEST} s", few / LONGEST, 1.0,
            f"{few:.2f} s; {plain_few}"),
        Row(f"receiving {MANY:,} new changes ÷ {FEWEST:,} a second", FEWEST / rate, 1.0,
            f"{rate:,.0f} a second, {many:.1f} s; {plain_many}"),
    ]  # fmt: skip


def _measured(big: Path, count: int) -> tuple[float, str]:
    """Median seconds of receiving, and what the session extension needed for the same."""
    theirs = Path(shutil.copyfile(big, big.with_name("theirs.roadmap")))
    _write_in(theirs, count)
    taken = median(_once(big, lambda ours: _receive(ours, theirs, count)) for _ in range(ROUNDS))
    if importlib.util.find_spec("apsw") is None:
        return taken, "apsw is not installed"
    plain = median(_session_extension(big, theirs) for _ in range(ROUNDS))
    return taken, f"SQLite’s session extension {plain:.2f} s"


def _write_in(path: Path, count: int) -> None:
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


def _once(big: Path, work: Callable[[Path], None]) -> float:
    ours = Path(shutil.copyfile(big, big.with_name("ours.roadmap")))
    return seconds(lambda: work(ours))


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
