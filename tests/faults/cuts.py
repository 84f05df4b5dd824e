"""Power cuts: what the product did to its files is replayed on a model of a disk, and the power goes at random points."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.store import backup, check, file, log, recovery
from roadmap_desktop.store.log import Log
from tests.faults import Faults, Figure, Plan, lives, scratch, sources, told, trace
from tests.faults.scenes import OURS
from tests.faults.sources import some_edit
from tests.faults.trace import Replay, Said, Step


class Take(NamedTuple):
    """A scene that is watched, how often the power is cut in it, and SQLite's setting where it is not the product's."""

    scene: str
    cuts: int
    setting: str = ""

    @property
    def control(self) -> bool:
        """Here something must get lost, or the laboratory sees nothing."""
        return bool(self.setting)


TAKES: Final = (
    Take("saving", 1200),
    Take("upgrading", 200),
    Take("backing_up", 300),
    Take("making", 200),
    Take("restoring", 300),
    Take("typing", 100),
    Take("saving", 400, "FULL"),
    Take("saving", 200, "NORMAL"),
    Take("saving", 200, "OFF"),
)
AT_ONCE: Final = 25
"""Cuts that one process looks at."""


class Film(NamedTuple):
    """A watched scene: the folder as it was before, what was done, and how often the power is cut."""

    take: Take
    stage: Path
    before: Path
    steps: list[Step]


def _set(folder: Path, sample: Path, take: Take, seed: int) -> None:
    """The folder in which a scene is played, with what it needs."""
    folder.mkdir()
    ours = Path(shutil.copy(sample, folder / OURS))
    if take.scene == "saving":
        pick = random.Random(seed)
        theirs = Path(shutil.copy(sample, folder / "theirs.roadmap"))
        with contextlib.closing(file.open_for_writing(theirs)) as db:
            db.execute("PRAGMA synchronous = OFF")
            writer = Log(db, log.Author("Jānis Kalniņš", "Dome"))
            for _ in range(30):
                writer.save([some_edit(db, pick) for _ in range(10)])
    if take.scene == "upgrading":
        for number in range(3):
            old = Path(shutil.copy(ours, folder / f"old-{number}.roadmap"))
            with contextlib.closing(file.connect(old, "rw")) as db:
                db.execute("UPDATE meta SET value = 'made by another version' WHERE key = 'derived'")
                db.execute("DROP TABLE indicators")


def _film(take: Take, folder: Path, sample: Path, plan: Plan) -> Film:
    seed = plan.seed
    stage, before = folder / "stage", folder / f"before-{take.scene}-{take.setting}"
    _set(stage, sample, take, seed)
    shutil.copytree(stage, before)
    arguments = (take.scene, str(stage), str(seed), str(plan.either(8, 1)), *filter(None, [take.setting]))
    steps = trace.watch("tests.faults.scenes", *arguments, log=folder / "log")
    shutil.rmtree(stage)
    return Film(take, stage, before, _of_the_stage(steps, stage))


def _of_the_stage(steps: list[Step], stage: Path) -> list[Step]:
    """Without what the interpreter reads and writes before the scene begins."""
    inside = str(stage).encode()
    first = next(
        number
        for number, step in enumerate(steps)
        if not isinstance(step, Said) and any(inside in text for text in step.texts)
    )
    return steps[first:]


def _points(film: Film, pick: random.Random) -> list[int]:
    """Before which steps the power goes: mostly where something written, or a name, is not yet for certain on the disk."""
    replay = Replay(film.stage, film.before)
    writes, names = [], []
    for number, step in enumerate(film.steps):
        if not isinstance(step, Said):
            replay.do(step)
        following = min(number + 1, len(film.steps) - 1)
        writes += [following] if replay.disk.loose else []
        names += [following] if replay.disk.loose_names else []
    everywhere = list(range(1, len(film.steps)))
    chances = [writes or everywhere, names or everywhere, everywhere]
    return [pick.choice(pick.choices(chances, (5, 4, 1))[0]) for _ in range(film.take.cuts)]


def _cut(film: Film, where: list[tuple[int, int]], folder: Path) -> list[tuple[int, str, str]]:
    """(seed, sort, text) of what was wrong after the power went after each of the steps in `where`, with that seed."""
    found = []
    replay = Replay(film.stage, film.before)
    said: list[Any] = []
    cuts = sorted(where)
    for number, step in enumerate(film.steps):
        while cuts and cuts[0][0] == number:
            _, seed = cuts.pop(0)
            there = replay.disk.after_a_cut(random.Random(seed))
            faults = list(_judge(there, said, folder))
            found += [
                (seed, sort, f"after step {number} of {len(film.steps)}: {text}") for sort, text in faults
            ]
        if isinstance(step, Said):
            said.append(step.thing)
        else:
            replay.do(step)
    return found


def _judge(there: dict[str, bytes], said: list[Any], folder: Path) -> Iterator[tuple[str, str]]:
    """What is missing of what was `said` in the folder that is `there`."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in there.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    damaged = any("damaged" in thing for thing in said)
    restored = any("restored" in thing for thing in said)
    if not damaged:
        yield from _judge_saved(folder / OURS, {one for thing in said for one in thing.get("ids", ())})
    elif restored or not (folder / OURS).exists():
        yield from _judge_saved(folder / OURS, set())
    made = {thing["made"] for thing in said if "made" in thing}
    yield from (("a finished copy is gone", name) for name in made if not (folder / name).exists())
    for path in folder.rglob("*.roadmap"):
        name = path.relative_to(folder).as_posix()
        if path.name.startswith((".", "theirs")) or name == OURS or (name in there and "(damaged" in name):
            continue
        yield from _judge_copy(path)
    words = [thing["words"] for thing in said if "words" in thing]
    if words:
        kept = [edit.fields["text"] for edit in recovery.kept(folder / "home", "document")]
        if not kept or int(str(kept[0]).partition(" ")[0]) < int(words[-1].partition(" ")[0]):
            yield ("kept words lost", f"{len(kept)} left")


