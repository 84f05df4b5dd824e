"""What several sheets share: names of sides, the head, the line's key, progress in tables, a checkpoint with its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from roadmap_desktop.documents.blocks import (
    Block,
    Cell,
    Footer,
    Legend,
    Line,
    Parties,
    Point,
    Table,
    TextCell,
    Writing,
)
from roadmap_desktop.documents.tools import clean, date
from roadmap_desktop.domain import form as forms
from roadmap_desktop.domain.codes import Spot, by_spot
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.form import Checkpoint, Form, Library
from roadmap_desktop.domain.incoming import Group, Thing
from roadmap_desktop.domain.progress import FINISHED, Progress, StepProgress, Stop, progress
from roadmap_desktop.domain.records import STATES, Answer, Organisation
from roadmap_desktop.domain.telling import Teller
from roadmap_desktop.domain.words import Words

NEXT_STOPS: Final = 5
"""How many of the next checkpoints of a side a sheet names."""
WRITING_LINES: Final = 4
"""Lines to write on at a checkpoint of a sheet that leaves room for it."""


class Walk(NamedTuple):
    """A side on its way: its name, its form (`second` in the other language), how far it is, and its checkpoints' codes."""

    side: SideDossier
    name: str
    form: Form
    second: Form | None
    way: Progress
    codes: Mapping[str, str]

    def code(self, checkpoint: str) -> str:
        """The short code, or the id of a checkpoint that this form does not know."""
        return self.codes.get(checkpoint, checkpoint)


def walks(dossier: Dossier, library: Library, words: Words, today: str) -> list[Walk]:
    """Our side's way, and theirs where anything is written there."""
    ours, theirs = both_walks(dossier, library, words, today)
    return [ours] if theirs.side.empty else [ours, theirs]


def both_walks(dossier: Dossier, library: Library, words: Words, today: str) -> tuple[Walk, Walk]:
    """Both sides' ways, ours first."""
    forms = {side.side.key: form_of(library, side.side.form, words) for side in dossier.sides}
    codes = by_spot(forms)

    def walk(side: SideDossier) -> Walk:
        form = forms[side.side.key]
        return Walk(
            side=side,
            name=side_name(side, dossier, words),
            form=form,
            second=second_form(library, form, words),
            way=progress(form, side.answers, today, side.disputed),
            codes={point.id: codes[Spot(side.side.key, point.id)] for point in form.checkpoints},
        )

    return walk(dossier.ours), walk(dossier.theirs)


def form_of(library: Library, form_id: str, words: Words) -> Form:
    """The form with its titles in the languages of `words`; the first one that is known in place of an unknown one.

    Answers to checkpoints that it lacks are printed after it.
    """
    known = form_id if form_id in library.ids() else library.ids()[0]
    form = library.form(known, words.language)
    return forms.beside(form, second_form(library, form, words))


def second_form(library: Library, form: Form, words: Words) -> Form | None:
    """The same form in the second language of `words`, None where there is none."""
    return library.form(form.id, words.second.language) if words.second else None


def footer(file_name: str, today: str, level: str, words: Words) -> Footer:
    """The foot of every page."""
    printed = words("sheet", "printed", date=words.date(today))
    return Footer(clean(file_name), printed, level, words("sheet", "page"))


def side_label(side: SideDossier, dossier: Dossier, words: Words) -> str:
    """Ours, or the partner's."""
    return words("side", "ours" if side is dossier.ours else "theirs")


def side_name(side: SideDossier, dossier: Dossier, words: Words) -> str:
    """The organisation of a side by name, else whose side it is."""
    return clean(side.organisation.name) or side_label(side, dossier, words)


def parties(dossier: Dossier, words: Words) -> Parties:
    """Both organisations side by side; the partner only where it has a name."""
    known = (side for side in dossier.sides if side is dossier.ours or side.organisation.name)
    return Parties(tuple(_party(side, dossier, words) for side in known))


def _party(side: SideDossier, dossier: Dossier, words: Words) -> tuple[str, str, tuple[str, ...]]:
    organisation: Organisation = side.organisation
    number = f"{words('sheet', 'number')} {organisation.number}" if organisation.number else ""
    kind = words("kind", organisation.kind) if organisation.kind else ""
    lines = (kind, number, organisation.address, organisation.website)
    return (
        side_label(side, dossier, words),
        side_name(side, dossier, words),
        tuple(clean(line) for line in lines if line),
    )


def line(found: Sequence[Walk]) -> Line:
    """The transit line of every side."""
    return Line(tuple((walk.name, walk.way.steps) for walk in found))


def legend(words: Words) -> Legend:
    """What the signs of the line mean."""
    states = tuple((state, words("state", state)) for state in STATES)
    marks = tuple((mark, words("sheet", mark)) for mark in ("current", "overdue", "conflict"))
    return Legend(words("sheet", "legend"), states + marks)


def share(done: int, total: int, words: Words) -> str:
    """How many of how many."""
    return f"{done} / {total}" if words.second else words("sheet", "of", done=done, total=total)


