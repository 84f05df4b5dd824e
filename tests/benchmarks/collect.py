"""Collecting sixty members' files of a year's work, as the window does it; the window's own thread goes on meanwhile."""

from __future__ import annotations

import contextlib
import datetime as dt
import random
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from roadmap_desktop import paths
from roadmap_desktop.domain import collection, figures
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.collection import Home, Looked
from roadmap_desktop.domain.form import Library
from roadmap_desktop.job import Job, Task
from roadmap_desktop.store import collect, file, log, queries
from roadmap_desktop.store.log import Author, Log
from tests.benchmarks import Row, seconds
from tests.benchmarks.big import make_big

MEMBERS = 60
PARTNERSHIPS, CHECKPOINTS, EDITS = 3, 40, 5
"""Of each member: three partnerships, each answer set and changed until there are some two thousand changes."""
LONGEST = 20.0
"""Seconds."""
PAUSE_MS = 100
"""The longest that the window may stand still."""
ROUNDS = 3
_TICK_MS = 5


def run() -> list[Row]:
    """A ratio of 1 is the promise."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        counts = [_make(folder / f"Biedrs {number:02}.roadmap", number) for number in range(MEMBERS)]
        taken, pause = min(_collected(folder) for _ in range(ROUNDS))
        size = sum(path.stat().st_size for path in folder.iterdir()) / MEMBERS / 1000
    note = f"{taken:.1f} s; each {sum(counts) // MEMBERS:,} changes, {size:,.0f} kB"
    return [
        Row(f"collecting {MEMBERS} files ÷ {LONGEST:.0f} s", taken / LONGEST, 1.0, note),
        Row(
            f"longest pause of the window meanwhile ÷ {PAUSE_MS} ms", pause / PAUSE_MS, 1.0, f"{pause:.0f} ms"
        ),
    ]


def _make(path: Path, number: int) -> int:
    """A member's file; returns how many changes it holds."""
    make_big(path, PARTNERSHIPS, CHECKPOINTS, EDITS, seed=number)
    with contextlib.closing(file.open_for_writing(path)) as db:
        # The generator gives every file one organisation; members are each their own.
        pick = random.Random(number)
        own = pick.randbytes(16)
        Log(db, Author("Ilze", f"Kopa {number}")).save(
            [
                Edit(
                    own,
                    "organisation",
                    own,
                    {"name": f"Kopa {number} {pick.randbytes(5).hex()}", "kind": "community"},
                )
            ]
        )
        for root in queries.partnership_ids(db):
            for side in (queries.dossier(db, root).ours.side,):
                Log(db, Author("Ilze", "")).save([Edit(root, "side", side.id, {"organisation": own.hex()})])
        Log(db, Author("Ilze", "")).set_meta("home", own.hex())
        return log.tally(db)[0]


def _collected(folder: Path) -> tuple[float, float]:
    """Seconds that collecting takes, and the longest time (ms) for which the window's thread did not run meanwhile."""
    library, today = Library(paths.FORMS), dt.date.today().isoformat()
    pauses: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        pauses.append((now - last) * 1000 - _TICK_MS)
        last = now

    def work(task: Task) -> list[Looked]:
        files = collect.files_in([folder], folder / "none")
        return collect.look(files, library, today, progress=lambda part: task.report(round(1000 * part)))

    timer, loop, found = QTimer(), QEventLoop(), list[Looked]()
    timer.timeout.connect(tick)
    timer.start(_TICK_MS)
    job = Job(work)
    job.done.connect(found.extend)
    job.done.connect(loop.quit)

    def all_of_it() -> None:
        job.start()
        loop.exec()
        root = b"r" * 16
        done = collection.collect(found, Home(root, figures.opaque(root), 2026, today), [], [], {})
        assert len(collection.edits(done)) == 2 * MEMBERS
        assert done.complete

    taken = seconds(all_of_it)
    timer.stop()
    return taken, max(pauses)
