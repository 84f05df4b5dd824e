"""History in words: things, fields and values as people of a language call them."""

from __future__ import annotations

from typing import Any

import pytest

from roadmap_desktop.domain import records
from roadmap_desktop.domain.history import Action, Entry, Event, Field, Subject, Writer, visible
from roadmap_desktop.domain.telling import Teller, local_moment
from tests.builders import library, words

EN, LV = Teller(library(), words("en")), Teller(library(), words("lv"))


def subject(kind: str, label: str = "", **now: Any) -> Subject:
    side = str(now.get("side", ""))
    checkpoint = str(now.get("checkpoint", ""))
    return Subject(
        bytes(16),
        kind,
        b"e" * 16,
        "Youth centre",
        side,
        "b",
        "community",
        checkpoint,
        label,
        now,
        deleted=False,
    )


def entry(*about: tuple[Subject, Action, dict[str, Any]]) -> Entry:
    events = [
        Event(
            b"", one, action, tuple(Field(name, (), value) for name, value in after.items()), 0, b"", Writer()
        )
        for one, action, after in about
    ]
    return Entry(tuple(reversed(events)))


@pytest.mark.parametrize(
    ("about", "english", "latvian"),
    [
        (subject("answer", side="a", checkpoint="c1.need"), "The local need", "Vietējā vajadzība"),
        (subject("note", side="a", checkpoint="x9.newer"), "x9.newer", "x9.newer"),
        (subject("partnership", "Youth centre"), "Youth centre", "Youth centre"),
        (subject("partnership"), "Partnership", "Partnerība"),
        (subject("side")._replace(side="a"), "Partner’s side", "Partnera puse"),
        (subject("side")._replace(side="b"), "Our side", "Mūsu puse"),
        (subject("attachment", "plan.pdf"), "Attachment: plan.pdf", "Pielikums: plan.pdf"),
        (
            subject("action", "paint\nthe wall"),
            "Action plan: paint the wall",
            "Rīcības plāns: paint the wall",
        ),
        (subject("budget"), "Budget table", "Budžeta tabula"),
        (subject("person", "Anna"), "Contacts: Anna", "Kontakti: Anna"),
        (
            subject("evaluation", "trust", round=2),
            "Evaluation: Trust, Round 2",
            "Izvērtējums: Uzticēšanās, 2. kārta",
        ),
        (subject("evaluation", "mood", round=1), "Evaluation: mood, Round 1", "Izvērtējums: mood, 1. kārta"),
        (
            subject("weather"),
            "Something of a newer version (weather)",
            "Kaut kas no jaunākas versijas (weather)",
        ),
    ],
)
def test_things(about: Subject, english: str, latvian: str) -> None:
    assert EN.thing(about) == english
    assert LV.thing(about) == latvian


def test_a_checkpoint_with_its_code() -> None:
    coded = Teller(library(), words("en"), codes=True)
    assert coded.thing(subject("answer", checkpoint="c1.need", side="a")) == "The local need (c1.need)"


@pytest.mark.parametrize(
    ("kind", "field", "value", "said"),
    [
        ("answer", "state", "in-progress", "State: In progress"),
        ("answer", "due", "2026-11-30", "Due: 30 Nov 2026"),
        ("answer", "text", "words", "Answer: words"),
        ("note", "text", "words", "Private note: words"),
        ("budget", "pays_b", "1200.50", "We pay, €: 1,200.50"),
        ("budget", "pays_a", "1200", "Partner pays, €: 1,200"),
        ("budget", "pays_a", "lots", "Partner pays, €: lots"),
        ("stakeholder", "influence", 0, "Influence (1–5): "),
        ("stakeholder", "influence", 3, "Influence (1–5): 3"),
        ("contact", "side", "b", "Side: Our side"),
        ("person", "email", "a@b", "E-mail: a@b"),
        ("log", "channel", "call", "How: Call"),
        ("side", "form", "municipality", f"Checklist: {library().form('municipality', 'en').title}"),
        ("side", "form", "newer", "Checklist: newer"),
        ("side", "organisation", "0a", "Organisation: 0a"),
        ("partnership", "stage", "paused", "Stage: Paused"),
        ("answer", "mood", "good", "mood: good"),
        ("weather", "sky", "blue", "sky: blue"),
        ("answer", "due", "soon", "Due: soon"),
    ],
)
def test_fields_and_values(kind: str, field: str, value: str | int, said: str) -> None:
    about = subject(kind)
    assert f"{EN.field(about, field)}: {EN.value(about, field, value)}" == said


def test_every_field_that_people_see_has_a_word_in_every_language() -> None:
    for kind in records.KINDS:
        for field in filter(lambda name: visible(kind, name), records.fields(kind)):
            for teller in (EN, LV):
                assert teller.field(subject(kind), field) != field, (kind, field)


def test_an_organisation_by_its_name_once_it_is_known() -> None:
    teller = Teller(library(), words("en"))
    teller.learn({"0a": "Valley Council"})
    assert teller.value(subject("side"), "organisation", "0a") == "Valley Council"


def test_an_entry_in_one_line() -> None:
    need = subject("answer", side="b", checkpoint="c1.need")
    note = subject("note", side="b", checkpoint="c1.need")
    row, other = subject("action", "paint"), subject("action", "clean")._replace(entity=b"f" * 16)
    begun = entry(
        (subject("partnership", "Youth centre"), "created", {"title": "x"}),
        (subject("side"), "changed", {"form": "x"}),
    )
    cases = [
        (entry((need, "changed", {"text": "x", "state": "done"})), "The local need", "Answer, State"),
        (
            entry((need, "changed", {"text": "x"}), (note, "changed", {"text": "y"})),
            "The local need",
            "Answer, Private note",
        ),
        (entry((row, "deleted", {})), "Action plan: paint", "Deleted"),
        (entry((row, "created", {}), (other, "created", {})), "Saved together: 2", "Added"),
        (
            entry((row, "deleted", {}), (other, "restored", {})),
            "Saved together: 2",
            "Action plan: paint, Action plan: clean",
        ),
        (begun, "Youth centre", "Partnership begun"),
    ]
    for one, headline, deed in cases:
        assert (EN.headline(one), EN.deed(one)) == (headline, deed)
    assert EN.where(need) == "Our side · Youth centre"
    assert EN.where(subject("partnership", "Youth centre")) == ""
    assert EN.gist(entry((row, "changed", {"who": "", "what": "new words"}))) == "new words"


def test_a_thousand_things_at_once_are_not_all_named() -> None:
    rows = [
        subject("action", f"row {number}")._replace(entity=number.to_bytes(16, "big"))
        for number in range(1_000)
    ]
    many = entry((rows[0], "deleted", {}), *((row, "created", {}) for row in rows[1:]))
    assert (
        EN.deed(many)
        == "Action plan: row 0, Action plan: row 1, Action plan: row 2, Action plan: row 3, Action plan: row 4, …"
    )


def test_who() -> None:
    assert EN.who(Writer("Ilze", "Ļaudis")) == "Ilze (Ļaudis)"
    assert LV.who(Writer()) == "Kāds"


@pytest.mark.parametrize("wall", [-(2**62), 0, 1_790_000_000_000, 2**62])
def test_a_forged_time_is_some_day(wall: int) -> None:
    assert 1969 <= local_moment(wall).year <= 9999
