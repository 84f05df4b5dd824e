"""What an organisation is called and where it is found, as lines to fill in, each saved when it is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.records import Organisation
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.page import Context

WHO: Final = ("name", "number", "address", "website")
WHOLE: Final = ("name", "number", "address", "phone", "email", "website")


class OrganisationForm(QWidget):
    """`typed` follows every letter, with nothing saved yet; a name is never left empty."""

    typed = Signal()

    def __init__(
        self,
        context: Context,
        organisation: Organisation,
        fields: Sequence[str] = WHO,
        parent: QWidget | None = None,
    ) -> None:
        """`fields` of `organisation`, as it stands in the file."""
        super().__init__(parent)
        self._context = context
        self._organisation = organisation
        self.lines: dict[str, QLineEdit] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACE[2])
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        names = {
            "name": self.tr("Name"),
            "number": self.tr("Register number"),
            "address": self.tr("Address"),
            "phone": self.tr("Telephone"),
            "email": self.tr("E-mail"),
            "website": self.tr("Website"),
        }
        for field in fields:
            line = QLineEdit(str(getattr(organisation, field)))
            line.setMaxLength(records.limit("organisation", field))
            line.setCursorPosition(0)  # a long address is read from its beginning
            line.textEdited.connect(self.typed)
            line.editingFinished.connect(lambda field=field: self._save(field))
            self.lines[field] = line
            form.addRow(names[field], line)

    def shown(self) -> Organisation:
        """The organisation as the lines say it now."""
        texts = {field: line.text().strip() for field, line in self.lines.items()}
        return self._organisation._replace(**texts)  # type: ignore[arg-type]

    def _save(self, field: str) -> None:
        text = self.lines[field].text().strip()
        if field == "name" and not text:
            return
        found = self._organisation
        self._context.session.save([Edit(found.root, "organisation", found.id, {field: text})])
