"""Read-only media: disks, folders and files that may not be written; they open to be read, and nothing is left there."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from roadmap_desktop.domain.errors import FileReadOnly, FolderUnwritable, UserError
from roadmap_desktop.store import backup, check, file, migrations, new, queries, rescue, vet
from tests.faults import Faults, Figure, Plan, lives, mounts, scratch, sources, told
from tests.faults.lives import Life, Say
from tests.faults.sources import SAMPLE, TODAY

OURS: Final = "ours.roadmap"
NOBODY: Final = 65534
NOW: Final = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
LATE: Final = (migrations, backup, check, rescue, vet)
"""What must be there before the process becomes somebody who may read nothing of ours."""


# what stands on the medium ------------------------------------------------------------------------------


def healthy(folder: Path) -> None:
    """A file as any other."""


def of_another_version(folder: Path) -> None:
    """A file whose tables must be made anew before anything can be shown."""
    with contextlib.closing(file.connect(folder / OURS, "rw")) as db:
        db.execute("UPDATE meta SET value = 'made by another version' WHERE key = 'derived'")
        db.execute("DROP TABLE answers")


def cut_off(folder: Path) -> None:
    """A file half overwritten by a transaction that never ended, and the journal that can set it right."""
    path = folder / OURS
    was = path.read_bytes()

    def write(_say: Say) -> None:
        with contextlib.closing(file.open_for_writing(path)) as db:
            db.execute("PRAGMA cache_size = 5")  # what does not fit is written into the file before the end
            db.execute("BEGIN IMMEDIATE")
            db.execute("UPDATE answers SET text = 'never saved' || text")
            db.execute("DELETE FROM change WHERE kind = 'answer'")
            os.kill(os.getpid(), signal.SIGKILL)

    Life(write).bury()
    assert path.read_bytes() != was
    assert path.with_name(f"{path.name}-journal").exists()


STATES: Final = (healthy, of_another_version, cut_off)


# how it is kept from being written ----------------------------------------------------------------------


def disk(folder: Path) -> None:
    """The disk says no, even to root."""
    mounts.read_only(folder)


def folder_and_file(folder: Path) -> None:
    """Neither may be written by who we are."""
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    _become_nobody()


def only_the_folder(folder: Path) -> None:
    """The file may be written, but no journal can be made beside it."""
    for path in folder.iterdir():
        path.chmod(0o666)
    folder.chmod(0o555)
    _become_nobody()


def only_the_file(folder: Path) -> None:
    """Beside it anything can be made."""
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o777)
    _become_nobody()


def _become_nobody() -> None:
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


WAYS: Final = (disk, folder_and_file, only_the_folder, only_the_file)


# what is asked ------------------------------------------------------------------------------------------


class _Visit:
    """Somebody asks all that can be asked of a file that may not be written."""

    def __init__(self, folder: Path, elsewhere: Path, was: dict[str, Any], state: str) -> None:
        self._folder = folder
        self._path = folder / OURS
        self._elsewhere = elsewhere
        self._was = was
        self._cut_off = state == cut_off.__name__
        self.faults: list[tuple[str, str]] = []

    def ask(self) -> list[tuple[str, str]]:
        """All of it, in turn; what was wrong."""
        before = self._look()
        # Whose journal cannot be played back is not shown at all, rather than half.
        unreadable = (FileReadOnly, FolderUnwritable) if self._cut_off else ()
        self._expect("does not open to be read", self._read, *unreadable)
        self._expect(
            "opens to be written",
            lambda: file.open_for_writing(self._path).close(),
            FileReadOnly,
            FolderUnwritable,
        )
        self._ask_for_copies()
        if os.geteuid() == 0 or self._was["may_run"]:
            self._ask_a_reader()
        after = self._look()
        for name in after | before:
            if after.get(name) != before.get(name):
                self.faults.append(("leftovers", name))
        return self.faults

    def _expect(self, sort: str, work: Callable[[], Any], *errors: type[UserError]) -> None:
        """`work` raises one of `errors`, or nothing where there are none."""
        try:
            work()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
            if not isinstance(error, errors):
                self.faults.append((sort, repr(error)[:150]))
        else:
            if errors and not self._cut_off:
                self.faults.append((sort, "nothing was said"))

    def _look(self) -> dict[str, tuple[bytes, int]]:
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in self._folder.iterdir()}

    def _read(self) -> None:
        with contextlib.closing(file.open_for_reading(self._path)) as db, file.translating(self._path):
            ids = {row[0].hex() for row in db.execute("SELECT id FROM change")}
            texts = sorted(row[0] for row in db.execute("SELECT text FROM answers"))
            for root in queries.partnership_ids(db):
                queries.dossier(db, root)
        if (ids, texts) != (set(self._was["ids"]), self._was["texts"]):
            self.faults.append(("shows what was never saved", f"{len(ids)} changes"))

    def _ask_for_copies(self) -> None:
        if os.access(self._folder, os.W_OK):
            self._expect("no new file beside it", lambda: file.create(self._folder / "new.roadmap"))
            (self._folder / "new.roadmap").unlink(missing_ok=True)
        else:
            sample = self._folder / "new.roadmap"
            refused = (FolderUnwritable, FileReadOnly)
            self._expect("no word of it", lambda: new.sample_file(sample, SAMPLE, "lv", TODAY), *refused)
            self._expect("no word of it", lambda: backup.back_up(self._path, self._folder, NOW), *refused)
        if not self._cut_off:
            self._expect(
                "no backup elsewhere",
                lambda: backup.check_tally(backup.back_up(self._path, self._elsewhere, NOW).path),
            )

    def _ask_a_reader(self) -> None:
        report = check.check(self._path)
        if report.verdict != "healthy":
            self.faults.append(("not healthy", f"{report.verdict} {report.problems[:2]}"))
        if not self._cut_off:
            self._expect("not vetted", lambda: vet.vet(self._path, folder=self._elsewhere).close())
        self._expect("not rescued", lambda: rescue.rescue(self._path, self._elsewhere / "rescued.roadmap"))


def run(plan: Plan) -> Iterator[Figure]:
    """Every state on every medium."""
    faults = Faults("media", plan)
    ways = [way for way in WAYS if way is not disk or mounts.available()]
    tasks = [(state, way) for state in STATES for way in ways]
    with scratch() as folder:
        folder.chmod(0o755)
        sample = sources.sample(folder / "sample.roadmap")
        with contextlib.closing(file.open_for_reading(sample)) as db:
            was = {
                "ids": [row[0].hex() for row in db.execute("SELECT id FROM change")],
                "texts": sorted(row[0] for row in db.execute("SELECT text FROM answers")),
                "may_run": os.geteuid() != 0,
            }

        def work(number: int) -> dict[str, Any]:
            state, way = tasks[number]
            medium, elsewhere = folder / f"medium-{number}", folder / f"elsewhere-{number}"
            medium.mkdir()
            elsewhere.mkdir()
            elsewhere.chmod(0o777)
            if way is disk:
                mounts.keep_to_ourselves()
                mounts.small_disk(medium, 16 << 20)
            shutil.copy(sample, medium / OURS)
            state(medium)
            way(medium)
            return {"faults": _Visit(medium, elsewhere, was, state.__name__).ask()}

        def name(number: int) -> str:
            return f"{tasks[number][0].__name__}, {tasks[number][1].__name__}"

        for _ in lives.heard(faults, plan, len(tasks), work, name, patience=120):
            pass
    note = "" if disk in ways else "no read-only disks: only root can make them, on Linux"
    yield told("files on read-only media", len(tasks), note)
    yield from faults.zeros(
        "does not open to be read",
        "opens to be written",
        "shows what was never saved",
        "leftovers",
        lives.CRASHES,
        lives.HANGS,
    )
