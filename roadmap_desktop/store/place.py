"""Where an open file stands: still in its place, gone, moved or replaced; looks at names and numbers, reads no content.

A plain `open` of a file that this process has open would drop SQLite's locks: here nothing is opened.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.domain.errors import FileGone, FileMoved, FileReplaced

MOST_NAMES = 10_000
"""So many names of a folder are looked at for a file that was renamed."""


class Mark(NamedTuple):
    """What tells one file from another on this computer, whatever it is called."""

    device: int
    number: int


class Look(NamedTuple):
    """What one look at a path found; `moment` and `size` tell whether somebody wrote."""

    mark: Mark
    moment: int
    size: int


def look(path: Path) -> Look:
    """What stands at `path` now. Raises FileGone where nothing does, or nothing that can be reached."""
    try:
        found = path.stat()
    except OSError as error:
        raise FileGone(path=path) from error
    return Look(Mark(found.st_dev, found.st_ino), found.st_mtime_ns, found.st_size)


def check(path: Path, mark: Mark) -> Look:
    """What stands at `path`, which must be the file of `mark`. Raises FileGone, FileMoved and FileReplaced."""
    try:
        found = look(path)
    except FileGone:
        now = find(path.parent, mark)
        if now is None:
            raise
        raise FileMoved(path=path, now=now) from None
    if found.mark == mark:
        return found
    now = find(path.parent, mark)
    if now is None:
        raise FileReplaced(path=path)
    raise FileMoved(path=path, now=now)


def find(folder: Path, mark: Mark) -> Path | None:
    """The file of `mark` in `folder`, under whatever name; None where it is not there."""
    try:
        with os.scandir(folder) as entries:
            for _, entry in zip(range(MOST_NAMES), entries, strict=False):
                if entry.is_file(follow_symlinks=False):
                    # Windows tells the numbers of a file only when it is asked for that file alone.
                    found = Path(entry.path).stat() if os.name == "nt" else entry.stat(follow_symlinks=False)
                    if Mark(found.st_dev, found.st_ino) == mark:
                        return Path(entry.path)
    except OSError:
        return None
    return None
