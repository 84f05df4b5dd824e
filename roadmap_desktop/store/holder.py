"""Who has a file open: a small note beside it that says so; a notice for people, not the guard of the data.

What guards the data are SQLite's locks and the changes themselves. The note also travels through network and
synchronised folders, where locks do not reach: there it comes late, or twice, and whoever reads it must bear that.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
import time
import zlib
from pathlib import Path
from typing import Final, NamedTuple

from roadmap_desktop import __version__
from roadmap_desktop.domain.errors import FileHeld, FileTaken, UserError
from roadmap_desktop.store.log import Author

REFRESH_SECONDS: Final = 60
"""How often whoever has a file says that they are still there."""
STALE_SECONDS: Final = 200
"""A note of another computer in which nothing moved for so long was left behind there."""
LONG_AGO_MS: Final = 24 * 60 * 60 * 1000
"""A note last refreshed so long ago is stale at first sight: no two clocks of people at work differ so much."""
LONGEST: Final = 4096
"""Bytes; a longer note is none of ours."""
_TEXTS: Final = (
    "name",
    "organisation",
    "computer",
    "account",
    "program",
    "machine",
    "boot",
    "start",
    "nonce",
)
_TEXT: Final = 120
_HIDDEN: Final = 0x2


class Holder(NamedTuple):
    """What a note says: who, where, since when. All of it is somebody else's text, cut short and made plain.

    `since` and `seen` (last sign of life) are milliseconds since 1970 by the holder's own clock. `machine`, `boot`,
    `process` and `start` find the process again on the same computer; `nonce` tells this hold from every other.
    """

    name: str = ""
    organisation: str = ""
    computer: str = ""
    account: str = ""
    program: str = ""
    machine: str = ""
    boot: str = ""
    start: str = ""
    nonce: str = ""
    process: int = 0
    since: int = 0
    seen: int = 0

    @property
    def data(self) -> dict[str, object]:
        """What an error that names this holder carries."""
        return {
            "name": self.name or self.account,
            "organisation": self.organisation,
            "computer": self.computer,
            "since": self.since,
            "seen": self.seen,
        }


class Hold:
    """This program has the file, as long as the note says so. Nothing here raises: a note is no condition of work."""

    def __init__(self, path: Path, holder: Holder) -> None:
        """Made by `take`."""
        self.path: Final = path
        self.holder: Final = holder
        self._note = note_of(path)

    def lost(self) -> Holder | None:
        """Who has taken the file over meanwhile; None while it is still ours."""
        found = _read(self._note)
        return None if found is None or found.nonce == self.holder.nonce or _gone(found) else found

    def stands(self) -> bool:
        """There is a note, ours or another."""
        return os.path.lexists(self._note)

    def refresh(self) -> None:
        """Say that we are still there; a note that somebody threw away is put there again.

        It is written in place: had somebody just put theirs there, ours would go where nobody looks.
        """
        text = _written(self.holder._replace(seen=_now()))
        with contextlib.suppress(OSError):
            try:
                descriptor = os.open(self._note, os.O_RDWR | _CAREFULLY)
            except FileNotFoundError:
                _put(self._note, text)
                return
            try:
                if _parsed(_content(descriptor)).nonce == self.holder.nonce:
                    os.lseek(descriptor, 0, os.SEEK_SET)
                    os.write(descriptor, text)
                    os.ftruncate(descriptor, len(text))
            finally:
                os.close(descriptor)

    def release(self) -> None:
        """Take our note away; nobody else's."""
        with contextlib.suppress(OSError):
            found = _read(self._note)
            if found is not None and found.nonce == self.holder.nonce:
                self._note.unlink()


class Waiting:
    """Looks from time to time whether a file that somebody has is free.

    Of another computer it believes only what it sees move, since two computers' clocks may differ by years.
    """

    def __init__(self, path: Path) -> None:
        """Nobody has been looked at yet."""
        self.left: Holder | None = None
        """Whose note was left behind at another computer, as the last look found."""
        self._path = path
        self._last: tuple[Holder, float] | None = None

    def look(self, now: float | None = None) -> Holder | None:
        """Who has the file, None once nobody does. `now` are seconds of a clock that only goes forward."""
        now = time.monotonic() if now is None else now
        found = look(self._path)
        self.left = None
        if found is None or self._last is None or self._last[0] != found:
            self._last = None if found is None else (found, now)
            return found
        if _here(found) or now - self._last[1] < STALE_SECONDS:
            return found
        self.left = found
        return None


