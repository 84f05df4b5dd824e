"""Which column of somebody's list holds what: guessed by its head and by what stands in it, and the user's to change; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from roadmap_desktop.domain import partner_cells as cells

Field: TypeAlias = Literal[
    "", "name", "number", "kind", "address", "website", "note", "title", "person", "first", "last", "role", "email",
    "phone",
]  # fmt: skip
"""What a column can hold; "" is not taken."""
FIELDS: Final[tuple[Field, ...]] = (
    "name", "number", "kind", "address", "website", "note", "title", "person", "first", "last", "role", "email", "phone",
)  # fmt: skip
Row: TypeAlias = Sequence[str]

_WITHIN: Final = 30
"""Rows in which a head is looked for: above it stand titles and dates."""
_SAMPLE: Final = 200
"""Rows by which a column without a telling head is judged."""
_HEADS: Final[Mapping[Field, tuple[str, ...]]] = {
    "number": (
        "registracijas numurs", "reg nr", "regnr", "registracijas nr", "reg numurs", "vienotais registracijas numurs",
        "vienotais reg nr", "nmr kods", "registration number", "registration no", "reg no", "register number",
        "company number", "registration code", "reg code",
    ),
    "email": (
        "e pasts", "epasts", "e pasta adrese", "epasta adrese", "e mail", "email", "mail", "e mails", "emails",
        "e mail address", "email address", "elektroniskais pasts", "e pasti",
    ),
    "phone": (
        "talrunis", "talruna numurs", "talruna nr", "talr", "tel", "telefons", "mob", "mobilais", "mobilais talrunis",
        "kontakttalrunis", "talrunis mob", "phone", "phone number", "telephone", "tel no", "mobile", "talruni",
    ),
    "website": ("majaslapa", "majas lapa", "timeklvietne", "timekla vietne", "www", "web", "website", "homepage", "url"),
    "address": (
        "adrese", "juridiska adrese", "faktiska adrese", "biroja adrese", "pasta adrese", "address", "legal address",
        "postal address",
    ),
    "kind": ("veids", "tips", "juridiska forma", "tiesiska forma", "organizacijas veids", "kind", "type", "legal form", "legal status"),
    "note": ("piezime", "piezimes", "komentars", "komentari", "note", "notes", "comment", "comments", "remarks"),
    "title": ("partneriba", "partneribas nosaukums", "projekts", "projekta nosaukums", "sadarbiba", "partnership", "project", "project name"),
    "role": ("amats", "loma", "amats organizacija", "ienemamais amats", "position", "role", "job title"),
    "first": ("vards", "first name", "given name", "forename"),
    "last": ("uzvards", "last name", "surname", "family name"),
    "person": (
        "kontaktpersona", "kontaktpersonas vards uzvards", "kontaktpersonas vards", "vards uzvards", "vards un uzvards",
        "persona", "parstavis", "vaditajs", "vaditaja", "atbildiga persona", "contact", "contact person", "contact name",
        "full name", "person", "representative", "kontakts",
    ),
    "name": (
        "nosaukums", "organizacija", "organizacijas nosaukums", "biedriba", "biedribas nosaukums", "nvo", "nvo nosaukums",
        "partneris", "partnera nosaukums", "sadarbibas partneris", "iestade", "iestades nosaukums", "pasvaldiba",
        "pasvaldibas nosaukums", "uznemums", "uznemuma nosaukums", "name", "organisation", "organization",
        "organisation name", "organization name", "association", "ngo", "partner", "institution", "municipality", "company",
        "company name", "name of organisation", "name of organization",
    ),
}  # fmt: skip


def field_of_head(head: str) -> Field:
    """What a column is headed as, "" where its head tells nothing."""
    said = cells.folded(head)
    for field, known in _HEADS.items():
        if said in known:
            return field
    # It may say more, as in: telephone (at work).
    for field, known in _HEADS.items():
        if any(len(word) > 3 and said.startswith(f"{word} ") for word in known):
            return field
    return ""


def head_row(rows: Sequence[Row]) -> int:
    """The place of the row with the heads; -1 where there is none. Titles above it have fewer cells that are heads."""
    best, most = -1, 0
    for place, row in enumerate(rows[:_WITHIN]):
        said = [cell for cell in row if cell.strip()]
        found = len({field_of_head(cell) for cell in said} - {""})
        enough = found >= 2 or (found == 1 and len(said) <= 2)
        if enough and found > most:
            best, most = place, found
    return best


def likeness(rows: Sequence[Row]) -> int:
    """How much a sheet looks like a list of partners, to choose among several."""
    head, fields = guess(rows)
    known = len(set(fields) - {""})
    return 1000 * known * (2 if head >= 0 else 1) + min(len(rows), 999)


def guess(rows: Sequence[Row]) -> tuple[int, tuple[Field, ...]]:
    """The place of the head (-1 for none), and what each column holds."""
    head = head_row(rows)
    width = max(map(len, rows), default=0)
    heads = rows[head] if head >= 0 else ()
    found: list[Field] = [field_of_head(heads[at]) if at < len(heads) else "" for at in range(width)]
    if "first" in found and "last" not in found:
        found[found.index("first")] = "person"
    below = rows[head + 1 : head + 1 + _SAMPLE]
    _by_content(found, below)
    if "name" not in found:
        _name_column(found, below)
    return head, tuple(found)


def _by_content(found: list[Field], rows: Sequence[Row]) -> None:
    """Fill in what a column plainly holds, whatever its head is."""
    for at, field in enumerate(found):
        if field:
            continue
        texts = [row[at] for row in rows if at < len(row) and row[at].strip()]
        for looks, kind in _LOOKS:
            if (
                texts
                and sum(map(looks, texts)) * 10 >= 6 * len(texts)
                and (kind not in found or kind in _MANY)
            ):
                found[at] = kind
                break


_LOOKS: Final[tuple[tuple[Callable[[str], bool], Field], ...]] = (
    (lambda text: bool(cells.emails(text)), "email"),
    (cells.looks_like_number, "number"),
    (cells.looks_like_phone, "phone"),
    (cells.looks_like_website, "website"),
)
_MANY: Final[tuple[Field, ...]] = ("email", "phone")


def _name_column(found: list[Field], rows: Sequence[Row]) -> None:
    """Names are what is nearly always there and nearly never twice: the first column like that."""
    for at, field in enumerate(found):
        texts = [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
        letters = [text for text in texts if sum(map(str.isalpha, text)) * 2 > len(text)]
        if not field and len(texts) * 10 >= 6 * len(rows) > 0 and len(letters) * 10 >= 8 * len(texts):
            found[at] = "name"
            return
