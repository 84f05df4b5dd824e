"""The change log of an open file: append, fold into the derived tables, merge, undo; each one transaction."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from roadmap_desktop import __version__
from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import (
    DELETED,
    Change,
    Edit,
    State,
    advance,
    canonical,
    fold,
    replaced_by,
    seal,
)
from roadmap_desktop.domain.errors import TextTooLong
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import derived
from roadmap_desktop.store.derived import COLUMNS, entity_changes

Key: TypeAlias = tuple[bytes, str, bytes]
"""(root, kind, entity)."""


class Author(NamedTuple):
    """Who writes, as they call themselves."""

    name: str
    organisation: str = ""


class Held(NamedTuple):
    """A head as undo needs it: the change's id, the value it set, and the ids it replaced."""

    id: bytes
    value: Scalar
    replaces: frozenset[bytes]


class Former(NamedTuple):
    """What one entity's fields were before a save: per field its heads, the shown one first."""

    root: bytes
    kind: str
    entity: bytes
    existed: bool
    deleted: bool
    fields: Mapping[str, tuple[Held, ...]]


class Step(NamedTuple):
    """One thing the user did, as undo needs it; `roots` are the partnerships it touched."""

    formers: tuple[Former, ...]
    changes: tuple[Change, ...]

    @property
    def roots(self) -> frozenset[bytes]:
        """Roots that this step touched."""
        return frozenset(former.root for former in self.formers)


