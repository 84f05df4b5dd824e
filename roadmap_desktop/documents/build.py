"""Documents filled: a pattern and one partnership make plain data; what is not known stays visible as a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from roadmap_desktop.documents import rows
from roadmap_desktop.documents.document import (
    Block,
    Document,
    Letterhead,
    Paragraph,
    Run,
    Signatures,
    Source,
    Table,
)
from roadmap_desktop.documents.facts import CHECKPOINT, Fact, Facts, Phrases
from roadmap_desktop.documents.pattern import Field, Insert, Line, Pattern, read_pattern
from roadmap_desktop.documents.tools import clean
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.form import Form, Library
from roadmap_desktop.domain.records import Organisation
from roadmap_desktop.domain.words import Words

_BULLET: Final = re.compile(r"\s*(?:[-–—•*]|\d{1,2}[.)])\s+(?=\S)")


def names(words: Words) -> tuple[str, ...]:
    """The documents there are, in the roadmap's order."""
    return tuple(words.group("document"))


def fitting(form: Form, step: str) -> tuple[str, ...]:
    """The documents that belong to the checkpoints of a step of `form`, in their order."""
    found = (name for one in form.checkpoints if one.step == step for name in one.documents)
    return tuple(dict.fromkeys(found))


def build(
    name: str, dossier: Dossier, library: Library, words: Words, folder: Path, today: str, logo: bytes = b""
) -> Document:
    """The document `name` filled from `dossier`, in the language of `words`; `folder` holds the patterns.

    `logo` is our organisation's; it stands in the letterhead where that is ours.

    Each paragraph names its sources. Nothing is invented: where nothing is known stands a gap that says what is
    wanted. Private notes are never read. Raises KeyError for an unknown name.
    """
    pattern = read_pattern(folder, name, words.language)
    facts = Facts(
        dossier, library, words, Phrases(folder, pattern.language), today, memorandum=name == "memorandum"
    )
    return fill(pattern, facts, logo)


def fill(pattern: Pattern, facts: Facts, logo: bytes = b"") -> Document:
    """`pattern` with the places of its fields taken by `facts`; `logo` as in `build`."""
    blocks = tuple(_without_bare_headings(list(_blocks(pattern, facts))))
    title = next(
        (block.text for block in blocks if isinstance(block, Paragraph) and block.style == "title"), ""
    )
    return Document(
        name=pattern.name,
        title=title or facts.words("document", pattern.name),
        language=pattern.language,
        blocks=blocks,
        page=facts.words("sheet", "page"),
        author=facts("our.name").text,
        letterhead=_letterhead(pattern.sender, facts, logo) if pattern.sender else None,
        between=() if pattern.sender else _signers(blocks),
    )


