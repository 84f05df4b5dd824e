"""The documents of a partnership: which there are, what each says as a page, where every paragraph comes from, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QCursor, QPixmap, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from roadmap_desktop import paperwork, paths
from roadmap_desktop.documents import build
from roadmap_desktop.documents.document import Document, Letterhead
from roadmap_desktop.documents.facts import Phrases
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import mendable
from roadmap_desktop.domain.progress import progress
from roadmap_desktop.domain.words import Words, load_words
from roadmap_desktop.job import Job, Task
from roadmap_desktop.messages import describe
from roadmap_desktop.models.document import (
    LINE,
    DocumentModel,
    Line,
    Missing,
    MissingModel,
    lines_of,
    missing_in,
)
from roadmap_desktop.models.documents import DocumentsModel, Entry
from roadmap_desktop.models.origins import Origin, Origins
from roadmap_desktop.paint.picture import read
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.document_list import DocumentList, MissingList
from roadmap_desktop.views.document_output import Output
from roadmap_desktop.views.languages import language_names
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.views.paper_view import PaperView
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import button, icon_button, label, set_icon

WIDE = 1100
"""From this width on what is missing stands at the right; below it, under the list of documents."""
_LIST, _MISSING = 236, 248


class _Made(NamedTuple):
    """What the work on a thread hands back."""

    document: Document
    lines: tuple[Line, ...]
    missing: tuple[Missing, ...]


class DocumentsPage(Page):
    """Place("documents", root, document=name) shows that document; without a name the first that fits, or the last shown."""

    shown = Signal()
    """The document chosen last is in view."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Build the page; nothing is read from the file before `show_place`."""
        super().__init__(context, parent)
        self._dossier: Dossier | None = None
        self._name = ""
        self._job: Job | None = None
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
            self.language.setCurrentIndex(max(self.language.findData(self.context.words.language), 0))
            self.banner.hide()
        self.list.show_chosen(self.documents.find(self._name))
        self._prepare()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, roots: frozenset[bytes]) -> None:
        if self._dossier is None:
            return
        concerned = {self._dossier.partnership.root} | {
            side.organisation.root for side in self._dossier.sides
        }
        if roots & concerned:
            self._dossier = self.context.session.dossier(self._dossier.partnership.root)
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
        """Make the document chosen now on a thread; what is in view stays until it is there."""
        assert self._dossier is not None
        if self._job is not None:
            self._job.drop()
        dossier, name, library, today = self._dossier, self._name, self.context.library, self.context.today()
        words = load_words(paths.WORDS, str(self.language.currentData()))
        logo = self.context.session.logo(dossier.ours.organisation.id)
        origins = Origins(dossier, library, self.context.words)

        def work(_: Task) -> _Made:
            made = paperwork.make(name, dossier, library, words, today, logo)
            lines = lines_of(made, origins)
            return _Made(made, lines, missing_in(lines, origins))

        job = Job(work, self)
        self._job = job
        job.done.connect(lambda made: self._show(made, words))
        job.failed.connect(self._on_failed)
        job.start()

    def _show(self, made: _Made, words: Words) -> None:
        self._end_job()
        before, self._document = self._document, made.document
        assert self._dossier is not None
        self.output.take(made.document, words, self._dossier.partnership.title)
        index = self.documents.find(self._name)
        self._heading.setText(str(index.data()))
        self._purpose.setText(str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole)))
        self.paper.setAccessibleName(
            self.tr("Text of the document: {title}").format(title=made.document.title)
        )
        head = made.document.letterhead
        self.paper.set_logo(QPixmap.fromImage(read(head.logo)) if head and head.logo else QPixmap())
        self.lines.show(made.lines)
        self.missing.show(made.missing)
        self._show_missing()
        if before is None or (before.name, before.language) != (made.document.name, made.document.language):
            self.paper.scrollToTop()
            self.paper.setCurrentIndex(QModelIndex())
        self._show_state()
        self.shown.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end_job()
        self.banner.say(describe(mendable(error)).in_one(), grave=True)

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _show_missing(self) -> None:
        count = self.missing.rowCount()
        self._missing_head.setText(
            self.tr("Still missing: {count}").format(count=count) if count else self.tr("Nothing is missing")
        )
        self._missing_hint.setText(
            self.tr("Marked in the text. Choose a line to go where it is filled in.")
            if count
            else self.tr("Read it through once more before you send it.")
        )
        self.gaps.setVisible(count > 0)

    def _show_state(self) -> None:
        for made in (self._word, self._pdf, self._print):
            made.setEnabled(self._document is not None and not self._busy)

    def _on_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show_state()

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
            menu.addAction(origin.text.replace("&", "&&"), partial(self._jump, origin))
        under = self.paper.viewport().mapToGlobal(self.paper.visualRect(index).topLeft())
        menu.popup(QCursor.pos() if self.paper.underMouse() else under)

    def _letterhead(self) -> None:
        from roadmap_desktop.views.letterhead import LetterheadDialog  # noqa: PLC0415 - when wanted

        LetterheadDialog(self.context, self).open()

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

    # building -----------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.documents, self.lines, self.missing = (
            DocumentsModel(self),
            DocumentModel(self),
            MissingModel(self),
        )
        self.banner = Banner(self.context.design, self.tr("Close this message"))
        self.output = Output(self.context, self.banner, self)
        self.output.busy.connect(self._on_busy)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._missing_side = self._make_missing()
        self._list_side = self._make_list()
        row.addWidget(self._list_side)
        row.addLayout(self._make_middle(), 1)
        row.addWidget(self._missing_side)
        self._row = row
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addLayout(row, 1)
        self._arranged = True
        self._show_state()

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
        self._heading = label(role="heading", wrap=True)
        self._purpose = label(tone="muted", wrap=True)
        names = QVBoxLayout()
        names.setSpacing(SPACE[1])
        names.addWidget(self._heading)
        names.addWidget(self._purpose)
        self.language = QComboBox()
        self.language.setMinimumHeight(34)
        for code, name in language_names().items():
            self.language.addItem(name, code)
        caption = label(self.tr("Language of the document"), "small", tone="muted")
        caption.setBuddy(self.language)
        self.language.setAccessibleName(caption.text())
        self.language.activated.connect(self._prepare)
        chosen = QVBoxLayout()
        chosen.setSpacing(SPACE[1])
        chosen.addWidget(caption)
        chosen.addWidget(self.language)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        head.setSpacing(SPACE[4])
        head.addLayout(names, 1)
        head.addLayout(chosen)
        self.paper = PaperView(self.context.design, self.lines)
        self.paper.wanted.connect(self._on_line)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(head)
        centred = QHBoxLayout()
        centred.setContentsMargins(SPACE[4], 0, SPACE[4], 0)
        centred.addWidget(self.paper)
        middle.addLayout(centred, 1)
        middle.addWidget(self._make_foot())
        return middle

    def _make_foot(self) -> QFrame:
        design = self.context.design
        foot = QFrame()
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        row.setSpacing(SPACE[3])
        self._print = button(self.tr("Print…"), "quiet", design.icon("printer"))
        self._pdf = button(self.tr("Save as PDF…"), "quiet", design.icon("download"))
        self._word = button(self.tr("Save as Word…"), "primary")
        set_icon(self._word, design.icon("file-text", design.theme.on_accent))
        self._print.clicked.connect(self.output.ask_paper)
        self._pdf.clicked.connect(self.output.ask_pdf)
        self._word.clicked.connect(self.output.ask_word)
        self._more = icon_button(self.tr("More about documents"), design.icon("ellipsis"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        menu.setToolTipsVisible(True)
        menu.addAction(self.tr("Letterhead…"), self._letterhead)
        self._more.setMenu(menu)
        row.addWidget(self._more)
        row.addStretch(1)
        for made in (self._print, self._pdf, self._word):
            row.addWidget(made)
        return foot

    def _make_missing(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, SPACE[4], 0, SPACE[3])
        column.setSpacing(SPACE[1])
        self._missing_head = label(role="lead", bold=True, wrap=True)
        self._missing_hint = label(role="small", tone="muted", wrap=True)
        for made in (self._missing_head, self._missing_hint):
            made.setContentsMargins(SPACE[4], 0, SPACE[3], 0)
            column.addWidget(made)
        column.addSpacing(SPACE[1])
        self.gaps = MissingList(self.context.design, self.missing, self.tr("Still missing"))
        self.gaps.wanted.connect(self._on_missing)
        column.addWidget(self.gaps, 1)
        column.addStretch(0)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=event.size().width() >= WIDE)

    def _arrange(self, *, wide: bool) -> None:
        """What is missing at the right where there is room, else under the list."""
        self._missing_side.setFixedWidth(_MISSING if wide else _LIST)
        if wide and self._row.indexOf(self._missing_side) < 0:
            self._row.addWidget(self._missing_side)
        elif not wide and self._row.indexOf(self._missing_side) >= 0:
            self._list_column.addWidget(self._missing_side, 2)