class Log:
    """Writes to one open file under one identity, drawn afresh for each Log, so that no copy can clone it."""

    def __init__(
        self,
        db: sqlite3.Connection,
        author: Author,
        clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        """`db` from `file.open_for_writing`; `clock` gives milliseconds since 1970."""
        from hashlib import blake2b  # noqa: PLC0415 - brings OpenSSL, which no window needs to open

        self._db = db
        self._clock = clock
        self._wall = 0
        self._body = canonical(
            {
                "name": author.name[: records.SHORT_TEXT],
                "organisation": author.organisation[: records.SHORT_TEXT],
                "program": f"roadmap-desktop {__version__}",
                "nonce": os.urandom(16).hex(),
            }
        )
        self.session: Final = blake2b(self._body.encode(), digest_size=16).digest()
        self._announced = False

    def save(self, edits: Sequence[Edit], contents: Iterable[bytes] = ()) -> Step:
        """Write `edits` and the `contents` of attachments, durably and together; fields already so are left out.

        Raises TextTooLong before anything is written, and sqlite3.Error with the file as it was.
        """
        for edit in edits:
            check_limits(edit)
        with self._transaction() as work:
            for data in contents:
                self._db.execute("INSERT OR IGNORE INTO attachment VALUES (?, ?)", (content_key(data), data))
            work.remember(edit[:3] for edit in edits)
            for edit in map(clean, edits):
                state = work.entity(edit[:3])
                wanted = _differing(edit.kind, state, edit.fields)
                if wanted:
                    work.touches(edit[:3], wanted)
                    work.append(edit._replace(fields=wanted), work.seen(edit[:3], wanted, state))
        return work.step()

    def revert(self, step: Step) -> Step:
        """Set back everything `step` changed, by new changes; returns the step that would undo this in turn."""
        with self._transaction() as work:
            work.remember(former[:3] for former in step.formers)
            # A partnership comes last: deleting it covers what the step did inside it.
            for former in sorted(step.formers, key=lambda former: former.entity == former.root):
                key = former[:3]
                if former.existed:
                    work.touches(key, former.fields)
                    _restore(work, former)
                else:
                    work.touches(key, [DELETED])
                    _delete(work, key)
        return work.step()

    def merge(
        self,
        changes: Iterable[Change],
        sessions: Iterable[tuple[bytes, str]] = (),
        contents: Iterable[bytes] = (),
    ) -> int:
        """Add the changes of another file, already vetted, that are new here; returns how many were."""
        with self._transaction(announce=False) as work:
            self._db.executemany("INSERT OR IGNORE INTO session VALUES (?, ?)", sessions)
            self._db.executemany(
                "INSERT OR IGNORE INTO attachment VALUES (?, ?)",
                ((content_key(data), data) for data in contents),
            )
            work.changes += [
                change
                for change in changes
                if self._db.execute(
                    f"INSERT OR IGNORE INTO change ({COLUMNS}) SELECT ?, ?, ?, ?, ?, ?, ?, ? "
                    "WHERE NOT EXISTS (SELECT 1 FROM forgotten WHERE id = ?4)",
                    change,
                ).rowcount
            ]
            touched = {change[:3] for change in work.changes}
            touched |= {(root, "partnership", root) for root, _, _ in touched}
            for root, kind, entity in sorted(touched):
                derived.refresh(self._db, root, kind, entity)
        return len(work.changes)

    def set_meta(self, key: str, value: Scalar) -> None:
        """Keep `value` in this file's own meta, which is never merged."""
        with self._transaction(announce=False):
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    @contextlib.contextmanager
    def _transaction(self, *, announce: bool = True) -> Iterator[_Work]:
        work = _Work(self)
        self._db.execute("BEGIN IMMEDIATE")
        try:
            if announce and not self._announced:
                self._db.execute("INSERT OR IGNORE INTO session VALUES (?, ?)", (self.session, self._body))
            yield work
            _take_in(self._db, work.changes)
            self._db.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise
        self._announced = self._announced or announce

    def _tick(self) -> int:
        self._wall = max(self._clock(), self._wall + 1)
        return self._wall


class _Work:
    """What one transaction does: the entities as they were before it, and the changes it makes."""

    def __init__(self, log: Log) -> None:
        self.changes: list[Change] = []
        self._log = log
        self._db = log._db  # noqa: SLF001 - one thing in two halves
        self._before: dict[Key, State] = {}
        self._now: dict[Key, State] = {}
        self._touched: dict[Key, list[str]] = {}
        self._gone: set[bytes] = set()

    def remember(self, keys: Iterable[Key]) -> None:
        """Look at the entities that will be written, and at the partnerships they are in where those are gone."""
        for key in dict.fromkeys(keys):
            root, _, entity = key
            self._before[key] = self._now[key] = self._look(key)
            if entity != root and root not in self._gone and not derived.is_shown(self._db, root):
                self._gone.add(root)
                above = (root, "partnership", root)
                self._before[above] = self._look(above)
                if self._before[above].deleted:
                    self._touched[above] = [DELETED]

    def entity(self, key: Key) -> State:
        """The entity at this moment of the transaction."""
        # Whether a partnership counts as deleted hangs on what is inside, which this transaction may have written.
        return self._look(key) if key[1] == "partnership" else self._now[key]

    def touches(self, key: Key, names: Iterable[str]) -> None:
        """Note for undo that these fields are about to be written."""
        touched = self._touched.setdefault(key, [])
        extra = [DELETED] if self._before[key].deleted else []
        touched += [name for name in (*names, *extra) if name not in touched]

    def append(self, edit: Edit, prev: Iterable[bytes]) -> Change:
        """Write one change, and bring the derived tables in line with it."""
        key = edit[:3]
        state = self.entity(key)
        log = self._log
        change = seal(edit, frozenset(prev), log._tick(), log.session)  # noqa: SLF001
        self._db.execute(f"INSERT INTO change ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", change)
        self.changes.append(change)
        now = derived.settle(self._db, edit.root, edit.kind, advance(state, change))
        self._now[key] = now
        if edit.kind in records.KINDS:
            derived.derive(self._db, *key, now, state)
        if edit.entity != edit.root:
            derived.revive(self._db, edit.root)
        return change

    def seen(self, key: Key, fields: Mapping[str, Scalar], state: State) -> frozenset[bytes]:
        """What setting `fields` replaces: the heads of those; of the whole partnership where it deletes one."""
        seen = replaced_by(state, fields)
        if fields.get(DELETED) and key[1] == "partnership":
            seen |= derived.heads_below(self._db, key[0])
        return seen

    def step(self) -> Step:
        """What undo needs of this transaction."""
        formers = [_former(key, self._before[key], names) for key, names in self._touched.items()]
        return Step(tuple(formers) if self.changes else (), tuple(self.changes))

    def _look(self, key: Key) -> State:
        return derived.settle(self._db, key[0], key[1], fold(entity_changes(self._db, *key)))


def _delete(work: _Work, key: Key) -> None:
    deletion: dict[str, Scalar] = {DELETED: 1}
    work.append(Edit(*key, deletion), work.seen(key, deletion, work.entity(key)))


def _restore(work: _Work, former: Former) -> None:
    """Write `former` back: one change, or one per head where a field had several.

    They are written oldest first, so that what was shown is shown again, and none sees another, so that what was
    in conflict is again.
    """
    key = former[:3]
    state = work.entity(key)
    renewed: dict[bytes, set[bytes]] = {}
    for fields, heads in _layers(former):
        change = work.append(Edit(*key, fields), replaced_by(state, fields))
        for head in heads:
            renewed.setdefault(head.id, set()).add(change.id)
    if DELETED not in former.fields:
        return
    if former.deleted:
        _delete(work, key)
        return
    never = Held(b"", 0, frozenset())
    for mark in reversed(former.fields[DELETED] or (never,)):
        again = {new for old in mark.replaces for new in renewed.get(old, ())}
        prev = replaced_by(state, {DELETED: 0}) | mark.replaces | again
        work.append(Edit(*key, {DELETED: mark.value}), prev)


def content_key(data: bytes) -> bytes:
    """The SHA-256 by which an attachment's bytes are named, so that twice is once."""
    from hashlib import sha256  # noqa: PLC0415 - see above

    return sha256(data).digest()


def check_limits(edit: Edit) -> None:
    """Raise TextTooLong where a text is longer than a partner's program would accept."""
    for name, value in edit.fields.items():
        most = records.limit(edit.kind, name)
        if isinstance(value, str) and len(value) > most:
            raise TextTooLong(field=name, length=len(value), limit=most)


def clean(edit: Edit) -> Edit:
    """`edit` with half characters (lone surrogates, as a torn clipboard brings them) as U+FFFD: no file can hold them."""
    torn = {
        name: value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        for name, value in edit.fields.items()
        if isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value)
    }
    return edit._replace(fields={**edit.fields, **torn}) if torn else edit


