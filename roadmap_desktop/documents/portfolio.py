"""The overview of all members as a sheet: how far each is, who is missing, where many are stuck, what they measure."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_desktop.documents.blocks import Block, Cell, Footer, Heading, Sheet, Table, Text, TextCell, Title
from roadmap_desktop.documents.feedback import Overview, gauge_table
from roadmap_desktop.documents.tools import clean
from roadmap_desktop.domain import portfolio
from roadmap_desktop.domain.codes import code
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.portfolio import STUCK_DAYS, Row
from roadmap_desktop.domain.words import Words, local_day


def portfolio_sheet(overview: Overview, library: Library, words: Words, today: str) -> Sheet:
    """All of it in the language of `words`; `today` (YYYY-MM-DD) is printed as the date."""
    title = words("portfolio", "title", year=overview.year)
    summary = words("portfolio", "summary", **portfolio.totals(overview.rows))
    blocks: list[Block] = [
        Title(clean(overview.name), title, summary),
        _members(overview, words),
        *_missing(overview, words),
        Heading(2, words("portfolio", "where", days=STUCK_DAYS)),
        _stuck(overview, library, words),
    ]
    if overview.gauges:
        blocks += [
            Heading(2, words("portfolio", "indicators")),
            gauge_table(overview.gauges, words, members=True),
        ]
    printed = words("sheet", "printed", date=words.date(today))
    footer = Footer(clean(overview.name), printed, words("portfolio", "level"), words("sheet", "page"))
    return Sheet("portfolio", title, words.language, tuple(blocks), footer, wide=True)


def _members(overview: Overview, words: Words) -> Table:
    heads = (
        words("portfolio", "member"), words("portfolio", "came"), words("portfolio", "partnerships"),
        *(words("sheet", "step", step=step) for step in (1, 2, 3)), words("sheet", "overdue"), words("portfolio", "stuck"),
        words("feedback", "before"),
    )  # fmt: skip
    rows = tuple(_row(row, words) for row in overview.rows)
    return Table(heads, rows, (24, 19, 10, 9, 9, 9, 8, 8, 9), right=(2, 3, 4, 5, 6, 7, 8))


def _row(row: Row, words: Words) -> tuple[Cell, ...]:
    sent = row.submission
    if sent is None:
        came = TextCell(words("portfolio", "nothing"), alarm=row.missing)
        return (TextCell(clean(row.member.name), strong=True), came, *[""] * 7)
    stuck = row.stuck()
    return (
        TextCell(clean(row.member.name), strong=True),
        TextCell(words("level", sent.level), words.date(local_day(sent.wall)) if sent.wall else ""),
        str(len(row.walks)),
        *(f"{one.done}/{one.total}" if one.total else "–" for one in row.steps),
        TextCell(str(row.overdue), alarm=True) if row.overdue else "",
        TextCell(str(stuck), alarm=True) if stuck else "",
        f"{row.before.done}/{row.before.total}" if row.before else "",
    )


def _missing(overview: Overview, words: Words) -> Iterator[Block]:
    names = [clean(row.member.name) for row in overview.rows if row.missing]
    if names:
        yield Heading(2, words("portfolio", "missing"), str(len(names)))
        yield Text("; ".join(names))


def _stuck(overview: Overview, library: Library, words: Words) -> Block:
    if not overview.stuck:
        return Text(words("portfolio", "nobody"))
    rows: list[tuple[Cell, ...]] = []
    for one in overview.stuck:
        form = library.form(one.form, words.language) if one.form in library.ids() else None
        point = form.find(one.checkpoint) if form else None
        rows.append(
            (
                TextCell(point.title if point else one.checkpoint, code(form, one.checkpoint), strong=True),
                words("portfolio", "of", members=one.members, of=one.of),
                str(one.partnerships),
                str(one.longest),
            )
        )
    heads = (
        words("sheet", "checkpoint"),
        *(words("portfolio", key) for key in ("members", "partnerships", "longest")),
    )
    return Table(heads, tuple(rows), (52, 16, 16, 16), right=(1, 2, 3))
