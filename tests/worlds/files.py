"""The same worlds with files on the disk: sent, vetted and taken in by the product itself, as its users do."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from roadmap_desktop.store import check, file, receive, send
from roadmap_desktop.store.log import Author
from tests.store.tools import ROOT
from tests.store.world import Copy, Key
from tests.worlds.sharing import DOME, NAMES, Level, Sharing, fields_left

WHEN = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
_SENDER = Author("Zane", "Biedrība")


class FileWorld(Sharing):
    """A world in a folder; close it, or use `with`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0
        self._paths: dict[int, Path] = {}
        super().__init__()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for copy in self.copies:
            copy.db.close()

    def begun(self) -> Copy:
        path = self._name()
        file.create(path)
        return self._opened(path, 1_000, None)

    def newcomer(self, start: int) -> Copy:
        path = self._name()
        file.create(path)
        made = self._opened(path, start, None)
        made.log.set_meta("home", DOME.hex())
        return made

    def cloned(self, source: Copy, start: int) -> Copy:
        path = Path(shutil.copyfile(self._paths[id(source)], self._name()))
        return self._opened(path, start, source)

    def deliver(self, source: Copy, target: Copy, level: Level) -> Mapping[Key, frozenset[str]]:
        out = self._name()
        root = b"" if level == "whole" else ROOT
        send.make(self._paths[id(source)], out, level, root, _SENDER, WHEN)
        if level == "roles" and self._knows_people(source):
            data = out.read_bytes()
            assert not [
                name for name in NAMES for code in ("utf-8", "utf-16-le") if name.encode(code) in data
            ]
        with contextlib.closing(file.connect(out, "ro")) as db:
            left = fields_left(db)
        with receive.look(self._paths[id(target)], [out]) as incoming:
            assert incoming.sources[0].verdict == "healthy"
            receive.apply_in(target.log, incoming, {})
        return left

    def judge_end(self) -> None:
        super().judge_end()
        for copy in self.copies:
            assert check.check(self._paths[id(copy)]).verdict == "healthy"

    def _name(self) -> Path:
        self._made += 1
        return self._folder / f"{self._made}.roadmap"

    def _opened(self, path: Path, start: int, like: Copy | None) -> Copy:
        db: Any = file.open_for_writing(path)
        db.execute("PRAGMA synchronous = OFF")
        made = Copy(db, start, set(like.known) if like else set(), like.told if like else {})
        self._paths[id(made)] = path
        return made