def all_sessions(db: sqlite3.Connection) -> list[tuple[bytes, str]]:
    """Everybody who wrote."""
    return list(db.execute("SELECT id, body FROM session"))


def _take_in(db: sqlite3.Connection, changes: Sequence[Change]) -> None:
    if changes:
        count_in(db, [change.id for change in changes])
        derived.note_activity(db, changes)


def count_in(db: sqlite3.Connection, ids: Sequence[bytes]) -> None:
    """Take new change ids into the tally, which tells a row lost from the log."""
    count, digest = tally(db)
    for number in ids:
        digest ^= int.from_bytes(number, "big")
    db.execute(
        "UPDATE meta SET value = iif(key = 'count', ?, ?) WHERE key IN ('count', 'xor')",
        (count + len(ids), digest.to_bytes(16, "big")),
    )


def tally(db: sqlite3.Connection) -> tuple[int, int]:
    """(number of changes, all their ids XORed) as the file has it noted."""
    noted = dict(db.execute("SELECT key, value FROM meta WHERE key IN ('count', 'xor')"))
    return int(noted["count"]), int.from_bytes(noted["xor"], "big")


def _differing(kind: str, state: State, fields: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """The fields not yet so; one in conflict counts as differing, since setting it settles the conflict.

    Writing to what was deleted makes it anew: what it held before stays in the history, unless `fields` restore it.
    """
    if fields.get(DELETED):
        return {} if state.deleted else {DELETED: 1}
    if state.deleted and DELETED not in fields:
        known = records.defaults(kind) if kind in records.KINDS else {}
        blank = {name: value for name, value in known.items() if state.fields.get(name, value) != value}
        return {**blank, **fields, DELETED: 0}
    wanted = {
        name: value
        for name, value in fields.items()
        if name != DELETED
        and (name not in state.fields or state.fields[name] != value or name in state.conflicts)
    }
    if DELETED in fields and (state.deleted or DELETED in state.conflicts):
        wanted[DELETED] = 0
    return wanted


def _former(key: Key, state: State, names: Iterable[str]) -> Former:
    return Former(
        *key,
        existed=bool(state.heads),
        deleted=state.deleted,
        fields={
            name: tuple(Held(head.id, head.fields[name], head.replaces) for head in state.heads.get(name, ()))
            for name in names
        },
    )


def _layers(former: Former) -> list[tuple[dict[str, Scalar], list[Held]]]:
    """What to set, change by change, so that the fields of `former` are back, and the heads this brings back.

    Heads that a deletion had seen and heads that it had not never come back as one change, which the deletion would
    then cover wholly or not at all.
    """
    unset = records.defaults(former.kind) if former.kind in records.KINDS else {}
    stacks = {name: heads for name, heads in former.fields.items() if name != DELETED}
    marks = former.fields.get(DELETED, ())
    layers: list[tuple[dict[str, Scalar], list[Held]]] = []
    deepest = max((len(heads) for heads in stacks.values()), default=0)
    for depth in reversed(range(max(deepest, 1))):
        groups: dict[tuple[bool, ...], dict[str, Held]] = {}
        for name, heads in stacks.items():
            if depth < len(heads):
                seen = tuple(heads[depth].id in mark.replaces for mark in marks)
                groups.setdefault(seen, {})[name] = heads[depth]
        made = [
            ({name: head.value for name, head in again.items()}, list(again.values()))
            for again in groups.values()
        ]
        blank = {name: unset.get(name, "") for name, heads in stacks.items() if not heads}
        if depth == 0 and blank:
            made = made or [({}, [])]
            made[0] = (made[0][0] | blank, made[0][1])
        layers += made
    return layers
