"""The files that the faults happen to: the sample and larger ones, each with an older copy of itself; nothing is broken here."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import random
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import derived, file, log, new
from roadmap_desktop.store.log import Author, Log
from tests.benchmarks.big import SENTENCES, STATES, make_big
from tests.store import tools

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
AUTHOR = Author("Ilze Bērziņa", "Ābeļkalna ļaudis")
TODAY = dt.date(2026, 11, 23)


class Source(NamedTuple):
    """A file, and the same file some weeks of work earlier."""

    path: Path
    older: Path


@contextlib.contextmanager
def certain(seed: int) -> Iterator[None]:
    """What the product draws by lot, and what its clock says, is the same each time; so the same seed makes the same file."""
    pick, ticks = random.Random(f"certain {seed}"), itertools.count(1_795_000_000_000_000_000, 1_000_000)
    with (
        mock.patch("os.urandom", pick.randbytes),
        mock.patch("secrets.token_bytes", pick.randbytes),
        mock.patch("secrets.token_hex", lambda size: pick.randbytes(size).hex()),
        mock.patch("time.time_ns", side_effect=ticks),
    ):
        yield


def sample(path: Path) -> Path:
    """The sample at `path`, with an attachment and something in conflict."""
    with certain(0):
        _make_sample(path)
    return path


def _make_sample(path: Path) -> None:
    new.sample_file(path, SAMPLE, "lv", TODAY)
    with contextlib.closing(file.open_for_writing(path)) as db:
        photo = random.Random(1).randbytes(9_000)
        edit = some_edit(db, random.Random(2))
        fields: dict[str, Scalar] = {
            "side": "a", "checkpoint": "c1.need", "name": "foto.jpg", "size": len(photo), "sha256": sha256(photo).hexdigest(),
        }  # fmt: skip
        writer = Log(db, AUTHOR)
        writer.save([Edit(edit.root, "attachment", bytes(16), fields)], [photo])
        other = tools.copy_of(db)
        writer.save([edit._replace(fields={"text": "Mūsu vārdi."})])
        Log(other, Author("Jānis Kalniņš")).save([edit._replace(fields={"text": "Viņu vārdi."})])
        writer.merge(derived.all_changes(other), log.all_sessions(other))
        other.close()


def with_older(path: Path, edits: int, seed: int = 3) -> Source:
    """`path` after `edits` more saves, and a copy of it as it was before them."""
    older = Path(shutil.copy(path, path.with_name(f"older-{path.name}")))
    pick = random.Random(seed)
    with certain(seed), contextlib.closing(file.open_for_writing(path)) as db:
        db.execute("PRAGMA synchronous = OFF")
        writer = Log(db, AUTHOR)
        for _ in range(edits):
            writer.save([some_edit(db, pick)])
    return Source(path, older)


def sources(folder: Path, *, large: bool) -> list[Source]:
    """The sample, a file of about 2,000 changes and, if asked for, one of about 20,000."""
    made = [with_older(sample(folder / "sample.roadmap"), 40)]
    shapes = (("thousands", 3, 40, 5), ("tens-of-thousands", 12, 40, 11))
    for name, partnerships, checkpoints, edits in shapes[: 1 + large]:
        path = folder / f"{name}.roadmap"
        make_big(path, partnerships, checkpoints, edits)
        made.append(with_older(path, 60))
    return made


def some_edit(db: Any, pick: random.Random) -> Edit:
    """An edit of some answer that is there, as people make them: mostly words, and never what is there already."""
    root, entity = pick.choice(db.execute("SELECT root, id FROM answers ORDER BY id").fetchall())
    sort = pick.random()
    fields: dict[str, Scalar]
    if sort < 0.7:
        words = " ".join(pick.choices(SENTENCES, k=pick.randint(1, 6))).format(n=pick.randint(8, 64))
        fields = {"text": f"{words} {pick.getrandbits(40)}"}
    elif sort < 0.85:
        fields = {"state": pick.choice(STATES), "who": f"Līga {pick.getrandbits(40)}"}
    else:
        fields = {
            "due": (TODAY + dt.timedelta(pick.randrange(900))).isoformat(),
            "text": f"{pick.getrandbits(40)}",
        }
    return Edit(root, "answer", entity, fields)


def truth(db: Any) -> frozenset[tuple[Any, ...]]:
    """Every change, author, attachment and erased id, whole."""
    return frozenset(
        (name, *row)
        for name in ("change", "session", "attachment", "forgotten")
        for row in db.execute(f"SELECT * FROM {name}")
    )


def shown(db: Any) -> tuple[Any, ...]:
    """All that a file says, save what nothing else can vouch for: its own identity and its migrations' dates."""
    home = db.execute("SELECT value FROM meta WHERE key = 'home'").fetchall()
    return truth(db), home, tools.dump(db)
