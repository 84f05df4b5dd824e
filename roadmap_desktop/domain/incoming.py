"""What came from elsewhere beside what is here: each difference as a record, and what a choice makes of it; reads no file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, State, same
from roadmap_desktop.domain.difference import shown
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.exchange import Said
from roadmap_desktop.domain.history import Subject
from roadmap_desktop.domain.records import Scalar

Sort: TypeAlias = Literal["new", "changed", "conflict", "deleted", "restored"]
Choice: TypeAlias = Literal["theirs", "ours", "both", "later"]
Verdict: TypeAlias = Literal["healthy", "damaged", "hostile", "newer", "foreign", "unreadable"]

_STANDS: Final[Mapping[str, tuple[str, ...]]] = {
    "side": ("key",),
    "answer": ("side", "checkpoint"),
    "note": ("side", "checkpoint"),
    "attachment": ("side", "checkpoint", "sha256", "size"),
    "stakeholder": ("side",),
    "swot": ("side",),
    "evaluation": ("side", "round", "criterion"),
    "person": ("contact",),
    "topic": ("meeting", "side", "checkpoint"),
}
"""Fields that say where a thing stands, which is no news of a thing that is new."""
_NEVER_JOINED: Final = ("attachment", "exchange", "member", "submission")
"""Kinds whose short texts are names of files, and what was noted at one moment: two of them make no third."""


class Place(NamedTuple):
    """One field of one thing; `field` is `changes.DELETED` where the thing as a whole is meant."""

    root: bytes
    kind: str
    entity: bytes
    field: str


class Version(NamedTuple):
    """A value, who set it (as they call themselves) and when, in ms since 1970 by their clock.

    `own` where it is told apart from others as the file's own organisation's.
    """

    value: Scalar
    by: str = ""
    wall: int = 0
    own: bool = False


class Difference(NamedTuple):
    """A field that came otherwise than it is here. `theirs` are the values that came, the newest first.

    `sources` are the places of the files they came in, among those that were looked at together.
    """

    field: str
    sort: Sort
    ours: Version
    theirs: tuple[Version, ...]
    sources: tuple[int, ...]


class Thing(NamedTuple):
    """An answer, a note, a row of a tool … that came otherwise than it is here, and how.

    `side` and `checkpoint` say where it stands, `label` is what people call it; each "" where it has none. `fields` are
    all it holds with what came, or held before it was deleted.
    """

    root: bytes
    kind: str
    entity: bytes
    sort: Sort
    side: str
    checkpoint: str
    label: str
    fields: Mapping[str, Scalar]
    differences: tuple[Difference, ...]

    def place(self, field: str = DELETED) -> Place:
        """Where a choice about `field` is noted; without one, a choice about the whole thing."""
        return Place(self.root, self.kind, self.entity, field)


class Group(NamedTuple):
    """A partnership with all that came of it, or an organisation (`kind`). `ours` is our side's key.

    `forms` says which form each side walks, by the side's key.
    """

    root: bytes
    kind: str
    title: str
    sort: Sort
    ours: str
    forms: Mapping[str, str]
    things: tuple[Thing, ...]

    def subject(self, thing: Thing) -> Subject:
        """One of its things as history tells of things."""
        side = thing.side or (thing.kind == "side" and str(thing.fields.get("key", ""))) or ""
        title = self.title if self.kind == "partnership" else ""
        return Subject(
            thing.root, thing.kind, thing.entity, title, side, self.ours, self.forms.get(side, ""),
            thing.checkpoint, thing.label, thing.fields, thing.sort == "deleted",
        )  # fmt: skip


class Source(NamedTuple):
    """A file that came. `name` and `organisation` are who it says it is from: anybody can claim any name.

    That is who wrote the newest of what is new here, or of all, and `written` when: ms since 1970 by that clock. `copy`
    where it is a copy of our own file; `said` what it says of having been sent. `error` is why it was refused; then it
    counts for nothing.
    """

    file: Path
    verdict: Verdict
    error: UserError | None = None
    name: str = ""
    organisation: str = ""
    written: int = 0
    copy: bool = False
    new: int = 0
    known: int = 0
    said: Said | None = None

    @property
    def sender(self) -> str:
        """Who it says it is from, in one line; "" where it does not say. That is who wrote in it since it was sent."""
        sent = self.said if self.said is not None and self.said.untouched else None
        names = (sent.name, sent.organisation) if sent is not None else (self.name, self.organisation)
        return ", ".join(name for name in names if name)


def sort_of(before: State, after: State) -> Sort:
    """What happens to a thing that is `before` here and `after` once all that came was taken in."""
    if DELETED in after.conflicts and DELETED not in before.conflicts:
        return "conflict"
    if not shown(before):
        return "restored" if before.heads else "new"
    if not shown(after):
        return "deleted"
    return "conflict" if any(_asked(name, before, after) for name in after.conflicts) else "changed"


def differing(kind: str, before: State, after: State) -> dict[str, Sort]:
    """The fields of a thing that would show, or ask, something else, in the order of its record; {} where none would."""
    if not shown(before) and not shown(after):
        return {}
    whole = sort_of(before, after)
    if whole == "deleted":
        return {DELETED: "deleted"}
    found: dict[str, Sort] = {}
    if whole == "restored" or (whole == "conflict" and DELETED in after.conflicts):
        found[DELETED] = whole
    elif DELETED in before.conflicts and DELETED not in after.conflicts:
        found[DELETED] = "restored"  # whether it is there was asked, and has been answered
    unset = records.defaults(kind) if kind in records.KINDS else {}
    before_fields = before.fields if before.heads else {}
    for name in sorted(after.fields, key=lambda name: rank(kind, name)):
        if not before.heads and name in _STANDS.get(kind, ()):
            continue
        if name in after.conflicts:
            if _asked(name, before, after):
                found[name] = "conflict"
        elif _told_otherwise(name, before, after, before_fields.get(name, unset.get(name, ""))):
            found[name] = "changed" if before.heads else "new"
    return found or ({DELETED: "new"} if whole == "new" else {})


def _told_otherwise(name: str, before: State, after: State, former: Scalar) -> bool:
    """Whether somebody wrote what stands there now; the same words with names, or without them, are no news."""
    if former == after.fields[name] and name not in before.conflicts:
        return False
    return not same(after.heads[name], before.heads.get(name, ()))


def _asked(name: str, before: State, after: State) -> bool:
    """Whether the conflict about `name` is not one that was open before."""
    if name == DELETED:
        return name not in before.conflicts
    return name not in before.conflicts or not same(after.heads[name], before.heads.get(name, ()))


def rank(kind: str, name: str) -> tuple[int, str]:
    """By what the fields of a kind are put in the order of its record, those of a newer program last."""
    known = records.fields(kind) if kind in records.KINDS else ()
    return (known.index(name) if name in known else len(known)), name


def joined(kind: str, field: str, versions: Iterable[Version]) -> str | None:
    """All `versions` in one text, each long one with whose it is; None where the field cannot hold more than one."""
    told = [version for version in versions if str(version.value).strip()]
    if records.limit(kind, field) == records.LONG_TEXT:
        text = "\n\n".join(f"{one.by}:\n{one.value}" if one.by else str(one.value) for one in told)
    elif kind not in _NEVER_JOINED and field in records.WRITTEN.get(kind, ()):
        text = " / ".join(str(one.value) for one in told)
    else:
        return None
    return text if len(text) <= records.limit(kind, field) else None


def chosen(kind: str, difference: Difference, choice: Choice) -> Scalar | None:
    """What must be set so that the field is as `choice` says; None where that needs nothing, or nothing can be said.

    A conflict that is left for later, or that cannot be settled by both, stays open.
    """
    ours, theirs = difference.ours, difference.theirs
    if choice == "later" or (choice == "theirs" and difference.sort != "conflict"):
        return None
    if choice == "theirs":
        return theirs[0].value
    if choice == "ours":
        return ours.value
    return None if difference.field == DELETED else joined(kind, difference.field, (ours, *theirs))
