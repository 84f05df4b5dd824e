"""The sheets as data: what is printed of a partnership, of all of them, or of a form; not how it looks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from roadmap_desktop.documents.blocks import (
    Blank,
    Block,
    Cell,
    Fields,
    Heading,
    LineCell,
    Point,
    Questions,
    Sheet,
    Table,
    Text,
    TextCell,
    Title,
)
from roadmap_desktop.documents.conflicts import conflict_table
from roadmap_desktop.documents.parts import (
    Walk,
    footer,
    legend,
    line,
    next_table,
    parties,
    point,
    room_to_write,
    share,
    side_label,
    steps_table,
    stranger,
    walks,
    with_room,
)
from roadmap_desktop.documents.tools import clean, date, filled_tools
from roadmap_desktop.domain import form as forms
from roadmap_desktop.domain.codes import codes, order
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.form import Checkpoint, Form, Library
from roadmap_desktop.domain.progress import FINISHED
from roadmap_desktop.domain.words import Words

__all__ = ["SHEETS", "Sheet", "all_sheet", "blank_sheet", "open_sheet", "progress_sheet"]

SHEETS: Final = ("progress", "open", "joint", "meeting", "handover", "all", "blank")
BLANK_LINES: Final = 6
"""Lines to write on at each checkpoint of a blank form."""


def progress_sheet(
    dossier: Dossier,
    library: Library,
    words: Words,
    today: str,
    file_name: str,
    *,
    private_notes: bool = True,
    room: bool = False,
) -> Sheet:
    """All that is known of one partnership, in the language of `words`; without private notes on request.

    `today` (YYYY-MM-DD) decides what is overdue and is printed as the date. With `room`, what is not finished has
    lines to write on.
    """
    found = walks(dossier, library, words, today)
    title = clean(dossier.partnership.title)
    blocks: list[Block] = [
        Title(words("sheet", "progress"), title, words("stage", dossier.partnership.stage)),
        parties(dossier, words),
        line(found),
        legend(words),
        steps_table(found, words),
        *next_table(found, words),
        *conflict_table(dossier.conflicts, library, words, private_notes=private_notes),
    ]
    common = True
    for walk in found:
        if len(found) > 1:
            blocks.append(Heading(1, walk.name, side_label(walk.side, dossier, words)))
        told = side_blocks(dossier, walk, words, common=common, notes=private_notes)
        blocks += (with_room(block, words) if room and isinstance(block, Point) else block for block in told)
        common = False
    level = words("sheet", "level_whole" if private_notes else "level_partner")
    return Sheet("progress", title, words.language, tuple(blocks), footer(file_name, today, level, words))


def open_sheet(
    dossier: Dossier,
    library: Library,
    words: Words,
    today: str,
    file_name: str,
    *,
    private_notes: bool = True,
    room: bool = False,
) -> Sheet:
    """What is still to be done in one partnership: each unfinished checkpoint, with its questions where it is unanswered.

    Otherwise as the progress sheet.
    """
    found = walks(dossier, library, words, today)
    title = clean(dossier.partnership.title)
    blocks: list[Block] = [
        Title(words("sheet", "open"), title, " – ".join(walk.name for walk in found)),
        *next_table(found, words),
        *conflict_table(dossier.conflicts, library, words, private_notes=private_notes),
    ]
    for walk in found:
        left = list(_open_blocks(walk, words, notes=private_notes, room=room))
        if len(found) > 1:
            blocks.append(Heading(1, walk.name, side_label(walk.side, dossier, words)))
        blocks += left or [Text(*_twice(words, "line", "finished"))]
    level = words("sheet", "level_whole" if private_notes else "level_partner")
    return Sheet("open", title, words.language, tuple(blocks), footer(file_name, today, level, words))


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
        legend(words),
        Table(
            heads=tuple(words("sheet", head) for head in heads),
            rows=tuple(rows),
            widths=(23, 34, 21, 11, 14, 8),
            right=(5,),
        ),
    )
    foot = footer(file_name, today, words("sheet", "level_all"), words)
    return Sheet("all", words("sheet", "all"), words.language, blocks, foot, wide=True)


def blank_sheet(
    form: Form, words: Words, today: str, file_name: str = "", *, second: Form | None = None
) -> Sheet:
    """The form on paper, to fill in by hand; each checkpoint bears its code for the way back.

    `second` is the same form in the second language of `words`.
    """
    top = tuple(words("sheet", key) for key in ("partnership", "organisation", "name", "date"))
    named = forms.beside(form, second)
    blocks: list[Block] = [
        Title(words("sheet", "blank"), form.title, second.title if second else ""),
        Text(form.summary, second=second.summary if second else ""),
        Fields(top[:2]),
        Fields(top[2:]),
    ]
    # The second language takes room, and what a page has to spare becomes lines anyway.
    lines = BLANK_LINES - 2 if second else BLANK_LINES
    code, writing = codes(form), room_to_write(words, lines)
    for number, step in enumerate(named.steps):
        blocks.append(Heading(2, step.title, step=step.id))
        other = second.steps[number] if second else None
        blocks.append(Text(step.summary, quiet=True, second=other.summary if other else ""))
        blocks.extend(
            Blank(code[each.id], each.title, number, _questions(each, second, hint=True), writing)
            for each in step.checkpoints
        )
    foot = footer(file_name, today, words("sheet", "level_blank"), words)
    return Sheet("blank", form.title, words.language, tuple(blocks), foot)


# ---------------------------------------------------------------------------------------------- parts
def _twice(words: Words, group: str, key: str) -> tuple[str, bool, str]:
    """A sentence as Text takes it, in each language by itself."""
    first, second = words.each(group, key)
    return first, False, second


def _overview_row(
    dossier: Dossier, library: Library, words: Words, today: str
) -> tuple[tuple[Cell, ...], int]:
    found = walks(dossier, library, words, today)
    ways = [walk.way for walk in found]
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
        LineCell(line(found).tracks, captions),
        TextCell(following.title, found[0].code(following.checkpoint))
        if following
        else words("state", "done"),
        TextCell(date(words, dated.due), alarm=dated.overdue) if dated else "",
        clean(who),
        TextCell(str(late), strong=True, alarm=True) if late else "",
    )
    return row, late


def side_blocks(
    dossier: Dossier, walk: Walk, words: Words, *, common: bool, notes: bool, without: Collection[str] = ()
) -> Iterator[Block]:
    """A side's steps, each tool once, at the first checkpoint that names it; then what the form has no place for.

    With `common` the tools of the whole partnership as well; `without` those kinds.
    """
    filled = filled_tools(dossier, walk.side, words, common=common)
    tools = {kind: make for kind, make in filled.items() if kind not in without}
    for number, (step, walked) in enumerate(zip(walk.form.steps, walk.way.steps, strict=True)):
        yield Heading(2, step.title, share(walked.done, walked.total, words), step.id)
        for checkpoint, stop in zip(step.checkpoints, walked.stops, strict=True):
            yield point(walk, checkpoint, stop, number, words, notes=notes)
            for tool in checkpoint.tools:
                yield from tools.pop(tool, lambda: ())()
    for strange in order(walk.form, walk.side.answers)[len(walk.form.checkpoints) :]:
        yield point(walk, *stranger(walk, strange), len(walk.form.steps) - 1, words, notes=notes)
    for make in tools.values():
        yield from make()


def _open_blocks(walk: Walk, words: Words, *, notes: bool, room: bool) -> Iterator[Block]:
    for number, (step, walked) in enumerate(zip(walk.form.steps, walk.way.steps, strict=True)):
        left = [
            (checkpoint, stop)
            for checkpoint, stop in zip(step.checkpoints, walked.stops, strict=True)
            if stop.state not in FINISHED
        ]
        if left:
            yield Heading(2, step.title, share(walked.done, walked.total, words), step.id)
        for checkpoint, stop in left:
            found = point(walk, checkpoint, stop, number, words, notes=notes)
            if not found.text:
                found = found._replace(questions=_questions(checkpoint, walk.second), missing="")
            yield with_room(found, words) if room else found
    for strange in order(walk.form, walk.side.answers)[len(walk.form.checkpoints) :]:
        if walk.side.answers[strange].state not in FINISHED:
            found = point(walk, *stranger(walk, strange), len(walk.form.steps) - 1, words, notes=notes)
            yield with_room(found, words) if room else found


def _questions(checkpoint: Checkpoint, second: Form | None, *, hint: bool = False) -> Questions:
    """What the checkpoint asks; with `hint` also how to begin."""
    other = second.find(checkpoint.id) if second else None
    how = checkpoint.how[0] if hint and checkpoint.how else ""
    other_how = other.how[0] if hint and other and other.how else ""
    return Questions(checkpoint.questions, how, other.questions if other else (), other_how)
