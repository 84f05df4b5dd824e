"""What was made to be sent, told at the end: the files, the way into the mail program, and what to do without one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.services.delivery import Delivery
from roadmap_desktop.services.inventory import size_text
from roadmap_desktop.views.mail_program import open_by_system
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.design import Design, button, label, set_icon
from roadmap_desktop.widgets.elided import ElidedLine


class SentPage(QWidget):
    """Empty until `show_delivery`. `said` carries a sentence for the user; `not_sent` that it was not sent after all."""

    said = Signal(str)
    not_sent = Signal()

    def __init__(self, design: Design, parent: QWidget | None = None) -> None:
        """See QWidget."""
        super().__init__(parent)
        self._design = design
        self._delivery: Delivery | None = None
        self._text = ""
        self._build()

    def show_delivery(self, delivery: Delivery, text: str, *, mail: bool) -> None:
        """Tell what was made; `text` is the letter, `mail` says that a mail program takes it as a file."""
        self._delivery, self._text = delivery, text
        sent = delivery.sent
        assert sent is not None
        copy = (
            self.tr("The numbers: “{name}” ({size}).")
            if sent.level == "numbers"
            else self.tr("The copy: “{name}” ({size}), read back and found whole.")
        )
        lines = [copy.format(name=sent.path.name, size=size_text(sent.size))]
        if delivery.sheet is not None:
            lines.append(
                self.tr("The sheet for a reader without the program: “{name}”.").format(
                    name=delivery.sheet.name
                )
            )
        if delivery.letter is not None:
            lines.append(self.tr("The letter with all of it: “{name}”.").format(name=delivery.letter.name))
        self.files.show_lines(lines)
        self.where.set_text(str(sent.path.parent))
        self._noted.setVisible(delivery.noted)
        opens = mail and delivery.letter is not None
        self.open_.setVisible(opens)
        self.copy.setVisible(delivery.letter is not None)
        self._hint.setText(
            self._too_large()
            if delivery.letter is None
            else self._with_program()
            if mail
            else self._without_program()
        )
        (self.open_ if opens else self.folder).setFocus()

    def show_taken_out(self) -> None:
        """The line of the register is gone again."""
        self._noted.hide()

    def _with_program(self) -> str:
        return self.tr(
            "It is on its way only once you press “Send” in the mail program. A program that shows the letter only to"
            " be read, as Thunderbird does, sends it after “Edit as new message”. If you read your mail in the browser,"
            " begin a new letter there, attach the files from the folder and paste the text."
        )

    def _without_program(self) -> str:
        return self.tr(
            "No mail program on this computer takes a letter that is a file. Begin a new letter where you read your"
            " mail, attach the files from the folder and paste the text."
        )

    def _too_large(self) -> str:
        return self.tr(
            "It is too large for any letter, so none was made. Hand the copy over on a memory stick; or send one"
            " partnership instead of the whole file."
        )

    def _open(self) -> None:
        """Have the mail program open the letter; where there is none after all, show the folder."""
        assert self._delivery is not None
        letter = self._delivery.letter
        if letter is not None and not open_by_system(letter):
            self.open_.hide()
            self._hint.setText(self._without_program())
            self._show_folder()

    def _show_folder(self) -> None:
        assert self._delivery is not None
        assert self._delivery.sent is not None
        folder = self._delivery.sent.path.parent
        if not open_by_system(folder):
            self.said.emit(
                self.tr("The folder could not be opened from here. It is {folder}.").format(folder=folder)
            )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.said.emit(self.tr("The text of the letter is copied and can be pasted."))

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[4])
        column.addWidget(label(self.tr("Ready to be sent"), "title"))
        self.files = Bullets(spacing=SPACE[2])
        column.addWidget(self.files)
        self.where = ElidedLine(self._design, "small", muted=True)
        column.addWidget(self.where)
        self.open_ = button(self.tr("Open the letter in the mail program"), "primary")
        set_icon(self.open_, self._design.icon("mail", self._design.theme.on_accent))
        self.folder = button(self.tr("Show the folder"))
        set_icon(self.folder, self._design.icon("folder-open"))
        self.copy = button(self.tr("Copy the text of the letter"))
        self.open_.clicked.connect(self._open)
        self.folder.clicked.connect(self._show_folder)
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        for made in (self.open_, self.folder, self.copy):
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        self._hint = label(tone="muted", wrap=True)
        column.addWidget(self._hint)
        column.addStretch(1)
        column.addWidget(self._make_noted())

    def _make_noted(self) -> QWidget:
        self._noted = QWidget()
        row = QHBoxLayout(self._noted)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[2])
        row.addWidget(label(self.tr("The register of exchanges has a line of it."), "small", tone="muted"))
        self.undone = button(self.tr("Take it out: it was not sent"), "link")
        self.undone.clicked.connect(self.not_sent)
        row.addWidget(self.undone, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        return self._noted
