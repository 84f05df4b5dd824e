"""The bin as a list: what was deleted, whose it was, who deleted it and when; restores nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roadmap_desktop.domain import records
from roadmap_desktop.domain.bin import Binned
from roadmap_desktop.domain.history import Subject, in_order, unset, visible
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.domain.telling import local_moment
from roadmap_desktop.models.branches import Known, Pair, subject

BINNED: Final = int(Qt.ItemDataRole.UserRole)
OWNER: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Role: whose it was, in words."""
KIND: Final = int(Qt.ItemDataRole.UserRole) + 2
"""Role: what it is, in a word or two."""
DELETION: Final = int(Qt.ItemDataRole.UserRole) + 3
"""Role: when it was deleted, and by whom."""

_Index = QModelIndex | QPersistentModelIndex


class BinModel(QAbstractListModel):
    """Rows of Binned in the order given; `narrow` leaves those that hold some words."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show`."""
        super().__init__(parent)
        self._known: Known | None = None
        self._all: Sequence[Binned] = ()
        self._rows: Sequence[Binned] = ()

    def show(self, found: Sequence[Binned], known: Known) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._known, self._all, self._rows = known, found, found
        self.endResetModel()

    def narrow(self, rows: Sequence[Binned]) -> None:
        """Show only these of all."""
        if list(rows) != list(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    @property
    def everything(self) -> Sequence[Binned]:
        """All rows, shown or not."""
        return self._all

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        one = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.name(one)
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (self.kind(one), self.name(one), self.owner(one), self.deletion(one))
                return ", ".join(part for part in parts if part)
        return self._own(one, role)

    def _own(self, one: Binned, role: int) -> object:
        if role == BINNED:
            return one
        if role == OWNER:
            return self.owner(one)
        if role == KIND:
            return self.kind(one)
        return self.deletion(one) if role == DELETION else None

    # in words ---------------------------------------------------------------------------------------

    def name(self, one: Binned) -> str:
        """The thing's own words."""
        about, known = self._about(one)
        if one.kind in ("answer", "note"):
            return known.teller().thing(about)
        if one.kind == "evaluation":
            thing = known.teller().thing(about)
            return thing.partition(": ")[2] or thing
        return " ".join(about.label.split()) or self.tr("(no name)")

    def kind(self, one: Binned) -> str:
        """What it is."""
        _, known = self._about(one)
        match one.kind:
            case "partnership" | "organisation" | "answer":
                return known.words("sheet", one.kind)
            case "note":
                return known.words("sheet", "private_note")
            case "attachment":
                return known.words("history", "attachment")
        return str(known.words.tool(one.kind)["title"])

    def owner(self, one: Binned) -> str:
        """Whose it was: the partnership and the side; "" for what is an owner itself."""
        if one.kind in ("partnership", "organisation"):
            return ""
        about, known = self._about(one)
        teller = known.teller()
        where = teller.where(about)
        if one.kind == "attachment" and about.checkpoint:
            at = teller.thing(about._replace(kind="answer"))
            where = " · ".join(part for part in (where, at) if part)
        return where if one.there else self.tr("{where} (deleted as well)").format(where=where)

    def deletion(self, one: Binned) -> str:
        """When and by whom."""
        _, known = self._about(one)
        local = local_moment(one.wall)
        day = known.words.date(local.date().isoformat())
        who = one.by or self.tr("Somebody")
        return self.tr("{date}, {time}, {who}").format(date=day, time=f"{local:%H:%M}", who=who)

    def held(self, one: Binned) -> list[Pair]:
        """What it held, field by field, in words."""
        about, known = self._about(one)
        teller = known.teller()
        pairs = []
        for kind, fields in _by_kind(one):
            each = about._replace(kind=kind)
            for name, value in in_order(kind, fields):
                if visible(kind, name) and value not in ("", unset(kind, name)):
                    pairs.append(Pair(teller.field(each, name), teller.value(each, name, value), ""))
        return pairs

    def _about(self, one: Binned) -> tuple[Subject, Known]:
        assert self._known is not None
        known = self._known
        return subject(known.home, one.sides, one.title, (one.root, one.kind, one.entity), one.fields), known


def _by_kind(one: Binned) -> list[tuple[str, dict[str, Scalar]]]:
    """A contact's fields and its person's apart; everything else as it is."""
    if one.kind != "contact":
        return [(one.kind, dict(one.fields))]
    person = {name: value for name, value in one.fields.items() if name in records.fields("person")}
    return [
        ("contact", {name: value for name, value in one.fields.items() if name not in person}),
        ("person", person),
    ]