def steps_table(found: Sequence[Walk], words: Words) -> Table:
    """Progress per step and side; what is late is named beside it."""
    late = words("sheet", "overdue")
    ways = [walk.way for walk in found]

    def cell(part: StepProgress | Progress) -> TextCell:
        under = f"{late}: {part.overdue}" if part.overdue else ""
        return TextCell(share(part.done, part.total, words), under, alarm=bool(part.overdue))

    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (f"{index + 1}. {step.title}", *(cell(way.steps[index]) for way in ways if index < len(way.steps)))
        for index, step in enumerate(ways[0].steps)
    )
    total = (words("sheet", "total"), *(share(way.done, way.total, words) for way in ways))
    return Table(
        heads=(words("sheet", "progress_column"), *(walk.name for walk in found)),
        rows=rows,
        widths=(40, *(30 for _ in ways)),
        foot=total,
    )


def next_table(found: Sequence[Walk], words: Words) -> Iterator[Block]:
    """The next checkpoints of each side, the dated ones first."""
    several = len(found) > 1
    rows: list[tuple[Cell, ...]] = []
    for walk in found:
        for stop in walk.way.upcoming[: NEXT_STOPS if walk is found[0] else NEXT_STOPS - 2]:
            due = TextCell(date(words, stop.due), alarm=stop.overdue)
            who = clean(stop.who)
            rows.append(
                (walk.code(stop.checkpoint), stop.title, *((walk.name,) if several else ()), who, due)
            )
    if not rows:
        return
    side = (words("sheet", "organisation"),) if several else ()
    yield Table(
        heads=(
            words("sheet", "next"), words("sheet", "checkpoint"), *side,
            words("sheet", "who"), words("sheet", "due"),
        ),
        rows=tuple(rows),
        widths=(10, 40, *((27,) if several else ()), 21, 16),
    )  # fmt: skip


def point(walk: Walk, checkpoint: Checkpoint, stop: Stop, step: int, words: Words, *, notes: bool) -> Point:
    """A checkpoint with its answer; `notes` with the private note."""
    side = walk.side
    answer = side.answers.get(checkpoint.id, Answer())
    facts = (
        (words("sheet", "who"), clean(answer.who)),
        (words("sheet", "due"), date(words, answer.due)),
    )
    alarms = (
        *((words("sheet", "overdue"),) if stop.overdue else ()),
        *((words("sheet", "conflict"),) if stop.conflict else ()),
    )
    note = side.notes.get(checkpoint.id) if notes else None
    files = ", ".join(clean(file.name) for file in side.attachments.get(checkpoint.id, ()))
    extras = (
        (words("sheet", "private_note"), clean(note.text) if note else ""),
        (words("sheet", "attachments"), files),
    )
    started = answer.state in FINISHED or answer.state == "in-progress"
    return Point(
        code=walk.code(checkpoint.id),
        title=clean(checkpoint.title),
        step=step,
        stop=stop,
        state=words("state", answer.state),
        facts=tuple(fact for fact in facts if fact[1]),
        alarms=alarms,
        text=clean(answer.text),
        missing=words("sheet", "no_answer") if started and answer.state != "not-needed" else "",
        extras=tuple(extra for extra in extras if extra[1]),
    )


def stranger(walk: Walk, checkpoint: str) -> tuple[Checkpoint, Stop]:
    """A checkpoint that was answered and that this form does not know, and its stop."""
    answer = walk.side.answers[checkpoint]
    stop = Stop(checkpoint, checkpoint, answer.state, answer.due, answer.who, overdue=False, current=False,
                conflict=checkpoint in walk.side.disputed)  # fmt: skip
    return Checkpoint(checkpoint, "", checkpoint, (), "", (), "", (), ()), stop


def codes_in(group: Group, library: Library, words: Words) -> dict[Spot, str]:
    """The codes of the checkpoints of a partnership whose differences are told; none for an organisation."""
    known = library.ids()
    return by_spot(
        {side: library.form(form, words.language) for side, form in group.forms.items() if form in known}
    )


def name_in(group: Group, thing: Thing, teller: Teller, codes: Mapping[Spot, str]) -> str:
    """What a thing with differences is called on paper: its name, its checkpoint's code, its side."""
    subject = group.subject(thing)
    name, code = teller.thing(subject), codes.get(Spot(thing.side, thing.checkpoint), "")
    parts = (f"{name} ({code})" if code else name, teller.side(subject))
    return clean(" · ".join(part for part in parts if part))


def with_room(found: Point, words: Words) -> Point:
    """The same with lines to write on, boxes for the state, and fields, where it is not finished."""
    if found.stop.state in FINISHED:
        return found
    return found._replace(writing=room_to_write(words, WRITING_LINES))


def room_to_write(words: Words, lines: int) -> Writing:
    """Lines to write on, who and by when, and a box for each state."""
    fields = (words("sheet", "who"), words("sheet", "due"))
    return Writing(lines, fields, tuple(words("state", state) for state in STATES))
