"""Reading the history out of the log alone, the newest first, page by page; nothing is derived, nothing written."""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict, deque
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import (
    MASK,
    NOTHING,
    BadChangeError,
    Change,
    State,
    fold,
    is_mask,
    known_by,
    split,
    telling,
)
from roadmap_desktop.domain.history import (
    ALL,
    CREATED,
    Entry,
    Event,
    Gathering,
    Page,
    Scope,
    Subject,
    Wanted,
    Writer,
    event,
    plain,
)
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import file, queries
from roadmap_desktop.store.derived import COLUMNS, entity_changes, settle
from roadmap_desktop.store.schema import sort_key

PAGE: Final = 100
"""Entries of a page, unless told."""
_FIRST_BATCH: Final = 400
AT_ONCE: Final = 4_000
"""Changes read at once: each batch looks through the scope again, since no lock is kept between them."""
_MOST_KEPT: Final = 2_000
"""Entities whose changes are kept in memory at most."""
_MOST_SESSIONS: Final = 30_000
"""Sessions that can be named in one statement."""

_LABELS: Final = {
    "organisation": ("name",),
    "partnership": ("title",),
    "attachment": ("name",),
    "stakeholder": ("name", "role"),
    "swot": ("text",),
    "contact": ("role",),
    "person": ("name", "email", "phone"),
    "log": ("what", "who", "day"),
    "action": ("what",),
    "budget": ("item",),
    "agreement": ("number", "form"),
    "indicator": ("name",),
    "evaluation": ("criterion",),
}
"""Per kind the fields that a row is known by, the first that is filled."""


class _Held(NamedTuple):
    """One entity's changes that say something by id, all ids that they are known by, and what they amount to.

    `first` is the id of the oldest that replaces nothing.
    """

    changes: dict[bytes, Change]
    known: dict[bytes, Change]
    state: State
    first: bytes


class _Sides(NamedTuple):
    """What a partnership's history needs to know of it."""

    title: str
    ours: str
    forms: dict[str, str]
    there: bool


def open_log(path: Path) -> sqlite3.Connection:
    """A connection that only looks, for a file that this process may have open; newer files need no tables of ours.

    Raises the types of `file.connect`.
    """
    db = file.connect(path, "rw" if file.writable(path) else "ro")
    file.look_only(db)
    return db


def people(db: sqlite3.Connection) -> list[str]:
    """The names of all who wrote, each once, sorted."""
    names = {_writer(body).name for (body,) in db.execute("SELECT body FROM session")}
    return sorted((name for name in names if name), key=lambda name: (sort_key(name), name))


