"""Changes and their fold: who set what, replacing which; the pure rules of file.md, no file and no clock."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import isfinite
from typing import Final, NamedTuple, NoReturn

from roadmap_desktop.domain.records import Scalar

ID_SIZE: Final = 16
DELETED: Final = "_deleted"
MASK: Final = "_mask"
"""Set by a change that tells another one without people's names, and so stands for it: the other's id, in hex."""
ORDER: Final = "position"
"""The field that says where in its list a thing stands."""
SILENT: Final = (ORDER, "alike", "paper_day", "paper_by")
"""Fields whose differing values are settled by the newest, without asking."""
_MASK_KEY: Final = f'"{MASK}":'
"""How a body that is as `canonical` writes it names that field, and no text in it can."""


class BadChangeError(ValueError):
    """A change whose body is no JSON object that a file can hold: it was damaged, or made by no program of ours."""


def _refuse(text: str) -> NoReturn:
    raise ValueError(text)


def _integer(text: str) -> int:
    number = int(text)
    return number if -(2**63) <= number < 2**63 else _refuse(text[:20])


def _real(text: str) -> float:
    number = float(text)
    return number if isfinite(number) else _refuse(text[:20])


_decoder: Final = json.JSONDecoder(parse_constant=_refuse, parse_int=_integer, parse_float=_real)
_decode_some: Final = _decoder.raw_decode


class Edit(NamedTuple):
    """What somebody wants set: `fields` of one entity. Becomes a Change when written."""

    root: bytes
    kind: str
    entity: bytes
    fields: Mapping[str, Scalar]


class Change(NamedTuple):
    """One line of the log. `prev` is the sorted, joined ids of the changes it replaces; `wall` in ms since 1970."""

    root: bytes
    kind: str
    entity: bytes
    id: bytes
    body: str
    prev: bytes
    wall: int
    session: bytes

    @property
    def fields(self) -> dict[str, Scalar]:
        """What this change sets. Raises BadChangeError."""
        try:
            found: dict[str, Scalar]
            found, end = _decode_some(self.body)
            if end != len(self.body):
                raise BadChangeError("more than an object")
        except (ValueError, RecursionError) as error:
            raise BadChangeError(str(error)) from error
        if type(found) is not dict:
            raise BadChangeError("not an object")
        return found

    @property
    def replaces(self) -> frozenset[bytes]:
        """Ids of the changes it was written on top of."""
        if len(self.prev) <= ID_SIZE:  # as in nearly every change
            return frozenset((self.prev,)) if self.prev else frozenset()
        return frozenset(split(self.prev))

    @property
    def recency(self) -> tuple[int, bytes]:
        """When and by whom. A mask was written by nobody: beside the change that it stands for it never counts."""
        return self.wall, self.session if _MASK_KEY not in self.body else b""


class State(NamedTuple):
    """An entity as its changes leave it.

    `heads` names per field the changes nobody replaced, the shown one first. `conflicts` are the fields whose
    heads differ; `DELETED` among them means "deleted there, edited here".
    """

    fields: dict[str, Scalar]
    heads: dict[str, tuple[Change, ...]]
    conflicts: tuple[str, ...]
    deleted: bool


NOTHING: Final = State({}, {}, (), deleted=False)
"""An entity that nobody has written about."""


def identity(change: Change) -> bytes:
    """The id of the change that `change` tells: its own, or that of the one it masks."""
    if _MASK_KEY not in change.body:
        return change.id
    value = change.fields.get(MASK)
    try:
        number = bytes.fromhex(value) if isinstance(value, str) else b""
    except ValueError:
        return change.id
    return number if len(number) == ID_SIZE else change.id


def is_mask(change: Change) -> bool:
    """Whether `change` stands for another."""
    return _MASK_KEY in change.body and identity(change) != change.id


def same(heads: Iterable[Change], others: Iterable[Change]) -> bool:
    """Whether both are the same changes, told with names or without."""
    return heads == others or set(map(identity, heads)) == set(map(identity, others))


def known_by(change: Change) -> tuple[bytes, ...]:
    """The ids by which it can be told that somebody has seen `change`; whoever replaces it names them all."""
    number = change.id
    return (number,) if _MASK_KEY not in change.body else (number, identity(change))


def canonical(fields: Mapping[str, Scalar]) -> str:
    """The one way to write `fields` as JSON: sorted keys, no spaces, no escapes that are not needed."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def split(prev: bytes) -> Iterator[bytes]:
    """The ids joined in `prev`."""
    return (prev[start : start + ID_SIZE] for start in range(0, len(prev), ID_SIZE))


