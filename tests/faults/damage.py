"""Damaged files: cut, flipped, torn; none may crash or hang us or pass as whole, and rescue must bring back the rest."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import statistics
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.store import check, file, queries, rescue, vet
from tests.faults import Faults, Figure, Plan, lives, scratch, sources, told
from tests.faults.sources import Source

PAGE = 4096
SLOW = 5.0
"""Seconds that nothing may take, unless the whole file takes a third of it as well: a busy machine is no fault."""
HANGS, CRASHES = lives.HANGS, lives.CRASHES
FLIPPED = ("bits", "bytes")
"""The sorts of damage that are promised to cost a hundredth of the changes at most, by the median."""
READER_DIED = "ended with -"
"""How `sandbox` says that the process that reads a stranger's file fell to a signal."""


class Original(NamedTuple):
    """A whole file: its bytes, the bytes of its older copy, its change ids, and what either may show as whole."""

    raw: bytes
    older: bytes
    changes: frozenset[bytes]
    known: frozenset[bytes]
    truths: tuple[frozenset[Any], ...]
    shown: tuple[Any, ...]


class Case(NamedTuple):
    """What a number stands for."""

    original: int
    sort: str
    pick: random.Random


# what is done to a file ---------------------------------------------------------------------------------


def _cut(raw: bytearray, _older: bytes, pick: random.Random) -> None:
    length = pick.randrange(len(raw))
    del raw[length - length % pick.choice((1, 512, PAGE)) :]


def _bits(raw: bytearray, _older: bytes, pick: random.Random) -> None:
    for _ in range(pick.choice((1, 1, 2, 8))):
        raw[pick.randrange(len(raw))] ^= 1 << pick.randrange(8)


def _bytes(raw: bytearray, _older: bytes, pick: random.Random) -> None:
    at, length = pick.randrange(len(raw)), pick.choice((1, 2, 16, 64))
    for place in range(at, min(at + length, len(raw))):
        raw[place] = pick.randrange(256)


