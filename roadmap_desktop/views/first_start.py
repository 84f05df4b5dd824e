"""The first questions (language, who you are, where the file lives) on three calm screens; makes no file itself."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.domain import records
from roadmap_desktop.domain.names import free_name, safe_file_name
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.i18n import system_language
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.settings import Settings
from roadmap_desktop.views.languages import language_names
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.choice import Choice
from roadmap_desktop.widgets.design import Design, button, card, label, scaled, set_tone
from roadmap_desktop.widgets.elided import ElidedLine
from roadmap_desktop.widgets.fields import Field
from roadmap_desktop.widgets.steps import Steps

SUFFIX = ".roadmap"
KINDS = (("community", "users"), ("enterprise", "handshake"), ("municipality", "landmark"))
"""Kinds of organisation that walk a roadmap, each with its icon."""
PARTNER_KINDS = ("municipality", "community", "enterprise", "other")


_Heading: TypeAlias = tuple[QLabel, QLabel]


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
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`new_file` asks only what is not known yet; `folder` is where the file is proposed (default: Documents)."""
        super().__init__(parent)
        self._settings = settings
        self._design = design
        self._new_file = new_file
        self._folder = folder or paths.documents_folder()
        self._chosen_path: Path | None = None
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
        if self._chosen_path is not None:
            return self._chosen_path
        return free_name(self._wanted_path(), _taken)

    def _wanted_path(self) -> Path:
        """The path as it would be if nothing stood there; the sample bears its own name."""
        fallback = self.tr("Partnerships")
        if self.beginning.value() == "sample":
            wanted = load_words(paths.WORDS, self._language)("sheet", "sample_file")
        else:
            wanted = self.organisation.text()
        return self._folder / f"{safe_file_name(wanted, fallback)}{SUFFIX}"

    def answers(self) -> FirstAnswers:
        """What the user has said so far."""
        sample = self.beginning.value() == "sample"
        begins = self.beginning.value() == "partnership"
        return FirstAnswers(
            language=self._language,
            name=_line(self.name),
            organisation=_line(self.organisation),
            kind=self.kind.value(),
            path=self.path,
            sample=sample,
            title=_line(self.first_title) if begins else "",
            partner=_line(self.partner) if begins else "",
            partner_kind=str(self.partner_kind.currentData()) if begins else "",
        )

    # going about -----------------------------------------------------------------------------------

    @property
    def page(self) -> QWidget:
        """The screen in view."""
        return self._screens[self._stack.currentIndex()]

    def _show_screen(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        last = number == self._stack.count() - 1
        self._back.setVisible(number > 0)
        self._next.setText(self.tr("Begin") if last else self.tr("Next"))
        here = self.tr("Question {number} of {total}").format(number=number + 1, total=self._stack.count())
        self._steps.set_at(number, here)
        self.banner.hide()
        if last:
            self._show_path()
        self._first_field().setFocus()

    def _first_field(self) -> QWidget:
        if self.page is self._language_screen:
            return self.language
        if self.page is self._who_screen:
            return self.organisation if self.name.text() or self._name_field.isHidden() else self.name
        return self.first_title

    def _forward(self) -> None:
        if self.page is self._who_screen and not self._who_complete():
            return
        if self._stack.currentIndex() < self._stack.count() - 1:
            self._show_screen(self._stack.currentIndex() + 1)
        elif self._file_complete():
            self.finished_with.emit(self.answers())

    def _backward(self) -> None:
        self._show_screen(self._stack.currentIndex() - 1)

    def _who_complete(self) -> bool:
        return _asked(
            self._name_field, self.tr("Please write your name: it stands by what you write.")
        ) and _asked(
            self._organisation_field,
            self.tr("Please write your organisation’s name: it stands on every sheet."),
        )

    def _file_complete(self) -> bool:
        if self.beginning.value() == "partnership" and not (
            _asked(self._title_field, self.tr("Please give the partnership a name. You can change it later."))
            and _asked(self._partner_field, self.tr("Please write whom you want to work with."))
        ):
            return False
        if self._chosen_path is not None and _taken(self._chosen_path):
            self._chosen_path = free_name(self._chosen_path, _taken)
        self._show_path()
        return _writable(self.path.parent)

    # what the user does -----------------------------------------------------------------------------

    def _choose_language(self, code: str) -> None:
        self._language = code
        self.language_chosen.emit(code)
        self._retranslate()

    def _choose_path(self) -> None:
        kinds = self.tr("Roadmap files ({pattern})").format(pattern=f"*{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where should the file live?"),
            str(self.path),
            kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if not chosen:
            return
        wanted = Path(chosen)
        if wanted.suffix.lower() != SUFFIX:
            wanted = wanted.with_name(f"{wanted.name}{SUFFIX}")
        name = safe_file_name(wanted.stem, self.tr("Partnerships"))
        self._chosen_path = free_name(wanted.with_name(f"{name}{SUFFIX}"), _taken)
        self._show_path(other_than=wanted)

    def _show_path(self, other_than: Path | None = None) -> None:
        path = self.path
        wanted = other_than or (None if self._chosen_path else self._wanted_path())
        self._file.set_text(path.name)
        self._file_folder.set_text(str(path.parent))
        self._file_row.setAccessibleName(str(path))
        if not _writable(path.parent):
            text = self.tr("Nothing can be saved in this folder. Please choose another one.")
            tone = "overdue"
        elif wanted is not None and wanted != path and _taken(wanted):
            text = self.tr("“{name}” is there already and stays as it is; this will be a new file.").format(
                name=wanted.name
            )
            tone = "muted"
        else:
            text = self.tr(
                "Everything is in this one file. You can copy it, e-mail it or move it at any time."
            )
            tone = "muted"
        self._file_note.setText(text)
        set_tone(self._file_note, tone)

    def _show_beginning(self) -> None:
        value = self.beginning.value()
        self._first.setVisible(value == "partnership")
        hint = self.tr(
            "Three made-up partnerships to look around in and try things with. Your own file can follow any time."
        )
        self._beginning_field.set_texts(
            self.tr("How would you like to begin?"), hint if value == "sample" else ""
        )
        self._show_path()

    def _guess_partner(self) -> None:
        wanted = "community" if self.kind.value() == "municipality" else "municipality"
        self.partner_kind.setCurrentIndex(self.partner_kind.findData(wanted))

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
        self._language_screen, self._language_texts = self._make_language()
        self._who_screen, self._who_texts = self._make_who()
        self._file_screen, self._file_texts = self._make_file()
        self._screens = [self._language_screen, self._who_screen, self._file_screen]
        if self._new_file:
            self._screens.remove(self._language_screen)
        for screen in self._screens:
            self._stack.addWidget(_scrolling(screen))
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

    def _make_language(self) -> tuple[QWidget, _Heading]:
        names = language_names()
        page, column, texts = _screen()
        self.language = Choice(
            self._design, [(code, "") for code in names], columns=2 if len(names) > 3 else 1
        )
        self.language.set_value(self._language)
        for code in names:
            self.language.button(code).setMinimumHeight(60)
            self.language.button(code).setFont(scaled(self.font(), "lead"))
        self.language.chosen.connect(self._choose_language)
        column.addWidget(self.language)
        column.addStretch(3)
        return page, texts

    def _make_who(self) -> tuple[QWidget, _Heading]:
        page, column, texts = _screen()
        self.name = _edit(self._settings.text("name"))
        self.organisation = _edit(self._settings.text("organisation"))
        self._name_field = Field(self.name)
        self._organisation_field = Field(self.organisation)
        if self._new_file and self.name.text():
            self._name_field.hide()
        self.kind = Choice(self._design, KINDS)
        self.kind.set_value(self._settings.text("kind"))
        self.kind.chosen.connect(self._guess_partner)
        for key, _icon in KINDS:
            self.kind.button(key).setMinimumHeight(84)
        self._kind_field = Field(self.kind)
        for made in (self._name_field, self._organisation_field, self._kind_field):
            column.addWidget(made)
            column.addSpacing(SPACE[2])
        column.addStretch(3)
        for edit, field in ((self.name, self._name_field), (self.organisation, self._organisation_field)):
            edit.textChanged.connect(lambda _text, field=field: field.set_error(""))
        return page, texts

    def _make_file(self) -> tuple[QWidget, _Heading]:
        page, column, texts = _screen()
        column.addWidget(self._make_path())
        column.addWidget(self._file_note)
        column.addSpacing(SPACE[4])
        self.beginning = Choice(
            self._design,
            [("partnership", "handshake"), ("empty", "file")] if self._new_file
            else [("partnership", "handshake"), ("sample", "map")],
            icon_above=False,
        )  # fmt: skip
        self.beginning.chosen.connect(self._show_beginning)
        self._beginning_field = Field(self.beginning)
        column.addWidget(self._beginning_field)
        column.addWidget(self._make_first())
        column.addStretch(3)
        return page, texts

    def _make_path(self) -> QFrame:
        self._file_row, inside = card(margins=SPACE[3])
        self._file = ElidedLine(self._design, bold=True)
        self._file_folder = ElidedLine(self._design, "small", muted=True)
        self._file_note = label(role="small", tone="muted", wrap=True)
        self.change = button("", "quiet")
        self.change.clicked.connect(self._choose_path)
        row = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._file)
        names.addWidget(self._file_folder)
        row.addLayout(names, 1)
        row.addWidget(self.change)
        inside.addLayout(row)
        return self._file_row

    def _make_first(self) -> QWidget:
        self._first = QWidget()
        column = QVBoxLayout(self._first)
        column.setContentsMargins(0, SPACE[2], 0, 0)
        column.setSpacing(SPACE[3])
        self.first_title = _edit()
        self.partner = _edit()
        self.partner_kind = QComboBox()
        self.partner_kind.setMinimumHeight(38)
        self._title_field = Field(self.first_title)
        self._partner_field = Field(self.partner)
        self._partner_kind_field = Field(self.partner_kind)
        column.addWidget(self._title_field)
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        row.addWidget(self._partner_field, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._partner_kind_field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        for edit, field in ((self.first_title, self._title_field), (self.partner, self._partner_field)):
            edit.textChanged.connect(lambda _text, field=field: field.set_error(""))
        return self._first

    # texts ------------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        words = load_words(paths.WORDS, self._language)
        kinds = words.group("kind")
        self.setWindowTitle(self.tr("New file") if self._new_file else self.tr("Welcome"))
        self._back.setText(self.tr("Back"))
        self.banner.set_close_name(self.tr("Close this message"))
        self._retranslate_screens()
        self.language.set_texts(self.tr("Language"), list(language_names().values()))
        self._name_field.set_texts(self.tr("Your name"))
        self._organisation_field.set_texts(self.tr("Your organisation"))
        self._kind_field.set_texts(self.tr("What kind of organisation is it?"))
        self.kind.set_texts(self.tr("What kind of organisation is it?"), [kinds[key] for key, _icon in KINDS])
        self.change.setText(self.tr("Change…"))
        second = self.tr("With an empty file") if self._new_file else self.tr("Look at the sample first")
        first = self.tr("With a partnership") if self._new_file else self.tr("With my first partnership")
        self.beginning.set_texts(self.tr("How would you like to begin?"), [first, second])
        self._title_field.set_texts(self.tr("What do you want to do together?"))
        self.first_title.setPlaceholderText(self.tr("For example: a youth room in the old library"))
        self._partner_field.set_texts(self.tr("With whom?"))
        self.partner.setPlaceholderText(self.tr("Name of the partner organisation"))
        self._partner_kind_field.set_texts(self.tr("Kind of partner"))
        chosen = self.partner_kind.currentData()
        self.partner_kind.clear()
        for key in PARTNER_KINDS:
            self.partner_kind.addItem(kinds[key], key)
        self._guess_partner()
        if chosen is not None:
            self.partner_kind.setCurrentIndex(self.partner_kind.findData(chosen))
        for field in (self._name_field, self._organisation_field, self._title_field, self._partner_field):
            field.set_error("")
        self._show_beginning()
        if self._stack.count():
            last = self._stack.currentIndex() == self._stack.count() - 1
            self._next.setText(self.tr("Begin") if last else self.tr("Next"))

    def _retranslate_screens(self) -> None:
        for (title, text), words in (
            (
                self._language_texts,
                (
                    self.tr("Welcome. Which language shall we speak?"),
                    self.tr("You can change it at any time."),
                ),
            ),
            (
                self._who_texts,
                (self.tr("Who are you?"), self.tr("This stays on your computer and in the files you send.")),
            ),
            (
                self._file_texts,
                (self.tr("Where should your file live?"), ""),
            ),
        ):
            title.setText(words[0])
            text.setText(words[1])
            text.setVisible(bool(words[1]))


def _screen() -> tuple[QWidget, QVBoxLayout, _Heading]:
    """A page with its heading, its column below, and the heading's labels."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[3])
    column.setSpacing(SPACE[2])
    column.addStretch(1)
    title = label(role="title", wrap=True)
    text = label(tone="muted", wrap=True)
    column.addWidget(title)
    column.addWidget(text)
    column.addSpacing(SPACE[4])
    return page, column, (title, text)


def _scrolling(page: QWidget) -> QScrollArea:
    """The page in a column of a readable width, scrolled where the window is small."""
    page.setMaximumWidth(READING_WIDTH)
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(page, 100)
    row.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(middle)
    return area


def _edit(text: str = "") -> QLineEdit:
    made = QLineEdit(text)
    made.setMaxLength(records.SHORT_TEXT)
    made.setMinimumHeight(38)
    return made


def _line(edit: QLineEdit) -> str:
    """What stands in `edit`, spaces put right."""
    return " ".join(edit.text().split())


def _asked(field: Field, complaint: str) -> bool:
    """Whether the field is filled, or need not be; complains and goes there where it is not."""
    control = field.control
    assert isinstance(control, QLineEdit)
    if field.isHidden() or _line(control):
        return True
    field.set_error(complaint)
    control.setFocus()
    return False


def _taken(path: Path) -> bool:
    """Whether something stands at `path`, or nobody can tell."""
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return False


def _writable(folder: Path) -> bool:
    """Whether a file can be made in `folder`; tried, since the systems' own answers cannot be relied on."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
