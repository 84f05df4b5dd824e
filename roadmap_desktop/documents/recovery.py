"""The sheet with the recovery words of a locked file, as data: what they are for, where to keep them; not how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from roadmap_desktop.documents.blocks import Block, Fields, Footer, Heading, Sheet, Text, Title
from roadmap_desktop.documents.tools import clean
from roadmap_desktop.domain.words import Words

BY_HAND: Final = (
    "dd if=FILE bs=1024 skip=2 count=1 of=key.age",
    "dd if=FILE bs=1024 skip=3 of=rest.age",
    "age -d -i key.age -o opened.roadmap rest.age",
)
"""How the words open a locked file without this program."""


def recovery_sheet(key: Sequence[str], words: Words, today: str, file_name: str) -> Sheet:
    """One page with the recovery words `key` of `file_name`, in the language of `words`.

    `file_name` may be "" where the words are for many files; `today` is YYYY-MM-DD.
    """
    half = len(key) // 2
    made = words("recovery", "made", date=words.date(today, long=True))
    name = clean(file_name)
    blocks: tuple[Block, ...] = (
        Title(words("recovery", "title"), name or words("recovery", "title"), made),
        Text(words("recovery", "intro")),
        Text(""),
        Title(words("recovery", "one_to_four"), _row(key[:half])),
        Text(""),
        Title(words("recovery", "five_to_eight"), _row(key[half:])),
        *_part("keep", words),
        *_part("open", words),
        *_part("without", words),
        Text("\n".join(BY_HAND)),
        Text(""),
        Fields((words("recovery", "place"), words("recovery", "given"))),
        Fields((words("recovery", "date"), words("sheet", "signature"))),
    )
    footer = Footer(
        name,
        words("sheet", "printed", date=words.date(today)),
        words("recovery", "level"),
        words("sheet", "page"),
    )
    return Sheet("recovery", words("recovery", "title"), words.language, blocks, footer)


def _row(key: Sequence[str]) -> str:
    """Words far enough apart to be told apart in large type; what stands between them is not typed."""
    return "  ·  ".join(key)


def _part(key: str, words: Words) -> tuple[Heading, Text]:
    return Heading(2, words("recovery", key)), Text(words("recovery", f"{key}_text"))
