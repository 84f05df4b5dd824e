"""Lists as tables of plain text (CSV), one or all of them in a ZIP; what is in them is `lists`'.

UTF-8 with its mark and CRLF, so that Excel reads every letter; semicolons where the language writes decimal commas,
since Excel expects them there.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Any, Final, Self

from roadmap_desktop.documents.lists import Cell, CellKind, Row, Table
from roadmap_desktop.domain.cells import quoted, writable
from roadmap_desktop.domain.names import safe_file_name
from roadmap_desktop.domain.words import Words

SUFFIX: Final = ".csv"
MARK: Final = "\ufeff"


class Writer:
    """Writes rows, of any table at any time; use `with`, and `finish` what is to stay. The tables are kept in files until then."""

    def __init__(self, path: Path, tables: Iterable[Table], words: Words, *, packed: bool) -> None:
        """`path` is overwritten: by a ZIP of all tables where they are `packed`, else by the one table. Raises OSError."""
        self.cut = 0
        """Texts of which only the beginning is there: none, since these files set no limit."""
        self._path, self._packed = path, packed
        self._decimal = words.group("formats")["decimal"]
        self._open: dict[str, tuple[Table, Any, Any]] = {}
        for table in tables:
            stream = SpooledTemporaryFile(1 << 20, "w+", encoding="utf-8", newline="")  # noqa: SIM115 - closed by __exit__
            stream.write(MARK)
            out = csv.writer(stream, delimiter=delimiter(words), lineterminator="\r\n")
            out.writerow([column.head for column in table.columns])
            self._open[table.name] = (table, stream, out)

    def add(self, table: str, row: Row) -> None:
        """Write one row; of a table that was not asked for nothing."""
        if table in self._open:
            found, _, out = self._open[table]
            out.writerow(
                [self._text(value, column.cell) for value, column in zip(row, found.columns, strict=True)]
            )

    def _text(self, value: Cell, kind: CellKind) -> str:
        if isinstance(value, str):
            return quoted(writable(value))
        shown = f"{value:.2f}" if kind in ("money", "share") else str(value)
        return shown.replace(".", self._decimal)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for _, stream, _ in self._open.values():
            stream.close()

    def finish(self) -> None:
        """Write the file. Raises OSError."""
        with self._path.open("wb") as out:
            if self._packed:
                self._pack(out)
            else:
                for _, stream, _ in self._open.values():
                    _copy(stream, out)

    def _pack(self, out: io.BufferedWriter) -> None:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for table, stream, _ in self._open.values():
                with archive.open(
                    safe_file_name(table.title, table.name) + SUFFIX, "w", force_zip64=True
                ) as part:
                    _copy(stream, part)


def delimiter(words: Words) -> str:
    """What stands between two cells where the language of `words` is spoken."""
    return ";" if words.group("formats")["decimal"] == "," else ","


def _copy(stream: Any, out: Any) -> None:
    stream.seek(0)
    while text := stream.read(1 << 16):
        out.write(text.encode())
