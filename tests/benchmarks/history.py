"""The history of one answer in a file of a million changes, and the first page of wider ones."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from pathlib import Path
from statistics import median

from roadmap_desktop.domain.history import WHOLE_FILE, Scope
from roadmap_desktop.store import history
from roadmap_desktop.store.history import PAGE, Reader
from tests.benchmarks import Row, seconds
from tests.benchmarks.big import make_big

PARTNERSHIPS, CHECKPOINTS, EDITS = 1_200, 40, 6
"""Each answer is written once and then changed twenty times: 1,008,000 changes, and some that make the partnerships."""
BOUND_MS = 50
"""For one answer. The wider ones are for information: as all answers of a partnership are changed in one moment here, each
of their entries takes in 160 changes."""
ROUNDS = 25


def run() -> list[Row]:
    """A connection of its own each time, as the window has it; a ratio of 1 is the promise."""
    with tempfile.TemporaryDirectory(prefix="roadmap-benchmark-") as folder:
        path = Path(folder, "long.roadmap")
        make_big(path, PARTNERSHIPS, CHECKPOINTS, EDITS)
        with contextlib.closing(history.open_log(path)) as db:
            (count,) = db.execute("SELECT count(*) FROM change").fetchone()
            answers = _spread(db, "answer")
            roots = _spread(db, "partnership")
        one = [_read(path, Scope(root, "answer", entity)) for root, entity in answers]
        partnership = [_read(path, Scope(root)) for root, _ in roots]
        whole = [(_read(path, WHOLE_FILE), _look(path)) for _ in range(5)]
    first, look = median(pair[0] for pair in whole), median(pair[1] for pair in whole)
    return [
        Row(f"history of one answer among {count:,} changes ÷ {BOUND_MS} ms", median(one) / BOUND_MS, 1.0,
            f"{median(one):.1f} ms, at most {max(one):.1f} ms"),
        Row(f"first {PAGE} entries of a partnership ÷ 1 s", median(partnership) / 1_000, 1.0, f"{median(partnership):.0f} ms"),
        Row(f"first {PAGE} entries of the whole file ÷ one look at every row", first / look, 40.0,
            f"{first:.0f} / {look:.0f} ms, on a thread"),
    ]  # fmt: skip


def _look(path: Path) -> float:
    """Milliseconds to see every change's time once, as SQLite does it."""

    def look() -> None:
        with contextlib.closing(history.open_log(path)) as db:
            db.execute("SELECT max(wall), count(*) FROM change").fetchone()

    return seconds(look) * 1_000


def _spread(db: sqlite3.Connection, kind: str) -> list[tuple[bytes, bytes]]:
    """(root, entity) of things all over the file."""
    rows = db.execute("SELECT DISTINCT root, entity FROM change WHERE kind = ?", (kind,)).fetchall()
    return rows[:: max(1, len(rows) // ROUNDS)][:ROUNDS]


def _read(path: Path, scope: Scope) -> float:
    """Milliseconds from nothing to the first page."""

    def read() -> None:
        with contextlib.closing(history.open_log(path)) as db:
            assert Reader(scope).more(db).entries

    return seconds(read) * 1_000
