"""What `send` says to people: what leaves, what stays at home, what makes it large, and what was made; it sends nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from roadmap_desktop.cli.send import Delivery
from roadmap_desktop.cli.terminal import printable
from roadmap_desktop.domain.levels import Leaving, Level
from roadmap_desktop.domain.words import Words

_MOST: Final = 3
"""Attachments that are named."""


def leaves(told: Leaving, words: Words) -> Iterator[str]:
    """What leaves, and what does not."""
    yield _first(told)
    yield from (f"  {line}" for line in _leaving(told, words))
    staying = list(_staying(told, words))
    if staying:
        yield QCoreApplication.translate("cli", "Stays at home:")
        yield from (f"  {line}" for line in staying)
    if told.level != "numbers":
        yield QCoreApplication.translate(
            "cli", "The history of what leaves goes along: what was written there before can be read in it."
        )
    yield QCoreApplication.translate("cli", "Size: about {size}.").format(size=_size(told.size))
    if told.mail_limit:
        yield QCoreApplication.translate(
            "cli", "By mail that may be too large: many mail boxes take no more than {limit}."
        ).format(limit=_size(told.mail_limit))
        if told.attachments:
            yield QCoreApplication.translate("cli", "What makes it large: {names}.").format(
                names=_largest(told)
            )


def _first(told: Leaving) -> str:
    if told.level == "whole":
        return QCoreApplication.translate("cli", "Everything leaves, private notes included.")
    if told.level == "numbers":
        return QCoreApplication.translate(
            "cli", "Only numbers leave, and the name of your organisation. Partnerships: {count}."
        ).format(count=_number(told.partnerships))
    return QCoreApplication.translate("cli", "“{title}” leaves, and no other partnership.").format(
        title=printable(next(iter(told.titles), ""))
    )


def _leaving(told: Leaving, words: Words) -> Iterator[str]:
    if told.level == "numbers":
        return
    if told.level == "whole":
        yield _counted(QCoreApplication.translate("cli", "Partnerships"), told.partnerships)
    names = ", ".join(name for name in told.organisations if name)
    if names:
        yield QCoreApplication.translate("cli", "Organisations: {names}").format(names=printable(names))
    yield _counted(QCoreApplication.translate("cli", "Checkpoints that were worked on"), told.checkpoints)
    yield from _rows({kind: count for kind, count in told.rows.items() if kind != "contact"}, words)
    if told.named:
        yield _counted(QCoreApplication.translate("cli", "Contacts with a name"), told.named)
    if told.nameless:
        yield _counted(QCoreApplication.translate("cli", "Contacts without a name"), told.nameless)
    if told.attachments:
        total = sum(size for _, size in told.attachments)
        label = QCoreApplication.translate("cli", "Attachments")
        yield f"{label}: {_number(len(told.attachments))} ({_size(total)})"
    if told.notes:
        yield _counted(QCoreApplication.translate("cli", "Private notes"), told.notes)
    if told.deleted:
        yield _counted(QCoreApplication.translate("cli", "Deleted, and still in the history"), told.deleted)


def _staying(told: Leaving, words: Words) -> Iterator[str]:
    stays = told.stays
    if stays.partnerships:
        yield _counted(QCoreApplication.translate("cli", "Other partnerships"), stays.partnerships)
    if stays.notes:
        yield _counted(QCoreApplication.translate("cli", "Private notes"), stays.notes)
    yield from _rows(stays.rows, words)
    if stays.exchanges:
        yield _counted(
            QCoreApplication.translate("cli", "Lines of the register of exchanges"), stays.exchanges
        )
    if stays.unknown:
        yield _counted(
            QCoreApplication.translate("cli", "Things that a newer version brought"), stays.unknown
        )


def _rows(rows: Mapping[str, int], words: Words) -> Iterator[str]:
    for kind, count in rows.items():
        yield _counted(str(words.tool(kind)["title"]), count)


def _counted(label: str, count: int) -> str:
    return f"{label}: {_number(count)}"


def _largest(told: Leaving) -> str:
    return ", ".join(f"“{printable(name)}” ({_size(size)})" for name, size in told.attachments[:_MOST])


def previewed() -> str:
    """At the end of a preview."""
    return QCoreApplication.translate("cli", "This was a preview: nothing was written.")


def delivered(file: Path, level: Level, done: Delivery) -> Iterator[str]:
    """At the end: what was made, and what to do with it."""
    if done.sent is None:
        return
    name, size = printable(str(done.sent.path)), _size(done.sent.size)
    made = (
        QCoreApplication.translate("cli", "Made “{copy}” ({size}).")
        if level == "numbers"
        else QCoreApplication.translate("cli", "Made “{copy}” ({size}) and read it back.")
    )
    yield made.format(copy=name, size=size)
    if done.letter is not None:
        yield QCoreApplication.translate(
            "cli", "The letter with it is “{letter}”: open it, look it through, and send it."
        ).format(letter=printable(str(done.letter)))
    if done.noted:
        yield QCoreApplication.translate("cli", "“{file}” has noted to whom it went.").format(
            file=printable(file.name)
        )


def _number(count: int) -> str:
    return QLocale().toString(count)


def _size(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
