"""Conflicts that wait for a decision: the versions of a field side by side, and the edits that settle them; reads no file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from roadmap_desktop.domain.changes import DELETED, Change, Edit, State, covers
from roadmap_desktop.domain.incoming import Choice, Difference, Group, Place, Thing, Version, chosen, rank
from roadmap_desktop.domain.records import SIDE_TOOLS, Scalar

Telling: TypeAlias = Callable[[Change, Scalar], tuple[Version, bool]]
"""Tells who set a value by a change, and whether they wrote for the file's own organisation."""


def waiting(kind: str, state: State, telling: Telling) -> tuple[Difference, ...]:
    """Each field that asks in the thing of `kind` that is in `state`, its versions apart.

    The version of the file's own organisation is `ours`, marked as its own; where none, or each, is theirs, it is the
    one that shows.
    """
    return tuple(
        _difference(name, _deletion(state, telling) if name == DELETED else _values(name, state, telling))
        for name in sorted(state.conflicts, key=lambda name: rank(kind, name))
    )


def settling(groups: Iterable[Group], choices: Mapping[Place, Choice]) -> list[Edit]:
    """The edits that settle what of `groups` was chosen about; a thing has one edit, and all are one step.

    A thing that shall be deleted needs no other choice, nor does anything inside a partnership that shall: writing there
    would ask again. What `choices` leave for later is not touched.
    """
    edits = []
    for thing in (thing for group in groups for thing in group.things):
        fields = dict(_settled(thing, choices))
        if fields.get(DELETED):
            fields = {DELETED: 1}
        if fields:
            edits.append(Edit(thing.root, thing.kind, thing.entity, fields))
    gone = {edit.root for edit in edits if edit.entity == edit.root and edit.fields.get(DELETED)}
    return [edit for edit in edits if edit.root not in gone or edit.entity == edit.root]


def asked(groups: Iterable[Group]) -> Iterator[tuple[Group, Thing, Difference]]:
    """Every field of `groups` that is in conflict."""
    for group in groups:
        for thing in group.things:
            for difference in thing.differences:
                if difference.sort == "conflict":
                    yield group, thing, difference


def in_tool(groups: Iterable[Group], tool: str, side: str) -> frozenset[tuple[bytes, str]]:
    """What waits in the rows of a support tool, (entity, field) each; of `side` where the rows belong to one.

    The personal data of a contact stand in the contact's row.
    """
    kinds = ("contact", "person") if tool == "contact" else (tool,)
    return frozenset(
        (thing.entity, one.field)
        for _, thing, one in asked(groups)
        if thing.kind in kinds and (tool not in SIDE_TOOLS or thing.side == side)
    )


def _settled(thing: Thing, choices: Mapping[Place, Choice]) -> Iterator[tuple[str, Scalar]]:
    for one in thing.differences:
        value = chosen(thing.kind, one, choices.get(thing.place(one.field), "later"))
        if value is not None:
            yield one.field, value


def _difference(field: str, told: Iterable[tuple[Version, bool]]) -> Difference:
    """The versions, the shown one first, as ours and the others; of equal values there is one."""
    apart: dict[Scalar, tuple[Version, bool]] = {}
    for version, own in told:
        apart.setdefault(version.value, (version, own))
    versions = list(apart.values())
    owned = [own for _, own in versions]
    at = owned.index(True) if any(owned) and not all(owned) else 0
    ours, own = versions.pop(at)
    ours = ours._replace(own=own and not all(owned))
    return Difference(field, "conflict", ours, tuple(version for version, _ in versions), ())


def _values(name: str, state: State, telling: Telling) -> Iterator[tuple[Version, bool]]:
    return (telling(head, head.fields[name]) for head in state.heads[name])


def _deletion(state: State, telling: Telling) -> Iterator[tuple[Version, bool]]:
    """Who wrote on without knowing of the deletion, which shows, and who deleted."""
    marks = state.heads[DELETED]
    heads = {head for name, found in state.heads.items() if name != DELETED for head in found}
    kept = [head for head in heads if not covers(state, [head])] or [
        head for head in marks if not head.fields[DELETED]
    ]
    if kept:
        yield telling(max(kept, key=lambda head: (head.wall, head.id)), 0)
    else:  # a partnership in which somebody wrote on
        yield Version(0), False
    yield telling(next(head for head in marks if head.fields[DELETED]), 1)
