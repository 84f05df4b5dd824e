"""The promises of the log, over many copies in any order, judged by an oracle; and that the oracle can tell.

Nothing written is lost, hidden or falsely in conflict; copies that hold the same show the same; the derived tables
equal a rebuild; the tally is right; undo and redo are exact.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from roadmap_desktop.domain import changes as rules
from roadmap_desktop.domain.changes import DELETED, Change, Edit, State
from roadmap_desktop.store import derived, log
from tests.store import tools
from tests.store.world import CLOCKS, FIELDS, KEYS, ROOTS, World, live_through

COPIES = st.integers(0, 3)


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    key = draw(st.sampled_from(KEYS))
    choice = FIELDS[key[1]]
    if draw(st.integers(0, 7)) == 0:
        return Edit(*key, {DELETED: 1})
    names = draw(st.lists(st.sampled_from(sorted(choice)), unique=True, max_size=3))
    fields = {name: draw(st.sampled_from(choice[name])) for name in names}
    return Edit(*key, {DELETED: 0, **fields} if not fields or draw(st.integers(0, 7)) == 0 else fields)


class Life(RuleBasedStateMachine):
    """Whatever people do, in whatever order."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()

    @rule(at=COPIES, wanted=st.lists(edits(), min_size=1, max_size=3))
    def edit(self, at: int, wanted: list[Edit]) -> None:
        self.world.edit(at, wanted)

    @rule(at=COPIES, wanted=st.lists(edits(), min_size=1, max_size=3))
    def there_and_back(self, at: int, wanted: list[Edit]) -> None:
        self.world.there_and_back(at, wanted)

    @rule(at=COPIES)
    def undo(self, at: int) -> None:
        self.world.undo(at)

    @rule(at=COPIES)
    def redo(self, at: int) -> None:
        self.world.redo(at)

    @rule(at=COPIES, start=st.sampled_from(CLOCKS))
    def copy(self, at: int, start: int) -> None:
        self.world.copy(at, start)

    @precondition(lambda self: len(self.world.copies) > 1)
    @rule(at=COPIES, other=COPIES, root=st.sampled_from((None, *ROOTS)))
    def merge(self, at: int, other: int, root: bytes | None) -> None:
        self.world.merge(at, other, root)

    @rule(at=COPIES, start=st.sampled_from(CLOCKS))
    def restart(self, at: int, start: int) -> None:
        self.world.restart(at, start)

    @invariant()
    def everything_promised_holds(self) -> None:
        self.world.judge()

    def teardown(self) -> None:
        self.world.judge_rebuild()


TestLife = pytest.mark.filterwarnings("ignore::ResourceWarning")(Life.TestCase)
Life.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


@pytest.mark.parametrize("seed", range(40))
def test_a_long_life(seed: int) -> None:
    world = live_through(random.Random(seed), 60, judge_each=True)
    world.judge_rebuild()


# ---------------------------------------------------------------------------------------- union


def receive(*sources: list[Change]) -> dict[str, list[object]]:
    db = tools.memory_file()
    writer = tools.writer(db)
    for source in sources:
        writer.merge(source)
    assert tools.tally_is_right(db)
    assert tools.dump(db) == tools.rebuilt(db)
    return tools.dump(db)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**9), st.randoms(use_true_random=False))
def test_the_union_of_logs_is_commutative_associative_idempotent(seed: int, pick: random.Random) -> None:
    world = live_through(random.Random(seed), 40)
    logs = [list(derived.all_changes(copy.db)) for copy in world.copies]
    logs = (logs * 3)[:3]
    one, two, three = logs
    all_at_once = receive([*one, *two, *three])
    assert receive(one, two, three) == all_at_once
    assert receive(three, two, one) == all_at_once
    assert receive(two, one, two, three, three, one) == all_at_once
    grouped = tools.memory_file()
    tools.writer(grouped).merge([*two, *three])
    assert receive(one, list(derived.all_changes(grouped))) == all_at_once
    shuffled = [*one, *two, *three]
    pick.shuffle(shuffled)
    assert receive(*([change] for change in shuffled[:20]), shuffled) == all_at_once


