"""Short codes: both ways, unlike each other, and the same for ever."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.codes import Spot, by_spot, codes, order, read
from roadmap_desktop.domain.form import Form
from tests.builders import form

FROZEN = Path(__file__).parents[1] / "files" / "checkpoint-codes.txt"

walked = st.sampled_from([form("community"), form("municipality"), form("community", "lv")])
pairs = st.builds(lambda one, other: {"a": one, "b": other}, walked, walked)


def test_what_was_printed_once_means_the_same_checkpoint_for_ever() -> None:
    frozen = dict(line.split() for line in FROZEN.read_text("utf-8").splitlines())
    now = {code: name for kind in ("community", "municipality") for name, code in codes(form(kind)).items()}
    assert {code: now.get(code) for code in frozen} == frozen
    assert now == frozen, (
        "a new checkpoint stands at the end of its step, and its code is added to the frozen file"
    )


def test_the_code_names_form_step_and_place() -> None:
    assert codes(form())["c2.prepare-meeting"] == "C2·3"
    assert codes(form("municipality"))["m1.needs"] == "M1·1"


def test_side_b_doubles_the_letter_where_both_walk_the_same_form() -> None:
    found = by_spot({"a": form(), "b": form()})
    assert (found[Spot("a", "c1.need")], found[Spot("b", "c1.need")]) == ("C1·1", "CC1·1")


@given(pairs, st.data())
def test_every_code_leads_back_however_it_is_typed(forms: dict[str, Form], data: st.DataObject) -> None:
    every = by_spot(forms)
    assert len(set(every.values())) == len(every) == sum(len(each.checkpoints) for each in forms.values())
    spot = data.draw(st.sampled_from(sorted(every)))
    letter, number = every[spot].split("·")
    between = data.draw(st.sampled_from(["·", "", " ", ".", ",", "-", " . ", "/"]))
    before = data.draw(st.sampled_from(["", " ", "\n "]))
    typed = f"{before}{letter}{between}{number}"
    assert read(data.draw(st.sampled_from([typed, typed.lower(), f"{typed}. "])), forms) == spot


@given(st.text(max_size=8))
def test_no_text_at_all_is_more_than_no_code(text: str) -> None:
    spot = read(text, {"a": form(), "b": form("municipality")})
    assert spot is None or spot.checkpoint


@pytest.mark.parametrize(
    "text", ["", "C", "C1", "C0·1", "C1·0", "C1·12", "C4·1", "X1·1", "CC1·1", "1·1", "C1·1·1"]
)
def test_what_means_no_checkpoint_leads_nowhere(text: str) -> None:
    assert read(text, {"a": form(), "b": form("municipality")}) is None


def test_letters_of_another_keyboard_are_read() -> None:
    assert read("С2·3", {"a": form()}) == Spot("a", "c2.prepare-meeting")
    assert read("м1.1", {"b": form("municipality")}) == Spot("b", "m1.needs")


def test_the_order_is_the_forms_and_then_what_a_newer_form_brought() -> None:
    found = order(form(), ["c9.z", "c1.need", "c9.a"])
    assert found == (*(each.id for each in form().checkpoints), "c9.a", "c9.z")


def test_the_letter_may_be_left_out_where_one_side_alone_is_meant() -> None:
    assert read("2.3", {"b": form()}) == Spot("b", "c2.prepare-meeting")
    assert read("2.3", {"a": form(), "b": form("municipality")}) is None
