"""A model of a disk that may lose its power: what was not forced to it may be there, in parts, or not; no real files here.

Of what was written to a file since it was last forced to the disk any part may have arrived, by sectors and in any
order; the file may have grown without its bytes, which are then zeros or whatever lay there. Of what was done to the
names in a folder since the folder was forced, any part may have arrived; a rename arrives whole or not at all. Making
a folder counts as done.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

SECTORS = (512, 4096)


class Write(NamedTuple):
    """Bytes put into a file."""

    at: int
    data: bytes


class Size(NamedTuple):
    """A file cut or grown to this many bytes."""

    bytes: int


Names: TypeAlias = Sequence[tuple[str, "Node | None"]]
"""What one step does to names: each stands for that file now, or for none."""


class Node:
    """A file: as programs see it, as it is for certain on the disk, and what is between."""

    def __init__(self, content: bytes = b"") -> None:
        self.seen = bytearray(content)
        self._certain = bytes(content)
        self._loose: list[Write | Size] = []

    def write(self, at: int, data: bytes) -> None:
        _put(self.seen, Write(at, data), b"")
        self._loose.append(Write(at, data))

    def resize(self, size: int) -> None:
        _resize(self.seen, size)
        self._loose.append(Size(size))

    def force(self) -> None:
        """What fsync promises."""
        if self._loose:
            self._certain = bytes(self.seen)
            self._loose.clear()

    @property
    def loose(self) -> bool:
        """Something of it is not for certain on the disk."""
        return bool(self._loose)

    def after_a_cut(self, pick: random.Random, chance: float, sector: int, filling: bytes) -> bytes:
        """One of the contents it can have then."""
        there = bytearray(self._certain)
        for step in self._loose:
            if isinstance(step, Size):
                if pick.random() < chance:
                    _resize(there, step.bytes)
                continue
            start = step.at
            while start < step.at + len(step.data):
                stop = min(step.at + len(step.data), (start // sector + 1) * sector)
                if pick.random() < chance:
                    _put(there, Write(start, step.data[start - step.at : stop - step.at]), filling)
                start = stop
        if self._loose and len(there) < len(self.seen) and pick.random() < chance:
            there += _stretch(filling, len(self.seen) - len(there))
        return bytes(there)


def _put(content: bytearray, write: Write, filling: bytes) -> None:
    if len(content) < write.at:
        content += _stretch(filling, write.at - len(content))
    content[write.at : write.at + len(write.data)] = write.data


def _resize(content: bytearray, size: int) -> None:
    del content[size:]
    content += bytes(size - len(content))


def _stretch(filling: bytes, length: int) -> bytes:
    return (filling * (length // len(filling) + 1))[:length] if filling else bytes(length)


class Disk:
    """Files by their names, "folder/name"; names are forced folder by folder."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self.names = {name: Node(content) for name, content in contents.items()}
        self._certain = dict(self.names)
        self._loose: list[Names] = []

    def rename(self, *names: tuple[str, Node | None]) -> None:
        """One step that gives and takes names."""
        _name(self.names, names)
        self._loose.append(names)

    def force_folder(self, folder: str) -> None:
        """What fsync of a folder promises."""
        kept = []
        for names in self._loose:
            if any(_folder(name) == folder for name, _ in names):
                _name(self._certain, names)
            else:
                kept.append(names)
        self._loose = kept

    @property
    def loose(self) -> bool:
        """A cut now could cost something that was written."""
        return any(node.loose for node in self.names.values())

    @property
    def loose_names(self) -> bool:
        """A cut now could cost a name."""
        return bool(self._loose)

    def after_a_cut(self, pick: random.Random) -> dict[str, bytes]:
        """One of the folders that can be there when the power comes back."""
        chance, sector = pick.choice((0.0, 0.1, 0.5, 0.9, 1.0)), pick.choice(SECTORS)
        filling = pick.choice((b"", b"", pick.randbytes(4096)))
        names = dict(self._certain)
        chance_of_names = pick.choice((0.0, 0.5, 1.0))
        for step in self._loose:
            if pick.random() < chance_of_names:
                _name(names, step)
        return {name: node.after_a_cut(pick, chance, sector, filling) for name, node in names.items()}


def _name(names: dict[str, Node], step: Names) -> None:
    for name, node in step:
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def _folder(name: str) -> str:
    return name.rpartition("/")[0]
