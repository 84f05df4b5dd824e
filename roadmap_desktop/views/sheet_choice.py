"""What shall be printed: the sheet, its language, the paper, with private notes or without; makes the sheet's data."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from roadmap_desktop import paths
from roadmap_desktop.documents.sheets import Sheet, all_sheet, blank_sheet, progress_sheet
from roadmap_desktop.domain.edits import form_for
from roadmap_desktop.domain.words import Words, load_words
from roadmap_desktop.job import Task
from roadmap_desktop.paint.sheet import PAPERS
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.languages import language_names
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.fields import Field


class SheetChoice(QWidget):
    """`chosen` when something else shall be printed."""

    chosen = Signal()

    def __init__(self, context: Context, sheet: str, root: bytes, parent: QWidget | None = None) -> None:
        """`sheet` progress, all or blank; `root` the partnership at hand, b"" for none."""
        super().__init__(parent)
        self._context = context
        self._root = root
        self.sheet, self.language, self.paper = QComboBox(), QComboBox(), QComboBox()
        self._fields = [Field(control) for control in (self.sheet, self.language, self.paper)]
        self.private = QCheckBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        for field in self._fields:
            control = field.control
            assert isinstance(control, QComboBox)
            control.setMinimumHeight(38)
            control.setMinimumContentsLength(12)
            control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            column.addWidget(field)
        column.addWidget(self.private, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill(sheet)
        self.retranslate()
        self.sheet.activated.connect(self.chosen)
        self.language.activated.connect(self.chosen)
        self.paper.activated.connect(self._choose_paper)
        self.private.clicked.connect(self.chosen)

    @property
    def paper_name(self) -> str:
        """One of paint.sheet.PAPERS."""
        return str(self.paper.currentData())

    def maker(self) -> tuple[Callable[[Task], Sheet], int]:
        """What makes the chosen sheet, and of how many pieces; reads what is small at once.

        Raises UnknownPartnership where the partnership at hand is gone.
        """
        session, library, today = self._context.session, self._context.library, self._context.today()
        words = load_words(paths.WORDS, str(self.language.currentData()))
        name = session.path.name
        chosen = str(self.sheet.currentData())
        if chosen == "progress":
            dossier = session.dossier(self._root)
            private = self.private.isChecked()
            return lambda _: progress_sheet(dossier, library, words, today, name, private_notes=private), 0
        if chosen == "all":
            return lambda task: self._make_all(task, words, today, name), len(session.partnership_ids())
        form = library.form(chosen.removeprefix("blank-"), words.language)
        return lambda _: blank_sheet(form, words, today), 0

    def show_title(self, title: str) -> None:
        """Say below the sheet's name what it is of, where it is of one partnership."""
        of = title if self.sheet.currentData() == "progress" else ""
        self._fields[0].set_texts(self.tr("Sheet"), of)

    def show_possible(self) -> None:
        """Offer what can be chosen for this sheet."""
        self.private.setVisible(self.sheet.currentData() == "progress")

    def retranslate(self) -> None:
        """Put every text in the language in force."""
        words = self._context.words
        for field, name in zip(
            self._fields, (self.tr("Sheet"), self.tr("Language of the sheet"), self.tr("Paper")), strict=True
        ):
            field.set_texts(name)
        names = {
            "progress": words("sheet", "progress"),
            "all": words("sheet", "all"),
            "blank-community": f"{words('sheet', 'blank')}: {self._context.form('community').short}",
            "blank-municipality": f"{words('sheet', 'blank')}: {self._context.form('municipality').short}",
        }
        for row in range(self.sheet.count()):
            self.sheet.setItemText(row, names[str(self.sheet.itemData(row))])
        for row, paper in enumerate(PAPERS):
            self.paper.setItemText(row, paper)
        self.private.setText(self.tr("With private notes"))
        self.private.setToolTip(
            self.tr("Private notes are for your own eyes; leave them out for the partner.")
        )

    def _make_all(self, task: Task, words: Words, today: str, name: str) -> Sheet:
        with contextlib.closing(self._context.session.dossiers()) as dossiers:
            return all_sheet(task.counted(dossiers), self._context.library, words, today, name)

    def _fill(self, sheet: str) -> None:
        context = self._context
        keys = ["all", "blank-community", "blank-municipality"]
        if self._root:
            keys.insert(0, "progress")
        for key in keys:
            self.sheet.addItem("", key)
        if sheet == "blank":
            sheet = f"blank-{form_for(context.session.home_organisation().kind)}"
        self.sheet.setCurrentIndex(max(self.sheet.findData(sheet), 0))
        for code, name in language_names().items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(context.words.language), 0))
        for paper in PAPERS:
            self.paper.addItem("", paper)
        self.paper.setCurrentIndex(max(self.paper.findData(context.settings.text("paper")), 0))

    def _choose_paper(self) -> None:
        self._context.settings.set(paper=self.paper_name)
        self.chosen.emit()
