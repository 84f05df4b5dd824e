"""The dialog for a partnership's name and stage and for both organisations; every change is saved when left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.conflicts import asked
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.organisation_form import OrganisationForm
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import button, label


class DetailsDialog(QDialog):
    """Name, stage, and who the two sides are."""

    settle_wanted = Signal()
    """The user wants to decide about what waits."""

    def __init__(self, context: Context, dossier: Dossier, parent: QWidget | None = None) -> None:
        """`dossier` is the partnership as it stands."""
        super().__init__(parent)
        self._context = context
        self._dossier = dossier
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(dossier.partnership.title)
        self.setMinimumWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addLayout(self._partnership_part())
        column.addWidget(self._waiting_part(), 0, Qt.AlignmentFlag.AlignLeft)
        for side in dossier.sides:
            if side.organisation.id:
                key = "ours" if side is dossier.ours else "theirs"
                column.addSpacing(SPACE[2])
                column.addWidget(label(context.words("side", key), "lead", bold=True))
                column.addWidget(OrganisationForm(context, side.organisation))
        foot = QHBoxLayout()
        self._foot = label(role="small", tone="muted")
        foot.addWidget(self._foot, 1)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addSpacing(SPACE[2])
        column.addLayout(foot)
        self.show_obstacle()

    def show_obstacle(self) -> None:
        """Take words or not, as the file can be changed or not; what is shown can be read and copied all the same."""
        for field in self.findChildren(QLineEdit):
            field.setReadOnly(not self._context.changeable)
        guard(self._context.session.obstacle, *self.findChildren(QComboBox))
        self._foot.setText(self.tr("Everything is saved by itself.") if self._context.changeable else "")

    def done(self, result: int) -> None:
        field = self.focusWidget()
        if field is not None:
            field.clearFocus()  # closing by Escape or the window's cross leaves the field as well
        super().done(result)

    def _partnership_part(self) -> QFormLayout:
        found, words = self._dossier.partnership, self._context.words
        form = _form()
        title = self._line(found.title, "partnership")
        title.editingFinished.connect(lambda: self._save_title(title.text().strip()))
        form.addRow(self.tr("&Name of the partnership"), title)
        stage = QComboBox()
        for key in records.STAGES:
            stage.addItem(words("stage", key), key)
        stage.setCurrentIndex(stage.findData(found.stage))
        stage.activated.connect(lambda: self._save_partnership(stage=stage.currentData()))
        form.addRow(self.tr("&Stage"), stage)
        return form

    def _waiting_part(self) -> QPushButton:
        """How many of these fields wait for a decision; nothing where none does."""
        kinds = ("partnership", "organisation", "side")
        found = sum(thing.kind in kinds for _, thing, _ in asked(self._dossier.conflicts))
        made = button(self._context.words("sheet", "waiting", count=found), "link")
        made.clicked.connect(self._ask_to_settle)
        made.setHidden(not found)
        return made

    def _ask_to_settle(self) -> None:
        self.accept()
        self.settle_wanted.emit()

    def _line(self, text: str, kind: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setMaxLength(records.limit(kind, "name"))
        made.setCursorPosition(0)  # a long address is read from its beginning
        return made

    def _save_title(self, title: str) -> None:
        if title:
            self._save_partnership(title=title)

    def _save_partnership(self, **fields: Scalar) -> None:
        root = self._dossier.partnership.root
        self._context.session.save([Edit(root, "partnership", root, fields)])


def _form() -> QFormLayout:
    made = QFormLayout()
    made.setSpacing(SPACE[2])
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made
