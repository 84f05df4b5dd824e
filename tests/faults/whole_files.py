"""Where processes are ended while they make or replace whole files: upgrades, backups, copies, going back to a backup."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from roadmap_desktop.domain.backups import Backup
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.store import backup, file, new, rescue, schema
from roadmap_desktop.store.log import Log
from tests.faults.lives import Say
from tests.faults.sources import AUTHOR, SAMPLE, TODAY, some_edit
from tests.faults.streets import Saving, Street

NOW: Final = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
PAGES: Final = 4 * schema.PAGE_SIZE


class Upgrading(Street):
    """Files whose tables are another version's, or of an older format, are opened by this one."""

    reach = 0.12
    files = 6

    def prepare(self) -> None:
        self.whole_ids = self.opened(self.path)
        with contextlib.closing(file.connect(self.path, "rw")) as db:
            db.execute("UPDATE meta SET value = 'made by another version' WHERE key = 'derived'")
            db.execute("DROP TABLE indicators")
            db.execute("CREATE TABLE of_another_version (id INTEGER PRIMARY KEY, words TEXT)")
            db.execute("INSERT INTO of_another_version (words) SELECT body FROM change")
        self._renew()

    def _renew(self) -> None:
        for number in range(self.files):
            shutil.copy(self.path, self.folder / f"old-{number}.roadmap")

    def work(self, say: Say, pick: random.Random) -> None:
        with _a_later_program():
            say("begin")
            for number in range(self.files):
                path = self.folder / f"old-{number}.roadmap"
                file.open_for_writing(path, backups=self.folder / "before").close()
                say({"done": number})
            time.sleep(600)

    def judge(self, words: list[Any]) -> None:
        self.acknowledged += len(words)
        for word in words:
            self._judge_backup(word["done"])
        with _a_later_program():
            for number in range(self.files):
                path = self.folder / f"old-{number}.roadmap"
                if self.opened(path) != self.whole_ids:
                    self.faults.append(("acknowledged edits lost", "by an upgrade"))
                if file.examine(path).format != schema.FORMAT:
                    self.faults.append(("not upgraded", str(file.examine(path))))
        shutil.rmtree(self.folder / "before", ignore_errors=True)
        self._renew()

    def _judge_backup(self, number: int) -> None:
        """A file that was upgraded was backed up before."""
        try:
            (made,) = (self.folder / "before").glob(f"old-{number} *.roadmap")
            backup.check_tally(made)
        except (ValueError, UserError) as error:
            self.faults.append(("upgraded without a backup", repr(error)))


@contextlib.contextmanager
def _a_later_program() -> Iterator[None]:
    """As if this program's format were one further than it is, with a migration that rewrites a lot."""
    from roadmap_desktop.store import migrations

    former = schema.FORMAT
    known = migrations.migrations._migrations
    try:
        schema.FORMAT = former + 1  # type: ignore[misc]

        @migrations.migrations(name="format_to_come")
        def format_to_come(db: Any) -> None:
            db.execute("CREATE TABLE moved AS SELECT * FROM change")
            db.execute("DELETE FROM change")
            db.execute("INSERT INTO change SELECT * FROM moved")
            db.execute("DROP TABLE moved")
            db.execute(f"PRAGMA user_version = {schema.FORMAT}")

        yield
    finally:
        schema.FORMAT = former  # type: ignore[misc]
        known[:] = [one for one in known if one.name != "format_to_come"]


class BackingUp(Saving):
    """Words are saved, and the file is backed up, to two places."""

    reach = 0.1

    def prepare(self) -> None:
        super().prepare()
        self.places = [self.folder / "backups", self.folder / "stick"]
        self.places[1].mkdir()
        self.now = NOW

    def work(self, say: Say, pick: random.Random) -> None:
        with contextlib.closing(file.open_for_writing(self.path)) as db:
            say("begin")
            writer = Log(db, AUTHOR)
            for second in itertools.count(1):
                say({"try": 1})
                self.done(say, writer.save([some_edit(db, pick)]).changes)
                when = self.now + dt.timedelta(seconds=second)
                kept = backup.keep(self.path, self.places[0], self.places[1], when)
                assert kept.made, kept
                say({"made": kept.made.path.name})

    def judge(self, words: list[Any]) -> None:
        super().judge([word for word in words if "made" not in word])
        made = [word["made"] for word in words if "made" in word]
        self.acknowledged += len(made)
        self.now += dt.timedelta(minutes=1)
        document = backup.document_of(self.path)
        for place in self.places:
            # Most of an hour's backups may go again; the newest may not.
            if made and not (place / made[-1]).exists():
                self.faults.append(("backup lost", f"{made[-1]} in {place.name}"))
            for one in backup.backups(place, document):
                with contextlib.suppress(UserError):
                    backup.check_tally(one.path)
                    continue
                self.faults.append(("half a copy under a final name", one.path.name))
            backup.tidy(place, document, NOW + dt.timedelta(days=4000))
            self.faults += [("not tidied away", left.name) for left in place.glob(".*")]


