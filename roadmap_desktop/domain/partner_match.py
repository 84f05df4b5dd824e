"""Which entries of a list are in the file already, or stand in the list twice; pure, and decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from roadmap_desktop.domain import partner_cells
from roadmap_desktop.domain.partner_list import Entry
from roadmap_desktop.domain.records import Contact, Organisation, Person

Reason: TypeAlias = Literal["number", "name", "email"]
"""By what an organisation was found again."""
Way: TypeAlias = Literal["skip", "fill", "take"]
"""What to do with a row: leave it out; add what is missing to what is there; take it as an organisation of its own."""
WAYS: Final[tuple[Way, ...]] = ("skip", "fill", "take")


class Partner(NamedTuple):
    """A partnership that the file has with an organisation: its root, the side they are, and the contacts of that side."""

    root: bytes
    side: str
    contacts: tuple[tuple[Contact, Person], ...]


class Known(NamedTuple):
    """What the file holds already. `partners` by the id of their organisation, in hex; `last` the last place of contacts by root."""

    home: Organisation
    organisations: tuple[Organisation, ...]
    partners: Mapping[str, Partner]
    last: Mapping[bytes, str]


class Match(NamedTuple):
    """An entry, and what it was found again as: an organisation of the file, or the entry at the place `like` before it."""

    entry: Entry
    organisation: Organisation | None = None
    like: int = -1
    reason: Reason | None = None

    @property
    def usual(self) -> Way:
        """What is done unless somebody chooses: what is surely there is filled, what only shares an address is another."""
        if "no-name" in self.entry.faults and self.reason is None:
            return "skip"
        return "take" if self.reason is None or self.reason == "email" else "fill"


def matches(found: Sequence[Entry], known: Known) -> list[Match]:
    """Each entry with what it was found again as, in the file before in the list itself."""
    there = _Index()
    for organisation in known.organisations:
        partner = known.partners.get(organisation.id.hex())
        people = [person.email for _, person in (partner.contacts if partner else ())]
        addresses = [one for text in (organisation.email, *people) for one in partner_cells.emails(text)]
        there.add(organisation, organisation.number, organisation.name, addresses)
    before = _Index()
    made = []
    for place, entry in enumerate(found):
        match = Match(entry)
        if (hit := there.find(entry)) is not None:
            assert isinstance(hit[0], Organisation)
            match = Match(entry, organisation=hit[0], reason=hit[1])
        elif (hit := before.find(entry)) is not None:
            assert isinstance(hit[0], int)
            match = Match(entry, like=hit[0], reason=hit[1])
        made.append(match)
        if match.like < 0 or match.reason == "email":
            before.add(place, entry.number, entry.name, entry.emails)
    return made


class _Index:
    """Organisations by register number, by name and by address, the first of each."""

    def __init__(self) -> None:
        self._by: dict[Reason, dict[str, Organisation | int]] = {"number": {}, "name": {}, "email": {}}
        self._numbers: dict[Organisation | int, str] = {}

    def add(self, thing: Organisation | int, number: str, name: str, addresses: Sequence[str]) -> None:
        key = partner_cells.number_key(number)
        self._numbers[thing] = key
        for reason, keys in (
            ("number", [key]),
            ("name", [partner_cells.name_key(name)]),
            ("email", addresses),
        ):
            for one in filter(None, keys):
                self._by[reason].setdefault(one.casefold(), thing)  # type: ignore[index]

    def find(self, entry: Entry) -> tuple[Organisation | int, Reason] | None:
        """Two with register numbers that differ are two, whatever else they share."""
        number = partner_cells.number_key(entry.number)
        keys: tuple[tuple[Reason, Sequence[str]], ...] = (
            ("number", [number]), ("name", [partner_cells.name_key(entry.name)]), ("email", entry.emails),
        )  # fmt: skip
        for reason, wanted in keys:
            for key in filter(None, wanted):
                thing = self._by[reason].get(key.casefold())
                if thing is not None and not (number and self._numbers[thing] not in ("", number)):
                    return thing, reason
        return None
