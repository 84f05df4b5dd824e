"""The overview of what members sent in a year: how far each is, where many are stuck, what is measured; a function of records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from roadmap_desktop.domain.members import folded
from roadmap_desktop.domain.records import Member, Submission
from roadmap_desktop.domain.submission import STEPS, Measured, Number, Walk, unpacked

STUCK_DAYS: Final = 90
"""Days without a change from which on a checkpoint counts as stuck, where nobody says otherwise."""
_FEWEST_OTHERS: Final = 4
"""With fewer, a member could tell from the middle how far a certain other one is."""


class Count(NamedTuple):
    """Done of all."""

    done: int
    total: int


class Row(NamedTuple):
    """A member in the overview; `submission` None where nothing came. `steps` are summed over its partnerships.

    `before` is what it had done of all the year before, None where nothing came then.
    """

    member: Member
    submission: Submission | None
    walks: tuple[Walk, ...]
    steps: tuple[Count, ...]
    before: Count | None

    @property
    def all(self) -> Count:
        """Over all steps."""
        return Count(sum(one.done for one in self.steps), sum(one.total for one in self.steps))

    @property
    def missing(self) -> bool:
        """A file is waited for, and none came."""
        return self.submission is None and bool(self.member.expected)

    @property
    def overdue(self) -> int:
        """Checkpoints past their date, in partnerships that are going on."""
        return sum(walk.overdue for walk in self.walks if walk.stage == "active")

    def stuck(self, days: int = STUCK_DAYS) -> int:
        """Checkpoints that nobody has touched for more than `days`."""
        return sum(1 for _ in _stuck(self.walks, days))

    def reached(self) -> tuple[int, ...]:
        """How many partnerships are in each step, and, last, how many have done all."""
        return tuple(sum(walk.step == step for walk in self.walks) for step in range(1, STEPS + 2))


class Stuck(NamedTuple):
    """A checkpoint at which members are stuck: how many of those who walk its form, in how many partnerships, how long at most."""

    form: str
    checkpoint: str
    members: int
    of: int
    partnerships: int
    longest: int


class Gauge(NamedTuple):
    """An indicator of a member beside what it was the year before, None where it was not measured."""

    member: Member
    partnership: str
    measured: Measured
    before: Number

    @property
    def share(self) -> float | None:
        """Which part of the way from the baseline to the target is done, 0 at the least; None where it cannot be said."""
        baseline, target, actual = self.measured[1:]
        if target is None or actual is None or target == (baseline or 0):
            return None
        start = baseline or 0
        return max(0.0, (actual - start) / (target - start))


class Standing(NamedTuple):
    """Where a member stands among all that answered, without naming any: how much it has done, and the middle of all.

    `ahead` counts those who have done a smaller part of their way, of `others`.
    """

    share: float
    median: float
    ahead: int
    others: int


def rows(
    members: Iterable[Member], submissions: Iterable[Submission], before: Iterable[Submission]
) -> list[Row]:
    """A row a member, in their order; `before` are the submissions of the year before."""
    now, then = ({one.member: one for one in found} for found in (submissions, before))
    return [_row(member, now.get(member.id.hex()), then.get(member.id.hex())) for member in members]


def _row(member: Member, now: Submission | None, then: Submission | None) -> Row:
    walks = unpacked(now.figures) if now is not None else ()
    last = summed(unpacked(then.figures)) if then is not None else None
    before = None if last is None else Count(sum(one.done for one in last), sum(one.total for one in last))
    return Row(member, now, walks, summed(walks), before)


def summed(walks: Sequence[Walk]) -> tuple[Count, ...]:
    """Done of all in each step, over `walks`."""
    known = [walk for walk in walks if walk.form]
    return tuple(
        Count(sum(walk.done[step] for walk in known), sum(walk.total[step] for walk in known))
        for step in range(STEPS)
    )


def stuck(found: Sequence[Row], days: int = STUCK_DAYS) -> list[Stuck]:
    """Where members are stuck for more than `days`, the checkpoint with most of them first."""
    at: dict[tuple[str, str], list[tuple[Member, int]]] = {}
    walking: dict[str, set[bytes]] = {}
    for row in found:
        for walk in row.walks:
            walking.setdefault(walk.form, set()).add(row.member.id)
        for walk, checkpoint, still in _stuck(row.walks, days):
            at.setdefault((walk.form, checkpoint), []).append((row.member, still))
    made = [
        Stuck(
            form, checkpoint, len({member.id for member, _ in cases}), len(walking[form]), len(cases),
            max(still for _, still in cases),
        )
        for (form, checkpoint), cases in at.items()
    ]  # fmt: skip
    return sorted(made, key=lambda one: (-one.members, -one.partnerships, one.form, one.checkpoint))


def _stuck(walks: Iterable[Walk], days: int) -> Iterable[tuple[Walk, str, int]]:
    return (
        (walk, checkpoint, still)
        for walk in walks
        if walk.stage == "active"
        for checkpoint, still in sorted(walk.still.items())
        if still > days
    )


def stuck_of(row: Row, days: int = STUCK_DAYS) -> list[tuple[Walk, str, int]]:
    """Where one member is stuck: the partnership, the checkpoint, for how many days; the longest first."""
    return sorted(_stuck(row.walks, days), key=lambda one: -one[2])


def gauges(found: Sequence[Row], before: Iterable[Submission]) -> list[Gauge]:
    """Every indicator with a name or a figure, beside that of the year before; what is called alike stands together."""
    then = {one.member: {walk.id: walk for walk in unpacked(one.figures)} for one in before}
    made = []
    for row in found:
        former = then.get(row.member.id.hex(), {})
        for walk in row.walks:
            for place, measured in enumerate(walk.measured):
                if any(one is not None for one in measured[1:]) or measured.name:
                    made.append(
                        Gauge(row.member, walk.title, measured, _former(former.get(walk.id), place, measured))
                    )
    return sorted(made, key=lambda one: (not one.measured.name, folded(one.measured.name)))


def _former(walk: Walk | None, place: int, now: Measured) -> Number:
    """The figure the year before: by its name, or where it has none by its place."""
    if walk is None:
        return None
    if now.name:
        return next((one.actual for one in walk.measured if one.name == now.name), None)
    return walk.measured[place].actual if place < len(walk.measured) else None


def standing(row: Row, found: Sequence[Row]) -> Standing | None:
    """Where `row` stands among `found`; None where there are too few others for none of them to be known by it."""
    shares = {
        one.member.id: share_of(one.all) for one in found if one.submission is not None and one.all.total
    }
    own = shares.pop(row.member.id, None)
    if own is None or len(shares) < _FEWEST_OTHERS:
        return None
    ordered = sorted([own, *shares.values()])
    middle = len(ordered) // 2
    median = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    return Standing(own, median, sum(one < own for one in shares.values()), len(shares))


def share_of(count: Count) -> float:
    """Which part is done, 0 to 1."""
    return count.done / count.total if count.total else 0.0


def totals(found: Sequence[Row]) -> Mapping[str, int]:
    """The sums over all: members, answered, missing, partnerships, finished."""
    return {
        "members": len(found),
        "answered": sum(row.submission is not None for row in found),
        "missing": sum(row.missing for row in found),
        "partnerships": sum(len(row.walks) for row in found),
        "finished": sum(row.reached()[-1] for row in found),
    }
