"""The sheets as data: what is printed of a partnership, of all of them, or of a form; not how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from roadmap_desktop.documents.blocks import (
    Blank,
    Block,
    Cell,
    Fields,
    Footer,
    Heading,
    Legend,
    Line,
    LineCell,
    Parties,
    Point,
    Sheet,
    Table,
    Text,
    TextCell,
    Title,
)
from roadmap_desktop.documents.conflicts import conflict_table
from roadmap_desktop.documents.tools import clean, date, filled_tools
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.form import Checkpoint, Form, Library
from roadmap_desktop.domain.progress import FINISHED, Progress, StepProgress, Stop, progress
from roadmap_desktop.domain.records import STATES, Answer, Organisation
from roadmap_desktop.domain.words import Words

__all__ = ["SHEETS", "Sheet", "all_sheet", "blank_sheet", "progress_sheet"]

SHEETS: Final = ("progress", "all", "blank")
NEXT_STOPS: Final = 5
"""How many of the next checkpoints of a side a progress sheet names."""
WRITING_LINES: Final = 6
"""Lines to write on at each checkpoint of a blank form."""


def progress_sheet(
    dossier: Dossier,
    library: Library,
    words: Words,
    today: str,
    file_name: str,
    *,
    private_notes: bool = True,
) -> Sheet:
    """All that is known of one partnership, in the language of `words`; without private notes on request.

    `today` (YYYY-MM-DD) decides what is overdue and is printed as the date.
    """
    sides = [side for side in dossier.sides if side is dossier.ours or not side.empty]
    forms = [_form(library, side.side.form, words) for side in sides]
    ways = [
        progress(form, side.answers, today, side.disputed) for form, side in zip(forms, sides, strict=True)
    ]
    names = tuple(_side_name(side, dossier, words) for side in sides)
    title = clean(dossier.partnership.title)
    blocks: list[Block] = [
        Title(words("sheet", "progress"), title, words("stage", dossier.partnership.stage)),
        Parties(tuple(_party(side, dossier, words) for side in dossier.sides if _known(side, dossier))),
        Line(tuple((name, way.steps) for name, way in zip(names, ways, strict=True))),
        _legend(words),
        *_steps_table(names, ways, words),
        *_next_table(names, ways, words),
        *conflict_table(dossier.conflicts, library, words, private_notes=private_notes),
    ]
    common = True
    for name, side, form, way in zip(names, sides, forms, ways, strict=True):
        if len(sides) > 1:
            blocks.append(Heading(1, name, _side_label(side, dossier, words)))
        blocks.extend(_side_blocks(dossier, side, form, way, words, common=common, notes=private_notes))
        common = False
    level = words("sheet", "level_whole" if private_notes else "level_partner")
    return Sheet("progress", title, words.language, tuple(blocks), _footer(file_name, today, level, words))


def all_sheet(
    dossiers: Iterable[Dossier], library: Library, words: Words, today: str, file_name: str
) -> Sheet:
    """Every partnership in a row of its own; of each dossier only that row is kept."""
    rows: list[tuple[Cell, ...]] = []
    overdue = 0
    for dossier in dossiers:
        row, late = _overview_row(dossier, library, words, today)
        rows.append(row)
        overdue += late
    heads = ("partnership", "progress_column", "next", "next_due", "who", "overdue")
    summary = f"{words('sheet', 'partnerships')}: {len(rows)} · {words('sheet', 'overdue')}: {overdue}"
    blocks: tuple[Block, ...] = (
        Title("", words("sheet", "all"), summary),
        _legend(words),
        Table(
            heads=tuple(words("sheet", head) for head in heads),
            rows=tuple(rows),
            widths=(23, 34, 21, 11, 14, 8),
            right=(5,),
        ),
    )
    footer = _footer(file_name, today, words("sheet", "level_all"), words)
    return Sheet("all", words("sheet", "all"), words.language, blocks, footer, wide=True)


def blank_sheet(form: Form, words: Words, today: str, file_name: str = "") -> Sheet:
    """The form on paper, to fill in by hand; each checkpoint bears its id as the code for the way back."""
    top = tuple(words("sheet", key) for key in ("partnership", "organisation", "name", "date"))
    blocks: list[Block] = [
        Title(words("sheet", "blank"), form.title),
        Text(form.summary),
        Fields(top[:2]),
        Fields(top[2:]),
    ]
    boxes = tuple(words("state", state) for state in STATES)
    foot = (words("sheet", "who"), words("sheet", "due"))
    for number, step in enumerate(form.steps):
        blocks.append(Heading(2, step.title, step=step.id))
        blocks.append(Text(step.summary, quiet=True))
        blocks.extend(
            Blank(
                code=point.id,
                title=point.title,
                step=number,
                questions=point.questions,
                hint=point.how[0] if point.how else "",
                boxes=boxes,
                lines=WRITING_LINES,
                fields=foot,
            )
            for point in step.checkpoints
        )
    footer = _footer(file_name, today, words("sheet", "level_blank"), words)
    return Sheet("blank", form.title, words.language, tuple(blocks), footer)


# ---------------------------------------------------------------------------------------------- parts
def _form(library: Library, form_id: str, words: Words) -> Form:
    """The form, or the first one that is known: answers to checkpoints it lacks are printed after it."""
    try:
        return library.form(form_id, words.language)
    except KeyError:
        return library.form(library.ids()[0], words.language)


def _footer(file_name: str, today: str, level: str, words: Words) -> Footer:
    printed = words("sheet", "printed", date=words.date(today))
    return Footer(clean(file_name), printed, level, words("sheet", "page"))


def _side_label(side: SideDossier, dossier: Dossier, words: Words) -> str:
    return words("side", "ours" if side is dossier.ours else "theirs")


def _side_name(side: SideDossier, dossier: Dossier, words: Words) -> str:
    return clean(side.organisation.name) or _side_label(side, dossier, words)


def _known(side: SideDossier, dossier: Dossier) -> bool:
    return side is dossier.ours or bool(side.organisation.name)


def _party(side: SideDossier, dossier: Dossier, words: Words) -> tuple[str, str, tuple[str, ...]]:
    organisation: Organisation = side.organisation
    number = f"{words('sheet', 'number')} {organisation.number}" if organisation.number else ""
    kind = words("kind", organisation.kind) if organisation.kind else ""
    lines = (kind, number, organisation.address, organisation.website)
    return (
        _side_label(side, dossier, words),
        _side_name(side, dossier, words),
        tuple(clean(line) for line in lines if line),
    )


def _legend(words: Words) -> Legend:
    states = tuple((state, words("state", state)) for state in STATES)
    marks = tuple((mark, words("sheet", mark)) for mark in ("current", "overdue", "conflict"))
    return Legend(words("sheet", "legend"), states + marks)


def _share(done: int, total: int, words: Words) -> str:
    return words("sheet", "of", done=done, total=total)


def _steps_table(names: Sequence[str], ways: Sequence[Progress], words: Words) -> Iterator[Block]:
    """Progress per step and side; what is late is named beside it."""
    late = words("sheet", "overdue")

    def cell(part: StepProgress | Progress) -> TextCell:
        under = f"{late}: {part.overdue}" if part.overdue else ""
        return TextCell(_share(part.done, part.total, words), under, alarm=bool(part.overdue))

    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (f"{index + 1}. {step.title}", *(cell(way.steps[index]) for way in ways if index < len(way.steps)))
        for index, step in enumerate(ways[0].steps)
    )
    total = (words("sheet", "total"), *(_share(way.done, way.total, words) for way in ways))
    yield Table(
        heads=(words("sheet", "progress_column"), *names),
        rows=rows,
        widths=(40, *(30 for _ in ways)),
        foot=total,
    )


def _next_table(names: Sequence[str], ways: Sequence[Progress], words: Words) -> Iterator[Block]:
    """The next checkpoints of each side, the dated ones first."""
    several = len(ways) > 1
    rows: list[tuple[Cell, ...]] = []
    for name, way in zip(names, ways, strict=True):
        for stop in way.upcoming[: NEXT_STOPS if way is ways[0] else NEXT_STOPS - 2]:
            due = TextCell(date(words, stop.due), alarm=stop.overdue)
            rows.append((stop.checkpoint, stop.title, *((name,) if several else ()), clean(stop.who), due))
    if not rows:
        return
    side = (words("sheet", "organisation"),) if several else ()
    yield Table(
        heads=(
            words("sheet", "next"), words("sheet", "checkpoint"), *side,
            words("sheet", "who"), words("sheet", "due"),
        ),
        rows=tuple(rows),
        widths=(19, 34, *((24,) if several else ()), 20, 16),
    )  # fmt: skip


def _overview_row(
    dossier: Dossier, library: Library, words: Words, today: str
) -> tuple[tuple[Cell, ...], int]:
    sides = [side for side in dossier.sides if side is dossier.ours or not side.empty]
    ways = [
        progress(_form(library, side.side.form, words), side.answers, today, side.disputed) for side in sides
    ]
    names = [_side_name(side, dossier, words) for side in sides]
    late = sum(way.overdue for way in ways)
    following = next((stop for stop in ways[0].stops if stop.current), None)
    dated = min((stop for stop in ways[0].upcoming if stop.due), key=lambda stop: stop.due, default=None)
    who = following.who if following and following.who else dated.who if dated else ""
    stage = dossier.partnership.stage
    partner = clean(dossier.theirs.organisation.name)
    under = " · ".join(filter(None, (partner, words("stage", stage) if stage != "active" else "")))
    captions = tuple(" · ".join(f"{step.id}: {step.done}/{step.total}" for step in way.steps) for way in ways)
    row: tuple[Cell, ...] = (
        TextCell(clean(dossier.partnership.title), under, strong=True),
        LineCell(tuple((name, way.steps) for name, way in zip(names, ways, strict=True)), captions),
        TextCell(following.title, following.checkpoint) if following else words("state", "done"),
        TextCell(date(words, dated.due), alarm=dated.overdue) if dated else "",
        clean(who),
        TextCell(str(late), strong=True, alarm=True) if late else "",
    )
    return row, late


def _side_blocks(
    dossier: Dossier,
    side: SideDossier,
    form: Form,
    way: Progress,
    words: Words,
    *,
    common: bool,
    notes: bool,
) -> Iterator[Block]:
    """A side's steps, each tool once, at the first checkpoint that names it; then what the form has no place for."""
    tools = filled_tools(dossier, side, words, common=common)
    for number, (step, walked) in enumerate(zip(form.steps, way.steps, strict=True)):
        yield Heading(2, step.title, _share(walked.done, walked.total, words), step.id)
        for checkpoint, stop in zip(step.checkpoints, walked.stops, strict=True):
            yield _point(side, checkpoint, stop, number, words, notes=notes)
            for tool in checkpoint.tools:
                yield from tools.pop(tool, lambda: ())()
    known = {checkpoint.id for checkpoint in form.checkpoints}
    for strange in sorted(set(side.answers) - known):
        answer = side.answers[strange]
        stop = Stop(strange, strange, answer.state, answer.due, answer.who, overdue=False, current=False,
                    conflict=strange in side.disputed)  # fmt: skip
        checkpoint = Checkpoint(strange, "", strange, (), "", (), "", (), ())
        yield _point(side, checkpoint, stop, len(form.steps) - 1, words, notes=notes)
    for make in tools.values():
        yield from make()


def _point(
    side: SideDossier, checkpoint: Checkpoint, stop: Stop, step: int, words: Words, *, notes: bool
) -> Point:
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
    text = clean(answer.text)
    started = answer.state in FINISHED or answer.state == "in-progress"
    return Point(
        code=checkpoint.id,
        title=clean(checkpoint.title),
        step=step,
        stop=stop,
        state=words("state", answer.state),
        facts=tuple(fact for fact in facts if fact[1]),
        alarms=alarms,
        text=text,
        missing=words("sheet", "no_answer") if started and answer.state != "not-needed" else "",
        extras=tuple(extra for extra in extras if extra[1]),
    )
