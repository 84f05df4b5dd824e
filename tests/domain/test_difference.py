"""What must be set so that a thing is again as it was."""

from __future__ import annotations

from roadmap_desktop.domain.changes import DELETED, Change, Edit, fold, seal
from roadmap_desktop.domain.difference import (
    Contrast,
    Divergence,
    Outcome,
    Thing,
    completed,
    contrast,
    label_of,
    outcome,
    shown,
    way_back,
    written_by,
)
from roadmap_desktop.domain.records import Scalar

ROOT = bytes(16)


def change(wall: int, *prev: Change, **fields: Scalar) -> Change:
    return seal(Edit(ROOT, "answer", ROOT, fields), [one.id for one in prev], wall, bytes(16))


FIRST = change(1, text="a", who="Anna")


def test_only_what_differs_is_set() -> None:
    later = change(2, FIRST, text="b")
    assert way_back("answer", fold([FIRST, later]), fold([FIRST])) == {"text": "a"}
    assert way_back("answer", fold([FIRST]), fold([FIRST])) == {}


def test_a_field_nobody_had_set_gets_its_first_value_back() -> None:
    later = change(2, state="done", mood="calm")
    assert way_back("answer", fold([FIRST, later]), fold([FIRST])) == {"state": "open", "mood": ""}


def test_what_was_not_there_goes_and_what_was_comes_back_whole() -> None:
    gone = change(3, FIRST, **{DELETED: 1})
    now, then = fold([FIRST, gone]), fold([FIRST])
    assert not shown(now)
    assert way_back("answer", now, then) == {"text": "a", "who": "Anna", DELETED: 0}
    assert way_back("answer", then, now) == {DELETED: 1}
    assert way_back("answer", then, fold([])) == {DELETED: 1}
    assert way_back("answer", fold([]), then) == {"text": "a", "who": "Anna"}
    assert way_back("answer", fold([]), now) == {}


def test_a_question_asked_since_is_settled_and_one_still_open_is_left() -> None:
    ours, theirs = change(2, FIRST, text="b"), change(3, FIRST, text="c")
    asked = fold([FIRST, ours, theirs])
    assert way_back("answer", asked, fold([FIRST, theirs])) == {"text": "c"}
    assert way_back("answer", asked, asked) == {}
    other = change(4, FIRST, who="Zane")
    assert way_back("answer", fold([FIRST, ours, theirs, other]), asked) == {"who": "Anna"}


def test_a_disputed_deletion_is_settled_as_it_stood() -> None:
    gone, edited = change(2, FIRST, **{DELETED: 1}), change(3, FIRST, text="b")
    assert way_back("answer", fold([FIRST, gone, edited]), fold([FIRST, edited])) == {DELETED: 0}


def test_differences_are_counted_by_partnership_and_answer() -> None:
    edits = [
        Edit(b"1", "answer", b"x", {"text": ""}),
        Edit(b"1", "action", b"y", {"what": ""}),
        Edit(b"2", "partnership", b"2", {DELETED: 1}),
        Edit(b"3", "organisation", b"3", {"name": ""}),
    ]
    assert contrast(edits) == Contrast(partnerships=2, answers=1, others=3)


# when it was ------------------------------------------------------------------------------------------

NOON = 1_000_000
NOW = 2_000_000


def ids(changes: list[Change]) -> list[bytes]:
    return [one.id for one in changes]


def test_what_was_written_later_is_left_out() -> None:
    early, late = change(NOON - 1, text="a"), change(NOON + 1, who="Zane")
    assert written_by([early, late], NOON, NOW) == [early]
    assert written_by([early, late], NOON + 1, NOW) == [early, late]
    assert written_by([early, late], NOON - 2, NOW) == []


def test_nobody_replaces_what_is_not_written_yet() -> None:
    """A clock fell back to 1970: what it wrote is as late as what it replaced, and so is all that follows."""
    early = change(NOON - 1, text="a")
    late = change(NOON + 1, early, text="b")
    fallen = change(1, late, text="c")
    after = change(2, fallen, text="d")
    assert written_by([early, late, fallen, after], NOON, NOW) == [early]
    assert ids(written_by([early, late, fallen, after], NOON + 1, NOW)) == ids([early, late, fallen, after])


