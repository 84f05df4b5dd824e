"""Who has the pen: whose turn it is to write in a partnership, shown and chosen; saved at once."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.exchange import pen_edit
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.fields import Field


class PenChoice(QWidget):
    """Blank until `show_dossier`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """See QWidget."""
        super().__init__(parent)
        self._context = context
        self._root = b""
        self._box = QComboBox()
        self._box.setMinimumContentsLength(10)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field = Field(self._box)
        field.set_texts(self.tr("The pen is with"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(field)
        self._box.activated.connect(self._choose)
        self.setFocusProxy(self._box)

    @property
    def box(self) -> QComboBox:
        """What is chosen from."""
        return self._box

    def show_dossier(self, found: Dossier) -> None:
        """Show who has it, and who could."""
        words = self._context.words
        self._root = found.partnership.root
        self._box.clear()
        for side, word in ((found.ours, "ours"), (found.theirs, "theirs")):
            name = one_line(side.organisation.name) or words("side", word)
            self._box.addItem(name, side.side.key)
        self._box.addItem(self.tr("nobody in particular"), "")
        self._box.setCurrentIndex(max(self._box.findData(found.partnership.pen), 0))
        guard(self._context.session.obstacle, self._box)

    def _choose(self) -> None:
        self._context.session.save([pen_edit(self._root, str(self._box.currentData()))])
