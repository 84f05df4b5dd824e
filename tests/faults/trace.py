"""What a process really did to the files of a folder, step by step, as `strace` saw it; nothing is judged here."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from tests.faults.disk import Disk, Node

CALLS: Final = (
    "openat", "creat", "close", "dup", "dup2", "dup3", "write", "pwrite64", "lseek", "ftruncate", "fsync", "fdatasync",
    "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "sendfile", "copy_file_range",
)  # fmt: skip
MARK: Final = b"DONE "
"""How a line on standard output begins that says what is done from now on."""
_LINE: Final = re.compile(r"(\d+) +(.*)")
_CALL: Final = re.compile(r"(\w+)\((.*)\) += (-?\d+|\?)")
_TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Said(NamedTuple):
    """The process acknowledged something."""

    thing: Any


class Call(NamedTuple):
    """A system call that succeeded: its texts, its other arguments as they stand, and what it returned."""

    name: str
    texts: tuple[bytes, ...]
    rest: tuple[str, ...]
    result: int


Step: TypeAlias = Call | Said


@cache
def available() -> bool:
    """Whether a process can be watched here."""
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-qq", "-e", "trace=none", "true"], capture_output=True, check=False)
    return tried.returncode == 0


def watch(module: str, *arguments: str, log: Path) -> list[Step]:
    """Run `python -m module arguments` to its end and return what it did."""
    command = [
        "strace",
        "-f",
        "-qq",
        "-xx",
        "-s",
        "100000000",
        "-e",
        f"trace={','.join(CALLS)}",
        "-e",
        "signal=none",
    ]
    subprocess.run(
        [*command, "-o", str(log), sys.executable, "-m", module, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with log.open(encoding="ascii") as lines:
        return list(_steps(lines))


def _steps(lines: Iterator[str]) -> Iterator[Step]:
    begun: dict[str, str] = {}
    for line in lines:
        match = _LINE.match(line)
        assert match, line
        process, text = match.groups()
        if text.endswith("<unfinished ...>"):
            begun[process] = text.removesuffix("<unfinished ...>").rstrip()
            continue
        if text.startswith("<... "):
            text = begun.pop(process) + text.partition(" resumed>")[2]
        call = _CALL.match(text)
        if call and call[3] not in {"?", "-1"}:
            yield _parsed(call[1], call[2], int(call[3]))


def _parsed(name: str, arguments: str, result: int) -> Step:
    texts = tuple(bytes.fromhex(found.replace("\\x", "")) for found in _TEXT.findall(arguments))
    rest = tuple(part.strip() for part in _TEXT.sub("", arguments).split(","))
    if name == "write" and rest[0] == "1" and texts[0].startswith(MARK):
        return Said(json.loads(texts[0].removeprefix(MARK)))
    return Call(name, texts, rest, result)


class Replay:
    """Does to a model of a disk what a process did in `folder`, which held what `before` holds."""

    def __init__(self, folder: Path, before: Path) -> None:
        self._folder = folder
        self.disk = Disk(
            {
                path.relative_to(before).as_posix(): path.read_bytes()
                for path in before.rglob("*")
                if path.is_file()
            }
        )
        self._open: dict[str, Node | str] = {}  # a file, or the name of a folder
        self._at: dict[str, int] = {}

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()

    def _inside(self, text: bytes) -> str | None:
        path = Path(text.decode())
        return self._name(path) if path.is_relative_to(self._folder) else None

    def do(self, call: Call) -> None:
        """One step."""
        names = [self._inside(text) for text in call.texts] if call.name in _BY_NAME else []
        if any(name is not None for name in names) or call.name not in _BY_NAME:
            getattr(self, f"_{_SAME.get(call.name, call.name)}")(call, *names)
        elif call.name == "openat":
            self._open.pop(str(call.result), None)

    def _openat(self, call: Call, name: str) -> None:
        number, flags = str(call.result), call.rest[2]
        self._open.pop(number, None)
        self._at[number] = 0
        node = self.disk.names.get(name)
        if node is None and "O_CREAT" in flags:
            node = Node()
            self.disk.rename((name, node))
        if node is None:
            self._open[number] = "" if name == "." else name
            return
        if "O_TRUNC" in flags and node.seen:
            node.resize(0)
        self._open[number] = node

    def _close(self, call: Call) -> None:
        self._open.pop(call.rest[0], None)

    def _dup(self, call: Call) -> None:
        assert call.rest[0] not in self._open, "a second number for an open file is not modelled"

    def _file(self, number: str) -> Node | None:
        found = self._open.get(number)
        return found if isinstance(found, Node) else None

    def _write(self, call: Call) -> None:
        number = call.rest[0]
        self._append(number, call.texts[0][: call.result])

    def _append(self, number: str, data: bytes) -> None:
        node = self._file(number)
        if node is not None:
            node.write(self._at[number], data)
            self._at[number] += len(data)

    def _pwrite64(self, call: Call) -> None:
        node = self._file(call.rest[0])
        if node is not None:
            node.write(int(call.rest[-1]), call.texts[0][: call.result])

    def _lseek(self, call: Call) -> None:
        self._at[call.rest[0]] = call.result

    def _ftruncate(self, call: Call) -> None:
        node = self._file(call.rest[0])
        if node is not None:
            node.resize(int(call.rest[1]))

    def _fsync(self, call: Call) -> None:
        found = self._open.get(call.rest[0])
        if isinstance(found, Node):
            found.force()
        elif found is not None:
            self.disk.force_folder(found)

    def _unlink(self, call: Call, name: str) -> None:
        self.disk.rename((name, None))

    def _rename(self, call: Call, old: str, new: str) -> None:
        if old in self.disk.names:  # else a folder
            self.disk.rename((new, self.disk.names[old]), (old, None))

    def _link(self, call: Call, old: str, new: str) -> None:
        self.disk.rename((new, self.disk.names[old]))

    def _sendfile(self, call: Call) -> None:
        out, source, offset = call.rest[:3]
        node = self._file(source)
        if node is not None:
            told = re.match(r"\[(\d+)\]", offset)
            at = int(told[1]) if told else self._at[source]
            self._append(out, bytes(node.seen[at : at + call.result]))
            if not told:
                self._at[source] += call.result

    def _copy_file_range(self, call: Call) -> None:
        source, offset, out = call.rest[:3]
        assert offset == "NULL", "only a copy from where the file is at is modelled"
        node = self._file(source)
        if node is not None:
            at = self._at[source]
            self._append(out, bytes(node.seen[at : at + call.result]))
            self._at[source] += call.result


_SAME: Final = {
    "creat": "openat", "fdatasync": "fsync", "unlinkat": "unlink", "renameat": "rename", "renameat2": "rename", "linkat": "link",
    "dup2": "dup", "dup3": "dup",
}  # fmt: skip
_BY_NAME: Final = {
    "openat",
    "creat",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
}
