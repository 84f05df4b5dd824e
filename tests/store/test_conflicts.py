"""What waits in a file, over any histories: nothing is left out, nothing that is gone asks, and what is settled is settled."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_desktop.domain.changes import DELETED, Edit, fold
from roadmap_desktop.domain.conflicts import asked, settling
from roadmap_desktop.domain.incoming import Choice, Place, chosen
from roadmap_desktop.store import conflicts, derived, log, queries
from roadmap_desktop.store.schema import table
from tests.store import tools
from tests.store.tools import ROOT
from tests.store.world import live_through


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9))
def test_all_that_waits_is_listed_and_settled_as_chosen(seed: int) -> None:
    pick = random.Random(seed)
    first, *rest = (copy.db for copy in live_through(pick, 40).copies)
    for other in rest:
        tools.writer(first).merge(derived.all_changes(other), log.all_sessions(other))
    groups = conflicts.waiting(first)
    listed = {(thing.root, thing.kind, thing.entity, one.field) for _, thing, one in asked(groups)}
    there = {
        (root, kind, entity, field)
        for root, kind, entity, field in first.execute("SELECT root, kind, entity, field FROM conflicts")
        if first.execute(f"SELECT 1 FROM {table(kind)} WHERE id = ?", (entity,)).fetchone()
        and first.execute(
            "SELECT 1 WHERE ?1 IN (SELECT id FROM partnerships) OR ?1 IN (SELECT id FROM organisations)",
            (root,),
        ).fetchone()
    }
    assert listed == there
    assert len(listed) == queries.conflicts(first) == sum(conflicts.counts(first).values())
    for _, _, one in asked(groups):
        values = [one.ours.value, *(version.value for version in one.theirs)]
        assert len(values) == len(set(values)) >= 2, "every version once, and more than one"
    choices: dict[Place, Choice] = {
        thing.place(one.field): pick.choice(("ours", "theirs", "both", "later"))
        for _, thing, one in asked(groups)
    }
    edits = settling(groups, choices)
    tools.writer(first, start=300_000_000_000_000).save(edits)
    left = {
        (thing.root, thing.kind, thing.entity, one.field) for _, thing, one in asked(conflicts.waiting(first))
    }
    gone = {edit[:3] for edit in edits if edit.fields.get(DELETED)}
    lost = {root for root, _, entity in gone if entity == root}
    for _, thing, one in asked(groups):
        value = chosen(thing.kind, one, choices[thing.place(one.field)])
        key = (thing.root, thing.kind, thing.entity)
        if value is None or (thing.root in lost and thing.entity != thing.root):
            continue
        assert (*key, one.field) not in left
        if key not in gone and one.field != DELETED:
            assert fold(derived.entity_changes(first, *key)).fields[one.field] == value
    assert left <= listed, "settling raises no new question"
    assert tools.dump(first) == tools.rebuilt(first)


def test_what_is_deleted_by_both_asks_nothing() -> None:
    db = tools.memory_file()
    tools.writer(db).save([tools.partnership(), tools.answer(text="viens")])
    other = tools.copy_of(db)
    tools.writer(db, start=5_000).save([tools.answer(text="mūsu")])
    tools.writer(other, "Anna", 6_000).save([tools.answer(text="viņu")])
    tools.writer(db).merge(derived.all_changes(other), log.all_sessions(other))
    [group] = conflicts.about(db, ROOT)
    [thing] = group.things
    assert conflicts.by_partnership(db) == {ROOT: 1}
    tools.writer(db, start=7_000).save([Edit(*thing[:3], {DELETED: 1})])
    assert conflicts.about(db, ROOT) == []
    assert queries.conflicts(db) == 0
    assert conflicts.by_partnership(db) == {}
