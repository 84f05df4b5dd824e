"""What was deleted, as records: the thing, whose it was, who deleted it and when; finds and restores nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.records import Scalar

KINDS: Final = ("partnership", "organisation", "attachment", "answer", "note", *records.TOOLS)
"""What can lie in the bin by itself; a contact's person goes and comes with the contact."""


class Binned(NamedTuple):
    """One thing in the bin. `wall` (ms since 1970) and `by` tell of its deletion; `fields` are what it held.

    `title` is its partnership's, "" for an organisation; `there` says that the partnership is not deleted itself.
    `sides` has the fields of the partnership's sides by their key.
    """

    root: bytes
    kind: str
    entity: bytes
    wall: int
    by: str
    fields: Mapping[str, Scalar]
    title: str = ""
    there: bool = True
    sides: Mapping[str, Mapping[str, Scalar]] = {}


def restoring(chosen: Iterable[Binned]) -> list[Edit]:
    """The edits that bring `chosen` back as they were: their partnerships first where those are deleted as well."""
    things = list(chosen)
    roots = {one.root for one in things if not one.there}
    edits = [Edit(root, "partnership", root, {DELETED: 0}) for root in sorted(roots)]
    for one in things:
        if one.kind != "partnership":
            edits.append(Edit(one.root, one.kind, one.entity, {DELETED: 0}))
        if one.kind == "contact":
            person = records.person_id(one.root, one.entity)
            edits.append(Edit(one.root, "person", person, {DELETED: 0}))
    return edits


def dragged_along(chosen: Iterable[Binned]) -> set[bytes]:
    """Roots of the deleted partnerships that come back only because something inside them does."""
    things = list(chosen)
    return {one.root for one in things if not one.there} - {
        one.root for one in things if one.kind == "partnership"
    }
