"""What `export` says to people when it has written; it writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from roadmap_desktop.cli.terminal import printable
from roadmap_desktop.documents.export import Written
from roadmap_desktop.documents.lists import TABLES
from roadmap_desktop.domain.cells import LONGEST
from roadmap_desktop.domain.words import Words


def exported(out: Path, done: Written, words: Words, table: str) -> Iterator[str]:
    """After `export`: what is in it, and what is not."""
    yield QCoreApplication.translate("cli", "Written to “{file}”.").format(file=printable(out.name))
    number = QLocale().toString
    if out.suffix.lower() == ".ics":
        yield QCoreApplication.translate("cli", "Dates in it: {count}.").format(count=number(done.events))
    elif out.suffix.lower() == ".json":
        yield QCoreApplication.translate(
            "cli", "Everything is in it, private notes and history too; changes: {count}."
        ).format(count=number(done.changes))
    elif out.suffix.lower() == ".csv":
        yield f"  {words('list', table)}: {number(done.rows.get(table, 0))}"
        yield QCoreApplication.translate(
            "cli", "A CSV file holds one table. A name that ends in .zip gets all of them."
        )
    else:
        yield from (
            f"  {words('list', name)}: {number(done.rows[name])}" for name in TABLES if name in done.rows
        )
    if done.cut:
        yield QCoreApplication.translate(
            "cli",
            "Texts longer than a cell of Excel can be ({limit} characters) were cut: {count}. In CSV and JSON they are"
            " whole.",
        ).format(limit=number(LONGEST), count=number(done.cut))
