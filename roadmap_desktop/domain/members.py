"""The members whose files are collected: how one is known again, and the edits that list them; it reads no file."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.records import SHORT_TEXT, Member
from roadmap_desktop.domain.submission import Figures

ALIKE: Final = 0.84
"""From so alike on (0 to 1), two names may be two spellings of one."""
_PARTS: Final = re.compile(r"[^\W_]+")
_FORMS: Final = frozenset(
    [
        "biedriba", "biedribas", "nodibinajums", "fonds", "sia", "vsia", "as", "sabiedriba", "atklata", "kooperativa",
        "association", "society", "foundation", "fund", "ngo", "ltd", "the", "asociacija", "forening",
    ]
)  # fmt: skip
"""Words that say what an organisation is and not which one, folded."""


class Known(NamedTuple):
    """What a file's organisation is known as. `member` is None where it is none of those listed.

    `perhaps` are members of whom it may be one, spelled otherwise: then the user is asked.
    """

    member: Member | None
    perhaps: tuple[Member, ...] = ()


def folded(name: str) -> str:
    """`name` as two spellings of it agree: no case, no marks, no quotes, without what kind of organisation it is."""
    words = plain_words(name)
    telling = [word for word in words if word not in _FORMS]
    return " ".join(telling or words)


def plain_words(text: str) -> list[str]:
    """The words of `text` without case, marks and what stands between them."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _PARTS.findall(unicodedata.normalize("NFKD", bare.casefold()))


def bare_number(number: str) -> str:
    """A register number without what people put between its digits."""
    return "".join(letter for letter in number if letter.isalnum()).upper()


def recognise(found: Figures, members: Sequence[Member]) -> Known:
    """Which of `members` the figures are of: by what their file is, else by register number, else by name.

    A name alone does not do where another number or another organisation stands beside it.
    """
    for member in members:
        if found.key and member.organisation == found.key:
            return Known(member)
    number = bare_number(found.number)
    for member in members:
        if number and bare_number(member.number) == number:
            return Known(member)
    name = folded(found.name)
    same = [member for member in members if folded(member.name) == name]
    if len(same) == 1 and not _other_number(same[0], number):
        return Known(same[0])
    return Known(None, tuple(same or [one for one in members if _alike(folded(one.name), name)]))


def new_member(root: bytes, found: Figures, taken: Collection[bytes]) -> Member:
    """The member of the home organisation `root` that the figures, which are of none listed, make; `taken` are ids."""
    name = found.name[:SHORT_TEXT]
    told, number = folded(name), 1
    while (entity := records.member_id(root, told)) in taken:
        number += 1
        told = f"{folded(name)} {number}"
    return Member(entity, root, name, found.number[:SHORT_TEXT], organisation=found.key)


def listed(root: bytes, lines: Iterable[str], members: Sequence[Member]) -> list[Member]:
    """The members that typed `lines` name ("name; register number; e-mail", in any order after the name), without those
    that are listed already.
    """
    known = {folded(member.name) for member in members}
    found: list[Member] = []
    for line in lines:
        name, *rest = (part.strip() for part in re.split(r"[;\t]", line))
        key = folded(name)
        if not key or key in known:
            continue
        known.add(key)
        email = next((part for part in rest if "@" in part), "")
        number = next((part for part in rest if any(map(str.isdigit, part)) and "@" not in part), "")
        found.append(
            Member(
                records.member_id(root, key), root, name[:SHORT_TEXT], number[:SHORT_TEXT], email[:SHORT_TEXT]
            )
        )
    return found


def member_edit(member: Member) -> Edit:
    """The edit that lists a member as it is."""
    fields = {name: value for name, value in member._asdict().items() if name not in ("id", "root")}
    return Edit(member.root, "member", member.id, fields)


def removal(member: Member) -> Edit:
    """The edit that takes a member off the list; what it sent stays in the history."""
    return Edit(member.root, "member", member.id, {DELETED: 1})


def _other_number(member: Member, number: str) -> bool:
    return bool(number and member.number and bare_number(member.number) != number)


def _alike(one: str, other: str) -> bool:
    """Whether two folded names may be one: nearly the same letters, or all words of one among those of the other."""
    if not one or not other:
        return False
    words, others = set(one.split()), set(other.split())
    if min(len(words), len(others)) > 1 and (words <= others or others <= words):
        return True
    match = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return match.real_quick_ratio() >= ALIKE and match.ratio() >= ALIKE
