"""The detail coach, on texts as people write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from roadmap_desktop import paths
from roadmap_desktop.domain.coach import AT_MOST, HINTS, Coach, load_coach, missing, thin
from roadmap_desktop.domain.form import Library

FOLDER = paths.RESOURCES / "coach"
LANGUAGES = ("en", "lv")
ALL = ("who", "when", "where", "how-much", "known")


@pytest.fixture(params=LANGUAGES)
def coach(request: pytest.FixtureRequest) -> Coach:
    return load_coach(FOLDER, request.param)


@pytest.mark.parametrize(
    ("language", "text", "lacking"),
    [
        ("en", "We have people and some furniture.", {"what", "who", "when", "where", "how-much", "known"}),
        ("en", "There is a great need for something that everybody could use and be glad about, we think.",
         {"who", "when", "where", "how-much", "known"}),
        ("en", "Ilze Bērziņa will go there and talk about it with all of them, and then she will write it down.",
         {"when", "where", "how-much", "known"}),
        ("en", "In March 2026 it will be decided what to do about it, and then we begin with the first part of it.",
         {"who", "where", "how-much", "known"}),
        ("en", "The library of the village is where it could be, since it has the space and is not far from anything.",
         {"who", "when", "how-much", "known"}),
        ("en", "It costs 1,200 € altogether, and that is far more than was thought in the beginning by anybody.",
         {"who", "when", "where", "known"}),
        ("en", "A survey shows that this is so, and that hardly anybody thinks otherwise about the matter.",
         {"who", "when", "where", "how-much"}),
        ("lv", "Mums ir šis un tas.", {"what", "who", "when", "where", "how-much", "known"}),
        ("lv", "Ļoti vajag kaut ko, ko visi varētu lietot un par ko visi priecātos, tā mums šķiet un liekas.",
         {"who", "when", "where", "how-much", "known"}),
        ("lv", "Ilze Bērziņa aizies turp un par to visu ar viņiem aprunāsies, un pēc tam visu arī pierakstīs.",
         {"when", "where", "how-much"}),
        ("lv", "Līdz martam tiks izlemts, ko ar to visu darīt, un tad mēs varēsim sākt ar pirmo daļu no tā.",
         {"who", "where", "how-much", "known"}),
        ("lv", "Ciema bibliotēkā tam būtu vieta, jo tur ir pietiekami plašs un no visa kā nav pārāk tālu prom.",
         {"who", "when", "how-much", "known"}),
        ("lv", "Tas viss kopā maksā 1200 eiro, un tas ir krietni vairāk, nekā sākumā kāds vispār bija domājis.",
         {"who", "when", "where", "known"}),
        ("lv", "Aptauja rāda, ka tā tas ir un ka gandrīz neviens par šo lietu vispār nedomā citādi nekā mēs.",
         {"who", "when", "where", "how-much"}),
    ],
)  # fmt: skip
def test_it_misses_what_is_not_there_and_only_that(language: str, text: str, lacking: set[str]) -> None:
    assert set(missing(text, ALL, load_coach(FOLDER, language).rules)) == lacking


def test_a_year_or_a_date_is_no_amount() -> None:
    rules = load_coach(FOLDER, "en").rules
    text = "It was begun in 2014 by the people who lived there then, and it has gone on ever since that time."
    assert missing(text, ("how-much",), rules) == ("how-much",)


def test_nothing_is_said_about_an_empty_answer(coach: Coach) -> None:
    assert missing(" \n ", ALL, coach.rules) == ()
    assert coach.advice("c1.need", "") == ()


def test_at_most_two_hints_the_most_important_first(coach: Coach) -> None:
    advice = coach.advice("c1.need", "Slikti." if coach.language == "lv" else "Bad.")
    assert len(advice) == AT_MOST
    assert advice[0] == coach.hints["what"]
    assert advice[1] == coach.hints["who"]


def test_only_what_the_checkpoint_asks_for_is_missed(coach: Coach) -> None:
    assert coach.advice("c3.roles", "x" * 80) == (coach.hints["who"],)
    assert coach.advice("c1.forms", "x" * 80) == ()
    assert coach.advice("of a newer form", "x" * 80) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_any_example_of_ours_lacks_anything(language: str, coach: Coach) -> None:
    library = Library(paths.FORMS)
    speaking = load_coach(FOLDER, language)
    lacking = [
        checkpoint.id
        for form in library.ids()
        for checkpoint in library.form(form, language).checkpoints
        if speaking.advice(checkpoint.id, checkpoint.example)
    ]
    assert len(lacking) <= 2, lacking


def test_every_checkpoint_is_told_what_to_expect_and_no_other() -> None:
    library = Library(paths.FORMS)
    ids = {checkpoint.id for form in library.ids() for checkpoint in library.form(form, "en").checkpoints}
    expects = json.loads((FOLDER / "checkpoints.json").read_text("utf-8"))
    assert set(expects) == ids
    assert {hint for hints in expects.values() for hint in hints} <= set(HINTS) - {"what"}


def test_every_language_has_every_hint_and_rule_in_its_own_words() -> None:
    english, latvian = (load_coach(FOLDER, language) for language in LANGUAGES)
    assert set(english.hints) == set(latvian.hints) == set(HINTS)
    assert set(english.rules) == set(latvian.rules) == set(ALL)
    assert not set(english.hints.values()) & set(latvian.hints.values())


def test_a_language_without_a_coach_has_the_english_one(tmp_path: Path) -> None:
    assert load_coach(FOLDER, "lt").language == "en"


@pytest.mark.parametrize(
    ("text", "is_thin"), [("", False), ("  ", False), ("See the map.", True), ("x" * 60, False)]
)
def test_thin_is_a_remark_but_not_silence(text: str, is_thin: bool) -> None:
    assert thin(text) is is_thin


def test_a_text_as_long_as_allowed_is_read_at_once(coach: Coach) -> None:
    missing("a" * 100_000, ALL, coach.rules)
    missing("Aa " * 33_000, ALL, coach.rules)
