"""Several copies of one file, people writing in them, and an oracle that tracks what each had truly seen.

The oracle knows nothing of `prev`, of heads or of the fold: it notes each value written together with everything
its writer's copy held at that moment, and says from that alone what may be shown and what must be in conflict.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, SILENT, Change, Edit
from roadmap_desktop.domain.records import Scalar, answer_id, side_id
from roadmap_desktop.store import derived, log
from roadmap_desktop.store.log import Author, Log, Step
from tests.store import tools

Key = tuple[bytes, str, bytes]

ROOTS = (tools.ROOT, tools.OTHER_ROOT)
REGISTER = bytes(16)
CLOCKS = (-(10**13), 0, 1, 1_700_000_000_000, 1_700_000_000_500, 250_000_000_000_000)
"""Milliseconds: centuries before 1970, 1970, today, the year 9892."""

KEYS: tuple[Key, ...] = (
    *((root, "partnership", root) for root in ROOTS),
    *((root, "side", side_id(root, "a")) for root in ROOTS),
    *(
        (root, "answer", answer_id(root, "a", checkpoint))
        for root in ROOTS
        for checkpoint in ("c1.need", "c1.idea")
    ),
    (ROOTS[0], "action", b"action-1--------"),
    (ROOTS[0], "action", b"action-2--------"),
    (ROOTS[0], "hologram", b"of-a-newer-app--"),
    (REGISTER, "organisation", REGISTER),
)
FIELDS: Mapping[str, Mapping[str, Sequence[Scalar]]] = {
    "partnership": {"title": ("Dārzs", "Skola", ""), "stage": ("active", "paused", "ended")},
    "side": {"key": ("a",), "form": ("community", "municipality"), "organisation": ("", "00" * 16)},
    "answer": {
        "side": ("a",),
        "checkpoint": ("c1.need",),
        "text": ("", "viens", "divi", "trīs"),
        "state": records.STATES,
        "due": ("", "2026-11-30"),
        "mood": ("calm", 7),
    },
    "action": {"what": ("sapulce", "vēstule"), "position": ("a", "b", "c")},
    "hologram": {"colour": ("blue", 3)},
    "organisation": {"name": ("Biedrība", "Dome"), "note": ("", "x")},
}


class Event(NamedTuple):
    """One value written. `seen` are the events its writer's copy held; `covers` those that a deletion is about."""

    number: int
    key: Key
    field: str
    value: Scalar
    seen: frozenset[int]
    covers: frozenset[int]


class Before(NamedTuple):
    """What the oracle knew of an entity before a step, for judging its undo."""

    key: Key
    existed: bool
    deleted: bool
    live: dict[str, list[Event]]


class Copy:
    """One copy of the file, the session writing in it, and the events it holds.

    `told` has the values of those that it holds otherwise than they were written: without names, or (no value at all)
    by what replaced them alone.
    """

    def __init__(self, db: Any, start: int, known: set[int], told: Mapping[int, frozenset[Scalar]]) -> None:
        self.db = db
        self.known = known
        self.told = dict(told)
        self.undo: list[tuple[Step, list[Before]]] = []
        self.redo: list[tuple[Step, list[Before]]] = []
        self.restart(start)

    def restart(self, start: int) -> None:
        self.log = Log(self.db, Author("Zane"), tools.clock_from(start))
        self.undo, self.redo = [], []


