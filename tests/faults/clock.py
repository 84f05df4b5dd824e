"""Clocks: set to 1970, 2106 or 9999, back and forth; what replaced what decides what is shown, and nothing is refused."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.store import backup, check, compare, conflicts, derived, file, log, queries, vet
from roadmap_desktop.store.log import Author, Log
from tests.faults import Faults, Figure, Plan, lives, scratch, sources, told
from tests.faults.sources import some_edit

TODAY: Final = 1_795_000_000_000
CLOCKS: Final = {
    "1900": -2_208_988_800_000,
    "before 1970": -1,
    "1970": 0,
    "yesterday": TODAY - 86_400_000,
    "now": TODAY,
    "2038": 2**31 * 1000,
    "2106": 2**32 * 1000,
    "9999": 253_402_300_799_999,
    "32768": 971_890_963_200_000,
    "the farthest": 2**53 - 2**40,
    "the longest ago": 2**40 - 2**53,
}
"""Milliseconds since 1970, as a broken clock may give them, and far beyond what any clock of nanoseconds can say (2262)."""


class _Years:
    """One file through sessions with clocks that lie; and a partner's copy, with a clock of its own."""

    def __init__(self, folder: Path, sample: Path, plan: Plan, number: int) -> None:
        self.pick = plan.lot("clock", number)
        self.folder = folder
        self.path = Path(shutil.copy(sample, folder / "ours.roadmap"))
        self.wall = TODAY
        self.last: dict[bytes, str] = {}
        self.faults: list[tuple[str, str]] = []
        self.clock = "now"
        self.ids: set[bytes] = set()
        self.saves = 0
        self.alone = True

    def _jump(self) -> None:
        self.clock = self.pick.choice(list(CLOCKS))
        self.wall = CLOCKS[self.clock] + self.pick.choice((0, self.pick.randrange(10**9)))

    def _tick(self) -> int:
        if self.pick.random() < 0.3:
            self._jump()
        self.wall += self.pick.randrange(-2, 5)
        return self.wall

    def session(self) -> None:
        """Some saves and undos; what was written last is shown."""
        self._jump()
        with contextlib.closing(file.open_for_writing(self.path)) as db, file.translating(self.path):
            writer = Log(db, Author("Ilze"), self._tick)
            for number in range(self.pick.randint(1, 6)):
                edit = some_edit(db, self.pick)
                text = f"{number} {self.pick.getrandbits(60)}"
                before = _text(db, edit.entity)
                step = writer.save([edit._replace(fields={"text": text})])
                self.saves += 1
                self._shows(db, edit.entity, text, step)
                if self.pick.random() < 0.3:
                    self._shows(db, edit.entity, before, writer.revert(step))
            there = {row[0] for row in db.execute("SELECT id FROM change")}
            if not self.ids <= there:
                self.faults.append(("lost", f"{len(self.ids - there)} changes"))
            self.ids = there
            if db.execute("SELECT count(*) FROM conflicts").fetchone()[0] > self.conflicts():
                self.faults.append(("false conflicts", self.clock))

    def conflicts(self) -> int:
        """The sample itself has one."""
        return 1

    def _shows(self, db: Any, entity: bytes, text: str, step: log.Step) -> None:
        if not step.changes:
            self.faults.append(("lost", f"nothing was written, clock {self.clock}"))
        if _text(db, entity) != text:
            self.faults.append(
                ("shown by the clock", f"{self.clock}: {_text(db, entity)!r} instead of {text!r}")
            )

    def look(self) -> None:
        """Everything that reads times reads these; a partner takes what we wrote."""
        report = check.check(self.path)
        if report.verdict != "healthy":
            self.faults.append(("refused", f"check: {report.verdict} {report.problems[:1]}"))
        try:
            with vet.vet(self.path) as found, contextlib.closing(sqlite3.connect(":memory:")) as other:
                other.deserialize(self.path.read_bytes())
                other.isolation_level = None
                Log(other, Author("Jānis"), lambda: 0).merge(found.changes(), found.sessions())
        except UserError as error:
            self.faults.append(("refused", f"vet: {error!r}"))
        with contextlib.closing(file.open_for_reading(self.path)) as db:
            ids = queries.partnership_ids(db)
            list(queries.summaries(db, ids))
            for root in ids:
                queries.dossier(db, root)
            conflicts.waiting(db)
            moment = compare.Moment(db, until=self.wall if abs(self.wall) < 2**53 else TODAY)
            list(compare.differences(compare.Moment(db), moment))
            if list(derived.all_changes(db)) and not derived.derived_is_current(db):
                self.faults.append(("lost", "tables"))

    def back_up(self) -> None:
        """The newest state always has a backup, whatever the clock says."""
        year = self.pick.choice((1970, 1999, 2026, 2026, 2038, 2106, 9999))
        when = dt.datetime(year, self.pick.randint(1, 12), self.pick.randint(1, 28), 12, tzinfo=dt.UTC)
        place = self.folder / "backups"
        kept = backup.keep(self.path, place, None, when)
        if kept.trouble is not None:
            self.faults.append(("no backup", f"{year}: {kept.trouble!r}"))
            return
        document, state = backup.document_of(self.path), backup.state_of(self.path)
        if state not in [(one.changes, one.digest) for one in backup.backups(place, document)]:
            self.faults.append(("no backup", f"of what is there now, in {year}"))


def _text(db: Any, entity: bytes) -> str:
    return str(db.execute("SELECT text FROM answers WHERE id = ?", (entity,)).fetchone()[0])


def run(plan: Plan) -> Iterator[Figure]:
    """Files through years that jump."""
    faults = Faults("clock", plan)
    files, sessions = plan.either(60, 2), plan.either(25, 5)
    saves = 0
    with scratch(in_memory=True) as folder:
        sample = sources.sample(folder / "sample.roadmap")

        def work(number: int) -> dict[str, Any]:
            own = folder / f"{number}"
            own.mkdir()
            years = _Years(own, sample, plan, number)
            for _ in range(sessions):
                years.session()
                years.look()
                years.back_up()
            return {"faults": years.faults, "saves": years.saves}

        def name(number: int) -> str:
            return f"file {number}"

        for _, answer in lives.heard(faults, plan, files, work, name, patience=120):
            saves += answer["saves"]
    yield told("sessions with clocks that jump", files * sessions, f"{saves} saves, {len(CLOCKS)} clocks")
    yield from faults.zeros(
        "lost", "shown by the clock", "false conflicts", "refused", "no backup", lives.CRASHES, lives.HANGS
    )
