"""Where processes are ended while they write in a file: saving, undoing, receiving, and the windows' own session."""

from __future__ import annotations

import contextlib
import itertools
import random
import shutil
import time
from pathlib import Path
from typing import Any, TypeAlias

from roadmap_desktop.domain.changes import Change
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.store import check, file, log, queries, recovery, vet
from roadmap_desktop.store.log import Log
from tests.faults.lives import Life, Say
from tests.faults.sources import AUTHOR, some_edit

Fault: TypeAlias = tuple[str, str]


class Street:
    """A folder with a file in it, and the lives that work there one after the other; `judge` looks after each."""

    reach = 0.05
    """Seconds within which a life is ended, from when it begins to work."""

    def __init__(self, folder: Path, sample: Path, pick: random.Random) -> None:
        self.folder = folder
        self.pick = pick
        self.sample = sample
        self.path = Path(shutil.copy(sample, folder / "ours.roadmap"))
        self.faults: list[Fault] = []
        self.acknowledged = 0
        self.cut_off = 0
        self.leftovers = 0
        self.prepare()

    def prepare(self) -> None:
        """What is there before the first life."""

    def work(self, say: Say, pick: random.Random) -> None:
        """What a life does until it is ended: `say` first that it begins, then what is done."""
        raise NotImplementedError

    def judge(self, words: list[Any]) -> None:
        """Look whether all is there that `words` say is done."""
        raise NotImplementedError

    # one life ------------------------------------------------------------------------------------------

    def live(self) -> None:
        """Start a life, end it at some moment, and judge."""
        seed = self.pick.getrandbits(64)
        life = Life(lambda say: self.work(say, random.Random(seed)))
        words: list[Any] = []
        while not words and not life.ended:
            words += life.words(60)
        end = time.monotonic() + self.pick.random() * self.reach
        while (left := end - time.monotonic()) > 0 and not life.ended:
            words += life.words(left)
        life.kill()
        last, status = life.bury()
        words += last
        if status != -9:
            self.faults.append(("ended by itself", f"{type(self).__name__}: {status}"))
        self.cut_off += any(self.folder.rglob("*-journal")) or any(self.folder.rglob("*.part"))
        self.judge(words[1:])

    def whole(self, path: Path) -> bool:
        """`path` is healthy, as the product says."""
        report = check.check(path)
        if report.verdict != "healthy":
            self.faults.append(("not healthy", f"{path.name}: {report.verdict} {report.problems[:2]}"))
        return report.verdict == "healthy"

    def opened(self, path: Path) -> frozenset[bytes]:
        """The ids of the changes in `path`, which opens as it does after a crash and is whole."""
        first = self.pick.random() < 0.3 and self.whole(path)  # with the journal still beside it
        try:
            with contextlib.closing(file.open_for_writing(path)) as db:
                found = frozenset(row[0] for row in db.execute("SELECT id FROM change"))
        except UserError as error:
            self.faults.append(("does not open", f"{path.name}: {error!r}"))
            return frozenset()
        if not first:
            self.whole(path)
        return found

    def sweep(self, folder: Path) -> None:
        """Count and remove what unfinished copies left."""
        for left in [*folder.glob(".*.part"), *folder.glob(".*.part-journal")]:
            self.leftovers += 1
            left.unlink()


class Saving(Street):
    """Words are saved, several at a time and now and then with an attachment."""

    def prepare(self) -> None:
        with contextlib.closing(file.open_for_reading(self.path)) as db:
            self.known = frozenset(row[0] for row in db.execute("SELECT id FROM change"))

    def work(self, say: Say, pick: random.Random) -> None:
        with contextlib.closing(file.open_for_writing(self.path)) as db:
            say("begin")
            writer = Log(db, AUTHOR)
            while True:
                edits = [some_edit(db, pick) for _ in range(pick.choice((1, 1, 1, 4)))]
                say({"try": len(edits)})
                contents = [pick.randbytes(20_000)] if pick.random() < 0.05 else []
                self.done(say, writer.save(edits, contents).changes)

    def done(self, say: Say, changes: tuple[Change, ...] | list[Change]) -> None:
        say({"ids": [change.id.hex() for change in changes]})

    def judge(self, words: list[Any]) -> None:
        there = self.opened(self.path)
        said = [frozenset(map(bytes.fromhex, word["ids"])) for word in words if "ids" in word]
        self.acknowledged += len(said)
        for number, ids in enumerate(said):
            if not ids <= there:
                self.faults.append(
                    ("acknowledged edits lost", f"{len(ids - there)} of save {number + 1} of {len(said)}")
                )
        if not self.known <= there:
            self.faults.append(("acknowledged edits lost", "of an earlier life"))
        more = len(there - self.known.union(*said))
        under_way = words[-1]["try"] if words and "try" in words[-1] else 0
        if more not in (0, under_way):
            self.faults.append(("half a save", f"{more} of {under_way} changes"))
        self.known = there or self.known


