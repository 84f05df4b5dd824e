"""The documents' texts as shipped: every one in every language, whole, alike, and with fields that exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from roadmap_desktop.documents import rows
from roadmap_desktop.documents.build import names
from roadmap_desktop.documents.facts import CHECKPOINT
from roadmap_desktop.documents.pattern import BadPattern, Field, Insert, Line, Pattern, read_pattern
from tests.builders import RESOURCES, form, words

FOLDER = RESOURCES / "documents"
NAMES = names(words())
LANGUAGES = sorted(path.stem for path in FOLDER.glob("??.json"))
AGREEMENTS = ("memorandum", "cooperation-agreement")


def pattern(name: str, language: str = "en") -> Pattern:
    found = read_pattern(FOLDER, name, language)
    assert found.language == language
    return found


def fields(found: Pattern) -> list[Field]:
    return [field for line in found.lines if isinstance(line, Line) for field in line.fields]


def headings(found: Pattern) -> int:
    return sum(isinstance(line, Line) and line.style == "heading" for line in found.lines)


def text(found: Pattern) -> str:
    lines = (line for line in found.lines if isinstance(line, Line))
    return "\n".join("".join(part for part in line.parts if isinstance(part, str)) for line in lines)


def test_there_are_the_twelve_documents_that_the_forms_name() -> None:
    asked = {
        document
        for kind in ("community", "municipality")
        for point in form(kind).checkpoints
        for document in point.documents
    }
    assert asked == set(NAMES)
    assert len(NAMES) == 12
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == set(NAMES)
    assert LANGUAGES == ["en", "lv"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_each_has_one_title_first_among_its_headings(name: str, language: str) -> None:
    styles = [line.style for line in pattern(name, language).lines if isinstance(line, Line)]
    assert styles.count("title") == 1
    assert "heading" not in styles[: styles.index("title")]


@pytest.mark.parametrize("name", NAMES)
def test_all_languages_ask_for_the_same_things_in_the_same_sections(name: str) -> None:
    found = [pattern(name, language) for language in LANGUAGES]
    # A salutation may need a name in one language and none in another.
    asked = [sorted(field.names for field in fields(one) if field.names and not field.else_) for one in found]
    inserted = [
        [(line.sort, line.words[:1]) for line in one.lines if isinstance(line, Insert)] for one in found
    ]
    assert asked[0] == asked[1]
    assert headings(found[0]) == headings(found[1])
    assert inserted[0] == inserted[1]
    by_hand = [sum(bool(field.by_hand) for field in fields(one)) for one in found]
    assert by_hand[0] == by_hand[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_its_checkpoints_and_tables_exist(name: str, language: str) -> None:
    known = {point.id for kind in ("community", "municipality") for point in form(kind).checkpoints}
    found = pattern(name, language)
    asked = {one for field in fields(found) for one in field.names if CHECKPOINT.fullmatch(one)}
    assert asked <= known
    tables = {line.words[0] for line in found.lines if isinstance(line, Insert) and line.sort == "table"}
    assert tables <= set(rows.KINDS)
    sorts = {line.sort for line in found.lines if isinstance(line, Insert)}
    assert sorts <= {"letterhead", "signature", "signatures", "table", "blank"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_answers_stand_in_lines_of_their_own(name: str, language: str) -> None:
    """A sentence of ours around an answer of several sentences would break in every language."""
    for line in pattern(name, language).lines:
        if isinstance(line, Line) and len(line.parts) > 1:
            assert not any(CHECKPOINT.fullmatch(one) for field in line.fields for one in field.names), line


@pytest.mark.parametrize(("language", "lawyer"), [("en", "lawyer"), ("lv", "jurist")])
@pytest.mark.parametrize("name", AGREEMENTS)
def test_agreements_advise_to_ask_a_lawyer_before_anything_else(
    name: str, language: str, lawyer: str
) -> None:
    first = next(
        line for line in pattern(name, language).lines if isinstance(line, Line) and line.style == "advice"
    )
    assert lawyer in str(first.parts[0])


@pytest.mark.parametrize(
    ("language", "sections"),
    [
        ("en", "Parties Subject duties Contributions Term Changes Ending Disputes Personal.data Signatures"),
        ("lv", "Līdzēji priekšmets pienākumi Ieguldījums Termiņš Grozījumi izbeigšana Strīdi datu Paraksti"),
    ],
)
def test_the_agreement_has_the_sections_an_agreement_needs(language: str, sections: str) -> None:
    found = pattern("cooperation-agreement", language)
    titles = "\n".join(
        str(line.parts[0]) for line in found.lines if isinstance(line, Line) and line.style == "heading"
    )
    for section in sections.split():
        assert re.search(section, titles), section


def test_latvian_forms_of_cooperation_bear_their_names_in_law() -> None:
    titles = json.loads((FOLDER / "lv.json").read_text("utf-8"))["title"]
    assert titles["participation"] == "Līdzdarbības līgums"
    assert titles["delegation"] == "Deleģēšanas līgums"
    first = pattern("memorandum", "lv").lines[0]
    assert isinstance(first, Line)
    assert first.parts == ("Saprašanās memorands",)


@pytest.mark.parametrize("name", NAMES)
def test_the_latvian_text_is_latvian(name: str) -> None:
    """Typographic quotes of that language, and none of the other's."""
    assert not re.search(r"[“\"']", text(pattern(name, "lv")).replace("”", "")), name
    assert re.search("[āčēģīķļņšūž]", text(pattern(name, "lv")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_clauses_are_numbered_without_a_gap(language: str) -> None:
    for name in AGREEMENTS:
        section = clause = 0
        for line in pattern(name, language).lines:
            first = str(line.parts[0]) if isinstance(line, Line) and line.parts else ""
            if (
                isinstance(line, Line)
                and line.style == "heading"
                and (found := re.match(r"(\d+)\. \D", first))
            ):
                if "pielikums" in first:
                    continue
                assert int(found[1]) == section + 1
                section, clause = section + 1, 0
            elif isinstance(line, Line) and line.style == "clause" and not line.only_form:
                assert first.startswith(f"{section}.{clause + 1}. "), first
                clause += 1


def test_phrases_are_the_same_in_every_language() -> None:
    def shape(found: object) -> object:
        return {key: shape(value) for key, value in found.items()} if isinstance(found, dict) else "text"

    shapes = [shape(json.loads((FOLDER / f"{one}.json").read_text("utf-8"))) for one in LANGUAGES]
    assert shapes[0] == shapes[1]


def test_an_unknown_language_falls_back_to_english_and_an_unknown_name_is_refused(tmp_path: Path) -> None:
    assert read_pattern(FOLDER, "memorandum", "xx").language == "en"
    for name in ("nothing", "../forms", "memorandum/en"):
        with pytest.raises(KeyError):
            read_pattern(FOLDER, name, "en")


def test_marks_are_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "en.txt").write_text(
        '# T {title}\n\n? = Who: {our.name|"us"}\n1.1. Do {: it}\n@grant - x\n? [table budget]\n___\n',
        "utf-8",
    )
    title, who, clause, item, table, line = read_pattern(tmp_path, "a", "en").lines
    assert title == Line("title", ("T ", Field((("title",),))))
    assert who == Line("fact", ("Who: ", Field((("our.name",),), "us")), only_known=True)
    assert clause == Line("clause", ("1.1. Do ", Field(by_hand="it")))
    assert item == Line("item", ("x",), only_form="grant")
    assert table == Insert("table", ("budget",), only_known=True)
    assert isinstance(line, Line)
    assert line.style == "line"
    (tmp_path / "a" / "en.txt").write_text("[table budget\n", "utf-8")
    with pytest.raises(BadPattern):
        read_pattern(tmp_path, "a", "en")
