"""The letter that goes with a copy: to whom, in which language, its text, and whether a sheet goes along; writes no file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.documents import mail
from roadmap_desktop.domain.levels import Level
from roadmap_desktop.domain.records import SHORT_TEXT, Person
from roadmap_desktop.domain.words import Words, load_words
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.languages import language_names
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.fields import Field

_WIDE: Final = 420
_LEAST: Final = 110
"""Least height of the text."""


class LetterForm(QWidget):
    """The proposed text follows what is chosen until the user writes one of their own. `changed` on every choice."""

    changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """`language` is the one that is proposed."""
        super().__init__(parent)
        self._people: list[Person] = []
        self._proposed = ""
        self._build(language)
        self._connect()

    # what is chosen ---------------------------------------------------------------------------------

    @property
    def words(self) -> Words:
        """The words of the language it is written in."""
        return _words(str(self.language.currentData()))

    def to(self) -> Person:
        """Whom it is to, as far as that is said."""
        return Person(name=self.name.currentText().strip(), email=self.email.text().strip())

    def text(self) -> str:
        """The letter as it stands."""
        return self.body.toPlainText()

    @property
    def own(self) -> bool:
        """The user wrote in it."""
        return self.text() != self._proposed

    def propose(self, text: str) -> None:
        """Show `text`, unless the user has written a letter of their own."""
        own, self._proposed = self.own, text
        if not own:
            self.body.setPlainText(text)
        self._show_own()

    @property
    def locks(self) -> bool:
        """The copy shall open with a password only."""
        return self.locked.isChecked() and not self.locked.isHidden()

    @property
    def encloses_sheet(self) -> bool:
        """A sheet goes along that anybody can read."""
        return self.sheet.isChecked() and not self.sheet.isHidden()

    def suit(self, level: Level | None) -> None:
        """Offer what goes with a copy of `level`: a sheet for who may have no program, a password for what is a file of ours."""
        self.locked.setVisible(level not in (None, "numbers"))
        self.sheet.setChecked(level in ("partner", "roles"))
        self._show_sheet()

    def _show_sheet(self) -> None:
        """What is locked has no sheet beside it that says the same."""
        self.sheet.setVisible(not self.locked.isHidden() and not self.locks)

    def _on_locked(self) -> None:
        self._show_sheet()
        self.changed.emit()

    def offer(self, people: Sequence[Person]) -> None:
        """Propose the first of `people` who has an address, or the first; what the user wrote stays."""
        written = self.to()
        untouched = written == Person() or (written.name, written.email) in map(_key, self._people)
        self._people = list(people)
        self.name.clear()
        for person in people:
            self.name.addItem(person.name or person.email)
        first = next((person for person in people if person.email), next(iter(people), Person()))
        self.show_person(first if untouched else written)

    def show_person(self, person: Person) -> None:
        """Have it addressed to `person`."""
        self.name.setCurrentText(person.name)
        self.email.setText(person.email)
        self._check_address()

    def _on_chosen(self, number: int) -> None:
        if 0 <= number < len(self._people):
            self.show_person(self._people[number])
            self.changed.emit()

    def _check_address(self) -> None:
        """An address that cannot be one is no reason to stop: it can be written in the mail program."""
        text = self.email.text().strip()
        wrong = text and not mail.is_address(text)
        self._address.set_error(
            self.tr("This is not an e-mail address; the letter will have none.") if wrong else ""
        )

    def _take_proposed(self) -> None:
        self.body.setPlainText(self._proposed)
        self.body.setFocus()

    def _show_own(self) -> None:
        self.again.setVisible(self.own)

    # building ---------------------------------------------------------------------------------------

    def _build(self, language: str) -> None:
        self.name, self.email, self.language = QComboBox(), QLineEdit(), QComboBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setMinimumContentsLength(10)
        self.name.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        line = self.name.lineEdit()
        assert line is not None
        for edit in (line, self.email):
            edit.setMaxLength(SHORT_TEXT)
        for code, name in language_names().items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        for control in (self.name, self.email, self.language):
            control.setMinimumHeight(38)
        called, self._address, spoken = Field(self.name), Field(self.email), Field(self.language)
        called.set_texts(self.tr("Letter to"))
        self._address.set_texts(self.tr("E-mail"))
        spoken.set_texts(self.tr("Language of the letter"))
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        for field, share in ((called, 5), (self._address, 5), (spoken, 3)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        column.addLayout(row)
        column.addLayout(self._make_body(), 1)
        self.sheet = QCheckBox(self.tr("With the sheet as PDF, for a reader without the program"))
        self.locked = QCheckBox(self.tr("With a password, which you tell them by telephone"))
        ticks = QVBoxLayout()
        ticks.setSpacing(SPACE[1])
        for box in (self.sheet, self.locked):
            ticks.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(ticks)

    def _make_body(self) -> QVBoxLayout:
        self.body = _Body()
        self.body.setTabChangesFocus(True)
        self.body.setAccessibleName(self.tr("Text of the letter"))
        caption = label(self.tr("Text of the letter"), bold=True)
        caption.setBuddy(self.body)
        self.again = button(self.tr("Put the proposed text back"), "link")
        self.again.hide()
        head = QHBoxLayout()
        head.addWidget(caption, 1)
        head.addWidget(self.again)
        column = QVBoxLayout()
        column.setSpacing(SPACE[1])
        column.addLayout(head)
        column.addWidget(self.body, 1)
        return column

    def _connect(self) -> None:
        self.name.activated.connect(self._on_chosen)
        self.name.editTextChanged.connect(self.changed)
        self.email.textChanged.connect(self.changed)
        self.email.editingFinished.connect(self._check_address)
        self.language.activated.connect(self.changed)
        self.sheet.toggled.connect(self.changed)
        self.locked.toggled.connect(self._on_locked)
        self.body.textChanged.connect(self._show_own)
        self.again.clicked.connect(self._take_proposed)


class _Body(QPlainTextEdit):
    """Takes whatever room is left, and asks for little."""

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, _LEAST)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _LEAST)


def _key(person: Person) -> tuple[str, str]:
    return person.name, person.email


@cache
def _words(language: str) -> Words:
    return load_words(paths.WORDS, language)
