"""What must be set so that a thing is again as it was then: pure, for restoring and for comparing; writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Change, Edit, State
from roadmap_desktop.domain.names import upright
from roadmap_desktop.domain.records import Scalar

LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    "organisation": ("name",),
    "partnership": ("title",),
    "attachment": ("name",),
    "stakeholder": ("name", "role"),
    "swot": ("text",),
    "contact": ("role", "name", "email", "phone"),
    "person": ("name", "email", "phone"),
    "log": ("what", "who", "day"),
    "action": ("what",),
    "budget": ("item",),
    "agreement": ("number", "form"),
    "indicator": ("name",),
    "evaluation": ("criterion",),
    "meeting": ("day", "place"),
    "topic": ("title",),
    "exchange": ("who", "file"),
    "member": ("name",),
    "submission": ("file",),
}
"""Per kind the fields that a thing is known by, the first that is filled."""


class Contrast(NamedTuple):
    """How much two states of a file differ: partnerships with a difference, answers, and everything else."""

    partnerships: int
    answers: int
    others: int


class Thing(NamedTuple):
    """One thing that differs: the edit that makes it what it was then, and its fields in both states.

    None for the fields says that it was not there.
    """

    edit: Edit
    now: Mapping[str, Scalar] | None
    then: Mapping[str, Scalar] | None


class Divergence(NamedTuple):
    """All that differs in one partnership or one organisation, its own thing first.

    `sides` has by their key the fields of the partnership's sides; `there` says whether it shows now.
    """

    root: bytes
    title: str
    sides: Mapping[str, Mapping[str, Scalar]]
    there: bool
    things: tuple[Thing, ...]


def shown(state: State) -> bool:
    """Whether a thing in that state is there for the user."""
    return bool(state.heads) and not state.deleted


def way_back(kind: str, now: State, then: State) -> dict[str, Scalar]:
    """The fields to set so that what is `now` shows what it showed `then`; empty where it does already.

    A question that is open now and was not then is settled by it. One that was open then and has been settled since
    is not asked again: the value that was shown then is set, the other one stays in the history.
    """
    if not shown(then):
        return {DELETED: 1} if shown(now) else {}
    unset = records.defaults(kind) if kind in records.KINDS else {}
    names = sorted({*now.fields, *then.fields})
    if not shown(now):
        fields = {name: then.fields.get(name, unset.get(name, "")) for name in names}
        return {**fields, DELETED: 0} if now.heads else fields or unset
    wanted: dict[str, Scalar] = {}
    for name in names:
        there, here = (state.fields.get(name, unset.get(name, "")) for state in (then, now))
        if there != here or (name in now.conflicts and name not in then.conflicts):
            wanted[name] = there
    if DELETED in now.conflicts and DELETED not in then.conflicts:
        wanted[DELETED] = 0
    return wanted


def label_of(kind: str, fields: Mapping[str, Scalar]) -> str:
    """The thing's own words, by which people know it again; "" where it has none."""
    return upright(next((str(fields[name]) for name in LABELS.get(kind, ()) if fields.get(name)), ""))


def contrast(edits: Iterable[Edit]) -> Contrast:
    """`edits` from the state now to the one then, counted."""
    partnerships: set[bytes] = set()
    answers = others = 0
    for edit in edits:
        if edit.kind != "organisation":
            partnerships.add(edit.root)
        answers += edit.kind == "answer"
        others += edit.kind != "answer"
    return Contrast(len(partnerships), answers, others)


# when it was ------------------------------------------------------------------------------------------


