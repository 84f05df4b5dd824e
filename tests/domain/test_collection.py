"""Collecting: the newest counts whatever the order, twice is once, and what the newest whole file lacks is over."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain import collection
from roadmap_desktop.domain.collection import NEW, Collected, Home, Looked, collect
from roadmap_desktop.domain.errors import FileForeign
from roadmap_desktop.domain.records import Member
from roadmap_desktop.domain.submission import Figures, Walk, unpacked

HOME = Home(b"h" * 16, "f" * 32, 2026, "2026-11-30")
KEY = "a" * 32


def walk(number: int, wall: int, done: int = 1) -> Walk:
    return Walk(
        f"{number:032x}", "", "active", "community", (done, 0, 0), (11, 8, 11), 0, "c1.risks", {}, (), wall
    )


def looked(
    name: str,
    *walks: Walk,
    whole: bool = True,
    key: str = KEY,
    of: str = "Ieleja",
    changes: int = 0,
    wall: int = 0,
) -> Looked:
    newest = wall or max((one.wall for one in walks), default=0)
    figures = Figures(of, "", key, whole, "whole" if whole else "partner", newest, walks)
    return Looked(Path(name), figures, None, f"digest-{name}", changes)


def fates(done: Collected) -> dict[str, str]:
    return {one.looked.file.name: one.fate for one in done.arrivals}


def done_at(done: Collected) -> dict[str, int]:
    [one] = done.submissions
    return {walk.id[-1]: walk.done[0] for walk in unpacked(one.figures)}


OLD = looked("old", walk(1, 5), walk(2, 6), changes=10)
NEWER = looked("newer", walk(1, 9, 4), walk(2, 6), changes=12)
PART = looked("part", walk(2, 20, 7), whole=False, changes=3)
AGAIN = NEWER._replace(file=Path("again"))


@pytest.mark.parametrize("order", list(permutations([OLD, NEWER, PART, AGAIN])))
def test_the_newest_of_each_partnership_counts_whatever_the_order(order: tuple[Looked, ...]) -> None:
    done = collect(order, HOME, [], [], {})
    assert done_at(done) == {"1": 4, "2": 7}
    told = fates(done)
    assert (told["old"], told["part"]) == ("older", "taken")
    assert sorted([told["newer"], told["again"]]) == ["part", "same"]
    [member] = done.members
    assert (member.name, member.organisation, member.expected) == ("Ieleja", KEY, 1)


def test_twice_is_once_also_one_by_one() -> None:
    done = collect([OLD], HOME, [], [], {})
    members, stored = done.members, done.submissions
    for files in ([PART], [NEWER], [OLD, NEWER, PART, AGAIN], [OLD, NEWER, PART]):
        done = collect(files, HOME._replace(day="2026-12-24"), members, stored, {})
        assert done.members == ()
        stored = done.submissions or stored
    assert done.submissions == ()
    assert {one.fate for one in done.arrivals} <= {"same", "older"}
    assert unpacked(stored[0].figures) == (walk(1, 9, 4), walk(2, 20, 7))
    assert collection.edits(done) == []


def test_a_partnership_that_the_newest_whole_file_lacks_is_over() -> None:
    later = looked("later", walk(1, 30, 9), changes=40)
    assert done_at(collect([OLD, PART, later], HOME, [], [], {})) == {"1": 9}
    # unless somebody went on with it after that
    assert done_at(collect([later, looked("part", walk(2, 31, 8), whole=False)], HOME, [], [], {})) == {
        "1": 9,
        "2": 8,
    }


def test_who_went_on_with_a_copy_has_the_newer_one_whatever_their_clock() -> None:
    wrong_clock = looked("wrong clock", walk(1, 10**12, 2), changes=10)
    mended = looked("mended", walk(1, 10**12, 8), changes=15)
    assert done_at(collect([mended, wrong_clock], HOME, [], [], {})) == {"1": 8}


def test_who_is_not_sure_asks_and_takes_the_answer() -> None:
    listed = [Member(b"1" * 16, HOME.root, "Ābeļkalna kopienas dārzs")]
    one = looked("x", walk(1, 5), key="", of="Ābeļkalna kopienas dārzi")
    asked = collect([one], HOME, listed, [], {})
    assert (fates(asked), asked.arrivals[0].perhaps, asked.submissions) == (
        {"x": "unsure"},
        tuple(listed),
        (),
    )
    assert not asked.complete
    theirs = collect([one], HOME, listed, [], {collection.asked(one): listed[0].id})
    assert theirs.submissions[0].member == listed[0].id.hex()
    new = collect([one], HOME, listed, [], {collection.asked(one): NEW})
    assert new.arrivals[0].added
    assert new.submissions[0].member != listed[0].id.hex()


def test_our_own_file_and_one_that_was_refused() -> None:
    bad = Looked(Path("bad"), None, FileForeign(path=Path("bad")))
    done = collect([looked("own", walk(1, 1), key=HOME.key), bad, OLD], HOME, [], [], {})
    assert fates(done) == {"own": "own", "bad": "refused", "old": "taken"}
    assert not done.complete


def test_years_stand_beside_each_other() -> None:
    first = collect([OLD], HOME, [], [], {}).submissions[0]
    second = collect([NEWER], HOME._replace(year=2027), [], [], {}).submissions[0]
    assert first.member == second.member
    assert first.id != second.id


@given(
    st.lists(
        st.tuples(st.booleans(), st.lists(st.tuples(st.integers(1, 3), st.integers(1, 6)), max_size=3)),
        max_size=5,
    ),
    st.randoms(),
)
def test_in_any_order_and_in_any_portions_the_same(
    files: list[tuple[bool, list[tuple[int, int]]]], luck: object
) -> None:
    found = [
        looked(
            str(at),
            *(walk(number, wall, wall) for number, wall in dict(walks).items()),
            whole=whole,
            changes=at,
            wall=7 + at,
        )
        for at, (whole, walks) in enumerate(files)
    ]
    once = collect(found, HOME, [], [], {})
    shuffled = list(found)
    luck.shuffle(shuffled)  # type: ignore[attr-defined]
    members, stored = once.members, once.submissions[:0]
    for one in shuffled:
        done = collect([one], HOME, members, stored, {})
        stored = done.submissions or stored
    assert [one.figures for one in stored] == [one.figures for one in once.submissions]
