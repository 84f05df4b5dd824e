"""Files that are there whole or not at all: written under another name, forced to the disk, then renamed; knows no format."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkstemp


@contextlib.contextmanager
def whole(path: Path) -> Iterator[Path]:
    """An empty file beside `path` to write into, which takes its place at the end, or goes where that fails. Raises OSError."""
    handle, name = mkstemp(prefix=f".{path.stem[:40]}-", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        with part.open("r+b") as stream:
            os.fsync(stream.fileno())
        umask = os.umask(0o077)
        os.umask(umask)
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
