"""What markers in a user's template stand for: every fact of a partnership by its name; knows no Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from roadmap_desktop.documents import rows
from roadmap_desktop.documents.document import Source
from roadmap_desktop.documents.facts import (
    AGREEMENT_FACTS,
    LOG_FACTS,
    PARTIES,
    PARTY_FACTS,
    PLAN_FACTS,
    Fact,
    Facts,
)
from roadmap_desktop.documents.word import printable
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.words import Words

OPEN: Final = "\ue000"
CLOSE: Final = "\ue001"
"""Signs for private use that stand around a gap until it is highlighted."""
FROM: Final = "\ue002"
THAT: Final = "\ue003"
"""Signs around a number: where what follows comes from."""
_SIGN: Final = re.compile(f"{FROM}(\\d{{1,9}}){THAT}")
_SIGNS: Final = dict.fromkeys(map(ord, (OPEN, CLOSE, FROM, THAT)))


class _Said(str):
    """A text that knows where it comes from."""

    __slots__ = ("sources",)

    sources: tuple[Source, ...]


class _Missing(_Said):
    """Stands for a gap: shown like any text, but false in a condition."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


class Trace:
    """Signs in a filled template that say where what follows them comes from; to be taken out again by `read`."""

    def __init__(self) -> None:
        """For one filling."""
        self._sources: list[tuple[Source, ...]] = []

    def mark(self, value: object) -> object:
        """`value` as it is put out, behind a sign where it has sources."""
        sources = getattr(value, "sources", ())
        if not sources:
            return value
        self._sources.append(sources)
        return f"{FROM}{len(self._sources) - 1}{THAT}{value}"

    def read(self, text: str) -> Iterator[tuple[tuple[Source, ...], str]]:
        """`text` in its parts, without signs: where a sign stood, its sources; and what follows it."""
        before, *parts = _SIGN.split(text)
        yield (), before
        for number, part in zip(parts[::2], parts[1::2], strict=True):
            at = int(number)
            yield self._sources[at] if at < len(self._sources) else (), part


def marker(name: str) -> str:
    """The name of a field as a marker may bear it."""
    return name.replace("-", "_")


def values(facts: Facts, library: Library, words: Words) -> dict[str, Any]:
    """Everything that a marker can name, as plain texts, lists and dictionaries."""
    found: dict[str, Any] = {
        "title": _value(facts("title"), facts),
        "today": _value(facts("today"), facts),
        "agreement": {key: _value(facts(f"agreement.{key}"), facts) for key in AGREEMENT_FACTS}
        | {"form": facts.agreement_form},
        "plan": {key: _value(facts(f"plan.{key}"), facts) for key in PLAN_FACTS},
        "both": {},
        "missing": {},
        "tables": {},
    }
    for group in ("log", "meeting"):
        found[group] = {key: _value(facts(f"{group}.{key}"), facts) for key in LOG_FACTS}
    found["meeting"]["first"] = "1" if facts.first_meeting else ""
    for party in PARTIES:
        found[party] = {key: _value(facts(f"{party}.{key}"), facts) for key in PARTY_FACTS}
    for form in library.ids():
        for checkpoint in library.form(form, words.language).checkpoints:
            step, _, key = marker(checkpoint.id).partition(".")
            fact = facts(checkpoint.id)
            found.setdefault(step, {})[key] = _value(fact, facts)
            found["both"].setdefault(f"{key}_{step[1]}", []).append(fact)
    found["both"] = {key: _both(given, facts) for key, given in found["both"].items()}
    for kind in rows.KINDS:
        table = rows.table(kind, facts)
        keys = list(rows.columns(kind, words, facts.phrases))
        sources = table.sources if table else (Source("tool", rows.tool_of(kind)),)
        found["tables"][kind] = [_row(keys, row, sources) for row in (table.rows if table else ())]
        found["missing"][kind] = (
            _gap(rows.wanted(kind, facts), facts, sources) if kind != "open" else facts.phrases("open.none")
        )
        if kind == "budget":
            foot = table.foot if table else ("",) * 4
            found["budget_sum"] = {"ours": foot[1], "theirs": foot[2]}
    return found


def _row(keys: Sequence[str], row: Sequence[str], sources: tuple[Source, ...]) -> dict[str, str]:
    return {key: _said(_plain(row[at]), sources) if at < len(row) else "" for at, key in enumerate(keys)}


def _value(fact: Fact, facts: Facts) -> str:
    if fact.text:
        return _said(_known(fact, facts), (fact.source,))
    return _gap(fact.wanted, facts, (fact.source,)) if fact.needed else ""


def _known(fact: Fact, facts: Facts) -> str:
    """What it says, and a gap behind it where there is another version."""
    text = _plain(fact.text)
    return f"{text} {_gap(fact.doubt, facts, (fact.source,))}" if fact.doubt else text


def _both(given: Sequence[Fact], facts: Facts) -> str:
    """The answers of both sides, each with its name where there are two; else the gap that is ours."""
    known = sorted((fact for fact in given if fact.text), key=lambda fact: fact.source.side != "ours")
    if not known:
        return _value(min(given, key=lambda fact: fact.source.side != "ours"), facts)
    named = len(known) > 1
    names = (f"{_plain(fact.who)}: " if named and fact.who else "" for fact in known)
    text = "\n".join(name + _known(fact, facts) for name, fact in zip(names, known, strict=True))
    return _said(text, [fact.source for fact in known])


def _gap(what: str, facts: Facts, sources: Sequence[Source]) -> _Missing:
    made = _Missing(OPEN + _plain(facts.phrases("gap", what=what)) + CLOSE)
    made.sources = tuple(sources)
    return made


def _said(text: str, sources: Sequence[Source]) -> _Said:
    made = _Said(text)
    made.sources = tuple(sources)
    return made


def _plain(text: str) -> str:
    return printable(text).translate(_SIGNS)
