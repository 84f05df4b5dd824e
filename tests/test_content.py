"""The content: every form, word and sample, complete in every language and none a copy of another."""

from __future__ import annotations

import itertools
import json
import re
import string
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.domain import records
from roadmap_desktop.domain.form import Checkpoint, Library
from roadmap_desktop.domain.words import load_words

RESOURCES = Path(__file__).parents[1] / "resources"
LIBRARY = Library(RESOURCES / "forms")
FORMS, LANGUAGES = LIBRARY.ids(), LIBRARY.languages()
OTHERS = [language for language in LANGUAGES if language != "en"]
EVERY, TRANSLATED = list(itertools.product(FORMS, LANGUAGES)), list(itertools.product(FORMS, OTHERS))


def texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text in parsed JSON with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts(inner, f"{place}.{number}")


def read(*names: str) -> Any:
    return json.loads(RESOURCES.joinpath(*names).read_text("utf-8"))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def written(text: str) -> None:
    """As a careful typesetter would: normalised, no double spaces, none at the ends, real quotation marks."""
    assert text == unicodedata.normalize("NFC", text)
    assert text.strip() == text != ""
    assert "  " not in text
    assert not re.search(r"[\"'`]", text), "typewriter quotation marks"
    assert not re.search(r"\.\.\.|\s[,.;:!?](?:\s|$)| - |\t|\n", text), "typewriter dots, dashes or spaces"
    assert not re.search(r"[\u00ad\u200b\u200e\u200f\ufeff\ufffd]", text), "a letter that cannot be seen"


# ---------------------------------------------------------------------------------------- forms


def test_both_forms_are_there_in_every_language() -> None:
    assert FORMS == ["community", "municipality"]
    assert {"en", "lv"} <= set(LANGUAGES)
    for form in FORMS:
        assert {path.stem for path in (RESOURCES / "forms" / form).glob("??.json")} == set(LANGUAGES)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_holds_the_checkpoints_of_the_roadmap(form: str) -> None:
    shape = read("forms", form, "form.json")
    ids = [checkpoint["id"] for step in shape["steps"] for checkpoint in step["checkpoints"]]
    assert shape["id"] == form
    assert len(ids) == len(set(ids)) >= 30
    for step in shape["steps"]:
        for checkpoint in step["checkpoints"]:
            assert re.fullmatch(f"{form[0]}{step['id']}\\.[a-z]+(-[a-z]+)*", checkpoint["id"])


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_a_language_has_the_forms_checkpoints_and_no_others(form: str, language: str) -> None:
    shape, text = read("forms", form, "form.json"), read("forms", form, f"{language}.json")
    ids = [checkpoint["id"] for step in shape["steps"] for checkpoint in step["checkpoints"]]
    assert list(text["checkpoints"]) == ids
    assert list(text["steps"]) == [step["id"] for step in shape["steps"]]
    assert text["language"] == language


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_every_checkpoint_has_all_that_a_reader_needs(form: str, language: str) -> None:
    for checkpoint in LIBRARY.form(form, language).checkpoints:
        assert 1 <= len(checkpoint.questions) <= 4, checkpoint.id
        assert 3 <= len(checkpoint.how) <= 6, checkpoint.id
        assert all(question.endswith(("?", ".")) for question in checkpoint.questions), checkpoint.id
        assert len(checkpoint.title) <= 60, checkpoint.id
        assert len(checkpoint.why) >= 60, checkpoint.id
        assert len(checkpoint.example) >= 120, checkpoint.id


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_forms_are_written_with_care(form: str, language: str) -> None:
    for place, text in texts(read("forms", form, f"{language}.json")):
        try:
            written(text)
        except AssertionError as error:
            raise AssertionError(f"{form} {language} {place}: {text!r}: {error}") from error


@pytest.mark.parametrize(("form", "language"), TRANSLATED)
def test_no_text_of_a_form_is_left_in_english(form: str, language: str) -> None:
    english = dict(texts(read("forms", form, "en.json")))
    found = dict(texts(read("forms", form, f"{language}.json")))
    assert [place for place in found if found[place] == english.get(place)] == []


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_no_text_says_the_same_twice(form: str, language: str) -> None:
    def telling(checkpoint: Checkpoint) -> list[str]:
        return [checkpoint.title, checkpoint.why, checkpoint.example, *checkpoint.questions, *checkpoint.how]

    said = [text for checkpoint in LIBRARY.form(form, language).checkpoints for text in telling(checkpoint)]
    assert sorted(text for text in set(said) if said.count(text) > 1) == []


def test_every_tool_and_document_of_the_roadmap_is_somewhere() -> None:
    found = [c for form in FORMS for c in LIBRARY.form(form, "en").checkpoints]
    words = load_words(RESOURCES / "words", "en")
    tools = {tool for checkpoint in found for tool in checkpoint.tools}
    assert tools == set(records.TOOLS) == set(words.group("tool"))
    documents = {document for checkpoint in found for document in checkpoint.documents}
    assert documents == set(words.group("document"))


# ---------------------------------------------------------------------------------------- words

WORD_FILES = sorted((RESOURCES / "words").glob("??.json"))


def test_there_are_words_for_every_language_of_the_forms() -> None:
    assert [path.stem for path in WORD_FILES] == LANGUAGES


