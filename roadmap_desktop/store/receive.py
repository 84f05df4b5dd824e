"""Receiving: files from elsewhere vetted and set beside ours, and taken in as one step; no window and no wording.

Comparing never writes: `look` reads, `Incoming.groups` tells each difference, `apply` takes in.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import heapq
import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Final, Literal, NamedTuple, Self, TypeAlias

from roadmap_desktop.domain import records
from roadmap_desktop.domain.backups import Backup
from roadmap_desktop.domain.changes import DELETED, NOTHING, Change, Edit, State, advance, covered, fold
from roadmap_desktop.domain.difference import label_of, shown
from roadmap_desktop.domain.errors import (
    FileDamaged,
    FileForeign,
    FileHostile,
    FileIncomplete,
    UserError,
)
from roadmap_desktop.domain.incoming import (
    Choice,
    Difference,
    Group,
    Place,
    Source,
    Thing,
    Verdict,
    Version,
    chosen,
    differing,
    sort_of,
)
from roadmap_desktop.domain.records import Scalar, side_id
from roadmap_desktop.store import backup, derived, file, log, queries, vet
from roadmap_desktop.store.known import Known, known
from roadmap_desktop.store.log import Author, Former, Held, Log, Step
from roadmap_desktop.store.rows import MOST_HEADS
from roadmap_desktop.store.schema import table

_Key: TypeAlias = tuple[str, bytes]
"""(kind, entity)."""
_VERDICTS: Final[Mapping[type[UserError], Verdict]] = {
    FileDamaged: "damaged",
    FileIncomplete: "damaged",
    FileHostile: "hostile",
    FileForeign: "foreign",
}
"""What a refusal says of a file; all others could not be read at all."""
_MANY: Final = 5_000
"""From so many new changes on, taking them in gets more memory for the file's pages."""
_CACHE_KB: Final = 200_000
_AT_ONCE: Final = 2_000
"""Edits that are gathered before they are written."""


class Received(NamedTuple):
    """What came of taking files in. `step` undoes it; `new` is how many changes were new.

    `conflicts` are all that arose, by their partnership's title, whether they were settled or wait. `backup` is of the
    state before, where one was made.
    """

    step: Step
    new: int
    conflicts: tuple[tuple[str, Thing], ...]
    backup: Backup | None = None

    @property
    def roots(self) -> frozenset[bytes]:
        """What was touched, of which not all need show something else."""
        return frozenset(change.root for change in self.step.changes)


class Incoming:
    """What came, vetted and not yet taken in. Close it, or use `with`, to remove what it keeps on disk.

    It may be handed from thread to thread, and be used by one at a time.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        sources: Sequence[Source],
        vetted: Sequence[vet.Vetted | None],
        stack: contextlib.ExitStack,
    ) -> None:
        """For `look` alone."""
        self.sources: Final = tuple(sources)
        self._db = db
        self._vetted = vetted
        self._stack = stack

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove what it keeps on disk, and let go of our file."""
        self._stack.close()

    @property
    def home(self) -> str:
        """Name of the organisation whose file ours is."""
        return queries.home_organisation(self._db).name

    @property
    def organisations(self) -> dict[str, str]:
        """Names of the organisations that are here, by their id in hex."""
        return {found.id.hex(): found.name for found in queries.organisations(self._db)}

    @property
    def new(self) -> int:
        """How many changes are new here, at most: one that came in two files is counted for each."""
        return sum(source.new for source in self.sources)

    def groups(self) -> Iterator[Group]:
        """All that would show or ask something else, partnership by partnership; nothing is written."""
        people, forgotten = People(self), erased(self._db)
        for root, came in self.roots():
            group = _group(self._db, root, list(united(self._db, root, came, forgotten)), people)
            if group is not None:
                yield group

    def roots(self) -> Iterator[tuple[bytes, list[Came]]]:
        """The changes that were not here when they were looked at, root by root, in the order of their key."""
        return ((root, list(came)) for root, came in groupby(self._came(), key=lambda one: one.change.root))

    def sessions(self) -> Iterator[tuple[bytes, str]]:
        """(id, body) of everybody who wrote in them."""
        for one in self._vetted:
            if one is not None:
                yield from one.sessions()

    def contents(self) -> Iterator[bytes]:
        """The bytes of attachments that are not here."""
        for one in self._vetted:
            if one is not None:
                yield from one.attachments()

    def _came(self) -> Iterator[Came]:
        streams = [_from(place, one) for place, one in enumerate(self._vetted) if one is not None]
        if len(streams) == 1:
            return streams[0]
        merged = heapq.merge(*streams, key=lambda one: one.change[:4])
        return (
            Came(same[0].change, tuple(one.sources[0] for one in same))
            for same in (list(found) for _, found in groupby(merged, key=lambda one: one.change[:4]))
        )


