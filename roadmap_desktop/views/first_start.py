"""The first questions (language, who you are, where the file lives) on three calm screens; makes no file itself."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.i18n import system_language
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.settings import Settings
from roadmap_desktop.views.file_question import FileQuestion
from roadmap_desktop.views.languages import language_names
from roadmap_desktop.views.question import Question, asked, line_of, scrolling, short_line
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.choice import Choice
from roadmap_desktop.widgets.design import Design, button, scaled
from roadmap_desktop.widgets.fields import Field
from roadmap_desktop.widgets.steps import Steps

KINDS = (("community", "users"), ("enterprise", "handshake"), ("municipality", "landmark"))
"""Kinds of organisation that walk a roadmap, each with its icon."""


class FirstAnswers(NamedTuple):
    """What the user said. With `sample` the sample is wanted first; with a `title` a partnership begins at once."""

    language: str
    name: str
    organisation: str
    kind: str
    path: Path
    sample: bool
    title: str = ""
    partner: str = ""
    partner_kind: str = ""


class FirstStart(QDialog):
    """The screens. `finished_with` carries FirstAnswers; the app then makes the file and calls `accept`, or `say`."""

    finished_with = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self,
        settings: Settings,
        design: Design,
        *,
        new_file: bool = False,
        received: Path | None = None,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`new_file` asks only what is not known yet; `folder` is where the file is proposed (default: Documents).

        With a file that was `received` nothing is asked about a file.
        """
        super().__init__(parent)
        self._settings = settings
        self._design = design
        self._new_file = new_file
        self.received = received
        self.file = FileQuestion(design, folder or paths.documents_folder(), new_file=new_file)
        self._language = settings.text("language") or system_language()
        self._build()
        self._retranslate()
        self._show_screen(0)

    # values ----------------------------------------------------------------------------------------

    def say(self, message: str) -> None:
        """Tell why the file could not be made; the answers stay."""
        self.banner.say(message, grave=True)

    @property
    def path(self) -> Path:
        """Where the file would be made now."""
        return self.file.path

    def answers(self) -> FirstAnswers:
        """What the user has said so far."""
        beginning = self.file.beginning.value()
        begins = beginning == "partnership"
        return FirstAnswers(
            language=self._language,
            name=line_of(self.name),
            organisation=line_of(self.organisation),
            kind=self.kind.value(),
            path=self.received or self.path,
            sample=beginning == "sample",
            title=line_of(self.file.first_title) if begins else "",
            partner=line_of(self.file.partner) if begins else "",
            partner_kind=str(self.file.partner_kind.currentData()) if begins else "",
        )

    # going about -----------------------------------------------------------------------------------

    @property
    def page(self) -> QWidget:
        """The screen in view."""
        return self._questions[self._stack.currentIndex()]

    def _show_screen(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        last = number == self._stack.count() - 1
        self._back.setVisible(number > 0)
        self._next.setText(self.tr("Begin") if last else self.tr("Next"))
        here = self.tr("Question {number} of {total}").format(number=number + 1, total=self._stack.count())
        self._steps.set_at(number, here)
        self.banner.hide()
        if last:
            self._name_owner()
        self._first_field().setFocus()

    def _first_field(self) -> QWidget:
        if self.page is self._language_question:
            return self.language
        if self.page is self._who_question:
            return self.organisation if self.name.text() or self._name_field.isHidden() else self.name
        return self.file.first_title

    def _forward(self) -> None:
        if self.page is self._who_question and not self._who_complete():
            return
        if self._stack.currentIndex() < self._stack.count() - 1:
            self._show_screen(self._stack.currentIndex() + 1)
        elif self.received is not None or self.file.complete():
            self.finished_with.emit(self.answers())

    def _backward(self) -> None:
        self._show_screen(self._stack.currentIndex() - 1)

    def _who_complete(self) -> bool:
        return asked(
            self._name_field, self.tr("Please write your name: it stands by what you write.")
        ) and asked(
            self._organisation_field,
            self.tr("Please write your organisation’s name: it stands on every sheet."),
        )

    # what the user does -----------------------------------------------------------------------------

    def _choose_language(self, code: str) -> None:
        self._language = code
        self.language_chosen.emit(code)
        self._retranslate()

    def _name_owner(self) -> None:
        self.file.show_owner(self.organisation.text(), self.kind.value())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.banner = Banner(self._design, "")
        self._stack = QStackedWidget()
        self._language_question = self._make_language()
        self._who_question = self._make_who()
        self._questions = [self._language_question, self._who_question, self.file]
        if self._new_file:
            self._questions.remove(self._language_question)
        if self.received is not None:
            self._questions.remove(self.file)
            self.file.setParent(self)
            self.file.hide()
        for question in self._questions:
            self._stack.addWidget(scrolling(question))
        self._steps = Steps(self._design, self._stack.count())
        self._back = button("", "quiet")
        self._next = button("", "primary")
        self._next.setDefault(True)
        self._next.setMinimumWidth(140)
        self._back.clicked.connect(self._backward)
        self._next.clicked.connect(self._forward)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE[6], SPACE[3], SPACE[6], SPACE[5])
        foot.addWidget(self._steps)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addSpacing(SPACE[3])
        foot.addWidget(self._next)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)
        self.setMinimumSize(QSize(600, 480))
        self.resize(820, 640)

    def _make_language(self) -> Question:
        names = language_names()
        question = Question()
        self.language = Choice(
            self._design, [(code, "") for code in names], columns=2 if len(names) > 3 else 1
        )
        self.language.set_value(self._language)
        for code in names:
            self.language.button(code).setMinimumHeight(60)
            self.language.button(code).setFont(scaled(self.font(), "lead"))
        self.language.chosen.connect(self._choose_language)
        question.column.addWidget(self.language)
        question.column.addStretch(3)
        return question

    def _make_who(self) -> Question:
        question = Question()
        self.name = short_line(self._settings.text("name"))
        self.organisation = short_line(self._settings.text("organisation"))
        self._name_field = Field(self.name)
        self._organisation_field = Field(self.organisation)
        if self._new_file and self.name.text():
            self._name_field.hide()
        self.kind = Choice(self._design, KINDS)
        self.kind.set_value(self._settings.text("kind"))
        self.kind.chosen.connect(self._name_owner)
        for key, _icon in KINDS:
            self.kind.button(key).setMinimumHeight(84)
        self._kind_field = Field(self.kind)
        for made in (self._name_field, self._organisation_field, self._kind_field):
            question.column.addWidget(made)
            question.column.addSpacing(SPACE[2])
        question.column.addStretch(3)
        for edit, field in ((self.name, self._name_field), (self.organisation, self._organisation_field)):
            edit.textChanged.connect(lambda _text, field=field: field.set_error(""))
        return question

    # texts ------------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        words = load_words(paths.WORDS, self._language)
        kinds = words.group("kind")
        self.setWindowTitle(self.tr("New file") if self._new_file else self.tr("Welcome"))
        self._back.setText(self.tr("Back"))
        self.banner.set_close_name(self.tr("Close this message"))
        self._language_question.ask(
            self.tr("Welcome. Which language shall we speak?"), self.tr("You can change it at any time.")
        )
        self._who_question.ask(
            self.tr("Who are you?"), self.tr("This stays on your computer and in the files you send.")
        )
        self.language.set_texts(self.tr("Language"), list(language_names().values()))
        self._name_field.set_texts(self.tr("Your name"))
        self._organisation_field.set_texts(self.tr("Your organisation"))
        self._kind_field.set_texts(self.tr("What kind of organisation is it?"))
        self.kind.set_texts(self.tr("What kind of organisation is it?"), [kinds[key] for key, _icon in KINDS])
        for field in (self._name_field, self._organisation_field):
            field.set_error("")
        self.file.retranslate(self._language)
        self._name_owner()
        if self._stack.count():
            last = self._stack.currentIndex() == self._stack.count() - 1
            self._next.setText(self.tr("Begin") if last else self.tr("Next"))
