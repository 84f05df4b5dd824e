"""Where a file that somebody opens comes from: sent by whom, lying where, sharing what with our own; changes none of them."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.incoming import Source
from roadmap_desktop.store import file, log, queries, send


class Arrival(NamedTuple):
    """A file about to be opened. `passing` where its folder is one that the system or a mail program clears out.

    `usual` is our own file into which what is new in it could be taken, None where there is none that it belongs to.
    """

    source: Source
    passing: bool
    usual: Path | None

    @property
    def asks(self) -> bool:
        """Whether it is not plain what shall be done with it."""
        return self.passing or self.usual is not None


def arrival(path: Path, usual: Path | None, *, passing: bool) -> Arrival:
    """Look at `path`, which was vetted, and at our own file `usual`. Raises UserErrors about `path`."""
    with contextlib.closing(file.open_for_reading(path)) as db, file.translating(path):
        rows = db.execute("SELECT key, value FROM meta")
        said = send.said({str(key): value for key, value in rows})
        document, roots = queries.meta(db, "document"), log.roots_of(db)
        wall, session = db.execute("SELECT max(wall), session FROM activity").fetchone()
        body = db.execute("SELECT body FROM session WHERE id = ?", (session,)).fetchone()
        name, organisation = queries.author_in(body[0] if body else "")
    source = Source(path, "healthy", name=name, organisation=organisation, written=wall or 0, said=said)
    belongs = usual is not None and (said is not None or _shares(usual, document, roots))
    return Arrival(source, passing, usual if belongs else None)


def _shares(usual: Path, document: str, roots: frozenset[bytes]) -> bool:
    """Whether our own file is of the same origin, or holds some of the same partnerships."""
    try:
        with contextlib.closing(file.open_again(usual)) as db, file.translating(usual):
            return queries.meta(db, "document") == document or not roots.isdisjoint(log.roots_of(db))
    except UserError:
        return False


def settle(path: Path, out: Path) -> None:
    """Copy `path`, which nobody here has open, to `out`, whole or not at all. Raises FileExists, DiskFull and the like."""
    part = out.with_name(f".{out.name}.arrived.part")
    try:
        with file.translating(out):
            shutil.copyfile(path, part)
            file.place(part, out)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
