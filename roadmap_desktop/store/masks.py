"""The masks that leave of a file instead of its changes: whose names it holds, and what stands in their place; writes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from roadmap_desktop.domain import masks, records
from roadmap_desktop.domain.changes import DELETED, Change, fold
from roadmap_desktop.domain.levels import Replaced
from roadmap_desktop.domain.mentions import Listed, Roster
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import derived, log, queries
from roadmap_desktop.store.rows import MOST_PREV

UNNAMED: Final = "…"
"""For somebody without a role, where nobody says what the reader calls a contact person."""
_OF_WORDS: Final = (("answer", "alike"),)
"""Fields that stand for texts as they are at home, and so for none that leave."""
_LONGEST_ROLE: Final = 60
"""Letters of a role in the middle of a text."""


class Masks(NamedTuple):
    """What leaves: changes, who they are from by session id, and what has a role in its place."""

    changes: list[Change]
    sessions: dict[bytes, str]
    replaced: Replaced


def masks_of(db: sqlite3.Connection, things: Iterable[Sequence[Change]], unnamed: str = "") -> Masks:
    """Masks for `things`, each with all its changes; nobody's name is in them whom this file knows as a person.

    That is everybody who was ever a contact in it, and who wrote in it. `unnamed` is what the reader calls a contact
    person whose role is not known.
    """
    bodies = dict(log.all_sessions(db))
    writers = {number: _writer(body) for number, body in bodies.items()}
    retelling = _Retelling(_roster(db, writers.values(), unnamed or UNNAMED))
    sessions: dict[bytes, str] = {}
    authors = {number: masks.author(organisation) for number, (_, organisation) in writers.items()}

    def writer(session: bytes) -> bytes:
        number, body = authors.get(session) or masks.author("")
        sessions[number] = body
        return number

    found: list[Change] = []
    signed: set[str] = set()
    for thing in things:
        signed.update(writers[one.session][0] for one in thing if one.session in writers)
        # Half of what a change may replace: whoever writes on top of one may have to name all that with it.
        found += masks.masks_of(thing, retelling.fields, writer, MOST_PREV // 2)
    return Masks(found, sessions, Replaced(0, retelling.mentions, len(signed - {""})))


class _Retelling:
    """Fields told without names, and how many `mentions` that took."""

    def __init__(self, roster: Roster) -> None:
        self.mentions = 0
        self._roster = roster

    def fields(self, kind: str, fields: Mapping[str, Scalar]) -> dict[str, Scalar]:
        """Those that may leave; what a newer program brought stays, since nobody here can tell whom it names."""
        known = {DELETED, *records.fields(kind)}
        return {
            name: self._told(kind, name, value)
            for name, value in fields.items()
            if name in known and (kind, name) not in _OF_WORDS
        }

    def _told(self, kind: str, name: str, value: Scalar) -> Scalar:
        if not isinstance(value, str) or name not in records.WRITTEN.get(kind, ()):
            return value
        if (kind, name) == ("organisation", "name"):
            return value
        if (kind, name) == ("contact", "role"):
            return self._roster.role(value)
        text, count = self._roster.masked(value)
        self.mentions += count
        return _cut(text, records.limit(kind, name))


def _cut(text: str, most: int) -> str:
    """`text` as far as a field holds it: roles may be longer than names."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


# whose names a file knows -------------------------------------------------------------------------------


def _roster(db: sqlite3.Connection, writers: Iterable[tuple[str, str]], unnamed: str) -> Roster:
    """Everybody who was ever a contact person, then everybody who wrote; organisations are named like nobody."""
    signed = dict.fromkeys(name for name, _ in writers if name)
    houses = dict.fromkeys(house for _, house in writers if house)
    houses.update(dict.fromkeys(name for (name,) in db.execute("SELECT name FROM organisations") if name))
    # Who signs with the name of an organisation has told nobody's name.
    people = [*_contacts(db), *(Listed(name, "", "", "") for name in signed if name not in houses)]
    return Roster(people, unnamed, tuple(houses))


def _contacts(db: sqlite3.Connection) -> Iterator[Listed]:
    """Every name, address and number that was ever noted of a contact, with the contact's role."""
    found: dict[tuple[bytes, bytes], list[Change]] = {}
    roots = [root for (root,) in db.execute("SELECT root FROM activity")]
    for root in roots:
        rows = db.execute(
            f"SELECT {derived.COLUMNS} FROM change WHERE root = ? AND kind = 'person' ORDER BY wall DESC, id",
            (root,),
        )
        for change in (Change(*row) for row in rows):
            found.setdefault((root, change.entity), []).append(change)
    for (root, _), changes in found.items():
        role = _role(db, root, changes)
        told = {(name, str(value)) for change in changes for name, value in change.fields.items()}
        for name, value in sorted(told):
            if value and name in ("name", "email", "phone"):
                yield Listed("", "", "", role)._replace(**{name: value})


def _role(db: sqlite3.Connection, root: bytes, person: Sequence[Change]) -> str:
    """The role of the contact whose person that is, deleted or not."""
    number = str(fold(person).fields.get("contact", ""))
    try:
        contact = bytes.fromhex(number)
    except ValueError:
        return ""
    changes = derived.entity_changes(db, root, "contact", contact)
    role = str(fold(changes).fields.get("role", "")).strip() if changes else ""
    return role if len(role) <= _LONGEST_ROLE else f"{role[:_LONGEST_ROLE].rsplit(' ', 1)[0]}…"


def _writer(body: str) -> tuple[str, str]:
    """(name, organisation) as a session's body has them, "" for what it has not."""
    name, organisation = queries.author_in(body)
    return name.strip(), organisation[: records.SHORT_TEXT]
