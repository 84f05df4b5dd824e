"""What two people left in dispute at one checkpoint: each field's versions side by side, until one is taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.conflicts import asked
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.stand import Stand
from roadmap_desktop.views.versions import Version, Versions


class _Dispute(NamedTuple):
    """A field of an answer or a note with its versions, ours first."""

    kind: str
    entity: bytes
    field: str
    versions: tuple[Version, ...]


class Disputes(QWidget):
    """Nothing at all where nobody differs. What is taken is saved at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Empty until `show_stand`."""
        super().__init__(parent)
        self._context = context
        self._shown: object = None
        self._found: list[_Dispute] = []
        self._parts: list[Versions] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[4])
        self.hide()

    def about(self, kind: str, field: str) -> bool:
        """Whether that field is in dispute."""
        return any((one.kind, one.field) == (kind, field) for one in self._found)

    def show_stand(self, stand: Stand) -> None:
        """Show what is in dispute at a checkpoint; parts that say the same as before stay as they are."""
        found = self._read(stand)
        if (stand.same_place, found) == self._shown:
            return
        self._shown, self._found = (stand.same_place, found), found
        for old in self._parts:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts = [self._make(stand, one) for one in found]
        for made in self._parts:
            self._column.addWidget(made)
        self.setVisible(bool(found))
        self.show_obstacle()

    def show_obstacle(self) -> None:
        """Let a version be taken or not, as the file can be changed or not."""
        for part in self._parts:
            part.show_obstacle(self._context.session.obstacle)

    def _read(self, stand: Stand) -> list[_Dispute]:
        here = (stand.answer_id, stand.note_id)
        return [
            _Dispute(
                thing.kind,
                thing.entity,
                one.field,
                tuple((str(version.value), version.by, version.wall) for version in (one.ours, *one.theirs)),
            )
            for _, thing, one in asked(stand.dossier.conflicts)
            if thing.entity in here
        ]

    def _make(self, stand: Stand, one: _Dispute) -> Versions:
        context = self._context
        title, show, joinable = self._said(one.kind, one.field)
        made = Versions(context.design, context.words, title, one.versions, show, joinable=joinable)

        def take(value: str) -> None:
            placed: dict[str, Scalar] = {"side": stand.key, "checkpoint": stand.checkpoint.id}
            taken: Scalar = int(value == "1") if one.field == DELETED else value
            fields = {one.field: taken} if one.field == DELETED else {**placed, one.field: taken}
            context.session.save([Edit(stand.root, one.kind, one.entity, fields)])

        made.taken.connect(take)
        return made

    def _said(self, kind: str, field: str) -> tuple[str, Callable[[str], str], bool]:
        """(what to say about it, how to write a value, whether both can be kept)."""
        words = self._context.words
        match kind, field:
            case _, "_deleted":
                said = {"1": self.tr("Take it out"), "0": self.tr("Leave it in")}
                return (
                    self.tr("One of you took this out while the other wrote on."),
                    lambda v: said.get(v, said["0"]),
                    False,
                )
            case "note", _:
                return self.tr("Two versions of the private note"), str, True
            case _, "state":
                return self.tr("Two different states"), lambda value: words("state", value), False
            case _, "who":
                return self.tr("Two responsible persons"), str, False
            case _, "due":
                return self.tr("Two due dates"), words.date, False
        return self.tr("You two answered differently"), str, True
