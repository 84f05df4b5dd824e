"""What `collect` says to people: what became of each file, who is missing, how far members are; it collects nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from roadmap_desktop.cli.collect import Done
from roadmap_desktop.cli.terminal import printable
from roadmap_desktop.domain.collection import Arrival
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.portfolio import STUCK_DAYS, Row, Stuck
from roadmap_desktop.domain.words import Words, local_day

_MOST: Final = 10
"""Checkpoints that are told where members are stuck."""


def told(file: Path, done: Done, library: Library, words: Words) -> Iterator[str]:
    """All of it, line by line; why a file could not be read is said elsewhere."""
    for one in done.collected.arrivals:
        if one.looked.figures is not None:
            yield printable(_arrival(one, words))
    if done.collected.arrivals:
        yield ""
    answered = sum(row.submission is not None for row in done.rows)
    yield QCoreApplication.translate(
        "cli", "“{file}”, {year}: {answered} of {members} members have answered."
    ).format(file=printable(file.name), year=done.year, answered=answered, members=len(done.rows))
    if missing := [row.member.name for row in done.rows if row.missing]:
        yield QCoreApplication.translate("cli", "Missing: {names}.").format(
            names=printable("; ".join(missing))
        )
    yield from _overview(done.rows)
    yield from _stuck(done.stuck, library, words)
    if done.feedback:
        yield ""
        yield QCoreApplication.translate("cli", "Feedback sheets written into “{folder}”: {count}.").format(
            folder=printable(str(done.feedback[0].parent)), count=len(done.feedback)
        )
    if done.call:
        yield ""
        yield QCoreApplication.translate(
            "cli", "Made the call “{call}” and the letter “{letter}”: look the letter through, and send it."
        ).format(call=printable(str(done.call[0])), letter=printable(str(done.call[1])))


def _arrival(one: Arrival, words: Words) -> str:
    assert one.looked.figures is not None
    said = one.looked.figures
    match one.fate:
        case "taken" | "part" if one.added:
            text = QCoreApplication.translate(
                "cli", "“{file}”: {member}, last written {day}. A member that was not on the list; it is now."
            )
        case "taken":
            text = QCoreApplication.translate("cli", "“{file}”: {member}, last written {day}.")
        case "part":
            text = QCoreApplication.translate(
                "cli",
                "“{file}”: {member}, last written {day}. Taken in part: of the rest there is something newer.",
            )
        case "same":
            text = QCoreApplication.translate("cli", "“{file}”: {member}. The same has come already.")
        case "older":
            text = QCoreApplication.translate(
                "cli", "“{file}”: {member}, last written {day}. Left out: there is a newer or fuller file."
            )
        case "unsure":
            text = QCoreApplication.translate(
                "cli",
                "“{file}” says it is from “{from_}”. Left out: it may be from {perhaps}. Collect it in the program’s window,"
                " which asks.",
            )
        case _:
            text = QCoreApplication.translate("cli", "“{file}” is from your own organisation. Left out.")
    return text.format(
        file=one.looked.file.name,
        member=one.member.name if one.member else "",
        day=words.date(local_day(said.wall), long=True) if said.wall else "–",
        from_=said.name,
        perhaps=", ".join(f"“{member.name}”" for member in one.perhaps),
    )


def _overview(rows: Sequence[Row]) -> Iterator[str]:
    answered = [row for row in rows if row.submission is not None]
    if not answered:
        return
    yield ""
    yield QCoreApplication.translate("cli", "Done of all checkpoints, step by step:")
    for row in answered:
        steps = " · ".join(f"{one.done}/{one.total}" for one in row.steps)
        text = QCoreApplication.translate("cli", "{member}: {steps} (partnerships: {count}")
        line = text.format(member=row.member.name, steps=steps, count=len(row.walks))
        if row.before is not None:
            line += QCoreApplication.translate("cli", "; a year ago {done}/{total}").format(
                **row.before._asdict()
            )
        if late := row.stuck():
            line += QCoreApplication.translate("cli", "; stuck: {count}").format(count=late)
        yield printable(f"  {line})")


def _stuck(found: Sequence[Stuck], library: Library, words: Words) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield QCoreApplication.translate("cli", "Stuck for more than {days} days:").format(days=STUCK_DAYS)
    for one in found[:_MOST]:
        form = library.form(one.form, words.language) if one.form in library.ids() else None
        point = form.find(one.checkpoint) if form else None
        yield printable(
            "  "
            + QCoreApplication.translate("cli", "{code} {title}: {members} of {of} members").format(
                code=one.checkpoint, title=point.title if point else "", members=one.members, of=one.of
            )
        )
