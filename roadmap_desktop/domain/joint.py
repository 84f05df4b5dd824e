"""Both sides of a partnership together: the subjects that both forms ask about, and whether the two answers agree.

The program cannot know what two texts mean, so it claims little. Both sides of a subject *agree* when they wrote the same
words and both have finished it (done, or not needed), or when somebody compared the two texts and marked them as saying
the same; such a mark holds for these very texts and falls with the next change of either. It is *one-sided* where one
side has written or finished it and the other has not, *nobody* has it where neither has; all else *differs*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.form import Checkpoint, Form, Step
from roadmap_desktop.domain.progress import FINISHED
from roadmap_desktop.domain.records import SIDES, Answer

Sort: TypeAlias = Literal["agreed", "differs", "one-side", "nobody"]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)

PAIRS: Final = {
    "c1.need": "m1.needs",
    "c1.organisation": "m1.capacity",
    "c1.stakeholders": "m1.map",
    "c1.landscape": "m1.experience",
    "c1.forms": "m1.forms",
    "c1.risks": "m1.risks",
    "c1.offer": "m1.invitation",
    "c2.contact-person": "m1.contact-person",
    "c2.first-contact": "m2.reach-out",
    "c2.proposal": "m2.decision",
}
"""The same subject in both forms; besides these, ids that are alike after their letter."""
_EITHER: Final = {**PAIRS, **{other: one for one, other in PAIRS.items()}}


class Half(NamedTuple):
    """What one side has on a subject: where it is asked in its form, and the answer (an empty one where there is none)."""

    side: str
    checkpoint: Checkpoint
    answer: Answer

    @property
    def begun(self) -> bool:
        """It has words, or was finished without any."""
        return bool(self.answer.text.strip()) or self.answer.state in FINISHED


class Subject(NamedTuple):
    """One subject of both forms. `marked` when somebody said that these two texts say the same."""

    ours: Half
    theirs: Half
    sort: Sort
    marked: bool


class JointStep(NamedTuple):
    """The subjects of a step, in the order of its checkpoints."""

    id: str
    title: str
    subjects: tuple[Subject, ...]


def joint(dossier: Dossier, ours: Form, theirs: Form) -> tuple[JointStep, ...]:
    """The subjects of both forms by step; `ours` and `theirs` are the forms that the sides walk.

    Steps and order are those of the form of side a, so that both partners see the same; what only one form asks about
    is left out.
    """
    turned = dossier.theirs.side.key == SIDES[0]
    first, second = (theirs, ours) if turned else (ours, theirs)
    return tuple(
        JointStep(step.id, step.title, tuple(_subjects(dossier, step, second, turned=turned)))
        for step in first.steps
    )


def counted(steps: Iterable[JointStep]) -> Counter[Sort]:
    """How many subjects there are of each sort."""
    return Counter(subject.sort for step in steps for subject in step.subjects)


def markable(subject: Subject) -> bool:
    """Whether there are two texts that somebody could call alike, or has."""
    both = all(half.answer.text.strip() for half in (subject.ours, subject.theirs))
    return both and (subject.marked or subject.sort == "differs")


def mark_edits(root: bytes, subject: Subject, *, alike: bool) -> list[Edit]:
    """The edits that mark the two texts as saying the same, or take every such mark away."""
    halves = subject.ours, subject.theirs
    if alike:
        return [answer_edit(root, subject.ours.side, subject.ours.checkpoint.id, alike=_seal(*halves))]
    return [
        answer_edit(root, half.side, half.checkpoint.id, alike="") for half in halves if half.answer.alike
    ]


def _subjects(dossier: Dossier, step: Step, other: Form, *, turned: bool) -> Iterator[Subject]:
    for checkpoint in step.checkpoints:
        found = _counterpart(checkpoint.id, other)
        if found is not None:
            ours, theirs = (found, checkpoint) if turned else (checkpoint, found)
            yield _subject(_half(dossier.ours, ours), _half(dossier.theirs, theirs))


def _counterpart(checkpoint: str, form: Form) -> Checkpoint | None:
    """The checkpoint of `form` on the same subject."""
    wanted = (checkpoint, _EITHER.get(checkpoint, ""))
    known = form.checkpoints
    return next((each for each in known if each.id in wanted), None) or next(
        (each for each in known if each.id[1:] == checkpoint[1:]), None
    )


def _half(side: SideDossier, checkpoint: Checkpoint) -> Half:
    return Half(side.side.key, checkpoint, side.answers.get(checkpoint.id, Answer()))


def _subject(ours: Half, theirs: Half) -> Subject:
    marked = _seal(ours, theirs) in (ours.answer.alike, theirs.answer.alike)
    return Subject(ours, theirs, _sort(ours, theirs, marked=marked), marked)


def _sort(ours: Half, theirs: Half, *, marked: bool) -> Sort:
    if not (ours.begun and theirs.begun):
        return "one-side" if ours.begun or theirs.begun else "nobody"
    same = _words(ours) == _words(theirs)
    finished = all(half.answer.state in FINISHED for half in (ours, theirs))
    return "agreed" if marked or (same and finished) else "differs"


def _words(half: Half) -> str:
    """The text without the ways in which lines were broken."""
    return " ".join(half.answer.text.split())


def _seal(ours: Half, theirs: Half) -> str:
    """What stands for both texts as they are: another one as soon as a word of them is another."""
    from hashlib import blake2b  # noqa: PLC0415 - brings OpenSSL, which no window needs to open

    digest = blake2b(digest_size=16, person=b"roadmap-alike")
    for half in sorted((ours, theirs), key=lambda half: half.side):
        raw = _words(half).encode()
        digest.update(len(raw).to_bytes(4, "big") + raw)
    return digest.hexdigest()
