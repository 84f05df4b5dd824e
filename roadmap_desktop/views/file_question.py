"""The question where the file shall live and how it begins; makes no file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop import paths
from roadmap_desktop.domain.names import free_name, safe_file_name
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.question import Question, asked, short_line
from roadmap_desktop.widgets.choice import Choice
from roadmap_desktop.widgets.design import Design, button, card, label, set_tone
from roadmap_desktop.widgets.elided import ElidedLine
from roadmap_desktop.widgets.fields import Field

SUFFIX = ".roadmap"
PARTNER_KINDS = ("municipality", "community", "enterprise", "other")


class FileQuestion(Question):
    """A path that is free; and a first partnership, the sample, or nothing."""

    def __init__(
        self, design: Design, folder: Path, *, new_file: bool, parent: QWidget | None = None
    ) -> None:
        """`folder` is where the file is proposed; a `new_file` may begin empty, the first one with the sample."""
        super().__init__(parent)
        self._design = design
        self._folder = folder
        self._new_file = new_file
        self._organisation = self._kind = self._language = ""
        self._chosen_path: Path | None = None
        self._build()

    # values ----------------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """Where the file would be made now."""
        if self._chosen_path is not None:
            return self._chosen_path
        return free_name(self._wanted_path(), _taken)

    def show_owner(self, organisation: str, kind: str) -> None:
        """Propose a name after `organisation`, and a partner of the other kind where `kind` is a new one."""
        self._organisation = organisation
        if kind != self._kind:
            self._kind = kind
            self._guess_partner()
        self.show_path()

    def complete(self) -> bool:
        """Whether everything is there and the file can be made; complains where it is not."""
        if self.beginning.value() == "partnership" and not (
            asked(self._title_field, self.tr("Please give the partnership a name. You can change it later."))
            and asked(self._partner_field, self.tr("Please write whom you want to work with."))
        ):
            return False
        if self._chosen_path is not None and _taken(self._chosen_path):
            self._chosen_path = free_name(self._chosen_path, _taken)
        self.show_path()
        return _writable(self.path.parent)

    def _wanted_path(self) -> Path:
        """The path as it would be if nothing stood there; the sample bears its own name."""
        fallback = self.tr("Partnerships")
        if self.beginning.value() == "sample":
            wanted = load_words(paths.WORDS, self._language)("sheet", "sample_file")
        else:
            wanted = self._organisation
        return self._folder / f"{safe_file_name(wanted, fallback)}{SUFFIX}"

    # what the user does -----------------------------------------------------------------------------

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
        self.show_path(other_than=wanted)

    def show_path(self, other_than: Path | None = None) -> None:
        """Show where the file would be made now, and why not at `other_than` or where it was wanted first."""
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
        self.show_path()

    def _guess_partner(self) -> None:
        wanted = "community" if self._kind == "municipality" else "municipality"
        self.partner_kind.setCurrentIndex(self.partner_kind.findData(wanted))

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.column.addWidget(self._make_path())
        self.column.addWidget(self._file_note)
        self.column.addSpacing(SPACE[4])
        self.beginning = Choice(
            self._design,
            [("partnership", "handshake"), ("empty", "file")] if self._new_file
            else [("partnership", "handshake"), ("sample", "map")],
            icon_above=False,
        )  # fmt: skip
        self.beginning.chosen.connect(self._show_beginning)
        self._beginning_field = Field(self.beginning)
        self.column.addWidget(self._beginning_field)
        self.column.addWidget(self._make_first())
        self.column.addStretch(3)

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
        self.first_title = short_line()
        self.partner = short_line()
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

    def retranslate(self, language: str) -> None:
        """Put every text in `language`, which the translators speak already."""
        self._language = language
        kinds = load_words(paths.WORDS, language).group("kind")
        self.ask(self.tr("Where should your file live?"))
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
        for field in (self._title_field, self._partner_field):
            field.set_error("")
        self._show_beginning()


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
