"""What shall be printed: the sheet, its languages, the paper, what goes in and what stays out; makes the sheet's data."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop import paths
from roadmap_desktop.documents.blocks import Sheet
from roadmap_desktop.documents.choice import OF_ONE, WITH_NOTES, WITH_ROOM, Wanted, sheet_of
from roadmap_desktop.documents.past import ENTRIES
from roadmap_desktop.documents.sheets import all_sheet, blank_sheet
from roadmap_desktop.domain.edits import form_for
from roadmap_desktop.domain.history import Page, Scope
from roadmap_desktop.domain.words import Words, beside, load_words
from roadmap_desktop.job import Task
from roadmap_desktop.paint.sheet import PAPERS
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.store.history import Reader, open_log
from roadmap_desktop.views.languages import language_names
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.fields import Field


class SheetChoice(QWidget):
    """`chosen` when something else shall be printed."""

    chosen = Signal()

    def __init__(self, context: Context, sheet: str, root: bytes, parent: QWidget | None = None) -> None:
        """`sheet` one of documents.sheets.SHEETS; `root` the partnership at hand, b"" for none."""
        super().__init__(parent)
        self._context = context
        self._root = root
        self.sheet, self.language, self.second, self.paper = (QComboBox() for _ in range(4))
        self._fields = [Field(control) for control in (self.sheet, self.language, self.second, self.paper)]
        self.private, self.room = QCheckBox(), QCheckBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        for field in self._fields:
            control = field.control
            assert isinstance(control, QComboBox)
            control.setMinimumHeight(38)
            control.setMinimumContentsLength(8)
            control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        what, language, second, paper = self._fields
        languages = QHBoxLayout()
        languages.setSpacing(SPACE[3])
        languages.addWidget(language, 1)
        languages.addWidget(second, 1)
        column.addWidget(what)
        column.addLayout(languages)
        column.addWidget(paper)
        for tick in (self.private, self.room):
            column.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeft)
            tick.clicked.connect(self.chosen)
        self._fill(sheet)
        self.retranslate()
        for box in (self.sheet, self.language, self.second):
            box.activated.connect(self.chosen)
        self.paper.activated.connect(self._choose_paper)

    @property
    def paper_name(self) -> str:
        """One of paint.sheet.PAPERS."""
        return str(self.paper.currentData())

    def maker(self) -> tuple[Callable[[Task], Sheet], int]:
        """What makes the chosen sheet, and of how many pieces; reads what is small at once.

        Raises UnknownPartnership where the partnership at hand is gone.
        """
        session, library, today = self._context.session, self._context.library, self._context.today()
        words, name = self._words(), session.path.name
        chosen = str(self.sheet.currentData())
        if chosen in OF_ONE:
            dossier, path = session.dossier(self._root), session.path
            notes, room = self.private.isChecked(), self.room.isChecked()
            wanted = Wanted(chosen, library, words, today, name, notes, room)
            return lambda _: sheet_of(dossier, wanted, lambda: _history(path, self._root)), 0
        if chosen == "all":
            return lambda task: self._make_all(task, words, today, name), len(session.partnership_ids())
        kind = chosen.removeprefix("blank-")
        form = library.form(kind, words.language)
        second = library.form(kind, words.second.language) if words.second else None
        return lambda _: blank_sheet(form, words, today, second=second), 0

    def _words(self) -> Words:
        """The words of the language, or of the two, in which the sheet shall speak."""
        first, other = str(self.language.currentData()), str(self.second.currentData())
        return beside(load_words(paths.WORDS, first), load_words(paths.WORDS, other) if other else None)

    def show_title(self, title: str) -> None:
        """Say below the sheet's name what it is of, where it is of one partnership."""
        of = title if self.sheet.currentData() in OF_ONE else ""
        self._fields[0].set_texts(self.tr("Sheet"), of)

    def show_possible(self) -> None:
        """Offer what can be chosen for this sheet."""
        sheet = self.sheet.currentData()
        self.private.setVisible(sheet in WITH_NOTES)
        self.room.setVisible(sheet in WITH_ROOM)

    def retranslate(self) -> None:
        """Put every text in the language in force."""
        words = self._context.words
        texts = (
            self.tr("Sheet"),
            self.tr("Language"),
            self.tr("Second language"),
            self.tr("Paper"),
        )
        for field, name in zip(self._fields, texts, strict=True):
            field.set_texts(name)
        self.second.setItemText(0, self.tr("None"))
        self.second.setToolTip(
            self.tr("For a partner who does not read the first: labels and questions stand in both.")
        )
        names = {key: words("sheet", key) for key in (*OF_ONE, "all")}
        for kind in self._context.library.ids():
            names[f"blank-{kind}"] = f"{words('sheet', 'blank')}: {self._context.form(kind).short}"
        for row in range(self.sheet.count()):
            self.sheet.setItemText(row, names.get(str(self.sheet.itemData(row)), ""))
        for row, paper in enumerate(PAPERS):
            self.paper.setItemText(row, paper)
        self.room.setText(self.tr("With lines to write on"))
        self.room.setToolTip(self.tr("At each checkpoint that is not finished, for filling in by hand."))
        self.private.setText(self.tr("With private notes"))
        self.private.setToolTip(
            self.tr("Private notes are for your own eyes; leave them out for the partner.")
        )

    def _make_all(self, task: Task, words: Words, today: str, name: str) -> Sheet:
        with contextlib.closing(self._context.session.dossiers()) as dossiers:
            return all_sheet(task.counted(dossiers), self._context.library, words, today, name)

    def _fill(self, sheet: str) -> None:
        context = self._context
        for key in OF_ONE if self._root else ():
            self.sheet.addItem("", key)
        if self._root:
            self.sheet.insertSeparator(len(OF_ONE))
        for key in ("all", *(f"blank-{kind}" for kind in context.library.ids())):
            self.sheet.addItem("", key)
        if sheet == "blank":
            sheet = f"blank-{form_for(context.session.home_organisation().kind)}"
        self.sheet.setCurrentIndex(max(self.sheet.findData(sheet), 0))
        self.second.addItem("", "")
        for code, name in language_names().items():
            self.language.addItem(name, code)
            self.second.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(context.words.language), 0))
        for paper in PAPERS:
            self.paper.addItem("", paper)
        self.paper.setCurrentIndex(max(self.paper.findData(context.settings.text("paper")), 0))

    def _choose_paper(self) -> None:
        self._context.settings.set(paper=self.paper_name)
        self.chosen.emit()


def _history(path: Path, root: bytes) -> Page:
    """The newest entries of a partnership, read on a connection of the job's own."""
    with contextlib.closing(open_log(path)) as db:
        return Reader(Scope(root)).more(db, ENTRIES)
