"""What a change may set, for who writes and for who reads: the same limits, or partners would refuse each other's files.

What else `rows` refuses, no writer of ours can come to: who wrote is announced in the same transaction as the first
change; what a change replaces is read from the log, sorted; a time is the clock's. Three bounds are out of reach by
hand rather than by rule: 20,000 changes that one change replaces, 50,000 changes of one thing, a thousand values of one
field at once. An attachment that is mentioned and whose bytes stayed elsewhere is not refused: a copy may leave them out.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Mapping
from typing import Final

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import ID_SIZE, MASK
from roadmap_desktop.domain.records import Scalar

LONGEST_NAME: Final = 100
"""Characters of a kind or a field that this version may not know."""
LONGEST_KIND: Final = 255
"""Bytes of a kind: more do not fit where a change says how long it is."""
MOST_FIELDS: Final = 100
INTEGER: Final = 2**63
"""Whole numbers lie between this and less than it."""


@functools.lru_cache(4096)
def is_day(value: Scalar) -> bool:
    """Nothing, or a day that exists, as YYYY-MM-DD."""
    if value == "":
        return True
    if not isinstance(value, str) or len(value) != 10 or not value.isascii():
        return False
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_hex(length: int) -> Callable[[Scalar], bool]:
    match = re.compile(rf"(?:[0-9a-f]{{{length}}})?").fullmatch
    return lambda value: isinstance(value, str) and match(value) is not None


SPECIAL: Final[Mapping[tuple[str, str], Callable[[Scalar], bool]]] = {
    ("side", "organisation"): _is_hex(32),
    ("attachment", "sha256"): _is_hex(64),
    ("person", "contact"): _is_hex(32),
    ("topic", "meeting"): _is_hex(32),
    ("member", "organisation"): _is_hex(32),
    ("submission", "member"): _is_hex(32),
    **{(kind, name): is_day for kind in records.KINDS for name in ("due", "day", "held", "paper_day", "signed", "valid_until")
       if name in records.fields(kind)},
}  # fmt: skip
"""Fields that are read as more than text: what does not read so would break whoever reads it."""
_is_id: Final = _is_hex(2 * ID_SIZE)


def rule_of(kind: str, field: str) -> Callable[[Scalar], bool] | None:
    """What must hold for a field that is read as more than text, None for all others."""
    return _is_mask if field == MASK else SPECIAL.get((kind, field))


def _is_mask(value: Scalar) -> bool:
    """What a mask stands for is the id of a change, never nothing."""
    return value != "" and _is_id(value)


def longest(kind: str, field: str) -> int:
    """Most characters of a text; those of a newer program may all be long."""
    known = records.fields(kind) if kind in records.KINDS else ()
    return records.limit(kind, field) if field in known or kind == "session" else records.LONG_TEXT
