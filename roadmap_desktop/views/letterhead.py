"""The letterhead of our own organisation: what stands in it, its logo, and how it looks; everything is saved by itself."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop.documents.build import letterhead
from roadmap_desktop.documents.document import Letterhead
from roadmap_desktop.domain.edits import logo_edit, no_logo_edit
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.messages import describe
from roadmap_desktop.models.document import Line
from roadmap_desktop.paint.picture import read
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.services import paperwork
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.organisation_form import WHOLE, OrganisationForm
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.paper_set import Setter, Setting, paint
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.dialog import Dialog

_AROUND = 20
"""Paper around the head, in pixels."""


class LetterheadDialog(Dialog):
    """`changed` when the file has another logo."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Of the organisation whose file this is."""
        super().__init__(parent)
        self._context = context
        self._organisation = context.session.home_organisation()
        self._logo = context.session.logo(self._organisation.id)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Letterhead"))
        self.setMinimumWidth(600)
        self._build()
        self._show()
        self.show_obstacle()

    def show_obstacle(self) -> None:
        """Take words and a logo or not, as the file can be changed or not."""
        for line in self.form.lines.values():
            line.setReadOnly(not self._context.changeable)
        guard(self._context.session.obstacle, self.choose, self.remove)

    def take(self, path: Path) -> None:
        """Make the picture at `path` the logo; what is wrong with it is said."""
        try:
            data = paperwork.read_logo(path)
        except UserError as error:
            self._say(describe(error).in_one())
            return
        self._say("")
        self._logo = data
        edit = logo_edit(self._organisation.id, hashlib.sha256(data).hexdigest(), len(data))
        self._context.session.save([edit], [data])
        self._show()
        self.changed.emit()

    def done(self, result: int) -> None:
        field = self.focusWidget()
        if field is not None:
            field.clearFocus()  # closing by Escape or the window's cross leaves the field as well
        super().done(result)

    def _on_choose(self) -> None:
        kinds = self.tr("Pictures ({pattern})").format(pattern="*.png *.jpg *.jpeg")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the logo"), "", kinds)
        if chosen:
            self.take(Path(chosen))

    def _on_remove(self) -> None:
        self._logo = b""
        self._context.session.save([no_logo_edit(self._organisation.id)])
        self._show()
        self.choose.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        self.remove.setVisible(bool(self._logo))
        self.choose.setText(self.tr("Another logo…") if self._logo else self.tr("Choose a logo…"))
        self.head.show_head(letterhead(self.form.shown(), self._context.words, self._logo))

    def _say(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))

    def _build(self) -> None:
        design = self._context.design
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(label(self.tr("Letterhead"), "title"))
        said = self.tr(
            "It stands at the head of your letters, proposals and reports, and travels inside this file."
        )
        column.addWidget(label(said, tone="muted", wrap=True))
        self.head = _Head(self.tr("How it will look"))
        column.addWidget(self.head)
        self.form = OrganisationForm(self._context, self._organisation, WHOLE)
        self.form.typed.connect(self._show)
        self.choose = button("", "", design.icon("file-plus"))
        self.choose.clicked.connect(self._on_choose)
        self.remove = button(self.tr("Remove the logo"), "quiet", design.icon("trash"))
        self.remove.clicked.connect(self._on_remove)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        self._trouble = label(role="small", tone="overdue", wrap=True)
        self._trouble.hide()
        column.addWidget(self._trouble)
        column.addWidget(self.form)
        hint = self.tr(
            "The logo is a PNG or JPEG picture. Where the organisation has no telephone or e-mail of its own, those of your"
            " contact person are shown."
        )
        column.addWidget(label(hint, "small", tone="muted", wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(label(self.tr("Everything is saved by itself."), "small", tone="muted"), 1)
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)


class _Head(QWidget):
    """The head as it will look, on white."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._setter = Setter(QApplication.font())
        self._head = Letterhead("", ())

    def show_head(self, head: Letterhead) -> None:
        """Show `head`; as high as it needs."""
        self._head = head
        self._setter.logo = QPixmap.fromImage(read(head.logo)) if head.logo else QPixmap()
        self.setAccessibleDescription("\n".join((head.name, *head.lines)))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#ffffff"))
        paint(painter, self._set(), QPointF(_AROUND, _AROUND))
        painter.end()

    def _set(self) -> Setting:
        return self._setter.set(Line(self._head), self.width() - 2 * _AROUND)

    def _fit(self) -> None:
        self.setFixedHeight(round(self._set().height) + _AROUND)