def written_by(changes: Sequence[Change], until: int, present: int) -> list[Change]:
    """Those of a root's `changes` that had been written at `until`, both ms since 1970, as nearly as that can be known.

    Walls are told by the writers' own clocks, and these go wrong. Nobody can replace what is not written yet, so a
    change is never counted as older than what it replaces, whatever its wall says: that mends a clock that fell back
    to 1970. A wall after `present` is no time at all: such a change counts as written when somebody first replaced
    it, and while nobody has, as written just now. What a clock set moderately ahead wrote is taken at its word.
    """
    if all(change.wall <= until for change in changes):
        return list(changes)
    after = {change.id for change in changes if until < change.wall <= present}
    undated = {change.id for change in changes if change.wall > max(until, present)}
    replaced = {change.id: change.replaces for change in changes}
    followers: dict[bytes, list[bytes]] = {}
    for number, former in replaced.items():
        for one in former:
            followers.setdefault(one, []).append(number)
    after = _reached(after, followers)
    dated = replaced.keys() - after - undated
    there = dated | (_reached(dated, replaced) & undated - after)
    return [change for change in changes if change.id in there]


def _reached(start: Collection[bytes], ways: Mapping[bytes, Iterable[bytes]]) -> set[bytes]:
    """`start` and all that can be reached from it."""
    found, left = set(start), list(start)
    while left:
        new = [number for number in ways.get(left.pop(), ()) if number not in found]
        found.update(new)
        left += new
    return found


# bringing some of it back -----------------------------------------------------------------------------


class Outcome(NamedTuple):
    """What edits do, in numbers of partnerships, checkpoints and other things."""

    back: tuple[int, int, int]
    changed: tuple[int, int, int]
    gone: tuple[int, int, int]


def outcome(edits: Collection[Edit], found: Iterable[Divergence]) -> Outcome:
    """What `edits`, which are of `found`, bring back, change and take away; a checkpoint counts once in each."""
    roots = {edit.root for edit in edits}
    things = {thing.edit[:3]: thing for one in found if one.root in roots for thing in one.things}
    back, changed, gone = ([set[object](), set[object](), set[object]()] for _ in Outcome._fields)
    for edit in edits:
        thing = things[edit[:3]]
        fields = thing.now or thing.then or {}
        into = gone if thing.then is None else back if thing.now is None else changed
        if edit.kind == "partnership":
            into[0].add(edit.root)
        elif edit.kind in ("answer", "note"):
            into[1].add((edit.root, str(fields.get("side")), str(fields.get("checkpoint"))))
        elif edit.kind == "person":  # one row with the contact
            into[2].add((edit.root, str(fields.get("contact"))))
        else:
            into[2].add((edit.root, edit.entity.hex() if edit.kind == "contact" else edit.entity))
    return Outcome(*((len(one), len(two), len(three)) for one, two, three in (back, changed, gone)))


def completed(chosen: Iterable[Edit], found: Iterable[Divergence]) -> list[Edit]:
    """`chosen` with whatever of `found` they cannot be brought back without, a partnership before what is in it.

    A thing inside a partnership that is gone needs the partnership, the data of a person need the contact, and a
    side needs its organisation.
    """
    wanted = {edit[:3]: edit for edit in chosen}
    known = list(found)
    gone = {one.root for one in known if not one.there}
    left = [edit for edit in wanted.values() if edit.root in gone or edit.kind in ("person", "side")]
    if not left:
        return list(wanted.values())
    roots = {edit.root for edit in left}
    near = [one for one in known if one.root in roots or one.things[0].edit.kind == "organisation"]
    own = {(one.root, thing.edit.entity): thing for one in near for thing in one.things}
    while left:
        for needed in _needed(left.pop(), own):
            if needed.edit[:3] not in wanted and needed.now is None:
                wanted[needed.edit[:3]] = needed.edit
                left.append(needed.edit)
    places = {root: place for place, root in enumerate(one.root for one in known)}
    # The partnership first: what is written into a deleted one would raise a question.
    return sorted(wanted.values(), key=lambda edit: (places[edit.root], edit.entity != edit.root, edit[1:3]))


def _needed(edit: Edit, own: Mapping[tuple[bytes, bytes], Thing]) -> Iterator[Thing]:
    keys = [(edit.root, edit.root)]
    fields = {**(own[edit.root, edit.entity].then or {}), **edit.fields}
    for name in ("contact", "organisation"):
        try:
            number = bytes.fromhex(str(fields.get(name, "")))
        except ValueError:
            continue  # no name of anything
        keys.append((number if name == "organisation" else edit.root, number))
    return (own[key] for key in keys if key in own)
