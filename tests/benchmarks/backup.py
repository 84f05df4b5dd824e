"""A backup, checked and durable, against a plain copy of the file made durable in the same way."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from roadmap_desktop.store import backup
from tests.benchmarks import Row, median_ratio
from tests.benchmarks.big import make_big

SIZES = (("a year's work", 30, 21), ("a large file", 1_000, 9))
"""Name, partnerships, rounds."""


def run() -> list[Row]:
    """Files of two sizes."""
    with tempfile.TemporaryDirectory(prefix="roadmap-benchmark-") as folder:
        return [_against_copy(Path(folder), *size) for size in SIZES]


def _against_copy(folder: Path, name: str, partnerships: int, rounds: int) -> Row:
    path, plain, backups = folder / f"{partnerships}.roadmap", folder / "plain", folder / "backups"
    make_big(path, partnerships, 40, 2)
    when = dt.datetime.now(dt.UTC)

    def ours() -> None:
        backup.back_up(path, backups, when)

    def copy() -> None:
        plain.mkdir()
        shutil.copyfile(path, plain / "copy.roadmap")
        for made in (plain / "copy.roadmap", plain):
            handle = os.open(made, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)

    ratio, mine, theirs = median_ratio(_then(ours, backups), _then(copy, plain), rounds)
    note = f"{mine * 1e3:.1f} / {theirs * 1e3:.1f} ms, {path.stat().st_size / 1e6:.1f} MB"
    return Row(f"backup of {name} / plain durable copy", ratio, 3.0, note)


def _then(call: Callable[[], None], leftovers: Path) -> Callable[[], None]:
    """`call`, beginning with what an earlier one left removed, so that both write new files each time."""

    def run() -> None:
        shutil.rmtree(leftovers, ignore_errors=True)
        call()

    return run
