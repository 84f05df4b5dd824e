"""A collection call made in a window: what members are asked for, until when, where to; and the letter that brings it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from roadmap_desktop import paths
from roadmap_desktop.documents.call import call_letter, text
from roadmap_desktop.documents.mail import SUFFIX as LETTER
from roadmap_desktop.documents.mail import Enclosure, is_address
from roadmap_desktop.domain.call import MOST_TEXT, SUFFIX, Call
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.levels import LEVELS, Level
from roadmap_desktop.domain.names import free_name, safe_file_name
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.store import call as store
from roadmap_desktop.store import file as files
from roadmap_desktop.views.dates import date_field
from roadmap_desktop.views.document_output import show
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.choice import Choice
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.dialog import PagedDialog
from roadmap_desktop.widgets.fields import Field

_DAYS: Final = 30
"""How long members are given, unless the user says otherwise."""
_OFFERED: Final[tuple[tuple[Level, str], ...]] = (
    ("numbers", "chart"),
    ("roles", "eye-off"),
    ("whole", "users"),
)
"""What may be asked for, least first."""


class CallDialog(PagedDialog):
    """Makes the call and a letter to all members; it is sent by the user, in the mail program."""

    def __init__(self, context: Context, year: int, parent: QWidget | None = None) -> None:
        """`year` is for which it will be collected; nothing is written before the button is pressed."""
        super().__init__(context.design, self.tr("Close this message"), parent)
        self._context = context
        self._year = year
        self._name = context.session.home_organisation().name
        self._readers = [
            one.email for one in context.session.members() if one.expected and is_address(one.email)
        ]
        self.setWindowTitle(self.tr("Collection call"))
        self.setMinimumSize(QSize(860, 640))
        self._build()
        self.level.set_value("numbers")
        later = dt.date.fromisoformat(context.today()) + dt.timedelta(days=_DAYS)
        self.until.show_date(later.isoformat())
        self._show()

    # what is asked ----------------------------------------------------------------------------------

    def call(self) -> Call:
        """What is asked, as it stands in the window."""
        wanted = self.level.value()
        level = next(one for one in LEVELS if one == wanted)
        email = self.email.text().strip()
        return Call(
            self._name,
            level,
            self.until.iso,
            email if is_address(email) else "",
            self.why.toPlainText()[:MOST_TEXT],
            self._year,
        )

    def _show(self) -> None:
        """The letter as it would be, and whether it can be made."""
        email = self.email.text().strip()
        wrong = bool(email) and not is_address(email)
        self._email.set_error(self.tr("This cannot be an e-mail address.") if wrong else "")
        self.letter.setPlainText(
            text(self.call(), self._context.words, self._file(), self._context.session.author.name)
        )
        self.save.setEnabled(bool(email) and not wrong and bool(self.until.iso) and not self.until.wrong)
        self._hint.setText(
            self.tr(
                "The letter goes to all members with an address, none of whom sees another: {count}."
            ).format(count=len(self._readers))
            if self._readers
            else self.tr(
                "No member has an e-mail address on the list yet; fill in to whom the letter goes before you send it."
            )
        )

    def _file(self) -> str:
        return safe_file_name(f"{self._name} {self._year}", str(self._year)) + SUFFIX

    # making it --------------------------------------------------------------------------------------

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Save the call and the letter to a folder"), str(paths.documents_folder())
        )
        if chosen:
            self.make(Path(chosen))

    def make(self, folder: Path) -> None:
        """Write the call and the letter into `folder`; what comes of it is said."""
        path = free_name(folder / self._file(), lambda one: one.exists() or one.with_suffix(LETTER).exists())
        letter = path.with_suffix(LETTER)
        call = self.call()
        try:
            data = store.write(path, call)
            drafted = call_letter(
                call,
                self._context.words,
                Enclosure(path.name, data),
                self._context.session.author.name,
                self._readers,
            )
            with files.translating(letter), letter.open("xb") as stream:
                stream.write(drafted)
        except UserError as error:
            self.banner.say(describe(error).in_one(), grave=True)
            return
        self.banner.say(
            self.tr(
                "“{call}” and the letter “{letter}” are in the folder. Look the letter through, then send it."
            ).format(call=path.name, letter=letter.name),
            (self.tr("Open the letter"), lambda: show(letter)),
            (self.tr("Show its folder"), lambda: show(folder)),
        )

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        self.set_pages(page)
        column.addWidget(label(self.tr("Ask members for {year}").format(year=self._year), "title"))
        row = QHBoxLayout()
        row.setSpacing(SPACE[5])
        row.addLayout(self._make_questions(), 2)
        row.addLayout(self._make_letter(), 3)
        column.addLayout(row, 1)
        column.addLayout(self._make_foot())

    def _make_questions(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE[3])
        asked = self.tr("What do you ask for?")
        column.addWidget(label(asked, bold=True))
        self.level = Choice(self._context.design, list(_OFFERED), columns=1, icon_above=False)
        says = {
            "numbers": self.tr("Numbers only: enough for the overview"),
            "roles": self.tr("One partnership each, with roles instead of names"),
            "whole": self.tr("The whole file, private notes included"),
        }
        self.level.set_texts(asked, [says[level] for level, _ in _OFFERED])
        self.level.chosen.connect(self._show)
        self.level.setMinimumHeight(self.level.sizeHint().height())
        column.addWidget(self.level)
        self.until = date_field(self._context, self.tr("Until when?"))
        until = Field(self.until)
        until.set_texts(self.tr("Until when?"))
        self.until.changed.connect(self._show)
        self.until.refused.connect(self._show)
        self.email = QLineEdit()
        self._email = Field(self.email)
        self._email.set_texts(self.tr("To which address do they answer?"))
        self.email.textChanged.connect(self._show)
        self.why = QPlainTextEdit()
        self.why.setTabChangesFocus(True)
        self.why.setMaximumHeight(90)
        why = Field(self.why)
        why.set_texts(self.tr("Why, in your own words (may stay empty)"))
        self.why.textChanged.connect(self._show)
        for field in (until, self._email, why):
            column.addWidget(field)
        column.addStretch(1)
        return column

    def _make_letter(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE[1])
        said = label(self.tr("The letter"), bold=True)
        self.letter = QPlainTextEdit()
        self.letter.setReadOnly(True)
        self.letter.setTabChangesFocus(True)
        self.letter.setAccessibleName(said.text())
        said.setBuddy(self.letter)
        column.addWidget(said)
        column.addWidget(self.letter, 1)
        return column

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        self._hint = label(role="small", tone="muted", wrap=True)
        self.save = button(self.tr("Save the call and the letter…"), "primary")
        self.save.clicked.connect(self._ask_folder)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(self._hint, 1)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        return row
