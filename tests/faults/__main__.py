"""The fault laboratory: python -m tests.faults [PART …] [--short] [--seed N] [--jobs N]; prints what it counted as a table.

Exit status 1 where a figure lies where it must not: a zero is not zero, or a median too low.

    kills    a real process is ended (kill -9) at random moments while it saves, undoes, receives, upgrades, backs up,
             sends, goes back to a backup, and in the windows' own session; what it had acknowledged must be there
    cuts     the product is watched with strace while it does the same; what it did is replayed on a model of a disk
             that loses its power at random points, with any part of what was not forced to it (disk.py says how);
             the same with weaker settings of SQLite, where something must get lost, or the model sees nothing
    damage   files cut, flipped, zeroed, swapped and torn; each is opened, vetted, checked and rescued
    room     a full disk, and a limit on the size of files, with no room, a page, two pages …, until it works
    media    read-only disks, folders and files; with a journal to be played back, too
    clock    clocks that jump between 1900 and the year 32768, within a session and between
    sight    products that break a promise on purpose, each of which must be caught

Without a PART all run: about forty minutes on two cores. --short takes a few of each: half a minute, and the tests run it.
What goes wrong is said at once on standard error with its seed and number. The same seed draws the same faults;
a kill hits another moment each time. A damaged file can be had alone:

    python -c "from tests.faults import Plan, damage; from pathlib import Path; damage.keep(Plan(1), 45, Path('45.roadmap'))"

Everything happens in folders of its own under the system's temporary folder and /dev/shm. Small disks are mounted where
only the process that needs them sees them, which takes Linux and root; `cuts` needs strace. What cannot run here says so.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import Final

from tests.faults import Figure, Plan

PARTS: Final = ("kills", "cuts", "damage", "room", "media", "clock", "sight")


def part(name: str) -> Callable[[Plan], Iterator[Figure]]:
    """What runs the part of that name."""
    found: Callable[[Plan], Iterator[Figure]] = importlib.import_module(f"tests.faults.{name}").run
    return found


def _asked(arguments: list[str]) -> tuple[list[str], Plan]:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--short", action="store_true", help="a few of each")
    parser.add_argument("--seed", type=int, default=1, help="which faults are drawn (default: 1)")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once (default: 2)")
    asked = parser.parse_args(arguments)
    for name in asked.parts:
        if name not in PARTS:
            parser.error(f"no part {name!r}; there are {', '.join(PARTS)}")
    return asked.parts or list(PARTS), Plan(asked.seed, asked.short, asked.jobs)


def main(arguments: list[str]) -> int:
    """1 where a figure lies where it must not."""
    names, plan = _asked(arguments)
    wrong = 0
    print(f"{'':<8}{'':<52}{'counted':>11} {'wanted':>7}")
    for name in names:
        began = time.monotonic()
        for figure in part(name)(plan):
            wrong += figure.fails
            mark = "!" if figure.fails else " "
            line = f"{name:<8}{figure.what:<52}{figure.value:>11,.6g} {figure.wanted:>7}{mark} {figure.note}"
            print(line.rstrip(), flush=True)
        took = f"{time.monotonic() - began:>11,.1f}"
        print(f"{name:<8}{'seconds':<52}{took} {'':>7}  seed {plan.seed}\n", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
