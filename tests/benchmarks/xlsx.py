"""The lists of 10,000 partnerships as .xlsx, against openpyxl and XlsxWriter writing the same bare cells in the same run."""

from __future__ import annotations

import contextlib
import datetime as dt
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import xlsxwriter

from roadmap_desktop import paths
from roadmap_desktop.documents import lists
from roadmap_desktop.documents.export import Order, export
from roadmap_desktop.documents.lists import Choice, Row
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.store import file, queries
from tests.benchmarks import Row as Figure
from tests.benchmarks.big import make_big

PARTNERSHIPS = 10_000
CHECKPOINTS = 10
BOUND = 1.5
ROUNDS = 2
TODAY = "2026-11-30"


def run() -> list[Figure]:
    """Reading the file is in our time, not in theirs; processor time, since the disk is the same for all."""
    library, words = Library(paths.FORMS), load_words(paths.WORDS, "lv")
    with tempfile.TemporaryDirectory() as name:
        path, out = Path(name) / "big.roadmap", Path(name) / "out.xlsx"
        make_big(path, PARTNERSHIPS, CHECKPOINTS)
        with contextlib.closing(file.open_for_reading(path)) as db:
            ids = queries.partnership_ids(db)
            organisations = queries.organisations(db)
            tables = lists.tables(words, Choice())
            bare: dict[str, list[Row]] = {
                table.name: [tuple(column.head for column in table.columns)] for table in tables
            }
            for found in queries.dossiers(db, ids):
                for table, row in lists.rows(found, library, words, TODAY, Choice()):
                    bare[table].append(row)

            def ours() -> None:
                order = Order("xlsx", queries.dossiers(db, ids), organisations, "x")
                export(out, order, library, words, TODAY, dt.datetime.now(dt.UTC))

            yardsticks: dict[str, Callable[[], None]] = {
                "openpyxl": lambda: _openpyxl(bare, out),
                "XlsxWriter": lambda: _xlsxwriter(bare, out, constant=False),
                "XlsxWriter, constant memory": lambda: _xlsxwriter(bare, out, constant=True),
            }
            times = {name: [_timed(call) for _ in range(ROUNDS)] for name, call in yardsticks.items()}
            mine = min(_timed(ours) for _ in range(ROUNDS))
    fastest = min(times, key=lambda one: min(times[one]))
    best = min(times[fastest])
    cells = sum(len(row) for rows in bare.values() for row in rows)
    others = ", ".join(f"{name} {min(found):.1f} s" for name, found in times.items())
    note = f"{cells:,} cells, {mine:.1f} s against {others}"
    return [Figure(f"{PARTNERSHIPS:,} partnerships to .xlsx ÷ {fastest}", mine / best, BOUND, note)]


def _openpyxl(bare: dict[str, list[Row]], out: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    for name, rows in bare.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(out)


def _xlsxwriter(bare: dict[str, list[Row]], out: Path, *, constant: bool) -> None:
    book = xlsxwriter.Workbook(str(out), {"constant_memory": constant})
    for name, rows in bare.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(at, place, value)
                else:
                    sheet.write_number(at, place, value)
    book.close()


def _timed(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
