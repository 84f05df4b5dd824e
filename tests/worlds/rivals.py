"""Two usual ways of sharing, living through the same histories: what they would have lost, brought back or asked in vain.

*Newest wins* keeps of each field the value with the later time. A *three-way merge without a log* compares each file that
comes with what came from the same copy before: what only one side changed is taken, what both changed is asked about.
Both are judged by what the oracle knows of who had seen what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, SILENT
from roadmap_desktop.domain.records import Scalar
from tests.store.world import Event, Key
from tests.worlds.sharing import Came, Copied, Sharing, Wrote

_Spot: TypeAlias = tuple[Key, str]


class _Held(NamedTuple):
    value: Scalar
    wall: int
    event: int


_State: TypeAlias = dict[_Spot, _Held]


class Cost(NamedTuple):
    """Values that nobody had replaced knowingly and that are gone, values that came back, questions asked in vain."""

    lost: int
    back: int
    false: int = 0


def newest_wins(world: Sharing) -> Cost:
    """What is left of a world where the later time wins."""
    states: dict[int, _State] = {}
    for happened in world.script:
        if isinstance(happened, Copied):
            states[happened.copy] = dict(states[happened.source])
            continue
        mine = states.setdefault(happened.copy, {})
        if isinstance(happened, Wrote):
            mine |= _written(world, happened)
        else:
            for spot, held in _of(states.setdefault(happened.source, {}), happened):
                if spot not in mine or _age(held) > _age(mine[spot]):
                    mine[spot] = held
    return _judged(world, states[world.number(world.copies[0])], {})


def three_way(world: Sharing) -> Cost:
    """What is left of a world where each file is compared with the last that came from there."""
    states: dict[int, _State] = {}
    bases: dict[tuple[int, int], _State] = {}
    asked: dict[int, dict[_Spot, set[int]]] = {}
    false: set[tuple[int, _Spot, int, int]] = set()
    for happened in world.script:
        if isinstance(happened, Copied):
            states[happened.copy] = dict(states[happened.source])
            asked[happened.copy] = {
                spot: set(found) for spot, found in asked.get(happened.source, {}).items()
            }
            for pair in ((happened.copy, happened.source), (happened.source, happened.copy)):
                bases[pair] = dict(states[happened.source])
            continue
        mine = states.setdefault(happened.copy, {})
        questions = asked.setdefault(happened.copy, {})
        if isinstance(happened, Wrote):
            written = _written(world, happened)
            for spot in written:
                questions.pop(spot, None)
            mine |= written
            continue
        base = bases.setdefault((happened.copy, happened.source), {})
        for spot, theirs in _of(states.setdefault(happened.source, {}), happened):
            ours, was = mine.get(spot), base.get(spot)
            base[spot] = theirs
            if ours is None or ours.value == theirs.value or _value(was) == ours.value:
                mine[spot] = theirs
            elif _value(was) != theirs.value and spot[1] not in SILENT:
                questions.setdefault(spot, set()).add(theirs.event)
                if not _apart(world.events[ours.event], world.events[theirs.event]):
                    false.add((happened.copy, spot, ours.event, theirs.event))
    first = world.number(world.copies[0])
    return _judged(world, states[first], asked.get(first, {}))._replace(false=len(false))


def _written(world: Sharing, happened: Wrote) -> _State:
    events = (world.events[number] for number in happened.events)
    return {(event.key, event.field): _Held(event.value, happened.wall, event.number) for event in events}


def _of(state: Mapping[_Spot, _Held], came: Came) -> Iterator[tuple[_Spot, _Held]]:
    return ((spot, held) for spot, held in list(state.items()) if spot[0] in came.keys)


def _age(held: _Held) -> tuple[int, str]:
    return held.wall, repr(held.value)


def _value(held: _Held | None) -> Scalar | None:
    return None if held is None else held.value


def _apart(one: Event, other: Event) -> bool:
    """Whether neither writer had seen what the other wrote."""
    return one.number not in other.seen and other.number not in one.seen


def _judged(world: Sharing, state: Mapping[_Spot, _Held], asked: Mapping[_Spot, set[int]]) -> Cost:
    lost = back = 0
    first = world.copies[0]
    for key in world.keys:
        deleted, disputed = world.deletion(first, key)
        if key[1] not in records.KINDS or deleted:
            continue
        gone = _value(state.get((key, DELETED))) == 1 and not disputed
        for field, events in world.live(first, key).items():
            if field == DELETED or field in SILENT:
                continue
            held = state.get((key, field))
            found = {world.events[number].value for number in asked.get((key, field), ())}
            if held is not None and not gone:
                found.add(held.value)
                back += held.value not in {event.value for event in events}
            lost += len({event.value for event in events} - found)
    return Cost(lost, back)
