"""What taking a list of partners in would set, as edits of one step, and counted; pure: nothing is written here.

Nothing that stands in the file is replaced. Rows with one organisation twice are its several people.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from roadmap_desktop.domain import order, partner_cells, records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.edits import form_for, partnership_edits
from roadmap_desktop.domain.partner_list import Entry
from roadmap_desktop.domain.partner_match import Known, Match, Way
from roadmap_desktop.domain.records import Contact, Organisation, Person, Scalar

_OWN: Final = ("name", "kind", "number", "address", "website", "note", "phone", "email")


class Options(NamedTuple):
    """Whether each new organisation begins a partnership, and the kind of those of which the list does not tell it."""

    begin: bool = True
    kind: str = "community"


class Plan(NamedTuple):
    """The edits, all of one step, and what they do, counted. `homeless` are contacts that have no partnership to stand in."""

    edits: tuple[Edit, ...]
    added: int
    filled: int
    begun: int
    contacts: int
    skipped: int
    unchanged: int
    homeless: int


def plan(
    found: Sequence[Match],
    ways: Mapping[int, Way],
    known: Known,
    options: Options,
    draw: Callable[[int], bytes] = os.urandom,
) -> Plan:
    """What taking the list in would set. `ways` by the place in `found`, where it is not the usual; `draw` gives ids.

    Nothing that stands in the file is replaced: "fill" writes into what is empty, and adds a contact that is not there.
    """
    made = _Made(known, options, draw)
    for place, match in enumerate(found):
        made.take(place, match, ways.get(place, match.usual))
    return made.plan()


class _Target(NamedTuple):
    """Where the contacts of an organisation go: nowhere where `root` is b""."""

    organisation: Organisation
    root: bytes
    side: str


class _Made:
    """One plan under way: the organisations as they will be, and the contacts that each has by then."""

    def __init__(self, known: Known, options: Options, draw: Callable[[int], bytes]) -> None:
        self._known, self._options, self._draw = known, options, draw
        self._targets: dict[int, _Target] = {}
        self._now: dict[bytes, Organisation] = {}
        self._contacts: dict[bytes, list[tuple[Contact, Person]]] = {}
        self._last = dict(known.last)
        self._edits: list[Edit] = []
        self._filled: set[bytes] = set()
        self._added: set[bytes] = set()
        self._counts = {"begun": 0, "contacts": 0, "skipped": 0, "unchanged": 0, "homeless": 0}

    def plan(self) -> Plan:
        return Plan(tuple(self._edits), len(self._added), len(self._filled), **self._counts)

    def take(self, place: int, match: Match, way: Way) -> None:
        entry = match.entry
        target = self._target_of(match) if way == "fill" else None
        if way == "skip" or (target is None and not entry.name):
            self._counts["skipped"] += 1
            return
        before, homeless = len(self._edits), self._counts["homeless"]
        if target is None:
            target = self._add(entry)
        else:
            self._fill(target, entry)
        self._targets[place] = target
        self._meet(target, entry)
        if len(self._edits) == before and self._counts["homeless"] == homeless:
            self._counts["unchanged"] += 1

    def _target_of(self, match: Match) -> _Target | None:
        if match.like >= 0:
            return self._targets.get(match.like)
        if match.organisation is None:
            return None
        organisation = self._now.get(match.organisation.id, match.organisation)
        partner = self._known.partners.get(organisation.id.hex())
        return _Target(organisation, partner.root if partner else b"", partner.side if partner else "")

    def _add(self, entry: Entry) -> _Target:
        number = self._draw(16)
        made = Organisation(number, number)._replace(**_own(entry, self._options.kind))  # type: ignore[arg-type]
        fields: dict[str, Scalar] = {name: getattr(made, name) for name in _OWN if getattr(made, name)}
        self._edits.append(Edit(number, "organisation", number, fields))
        self._now[number] = made
        self._added.add(number)
        if not self._options.begin:
            return _Target(made, b"", "")
        return self._begin(made, entry.title or entry.name)

    def _begin(self, organisation: Organisation, title: str) -> _Target:
        home, root = self._known.home, self._draw(16)
        sides = (home.id.hex(), form_for(home.kind)), (organisation.id.hex(), form_for(organisation.kind))
        self._edits += partnership_edits(title, *sides, root)
        self._counts["begun"] += 1
        return _Target(organisation, root, "b")

    def _fill(self, target: _Target, entry: Entry) -> None:
        """Write into what is empty; what an earlier row of the list has filled is not empty any more."""
        there = self._now.get(target.organisation.id, target.organisation)
        said = _own(entry, "")
        gaps: dict[str, Scalar] = {
            name: text for name, text in said.items() if text and not getattr(there, name)
        }
        if gaps:
            self._edits.append(Edit(there.root, "organisation", there.id, gaps))
            self._now[there.id] = there._replace(**gaps)  # type: ignore[arg-type]
            if there.id not in self._added:
                self._filled.add(there.id)

    def _meet(self, target: _Target, entry: Entry) -> None:
        """Add the person of a row, once for each of their addresses; or fill what is missing of somebody who is there.

        Where nobody is named, the organisation has the first address, if it had none; the others are contacts.
        """
        own = self._now.get(target.organisation.id, target.organisation)
        spare = [address for address in entry.emails if address.casefold() != own.email.casefold()]
        phone = "" if entry.phone == own.phone else entry.phone
        if not (entry.has_person or spare or phone):
            return
        if not target.root:
            self._counts["homeless"] += 1
            return
        there = self._there(target)
        first = next((pair for pair in there if _same(pair, entry)), None)
        if first is not None:
            self._complete(target, there, first, entry)
        elif entry.has_person:
            address = entry.emails[0] if entry.emails else ""
            self._contact(target, entry.role, Person(name=entry.person, email=address, phone=entry.phone))
        elif phone:
            self._contact(target, "", Person(email=spare[0] if spare else "", phone=phone))
        have = {address.casefold() for _, person in there for address in partner_cells.emails(person.email)}
        for address in entry.emails if entry.has_person else spare:
            if address.casefold() not in have:
                self._contact(target, entry.role, Person(email=address))

    def _there(self, target: _Target) -> list[tuple[Contact, Person]]:
        if target.root not in self._contacts:
            partner = self._known.partners.get(target.organisation.id.hex())
            self._contacts[target.root] = (
                list(partner.contacts) if partner and partner.root == target.root else []
            )
        return self._contacts[target.root]

    def _contact(self, target: _Target, role: str, person: Person) -> None:
        root, number = target.root, self._draw(16)
        position = _after(self._last.get(root, ""))
        self._last[root] = position
        contact = Contact(number, root, target.side, role, position)
        who = records.person_id(root, number)
        person = person._replace(id=who, root=root, contact=number.hex())
        self._edits.append(
            Edit(root, "contact", number, {"side": target.side, "role": role, "position": position})
        )
        named: dict[str, Scalar] = {
            name: getattr(person, name) for name in ("name", "email", "phone") if getattr(person, name)
        }
        if named:
            self._edits.append(Edit(root, "person", who, {"contact": number.hex(), **named}))
        self._there(target).append((contact, person))
        self._counts["contacts"] += 1

    def _complete(
        self, target: _Target, there: list[tuple[Contact, Person]], pair: tuple[Contact, Person], entry: Entry
    ) -> None:
        contact, person = pair
        address = entry.emails[0] if entry.emails else ""
        said = {"name": entry.person, "email": address, "phone": entry.phone}
        gaps: dict[str, Scalar] = {
            name: text for name, text in said.items() if text and not getattr(person, name)
        }
        if entry.role and not contact.role:
            self._edits.append(Edit(target.root, "contact", contact.id, {"role": entry.role}))
            contact = contact._replace(role=entry.role)
        if gaps:
            who = records.person_id(target.root, contact.id)
            self._edits.append(Edit(target.root, "person", who, {"contact": contact.id.hex(), **gaps}))
            person = person._replace(**gaps)  # type: ignore[arg-type]
        there[there.index(pair)] = (contact, person)


def _own(entry: Entry, kind: str) -> dict[str, str]:
    """What an entry says of the organisation itself; an address without anybody is the organisation's own."""
    return {
        "name": entry.name,
        "kind": entry.kind or kind,
        "number": entry.number,
        "address": entry.address,
        "website": entry.website,
        "note": entry.note,
        "phone": "" if entry.has_person else entry.phone,
        "email": entry.emails[0] if entry.emails and not entry.has_person else "",
    }


def _same(pair: tuple[Contact, Person], entry: Entry) -> bool:
    """Whether it is the same somebody: an address in common, else the same name; where neither is told, the same role."""
    contact, person = pair
    addresses = {address.casefold() for address in partner_cells.emails(person.email)}
    if addresses & {address.casefold() for address in entry.emails}:
        return not (person.name and entry.person) or partner_cells.folded(
            person.name
        ) == partner_cells.folded(entry.person)
    if entry.person or person.name:
        return partner_cells.folded(entry.person) == partner_cells.folded(person.name)
    if addresses and entry.emails:
        return False
    return partner_cells.folded(contact.role) == partner_cells.folded(entry.role) and (
        not (entry.phone and person.phone)
        or partner_cells.number_key(entry.phone) == partner_cells.number_key(person.phone)
    )


def _after(last: str) -> str:
    try:
        return order.between(last, "")
    except ValueError:
        return last + "i"
