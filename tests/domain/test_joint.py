"""Both sides together: which subjects meet, and what is said of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.form import Form
from roadmap_desktop.domain.joint import PAIRS, SORTS, Subject, counted, joint, mark_edits, markable
from roadmap_desktop.domain.records import STATES, Answer
from tests.builders import dossier, form, side

ROOT = bytes(16)


def meeting(ours: Answer, theirs: Answer, *, turned: bool = False) -> Dossier:
    """A partnership with one answer a side, on the need; `turned` where the municipality looks at it."""
    one = side("a", given={"c1.need": ours})
    other = side("b", kind="municipality", walked=form("municipality"), given={"m1.needs": theirs})
    return dossier(other, one) if turned else dossier(one, other)


def subjects(found: Dossier) -> list[Subject]:
    forms = [form(each.side.form) for each in found.sides]
    return [subject for step in joint(found, *forms) for subject in step.subjects]


def need(found: Dossier) -> Subject:
    return next(each for each in subjects(found) if each.ours.checkpoint.id in ("c1.need", "m1.needs"))


def applied(found: Dossier, edits: list[Edit]) -> Dossier:
    """The partnership after edits of its answers."""
    sides = []
    for each in found.sides:
        given = dict(each.answers)
        for edit in edits:
            if edit.fields["side"] == each.side.key:
                name = str(edit.fields["checkpoint"])
                given[name] = given[name]._replace(alike=str(edit.fields["alike"]))
        sides.append(each._replace(answers=given))
    return found._replace(ours=sides[0], theirs=sides[1])


def test_every_named_pair_meets_and_so_do_ids_alike_after_their_letter() -> None:
    found = {
        each.ours.checkpoint.id: each.theirs.checkpoint.id for each in subjects(meeting(Answer(), Answer()))
    }
    alike = {c.id: c.id.replace("c", "m", 1) for c in form().checkpoints}
    known = {c.id for c in form("municipality").checkpoints}
    assert found == {**{one: other for one, other in alike.items() if other in known}, **PAIRS}
    assert all(form().find(one) and other in known for one, other in PAIRS.items())
    assert "c1.idea" not in found


def test_both_partners_see_the_same_subjects_in_the_same_order() -> None:
    ours, theirs = (subjects(meeting(Answer(text="x"), Answer(), turned=turned)) for turned in (False, True))
    assert [(s.ours, s.theirs, s.sort) for s in ours] == [(s.theirs, s.ours, s.sort) for s in theirs]


def test_two_sides_of_one_form_meet_at_every_checkpoint() -> None:
    found = subjects(dossier(side("a"), side("b")))
    assert [each.ours.checkpoint.id for each in found] == [each.id for each in form().checkpoints]
    assert all(each.ours.checkpoint == each.theirs.checkpoint for each in found)


@pytest.mark.parametrize(
    ("ours", "theirs", "sort"),
    [
        (Answer(), Answer(), "nobody"),
        (Answer(text="  \n"), Answer(state="in-progress"), "nobody"),
        (Answer(text="a"), Answer(), "one-side"),
        (Answer(), Answer(state="not-needed"), "one-side"),
        (Answer(text="a", state="done"), Answer(text="b", state="done"), "differs"),
        (Answer(text="a", state="done"), Answer(text="a", state="in-progress"), "differs"),
        (Answer(text="a", state="done"), Answer(text="a\n", state="done"), "agreed"),
        (Answer(state="not-needed"), Answer(state="not-needed"), "agreed"),
    ],
)
def test_what_is_said_of_two_answers(ours: Answer, theirs: Answer, sort: str) -> None:
    assert need(meeting(ours, theirs)).sort == sort


texts = st.text(alphabet="ab \n", max_size=6)
given_answers = st.builds(Answer, text=texts, state=st.sampled_from(STATES), alike=st.just(""))


@given(given_answers, given_answers)
def test_it_says_the_same_whoever_looks(ours: Answer, theirs: Answer) -> None:
    assert need(meeting(ours, theirs)).sort == need(meeting(ours, theirs, turned=True)).sort


@given(given_answers, given_answers, texts, st.booleans(), st.booleans())
def test_a_mark_holds_until_a_word_of_either_text_is_another(
    ours: Answer, theirs: Answer, later: str, turned: bool, at_ours: bool
) -> None:
    found = meeting(ours, theirs, turned=turned)
    before = need(found)
    if not markable(before):
        assert before.sort != "differs" or not (ours.text.strip() and theirs.text.strip())
        return
    marked = applied(found, mark_edits(ROOT, before, alike=True))
    assert (need(marked).sort, need(marked).marked) == ("agreed", True)
    assert need(applied(marked, mark_edits(ROOT, need(marked), alike=False))) == before
    side_changed = marked.sides[0 if at_ours else 1]
    name = next(iter(side_changed.answers))
    changed = side_changed._replace(answers={name: side_changed.answers[name]._replace(text=later)})
    again = marked._replace(ours=changed) if at_ours else marked._replace(theirs=changed)
    same = later.split() == side_changed.answers[name].text.split()
    assert need(again).marked == same


def test_each_sort_is_counted() -> None:
    found = meeting(Answer(text="a"), Answer(text="b"))
    community: Form = form()
    count = counted(joint(found, community, form("municipality")))
    assert count["differs"] == 1
    assert sum(count[sort] for sort in SORTS) == len(subjects(found))