class Came(NamedTuple):
    """A change, and in which of the files it came."""

    change: Change
    sources: tuple[int, ...]


def _from(place: int, vetted: vet.Vetted) -> Iterator[Came]:
    sources = (place,)
    return (Came(change, sources) for change in vetted.changes())


# looking ------------------------------------------------------------------------------------------------


def look(
    path: Path, files: Sequence[Path], *, progress: vet.Progress | None = None, folder: Path | None = None
) -> Incoming:
    """Vet `files` and find what in them is new to our file `path`, which may be open; nothing is changed.

    A file that is refused stands among the sources with its error, and never stops the rest. `progress` is told which
    part is done, and may raise to give up; `folder` is where private copies may lie. Raises UserErrors about `path`.
    """
    with contextlib.ExitStack() as stack:
        db = stack.enter_context(contextlib.closing(file.open_again(path, any_thread=True)))
        ours = _ahead(path, stack)
        document = queries.meta(db, "document")
        sources: list[Source] = []
        vetted: list[vet.Vetted | None] = []
        for place, one in enumerate(files):
            found: vet.Vetted | None = None
            try:
                if _is_same(one, path):
                    source = Source(one, "healthy", copy=True, known=log.tally(db)[0])
                else:
                    told = _part(progress, place, len(files))
                    found = stack.enter_context(vet.vet(one, progress=told, folder=folder, known=ours))
                    source = _source(one, found, document)
            except UserError as error:
                source = Source(one, _VERDICTS.get(type(error), "unreadable"), error)
            sources.append(source)
            vetted.append(found)
        return Incoming(db, sources, vetted, stack.pop_all())


def _ahead(path: Path, stack: contextlib.ExitStack) -> Callable[[], Known]:
    """What our file holds, read on a thread while the other is being copied."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only needed here

    pool = stack.enter_context(ThreadPoolExecutor(1))

    def read() -> Known:
        mode: Literal["rw", "ro"] = "rw" if file.writable(path) else "ro"
        with contextlib.closing(file.connect(path, mode)) as db, file.translating(path):
            return known(db)

    return pool.submit(read).result


def _part(progress: vet.Progress | None, place: int, count: int) -> vet.Progress | None:
    return None if progress is None else lambda part: progress((place + part) / count)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # gone, or no name of any file
        return False


def _source(path: Path, found: vet.Vetted, document: str) -> Source:
    wall, session = found.latest()
    bodies = dict(found.sessions())
    name, organisation = author_in(bodies.get(session, ""))
    return Source(
        path,
        "newer" if file.examine(path).newer else "healthy",
        name=name,
        organisation=organisation,
        written=wall,
        copy=_text(found.meta.get("document")) == document,
        new=found.count,
        known=found.known,
    )


def _text(value: bytes | int | None) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


def author_in(body: str) -> tuple[str, str]:
    """(name, organisation) as a session's body has them, "" for what it has not."""
    data = json.loads(body) if body else {}
    return str(data.get("name", "")), str(data.get("organisation", ""))


