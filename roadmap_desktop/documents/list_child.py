"""The child process that reads a stranger's workbook, under limits it sets itself; run as a script, judges nothing.

It is given the file's path and limits, and writes JSON lines: `{"sheet": name}`, then a list of texts a row, then
`{"end": true, "cut": whether there was more}`, or `{"fault": why}`. Formulas are not calculated: what Excel last saw is
taken. Links to other files are not followed.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import zipfile
from collections.abc import Iterator
from typing import Any, Final

MB: Final = 1 << 20
MOST_PARTS: Final = 3_000
UNPACKED: Final = 400 * MB
"""Bytes of all parts of a workbook together, unpacked: a small ZIP can promise any number."""
MOST_SHEETS: Final = 40
EMPTY: Final = 2_000
"""Empty rows after which a sheet is taken to be over: some have a million that only look used."""


def main(arguments: list[str]) -> None:
    """Read as the parent asked."""
    path, rows, columns, letters, memory, seconds = arguments[0], *map(int, arguments[1:6])
    _bound(memory, seconds)
    try:
        _check(path)
        for said in _read(path, rows, columns, letters):
            _say(said)
    except zipfile.BadZipFile:
        _say({"fault": "damaged"})
    except MemoryError:
        _say({"fault": "large"})
    except _Fault as fault:
        _say({"fault": str(fault)})
    except Exception as error:  # noqa: BLE001 - what a stranger's file makes of the library is the file's fault
        _say({"fault": "damaged", "reason": f"{type(error).__name__}: {error}"[:200]})


class _Fault(Exception):
    """Why the file is not read."""


def _bound(memory: int, seconds: int) -> None:
    """Lower this process's own limits; Windows has none of these, there the parent's clock is the limit."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        _, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (least, hard))


def _check(path: str) -> None:
    """Look at what the ZIP promises before anything is unpacked."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED:
            raise _Fault("large")
        names = {part.filename for part in parts}
        if "xl/workbook.xml" not in names and "[Content_Types].xml" not in names:
            raise _Fault("foreign")
        if any(part.flag_bits & 1 for part in parts):
            raise _Fault("locked")


def _read(path: str, rows: int, columns: int, letters: int) -> Iterator[Any]:
    import warnings  # noqa: PLC0415 - the library remarks on what it leaves out

    import openpyxl  # noqa: PLC0415 - takes its time

    warnings.simplefilter("ignore")
    book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    left, cut = rows, len(book.worksheets) > MOST_SHEETS
    for sheet in book.worksheets[:MOST_SHEETS]:
        yield {"sheet": str(sheet.title)[:200]}
        sheet.reset_dimensions()
        waiting = 0
        for row in sheet.iter_rows(values_only=True, max_col=columns):
            texts = [_text(value)[:letters] for value in row]
            while texts and not texts[-1]:
                texts.pop()
            if not texts:
                waiting += 1
                if waiting > EMPTY:
                    break
                continue
            if left < waiting + 1:
                cut = True
                break
            left -= waiting + 1
            for _ in range(waiting):
                yield []
            waiting = 0
            yield texts
    yield {"end": True, "cut": cut}


def _text(value: object) -> str:
    """A cell as a text: days as YYYY-MM-DD, whole numbers without decimals, nothing for an error."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat(*([" "] if isinstance(value, dt.datetime) else []))
        case str() if (
            value.startswith("#") and value.rstrip("!?").isupper() and value.endswith(("!", "?", "/A"))
        ):
            return ""
    return str(value)


def _say(said: object) -> None:
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
