"""The rows of a file from elsewhere, each checked in pure Python before anything believes it; reads no file itself.

A change comes as its id and what that id is the hash of (`changes.change_id`): its other columns, length-prefixed.
A row that cannot be ours is damage where its hash does not fit, and hostile where it does: no accident makes a hash.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from hashlib import blake2b, sha256
from itertools import pairwise
from struct import unpack_from
from typing import Final, NamedTuple, NoReturn

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import ID_SIZE, MASK, Change, canonical, split
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import limits
from roadmap_desktop.store.limits import INTEGER, LONGEST_NAME, MOST_FIELDS, rule_of
from roadmap_desktop.store.verdict import Findings
from roadmap_desktop.store.vet_child import Value, pack_changes, unpack_changes, xor

MOST_CHANGES: Final = 20_000_000
MOST_SESSIONS: Final = 500_000
MOST_FORGOTTEN: Final = 100_000
MOST_ATTACHMENTS: Final = 200_000
MOST_META: Final = 1_000
LONGEST_META: Final = 10_000
LONGEST_BODY: Final = 2_000_000
"""Bytes: three long texts, were all their letters escaped."""
MOST_PREV: Final = 20_000
"""Changes that one change replaces: deleting the largest partnership names all that is in it."""
MOST_HEADS: Final = 1_000
"""Values that one field may have at once."""
MOST_OF_ENTITY: Final = 50_000
MOST_PREV_OF_ENTITY: Final = 1_000_000
FARTHEST_WALL: Final = 2**53
_SHAPES: Final = 5_000
"""Sets of field names whose rules are remembered."""


_SIXTEEN: Final = ID_SIZE.to_bytes(4, "big")
_USUAL_TIME: Final = (8).to_bytes(4, "big") + bytes(2)
_FRAMING: Final = 40
"""Bytes of a change in a frame that may not be in the file: eight lengths, and a time of eight bytes."""
_ESCAPED: Final = bytes([*range(32), ord("\\")])
"""What stands in a JSON text only escaped, and what escapes."""
_NO_PREV: Final = bytes(4)


class _Bad(Exception):
    """Why a row cannot be one of ours."""


def _refuse(_text: str) -> NoReturn:
    raise ValueError("a number that is no whole number")


_decode: Final = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse).raw_decode


class _Rules(NamedTuple):
    """What holds for a body with certain fields, and what stands between its quotation marks where all are texts."""

    colons: list[str]
    commas: list[str]
    limits: tuple[int, ...]
    least: int  # the smallest of the limits
    special: tuple[tuple[int, Callable[[Scalar], bool]], ...]


_NONE: Final[dict[tuple[str, ...], _Rules]] = {}


def _rules(kind: str, names: Sequence[str]) -> _Rules:
    """Raises _Bad where there can be no such fields."""
    if not 0 < len(names) <= MOST_FIELDS:
        raise _Bad("no fields, or too many")
    if any(first >= second for first, second in pairwise(names)):
        raise _Bad("fields out of order")
    if any(not 0 < len(name) <= LONGEST_NAME for name in names):
        raise _Bad("a field's name")
    longest = tuple(limits.longest(kind, name) for name in names)
    if tuple(names) == (MASK,):
        raise _Bad("nothing in it but what it stands for")
    special = tuple((at, rule) for at, name in enumerate(names) if (rule := rule_of(kind, name)))
    count = len(names)
    return _Rules([":"] * count, [*[","] * (count - 1), "}"], longest, min(longest), special)


class Rows:
    """Checks rows as they come, notes what is wrong in `found`, and gives back those that are right."""

    def __init__(self, found: Findings, *, most_bytes: int, in_order: bool = True) -> None:
        """`most_bytes` is what all rows may hold together: no more than the file.

        `in_order` where changes must come as their primary key has them.
        """
        self.count = 0
        """Changes that are right; `seen` counts all, and `tally` is the XOR of all their ids."""
        self.seen = 0
        self.tally = 0
        self.skipped = 0
        """Changes that were not read, since they are known; `seen` and `tally` count them in."""
        self.newest: tuple[int, bytes] = (0, b"")
        """When the newest change was made, in ms since 1970, and in which session; where that was asked for."""
        self.sessions: set[bytes] = set()
        self.contents: set[bytes] = set()
        self.meta: dict[str, bytes | int] = {}
        self.lost: set[bytes] = set()
        self.complete = True
        """Whether nothing kept them from being read to their end."""
        self._found = found
        self._left = most_bytes
        self._in_order = in_order
        self._forgotten = 0
        self._shapes: dict[str, dict[tuple[str, ...], _Rules]] = {}
        self._learnt = 0
        self._head = b""
        self._order: tuple[bytes, bytes] = (b"", b"")
        self._kind = ""
        self._of = b""
        self._last = b""
        self._session = b""
        self._changes: list[tuple[bytes, bytes, tuple[str, ...]]] = []
        self._prevs = 0

    # what is not a change ---------------------------------------------------------------------------

    def session(self, row: Sequence[Value]) -> bool:
        """Whether this is (id, body) of somebody who wrote."""
        number, body = (*row, None, None)[:2]
        if not isinstance(number, bytes) or not isinstance(body, bytes):
            self._found.add("altered-session", id="")
            return False
        self._take(len(number) + len(body))
        genuine = blake2b(body, digest_size=ID_SIZE).digest() == number
        self.sessions.add(number)
        if len(self.sessions) > MOST_SESSIONS:
            self.hostile("too many sessions")
            return False
        try:
            if not genuine:
                raise _Bad
            self._body("session", body)
        except _Bad as error:
            if genuine:
                self.hostile(f"a session with {error}")
            else:
                self._found.add("altered-session", id=number.hex())
            return False
        return True

    def attachment(self, row: Sequence[Value]) -> bool:
        """Whether this is (sha256, data) of an attachment."""
        name, data = (*row, None, None)[:2]
        if not isinstance(name, bytes) or not isinstance(data, bytes):
            self._found.add("altered-attachment", sha256="")
            return False
        self._take(len(name) + len(data))
        if sha256(data).digest() != name:
            self._found.add("altered-attachment", sha256=name[:32].hex())
            self.contents.add(name)
            return False
        self.contents.add(name)
        if len(data) > records.ATTACHMENT_SIZE or len(self.contents) > MOST_ATTACHMENTS:
            self.hostile("too large an attachment, or too many")
            return False
        return True

    def forgotten(self, row: Sequence[Value]) -> bool:
        """Whether this is the id of a change that was erased."""
        number = row[0] if row else None
        self._forgotten += 1
        if self._forgotten > MOST_FORGOTTEN:
            self.hostile("too many changes forgotten")
            return False
        if not isinstance(number, bytes) or len(number) != ID_SIZE:
            self._found.add("structure", reason="forgotten: no id")
            return False
        self._take(ID_SIZE)
        return True

    def note_meta(self, row: Sequence[Value]) -> None:
        """Keep a row of meta that can be one; others help nobody and harm nobody."""
        key, value = (*row, None, None)[:2]
        if not isinstance(key, bytes) or len(key) > LONGEST_NAME or len(self.meta) >= MOST_META:
            return
        if isinstance(value, int) or (isinstance(value, bytes) and len(value) <= LONGEST_META):
            with suppress(UnicodeDecodeError):
                self.meta[key.decode()] = value

    # changes ----------------------------------------------------------------------------------------

    def changes(self, payload: bytes) -> bytes:
        """The changes of a frame that are right, as a frame. Raises ValueError where it is none."""
        good: list[bytes] = []
        ids: list[bytes] = []
        look = self._look
        for number, packed in unpack_changes(payload):
            try:
                look(number, packed)
            except _Bad as error:
                self._fault(number, packed, error)
                continue
            if blake2b(packed, digest_size=ID_SIZE).digest() == number:
                ids.append(number)
                good.append(packed)
            else:
                self._found.add("altered-change", **_about(packed), id=number.hex())
        (count,) = unpack_from(">I", payload)
        self.count += len(ids)
        self.seen += count
        self.tally ^= xor(payload[4 + 4 * count : 4 + 20 * count])
        self._take(len(payload) - _FRAMING * count)
        if self.seen > MOST_CHANGES:
            self.hostile("too many changes")
        return payload if len(ids) == count else pack_changes(ids, good)

    def skip(self, row: Sequence[Value]) -> None:
        """Count in what was left out as known: (how many, their ids XORed). Raises ValueError where it is not that."""
        count, digest = (*row, None, None)[:2]
        if not isinstance(count, int) or not isinstance(digest, int) or min(count, digest) < 0:
            raise ValueError("no count")
        self.seen += count
        self.skipped += count
        self.tally ^= digest

    def odd_change(self, row: Sequence[Value]) -> None:
        """A row whose columns are not even of the right types."""
        self.seen += 1
        root, kind, entity, number = (*row, None, None, None, None)[:4]
        self._found.add(
            "bad-change",
            root=_short_hex(root),
            kind=kind.decode("utf-8", "replace") if isinstance(kind, bytes) else "",
            entity=_short_hex(entity),
            id=number.hex() if isinstance(number, bytes) else "",
        )

    def end(self) -> None:
        """All changes have come."""
        if len(self._changes) > MOST_HEADS:
            self._check_entity()
        self.lost -= self.sessions
        for number in sorted(self.lost):
            self._found.add("lost-session", id=number.hex())

    def note_newest(self, row: Sequence[Value]) -> None:
        """Keep (wall, session) of the newest change, as far as that is one."""
        wall, session = (*row, None, None)[:2]
        if isinstance(wall, int) and isinstance(session, bytes):
            self.newest = wall, session

    def hostile(self, reason: str) -> None:
        """Note what no accident makes."""
        self._found.add("hostile", reason=reason)

    def _take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            self.hostile("it reads as more than it holds")
            self._left = 1 << 62  # said once

    def _fault(self, number: bytes, packed: bytes, error: _Bad) -> None:
        if blake2b(packed, digest_size=ID_SIZE).digest() == number:
            self.hostile(f"a forged change with {error}")
        else:
            self._found.add("bad-change", **_about(packed), id=number.hex())

    def _look(self, number: bytes, packed: bytes) -> None:
        """Raises _Bad where this cannot be what a change consists of."""
        if len(packed) < 92:
            raise _Bad("too few bytes")
        at = 24 + packed[23]
        if packed[:at] != self._head:
            self._begin_kind(packed[:at])
        entity = packed[at : at + 20]
        if entity != self._of:
            self._begin_entity(entity)
        elif number <= self._last and self._in_order:
            raise _Bad("no place in the order")
        self._last = number
        at += 24
        end = at + int.from_bytes(packed[at - 4 : at], "big")
        if packed[end : end + 4] != _NO_PREV or end + 36 != len(packed):
            prev = self._prev(packed, end)
        else:
            prev = b""
        # Nearly every time has these first bytes.
        if packed[-32:-26] != _USUAL_TIME:
            self._check_wall(packed)
        if packed[-20:] != self._session:
            self._check_session(packed[-20:])
        names = self._body(self._kind, packed[at:end])
        if MASK in names:
            number = _told(packed[at:end])
        self._changes.append((number, prev, names))

    def _begin_kind(self, head: bytes) -> None:
        """Another root, or another kind in it."""
        raw = head[24:]
        if head[:4] != _SIXTEEN or head[20:23] != b"\0\0\0" or len(raw) != head[23]:
            raise _Bad("columns of other lengths")
        order = (head[4:20], raw)
        if order <= self._order and self._in_order:
            raise _Bad("no place in the order")
        try:
            kind = raw.decode()
        except UnicodeDecodeError:
            raise _Bad("a kind that is no text") from None
        if not 0 < len(kind) <= LONGEST_NAME:
            raise _Bad("a kind without or with too long a name")
        self._head, self._order, self._kind, self._of = head, order, kind, b""

    def _begin_entity(self, entity: bytes) -> None:
        if len(self._changes) > MOST_HEADS:
            self._check_entity()
        self._changes, self._prevs = [], 0
        if entity[:4] != _SIXTEEN:
            raise _Bad("columns of other lengths")
        if entity <= self._of and self._in_order:
            raise _Bad("no place in the order")
        self._of = entity

    def _prev(self, packed: bytes, end: int) -> bytes:
        prev = packed[end + 4 : -32]
        if end + 36 > len(packed) or int.from_bytes(packed[end : end + 4], "big") != len(prev):
            raise _Bad("lengths that do not fit")
        if len(prev) != ID_SIZE:
            self._check_prev(prev)
        return prev

    @staticmethod
    def _check_wall(packed: bytes) -> None:
        if packed[-32:-28] != _USUAL_TIME[:4]:
            raise _Bad("no time")
        if not -FARTHEST_WALL <= int.from_bytes(packed[-28:-20], "big", signed=True) <= FARTHEST_WALL:
            raise _Bad("a time out of bounds")

    def _check_session(self, session: bytes) -> None:
        if session[:4] != _SIXTEEN:
            raise _Bad("no session")
        if session[4:] not in self.sessions:
            self.lost.add(session[4:])
        self._session = session

    def _check_entity(self) -> None:
        """The entity that ends here has not more values at once than can be shown and told apart."""
        changes = self._changes
        if len(changes) > MOST_OF_ENTITY:
            self.hostile("too many changes of one thing")
            return
        heads: dict[str, set[bytes]] = {}
        replaced: dict[str, set[bytes]] = {}
        for number, prev, names in changes:
            ids = [old for old in split(prev) if old != number]
            for name in names:
                heads.setdefault(name, set()).add(number)
                replaced.setdefault(name, set()).update(ids)
        if any(len(found - replaced[name]) > MOST_HEADS for name, found in heads.items()):
            self.hostile("too many values of one field")

    def _check_prev(self, prev: bytes) -> None:
        count, rest = divmod(len(prev), ID_SIZE)
        self._prevs += count
        if rest or count > MOST_PREV or self._prevs > MOST_PREV_OF_ENTITY:
            raise _Bad("too many or half ids")
        if any(first >= second for first, second in pairwise(split(prev))):
            raise _Bad("ids out of order")

    def _body(self, kind: str, raw: bytes) -> tuple[str, ...]:
        """The names of the fields that `raw` sets. Raises _Bad where it is not as `canonical` writes it."""
        if len(raw) > LONGEST_BODY:
            raise _Bad("too long a text")
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            raise _Bad("a body that is no text") from None
        if len(raw.translate(None, _ESCAPED)) == len(raw):
            # Every quotation mark is one of JSON's, as in nearly every body: taken apart twice as fast as by json.
            parts = text.split('"')
            names = tuple(parts[1::4])
            rules = self._shapes.get(kind, _NONE).get(names)
            if rules and parts[2::4] == rules.colons and parts[4::4] == rules.commas and parts[0] == "{":
                values = parts[3::4]
                if len("".join(values)) > rules.least:
                    _check_limits(values, rules)
                for at, holds in rules.special:
                    if not holds(values[at]):
                        raise _Bad("a field that does not read as what it is")
                return names
        return self._any_body(kind, text)

    def _any_body(self, kind: str, text: str) -> tuple[str, ...]:
        """As `_body`, whatever is in it."""
        try:
            fields, end = _decode(text)
        except (ValueError, RecursionError):
            raise _Bad("a body that is no JSON") from None
        if end != len(text) or type(fields) is not dict:
            raise _Bad("a body that is no object")
        names, values = tuple(fields), list(fields.values())
        rules = self._shapes.get(kind, _NONE).get(names) or self._learn(kind, names)
        _check_limits(values, rules)
        if canonical(fields) != text:
            raise _Bad("a body not written as this program writes")
        for at, holds in rules.special:
            if not holds(values[at]):
                raise _Bad("a field that does not read as what it is")
        return names

    def _learn(self, kind: str, names: tuple[str, ...]) -> _Rules:
        rules = _rules(kind, names)
        if self._learnt < _SHAPES:
            self._learnt += 1
            self._shapes.setdefault(kind, {})[names] = rules
        return rules


def _check_limits(values: Iterable[object], rules: _Rules) -> None:
    """Raises _Bad for what is no value, or too long a text."""
    for value, limit in zip(values, rules.limits, strict=True):
        if type(value) is str:
            if len(value) > limit:
                raise _Bad("a text too long")
        elif type(value) is not int or not -INTEGER <= value < INTEGER:
            raise _Bad("a value that is neither text nor whole number")


def _told(body: bytes) -> bytes:
    """The id of the change that a mask stands for, whose `body` was found to be right."""
    return bytes.fromhex(_decode(body.decode())[0][MASK])


def _about(packed: bytes) -> dict[str, str]:
    """What a change that cannot be right says it is about, as far as that can be read."""
    at = 28 + packed[23] if len(packed) > 24 else len(packed)
    return {
        "root": packed[4:20].hex(),
        "kind": packed[24 : at - 4].decode("utf-8", "replace"),
        "entity": packed[at : at + ID_SIZE].hex(),
    }


def _short_hex(value: Value) -> str:
    return value[:ID_SIZE].hex() if isinstance(value, bytes) else ""


def clock_and_session(packed: bytes) -> tuple[int, bytes]:
    """When a change that was found to be right was made, in ms since 1970, and in which session."""
    return int.from_bytes(packed[-28:-20], "big", signed=True), packed[-16:]


def all_parsed(payload: bytes) -> list[Change]:
    """The changes of a frame that was found to be right."""
    found = []
    for number, packed in unpack_changes(payload):
        at = 24 + packed[23]
        end = at + 24 + int.from_bytes(packed[at + 20 : at + 24], "big")
        wall, session = clock_and_session(packed)
        found.append(
            _change(
                (
                    packed[4:20], _kind(packed[24:at]), packed[at + 4 : at + 20], number, packed[at + 24 : end].decode(),
                    packed[end + 4 : -32], wall, session,
                )
            )
        )  # fmt: skip
    return found


_change: Final[Callable[[tuple[bytes, str, bytes, bytes, str, bytes, int, bytes]], Change]] = partial(
    tuple.__new__, Change
)
"""As Change itself, and in half the time."""
_kind: Final = lru_cache(256)(bytes.decode)
