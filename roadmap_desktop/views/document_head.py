"""What stands over a document: its name, what it is for, whose template it follows, its language; shows no text of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.languages import language_names
from roadmap_desktop.widgets.design import button, label


class DocumentHead(QWidget):
    """`language_chosen` when the document shall speak another; the others are the links beside "your own template"."""

    language_chosen = Signal()
    template_wanted = Signal()
    ours_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_document`."""
        super().__init__(parent)
        self._heading = label(role="heading", wrap=True)
        self._purpose = label(tone="muted", wrap=True)
        self._own = self._make_own()
        self.language = QComboBox()
        self.language.setMinimumHeight(34)
        for code, name in language_names().items():
            self.language.addItem(name, code)
        caption = label(self.tr("Language of the document"), "small", tone="muted")
        caption.setBuddy(self.language)
        self.language.setAccessibleName(caption.text())
        self.language.activated.connect(self.language_chosen)
        names, chosen = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (names, (self._heading, self._purpose, self._own)),
            (chosen, (caption, self.language)),
        ):
            column.setSpacing(SPACE[1])
            for part in parts:
                column.addWidget(part)
        chosen.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        row.setSpacing(SPACE[4])
        row.addLayout(names, 1)
        row.addLayout(chosen)

    @property
    def code(self) -> str:
        """The document's language."""
        return str(self.language.currentData())

    def set_code(self, code: str) -> None:
        """Choose a language without a signal."""
        self.language.setCurrentIndex(max(self.language.findData(code), 0))

    def show_document(self, title: str, purpose: str, *, own: bool) -> None:
        """Name a document; `own` says that it follows a template of the user's."""
        self._heading.setText(title)
        self._purpose.setText(purpose)
        self._own.setVisible(own)

    def _make_own(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(label(self.tr("After your own template"), "small", tone="accent", bold=True))
        opened, back = button(self.tr("Open it"), "link"), button(self.tr("Back to ours"), "link")
        opened.clicked.connect(self.template_wanted)
        back.clicked.connect(self.ours_wanted)
        row.addWidget(opened)
        row.addWidget(back)
        row.addStretch(1)
        made.hide()
        return made