def change_id(
    root: bytes, kind: str, entity: bytes, body: str, prev: bytes, wall: int, session: bytes
) -> bytes:
    """BLAKE2b-128 of all other columns, each length-prefixed: equal changes are one, an altered one is noticed."""
    from hashlib import blake2b  # noqa: PLC0415 - brings OpenSSL, which no window needs to open

    parts = (root, kind.encode(), entity, body.encode(), prev, wall.to_bytes(8, "big", signed=True), session)
    return blake2b(
        b"".join(len(part).to_bytes(4, "big") + part for part in parts), digest_size=ID_SIZE
    ).digest()


def seal(edit: Edit, prev: Collection[bytes], wall: int, session: bytes) -> Change:
    """Make `edit` a change that replaces `prev`."""
    body = canonical(edit.fields)
    joined = b"".join(sorted(set(prev)))
    number = change_id(edit.root, edit.kind, edit.entity, body, joined, wall, session)
    return Change(edit.root, edit.kind, edit.entity, number, body, joined, wall, session)


def fold(changes: Iterable[Change]) -> State:
    """What one entity's changes amount to; the order they come in makes no difference.

    A field's heads are the changes that set it and that no other change of that field replaces. Deleted it is
    only when every head of every field was seen by somebody who deleted it. A mask counts as the change it tells:
    for nothing where that is here, and together with all other masks of it where it is not.
    """
    parsed = [(change, change.fields) for change in changes]
    if len(parsed) == 1 and DELETED not in parsed[0][1] and MASK not in parsed[0][1]:
        [(only, fields)] = parsed  # nearly every entity of a young file
        return State(fields, dict.fromkeys(fields, (only,)), (), deleted=False)
    if any(MASK in fields for _, fields in parsed):
        return _fold_masked(parsed)
    return _fold(parsed)


def _fold(parsed: Iterable[tuple[Change, dict[str, Scalar]]]) -> State:
    setters: dict[str, list[Change]] = {}
    replaced: dict[str, set[bytes]] = {}
    values: dict[tuple[bytes, str], Scalar] = {}
    for change, fields in parsed:
        replaces = list(split(change.prev))
        for name, value in fields.items():
            setters.setdefault(name, []).append(change)
            replaced.setdefault(name, set()).update(replaces)
            values[change.id, name] = value
    heads = {
        name: tuple(
            sorted(
                (change for change in found if change.id not in replaced[name]),
                key=_newness,
                reverse=True,
            )
        )
        for name, found in setters.items()
    }
    # A forged log can name itself in a circle; then nothing would be a head, and the newest is taken.
    for name, found in setters.items():
        if not heads[name]:
            heads[name] = (max(found, key=_newness),)
    shown = {name: values[found[0].id, name] for name, found in heads.items()}
    deleted, disputed = _deletion(heads, values)
    conflicts = [
        name
        for name, found in heads.items()
        if name != DELETED and name not in SILENT and len({values[head.id, name] for head in found}) > 1
    ]
    if disputed:
        conflicts.append(DELETED)
    shown.pop(DELETED, None)
    return State(shown, heads, tuple(sorted(conflicts)), deleted)


def _fold_masked(parsed: Iterable[tuple[Change, dict[str, Scalar]]]) -> State:
    """The fold by identity: every change under the id of the one that it tells, with all that it is known to replace."""
    told: dict[bytes, list[tuple[Change, dict[str, Scalar]]]] = {}
    masked: dict[bytes, bytes] = {}
    for change, fields in parsed:
        number = identity(change)
        if number != change.id:
            masked[change.id] = number
        bare = {name: value for name, value in fields.items() if name != MASK}
        told.setdefault(number, []).append((change, bare))
    tells: dict[tuple[bytes, str], Change] = {}
    plain = []
    for number, found in told.items():
        found.sort(key=lambda one: (one[0].id != number, one[0].id))  # the change itself, then its masks
        replaces = {masked.get(old, old) for change, _ in found for old in split(change.prev)} - {number}
        said: dict[str, Scalar] = {}
        for change, bare in found[:1] if found[0][0].id == number else found:
            for name in bare.keys() - said.keys():
                said[name], tells[number, name] = bare[name], change
        first = found[0][0]
        plain.append((first._replace(id=number, prev=b"".join(sorted(replaces))), said))
    state = _fold(plain)
    heads = {name: tuple(tells[head.id, name] for head in found) for name, found in state.heads.items()}
    return state._replace(heads=heads)


