"""The joint sheet as data: both sides' texts on each subject side by side; which subjects agree is the domain's to say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roadmap_desktop.documents.blocks import Beside, Block, Column, Heading, Sheet, Table, Text, Title
from roadmap_desktop.documents.parts import Walk, both_walks, footer, line, parties
from roadmap_desktop.documents.tools import clean, date
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.joint import SORTS, Half, JointStep, Subject, counted, joint
from roadmap_desktop.domain.marks import marked
from roadmap_desktop.domain.words import Words

_LOUD: Final = ("differs", "one-side")
"""Sorts that want to be talked about."""


def joint_sheet(dossier: Dossier, library: Library, words: Words, today: str, file_name: str) -> Sheet:
    """Both sides of one partnership, subject by subject; private notes are never in it."""
    ours, theirs = both_walks(dossier, library, words, today)
    steps = joint(dossier, ours.form, theirs.form)
    title = clean(dossier.partnership.title)
    intro, second = words.each("joint", "intro")
    blocks: list[Block] = [
        Title(words("sheet", "joint"), title, words("stage", dossier.partnership.stage)),
        parties(dossier, words),
        line((ours, theirs)),
        Text(intro, quiet=True, second=second),
        _counts(steps, words),
    ]
    for step in steps:
        blocks += _step(step, ours, theirs, words)
    foot = footer(file_name, today, words("joint", "level"), words)
    return Sheet("joint", title, words.language, tuple(blocks), foot)


def _counts(steps: tuple[JointStep, ...], words: Words) -> Table:
    """How many subjects of each sort, by step."""
    rows = tuple(
        (f"{step.id}. {step.title}", *(str(counted([step])[sort] or "–") for sort in SORTS)) for step in steps
    )
    total = counted(steps)
    heads = (words("sheet", "progress_column"), *(words("joint", sort) for sort in SORTS))
    foot = (words("sheet", "total"), *(str(total[sort]) for sort in SORTS))
    return Table(heads, rows, (40, 15, 15, 15, 15), (1, 2, 3, 4), foot)


def _step(step: JointStep, ours: Walk, theirs: Walk, words: Words) -> Iterator[Block]:
    """The step's subjects; those that nobody has begun are named together at its end."""
    yield Heading(2, step.title, step=step.id)
    for subject in step.subjects:
        if subject.sort != "nobody":
            yield _subject(subject, ours, theirs, words)
    nobody = [clean(subject.ours.checkpoint.title) for subject in step.subjects if subject.sort == "nobody"]
    if nobody:
        yield Text(f"{words('joint', 'nobody')}: {', '.join(nobody)}", quiet=True)


def _subject(subject: Subject, ours: Walk, theirs: Walk, words: Words) -> Beside:
    texts = marked(clean(subject.ours.answer.text), clean(subject.theirs.answer.text))
    tell = subject.sort == "differs"
    columns = (
        Column(_head(half, walk, words), tuple((part.text, part.differs and tell) for part in text), _missing(half, words))
        for half, walk, text in zip((subject.ours, subject.theirs), (ours, theirs), texts, strict=True)
    )  # fmt: skip
    said = words("joint", "marked" if subject.marked else subject.sort)
    if subject.sort == "one-side":
        said = words("joint", "only", name=(ours if subject.ours.begun else theirs).name)
    first, second = columns
    return Beside(clean(subject.ours.checkpoint.title), clean(said), subject.sort in _LOUD, (first, second))


def _head(half: Half, walk: Walk, words: Words) -> str:
    """Whose it is, which checkpoint, how far, who and by when."""
    answer = half.answer
    parts = (
        walk.name, walk.code(half.checkpoint.id), words("state", answer.state), clean(answer.who),
        date(words, answer.due),
    )  # fmt: skip
    return " · ".join(part for part in parts if part)


def _missing(half: Half, words: Words) -> str:
    return words("sheet", "no_answer") if half.answer.state != "not-needed" else ""