def _signers(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Those who sign, where they are several."""
    signed = (block.names for block in blocks if isinstance(block, Signatures))
    return next((names for names in signed if len(names) > 1), ())


def letterhead(organisation: Organisation, words: Words, logo: bytes = b"") -> Letterhead:
    """The head of what `organisation` writes."""
    number = clean(organisation.number).strip()
    reached = (clean(text).strip() for text in (organisation.email, organisation.phone, organisation.website))
    lines = (
        clean(organisation.address).strip(),
        f"{words('sheet', 'number')} {number}" if number else "",
        " · ".join(text for text in reached if text),
    )
    return Letterhead(clean(organisation.name).strip(), tuple(line for line in lines if line), logo)


def _letterhead(party: str, facts: Facts, logo: bytes) -> Letterhead:
    """Where the organisation has no telephone or e-mail of its own, its contact person's stand there."""
    reached = {key: facts(f"{party}.{key}").text for key in ("email", "phone")}
    organisation = facts.organisation(party)._replace(**reached)  # type: ignore[arg-type]
    return letterhead(organisation, facts.words, logo if facts.is_ours(party) else b"")


def _blocks(pattern: Pattern, facts: Facts) -> Iterator[Block]:
    """A line that stands only with the next one is held back until that is known."""
    lead: Paragraph | None = None
    for line in pattern.lines:
        if isinstance(line, Line) and line.only_known and not line.fields:
            lead = next(_paragraphs(line, pattern, facts))
            continue
        made = list(_insert(line, facts) if isinstance(line, Insert) else _paragraphs(line, pattern, facts))
        if made and lead:
            yield lead
        lead = None
        yield from made


def _without_bare_headings(blocks: list[Block]) -> Iterator[Block]:
    """A heading with nothing but advice under it says nothing."""
    for number, block in enumerate(blocks):
        if not _is_heading(block):
            yield block
            continue
        after = blocks[number + 1 :]
        end = next((at for at, other in enumerate(after) if _is_heading(other)), len(after))
        if any(not (isinstance(other, Paragraph) and other.style == "advice") for other in after[:end]):
            yield block


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style == "heading"


# inserts ------------------------------------------------------------------------------------------------


def _insert(insert: Insert, facts: Facts) -> Iterator[Block]:
    match insert.sort:
        case "table":
            found = rows.table(insert.words[0], facts)
            if found is not None:
                yield found
            elif insert.words[0] == "open":
                yield Paragraph("text", (Run(facts.phrases("open.none")),))
            elif not insert.only_known:
                source = Source("tool", rows.tool_of(insert.words[0]))
                gap = _gap(rows.wanted(insert.words[0], facts), facts, source)
                yield Paragraph("text", (gap,), (source,))
        case "blank":
            count, *heads = insert.words
            empty = tuple("" for _ in heads)
            yield Table(tuple(heads), tuple(empty for _ in range(int(count))), (1.0,) * len(heads))
        case "signature" | "signatures":
            parties = ("our",) if insert.sort == "signature" else ("municipality", "organisation")
            called = tuple(
                facts(f"{party}.name").text or facts.phrases(f"party.{party}") for party in parties
            )
            yield Signatures(called, tuple(facts.phrases.group("signature").values()))


# paragraphs ---------------------------------------------------------------------------------------------


class _Filled(NamedTuple):
    """What stands in a field's place."""

    facts: tuple[Fact, ...]
    else_: str
    needed: bool


def _paragraphs(line: Line, pattern: Pattern, facts: Facts) -> Iterator[Paragraph]:
    """The paragraphs of a line: one, or as many as the answer has that it consists of."""
    if line.only_form and not facts.holds(line.only_form):
        return
    filled = [_filled(field, pattern, facts) for field in line.fields]
    if line.only_known and not all(one.facts and one.facts[0].text for one in filled):
        return
    if filled and not any(one.needed for one in filled):
        return
    if (
        len(line.parts) == 1
        and line.fields
        and filled[0].facts
        and CHECKPOINT.fullmatch(line.fields[0].names[0])
    ):
        yield from _answers(filled[0], facts)
        return
    runs: list[Run] = []
    sources: list[Source] = []
    following = iter(filled)
    for number, part in enumerate(line.parts):
        if isinstance(part, Field):
            one = next(following)
            runs.append(_run(part, one, facts))
            sources += [fact.source for fact in one.facts]
        elif line.style == "fact" and not number:
            label, _, rest = part.partition(": ")
            runs += [Run(f"{label.rstrip(': ')}: ", strong=True), *([Run(rest)] if rest else [])]
        else:
            # A date may end with a point of its own, as in Latvian.
            doubled = part.startswith(".") and runs and runs[-1].text.endswith(".")
            runs.append(Run(part[1:] if doubled else part))
    yield Paragraph(line.style, tuple(runs), tuple(dict.fromkeys(sources)))


def _run(field: Field, one: _Filled, facts: Facts) -> Run:
    if field.by_hand:
        return _gap(field.by_hand, facts)
    known = [fact.text for fact in one.facts if fact.text]
    if known:
        return Run(" ".join(" ".join(text.split()) for text in known))
    return Run(one.else_) if one.else_ else _gap(one.facts[0].wanted, facts, one.facts[0].source)


def _gap(what: str, facts: Facts, source: Source | None = None) -> Run:
    return Run(facts.phrases("gap", what=what), gap=True, wanted=what, source=source)


def _filled(field: Field, pattern: Pattern, facts: Facts) -> _Filled:
    """The first way whose facts are known; else the gap of the first that is ours to fill."""
    if field.by_hand:
        return _Filled((), "", needed=True)
    ways = [way for way in field.ways if all(facts.our_own(name) for name in way)]
    if not pattern.ours_alone or not ways:
        ways = [*ways, *(way for way in field.ways if way not in ways)]
    found = [tuple(facts(name) for name in way) for way in ways]
    for way in found:
        known = tuple(fact for fact in way if fact.text)
        if known:
            ours_first = sorted(known, key=lambda fact: fact.source.side != "ours")
            return _Filled(tuple(ours_first), field.else_, needed=True)
    first = min((fact for way in found for fact in way), key=lambda fact: fact.source.side != "ours")
    return _Filled((first,), field.else_, first.needed)


def _answers(one: _Filled, facts: Facts) -> Iterator[Paragraph]:
    """Answers as they were written: their paragraphs and their lists. Of two sides' answers each says whose it is."""
    for fact in one.facts:
        if not fact.text:
            yield Paragraph("text", (_gap(fact.wanted, facts, fact.source),), (fact.source,))
            continue
        who = f"{fact.who}: " if len(one.facts) > 1 and fact.who else ""
        lines = [line for line in map(str.strip, fact.text.split("\n")) if line]
        for number, line in enumerate(lines, 1):
            doubt = (
                (Run(" "), _gap(fact.doubt, facts, fact.source))
                if fact.doubt and number == len(lines)
                else ()
            )
            bullet = _BULLET.match(line)
            if bullet and not line[0].isdecimal():
                yield Paragraph("item", (Run(line[bullet.end() :]), *doubt), (fact.source,))
            else:
                label = (Run(who, strong=True),) if who else ()
                yield Paragraph("text", (*label, Run(line), *doubt), (fact.source,))
            who = ""
