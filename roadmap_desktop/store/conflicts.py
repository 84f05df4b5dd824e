"""The conflicts of an open file that wait for a decision: how many, where, with every version; settles nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from roadmap_desktop.domain import conflicts, records
from roadmap_desktop.domain.changes import Change, fold
from roadmap_desktop.domain.difference import label_of, shown
from roadmap_desktop.domain.incoming import Group, Thing, Version
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import derived, queries
from roadmap_desktop.store.schema import table


def _kinds(db: sqlite3.Connection) -> list[str]:
    """The kinds of things that anything waits in, shown or not; [] in nearly every file."""
    return [kind for (kind,) in db.execute("SELECT DISTINCT kind FROM conflicts") if kind in records.KINDS]


def counts(db: sqlite3.Connection) -> dict[bytes, int]:
    """How many fields wait in each root that holds any: a partnership that shows, or an organisation."""
    found = _kinds(db)
    if not found:
        return {}
    shown = " UNION ALL ".join(
        f"SELECT c.root FROM conflicts c JOIN {table(kind)} t ON t.id = c.entity WHERE c.kind = '{kind}'"
        for kind in found
    )
    rows = db.execute(
        f"SELECT root, count(*) FROM ({shown}) WHERE root IN (SELECT id FROM partnerships) "
        "OR root IN (SELECT id FROM organisations) GROUP BY root"
    )
    return dict(rows)


def by_partnership(db: sqlite3.Connection) -> dict[bytes, int]:
    """How many fields wait in each partnership that holds any, those of its partner included."""
    found, home = counts(db), queries.meta(db, "home")
    sums = {root: count for root, count in found.items() if derived.is_shown(db, root)}
    partners = {root.hex(): count for root, count in found.items() if root not in sums and root.hex() != home}
    if partners:
        marks = ", ".join("?" * len(partners))
        rows = db.execute(
            f"SELECT DISTINCT p.id, s.organisation FROM sides s JOIN partnerships p ON p.id = s.root "
            f"WHERE s.organisation IN ({marks})",
            tuple(partners),
        )
        for root, organisation in rows:
            sums[root] = sums.get(root, 0) + partners[organisation]
    return sums


def waiting(db: sqlite3.Connection, roots: Sequence[bytes] = ()) -> list[Group]:
    """What waits in each of `roots`, in that order, or in the whole file; roots in which nothing does are left out."""
    known = counts(db)
    who = _Writers(db)
    return [_group(db, root, who) for root in (roots or known) if root in known]


def about(db: sqlite3.Connection, root: bytes) -> list[Group]:
    """What waits in the partnership `root`, and in the organisations of its sides."""
    rows = db.execute("SELECT organisation FROM sides WHERE root = ? ORDER BY key", (root,))
    owners = [bytes.fromhex(organisation) for (organisation,) in rows if organisation]
    return waiting(db, (root, *dict.fromkeys(owners)))


def _group(db: sqlite3.Connection, root: bytes, who: _Writers) -> Group:
    kind = "partnership" if derived.is_shown(db, root) else "organisation"
    rows = db.execute("SELECT DISTINCT kind, entity FROM conflicts WHERE root = ?", (root,)).fetchall()
    things = [
        thing
        for name, entity in rows
        if name in records.KINDS and (thing := _thing(db, root, name, entity, who)) is not None
    ]
    things.sort(
        key=lambda one: (
            one.entity != root,
            not one.checkpoint,
            one.side,
            one.checkpoint,
            one.kind,
            one.entity,
        )
    )
    sides = {
        key: fold(derived.entity_changes(db, root, "side", records.side_id(root, key))).fields
        for key in records.SIDES
    }
    top = fold(derived.entity_changes(db, root, kind, root)).fields
    return Group(
        root,
        kind,
        label_of(kind, top),
        "conflict",
        our_side(sides, queries.meta(db, "home")),
        {key: str(fields.get("form", "")) for key, fields in sides.items()},
        tuple(things),
    )


def our_side(sides: Mapping[str, Mapping[str, Scalar]], home: str) -> str:
    """Which of the sides is that of the organisation `home`: the first, where neither or both are."""
    first, second = (str(sides[key].get("organisation", "")) for key in records.SIDES)
    return records.SIDES[bool(home) and second == home != first]


def _thing(db: sqlite3.Connection, root: bytes, kind: str, entity: bytes, who: _Writers) -> Thing | None:
    state = derived.settle(db, root, kind, fold(derived.entity_changes(db, root, kind, entity)))
    if not shown(state) or not state.conflicts:
        return None
    return Thing(
        root,
        kind,
        entity,
        "conflict",
        str(state.fields.get("side", "")),
        str(state.fields.get("checkpoint", "")),
        label_of(kind, state.fields),
        state.fields,
        conflicts.waiting(kind, state, who.tell),
    )


class _Writers:
    """Who is behind a session, and whether they write for the organisation whose file this is."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._home = queries.home_organisation(db).name
        self._known: dict[bytes, tuple[str, str]] = {}

    def tell(self, head: Change, value: Scalar) -> tuple[Version, bool]:
        """`value` as `head` set it, and whether that was for the file's own organisation."""
        name, organisation = self._of(head.session)
        return Version(value, name or organisation, head.wall), organisation == self._home != ""

    def _of(self, session: bytes) -> tuple[str, str]:
        if session not in self._known:
            row = self._db.execute("SELECT body FROM session WHERE id = ?", (session,)).fetchone()
            self._known[session] = queries.author_in(row[0] if row else "")
        return self._known[session]
