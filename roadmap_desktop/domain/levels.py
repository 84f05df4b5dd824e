"""How much of a file a copy takes along, and what leaves with it, counted; it makes no copy."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from roadmap_desktop.domain import records

Level: TypeAlias = Literal["whole", "partner", "roles", "numbers"]
LEVELS: Final[tuple[Level, ...]] = ("whole", "partner", "roles", "numbers")
"""From all to least: for a colleague, for the partner, without names, without a word."""

AT_HOME: Final = ("note", "exchange", "member", "submission")
"""Kinds that leave with the whole file only: private notes, who else got what, and what members sent us."""
SIDES_OWN: Final = ("stakeholder", "swot")
"""Kinds whose rows stay with the side that wrote them until it shares them."""
SHARABLE: Final = (*SIDES_OWN, "attachment")
"""What leaves only where that is wished: our own rows of these tools, and what is in attachments where names stay."""
PERSONAL: Final = ("person",)
"""Kinds that hold nothing but who somebody is: a role takes their place at the level "roles"."""

MB: Final = 1024 * 1024
MAIL_LIMITS: Final = (10 * MB, 20 * MB, 25 * MB)
"""Bytes that the usual mail boxes take, letter and all."""
_IN_MAIL: Final = 1.37
"""A byte that is attached makes so many in a letter: four letters for three bytes, and a line's end for 76 letters."""


class Replaced(NamedTuple):
    """What roles stand for in a copy: `persons` among the contacts, `mentions` of anybody listed in its texts, `writers` by name."""

    persons: int = 0
    mentions: int = 0
    writers: int = 0


class Leaving(NamedTuple):
    """What a copy of a `level` would hold, and what stays at home, in numbers of things that show now.

    `titles` and `organisations` are the first few by name of all there are. `checkpoints` counts those that somebody
    has worked on, `rows` the rows of each support tool. `named` are contacts that leave with a name, an address or a
    number; `nameless` the others. `attachments` have their names and bytes, the largest first. `deleted` things no
    longer show, and yet travel in the history. `size` in bytes is an estimate, `history` the part of it that is not
    attachments.
    """

    level: Level
    partnerships: int
    titles: tuple[str, ...]
    organisations: tuple[str, ...]
    checkpoints: int
    rows: Mapping[str, int]
    named: int
    nameless: int
    attachments: tuple[tuple[str, int], ...]
    notes: int
    deleted: int
    changes: int
    history: int
    size: int
    stays: Stays
    replaced: Replaced = Replaced()

    @property
    def mail_limit(self) -> int:
        """The largest usual mail limit (bytes) that a letter with it would exceed; 0 for none."""
        return max((limit for limit in MAIL_LIMITS if self.size * _IN_MAIL > limit), default=0)


class Stays(NamedTuple):
    """What stays at home: other partnerships, private notes, our own rows of tools that are not shared, lines of the register.

    `unknown` counts things of kinds that a newer program brought, which this one cannot judge; `attachments` those that
    leave by name alone, without what is in them.
    """

    partnerships: int = 0
    notes: int = 0
    rows: Mapping[str, int] = {}
    exchanges: int = 0
    unknown: int = 0
    attachments: int = 0


def travels(kind: str, level: Level) -> bool:
    """Whether things of a kind leave in a mergeable copy of that level, as far as the kind alone decides.

    What a newer program brought leaves with the whole file only: nobody here can tell whether it is private.
    """
    if level == "roles" and kind in PERSONAL:
        return False
    return level == "whole" or (kind in records.KINDS and kind not in AT_HOME)


def bytes_travel(level: Level, shared: Collection[str]) -> bool:
    """Whether what is in attachments leaves: with roles instead of names only where that is wished, for it may hold names."""
    return level != "roles" or "attachment" in shared


def stays_with_its_side(kind: str, shared: Collection[str]) -> bool:
    """Whether our own rows of a kind stay at home in a partner's copy; `shared` kinds do not."""
    return kind in SIDES_OWN and kind not in shared
