"""A list that came from somewhere, as rows of texts: a workbook, or text with separators in any of the usual encodings.

A workbook is read by a process of its own (`list_child`), under limits; nothing in it is calculated or followed.
"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final, Literal, NamedTuple, TypeAlias

from roadmap_desktop.documents import list_child
from roadmap_desktop.domain.errors import ListForeign, ListTooLarge

Row: TypeAlias = tuple[str, ...]
Sort: TypeAlias = Literal[
    "xls", "ods", "pdf", "word", "picture", "page", "damaged", "locked", "empty", "other"
]
"""What a file that cannot be read as a list is instead."""

ENDINGS: Final = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
"""Endings of what can be read."""
MB: Final = 1 << 20
LARGEST: Final = 50 * MB
MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 100
LONGEST: Final = 20_000
"""Letters of a cell that are kept."""
_MEMORY: Final = 1_500 * MB
_SECONDS: Final = 60
_ANSWER: Final = 200 * MB
"""Bytes that the child may say."""
_SIGNS: Final = (";", "\t", ",", "|")
_LINES: Final = 200
_BEGINNINGS: Final[tuple[tuple[bytes, Sort], ...]] = (
    (b"\xd0\xcf\x11\xe0", "xls"), (b"%PDF", "pdf"), (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"),
    (b"<!doctype html", "page"), (b"<html", "page"), (b"{\\rtf", "word"),
)  # fmt: skip


class Sheet(NamedTuple):
    """A sheet by its name, "" where the file has only one; rows of texts, of any width."""

    name: str
    rows: tuple[Row, ...]


class Book(NamedTuple):
    """What a file holds; `cut` where it was more than is read."""

    sheets: tuple[Sheet, ...]
    cut: bool


def read(path: Path, progress: Callable[[int], object] = lambda _: None) -> Book:
    """Read the file `path`. `progress` is told how many rows came, and may raise to give up.

    Raises ListForeign, ListTooLarge, and OSError where the system refuses.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise ListTooLarge(path=path, size=size, limit=LARGEST)
    with path.open("rb") as stream:
        head = stream.read(512)
    if head.startswith(b"PK\x03\x04"):
        found = _workbook(path, head, progress)
    else:
        _refuse(path, head)
        found = _text(path)
    if not any(row for sheet in found.sheets for row in sheet.rows):
        raise ListForeign(path=path, sort="empty")
    return found


def _refuse(path: Path, head: bytes) -> None:
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for start, sort in _BEGINNINGS:
        if begins.startswith(start.lower()):
            raise ListForeign(path=path, sort=sort)


# workbooks ----------------------------------------------------------------------------------------------


def _workbook(path: Path, head: bytes, progress: Callable[[int], object]) -> Book:
    if b"opendocument" in head:
        raise ListForeign(path=path, sort="ods")
    if head[30:].startswith(b"word/") or b"word/document" in head:
        raise ListForeign(path=path, sort="word")
    sheets: list[tuple[str, list[Row]]] = []
    count = 0
    for said in _told(path):
        match said:
            case list():
                sheets[-1][1].append(tuple(map(str, said)))
                count += 1
                if count % 500 == 0:
                    progress(count)
            case {"sheet": str(name)}:
                sheets.append((name, []))
            case {"end": True, "cut": bool(cut)}:
                return Book(tuple(Sheet(name, tuple(rows)) for name, rows in sheets), cut)
            case {"fault": str(fault)}:
                raise _faulty(path, fault)
            case _:
                raise ListForeign(path=path, sort="damaged")
    raise ListForeign(path=path, sort="damaged")


def _faulty(path: Path, fault: str) -> ListForeign | ListTooLarge:
    """Why the child did not read it, as an error."""
    if fault == "large":
        return ListTooLarge(path=path, size=path.stat().st_size, limit=LARGEST)
    return ListForeign(path=path, sort={"locked": "locked", "foreign": "other"}.get(fault, "damaged"))


def _told(path: Path) -> Iterator[Any]:
    """What the child says, as long as it is sane and in time."""
    limits = (MOST_ROWS, MOST_COLUMNS, LONGEST, _MEMORY, _SECONDS)
    child = subprocess.Popen(
        [sys.executable, "-I", list_child.__file__, str(path.resolve()), *map(str, limits)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    clock = threading.Timer(2 * _SECONDS, child.kill)
    clock.daemon = True
    clock.start()
    assert child.stdout is not None
    try:
        yield from _lines(child.stdout)
    finally:
        clock.cancel()
        child.kill()
        child.stdout.close()
        child.wait()


def _lines(stream: IO[bytes]) -> Iterator[Any]:
    left = _ANSWER
    while left > 0 and (line := stream.readline(4 * MB)):
        left -= len(line)
        try:
            yield json.loads(line)
        except ValueError:
            return


# text ---------------------------------------------------------------------------------------------------


def _text(path: Path) -> Book:
    text = decoded(path.read_bytes())
    if "\x00" in text:
        raise ListForeign(path=path, sort="other")
    first, _, rest = text.partition("\n")
    sign = ""
    if first.strip().lower().startswith("sep=") and len(first.strip()) <= 5:  # what Excel writes for itself
        sign, text = first.strip()[4:] or "\t", rest
    rows: list[Row] = []
    cut = False
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign or separator(text))
    try:
        for row in reader:
            if len(rows) == MOST_ROWS:
                cut = True
                break
            rows.append(tuple(cell[:LONGEST] for cell in row[:MOST_COLUMNS]))
    except csv.Error as error:
        raise ListForeign(path=path, sort="damaged") from error
    while rows and not any(rows[-1]):
        rows.pop()
    return Book((Sheet("", tuple(rows)),), cut)


def decoded(data: bytes) -> str:
    """Text in UTF-8 or UTF-16, with a mark or without, else in Windows' Baltic letters; every byte means something."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    zeros = data[:1000].count(0)
    if zeros > len(data[:1000]) // 5:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1257", "replace")


def separator(text: str) -> str:
    """What stands between the cells: what parts most lines into the same number of cells, at least two."""
    sample = text[:200_000]
    best, most = ",", 0.0
    for sign in _SIGNS:
        try:
            widths = [
                len(row)
                for _, row in zip(
                    range(_LINES), csv.reader(io.StringIO(sample, newline=""), delimiter=sign), strict=False
                )
                if row
            ]
        except csv.Error:
            continue
        common = Counter(width for width in widths if width > 1).most_common(1)
        if common:
            width, count = common[0]
            score = count / len(widths) + min(width, 20) / 100
            if score > most:
                best, most = sign, score
    return best
