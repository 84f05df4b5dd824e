"""The short form of the laboratory of sharing, and that it can tell; the long one is python -m tests.worlds."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_desktop.domain import changes as rules
from roadmap_desktop.domain import masks
from roadmap_desktop.domain.changes import MASK, Change, Edit, State, identity, is_mask
from roadmap_desktop.store import derived, log
from tests.worlds import Plan, Tally
from tests.worlds.__main__ import counted, in_memory, main
from tests.worlds.files import FileWorld
from tests.worlds.rivals import newest_wins, three_way
from tests.worlds.sharing import EDITED, Sharing, live_through


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9), st.integers(5, 30))
def test_nothing_is_lost_hidden_or_falsely_asked(seed: int, steps: int) -> None:
    world = Sharing()
    live_through(world, random.Random(seed), steps, judge_every=1)
    world.everybody_gets_everything()
    world.judge_end()


@pytest.mark.parametrize("seed", [4, 51, 89])
def test_worlds_that_once_went_wrong(seed: int) -> None:
    assert in_memory(seed, 40).wrong == 0


@pytest.mark.parametrize("seed", [3, 8])
def test_a_world_of_files(seed: int, tmp_path: Path) -> None:
    with FileWorld(tmp_path) as world:
        live_through(world, random.Random(seed), 12)
        world.everybody_gets_everything()
        world.judge_end()
        assert world.exchanges > 0


# that it can tell ---------------------------------------------------------------------------------------

TRUE_FOLD, TRUE_MASKS = rules.fold, masks.masks_of


def without_ancestors(
    changes: Sequence[Change], retell: masks.Retell, writer: Callable[[bytes], bytes], most: int
) -> Iterator[Change]:
    """Masks that replace what they stand for and nothing that was there before."""
    for one in TRUE_MASKS(changes, retell, writer, most):
        edit = Edit(*one[:3], one.fields)
        yield rules.seal(edit, [identity(one)], one.wall, one.session)


def of_the_past_too(
    changes: Sequence[Change], retell: masks.Retell, writer: Callable[[bytes], bytes], most: int
) -> Iterator[Change]:
    """Masks that leave the question out which a deleter left open."""
    for one in TRUE_MASKS(changes, retell, writer, most):
        everything = [change.id for change in changes]
        yield rules.seal(Edit(*one[:3], one.fields), everything, one.wall, one.session)


def beside_its_original(changes: Iterable[Change]) -> State:
    """A mask counts as one more change."""
    return TRUE_FOLD([_bare(change) for change in changes])


def each_by_itself(changes: Iterable[Change]) -> State:
    """Two masks of one change are two."""
    held = list(changes)
    here = {change.id for change in held}
    return TRUE_FOLD([_bare(one) if is_mask(one) and identity(one) not in here else one for one in held])


def instead_of_the_original(changes: Iterable[Change]) -> State:
    """A mask takes the place of what it stands for, even where that is."""
    held = list(changes)
    masked = {identity(one) for one in held if is_mask(one)}
    return TRUE_FOLD([one for one in held if one.id not in masked])


def _bare(change: Change) -> Change:
    """The same without saying what it stands for, and without replacing itself."""
    if not is_mask(change):
        return change
    fields = {name: value for name, value in change.fields.items() if name != MASK}
    return change._replace(body=rules.canonical(fields))


def fails(seeds: Iterable[int]) -> bool:
    for seed in seeds:
        world = Sharing()
        try:
            live_through(world, random.Random(seed), 40, judge_every=2)
            world.everybody_gets_everything()
            world.judge_end()
        except (AssertionError, KeyError, ValueError):
            return True
    return False


@pytest.mark.parametrize("mutant", [beside_its_original, each_by_itself, instead_of_the_original])
def test_a_wrong_fold_of_masks_is_caught(mutant: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    last: dict[tuple[bytes, str, bytes], list[Change]] = {}

    def fold(changes: Iterable[Change]) -> State:
        held = list(changes)
        if held:
            last[held[0][:3]] = held
        found: State = mutant(held)
        return found

    def advance(state: State, change: Change) -> State:
        return fold([*(last[change[:3]] if state.heads else []), change])

    for module in (log, derived):
        monkeypatch.setattr(module, "fold", fold)
    monkeypatch.setattr(log, "advance", advance)
    assert fails(range(20))


@pytest.mark.parametrize("mutant", [without_ancestors, of_the_past_too])
def test_wrong_masks_are_caught(mutant: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(masks, "masks_of", mutant)
    assert fails(range(60))


def test_who_writes_on_top_of_a_mask_and_names_it_alone_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "known_by", lambda change: (change.id,))
    assert fails(range(20))


# what is counted ----------------------------------------------------------------------------------------


def test_a_world_is_counted_and_its_rivals_cost_something() -> None:
    total = Tally()
    for seed in range(1, 7):
        world = Sharing()
        live_through(world, random.Random(seed), 40)
        world.everybody_gets_everything()
        assert newest_wins(world).false == 0
        assert min(three_way(world)) >= 0
        total = total.plus(counted(world))
    assert total.worlds == 6
    assert total.newest_lost > 0
    assert total.three_way_false > 0
    assert total.values > total.live > 0


def test_somebody_who_writes_alone_costs_no_rival_anything() -> None:
    world = Sharing()
    key = EDITED[1]
    for text in ("viens", "divi", "viens"):
        world.edit(0, [Edit(*key, {"text": text})])
    world.copy(0, 5)
    world.send(0, 1, "whole")
    assert tuple(newest_wins(world)) == tuple(three_way(world)) == (0, 0, 0)


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--mass", "2", "--real", "0", "--steps", "12", "--jobs", "1"]) == 0
    said = capsys.readouterr().out
    assert "newest wins: values lost" in said
    assert Plan().mass >= 500
