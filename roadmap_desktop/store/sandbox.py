"""A child process that reads a file for us, and what bounds it; judges nothing of what it says.

POSIX: the child lowers its own limits (address space, processor time, file size, open files, processes) before it
looks at the file. Windows: a job object bounds its memory, its processor time and its number of processes. Both: our
own clock ends it.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from struct import pack, unpack
from types import TracebackType
from typing import IO, Final, Literal, NamedTuple, Self

from roadmap_desktop.domain import records
from roadmap_desktop.store import vet_child

MB: Final = 1 << 20
MEMORY: Final = 512 * MB
"""Most address space of the child."""
HEAP: Final = 192 * MB
"""Most that SQLite may take of it."""
LONGEST_VALUE: Final = records.ATTACHMENT_SIZE + MB
"""Most bytes of one row."""
LONGEST_FRAME: Final = LONGEST_VALUE + 3 * MB


class Budget(NamedTuple):
    """Seconds of processor time and of the clock that reading a file may take."""

    processor: int
    clock: int


def budget(size: int) -> Budget:
    """For a file of `size` bytes: several times what the slowest machine needs for one of ours."""
    return Budget(processor=5 + size // (4 * MB), clock=30 + size // MB)


def _python() -> str:
    """The interpreter; of a virtual environment on Windows the real one, since its launcher would be a second process."""
    return (
        str(getattr(sys, "_base_executable", "") or sys.executable)
        if sys.platform == "win32"
        else sys.executable
    )


class ChildFailed(Exception):
    """The child ended before it had said all: `reason` names the limit it met, or how it broke."""

    def __init__(self, reason: str) -> None:
        """`reason` is for the log."""
        super().__init__(reason)
        self.reason: Final = reason


class Child:
    """A running child; leaving the `with` ends it, whatever it is doing."""

    def __init__(self, copy: Path, *, task: Literal["read", "roll back"] = "read") -> None:
        """Start it on `copy`, a file in a folder of our own that nothing else writes to."""
        size = copy.stat().st_size
        self._budget = budget(size)
        self._process = subprocess.Popen(
            [_python(), "-I", "-S", str(Path(vet_child.__file__))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: IO[bytes] = self._process.stdin
        self._from: IO[bytes] = self._process.stdout
        self._late = False
        self._clock = threading.Timer(self._budget.clock, self._too_late)
        self._clock.daemon = True
        self._job: object = None
        self._teller: threading.Thread | None = None
        try:
            self._clock.start()
            if sys.platform == "win32":
                from roadmap_desktop.store import windows_job  # noqa: PLC0415 - is for Windows

                self._job = windows_job.bound(self._process, MEMORY, self._budget.processor)
            back = task == "roll back"
            most = 2 * size + 16 * MB if back else 0
            self._ask(copy.as_uri(), int(back), MEMORY, self._budget.processor, most, HEAP, LONGEST_VALUE)
        except BaseException:
            self.end()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.end()

    def _ask(self, uri: str, *numbers: int) -> None:
        asked = vet_child.encode([uri.encode(), *numbers])
        self._tell(pack(">I", len(asked)) + asked)

    def _tell(self, words: bytes) -> None:
        with contextlib.suppress(OSError):  # it broke: the next frame that does not come will say so
            self._to.write(words)
            self._to.flush()

    def go_on(self, *, whole: bool, but: Collection[bytes] | None = None) -> None:
        """The schema was judged: integrity (of the `whole` file, or of what is read) and rows may be read.

        Where there is a `but`, contents so named are left out, and changes as `answer` says.
        """
        if but is None:
            self._tell(b"w" if whole else b"g")
        else:
            self._tell(b"n" + pack(">I", len(but)) + b"".join(but))

    def answer(self, parts: Iterable[bytes]) -> None:
        """Tell it, root by root, what is wanted, while its frames are being read: on a thread, until it ends."""

        def tell() -> None:
            with contextlib.suppress(OSError, ValueError):  # it broke, or was ended
                for part in parts:
                    self._to.write(part)
                self._to.flush()

        self._teller = threading.Thread(target=tell, name="answer", daemon=True)
        self._teller.start()

    def frames(self) -> Iterator[tuple[bytes, bytes]]:
        """(letter, payload) until the child says that this was all. Raises ChildFailed."""
        while True:
            head = self._from.read(5)
            if len(head) < 5:
                raise ChildFailed(self._why())
            letter = head[:1]
            (length,) = unpack(">I", head[1:])
            if length > LONGEST_FRAME:
                raise ChildFailed("a frame too long")
            payload = self._from.read(length)
            if len(payload) < length:
                raise ChildFailed(self._why())
            if letter == vet_child.END:
                return
            yield letter, payload

    def _why(self) -> str:
        """How the child ended, after it did."""
        try:
            status = self._process.wait(5)
        except subprocess.TimeoutExpired:
            return "closed its pipe"
        return "time" if self._late else f"ended with {status}"

    def _too_late(self) -> None:
        self._late = True
        self._process.kill()

    def end(self) -> None:
        """End it, and wait until it has."""
        self._clock.cancel()
        self._process.kill()
        if self._teller is not None:
            self._teller.join()
        with contextlib.suppress(OSError):
            self._to.close()
        self._from.close()
        self._process.wait()
        if sys.platform == "win32":
            from roadmap_desktop.store import windows_job  # noqa: PLC0415 - is for Windows

            windows_job.release(self._job)
