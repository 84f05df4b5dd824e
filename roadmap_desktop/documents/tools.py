"""The support tools as blocks of a sheet: each filled tool a heading and a table, grid or quadrants."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from roadmap_desktop.documents.blocks import Block, Cell, Grid, Heading, Quadrants, Table
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.records import Evaluation
from roadmap_desktop.domain.words import Words

ROUNDS: Final = 6
"""Most rounds of evaluation side by side."""
_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` as it can be printed: one kind of line break, no control signs, no halves of letters."""
    if not _CONTROL.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return _CONTROL.sub(lambda found: " " if found.group() < "\x80" else "", text)


def date(words: Words, iso: str) -> str:
    """A date as the language writes it; what is no date stays, cleaned."""
    return clean(words.date(iso)) if iso else ""


def filled_tools(
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
    blocks = list(_tool_table("stakeholder", rows, (5, 26, 22, 14, 16, 34), words, right=(0,), first=("",)))
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
    """Criteria × rounds, with the mean of each round; so many rounds in a table as its columns can show."""
    rounds = sorted({row.round for row in side.evaluations})
    yield Heading(3, words.tool("evaluation")["title"])
    for start in range(0, len(rounds), ROUNDS):
        yield _rounds_table(side, rounds[start : start + ROUNDS], words)


def _rounds_table(side: SideDossier, rounds: Sequence[int], words: Words) -> Table:
    """Comments name their round where there are several."""
    scores: dict[str, dict[int, Evaluation]] = {}
    for row in side.evaluations:
        if row.round in rounds:
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
    fields = words.tool("evaluation")["fields"]
    heads = (words("sheet", "round", number=number) for number in rounds)
    return Table(
        heads=(fields["criterion"], *heads, fields["comment"]),
        rows=tuple(rows),
        widths=(30, *(9 for _ in rounds), 50),
        right=tuple(range(1, len(rounds) + 1)),
        foot=(words("sheet", "average"), *(_mean(side, number, words) for number in rounds), ""),
    )


def _mean(side: SideDossier, number: int, words: Words) -> str:
    """Mean score of a round, what is not yet judged left out."""
    got = [row.score for row in side.evaluations if row.round == number and row.score]
    return words.number(sum(got) / len(got), 1) if got else ""


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
            date(words, row.day), words("channel", row.channel), clean(row.who), clean(row.what),
            clean(row.next), date(words, row.due),
        )
        for row in sorted(dossier.log, key=lambda row: row.day)
    )  # fmt: skip
    yield from _tool_table("log", rows, (14, 12, 19, 34, 21, 14), words)


def _actions(dossier: Dossier, words: Words) -> Iterator[Block]:
    rows = (
        (clean(row.what), clean(row.who), date(words, row.due), words("state", row.state))
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
            words("agreement", row.form), clean(row.number), date(words, row.signed),
            date(words, row.valid_until), clean(row.notice),
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
