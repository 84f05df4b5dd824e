"""The report of what was taken in from other files, as data: each difference, both versions, what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmap_desktop.documents.blocks import Block, Cell, Heading, Sheet, Table, Text, TextCell, Title
from roadmap_desktop.documents.parts import codes_in, footer, name_in
from roadmap_desktop.documents.tools import clean
from roadmap_desktop.domain.changes import DELETED
from roadmap_desktop.domain.codes import Spot
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.history import in_order, unset, visible
from roadmap_desktop.domain.incoming import Choice, Difference, Group, Place, Source, Thing
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.domain.telling import Teller, local_moment
from roadmap_desktop.domain.words import Words


class Taken(NamedTuple):
    """What was taken in: all that came, what was chosen about it, the files, and why some were refused, by their place.

    What `choices` do not mention went as usual: in, and where it was in conflict both are kept.
    """

    groups: Sequence[Group]
    choices: Mapping[Place, Choice]
    sources: Sequence[Source]
    refusals: Mapping[int, str]


def merge_report(
    taken: Taken,
    library: Library,
    names: Mapping[str, str],
    words: Words,
    today: str,
    file_name: str,
) -> Sheet:
    """What was taken into `file_name`, in the language of `words`.

    `names` are the organisations', by id in hex; `today` is YYYY-MM-DD.
    """
    teller = Teller(library, words)
    teller.learn(names)
    title = words("report", "title")
    blocks: list[Block] = [
        Title(title, clean(file_name), words.date(today, long=True)),
        _files(taken.sources, taken.refusals, words),
    ]
    if not taken.groups:
        blocks.append(Text(words("report", "nothing")))
    for group in taken.groups:
        name = clean(group.title) or words("sheet", group.kind)
        blocks += [Heading(2, name, words("report", group.sort) if group.sort != "changed" else "")]
        codes = codes_in(group, library, words)
        blocks.append(_changes(_in_order(group, library, words), taken.choices, teller, codes, words))
    foot = footer(file_name, today, words("report", "level"), words)
    return Sheet("report", title, words.language, tuple(blocks), foot)


def _files(sources: Sequence[Source], refusals: Mapping[int, str], words: Words) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for place, source in enumerate(sources):
        written = words.date(local_moment(source.written).date().isoformat()) if source.written else ""
        what = refusals.get(place, "") or words("report", "count", count=source.new)
        rows.append((clean(source.file.name), clean(source.sender), written, clean(what)))
    heads = ("file", "from", "written", "what")
    return Table(tuple(words("report", head) for head in heads), tuple(rows), (30, 30, 16, 24))


def _in_order(group: Group, library: Library, words: Words) -> Group:
    """The group with its things as its sheet has them: itself, our checkpoints, theirs, then the tools."""
    forms = {side: form for side, form in group.forms.items() if form in library.ids()}
    codes = {
        (side, point.id): number
        for side, form in forms.items()
        for number, point in enumerate(library.form(form, words.language).checkpoints)
    }
    last = len(codes)

    def place(thing: Thing) -> tuple[bool, bool, bool, int, str, str]:
        at = codes.get((thing.side, thing.checkpoint), last)
        theirs = thing.side not in ("", group.ours)
        return thing.entity != group.root, not thing.checkpoint, theirs, at, thing.checkpoint, thing.kind

    return group._replace(things=tuple(sorted(group.things, key=place)))


def _changes(
    group: Group, choices: Mapping[Place, Choice], teller: Teller, codes: Mapping[Spot, str], words: Words
) -> Table:
    whole = next(
        (thing for thing in group.things if thing.entity == group.root and thing.sort == "new"), None
    )
    left = whole is not None and choices.get(whole.place()) == "ours"
    rows = [
        (TextCell(name_in(group, thing, teller, codes), field, strong=True), *cells)
        for thing in group.things
        for field, *cells in _rows(group, thing, choices, teller, words, left=left)
    ]
    heads = ("thing", "here", "there", "became")
    return Table(tuple(words("report", head) for head in heads), tuple(rows), (22, 31, 31, 16))


def _rows(
    group: Group, thing: Thing, choices: Mapping[Place, Choice], teller: Teller, words: Words, *, left: bool
) -> Iterator[tuple[str, Cell, Cell, Cell]]:
    """A row a field, which it begins with, and one for what was deleted or came back."""
    subject = group.subject(thing)

    def text(field: str, value: Scalar) -> str:
        return clean(teller.value(subject, field, value))

    if thing.sort in ("new", "deleted", "restored"):
        filled = {
            key: value for key, value in thing.fields.items() if value not in ("", unset(thing.kind, key))
        }
        told = "\n".join(
            f"{teller.field(subject, key)}: {text(key, value)}"
            for key, value in in_order(thing.kind, filled)
            if visible(thing.kind, key)
        )
        here, there = (told, words("report", "gone")) if thing.sort == "deleted" else ("", told)
        out = left or choices.get(thing.place()) == "ours"
        yield "", here, there, words("report", "left" if out else thing.sort)
        return
    for one in thing.differences:
        if one.field == DELETED:
            gone, kept = words("report", "gone"), words("report", "edited")
            here, there = (gone, kept) if one.ours.value else (kept, gone)
        elif visible(thing.kind, one.field):
            here = text(one.field, one.ours.value)
            there = "\n\n".join(
                f"{clean(version.by)}: {text(one.field, version.value)}" if len(one.theirs) > 1 else
                text(one.field, version.value)
                for version in one.theirs
            )  # fmt: skip
        else:
            continue
        field = "" if one.field == DELETED else teller.field(subject, one.field)
        yield field, here, there, _became(thing, one, choices, words)


def _became(thing: Thing, one: Difference, choices: Mapping[Place, Choice], words: Words) -> Cell:
    choice = choices.get(thing.place(one.field), "later")
    if one.sort == "conflict":
        return TextCell(words("report", choice), alarm=choice == "later")
    return words("report", "left" if choice == "ours" else one.sort)
