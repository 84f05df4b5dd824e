"""Masks: changes that stand for others and tell them without people's names; made here, counted by `changes.fold`; no file.

Where names stay at home no original change leaves, since its history would go along. For each head there leaves a mask:
the fields of which it is the head, told anew, under the head's own clock; it replaces the head and whatever that was
written on top of. So whoever has only masks sees the same state and the same questions as at home, and what they write
on top replaces the originals there. A mask says nothing where its original is: that is never overwritten by it.

A mask is a function of what it tells and of how: who sends twice sends the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from roadmap_desktop.domain.changes import (
    DELETED,
    MASK,
    Change,
    Edit,
    State,
    canonical,
    fold,
    identity,
    known_by,
    seal,
    split,
)
from roadmap_desktop.domain.records import Scalar

Retell: TypeAlias = Callable[[str, Mapping[str, Scalar]], dict[str, Scalar]]
"""The fields of a thing of some kind as they may leave: without names, some not at all."""


def masks_of(
    changes: Sequence[Change], retell: Retell, writer: Callable[[bytes], bytes], most: int
) -> Iterator[Change]:
    """The masks for all heads of one entity, of which `changes` are all.

    `writer` gives the session that a mask of a change of some session is from. No mask replaces more than `most`
    changes: the masks of a head share what it was written on top of. What is deleted leaves as that and no more.
    """
    state = fold(changes)
    told: dict[bytes, list[Change]] = {}
    for change in changes:
        told.setdefault(identity(change), []).append(change)
    for head, names in _heads(state).items():
        fields = retell(head.kind, {name: head.fields[name] for name in names})
        if not fields:
            continue
        number = identity(head)
        edit = Edit(head.root, head.kind, head.entity, {**fields, MASK: number.hex()})
        for former in _parts(sorted(_behind(head, names, state, told) - {number}), most - 1):
            yield seal(edit, [number, *former], head.wall, writer(head.session))


def _heads(state: State) -> Mapping[Change, Sequence[str]]:
    """Each head with the fields of which it is one."""
    # A partnership whose deletion is asked about shows; whoever sends it knows that, and the fold alone does not.
    only_gone = state.deleted and not any(head.kind == "partnership" for head in state.heads[DELETED])
    found: dict[Change, list[str]] = {}
    for name, heads in state.heads.items():
        for head in heads if name == DELETED or not only_gone else ():
            found.setdefault(head, []).append(name)
    return found


def _behind(
    head: Change, names: Collection[str], state: State, told: Mapping[bytes, Sequence[Change]]
) -> set[bytes]:
    """All that `head` was written on top of, directly or by steps; none of it a head that it left standing."""
    direct = {number for change in told[identity(head)] for number in split(change.prev)}
    found, left = set(direct), list(direct)
    while left:
        for change in told.get(left.pop(), ()):
            new = set(split(change.prev)) - found
            found |= new
            left += new
    # Who deleted a thing and had not seen all of it left a question open: that stays open.
    asked = state.heads if DELETED in names else names
    beside = {number for name in asked for other in state.heads[name] for number in known_by(other)}
    return found - (beside - direct)


def _parts(numbers: Sequence[bytes], most: int) -> Iterator[Sequence[bytes]]:
    return (numbers[at : at + most] for at in range(0, max(len(numbers), 1), most))


def author(organisation: str) -> tuple[bytes, str]:
    """(id, body) of the session in which somebody of an organisation wrote whose name is not told."""
    from hashlib import blake2b  # noqa: PLC0415 - brings OpenSSL, which no window needs to open

    body = canonical({"name": "", "organisation": organisation})
    return blake2b(body.encode(), digest_size=16).digest(), body