def test_a_time_that_is_still_to_come_is_no_time() -> None:
    """A clock ran years ahead: what it wrote is there as soon as somebody replaced it, and else only now."""
    early = change(NOON - 2, text="a")
    ahead = change(NOW + 10**9, early, text="b", who="Zane")
    after = change(NOON - 1, ahead, text="c")
    assert ids(written_by([early, ahead, after], NOON, NOW)) == ids([early, ahead, after])
    assert ids(written_by([early, ahead], NOON, NOW)) == ids([early])
    late = change(NOON + 1, ahead, text="d")
    assert ids(written_by([early, ahead, late], NOON, NOW)) == ids([early])
    assert len(written_by([early, ahead, late], NOON + 1, NOW)) == 3


def test_forged_circles_end() -> None:
    one, other = change(NOON + 1, text="a"), change(NOON - 1, text="b")
    one = one._replace(prev=other.id)
    other = other._replace(prev=one.id)
    assert written_by([one, other], NOON, NOW) == []


# bringing some of it back -----------------------------------------------------------------------------

HOME = b"organisation----"
CONTACT = b"contact---------"
GONE: dict[str, Scalar] = {DELETED: 0}


def thing(kind: str, entity: bytes, fields: dict[str, Scalar], now: dict[str, Scalar] | None = None) -> Thing:
    root = HOME if kind == "organisation" else ROOT
    return Thing(Edit(root, kind, entity, {**fields, **GONE}), now, fields)


OWN = thing("partnership", ROOT, {"title": "Dārzs"})
SIDE = thing("side", b"side------------", {"key": "b", "organisation": HOME.hex()})
PERSON = thing("person", b"person----------", {"contact": CONTACT.hex(), "name": "Anna"})
ROLE = thing("contact", CONTACT, {"role": "Chair"})
PARTNER = thing("organisation", HOME, {"name": "Dome"})
FOUND = [
    Divergence(ROOT, "Dārzs", {}, there=False, things=(OWN, ROLE, PERSON, SIDE)),
    Divergence(HOME, "Dome", {}, there=False, things=(PARTNER,)),
]


def test_what_is_brought_back_brings_along_what_it_cannot_be_without() -> None:
    assert completed([ROLE.edit], FOUND) == [OWN.edit, ROLE.edit]
    assert completed([PERSON.edit], FOUND) == [OWN.edit, ROLE.edit, PERSON.edit]
    assert completed([SIDE.edit], FOUND) == [OWN.edit, SIDE.edit, PARTNER.edit]
    assert completed([PARTNER.edit], FOUND) == [PARTNER.edit]
    assert completed([], FOUND) == []


def test_a_person_who_only_changed_needs_the_contact_as_well() -> None:
    there: dict[str, Scalar] = {"contact": CONTACT.hex(), "name": "Zane"}
    renamed = PERSON._replace(now=there, edit=PERSON.edit._replace(fields={"name": "Anna"}))
    found = [FOUND[0]._replace(there=True, things=(ROLE, renamed))]
    assert completed([renamed.edit], found) == [ROLE.edit, renamed.edit]


def test_what_is_there_is_not_brought_along() -> None:
    there = OWN._replace(now={"title": "Skola"}, edit=OWN.edit._replace(fields={"title": "Dārzs"}))
    found = [FOUND[0]._replace(things=(there, ROLE)), FOUND[1]]
    assert completed([ROLE.edit], found) == [ROLE.edit]


def test_a_partly_ticked_edit_stays_as_ticked() -> None:
    part = OWN.edit._replace(fields={"title": "Dārzs"})
    assert completed([part], FOUND) == [part]


def test_a_hostile_name_of_an_organisation_needs_nothing() -> None:
    odd = thing("side", b"odd-------------", {"organisation": "no hex"})
    assert completed([odd.edit], [FOUND[0]._replace(things=(odd,))]) == [odd.edit]


def test_what_edits_do_is_counted() -> None:
    answer: dict[str, Scalar] = {"side": "a", "checkpoint": "c1.need", "text": "x"}
    changed = Thing(Edit(ROOT, "answer", b"1", {"text": "x"}), answer, answer)
    note = Thing(Edit(ROOT, "note", b"2", {"text": "x"}), answer, answer)
    came = Thing(Edit(ROOT, "action", b"3", {DELETED: 1}), {"what": "x"}, None)
    found = [*FOUND, Divergence(ROOT, "", {}, there=True, things=(changed, note, came))]
    edits = [one.edit for part in found for one in part.things]
    assert outcome(edits, found) == Outcome(back=(1, 0, 3), changed=(0, 1, 0), gone=(0, 0, 1))
    assert outcome([], found) == Outcome((0, 0, 0), (0, 0, 0), (0, 0, 0))


def test_a_thing_is_known_by_its_first_filled_words() -> None:
    assert label_of("stakeholder", {"name": "", "role": "decides"}) == "decides"
    assert label_of("answer", {"text": "x"}) == ""