class Sending(Street):
    """Whole files are made under names that were free: copies, new files, rescued ones."""

    reach = 0.1

    def work(self, say: Say, pick: random.Random) -> None:
        out = self.folder / "out"
        out.mkdir(exist_ok=True)
        kept = backup.back_up(self.path, self.folder / "backups", NOW)
        say("begin")
        makers: list[Callable[[Path], Any]] = [
            file.create,
            lambda path: new.sample_file(path, SAMPLE, "lv", TODAY),
            lambda path: rescue.rescue(self.path, path),
            lambda path: backup.back_up(self.path, path.parent, NOW).path.rename(path),
            lambda path: backup.copy_to(kept._replace(path=_named(kept, path)), path.parent),
        ]
        while True:
            path = out / f"{pick.getrandbits(64):016x}.roadmap"
            pick.choice(makers)(path)
            say({"made": path.name})

    def judge(self, words: list[Any]) -> None:
        out = self.folder / "out"
        self.acknowledged += len(words)
        for word in words:
            if not (out / word["made"]).exists():
                self.faults.append(("finished file is gone", word["made"]))
        if out.exists():
            self.sweep(out)
            for path in list(out.iterdir()):
                if not self.whole(path):
                    self.faults.append(("half a copy under a final name", path.name))
                path.unlink()
        shutil.rmtree(self.folder / "backups", ignore_errors=True)


def _named(kept: Backup, path: Path) -> Path:
    """The same backup under the name that its copy is to have."""
    named = kept.path.with_name(path.name)
    shutil.copy(kept.path, named)
    return named


class Restoring(Saving):
    """A former state is gone back to; sometimes the file is damaged, and the backup takes its place."""

    reach = 0.15

    def prepare(self) -> None:
        super().prepare()
        self.kept = backup.back_up(self.path, self.folder / "kept", NOW)
        self.first = self.known

    def work(self, say: Say, pick: random.Random) -> None:
        say("begin")
        while True:
            if pick.random() < 0.4:
                say({"damaged": True})
                with self.path.open("r+b") as stream:
                    stream.truncate(pick.randrange(PAGES, self.path.stat().st_size - PAGES))
            else:
                with contextlib.closing(file.open_for_writing(self.path)) as db:
                    writer = Log(db, AUTHOR)
                    say({"try": 1})
                    self.done(say, writer.save([some_edit(db, pick)]).changes)
                say({"restoring": True})
            backup.restore(self.path, self.kept, self.folder / "backups", AUTHOR, NOW)
            say({"restored": True})

    def judge(self, words: list[Any]) -> None:
        self.acknowledged += len(words)
        state = [word for word in words if "ids" not in word and "try" not in word]
        damaged = bool(state) and "damaged" in state[-1]
        replaced = any("damaged" in word for word in words)
        self.sweep(self.folder)
        if not self.path.exists():
            self.faults.append(("no file under its name", "while a backup took the place of a damaged one"))
            backup.replace(self.path, self.kept, NOW)
        elif damaged:
            with contextlib.suppress(UserError):
                file.open_for_writing(self.path).close()
                damaged = False
            if damaged:
                backup.replace(self.path, self.kept, NOW)
        there = self.opened(self.path)
        if not self.first <= there:
            self.faults.append(("acknowledged edits lost", "of the backup"))
        if not replaced:
            said = frozenset(bytes.fromhex(one) for word in words for one in word.get("ids", ()))
            if not said | self.known <= there:
                self.faults.append(("acknowledged edits lost", "by going back"))
        self.known = there
        for one in self.folder.glob("ours (damaged*"):
            one.unlink()
        shutil.rmtree(self.folder / "backups", ignore_errors=True)
