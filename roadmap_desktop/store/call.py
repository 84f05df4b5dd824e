"""Collection calls as files: written whole or not at all, and read as what a stranger sent; who answers is asked elsewhere."""

from __future__ import annotations

from pathlib import Path

from roadmap_desktop.domain import call as calls
from roadmap_desktop.domain.call import Call
from roadmap_desktop.domain.errors import FileDamaged
from roadmap_desktop.store import file, plain
from roadmap_desktop.store.send import check_new, part_of


def write(path: Path, call: Call) -> bytes:
    """Make the new file `path`; returns what is in it. Raises FileExists, FolderUnwritable, DiskFull."""
    check_new(path)
    data = calls.written(call).encode()
    with part_of(path) as part, file.translating(path):
        part.write_bytes(data)
        file.place(part, path)
    return data


def read(path: Path) -> Call:
    """What the call at `path` says. Raises as `plain.read`."""
    try:
        return calls.read(plain.read(path, calls.MOST_BYTES, calls.MARK))
    except ValueError as error:
        raise FileDamaged(path=path, reason=str(error)) from error
