"""Taking in what came: root by root into the log and the derived tables, in one transaction; what was chosen is settled."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from roadmap_desktop.domain.backups import Backup
from roadmap_desktop.domain.changes import DELETED, Change, Edit, State, same
from roadmap_desktop.domain.difference import shown
from roadmap_desktop.domain.errors import FileHostile
from roadmap_desktop.domain.exchange import received_edit
from roadmap_desktop.domain.incoming import Choice, Difference, Place, Thing, Version, chosen
from roadmap_desktop.domain.levels import LEVELS
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import derived, log, queries
from roadmap_desktop.store.derived import erased
from roadmap_desktop.store.gathered import Gathered
from roadmap_desktop.store.incoming import Incoming
from roadmap_desktop.store.joint import Joint, united
from roadmap_desktop.store.log import Former, Held, Log, Mark, Step
from roadmap_desktop.store.news import People, thing_of, title_of
from roadmap_desktop.store.rows import MOST_HEADS


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
        return frozenset(change.root for change in self.step.written)


class Intake:
    """One taking in, root by root."""

    def __init__(
        self, log_: Log, incoming: Incoming, choices: Mapping[Place, Choice], default: Choice
    ) -> None:
        self._log = log_
        self.db = log_._db  # noqa: SLF001 - what it does is the log's, with more than a few changes
        self._incoming = incoming
        self._choices = choices
        self._default = default
        self._people = People(incoming.sessions())
        self._formers: list[Former] = []
        self._conflicts: list[tuple[str, Thing]] = []
        self._spoken_of = {place[:3] for place in choices}
        self._brought: list[tuple[bytes, set[int]]] = []
        self._forgotten = erased(self.db)
        self._gathered = Gathered(self.db)

    def run(self) -> Received:
        """Take all of it in. Raises FileHostile, sqlite3.Error with the file as it was."""
        with self._log._transaction(announce=self._incoming.new > 0) as work:  # noqa: SLF001 - as above
            for root, joints in united(self.db, self._incoming.roots(), self._forgotten):
                self._take_root(work, root, joints)
            self._gathered.write()
            self._note(work)
            if work.came:
                _add_sessions(self.db, self._incoming, {mark.session for mark in work.came})
            self.db.executemany(
                "INSERT OR IGNORE INTO attachment VALUES (?, ?)",
                ((log.content_key(data), data) for data in self._incoming.contents()),
            )
        step = Step(tuple(self._formers), tuple(work.changes), tuple(work.came))
        return Received(step, len(work.came), tuple(self._conflicts))

    def _take_root(self, work: log._Work, root: bytes, joints: Sequence[Joint]) -> None:
        top = [joint for joint in joints if joint.entity == root]
        begins = any(joint.begins for joint in top)
        hidden = any(not joint.begins and not shown(joint.before) and not shown(joint.after) for joint in top)
        self._brought.append((root, _bringing(joints)))
        asked: list[Joint] = []
        for joint in joints:
            key = (root, joint.kind, joint.entity)
            self._gathered.add(root, joint)
            # Undoing takes what begins here away as a whole, and touches nothing that nobody saw: that would show it.
            told = not hidden and (not begins or joint.entity == root)
            covers = told and joint.plain and not joint.begins
            for change in joint.came:
                work.came.append(Mark(*key, change.id, change.wall, change.session, covers, change.recency))
            if told and not covers and (former := _former(root, joint)) is not None:
                self._formers.append(former)
            if key in self._spoken_of or (not joint.plain and joint.after.conflicts):
                asked.append(joint)
        if asked:
            self._gathered.write()
            # Nobody is asked about what is inside a partnership that is gone; an answer would bring it back.
            there = all(shown(joint.after) for joint in top)
            for joint in asked:
                if there or joint.entity == root:
                    self._settle(work, root, joint)

    def _settle(self, work: log._Work, root: bytes, joint: Joint) -> None:
        """Note what is in conflict, and set what was chosen."""
        self._refuse_too_many(joint)
        thing = thing_of(self.db, root, joint, self._people)
        if thing is None:
            return
        if any(one.sort == "conflict" for one in thing.differences):
            title = title_of(self.db, root, "partnership", None)
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

    def _note(self, work: log._Work) -> None:
        """Have the register say what came: in the partnership that it was about, where it is from somebody else.

        What was of several, or came from a colleague of ours, answers nobody: the home organisation's part tells of it.
        """
        home, own = bytes.fromhex(queries.meta(self.db, "home")), queries.home_organisation(self.db).name
        named = {source.file: place for place, source in enumerate(self._incoming.sources)}  # each once
        for place in named.values():
            source = self._incoming.sources[place]
            roots = [root for root, places in self._brought if place in places]
            about = list(islice((root for root in roots if derived.is_shown(self.db, root)), 2))
            ours = source.organisation != "" and source.organisation == own
            root = about[0] if len(about) == 1 and not ours else home
            if not roots or not root:
                continue
            level = source.said.level if source.said is not None and source.said.level in LEVELS else ""
            wall = self._log._tick()  # noqa: SLF001 - as above
            edit = log.clean(received_edit(root, source.sender, source.file.name, source.new, wall, level))
            work.remember([edit[:3]])
            work.append(edit, ())
            self._formers.append(Former(*edit[:3], existed=False, deleted=False, fields={}))

    def _refuse_too_many(self, joint: Joint) -> None:
        """Raise FileHostile where one field would have more values at once than any program takes."""
        if any(len(heads) > MOST_HEADS for heads in joint.after.heads.values()):
            source = joint.sources(joint.came[0].id)[0] if joint.came else 0
            path = self._incoming.sources[source].file
            raise FileHostile(path=path, reason="too many values of one field")


def _bringing(joints: Sequence[Joint]) -> set[int]:
    """Places of the files that brought any of it that is more than a line of somebody's register."""
    return {
        place
        for joint in joints
        if joint.kind != "exchange"
        for change in joint.came
        for place in joint.sources(change.id)
    }


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
    kind, entity, before, after = joint.kind, joint.entity, joint.before, joint.after
    if not before.heads:
        return Former(root, kind, entity, existed=False, deleted=False, fields={})
    # Where a deletion is disputed, it matters which heads it had seen, even of a field that says the same.
    asked = DELETED in before.conflicts + after.conflicts
    conflicts = {*before.conflicts, *after.conflicts}
    names = [
        name
        for name, heads in after.heads.items()
        if not same(heads, before.heads.get(name, ()))
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