def _judge_saved(path: Path, ids: set[str]) -> Iterator[tuple[str, str]]:
    if not path.exists():
        yield ("no file under its name", path.name)
        return
    try:
        with contextlib.closing(file.open_for_writing(path)) as db, file.translating(path):
            here = {row[0] for row in db.execute("SELECT lower(hex(id)) FROM change")}
    except UserError as error:
        yield ("does not open", f"{error!r}")
        return
    if not ids <= here:
        yield ("acknowledged edits lost", f"{len(ids - here)} of {len(ids)}")
    yield from _judge_copy(path)


def _judge_copy(path: Path) -> Iterator[tuple[str, str]]:
    """Whatever stands under a final name is whole, once its journal is played back."""
    if path.name.startswith(("old", OURS)):
        with contextlib.suppress(UserError):
            file.open_for_writing(path).close()
    if path.parent.name in {"backups", "stick", "kept"}:
        try:
            backup.check_tally(path)
        except UserError as error:
            yield ("half a copy under a final name", f"{path.name}: {error!r}")
        return
    report = check.check(path)
    if report.verdict != "healthy":
        yield ("not healthy", f"{path.name}: {report.verdict} {report.problems[:1]}")


def _takes(plan: Plan) -> list[Take]:
    if not plan.short:
        return list(TAKES)
    chosen = {("saving", ""), ("making", ""), ("typing", ""), ("saving", "OFF")}
    return [take._replace(cuts=6) for take in TAKES if (take.scene, take.setting) in chosen]


def run(plan: Plan) -> Iterator[Figure]:
    """More than two thousand cuts, and some with weaker settings, where something must get lost."""
    if not trace.available():
        yield told("skipped", 0, "strace is not installed, or may watch nobody here")
        return
    faults = Faults("cuts", plan)
    takes = _takes(plan)
    lost = dict.fromkeys(takes, 0)
    with scratch(in_memory=True) as folder:
        sample = sources.sample(folder / "sample.roadmap")
        tasks = []
        for film in [_film(take, folder, sample, plan) for take in takes]:
            pick = plan.lot("cuts", *film.take)
            where = [(step, pick.getrandbits(32)) for step in _points(film, pick)]
            tasks += [(film, where[start : start + AT_ONCE]) for start in range(0, len(where), AT_ONCE)]

        def work(number: int) -> dict[str, Any]:
            film, where = tasks[number]
            found = _cut(film, where, folder / f"cut-{number}")
            return {
                "faults": []
                if film.take.control
                else [(sort, f"cut {seed}, {text}") for seed, sort, text in found],
                "lost": len({seed for seed, _, _ in found}),
            }

        def name(number: int) -> str:
            return tasks[number][0].take.scene

        for number, answer in lives.heard(faults, plan, len(tasks), work, name, patience=300):
            lost[tasks[number][0].take] += answer["lost"]
    yield told("power cuts", sum(take.cuts for take in takes if not take.control))
    yield from faults.zeros(
        "acknowledged edits lost",
        "does not open",
        "not healthy",
        "no file under its name",
        "a finished copy is gone",
        "half a copy under a final name",
        "kept words lost",
        lives.CRASHES,
        lives.HANGS,
    )
    for take in takes:
        if take.control:
            least = 1 if take.setting == "OFF" else None
            what = f"  control, synchronous={take.setting}: lost"
            yield Figure(what, lost[take], least=least, note=f"of {take.cuts}")
        else:
            yield told(f"  {take.scene}", take.cuts)
