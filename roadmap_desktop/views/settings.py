"""The settings: each applies as it is chosen, so there is nothing to confirm."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain import records
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import lock_keys
from roadmap_desktop.views.languages import language_names, spoken
from roadmap_desktop.widgets.choice import Choice
from roadmap_desktop.widgets.design import Design, button, label
from roadmap_desktop.widgets.fields import Field

PAPERS = ("A4", "Letter")
PATIENCE = ("7", "14", "30", "0")
"""Days after which an answer is missed, "0" for never."""
THEMES = (("system", "settings"), ("light", "sun"), ("dark", "moon"), ("contrast", "eye"))


class SettingsDialog(QDialog):
    """Writes through to Settings at once. `changed` names the setting; language and theme have signals of their own."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    changed = Signal(str)

    def __init__(self, settings: Settings, design: Design, parent: QWidget | None = None) -> None:
        """Shows what `settings` holds."""
        super().__init__(parent)
        self._settings, self._design = settings, design
        self._build(design)
        self._fill()
        self._retranslate()
        self._connect()

    # what the user does -----------------------------------------------------------------------------

    def _set(self, **values: str | bool) -> None:
        self._settings.set(**values)
        for name in values:
            self.changed.emit(name)

    def _choose_language(self) -> None:
        code = str(self.language.currentData())
        self._set(language=code)
        self.language_chosen.emit(code)

    def _choose_theme(self, name: str) -> None:
        self._set(theme=name)
        self.theme_chosen.emit(name)

    def _choose_locked(self) -> None:
        """Have copies at the second place locked, once a password is set; or no longer."""
        folder = self._settings.folder
        if not self.locked.isChecked():
            lock_keys.forget_keys(folder)
            return
        from roadmap_desktop.views.password import SetPasswordDialog  # noqa: PLC0415 - when wanted

        dialog = SetPasswordDialog(
            self._settings,
            self._design,
            dt.date.today().isoformat(),  # noqa: DTZ011 - people's dates are local
            lambda lock, _: lock_keys.keep_keys(folder, lock.keys),
            name=self.tr("Backups at the second place"),
            parent=self,
        )
        dialog.finished.connect(self._show_locked)
        dialog.open()

    def _show_locked(self) -> None:
        # Keys that cannot be read still mean that nothing goes there without a lock.
        self.locked.setChecked((self._settings.folder / lock_keys.KEPT).exists())

    def _leave_texts(self) -> None:
        """Take over the lines of text; an empty one gets its former value back."""
        for name, edit in (("name", self.name), ("organisation", self.organisation)):
            text = " ".join(edit.text().split())
            if not text:
                edit.setText(self._settings.text(name))
            elif text != self._settings.text(name):
                self._set(**{name: text})

    def done(self, result: int) -> None:
        """Close; Esc in a line of text keeps what stands there."""
        self._leave_texts()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # building ---------------------------------------------------------------------------------------

    def _build(self, design: Design) -> None:
        self.language, self.paper, self.patience = QComboBox(), QComboBox(), QComboBox()
        self.theme = Choice(design, THEMES, icon_above=True)
        self.name, self.organisation = QLineEdit(), QLineEdit()
        self.coach, self.locked = QCheckBox(), QCheckBox()
        for edit in (self.name, self.organisation):
            edit.setMaxLength(records.SHORT_TEXT)
        for control in (self.language, self.paper, self.patience, self.name, self.organisation):
            control.setMinimumHeight(38)
        self._fields = {
            name: Field(control)
            for name, control in {
                "language": self.language,
                "theme": self.theme,
                "name": self.name,
                "organisation": self.organisation,
                "paper": self.paper,
                "patience": self.patience,
            }.items()
        }
        self._heading = label(role="title")
        self._coach_hint = label(role="small", tone="muted", wrap=True)
        self._locked_hint = label(role="small", tone="muted", wrap=True)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._make_page())
        self._close = button("")
        self._close.setMinimumWidth(120)
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE[6], SPACE[3], SPACE[6], SPACE[5])
        foot.addStretch(1)
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(foot)
        self.setMinimumSize(QSize(520, 420))
        self.resize(640, 580)

    def _make_page(self) -> QWidget:
        page = QWidget()
        page.setMaximumWidth(READING_WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[6], SPACE[5], SPACE[6], SPACE[4])
        column.setSpacing(SPACE[4])
        column.addWidget(self._heading)
        column.addLayout(_pair(self._fields["language"], self._fields["paper"]))
        column.addWidget(self._fields["theme"])
        column.addLayout(_pair(self._fields["name"], self._fields["organisation"]))
        column.addWidget(self._fields["patience"])
        for box, hint in ((self.coach, self._coach_hint), (self.locked, self._locked_hint)):
            explained = QVBoxLayout()
            explained.setSpacing(SPACE[1])
            explained.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
            explained.addWidget(hint)
            column.addLayout(explained)
        column.addStretch(1)
        return page

    def _fill(self) -> None:
        for code, name in language_names().items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(self._settings.text("language") or spoken()))
        for paper in PAPERS:
            self.paper.addItem("", paper)
        self.paper.setCurrentIndex(max(self.paper.findData(self._settings.text("paper")), 0))
        for days in PATIENCE:
            self.patience.addItem("", days)
        self.patience.setCurrentIndex(max(self.patience.findData(self._settings.text("patience")), 0))
        self.theme.set_value(self._settings.text("theme"))
        self.name.setText(self._settings.text("name"))
        self.organisation.setText(self._settings.text("organisation"))
        self.coach.setChecked(self._settings.flag("coach"))
        self._show_locked()

    def _connect(self) -> None:
        self.language.activated.connect(self._choose_language)
        self.paper.activated.connect(lambda: self._set(paper=str(self.paper.currentData())))
        self.patience.activated.connect(lambda: self._set(patience=str(self.patience.currentData())))
        self.theme.chosen.connect(self._choose_theme)
        self.name.editingFinished.connect(self._leave_texts)
        self.organisation.editingFinished.connect(self._leave_texts)
        self.coach.clicked.connect(lambda: self._set(coach=self.coach.isChecked()))
        self.locked.clicked.connect(self._choose_locked)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self._heading.setText(self.tr("Settings"))
        self._fields["language"].set_texts(self.tr("Language"))
        self._fields["paper"].set_texts(self.tr("Paper"))
        self._fields["theme"].set_texts(self.tr("Look"))
        self.theme.set_texts(
            self.tr("Look"),
            [self.tr("As the system"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast")],
        )
        self._fields["name"].set_texts(
            self.tr("Your name"), self.tr("Stands by what you write, in every file.")
        )
        self._fields["organisation"].set_texts(
            self.tr("Your organisation"), self.tr("Proposed for new files; existing files keep theirs.")
        )
        self._fields["patience"].set_texts(
            self.tr("Remind me when nothing came back"),
            self.tr("On home and on the partnership’s page, once you have sent something."),
        )
        for row, days in enumerate(PATIENCE):
            self.patience.setItemText(
                row, self.tr("after {days} days").format(days=days) if days != "0" else self.tr("never")
            )
        self.paper.setItemText(0, self.tr("A4 (210 × 297 mm)"))
        self.paper.setItemText(1, self.tr("Letter (8½ × 11 in)"))
        self.coach.setText(self.tr("Show what an answer could still say"))
        self._coach_hint.setText(
            self.tr(
                "A quiet line under your answer: who, what, when, how much. It works without the internet."
            )
        )
        self.coach.setAccessibleDescription(self._coach_hint.text())
        self.locked.setText(self.tr("Lock backups at the second place with a password"))
        self._locked_hint.setText(
            self.tr(
                "For copies on a memory stick that could be lost. It holds for copies made from then on; those that"
                " are there already stay as they are. The password is asked for only to open a copy."
            )
        )
        self.locked.setAccessibleDescription(self._locked_hint.text())
        self._close.setText(self.tr("Close"))


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE[4])
    row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
    return row
