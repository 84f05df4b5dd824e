"""New files: an empty one that knows whose it is, and the sample, written through ordinary saves."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import secrets
from pathlib import Path
from typing import Any

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.edits import organisation_edit, partnership_edits
from roadmap_desktop.domain.errors import FileExists, FolderUnwritable
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import file
from roadmap_desktop.store.log import Author, Log

_DATES = ("due", "day", "held", "paper_day", "signed", "valid_until")


def new_file(path: Path, author: Author, kind: str) -> None:
    """A file at `path` with nothing but the organisation of `author`, of `kind` community, enterprise or municipality.

    Whole or not at all. Raises FileExists, FolderUnwritable, DiskFull, FileUnreadable.
    """
    _write_new(path, author, organisation_edit(author.organisation, kind), [])


def sample_file(path: Path, folder: Path, language: str, today: datetime.date) -> None:
    """The sample with its three partnerships in `language`, from `folder`; its dates lie around `today`.

    Whole or not at all. Raises as `new_file`.
    """
    data = json.loads((folder / f"{language}.json").read_text("utf-8"))
    keys = {key: secrets.token_bytes(16) for key in data["organisations"]}
    organisations = {
        key: Edit(keys[key], "organisation", keys[key], fields)
        for key, fields in data["organisations"].items()
    }
    home = organisations.pop(data["home"])
    edits = list(organisations.values())
    for partnership in data["partnerships"]:
        edits += _partnership(partnership, keys, today)
    _write_new(path, Author(data["author"], str(home.fields["name"])), home, edits)


def _write_new(path: Path, author: Author, home: Edit, edits: list[Edit]) -> None:
    if path.exists():
        raise FileExists(path=path)
    if not path.parent.is_dir():
        raise FolderUnwritable(path=path.parent)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with file.translating(path):
            part.unlink(missing_ok=True)
            file.build(part)
            with contextlib.closing(file.connect(part, "rw")) as db:
                log = Log(db, author)
                log.save([home, *edits])
                log.set_meta("home", home.entity.hex())
            file.place(part, path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _partnership(data: dict[str, Any], keys: dict[str, bytes], today: datetime.date) -> list[Edit]:
    root = secrets.token_bytes(16)
    sides = dict(zip(("ours", "theirs"), records.SIDES, strict=True))
    ours, theirs = ((keys[data[name]["organisation"]].hex(), data[name]["form"]) for name in sides)
    edits = partnership_edits(data["title"], ours, theirs, root)
    edits[0] = edits[0]._replace(fields={"title": data["title"], "stage": data["stage"]})
    for name, key in sides.items():
        for checkpoint, answer in data[name].get("answers", {}).items():
            fields = {"side": key, "checkpoint": checkpoint, **_dated(answer, today)}
            edits.append(Edit(root, "answer", records.answer_id(root, key, checkpoint), fields))
        for checkpoint, text in data[name].get("notes", {}).items():
            fields = {"side": key, "checkpoint": checkpoint, "text": text}
            edits.append(Edit(root, "note", records.note_id(root, key, checkpoint), fields))
        for row in data[name].get("tools", ()):
            edits += _tool_row(root, {**_dated(row, today), "side": key}, len(edits))
    for row in data.get("tools", ()):
        fields = _dated(row, today)
        if "side" in fields:
            fields["side"] = sides[str(fields["side"])]
        edits += _tool_row(root, fields, len(edits))
    return edits


def _tool_row(root: bytes, row: dict[str, Scalar], position: int) -> list[Edit]:
    """One row of a support tool as its edits; a contact's personal data is an entity of its own."""
    kind = str(row.pop("kind"))
    if kind == "budget":
        row["pays_a"], row["pays_b"] = row.pop("ours", ""), row.pop("theirs", "")
    known = records.fields(kind)
    if "position" in known:
        row["position"] = f"{position:04}"
    entity = secrets.token_bytes(16)
    if kind == "evaluation":
        entity = records.evaluation_id(root, str(row["side"]), int(row["round"]), str(row["criterion"]))
    edits = [Edit(root, kind, entity, {name: value for name, value in row.items() if name in known})]
    if kind == "contact":
        person = {name: row[name] for name in ("name", "email", "phone") if row.get(name)}
        edits.append(
            Edit(root, "person", records.person_id(root, entity), {"contact": entity.hex(), **person})
        )
    return edits


def _dated(row: dict[str, Any], today: datetime.date) -> dict[str, Scalar]:
    """The row with its day counts turned into dates around `today`."""
    return {
        name: (today + datetime.timedelta(days=value)).isoformat() if name in _DATES else value
        for name, value in row.items()
        if value not in (None, "") or name == "text"
    }
