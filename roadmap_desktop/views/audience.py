"""To whom something is sent, of which partnership, with which tools of our own: the question, and the order it makes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.levels import LEVELS, SHARABLE, Level
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.services.delivery import Order
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.choice import Choice
from roadmap_desktop.widgets.design import label
from roadmap_desktop.widgets.fields import Field

_ICONS: Final = {"whole": "users", "partner": "handshake", "roles": "eye-off", "numbers": "chart"}
_OF_ONE: Final = ("partner", "roles")
"""Levels that are of one partnership."""


class Audience(QWidget):
    """`chosen` when something else shall be sent."""

    chosen = Signal()

    def __init__(
        self, context: Context, root: bytes, level: Level | None, parent: QWidget | None = None
    ) -> None:
        """`root` the partnership at hand, b"" for none; without a `level` it is for the partner."""
        super().__init__(parent)
        self._context = context
        self._dossier: Dossier | None = None
        self._before = 0
        titles = context.session.titles()
        self._build([(key, title) for key, title in titles])
        if not root and len(titles) == 1:
            root = titles[0][0]
        self._fill(root)
        self.level.set_value(level or ("partner" if titles else "whole"))
        for key in _OF_ONE:
            self.level.button(key).setEnabled(bool(titles))
        self._show()
        self.level.chosen.connect(self._on_level)
        self.partnership.activated.connect(self._on_chosen)
        for box in (*self.shared.values(), self.pen):
            box.toggled.connect(self._on_chosen)

    # what is chosen ---------------------------------------------------------------------------------

    @property
    def chosen_level(self) -> Level:
        """The level that is chosen."""
        value = self.level.value()
        return next(level for level in LEVELS if level == value)

    @property
    def dossier(self) -> Dossier | None:
        """The partnership that is chosen; None for all of them, and while none is."""
        return self._dossier if self.chosen_level != "whole" else None

    def order(self) -> Order | None:
        """What shall be sent; None while it is not said which partnership."""
        level, dossier = self.chosen_level, self.dossier
        if dossier is None and level in _OF_ONE:
            return None
        shared = tuple(kind for kind, box in self.shared.items() if box.isChecked() and not box.isHidden())
        return Order(level, dossier.partnership if dossier else None, shared)

    @property
    def hands_pen(self) -> bool:
        """The partner has the word from now on."""
        return self.pen.isChecked() and not self.pen.isHidden()

    def _on_level(self, level: str) -> None:
        """Numbers are of all, unless one is chosen; back at one partnership, it is the one from before."""
        row = self.partnership.currentIndex()
        if level == "numbers":
            self._before = row
            self.partnership.setCurrentIndex(0)
        elif not row:
            self.partnership.setCurrentIndex(self._before)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        """Ask what this level needs to know."""
        level = self.chosen_level
        of_one, root = level in _OF_ONE, bytes(self.partnership.currentData() or b"")
        self.partnership.setItemText(
            0, self.tr("Choose a partnership…") if of_one else self.tr("All partnerships")
        )
        self._which.setVisible(level != "whole")
        self._dossier = self._context.session.dossier(root) if root and level != "whole" else None
        there = _sharable(self._dossier) if self._dossier is not None and of_one else set()
        for kind, box in self.shared.items():
            box.setVisible(kind in there and (kind != "attachment" or level == "roles"))
        self.pen.setVisible(level == "partner" and self._dossier is not None and self._context.changeable)

    # building ---------------------------------------------------------------------------------------

    def _build(self, titles: list[tuple[bytes, str]]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        asked = self.tr("To whom?")
        column.addWidget(label(asked, bold=True))
        self.level = Choice(
            self._context.design, [(level, _ICONS[level]) for level in LEVELS], columns=1, icon_above=False
        )
        says = self._says()
        self.level.set_texts(asked, [says[level] for level in LEVELS])
        column.addWidget(self.level)
        self.partnership = QComboBox()
        self.partnership.setMinimumHeight(38)
        self.partnership.setMinimumContentsLength(12)
        self.partnership.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.partnership.addItem("", b"")
        for root, title in titles:
            self.partnership.addItem(title, root)
        self._which = Field(self.partnership)
        self._which.set_texts(self.tr("Which partnership?"))
        column.addSpacing(SPACE[2])
        column.addWidget(self._which)
        self.shared = {
            "swot": QCheckBox(self.tr("With our strengths and weaknesses")),
            "stakeholder": QCheckBox(self.tr("With our stakeholder map")),
            "attachment": QCheckBox(self.tr("With what is in the attachments, names and all")),
        }
        self.pen = QCheckBox(self.tr("The pen goes to them: it is their turn to write"))
        self.pen.setChecked(True)
        ticks = QVBoxLayout()
        ticks.setSpacing(SPACE[1])
        for box in (*self.shared.values(), self.pen):
            ticks.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(ticks)
        self.setFocusProxy(self.level)

    def _fill(self, root: bytes) -> None:
        rows = [
            number for number in range(self.partnership.count()) if self.partnership.itemData(number) == root
        ]
        self.partnership.setCurrentIndex(rows[0] if rows else 0)

    def _says(self) -> dict[Level, str]:
        """Each level in the words of who chooses it: to whom, and what they get."""
        said = {
            "whole": (self.tr("A colleague in our organisation"), self.tr("The whole file")),
            "partner": (self.tr("The partner"), self.tr("This partnership, without private notes")),
            "roles": (self.tr("Somebody outside"), self.tr("Roles instead of names")),
            "numbers": (self.tr("The umbrella organisation, a report"), self.tr("Numbers only")),
        }
        return {level: "\n".join(said[level]) for level in LEVELS}


def _sharable(dossier: Dossier) -> set[str]:
    """What of levels.SHARABLE there is in the partnership."""
    there = {
        "swot": bool(dossier.ours.swot),
        "stakeholder": bool(dossier.ours.stakeholders),
        "attachment": any(side.attachments for side in dossier.sides),
    }
    return {kind for kind in SHARABLE if there[kind]}
