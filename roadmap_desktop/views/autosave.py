"""Gathers what the user types and hands it to the session when they pause; there is no Save button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.session import Session

KEEP_AFTER_MS: Final = 250
SAVE_AFTER_MS: Final = 1_200
SAVE_AT_LATEST_MS = 6_000
"""For words typed without a pause."""


class Autosave(QObject):
    """Edits of one entity made before a pause become one edit, and all of a pause one step that can be undone."""

    handed_over = Signal()
    """What was typed is the session's now, and so is taking it back."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Nothing is written before `touch`."""
        super().__init__(parent)
        self._session = session
        self._pending: dict[tuple[bytes, str, bytes], Edit] = {}
        self._keep = self._timer(KEEP_AFTER_MS, self._on_keep)
        self._save = self._timer(SAVE_AFTER_MS, self.flush)
        self._latest = self._timer(SAVE_AT_LATEST_MS, self.flush)

    def touch(self, edit: Edit) -> None:
        """Something was typed: keep it soon, save it at the next pause."""
        self._add(edit)
        # Who types without a pause must not lose a minute to a flat battery.
        for timer in (self._keep, self._latest):
            if not timer.isActive():
                timer.start()
        self._save.start()

    def forget(self, entity: bytes, field: str) -> None:
        """Do not save that field: what stands there cannot be saved."""
        for key, edit in list(self._pending.items()):
            if edit.entity == entity and field in edit.fields:
                left = {name: value for name, value in edit.fields.items() if name != field}
                self._pending[key] = edit._replace(fields=left)

    def save(self, edits: Sequence[Edit]) -> None:
        """Hand `edits` to the session as a step of their own, after what was typed before them."""
        self.flush()
        for edit in edits:
            self._add(edit)
        self.flush()

    def flush(self) -> None:
        """Hand everything to the session now.

        Where the file cannot be changed just now it is kept, and handed over by the first call after that.
        """
        self._keep.stop()
        self._save.stop()
        self._latest.stop()
        if self._session.obstacle is not None:
            self._on_keep()
            return
        edits, self._pending = list(self._pending.values()), {}
        if edits:
            self._session.save(edits)
            self.handed_over.emit()

    def held(self, entity: bytes) -> Mapping[str, Scalar]:
        """The fields of `entity` that wait here to be saved."""
        return {
            name: value
            for edit in self._pending.values()
            if edit.entity == entity
            for name, value in edit.fields.items()
        }

    def unsaved(self) -> set[bytes]:
        """Ids of the entities with words that are not in the file yet, here or on their way."""
        return {edit.entity for edit in (*self._pending.values(), *self._session.unsaved)}

    def _add(self, edit: Edit) -> None:
        key = edit[:3]
        before = self._pending[key].fields if key in self._pending else {}
        self._pending[key] = edit._replace(fields={**before, **edit.fields})

    def _on_keep(self) -> None:
        if self._pending:
            self._session.keep(list(self._pending.values()))

    def _timer(self, after: int, run: object) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(after)
        made.timeout.connect(run)
        return made
