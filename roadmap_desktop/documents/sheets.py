"""The sheets as data: what is printed of a partnership, of all of them, or of a form; not how it looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.form import Checkpoint, Form, Library
from roadmap_desktop.domain.progress import FINISHED, Progress, StepProgress, Stop, progress
from roadmap_desktop.domain.records import STATES, Answer, Evaluation, Organisation
from roadmap_desktop.domain.words import Words

SHEETS: Final = ("progress", "all", "blank")
NEXT_STOPS: Final = 5
"""How many of the next checkpoints of a side a progress sheet names."""
WRITING_LINES: Final = 6
"""Lines to write on at each checkpoint of a blank form."""

Tracks: TypeAlias = tuple[tuple[str, tuple[StepProgress, ...]], ...]
"""Names and steps of the lines to draw, as `paint.line.Track` takes them."""


class LineCell(NamedTuple):
    """A small transit line in a table, with a caption under each track's name."""

    tracks: Tracks
    captions: tuple[str, ...]


class TextCell(NamedTuple):
    """A table's cell with a stressed first line and a quieter second one."""

    text: str
    under: str = ""
    strong: bool = False
    alarm: bool = False


Cell: TypeAlias = str | TextCell | LineCell


class Title(NamedTuple):
    """The head of a sheet: the kind of sheet over its name, and a line under it."""

    over: str
    text: str
    under: str = ""


class Heading(NamedTuple):
    """Level 1 heads a side, 2 a step (with its number), 3 a table or tool."""

    level: int
    text: str
    note: str = ""
    step: str = ""


class Text(NamedTuple):
    """A paragraph; `quiet` is set smaller and paler."""

    text: str
    quiet: bool = False


class Parties(NamedTuple):
    """The organisations side by side: label, name, and further lines of each."""

    cells: tuple[tuple[str, str, tuple[str, ...]], ...]


class Line(NamedTuple):
    """The transit line in full."""

    tracks: Tracks


class Legend(NamedTuple):
    """What the signs of the line mean: (symbol, its name)."""

    title: str
    items: tuple[tuple[str, str], ...]


class Point(NamedTuple):
    """A checkpoint with its answer. `facts` and `extras` are (label, text); `alarm` stands before the facts."""

    code: str
    title: str
    step: int
    stop: Stop
    state: str
    facts: tuple[tuple[str, str], ...]
    alarms: tuple[str, ...]
    text: str
    missing: str
    extras: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """Rows under heads that repeat on every page. `widths` are parts; `right` the columns of numbers; `foot` sums."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    right: tuple[int, ...] = ()
    foot: tuple[str, ...] = ()


class Quadrants(NamedTuple):
    """Four fields of short lines, as in a SWOT: title and lines of each, row by row."""

    cells: tuple[tuple[str, tuple[str, ...]], ...]


class Grid(NamedTuple):
    """Numbers in a 5 × 5 field: (number, across 1–5, up 1–5), and the names of its edges."""

    across: str
    up: str
    items: tuple[tuple[int, int, int], ...]


class Blank(NamedTuple):
    """A checkpoint to fill in by hand: its questions, a hint, boxes for the state, lines, and fields at the foot."""

    code: str
    title: str
    step: int
    questions: tuple[str, ...]
    hint: str
    boxes: tuple[str, ...]
    lines: int
    fields: tuple[str, ...]


class Fields(NamedTuple):
    """Labels with a line to write on, side by side."""

    labels: tuple[str, ...]


Block: TypeAlias = (
    Title | Heading | Text | Parties | Line | Legend | Point | Table | Quadrants | Grid | Blank | Fields
)


class Footer(NamedTuple):
    """Foot of every page; `page` holds the places {page} and {pages}."""

    file: str
    printed: str
    level: str
    page: str


class Sheet(NamedTuple):
    """One printed thing, its pages numbered by themselves; `wide` asks for paper laid sideways."""

    name: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    footer: Footer
    wide: bool = False


# ----------------------------------------------------------------------------------------- the sheets


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
        Title(words("sheet", "all"), words("sheet", "all_title"), summary),
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

_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` as it can be printed: one kind of line break, no control signs, no halves of letters."""
    if not _CONTROL.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return _CONTROL.sub(lambda found: " " if found.group() < "\x80" else "", text)


