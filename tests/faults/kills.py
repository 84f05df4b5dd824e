"""Kills: a real process is ended at random moments of its work; what it had said was saved must be there, and whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any, Final

from tests.faults import Faults, Figure, Plan, lives, scratch, sources, told
from tests.faults.streets import InTheWindow, Receiving, Saving, Street, Undoing
from tests.faults.whole_files import BackingUp, Restoring, Sending, Upgrading

LIVES: Final = 20
"""Kills of one file, one after the other."""
STREETS: Final[tuple[tuple[type[Street], int], ...]] = (
    (Saving, 300), (Undoing, 140), (Receiving, 140), (Upgrading, 140), (BackingUp, 140), (Sending, 100), (Restoring, 140),
    (InTheWindow, 100),
)  # fmt: skip
"""Where lives are ended, and how many."""


def run(plan: Plan) -> Iterator[Figure]:
    """Twelve hundred kills."""
    faults = Faults("kills", plan)
    each = plan.either(LIVES, 2)
    doors = [kind for kind, count in STREETS for _ in range(plan.either(-(-count // LIVES), 1))]
    totals = {kind.__name__: [0, 0, 0, 0] for kind in doors}
    with scratch() as folder:
        sample = sources.sample(folder / "sample.roadmap")

        def work(number: int) -> dict[str, Any]:
            own = folder / f"{number}"
            own.mkdir()
            street = doors[number](own, sample, plan.lot("kills", number))
            for _ in range(each):
                street.live()
            shutil.rmtree(own)
            return {
                "faults": street.faults,
                "sums": [each, street.acknowledged, street.cut_off, street.leftovers],
            }

        def name(number: int) -> str:
            return f"street {number} ({doors[number].__name__})"

        for number, answer in lives.heard(faults, plan, len(doors), work, name, patience=180):
            kind = doors[number].__name__
            totals[kind] = [before + more for before, more in zip(totals[kind], answer["sums"], strict=True)]
    kills, acknowledged, cut_off, leftovers = (sum(column) for column in zip(*totals.values(), strict=True))
    yield told("kills", kills)
    yield told("saves acknowledged before", acknowledged)
    yield told("kills within a write", cut_off, "a journal or an unfinished copy was left")
    yield from faults.zeros(
        "acknowledged edits lost",
        "does not open",
        "not healthy",
        "half a save",
        "half a copy under a final name",
        "no file under its name",
        "not upgraded",
        lives.CRASHES,
        lives.HANGS,
    )
    yield told("unfinished copies left under hidden names", leftovers)
    for street, sums in totals.items():
        yield told(f"  {street}", sums[0], f"{sums[1]} acknowledged, {sums[2]} within a write")