def _head(raw: bytearray, _older: bytes, pick: random.Random) -> None:
    """Bytes of the header of the file, or of a page, where each of them steers SQLite."""
    start = pick.choice((0, PAGE * pick.randrange(len(raw) // PAGE)))
    for _ in range(pick.randint(1, 3)):
        raw[start + pick.randrange(108)] = pick.choice((0, 1, 2, 0x7F, 0x80, 0xFF, pick.randrange(256)))


def _garbage(raw: bytearray, _older: bytes, pick: random.Random) -> None:
    for _ in range(pick.choice((1, 1, 3))):
        at = PAGE * pick.randrange(len(raw) // PAGE)
        raw[at : at + PAGE] = pick.randbytes(PAGE)


def _zeros(raw: bytearray, _older: bytes, pick: random.Random) -> None:
    at, length = PAGE * pick.randrange(len(raw) // PAGE), pick.choice((512, PAGE, 3 * PAGE))
    length = min(length, len(raw) - at)
    raw[at : at + length] = bytes(length)


def _swap(raw: bytearray, _older: bytes, pick: random.Random) -> None:
    first, second = (PAGE * pick.randrange(len(raw) // PAGE) for _ in range(2))
    one, other = raw[first : first + PAGE], raw[second : second + PAGE]
    raw[first : first + PAGE], raw[second : second + PAGE] = other, one


def _torn(raw: bytearray, older: bytes, pick: random.Random) -> None:
    """A copy taken while the file was being written, or put together from two versions."""
    block = pick.choice((512, PAGE, 16 * PAGE))
    blocks = range(0, min(len(raw), len(older)), block)
    if pick.random() < 0.5:
        chosen = [at for at in blocks if pick.random() < 0.5]
    else:  # the first part of the one and the rest of the other
        middle = pick.choice(blocks)
        chosen = [at for at in blocks if (at < middle) == (middle % 2 == 0)]
    for at in chosen:
        raw[at : at + block] = older[at : at + block]
    if pick.random() < 0.3:
        del raw[len(older) :]


SORTS: dict[str, Callable[[bytearray, bytes, random.Random], None]] = {
    "cut": _cut, "bits": _bits, "bytes": _bytes, "head": _head,
    "garbage": _garbage, "zeros": _zeros, "swap": _swap, "torn": _torn,
}  # fmt: skip


def damaged(original: Original, case: Case) -> bytes:
    """The bytes of a case."""
    raw = bytearray(original.raw)
    while raw == original.raw:
        SORTS[case.sort](raw, original.older, case.pick)
    return bytes(raw)


# what the product makes of it ---------------------------------------------------------------------------


class _Trial:
    """One damaged file on its way through the product; runs in a process that may die."""

    def __init__(self, path: Path, original: Original) -> None:
        self.path = path
        self.original = original
        self.faults: list[tuple[str, str]] = []
        self.slowest = (0.0, "")

    def step(self, name: str, work: Callable[[], None]) -> None:
        """Only a UserError may come out of `work`, and soon."""
        took = self._timed(name, work)
        self.slowest = max(self.slowest, (took, name))
        if took > SLOW:
            raw = self.path.read_bytes()
            self.path.write_bytes(self.original.raw)
            usual = self._timed(name, work)
            self.path.write_bytes(raw)
            if took > 3 * usual:
                self.faults.append((HANGS, f"{name}: {took:.1f} s, the whole file {usual:.1f} s"))

    def _timed(self, name: str, work: Callable[[], None]) -> float:
        began = time.monotonic()
        try:
            work()
        except UserError as error:
            reason = str(error.data.get("reason", ""))
            self._judge_reader(name, reason)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
            where = traceback.extract_tb(error.__traceback__)[-1]
            self.faults.append(
                ("no UserError", f"{name}: {error!r} in {Path(where.filename).name}:{where.lineno}")
            )
        return time.monotonic() - began

    def _judge_reader(self, name: str, reason: str) -> None:
        if READER_DIED in reason:
            self.faults.append((CRASHES, f"{name}: {reason}"))

    def open(self) -> None:
        """As the windows do."""
        with contextlib.closing(file.open_for_reading(self.path)) as db, file.translating(self.path):
            ids = queries.partnership_ids(db)
            list(queries.summaries(db, ids))
            for root in ids:
                queries.dossier(db, root)
            queries.organisations(db)

    def vet(self) -> None:
        with vet.vet(self.path) as found:
            read = {("change", *change) for change in found.changes()} | {
                ("session", *session) for session in found.sessions()
            }
        wanted = [{row for row in truth if row[0] in {"change", "session"}} for truth in self.original.truths]
        if read not in wanted:
            self.faults.append(("shown as whole", "vet lets it pass, and it holds other changes"))

    def check(self) -> None:
        report = check.check(self.path)
        for problem in report.problems:
            self._judge_reader("check", str(problem.data.get("reason", "")))
        if report.verdict in {"healthy", "newer"}:
            try:
                with contextlib.closing(sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True)) as db:
                    same = sources.shown(db) in self.original.shown
            except sqlite3.Error:
                same = False
            if not same:
                self.faults.append(
                    ("shown as whole", f"check calls it {report.verdict}, and it says other things")
                )

    def _rescue_to(self, out: Path) -> None:
        out.unlink(missing_ok=True)
        rescue.rescue(self.path, out)

    def rescue(self) -> float:
        """Which part of the changes is back."""
        out = self.path.with_name("rescued.roadmap")
        self.step("rescue", lambda: self._rescue_to(out))
        if self.slowest[0] > SLOW:
            self._timed("rescue", lambda: self._rescue_to(out))
        if not out.exists():
            return 0.0
        with contextlib.closing(sqlite3.connect(out)) as db:
            back = {row[0] for row in db.execute("SELECT id FROM change")}
        if not back <= self.original.known:
            self.faults.append(("shown as whole", "rescue brings changes that never were"))
        return len(back & self.original.changes) / len(self.original.changes)


def trial(path: Path, original: Original, raw: bytes) -> dict[str, Any]:
    """What the product makes of `raw`, put at `path`, which stands alone in its folder."""
    path.write_bytes(raw)
    one = _Trial(path, original)
    one.step("open", one.open)
    one.step("vet", one.vet)
    one.step("check", one.check)
    back = one.rescue()
    if path.read_bytes() != raw:
        one.faults.append(("changed by looking", "its bytes are others now"))
    for left in path.parent.iterdir():
        if left.name not in {path.name, "rescued.roadmap"}:
            one.faults.append(("leftovers", left.name))
            left.unlink()
    return {"faults": one.faults, "slowest": one.slowest, "back": back}


# the run ------------------------------------------------------------------------------------------------


def originals(made: Sequence[Source]) -> list[Original]:
    """What there is to know of whole files before they are damaged."""
    found = []
    for source in made:
        truths, shown = [], []
        for path in source:
            with contextlib.closing(sqlite3.connect(path)) as db:
                truths.append(sources.truth(db))
                shown.append(sources.shown(db))
        ids = [frozenset(row[4] for row in truth if row[0] == "change") for truth in truths]
        raw, older = (path.read_bytes() for path in source)
        found.append(Original(raw, older, ids[0], ids[0] | ids[1], tuple(truths), tuple(shown)))
    return found


def case(plan: Plan, number: int) -> Case:
    """What is done in the case of that number, to which of the originals."""
    pick = plan.lot("damage", number)
    # Most of them small: what can go wrong is the same in each page, and ten thousand must end.
    original = 0 if number % 10 < 7 else 1 if plan.short or number % 30 != 29 else 2
    return Case(original, pick.choice((*SORTS, *FLIPPED)), pick)


def keep(plan: Plan, number: int, path: Path) -> None:
    """Put the file of that case at `path`, to look at it alone."""
    with scratch() as folder:
        one = case(plan, number)
        whole = originals(sources.sources(folder, large=not plan.short))
        path.write_bytes(damaged(whole[one.original], one))


def run(plan: Plan) -> Iterator[Figure]:
    """Ten thousand files through opening, vetting, check and rescue."""
    faults = Faults("damage", plan)
    count = plan.either(10_000, 30)
    back: dict[str, list[float]] = {sort: [] for sort in SORTS}
    slowest: tuple[float, str] = (0.0, "")
    with scratch(in_memory=True) as folder:
        whole = originals(sources.sources(folder, large=not plan.short))

        def work(number: int) -> dict[str, Any]:
            one = case(plan, number)
            own = folder / f"case-{number % 1000}"
            own.mkdir(exist_ok=True)
            answer = trial(own / "damaged.roadmap", whole[one.original], damaged(whole[one.original], one))
            for left in own.iterdir():
                left.unlink()
            return answer

        def name(number: int) -> str:
            one = case(plan, number)
            return f"case {number} ({one.sort}, file {one.original})"

        for number, answer in lives.heard(faults, plan, count, work, name, patience=60, batch=20):
            back[case(plan, number).sort].append(answer["back"])
            slowest = max(slowest, (answer["slowest"][0], f"{answer['slowest'][1]} of {name(number)}"))
    yield told("damaged files", count)
    yield from faults.zeros(
        CRASHES, HANGS, "shown as whole", "no UserError", "changed by looking", "leftovers"
    )
    yield told("the slowest step of any, s", slowest[0], slowest[1])
    flipped = [part for sort in FLIPPED for part in back[sort]]
    yield Figure(
        "rescued of flipped files, median %",
        100 * statistics.median(flipped),
        least=99,
        note=f"{len(flipped)} files",
    )
    for sort, parts in back.items():
        if parts:
            mean, median = 100 * statistics.mean(parts), 100 * statistics.median(parts)
            yield told(f"  {sort}: rescued, mean %", mean, f"median {median:.1f}, {len(parts)} files")
