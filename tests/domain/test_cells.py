"""Texts as cells: what a spreadsheet would calculate is quoted, what it could not hold is left out."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.cells import is_dangerous, quoted, unquoted, writable


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=cmd|'/c calc'!A0", "+cmd", "-2+3+cmd|'x'!A1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "＝1", "- milk",
     "\n@x", "+371 20000001=x", "-", "="],
)  # fmt: skip
def test_what_could_calculate_is_made_a_text(text: str) -> None:
    assert is_dangerous(text)
    assert quoted(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-5",
        "+3,5",
        "-1 200.50",
        "+371 20 000 001",
        "+371\u00a020000001",
        "Need",
        "a=b",
        "1-2",
        "'quoted'",
    ],
)
def test_what_is_a_number_or_a_plain_text_stays_as_it_is(text: str) -> None:
    assert quoted(text) == text


@given(st.text())
def test_what_was_quoted_can_be_read_back(text: str) -> None:
    assert unquoted(quoted(text)) == text


@given(st.text(alphabet=st.sampled_from("=+-@'\t 1a＝")))
def test_nothing_quoted_begins_like_a_formula(text: str) -> None:
    safe = quoted(text)
    assert safe[:1] == "'" or not is_dangerous(safe)


@given(st.text(alphabet=st.characters()))
def test_what_is_writable_can_stand_in_xml_and_is_no_longer(text: str) -> None:
    kept = writable(text)
    assert len(kept) <= len(text)
    assert ET.fromstring(f"<a>{kept.replace('&', '').replace('<', '')}</a>") is not None
    assert writable(kept) == kept
    if text.isprintable():
        assert kept == text
