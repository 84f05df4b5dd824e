"""Rows out of the pages of a damaged file, page by page and without SQLite; whether they are ours is for `rows` to say.

The format of pages, cells and records is https://www.sqlite.org/fileformat2.html. Our log is a table WITHOUT ROWID,
which lies in pages of indexes; attachments lie in pages of tables.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import IO, Final

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import ID_SIZE
from roadmap_desktop.store import schema, vet_child
from roadmap_desktop.store.vet_child import Value, encode, pack_changes

_INNER_INDEX, _LEAF_INDEX, _LEAF_TABLE = 0x02, 0x0A, 0x0D
_LONGEST: Final = records.ATTACHMENT_SIZE + 4096
_BATCH: Final = 500
_SIZES: Final = (0, 1, 2, 3, 4, 6, 8)
"""Bytes of an integer by its serial type."""


class _NoRow(Exception):
    """What stands there is no row that could be ours."""


def frames(stream: IO[bytes], size: int) -> Iterator[tuple[bytes, bytes, float]]:
    """(letter, payload, part done) of all that looks like a row of ours, as `vet_child` would send it."""
    pages = _Pages(stream, size)
    ids: list[bytes] = []
    packed: list[bytes] = []
    for number in range(1, pages.count + 1):
        for row in pages.rows(number):
            change = _change(row)
            if change:
                ids.append(change[0])
                packed.append(change[1])
            elif letter := _letter(row):
                yield letter, encode(row), number / pages.count
        if len(ids) >= _BATCH:
            yield vet_child.CHANGES, pack_changes(ids, packed), number / pages.count
            ids, packed = [], []
    yield vet_child.CHANGES, pack_changes(ids, packed), 1.0


def _change(row: Sequence[Value]) -> tuple[bytes, bytes] | None:
    """(id, what it is the hash of), as `vet_child` sends it."""
    if len(row) != 8 or not isinstance(row[6], int):
        return None
    root, kind, entity, number, body, prev, _, session = row
    if not isinstance(number, bytes) or len(number) != ID_SIZE:
        return None
    parts = (root, kind, entity, body, prev, row[6].to_bytes(8, "big", signed=True), session)
    if not all(isinstance(part, bytes) for part in parts):
        return None
    return number, b"".join(struct.pack(">I", len(part)) + part for part in parts if isinstance(part, bytes))


def _letter(row: Sequence[Value]) -> bytes:
    """In which table of ours such a row could stand: "" in none."""
    first = row[0] if row else None
    if not isinstance(first, bytes):
        return b""
    if len(row) == 1:
        return vet_child.PLAIN_TABLES["forgotten"] if len(first) == ID_SIZE else b""
    if len(row) != 2:
        return b""
    if first in {b"count", b"xor", b"home", b"document"}:
        return vet_child.PLAIN_TABLES["meta"]
    if not isinstance(row[1], bytes):
        return b""
    if len(first) == ID_SIZE and row[1].startswith(b"{"):
        return vet_child.PLAIN_TABLES["session"]
    return vet_child.PLAIN_TABLES["attachment"] if len(first) == 32 else b""


class _Pages:
    """The pages of a file, of which none is believed."""

    def __init__(self, stream: IO[bytes], size: int) -> None:
        head = stream.read(100)
        self._stream = stream
        page_size = struct.unpack_from(">H", head.ljust(100, b"\0"), 16)[0]
        fits = 512 <= page_size <= 32768 and not page_size & (page_size - 1)
        self._size: Final = page_size if fits else schema.PAGE_SIZE
        self.count: Final = max(1, -(-size // self._size))
        self._left = 2 * size + (1 << 20)  # bytes of overflow pages: what many share is not read for each
        self._free = self._free_pages()

    def rows(self, number: int) -> Iterator[list[Value]]:
        """The rows that stand in a page, where it is one of those that hold ours and is in use."""
        if number in self._free:
            return
        page = self._page(number)
        at = 100 if number == 1 else 0
        if len(page) < at + 12 or page[at] not in {_INNER_INDEX, _LEAF_INDEX, _LEAF_TABLE}:
            return
        sort = page[at]
        first = at + (12 if sort == _INNER_INDEX else 8)
        (cells,) = struct.unpack_from(">H", page, at + 3)
        room = max(0, (len(page) - first) // 2)
        for (cell,) in struct.iter_unpack(">H", page[first : first + 2 * min(cells, room)]):
            try:
                row = _record(self._payload(page, cell, sort))
            except (_NoRow, IndexError, struct.error):
                continue
            yield row

    def _page(self, number: int) -> bytes:
        self._stream.seek((number - 1) * self._size)
        return self._stream.read(self._size)

    def _free_pages(self) -> frozenset[int]:
        """Pages that are in no use: what they hold was erased, and is not brought back."""
        found: set[int] = set()
        head = self._page(1)
        trunk = struct.unpack_from(">I", head, 32)[0] if len(head) >= 100 else 0
        while 1 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self._page(trunk)
            if len(page) < self._size:
                break
            trunk, leaves = struct.unpack_from(">II", page)
            if leaves <= self._size // 4 - 2:
                found.update(struct.unpack_from(f">{leaves}I", page, 8))
        return frozenset(found)

    def _payload(self, page: bytes, at: int, sort: int) -> bytes:
        """What a cell holds, with what of it lies in other pages."""
        if sort == _INNER_INDEX:
            at += 4
        length, at = _varint(page, at)
        if sort == _LEAF_TABLE:
            _, at = _varint(page, at)
        if length > _LONGEST:
            raise _NoRow
        usable = self._size
        most = usable - 35 if sort == _LEAF_TABLE else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return page[at : at + length]
        least = (usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (usable - 4)
        here = here if here <= most else least
        parts = [page[at : at + here]]
        (following,) = struct.unpack_from(">I", page, at + here)
        missing = length - here
        while missing > 0:
            if not 1 < following <= self.count or self._left < 0:
                raise _NoRow
            more = self._page(following)
            self._left -= self._size
            (following,) = struct.unpack_from(">I", more)
            parts.append(more[4 : 4 + missing])
            missing -= usable - 4
        return b"".join(parts)


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    """(a number of one to nine bytes, where the next begins)."""
    value = raw[at]
    if value < 0x80:
        return value, at + 1
    value &= 0x7F
    for step in range(1, 8):
        byte = raw[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    return value << 8 | raw[at + 8], at + 9


def _record(raw: bytes) -> list[Value]:
    """The columns of a record, texts as their bytes. Raises _NoRow, IndexError."""
    header, at = _varint(raw, 0)
    if header > 200:
        raise _NoRow
    sorts = []
    while at < header:
        sort, at = _varint(raw, at)
        sorts.append(sort)
    if len(sorts) not in {1, 2, 8}:
        raise _NoRow
    row: list[Value] = []
    for sort in sorts:
        if sort >= 12:
            size = (sort - 12) // 2
            row.append(raw[at : at + size])
        elif sort in {8, 9}:
            size = 0
            row.append(sort - 8)
        elif sort < 7:
            size = _SIZES[sort]
            row.append(int.from_bytes(raw[at : at + size], "big", signed=True) if sort else None)
        else:
            raise _NoRow
        at += size
    if at > len(raw):
        raise _NoRow
    return row
