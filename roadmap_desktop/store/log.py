"""The change log of an open file: append, fold into the derived tables, merge, undo; each one transaction."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import time
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from roadmap_desktop import __version__
from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import (
    DELETED,
    ID_SIZE,
    MASK,
    Change,
    Edit,
    State,
    advance,
    canonical,
    fold,
    identity,
    is_mask,
    known_by,
    replaced_by,
    seal,
    stayed_elsewhere,
)
from roadmap_desktop.domain.errors import AttachmentTooLarge, BadDate, TextTooLong
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import derived, limits
from roadmap_desktop.store.derived import COLUMNS, entity_changes

LATEST_WALL: Final = 2**52
"""Milliseconds since 1970 that no clock reaches; a partner's program would refuse what a broken one says."""

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


class Mark(NamedTuple):
    """A change that came from elsewhere, without what it says: the file can tell, and there may be a hundred thousand.

    With `covers` it came on top of the only change of its entity, and that is what undo sets back. `recency` as the
    change has it.
    """

    root: bytes
    kind: str
    entity: bytes
    id: bytes
    wall: int
    session: bytes
    covers: bool
    recency: tuple[int, bytes]


class Step(NamedTuple):
    """One thing the user did, as undo needs it: what to set back, what was written here, and what came from elsewhere."""

    formers: tuple[Former, ...]
    changes: tuple[Change, ...]
    came: tuple[Mark, ...] = ()

    @property
    def keys(self) -> Iterator[Key]:
        """The entities that undo sets back."""
        yield from (former[:3] for former in self.formers)
        yield from (mark[:3] for mark in self.came if mark.covers)

    @property
    def roots(self) -> frozenset[bytes]:
        """Roots that undo touches."""
        return frozenset(root for root, _, _ in self.keys)

    @property
    def written(self) -> tuple[Change | Mark, ...]:
        """Every change that is in the file by this step."""
        return self.came + self.changes


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
                "name": _clean(author.name)[: records.SHORT_TEXT],
                "organisation": _clean(author.organisation)[: records.SHORT_TEXT],
                "program": f"roadmap-desktop {__version__}",
                "nonce": os.urandom(16).hex(),
            }
        )
        self.session: Final = blake2b(self._body.encode(), digest_size=16).digest()
        self._announced = False
        self._known = session_ids(db)

    def go_on(self, db: sqlite3.Connection) -> None:
        """Write through another connection to the same file from now on, as the same writer."""
        self._db = db
        self._announced = False

    def save(
        self,
        edits: Sequence[Edit],
        contents: Iterable[bytes] = (),
        seen: Mapping[Key, frozenset[bytes]] | None = None,
    ) -> Step:
        """Write `edits` and the `contents` of attachments, durably and together; fields already so are left out.

        `seen` holds the heads that whoever made the edit of an entity had before them. What somebody else wrote
        there since is not replaced: both are kept, and asked about. Without an entry all that stands there was seen.
        Raises TextTooLong before anything is written, and sqlite3.Error with the file as it was.
        """
        for edit in edits:
            check_limits(edit)
        contents = tuple(contents)
        for data in contents:
            if len(data) > records.ATTACHMENT_SIZE:
                raise AttachmentTooLarge(name="", size=len(data), limit=records.ATTACHMENT_SIZE)
        with self._transaction() as work:
            for data in contents:
                self._db.execute("INSERT OR IGNORE INTO attachment VALUES (?, ?)", (content_key(data), data))
            work.remember(edit[:3] for edit in edits)
            for edit in map(clean, edits):
                state = work.entity(edit[:3])
                wanted = _differing(edit.kind, state, edit.fields)
                if wanted:
                    work.touches(edit[:3], wanted)
                    unseen = _unseen(state, (seen or {}).get(edit[:3]), self.session)
                    work.append(edit._replace(fields=wanted), work.seen(edit[:3], wanted, state) - unseen)
        return work.step()

    def revert(self, step: Step, mine: Collection[bytes] | None = None) -> Step:
        """Set back everything `step` changed, by new changes; returns the step that would undo this in turn.

        `mine` are the sessions whose changes the user calls their own. What others wrote after the step is not taken
        back with it: a field that they set stays as it is, and where they wrote into what the step made, its
        deletion is asked about. Without `mine` everything is set back.
        """
        own = None if mine is None else frozenset(mine) | {self.session}
        made = frozenset(change.id for change in step.written)
        with self._transaction() as work:
            formers = [
                *step.formers,
                *filter(None, (_under(self._db, mark) for mark in step.came if mark.covers)),
            ]
            work.remember(former[:3] for former in formers)
            # A partnership comes last: deleting it covers what the step did inside it.
            for noted in sorted(formers, key=lambda former: former.entity == former.root):
                former = work.named(noted)
                key = former[:3]
                if former.existed:
                    left = former if own is None else _less_others(former, work.entity(key), own, made)
                    strangers = frozenset[bytes]() if own is None else self._strangers()
                    work.touches(key, left.fields)
                    _restore(work, left, work.by(key, strangers) - made)
                else:
                    spared = frozenset[bytes]() if own is None else work.others(key, own) - made
                    work.touches(key, [DELETED])
                    _delete(work, key, spared)
        return work.step()

    def _strangers(self) -> frozenset[bytes]:
        """Sessions that began to write here after this one was opened."""
        return session_ids(self._db) - self._known - {self.session}

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
            forgotten = derived.erased(self._db)
            work.changes += [
                change
                for change in changes
                if forgotten.isdisjoint(known_by(change))
                and self._db.execute(
                    f"INSERT OR IGNORE INTO change ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", change
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
            _take_in(self._db, (*work.came, *work.changes))
            self._db.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise
        self._announced = self._announced or announce

    def _tick(self) -> int:
        self._wall = max(min(self._clock(), LATEST_WALL), self._wall + 1)
        return self._wall


class _Work:
    """What one transaction does: the entities as they were before it, and the changes it makes."""

    def __init__(self, log: Log) -> None:
        self.changes: list[Change] = []
        self.came: list[Mark] = []
        self._log = log
        self._db = log._db  # noqa: SLF001 - one thing in two halves
        self._before: dict[Key, State] = {}
        self._now: dict[Key, State] = {}
        self._touched: dict[Key, list[str]] = {}
        self._gone: set[bytes] = set()
        self._originals: dict[bytes, Change] = {}

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
            below = derived.heads_below(self._db, key[0])
            seen |= {number for head in below for number in known_by(head)}
        return seen

    def others(self, key: Key, own: Collection[bytes]) -> frozenset[bytes]:
        """Ids of the changes of an entity, or of all of a partnership, that none of the sessions `own` wrote."""
        root, kind, entity = key
        rows = self._db.execute(
            "SELECT id, session FROM change WHERE root = ?1 AND (?4 OR (kind = ?2 AND entity = ?3))",
            (root, kind, entity, kind == "partnership"),
        )
        return frozenset(number for number, session in rows if session not in own)

    def by(self, key: Key, sessions: Collection[bytes]) -> frozenset[bytes]:
        """Ids of the changes that `sessions` wrote there; see `others`."""
        return frozenset[bytes]() if not sessions else self.others(key, ()) - self.others(key, sessions)

    def step(self) -> Step:
        """What undo needs of this transaction."""
        formers = [_former(key, self._before[key], names) for key, names in self._touched.items()]
        return Step(tuple(formers) if self.changes else (), tuple(self.changes))

    def named(self, former: Former) -> Former:
        """`former` as it was written, where since then the originals have come of what was here as masks."""
        if not self._originals:
            return former
        fields = {
            name: tuple(
                _held(self._originals[one.id], name) if one.id in self._originals else one for one in held
            )
            for name, held in former.fields.items()
        }
        return former._replace(fields=fields)

    def _look(self, key: Key) -> State:
        changes = entity_changes(self._db, *key)
        masks = [change for change in changes if is_mask(change)]
        if masks:
            here = {change.id: change for change in changes}
            self._originals |= {one.id: here[identity(one)] for one in masks if identity(one) in here}
        return derived.settle(self._db, key[0], key[1], fold(changes))


def _delete(work: _Work, key: Key, spared: frozenset[bytes] = frozenset()) -> None:
    """Delete the entity, all but the changes `spared`, which bring the question up."""
    deletion: dict[str, Scalar] = {DELETED: 1}
    work.append(Edit(*key, deletion), work.seen(key, deletion, work.entity(key)) - spared)


def _unseen(state: State, seen: frozenset[bytes] | None, session: bytes) -> frozenset[bytes]:
    """The ids of heads that a writer who had seen only `seen` did not know, nor wrote in their own `session`."""
    if seen is None:
        return frozenset()
    heads = {head for found in state.heads.values() for head in found if head.session != session}
    return frozenset(number for head in heads if seen.isdisjoint(known_by(head)) for number in known_by(head))


def _less_others(former: Former, state: State, own: Collection[bytes], made: Collection[bytes]) -> Former:
    """`former` without the fields that somebody who is not `own` has set since, save by what the step `made`."""
    fields = {
        name: held
        for name, held in former.fields.items()
        if name == DELETED
        or all(
            head.session in own or head.id in made or head.id in {before.id for before in held}
            for head in state.heads.get(name, ())
        )
    }
    return former._replace(fields=fields)


def _restore(work: _Work, former: Former, spared: frozenset[bytes]) -> None:
    """Write `former` back: one change, or one per head where a field had several.

    The changes `spared` are not deleted again with what was.

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
        _delete(work, key, spared)
        return
    never = Held(b"", 0, frozenset())
    for mark in reversed(former.fields[DELETED] or (never,)):
        again = {new for old in mark.replaces for new in renewed.get(old, ())}
        prev = replaced_by(state, {DELETED: 0}) | mark.replaces | again
        work.append(Edit(*key, {DELETED: mark.value}), prev)


def noted(step: Step) -> dict[str, Any]:
    """`step` as JSON holds it: by the ids of changes, without a word of what they say. `recall` makes it a step again."""
    return {
        "formers": [
            [
                former.root.hex(),
                former.kind,
                former.entity.hex(),
                former.existed,
                former.deleted,
                {name: [held.id.hex() for held in heads] for name, heads in former.fields.items()},
            ]
            for former in step.formers
        ],
        "changes": [_place(change) for change in step.changes],
        "came": [[*_place(mark), mark.covers] for mark in step.came],
    }


def _place(change: Change | Mark) -> list[str]:
    return [change.root.hex(), change.kind, change.entity.hex(), change.id.hex()]


def recall(db: sqlite3.Connection, note: Mapping[str, Any]) -> Step:
    """The step of which `noted` made `note`.

    Raises LookupError where the file does not hold its changes; ValueError, TypeError where it is no such note.
    """
    formers = []
    for root, kind, entity, existed, deleted, fields in note["formers"]:
        key = (bytes.fromhex(root), str(kind), bytes.fromhex(entity))
        heads = {
            str(name): tuple(_held(_change(db, key, bytes.fromhex(number)), name) for number in numbers)
            for name, numbers in fields.items()
        }
        formers.append(Former(*key, bool(existed), bool(deleted), heads))
    changes = [_noted(db, *place) for place in note["changes"]]
    came = []
    for *place, covers in note.get("came", ()):
        change = _noted(db, *place)
        if covers:
            _change(db, change[:3], change.prev)
        came.append(Mark(*change[:4], change.wall, change.session, bool(covers), change.recency))
    return Step(tuple(formers), tuple(changes), tuple(came))


def _noted(db: sqlite3.Connection, root: str, kind: str, entity: str, number: str) -> Change:
    return _change(db, (bytes.fromhex(root), str(kind), bytes.fromhex(entity)), bytes.fromhex(number))


def _change(db: sqlite3.Connection, key: Key, number: bytes) -> Change:
    row = db.execute(
        f"SELECT {COLUMNS} FROM change WHERE root = ? AND kind = ? AND entity = ? AND id = ?", (*key, number)
    ).fetchone()
    if row is None:
        raise LookupError(number.hex())
    return Change(*row)


def _under(db: sqlite3.Connection, mark: Mark) -> Former | None:
    """What `mark` covers; None where it set the same again. Raises LookupError where the file lost it."""
    key = mark[:3]
    change = _change(db, key, mark.id)
    before = _change(db, key, change.prev)
    held = before.fields
    fields = {
        name: (_held(before, name),) if name in held else ()
        for name, value in change.fields.items()
        if name not in held or held[name] != value
    }
    return Former(*key, existed=True, deleted=False, fields=fields) if fields else None


def _held(change: Change, name: str) -> Held:
    return Held(change.id, change.fields[name], change.replaces)


def heads_of(db: sqlite3.Connection, key: Key, but: Collection[bytes] = ()) -> frozenset[bytes]:
    """Ids of the heads of an entity: what somebody has seen who saw all `but` what those sessions wrote."""
    heads = fold(entity_changes(db, *key)).heads
    return frozenset(
        number
        for found in heads.values()
        for head in found
        if head.session not in but
        for number in known_by(head)
    )


def writers_of(db: sqlite3.Connection, key: Key) -> frozenset[bytes]:
    """Sessions that wrote what stands in an entity now."""
    heads = fold(entity_changes(db, *key)).heads
    return frozenset(head.session for found in heads.values() for head in found)


def roots_of(db: sqlite3.Connection) -> frozenset[bytes]:
    """Every root that was ever written in."""
    return frozenset(row[0] for row in db.execute("SELECT root FROM activity"))


def session_ids(db: sqlite3.Connection) -> frozenset[bytes]:
    """Everybody who wrote, by id."""
    return frozenset(row[0] for row in db.execute("SELECT id FROM session"))


def names_of(db: sqlite3.Connection, sessions: Collection[bytes]) -> list[str]:
    """The names under which `sessions` wrote, each once; sessions without a name or from a newer program have none."""
    names: dict[str, None] = {}
    for number, body in all_sessions(db):
        if number in sessions:
            with contextlib.suppress(ValueError, AttributeError):
                names[str(json.loads(body).get("name") or "")] = None
    return [name for name in names if name]


def content_key(data: bytes) -> bytes:
    """The SHA-256 by which an attachment's bytes are named, so that twice is once."""
    from hashlib import sha256  # noqa: PLC0415 - see above

    return sha256(data).digest()


def check_limits(edit: Edit) -> None:
    """Raise TextTooLong or BadDate where a partner's program would refuse what comes of `edit`.

    ValueError where nothing that a user enters could be the reason.
    """
    if not len(edit.root) == len(edit.entity) == ID_SIZE:
        raise ValueError("an id of another length")
    if MASK in edit.fields:
        raise ValueError("a mask, which nobody writes by hand")
    if len(edit.fields) > limits.MOST_FIELDS or len(edit.kind.encode()) > limits.LONGEST_KIND:
        raise ValueError("too many fields, or too long a kind")
    if not all(0 < len(name) <= limits.LONGEST_NAME for name in (edit.kind, *edit.fields)):
        raise ValueError("no name of a kind or field")
    for name, value in clean(edit).fields.items():
        _check_value(edit.kind, name, value)


def _check_value(kind: str, name: str, value: Scalar) -> None:
    if type(value) is str:
        most = limits.longest(kind, name)
        if len(value) > most:
            raise TextTooLong(field=name, length=len(value), limit=most)
    elif type(value) is not int or not -limits.INTEGER <= value < limits.INTEGER:
        raise ValueError("neither text nor a whole number")
    holds = limits.rule_of(kind, name)
    if holds is not None and not holds(value):
        raise BadDate(text=str(value)) if holds is limits.is_day else ValueError(f"{name} is no id")


def clean(edit: Edit) -> Edit:
    """`edit` with its texts as files hold them: composed (NFC), so that search finds what was pasted decomposed.

    Half characters (lone surrogates, as a torn clipboard brings them) become U+FFFD.
    """
    cleaned = {
        name: _clean(value)
        for name, value in edit.fields.items()
        if isinstance(value, str) and not value.isascii()
    }
    return edit._replace(fields={**edit.fields, **cleaned}) if cleaned else edit


def _clean(text: str) -> str:
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", text)


def all_sessions(db: sqlite3.Connection) -> list[tuple[bytes, str]]:
    """Everybody who wrote."""
    return list(db.execute("SELECT id, body FROM session"))


def _take_in(db: sqlite3.Connection, changes: Sequence[Change | Mark]) -> None:
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
        unknown = stayed_elsewhere(state)
        blank = {
            name: value for name, value in known.items() if unknown or state.fields.get(name, value) != value
        }
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
