"""The open file as the windows see it: one door in (`save`), signals out; the writing runs on a thread of its own."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import queue
import sqlite3
import threading
from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from roadmap_desktop.domain.changes import Change, Edit
from roadmap_desktop.domain.dossier import Dossier, DueStop, Found, Summary
from roadmap_desktop.domain.errors import (
    FileDamaged,
    FileGone,
    FileHeld,
    FileLookedAt,
    FileMoved,
    FileNewer,
    FileReadOnly,
    FileReplaced,
    FileTaken,
    FolderUnwritable,
    UserError,
)
from roadmap_desktop.domain.records import Attachment, Exchange, Member, Organisation, Submission
from roadmap_desktop.store import exchanges, file, holder, log, members, place, queries, recovery
from roadmap_desktop.store.exchanges import Waiting
from roadmap_desktop.store.holder import Hold, Holder
from roadmap_desktop.store.log import Author, Key, Log, Step
from roadmap_desktop.store.recovery import Steps
from roadmap_desktop.watch import EVERY_MS, Seen, Watch

if TYPE_CHECKING:
    from roadmap_desktop.domain.backups import Backup
    from roadmap_desktop.domain.incoming import Choice, Group, Place
    from roadmap_desktop.store.receive import Incoming, Received

RECALL_AFTER_MS: Final = 300
"""What was done last time can be undone from then on: no window needs it to open."""
KEEP_STEPS_AFTER_MS: Final = 1_000
MOST_LOOKED_AT: Final = 50
"""Edits of one save for which it is looked what stands there: more than that is no typing."""
BACKUPS: Final = "backups"
"""Where in the user's folder the backup goes that is made before an older file is upgraded."""
_LASTING: Final = (FileNewer, FileReadOnly, FolderUnwritable, FileLookedAt)
"""What does not pass by itself: words are not taken in the hope that it does."""
_AWAY: Final = (FileGone, FileMoved, FileReplaced)


class _Job(NamedTuple):
    """What the writing thread is asked to do; `edits` are what would be lost with it."""

    run: Callable[[Log], Step | None]
    kind: str
    edits: tuple[Edit, ...]
    contents: tuple[bytes, ...]
    seen: Mapping[Key, frozenset[bytes]]


class _Search:
    """One search under way, with a connection of its own that can be told to stop."""

    def __init__(self, path: Path, text: str, limit: int) -> None:
        self.text = text
        self.thread: threading.Thread | None = None
        self._path = path
        self._limit = limit
        self._stopped = threading.Event()

    def run(self, report: Callable[[_Search, list[Found]], object]) -> None:
        found: list[Found] = []
        with (
            contextlib.suppress(UserError, sqlite3.Error),
            contextlib.closing(file.open_again(self._path)) as db,
        ):
            db.set_progress_handler(self._stopped.is_set, 20_000)
            found = list(queries.search(db, self.text, self._limit))
        if not self._stopped.is_set():
            report(self, found)

    def stop(self) -> None:
        self._stopped.set()
        if self.thread is not None:
            self.thread.join()


