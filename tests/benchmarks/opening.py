"""Opening a file: what it costs does not hang on the length of its history; and what a look through a stranger's costs."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication

from roadmap_desktop.session import Session
from roadmap_desktop.store import check, file
from roadmap_desktop.store.log import Author
from roadmap_desktop.store.trust import Trust
from tests.benchmarks import Row, median_ratio, seconds
from tests.benchmarks.big import make_big

ROUNDS = 31
PARTNERSHIPS, CHECKPOINTS = 10, 24
LONG, SHORT = 104, 1
"""Times that each field was set: some 100,000 changes and some 300."""
BOUND = 1.2


def run() -> list[Row]:
    """Session and what home and a dashboard read first, in turn; then trust."""
    application = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory(prefix="roadmap-benchmark-") as name:
        folder = Path(name)
        long, short = folder / "long.roadmap", folder / "short.roadmap"
        make_big(long, PARTNERSHIPS, CHECKPOINTS, LONG)
        make_big(short, PARTNERSHIPS, CHECKPOINTS, SHORT)
        ratio, ours, theirs = median_ratio(_opening(folder, long), _opening(folder, short), ROUNDS)
        changes = _changes(long)
        note = f"{1e3 * ours:.1f} / {1e3 * theirs:.1f} ms"
        rows = [Row(f"opening with {changes:,} ÷ {_changes(short):,} changes", ratio, BOUND, note)]
        rows += _trust(folder, long, theirs)
        typical = folder / "typical.roadmap"
        make_big(typical, 45, 40, 1)
        rows += _trust(folder, typical, theirs)
        application.processEvents()
        return rows


def _opening(folder: Path, path: Path) -> Callable[[], None]:
    def once() -> None:
        trust = Trust(folder / "user")
        if not trust.knows(path):
            trust.note(path)
        session = Session(path, Author("Ilze Bērziņa"), folder / "user")
        ids = session.partnership_ids()
        session.summaries(ids)
        session.due_stops("2026-12-31")
        session.dossier(ids[0])
        session.close()

    once()
    return once


def _changes(path: Path) -> int:
    with contextlib.closing(file.open_for_reading(path)) as db:
        return int(db.execute("SELECT count(*) FROM change").fetchone()[0])


def _trust(folder: Path, path: Path, opening: float) -> list[Row]:
    """What stands between a click on a file from elsewhere and its window, and what a known one is asked; no bound."""
    copy = Path(shutil.copy(path, folder / "copy.roadmap"))
    trust = Trust(folder / "other user")
    looked = median(seconds(lambda: trust.look_through(copy)) for _ in range(5))
    knows = median(seconds(lambda: trust.knows(copy)) for _ in range(51))
    whole = median(seconds(lambda: check.check_open(copy)) for _ in range(5))
    count = f"{_changes(path):,} changes"
    unbounded = float("inf")
    return [
        Row(f"look through {count} ÷ opening", looked / opening, unbounded, f"{1e3 * looked:.0f} ms, once"),
        Row(f"is it known, {count} ÷ opening", knows / opening, unbounded, f"{1e3 * knows:.2f} ms"),
        Row(f"check while open, {count} ÷ opening", whole / opening, unbounded, f"{1e3 * whole:.0f} ms, in the background"),
    ]  # fmt: skip
