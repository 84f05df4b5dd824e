"""What of that which came shows or asks something else here, told as records; what becomes of it is not said here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Change, fold
from roadmap_desktop.domain.difference import label_of, shown
from roadmap_desktop.domain.incoming import Difference, Group, Thing, Version, differing, sort_of
from roadmap_desktop.domain.records import Scalar, side_id
from roadmap_desktop.store import derived, queries
from roadmap_desktop.store.joint import Joint


class People:
    """Who is behind a session, here or in what came, by name."""

    def __init__(self, sessions: Iterable[tuple[bytes, str]]) -> None:
        """`sessions` are (id, body) of everybody who wrote in what came."""
        self._bodies = dict(sessions)
        self._names: dict[bytes, str] = {}

    def version(self, db: sqlite3.Connection, head: Change, value: Scalar) -> Version:
        """`value` as `head` set it."""
        name = self._names.get(head.session)
        if name is None:
            body = self._bodies.get(head.session)
            if body is None:
                row = db.execute("SELECT body FROM session WHERE id = ?", (head.session,)).fetchone()
                body = row[0] if row else ""
            name, organisation = queries.author_in(body)
            name = self._names[head.session] = name or organisation
        return Version(value, name, head.wall)


def group(db: sqlite3.Connection, root: bytes, joints: Sequence[Joint], people: People) -> Group | None:
    """What of a root shows or asks something else; None where nothing does."""
    states = {(joint.kind, joint.entity): joint for joint in joints}
    kind = "organisation" if ("organisation", root) in states else "partnership"
    top = states.get((kind, root))
    there = shown(top.after) if top else True
    things = [
        thing
        for joint in joints
        if there or joint is top
        if (thing := thing_of(db, root, joint, people)) is not None
    ]
    if not things:
        return None
    things.sort(key=lambda thing: (thing.entity != root, thing.side, thing.checkpoint, thing.kind))
    sides = {key: _fields(db, root, "side", side_id(root, key), states) for key in records.SIDES}
    home = queries.meta(db, "home")
    organisations = [str(sides[key].get("organisation", "")) for key in records.SIDES]
    return Group(
        root,
        kind,
        title_of(db, root, kind, top),
        sort_of(top.before, top.after) if top else "changed",
        records.SIDES[bool(home) and organisations[1] == home != organisations[0]],
        {key: str(fields.get("form", "")) for key, fields in sides.items()},
        tuple(things),
    )


def title_of(db: sqlite3.Connection, root: bytes, kind: str, top: Joint | None) -> str:
    """What a partnership or an organisation is called with all that came, `top` where something came for itself."""
    if top is not None:
        return label_of(kind, top.after.fields) or label_of(kind, top.before.fields)
    return label_of(kind, fold(derived.entity_changes(db, root, kind, root)).fields)


def _fields(
    db: sqlite3.Connection, root: bytes, kind: str, entity: bytes, states: Mapping[tuple[str, bytes], Joint]
) -> Mapping[str, Scalar]:
    """The fields of a thing with all that came, whether it is touched or not."""
    joint = states.get((kind, entity))
    return joint.after.fields if joint else fold(derived.entity_changes(db, root, kind, entity)).fields


def thing_of(db: sqlite3.Connection, root: bytes, joint: Joint, people: People) -> Thing | None:
    """A thing with its differences; None where it shows and asks what it did before."""
    kind, entity, before, after, came = joint.kind, joint.entity, joint.before, joint.after, joint.came
    sorts = differing(kind, before, after)
    if not sorts:
        return None
    sources = {change.id: joint.sources(change.id) for change in came}
    everywhere = tuple(sorted({place for places in sources.values() for place in places}))
    unset = records.defaults(kind) if kind in records.KINDS else {}
    differences = []
    for name, sort in sorts.items():
        if name == DELETED:
            deleted = int(not shown(before))
            heads = after.heads.get(DELETED) or tuple(came)
            said = int(not deleted) if sort == "conflict" else int(not shown(after))
            theirs = [people.version(db, head, said) for head in heads[:1]]
            ours = Version(deleted)
        else:
            held = before.heads.get(name, ())
            value = before.fields.get(name, unset.get(name, ""))
            ours = people.version(db, held[0], value) if held else Version(value)
            theirs = [people.version(db, head, head.fields[name]) for head in after.heads[name]]
            if sort == "conflict":
                theirs = _others(theirs, ours)
        mine = {place for head in after.heads.get(name, ()) for place in sources.get(head.id, ())}
        differences.append(Difference(name, sort, ours, tuple(theirs), tuple(sorted(mine)) or everywhere))
    seen = after if shown(after) else before
    return Thing(
        root,
        kind,
        entity,
        sort_of(before, after),
        str(seen.fields.get("side", "")),
        str(seen.fields.get("checkpoint", "")),
        label_of(kind, seen.fields),
        seen.fields,
        tuple(differences),
    )


def _others(versions: Iterable[Version], ours: Version) -> list[Version]:
    """The versions with other values than `ours`, each value once."""
    found: dict[Scalar, Version] = {}
    for version in versions:
        if version.value != ours.value:
            found.setdefault(version.value, version)
    return list(found.values())
