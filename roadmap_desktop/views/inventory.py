"""What leaves and what stays at home, side by side, before anything is written; it counts nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.services.inventory import Inventory
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.design import Design, card, label


class InventoryView(QWidget):
    """Empty until `show_inventory` or `say`."""

    def __init__(self, design: Design, parent: QWidget | None = None) -> None:
        """See QWidget."""
        super().__init__(parent)
        self._design = design
        self._build()
        design.changed.connect(self._colour)

    def show_inventory(self, found: Inventory) -> None:
        """Tell what leaves."""
        self.first.setText(found.first)
        leaves, stays = _lines(found.leaves, found.rows), _lines(found.stays, found.kept_rows)
        self.leaves.show_lines(leaves)
        self.stays.show_lines(stays)
        self._leaving.setVisible(bool(leaves))
        self._staying.setVisible(bool(stays))
        self._lists.setVisible(bool(leaves or stays))
        self.remark.setText(" ".join(part for part in (found.remark, found.size) if part))
        self.remark.show()
        self.warning.setText(" ".join(part for part in (found.warning, found.cause) if part))
        self._warned.setVisible(bool(found.warning))

    def say(self, text: str) -> None:
        """Say `text` in the place of what leaves."""
        self.first.setText(text)
        for part in (self._lists, self.remark, self._warned):
            part.hide()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        frame, rows = card(margins=SPACE[4])
        rows.setSpacing(SPACE[3])
        whole.addWidget(frame)
        self.first = label(role="lead", bold=True, wrap=True)
        rows.addWidget(self.first)
        self.leaves, self.stays = Bullets(), Bullets(tone="muted")
        self._leaving = _headed(self.tr("Leaves"), self.leaves)
        self._staying = _headed(self.tr("Stays at home"), self.stays)
        self._lists = QWidget()
        row = QHBoxLayout(self._lists)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[5])
        for part in (self._leaving, self._staying):
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(self._lists)
        self.remark = label(role="small", tone="muted", wrap=True)
        rows.addWidget(self.remark)
        rows.addWidget(self._make_warning())
        self.say("")

    def _make_warning(self) -> QWidget:
        self._warned = QWidget()
        row = QHBoxLayout(self._warned)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[2])
        self._picture = QLabel()
        self.warning = label(wrap=True)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.warning, 1)
        self._colour()
        return self._warned

    def _colour(self) -> None:
        icon = self._design.icon("alert-triangle", self._design.theme.overdue)
        self._picture.setPixmap(icon.pixmap(20, 20))


def _lines(lines: Sequence[str], rows: Sequence[str]) -> list[str]:
    """`lines`, and the rows of all tools together on one, which would else be longer than all that matters."""
    return [*lines, *([" · ".join(rows)] if rows else [])]


def _headed(heading: str, lines: Bullets) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE[1])
    column.addWidget(label(heading, "small", tone="muted", bold=True))
    column.addWidget(lines)
    return made
