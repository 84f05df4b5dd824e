"""A user's template, filled and read back: the same words, the same sources, the same gaps; and no sign left."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as open_docx  # noqa: N813 - a function

from roadmap_desktop.documents import build as building
from roadmap_desktop.documents import filling, reading, template
from roadmap_desktop.documents.build import names
from roadmap_desktop.documents.document import Document, Paragraph, Signatures, Source, Table
from roadmap_desktop.documents.markers import Trace
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.records import Answer
from tests.builders import RESOURCES, TODAY, dossier, empty_side, form, full_dossier, library, side, words

FOLDER = RESOURCES / "documents"
NAMES = names(words())


def built(name: str, found: Dossier, language: str = "en") -> Document:
    return building.build(name, found, library(), words(language), FOLDER, TODAY)


def read(path: Path, name: str, found: Dossier, language: str = "en") -> Document:
    trace = Trace()
    data = filling.fill(path, name, found, library(), words(language), FOLDER, TODAY, trace)
    return reading.read(data, trace, built(name, found, language))


def written(folder: Path, *paragraphs: str) -> Path:
    made = open_docx()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(folder / "mine.docx"))
    return folder / "mine.docx"


def sources(document: Document) -> set[Source]:
    return {
        source for block in document.blocks if not isinstance(block, Signatures) for source in block.sources
    }


@pytest.mark.parametrize("language", ["en", "lv"])
@pytest.mark.parametrize("name", NAMES)
def test_an_unchanged_template_is_read_back_with_all_its_sources(
    name: str, language: str, tmp_path: Path
) -> None:
    found = full_dossier(both=True)
    path = tmp_path / "mine.docx"
    path.write_bytes(template.make(name, form("community", language), words(language), FOLDER))
    made, ours = read(path, name, found, language), built(name, found, language)
    assert made.title == ours.title
    assert (made.letterhead is None) is (ours.letterhead is None)
    assert not any(sign in repr(made) for sign in ("ue000", "ue001", "ue002", "ue003", "{{"))
    # What only one side is asked for, a template asks its own side.
    assert {one for one in sources(ours) if one.side != "theirs"} <= sources(made) | {Source("today")}
    assert set(ours.gaps) == set(made.gaps)
    tables, others = (
        [block for block in document.blocks if isinstance(block, Table)] for document in (ours, made)
    )
    for one, other in zip(tables, others, strict=True):
        assert other.rows[: len(one.rows)] == one.rows


def test_each_paragraph_names_what_was_put_into_it(tmp_path: Path) -> None:
    found = dossier(
        side(given={"c1.need": Answer(checkpoint="c1.need", text="A need\nin two lines")}), empty_side()
    )
    made = read(
        written(tmp_path, "First {{ c1.need }} and {{ c1.idea }}.", "Nothing here."), "memorandum", found
    )
    first, second = made.blocks
    assert isinstance(first, Paragraph)
    assert first.text == (
        "First A need\nin two lines and […: The idea and the change – checkpoint 5 of step 1]."
    )
    assert [source.key for source in first.sources] == ["c1.need", "c1.idea"]
    [gap] = [run for run in first.runs if run.gap]
    assert gap.source == Source("checkpoint", "c1.idea", "ours")
    assert gap.wanted == "The idea and the change – checkpoint 5 of step 1"
    assert not isinstance(second, Signatures)
    assert second.sources == ()


def test_signs_that_somebody_typed_mean_nothing(tmp_path: Path) -> None:
    text = "\ue0020\ue003 and \ue0027\ue003 x"
    found = dossier(side(given={"c1.need": Answer(checkpoint="c1.need", text=text)}), empty_side())
    made = read(written(tmp_path, "{{ c1.need }} \ue0025\ue003 y"), "memorandum", found)
    [paragraph] = made.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "0 and 7 x  y"
    assert [source.key for source in paragraph.sources] == ["c1.need"]


def test_a_file_without_a_trace_holds_no_sign(tmp_path: Path) -> None:
    path = written(tmp_path, "{{ c1.need }}")
    data = filling.fill(path, "memorandum", full_dossier(), library(), words(), FOLDER, TODAY)
    path.write_bytes(data)
    assert not any(
        "\ue000" <= letter <= "\ue003" for one in open_docx(str(path)).paragraphs for letter in one.text
    )
