"""Members: known again by what their file is, by number, by name however it is spelled; and asked about where unsure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.members import (
    Known,
    bare_number,
    folded,
    listed,
    member_edit,
    new_member,
    recognise,
)
from roadmap_desktop.domain.records import Member
from roadmap_desktop.domain.submission import Figures

ROOT = b"r" * 16
VALLEY = Member(b"1" * 16, ROOT, "Biedrība „Ieleja”", "40008111111", organisation="a" * 32)
GARDEN = Member(b"2" * 16, ROOT, "Ābeļkalna kopienas dārzs", "", organisation="")
MEMBERS = (VALLEY, GARDEN)


def said(name: str = "", number: str = "", key: str = "") -> Figures:
    return Figures(name, number, key, True, "whole", 0, ())


@pytest.mark.parametrize(
    ("figures", "known"),
    [
        (said("Quite another name", "", "a" * 32), Known(VALLEY)),
        (said("Quite another name", "LV 40008-111-111".removeprefix("LV "), "b" * 32), Known(VALLEY)),
        (said("IELEJA"), Known(VALLEY)),
        (said("nodibinājums \"Ieleja\"", "", "c" * 32), Known(VALLEY)),
        (said("Abelkalna Kopienas Darzs"), Known(GARDEN)),
        (said("Ābeļkalna kopienas dārzs", "40008999999"), Known(GARDEN)),
        (said("Ieleja", "40008222222"), Known(None, (VALLEY,))),
        (said("Ābeļkalna kopienas dārzi"), Known(None, (GARDEN,))),
        (said("Ābeļkalna kopienas dārzs un siltumnīca"), Known(None, (GARDEN,))),
        (said("Remonta kafejnīca"), Known(None)),
        (said(""), Known(None)),
    ],
)  # fmt: skip
def test_whose_it_is(figures: Figures, known: Known) -> None:
    assert recognise(figures, MEMBERS) == known


def test_two_of_one_name_are_asked_about() -> None:
    twins = (VALLEY._replace(organisation=""), VALLEY._replace(id=b"3" * 16, number="", organisation=""))
    assert recognise(said("Ieleja"), twins) == Known(None, twins)


@given(st.text(max_size=60))
def test_folding_a_name_twice_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    assert bare_number(bare_number(name)) == bare_number(name)


def test_a_list_as_people_type_it() -> None:
    lines = [
        "Ieleja; 1",
        "  ",
        "Jauna kopa;;info@kopa.example",
        "Otra\t40008333333\totra@x.example",
        "otra",
        ";;",
    ]
    found = listed(ROOT, lines, MEMBERS)
    assert [(one.name, one.number, one.email, one.expected) for one in found] == [
        ("Jauna kopa", "", "info@kopa.example", 1),
        ("Otra", "40008333333", "otra@x.example", 1),
    ]
    assert len({one.id for one in found}) == 2
    assert listed(ROOT, ["Jauna kopa"], ())[0].id == found[0].id  # two people who type the same list meet


def test_a_new_member_never_takes_anothers_place() -> None:
    first = new_member(ROOT, said("Ieleja", "1", "d" * 32), ())
    second = new_member(ROOT, said("Ieleja", "2", "e" * 32), {first.id})
    assert first.id != second.id
    edit = member_edit(second)
    assert (edit.root, edit.kind, edit.entity, edit.fields["organisation"]) == (
        ROOT,
        "member",
        second.id,
        "e" * 32,
    )
