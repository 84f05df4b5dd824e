"""The report of what was taken in: every difference with both versions, what became of it, in the order of the sheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.documents.blocks import Heading, Sheet, Table, Text, TextCell
from roadmap_desktop.documents.report import Taken, merge_report
from roadmap_desktop.domain.changes import DELETED
from roadmap_desktop.domain.incoming import Difference, Group, Source, Thing, Version
from tests.builders import TODAY, library, words

ROOT = bytes(range(16))
SOURCE = Source(
    Path("partner.roadmap"), "healthy", None, "Kārlis Ozols", "Novada dome", 1_795_000_000_000, new=3
)
WAITS = Difference("text", "conflict", Version("ours\x1b[31m", "Ilze"), (Version("theirs", "Kārlis"),), (0,))
NEED = Thing(
    ROOT, "answer", b"1" * 16, "conflict", "a", "c1.need", "",
    {"side": "a", "checkpoint": "c1.need", "text": "ours"}, (WAITS,),
)  # fmt: skip
GONE = Thing(
    ROOT, "action", b"2" * 16, "deleted", "", "", "Letter", {"what": "Letter", "position": "a"},
    (Difference(DELETED, "deleted", Version(0), (Version(1),), (0,)),),
)  # fmt: skip


def report(*things: Thing, taken: Taken | None = None, language: str = "en") -> Sheet:
    group = Group(ROOT, "partnership", "Youth centre", "changed", "a", {"a": "community", "b": ""}, things)
    made = taken or Taken([group] if things else [], {}, [SOURCE], {})
    return merge_report(made, library(), {}, words(language), TODAY, "ours.roadmap")


def rows(sheet: Sheet) -> Iterator[list[str]]:
    table = [block for block in sheet.blocks if isinstance(block, Table)][-1]
    for row in table.rows:
        yield [cell.text if isinstance(cell, TextCell) else str(cell) for cell in row]


def test_a_conflict_that_waits_shows_both_texts() -> None:
    sheet = report(GONE, NEED)
    assert [block.text for block in sheet.blocks if isinstance(block, Heading)] == ["Youth centre"]
    need, gone = rows(sheet)
    assert need[0].startswith("The local need (C1·1)")
    assert (need[1].startswith("ours"), need[2], need[3]) == (True, "theirs", "waits: both are kept")
    assert gone[1:] == ["What: Letter", "(deleted)", "deleted"]
    assert "\x1b" not in str(sheet)


@pytest.mark.parametrize(
    ("choice", "said"),
    [("theirs", "theirs was taken"), ("ours", "ours was kept"), ("both", "both were kept")],
)
def test_what_was_chosen_is_said(choice: str, said: str) -> None:
    group = Group(ROOT, "partnership", "x", "changed", "a", {"a": "community", "b": ""}, (NEED, GONE))
    taken = Taken([group], {NEED.place("text"): choice, GONE.place(): "ours"}, [SOURCE], {})  # type: ignore[dict-item]
    need, gone = rows(report(taken=taken))
    assert need[3] == said
    assert gone[3] == "left out"


def test_each_file_is_named_with_who_it_says_it_is_from_or_why_it_was_refused() -> None:
    bad = Source(Path("letter.roadmap"), "foreign")
    sheet = report(taken=Taken([], {}, [SOURCE, bad], {1: "It is no file of ours."}))
    first, second = rows(sheet)
    assert first[:2] == ["partner.roadmap", "Kārlis Ozols, Novada dome"]
    assert first[3] == "New changes: 3"
    assert second == ["letter.roadmap", "", "", "It is no file of ours."]
    assert any(isinstance(block, Text) and "Nothing in it" in block.text for block in sheet.blocks)


def test_it_speaks_latvian() -> None:
    assert report(NEED, language="lv").title == "Kas pievienots no citām datnēm"