def _date(words: Words, iso: str) -> str:
    return clean(words.date(iso)) if iso else ""


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
            due = TextCell(_date(words, stop.due), alarm=stop.overdue)
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
    captions = tuple(
        " · ".join(f"{step.id}: {step.done}/{step.total}" for step in way.steps) for way in ways
    )
    row: tuple[Cell, ...] = (
        TextCell(clean(dossier.partnership.title), under, strong=True),
        LineCell(tuple((name, way.steps) for name, way in zip(names, ways, strict=True)), captions),
        TextCell(following.title, following.checkpoint) if following else words("state", "done"),
        TextCell(_date(words, dated.due), alarm=dated.overdue) if dated else "",
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
    tools = _tools(dossier, side, words, common=common)
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
        (words("sheet", "due"), _date(words, answer.due)),
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


# ---------------------------------------------------------------------------------------------- tools


def _tools(
    dossier: Dossier, side: SideDossier, words: Words, *, common: bool
) -> dict[str, Callable[[], Iterable[Block]]]:
    """How to print each filled tool: the side's own, and with `common` those of the whole partnership."""
    own: dict[str, tuple[Sequence[object], Callable[[], Iterable[Block]]]] = {
        "stakeholder": (side.stakeholders, lambda: _stakeholders(side, words)),
        "swot": (side.swot, lambda: _swot(side, words)),
        "evaluation": (side.evaluations, lambda: _evaluation(side, words)),
    }
    shared: dict[str, tuple[Sequence[object], Callable[[], Iterable[Block]]]] = {
        "contact": (dossier.contacts, lambda: _contacts(dossier, words)),
        "log": (dossier.log, lambda: _log(dossier, words)),
        "action": (dossier.actions, lambda: _actions(dossier, words)),
        "budget": (dossier.budget, lambda: _budget(dossier, words)),
        "agreement": (dossier.agreements, lambda: _agreements(dossier, words)),
        "indicator": (dossier.indicators, lambda: _indicators(dossier, words)),
    }
    found = {**own, **(shared if common else {})}
    return {kind: make for kind, (rows, make) in found.items() if rows}


def _tool_table(
    kind: str,
    rows: Iterable[tuple[Cell, ...]],
    widths: tuple[float, ...],
    words: Words,
    *,
    right: tuple[int, ...] = (),
    foot: tuple[str, ...] = (),
    first: tuple[str, ...] = (),
) -> Iterator[Block]:
    """A tool's heading and its table; its fields are the heads, `first` stands before them."""
    tool = words.tool(kind)
    yield Heading(3, tool["title"])
    yield Table((*first, *tool["fields"].values()), tuple(rows), widths, right, foot)


def _score(value: int) -> str:
    return str(value) if value else "–"


def _stakeholders(side: SideDossier, words: Words) -> Iterator[Block]:
    fields = words.tool("stakeholder")["fields"]
    judged = tuple(
        (number, min(row.interest, 5), min(row.influence, 5))
        for number, row in enumerate(side.stakeholders, 1)
        if row.influence > 0 and row.interest > 0
    )
    rows = (
        (
            str(number), clean(row.name), clean(row.role), _score(row.influence), _score(row.interest),
            clean(row.approach),
        )
        for number, row in enumerate(side.stakeholders, 1)
    )  # fmt: skip
    blocks = list(
        _tool_table("stakeholder", rows, (5, 26, 22, 14, 16, 34), words, right=(0,), first=("",))
    )
    yield blocks[0]
    if judged:
        yield Grid(fields["interest"], fields["influence"], judged)
    yield from blocks[1:]


def _swot(side: SideDossier, words: Words) -> Iterator[Block]:
    yield Heading(3, words.tool("swot")["title"])
    known = words.group("quadrant")
    first = next(iter(known))
    lines: dict[str, list[str]] = {quadrant: [] for quadrant in known}
    for row in side.swot:
        lines.get(row.quadrant, lines[first]).append(clean(row.text))
    yield Quadrants(tuple((known[quadrant], tuple(found)) for quadrant, found in lines.items()))


def _evaluation(side: SideDossier, words: Words) -> Iterator[Block]:
    """Criteria × rounds, with the mean of each round; comments name their round where there are several."""
    rounds = sorted({row.round for row in side.evaluations})
    scores: dict[str, dict[int, Evaluation]] = {}
    for row in side.evaluations:
        scores.setdefault(row.criterion, {})[row.round] = row
    known = words.group("criterion")
    order = [key for key in known if key in scores] + sorted(set(scores) - set(known))
    rows: list[tuple[Cell, ...]] = []
    for criterion in order:
        given = scores[criterion]
        comments = [
            (f"{number}: " if len(rounds) > 1 else "") + clean(given[number].comment)
            for number in rounds
            if number in given and given[number].comment
        ]
        title = known[criterion]["title"] if criterion in known else clean(criterion)
        marks = (_score(given[number].score) if number in given else "" for number in rounds)
        rows.append((title, *marks, "\n".join(comments)))
    tool = words.tool("evaluation")
    means = []
    for number in rounds:
        got = [row.score for row in side.evaluations if row.round == number and row.score]
        means.append(words.number(sum(got) / len(got), 1) if got else "")
    yield Heading(3, tool["title"])
    yield Table(
        heads=(
            tool["fields"]["criterion"],
            *(words("sheet", "round", number=number) for number in rounds),
            tool["fields"]["comment"],
        ),
        rows=tuple(rows),
        widths=(30, *(9 for _ in rounds), 50),
        right=tuple(range(1, len(rounds) + 1)),
        foot=(words("sheet", "average"), *means, ""),
    )


def _contacts(dossier: Dossier, words: Words) -> Iterator[Block]:
    ours = dossier.ours.side.key
    rows = (
        (
            words("side", "ours" if contact.side == ours else "theirs"), clean(contact.role),
            clean(person.name), clean(person.email), clean(person.phone),
        )
        for contact, person in dossier.contacts
    )  # fmt: skip
    yield from _tool_table("contact", rows, (17, 24, 24, 30, 18), words)


def _log(dossier: Dossier, words: Words) -> Iterator[Block]:
    rows = (
        (
            _date(words, row.day), words("channel", row.channel), clean(row.who), clean(row.what),
            clean(row.next), _date(words, row.due),
        )
        for row in sorted(dossier.log, key=lambda row: row.day)
    )  # fmt: skip
    yield from _tool_table("log", rows, (14, 12, 19, 34, 21, 14), words)


def _actions(dossier: Dossier, words: Words) -> Iterator[Block]:
    rows = (
        (clean(row.what), clean(row.who), _date(words, row.due), words("state", row.state))
        for row in dossier.actions
    )
    yield from _tool_table("action", rows, (48, 24, 16, 16), words)


def _amount(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None


def _money(text: str, words: Words) -> str:
    value = _amount(text)
    return clean(text) if value is None else words.number(value, 2)


def _budget(dossier: Dossier, words: Words) -> Iterator[Block]:
    """What we pay stands first, whichever letter our side has."""
    turn = 1 if dossier.ours.side.key != "b" else -1
    sums = [(row.pays_a, row.pays_b)[::turn] for row in dossier.budget]
    rows = (
        (clean(row.item), _money(ours, words), _money(theirs, words), clean(row.in_kind))
        for row, (ours, theirs) in zip(dossier.budget, sums, strict=True)
    )
    totals = [words.number(sum(_amount(pair[side]) or 0.0 for pair in sums), 2) for side in (0, 1)]
    yield from _tool_table(
        "budget", rows, (42, 18, 18, 34), words, right=(1, 2), foot=(words("sheet", "total"), *totals, "")
    )


def _agreements(dossier: Dossier, words: Words) -> Iterator[Block]:
    rows = (
        (
            words("agreement", row.form), clean(row.number), _date(words, row.signed),
            _date(words, row.valid_until), clean(row.notice),
        )
        for row in dossier.agreements
    )  # fmt: skip
    yield from _tool_table("agreement", rows, (32, 18, 16, 16, 26), words)


def _indicators(dossier: Dossier, words: Words) -> Iterator[Block]:
    rows = (
        (clean(row.name), clean(row.baseline), clean(row.target), clean(row.actual))
        for row in dossier.indicators
    )
    yield from _tool_table("indicator", rows, (44, 22, 22, 22), words)
