"""Whom a file from elsewhere says it is from, in words; anybody can claim any name, and the words say so."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from roadmap_desktop.domain.incoming import Source
from roadmap_desktop.domain.levels import LEVELS
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.words import Words, local_day


def origin(source: Source, words: Words) -> Iterator[str]:
    """Who says to have sent it, at which level and when, and whether somebody wrote in it since; a sentence each."""
    said, name = source.said, one_line(source.file.name)
    writer = _whom(source.name, source.organisation)
    written = words.date(local_day(source.written), long=True) if source.written else ""
    if said is None and not written:
        yield QCoreApplication.translate("origin", "“{file}” does not say who it is from.").format(file=name)
    elif said is None:
        yield QCoreApplication.translate(
            "origin", "“{file}” says it is from {who}, last written on {day}."
        ).format(file=name, who=writer, day=written)
    else:
        day = words.date(local_day(said.wall), long=True)
        level = f" ({words('level', said.level)})" if said.level in LEVELS else ""
        yield QCoreApplication.translate(
            "origin", "“{file}” says it was sent by {who} on {day}{level}."
        ).format(file=name, who=_whom(said.name, said.organisation), day=day, level=level)
        yield (
            QCoreApplication.translate("origin", "Nobody has written in it since.")
            if said.untouched or not written
            else QCoreApplication.translate("origin", "Since then {who} wrote in it, last on {day}.").format(
                who=writer, day=written
            )
        )


def _whom(name: str, organisation: str) -> str:
    told = one_line(", ".join(filter(None, (name, organisation))))
    return told or QCoreApplication.translate("origin", "somebody")
