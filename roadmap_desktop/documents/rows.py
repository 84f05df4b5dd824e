"""The tables of documents: the tools' rows, the open checkpoints, the questionnaire; each says where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from roadmap_desktop.documents import blocks
from roadmap_desktop.documents.document import Source, Table
from roadmap_desktop.documents.facts import Facts, Phrases
from roadmap_desktop.documents.tools import clean, date, filled_tools
from roadmap_desktop.domain.dossier import SideDossier
from roadmap_desktop.domain.meeting import planned, topics_of
from roadmap_desktop.domain.records import Answer
from roadmap_desktop.domain.words import Words

_Rows: TypeAlias = tuple[tuple[tuple[str, str, str], ...], tuple[Source, ...]]
"""Rows and where each comes from."""
OPEN_POINTS: Final = 8
"""How many open checkpoints an agenda names."""
WIDTHS: Final = {
    "budget": (36.0, 22.0, 22.0, 28.0),
    "contact": (13.0, 20.0, 18.0, 32.0, 21.0),
    "evaluation": (27.0, 17.0, 17.0, 39.0),
}
"""Parts of the width that columns take, where they are not the sheets' own."""
_OPEN_COLUMNS: Final = {"title": "checkpoint", "who": "who", "due": "due"}
_PAYERS: Final = {"ours": "our", "theirs": "their"}
SCORES: Final = "1  2  3  4  5"


KINDS: Final = (
    "stakeholder", "contact", "log", "action", "budget", "agreement", "indicator", "target", "plan", "open",
    "evaluation", "questionnaire",
)  # fmt: skip
"""Every table that a document may hold."""


def table(kind: str, facts: Facts) -> Table | None:
    """The table `kind`, None where there is nothing to put into it. Raises KeyError for an unknown kind."""
    return _MAKERS[kind](facts) if kind in _MAKERS else _tool(kind, facts)


def wanted(kind: str, facts: Facts) -> str:
    """What is missing where `table` returns None, and at which checkpoint it is filled."""
    if kind == "open":
        return facts.phrases("open.none")
    return facts.wanted_table(tool_of(kind))


def tool_of(kind: str) -> str:
    """The support tool that the table `kind` shows."""
    return _TOOLS.get(kind, kind)


def columns(kind: str, words: Words, phrases: Phrases) -> dict[str, str]:
    """Name and head of each column of the table `kind`, as a template of the user's may ask for them."""
    fields: dict[str, str] = dict(words.tool(tool_of(kind))["fields"]) if kind != "open" else {}
    match kind:
        case "open":
            return {key: words("sheet", head) for key, head in _OPEN_COLUMNS.items()}
        case "budget":
            pays = {key: phrases("pays", name=f"{{{{ {of}.name }}}}") for key, of in _PAYERS.items()}
            return {key: pays.get(key, head) for key, head in fields.items()}
        case "target" | "plan":
            return dict(list(fields.items())[:-1])
        case "evaluation":
            names = {key: f"{{{{ {of}.name }}}}" for key, of in _PAYERS.items()}
            return {"criterion": fields["criterion"], **names, "comment": fields["comment"]}
        case "questionnaire":
            ends = {"level1": phrases("level1"), "score": fields["score"], "level5": phrases("level5")}
            return {"criterion": fields["criterion"], **ends}
        case "stakeholder":
            return {"place": "", **fields}
    return fields


def _tool(kind: str, facts: Facts) -> Table | None:
    """A support tool as the sheets print it."""
    facts.words.tool(kind)
    make = filled_tools(facts.dossier, facts.dossier.ours, facts.words, common=True).get(kind)
    found = next((block for block in make() if isinstance(block, blocks.Table)), None) if make else None
    if found is None:
        return None
    rows = tuple(tuple(str(cell) for cell in row) for row in found.rows)
    return Table(
        found.heads, rows, WIDTHS.get(kind, found.widths), found.right, found.foot, (Source("tool", kind),)
    )


def _budget(facts: Facts) -> Table | None:
    """Who pays stands there by name: "we" says nothing in an agreement."""
    found = _tool("budget", facts)
    if found is None:
        return None
    pays = [
        facts.phrases("pays", name=facts(f"{party}.name").text or facts.phrases(f"party.{party}"))
        for party in _PAYERS.values()
    ]
    return found._replace(heads=(found.heads[0], *pays, found.heads[3]), widths=WIDTHS["budget"])


def _target(facts: Facts) -> Table | None:
    """The indicators before anything is measured."""
    return _cut(_tool("indicator", facts))


