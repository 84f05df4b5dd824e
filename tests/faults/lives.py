"""Processes that may die: forked from this one, so that a thousand cost little, and heard through a pipe; no faults here."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple, TypeAlias

from tests.faults import Faults, Plan

Say: TypeAlias = Callable[[Any], None]
"""Tell the parent something that JSON can hold; it has been told once this returns, whatever happens next."""

CRASHES: Final = "crashes"
HANGS: Final = "hangs"


class Life:
    """One process that does `work(say)`; it is heard through `words`, can be killed, and must be buried."""

    def __init__(self, work: Callable[[Say], None]) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        self._pipe, mouth = os.pipe()
        self._rest = b""
        self.ended = False
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._pipe)
            _live(work, mouth)
        os.close(mouth)

    def fileno(self) -> int:
        return self._pipe

    def words(self, seconds: float) -> list[Any]:
        """What it said within `seconds`: as soon as there is anything, or it has ended."""
        if not self.ended and select.select([self], [], [], max(0.0, seconds))[0]:
            said = os.read(self._pipe, 1 << 20)
            self.ended = not said
            *lines, self._rest = (self._rest + said).split(b"\n")
            return [json.loads(line) for line in lines]
        return []

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def bury(self) -> tuple[list[Any], int]:
        """Wait until it has ended: its last words, and its status (a signal as a negative number)."""
        last: list[Any] = []
        while not self.ended:
            last += self.words(60)
        os.close(self._pipe)
        _, status = os.waitpid(self.pid, 0)
        return last, os.waitstatus_to_exitcode(status)


def _live(work: Callable[[Say], None], mouth: int) -> None:
    status = 1
    try:

        def say(thing: Any) -> None:
            os.write(mouth, json.dumps(thing).encode() + b"\n")

        work(say)
        status = 0
    except BaseException:  # noqa: BLE001 - a forked process must never return into its parent's code
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _all(work: Callable[[int], Any], numbers: range, say: Say) -> None:
    for number in numbers:
        say([number, work(number)])


class Outcome(NamedTuple):
    """What came of one task: its answer, or how its process ended."""

    number: int
    answer: Any
    status: int
    hung: bool


def each(
    tasks: range, work: Callable[[int], Any], jobs: int, patience: float, batch: int = 40
) -> Iterator[Outcome]:
    """`work(number)` for each of `tasks`, in processes that are replaced when they die or hang over `patience` seconds."""
    waiting = [
        range(start, min(start + batch, tasks.stop)) for start in range(tasks.start, tasks.stop, batch)
    ]
    waiting.reverse()
    living: dict[Life, tuple[int, int, float]] = {}  # next number, stop, when it was last heard

    def born(numbers: range) -> None:
        if numbers:
            life = Life(partial(_all, work, numbers))
            living[life] = (numbers.start, numbers.stop, time.monotonic())

    try:
        while waiting or living:
            while waiting and len(living) < jobs:
                born(waiting.pop())
            select.select(list(living), [], [], 1.0)
            for life in list(living):
                following, stop, heard = living[life]
                for number, answer in life.words(0):
                    yield Outcome(number, answer, 0, hung=False)
                    following, heard = number + 1, time.monotonic()
                living[life] = (following, stop, heard)
                hung = time.monotonic() - heard > patience
                if not (life.ended or hung):
                    continue
                life.kill()
                del living[life]
                _, status = life.bury()
                if following < stop:
                    yield Outcome(following, None, status, hung=hung)
                    born(range(following + 1, stop))
    finally:
        for life in living:
            life.kill()
            life.bury()


def heard(
    faults: Faults,
    plan: Plan,
    count: int,
    work: Callable[[int], dict[str, Any]],
    name: Callable[[int], str],
    *,
    patience: float,
    batch: int = 1,
) -> Iterator[tuple[int, dict[str, Any]]]:
    """What `work` answers for each number below `count`; the "faults" of it go to `faults`, and whoever fell does, too."""
    for number, answer, status, hung in each(range(count), work, plan.jobs, patience, batch):
        if answer is None:
            faults.add(HANGS if hung else CRASHES, f"{name(number)}: ended with {status}")
            continue
        for sort, text in answer["faults"]:
            faults.add(sort, f"{name(number)}: {text}")
        yield number, answer
