"""Collecting: which of many files counts for which member, and the edits that keep what they say; it reads no file.

The newest file that holds all of a member's partnerships counts, and of each partnership what was written later still.
Newest is by what was last written in it, and how much it holds: a copy that somebody went on with is always the newer
one, whatever clock they have. Files in any order, or twice, come to the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from roadmap_desktop.domain import members, records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.records import NO_ID, SHORT_TEXT, Member, Scalar, Submission
from roadmap_desktop.domain.submission import Figures, Walk, packed, unpacked

Fate: TypeAlias = Literal["taken", "part", "same", "older", "unsure", "own", "refused"]
"""What became of a file: it counts, a part of it does, it says what another says, newer ones say more, the user is asked
whose it is, it is our own, it cannot be read.
"""

NEW: Final = NO_ID
"""The answer to whose a file is that says: of a member that is not listed yet."""
_MOST_DIGESTS: Final = 30


class Looked(NamedTuple):
    """A file that was looked at: what it says, or why not. `digest` names its content, `changes` is how many it holds."""

    file: Path
    figures: Figures | None
    error: UserError | None
    digest: str = ""
    changes: int = 0


class Arrival(NamedTuple):
    """A file, what became of it, and whose it is; `perhaps` are those whose it may be where the user is asked.

    `added` says that its member was not on the list.
    """

    looked: Looked
    fate: Fate
    member: Member | None = None
    perhaps: tuple[Member, ...] = ()
    added: bool = False


class Collected(NamedTuple):
    """What came of files: each one's fate, in their order, and the members and submissions to keep."""

    arrivals: tuple[Arrival, ...]
    members: tuple[Member, ...]
    submissions: tuple[Submission, ...]

    @property
    def complete(self) -> bool:
        """Every file was taken, or said what another said."""
        return all(one.fate in ("taken", "part", "same", "older") for one in self.arrivals)


class Home(NamedTuple):
    """Who collects: the home organisation's root, how its own files are told, the year, and the day (YYYY-MM-DD)."""

    root: bytes
    key: str
    year: int
    day: str


def collect(
    found: Sequence[Looked],
    home: Home,
    listed: Sequence[Member],
    stored: Sequence[Submission],
    answers: Mapping[str, bytes],
) -> Collected:
    """What the files `found` add to what is `listed` and `stored` (of the year).

    `answers` says whose files are that were unsure, as `asked` names them: a member's id, or NEW.
    """
    known = {member.id: member for member in listed}
    told = {
        one.figures.key: one.figures.number for one in found if one.figures is not None and one.figures.number
    }
    whose: dict[Path, Arrival] = {}
    for one in found:
        whose[one.file] = _whose(one, home, known, answers, told)
    kept = {one.member: one for one in stored}
    fates: dict[Path, Fate] = {}
    submissions = []
    for member in known.values():
        mine = [
            one for one in found if whose[one.file].fate == "taken" and _is(whose[one.file].member, member)
        ]
        if mine:
            made, became = _weigh(mine, member, home, kept.get(member.id.hex()))
            submissions += [made] if made is not None else []
            fates |= became
    arrivals = (whose[one.file] for one in found)
    fated = tuple(one._replace(fate=fates.get(one.looked.file, one.fate)) for one in arrivals)
    changed = [one for one in known.values() if one not in listed]
    return Collected(fated, tuple(changed), tuple(submissions))


def _is(one: Member | None, other: Member) -> bool:
    return one is not None and one.id == other.id


def edits(collected: Collected) -> list[Edit]:
    """The edits that keep what was collected, one step that can be undone."""
    made = [members.member_edit(one) for one in collected.members]
    for one in collected.submissions:
        fields: dict[str, Scalar] = dict(zip(records.fields("submission"), one[2:], strict=True))
        made.append(Edit(one.root, "submission", one.id, fields))
    return made


# whose it is --------------------------------------------------------------------------------------------


def asked(one: Looked) -> str:
    """By what the question is told whose a file is: one answer holds for all files of that organisation."""
    return (one.figures.key if one.figures is not None else "") or one.digest


