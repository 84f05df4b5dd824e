"""The edits of everyday steps (begin a partnership, add an organisation, answer a stop) as data; writes nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.records import Answer, Scalar


def form_for(kind: str) -> str:
    """Id of the form that an organisation of `kind` walks."""
    return "municipality" if kind == "municipality" else "community"


def organisation_edit(name: str, kind: str, number: bytes | None = None) -> Edit:
    """The edit that adds an organisation; the edit's `entity` is its id."""
    number = number or os.urandom(16)
    return Edit(number, "organisation", number, {"name": name, "kind": kind})


def logo_edit(organisation: bytes, sha256: str, size: int) -> Edit:
    """The edit that gives an organisation a logo; its bytes (PNG) go along with it."""
    fields: dict[str, Scalar] = {"name": "logo.png", "sha256": sha256, "size": size, DELETED: 0}
    return Edit(organisation, "attachment", records.logo_id(organisation), fields)


def no_logo_edit(organisation: bytes) -> Edit:
    """The edit that takes it away."""
    return Edit(organisation, "attachment", records.logo_id(organisation), {DELETED: 1})


def partnership_edits(
    title: str, ours: tuple[str, str], theirs: tuple[str, str], root: bytes | None = None
) -> list[Edit]:
    """The edits that begin a partnership; `ours` and `theirs` are (organisation id in hex, form id)."""
    root = root or os.urandom(16)
    edits = [Edit(root, "partnership", root, {"title": title, "stage": "active"})]
    for key, (organisation, form) in zip(records.SIDES, (ours, theirs), strict=True):
        fields = {"key": key, "organisation": organisation, "form": form}
        edits.append(Edit(root, "side", records.side_id(root, key), fields))
    return edits


def answer_edit(root: bytes, side: str, checkpoint: str, **fields: Scalar) -> Edit:
    """The edit that sets `fields` (text, state, who, due) of a side's answer."""
    named: dict[str, Scalar] = {"side": side, "checkpoint": checkpoint, **fields}
    return Edit(root, "answer", records.answer_id(root, side, checkpoint), named)


def begun(answer: Answer, fields: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """`fields` for `answer`, and in progress from now on where they bring words to an open stop and name no state."""
    starts = answer.state == "open" and "state" not in fields and str(fields.get("text", "")).strip() != ""
    return {**fields, "state": "in-progress"} if starts else dict(fields)


def note_edit(root: bytes, side: str, checkpoint: str, text: str) -> Edit:
    """The edit that sets a side's private note."""
    fields: dict[str, Scalar] = {"side": side, "checkpoint": checkpoint, "text": text}
    return Edit(root, "note", records.note_id(root, side, checkpoint), fields)
