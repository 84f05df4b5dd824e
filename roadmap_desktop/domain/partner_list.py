"""What the rows of somebody's list of partners say, as entries; not whether the file knows them already.

A row is an organisation with up to one person, who may have several addresses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from roadmap_desktop.domain import partner_cells, records
from roadmap_desktop.domain.partner_columns import Field, Row

Fault: TypeAlias = Literal["no-name", "rounded", "cut"]
"""A row without an organisation; a register number that Excel has rounded away; a text that was too long."""
_JOINED: Final[Mapping[str, str]] = {"email": "\n", "phone": "\n", "address": ", ", "note": "\n"}
"""Fields that several columns may hold, and what to put between them."""


class Entry(NamedTuple):
    """A row as it is understood. `row` is its number in the sheet, from 1; `kind` "" where nothing tells it."""

    row: int
    name: str
    number: str
    kind: str
    address: str
    website: str
    note: str
    title: str
    role: str
    person: str
    emails: tuple[str, ...]
    phone: str
    faults: tuple[Fault, ...] = ()

    @property
    def has_person(self) -> bool:
        """Somebody is named in it, or a role."""
        return bool(self.role or self.person)


def entries(rows: Sequence[Row], head: int, fields: Sequence[Field]) -> list[Entry]:
    """The rows below `head` (-1 for none) that hold anything, as the columns' `fields` say; a head once more is no row."""
    said = _bare(rows[head]) if head >= 0 else ()
    found = []
    for place in range(head + 1, len(rows)):
        bare = _bare(rows[place])
        if bare and bare != said:
            entry = _entry(place + 1, rows[place], fields)
            if any(entry[1:-1]):
                found.append(entry)
    return found


def _bare(row: Row) -> tuple[str, ...]:
    return tuple(filter(None, (cell.strip() for cell in row)))


def _entry(number: int, row: Row, fields: Sequence[Field]) -> Entry:
    held: dict[str, list[str]] = {}
    for field, cell in zip(fields, row, strict=False):
        if field and (bare := partner_cells.tidy(cell)):
            held.setdefault(field, []).append(bare)
    faults: list[Fault] = []

    def text(field: Field, kind: str, name: str) -> str:
        whole = _JOINED.get(field, "\n").join(held.get(field, [])[: None if field in _JOINED else 1])
        whole = whole if records.limit(kind, name) > records.SHORT_TEXT else " ".join(whole.split())
        return _fit(whole, kind, name, faults)

    name = text("name", "organisation", "name")
    if not name:
        faults.append("no-name")
    said = held.get("number", [""])[0]
    if partner_cells.is_rounded(said):
        faults.append("rounded")
    person = text("person", "person", "name")
    if not person:
        parts = (*held.get("first", ())[:1], *held.get("last", ())[:1])
        person = _fit(" ".join(" ".join(parts).split()), "person", "name", faults)
    return Entry(
        number,
        name,
        _fit(partner_cells.register_number(said), "organisation", "number", faults),
        partner_cells.kind_of(text("kind", "organisation", "kind"), name),
        text("address", "organisation", "address"),
        text("website", "organisation", "website"),
        text("note", "organisation", "note"),
        text("title", "partnership", "title"),
        text("role", "contact", "role"),
        person,
        tuple(
            _fit(one, "person", "email", faults)
            for one in partner_cells.emails("\n".join(held.get("email", ())))
        ),
        _fit(partner_cells.phones("\n".join(held.get("phone", ()))), "person", "phone", faults),
        tuple(dict.fromkeys(faults)),
    )


def _fit(text: str, kind: str, field: str, faults: list[Fault]) -> str:
    most = records.limit(kind, field)
    if len(text) > most:
        faults.append("cut")
    return text[:most]
