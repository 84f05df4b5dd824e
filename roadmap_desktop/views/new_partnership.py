"""The dialog that begins a partnership: what, with whom, and of which kind the partner is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain import records
from roadmap_desktop.domain.edits import form_for, organisation_edit, partnership_edits
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.fields import Field

KINDS = ("municipality", "community", "enterprise", "other")


class NewPartnershipDialog(QDialog):
    """Asks, saves through the session, and emits `created` with the partnership's root once it is in the file."""

    created = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Reads the organisations of the open file."""
        super().__init__(parent)
        self._context = context
        self._home = context.session.home_organisation()
        self._known = {
            _key(o.name): o for o in context.session.organisations() if o.name and o.id != self._home.id
        }
        self._root = b""
        self._build()
        self._retranslate()
        self.show_obstacle()
        context.session.changed.connect(self._on_changed)
        context.session.failed.connect(self._on_failed)
        self.title.setFocus()

    def show_obstacle(self) -> None:
        """Let a partnership begin or not, as the file can be changed or not."""
        guard(self._context.session.obstacle, self._begin)

    # what the user does -----------------------------------------------------------------------------

    def accept(self) -> None:
        """Save, if everything is there."""
        if self._root or not self._complete():
            return
        title, name = _line(self.title), _line(self.partner)
        kind = str(self.kind.currentData())
        edits = []
        partner = self._known.get(_key(name))
        if partner is None:
            edit = organisation_edit(name, kind)
            edits.append(edit)
            number = edit.entity
        else:
            number, kind = partner.id, partner.kind
        sides = (self._home.id.hex(), form_for(self._home.kind)), (number.hex(), form_for(kind))
        edits += partnership_edits(title, *sides)
        self._root = next(edit.root for edit in edits if edit.kind == "partnership")
        self.banner.hide()
        self._begin.setEnabled(False)
        self._context.session.save(edits)

    def _complete(self) -> bool:
        complaints = (
            (
                self.title,
                self._title_field,
                self.tr("Please give the partnership a name. You can change it later."),
            ),
            (self.partner, self._partner_field, self.tr("Please write whom you want to work with.")),
        )
        for edit, field, complaint in complaints:
            if not _line(edit):
                field.set_error(complaint)
                edit.setFocus()
                return False
        if _key(self.partner.text()) == _key(self._home.name):
            self._partner_field.set_error(self.tr("This is your own organisation. Who is the partner?"))
            self.partner.setFocus()
            return False
        return True

    def _on_changed(self, roots: frozenset[bytes]) -> None:
        if self._root and self._root in roots:
            super().accept()
            self.created.emit(self._root)

    def _on_failed(self, error: object) -> None:
        if self._root and isinstance(error, UserError):
            # The session keeps what it could not write and tries again: the same words must not be saved twice.
            self._begin.setText(self.tr("Try again"))
            self._begin.clicked.disconnect()
            self._begin.clicked.connect(self._context.session.retry)
            self._begin.setEnabled(self._context.session.obstacle is None)
            self.banner.say(describe(error).in_one(), grave=True)

    def _partner_typed(self) -> None:
        self._partner_field.set_error("")
        known = self._known.get(_key(self.partner.text()))
        if known is not None:
            self.kind.setCurrentIndex(max(self.kind.findData(known.kind), 0))
        self.kind.setEnabled(known is None)
        self._show_forms()

    def _show_forms(self) -> None:
        ours, theirs = form_for(self._home.kind), form_for(str(self.kind.currentData()))
        municipality = self._context.form("municipality").short
        community = self._context.form("community").short
        names = {"municipality": municipality, "community": community}
        self._forms.setText(
            self.tr("You walk the form “{ours}”, your partner “{theirs}”.").format(
                ours=names[ours], theirs=names[theirs]
            )
        )

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.banner = Banner(self._context.design, "")
        self.title, self.partner, self.kind = QLineEdit(), QLineEdit(), QComboBox()
        for edit in (self.title, self.partner):
            edit.setMaxLength(records.SHORT_TEXT)
        for control in (self.title, self.partner, self.kind):
            control.setMinimumHeight(38)
        names = sorted((o.name for o in self._known.values()), key=str.casefold)
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.partner.setCompleter(completer)
        self._title_field, self._partner_field, self._kind_field = (
            Field(control) for control in (self.title, self.partner, self.kind)
        )
        self._lay_out()
        self.title.textChanged.connect(lambda: self._title_field.set_error(""))
        self.partner.textChanged.connect(self._partner_typed)
        self.kind.currentIndexChanged.connect(self._show_forms)
        self._cancel.clicked.connect(self.reject)
        self._begin.clicked.connect(self.accept)
        self.setMinimumSize(QSize(560, 380))
        self.resize(640, 420)

    def _lay_out(self) -> None:
        self._heading = label(role="title", wrap=True)
        self._forms = label(role="small", tone="muted", wrap=True)
        self._cancel, self._begin = button("", "quiet"), button("", "primary")
        self._begin.setDefault(True)
        self._begin.setMinimumWidth(140)
        inside = QVBoxLayout()
        inside.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[5])
        inside.setSpacing(SPACE[4])
        inside.addWidget(self._heading)
        inside.addWidget(self._title_field)
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        row.addWidget(self._partner_field, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._kind_field, 1, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(row)
        inside.addWidget(self._forms)
        inside.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addSpacing(SPACE[3])
        foot.addWidget(self._begin)
        inside.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.banner)
        whole.addLayout(inside)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("New partnership"))
        self._heading.setText(self.tr("A new partnership"))
        self._title_field.set_texts(
            self.tr("What do you want to do together?"),
            self.tr("A short name is enough; it can be changed later."),
        )
        self.title.setPlaceholderText(self.tr("For example: a youth room in the old library"))
        self._partner_field.set_texts(self.tr("With whom?"))
        self.partner.setPlaceholderText(self.tr("Name of the partner organisation"))
        self._kind_field.set_texts(self.tr("Kind of partner"))
        chosen = self.kind.currentData() or (
            "community" if self._home.kind == "municipality" else "municipality"
        )
        kinds = self._context.words.group("kind")
        self.kind.clear()
        for key in KINDS:
            self.kind.addItem(kinds[key], key)
        self.kind.setCurrentIndex(self.kind.findData(chosen))
        self._cancel.setText(self.tr("Cancel"))
        self._begin.setText(self.tr("Begin"))
        self.banner.set_close_name(self.tr("Close this message"))
        self._show_forms()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _line(edit: QLineEdit) -> str:
    return " ".join(edit.text().split())


def _key(name: str) -> str:
    """What two spellings of one name have in common."""
    return " ".join(name.casefold().split())
