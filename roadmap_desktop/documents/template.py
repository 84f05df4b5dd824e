"""Templates for the user to change: a pattern as a Word file with markers in place of answers; fills none.

A marker is `{{ c1.need }}` (hyphens become `_`). `{% if … %}`, `{% for row in tables.action %}` and their kin for
whole paragraphs and table rows (`{%p … %}`, `{%tr … %}`) are all that a template may say besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

from roadmap_desktop.documents import rows, word
from roadmap_desktop.documents.document import (
    Block,
    Document,
    Letterhead,
    Paragraph,
    Run,
    Signatures,
    Table,
)
from roadmap_desktop.documents.facts import CHECKPOINT, Phrases
from roadmap_desktop.documents.markers import marker
from roadmap_desktop.documents.pattern import Field, Insert, Line, Pattern, read_pattern
from roadmap_desktop.domain.form import Form
from roadmap_desktop.domain.words import Words

_MEETINGS: Final = {"first-meeting": "meeting.first", "later-meeting": "not meeting.first"}


def make(name: str, form: Form, words: Words, folder: Path, *, paper: str = "A4", logo: bytes = b"") -> bytes:
    """The document `name` as a Word file with markers, for somebody who walks `form` to change as they like.

    `logo` is their organisation's; it stands in the letterhead where that is theirs.
    """
    pattern = read_pattern(folder, name, words.language)
    phrases = Phrases(folder, pattern.language)
    sender = pattern.sender
    document = Document(
        name=name,
        title=words("document", name),
        language=pattern.language,
        blocks=tuple(_marked(pattern, form, words, phrases)),
        page=words("sheet", "page"),
        between=() if sender else _signers(pattern),
        letterhead=_letterhead(sender, words, logo if sender in ("our", form.id) else b"")
        if sender
        else None,
    )
    return word.docx(document, folder, paper=paper)


def _signers(pattern: Pattern) -> tuple[str, ...]:
    signed = any(isinstance(line, Insert) and line.sort == "signatures" for line in pattern.lines)
    return ("{{ municipality.name }}", "{{ organisation.name }}") if signed else ()


def _letterhead(sender: str, words: Words, logo: bytes) -> Letterhead:
    """What is not known leaves no gap in a letterhead, save the name and the address."""

    def known(key: str, before: str = "") -> str:
        return f"{{% if {sender}.{key} %}}{before}{{{{ {sender}.{key} }}}}{{% endif %}}"

    lines = (
        f"{{{{ {sender}.address }}}}",
        known("number", f"{words('sheet', 'number')} "),
        known("email") + known("phone", " · ") + known("website", " · "),
    )
    return Letterhead(f"{{{{ {sender}.name }}}}", lines, logo)


def _marked(pattern: Pattern, form: Form, words: Words, phrases: Phrases) -> Iterator[Block]:
    """The pattern's lines; what stands only under a condition between two paragraphs that say so."""
    for line, after in pairwise((*pattern.lines, Insert("end"))):
        condition = _condition(line if not _lead(line) else after, form, ours_alone=pattern.ours_alone)
        if condition:
            yield _order(f"if {condition}")
        if isinstance(line, Insert):
            yield from _inserted(line, words, phrases)
        else:
            yield _marked_line(line, form, phrases, ours_alone=pattern.ours_alone)
        if condition:
            yield _order("endif")


def _lead(line: Line | Insert) -> bool:
    return isinstance(line, Line) and line.only_known and not line.fields


def _order(text: str) -> Paragraph:
    return Paragraph("text", (Run(f"{{%p {text} %}}"),))


def _condition(line: Line | Insert, form: Form, *, ours_alone: bool) -> str:
    if isinstance(line, Line) and line.only_form in _MEETINGS:
        return _MEETINGS[line.only_form]
    if isinstance(line, Line) and line.only_form:
        return f'agreement.form == "{line.only_form}"'
    if not line.only_known:
        return ""
    if isinstance(line, Insert):
        return f"tables.{line.words[0]}"
    return " and ".join(f"({_expression(field, form, ours_alone=ours_alone)})" for field in line.fields)


def _marked_line(line: Line, form: Form, phrases: Phrases, *, ours_alone: bool) -> Paragraph:
    runs: list[Run] = []
    for number, part in enumerate(line.parts):
        if isinstance(part, Field):
            by_hand = Run(phrases("gap", what=part.by_hand), gap=True)
            if part.by_hand:
                runs.append(by_hand)
            else:
                runs.append(Run(f"{{{{ {_expression(part, form, ours_alone=ours_alone)} }}}}"))
        elif line.style == "fact" and not number:
            label, _, rest = part.partition(": ")
            runs += [Run(f"{label.rstrip(': ')}: ", strong=True), *([Run(rest)] if rest else [])]
        else:
            runs.append(Run(part))
    return Paragraph(line.style, tuple(runs))


def _expression(field: Field, form: Form, *, ours_alone: bool) -> str:
    """The field as a marker: the ways that `form` knows first, or both sides' answers where all are asked for.

    Where nothing is known the last name says so; it is one of ours.
    """
    if len(field.ways[0]) > 1:
        first = field.ways[0][0]
        alike = {name[1:] for name in field.ways[0]} == {first[1:]}
        return f"both.{marker(first[3:])}_{first[1]}" if alike else marker(first)
    known = [way[0] for way in field.ways if not CHECKPOINT.fullmatch(way[0]) or form.find(way[0])]
    others = [way[0] for way in field.ways if way[0] not in known]
    if known and (ours_alone or not others):
        names = known
    else:
        names = [*known, *others, *known[:1]]
    quoted = [f'"{field.else_}"'] if field.else_ else []
    return " or ".join([*map(marker, names), *quoted])


def _inserted(insert: Insert, words: Words, phrases: Phrases) -> Iterator[Block]:
    match insert.sort:
        case "table":
            yield from _marked_table(insert, words, phrases)
        case "blank":
            count, *heads = insert.words
            yield Table(tuple(heads), (tuple("" for _ in heads),) * int(count), (1.0,) * len(heads))
        case "signature" | "signatures":
            parties = ("our",) if insert.sort == "signature" else ("municipality", "organisation")
            names = tuple(f"{{{{ {party}.name }}}}" for party in parties)
            yield Signatures(names, tuple(phrases.group("signature").values()))


def _marked_table(insert: Insert, words: Words, phrases: Phrases) -> Iterator[Block]:
    """A table whose middle row is repeated; what is missing stands in its place where there are no rows."""
    kind = insert.words[0]
    columns = rows.columns(kind, words, phrases)
    if not insert.only_known:
        yield _order(f"if tables.{kind}")
    empty = ("",) * (len(columns) - 1)
    sums = {"ours": "{{ budget_sum.ours }}", "theirs": "{{ budget_sum.theirs }}"}
    foot = (words("sheet", "total"), *(sums.get(key, "") for key in list(columns)[1:]))
    yield Table(
        heads=tuple(columns.values()),
        rows=(
            (f"{{%tr for row in tables.{kind} %}}", *empty),
            tuple(f"{{{{ row.{key} }}}}" for key in columns),
            ("{%tr endfor %}", *empty),
        ),
        widths=rows.WIDTHS.get(kind, (2.0, *(1.0 for _ in empty))),
        foot=foot if kind == "budget" else (),
    )
    if not insert.only_known:
        yield _order("else")
        yield Paragraph("text", (Run(f"{{{{ missing.{kind} }}}}"),))
        yield _order("endif")
