"""What `import` says to people: how a list was understood, and what was or would be taken in; it takes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from roadmap_desktop.cli.intake import Taken
from roadmap_desktop.cli.terminal import printable
from roadmap_desktop.domain.words import Words
from roadmap_desktop.services import listing

_LONGEST: Final = 40
"""Letters of a head that are shown."""


def imported(file: Path, source: Path, done: Taken, words: Words) -> Iterator[str]:
    """After `import`, or instead of it."""
    where = (
        QCoreApplication.translate("cli", "“{file}”, sheet “{sheet}”; rows with partners: {count}.")
        if done.sheet.name
        else QCoreApplication.translate("cli", "“{file}”; rows with partners: {count}.")
    )
    rows = QLocale().toString(len(done.matches))
    yield where.format(file=printable(source.name), sheet=printable(done.sheet.name), count=rows)
    heads = done.sheet.rows[done.head] if done.head >= 0 else ()
    for number, field in enumerate(done.fields, start=1):
        head = printable(heads[number - 1])[:_LONGEST] if number <= len(heads) else ""
        yield f"  {number}  {head or '–'} → {words('partner_list', field or 'leave')}"
    if done.cut:
        yield QCoreApplication.translate(
            "cli", "The list is longer than is read: only its beginning is taken."
        )
    yield from listing.faults(done.matches)
    yield ""
    yield from listing.said(done.plan)
    if not done.written:
        yield QCoreApplication.translate("cli", "Nothing was written: this was a preview.")
    elif done.plan.edits:
        yield QCoreApplication.translate("cli", "Taken into “{file}”.").format(file=printable(file.name))
    else:
        yield QCoreApplication.translate("cli", "“{file}” is as it was.").format(file=printable(file.name))


def remade(file: Path, count: int, *, preview: bool) -> str:
    """After a whole file was made of its JSON, or would be."""
    text = (
        QCoreApplication.translate(
            "cli", "“{file}” would be made, with all that the JSON file holds; changes: {count}."
        )
        if preview
        else QCoreApplication.translate(
            "cli", "Made “{file}” with all that the JSON file holds; changes: {count}."
        )
    )
    return text.format(file=printable(file.name), count=QLocale().toString(count))