class People:
    """Who is behind a session, here or in what came, by name."""

    def __init__(self, incoming: Incoming) -> None:
        self._bodies = dict(incoming.sessions())
        self._names: dict[bytes, str] = {}

    def version(self, db: sqlite3.Connection, head: Change, value: Scalar) -> Version:
        """`value` as `head` set it."""
        name = self._names.get(head.session)
        if name is None:
            body = self._bodies.get(head.session)
            if body is None:
                row = db.execute("SELECT body FROM session WHERE id = ?", (head.session,)).fetchone()
                body = row[0] if row else ""
            name, organisation = author_in(body)
            name = self._names[head.session] = name or organisation
        return Version(value, name, head.wall)


# ours and theirs together -------------------------------------------------------------------------------


class Joint(NamedTuple):
    """One thing as it is here and as it is with all that came; `came` is what of that is new here."""

    kind: str
    entity: bytes
    before: State
    after: State
    came: Sequence[Came]


def united(
    db: sqlite3.Connection, root: bytes, came: Sequence[Came], forgotten: Collection[bytes]
) -> Iterator[Joint]:
    """What becomes of each thing of `root` that `came` touches, its partnership last; nothing is written.

    What is here by now, or was erased here for a person's sake (`forgotten`), is left out.
    """
    groups = [
        (key, list(found))
        for key, found in groupby(came, key=lambda one: (one.change.kind, one.change.entity))
    ]
    held = _held(db, root, [key for key, _ in groups])
    above = ("partnership", root)
    last: list[Came] = []
    new: list[Came] = []
    for key, found in groups:
        mine = held.get(key, ())
        ids = {change.id for change in mine}
        fresh = [one for one in found if one.change.id not in ids and one.change.id not in forgotten]
        new += fresh
        if key == above:
            last = fresh
        elif fresh:
            before = fold(mine) if mine else NOTHING
            yield Joint(*key, before, _together(before, mine, fresh), fresh)
    if new and (last or not derived.is_shown(db, root)):
        yield from _partnership(db, root, last, new)


def _together(before: State, mine: Sequence[Change], fresh: Sequence[Came]) -> State:
    if len(fresh) == 1:
        only = fresh[0].change
        # Where nobody replaced it yet, what it costs hangs on the heads alone.
        if not any(only.id in change.prev for change in mine):
            return advance(before, only)
    return fold([*mine, *(one.change for one in fresh)])


def _partnership(
    db: sqlite3.Connection, root: bytes, fresh: Sequence[Came], new: Sequence[Came]
) -> Iterator[Joint]:
    """The partnership itself, whose deletion hangs on all that is in it."""
    mine = derived.entity_changes(db, root, "partnership", root)
    if not mine and not fresh:
        return
    before = derived.settle(db, root, "partnership", fold(mine))
    after = fold([*mine, *(one.change for one in fresh)])
    if after.deleted and not _below(db, root, new) <= covered(after):
        after = after._replace(deleted=False, conflicts=tuple(sorted((*after.conflicts, DELETED))))
    yield Joint("partnership", root, before, after, fresh)


def _below(db: sqlite3.Connection, root: bytes, new: Sequence[Came]) -> frozenset[bytes]:
    """The heads of everything inside a partnership, with what came."""
    changes: dict[_Key, list[Change]] = {}
    rows = db.execute(
        f"SELECT {derived.COLUMNS} FROM change WHERE root = ? AND kind <> 'partnership'", (root,)
    )
    for change in (*(Change(*row) for row in rows), *(one.change for one in new)):
        if change.kind != "partnership":
            changes.setdefault((change.kind, change.entity), []).append(change)
    return frozenset(
        head.id for found in changes.values() for heads in fold(found).heads.values() for head in heads
    )


