"""Somebody's list of partners: what its columns, cells and rows mean, what is there already, and what taking it in sets."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain import partner_cells, records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.partner_columns import FIELDS, guess, head_row
from roadmap_desktop.domain.partner_list import Entry, entries
from roadmap_desktop.domain.partner_match import WAYS, Known, Match, Partner, Way, matches
from roadmap_desktop.domain.partner_plan import Options, Plan, plan
from roadmap_desktop.domain.records import Contact, Organisation, Person

HOME = Organisation(b"h" * 16, b"h" * 16, "Biedrība „Ābeļkalna ļaudis”", "community", "40008000001")
THERE = Organisation(b"t" * 16, b"t" * 16, "Biedrība „Upes krasts”", "community", "40008012345", address="")
ROOT = b"r" * 16
CONTACT = (
    Contact(b"c" * 16, ROOT, "b", "Vadītāja", "5"),
    Person(b"p" * 16, ROOT, (b"c" * 16).hex(), "Līga Ozola", "liga@krasts.example", ""),
)
KNOWN = Known(HOME, (HOME, THERE), {THERE.id.hex(): Partner(ROOT, "b", (CONTACT,))}, {ROOT: "5"})
USUAL = Options()
EMPTY = Known(HOME, (HOME,), {}, {})


def read(*rows: Sequence[str]) -> list[Entry]:
    head, fields = guess(rows)
    return entries(rows, head, fields)


def taken(
    found: Sequence[Match],
    known: Known = EMPTY,
    *,
    ways: dict[int, Way] | None = None,
    options: Options = USUAL,
) -> Plan:
    numbers = count(1)
    return plan(found, ways or {}, known, options, lambda size: next(numbers).to_bytes(size, "big"))


# columns ------------------------------------------------------------------------------------------------


LV = (
    "Nr.",
    "Organizācijas nosaukums",
    "Reģ. Nr.",
    "Juridiskā adrese",
    "Kontaktpersona",
    "Amats",
    "E-pasts",
    "Tālrunis",
)


def test_latvian_and_english_heads_are_known() -> None:
    assert guess([LV, ("1", "X")]) == (
        0,
        ("", "name", "number", "address", "person", "role", "email", "phone"),
    )
    heads = (
        "Name",
        "Registration No.",
        "Legal form",
        "Website",
        "First name",
        "Last name",
        "E-mail",
        "Mobile",
        "Notes",
        "Project",
    )
    assert guess([heads])[1] == (
        "name",
        "number",
        "kind",
        "website",
        "first",
        "last",
        "email",
        "phone",
        "note",
        "title",
    )
    assert guess([("Biedrība", "Vārds", "Uzvārds", "Tālrunis (darba)", "E-pasta adrese")])[1] == (
        "name",
        "first",
        "last",
        "phone",
        "email",
    )
    assert guess([("NVO", "Vārds", "E-pasts")])[1] == ("name", "person", "email")


def test_the_head_stands_below_titles_and_empty_rows() -> None:
    rows = [
        ("Novada biedrību saraksts", "", ""),
        ("2026. gada 1. novembrī",),
        (),
        ("", "Nosaukums", "E-pasts"),
        ("1", "A", "a@b.lv"),
    ]
    assert head_row(rows) == 3
    [entry] = read(*rows)
    assert (entry.row, entry.name, entry.emails) == (5, "A", ("a@b.lv",))


def test_without_a_head_the_content_tells() -> None:
    rows = [
        ("Upes krasts", "40008012345", "liga@krasts.example", "+371 29 123 456", "www.krasts.example"),
        ("Mežmalas ļaudis", "40008054321", "info@mezmala.example; kase@mezmala.example", "26123456", "https://mezmala.example"),
    ]  # fmt: skip
    assert guess(rows) == (-1, ("name", "number", "email", "phone", "website"))
    assert [entry.name for entry in read(*rows)] == ["Upes krasts", "Mežmalas ļaudis"]


@pytest.mark.parametrize(
    "founded", ["2009-07-01", "01.07.2009", "1.7.2009.", "01. 07. 2009.", "1/7/2009", "2009-07-01 08:00:00"]
)
def test_a_date_is_no_telephone(founded: str) -> None:
    rows = [["Organizācija", "E-pasts", "Dibināta"], ["Biedrība „Upe”", "ilma@upe.lv", founded]]
    assert guess(rows) == (0, ("name", "email", ""))


@pytest.mark.parametrize("number", ["29 12 34 56", "67-123-456", "+371.67.123.456", "2912.3456"])
def test_dots_and_dashes_make_no_date_of_a_telephone(number: str) -> None:
    rows = [["Organizācija", "E-pasts", "Kur zvanīt"], ["Biedrība „Upe”", "ilma@upe.lv", number]]
    assert guess(rows) == (0, ("name", "email", "phone"))


def test_a_list_of_nothing_is_no_trouble() -> None:
    assert guess([]) == (-1, ())
    assert read() == read((), ("", " ")) == []


@given(st.lists(st.lists(st.text(max_size=8), max_size=5), max_size=8))
def test_any_table_is_understood_somehow(rows: list[list[str]]) -> None:
    head, fields = guess(rows)
    assert -1 <= head < max(len(rows), 1)
    assert set(fields) <= {"", *FIELDS}
    assert len(fields) == max(map(len, rows), default=0)
    found = matches(entries(rows, head, fields), EMPTY)
    made = taken(found)
    assert made.added + made.skipped + sum(match.like >= 0 for match in found) >= len(found)


# cells --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("40008012345", "40008012345"), ("40008012345.0", "40008012345"), ("40008012345,00", "40008012345"),
        ("4.0008012345E+10", "40008012345"), ("4,0008012345e10", "40008012345"), ("4.00E+10", ""), ("4E+10", ""),
        (" 40008012345\u00a0", "40008012345"), ("LV40008012345", "LV40008012345"), ("050123-12345", "050123-12345"),
        ("'=40008012345x", "=40008012345x"), ("", ""),
    ],
)  # fmt: skip
def test_register_numbers_that_excel_has_spoilt_are_mended_or_left_out(cell: str, number: str) -> None:
    assert partner_cells.register_number(cell) == number
    assert partner_cells.is_rounded(cell) == (number == "" and cell != "")


@given(st.integers(10**10, 10**11 - 1))
def test_no_register_number_is_changed_by_its_notation(number: int) -> None:
    digits = str(number)
    for written in (
        digits,
        f"{digits}.0",
        f"{digits},00",
        f"{digits[0]}.{digits[1:]}E+10",
        f"{digits[0]},{digits[1:]}E+10",
    ):
        assert partner_cells.register_number(written) == digits
    rounded = f"{number:.2E}"
    assert partner_cells.register_number(rounded) == ""


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("a@b.lv", ("a@b.lv",)), ("a@b.lv; c@d.lv", ("a@b.lv", "c@d.lv")), ("a@b.lv,c@d.lv", ("a@b.lv", "c@d.lv")),
        ("a@b.lv\nc@d.lv", ("a@b.lv", "c@d.lv")), ("a@b.lv / c@d.lv", ("a@b.lv", "c@d.lv")), ("Anna <a@b.lv>", ("a@b.lv",)),
        ("mailto:a@b.lv", ("a@b.lv",)), ("a@b.lv a@b.lv", ("a@b.lv",)), ("a@b", ("a@b",)), ("nav", ()), ("", ()),
        ("a@b.lv.", ("a@b.lv",)),
    ],
)  # fmt: skip
def test_all_addresses_of_a_cell_are_found(cell: str, found: tuple[str, ...]) -> None:
    assert partner_cells.emails(cell) == found


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("29123456.0", "29123456"), ("+371 29 123 456", "+371 29 123 456"), ("29123456; 67123456", "29123456, 67123456"),
        ("29123456 / 67123456", "29123456, 67123456"), ("67123456 vai 29123456", "67123456, 29123456"), ("2.9123456E+7", "29123456"),
    ],
)  # fmt: skip
def test_telephone_numbers_are_readable(cell: str, shown: str) -> None:
    assert partner_cells.phones(cell) == shown


def test_hidden_and_odd_spaces_go() -> None:
    assert partner_cells.tidy(" \u00a0Upes\u00a0 krasts\u200b \r\n\r\n\ufeffotra ") == "Upes krasts\notra"


def test_names_are_compared_without_legal_form_quotes_and_marks() -> None:
    keys = {
        partner_cells.name_key(name)
        for name in (
            "Biedrība „Upes krasts”",
            'biedrība "Upes Krasts"',
            "UPES KRASTS, biedrība",
            "Upes krasts",
        )
    }
    assert len(keys) == 1
    assert partner_cells.name_key("Biedrība") == "biedriba"
    assert partner_cells.name_key("Upes krasti") not in keys


def test_the_kind_is_told_by_a_word_or_a_name() -> None:
    assert partner_cells.kind_of("Sociālais uzņēmums") == "enterprise"
    assert partner_cells.kind_of("", "Mežezera novada pašvaldība") == "municipality"
    assert partner_cells.kind_of("biedrība", "Domes draugi") == "community"
    assert partner_cells.kind_of("SIA") == "other"
    assert partner_cells.kind_of("", "Upes krasts") == ""


# rows ---------------------------------------------------------------------------------------------------


def test_a_row_is_an_organisation_and_its_person() -> None:
    [entry] = read(
        LV,
        (
            "1",
            "Biedrība „Upes krasts”",
            "40008012345.0",
            "Upes iela 1\nKrasti",
            "Līga Ozola",
            "Vadītāja",
            "l@k.lv; i@k.lv",
            "29123456",
        ),
    )
    assert entry == Entry(
        2, "Biedrība „Upes krasts”", "40008012345", "community", "Upes iela 1 Krasti", "", "", "", "Vadītāja", "Līga Ozola",
        ("l@k.lv", "i@k.lv"), "29123456",
    )  # fmt: skip


def test_faults_are_named_and_nothing_is_too_long_for_the_file() -> None:
    found = read(LV, ("1", "", "", "", "Anna"), ("2", "X", "4.00E+10"), ("3", "Y" * 5000, "1" * 2000))
    assert [entry.faults for entry in found] == [("no-name",), ("rounded",), ("cut",)]
    assert len(found[2].name) == len(found[2].number) == records.SHORT_TEXT


def test_a_head_that_comes_again_is_no_row() -> None:
    assert [entry.name for entry in read(LV, ("1", "A"), LV, ("2", "B"))] == ["A", "B"]


# what is there ------------------------------------------------------------------------------------------


def entry(
    name: str = "",
    number: str = "",
    *,
    email: str = "",
    person: str = "",
    phone: str = "",
    role: str = "",
    address: str = "",
) -> Entry:
    addresses = (email,) if email else ()
    return Entry(
        1, name, number, "", address, "", "", "", role, person, addresses, phone, () if name else ("no-name",)
    )


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (entry("Cits vārds", "40008012345"), "number"),
        (entry("Cits vārds", "LV 40008012345"), "number"),
        (entry("UPES KRASTS"), "name"),
        (entry("upes krasts", "40008099999"), None),
        (entry("Pavisam cita", email="LIGA@krasts.example"), "email"),
        (entry("Pavisam cita"), None),
    ],
)
def test_an_organisation_is_found_again(given: Entry, reason: str | None) -> None:
    [match] = matches([given], KNOWN)
    assert match.reason == reason
    assert match.organisation == (THERE if reason else None)
    assert match.usual == {"number": "fill", "name": "fill"}.get(str(reason), "take")


def test_one_that_stands_twice_is_found_in_the_list() -> None:
    found = matches(
        [
            entry("A", "40008000011"),
            entry("B"),
            entry("biedrība A"),
            entry("C", "40008000011"),
            entry("A", "40008000022"),
        ],
        EMPTY,
    )
    assert [match.like for match in found] == [-1, -1, 0, 0, -1]


# taking in ----------------------------------------------------------------------------------------------


def fields_of(made: Plan, kind: str) -> list[dict[str, object]]:
    return [dict(edit.fields) for edit in made.edits if edit.kind == kind]


def test_a_new_organisation_begins_a_partnership_with_its_contact() -> None:
    found = matches(
        [entry("Upes krasts", "40008012345", email="l@k.lv", person="Līga Ozola", role="Vadītāja")], EMPTY
    )
    made = taken(found)
    assert fields_of(made, "organisation") == [
        {"name": "Upes krasts", "kind": "community", "number": "40008012345"}
    ]
    assert fields_of(made, "partnership") == [{"title": "Upes krasts", "stage": "active"}]
    assert [side["organisation"] for side in fields_of(made, "side")] == [
        HOME.id.hex(),
        made.edits[0].entity.hex(),
    ]
    [contact], [person] = fields_of(made, "contact"), fields_of(made, "person")
    assert (contact["side"], contact["role"]) == ("b", "Vadītāja")
    assert (person["name"], person["email"]) == ("Līga Ozola", "l@k.lv")
    assert made[1:] == (1, 0, 1, 1, 0, 0, 0)


def test_two_rows_of_one_organisation_are_two_contacts() -> None:
    found = matches(
        [
            entry("A", person="Anna"),
            entry("A", person="Jānis", email="j@a.lv"),
            entry("A", person="Anna", phone="29123456"),
        ],
        EMPTY,
    )
    made = taken(found)
    assert made[1:] == (1, 0, 1, 2, 0, 0, 0)
    assert [person.get("phone") for person in fields_of(made, "person") if person.get("name") != "Jānis"] == [
        None,
        "29123456",
    ]
    assert len({contact["position"] for contact in fields_of(made, "contact")}) == 2


def test_filling_writes_into_what_is_empty_only() -> None:
    given = entry(
        "Upes krasts",
        "40008012345",
        address="Upes iela 1",
        person="Līga Ozola",
        email="liga@krasts.example",
        phone="29123456",
    )
    made = taken(matches([given], KNOWN), KNOWN)
    assert made.edits == (
        Edit(THERE.id, "organisation", THERE.id, {"address": "Upes iela 1"}),
        Edit(
            ROOT,
            "person",
            records.person_id(ROOT, b"c" * 16),
            {"contact": (b"c" * 16).hex(), "phone": "29123456"},
        ),
    )
    assert made[1:] == (0, 1, 0, 0, 0, 0, 0)


def test_an_address_without_anybody_is_the_organisations_own() -> None:
    given = Entry(1, "A", "", "", "", "", "", "", "", "", ("info@a.lv", "kase@a.lv"), "67123456")
    made = taken(matches([given], EMPTY))
    [organisation], [person] = fields_of(made, "organisation"), fields_of(made, "person")
    assert (organisation["email"], organisation["phone"]) == ("info@a.lv", "67123456")
    assert person["email"] == "kase@a.lv"
    alone = taken(matches([given._replace(emails=("info@a.lv",))], EMPTY), options=Options(begin=False))
    assert (alone.homeless, alone.contacts) == (0, 0)
    assert (
        matches(
            [entry("B", email="INFO@a.lv")], Known(HOME, (HOME, THERE._replace(email="info@a.lv")), {}, {})
        )[0].reason
        == "email"
    )


def test_what_is_there_already_changes_nothing() -> None:
    given = entry(
        "Upes krasts", "40008012345", person="Līga Ozola", email="liga@krasts.example", role="Vadītāja"
    )
    made = taken(matches([given], KNOWN), KNOWN)
    assert (made.edits, made.unchanged) == ((), 1)


def test_somebody_new_at_a_known_organisation_is_added_behind_the_others() -> None:
    made = taken(matches([entry("Upes krasts", person="Jānis Kalns", email="j@k.lv")], KNOWN), KNOWN)
    [contact] = fields_of(made, "contact")
    assert str(contact["position"]) > "5"
    assert made.contacts == 1


def test_what_is_chosen_is_done() -> None:
    found = matches([entry("Upes krasts"), entry("Jauna", email="liga@krasts.example")], KNOWN)
    assert taken(found, KNOWN, ways={0: "skip", 1: "skip"})[1:] == (0, 0, 0, 0, 2, 0, 0)
    assert taken(found, KNOWN, ways={0: "take"}).added == 2
    assert taken(found, KNOWN, ways={1: "fill"}).added == 0


def test_without_a_partnership_contacts_have_no_place_and_that_is_said() -> None:
    made = taken(
        matches([entry("A", person="Anna")], EMPTY), options=Options(begin=False, kind="municipality")
    )
    assert [edit.kind for edit in made.edits] == ["organisation"]
    assert made.edits[0].fields["kind"] == "municipality"
    assert (made.begun, made.contacts, made.homeless) == (0, 0, 1)


NAMES = ("A", "B", "Biedrība A", "", "Upes krasts")
NUMBERS = ("", "40008012345", "40008000011", "40008000022")


@given(st.integers(0, 2**32))
def test_whatever_comes_nothing_that_stands_in_the_file_is_replaced(seed: int) -> None:
    pick = random.Random(seed)
    given_ = [
        entry(
            pick.choice(NAMES), pick.choice(NUMBERS), email=pick.choice(("", "a@b.lv", "liga@krasts.example")),
            person=pick.choice(("", "Anna", "Līga Ozola")), phone=pick.choice(("", "29123456")), role=pick.choice(("", "Vadītāja")),
        )
        for _ in range(pick.randint(1, 6))
    ]  # fmt: skip
    found = matches(given_, KNOWN)
    ways: dict[int, Way] = {place: pick.choice(WAYS) for place in range(len(found)) if pick.random() < 0.3}
    made = taken(found, KNOWN, ways=ways)
    assert made.begun == made.added
    assert all(edit.fields for edit in made.edits)
    existing = {THERE.id: THERE, b"c" * 16: CONTACT[0], CONTACT[1].id: CONTACT[1]}
    for edit in made.edits:
        there = existing.get(edit.entity)
        assert there is None or all(
            getattr(there, name) in ("", value) for name, value in edit.fields.items()
        )


def known_after(made: Plan) -> Known:
    """KNOWN with the edits of `made` in it."""
    organisations = {one.id: one for one in KNOWN.organisations}
    contacts: dict[bytes, dict[bytes, Contact]] = {ROOT: {CONTACT[0].id: CONTACT[0]}}
    people: dict[str, Person] = {CONTACT[0].id.hex(): CONTACT[1]}
    sides: dict[str, bytes] = {THERE.id.hex(): ROOT}
    for edit in made.edits:
        fields: dict[str, object] = dict(edit.fields)
        match edit.kind:
            case "organisation":
                organisations[edit.entity] = organisations.get(
                    edit.entity, Organisation(edit.entity, edit.entity)
                )._replace(**fields)  # type: ignore[arg-type]
            case "side" if fields["key"] == "b":
                sides[str(fields["organisation"])] = edit.root
            case "contact":
                held = contacts.setdefault(edit.root, {})
                held[edit.entity] = held.get(edit.entity, Contact(edit.entity, edit.root))._replace(**fields)  # type: ignore[arg-type]
            case "person":
                key = str(fields["contact"])
                people[key] = people.get(key, Person(edit.entity, edit.root))._replace(**fields)  # type: ignore[arg-type]
    partners = {
        organisation: Partner(
            root,
            "b",
            tuple((one, people.get(one.id.hex(), Person())) for one in contacts.get(root, {}).values()),
        )
        for organisation, root in sides.items()
    }
    last = {root: max(one.position for one in held.values()) for root, held in contacts.items()}
    return Known(HOME, tuple(organisations.values()), partners, last)


def test_the_same_list_taken_in_twice_adds_nothing_the_second_time() -> None:
    rows = (LV, ("1", "A", "40008000011", "X 1", "Anna", "Vadītāja", "a@a.lv; b@a.lv", "29123456"), ("2", "B", "", "", "Jānis", "", "", ""),
            ("3", "B", "", "", "Zane", "", "z@b.lv", ""), ("4", "Upes krasts", "", "Upes iela 1", "", "", "info@k.lv", ""))  # fmt: skip
    first = taken(matches(read(*rows), KNOWN), KNOWN)
    assert first.contacts == 4
    after = known_after(first)
    second = taken(matches(read(*rows), after), after)
    assert (second.edits, second.unchanged) == ((), 4)
