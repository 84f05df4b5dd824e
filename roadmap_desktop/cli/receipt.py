"""What `receive` says to people: who sent what, what is otherwise there, and what was taken in; it takes in nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from roadmap_desktop.cli.terminal import printable
from roadmap_desktop.domain.changes import DELETED
from roadmap_desktop.domain.conflicts import asked
from roadmap_desktop.domain.incoming import Choice, Difference, Group, Sort, Source, Thing, Version
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.domain.telling import Teller
from roadmap_desktop.domain.words import Words, local_day

_LONGEST: Final = 300
"""Most letters of a value on one line; the data for machines hold all."""


def arrived(source: Source, words: Words) -> str:
    """A file that was looked at: who it says it is from, and how much of it is new."""
    who = source.sender or QCoreApplication.translate("cli", "somebody")
    day = words.date(local_day(source.written), long=True) if source.written else "–"
    if not source.new:
        text = QCoreApplication.translate(
            "cli", "“{file}” (says it is from {who}, last written {day}): nothing new."
        )
    else:
        text = QCoreApplication.translate(
            "cli",
            "“{file}” (says it is from {who}, last written {day}): {new} new changes, {known} known already.",
        )
    return text.format(
        file=printable(source.file.name),
        who=printable(who),
        day=day,
        new=QLocale().toString(source.new),
        known=QLocale().toString(source.known),
    )


def differences(groups: Sequence[Group], teller: Teller) -> Iterator[str]:
    """Everything that is otherwise there, partnership by partnership."""
    for group in groups:
        yield ""
        yield (
            f"{printable(group.title)} – {_sort(group.sort)}"
            if group.sort != "changed"
            else printable(group.title)
        )
        for thing in group.things:
            subject = group.subject(thing)
            place = " · ".join(text for text in (teller.thing(subject), teller.side(subject)) if text)
            yield printable(f"  {place} – {_sort(thing.sort)}")
            for difference in thing.differences:
                yield from _lines(group, thing, difference, teller)


def _lines(group: Group, thing: Thing, difference: Difference, teller: Teller) -> Iterator[str]:
    if difference.field == DELETED:
        if difference.sort == "conflict":
            yield "    " + (
                QCoreApplication.translate("cli", "Deleted here, written to there.")
                if difference.ours.value
                else QCoreApplication.translate("cli", "Deleted there, written to here.")
            )
        return
    subject = group.subject(thing)

    def shown(value: Scalar) -> str:
        return _short(teller.value(subject, difference.field, value)) or "–"

    name = teller.field(subject, difference.field)
    if difference.sort == "new":
        yield printable(f"    {name}: {shown(difference.theirs[0].value)}")
        return
    yield printable(f"    {name} – {_sort('conflict')}" if difference.sort == "conflict" else f"    {name}")
    here, there = QCoreApplication.translate("cli", "here"), QCoreApplication.translate("cli", "there")
    for place, version in ((here, difference.ours), *((there, one) for one in difference.theirs)):
        yield printable(f"      {place}{_by(version)}: {shown(version.value)}")


def _by(version: Version) -> str:
    return f" ({version.by})" if version.by else ""


def _sort(sort: Sort) -> str:
    match sort:
        case "new":
            return QCoreApplication.translate("cli", "new")
        case "changed":
            return QCoreApplication.translate("cli", "changed")
        case "conflict":
            return QCoreApplication.translate("cli", "conflict")
        case "deleted":
            return QCoreApplication.translate("cli", "deleted there")
        case "restored":
            return QCoreApplication.translate("cli", "brought back there")


def taken_in(
    file: Path, groups: Sequence[Group], applied: int, backup: Path | None, take: Choice
) -> Iterator[str]:
    """At the end: what was written, how it was before, and what waits."""
    waiting = sum(1 for _ in asked(groups))
    if backup is None:
        yield QCoreApplication.translate(
            "cli", "There was nothing new to take in; “{file}” is as it was."
        ).format(file=printable(file.name))
        return
    yield QCoreApplication.translate("cli", "Changes taken into “{file}”: {count}.").format(
        file=printable(file.name), count=QLocale().toString(applied)
    )
    if waiting and take == "later":
        yield QCoreApplication.translate(
            "cli", "In conflict: {count}. Both versions are kept until you choose; nothing is lost."
        ).format(count=QLocale().toString(waiting))
    elif waiting:
        yield QCoreApplication.translate(
            "cli",
            "Conflicts settled as asked, where that was possible: {count}. The history keeps every version.",
        ).format(count=QLocale().toString(waiting))
    yield QCoreApplication.translate("cli", "How it was before is in the backup “{backup}”.").format(
        backup=printable(str(backup))
    )


def previewed(file: Path, groups: Sequence[Group]) -> Iterator[str]:
    """At the end of a preview."""
    waiting = sum(1 for _ in asked(groups))
    if waiting:
        yield QCoreApplication.translate("cli", "In conflict: {count}.").format(
            count=QLocale().toString(waiting)
        )
    yield QCoreApplication.translate("cli", "This was a preview: “{file}” is as it was.").format(
        file=printable(file.name)
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
