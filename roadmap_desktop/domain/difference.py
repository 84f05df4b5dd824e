"""What must be set so that a thing is again as it was then: pure, for restoring and for comparing; writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit, State
from roadmap_desktop.domain.records import Scalar


class Contrast(NamedTuple):
    """How much two states of a file differ: partnerships with a difference, answers, and everything else."""

    partnerships: int
    answers: int
    others: int


def shown(state: State) -> bool:
    """Whether a thing in that state is there for the user."""
    return bool(state.heads) and not state.deleted


def way_back(kind: str, now: State, then: State) -> dict[str, Scalar]:
    """The fields to set so that what is `now` shows what it showed `then`; empty where it does already.

    A question that is open now and was not then is settled by it. One that was open then and has been settled since
    is not asked again: the value that was shown then is set, the other one stays in the history.
    """
    if not shown(then):
        return {DELETED: 1} if shown(now) else {}
    unset = records.defaults(kind) if kind in records.KINDS else {}
    names = sorted({*now.fields, *then.fields})
    if not shown(now):
        fields = {name: then.fields.get(name, unset.get(name, "")) for name in names}
        return {**fields, DELETED: 0} if now.heads else fields or unset
    wanted: dict[str, Scalar] = {}
    for name in names:
        there, here = (state.fields.get(name, unset.get(name, "")) for state in (then, now))
        if there != here or (name in now.conflicts and name not in then.conflicts):
            wanted[name] = there
    if DELETED in now.conflicts and DELETED not in then.conflicts:
        wanted[DELETED] = 0
    return wanted


def contrast(edits: Iterable[Edit]) -> Contrast:
    """`edits` from the state now to the one then, counted."""
    partnerships: set[bytes] = set()
    answers = others = 0
    for edit in edits:
        if edit.kind != "organisation":
            partnerships.add(edit.root)
        answers += edit.kind == "answer"
        others += edit.kind != "answer"
    return Contrast(len(partnerships), answers, others)
