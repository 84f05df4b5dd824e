"""Lists as a workbook of Excel: a sheet a table, real dates and numbers, heads that stay and filter; what is in them is `lists`'.

Texts are written as texts, never as formulas, and marked so that they stay texts where somebody edits them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from roadmap_desktop.documents.lists import Column, Row, Table
from roadmap_desktop.domain.cells import LONGEST, is_dangerous, writable
from roadmap_desktop.domain.words import Words

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS: Final = 1_048_576
"""Rows of a sheet, its head included, by Excel's limits."""
_EPOCH: Final = dt.date(1899, 12, 30).toordinal()
_FIRST_DAY: Final = "1900-03-01"
"""Before it Excel's calendar is one day off (it takes 1900 for a leap year)."""
_FORMATS: Final = {"money": "#,##0.00", "share": "0%", "number": "0"}
_WRAPPED: Final = 30
"""From so many letters a column's texts are broken into lines."""
_LINE: Final = 15.0
_HIGHEST: Final = 409.0
"""Heights of a line and of the highest row there can be, in points. Not every program finds a row's height by itself."""
_SHEET_NAME: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME: Final = 31


class Writer:
    """Writes rows, of any table at any time, into one workbook; use `with`, and `finish` what is to stay."""

    def __init__(self, path: Path, tables: Iterable[Table], words: Words, *, many: bool = False) -> None:
        """`path` is overwritten. `many` where more cells may come than memory should hold. Raises OSError."""
        import xlsxwriter  # noqa: PLC0415 - takes its time

        self._folder = TemporaryDirectory(prefix="roadmap-", ignore_cleanup_errors=True)
        options = {"constant_memory": many, "tmpdir": self._folder.name}
        self._book: Workbook = xlsxwriter.Workbook(str(path), options)
        self._words = words
        self._styles: dict[tuple[str, bool, bool], Any] = {}
        self._head = self._book.add_format({"bold": True, "valign": "top", "text_wrap": True, "bottom": 1})
        self._sheets = {table.name: _Sheet(self, table) for table in tables}
        self.cut = 0
        """Texts that were longer than a cell can be, and are there only with their beginning."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._book.fileclosed = True  # or it would still write when it is thrown away
        for sheet in self._book.worksheets():
            rows = getattr(sheet, "row_data_fh", None)
            if rows is not None and not rows.closed:
                rows.close()
        self._folder.cleanup()

    def add(self, table: str, row: Row) -> None:
        """Write one row."""
        self._sheets[table].add(row)

    def finish(self) -> None:
        """Write the workbook. Raises OSError."""
        from xlsxwriter.exceptions import FileCreateError, FileSizeError  # noqa: PLC0415 - loaded by now

        for sheet in self._sheets.values():
            sheet.finish()
        try:
            self._book.close()
        except (FileCreateError, FileSizeError) as error:
            cause = error.args[0] if error.args else error
            raise cause if isinstance(cause, OSError) else OSError(str(cause)) from error

    def sheet(self, title: str) -> Worksheet:
        """A new sheet, named as Excel lets it be."""
        return self._book.add_worksheet(_SHEET_NAME.sub(" ", title)[:_LONGEST_NAME].strip("' "))

    def head(self) -> Any:
        """How heads look."""
        return self._head

    def style(self, column: Column, *, quoted: bool = False) -> Any:
        """How the cells of a column look; `quoted` those whose text looks like a formula."""
        wraps = column.width >= _WRAPPED
        key = (column.cell, wraps, quoted)
        if key not in self._styles:
            shape: dict[str, Any] = {"valign": "top"}
            if wraps:
                shape["text_wrap"] = True
            if quoted:
                shape["quote_prefix"] = True
            elif column.cell == "date":
                shape["num_format"] = date_format(self._words)
                shape["align"] = "left"
            elif column.cell in _FORMATS:
                shape["num_format"] = _FORMATS[column.cell]
                if column.cell == "number":
                    shape["align"] = "center"
            self._styles[key] = self._book.add_format(shape)
        return self._styles[key]


class _Sheet:
    """The sheet of one table; further ones where its rows do not fit."""

    def __init__(self, writer: Writer, table: Table) -> None:
        self._writer = writer
        self._table = table
        self._plain = [writer.style(column) for column in table.columns]
        self._quoted = [writer.style(column, quoted=True) for column in table.columns]
        self._kinds = [column.cell for column in table.columns]
        self._wraps = [
            (place, column.width) for place, column in enumerate(table.columns) if column.width >= _WRAPPED
        ]
        self._number = 0
        self._begin()

    def _begin(self) -> None:
        self._number += 1
        title = self._table.title
        self._sheet = self._writer.sheet(title if self._number == 1 else f"{title} {self._number}")
        for at, column in enumerate(self._table.columns):
            self._sheet.set_column(at, at, column.width, self._plain[at])
            self._sheet.write_string(0, at, column.head, self._writer.head())
        heads = max(_lines(column.head, column.width) for column in self._table.columns)
        self._sheet.set_row(0, heads * _LINE)
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        self._next = 1

    def add(self, row: Row) -> None:
        if self._next == MOST_ROWS:
            self.finish()
            self._begin()
        sheet, at = self._sheet, self._next
        self._next += 1
        lines = max((_lines(str(row[place]), width) for place, width in self._wraps), default=1)
        if lines > 1:
            sheet.set_row(at, min(lines * _LINE, _HIGHEST))
        for place, (kind, value) in enumerate(zip(self._kinds, row, strict=True)):
            if isinstance(value, str):
                if not value:
                    continue
                serial = serial_day(value) if kind == "date" else None
                if serial is None:
                    self._text(at, place, value)
                    continue
                value = serial  # noqa: PLW2901 - the same thing as Excel counts it
            sheet.write_number(at, place, value, self._plain[place])

    def _text(self, at: int, place: int, value: str) -> None:
        text = writable(value)
        if len(text) > LONGEST:
            text = text[: LONGEST - 1] + "…"
            self._writer.cut += 1
        if text.startswith("<r>"):  # the library would take it for its own marks
            text = f" {text}"
        styles = self._quoted if is_dangerous(text) else self._plain
        self._sheet.write_string(at, place, text, styles[place])

    def finish(self) -> None:
        self._sheet.autofilter(0, 0, max(self._next - 1, 1), len(self._kinds) - 1)


def _lines(text: str, width: int) -> int:
    """Lines that `text` takes in a column, about: a word that does not fit begins the next."""
    if len(text) < width and "\n" not in text:
        return 1
    return sum(1 + len(line) // width for line in text.split("\n"))


@lru_cache(4096)
def serial_day(iso: str) -> int | None:
    """The day as Excel counts them; None for what is no day that it knows."""
    if iso < _FIRST_DAY:
        return None
    try:
        return dt.date.fromisoformat(iso).toordinal() - _EPOCH
    except ValueError:
        return None


def date_format(words: Words) -> str:
    """How dates look in the language of `words`, in Excel's terms."""
    shape: str = words.group("formats")["short"]
    for place, sign in (("{day:02}", "dd"), ("{day}", "d"), ("{number:02}", "mm"), ("{number}", "m"),
                        ("{mon}", "mmm"), ("{month}", "mmmm"), ("{year}", "yyyy")):  # fmt: skip
        shape = shape.replace(place, sign)
    return shape.replace(".", r"\.")
