"""Second eyes for tests: what a file holds on the disk, read past the session under test."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from roadmap_desktop.domain.conflicts import asked
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.incoming import Group
from roadmap_desktop.domain.records import Answer, Scalar
from roadmap_desktop.store import file, queries
from tests.store.tools import dump


@contextlib.contextmanager
def reader(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as another program finds it on the disk."""
    with contextlib.closing(file.connect(path, "ro")) as db:
        yield db


def root_of(path: Path, title: str) -> bytes:
    """Id of the partnership of that title."""
    with reader(path) as db:
        return queries.find_partnership(db, title).id


def dossier_of(path: Path, title: str) -> Dossier:
    """A partnership as it stands on the disk."""
    with reader(path) as db:
        return queries.dossier(db, queries.find_partnership(db, title).id)


def answer_of(path: Path, title: str, checkpoint: str) -> Answer:
    """Our answer at a checkpoint as it stands on the disk; an empty one where nothing does."""
    return dossier_of(path, title).ours.answers.get(checkpoint, Answer())


def titles_in(path: Path) -> list[str]:
    """Every partnership's title as it stands on the disk, by name."""
    with reader(path) as db:
        return [found.partnership.title for found in queries.summaries(db, queries.partnership_ids(db))]


def everything_in(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the file says of the world, without when it was last touched."""
    with reader(path) as db:
        return dump(db, activity=False)


def changes_in(path: Path) -> int:
    """How many changes the file has ever taken in."""
    with reader(path) as db:
        return int(db.execute("SELECT count(*) FROM change").fetchone()[0])


def versions_of(conflicts: Iterable[Group], entity: bytes, field: str = "text") -> dict[Scalar, str]:
    """The values that a field waits with, each with who set it; {} where it does not wait."""
    return {
        version.value: version.by
        for _, thing, one in asked(conflicts)
        if (thing.entity, one.field) == (entity, field)
        for version in (one.ours, *one.theirs)
    }
