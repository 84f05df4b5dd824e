"""How much processor time vetting takes: both processes of it, the copy and all checks, for each of 400,000 changes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from roadmap_desktop.store.vet import vet
from tests.benchmarks import Row, processor
from tests.benchmarks.big import make_big

ROUNDS = 5
BOUND = 100_000
"""Changes a second of processor time."""


def run() -> list[Row]:
    """The best of several rounds: what the machine does besides can only add. A ratio of 1 is the promise."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.roadmap"
        make_big(path)
        counts: list[int] = []

        def once() -> None:
            with vet(path, folder=Path(folder)) as found:
                counts.append(found.count)

        used = min(_used(once) for _ in range(ROUNDS))
    rate = counts[0] / used
    return [
        Row(f"vetting {counts[0]:,} changes ÷ 100,000 a second of processor time", BOUND / rate, 1.0,
            f"{rate:,.0f} a second, {used:.1f} s"),
    ]  # fmt: skip


def _used(work: Callable[[], object]) -> float:
    before = processor()
    work()
    return processor() - before
