"""What came from elsewhere, vetted and set beside an open file of ours; it is read only, and nothing is taken in here."""

from __future__ import annotations

import contextlib
import heapq
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, repeat
from operator import itemgetter
from types import TracebackType
from typing import Final, Self

from roadmap_desktop.domain.changes import Change
from roadmap_desktop.domain.incoming import Group, Source
from roadmap_desktop.store import news, queries, vet
from roadmap_desktop.store.derived import erased
from roadmap_desktop.store.joint import Arrival, united


class Incoming:
    """What came, vetted and not yet taken in. Close it, or use `with`, to remove what it keeps on disk.

    It may be handed from thread to thread, and be used by one at a time.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        sources: Sequence[Source],
        vetted: Sequence[vet.Vetted | None],
        stack: contextlib.ExitStack,
    ) -> None:
        """For `receive.look` alone."""
        self.sources: Final = tuple(sources)
        self._db = db
        self._vetted = vetted
        self._stack = stack

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove what it keeps on disk, and let go of our file."""
        self._stack.close()

    @property
    def home(self) -> str:
        """Name of the organisation whose file ours is."""
        return queries.home_organisation(self._db).name

    @property
    def organisations(self) -> dict[str, str]:
        """Names of the organisations that are here, by their id in hex."""
        return {found.id.hex(): found.name for found in queries.organisations(self._db)}

    @property
    def new(self) -> int:
        """How many changes are new here, at most: one that came in two files is counted for each."""
        return sum(source.new for source in self.sources)

    def groups(self) -> Iterator[Group]:
        """All that would show or ask something else, partnership by partnership; nothing is written."""
        people, forgotten = news.People(self.sessions()), erased(self._db)
        for root, joints in united(self._db, self.roots(), forgotten):
            group = news.group(self._db, root, joints, people)
            if group is not None:
                yield group

    def roots(self) -> Iterator[Arrival]:
        """The changes that were not here when they were looked at, root by root."""
        there = [(place, one) for place, one in enumerate(self._vetted) if one is not None]
        if len(there) != 1:
            yield from _merged(there)
            return
        [(place, only)] = there
        sources = (place,)
        for root, changes in groupby(only.changes(), key=_ROOT):
            yield Arrival(root, list(changes), lambda _: sources)

    def sessions(self) -> Iterator[tuple[bytes, str]]:
        """(id, body) of everybody who wrote in them."""
        for one in self._vetted:
            if one is not None:
                yield from one.sessions()

    def contents(self) -> Iterator[bytes]:
        """The bytes of attachments that are not here."""
        for one in self._vetted:
            if one is not None:
                yield from one.attachments()


def _merged(there: Sequence[tuple[int, vet.Vetted]]) -> Iterator[Arrival]:
    """What came in several files, each change once."""
    streams = [zip(one.changes(), repeat(place)) for place, one in there]
    merged = heapq.merge(*streams, key=lambda found: found[0][:4])
    for root, found in groupby(merged, key=lambda found: found[0].root):
        changes: dict[bytes, Change] = {}
        sources: dict[bytes, tuple[int, ...]] = {}
        for change, place in found:
            changes[change.id] = change
            sources[change.id] = (*sources.get(change.id, ()), place)
        yield Arrival(root, list(changes.values()), sources.__getitem__)


_ROOT: Final[Callable[[Change], bytes]] = itemgetter(0)