class Undoing(Saving):
    """Each save is undone, and the undoing undone."""

    def work(self, say: Say, pick: random.Random) -> None:
        with contextlib.closing(file.open_for_writing(self.path)) as db:
            say("begin")
            writer = Log(db, AUTHOR)
            while True:
                edit = some_edit(db, pick)
                say({"try": 1})
                step = writer.save([edit])
                self.done(say, step.changes)
                for _ in range(pick.randint(1, 3)):
                    say({"try": len(step.formers)})
                    step = writer.revert(step)
                    self.done(say, step.changes)


class Receiving(Saving):
    """The changes of another's copy, vetted, are taken in, in parts of any size."""

    def prepare(self) -> None:
        super().prepare()
        other = Path(shutil.copy(self.path, self.folder / "theirs.roadmap"))
        with contextlib.closing(file.open_for_writing(other)) as db:
            db.execute("PRAGMA synchronous = OFF")
            db.execute("PRAGMA journal_mode = MEMORY")
            writer = Log(db, log.Author("Jānis Kalniņš", "Dome"))
            for _ in range(150):
                writer.save([some_edit(db, self.pick) for _ in range(10)])
        with vet.vet(other) as found:
            self.sessions = list(found.sessions())
            self.theirs = [change for change in found.changes() if change.id not in self.known]
        other.unlink()
        self.pick.shuffle(self.theirs)

    def work(self, say: Say, pick: random.Random) -> None:
        with contextlib.closing(file.open_for_writing(self.path)) as db:
            say("begin")
            writer = Log(db, AUTHOR)
            missing = [change for change in self.theirs if change.id not in self.known]
            while missing:
                part = [missing.pop() for _ in range(min(len(missing), pick.choice((1, 5, 20, 60))))]
                say({"try": len(part)})
                writer.merge(part, self.sessions)
                self.done(say, part)
            while True:  # all is there: doing it again changes nothing
                writer.merge(self.theirs, self.sessions)


class InTheWindow(Street):
    """The session as the windows use it: words are kept while they are typed, saved, undone; its thread writes."""

    reach = 0.1

    def prepare(self) -> None:
        self.home = self.folder / "home"
        self.last: dict[str, str] = {}

    def work(self, say: Say, pick: random.Random) -> None:
        from PySide6.QtCore import QCoreApplication

        from roadmap_desktop.session import Session

        app = QCoreApplication([])
        session = Session(self.path, AUTHOR, self.home)
        assert session.obstacle is None, session.obstacle
        say("begin")
        for number in itertools.count():
            edit = some_edit(session._db, pick)
            edit = edit._replace(fields={"text": f"{number} {pick.getrandbits(60)}"})
            said = [edit.entity.hex(), edit.fields["text"]]
            session.keep([edit])
            say({"kept": said})
            app.processEvents()
            say({"try": said})
            session.save([edit])
            session.flush()
            assert not session.failing
            say({"saved": said})

    def judge(self, words: list[Any]) -> None:
        self.opened(self.path)
        self.acknowledged += sum("saved" in word for word in words)
        tried = {}
        for word in words:
            if "saved" in word:
                self.last[word["saved"][0]] = word["saved"][1]
            if "try" in word:
                tried[word["try"][0]] = word["try"][1]
        with contextlib.closing(file.open_for_reading(self.path)) as db:
            now = {entity.hex(): text for entity, text in db.execute("SELECT id, text FROM answers")}
            left = recovery.kept(self.home, queries.meta(db, "document"))
        for entity, text in self.last.items():
            if now[entity] not in {text, tried.get(entity)}:
                self.faults.append(("acknowledged edits lost", f"{text!r} shows as {now[entity]!r}"))
        if words and "kept" in words[-1]:
            entity, text = words[-1]["kept"]
            if text not in [edit.fields["text"] for edit in left]:
                self.faults.append(("kept words lost", text))
        self.last |= {entity: now[entity] for entity in tried if entity in now}