class Reader:
    """Reads one history: each call goes on where the last one ended, on whatever connection it is given."""

    def __init__(self, scope: Scope, wanted: Wanted = ALL, *, at_once: int = AT_ONCE) -> None:
        """Nothing is read yet. Whoever wants all of it reads more changes `at_once`, the first few apart."""
        self._scope = scope
        self._wanted = wanted
        self._gathering = Gathering()
        self._ready: list[Entry] = []
        self._mark: tuple[int, bytes, str, bytes, bytes] | None = None
        self._batch = _FIRST_BATCH
        self._at_once = at_once
        self._changes: deque[Change] = deque()
        self._read = False
        self._over = False
        self._home: str | None = None
        self._sessions: list[bytes] | None = None
        self._writers: dict[bytes, Writer] = {}
        self._held: OrderedDict[tuple[bytes, str, bytes], _Held] = OrderedDict()
        self._sides: dict[bytes, _Sides] = {}
        self._names: dict[str, str] = {}

    def more(self, db: sqlite3.Connection, count: int = PAGE) -> Page:
        """The next `count` entries, newest first; fewer only at the end. Raises sqlite3.Error."""
        found = self.events(db)
        while len(self._ready) < count and not self._over:
            each = next(found, None)
            self._over = each is None
            self._ready += self._gathering.rest() if each is None else self._gathering.add(each)
        entries, self._ready = tuple(self._ready[:count]), self._ready[count:]
        return Page(entries, self.names(), self._over and not self._ready)

    def events(self, db: sqlite3.Connection) -> Iterator[Event]:
        """Every change, one by one, newest first. Raises sqlite3.Error."""
        while self._fill(db):
            made = self._event(db, self._changes.popleft())
            if made is not None and self._asked_for(made):
                yield self._narrowed(made)

    def names(self) -> dict[str, str]:
        """The organisations mentioned so far, by id in hex."""
        return dict(self._names)

    # changes ----------------------------------------------------------------------------------------

    def _fill(self, db: sqlite3.Connection) -> bool:
        """Whether there are changes left; reads some more where none wait."""
        if not self._changes and not self._read:
            if self._sessions is None:
                self._sessions = self._find_sessions(db)
            if self._wanted.person and not self._sessions:
                self._read = True
            else:
                self._changes.extend(self._entity(db) if self._scope.entity else self._batch_of(db))
        return bool(self._changes)

    def _batch_of(self, db: sqlite3.Connection) -> list[Change]:
        wanted, where, values = self._wanted, ["wall >= ? AND wall < ?"], list[Any]()
        values += [wanted.since, wanted.until]
        for name, value in (("root", self._scope.root), ("kind", self._scope.kind)):
            if value:
                where.append(f"{name} = ?")
                values.append(value)
        if self._sessions:
            where.append(f"session IN ({', '.join('?' * len(self._sessions))})")
            values += self._sessions
        if self._mark is not None:
            where.append("(wall < ? OR (wall = ? AND (root, kind, entity, id) > (?, ?, ?, ?)))")
            values += [self._mark[0], *self._mark]
        # The order within one moment keeps what was written at once together.
        rows = db.execute(
            f"SELECT {COLUMNS} FROM change WHERE {' AND '.join(where)} "
            "ORDER BY wall DESC, root, kind, entity, id LIMIT ?",
            (*values, self._batch),
        )
        found = [Change(*row) for row in rows]
        self._read = len(found) < self._batch
        self._batch = self._at_once
        if found:
            last = found[-1]
            self._mark = (last.wall, *last[:4])
        return found

    def _entity(self, db: sqlite3.Connection) -> list[Change]:
        """All changes of one entity, and of what belongs to it: a walk along the primary key."""
        self._read = True
        found = [
            change
            for key in _belonging(db, self._scope)
            for change in self._look(db, *key).changes.values()
            if self._wanted.since <= change.wall < self._wanted.until
            and (not self._sessions or change.session in self._sessions)
        ]
        return sorted(found, key=lambda change: (-change.wall, change[:4]))

    def _event(self, db: sqlite3.Connection, change: Change) -> Event | None:
        held = self._look(db, *change[:3])
        if change.id not in held.changes:
            return None
        subject = self._subject(db, change, held.state)
        first = held.first == change.id and change.kind in CREATED
        return event(change, subject, held.known, self._who(db, change.session), first=first)

    def _asked_for(self, found: Event) -> bool:
        field, checkpoint = self._scope.field, self._wanted.checkpoint
        if checkpoint and found.subject.checkpoint != checkpoint:
            return False
        return (
            not field
            or any(each.name == field for each in found.fields)
            or found.action in ("deleted", "restored")
        )

    def _narrowed(self, found: Event) -> Event:
        field = self._scope.field
        if not field:
            return found
        return found._replace(fields=tuple(each for each in found.fields if each.name == field))

    # what they are about ----------------------------------------------------------------------------

    def _look(self, db: sqlite3.Connection, root: bytes, kind: str, entity: bytes) -> _Held:
        key = (root, kind, entity)
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        changes = entity_changes(db, *key)
        try:
            state = fold(changes)
        except (BadChangeError, TypeError):
            state = NOTHING
        told = telling(changes)
        known = {number: change for change in told.values() for number in known_by(change)}
        begun = (change for change in told.values() if not change.prev or _begins(change, known))
        oldest = min(begun, key=_age, default=None)
        held = _Held(told, known, state, oldest.id if oldest else b"")
        self._held[key] = held
        if len(self._held) > _MOST_KEPT:
            self._held.popitem(last=False)
        return held

    def _subject(self, db: sqlite3.Connection, change: Change, state: State) -> Subject:
        kind, now = change.kind, {name: plain(value) for name, value in state.fields.items()}
        about = self._about(db, change.root)
        side = str(now.get("key" if kind == "side" else "side", ""))
        label = next((str(now[name]) for name in _LABELS.get(kind, ()) if now.get(name)), "")
        if kind == "side":
            self._learn_names(db, change)
        return Subject(
            *change[:3],
            partnership=about.title,
            side=side,
            ours=about.ours,
            form=about.forms.get(side, ""),
            checkpoint=str(now.get("checkpoint", "")),
            label=label or self._person_of(db, change),
            now=now,
            deleted=state.deleted if change.kind != "partnership" else not about.there,
            there=about.there,
        )

    def _person_of(self, db: sqlite3.Connection, change: Change) -> str:
        """A contact without a role is known by the person's name."""
        if change.kind != "contact":
            return ""
        person = self._look(
            db, change.root, "person", records.person_id(change.root, change.entity)
        ).state.fields
        return next((str(person[name]) for name in _LABELS["person"] if person.get(name)), "")

    def _about(self, db: sqlite3.Connection, root: bytes) -> _Sides:
        if root not in self._sides:
            if self._home is None:
                self._home = queries.meta(db, "home")
            above = settle(db, root, "partnership", self._look(db, root, "partnership", root).state)
            title = above.fields.get("title", "")
            sides = {
                key: self._look(db, root, "side", records.side_id(root, key)).state.fields
                for key in records.SIDES
            }
            first, second = records.SIDES
            turned = self._home and sides[second].get("organisation") == self._home != sides[first].get(
                "organisation"
            )
            forms = {key: str(fields.get("form", "")) for key, fields in sides.items()}
            self._sides[root] = _Sides(str(title), second if turned else first, forms, not above.deleted)
        return self._sides[root]

    def _learn_names(self, db: sqlite3.Connection, change: Change) -> None:
        """Remember the organisations that a side has ever had."""
        for old in self._look(db, *change[:3]).changes.values():
            number = _field(old, "organisation")
            if number and number not in self._names:
                self._names[number] = self._organisation(db, number)

    def _organisation(self, db: sqlite3.Connection, number: str) -> str:
        try:
            root = bytes.fromhex(number)
        except ValueError:
            return ""
        return str(self._look(db, root, "organisation", root).state.fields.get("name", ""))

    # who --------------------------------------------------------------------------------------------

    def _find_sessions(self, db: sqlite3.Connection) -> list[bytes]:
        """The sessions of the person asked for: of that very name, else of it in any letters, else of names that hold it.

        [] for everybody.
        """
        wanted = self._wanted.person
        if not wanted:
            return []
        names = {number: _writer(body).name for number, body in db.execute("SELECT id, body FROM session")}
        key = sort_key(wanted)
        found = (
            [number for number, name in names.items() if name == wanted]
            or [number for number, name in names.items() if sort_key(name) == key]
            or [number for number, name in names.items() if key in sort_key(name)]
        )
        return found[:_MOST_SESSIONS]

    def _who(self, db: sqlite3.Connection, session: bytes) -> Writer:
        if session not in self._writers:
            row = db.execute("SELECT body FROM session WHERE id = ?", (session,)).fetchone()
            self._writers[session] = _writer(row[0]) if row else Writer()
        return self._writers[session]


