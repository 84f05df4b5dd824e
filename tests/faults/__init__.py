"""The fault laboratory: what breaks computers and files, done on purpose and counted; `__main__` is its manual."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple


class Plan(NamedTuple):
    """What was asked for. The same `seed` draws the same faults; `jobs` is how many processes work at once."""

    seed: int
    short: bool = False
    jobs: int = 2

    def lot(self, *names: object) -> random.Random:
        """A source of chance of its own for whatever `names` name."""
        return random.Random(" ".join(map(str, (self.seed, *names))))

    def either(self, full: int, short: int) -> int:
        """How many, in the one form or in the other."""
        return short if self.short else full


class Figure(NamedTuple):
    """One line of the table. Where `least` or `most` is given, the value must lie there; else it is only told."""

    what: str
    value: float
    least: float | None = None
    most: float | None = None
    note: str = ""

    @property
    def fails(self) -> bool:
        """It lies elsewhere."""
        return (self.least is not None and self.value < self.least) or (
            self.most is not None and self.value > self.most
        )

    @property
    def wanted(self) -> str:
        """Where it must lie, for people."""
        if self.most is not None:
            return f"{self.most:,.5g}" if self.most == 0 else f"≤ {self.most:,.5g}"
        return "" if self.least is None else f"≥ {self.least:,.5g}"


def zero(what: str, value: float, note: str = "") -> Figure:
    """A figure that must be zero."""
    return Figure(what, value, most=0, note=note)


def told(what: str, value: float, note: str = "") -> Figure:
    """A figure that is only told."""
    return Figure(what, value, note=note)


class Faults:
    """What went wrong, by sort; each is said at once on standard error, with what it takes to see it again."""

    def __init__(self, part: str, plan: Plan) -> None:
        self._part = part
        self._plan = plan
        self.found: dict[str, list[str]] = {}

    def add(self, sort: str, text: str) -> None:
        """One more of `sort`."""
        self.found.setdefault(sort, []).append(text)
        if len(self.found[sort]) <= 20:
            sys.stderr.write(f"  ! {self._part}, seed {self._plan.seed}: {sort}: {text}\n")
            sys.stderr.flush()

    def count(self, sort: str) -> int:
        """How many of `sort`."""
        return len(self.found.get(sort, ()))

    def zeros(self, *sorts: str) -> Iterator[Figure]:
        """A line for each of `sorts`, and one for each other that was met."""
        for sort in (*sorts, *(sort for sort in self.found if sort not in sorts)):
            yield zero(sort, self.count(sort), (self.found.get(sort) or [""])[0][:60])


MEMORY = Path("/dev/shm")


@contextmanager
def scratch(*, in_memory: bool = False) -> Iterator[Path]:
    """A folder for one part, gone afterwards; in memory where asked for and where the system has such a place."""
    where = MEMORY if in_memory and MEMORY.is_dir() else None
    with TemporaryDirectory(prefix="roadmap-faults-", dir=where) as folder:
        yield Path(folder)
