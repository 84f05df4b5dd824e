"""What history is asked for and what it answers: who set what when, as records; it reads no file and words nothing."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import (
    DELETED,
    MASK,
    ORDER,
    BadChangeError,
    Change,
    canonical,
    fold,
    split,
)
from roadmap_desktop.domain.records import Scalar

Action = Literal["created", "changed", "deleted", "restored"]

SAME_SAVE_MS: Final = 250
"""Changes of one partnership by one writer that follow each other so closely were saved together."""
RUN_GAP_MS: Final = 10 * 60_000
"""Edits of one thing by one writer belong together while no pause between them is longer."""
RUN_MOST_MS: Final = 60 * 60_000
"""A run of edits is cut after this, so that a day's work on one text does not become one line."""
MOST_HELD: Final = 1_000
"""Events kept back at most to see whether an older one belongs to them."""
MOST_STEPS: Final = 10_000
"""Changes looked at in order to tell which of two replaced ones is the later; no honest thing has more."""
FOREVER: Final = 2**62

CREATED: Final = frozenset(
    {
        "organisation",
        "partnership",
        "attachment",
        "meeting",
        "topic",
        "exchange",
        "member",
        "submission",
        *records.TOOLS,
    }
) - {"evaluation"}
"""Kinds whose things somebody adds. An answer, a note or a score has its place before anybody fills it."""

_BOOKKEEPING: Final[Mapping[str, frozenset[str]]] = {
    "side": frozenset({"key"}),
    "answer": frozenset({"side", "checkpoint", "alike"}),
    "note": frozenset({"side", "checkpoint"}),
    "attachment": frozenset({"side", "checkpoint", "sha256", "size"}),
    "stakeholder": frozenset({"side"}),
    "swot": frozenset({"side"}),
    "evaluation": frozenset({"side", "round", "criterion"}),
    "person": frozenset({"contact"}),
    "topic": frozenset({"meeting", "side", "checkpoint"}),
    "exchange": frozenset({"wall"}),
    "member": frozenset({"organisation", "expected"}),
    "submission": frozenset({"member", "digests", "wall", "whole", "changes", "figures"}),
}
"""Fields that say where a thing belongs, not what it says."""


class Scope(NamedTuple):
    """Whose history is wanted: the whole file's, or a partnership's, an entity's or a field's; b"" and "" mean all."""

    root: bytes = b""
    kind: str = ""
    entity: bytes = b""
    field: str = ""


WHOLE_FILE: Final = Scope()
"""Every change of every partnership."""


class Wanted(NamedTuple):
    """Which changes of a scope: by `person` (a name), from `since` to before `until` (ms), at `checkpoint`."""

    person: str = ""
    since: int = -FOREVER
    until: int = FOREVER
    checkpoint: str = ""


ALL: Final = Wanted()
"""Every change, whoever made it and whenever."""


class Writer(NamedTuple):
    """Who wrote, as they called themselves: anybody can claim any name."""

    name: str = ""
    organisation: str = ""


class Subject(NamedTuple):
    """What a change is about, as it stands now, so that people know it again.

    `partnership` is its title; `side` and `ours` (the side of the file's own organisation) are "a" or "b"; `form` the side's;
    `label` a row's own words; `now` the fields as they stand (as they last stood, where it is `deleted`); `there` says
    that its partnership is not deleted itself.
    """

    root: bytes
    kind: str
    entity: bytes
    partnership: str
    side: str
    ours: str
    form: str
    checkpoint: str
    label: str
    now: Mapping[str, Scalar]
    deleted: bool
    there: bool = True

    @property
    def key(self) -> tuple[bytes, str, bytes]:
        """Root, kind, entity."""
        return self[:3]


class Field(NamedTuple):
    """One field: the values that were replaced (none where there was none, several where versions differed), the new one.

    `after` is None where the thing was deleted with it.
    """

    name: str
    before: tuple[Scalar, ...]
    after: Scalar | None

    @property
    def settled(self) -> bool:
        """Differing versions were brought together."""
        return len(self.before) > 1

    @property
    def put_back(self) -> bool:
        """It was changed and changed back."""
        return self.before == (self.after,)


class Event(NamedTuple):
    """One change as people understand it; `wall` in ms since 1970, by the writer's clock."""

    id: bytes
    subject: Subject
    action: Action
    fields: tuple[Field, ...]
    wall: int
    session: bytes
    writer: Writer

    @property
    def settled(self) -> bool:
        """It brought differing versions together."""
        return any(field.settled for field in self.fields)


class Part(NamedTuple):
    """What an entry did to one thing: per field from the value before the first change to that after the last."""

    subject: Subject
    action: Action
    fields: tuple[Field, ...]

    @property
    def settled(self) -> bool:
        """It brought differing versions together."""
        return any(field.settled for field in self.fields)


