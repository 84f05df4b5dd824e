"""The list of partnerships as an item model: ids at once, what a row shows only when it comes into view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roadmap_desktop.domain.dossier import SideSummary, Summary
from roadmap_desktop.domain.form import Form
from roadmap_desktop.domain.progress import Progress, Stop, progress
from roadmap_desktop.domain.words import Words
from roadmap_desktop.paint.line import Track, describe

BLOCK = 12
"""Rows fetched at once around one that is asked for."""
_KEPT = 40


class Row(NamedTuple):
    """What a row shows. `dated` is the next stop with a date; `unseen` says somebody else changed something.

    `conflicts` is how many fields wait for a decision; `turn` says whose turn it is to write, "" where nobody said.
    """

    root: bytes
    title: str
    partner: str
    stage: str
    tracks: tuple[Track, ...]
    done: int
    total: int
    overdue: int
    next: Stop | None
    dated: Stop | None
    changed: int
    changed_by: str
    unseen: bool
    conflicts: int
    turn: str


class PartnershipsModel(QAbstractListModel):
    """Partnerships in a given order; `ROW` gives the Row."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(
        self,
        fetch: Callable[[Sequence[bytes]], Sequence[Summary]],
        form: Callable[[str], Form],
        words: Words,
        today: str,
        unseen: Callable[[Summary], bool],
        parent: QObject | None = None,
    ) -> None:
        """`fetch` reads the summaries of some ids; `today` as YYYY-MM-DD."""
        super().__init__(parent)
        self._fetch = fetch
        self._form = form
        self._words = words
        self._today = today
        self._unseen = unseen
        self._ids: list[bytes] = []
        self._blocks: dict[int, list[Row | None]] = {}

    def set_ids(self, ids: Sequence[bytes]) -> None:
        """Show these partnerships, in this order."""
        if list(ids) == self._ids:
            return
        self.beginResetModel()
        self._ids = list(ids)
        self._blocks.clear()
        self.endResetModel()

    def reread(self, roots: frozenset[bytes]) -> None:
        """Forget what is known of `roots`; organisations among them touch every row."""
        if not roots <= set(self._ids):
            self.forget()
            return
        for number in [n for n, root in enumerate(self._ids) if root in roots]:
            self._blocks.pop(number // BLOCK, None)
            self.dataChanged.emit(self.index(number), self.index(number))

    def forget(self) -> None:
        """Read every row anew when somebody looks at it."""
        self._blocks.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def row_of(self, root: bytes) -> int:
        """The row of a partnership, -1 where it is not shown."""
        return self._ids.index(root) if root in self._ids else -1

    def root_at(self, row: int) -> bytes:
        """The partnership of a row."""
        return self._ids[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid() or role not in (
            self.ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole,
        ):  # fmt: skip
            return None
        row = self._row(index.row())
        if row is None:
            return None
        if role == self.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        waits = self._words("sheet", "waiting", count=row.conflicts) if row.conflicts else ""
        parts = (row.title, row.partner, row.turn, waits, describe(row.tracks, self._words))
        return ". ".join(part for part in parts if part)

    def _row(self, number: int) -> Row | None:
        block, place = divmod(number, BLOCK)
        if block not in self._blocks:
            if len(self._blocks) >= _KEPT:
                del self._blocks[next(iter(self._blocks))]
            ids = self._ids[block * BLOCK : (block + 1) * BLOCK]
            read = {summary.partnership.id: summary for summary in self._fetch(ids)}
            self._blocks[block] = [self._made(read[root]) if root in read else None for root in ids]
        return self._blocks[block][place]

    def _made(self, summary: Summary) -> Row:
        ours = self._progress(summary.ours)
        tracks = [Track(summary.ours.organisation.name, ours.steps)]
        if summary.theirs.answers:
            tracks.append(Track(summary.theirs.organisation.name, self._progress(summary.theirs).steps))
        upcoming = ours.upcoming
        return Row(
            root=summary.partnership.id,
            title=summary.partnership.title,
            partner=summary.theirs.organisation.name,
            stage=summary.partnership.stage,
            tracks=tuple(tracks),
            done=ours.done,
            total=ours.total,
            overdue=ours.overdue,
            next=next((stop for stop in ours.stops if stop.current), None),
            dated=upcoming[0] if upcoming and upcoming[0].due else None,
            changed=summary.changed,
            changed_by=summary.changed_by,
            unseen=self._unseen(summary),
            conflicts=summary.conflicts,
            turn=self._turn(summary),
        )

    def _progress(self, side: SideSummary) -> Progress:
        return progress(self._form(side.form), side.answers, self._today, side.disputed)

    def _turn(self, summary: Summary) -> str:
        """Who has the pen, in words; of a partnership that is over or paused nobody."""
        pen, stage = summary.partnership.pen, summary.partnership.stage
        if not pen or stage != "active":
            return ""
        return self.tr("our turn to write") if pen == summary.ours.key else self.tr("their turn to write")
