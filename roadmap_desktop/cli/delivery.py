"""What `send` says to people: what leaves and what was made, line by line; it sends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from roadmap_desktop.cli.terminal import printable
from roadmap_desktop.domain.levels import Leaving, Level
from roadmap_desktop.domain.words import Words
from roadmap_desktop.services.delivery import Delivery
from roadmap_desktop.services.inventory import inventory, size_text


def leaves(told: Leaving, words: Words) -> Iterator[str]:
    """What leaves, and what does not."""
    found = inventory(told, words)
    yield printable(found.first)
    yield from (f"  {printable(line)}" for line in (*found.leaves, *found.rows))
    stays = (*found.stays, *found.kept_rows)
    if stays:
        yield QCoreApplication.translate("cli", "Stays at home:")
        yield from (f"  {printable(line)}" for line in stays)
    yield from (printable(line) for line in (found.remark, found.size, found.warning, found.cause) if line)


def previewed() -> str:
    """At the end of a preview."""
    return QCoreApplication.translate("cli", "This was a preview: nothing was written.")


def delivered(file: Path, level: Level, done: Delivery) -> Iterator[str]:
    """At the end: what was made, and what to do with it."""
    if done.sent is None:
        return
    name, size = printable(str(done.sent.path)), size_text(done.sent.size)
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
