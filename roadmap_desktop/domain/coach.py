"""The detail coach: what an answer does not say yet (who, when, where …), by rules that are data; it never decides."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from roadmap_desktop.domain.form import FALLBACK

HINTS: Final = ("what", "who", "when", "where", "how-much", "known")
"""What the coach can miss; "what" stands for a text too short to say anything."""
THIN: Final = 60
"""A text of fewer characters is thin."""
AT_MOST: Final = 2
"""Hints shown at once."""

Rules: TypeAlias = Mapping[str, tuple[str, ...]]
"""Per hint the regular expressions of one language, any of which says that the text has it."""


class Coach(NamedTuple):
    """The coach of one language: its rules, its sentence per hint, and what each checkpoint should say."""

    language: str
    rules: Rules
    hints: Mapping[str, str]
    expects: Mapping[str, tuple[str, ...]]

    def advice(self, checkpoint: str, text: str) -> tuple[str, ...]:
        """Sentences about what could be added to the answer `text`; none to an empty one."""
        expects = self.expects.get(checkpoint, ())
        return tuple(self.hints[hint] for hint in missing(text, expects, self.rules)[:AT_MOST])


def load_coach(folder: Path, language: str) -> Coach:
    """The coach of `language` from `folder`, the English one where there is none."""
    source = folder / f"{language}.json"
    if not source.is_file():
        source = folder / f"{FALLBACK}.json"
    spoken = json.loads(source.read_text("utf-8"))
    expects = json.loads((folder / "checkpoints.json").read_text("utf-8"))
    return Coach(
        language=spoken["language"],
        rules={hint: tuple(patterns) for hint, patterns in spoken["rules"].items()},
        hints=spoken["hints"],
        expects={checkpoint: tuple(hints) for checkpoint, hints in expects.items()},
    )


def thin(text: str) -> bool:
    """Something is written, but hardly more than a remark."""
    return 0 < len(text.strip()) < THIN


def missing(text: str, expects: Iterable[str], rules: Rules) -> tuple[str, ...]:
    """Ids of what `text` lacks of what is expected, in the order of `expects`; "what" comes first where it is thin.

    Nothing is missing in an empty text: that the stop is open says enough.
    """
    if not text.strip():
        return ()
    first = ("what",) if thin(text) else ()
    lacking = (hint for hint in expects if hint in rules and not _says(text, rules[hint]))
    return (*first, *lacking)


def _says(text: str, patterns: Iterable[str]) -> bool:
    return any(_compiled(pattern).search(text) for pattern in patterns)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