def _whose(
    one: Looked,
    home: Home,
    known: dict[bytes, Member],
    answers: Mapping[str, bytes],
    numbers: Mapping[str, str],
) -> Arrival:
    """Whose file it is; who was not listed is in `known` afterwards, as is what its file says of it.

    `numbers` has the register numbers that other files say, by what their organisation is.
    """
    if one.figures is None:
        return Arrival(one, "refused")
    if home.key and one.figures.key == home.key:
        return Arrival(one, "own")
    said = one.figures._replace(number=one.figures.number or numbers.get(one.figures.key, ""))
    found = members.recognise(said, list(known.values()))
    answer = answers.get(asked(one))
    if found.member is None and found.perhaps and answer is None:
        return Arrival(one, "unsure", perhaps=found.perhaps)
    member = found.member or known.get(answer or NEW)
    added = member is None
    if member is None:
        member = members.new_member(home.root, said, set(known))
    number = member.number or said.number[:SHORT_TEXT]
    # Who was asked about is known by that file from now on.
    organisation = (
        said.key or member.organisation if found.member is None else member.organisation or said.key
    )
    known[member.id] = member._replace(number=number, organisation=organisation)
    return Arrival(one, "taken", known[member.id], added=added)


# what counts --------------------------------------------------------------------------------------------


class _Source(NamedTuple):
    """What speaks for a member: a file, or (`file` None) what is kept of former ones.

    `whole` where it holds all, then `age` is of that; `wall` when anything in it was last written.
    """

    file: Path | None
    whole: bool
    age: tuple[int, int]
    wall: int
    walks: tuple[Walk, ...]
    level: str
    name: str
    digests: frozenset[str]


def _of_file(one: Looked) -> _Source:
    assert one.figures is not None
    said = one.figures
    age = (said.wall, one.changes)
    name = one.file.name[:SHORT_TEXT]
    return _Source(
        one.file, said.whole, age, said.wall, said.walks, said.level, name, frozenset([one.digest])
    )


def _of_former(one: Submission) -> _Source:
    return _Source(
        None, bool(one.whole), (one.whole, one.changes), one.wall, unpacked(one.figures), one.level, one.file,
        frozenset(one.digests.split()),
    )  # fmt: skip


def _weigh(
    mine: Sequence[Looked], member: Member, home: Home, former: Submission | None
) -> tuple[Submission | None, dict[Path, Fate]]:
    """The member's submission, None where the one there is says so already, and what became of each file."""
    fates: dict[Path, Fate] = {}
    sources = [] if former is None else [_of_former(former)]
    digests = set[str]().union(*(one.digests for one in sources))
    for one in sorted(mine, key=lambda one: (_of_file(one).age, one.digest, one.file.name)):
        if one.digest in digests:
            fates[one.file] = "same"
        else:
            digests.add(one.digest)
            sources.append(_of_file(one))
    whole = max((one for one in sources if one.whole), key=lambda one: one.age, default=None)
    counted = _counted(sources, whole)
    used = [one for one in sources if one is whole or any(of is one for of, _ in counted)]
    for source in sources:
        if source.file is not None:
            taken = sum(of is source for of, _ in counted)
            part: Fate = "taken" if taken == len(source.walks) else "part"
            fates[source.file] = part if source in used else "older"
    if not used:
        return None, fates
    newest = max(used, key=lambda one: (one.wall, one.age))
    made = Submission(
        id=records.submission_id(home.root, member.id, home.year), root=home.root, member=member.id.hex(), year=home.year,
        level=newest.level, file=newest.name, wall=newest.wall, day=home.day,
        digests=" ".join(sorted(set[str]().union(*(one.digests for one in used)))[:_MOST_DIGESTS]),
        whole=whole.age[0] if whole else 0, changes=whole.age[1] if whole else 0,
        figures=packed(sorted((walk for _, walk in counted), key=lambda one: one.id)),
    )  # fmt: skip
    return (None if former is not None and made == former._replace(day=home.day) else made), fates


def _counted(sources: Sequence[_Source], whole: _Source | None) -> list[tuple[_Source, Walk]]:
    """The newest figures of each partnership, and where they are from.

    All is as the newest `whole` file has it; beside that counts only what was written after it.
    """
    since = -1 if whole is None else whole.age[0]
    newest = {} if whole is None else {walk.id: (whole, walk) for walk in whole.walks}
    for source in sorted(sources, key=lambda one: (one.age, one.wall)):
        for walk in source.walks if source is not whole else ():
            held = newest.get(walk.id)
            if walk.wall > since and (held is None or walk.wall >= held[1].wall):
                newest[walk.id] = (source, walk)
    return list(newest.values())
