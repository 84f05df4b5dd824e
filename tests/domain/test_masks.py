"""Masks: they say what is said at home, ask what is asked there, and give way to what they stand for."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import count

import pytest

from roadmap_desktop.domain import masks
from roadmap_desktop.domain.changes import (
    DELETED,
    MASK,
    Change,
    Edit,
    State,
    advance,
    fold,
    identity,
    is_mask,
    replaced_by,
    seal,
    stayed_elsewhere,
    telling,
)
from roadmap_desktop.domain.records import Scalar

ROOT, ENTITY, HERE, THERE = (bytes([number]) * 16 for number in range(4))
_walls = count(1_000)


def write(*prev: Change, wall: int = 0, session: bytes = HERE, **fields: Scalar) -> Change:
    told = {DELETED if name == "deleted" else name: value for name, value in fields.items()}
    return seal(Edit(ROOT, "answer", ENTITY, told), [one.id for one in prev], wall or next(_walls), session)


def quiet(kind: str, fields: Mapping[str, Scalar]) -> dict[str, Scalar]:
    return {
        name: value.replace("Anna", "[loma]") if isinstance(value, str) else value
        for name, value in fields.items()
    }


def masked(changes: Sequence[Change], most: int = 20_000) -> list[Change]:
    return list(masks.masks_of(changes, quiet, lambda _session: THERE, most))


def on_top(state: State, fields: Mapping[str, Scalar], session: bytes = THERE) -> Change:
    return seal(Edit(ROOT, "answer", ENTITY, fields), replaced_by(state, fields), next(_walls), session)


def seen(state: State) -> tuple[object, ...]:
    """What a person sees and is asked."""
    values = {name: {str(head.fields[name]) for head in heads} for name, heads in state.heads.items()}
    return state.fields, values, state.conflicts, state.deleted


def test_a_mask_says_what_is_said_without_the_name() -> None:
    base = write(text="Anna zvanīs", state="open")
    edit = write(base, text="Anna rakstīs")
    found = masked([base, edit])
    state = fold(found)
    assert state.fields == {"text": "[loma] rakstīs", "state": "open"}
    assert MASK not in state.heads
    assert "Anna" not in "".join(one.body for one in found)
    assert {identity(one) for one in found} == {base.id, edit.id}
    assert all(
        is_mask(one) and one.wall == {base.id: base, edit.id: edit}[identity(one)].wall for one in found
    )
    # What was written before does not leave: the base is told for its state alone.
    [told] = [one for one in found if identity(one) == base.id]
    assert told.fields == {"state": "open", MASK: base.id.hex()}


def test_it_counts_for_nothing_where_its_original_is() -> None:
    base = write(text="Anna zvanīs")
    mask = masked([base])
    assert fold([*mask, base]) == fold([base])
    later = write(base, text="Anna rakstīs")
    assert fold([base, later, *mask, *masked([base, later])]).fields == {"text": "Anna rakstīs"}


def test_it_replaces_all_that_its_original_was_written_on_top_of() -> None:
    first = write(text="viens")
    second = write(first, text="divi")
    third = write(second, text="Anna")
    state = fold([first, *masked([first, second, third])])
    assert (state.fields, state.conflicts) == ({"text": "[loma]"}, ())


def test_what_is_written_on_top_of_it_replaces_the_original_at_home() -> None:
    base = write(text="Anna zvanīs")
    there = fold(masked([base]))
    theirs = on_top(there, {"text": "Viņu"})
    assert {base.id, *(one.id for one in there.heads["text"])} == set(theirs.replaces)
    here = fold([base, *masked([base]), theirs])
    assert (here.fields, here.conflicts) == ({"text": "Viņu"}, ())
    assert advance(there, theirs).fields == {"text": "Viņu"}
    # Who has another mask of the same sees the same.
    other = [write(text="x")._replace(id=bytes(16))]
    assert fold([*masked([base]), theirs, *other]).conflicts == ("text",)


def test_what_is_written_at_home_meanwhile_is_asked_about_on_both_sides() -> None:
    base = write(text="Anna")
    mask = masked([base])
    theirs = on_top(fold(mask), {"text": "Viņu"})
    ours = write(base, text="Mūsu")
    home = fold([base, ours, *mask, theirs])
    away = fold([*mask, theirs, *masked([base, ours])])
    assert home.conflicts == away.conflicts == ("text",)
    assert home.fields == away.fields


def test_what_home_writes_replaces_the_mask_that_somebody_has() -> None:
    base = write(text="Anna")
    there = fold(masked([base]))
    ours = write(base, text="Cits", session=HERE)
    assert advance(there, ours) == fold([*masked([base]), ours])
    assert advance(there, ours).fields == {"text": "Cits"}


def test_a_deletion_leaves_as_that_alone_and_holds() -> None:
    base = write(text="Anna", state="done")
    edit = write(base, state="open")
    deletion = write(base, edit, deleted=1)
    found = masked([base, edit, deletion])
    assert [one.fields for one in found] == [{DELETED: 1, MASK: deletion.id.hex()}]
    assert fold(found).deleted
    assert fold([*found, base]).deleted
    assert fold([*found, *masked([base, edit])]).deleted
    asked = fold([*found, base, write(base, text="Cits")])
    assert asked.conflicts == (DELETED,)


def test_who_writes_anew_where_something_was_deleted_writes_over_what_that_was() -> None:
    base = write(text="Anna", state="done")
    deletion = write(base, deleted=1)
    there = fold(masked([base, deletion]))
    assert stayed_elsewhere(there)
    theirs = on_top(there, {"text": "Jauns", "state": "open", DELETED: 0})
    home = fold([base, deletion, theirs])
    assert (home.fields, home.conflicts, home.deleted) == ({"text": "Jauns", "state": "open"}, (), False)


def test_what_the_deleter_had_not_seen_is_asked_about_there_too() -> None:
    base = write(text="viens")
    unseen = write(base, text="divi")
    state = fold([base, write(base, deleted=1), unseen])
    assert seen(fold(masked([base, write(base, deleted=1), unseen])))[2:] == seen(state)[2:]


def test_whoever_deletes_what_is_masked_deletes_it_at_home() -> None:
    base = write(text="Anna", state="done")
    mask = masked([base])
    deletion = on_top(fold(mask), {DELETED: 1})
    assert fold([base, *mask, deletion]).deleted
    assert fold([base, deletion]).deleted
    assert fold([*mask, deletion]).deleted


def test_two_masks_of_one_are_one() -> None:
    base = write(text="Anna zvanīs")
    other = list(
        masks.masks_of([base], lambda _kind, fields: {**fields, "text": "kāds"}, lambda _session: HERE, 9)
    )
    state = fold([*masked([base]), *other])
    assert state.conflicts == ()
    assert fold([*other, *masked([base])]) == state
    assert fold([*other, *masked([base]), base]) == fold([base])
    assert len(telling([*other, *masked([base])])) == 1
    assert telling([*other, *masked([base]), base]) == {base.id: base}


def test_a_mask_of_a_mask_is_one_of_the_original() -> None:
    base = write(text="Anna")
    once = masked([base])
    assert masked(once) == [one._replace(session=THERE) for one in once]
    with_name = list(masks.masks_of([base], lambda _kind, fields: dict(fields), lambda _session: HERE, 9))
    [again] = masked(with_name)
    assert again.fields == {"text": "[loma]", MASK: base.id.hex()}
    assert fold([again, base]) == fold([base])


@pytest.mark.parametrize("number", [1, 3, 4, 5, 11])
def test_a_long_history_is_shared_among_masks_that_are_one(number: int) -> None:
    held = [write(text="0")]
    for turn in range(number):
        held.append(write(held[-1], text=str(turn + 1)))
    found = masked(held, most=4)
    assert all(len(one.prev) <= 4 * 16 for one in found)
    for old in held[:-1]:
        assert fold([old, *found]).fields == {"text": str(number)}
        assert fold([old, *found]).conflicts == ()


@pytest.mark.parametrize("value", ["", "zz" * 16, "ab", 7, "aa" * 17])
def test_nonsense_is_no_mask(value: Scalar) -> None:
    odd = seal(Edit(ROOT, "answer", ENTITY, {"text": "x", MASK: value}), [], 1, HERE)
    assert not is_mask(odd)
    assert identity(odd) == odd.id
    assert fold([odd]).fields == {"text": "x"}
    assert set(fold([odd]).heads) == {"text"}


def test_a_word_that_looks_like_the_mark_is_none() -> None:
    text = write(text='"_mask":"' + "aa" * 16 + '"')
    assert not is_mask(text)


@pytest.mark.parametrize("seed", range(60))
def test_whoever_has_only_masks_sees_what_is_seen_at_home(seed: int) -> None:
    """Whatever was written, restored, deleted and left in question, and whichever of it was there before."""
    pick = random.Random(seed)
    held: list[Change] = []
    for _ in range(pick.randint(1, 14)):
        known = [one for one in held if pick.random() < 0.8]
        names = pick.sample(("text", "state", "who"), pick.randint(1, 3))
        fields: dict[str, Scalar] = {name: pick.choice(("Anna", "b", "c")) for name in names}
        if pick.random() < 0.25:
            fields = {DELETED: pick.choice((0, 1))}
        # Whoever knows a change knows what that was written on top of.
        behind = {old for one in known for old in _ancestors(one, held)}
        known += [one for one in held if one.id in behind and one not in known]
        made = seal(
            Edit(ROOT, "answer", ENTITY, fields),
            replaced_by(fold(known), fields),
            pick.randint(1, 9),
            pick.choice((HERE, THERE)),
        )
        held.append(made)
    home = fold(held)
    found = masked(held)
    away = fold(found)
    if home.deleted:
        assert away.deleted
    else:
        told = {name: quiet("", {name: value})[name] for name, value in home.fields.items()}
        assert away.fields == told
        assert (away.conflicts, away.deleted) == (home.conflicts, False)
    early = [one for one in held if pick.random() < 0.5]
    early += [
        one for one in held if any(one.id in _ancestors(two, held) for two in early) and one not in early
    ]
    mixed = fold([*early, *found])
    assert mixed.deleted == home.deleted
    assert home.deleted or mixed.conflicts == home.conflicts
    assert fold([*held, *found]) == home


def _ancestors(change: Change, held: Sequence[Change]) -> set[bytes]:
    by_id = {one.id: one for one in held}
    found: set[bytes] = set()
    left = [change]
    while left:
        new = left.pop().replaces - found
        found |= new
        left += [by_id[number] for number in new]
    return found
