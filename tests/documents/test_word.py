"""Documents as Word files: real styles, repeated heads, page numbers, gaps that can be seen; nothing but the text."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_docx  # noqa: N813 - a function
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.documents import build as building
from roadmap_desktop.documents.build import names
from roadmap_desktop.documents.document import Document, Paragraph, Run, Table
from roadmap_desktop.documents.word import docx, save
from tests.builders import RESOURCES, TODAY, full_dossier, library, words

FOLDER = RESOURCES / "documents"
NAMES = names(words())
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# One pixel of PNG.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)


def built(name: str, language: str = "en") -> Document:
    return building.build(name, full_dossier(both=True), library(), words(language), FOLDER, TODAY)


def opened(document: Document, **options: Any) -> Any:
    return open_docx(io.BytesIO(docx(document, FOLDER, **options)))


def plain(*texts: str) -> Document:
    blocks = tuple(Paragraph("text", (Run(text),)) for text in texts)
    return Document("x", "T", "en", blocks, "page {page} of {pages}")


@pytest.mark.parametrize("language", ["en", "lv"])
@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_document_is_in_the_file(name: str, language: str) -> None:
    document = built(name, language)
    made = opened(document)
    text = "\n".join(paragraph.text for paragraph in made.paragraphs).replace("\t", " ")
    cells = [[cell.text for cell in row.cells] for table in made.tables for row in table.rows]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            assert block.text in text
        elif isinstance(block, Table):
            assert all(list(row) in cells for row in (block.heads, *block.rows))


@pytest.mark.parametrize("name", NAMES)
def test_it_uses_styles_that_exist_and_that_word_knows(name: str) -> None:
    made = opened(built(name))
    assert made.paragraphs[0].style is not None
    used = {
        element.get(f"{W}val")
        for element in made.element.body.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    known = {style.style_id for style in made.styles}
    assert used <= known
    headings = [paragraph.text for paragraph in made.paragraphs if paragraph.style.name == "Heading 1"]
    assert len(headings) == sum(
        isinstance(block, Paragraph) and block.style == "heading" for block in built(name).blocks
    )


def test_heads_repeat_rows_stay_whole_and_sums_stand_right() -> None:
    made = opened(built("cooperation-agreement"))
    budget = next(table for table in made.tables if len(table.columns) == 4)
    head, *rows = budget._tbl.tr_lst
    assert head.trPr.find(f"{W}tblHeader") is not None
    assert all(row.trPr.find(f"{W}cantSplit") is not None for row in [head, *rows])
    assert [cell.paragraphs[0].alignment for cell in budget.rows[1].cells] == [None, 2, 2, None]


@pytest.mark.parametrize("name", ["memorandum", "first-letter"])
def test_pages_are_numbered_by_fields_on_the_first_page_as_well(name: str) -> None:
    section = opened(built(name)).sections[0]
    assert section.different_first_page_header_footer is (name == "first-letter")
    feet = [section.footer] + ([section.first_page_footer] if name == "first-letter" else [])
    for foot in feet:
        codes = [field.get(f"{W}instr") for field in foot._element.iter(f"{W}fldSimple")]
        assert codes == ["PAGE", "NUMPAGES"]
        assert "page" in foot.paragraphs[0].text


def test_gaps_are_marked_and_nothing_else_is() -> None:
    document = built("final-report")
    made = opened(document)
    marked = {
        run.text
        for paragraph in made.paragraphs
        for run in paragraph.runs
        if run.style is not None and run.style.name == "Gap"
    }
    assert marked == set(document.gaps)
    shade = next(style for style in made.styles if style.name == "Gap").element
    assert [found.get(f"{W}fill") for found in shade.iter(f"{W}shd")] == ["FFE58A"]


def test_the_letterhead_stands_on_the_first_page_with_the_logo() -> None:
    document = built("first-letter")
    assert document.letterhead is not None
    with_logo = document._replace(letterhead=document.letterhead._replace(logo=PIXEL))
    section = opened(with_logo).sections[0]
    assert "Valley Youth Association" in [
        paragraph.text for paragraph in section.first_page_header.paragraphs
    ]
    assert list(section.first_page_header._element.iter(f"{W}drawing"))
    assert "Valley" not in "".join(paragraph.text for paragraph in section.header.paragraphs)
    assert not list(opened(document).sections[0].first_page_header._element.iter(f"{W}drawing"))


@pytest.mark.parametrize("name", ["cooperation-agreement", "memorandum", "meeting-minutes"])
def test_what_both_sign_names_both_at_the_head_of_each_page(name: str) -> None:
    section = opened(built(name)).sections[0]
    assert not section.different_first_page_header_footer
    assert [one.text for one in section.header.paragraphs] == [
        "Riverside municipality · Valley Youth Association"
    ]
    assert opened(built("action-plan")).sections[0].header.is_linked_to_previous


def test_the_file_knows_its_language_title_and_author_and_nothing_of_the_library() -> None:
    data = docx(built("memorandum", "lv"), FOLDER)
    made = open_docx(io.BytesIO(data))
    about = made.core_properties
    assert (about.title, about.author) == ("Saprašanās memorands", "Valley Youth Association")
    assert (about.comments, about.last_modified_by) == ("", "")
    assert [found.get(f"{W}val") for found in made.styles.element.iter(f"{W}lang")] == ["lv-LV"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"python-docx" not in archive.read("docProps/core.xml")


@given(st.text(alphabet=st.characters(), max_size=80))
def test_whatever_text_there_is_makes_a_file_that_opens(text: str) -> None:
    shown = opened(plain(text, "after")).paragraphs
    assert shown[-1].text == "after"
    assert [one for one in shown[0].text if one.isalpha()] == [one for one in text if one.isalpha()]


def test_markup_in_an_answer_stays_text() -> None:
    text = '<w:p/>&amp; {{ 7*7 }} </w:t> "x" \x0b'
    assert opened(plain(text)).paragraphs[0].text == text.replace("\x0b", "")


@pytest.mark.parametrize(("paper", "width"), [("A4", 210.0), ("Letter", 215.9)])
def test_paper_can_be_chosen(paper: str, width: float) -> None:
    section = opened(built("memorandum"), paper=paper).sections[0]
    assert section.page_width.mm == pytest.approx(width, abs=0.1)
    assert (section.page_width - section.left_margin - section.right_margin) / 36000 == pytest.approx(
        160, abs=0.2
    )


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter.docx"
    save(b"first", path)
    save(b"second", path)
    assert path.read_bytes() == b"second"

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(b"third", path)
    assert path.read_bytes() == b"second"
    assert [found.name for found in tmp_path.iterdir()] == ["letter.docx"]


def test_importing_the_writer_loads_no_slow_library() -> None:
    code = (
        "import sys\n"
        "from roadmap_desktop.documents import build, filling, paper, template, word\n"
        "sys.exit(any(name in sys.modules for name in ('docx', 'docxtpl', 'jinja2', 'lxml')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_styles_name_no_colour_by_chance() -> None:
    styles = (FOLDER / "styles.xml").read_text("utf-8")
    assert {len(found) for found in re.findall(r'(?:fill|w:color|w:color w:val)="([0-9A-F]+)"', styles)} == {
        6
    }
