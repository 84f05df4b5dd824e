"""Where a view of a checkpoint stands: which stop of which side of which partnership; shows nothing."""

from __future__ import annotations

from typing import NamedTuple

from roadmap_desktop.domain import records
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.form import Checkpoint, Step
from roadmap_desktop.domain.records import Answer, Note


class Stand(NamedTuple):
    """A checkpoint with all that is known of it when it is shown."""

    dossier: Dossier
    side: SideDossier
    step: Step
    checkpoint: Checkpoint

    @property
    def root(self) -> bytes:
        """The partnership."""
        return self.dossier.partnership.id

    @property
    def key(self) -> str:
        """The side, "a" or "b"."""
        return self.side.side.key

    @property
    def answer(self) -> Answer:
        """What the file holds."""
        return self.side.answers.get(self.checkpoint.id, Answer())

    @property
    def note(self) -> Note:
        """The private note the file holds."""
        return self.side.notes.get(self.checkpoint.id, Note())

    @property
    def answer_id(self) -> bytes:
        """Id of the answer, written yet or not."""
        return records.answer_id(self.root, self.key, self.checkpoint.id)

    @property
    def note_id(self) -> bytes:
        """Id of the private note, written yet or not."""
        return records.note_id(self.root, self.key, self.checkpoint.id)

    @property
    def same_place(self) -> tuple[bytes, str, str]:
        """What two stands at the same stop share."""
        return self.root, self.key, self.checkpoint.id

    @property
    def number(self) -> int:
        """The checkpoint's place in its step, from 1."""
        return [other.id for other in self.step.checkpoints].index(self.checkpoint.id) + 1
