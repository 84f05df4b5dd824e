"""The documents of a partnership: which there are, what each says as a page, where every paragraph comes from, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QProgressBar, QToolButton, QVBoxLayout, QWidget

from roadmap_desktop import paths
from roadmap_desktop.documents import build
from roadmap_desktop.documents.document import Document, Letterhead
from roadmap_desktop.documents.facts import Phrases
from roadmap_desktop.documents.shelf import Shelf
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import mendable
from roadmap_desktop.domain.progress import progress
from roadmap_desktop.messages import describe
from roadmap_desktop.models.document import LINE, DocumentModel, Line, Missing, MissingModel
from roadmap_desktop.models.documents import DocumentsModel, Entry
from roadmap_desktop.models.origins import Origin
from roadmap_desktop.paint.picture import read
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.document_head import DocumentHead
from roadmap_desktop.views.document_list import DocumentList
from roadmap_desktop.views.document_maker import DocumentMaker, Made
from roadmap_desktop.views.document_output import Output
from roadmap_desktop.views.document_templates import Templates
from roadmap_desktop.views.missing_side import MissingSide
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.views.paper_view import PaperView
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import button, icon_button, set_icon

WIDE = 1100
"""From this width on what is missing stands at the right; below it, under the list of documents."""
_LIST, _MISSING, _BAR = 236, 248, 140
_PATIENCE = 250
"""Milliseconds of work after which it is shown."""
_LONGEST = 80
"""Letters of an entry in a menu."""


class DocumentsPage(Page):
    """Place("documents", root, document=name) shows that document; without a name the first that fits, or the last shown."""

    shown = Signal()
    """The document chosen last is in view, or what is wrong with it is said."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Build the page; nothing is read from the file before `show_place`."""
        super().__init__(context, parent)
        self._dossier: Dossier | None = None
        self._name = ""
        self._document: Document | None = None
        self._busy = False
        self._build()

    # the page -----------------------------------------------------------------------------------------

    def title(self) -> str:
        return self._dossier.partnership.title if self._dossier else ""

    def show_place(self, place: Place) -> None:
        before = self._dossier.partnership.root if self._dossier else b""
        self._dossier = self.context.session.dossier(place.root)
        names = self._fill_list()
        if place.document in names:
            self._name = place.document
        elif place.root != before or self._name not in names:
            self._name = names[0]
        if place.root != before:
            self._document = None
            self.head.set_code(self.context.words.language)
            self.banner.hide()
        self.list.show_chosen(self.documents.find(self._name))
        self._prepare()
        # Who comes back from a checkpoint goes on reading where they were.
        reading = place.root == before and self.paper.currentIndex().isValid()
        (self.paper if reading else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, roots: frozenset[bytes]) -> None:
        if self._dossier is None:
            return
        root = self._dossier.partnership.root
        if roots & {root, *(side.organisation.root for side in self._dossier.sides)}:
            self._dossier = self.context.session.dossier(root)
            self._prepare()

    # which documents ----------------------------------------------------------------------------------

    def _fill_list(self) -> tuple[str, ...]:
        """Show the documents, those of the present step first; their names in that order."""
        assert self._dossier is not None
        words = self.context.words
        side = self._dossier.ours
        form = self.context.form(side.side.form)
        known = build.names(words)
        step = progress(form, side.answers, self.context.today()).step
        fitting = tuple(name for name in build.fitting(form, step) if name in known)
        others = tuple(name for name in known if name not in fitting)
        purposes = Phrases(paths.DOCUMENTS, words.language).group("purpose")

        def entries(head: str, names: Sequence[str]) -> list[Entry]:
            made = [Entry(name, words("document", name), purposes[name]) for name in names]
            return [Entry("", head), *made] if made else []

        self.documents.show(
            [*entries(self.tr("For this step"), fitting), *entries(self.tr("All the others"), others)]
        )
        return (*fitting, *others)

    def _on_chosen(self, name: str) -> None:
        self._name = name
        self.banner.hide()
        self._prepare()

    # the document -------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        """Make the document chosen now; what is in view stays until it is there."""
        assert self._dossier is not None
        self.maker.make(self._name, self._dossier, self.head.code)

    def _on_made(self, made: Made) -> None:
        before, self._document = self._document, made.document
        self._fill(made)
        if self.banner.property("about") == "broken":
            self.banner.hide()
        if before is None or (before.name, before.language) != (made.document.name, made.document.language):
            self.paper.scrollToTop()
            self.paper.setCurrentIndex(QModelIndex())
        self.shown.emit()

    def _fill(self, made: Made) -> None:
        assert self._dossier is not None
        document = made.document
        self.output.take(document, made.words, self._dossier.partnership.title, made.write)
        self.paper.setAccessibleName(self.tr("Text of the document: {title}").format(title=document.title))
        logo = document.letterhead.logo if document.letterhead else b""
        self.paper.set_logo(QPixmap.fromImage(read(logo)) if logo else QPixmap())
        self.lines.show(made.lines)
        self.missing.show(made.missing)
        self._show_state()

    def _on_failed(self, error: Exception) -> None:
        told = describe(mendable(error)).in_one()
        if self.maker.after_own:
            # What is in view would be another text than the template's.
            self._document = None
            self.lines.show(())
            self.missing.show(())
            self.banner.setProperty("about", "broken")
            open_it = (self.tr("Open your template…"), self.templates.change)
            self.banner.say(told, open_it, (self.tr("Back to ours"), self.templates.give_up), grave=True)
        else:
            self.banner.say(told, grave=True)
        self._show_state()
        self.shown.emit()

    def _show_state(self) -> None:
        """What the document chosen now is for, whose template it follows, and what can be done with it."""
        assert self._dossier is not None
        index, own = self.documents.find(self._name), self.maker.after_own
        purpose = str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
        self.head.show_document(str(index.data()), purpose, own=own)
        form = self.context.form(self._dossier.ours.side.form).id
        self.templates.stand_at(self._name, self.head.code, form)
        self._change.setText(
            self.tr("Open your template…") if own else self.tr("Change this text in Word or LibreOffice…")
        )
        for made in (self._word, self._pdf, self._print):
            made.setEnabled(self._document is not None and not self._busy)

    def _on_busy(self, busy: bool) -> None:
        self._busy = busy
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self._working.hide()
        self._show_state()

    def event(self, event: QEvent) -> bool:
        # Whoever comes back from Word finds the document as the template now has it.
        back = event.type() == QEvent.Type.WindowActivate and self._dossier is not None and self.isVisible()
        if back and self.maker.outdated(self._name, self.head.code):
            self._prepare()
        return super().event(event)

    # going there --------------------------------------------------------------------------------------

    def _on_line(self, index: QModelIndex) -> None:
        line: Line = index.data(LINE)
        if isinstance(line.block, Letterhead):
            self._letterhead()
        elif len(line.origins) < 2:
            for origin in line.origins:
                self._jump(origin)
        else:
            self._ask_where(index, line.origins)

    def _ask_where(self, index: QModelIndex, origins: Sequence[Origin]) -> None:
        menu = QMenu(self.paper)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for origin in origins:
            text = origin.text if len(origin.text) <= _LONGEST else f"{origin.text[:_LONGEST]}…"
            menu.addAction(text.replace("&", "&&"), partial(self._jump, origin))
        under = self.paper.viewport().mapToGlobal(self.paper.visualRect(index).topLeft())
        menu.popup(QCursor.pos() if self.paper.underMouse() else under)

    def _on_missing(self, missing: Missing) -> None:
        if missing.origin is not None:
            self._jump(missing.origin)
            return
        index = self.lines.index(missing.row)
        self.paper.setCurrentIndex(index)
        self.paper.scrollTo(index, PaperView.ScrollHint.PositionAtCenter)
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _jump(self, origin: Origin) -> None:
        assert self._dossier is not None
        root = self._dossier.partnership.root
        if origin.spot is not None:
            self.go.emit(Place("wizard", root, origin.spot.side, origin.spot.checkpoint))
            return
        from roadmap_desktop.views.details import DetailsDialog  # noqa: PLC0415 - when wanted

        dialog = DetailsDialog(self.context, self._dossier, self)
        dialog.settle_wanted.connect(lambda: self.window_wanted.emit("conflicts", root))
        dialog.open()

    def _letterhead(self) -> None:
        from roadmap_desktop.views.letterhead import LetterheadDialog  # noqa: PLC0415 - when wanted

        LetterheadDialog(self.context, self).open()

    # building -----------------------------------------------------------------------------------------

    def _build(self) -> None:
        context = self.context
        self.documents, self.lines, self.missing = (
            DocumentsModel(self),
            DocumentModel(self),
            MissingModel(self),
        )
        self.banner = Banner(context.design, self.tr("Close this message"))
        self.output = Output(context, self.banner, self)
        self.output.busy.connect(self._on_busy)
        shelf = Shelf(context.settings.folder)
        self.maker = DocumentMaker(context, shelf, self)
        self.maker.made.connect(self._on_made)
        self.maker.failed.connect(self._on_failed)
        self.templates = Templates(context, shelf, self.banner, self)
        self.templates.changed.connect(self._prepare)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._make_list())
        self._row.addLayout(self._make_middle(), 1)
        self._missing_side = MissingSide(context.design, self.missing)
        self._missing_side.wanted.connect(self._on_missing)
        self._row.addWidget(self._missing_side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addLayout(self._row, 1)

    def _make_list(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_LIST)
        self._list_column = QVBoxLayout(side)
        self._list_column.setContentsMargins(0, SPACE[3], 0, SPACE[3])
        self._list_column.setSpacing(SPACE[2])
        self.list = DocumentList(self.context.design, self.documents, self.tr("Documents"))
        self.list.chosen.connect(self._on_chosen)
        self._list_column.addWidget(self.list, 3)
        return side

    def _make_middle(self) -> QVBoxLayout:
        self.head = DocumentHead()
        self.head.language_chosen.connect(self._prepare)
        self.head.template_wanted.connect(self.templates.change)
        self.head.ours_wanted.connect(self.templates.give_up)
        self.paper = PaperView(self.context.design, self.lines)
        self.paper.wanted.connect(self._on_line)
        centred = QHBoxLayout()
        centred.setContentsMargins(SPACE[4], 0, SPACE[4], 0)
        centred.addWidget(self.paper)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.head)
        middle.addLayout(centred, 1)
        middle.addWidget(self._make_foot())
        return middle

    def _make_foot(self) -> QFrame:
        design = self.context.design
        self._print = button(self.tr("Print…"), "quiet", design.icon("printer"))
        self._pdf = button(self.tr("Save as PDF…"), "quiet", design.icon("download"))
        self._word = button(self.tr("Save as Word…"), "primary")
        set_icon(self._word, design.icon("file-text", design.theme.on_accent))
        for made, run in (
            (self._print, self.output.ask_paper),
            (self._pdf, self.output.ask_pdf),
            (self._word, self.output.ask_word),
        ):
            made.clicked.connect(run)
            made.setEnabled(False)
        more = icon_button(self.tr("More about documents"), design.icon("ellipsis"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addAction(self.tr("Letterhead…"), self._letterhead)
        self._change = menu.addAction("", self.templates.change)
        more.setMenu(menu)
        self._working = QProgressBar()
        self._working.setRange(0, 0)
        self._working.setTextVisible(False)
        self._working.setMaximumWidth(_BAR)
        self._working.setAccessibleName(self.tr("Progress"))
        self._working.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._working.show)
        foot = QFrame()
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        row.setSpacing(SPACE[3])
        row.addWidget(more)
        row.addWidget(self._working)
        row.addStretch(1)
        for made in (self._print, self._pdf, self._word):
            row.addWidget(made)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE
        self._missing_side.setFixedWidth(_MISSING if wide else _LIST)
        beside = self._row.indexOf(self._missing_side) >= 0
        if wide and not beside:
            self._row.addWidget(self._missing_side)
        elif beside and not wide:
            self._list_column.addWidget(self._missing_side, 2)
