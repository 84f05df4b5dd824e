"""Which sheet lies on the table: its partnership, its side, the day on it and who filled it in; enters nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from roadmap_desktop.domain import records
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import BadDate
from roadmap_desktop.domain.from_paper import Mark
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.dates import date_field
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.fields import Field


class SheetHead(QWidget):
    """`leaving` comes before another partnership or side is shown, `chosen` after; `marked` when day or name change."""

    leaving = Signal()
    chosen = Signal()
    marked = Signal()

    def __init__(self, context: Context, root: bytes, parent: QWidget | None = None) -> None:
        """`root` the partnership at hand; b"" for the first in the file."""
        super().__init__(parent)
        self._context = context
        self.partnership, self.side, self.by = QComboBox(), QComboBox(), QLineEdit()
        self.day = date_field(context, self.tr("Date on the sheet"))
        self.day.show_date(context.today())
        self.by.setMaxLength(records.SHORT_TEXT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[3])
        self._fields: dict[QWidget, Field] = {}
        for control, caption, share in (
            (self.partnership, self.tr("Partnership"), 4),
            (self.side, self.tr("Whose sheet"), 3),
            (self.day, self.tr("Date on the sheet"), 2),
            (self.by, self.tr("Filled in by"), 3),
        ):
            if isinstance(control, QComboBox):
                control.setMinimumContentsLength(8)
                control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            control.setMinimumHeight(36)
            field = self._fields[control] = Field(control)
            field.set_texts(caption)
            row.addWidget(field, share)
        self._fill(root)
        self.partnership.activated.connect(self._on_partnership)
        self.side.activated.connect(self._on_side)
        self.day.changed.connect(self.marked)
        self.day.refused.connect(self._on_refused)
        self.by.textEdited.connect(self.marked)

    @property
    def root(self) -> bytes:
        """The partnership chosen, b"" where there is none."""
        return bytes.fromhex(self.partnership.currentData() or "")

    @property
    def key(self) -> str:
        """The side chosen, "a" or "b"."""
        return str(self.side.currentData())

    @property
    def mark(self) -> Mark:
        """What the sheet's entries bear."""
        return Mark(self.day.iso or self._context.today(), " ".join(self.by.text().split()))

    def show_side(self, key: str) -> None:
        """Choose another side, since the sheet turns out to be theirs."""
        self.side.setCurrentIndex(self.side.findData(key))
        self.chosen.emit()

    # filling ----------------------------------------------------------------------------------------

    def _fill(self, root: bytes) -> None:
        session = self._context.session
        for summary in session.summaries(session.partnership_ids()):
            self.partnership.addItem(summary.partnership.title, summary.partnership.id.hex())
        here = self.partnership.findData(root.hex())
        self.partnership.setCurrentIndex(max(here, 0))
        if self.root:
            self._fill_sides(session.dossier(self.root))

    def _fill_sides(self, dossier: Dossier) -> None:
        self.side.clear()
        for name, side in zip(("ours", "theirs"), dossier.sides, strict=True):
            own = side.organisation.name or self._context.words("side", name)
            self.side.addItem(own, side.side.key)

    def _on_partnership(self) -> None:
        self.leaving.emit()
        self._fill_sides(self._context.session.dossier(self.root))
        self.chosen.emit()

    def _on_side(self) -> None:
        self.leaving.emit()
        self.chosen.emit()

    def _on_refused(self, typed: str) -> None:
        self._fields[self.day].set_error(describe(BadDate(text=typed)).in_one() if typed else "")
