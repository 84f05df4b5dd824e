"""What must be set so that a thing is again as it was."""

from __future__ import annotations

from roadmap_desktop.domain.changes import DELETED, Change, Edit, fold, seal
from roadmap_desktop.domain.difference import Contrast, contrast, shown, way_back
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
