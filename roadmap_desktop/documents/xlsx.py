"""Lists as a workbook of Excel: a sheet a table, real dates and numbers, heads that stay and filter; what is in them is `lists`'.

The workbook with its styles, heads and filters is made by XlsxWriter, which writes what Excel does; the rows are put into
it here, straight from the file into the sheet, so that a hundred thousand take neither memory nor patience. Texts are
written as texts, never as formulas, and marked so that they stay texts where somebody edits them.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import SpooledTemporaryFile, TemporaryDirectory
from types import TracebackType
from typing import Any, Final, NamedTuple, Self
from xml.sax.saxutils import escape

from roadmap_desktop.documents.lists import CellKind, Column, Row, Table
from roadmap_desktop.domain.cells import LONGEST, is_dangerous, writable
from roadmap_desktop.domain.words import Words

MOST_ROWS: Final = 1_048_576
"""Rows of a sheet, its head included, by Excel's limits."""
_EPOCH: Final = dt.date(1899, 12, 30).toordinal()
_FIRST_DAY: Final = "1900-03-01"
"""Before it Excel's calendar is one day off (it takes 1900 for a leap year)."""
_FORMATS: Final[Mapping[CellKind, str]] = {"money": "#,##0.00_)", "share": "0%", "number": "0"}
_WRAPPED: Final = 24
"""From so many letters a column's texts are broken into lines."""
_LINE: Final = 15
_HIGHEST: Final = 409
"""Heights of a line and of the highest row there can be, in points. Not every program finds a row's height by itself."""
_SHEET_NAME: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME: Final = 31
_IN_MEMORY: Final = 1 << 20
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for a letter that is written by its number."""
_SHORT: Final = 60
"""Letters of a text that is likely to come again, as names and states do."""
_CELL: Final = re.compile(r'<c r="[A-Z]+([23])" s="(\d+)"/>')
_ROWS: Final = re.compile(rb"(<sheetData><row r=\"1\".*?</row>).*</sheetData>", re.DOTALL)
_DIMENSION: Final = re.compile(rb'<dimension ref="[^"]*"/>')


class _Styles(NamedTuple):
    """The numbers of a sheet's styles, column by column: of a cell as it is, and of one whose text looks like a formula."""

    plain: Sequence[str]
    quoted: Sequence[str]


