"""Words: dates and sums as people type them, and as a language writes them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.errors import BadDate, BadNumber
from roadmap_desktop.domain.words import Words, beside, load_words, local_day, parse_amount, parse_date

FOLDER = Path(__file__).parents[2] / "resources" / "words"
ENGLISH, LATVIAN = load_words(FOLDER, "en"), load_words(FOLDER, "lv")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", ""),
        ("   ", ""),
        ("2026-11-30", "2026-11-30"),
        ("2026-1-3", "2026-01-03"),
        ("30.11.2026", "2026-11-30"),
        ("30.11.2026.", "2026-11-30"),
        (" 3.1.2026. ", "2026-01-03"),
        ("30/11/2026", "2026-11-30"),
        ("29.02.2028", "2028-02-29"),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, day: str) -> None:
    assert parse_date(typed) == day


NO_DAYS = (
    "31.02.2026", "31.02.", "29.02.2026", "0.1.2026", "2026-13-01", "30.11.26", "rīt", "2026-11-30x", "11/30/2026",
    "2026-11-30 2027-01-01", "0000-01-01", "30.11.2026..",
)  # fmt: skip


@pytest.mark.parametrize("typed", NO_DAYS)
def test_what_is_no_day_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(BadDate) as caught:
        parse_date(typed)
    assert caught.value.data == {"text": typed}


@given(st.dates())
def test_every_day_that_is_printed_short_can_be_typed_again(day: dt.date) -> None:
    assert parse_date(f"{day.day:02}.{day.month:02}.{day.year:04}.") == day.isoformat()
    assert parse_date(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("", ""),
        ("1200", "1200"),
        ("1 200,50", "1200.50"),
        ("1\u00a0200,5 €", "1200.50"),
        ("1,200.50", "1200.50"),
        ("1.200,50", "1200.50"),
        ("1.200", "1200"),
        ("1,200,000", "1200000"),
        ("0,07", "0.07"),
        ("-15", "-15"),
        ("€ 12'000.00", "12000.00"),
        ("007", "7"),
        ("12 EUR", "12"),
        ("-0,50", "-0.50"),
    ],
)
def test_a_sum_is_read_as_people_type_it(typed: str, amount: str) -> None:
    assert parse_amount(typed) == amount


@pytest.mark.parametrize(
    "typed",
    ["daudz", "12x", "1,2,", "--5", ",50", "1e5", "½", "٣x", "1,2345", "1.200.50", "1,200,50", "9" * 40],
)
def test_what_is_no_sum_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(BadNumber) as caught:
        parse_amount(typed)
    assert caught.value.data == {"text": typed}


@given(st.integers(-(10**9), 10**9), st.integers(0, 99), st.booleans())
def test_an_amount_read_once_reads_the_same_again(whole: int, cents: int, latvian: bool) -> None:
    typed = (LATVIAN if latvian else ENGLISH).number(whole) + (f",{cents:02}" if latvian else f".{cents:02}")
    once = parse_amount(typed)
    assert once == f"{whole}.{cents:02}"
    assert parse_amount(once) == once


def test_a_date_is_written_as_the_language_does() -> None:
    assert ENGLISH.date("2026-11-30") == "30 Nov 2026"
    assert ENGLISH.date("2026-11-30", long=True) == "30 November 2026"
    assert LATVIAN.date("2026-11-03") == "03.11.2026."
    assert LATVIAN.date("2026-11-30", long=True) == "2026. gada 30. novembris"


@pytest.mark.parametrize("odd", ["", "rīt", "2026-02-31", "9999-99-99"])
def test_what_is_no_date_is_shown_as_it_is(odd: str) -> None:
    assert LATVIAN.date(odd) == odd


def test_numbers_have_the_languages_signs() -> None:
    assert ENGLISH.number(1234567.5, 2) == "1,234,567.50"
    assert LATVIAN.number(1234567.5, 2) == "1\u00a0234\u00a0567,50"
    assert LATVIAN.number(5) == "5"


def test_an_unknown_word_of_a_newer_file_stands_for_itself() -> None:
    assert ENGLISH("state", "done") == "Done"
    assert ENGLISH("state", "dreamt") == "dreamt"
    assert ENGLISH("no-such-group", "key") == "key"
    assert ENGLISH("no-such-group", "{n} left", n=3) == "3 left"


def test_groups_and_tools_come_whole() -> None:
    assert list(ENGLISH.group("state")) == ["open", "in-progress", "done", "not-needed"]
    assert {"title", "purpose", "add", "fields"} <= set(ENGLISH.tool("action"))


def test_an_unknown_language_falls_back_to_english(tmp_path: Path) -> None:
    (tmp_path / "en.json").write_text(json.dumps({"language": "en"}), "utf-8")
    assert load_words(tmp_path, "xx").language == "en"


def test_places_in_a_word_are_filled() -> None:
    words = Words({"language": "en", "sheet": {"page": "Page {page} of {pages}"}})
    assert words("sheet", "page", page=1, pages=3) == "Page 1 of 3"
    assert words("sheet", "page") == "Page {page} of {pages}"


@given(st.integers(-(2**53), 2**53))
def test_every_claimed_time_has_a_day(wall: int) -> None:
    assert "1969-12-31" <= local_day(wall) <= "9999-01-02"


def test_a_day_is_the_day_of_this_computer() -> None:
    noon = dt.datetime(2026, 11, 23, 12).astimezone()
    assert local_day(int(noon.timestamp() * 1000)) == "2026-11-23"


def test_two_languages_say_everything_in_both_and_once_where_they_agree() -> None:
    both = beside(LATVIAN, ENGLISH)
    assert both("state", "done") == "Pabeigts / Done"
    assert both("sheet", "printed", date="x") == "Izdrukāts: x / Printed x"
    assert both("sheet", "score_range") == "1–5"
    assert both.tool("action")["fields"]["who"] == "Kas darīs / Who"
    assert both.group("criterion")["trust"]["title"] == "Uzticēšanās / Trust"
    assert both.each("line", "finished") == (LATVIAN("line", "finished"), ENGLISH("line", "finished"))
    assert both.date("2026-11-30") == LATVIAN.date("2026-11-30")
    assert both("sheet", "what a newer file brought") == "what a newer file brought"


def test_one_language_beside_itself_or_none_is_that_language() -> None:
    assert beside(LATVIAN, None) is LATVIAN
    assert beside(LATVIAN, LATVIAN) is LATVIAN
    assert LATVIAN.each("state", "done") == ("Pabeigts", "")
