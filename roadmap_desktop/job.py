"""Long work on a thread of its own, with its progress told and a way to stop it; knows no window and no file."""

from __future__ import annotations

import contextlib
import gc
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

T = TypeVar("T")

LOOK_EVERY_MS: Final = 20


class StoppedError(Exception):
    """Raised inside the work when nobody wants its result any more."""


class Task:
    """What the work is given: a place to say how far it is. Plain Python, since no QObject may be shared with it."""

    def __init__(self) -> None:
        """Not begun."""
        self.count = 0
        self.ended = False
        self.result: object = None
        self.error: Exception | None = None
        self._stopped = threading.Event()

    def report(self, count: int) -> None:
        """So many pieces are done. Raises StoppedError once the work is not wanted any more."""
        if self._stopped.is_set():
            raise StoppedError
        self.count = count

    def counted(self, pieces: Iterable[T]) -> Generator[T, None, None]:
        """`pieces`, each reported as it is taken. Raises StoppedError."""
        for number, piece in enumerate(pieces):
            self.report(number)
            yield piece

    @property
    def stopped(self) -> bool:
        """The work is not wanted any more."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Have the next `report` raise."""
        self._stopped.set()

    def run(self, work: Callable[[Task], object]) -> None:
        """Do the work: the thread's own function."""
        try:
            self.result = work(self)
        except StoppedError:
            return
        except Exception as caught:  # noqa: BLE001 - handed to the windows' thread, which shows it
            self.error = caught
        self.ended = True


class Job(QObject):
    """`start` runs the work; then comes `done` (its result) or `failed` (its exception), or nothing after `stop`.

    It looks after the thread from time to time instead of being called by it: a thread that outlives its window
    then touches nothing that is gone.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int)

    def __init__(self, work: Callable[[Task], object], parent: QObject | None = None) -> None:
        """`work` is called with a Task, and must touch nothing of the windows."""
        super().__init__(parent)
        self._task = Task()
        self._told = 0
        self._thread = threading.Thread(target=self._task.run, args=(work,), name="job", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; once only."""
        self._thread.start()
        self._timer.start()

    def stop(self) -> None:
        """Let the work go: its result is dropped, and it ends at its next report."""
        self._task.stop()
        self._timer.stop()

    def drop(self) -> None:
        """As `stop`, and nobody needs this object any more."""
        self.stop()
        self.deleteLater()

    def wait(self, seconds: float | None = None) -> None:
        """Wait for the thread's end: for tests, and before the program ends."""
        self._thread.join(seconds)

    def _look(self) -> None:
        task = self._task
        if task.count != self._told:
            self._told = task.count
            self.progressed.emit(task.count)
        if not task.ended:
            return
        self._timer.stop()
        if task.error is None:
            self.done.emit(task.result)
        else:
            self.failed.emit(task.error)


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Make millions of small things without pausing the windows: no search for circles among them, now or later.

    A full collection over them would hold every thread up for seconds. They hold no circles, so counting
    references frees them.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