def _belonging(db: sqlite3.Connection, scope: Scope) -> Sequence[tuple[bytes, str, bytes]]:
    """The entity of `scope`, and what people take for a part of it: an answer's note and files, a contact's person."""
    root, kind, entity = scope[:3]
    if scope.field or kind not in ("answer", "contact"):
        return [(root, kind, entity)]
    if kind == "contact":
        return [(root, kind, entity), (root, "person", records.person_id(root, entity))]
    found = [(root, kind, entity)]
    # An answer's id says nothing of its place; a note or a file there may be older than any answer.
    for other in ("note", "attachment"):
        for number, body in db.execute(
            "SELECT DISTINCT entity, body FROM change WHERE root = ? AND kind = ? "
            "AND (length(prev) = 0 OR instr(body, ?))",
            (root, other, f'"{MASK}":'),
        ):
            side, checkpoint = (_value(body, name) for name in ("side", "checkpoint"))
            if (
                side
                and records.answer_id(root, side, checkpoint) == entity
                and (root, other, number) not in found
            ):
                found.append((root, other, number))
    return found


def _field(change: Change, name: str) -> str:
    return _value(change.body, name)


def _value(body: str, name: str) -> str:
    """A text field of a change's body, "" where it sets none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    value: Scalar = found.get(name, "") if isinstance(found, dict) else ""
    return value if isinstance(value, str) else ""


def _writer(body: str) -> Writer:
    return Writer(_value(body, "name"), _value(body, "organisation"))


def _begins(change: Change, known: Mapping[bytes, Change]) -> bool:
    """Whether nothing of what a mask was written on top of is here."""
    return is_mask(change) and not any(
        known.get(number, change) is not change for number in split(change.prev)
    )


def _age(change: Change) -> tuple[int, bytes]:
    return change.wall, change.id
