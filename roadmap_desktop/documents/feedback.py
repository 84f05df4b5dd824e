"""The feedback sheet of one member as data: what came, how far it is, where it stands among others of whom none is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from roadmap_desktop.documents.blocks import Block, Cell, Footer, Heading, Sheet, Table, Text, TextCell, Title
from roadmap_desktop.documents.tools import clean
from roadmap_desktop.domain import portfolio
from roadmap_desktop.domain.codes import code
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.portfolio import STUCK_DAYS, Gauge, Row, Stuck
from roadmap_desktop.domain.submission import Number, Walk
from roadmap_desktop.domain.words import Words, local_day

FEWEST: int = 5
"""Members that must walk a form before it is told how many are stuck in it."""


class Overview(NamedTuple):
    """What was collected in a year, and by whom; `gauges` are the indicators of all."""

    name: str
    year: int
    rows: Sequence[Row]
    stuck: Sequence[Stuck]
    gauges: Sequence[Gauge]


def feedback_sheets(
    overview: Overview, library: Library, load: Callable[[str], Words], language: str, today: str
) -> Iterator[tuple[str, Sheet]]:
    """A name for the file, and the sheet, of each member that answered, in its language, else in `language`.

    `load` has the words of a language.
    """
    for row in overview.rows:
        if row.submission is not None:
            words = load(row.member.language or language)
            name = f"{clean(row.member.name)} – {words('feedback', 'file')} {overview.year}"
            yield name, feedback_sheet(row, overview, library, words, today)


def feedback_sheet(row: Row, overview: Overview, library: Library, words: Words, today: str) -> Sheet:
    """The sheet of `row`, a member that answered, in the language of `words`; `today` is YYYY-MM-DD."""
    assert row.submission is not None
    sent = row.submission
    name = clean(row.member.name)
    came = words(
        "feedback",
        "came",
        file=clean(sent.file),
        level=words("level", sent.level),
        day=words.date(local_day(sent.wall), long=True) if sent.wall else "–",
    )
    blocks: list[Block] = [
        Title(words("feedback", "title"), name, f"{clean(overview.name)} · {overview.year}"),
        Text(came),
        Heading(2, words("feedback", "far")),
        _far(row, words),
        *_year_ago(row, words),
        Heading(2, words("feedback", "among")),
        Text(_standing(row, overview, words)),
        Heading(2, words("feedback", "still")),
        *_still(row, overview, library, words),
        *_measured(row, overview, words),
    ]
    printed = words("sheet", "printed", date=words.date(today))
    footer = Footer(clean(overview.name), printed, words("feedback", "level"), words("sheet", "page"))
    return Sheet("feedback", f"{words('feedback', 'title')}: {name}", words.language, tuple(blocks), footer)


def _far(row: Row, words: Words) -> Table:
    """How far each partnership is, step by step."""
    heads = [
        words("sheet", "partnership"),
        *(words("sheet", "step", step=step + 1) for step in range(len(row.steps))),
    ]
    rows = tuple(
        (
            TextCell(
                title_of(walk, number, words), words("stage", walk.stage) if walk.stage != "active" else ""
            ),
            *(_share(done, total, words) for done, total in zip(walk.done, walk.total, strict=True)),
            *("–" for _ in range(len(row.steps) - len(walk.done))),
            TextCell(str(walk.overdue), alarm=True) if walk.overdue else "",
        )
        for number, walk in enumerate(row.walks, start=1)
    )
    total = (words("sheet", "total"), *(_share(*one, words) for one in row.steps), "")
    return Table(
        (*heads, words("sheet", "overdue")), rows, (40, 16, 16, 16, 12), foot=total if len(rows) > 1 else ()
    )


def title_of(walk: Walk, number: int, words: Words) -> str:
    """A partnership's title; where only numbers came, its place."""
    return clean(walk.title) or f"{words('sheet', 'partnership')} {number}"


def _share(done: int, total: int, words: Words) -> str:
    return words("sheet", "of", done=done, total=total) if total else "–"


def _year_ago(row: Row, words: Words) -> Iterator[Block]:
    if row.before is not None:
        before, now = _share(*row.before, words), _share(*row.all, words)
        yield Text(words("feedback", "year_ago", before=before, now=now))


def _standing(row: Row, overview: Overview, words: Words) -> str:
    found = portfolio.standing(row, overview.rows)
    if found is None:
        return words("feedback", "few")
    return words(
        "feedback",
        "standing",
        share=round(100 * found.share),
        median=round(100 * found.median),
        ahead=found.ahead,
        others=found.others,
    )


def _still(row: Row, overview: Overview, library: Library, words: Words) -> Iterator[Block]:
    """Where it is stuck, with a hint of the form's guidance for each."""
    found = portfolio.stuck_of(row)
    if not found:
        yield Text(words("feedback", "nothing", days=STUCK_DAYS))
        return
    yield Text(words("feedback", "still_text", days=STUCK_DAYS))
    others = {(one.form, one.checkpoint): one for one in overview.stuck}
    rows: list[tuple[Cell, ...]] = []
    for walk, checkpoint, days in found:
        form = library.form(walk.form, words.language) if walk.form in library.ids() else None
        point = form.find(checkpoint) if form else None
        number = row.walks.index(walk) + 1
        rows.append(
            (
                TextCell(point.title if point else checkpoint, code(form, checkpoint), strong=True),
                title_of(walk, number, words),
                str(days),
                TextCell(
                    point.how[0] if point and point.how else "",
                    _too(others.get((walk.form, checkpoint)), words),
                ),
            )
        )
    heads = (words("sheet", "checkpoint"), words("sheet", "partnership"), words("feedback", "for_days"))
    yield Table((*heads, words("feedback", "hint")), tuple(rows), (26, 22, 9, 43), right=(2,))


def _too(stuck: Stuck | None, words: Words) -> str:
    """How many others are stuck there, where that names none of them."""
    if stuck is None or stuck.members < 2 or stuck.of < FEWEST:
        return ""
    return words("feedback", "too", count=stuck.members - 1, of=stuck.of - 1)


def _measured(row: Row, overview: Overview, words: Words) -> Iterator[Block]:
    mine = [one for one in overview.gauges if one.member.id == row.member.id]
    if mine:
        yield Heading(2, words("feedback", "indicators"))
        yield gauge_table(mine, words)


def gauge_table(found: Sequence[Gauge], words: Words, *, members: bool = False) -> Table:
    """Indicators side by side; with `members` each with whose it is."""
    fields = words.tool("indicator")["fields"]
    heads = (
        *((words("portfolio", "member"),) if members else ()),
        words("sheet", "partnership"),
        fields["name"],
    )
    numbers = (fields["baseline"], fields["target"], fields["actual"], words("feedback", "before"))
    rows = tuple(
        (
            *((clean(one.member.name),) if members else ()),
            clean(one.partnership) or "–",
            clean(one.measured.name) or "–",
            *(figure(value, words) for value in (*one.measured[1:], one.before)),
        )
        for one in found
    )
    widths = (*((22.0,) if members else ()), 24.0, 28.0, 11.0, 11.0, 11.0, 11.0)
    return Table((*heads, *numbers), rows, widths, right=tuple(range(len(heads), len(heads) + len(numbers))))


def figure(value: Number, words: Words) -> str:
    """A figure as people of the language write it, "" for none."""
    return "" if value is None else words.number(value, 0 if float(value).is_integer() else 1)