class Writer:
    """Writes rows, of any table at any time, into one workbook; use `with`, and `finish` what is to stay."""

    def __init__(self, path: Path, tables: Iterable[Table], words: Words) -> None:
        """`path` is overwritten. Raises OSError."""
        self._path, self._words = path, words
        self._tables = tuple(tables)
        first = [(table, 1, 1) for table in self._tables]
        with zipfile.ZipFile(_frame(first, words)) as archive:
            styles = [_styles_in(archive.read(_part(number)).decode()) for number in range(1, len(first) + 1)]
        self._sheets = {
            table.name: [_Sheet(table, found)] for table, found in zip(self._tables, styles, strict=True)
        }
        self.cut = 0
        """Texts that were longer than a cell can be, and are there only with their beginning."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for sheets in self._sheets.values():
            for sheet in sheets:
                sheet.stream.close()

    def add(self, table: str, row: Row) -> None:
        """Write one row."""
        sheets = self._sheets[table]
        if sheets[-1].next > MOST_ROWS:
            sheets.append(_Sheet(sheets[0].table, sheets[0].styles))
        self.cut += sheets[-1].add(row)

    def finish(self) -> None:
        """Write the workbook. Raises OSError."""
        sheets = [sheet for table in self._tables for sheet in self._sheets[table.name]]
        numbers = [number for table in self._tables for number in range(1, len(self._sheets[table.name]) + 1)]
        wanted = [
            (sheet.table, number, sheet.next - 1) for sheet, number in zip(sheets, numbers, strict=True)
        ]
        by_part = {_part(number): sheet for number, sheet in enumerate(sheets, start=1)}
        with (
            zipfile.ZipFile(_frame(wanted, self._words)) as frame,
            zipfile.ZipFile(self._path, "w", zipfile.ZIP_DEFLATED) as out,
        ):
            for part in frame.infolist():
                data = frame.read(part)
                if part.filename in by_part:
                    with out.open(part, "w", force_zip64=True) as stream:
                        by_part[part.filename].put(data, stream)
                else:
                    out.writestr(part, data, zipfile.ZIP_DEFLATED)


class _Sheet:
    """The rows of one sheet, as they stand in it."""

    def __init__(self, table: Table, styles: _Styles) -> None:
        self.table, self.styles = table, styles
        self.next = 2
        self.stream = SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="")  # noqa: SIM115 - closed by the writer
        self._columns = [
            (column.cell, _letters(place), styles.plain[place], styles.quoted[place])
            for place, column in enumerate(table.columns)
        ]
        self._wraps = [
            (place, column.width) for place, column in enumerate(table.columns) if column.width >= _WRAPPED
        ]

    def add(self, row: Row) -> int:
        """Write a row; returns how many of its texts were cut."""
        number, cut = self.next, 0
        self.next += 1
        lines = max((_lines(str(row[place]), width) for place, width in self._wraps), default=1)
        height = f' ht="{min(lines * _LINE, _HIGHEST)}" customHeight="1"' if lines > 1 else ""
        cells = [f'<row r="{number}"{height}>']
        for (kind, letters, plain, quoted), value in zip(self._columns, row, strict=True):
            if isinstance(value, str):
                if not value:
                    continue
                serial = serial_day(value) if kind == "date" else None
                if serial is None:
                    if len(value) > LONGEST:
                        value, cut = value[: LONGEST - 1] + "…", cut + 1  # noqa: PLW2901 - the same text, shorter
                    text, looks_dangerous = _often(value) if len(value) <= _SHORT else _text(value)
                    style = quoted if looks_dangerous else plain
                    cells.append(
                        f'<c r="{letters}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
                    )
                    continue
                value = serial  # noqa: PLW2901 - the same thing as Excel counts it
            cells.append(f'<c r="{letters}{number}" s="{plain}"><v>{value}</v></c>')
        cells.append("</row>")
        self.stream.write("".join(cells))
        return cut

    def put(self, frame: bytes, out: Any) -> None:
        """Write the sheet `frame` with these rows in it."""
        found = _ROWS.search(frame)
        assert found is not None
        last = f"{_letters(len(self._columns) - 1)}{max(self.next - 1, 1)}"
        out.write(_DIMENSION.sub(f'<dimension ref="A1:{last}"/>'.encode(), frame[: found.end(1)]))
        self.stream.seek(0)
        while text := self.stream.read(1 << 16):
            out.write(text.encode())
        out.write(b"</sheetData>" + frame[found.end() :])


def _text(text: str) -> tuple[str, bool]:
    """A text as it stands in a sheet, and whether it has to be marked as one."""
    bare = writable(text)
    if "_x" in bare:
        return escape(_ESCAPED.sub("_x005F_", bare)), is_dangerous(bare)
    return escape(bare), is_dangerous(bare)


_often = lru_cache(8192)(_text)


# the workbook around the rows ---------------------------------------------------------------------------


def _frame(sheets: Sequence[tuple[Table, int, int]], words: Words) -> io.BytesIO:
    """A workbook with the heads of `sheets` (table, which of its sheets, last row), and below each a cell of every style."""
    import xlsxwriter  # noqa: PLC0415 - takes its time

    out = io.BytesIO()
    with TemporaryDirectory(prefix="roadmap-", ignore_cleanup_errors=True) as folder:
        book = xlsxwriter.Workbook(out, {"tmpdir": folder})
        head = book.add_format({"bold": True, "valign": "top", "text_wrap": True, "bottom": 1})
        for table, number, last in sheets:
            title = table.title if number == 1 else f"{table.title} {number}"
            sheet = book.add_worksheet(_SHEET_NAME.sub(" ", title)[:_LONGEST_NAME].strip("' "))
            for place, column in enumerate(table.columns):
                plain = book.add_format(_style(column, words))
                sheet.set_column(place, place, column.width, plain)
                sheet.write_string(0, place, column.head, head)
                sheet.write_blank(1, place, None, plain)
                sheet.write_blank(
                    2, place, None, book.add_format(_style(column, words) | {"quote_prefix": True})
                )
            sheet.set_row(0, _LINE * max(_lines(column.head, column.width) for column in table.columns))
            sheet.freeze_panes(1, 1)
            sheet.set_landscape()
            sheet.set_paper(9)
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
            sheet.autofilter(0, 0, max(last - 1, 0), len(table.columns) - 1)
        book.close()
    return out


def _style(column: Column, words: Words) -> dict[str, Any]:
    """How the cells of a column look."""
    shape: dict[str, Any] = {"valign": "top"}
    if column.width >= _WRAPPED:
        shape["text_wrap"] = True
    if column.cell == "date":
        shape |= {"num_format": date_format(words), "align": "left"}
    elif column.cell in _FORMATS:
        shape["num_format"] = _FORMATS[column.cell]
    if column.cell == "number":
        shape["align"] = "center"
    return shape


def _styles_in(sheet: str) -> _Styles:
    """The numbers of the styles that the cells below the heads have."""
    found = _CELL.findall(sheet)
    plain, quoted = ([style for row, style in found if row == wanted] for wanted in "23")
    return _Styles(plain, quoted)


def _part(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def _letters(place: int) -> str:
    """A column by its letters: A for 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


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
    for place, sign in (
        ("{day:02}", "dd"),
        ("{day}", "d"),
        ("{number:02}", "mm"),
        ("{number}", "m"),
        ("{mon}", "mmm"),
        ("{month}", "mmmm"),
        ("{year}", "yyyy"),
    ):
        shape = shape.replace(place, sign)
    return shape.replace(".", r"\.")