def test_merging_what_is_known_writes_nothing() -> None:
    world = live_through(random.Random(5), 40)
    db = world.copies[0].db
    before = db.serialize()
    assert tools.writer(db).merge(list(derived.all_changes(db)), log.all_sessions(db)) == 0
    assert tools.dump(db) == tools.dump(tools.copy_of(before))


# ---------------------------------------------------------------------------------------- mutants

Fold = Callable[[Iterable[Change]], State]
TRUE_FOLD = rules.fold


def drops_a_prev(changes: Iterable[Change]) -> State:
    return TRUE_FOLD([change._replace(prev=change.prev[16:]) for change in changes])


def newest_wins(changes: Iterable[Change]) -> State:
    state = TRUE_FOLD(changes)
    return state._replace(heads={name: found[:1] for name, found in state.heads.items()}, conflicts=())


def ignores_deletes(changes: Iterable[Change]) -> State:
    state = TRUE_FOLD(changes)
    return state._replace(deleted=False, conflicts=tuple(name for name in state.conflicts if name != DELETED))


def drops_one_conflict(changes: Iterable[Change]) -> State:
    state = TRUE_FOLD(changes)
    return state._replace(conflicts=state.conflicts[1:])


def deletes_whatever_was_edited_elsewhere(changes: Iterable[Change]) -> State:
    state = TRUE_FOLD(changes)
    if DELETED not in state.conflicts:
        return state
    return state._replace(deleted=True, conflicts=tuple(name for name in state.conflicts if name != DELETED))


def forgets_a_head(changes: Iterable[Change]) -> State:
    state = TRUE_FOLD(changes)
    heads = {name: found[:1] for name, found in state.heads.items()}
    return state._replace(heads=heads)


def replaces_in_every_field(changes: Iterable[Change]) -> State:
    """A prev counts for all the fields of the change it names, not only for those that are set anew."""
    held = list(changes)
    replaced = {number for change in held for number in change.replaces}
    left = [change for change in held if change.id not in replaced]
    return TRUE_FOLD(left or held)


def trusts_the_clock(changes: Iterable[Change]) -> State:
    """A field's newest change replaces all that are older."""
    held = sorted(changes, key=lambda change: (change.wall, change.id))
    return TRUE_FOLD(
        [
            change._replace(prev=b"".join(older.id for older in held[:place]))
            for place, change in enumerate(held)
        ]
    )


MUTANTS = (
    drops_a_prev,
    newest_wins,
    ignores_deletes,
    drops_one_conflict,
    deletes_whatever_was_edited_elsewhere,
    forgets_a_head,
    replaces_in_every_field,
    trusts_the_clock,
)


def put_in_place(mutant: Fold, monkeypatch: pytest.MonkeyPatch) -> None:
    """`mutant` for the fold, and for its shortcut: folding everything that was folded last and one more."""
    last: dict[tuple[bytes, str, bytes], list[Change]] = {}

    def fold(changes: Iterable[Change]) -> State:
        held = list(changes)
        if held:
            last[held[0][:3]] = held
        return mutant(held)

    def advance(state: State, change: Change) -> State:
        return fold([*(last[change[:3]] if state.heads else []), change])

    for module in (log, derived):
        monkeypatch.setattr(module, "fold", fold)
    monkeypatch.setattr(log, "advance", advance)


def failing_seeds(seeds: range) -> list[int]:
    found = []
    for seed in seeds:
        try:
            live_through(random.Random(seed), 40, judge_each=True).judge_rebuild()
        except AssertionError:
            found.append(seed)
            break
    return found


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_wrong_fold_is_caught(mutant: Fold, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_place(mutant, monkeypatch)
    assert failing_seeds(range(30))


def test_the_right_fold_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_place(TRUE_FOLD, monkeypatch)
    assert not failing_seeds(range(30))


def test_a_tally_or_table_that_is_not_kept_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(log, "count_in", lambda db, ids: None)
        assert failing_seeds(range(3))
    with monkeypatch.context() as patch:
        patch.setattr(derived, "revive", lambda db, root: None)
        assert failing_seeds(range(30))
