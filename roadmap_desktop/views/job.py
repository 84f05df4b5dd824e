"""One piece of long work on a thread of its own, with its progress told and a way to stop it; knows no window."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Generator, Iterable
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")

_BETWEEN_REPORTS: Final = 0.05


class StoppedError(Exception):
    """Raised inside the work when nobody wants its result any more."""


class Job(QObject):
    """`start` runs the work; then `done` (its result), `failed` (its exception), or nothing after `stop`.

    The work is called with the Job and tells it how far it is, through `report` or `counted`; both raise
    StoppedError in the work's thread once it has been stopped. The signals arrive in the thread that made the Job.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int)

    _ended = Signal(object, object)

    def __init__(self, work: Callable[[Job], object]) -> None:
        """`work` must touch nothing of the windows."""
        super().__init__()
        self._work = work
        self._stopped = threading.Event()
        self._told = 0.0
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; once only."""
        self._thread.start()

    def stop(self) -> None:
        """Let the work go: its result is dropped, and it ends at its next report."""
        self._stopped.set()

    def wait(self, seconds: float | None = None) -> None:
        """Wait for the thread's end: for tests, and before the program ends."""
        self._thread.join(seconds)

    @property
    def stopped(self) -> bool:
        """`stop` was called."""
        return self._stopped.is_set()

    def report(self, count: int) -> None:
        """Called by the work: `count` pieces are done. Raises StoppedError."""
        if self.stopped:
            raise StoppedError
        now = time.monotonic()
        if now - self._told > _BETWEEN_REPORTS:
            self._told = now
            self.progressed.emit(count)

    def counted(self, pieces: Iterable[T]) -> Generator[T, None, None]:
        """`pieces`, each reported as it is taken. Raises StoppedError."""
        for number, piece in enumerate(pieces):
            self.report(number)
            yield piece

    def _run(self) -> None:
        result: object = None
        error: Exception | None = None
        # A full collection over millions of new tuples would hold the windows up for seconds. They hold no circles,
        # so counting references frees them; frozen, they are not looked through later either.
        gc.disable()
        try:
            result = self._work(self)
        except StoppedError:
            return
        except Exception as caught:  # noqa: BLE001 - handed to the windows' thread, which shows it
            error = caught
        finally:
            gc.freeze()
            gc.enable()
        self._ended.emit(result, error)

    def _on_ended(self, result: object, error: object) -> None:
        if self.stopped:
            return
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)