def advance(state: State, change: Change) -> State:
    """`fold` of an entity's changes and one more, from the `state` they were in; nobody may have replaced it yet.

    What an edit costs then hangs on the entity's heads, not on its whole history.
    """
    fields = change.fields
    if _simply_follows(state, change, fields):
        following = dict.fromkeys(fields, (change,))
        return State(state.fields | fields, state.heads | following, (), deleted=False)
    replaces = change.replaces
    heads = dict(state.heads)
    conflicts = [name for name in state.conflicts if name not in fields and name != DELETED]
    for name in fields:
        left = [head for head in heads.get(name, ()) if replaces.isdisjoint(known_by(head))]
        heads[name] = tuple(sorted((change, *left), key=_newness, reverse=True))
        if left and name not in SILENT and name != DELETED and len({h.fields[name] for h in heads[name]}) > 1:
            conflicts.append(name)
    shown = state.fields | {
        name: value if heads[name][0] is change else heads[name][0].fields[name]
        for name, value in fields.items()
        if name != DELETED
    }
    marks = {(head.id, DELETED): head.fields[DELETED] for head in heads.get(DELETED, ())}
    deleted, disputed = _deletion(heads, marks)
    if disputed:
        conflicts.append(DELETED)
    return State(shown, heads, tuple(sorted(conflicts)), deleted)


def _simply_follows(state: State, change: Change, fields: Mapping[str, Scalar]) -> bool:
    """Whether nothing is in question and `change` replaces one head, as nearly every edit does."""
    if len(change.prev) != ID_SIZE or state.conflicts or DELETED in fields or DELETED in state.heads:
        return False
    return all(
        len(heads) == 1 and heads[0].id == change.prev for heads in map(state.heads.get, fields) if heads
    )


def _newness(change: Change) -> tuple[int, bytes]:
    return change.wall, change.id


def _deletion(
    heads: Mapping[str, tuple[Change, ...]], values: Mapping[tuple[bytes, str], Scalar]
) -> tuple[bool, bool]:
    """(is it deleted, is that disputed)."""
    marks = heads.get(DELETED, ())
    deletions = [change for change in marks if values[change.id, DELETED]]
    if not deletions:
        return False, False
    seen = _seen_by(deletions)
    found = (head for name, found in heads.items() if name != DELETED for head in found)
    agreed = len(deletions) == len(marks) and not any(seen.isdisjoint(known_by(head)) for head in found)
    return agreed, not agreed


def _seen_by(deletions: Iterable[Change]) -> frozenset[bytes]:
    return frozenset(number for change in deletions for number in (change.id, *split(change.prev)))


def covers(state: State, heads: Iterable[Change]) -> bool:
    """Whether whoever deleted the deleted entity `state` had seen all `heads`, in it or below it."""
    seen = _seen_by(state.heads[DELETED])
    return not any(seen.isdisjoint(known_by(head)) for head in heads)


def replaced_by(state: State, fields: Mapping[str, Scalar]) -> frozenset[bytes]:
    """Ids that an edit of `fields` replaces in `state`: their heads, and every head where it deletes.

    Where something was deleted that is here as that alone, also whatever was deleted with it.
    """
    of = state.heads if fields.get(DELETED) else [name for name in fields if name in state.heads]
    found = {number for name in of for head in state.heads[name] for number in known_by(head)}
    found.update(number for mark in _told_deletions(state) for number in split(mark.prev))
    return frozenset(found)


def stayed_elsewhere(state: State) -> bool:
    """Whether something is deleted, and what it held is not here."""
    return state.deleted and bool(_told_deletions(state))


def _told_deletions(state: State) -> list[Change]:
    """The heads that tell of a deletion which was made elsewhere, where all that was deleted stayed."""
    return [head for head in state.heads.get(DELETED, ()) if is_mask(head) and head.fields[DELETED]]


def telling(changes: Iterable[Change]) -> dict[bytes, Change]:
    """The changes of an entity that say something, by id: all but masks of what is here, or of which another says as much."""
    held = list(changes)
    here = {change.id for change in held}
    found: dict[bytes, Change] = {}
    told: dict[bytes, set[str]] = {}
    for change in sorted(held, key=lambda one: one.id) if any(map(is_mask, held)) else held:
        number = identity(change)
        if number != change.id:
            fresh = change.fields.keys() - {MASK} - told.setdefault(number, set())
            if number in here or not fresh:
                continue
            told[number] |= fresh
        found[change.id] = change
    return found
