"""Benchmarks: two things measured in turn in one run, so that the machine's mood falls on both; no timed test."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import NamedTuple


class Row(NamedTuple):
    """One figure: `ratio` of ours to the yardstick, the `bound` it should keep to, and what was measured."""

    name: str
    ratio: float
    bound: float
    note: str


def seconds(call: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def processor() -> float:
    """Seconds of processor time so far, of this process and of the children that have ended."""
    import resource

    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def median_ratio(
    ours: Callable[[], object], yardstick: Callable[[], object], rounds: int
) -> tuple[float, float, float]:
    """(ratio of the medians, median of ours, median of the yardstick), in seconds, called in turn."""
    pairs = [(seconds(ours), seconds(yardstick)) for _ in range(rounds)]
    mine, theirs = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    return mine / theirs, mine, theirs
