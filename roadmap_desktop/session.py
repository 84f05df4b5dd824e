"""The open file as the windows see it: one door in (`save`), signals out; the writing runs on a thread of its own."""

from __future__ import annotations

import contextlib
import queue
import sqlite3
import threading
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.dossier import Dossier, DueStop, Found, Summary
from roadmap_desktop.domain.errors import FileNewer, FileReadOnly, FolderUnwritable, UserError
from roadmap_desktop.domain.records import Attachment, Organisation
from roadmap_desktop.store import file, queries, recovery
from roadmap_desktop.store.log import Author, Log, Step


class _Job(NamedTuple):
    """What the writing thread is asked to do; `edits` are what would be lost with it."""

    run: Callable[[Log], Step | None]
    kind: str
    edits: tuple[Edit, ...]
    contents: tuple[bytes, ...]


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

    `changed` carries the frozenset of roots that a save touched; `failed` the UserError (or our defect) that
    stopped one: its edits are kept and tried again before the next save. `busy` says whether a save is under way.
    """

    changed = Signal(object)
    failed = Signal(object)
    busy = Signal(bool)
    undoable = Signal()
    found = Signal(str, object)
    """The text that was looked for, and the list of Found."""

    _finished = Signal(object, object, object)
    _searched = Signal(object, object)

    def __init__(self, path: Path, author: Author, folder: Path, parent: QObject | None = None) -> None:
        """Open `path` for `author`; `folder` takes the words that could not be saved.

        A file that cannot be changed opens all the same: `obstacle` then says why. Raises the UserErrors of
        `store.file` where it cannot even be read.
        """
        super().__init__(parent)
        self.path = path
        self.author = author
        self.obstacle: UserError | None = None
        self._folder = folder
        self._db = self._open()
        self.document = queries.meta(self._db, "document")
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._touched = False
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

    # reading ---------------------------------------------------------------------------------------

    def partnership_ids(
        self, *, order: str = "title", text: str = "", stage: str = "", overdue_on: str = ""
    ) -> list[bytes]:
        """See `queries.partnership_ids`."""
        return queries.partnership_ids(self._db, order=order, text=text, stage=stage, overdue_on=overdue_on)

    def summaries(self, ids: Sequence[bytes]) -> list[Summary]:
        """See `queries.summaries`."""
        return list(queries.summaries(self._db, ids))

    def dossier(self, root: bytes) -> Dossier:
        """See `queries.dossier`."""
        return queries.dossier(self._db, root)

    def dossiers(self) -> Generator[Dossier, None, None]:
        """Every partnership in turn, by title, through a connection of their own: for a thread that takes its time."""
        with contextlib.closing(file.open_again(self.path)) as db:
            for root in queries.partnership_ids(db):
                yield queries.dossier(db, root)

    def organisations(self) -> list[Organisation]:
        """See `queries.organisations`."""
        return queries.organisations(self._db)

    def home_organisation(self) -> Organisation:
        """See `queries.home_organisation`."""
        return queries.home_organisation(self._db)

    def due_stops(self, until: str, limit: int = 50) -> list[DueStop]:
        """See `queries.due_stops`."""
        return queries.due_stops(self._db, until, limit)

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

    def versions(self, root: bytes, kind: str, entity: bytes, field: str) -> list[tuple[str, str, int]]:
        """See `queries.versions`."""
        return queries.versions(self._db, root, kind, entity, field)

    # writing ---------------------------------------------------------------------------------------

    def save(self, edits: Sequence[Edit], contents: Sequence[bytes] = ()) -> None:
        """Have `edits` written as one step that can be undone; `changed` or `failed` follows."""
        if self.obstacle is not None:
            self.failed.emit(self.obstacle)
            return
        for edit in edits:
            self._typed.pop(edit[:3], None)
        self._stuck = [left for job in self._stuck if (left := _less(job, edits))]
        self.retry()
        self._put(_save_job(tuple(edits), tuple(contents)))

    def keep(self, edits: Sequence[Edit]) -> None:
        """Remember words being typed, until they come through `save`, where a dead battery cannot reach them."""
        for edit in edits:
            self._typed[edit[:3]] = edit
        self._keep_unsaved()

    def retry(self) -> None:
        """Try again what could not be saved."""
        stuck, self._stuck = self._stuck, []
        for job in stuck:
            self._put(job)

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
        touched = {former.entity for step in self._undo for former in step.formers}
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
        self.flush()
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None
        self._keep_unsaved()
        self._db.close()

    # inside ----------------------------------------------------------------------------------------

    def _open(self) -> sqlite3.Connection:
        try:
            db = file.open_for_writing(self.path)
            file.look_only(db)
        except (FileNewer, FileReadOnly, FolderUnwritable) as obstacle:
            self.obstacle = obstacle
            db = file.open_for_reading(self.path)
        return db

    def _put(self, job: _Job) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
            self._thread.start()
        self._waiting.append(job)
        self._jobs.put(job)
        self.busy.emit(True)

    def _work(self) -> None:
        """The writing thread: owns its connection, drawn up at the first job."""
        log: Log | None = None
        db: sqlite3.Connection | None = None
        while (job := self._jobs.get()) is not None:
            step: Step | None = None
            error: Exception | None = None
            try:
                with file.translating(self.path):
                    if log is None:
                        db = file.connect(self.path, "rw")
                        log = Log(db, self.author)
                    step = job.run(log)
            except Exception as caught:  # noqa: BLE001 - handed to the windows' thread, which shows it
                error = caught
            self._done.put((job, step, error))
            self._finished.emit(None, None, None)
        if db is not None:
            db.close()

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
        steps = self._undo if kind == "undo" else self._redo
        if steps and self.obstacle is None:
            step = steps[-1]
            self._put(_Job(lambda log: log.revert(step), kind, (), ()))

    def _settle(self, job: _Job, step: Step | None, error: Exception | None) -> None:
        self._waiting.remove(job)
        if error is not None:
            self._wanted.clear()
            if job.kind == "save":
                self._stuck.append(job)
            self._keep_unsaved()
            self.failed.emit(error)
        elif step is not None:
            self._remember(job.kind, step)
            self._keep_unsaved()
            if step.changes:
                self._touched = True
                self.changed.emit(step.roots)
                self.undoable.emit()
        if not self._waiting and self._wanted:
            self._revert(self._wanted.pop(0))
        if not self._waiting:
            self.busy.emit(False)

    def _remember(self, kind: str, step: Step) -> None:
        match kind:
            case "save" if step.changes:
                self._undo.append(step)
                self._redo.clear()
            case "undo":
                self._undo.pop()
                self._redo.append(step)
            case "redo":
                self._redo.pop()
                self._undo.append(step)

    def _keep_unsaved(self) -> None:
        recovery.keep(self._folder, self.document, [*self.left_over, *self.unsaved])


def _save_job(edits: tuple[Edit, ...], contents: tuple[bytes, ...]) -> _Job:
    return _Job(lambda log: log.save(edits, contents), "save", edits, contents)


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
    return _save_job(tuple(left), job.contents) if left else None
