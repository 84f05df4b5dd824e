"""Two people who write in one file without knowing of each other: a helper of tests, no test."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.store import file, queries
from roadmap_desktop.store.derived import all_changes
from roadmap_desktop.store.log import Author, Log, all_sessions

MARTINS = Author("Mārtiņš Vītols", "Novada dome")


def disagree(path: Path, ours: Sequence[Edit], theirs: Sequence[Edit], them: Author = MARTINS) -> None:
    """Have both write at once, we for the file's own organisation, and bring what they wrote together at `path`."""
    copy = Path(shutil.copyfile(path, path.with_name(f"their {path.name}")))
    with (
        contextlib.closing(file.connect(copy, "rw")) as other,
        contextlib.closing(file.connect(path, "rw")) as db,
    ):
        Log(other, them).save(theirs)
        log = Log(db, Author("Ilze Bērziņa", queries.home_organisation(db).name))
        log.save(ours)
        log.merge(list(all_changes(other)), all_sessions(other))
    copy.unlink()
