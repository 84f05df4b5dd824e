"""Looks from time to time whether an open file still stands in its place, and who has it; it decides nothing."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from roadmap_desktop.domain.errors import FileGone, UserError
from roadmap_desktop.store import place
from roadmap_desktop.store.holder import REFRESH_SECONDS, Hold, Holder, Waiting
from roadmap_desktop.store.place import Look, Mark

EVERY_MS: Final = 3_000
HANGS_SECONDS: Final = 10
"""A look that takes longer found a network that does not answer."""
ENDS_SECONDS: Final = 2


class Seen(NamedTuple):
    """What one look found: the file, or what is wrong with its place; who took it over from us, or has it before us."""

    look: Look | None
    trouble: UserError | None
    lost: Holder | None
    holder: Holder | None


class Watch(QObject):
    """Looks on a thread of its own, since a network that is gone can make a look last for minutes.

    The thread begins with the first look, long after the window stands.
    """

    seen = Signal(object)
    """What the last look found, as Seen."""

    _looked = Signal()

    def __init__(self, path: Path, mark: Mark, every_ms: int, parent: QObject) -> None:
        """Look at `path`, which was the file of `mark` when it was opened, every so many milliseconds."""
        super().__init__(parent)
        self.mark = mark
        self.hold: Hold | None = None
        self._path = path
        self._waiting = Waiting(path)
        self._orders: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._found: queue.SimpleQueue[Seen] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._asked = 0.0
        self._refreshed = time.monotonic()
        self._looked.connect(self._on_looked, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._ask)
        self._timer.start()

    @property
    def left(self) -> Holder | None:
        """Who left the file behind at another computer, as far as can be seen: what is theirs is free."""
        return self._waiting.left

    def look(self) -> Seen:
        """Look now, in whatever thread this is called from."""
        hold = self.hold
        try:
            found, trouble = place.check(self._path, self.mark), None
        except UserError as error:
            return Seen(None, error, None, None)
        if hold is None:
            return Seen(found, trouble, None, self._waiting.look())
        lost = hold.lost()
        late = time.monotonic() - self._refreshed > REFRESH_SECONDS
        if lost is None and (late or not hold.stands()):
            self._refreshed = time.monotonic()
            hold.refresh()
        return Seen(found, trouble, lost, None)

    def close(self) -> None:
        """Look no more, and take our note away. Can be called twice."""
        self._timer.stop()
        hold, self.hold = self.hold, None
        if self._thread is None:
            if hold is not None:
                hold.release()
            return
        self._orders.put(False)
        self._thread.join(ENDS_SECONDS)
        # One that still waits for a network would have us wait for it as well.
        if hold is not None and not self._thread.is_alive():
            hold.release()
        self._thread = None

    def _ask(self) -> None:
        if self._asked:
            if time.monotonic() - self._asked > HANGS_SECONDS:
                self.seen.emit(Seen(None, FileGone(path=self._path), None, None))
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="watch", daemon=True)
            self._thread.start()
        self._asked = time.monotonic()
        self._orders.put(True)

    def _work(self) -> None:
        while self._orders.get():
            self._found.put(self.look())
            self._looked.emit()

    @Slot()
    def _on_looked(self) -> None:
        self._asked = 0.0
        with contextlib.suppress(queue.Empty):
            while True:
                self.seen.emit(self._found.get_nowait())
