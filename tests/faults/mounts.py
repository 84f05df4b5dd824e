"""Small disks of our own, full or read-only, which only the process that makes them sees; Linux, and root or a user namespace."""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from pathlib import Path
from typing import Final

from tests.faults.lives import Life

_NEW_MOUNTS: Final = 0x00020000
_READ_ONLY, _REMOUNT, _RECURSIVE, _PRIVATE = 1, 32, 1 << 14, 1 << 18
PAGE: Final = 4096


def _mount(kind: str | None, where: Path, flags: int, options: str = "") -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    made = libc.mount(
        kind and kind.encode(), os.fsencode(where), kind and kind.encode(), flags, options.encode() or None
    )
    if made != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(where))


def keep_to_ourselves() -> None:
    """What this process mounts from now on nobody else sees, and it goes with the process. Raises OSError."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEW_MOUNTS) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    _mount("none", Path("/"), _RECURSIVE | _PRIVATE)


@cache
def available() -> bool:
    """Whether disks can be made here."""
    if sys.platform != "linux":
        return False

    def attempt(_say: object) -> None:
        try:
            keep_to_ourselves()
        except (OSError, AttributeError):
            os._exit(3)

    return Life(attempt).bury()[1] == 0


def small_disk(where: Path, size: int) -> None:
    """An empty disk of `size` bytes at the folder `where`."""
    _mount("tmpfs", where, 0, f"size={size}")


def read_only(where: Path) -> None:
    """The disk at `where` cannot be written from now on."""
    _mount(None, where, _REMOUNT | _READ_ONLY)


def take_away(where: Path) -> None:
    """The disk at `where` is gone, with all that is on it."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.umount2(os.fsencode(where), 2) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(where))


def fill(filler: Path, pages: int) -> None:
    """Take all room of the disk with the file `filler`, save so many pages."""
    handle = os.open(filler, os.O_WRONLY | os.O_CREAT)
    try:
        size = 0
        for block in (1 << 20, PAGE):
            while True:
                try:
                    written = os.write(handle, bytes(block))
                except OSError:
                    break
                size += written
                if written < block:
                    break
        os.ftruncate(handle, max(0, size - pages * PAGE))
    finally:
        os.close(handle)
