"""The laboratory of sharing: what it is asked, what it counts, and by what it judges that; the worlds stand beside it."""

from __future__ import annotations

from typing import NamedTuple


class Plan(NamedTuple):
    """Which worlds: drawn by `seed`, `mass` of them in memory and `real` with files on the disk; `steps` in each."""

    seed: int = 1
    mass: int = 500
    real: int = 24
    steps: int = 40
    jobs: int = 2


class Tally(NamedTuple):
    """What was counted in one or many worlds.

    `values` were written; `live` are those that nobody replaced who had seen them, in the end. `wrong` are worlds in which
    a promise was broken. For each rival: live values that it lost, values that it brought back though somebody who had
    seen them had replaced them, and questions that it asked where one side had seen what the other wrote.
    """

    worlds: int = 0
    copies: int = 0
    exchanges: int = 0
    values: int = 0
    live: int = 0
    open_questions: int = 0
    texts: int = 0
    wrong: int = 0
    newest_lost: int = 0
    newest_back: int = 0
    three_way_lost: int = 0
    three_way_back: int = 0
    three_way_false: int = 0

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(*(one + two for one, two in zip(self, other, strict=True)))
