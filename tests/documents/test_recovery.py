"""The sheet with the recovery words: one page, and all of it that opens the file is on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from roadmap_desktop.documents.blocks import Title
from roadmap_desktop.documents.recovery import BY_HAND, recovery_sheet
from roadmap_desktop.domain import recovery_words
from roadmap_desktop.paint.pdf import write_pdf
from roadmap_desktop.store import locked
from roadmap_desktop.widgets.design import FAMILY, Design
from tests.builders import TODAY, words

KEY = recovery_words.draw(lambda size: bytes(range(size)))


@pytest.mark.parametrize("language", ["en", "lv"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_is_one_page_and_its_words_can_be_typed(
    design: Design, tmp_path: Path, language: str, paper: str
) -> None:
    path = tmp_path / "sheet.pdf"
    sheet = recovery_sheet(KEY, words(language), TODAY, "Ābeļkalna ļaudis un pagasts.roadmap-locked")
    write_pdf([sheet], path, paper=paper, family=FAMILY)
    [page] = PdfReader(path).pages
    text = " ".join(page.extract_text().split())
    assert "Ābeļkalna ļaudis un pagasts.roadmap-locked" in text
    assert all(line in text for line in BY_HAND)
    first, last = text.index(KEY[0]), text.index(KEY[-1]) + len(KEY[-1])
    row = text[first : text.index(KEY[3]) + len(KEY[3])]
    assert recovery_words.read(row + text[text.index(KEY[4]) : last]).words == KEY


def test_the_words_stand_in_large_type() -> None:
    titles = [
        block.text for block in recovery_sheet(KEY, words(), TODAY, "a").blocks if isinstance(block, Title)
    ]
    assert recovery_words.read(" ".join(titles[1:])).sound


@pytest.mark.parametrize("name", ["", "a\x1b[31m", "x" * 300])
def test_any_name_will_do(name: str) -> None:
    sheet = recovery_sheet(KEY, words("lv"), TODAY, name)
    assert sheet.title == "Atjaunošanas vārdi"
    assert "\x1b" not in str(sheet)


def test_what_it_says_to_do_by_hand_is_what_the_file_says_too() -> None:
    note = locked.NOTE.decode()
    assert all(line in note.replace("skip=1", "skip=2") for line in BY_HAND)