class Entry(NamedTuple):
    """One thing somebody did: what was saved together, or a run of edits of one thing. Events come newest first."""

    events: tuple[Event, ...]

    @property
    def wall(self) -> int:
        """When it was done; the end of a run."""
        return self.events[0].wall

    @property
    def began(self) -> int:
        """When the first of it was done."""
        return self.events[-1].wall

    @property
    def writer(self) -> Writer:
        """Who did it."""
        return self.events[0].writer

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it did, thing by thing, in the order in which it was written."""
        things: dict[tuple[bytes, str, bytes], list[Event]] = {}
        for event in reversed(self.events):
            things.setdefault(event.subject.key, []).append(event)
        return tuple(_part(events) for events in things.values())


class Page(NamedTuple):
    """The next entries. `names` holds the organisations mentioned, by id in hex; `ended` when there are no more."""

    entries: tuple[Entry, ...]
    names: Mapping[str, str]
    ended: bool


# what one change says -----------------------------------------------------------------------------------


def visible(kind: str, field: str) -> bool:
    """Whether people care for that field: not for a row's place in its list, nor for where a thing belongs."""
    return field not in (DELETED, MASK, ORDER) and field not in _BOOKKEEPING.get(kind, ())


def event(
    change: Change, subject: Subject, known: Mapping[bytes, Change], writer: Writer, *, first: bool
) -> Event | None:
    """`change` as people understand it; None where it says nothing to them, or cannot be read.

    `known` are the changes of the same entity by every id that they are known by; `first` when it is the oldest of them.
    """
    former = {known[number].id: known[number] for number in split(change.prev) if number in known}
    former.pop(change.id, None)  # a mask names what it stands for
    replaced = list(former.values())
    try:
        fields = change.fields
        if fields.get(DELETED):
            held = fold(replaced).fields
            shown = tuple(Field(name, (value,), None) for name, value in _filled(change.kind, held))
            return Event(change.id, subject, "deleted", shown, change.wall, change.session, writer)
    except (BadChangeError, TypeError):  # no change that a file should hold
        return None
    action: Action = "changed"
    if DELETED in fields:
        action = "restored"
    elif first and change.kind in CREATED:
        action = "created"
    made = (
        Field(name, _former(name, replaced, known), plain(value))
        for name, value in in_order(change.kind, fields)
        if visible(change.kind, name)
    )
    shown = tuple(field for field in made if not _idle(change.kind, field))
    if action == "changed" and not shown:
        return None
    return Event(change.id, subject, action, shown, change.wall, change.session, writer)


def in_order(kind: str, fields: Mapping[str, Scalar]) -> list[tuple[str, Scalar]]:
    """`fields` as the record has them, those of a newer program last."""
    known = records.fields(kind) if kind in records.KINDS else ()
    return sorted(
        fields.items(), key=lambda item: (known.index(item[0]) if item[0] in known else len(known), item[0])
    )


def plain(value: object) -> Scalar:
    """A value of a field as one that this program knows; what a newer one may hold, as its JSON."""
    return value if isinstance(value, str | int) else canonical({"": value})[4:-1]  # type: ignore[dict-item]


def unset(kind: str, field: str) -> Scalar:
    """What a field reads as before anybody set it."""
    return records.defaults(kind).get(field, "") if kind in records.KINDS else ""


def _former(name: str, replaced: Sequence[Change], known: Mapping[bytes, Change]) -> tuple[Scalar, ...]:
    """The differing values that a field had when `replaced` were there, the oldest first.

    A change is named in `prev` for any of the fields set, and may have set others that had been replaced long since:
    of those that set this one, none counts that another of them replaces, be it by steps in between.
    """
    setters = {old.id: value for old in replaced if (value := _value(old, name)) is not None}
    if len(set(setters.values())) > 1:
        for number in _behind(name, setters, known):
            setters.pop(number, None)
    ordered = sorted(setters, key=lambda number: (known[number].wall, number))
    return tuple(dict.fromkeys(setters[number] for number in ordered))


def _behind(name: str, start: Iterable[bytes], known: Mapping[bytes, Change]) -> set[bytes]:
    """All that the changes `start` replace of a field, directly or by steps."""
    found: set[bytes] = set()
    left = list(start)
    while left and len(found) < MOST_STEPS:
        one = known[left.pop()]
        new = {
            known[number].id
            for number in split(one.prev)
            if number in known and _value(known[number], name) is not None
        } - {*found, one.id}
        found |= new
        left += new
    return found


def _value(change: Change, name: str) -> Scalar | None:
    """What `change` sets the field to; None where it does not, or cannot be read."""
    try:
        fields = change.fields
    except BadChangeError:
        return None
    return plain(fields[name]) if name in fields else None


def _idle(kind: str, field: Field) -> bool:
    """Nothing that anybody sees was changed."""
    return field.put_back or (field.before in ((), ("",)) and field.after in ("", unset(kind, field.name)))


def _filled(kind: str, fields: Mapping[str, Scalar]) -> Iterator[tuple[str, Scalar]]:
    for name, value in in_order(kind, fields):
        if visible(kind, name) and plain(value) not in ("", unset(kind, name)):
            yield name, plain(value)