class Session(QObject):
    """One open file. Everything is called from the windows' thread; nothing here waits for the disk but `flush`.

    `changed` carries the frozenset of roots that a save touched, or that may have been when somebody else wrote;
    `failed` the UserError (or our defect) that stopped one: its edits are kept and tried again before the next save.
    `busy` says whether a save is under way. `obstacle_changed` says that `obstacle` is another now, or gone; `freed`
    that nobody has the file any more which somebody had; `others_wrote` carries the names of those who did, and
    `lost_changes` how many changes, at the least, are no longer in the file: an older copy was put over it.
    """

    changed = Signal(object)
    failed = Signal(object)
    busy = Signal(bool)
    undoable = Signal()
    obstacle_changed = Signal()
    freed = Signal()
    others_wrote = Signal(object)
    lost_changes = Signal(int)
    put_back = Signal()
    """What `put_back_lost` was asked for is done."""
    received = Signal(object)
    """What came of `receive`, as receive.Received."""
    found = Signal(str, object)
    """The text that was looked for, and the list of Found."""

    _finished = Signal(object, object, object)
    _searched = Signal(object, object)

    def __init__(
        self,
        path: Path,
        author: Author,
        folder: Path,
        parent: QObject | None = None,
        *,
        over: Holder | None = None,
        look_every_ms: int = EVERY_MS,
        only_look: bool = False,
    ) -> None:
        """Open `path` for `author`; `folder` takes the words that could not be saved, and the steps to undo.

        A file that cannot be changed opens all the same: `obstacle` then says why, and may pass. One that somebody
        else has can be changed where it is taken `over` from them; with `only_look` nothing is, nor noted beside it. Raises the UserErrors of `store.file` where it
        cannot even be read.
        """
        super().__init__(parent)
        self.path = path
        self.author = author if author.name.strip() else author._replace(name=holder.account())
        self.obstacle: UserError | None = None
        self._folder = folder
        self._hold: Hold | None = None
        self._for_writing = self._free = False
        self._db = self._open(over, only_look=only_look)
        self.document = queries.meta(self._db, "document")
        self._tally = log.tally(self._db)
        self._sessions, self._roots = log.session_ids(self._db), log.roots_of(self._db)
        self._look = place.look(path)
        self._watch = Watch(path, self._look.mark, look_every_ms, self)
        self._watch.hold = self._hold
        self._watch.seen.connect(self._on_seen)
        self._connections = 0
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._mine: frozenset[bytes] = frozenset()
        self._identity = b""
        self._written: list[Change] = []
        self._lost: list[Change] = []
        self._got: queue.SimpleQueue[Received] = queue.SimpleQueue()
        self._recalling = self._once(RECALL_AFTER_MS, self._recall)
        self._recalling.start()
        self._keeping = self._once(KEEP_STEPS_AFTER_MS, self._keep_steps)
        self._touched, self._alone = False, True
        self._wanted: list[str] = []
        self._typed: dict[tuple[bytes, str, bytes], Edit] = {}
        self._waiting: list[_Job] = []
        self._stuck: list[_Job] = []
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[tuple[_Job, Step | None, Exception | None]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._search: _Search | None = None
        self._searched.connect(self._on_searched, Qt.ConnectionType.QueuedConnection)
        self.left_over = recovery.kept(folder, self.document)
        self._before = recovery.seen(folder, self.document) if self.left_over else {}

    # reading ---------------------------------------------------------------------------------------

    def partnership_ids(
        self,
        *,
        order: str = "title",
        text: str = "",
        stage: str = "",
        overdue_on: str = "",
        disputed: bool = False,
    ) -> list[bytes]:
        """See `queries.partnership_ids`."""
        return queries.partnership_ids(
            self._db, order=order, text=text, stage=stage, overdue_on=overdue_on, disputed=disputed
        )

    def titles(self) -> list[tuple[bytes, str]]:
        """See `queries.titles`."""
        return queries.titles(self._db)

    def summaries(self, ids: Sequence[bytes]) -> list[Summary]:
        """See `queries.summaries`."""
        return list(queries.summaries(self._db, ids))

    def dossier(self, root: bytes) -> Dossier:
        """See `queries.dossier`, and `see`."""
        found = queries.dossier(self._db, root)
        self.see(found.conflicts)
        return found

    def dossiers(self) -> Generator[Dossier, None, None]:
        """Every partnership in turn, by title, through a connection of their own: for a thread that takes its time."""
        with contextlib.closing(file.open_again(self.path)) as db, file.translating(self.path):
            yield from queries.dossiers(db, queries.partnership_ids(db))

    def organisations(self) -> list[Organisation]:
        """See `queries.organisations`."""
        return queries.organisations(self._db)

    def home_organisation(self) -> Organisation:
        """See `queries.home_organisation`."""
        return queries.home_organisation(self._db)

    def members(self) -> list[Member]:
        """See `members.members`."""
        return members.members(self._db, self.home_organisation().root)

    def submissions(self, year: int) -> list[Submission]:
        """See `members.submissions`."""
        return members.submissions(self._db, self.home_organisation().root, year)

    def years_collected(self) -> list[int]:
        """See `members.years`."""
        return members.years(self._db, self.home_organisation().root)

    def due_stops(self, until: str, limit: int = 50) -> list[DueStop]:
        """See `queries.due_stops`."""
        return queries.due_stops(self._db, until, limit)

    def register(self, root: bytes = b"") -> list[Exchange]:
        """See `exchanges.register`."""
        with file.translating(self.path):
            return exchanges.register(self._db, root)

    def unanswered(self, today: str, days: int) -> list[Waiting]:
        """See `exchanges.unanswered`."""
        with file.translating(self.path):
            return exchanges.unanswered(self._db, today, days)

    def look_for(self, text: str, limit: int = 50) -> None:
        """Search the whole file on a thread of its own; `found` follows. A newer search ends the one before."""
        self._stop_search()
        search = _Search(self.path, text, limit)
        self._search = search
        search.thread = threading.Thread(
            target=lambda: search.run(self._searched.emit), name="search", daemon=True
        )
        search.thread.start()

    def attachment_data(self, attachment: Attachment) -> bytes:
        """See `queries.attachment_data`."""
        return queries.attachment_data(self._db, attachment)

    def conflicts(self) -> int:
        """See `queries.conflicts`."""
        return queries.conflicts(self._db)

    def see(self, groups: Sequence[Group]) -> None:
        """The user is shown the conflicts `groups`, and knows every version: what is chosen then settles them."""
        for group in groups:
            for thing in group.things:
                self._sessions |= log.writers_of(self._db, thing[:3])

    def logo(self, organisation: bytes) -> bytes:
        """See `queries.logo`."""
        return queries.logo(self._db, organisation)

    # writing ---------------------------------------------------------------------------------------

    def save(self, edits: Sequence[Edit], contents: Sequence[bytes] = ()) -> None:
        """Have `edits` written as one step that can be undone; `changed` or `failed` follows.

        What somebody else wrote in their place meanwhile is not replaced: both are kept, and asked about.
        """
        if isinstance(self.obstacle, _LASTING):
            self.failed.emit(self.obstacle)
            return
        self._note_before(edits)
        for edit in edits:
            self._typed.pop(edit[:3], None)
        self._stuck = [left for job in self._stuck if (left := _less(job, edits))]
        seen = {edit[:3]: self._before[edit[:3]] for edit in edits if edit[:3] in self._before}
        job = _save_job(tuple(edits), tuple(contents), seen)
        if self.obstacle is not None:
            self._stuck.append(job)
            self._keep_unsaved()
            self.failed.emit(self.obstacle)
            return
        self._resume()
        self._put(job)

    def keep(self, edits: Sequence[Edit]) -> None:
        """Remember words being typed, until they come through `save`, where a dead battery cannot reach them."""
        self._note_before(edits)
        for edit in edits:
            self._typed[edit[:3]] = edit
        self._keep_unsaved()

    @property
    def can_put_back(self) -> bool:
        """Whether anything that was written here is known to be gone from the file, and can be put into it again."""
        return bool(self._lost) and self.obstacle is None

    def put_back_lost(self) -> None:
        """Write again, as it was, what was written here and an older copy took away; `put_back` or `failed` follows."""
        lost = tuple(self._lost)
        if lost and self.obstacle is None:

            def run(writer: Log) -> Step:
                writer.save(())  # the writer is made known in the file again
                return Step((), lost if writer.merge(lost) else ())

            self._put(_Job(run, "put back", (), (), {}))

    def fuller_backup(self) -> Backup | None:
        """The whole backup on this computer that holds the most changes, where those are more than the file holds."""
        from roadmap_desktop.store import backup  # noqa: PLC0415 - now and then

        found = backup.backups(self._folder / BACKUPS, self.document)
        whole = [made for made in found if made.health == "good" and made.changes > self._tally[0]]
        return max(whole, key=lambda made: made.changes, default=None)

    def retry(self) -> None:
        """Try again what could not be saved."""
        if self.obstacle is None:
            self._resume()
        else:
            self.try_again()

    def try_again(self) -> bool:
        """Whether the file can be changed now, where it could not; then what could not be saved is."""
        return self._go_on(self._watch.left)

    def take_over(self) -> bool:
        """Change the file although somebody else has it, who then can no longer; whether that went well."""
        return self._go_on(holder.look(self.path))

    def only_read(self, why: UserError) -> None:
        """Write nothing more to the file, which is damaged: words typed from now on are kept beside the settings."""
        self._set_obstacle(why)

    def save_copy(self, path: Path) -> None:
        """Put a complete and checked copy at `path`, unsaved words included, even where the file itself is gone.

        Waits for the disk. Raises FileExists, FolderUnwritable, DiskFull; FileUnreadable where there is nothing left
        to copy from.
        """
        self.flush()
        contents = [data for job in self._stuck for data in job.contents]
        with file.translating(self.path):
            log.tally(self._db)
        recovery.save_copy(
            self._db, path, self.author, [*self.left_over, *self.unsaved], contents, self._before
        )

    def receive(
        self,
        incoming: Incoming,
        choices: Mapping[Place, Choice],
        default: Choice,
        backups: Path,
        when: dt.datetime,
    ) -> None:
        """Take in what came, after a backup into `backups`, as one step; `changed` and `received`, or `failed`, follow.

        `incoming` is the writing thread's until then.
        """
        if self.obstacle is not None:
            self.failed.emit(self.obstacle)
            return

        def run(writer: Log) -> Step:
            from roadmap_desktop.store import backup, receive  # noqa: PLC0415 - now and then

            made = backup.back_up(self.path, backups, when) if incoming.new else None
            done = receive.apply_in(writer, incoming, choices, default)
            self._got.put(done._replace(backup=made))
            return done.step

        self._put(_Job(run, "receive", (), (), {}))

    @property
    def can_undo(self) -> bool:
        """Something was done in this session that can be undone."""
        return bool(self._undo) and self.obstacle is None

    @property
    def can_redo(self) -> bool:
        """Something was undone that can be done again."""
        return bool(self._redo) and self.obstacle is None

    @property
    def touched(self) -> bool:
        """Something was written to the file in this session."""
        return self._touched

    @property
    def alone(self) -> bool:
        """Nobody else wrote into the file since it was opened, as far as can be told; for certain once it is closed."""
        return self._alone

    @property
    def saving(self) -> bool:
        """Something is on its way to the disk."""
        return bool(self._waiting)

    @property
    def failing(self) -> bool:
        """Something could not be saved, and waits to be tried again."""
        return bool(self._stuck)

    @property
    def unsaved(self) -> list[Edit]:
        """What is not in the file yet, oldest first."""
        jobs = [edit for job in (*self._stuck, *self._waiting) for edit in job.edits]
        return [*jobs, *self._typed.values()]

    def undo(self) -> None:
        """Take back the last step, one being saved just now included; `changed` follows."""
        self._revert("undo")

    def redo(self) -> None:
        """Do again what was undone last; `changed` follows."""
        self._revert("redo")

    def put_back_left_over(self) -> None:
        """Save the words that an earlier session could not."""
        if self.obstacle is not None:
            self.failed.emit(self.obstacle)
            return
        edits, self.left_over = self.left_over, []
        self.save([self._joined(edit) for edit in edits])

    def _joined(self, edit: Edit) -> Edit:
        """`edit` with what was written at the same place meanwhile before it: putting back takes nothing away."""
        touched = {entity for step in self._undo for _, _, entity in step.keys}
        text = edit.fields.get("text")
        if edit.entity not in touched or not isinstance(text, str):
            return edit
        now = queries.text_of(self._db, edit.kind, edit.entity)
        if not now or now in text:
            return edit
        return edit._replace(fields={**edit.fields, "text": now if text in now else f"{now}\n\n{text}"})

    def drop_left_over(self) -> None:
        """Forget the words that an earlier session could not save."""
        self.left_over = []
        self._keep_unsaved()

    def flush(self) -> None:
        """Wait until everything handed to `save` is written or has failed, and its signals are out."""
        while self._waiting:
            job, step, error = self._done.get()
            self._settle(job, step, error)

    def close(self) -> None:
        """Write what is under way, end the thread, let go of the file. Can be called twice."""
        self._stop_search()
        self._recalling.stop()
        self.flush()
        if self._keeping.isActive():
            self._keep_steps()
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None
        self._watch.close()
        self._keep_unsaved()
        recovery.harden(self._folder, self.document)
        self._alone = self._alone and self._is_as_left()
        self._db.close()

    def _is_as_left(self) -> bool:
        """Whether the file holds what this session knows of, and no more."""
        with contextlib.suppress(UserError, sqlite3.Error), file.translating(self.path):
            return log.tally(self._db) == self._tally
        return False

    # who has it, and where it is --------------------------------------------------------------------

    def _open(self, over: Holder | None, *, only_look: bool = False) -> sqlite3.Connection:
        """Open the file, to be changed if it can be, and note so beside it."""
        self._for_writing, obstacle = False, None
        try:
            header = file.examine(self.path)
            if only_look:
                raise FileLookedAt(path=self.path)
            if not header.newer and file.writable(self.path):
                self._hold = holder.take(self.path, self.author, over)
            db = file.open_for_writing(self.path, backups=self._folder / BACKUPS)
            file.look_only(db)
            self._for_writing = True
        except (*_LASTING, FileHeld) as error:
            obstacle = error
            self._let_go()
            db = file.open_for_reading(self.path)
        except BaseException:
            self._let_go()
            raise
        self.obstacle = obstacle
        return db

    def _let_go(self) -> None:
        hold, self._hold = self._hold, None
        if hold is not None:
            hold.release()

    def _guard(self) -> None:
        """For the writing thread, before each write. Raises FileTaken, FileGone, FileMoved, FileReplaced."""
        place.check(self.path, self._look.mark)
        hold = self._hold
        lost = hold.lost() if hold is not None else None
        if lost is not None:
            raise holder.taken(self.path, lost)

    @Slot(object)
    def _on_seen(self, seen: Seen) -> None:
        """What the watch saw: say what is new about it."""
        if seen.look is None:
            self._set_obstacle(seen.trouble)
            if isinstance(seen.trouble, FileReplaced):
                self._go_on(None)
            return
        if isinstance(self.obstacle, _AWAY):
            self._go_on(None)
        elif seen.lost is not None and self._hold is not None:
            # What was seen may be older than the hold that we have by now.
            lost = self._hold.lost()
            if lost is not None:
                self._set_obstacle(holder.taken(self.path, lost))
        elif isinstance(self.obstacle, FileHeld | FileTaken):
            self._on_holder(seen.holder)
        if (seen.look.moment, seen.look.size) != (self._look.moment, self._look.size) and not self.saving:
            self._look = seen.look._replace(mark=self._look.mark)
            self._look_for_others()

    def _on_holder(self, found: Holder | None) -> None:
        """Somebody has the file, or has no longer."""
        if found is not None and isinstance(self.obstacle, FileHeld):
            self._set_obstacle(holder.held(self.path, found))
        was_free, self._free = self._free, found is None
        if self._free and not was_free:
            self.freed.emit()

    def _set_obstacle(self, obstacle: UserError | None) -> None:
        if isinstance(obstacle, FileTaken):
            self._hold = self._watch.hold = None
        before, self.obstacle = self.obstacle, obstacle
        if type(before) is type(obstacle) and (
            before is None or obstacle is None or _essence(before) == _essence(obstacle)
        ):
            return
        self._free = False
        self._keep_unsaved()
        self.undoable.emit()
        self.obstacle_changed.emit()

    def _go_on(self, over: Holder | None) -> bool:
        """Change the file from now on, if nothing stands in the way any more."""
        if self.obstacle is None or isinstance(self.obstacle, FileNewer | FileDamaged | FileLookedAt):
            return self.obstacle is None
        try:
            self._find_again()
            if self._hold is None or self._hold.lost() is not None:
                self._hold = holder.take(self.path, self.author, over)
            if not self._for_writing:
                self._open_again(over)
        except UserError as error:
            if not (isinstance(error, FileHeld) and isinstance(self.obstacle, FileTaken)):
                self._set_obstacle(error)
            return False
        self._watch.hold = self._hold
        self._look_for_others()
        self._set_obstacle(None)
        self._resume()
        return True

    def _find_again(self) -> None:
        """The file is in its place, or has come back to it, as from a stick. Raises as `place.check`."""
        try:
            place.check(self.path, self._look.mark)
        except FileReplaced:
            with contextlib.suppress(UserError, sqlite3.Error), file.translating(self.path):
                again = file.connect(self.path, "ro")
                same = queries.meta(again, "document") == self.document and log.tally(again) == self._tally
                again.close()
                if same:
                    self._change_connection(file.open_again(self.path))
                    return
            raise

    def _open_again(self, over: Holder | None) -> None:
        before, reading = self.obstacle, self._db
        self._stop_search()
        self._db = self._open(over)
        reading.close()
        now, self.obstacle = self.obstacle, before
        if now is not None:
            raise now

    def _change_connection(self, db: sqlite3.Connection) -> None:
        self._stop_search()
        self._db.close()
        self._db = db
        self._look = place.look(self.path)
        self._watch.mark = self._look.mark
        self._connections += 1

    def _look_for_others(self) -> None:
        """Tell the windows where somebody else wrote, and where an older copy took changes away."""
        try:
            with file.translating(self.path):
                # A connection of its own: in an older copy SQLite may take pages that it remembers for those there.
                with contextlib.closing(file.open_again(self.path)) as db:
                    tally = log.tally(db)
                    if tally == self._tally:
                        return
                    sessions, roots = log.session_ids(db), log.roots_of(db)
                    new = sessions - self._sessions - self._mine
                    names, lost = log.names_of(db, new), self._lost_in(db, tally[0], sessions)
                if lost or log.tally(self._db) != tally:
                    self._change_connection(file.open_again(self.path))
                if lost:
                    self._forget_lost(new)
        except UserError:
            return
        self._alone = False
        before, self._roots = self._roots, roots
        self._tally, self._sessions = tally, sessions if lost else self._sessions | new
        self.changed.emit(roots | before if lost else roots)
        if lost:
            self.undoable.emit()
            self.lost_changes.emit(lost)
        else:
            self.others_wrote.emit(names)

    def _lost_in(self, db: sqlite3.Connection, count: int, sessions: frozenset[bytes]) -> int:
        """How many changes that were in the file are gone from it, at the least; `sessions` wrote what is there now."""
        gone = sum(len(step.written) for step in (*self._undo, *self._redo) if not _stands(db, step))
        return max(self._tally[0] - count, gone, int(not self._sessions <= sessions))

    def _forget_lost(self, strangers: frozenset[bytes]) -> None:
        """Leave nothing to undo whose changes are gone, and take what stands there now for seen, but for `strangers`."""
        self._undo = [step for step in self._undo if _stands(self._db, step)]
        self._redo = [step for step in self._redo if _stands(self._db, step)]
        self._lost = self._missing(self._written)
        for key in self._before:
            self._before[key] |= log.heads_of(self._db, key, strangers)
        self._keeping.start()

    def _missing(self, changes: Sequence[Change]) -> list[Change]:
        return [change for change in changes if not _stands(self._db, Step((), (change,)))]

    # inside ----------------------------------------------------------------------------------------

    def _once(self, after_ms: int, run: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(after_ms)
        made.timeout.connect(run)
        return made

    def _note_before(self, edits: Sequence[Edit]) -> None:
        """Remember what stood where `edits` begin, as the user has it before them."""
        if len(edits) > MOST_LOOKED_AT:
            return
        with contextlib.suppress(sqlite3.Error):
            strangers: frozenset[bytes] = frozenset()
            if self._waiting or log.tally(self._db) != self._tally:  # the windows have not been told yet
                strangers = log.session_ids(self._db) - self._sessions - self._mine
            for edit in edits:
                if edit[:3] not in self._before:
                    self._before[edit[:3]] = log.heads_of(self._db, edit[:3], strangers)

    def _resume(self) -> None:
        stuck, self._stuck = self._stuck, []
        for job in stuck:
            self._put(job)

    def _put(self, job: _Job) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
            self._thread.start()
        self._waiting.append(job)
        self._jobs.put(job)
        self.busy.emit(True)

    def _work(self) -> None:
        """The writing thread: owns its connection, drawn up at the first job."""
        writer: Log | None = None
        db: sqlite3.Connection | None = None
        connections = 0
        while (job := self._jobs.get()) is not None:
            step: Step | None = None
            error: Exception | None = None
            try:
                with file.translating(self.path):
                    self._guard()
                    if db is not None and connections != self._connections:
                        db.close()
                        db = None
                    if db is None:
                        connections = self._connections
                        db = file.connect(self.path, "rw")
                    if writer is None:
                        writer = Log(db, self.author)
                    else:
                        writer.go_on(db)  # an older copy put over the file does not know this writer
                    self._identity = writer.session
                    step = job.run(writer)
            except Exception as caught:  # noqa: BLE001 - handed to the windows' thread, which shows it
                error = self._truth(caught)
            self._done.put((job, step, error))
            self._finished.emit(None, None, None)
        if db is not None:
            db.close()

    def _truth(self, error: Exception) -> Exception:
        """What is behind `error`: of a file that was moved away SQLite only says that it cannot be written."""
        if isinstance(error, UserError):
            try:
                place.check(self.path, self._look.mark)
            except UserError as away:
                return away
        if isinstance(error, FileReadOnly) and not os.access(self.path.parent, os.W_OK):
            return FolderUnwritable(path=self.path.parent)
        return error

    def _stop_search(self) -> None:
        search, self._search = self._search, None
        if search is not None:
            search.stop()

    @Slot(object, object)
    def _on_searched(self, search: object, found: object) -> None:
        if isinstance(search, _Search) and search is self._search:
            self._search = None
            self.found.emit(search.text, found)

    @Slot(object, object, object)
    def _on_finished(self, *_: object) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                self._settle(*self._done.get_nowait())

    def _revert(self, kind: str) -> None:
        if self.saving:
            self._wanted.append(kind)
            return
        self._look_for_others()
        steps = self._undo if kind == "undo" else self._redo
        if steps and self.obstacle is None:
            step = steps[-1]
            mine = self._mine
            self._put(_Job(lambda writer: writer.revert(step, mine), kind, (), (), {}))

    def _settle(self, job: _Job, step: Step | None, error: Exception | None) -> None:
        self._waiting.remove(job)
        if error is not None:
            self._wanted.clear()
            if job.kind == "save":
                self._stuck.append(job)
            self._keep_unsaved()
            self.failed.emit(error)
            if isinstance(error, FileTaken | FileGone | FileMoved | FileReplaced):
                self._set_obstacle(error)
        elif step is not None:
            self._remember(job.kind, step)
            self._keep_unsaved()
            self._tell(job.kind, step)
        if not self._waiting and self._wanted:
            self._revert(self._wanted.pop(0))
        if not self._waiting:
            self.busy.emit(False)

    def _tell(self, kind: str, step: Step) -> None:
        """Let the windows know what was written."""
        if step.written:
            self._touched = True
            self.changed.emit(step.roots | {change.root for change in step.written})
        if kind in ("receive", "put back"):
            self._lost = self._missing(self._lost)
        if kind == "receive":
            self.received.emit(self._got.get())
        elif kind == "put back":
            self.put_back.emit()
        if step.written or kind != "save":
            self.undoable.emit()

    def _remember(self, kind: str, step: Step) -> None:
        """Take note of a step that was written; one that found nothing left to take back leaves none behind."""
        made = [step] if step.written else []
        match kind:
            case "save" | "receive":
                self._undo += made
                if made:
                    self._redo.clear()
            case "undo":
                self._undo.pop()
                self._redo += made
            case "redo":
                self._redo.pop()
                self._undo += made
        count, digest = self._tally
        for change in step.written:
            count, digest = count + 1, digest ^ int.from_bytes(change.id, "big")
            if change[:3] in self._before:
                self._before[change[:3]] |= {change.id}
        self._tally = count, digest
        self._sessions |= {change.session for change in step.written}
        if kind != "put back":
            # The bytes of an attachment are not remembered, and without them it is of no use.
            mine = (change for change in step.changes if change.session == self._identity)
            self._written += [change for change in mine if change.kind != "attachment"]
        self._roots |= step.roots
        self._mine |= {self._identity}
        self._keeping.start()

    @Slot()
    def _recall(self) -> None:
        """Take up what could be undone and done again last time, where nothing happened to the file since."""
        if self._touched or self._waiting or self._undo:
            return
        with contextlib.suppress(UserError), file.translating(self.path):
            steps = recovery.kept_steps(self._folder, self.document, self._db)
            self._undo, self._redo = list(steps.undo), list(steps.redo)
            self._mine |= steps.mine
            if steps.undo or steps.redo:
                self.undoable.emit()

    @Slot()
    def _keep_steps(self) -> None:
        self._keeping.stop()
        steps = Steps(tuple(self._undo), tuple(self._redo), self._mine)
        recovery.keep_steps(self._folder, self.document, self._tally, steps)

    def _keep_unsaved(self) -> None:
        edits = [*self.left_over, *self.unsaved]
        wanted = {edit[:3] for edit in edits}
        self._before = {key: heads for key, heads in self._before.items() if key in wanted}
        recovery.keep(self._folder, self.document, edits, self._before)
        if edits:
            # The disk is waited for elsewhere: the next key is being pressed here.
            harden = threading.Thread(
                target=recovery.harden, args=(self._folder, self.document), name="harden", daemon=True
            )
            harden.start()


def _save_job(
    edits: tuple[Edit, ...], contents: tuple[bytes, ...], seen: Mapping[Key, frozenset[bytes]]
) -> _Job:
    return _Job(lambda writer: writer.save(edits, contents, seen), "save", edits, contents, seen)


def _stands(db: sqlite3.Connection, step: Step) -> bool:
    """Whether the file still holds the changes of `step`, and what they replaced."""
    try:
        log.recall(db, log.noted(step))
    except LookupError:
        return False
    return True


def _essence(error: UserError) -> dict[str, object]:
    """What makes an obstacle another one: not that its holder gave a new sign of life."""
    return {name: value for name, value in error.data.items() if name != "seen"}


def _less(job: _Job, edits: Sequence[Edit]) -> _Job | None:
    """What of a save that failed is still wanted once `edits` set their fields; None where nothing is."""
    newer = {edit[:3]: edit.fields for edit in edits}
    if not any(edit[:3] in newer for edit in job.edits):
        return job
    left = []
    for edit in job.edits:
        later = newer.get(edit[:3], {})
        fields = {name: value for name, value in edit.fields.items() if later.get(name, value) == value}
        if any(name not in later for name in fields):
            left.append(edit._replace(fields=fields))
    return _save_job(tuple(left), job.contents, job.seen) if left else None
