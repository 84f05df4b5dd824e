"""What can be wrong with a file, as types: problems, verdicts, reports; it looks at no file and words nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

Verdict: TypeAlias = Literal["healthy", "damaged", "hostile", "newer", "foreign", "unreadable"]
Code: TypeAlias = Literal[
    "not-ours",  # no file of this program
    "refused",  # the system does not let us read it: reason
    "locked",  # a copy that only a password opens
    "cut-short",  # the header promises more than there is: reason
    "left-behind",  # another program put its newest part into a second file, which is not here
    "structure",  # what SQLite says of its pages: reason
    "schema",  # a table or index is not as this program makes it: name
    "format",  # a format number that never was: format
    "hostile",  # made to do harm, or what no accident makes: reason
    "count",  # changes are missing or too many: noted, found
    "tally",  # as many changes as noted, but others
    "altered-change",  # its hash differs: kind, id, and as it says: root, entity
    "bad-change",  # its columns or its body cannot be: kind, id, and as it says: root, entity
    "lost-change",  # others name it, and it is not there: kind, id, root, entity
    "altered-session",  # who wrote was altered: id
    "lost-session",  # nobody is noted as having written these changes: id
    "altered-attachment",  # its bytes differ from its name: sha256
    "lost-attachment",  # an attachment is mentioned whose bytes are not here: name
    "derived",  # a table says other than the log: table, id
    "home",  # the file's own organisation is not in it: id
]

MOST: Final = 200
"""Problems of one kind that are listed; a file torn in half has a hundred thousand."""


class Problem(NamedTuple):
    """One thing wrong. `data` as noted beside its code."""

    code: Code
    data: Mapping[str, object]


class Report(NamedTuple):
    """What was found. `readable` when the log could be read to its end; `changes` is how many it holds."""

    file: Path
    verdict: Verdict
    readable: bool
    changes: int
    problems: list[Problem]

    @property
    def loses_nothing(self) -> bool:
        """Whether only tables are wrong that are made anew from the log whenever they differ from it."""
        return bool(self.problems) and all(problem.code == "derived" for problem in self.problems)


class Findings:
    """Problems as they are met, at most `most` of a kind."""

    def __init__(self, most: int = MOST) -> None:
        self.problems: list[Problem] = []
        self._most = most
        self._met: dict[Code, int] = {}

    def add(self, code: Code, **data: object) -> None:
        """One more problem."""
        self._met[code] = self._met.get(code, 0) + 1
        if self._met[code] <= self._most:
            self.problems.append(Problem(code, data))

    def met(self, *codes: Code) -> bool:
        """Whether there was any of these problems."""
        return any(code in self._met for code in codes)