def _held(db: sqlite3.Connection, root: bytes, keys: Sequence[_Key]) -> dict[_Key, list[Change]]:
    """Our changes of the things `keys` of a root."""
    if db.execute("SELECT 1 FROM change WHERE root = ? LIMIT 1", (root,)).fetchone() is None:
        return {}
    return {key: derived.entity_changes(db, root, *key) for key in keys}


def erased(db: sqlite3.Connection) -> frozenset[bytes]:
    """Ids of changes that never come back."""
    return frozenset(number for (number,) in db.execute("SELECT id FROM forgotten"))


# differences as records ---------------------------------------------------------------------------------


def _group(db: sqlite3.Connection, root: bytes, joints: Sequence[Joint], people: People) -> Group | None:
    """What of a root shows or asks something else; None where nothing does."""
    states = {(joint.kind, joint.entity): joint for joint in joints}
    kind = "organisation" if ("organisation", root) in states else "partnership"
    top = states.get((kind, root))
    there = shown(top.after) if top else True
    things = [
        thing
        for joint in joints
        if there or joint is top
        if (thing := _thing(db, root, joint, people)) is not None
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
        _title(db, root, kind, top),
        sort_of(top.before, top.after) if top else "changed",
        records.SIDES[bool(home) and organisations[1] == home != organisations[0]],
        {key: str(fields.get("form", "")) for key, fields in sides.items()},
        tuple(things),
    )


def _title(db: sqlite3.Connection, root: bytes, kind: str, top: Joint | None) -> str:
    if top is not None:
        return label_of(kind, top.after.fields) or label_of(kind, top.before.fields)
    return label_of(kind, fold(derived.entity_changes(db, root, kind, root)).fields)


def _fields(
    db: sqlite3.Connection, root: bytes, kind: str, entity: bytes, states: Mapping[_Key, Joint]
) -> Mapping[str, Scalar]:
    """The fields of a thing with all that came, whether it is touched or not."""
    joint = states.get((kind, entity))
    return joint.after.fields if joint else fold(derived.entity_changes(db, root, kind, entity)).fields


def _thing(db: sqlite3.Connection, root: bytes, joint: Joint, people: People) -> Thing | None:
    """A thing with its differences; None where it shows and asks what it did before."""
    kind, entity, before, after, came = joint
    sorts = differing(kind, before, after)
    if not sorts:
        return None
    sources = {one.change.id: one.sources for one in came}
    everywhere = tuple(sorted({place for one in came for place in one.sources}))
    unset = records.defaults(kind) if kind in records.KINDS else {}
    differences = []
    for name, sort in sorts.items():
        if name == DELETED:
            deleted = int(not shown(before))
            heads = after.heads.get(DELETED) or tuple(one.change for one in came)
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


# taking in ----------------------------------------------------------------------------------------------


def apply(
    path: Path,
    incoming: Incoming,
    choices: Mapping[Place, Choice],
    author: Author,
    folder: Path,
    when: dt.datetime,
    default: Choice = "later",
) -> Received:
    """Take `incoming` into the file `path`, which nobody here has open to write, after a backup into `folder`.

    As `apply_in`; where nothing is new, no backup is made. Raises as `backup.back_up`, and UserErrors about `path`.
    """
    if not incoming.new:
        return Received(Step((), ()), 0, ())
    before = backup.back_up(path, folder, when)
    with contextlib.closing(file.open_for_writing(path)) as db, file.translating(path):
        return apply_in(Log(db, author), incoming, choices, default)._replace(backup=before)


def apply_in(
    log_: Log, incoming: Incoming, choices: Mapping[Place, Choice], default: Choice = "later"
) -> Received:
    """Take in all that came, and settle what `choices` speak about, in one transaction that can be undone as one step.

    A conflict that they do not mention is treated as `default` says; one left for "later" waits, with all its values.
    "ours" also sets back what came without a conflict. Raises FileHostile, sqlite3.Error with the file as it was.
    """
    receiving = _Receiving(log_, incoming, choices, default)
    with _roomy(receiving.db, incoming.new):
        return receiving.run()


