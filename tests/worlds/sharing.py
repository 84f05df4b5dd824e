"""A world in which copies are sent at every level and taken in, in any order, twice and too late; in memory.

What its people know is told by the oracle of `tests.store.world`; this adds what a level lets through: at "partner" all
of a thing or nothing, at "roles" what stands there now, told without names.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import MASK, Edit
from roadmap_desktop.domain.history import Scope
from roadmap_desktop.domain.records import Scalar, answer_id, note_id, person_id, side_id
from roadmap_desktop.store import derived, history, leaving, log, send
from tests.store import tools
from tests.store.tools import OTHER_ROOT, ROOT
from tests.store.world import CLOCKS, Copy, Event, Key, World, some_edit

Level: TypeAlias = Literal["whole", "partner", "roles"]

HOME, DOME = b"our-association-", b"their-council---"
CONTACT = b"contact---------"
MOST_COPIES: Final = 5
CONTENTS: Final = (b"a plan", b"a picture")
_HASHES: Final = tuple(log.content_key(data).hex() for data in CONTENTS)

TEXTS: Final[Mapping[str, str]] = {
    "": "",
    "viens": "viens",
    "divi": "divi",
    "Anna zvanīs": "[vadītāja] zvanīs",
    "ar Annu Kalnu": "ar [vadītāja]",
    "Annas Kalnas doma": "[vadītāja] doma",
    "A. Kalna": "[vadītāja]",
    "29123456": "[vadītāja]",
    "anna@kalna.example": "[vadītāja]",
}
"""What people write, and how that is told without names."""
NAMES: Final = ("Ann", "Kaln", "29123456", "kalna.example")

FIXED: Final[tuple[Edit, ...]] = (
    Edit(HOME, "organisation", HOME, {"name": "Biedrība"}),
    Edit(DOME, "organisation", DOME, {"name": "Dome"}),
    Edit(ROOT, "contact", CONTACT, {"side": "a", "role": "vadītāja"}),
    Edit(
        ROOT,
        "person",
        person_id(ROOT, CONTACT),
        {
            "contact": CONTACT.hex(),
            "name": "Anna Kalna",
            "email": "anna@kalna.example",
            "phone": "29 123 456",
        },
    ),
    Edit(ROOT, "partnership", ROOT, {"title": "Dārzs"}),
    Edit(ROOT, "side", side_id(ROOT, "a"), {"key": "a", "organisation": HOME.hex(), "form": "community"}),
    Edit(ROOT, "side", side_id(ROOT, "b"), {"key": "b", "organisation": DOME.hex(), "form": "municipality"}),
)
"""What is there from the start; nobody changes it, save the title."""
EDITED: Final[tuple[Key, ...]] = (
    (ROOT, "partnership", ROOT),
    (ROOT, "answer", answer_id(ROOT, "a", "c1.need")),
    (ROOT, "answer", answer_id(ROOT, "a", "c1.need")),
    (ROOT, "answer", answer_id(ROOT, "b", "m1.needs")),
    (ROOT, "answer", answer_id(ROOT, "a", "x-1.of-our-own-form")),
    (ROOT, "note", note_id(ROOT, "a", "c1.need")),
    (ROOT, "action", b"action-1--------"),
    (ROOT, "action", b"action-2--------"),
    (ROOT, "swot", b"swot-of-side-a--"),
    (ROOT, "attachment", b"file-1----------"),
    (ROOT, "hologram", b"of-a-newer-app--"),
    (OTHER_ROOT, "partnership", OTHER_ROOT),
    (OTHER_ROOT, "answer", answer_id(OTHER_ROOT, "a", "c1.need")),
)
_SOME: Final[Mapping[str, Mapping[str, Sequence[Scalar]]]] = {
    "organisation": {"name": ("Biedrība", "Dome")},
    "contact": {"side": ("a",), "role": ("vadītāja",)},
    "person": {"contact": (), "name": (), "email": (), "phone": ()},
    "side": {"key": (), "organisation": (), "form": ()},
    "partnership": {"title": ("Dārzs", "Skola", "Annas dārzs"), "stage": records.STAGES},
    "answer": {
        "text": tuple(TEXTS),
        "state": records.STATES,
        "who": ("", "A. Kalna", "viens"),
        "due": ("", "2026-11-30"),
    },
    "note": {"text": tuple(TEXTS)},
    "action": {"what": tuple(TEXTS), "position": ("a", "b", "c"), "state": ("open", "done")},
    "swot": {"side": ("a", "b"), "text": tuple(TEXTS)},
    "attachment": {"name": ("plāns.txt", "Anna Kalna.pdf"), "sha256": _HASHES, "size": (6, 9)},
    "hologram": {"colour": ("blue", 3), "text": tuple(TEXTS)},
}
_WITHOUT_NAMES: Final[Mapping[str, str]] = dict(TEXTS) | {
    "Annas dārzs": "[vadītāja] dārzs",
    "Anna Kalna.pdf": "[vadītāja].pdf",
    "Anna Kalna": "[vadītāja]",
}


class Wrote(NamedTuple):
    """A copy wrote these events, at this time by its clock."""

    copy: int
    events: range
    wall: int


class Copied(NamedTuple):
    """A copy began as what another was."""

    copy: int
    source: int


class Came(NamedTuple):
    """A copy took in of another what it was sent: these things."""

    copy: int
    source: int
    keys: frozenset[Key]


class Sharing(World):
    """Copies that are sent; `script` is what happened, as any other way of sharing could have lived it."""

    most = MOST_COPIES + 1
    keys = tuple(dict.fromkeys([*(edit[:3] for edit in FIXED), *EDITED]))
    fields = _SOME

    def __init__(self) -> None:
        super().__init__()
        self.script: list[Wrote | Copied | Came] = []
        self.exchanges = 0
        self._numbers: dict[int, int] = {}
        self.copies[0].log.set_meta("home", HOME.hex())
        self.edit(0, FIXED)
        self.copies[0].undo.clear()

    # ---------------------------------------------------------------------------------- what people do

    def edit(self, at: int, edits: Sequence[Edit]) -> None:
        self._writing(at, lambda: super(Sharing, self).edit(at, edits))

    def undo(self, at: int) -> None:
        self._writing(at, lambda: super(Sharing, self).undo(at))

    def redo(self, at: int) -> None:
        self._writing(at, lambda: super(Sharing, self).redo(at))

    def copy(self, at: int, start: int) -> None:
        source = self.copies[at % len(self.copies)]
        super().copy(at, start)
        self.script.append(Copied(self.number(self.copies[-1]), self.number(source)))

    def contents_of(self, edits: Sequence[Edit]) -> Sequence[bytes]:
        wanted = {edit.fields.get("sha256") for edit in edits if edit.kind == "attachment"}
        return [data for data, name in zip(CONTENTS, _HASHES, strict=True) if name in wanted]

    def send(self, at: int, other: int, level: Level) -> None:
        """Give another copy what leaves at a level."""
        source, target = self.copies[at % len(self.copies)], self.copies[other % len(self.copies)]
        if source is not target and self._can_send(source, level):
            left = self.deliver(source, target, level)
            self._told(source, target, level, left)
            self.script.append(Came(self.number(target), self.number(source), frozenset(left)))
            self.exchanges += 1

    def found(self, at: int, level: Level, start: int) -> None:
        """Somebody who had nothing yet begins with what they are sent."""
        source = self.copies[at % len(self.copies)]
        if len(self.copies) >= MOST_COPIES or not self._can_send(source, level):
            return
        self.copies.append(self.newcomer(start))
        self.send(at % (len(self.copies) - 1), len(self.copies) - 1, level)

    def newcomer(self, start: int) -> Copy:
        """A copy with nothing in it."""
        made = Copy(tools.memory_file(), start, set(), {})
        made.log.set_meta("home", DOME.hex())
        return made

    def deliver(self, source: Copy, target: Copy, level: Level) -> Mapping[Key, frozenset[str]]:
        """What left, by thing: the fields that it was told by."""
        if level == "whole":
            sent = leaving.Copy(
                list(derived.all_changes(source.db)),
                log.all_sessions(source.db),
                list(map(log.content_key, CONTENTS)),
            )
        else:
            sent = leaving.copy_of(source.db, leaving.scope_of(source.db, level, ROOT))
        db = tools.memory_file()
        send.fill(db, source.db, sent)
        if level == "roles" and self._knows_people(source):
            data = db.serialize()
            assert not [name for name in NAMES if name.encode() in data], "a name left"
        target.log.merge(
            derived.all_changes(db),
            log.all_sessions(db),
            [data for (data,) in db.execute("SELECT data FROM attachment")],
        )
        return fields_left(db)

    # ---------------------------------------------------------------------------------- what they know

    def number(self, copy: Copy) -> int:
        """By what the script calls a copy."""
        return self._numbers.setdefault(id(copy), len(self._numbers))

    def _writing(self, at: int, act: Any) -> None:
        copy = self.copies[at % len(self.copies)]
        before = len(self.events)
        act()
        if len(self.events) > before:
            wall = copy.log._wall
            self.script.append(Wrote(self.number(copy), range(before, len(self.events)), wall))

    def _can_send(self, source: Copy, level: Level) -> bool:
        return level == "whole" or derived.is_shown(source.db, ROOT)

    def _knows_people(self, source: Copy) -> bool:
        return bool(source.db.execute("SELECT 1 FROM change WHERE kind = 'person' LIMIT 1").fetchone())

    def _told(self, source: Copy, target: Copy, level: Level, left: Mapping[Key, frozenset[str]]) -> None:
        live = {key: self.live(source, key) for key in left}
        sure = self._knows_people(source)
        came: dict[int, frozenset[Scalar] | None] = {}
        for number in source.known:
            event = self.events[number]
            if event.key not in left:
                continue
            told = source.told.get(number)
            if level == "roles":
                stands = event in live[event.key].get(event.field, ()) and event.field in left[event.key]
                told = frozenset(_without_names(event, told, sure=sure)) if stands else frozenset()
            came[number] = told
        self.learn(target, came)

    # ---------------------------------------------------------------------------------- how it ends

    def everybody_gets_everything(self) -> None:
        """Until all hold all."""
        for _ in range(2):
            for at in range(len(self.copies)):
                for other in range(len(self.copies)):
                    self.send(at, other, "whole")

    def judge_end(self) -> None:
        """What must hold once everybody has everything."""
        self.judge()
        self.judge_rebuild()
        first = self.copies[0]
        held = tools.dump(first.db)
        mentioned = {event.value for event in self.events if event.field == "sha256" and event.value}
        for copy in self.copies:
            assert not copy.told, "somebody has only a mask"
            assert tools.dump(copy.db) == held, "not the same everywhere"
            kept = {row[0] for row in copy.db.execute("SELECT lower(hex(sha256)) FROM attachment")}
            assert kept >= mentioned, "the bytes of an attachment are lost"
        missing = self.texts_written() - set(_reachable(first.db))
        assert not missing, f"nowhere to be found: {missing}"

    def texts_written(self) -> set[str]:
        """Every text that anybody ever saved, where people write in words of their own."""
        return {
            str(event.value)
            for event in self.events
            if event.value and event.field in records.WRITTEN.get(event.key[1], ())
        }


def fields_left(db: Any) -> dict[Key, frozenset[str]]:
    """The things of a file, and per thing the fields that any change in it sets."""
    found: dict[Key, set[str]] = {}
    for change in derived.all_changes(db):
        found.setdefault(change[:3], set()).update(change.fields.keys() - {MASK})
    return {key: frozenset(fields) for key, fields in found.items()}


def _without_names(event: Event, told: frozenset[Scalar] | None, *, sure: bool) -> Iterator[Scalar]:
    """The values by which an event can be told once names stay at home; `sure` where the sender knows all of them."""
    written = event.field in records.WRITTEN.get(event.key[1], ())
    for value in (event.value,) if told is None else told:
        bare = _WITHOUT_NAMES.get(str(value), value) if written else value
        yield bare
        if not sure:
            yield value


def _reachable(db: Any) -> Iterator[str]:
    """Every text that is shown, asked about, or told in history."""
    for rows in tools.dump(db, activity=False).values():
        yield from (value for row in rows for value in row if isinstance(value, str))
    for event in history.Reader(Scope()).events(db):
        for field in event.fields:
            yield from (str(value) for value in (*field.before, field.after))


def live_through(world: Sharing, pick: random.Random, steps: int, *, judge_every: int = 0) -> None:
    """Let `steps` things happen."""
    ways = (_edit, _send_twice, _begin, _take_back, _send, _copy, _restart)
    for step in range(steps):
        [way] = pick.choices(ways, (10, 3, 2, 2, 6, 2, 1))
        way(world, pick)
        if judge_every and step % judge_every == 0:
            world.judge()


def _edit(world: Sharing, pick: random.Random) -> None:
    edits = [some_edit(pick, EDITED, _SOME) for _ in range(pick.choice((1, 1, 1, 2, 4)))]
    world.edit(_one(pick), edits)


def _send(world: Sharing, pick: random.Random) -> None:
    world.send(_one(pick), _one(pick), _some_level(pick))


def _send_twice(world: Sharing, pick: random.Random) -> None:
    at, other, level = _one(pick), _one(pick), _some_level(pick)
    for _ in range(2):
        world.send(at, other, level)


def _begin(world: Sharing, pick: random.Random) -> None:
    world.found(_one(pick), _some_level(pick), pick.choice(CLOCKS))


def _take_back(world: Sharing, pick: random.Random) -> None:
    at = _one(pick)
    # What the oracle renews is what was written; who has only that without names renews it so.
    if not world.copies[at % len(world.copies)].told:
        pick.choice((world.undo, world.redo))(at)


def _copy(world: Sharing, pick: random.Random) -> None:
    if len(world.copies) < MOST_COPIES:
        world.copy(_one(pick), pick.choice(CLOCKS))


def _restart(world: Sharing, pick: random.Random) -> None:
    world.restart(_one(pick), pick.choice(CLOCKS))


def _one(pick: random.Random) -> int:
    return pick.randrange(MOST_COPIES)


def _some_level(pick: random.Random) -> Level:
    return pick.choice(("whole", "partner", "partner", "roles", "roles"))