class World:
    """Up to four copies; every method is something that people do."""

    most = 4
    keys: Sequence[Key] = KEYS
    fields: Mapping[str, Mapping[str, Sequence[Scalar]]] = FIELDS

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.copies = [self.begun()]

    def begun(self) -> Copy:
        """The first copy, with nothing in it."""
        return Copy(tools.memory_file(), 1_000, set(), {})

    def cloned(self, source: Copy, start: int) -> Copy:
        """Another copy, made by hand."""
        return Copy(tools.copy_of(source.db), start, set(source.known), source.told)

    # ---------------------------------------------------------------------------------- what people do

    def edit(self, at: int, edits: Sequence[Edit]) -> None:
        """Create, edit, delete, restore, resolve: all are edits."""
        copy = self.copies[at % len(self.copies)]
        was_deleted = self._before(copy, edits[0][:3], []).deleted
        undone = tools.shown(copy.db)
        step = copy.log.save(edits, self.contents_of(edits))
        befores = [self._before(copy, former[:3], former.fields) for former in step.formers]
        for change in step.changes:
            self._note_change(copy, change[:3], change)
        if step.changes:
            copy.undo.append((step, befores))
            copy.redo.clear()
        else:
            assert tools.shown(copy.db) == undone
        if len(edits) == 1:
            self._is_as_wished(copy, edits[0], deleted_before=was_deleted)

    def contents_of(self, edits: Sequence[Edit]) -> Sequence[bytes]:
        """The bytes of the attachments that are edited."""
        return ()

    def undo(self, at: int) -> None:
        copy = self.copies[at % len(self.copies)]
        if copy.undo:
            copy.redo.append(self._revert(copy, *copy.undo.pop()))

    def redo(self, at: int) -> None:
        copy = self.copies[at % len(self.copies)]
        if copy.redo:
            copy.undo.append(self._revert(copy, *copy.redo.pop()))

    def there_and_back(self, at: int, edits: Sequence[Edit]) -> None:
        """A step, its undo and its redo at once: each must show exactly what was shown."""
        copy = self.copies[at % len(self.copies)]
        # Fields that this version does not know are set by newer programs only, which undo them their way.
        edits = [
            edit._replace(fields={f: v for f, v in edit.fields.items() if f != "mood"}) for edit in edits
        ]
        former = tools.shown(copy.db)
        self.edit(at, edits)
        latter = tools.shown(copy.db)
        if former != latter:
            self.undo(at)
            assert tools.shown(copy.db) == former, "undo is not exact"
            self.redo(at)
            assert tools.shown(copy.db) == latter, "redo is not exact"
            self.undo(at)
            assert tools.shown(copy.db) == former, "the second undo is not exact"

    def copy(self, at: int, start: int) -> None:
        """A copy by hand while the session runs."""
        source = self.copies[at % len(self.copies)]
        made = self.cloned(source, start)
        if len(self.copies) == self.most:
            self.copies.pop(1)
        self.copies.append(made)

    def restart(self, at: int, start: int) -> None:
        self.copies[at % len(self.copies)].restart(start)

    def merge(self, at: int, other: int, root: bytes | None = None) -> None:
        """Receive another copy, or one partnership of it."""
        copy, source = self.copies[at % len(self.copies)], self.copies[other % len(self.copies)]
        changes = [change for change in derived.all_changes(source.db) if root in (None, change.root)]
        copy.log.merge(changes, log.all_sessions(source.db))
        self.learn(
            copy,
            {
                number: source.told.get(number)
                for number in source.known
                if root in (None, self.events[number].key[0])
            },
        )

    def learn(self, copy: Copy, came: Mapping[int, frozenset[Scalar] | None]) -> None:
        """Take in events: as they were written (None), or told by these values."""
        for number, told in came.items():
            if told is None or (number in copy.known and number not in copy.told):
                copy.told.pop(number, None)
            else:
                copy.told[number] = told | copy.told.get(number, frozenset())
            copy.known.add(number)

    # ---------------------------------------------------------------------------------- what must hold

    def judge(self) -> None:
        """Everything promised, in every copy."""
        for copy in self.copies:
            self._judge(copy)
            assert tools.tally_is_right(copy.db), "tally"
        by_known: dict[frozenset[int], Any] = {}
        for copy in self.copies:
            if not copy.told:
                held = tools.dump(copy.db)
                assert by_known.setdefault(frozenset(copy.known), held) == held, (
                    "same changes, different state"
                )

    def judge_rebuild(self) -> None:
        for copy in self.copies:
            assert tools.dump(copy.db) == tools.rebuilt(copy.db), "derived tables differ from a rebuild"
            tools.index_entries(copy.db)

    def _judge(self, copy: Copy) -> None:
        conflicts = {
            (root, kind, entity, field): tools.heads(copy.db, root, kind, entity, joined)
            for root, kind, entity, field, joined in copy.db.execute("SELECT * FROM conflicts")
        }
        for key in self.keys:
            kind = key[1]
            live = self.live(copy, key)
            deleted, disputed = self.deletion(copy, key)
            if kind not in records.KINDS:
                continue
            assert ((*key, DELETED) in conflicts) == disputed, "deleted there, edited here"
            there = tools.value(copy.db, kind, key[2], "extra") is not None
            assert there == (self._is_told(copy, live) and not deleted), "shown or not"
            for field in self.fields[kind]:
                told = [self._values(copy, event) for event in live.get(field, ())]
                if not all(
                    told
                ):  # it went with what was deleted elsewhere: older values may show till it comes
                    continue
                asked = conflicts.get((*key, field))
                self._judge_field(
                    field, told, None if asked is None else {one.fields[field] for one in asked}
                )
                if there:
                    default = records.defaults(kind).get(field)
                    agreed = frozenset.intersection(*told) if told and asked is None else None
                    among = agreed or frozenset().union(*told) or {default}
                    assert self._field(copy, key, field) in among, "a value not written or replaced"

    def _values(self, copy: Copy, event: Event) -> frozenset[Scalar]:
        return copy.told.get(event.number, frozenset((event.value,)))

    def _is_told(self, copy: Copy, live: Mapping[str, list[Event]]) -> bool:
        return any(self._values(copy, event) for found in live.values() for event in found)

    def _judge_field(self, field: str, told: Sequence[frozenset[Scalar]], asked: set[Scalar] | None) -> None:
        """`told` are the values by which each event that stands may show."""
        if asked is None:
            assert field in SILENT or not told or frozenset.intersection(*told), "a value is hidden"
            return
        assert len(asked) > 1, "a question with one answer"
        assert field not in SILENT, "a question nobody asked"
        assert all(values & asked for values in told), "a value is hidden"
        assert asked <= frozenset().union(*told), "other values in conflict"
        # Of two that wrote the same, one can be told otherwise; nobody who has only that can know.
        certain = all(len(values) == 1 for values in told)
        assert not certain or not frozenset.intersection(*told), "false conflict"

    def _is_as_wished(self, copy: Copy, edit: Edit, *, deleted_before: bool) -> None:
        """After a save, what was asked for is there, and nobody is asked about it."""
        if edit.kind not in records.KINDS:
            return
        key = (edit.root, edit.kind, edit.entity)
        if edit.fields.get(DELETED):
            assert tools.value(copy.db, edit.kind, edit.entity, "extra") is None
            return
        for field, wished in edit.fields.items():
            if field == DELETED and self.live(copy, key):
                assert tools.value(copy.db, edit.kind, edit.entity, "extra") is not None
            elif self._field(copy, key, field) is not None:
                assert self._field(copy, key, field) == wished
            asked = copy.db.execute(
                "SELECT 1 FROM conflicts WHERE entity = ? AND kind = ? AND field = ?",
                (edit.entity, edit.kind, field),
            ).fetchone()
            assert asked is None
        if deleted_before and DELETED not in edit.fields:
            fresh = {**records.defaults(edit.kind), **edit.fields}
            for field in records.fields(edit.kind):
                assert self._field(copy, key, field) == fresh[field], "what was deleted came back"

    def _field(self, copy: Copy, key: Key, field: str) -> Scalar | None:
        if field in records.fields(key[1]):
            return tools.value(copy.db, key[1], key[2], field)
        extra = tools.value(copy.db, key[1], key[2], "extra")
        found: Scalar | None = None if extra is None else json.loads(str(extra)).get(field)
        return found

    # ---------------------------------------------------------------------------------- the oracle

    def _held(self, copy: Copy, key: Key) -> list[Event]:
        return [event for event in map(self.events.__getitem__, sorted(copy.known)) if event.key == key]

    def live(self, copy: Copy, key: Key) -> dict[str, list[Event]]:
        """Per field, what was written and not replaced by anyone who had seen it."""
        by_field: dict[str, list[Event]] = {}
        for event in self._held(copy, key):
            by_field.setdefault(event.field, []).append(event)
        return {
            field: [one for one in found if not any(one.number in other.seen for other in found)]
            for field, found in by_field.items()
        }

    def deletion(self, copy: Copy, key: Key) -> tuple[bool, bool]:
        """(deleted, disputed)."""
        live = self.live(copy, key)
        marks = live.pop(DELETED, [])
        deletions = [mark for mark in marks if mark.value]
        if not deletions:
            return False, False
        covered = frozenset[int]().union(*(mark.covers for mark in deletions))
        left = [event for found in live.values() for event in found]
        if key[1] == "partnership":
            for other in self.keys:
                if other[0] == key[0] and other != key:
                    left += [event for found in self.live(copy, other).values() for event in found]
        agreed = len(deletions) == len(marks) and all(event.number in covered for event in left)
        return agreed, not agreed

    def _before(self, copy: Copy, key: Key, names: Mapping[str, object] | Sequence[str]) -> Before:
        live = self.live(copy, key)
        return Before(
            key, bool(live), self.deletion(copy, key)[0], {name: live.get(name, []) for name in names}
        )

    def _covers(self, copy: Copy, key: Key) -> frozenset[int]:
        whole = key[1] == "partnership"
        return frozenset(
            n for n in copy.known if self.events[n].key == key or (whole and self.events[n].key[0] == key[0])
        )

    def _note(
        self, copy: Copy, key: Key, field: str, value: Scalar, seen: frozenset[int], covers: frozenset[int]
    ) -> Event:
        event = Event(len(self.events), key, field, value, seen, covers)
        self.events.append(event)
        copy.known.add(event.number)
        return event

    def _note_change(self, copy: Copy, key: Key, change: Change) -> None:
        seen = frozenset(copy.known)
        for field, value in change.fields.items():
            covers = self._covers(copy, key) if field == DELETED and value else frozenset[int]()
            self._note(copy, key, field, value, seen, covers)

    def _revert(self, copy: Copy, step: Step, befores: list[Before]) -> tuple[Step, list[Before]]:
        made = copy.log.revert(step)
        again = [self._before(copy, former[:3], former.fields) for former in made.formers]
        for former in sorted(befores, key=lambda one: one.key[2] == one.key[0]):
            key = former.key
            seen = frozenset(copy.known)
            if not former.existed:
                self._note(copy, key, DELETED, 1, seen, self._covers(copy, key))
                continue
            renewed = self._renew(copy, former, seen)
            if DELETED not in former.live:
                continue
            if former.deleted:
                self._note(copy, key, DELETED, 1, seen, self._covers(copy, key))
                continue
            for mark in former.live[DELETED]:
                covers = mark.covers | {renewed[number] for number in mark.covers if number in renewed}
                self._note(copy, key, DELETED, mark.value, seen, covers)
            if not former.live[DELETED]:
                self._note(copy, key, DELETED, 0, seen, frozenset())
        return made, again

    def _renew(self, copy: Copy, former: Before, seen: frozenset[int]) -> dict[int, int]:
        """Write the live values of `former` again; returns which event became which."""
        renewed: dict[int, int] = {}
        known = records.defaults(former.key[1]) if former.key[1] in records.KINDS else {}
        for field, live in former.live.items():
            if field == DELETED:
                continue
            for event in live:
                again = self._note(copy, former.key, field, event.value, seen, frozenset())
                renewed[event.number] = again.number
            if not live:
                self._note(copy, former.key, field, known.get(field, ""), seen, frozenset())
        return renewed