@contextlib.contextmanager
def _roomy(db: sqlite3.Connection, new: int) -> Iterator[None]:
    """More memory for pages while much is written."""
    (usual,) = db.execute("PRAGMA cache_size").fetchone()
    if new >= _MANY:
        db.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = {usual:d}")


class _Receiving:
    """One taking in, root by root."""

    def __init__(
        self, log_: Log, incoming: Incoming, choices: Mapping[Place, Choice], default: Choice
    ) -> None:
        self._log = log_
        self.db = log_._db  # noqa: SLF001 - what it does is the log's, with more than a few changes
        self._incoming = incoming
        self._choices = choices
        self._default = default
        self._people = People(incoming)
        self._formers: list[Former] = []
        self._conflicts: list[tuple[str, Thing]] = []
        self._spoken_of = {place[:3] for place in choices}
        self._new = 0
        self._updates: dict[tuple[str, ...], list[tuple[object, ...]]] = {}
        self._forgotten = erased(self.db)

    def run(self) -> Received:
        decides = self._incoming.new > 0 and (bool(self._choices) or self._default != "later")
        flushed = 0
        with self._log._transaction(announce=decides) as work:  # noqa: SLF001 - as above
            for root, came in self._incoming.roots():
                self._take_root(work, root, came)
                if len(self._formers) >= flushed + _AT_ONCE:
                    self._flush()
                    flushed = len(self._formers)
            self._flush()
            if work.changes:
                _add_sessions(self.db, self._incoming, {change.session for change in work.changes})
            self.db.executemany(
                "INSERT OR IGNORE INTO attachment VALUES (?, ?)",
                ((log.content_key(data), data) for data in self._incoming.contents()),
            )
        return Received(Step(tuple(self._formers), tuple(work.changes)), self._new, tuple(self._conflicts))

    def _take_root(self, work: log._Work, root: bytes, came: Sequence[Came]) -> None:
        joints = list(united(self.db, root, came, self._forgotten))
        fresh = [one.change for joint in joints for one in joint.came]
        self.db.executemany(f"INSERT INTO change ({derived.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", fresh)
        work.changes += fresh
        self._new += len(fresh)
        asked: list[Joint] = []
        begins = any(joint.entity == root and not joint.before.heads for joint in joints)
        hidden = any(
            joint.entity == root and joint.before.heads and not shown(joint.before) and not shown(joint.after)
            for joint in joints
        )
        for joint in joints:
            spoken_of = bool(joint.after.conflicts) or (root, joint.kind, joint.entity) in self._spoken_of
            if joint.kind in records.KINDS:
                self._derive(root, joint, at_once=spoken_of)
            # Undoing takes what begins here away as a whole, and touches nothing that nobody saw: that would show it.
            told = not hidden and (not begins or joint.entity == root)
            if told and (former := _former(root, joint)) is not None:
                self._formers.append(former)
            if spoken_of:
                asked.append(joint)
        # Nobody is asked about what is inside a partnership that is gone; an answer would bring it back.
        there = all(shown(joint.after) for joint in joints if joint.entity == root)
        for joint in asked:
            if there or joint.entity == root:
                self._settle(work, root, joint)

    def _derive(self, root: bytes, joint: Joint, *, at_once: bool) -> None:
        """Bring the derived tables in line; what is most frequent by far, plain edits of a row, many at once."""
        kind, entity, before, after, _ = joint
        plain = shown(before) and shown(after) and not before.conflicts and not after.conflicts
        if at_once or not plain or kind == "partnership":
            derived.derive(self.db, root, kind, entity, after, before)
            return
        changed = {
            name: value
            for name, value in after.fields.items()
            if before.fields.get(name) != value or name not in before.fields
        }
        unset = _unset(kind)
        if any(type(value) is not type(unset.get(name)) for name, value in changed.items()):
            derived.derive(self.db, root, kind, entity, after, before)
        elif changed:
            self._updates.setdefault((kind, *changed), []).append((*changed.values(), entity))

    def _flush(self) -> None:
        """Write the edits that were gathered."""
        for (kind, *names), rows in self._updates.items():
            sets = ", ".join(f'"{name}" = ?' for name in names)
            self.db.executemany(f"UPDATE {table(kind)} SET {sets} WHERE id = ?", rows)
        self._updates.clear()

    def _settle(self, work: log._Work, root: bytes, joint: Joint) -> None:
        """Note what is in conflict, and set what was chosen."""
        self._refuse_too_many(joint)
        thing = _thing(self.db, root, joint, self._people)
        if thing is None:
            return
        if any(one.sort == "conflict" for one in thing.differences):
            title = _title(self.db, root, "partnership", None)
            self._conflicts.append((title, thing))
        fields: dict[str, Scalar] = {}
        for place, difference in _spoken(thing):
            usual = self._default if difference.sort == "conflict" else "later"
            value = chosen(joint.kind, difference, self._choices.get(place, usual))
            if value is not None:
                fields[difference.field] = value
        if fields.get(DELETED):
            fields = {DELETED: 1}
        if fields:
            key = (root, joint.kind, joint.entity)
            work._now[key] = joint.after  # noqa: SLF001 - as above
            work.append(Edit(*key, fields), work.seen(key, fields, joint.after))

    def _refuse_too_many(self, joint: Joint) -> None:
        """Raise FileHostile where one field would have more values at once than any program takes."""
        if any(len(heads) > MOST_HEADS for heads in joint.after.heads.values()):
            source = joint.came[0].sources[0] if joint.came else 0
            path = self._incoming.sources[source].file
            raise FileHostile(path=path, reason="too many values of one field")