@pytest.mark.parametrize("language", OTHERS)
def test_words_are_the_same_in_every_language_and_have_the_same_places(language: str) -> None:
    english, found = (dict(texts(read("words", f"{name}.json"))) for name in ("en", language))
    assert list(found) == list(english)
    patterns = {"formats.date", "formats.short"}
    assert {place for place in found if places(found[place]) != places(english[place])} <= patterns


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_is_left_in_english(language: str) -> None:
    english, found = (dict(texts(read("words", f"{name}.json"))) for name in ("en", language))
    same = {place for place, text in found.items() if text == english[place] and re.search("[^\\W\\d]", text)}
    assert same == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_written_with_care(language: str) -> None:
    for place, text in texts(read("words", f"{language}.json")):
        if not place.startswith("formats."):
            try:
                written(text)
            except AssertionError as error:
                raise AssertionError(f"{language} {place}: {text!r}: {error}") from error


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_cover_the_records(language: str) -> None:
    words = load_words(RESOURCES / "words", language)
    assert words.language == language
    assert list(words.group("state")) == list(records.STATES)
    assert list(words.group("stage")) == list(records.STAGES)
    assert len(words.group("formats")["months"]) == len(words.group("formats")["mons"]) == 12
    assert len(words.group("criterion")) == 10
    for kind in records.TOOLS:
        # The person behind a contact is an entity of its own; the sides of a budget are named on the spot.
        known = {*records.fields(kind), *(records.fields("person") if kind == "contact" else ())}
        assert set(words.tool(kind)["fields"]) - known - {"ours", "theirs"} == set()
        assert {"title", "purpose", "add", "fields"} <= set(words.tool(kind))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_criterion_says_what_low_and_high_mean(language: str) -> None:
    for key, criterion in load_words(RESOURCES / "words", language).group("criterion").items():
        said = [text for _, text in texts(criterion)]
        assert len(set(said)) == len(said) >= 3, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_tell_every_month_apart(language: str) -> None:
    words = load_words(RESOURCES / "words", language)
    for long in (True, False):
        shown = {words.date(f"2026-{month:02}-05", long=long) for month in range(1, 13)}
        assert len(shown) == 12
        assert all("2026" in text and "5" in text for text in shown)


# ---------------------------------------------------------------------------------------- the sample

SAMPLES = sorted((RESOURCES / "sample").glob("??.json"))
PROPER = re.compile(
    r"(author|number|website|organisations\.\w[\w-]*\.(number|website|address)|.*\.(name|who|email|phone))"
)
"""Places of names and numbers, which are the same in every language."""
CODES = {
    "kind",
    "form",
    "state",
    "stage",
    "organisation",
    "side",
    "channel",
    "quadrant",
    "criterion",
    "home",
    "position",
}
"""Fields that hold an id."""


def shape(value: Any) -> Any:
    """Parsed JSON without its texts."""
    if isinstance(value, dict):
        return {key: inner if key in CODES else shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    return type(value).__name__ if isinstance(value, str) else value


def test_there_is_a_sample_in_every_language() -> None:
    assert [path.stem for path in SAMPLES] == LANGUAGES


@pytest.mark.parametrize("language", OTHERS)
def test_samples_tell_the_same_story(language: str) -> None:
    assert shape(read("sample", f"{language}.json")) == shape(read("sample", "en.json"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_are_written_with_care(language: str) -> None:
    for place, text in texts(read("sample", f"{language}.json")):
        if text:
            try:
                written(text)
            except AssertionError as error:
                raise AssertionError(f"{language} {place}: {text!r}: {error}") from error


@pytest.mark.parametrize("language", OTHERS)
def test_no_long_text_of_a_sample_is_left_in_english(language: str) -> None:
    english, found = (dict(texts(read("sample", f"{name}.json"))) for name in ("en", language))
    same = [place for place, text in found.items() if text == english[place] and " " in text]
    assert [place for place in same if not PROPER.fullmatch(place)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_name_only_what_there_is(language: str) -> None:
    sample = read("sample", f"{language}.json")
    assert sample["language"] == language
    organisations = sample["organisations"]
    assert sample["home"] in organisations
    words = load_words(RESOURCES / "words", language)
    for organisation in organisations.values():
        assert set(organisation) <= set(records.fields("organisation"))
        assert organisation["kind"] in words.group("kind")
    steps = set()
    for partnership in sample["partnerships"]:
        assert partnership["stage"] in records.STAGES
        for name in ("ours", "theirs"):
            side = partnership[name]
            assert side["organisation"] in organisations
            ids = {checkpoint.id for checkpoint in LIBRARY.form(side["form"], language).checkpoints}
            answers = side.get("answers", {})
            assert set(answers) | set(side.get("notes", {})) <= ids
            for checkpoint, answer in answers.items():
                assert set(answer) <= {"text", "state", "who", "due"}, checkpoint
                assert answer.get("state", "open") in records.STATES, checkpoint
            if name == "ours":
                form = LIBRARY.form(side["form"], language)
                left = [
                    c
                    for c in form.checkpoints
                    if answers.get(c.id, {}).get("state") not in ("done", "not-needed")
                ]
                steps.add(left[0].step if left else "3")
    assert len(sample["partnerships"]) == 3
    assert steps == {"1", "2", "3"}  # one at each step


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_shows_every_tool_and_a_partner_who_writes(language: str) -> None:
    sample = read("sample", f"{language}.json")
    rows = [
        row
        for partnership in sample["partnerships"]
        for holder in (partnership, partnership["ours"], partnership["theirs"])
        for row in holder.get("tools", ())
    ]
    assert {row["kind"] for row in rows} == set(records.TOOLS)
    assert any(len(partnership["theirs"].get("answers", ())) >= 5 for partnership in sample["partnerships"])
    for row in rows:
        known = {*records.fields(row["kind"]), "kind"}
        known |= {"name", "email", "phone"} if row["kind"] == "contact" else set()
        known |= {"ours", "theirs"} if row["kind"] == "budget" else set()
        assert set(row) <= known
