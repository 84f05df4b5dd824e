"""What it takes to bring things out of the bin."""

from __future__ import annotations

from roadmap_desktop.domain.bin import Binned, dragged_along, restoring
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.records import person_id

ROOT, OTHER, ROW = bytes(16), b"o" * 16, b"r" * 16
BACK = {DELETED: 0}


def binned(root: bytes, kind: str, entity: bytes, *, there: bool = True) -> Binned:
    return Binned(root, kind, entity, 1, "Ilze", {}, "Dārzs", there)


def test_a_row_of_a_partnership_that_is_there_comes_alone() -> None:
    row = binned(ROOT, "action", ROW)
    assert restoring([row]) == [Edit(ROOT, "action", ROW, BACK)]
    assert dragged_along([row]) == set()


def test_a_row_of_a_deleted_partnership_brings_it_along() -> None:
    row = binned(ROOT, "action", ROW, there=False)
    own = binned(ROOT, "partnership", ROOT, there=False)
    both = [Edit(ROOT, "partnership", ROOT, BACK), Edit(ROOT, "action", ROW, BACK)]
    assert restoring([row]) == both
    assert dragged_along([row]) == {ROOT}
    assert restoring([row, own]) == both, "and once where both are chosen"
    assert dragged_along([row, own]) == set()


def test_a_contact_comes_with_its_person() -> None:
    assert restoring([binned(ROOT, "contact", ROW)]) == [
        Edit(ROOT, "contact", ROW, BACK),
        Edit(ROOT, "person", person_id(ROOT, ROW), BACK),
    ]


def test_partnerships_come_whole_and_in_one_step() -> None:
    edits = restoring([binned(root, "partnership", root, there=False) for root in (OTHER, ROOT)])
    assert edits == [Edit(ROOT, "partnership", ROOT, BACK), Edit(OTHER, "partnership", OTHER, BACK)]