_unset = cache(records.defaults)


def _spoken(thing: Thing) -> Iterator[tuple[Place, Difference]]:
    """Each difference with the place where a choice about it is noted; also the thing as a whole where it is new."""
    for difference in thing.differences:
        yield thing.place(difference.field), difference
    if thing.sort == "new" and thing.differences[0].field != DELETED:
        first = thing.differences[0]
        yield thing.place(), Difference(DELETED, "new", Version(1), (Version(0),), first.sources)


def _add_sessions(db: sqlite3.Connection, incoming: Incoming, wanted: set[bytes]) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO session VALUES (?, ?)",
        (session for session in incoming.sessions() if session[0] in wanted),
    )


def _former(root: bytes, joint: Joint) -> Former | None:
    """What undo sets back of a thing; None where it shows and asks what it did before."""
    kind, entity, before, after, _ = joint
    if not before.heads:
        return Former(root, kind, entity, existed=False, deleted=False, fields={})
    # Where a deletion is disputed, it matters which heads it had seen, even of a field that says the same.
    asked = DELETED in before.conflicts + after.conflicts
    conflicts = {*before.conflicts, *after.conflicts}
    names = [
        name
        for name, heads in after.heads.items()
        if heads != before.heads.get(name)
        and name != DELETED
        and (asked or before.fields.get(name) != after.fields[name] or name in conflicts)
    ]
    asked = asked and (bool(names) or before.heads.get(DELETED) != after.heads.get(DELETED))
    if asked or before.deleted != after.deleted or (names and before.deleted):
        names.append(DELETED)
    if not names:
        return None
    fields = {name: tuple(_head(before, name, head) for head in before.heads.get(name, ())) for name in names}
    return Former(root, kind, entity, existed=True, deleted=before.deleted, fields=fields)


def _head(state: State, name: str, head: Change) -> Held:
    shown_first = name != DELETED and state.heads[name][0] is head
    return Held(head.id, state.fields[name] if shown_first else head.fields[name], head.replaces)