def some_edit(
    pick: random.Random,
    keys: Sequence[Key] = KEYS,
    among: Mapping[str, Mapping[str, Sequence[Scalar]]] = FIELDS,
) -> Edit:
    """An edit as people make them, often of the same few things."""
    key = pick.choice(keys)
    manner = pick.random()
    if manner < 0.12:
        return Edit(*key, {DELETED: 1})
    fields: dict[str, Scalar] = {DELETED: 0} if manner < 0.2 else {}
    choice = among[key[1]]
    for field in pick.sample(sorted(choice), pick.randint(0 if fields else 1, len(choice))):
        fields[field] = pick.choice(choice[field])
    return Edit(*key, fields)


def live_through(pick: random.Random, steps: int, *, judge_each: bool = False) -> World:
    """A world in which `steps` things happened."""
    world = World()
    for _ in range(steps):
        at, other = pick.randrange(4), pick.randrange(4)
        match pick.choices(range(7), (10, 3, 1, 2, 4, 1, 2))[0]:
            case 0:
                world.edit(at, [some_edit(pick) for _ in range(pick.choice((1, 1, 1, 2, 4)))])
            case 1:
                world.undo(at)
            case 2:
                world.redo(at)
            case 3:
                world.copy(at, pick.choice(CLOCKS))
            case 4:
                world.merge(at, other, pick.choice((None, None, ROOTS[0])))
            case 5:
                world.restart(at, pick.choice(CLOCKS))
            case _:
                world.there_and_back(at, [some_edit(pick) for _ in range(pick.choice((1, 2, 3)))])
        if judge_each:
            world.judge()
    return world