def _part(events: Sequence[Event]) -> Part:
    """One thing's events, oldest first, as one."""
    first, last = events[0], events[-1]
    action = last.action if last.action in ("deleted", "restored") else first.action
    if last.action == "deleted":
        return Part(last.subject, action, last.fields)
    fields: dict[str, Field] = {}
    for each in events:
        for field in each.fields:
            before = fields[field.name].before if field.name in fields else field.before
            fields[field.name] = Field(field.name, before, field.after)
    return Part(last.subject, action, tuple(fields.values()))


# entries ------------------------------------------------------------------------------------------------


class _Slot:
    """An entry in the making; `running` while older edits of the same thing may still join it."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.saving = True
        self.running = False

    @property
    def newest(self) -> int:
        return self.events[0].wall

    @property
    def oldest(self) -> int:
        return self.events[-1].wall

    def could_run(self) -> bool:
        """Whether it is an edit of one thing, and not an event that deserves a line of its own."""
        things = {event.subject.key for event in self.events}
        actions = [event.action for event in self.events]
        plain_edits = all(action == "changed" for action in actions[:-1]) and actions[-1] in (
            "changed",
            "created",
        )
        return len(things) == 1 and plain_edits and not any(event.settled for event in self.events)


class Gathering:
    """Makes entries of events that come newest first, as soon as nothing older can belong to them.

    Saved together is one entry: a new partnership with its two sides, a row pasted whole. Edits of one thing by one
    writer, with no pause of more than ten minutes and nobody else's edit between them, are one entry as well, for
    an hour at most: what is saved at each pause of typing is one thing to whoever reads it. Adding a row begins such a
    run; deletions, restoring and the settling of differing versions stand alone.
    """

    def __init__(self) -> None:
        """Nothing has come yet."""
        self._slots: deque[_Slot] = deque()
        self._saves: OrderedDict[tuple[bytes, bytes], _Slot] = OrderedDict()
        self._runs: dict[tuple[bytes, str, bytes], _Slot] = {}
        self._held = 0

    def add(self, event: Event) -> Iterator[Entry]:
        """Take one event in; gives the entries that are complete by now."""
        while self._saves and next(iter(self._saves.values())).oldest - event.wall > SAME_SAVE_MS:
            self._close_save()
        key = (event.session, event.subject.root)
        slot = self._saves.get(key)
        if slot is None:
            slot = self._saves[key] = _Slot()
            self._slots.append(slot)
        slot.events.append(event)
        self._saves.move_to_end(key)
        self._held += 1
        run = self._runs.get(event.subject.key)
        if run is not None and run.events[0].session != event.session:
            self._end_run(event.subject)
        yield from self._complete(event.wall)

    def rest(self) -> Iterator[Entry]:
        """No more events come: what is left."""
        while self._saves:
            self._close_save()
        for slot in self._slots:
            slot.running = False
        yield from self._complete(-FOREVER)

    def _close_save(self) -> None:
        _, slot = self._saves.popitem(last=False)
        slot.saving = False
        if not slot.could_run():
            for event in slot.events:
                self._end_run(event.subject)
            return
        key = slot.events[0].subject.key
        run = self._runs.get(key)
        if (
            run is not None
            and run.running
            and run.events[0].session == slot.events[0].session
            and run.oldest - slot.newest <= RUN_GAP_MS
            and run.newest - slot.oldest <= RUN_MOST_MS
        ):
            run.events += slot.events
            slot.events = []
            slot = run
        elif run is not None:
            run.running = False
        slot.running = slot.events[-1].action == "changed"
        self._runs[key] = slot

    def _end_run(self, subject: Subject) -> None:
        """Nothing older joins the run of edits of that thing."""
        run = self._runs.pop(subject.key, None)
        if run is not None:
            run.running = False

    def _complete(self, wall: int) -> Iterator[Entry]:
        while self._slots:
            slot = self._slots[0]
            over = not slot.events or (
                not slot.saving and (not slot.running or slot.oldest - wall > RUN_GAP_MS + SAME_SAVE_MS)
            )
            if not over and self._held <= MOST_HELD:
                return
            if slot.saving:  # more than can be held
                key = (slot.events[0].session, slot.events[0].subject.root)
                self._saves.pop(key, None)
            self._slots.popleft()
            if not slot.events:
                continue
            self._held -= len(slot.events)
            if self._runs.get(slot.events[0].subject.key) is slot:
                del self._runs[slot.events[0].subject.key]
            yield Entry(tuple(slot.events))


# times --------------------------------------------------------------------------------------------------


def day_begins(day: str) -> int:
    """The first moment of `day` (YYYY-MM-DD, of this computer's zone) in ms since 1970."""
    return round(dt.datetime.fromisoformat(day).astimezone().timestamp() * 1000)


def between_days(since: str, until: str) -> tuple[int, int]:
    """From the first moment of `since` to before the day after `until`; "" leaves that end open."""
    begin = day_begins(since) if since else -FOREVER
    if not until or until == dt.date.max.isoformat():
        return begin, FOREVER
    after = dt.date.fromisoformat(until) + dt.timedelta(days=1)
    return begin, day_begins(after.isoformat())