def note_of(path: Path) -> Path:
    """Where the note beside `path` stands, whatever links lead there: named as office programs name theirs."""
    real = path.resolve()
    return real.with_name(f".~lock.{real.name}#")


def look(path: Path) -> Holder | None:
    """Who has `path` now; None where nobody has, or only one whose process is gone.

    Never raises: what stands in the place of a note and is none is not there.
    """
    found = _read(note_of(path))
    return None if found is None or _gone(found) else found


def held_by_other(path: Path) -> Holder | None:
    """Who else has `path`; None where nobody has, or this very process."""
    found = look(path)
    return None if found is None or _ours(found) else found


def refuse(path: Path) -> None:
    """Raise FileHeld where somebody else has `path`."""
    found = held_by_other(path)
    if found is not None and path.exists():
        raise held(path, found)


def take(path: Path, author: Author, over: Holder | None = None) -> Hold:
    """Note that `author` has `path` from now on; `over` is whom the user has decided to take it over from.

    A second hold of the same process joins the first. Where no note can be put (a folder or a full disk stands in
    the way) the file is held all the same. Raises FileHeld where somebody else has it.
    """
    there = look(path)
    if there is not None and _ours(there):
        return Hold(path, there)
    if there is not None and (over is None or there.nonce != over.nonce):
        raise held(path, there)
    mine = _mine(author)
    note, text = note_of(path), _written(mine)
    with contextlib.suppress(OSError):
        if not os.path.lexists(note):
            _put(note, text)
        else:
            _replace(note, text)
    there = look(path)
    if (
        there is not None and there.nonce != mine.nonce
    ):  # in the folder of another account, or taken that moment
        raise held(path, there)
    return Hold(path, mine)


def held(path: Path, holder: Holder) -> UserError:
    """What says that `holder` has `path`."""
    return FileHeld(path=path, **holder.data)


def taken(path: Path, holder: Holder) -> UserError:
    """What says that `holder` has taken `path` over from us."""
    return FileTaken(path=path, **holder.data)


def account() -> str:
    """The name under which the user is known to this computer."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if found := os.environ.get(name):
            return found
    import getpass  # noqa: PLC0415 - asks the system, where the environment says nothing

    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


# the note -----------------------------------------------------------------------------------------------

_CAREFULLY: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Through no link, waiting for no pipe, and with every byte as it is."""


def _read(note: Path) -> Holder | None:
    """What stands in the note; None where there is none, or nothing that this program wrote."""
    with contextlib.suppress(OSError, ValueError):
        if not stat.S_ISREG(note.lstat().st_mode):
            return None
        descriptor = os.open(note, os.O_RDONLY | _CAREFULLY)
        try:
            found = _parsed(_content(descriptor))
        finally:
            os.close(descriptor)
        return found if found.nonce else None
    return None


def _content(descriptor: int) -> bytes:
    return os.read(descriptor, LONGEST + 1) if stat.S_ISREG(os.fstat(descriptor).st_mode) else b""


def _parsed(content: bytes) -> Holder:
    """The Holder written there; one without a nonce where it is none."""
    if len(content) > LONGEST:
        return Holder()
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return Holder()
    if not isinstance(found, dict):
        return Holder()
    texts = {name: _plain(found.get(name)) for name in _TEXTS}
    numbers = {name: _number(found.get(name)) for name in ("process", "since", "seen")}
    return Holder(**texts, **numbers)  # type: ignore[arg-type] # names and types are those of _TEXTS


def _plain(value: object) -> str:
    """Somebody else's text, on one line, without control characters and not for ever."""
    text = value[: 2 * _TEXT] if isinstance(value, str) else ""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:_TEXT]


def _number(value: object) -> int:
    return value if type(value) is int and 0 <= value < 2**53 else 0


def _written(holder: Holder) -> bytes:
    return json.dumps(holder._asdict(), ensure_ascii=False).encode("utf-8", "replace")


def _put(note: Path, text: bytes) -> None:
    """Make the note. Raises FileExistsError where there is one."""
    descriptor = os.open(note, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _CAREFULLY, 0o644)
    try:
        os.write(descriptor, text)
    finally:
        os.close(descriptor)
    _hide(note)


