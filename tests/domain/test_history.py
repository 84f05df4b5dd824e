"""What history makes of changes: what people are told of one, and which belong together."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain import history
from roadmap_desktop.domain.changes import Change, Edit, seal
from roadmap_desktop.domain.history import (
    MOST_HELD,
    RUN_GAP_MS,
    RUN_MOST_MS,
    SAME_SAVE_MS,
    Entry,
    Event,
    Field,
    Gathering,
    Subject,
    Writer,
    between_days,
    event,
)
from roadmap_desktop.domain.records import Scalar

ROOT = bytes(16)
ILZE = b"ilze's session.."
ANNA = b"anna's session.."
HOUR = 3_600_000
NOON = 1_790_000_000_000


def change(
    kind: str, fields: Mapping[str, Scalar], *prev: Change, entity: bytes = b"e" * 16, wall: int = NOON
) -> Change:
    return seal(Edit(ROOT, kind, entity, fields), [old.id for old in prev], wall, ILZE)


def subject(kind: str = "answer", entity: bytes = b"e" * 16, root: bytes = ROOT) -> Subject:
    return Subject(
        root, kind, entity, "Youth centre", "a", "a", "community", "c1.need", "", {}, deleted=False
    )


def told(made: Change, *known: Change, first: bool = False) -> Event | None:
    return event(made, subject(made.kind), {one.id: one for one in known}, Writer("Ilze"), first=first)


def fields(made: Event | None) -> dict[str, tuple[tuple[Scalar, ...], Scalar | None]]:
    assert made is not None
    return {field.name: (field.before, field.after) for field in made.fields}


# one change ---------------------------------------------------------------------------------------------


def test_before_is_what_was_replaced() -> None:
    first = change("answer", {"side": "a", "checkpoint": "c1.need", "text": "one", "due": "2026-12-01"})
    later = change("answer", {"text": "two"}, first)
    assert fields(told(first)) == {"text": ((), "one"), "due": ((), "2026-12-01")}
    assert fields(told(later, first)) == {"text": (("one",), "two")}


def test_what_was_replaced_earlier_is_no_second_version() -> None:
    """A first change that set two fields is named for the one that nobody has touched since."""
    first = change("answer", {"text": "one", "due": "2026-12-01"})
    texts = [first]
    for number in range(5):
        texts.append(change("answer", {"text": f"text {number}"}, texts[-1]))
    later = change("answer", {"text": "last", "due": "2027-01-01"}, first, texts[-1])
    assert fields(told(later, *texts)) == {
        "text": (("text 4",), "last"),
        "due": (("2026-12-01",), "2027-01-01"),
    }


def test_a_circle_of_forged_changes_ends() -> None:
    one, other = change("answer", {"text": "one"}), change("answer", {"text": "other"})
    circle = [one._replace(prev=other.id), other._replace(prev=one.id)]
    assert fields(told(change("answer", {"text": "new"}, *circle), *circle)) == {"text": ((), "new")}


def test_a_change_that_nobody_sees_is_no_event() -> None:
    row = change("action", {"what": "paint", "position": "a"})
    assert told(change("action", {"position": "b"}, row), row) is None
    answer = change("answer", {"text": "one"})
    assert told(change("answer", {"text": "one"}, answer), answer) is None
    assert told(change("answer", {"side": "a", "checkpoint": "c1.need", "state": "open", "who": ""})) is None


def test_adding_and_answering_differ() -> None:
    row = told(change("action", {"what": "paint", "position": "a"}), first=True)
    assert row is not None
    assert (row.action, fields(row)) == ("created", {"what": ((), "paint")})
    answer = told(change("answer", {"text": "one"}), first=True)
    assert answer is not None
    assert answer.action == "changed", "a checkpoint is there before anybody answers it"


def test_a_deletion_tells_what_was_there() -> None:
    first = change("action", {"what": "paint", "who": "Ilze", "position": "a"})
    second = change("action", {"what": "paint it all"}, first)
    gone = told(change("action", {"_deleted": 1}, first, second), first, second)
    assert gone is not None
    assert gone.action == "deleted"
    assert fields(gone) == {"what": (("paint it all",), None), "who": (("Ilze",), None)}


def test_restoring_is_told_though_no_field_was_set() -> None:
    first = change("action", {"what": "paint"})
    gone = change("action", {"_deleted": 1}, first)
    back = told(change("action", {"_deleted": 0}, gone), gone)
    assert back is not None
    assert (back.action, back.fields) == ("restored", ())


def test_bringing_versions_together_is_told() -> None:
    one, other = change("answer", {"text": "one"}), change("answer", {"text": "other"})
    both = told(change("answer", {"text": "one and other"}, one, other), one, other)
    assert both is not None
    assert both.settled
    assert set(fields(both)["text"][0]) == {"one", "other"}
    same = told(change("answer", {"text": "new"}, one, change("answer", {"text": "one"}, wall=1)), one, one)
    assert same is not None
    assert not same.settled


@pytest.mark.parametrize("body", ["", "[]", "{", '{"text": NaN}', "x" * 50])
def test_what_cannot_be_read_is_passed_over(body: str) -> None:
    assert told(change("answer", {"text": "one"})._replace(body=body)) is None


def test_what_a_newer_program_wrote_is_told_as_it_stands() -> None:
    odd = change("weather", {"sky": "blue"})._replace(
        body='{"cloud":null,"rain":[1,2],"sky":"blue","wind":1.5}'
    )
    assert fields(told(odd)) == {
        "sky": ((), "blue"),
        "cloud": ((), "null"),
        "rain": ((), "[1,2]"),
        "wind": ((), "1.5"),
    }


# what belongs together ----------------------------------------------------------------------------------


def done(
    wall: int, entity: bytes = b"e", session: bytes = ILZE, action: history.Action = "changed", **after: str
) -> Event:
    shown = tuple(
        Field(name, (f"before {value}",), value) for name, value in (after or {"text": str(wall)}).items()
    )
    number = wall.to_bytes(8, "big", signed=True) + entity + session
    return Event(number, subject(entity=entity), action, shown, wall, session, Writer())


def gathered(events: Iterable[Event]) -> list[Entry]:
    gathering = Gathering()
    found = [entry for one in sorted(events, key=lambda one: -one.wall) for entry in gathering.add(one)]
    return [*found, *gathering.rest()]


def walls(entries: Sequence[Entry]) -> list[list[int]]:
    return [[one.wall for one in entry.events] for entry in entries]


def test_the_pauses_of_typing_make_one_entry() -> None:
    [entry] = gathered(done(number * 60_000) for number in range(40))
    assert (entry.began, entry.wall) == (0, 39 * 60_000)
    [part] = entry.parts
    assert part.fields == (Field("text", ("before 0",), str(39 * 60_000)),), (
        "before of the first, after of the last"
    )


def test_a_long_pause_parts_them() -> None:
    assert walls(gathered([done(0), done(RUN_GAP_MS)])) == [[RUN_GAP_MS, 0]]
    assert walls(gathered([done(0), done(RUN_GAP_MS + 1)])) == [[RUN_GAP_MS + 1], [0]]


def test_a_run_is_no_longer_than_an_hour() -> None:
    found = gathered(done(number * 300_000) for number in range(40))
    assert len(found) == 4
    assert all(entry.wall - entry.began <= RUN_MOST_MS for entry in found)


def test_another_thing_in_between_does_not_part_them_but_another_person_does() -> None:
    aside = done(60_000, entity=b"f")
    assert walls(gathered([done(0), aside, done(120_000)])) == [[120_000, 0], [60_000]]
    foreign = done(60_000, session=ANNA)
    assert walls(gathered([done(0), foreign, done(120_000)])) == [[120_000], [60_000], [0]]


@pytest.mark.parametrize("action", ["deleted", "restored"])
def test_what_deserves_a_line_of_its_own_has_one(action: history.Action) -> None:
    assert walls(gathered([done(0), done(60_000, action=action), done(120_000)])) == [
        [120_000],
        [60_000],
        [0],
    ]


def test_settling_stands_alone() -> None:
    settled = done(60_000)._replace(fields=(Field("text", ("one", "other"), "both"),))
    assert walls(gathered([done(0), settled, done(120_000)])) == [[120_000], [60_000], [0]]


def test_adding_begins_a_run_and_takes_part_in_it() -> None:
    added = done(60_000, action="created", what="paint")
    found = gathered([done(0), added, done(120_000, who="Ilze")])
    assert walls(found) == [[120_000, 60_000], [0]]
    [part] = found[0].parts
    assert (part.action, [field.name for field in part.fields]) == ("created", ["what", "who"])


def test_what_was_saved_together_is_one_entry() -> None:
    things = [done(number, entity=bytes([number])) for number in range(30)]
    [entry] = gathered([*things, done(29 + SAME_SAVE_MS, entity=b"z")])
    assert len(entry.parts) == 31
    assert [part.subject.entity for part in entry.parts] == [*(bytes([number]) for number in range(30)), b"z"]
    assert len(gathered([done(0, entity=b"a"), done(SAME_SAVE_MS + 1, entity=b"b")])) == 2
    assert len(gathered([done(0, entity=b"a"), done(1, entity=b"b", session=ANNA)])) == 2


def test_changed_and_changed_back_is_said() -> None:
    there = done(0)._replace(fields=(Field("text", ("one",), "two"),))
    back = done(60_000)._replace(fields=(Field("text", ("two",), "one"),))
    [entry] = gathered([there, back])
    assert entry.parts[0].fields[0].put_back


def test_no_more_is_held_back_than_fits() -> None:
    """A file can hold any number of changes of one moment; they come as they are read."""
    gathering = Gathering()
    most = 0
    given_ = taken = 0
    for number in range(5 * MOST_HELD):
        entity = number.to_bytes(4, "big")
        one = done(0, entity=entity)._replace(subject=subject(entity=entity, root=entity * 4))
        given_ += 1
        taken += sum(len(entry.events) for entry in gathering.add(one))
        most = max(most, given_ - taken)
    taken += sum(len(entry.events) for entry in gathering.rest())
    assert most <= MOST_HELD + 1
    assert taken == given_


@given(st.integers(0, 2**32), st.integers(1, 60))
def test_every_event_is_in_one_entry_and_the_newest_comes_first(seed: int, count: int) -> None:
    pick = random.Random(seed)
    wall, events = 0, []
    for _ in range(count):
        wall += pick.choice([0, 1, SAME_SAVE_MS, SAME_SAVE_MS + 1, 60_000, RUN_GAP_MS, RUN_GAP_MS + 1, HOUR])
        action: history.Action = pick.choice(
            ["changed", "changed", "changed", "created", "deleted", "restored"]
        )
        events.append(done(wall, pick.choice([b"a", b"b", b"c"]), pick.choice([ILZE, ANNA]), action))
    found = gathered(events)
    assert sorted(one.wall for entry in found for one in entry.events) == sorted(one.wall for one in events)
    for entry in found:
        times = [one.wall for one in entry.events]
        assert times == sorted(times, reverse=True)
        assert len({one.session for one in entry.events}) == 1
        assert len({one.subject.root for one in entry.events}) == 1
    newest = [entry.wall for entry in found]
    assert newest == sorted(newest, reverse=True)


# times --------------------------------------------------------------------------------------------------


def test_days_are_those_of_this_computer() -> None:
    since, until = between_days("2026-11-23", "2026-11-23")
    begins = dt.datetime(2026, 11, 23).astimezone()
    assert since == begins.timestamp() * 1000
    assert 23 * HOUR <= until - since <= 25 * HOUR
    assert between_days("", "") == (-history.FOREVER, history.FOREVER)
    assert between_days("", "9999-12-31")[1] == history.FOREVER
