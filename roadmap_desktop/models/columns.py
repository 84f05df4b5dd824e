"""The columns of the support tools: what heads them, how their cells are edited, how wide they are; no rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import Qt

CellKind = Literal["text", "choice", "score", "date", "amount", "fixed"]

KIND: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Role: a cell's CellKind, by which a delegate chooses its editor."""
CHOICES: Final = int(Qt.ItemDataRole.UserRole) + 2
"""Role: the (key, word) pairs of a choice."""
LATE: Final = int(Qt.ItemDataRole.UserRole) + 3
"""Role: whether the cell asks for attention: a date gone by, or typed words that were refused."""

DISPUTED: Final = int(Qt.ItemDataRole.UserRole) + 4
"""Role: whether two versions of the cell wait for a decision."""


class Column(NamedTuple):
    """A column: the word that heads it, how its cells are edited, its share of the width, the record's field.

    `group` names the words of a choice; `kind` is the record's where a row is made of two.
    """

    word: str
    cell: CellKind
    weight: float
    field: str = ""
    group: str = ""
    kind: str = ""

    @property
    def name(self) -> str:
        """The field of the record."""
        return self.field or self.word


COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    "stakeholder": (
        Column("name", "text", 3), Column("role", "text", 3), Column("influence", "score", 2.2),
        Column("interest", "score", 2.2), Column("approach", "text", 4),
    ),
    "swot": (Column("text", "text", 1),),
    "contact": (
        Column("side", "choice", 2, group="side"), Column("role", "text", 2.4), Column("name", "text", 2.6, kind="person"),
        Column("email", "text", 3.6, kind="person"), Column("phone", "text", 2.4, kind="person"),
    ),
    "log": (
        Column("day", "date", 2.4), Column("channel", "choice", 1.8, group="channel"), Column("who", "text", 2.2),
        Column("what", "text", 4.2), Column("next", "text", 2.8), Column("due", "date", 2.4),
    ),
    "action": (
        Column("what", "text", 5), Column("who", "text", 2.6), Column("due", "date", 2),
        Column("state", "choice", 2, group="state"),
    ),
    "budget": (
        Column("item", "text", 4), Column("ours", "amount", 2), Column("theirs", "amount", 2.2),
        Column("in_kind", "text", 4),
    ),
    "agreement": (
        Column("form", "choice", 3.4, group="agreement"), Column("number", "text", 2), Column("signed", "date", 2),
        Column("valid_until", "date", 2), Column("notice", "text", 2.4),
    ),
    "indicator": (
        Column("name", "text", 4), Column("baseline", "text", 2), Column("target", "text", 2),
        Column("actual", "text", 2),
    ),
}  # fmt: skip
"""The table of every tool but the evaluation, which has a model of its own."""