def _replace(note: Path, text: bytes) -> None:
    """Put the note in place of another, at once, so that no reader finds half of it."""
    part = note.with_name(f"{note.name}.{os.urandom(4).hex()}")
    try:
        _put(part, text)
        part.replace(note)
    finally:
        part.unlink(missing_ok=True)


def _hide(note: Path) -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        ctypes.windll.kernel32.SetFileAttributesW(str(note), _HIDDEN)


# who is who ---------------------------------------------------------------------------------------------


def _mine(author: Author) -> Holder:
    now = _now()
    process = os.getpid()
    return Holder(
        name=_plain(author.name),
        organisation=_plain(author.organisation),
        computer=_plain(_computer()),
        account=_plain(account()),
        program=f"roadmap-desktop {__version__}",
        machine=_machine(),
        boot=_boot(),
        start=_start(process) or "",
        nonce=os.urandom(16).hex(),
        process=process,
        since=now,
        seen=now,
    )


def _ours(holder: Holder) -> bool:
    """This very process wrote it."""
    me = os.getpid()
    return holder.process == me and _here(holder) and holder.start == (_start(me) or "")


def _here(holder: Holder) -> bool:
    """It was written on this computer, since it was last started, where its processes can be seen."""
    return (holder.computer, holder.machine, holder.boot) == (_plain(_computer()), _machine(), _boot())


def _gone(holder: Holder) -> bool:
    """Nobody has the file any more, as far as one look can tell."""
    if _here(holder):
        start = _start(holder.process)
        return start is None or start != holder.start
    same = holder.machine and (holder.computer, holder.machine) == (_plain(_computer()), _machine())
    if same and holder.boot[:36] != _boot()[:36]:
        return True  # this computer was started anew since
    return abs(_now() - holder.seen) > LONG_AGO_MS


def _now() -> int:
    return time.time_ns() // 1_000_000


def _computer() -> str:
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def _machine() -> str:
    """Tells computers of the same name apart; a checksum, since the number itself is not for others to see."""
    number = ""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - only there

        with (
            contextlib.suppress(OSError),
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key,
        ):
            number = str(winreg.QueryValueEx(key, "MachineGuid")[0])
    else:
        with contextlib.suppress(OSError):
            number = Path("/etc/machine-id").read_text("ascii", "replace").strip()
    return f"{zlib.crc32(number.encode()):08x}" if number else ""


def _boot() -> str:
    """When this computer was started, and which of its processes we can see; "" where the system does not tell."""
    with contextlib.suppress(OSError):
        started = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        return f"{started} {Path('/proc/self/ns/pid').readlink()}"
    return _boot_on_mac() if sys.platform == "darwin" else ""


def _boot_on_mac() -> str:
    import ctypes  # noqa: PLC0415 - only there

    text, size = ctypes.create_string_buffer(64), ctypes.c_size_t(64)
    system = ctypes.CDLL(None)
    failed = system.sysctlbyname(b"kern.bootsessionuuid", text, ctypes.byref(size), None, ctypes.c_size_t(0))
    return "" if failed else text.value.decode("ascii", "replace")


def _start(process: int) -> str | None:
    """When `process` began, as its system counts; "" where that is not told, None where there is no such process."""
    if process <= 0:
        return None
    if sys.platform == "win32":
        return _start_on_windows(process)
    if Path("/proc/self/stat").exists():
        return _start_by_proc(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return None
    except (OSError, OverflowError):
        pass  # another's, or no number of a process
    return ""


def _start_by_proc(process: int) -> str | None:
    with contextlib.suppress(OSError, IndexError):
        # What stands before the last bracket is the program's name, which may hold spaces and brackets.
        line = Path(f"/proc/{process}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        return None if line[0] in "ZX" else line[19]
    return None


if sys.platform == "win32":

    def _start_on_windows(process: int) -> str | None:
        import ctypes  # noqa: PLC0415 - only there
        from ctypes import wintypes  # noqa: PLC0415 - only there

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return "" if ctypes.get_last_error() == 5 else None  # ERROR_ACCESS_DENIED: there, but another's
        try:
            code, times = wintypes.DWORD(), [wintypes.FILETIME() for _ in range(4)]
            handle = wintypes.HANDLE(handle)
            if kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value != 259:  # STILL_ACTIVE
                return None
            if not kernel.GetProcessTimes(handle, *(ctypes.byref(each) for each in times)):
                return ""
            return f"{times[0].dwHighDateTime}.{times[0].dwLowDateTime}"
        finally:
            kernel.CloseHandle(handle)
