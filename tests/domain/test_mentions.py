"""Mentions of people: every case of Latvian names is found, other words are left, nothing of a name remains."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.mentions import Listed, Roster, is_name, masked

ANNA = Listed("Anna Bērziņa", "anna.berzina@dome.example", "+371 29 123 456", "projektu vadītāja")
KARLIS = Listed("Kārlis Ozols", "karlis@dome.example", "67 123 456", "izpilddirektors")
BRIEDIS = Listed("Juris Briedis", "", "", "")
PEOPLE = (ANNA, KARLIS, BRIEDIS)

CASES = {
    "Anna": "Anna Annas Annai Annu Annā",
    "Bērziņa": "Bērziņa Bērziņas Bērziņai Bērziņu Bērziņā Berzina BĒRZIŅAS",
    "Ilze": "Ilze Ilzes Ilzei Ilzi Ilzē",
    "Kārlis": "Kārlis Kārļa Kārlim Kārli Kārlī",
    "Ozols": "Ozols Ozola Ozolam Ozolu Ozolā Ozolu Ozoliem",
    "Briedis": "Briedis Brieža Briedim Briedi Brieži Briežu Briežiem",
    "Lācis": "Lācis Lāča Lācim Lāci Lāču",
    "Bērziņš": "Bērziņš Bērziņa Bērziņam Bērziņu Bērziņ",
    "Jānis": "Jānis Jāņa Jānim Jāni",
    "Mārtiņš": "Mārtiņš Mārtiņa Mārtiņam",
    "Ingus": "Ingus Ingum Ingu Ingū",
    "Mazais": "Mazais Mazā Mazajam Mazo",
    "Zvirbulis": "Zvirbulis Zvirbuļa Zvirbulim",
    "Krūmiņa": "Krūmiņa Krūmiņas",
    "Kaupis": "Kaupis Kaupja Kaupim",
    "Otto": "Otto",
    "Ēvalds": "Ēvalds Ēvalda Evaldam",
}


@pytest.mark.parametrize(
    ("name", "word"), [(name, word) for name, cases in CASES.items() for word in cases.split()]
)
def test_a_name_is_known_in_every_case(name: str, word: str) -> None:
    assert is_name(name, word)


@pytest.mark.parametrize(
    ("name", "word"),
    [("Anna", "Annija"), ("Anna", "annas"), ("Ozols", "ozolu"), ("Ozols", "Ozolnieki"), ("Kārlis", "Karlsone"),
     ("Ilze", "Ilzene"), ("Jānis", "Janvāris"), ("Juris", "Jurists"), ("Bērziņa", "Bērzs")],
)  # fmt: skip
def test_other_words_are_not_taken_for_it(name: str, word: str) -> None:
    assert not is_name(name, word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tikāmies ar Annu Bērziņu un Kārli Ozolu.", "Tikāmies ar [projektu vadītāja] un [izpilddirektors]."),
        ("Jautāt Bērziņai Annai!", "Jautāt [projektu vadītāja]!"),
        ("A. Bērziņa solīja", "[projektu vadītāja] solīja"),
        ("A.Bērziņa solīja", "[projektu vadītāja] solīja"),
        ("Piezvanīt Kārlim.", "Piezvanīt [izpilddirektors]."),
        ("Jura Brieža lēmums", "[kontaktpersona] lēmums"),
        ("Rakstīt ANNA.BERZINA@dome.example, zvanīt 29123456", "Rakstīt [projektu vadītāja], zvanīt [projektu vadītāja]"),
        ("tālr. (+371) 29-123-456", "tālr. ([projektu vadītāja]"),
        ("zvanīt +371 67123456.", "zvanīt [izpilddirektors]."),
        ("Anna, Kārlis un Ozols", "[projektu vadītāja], [izpilddirektors] un [izpilddirektors]"),
        ("Zem ozola, 30.11.2026, plkst. 17.00, 1 200,50 €", "Zem ozola, 30.11.2026, plkst. 17.00, 1 200,50 €"),
        ("Līgums-Anna-Bērziņa.pdf", "Līgums-[projektu vadītāja].pdf"),
        ("Kārlis's plan, Ozols’ budget", "[izpilddirektors]'s plan, [izpilddirektors]’ budget"),
        ("karlis.ozols@cits.example", "[izpilddirektors]@cits.example"),
        ("29123456 2026", "[projektu vadītāja] 2026"),
        (unicodedata.normalize("NFD", "Annai Bērziņai"), "[projektu vadītāja]"),
        ("", ""),
    ],
)  # fmt: skip
def test_mentions_become_roles(text: str, expected: str) -> None:
    said = masked(text, PEOPLE, "kontaktpersona")
    assert said.text.replace("(+371) ", "(") == expected.replace("(+371) ", "(")
    assert masked(said.text, PEOPLE, "kontaktpersona").mentions == 0


def test_a_role_tells_nobodys_name_either() -> None:
    people = [Listed("Anna Ozola", "", "", "Annas [1.] vietniece"), Listed("Juris", "", "", "Juris")]
    once = masked("Anna Ozola raksta", people, "x")
    assert once.text == "[x (1.) vietniece] raksta"
    assert Roster(people, "x").role("Juris") == Roster(people, "x").role(" ") == "x"
    assert masked(once.text, people, "x").text == once.text


def test_two_people_in_one_another_leave_nothing() -> None:
    people = [Listed("Anna Marija", "", "", "viena"), Listed("Marija Kalna", "", "", "otra")]
    assert masked("Anna Marija Kalna nāks", people, "x").text == "[viena] nāks"


def test_an_organisation_is_called_what_it_is_called() -> None:
    people = [Listed("Juris Ozols", "", "", "loma")]
    spared = Roster(people, "x", ["Ozolu biedrība", "Juris Ozols"])
    assert spared.masked("Ozolu biedrība un Ozola vārds").text == "Ozolu biedrība un [loma] vārds"
    assert spared.masked("Juris Ozols").text == "[loma]"  # whose all of it is, it names


def test_numbers_are_known_by_their_end_and_short_ones_as_a_whole() -> None:
    people = [Listed("", "", "67 123 456; iekš. 12345", "loma")]
    assert masked("zvanīt 00371 67123456 vai 12345, ne 123456", people, "x").text == (
        "zvanīt [loma] vai [loma], ne 123456"
    )


def test_a_short_name_is_found_with_the_whole_name_only() -> None:
    people = [Listed("Li Bo", "", "", "loma")]
    assert masked("Li Bo nāks, bo nenāks. Bet Lo paliek.", people, "x").text.startswith("[loma] nāks")


WORDS = st.sampled_from(
    [word for cases in CASES.values() for word in cases.split()] + ["un", "ar", "pie", "Rīgā", "12"]
)


@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", ", ", ". ", "\n", " – ", "-"])), max_size=12))
def test_nothing_of_a_listed_name_remains_and_twice_is_once(words: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in words)
    people = [Listed(name, "", "", f"loma {number}") for number, name in enumerate(CASES)]
    once = masked(text, people, "x")
    left = once.text
    for number in range(len(CASES)):
        left = left.replace(f"[loma {number}]", "")
    for cases in CASES.values():
        assert not set(cases.split()) & set(
            left.replace("-", " ").replace(",", " ").replace(".", " ").split()
        )
    assert masked(once.text, people, "x") == (once.text, 0)


@given(st.text(max_size=200))
def test_a_text_without_anybody_is_left_as_it_is(text: str) -> None:
    assert masked(text, (), "x") == (text, 0)
    assert masked(text, [Listed("", "", "", "loma")], "x") == (text, 0)
