"""Members and what they sent, made up without a file: for windows and sheets that show them; a helper of tests, no test."""

from __future__ import annotations

import random
from collections.abc import Iterator

from roadmap_desktop.domain import members, records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.records import Member, Submission
from roadmap_desktop.domain.submission import Measured, Walk, packed
from tests.builders import form

NAMES = (
    "Biedrība „Ābeļkalna ļaudis”", "Gārsenes jaunieši", "Kopienas dārzs „Saulīte”", "Līgatnes amatnieki", "Mājas aprūpe „Blakus”",
    "Nīgrandes sieviešu klubs", "Ozolaines remonta kafejnīca", "Pļavciema kultūras biedrība", "Rūjienas senioru skola",
    "Sociālais uzņēmums „Otrā elpa”", "Ugāles attīstības biedrība", "Vīķu ciema kopa",
)  # fmt: skip
INDICATORS = (
    "Bērni, kas nāk katru nedēļu",
    "Brīvprātīgo stundas mēnesī",
    "Salabotas lietas",
    "Apciemotie seniori",
)
NOON = 1_790_000_000_000
TITLES = ("Jauniešu centrs vecajā skolā", "Kopienas dārzs pie bibliotēkas", "Ciema autobuss")


def listed(root: bytes, count: int = len(NAMES)) -> list[Member]:
    """So many members of `root`."""
    names = [
        NAMES[number % len(NAMES)] + (f" {number}" if number >= len(NAMES) else "") for number in range(count)
    ]
    return [
        Member(
            records.member_id(root, name), root, name, f"400081234{number:02}", f"birojs{number}@example.org"
        )
        for number, name in enumerate(names)
    ]


def submissions(
    root: bytes, year: int, count: int = len(NAMES), *, missing: int = 2, seed: int = 1
) -> list[Submission]:
    """What all but the last `missing` of them sent in `year`."""
    pick = random.Random(seed)
    return [_submission(member, year, pick) for member in listed(root, count)[: count - missing]]


def edits(root: bytes, year: int, count: int = len(NAMES), *, missing: int = 2) -> list[Edit]:
    """All of it for `year` and the year before, as the edits that keep it."""
    made = [members.member_edit(one) for one in listed(root, count)]
    sent = [
        *submissions(root, year, count, missing=missing),
        *submissions(root, year - 1, count, missing=missing + 1, seed=2),
    ]
    return made + [
        Edit(root, "submission", one.id, dict(zip(records.fields("submission"), one[2:], strict=True)))
        for one in sent
    ]


def _submission(member: Member, year: int, pick: random.Random) -> Submission:
    walks = tuple(_walk(number, pick) for number in range(pick.randint(1, 3)))
    level = pick.choice(("whole", "whole", "partner", "numbers"))
    return Submission(
        records.submission_id(member.root, member.id, year), member.root, member.id.hex(), year, level,
        f"{member.name} {year}.roadmap", "0123456789ab", NOON, NOON, 200, f"{year}-11-20", packed(walks),
    )  # fmt: skip


def _walk(number: int, pick: random.Random) -> Walk:
    points = list(form("community").checkpoints)
    at = pick.randint(2, len(points))
    done = tuple(sum(point.step == step for point in points[:at]) for step in ("1", "2", "3"))
    current = points[at].id if at < len(points) else ""
    still = {point: pick.randint(31, 240) for point in _still(current, pick)}
    measured = tuple(
        Measured(name, 0, pick.randint(20, 60), pick.randint(0, 40))
        for name in pick.sample(INDICATORS, pick.randint(0, 2))
    )
    return Walk(
        f"{number:032x}", TITLES[number], "active", "community", done, (11, 8, 11), pick.randint(0, 2), current, still,
        measured, NOON,
    )  # fmt: skip


def _still(current: str, pick: random.Random) -> Iterator[str]:
    if current and pick.random() < 0.7:
        yield current
    if pick.random() < 0.6:
        yield "c2.procedure"
    if pick.random() < 0.3:
        yield "c1.priorities"