def _plan(facts: Facts) -> Table | None:
    """The actions as agreed, whatever has become of them since."""
    return _cut(_tool("action", facts))


def _cut(found: Table | None) -> Table | None:
    """Without the last column."""
    if found is None:
        return None
    rows = tuple(row[:-1] for row in found.rows)
    return found._replace(heads=found.heads[:-1], rows=rows, widths=found.widths[:-1])


def _open(facts: Facts) -> Table | None:
    """What to talk about: the agenda of the meeting that is being prepared, else the next open checkpoints of our side."""
    rows, sources = _agenda(facts) or _next(facts)
    if not rows:
        return None
    words = facts.words
    return Table(
        heads=(words("sheet", "checkpoint"), words("sheet", "who"), words("sheet", "due")),
        rows=rows,
        widths=(54, 28, 18),
        sources=sources,
    )


def _agenda(facts: Facts) -> _Rows | None:
    meeting = planned(facts.dossier)
    topics = topics_of(facts.dossier, meeting) if meeting else ()
    ours = facts.dossier.ours.side.key
    rows = []
    for topic in topics:
        side = facts.dossier.ours if topic.side == ours else facts.dossier.theirs
        answer = side.answers.get(topic.checkpoint, Answer())
        rows.append((clean(topic.title), clean(answer.who), date(facts.words, answer.due)))
    sources = tuple(
        Source("checkpoint", topic.checkpoint, "ours" if topic.side == ours else "theirs")
        if topic.checkpoint
        else Source("meeting")
        for topic in topics
    )
    return (tuple(rows), sources) if rows else None


def _next(facts: Facts) -> _Rows:
    left = []
    for name, answer in facts.dossier.ours.answers.items():
        checkpoint = facts.checkpoint(name)
        if checkpoint is not None and answer.state in ("open", "in-progress"):
            left.append((answer.due or "9999", name, checkpoint.title, answer.who, answer.due))
    left = sorted(left)[:OPEN_POINTS]
    rows = tuple((title, clean(who), date(facts.words, due)) for _, _, title, who, due in left)
    return rows, tuple(Source("checkpoint", name, "ours") for _, name, *_ in left)


def _evaluation(facts: Facts) -> Table | None:
    """The newest scores of both sides beside each other."""
    sides = facts.dossier.sides
    if not any(side.evaluations for side in sides):
        return None
    given = [_newest(side) for side in sides]
    known = facts.words.group("criterion")
    fields = facts.words.tool("evaluation")["fields"]
    names = [facts(f"{party}.name").text or facts.phrases(f"party.{party}") for party in _PAYERS.values()]
    rows = tuple(
        (title["title"], *(str(scores[key][0]) if key in scores else "–" for scores in given),
         "\n".join(scores[key][1] for scores in given if key in scores and scores[key][1]))
        for key, title in known.items()
        if any(key in scores for scores in given)
    )  # fmt: skip
    means = [[score for score, _ in scores.values() if score] for scores in given]
    foot = (facts.words.number(sum(mean) / len(mean), 1) if mean else "" for mean in means)
    return Table(
        heads=(fields["criterion"], *names, fields["comment"]),
        rows=rows,
        widths=WIDTHS["evaluation"],
        right=(1, 2),
        foot=(facts.words("sheet", "average"), *foot, ""),
        sources=tuple(Source("tool", "evaluation", whose) for whose in _PAYERS),
    )


def _newest(side: SideDossier) -> dict[str, tuple[int, str]]:
    """Score and comment of each criterion in the last round that judged it."""
    rows = sorted(side.evaluations, key=lambda row: row.round)
    return {row.criterion: (row.score, clean(row.comment).strip()) for row in rows if row.score}


def _questionnaire(facts: Facts) -> Table:
    fields = facts.words.tool("evaluation")["fields"]
    return Table(
        heads=(fields["criterion"], facts.phrases("level1"), fields["score"], facts.phrases("level5")),
        rows=tuple(
            (each["title"], each["level1"], SCORES, each["level5"])
            for each in facts.words.group("criterion").values()
        ),
        widths=(20, 31, 18, 31),
        sources=(Source("tool", "evaluation", "ours"),),
    )


_TOOLS: Final = {"target": "indicator", "plan": "action", "questionnaire": "evaluation"}
_MAKERS: Final[dict[str, Callable[[Facts], Table | None]]] = {
    "budget": _budget,
    "target": _target,
    "plan": _plan,
    "open": _open,
    "evaluation": _evaluation,
    "questionnaire": _questionnaire,
}
