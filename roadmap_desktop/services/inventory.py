"""The inventory of a copy in sentences: what leaves, what stays at home, what makes it large; it counts nothing itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from roadmap_desktop.domain.levels import Leaving
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.words import Words

_MOST: Final = 3
"""Attachments that are named."""


class Inventory(NamedTuple):
    """`first` sums it up; then what leaves and what stays, a line each, and rows of tools by themselves.

    `remark` is about the history, "" for none. `size` says how large it will be; `warning` that many mail boxes would not take it, and `cause` what makes it so.
    """

    first: str
    leaves: tuple[str, ...]
    rows: tuple[str, ...]
    stays: tuple[str, ...]
    kept_rows: tuple[str, ...]
    remark: str
    size: str
    warning: str
    cause: str


def inventory(told: Leaving, words: Words) -> Inventory:
    """`told` in the language of the installed translators; `words` name the tools."""
    return Inventory(
        _first(told),
        tuple(_leaving(told)),
        tuple(_rows({kind: count for kind, count in told.rows.items() if kind != "contact"}, words)),
        tuple(_staying(told)),
        tuple(_rows(told.stays.rows, words)),
        _remark(told),
        QCoreApplication.translate("inventory", "Size: about {size}.").format(size=size_text(told.size)),
        _warning(told),
        _cause(told),
    )


def _remark(told: Leaving) -> str:
    if told.level == "numbers":
        return ""
    if told.level == "roles":
        return QCoreApplication.translate(
            "inventory", "What stands there now leaves, and nothing of what was written there before."
        )
    return QCoreApplication.translate(
        "inventory", "The history of what leaves goes along: what was written there before can be read in it."
    )


def size_text(size: int) -> str:
    """Bytes as "12.3 MB", counted in 1024s as file managers do."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _first(told: Leaving) -> str:
    if told.level == "whole":
        return QCoreApplication.translate("inventory", "Everything leaves, private notes included.")
    if told.level == "numbers":
        return QCoreApplication.translate(
            "inventory", "Only numbers leave, and the name of your organisation. Partnerships: {count}."
        ).format(count=_number(told.partnerships))
    return QCoreApplication.translate("inventory", "“{title}” leaves, and no other partnership.").format(
        title=one_line(next(iter(told.titles), ""))
    )


def _leaving(told: Leaving) -> Iterator[str]:
    if told.level == "numbers":
        return
    if told.level == "whole":
        yield _counted(QCoreApplication.translate("inventory", "Partnerships"), told.partnerships)
    names = ", ".join(one_line(name) for name in told.organisations if name)
    if names:
        yield QCoreApplication.translate("inventory", "Organisations: {names}").format(names=names)
    yield _counted(
        QCoreApplication.translate("inventory", "Checkpoints that were worked on"), told.checkpoints
    )
    if told.named:
        yield _counted(QCoreApplication.translate("inventory", "Contacts with a name"), told.named)
    if told.nameless:
        yield _counted(QCoreApplication.translate("inventory", "Contacts without a name"), told.nameless)
    if told.replaced.mentions:
        yield _counted(
            QCoreApplication.translate("inventory", "Mentions of people, told by their role"),
            told.replaced.mentions,
        )
    if told.attachments:
        total = sum(size for _, size in told.attachments)
        label = QCoreApplication.translate("inventory", "Attachments")
        yield f"{label}: {_number(len(told.attachments))} ({size_text(total)})"
    if told.notes:
        yield _counted(QCoreApplication.translate("inventory", "Private notes"), told.notes)
    if told.deleted:
        yield _counted(
            QCoreApplication.translate("inventory", "Deleted, and still in the history"), told.deleted
        )


def _staying(told: Leaving) -> Iterator[str]:
    stays = told.stays
    if stays.partnerships:
        yield _counted(QCoreApplication.translate("inventory", "Other partnerships"), stays.partnerships)
    if stays.notes:
        yield _counted(QCoreApplication.translate("inventory", "Private notes"), stays.notes)
    if told.replaced.persons:
        yield _counted(
            QCoreApplication.translate("inventory", "Contact persons’ names, addresses and numbers"),
            told.replaced.persons,
        )
    if told.replaced.writers:
        yield _counted(
            QCoreApplication.translate("inventory", "Names of those who wrote"), told.replaced.writers
        )
    if stays.attachments:
        yield _counted(
            QCoreApplication.translate("inventory", "Attachments, of which only the name leaves"),
            stays.attachments,
        )
    if stays.exchanges:
        yield _counted(
            QCoreApplication.translate("inventory", "Lines of the register of exchanges"), stays.exchanges
        )
    if stays.unknown:
        yield _counted(
            QCoreApplication.translate("inventory", "Things that a newer version brought"), stays.unknown
        )


def _rows(rows: Mapping[str, int], words: Words) -> Iterator[str]:
    for kind, count in rows.items():
        yield _counted(str(words.tool(kind)["title"]), count)


def _counted(label: str, count: int) -> str:
    return f"{label}: {_number(count)}"


def _warning(told: Leaving) -> str:
    if not told.mail_limit:
        return ""
    return QCoreApplication.translate(
        "inventory", "By mail that may be too large: many mail boxes take no more than {limit}."
    ).format(limit=size_text(told.mail_limit))


def _cause(told: Leaving) -> str:
    """What makes it large: the largest attachments, or the history where that is more than all of them."""
    if not told.mail_limit:
        return ""
    files = sum(size for _, size in told.attachments)
    if not told.attachments or 2 * told.history > files:
        return QCoreApplication.translate(
            "inventory", "What makes it large: the history of all that was written ({size})."
        ).format(size=size_text(2 * told.history))
    named = ", ".join(f"“{one_line(name)}” ({size_text(size)})" for name, size in told.attachments[:_MOST])
    return QCoreApplication.translate("inventory", "What makes it large: {names}.").format(names=named)


def _number(count: int) -> str:
    return QLocale().toString(count)
