"""The laboratory of sharing: python -m tests.worlds [--mass N] [--real N] [--steps N] [--seed N] [--jobs N].

Worlds of up to five copies: people write, delete, order, attach, undo, restart, copy files by hand, and send to each other
the whole file, a partnership, or a partnership with roles instead of names, in any order, twice, and too late; their
clocks are wrong by centuries, some of what they write is of a newer version. `--mass` of them live in memory, through
the log and what `send` leaves; `--real` in files on the disk, through `send.make`, vetting and `receive`.

They are judged all along by an oracle that tracks what everybody had truly seen and knows nothing of how the file does
it; in the end everybody gets everything, and then all must show the same, every value that nobody replaced knowingly
must show or be asked about, nothing else may be asked, and every text that anybody ever saved must show or stand in the
history. Beside it is printed what two usual ways of sharing would have done to the same histories.

Exit status 1 where a promise was broken; the world is named, and can be had again with --seed N --mass 1 --real 0.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from roadmap_desktop.domain import records
from tests.worlds import Plan, Tally
from tests.worlds.files import FileWorld
from tests.worlds.rivals import newest_wins, three_way
from tests.worlds.sharing import Sharing, live_through

_JUDGED_EVERY = 5


def in_memory(seed: int, steps: int) -> Tally:
    """One world, judged."""
    world = Sharing()
    return _lived(world, seed, steps, _JUDGED_EVERY)


def on_disk(seed: int, steps: int) -> Tally:
    """One world of files, judged."""
    with tempfile.TemporaryDirectory(prefix="worlds-") as folder, FileWorld(Path(folder)) as world:
        return _lived(world, seed, steps, 0)


def _lived(world: Sharing, seed: int, steps: int, judge_every: int) -> Tally:
    wrong = 0
    try:
        live_through(world, random.Random(seed), steps, judge_every=judge_every)
        world.everybody_gets_everything()
        world.judge_end()
    except AssertionError as error:
        wrong = 1
        where = traceback.extract_tb(error.__traceback__)[-1]
        print(f"{type(world).__name__} {seed}: {error} ({where.name})", file=sys.stderr, flush=True)
    return counted(world)._replace(wrong=wrong)


def counted(world: Sharing) -> Tally:
    """What is to be counted of a world that was lived."""
    first = world.copies[0]
    live = asked = 0
    for key in world.keys:
        deleted, _ = world.deletion(first, key)
        if key[1] in records.KINDS and not deleted:
            live += sum(len(events) for events in world.live(first, key).values())
    (asked,) = first.db.execute("SELECT count(*) FROM conflicts").fetchone()
    newest, merged = newest_wins(world), three_way(world)
    return Tally(
        worlds=1,
        copies=len(world.copies),
        exchanges=world.exchanges,
        values=len(world.events),
        live=live,
        open_questions=asked,
        texts=len(world.texts_written()),
        newest_lost=newest.lost,
        newest_back=newest.back,
        three_way_lost=merged.lost,
        three_way_back=merged.back,
        three_way_false=merged.false,
    )


def run(plan: Plan) -> Iterator[tuple[str, Tally]]:
    """Both sorts of worlds, each summed up."""
    with ProcessPoolExecutor(plan.jobs) as pool:
        for name, live, count, steps in (
            ("in memory", in_memory, plan.mass, plan.steps),
            ("on the disk", on_disk, plan.real, plan.steps // 2),
        ):
            seeds = range(plan.seed, plan.seed + count)
            total = Tally()
            for one in pool.map(live, seeds, [steps] * count, chunksize=4):
                total = total.plus(one)
            yield name, total


_LINES = (
    ("worlds", "worlds"),
    ("copies", "copies"),
    ("exchanges", "exchanges (whole, partner, roles)"),
    ("values", "values written"),
    ("texts", "different texts written in words"),
    ("live", "values that stand in the end"),
    ("open_questions", "questions that wait in the end"),
    ("wrong", "worlds in which anything was lost, hidden, falsely asked or different"),
    ("newest_lost", "  newest wins: values lost"),
    ("newest_back", "  newest wins: replaced values back"),
    ("three_way_lost", "  three-way merge without a log: values lost"),
    ("three_way_back", "  three-way merge without a log: replaced values back"),
    ("three_way_false", "  three-way merge without a log: questions in vain"),
)


def main(arguments: list[str]) -> int:
    """1 where a promise was broken."""
    usual = Plan()
    parser = argparse.ArgumentParser(
        prog="python -m tests.worlds",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--mass", type=int, default=usual.mass, help=f"worlds in memory (default: {usual.mass})"
    )
    parser.add_argument(
        "--real", type=int, default=usual.real, help=f"worlds of files (default: {usual.real})"
    )
    parser.add_argument(
        "--steps", type=int, default=usual.steps, help=f"what happens in one (default: {usual.steps})"
    )
    parser.add_argument("--seed", type=int, default=usual.seed, help="the first world (default: 1)")
    parser.add_argument(
        "--jobs", type=int, default=usual.jobs, help=f"processes at once (default: {usual.jobs})"
    )
    asked = Plan(**vars(parser.parse_args(arguments)))
    wrong = 0
    began = time.monotonic()
    for name, total in run(asked):
        print(name)
        for field, line in _LINES:
            print(f"  {line:<72}{getattr(total, field):>9,}")
        wrong += total.wrong
        print(f"  {'seconds, all in all':<72}{time.monotonic() - began:>9,.1f}\n", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
