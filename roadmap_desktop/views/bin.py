"""The bin: what was deleted, what it held, and the way back for one or several; empties nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain.bin import Binned, dragged_along, restoring
from roadmap_desktop.domain.errors import UserError, mendable
from roadmap_desktop.job import Job, Task
from roadmap_desktop.messages import describe
from roadmap_desktop.models.bin import BINNED, DELETION, KIND, OWNER, BinModel
from roadmap_desktop.models.branches import Known
from roadmap_desktop.paint.theme import RADIUS, READING_WIDTH, SPACE
from roadmap_desktop.store import bin as store
from roadmap_desktop.store import file
from roadmap_desktop.store.schema import sort_key
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import Design, button, label, scaled
from roadmap_desktop.widgets.dialog import PagedDialog
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.waiting import Waiting

_Index = QModelIndex | QPersistentModelIndex
NAMED = 8
"""So many things a question names; the others it counts."""


class BinDialog(PagedDialog):
    """Lists what is deleted, the newest deletion first, and restores what is chosen as one step."""

    filled = Signal()
    """The list shows what there is."""
    restored = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Looks at once, on a thread."""
        super().__init__(context.design, self.tr("Close this message"), parent)
        self._context = context
        self._job: Job | None = None
        self._asking: Job | None = None
        self._keys: dict[tuple[bytes, str, bytes], str] = {}
        self._wanted: list[Binned] = []
        self._writing = False
        self.setWindowTitle(self.tr("Bin"))
        self.setMinimumSize(QSize(680, 460))
        self.resize(940, 620)
        self.model = BinModel(self)
        self._build()
        context.session.changed.connect(self._on_changed)
        context.session.failed.connect(self._on_failed)
        self._look()

    # what is there ----------------------------------------------------------------------------------

    def _look(self) -> None:
        self._end_jobs()
        path = self._context.session.path

        def work(task: Task) -> list[Binned]:
            with file.translating(path), contextlib.closing(file.open_again(path)) as db:
                return store.binned(db, task.report)

        if not self.model.everything:
            self._stack.setCurrentWidget(self._waiting)
        self._job = self._start(work, self._on_found)

    def _on_found(self, found: Sequence[Binned]) -> None:
        session = self._context.session
        names = {one.id.hex(): one.name for one in session.organisations()}
        gone = {
            one.root.hex(): str(one.fields.get("name", "")) for one in found if one.kind == "organisation"
        }
        home = session.home_organisation().id.hex()
        self.model.show(found, Known(self._context.library, self._context.words, {**gone, **names}, home))
        self._keys = {}
        self._narrow()
        self.filled.emit()

    def _narrow(self) -> None:
        """Show what holds all words of the search."""
        wanted = sort_key(self.search.text()).split()
        found = self.model.everything
        if wanted:
            found = [one for one in found if all(word in self._key(one) for word in wanted)]
        self.model.narrow(found)
        self.search.setVisible(bool(self.model.everything))
        self._stack.setCurrentWidget(
            self._split if found else self._nothing_found if self.model.everything else self._empty
        )
        if found:
            self.list.setCurrentIndex(self.model.index(0))
            if self.page() is self._page and self.focusWidget() is not self.search:
                self.list.setFocus()
        self._show_held()

    def _key(self, one: Binned) -> str:
        key = (one.root, one.kind, one.entity)
        if key not in self._keys:
            held = " ".join(pair.then for pair in self.model.held(one))
            parts = (
                self.model.name(one),
                self.model.kind(one),
                self.model.owner(one),
                self.model.deletion(one),
                held,
            )
            self._keys[key] = sort_key(" ".join(parts))
        return self._keys[key]

    def _chosen(self) -> list[Binned]:
        return [index.data(BINNED) for index in sorted(self.list.selectionModel().selectedIndexes())]

    # what it held -----------------------------------------------------------------------------------

    def _show_held(self) -> None:
        chosen = self._chosen()
        self.restore.setVisible(self.model.rowCount() > 0 and self._context.session.obstacle is None)
        self.restore.setEnabled(bool(chosen))
        self._clear_held()
        if len(chosen) == 1:
            [one] = chosen
            self._say(self.model.kind(one), tone="muted")
            self._say(self.model.name(one), bold=True)
            if self.model.owner(one):
                self._say(self.model.owner(one), tone="muted")
            for pair in [pair for pair in self.model.held(one) if pair.then != self.model.name(one)]:
                self._say(pair.name, tone="muted", above=SPACE[2])
                self._say(pair.then)
            if one.kind == "partnership":
                self._ask_held(one)
        elif chosen:
            self._say(self.tr("Chosen: {count}").format(count=len(chosen)), bold=True)
        self._preview.addStretch(1)

    def _ask_held(self, one: Binned) -> None:
        """Count what is in a partnership, on a thread."""
        path = self._context.session.path

        def work(_: Task) -> dict[str, int]:
            with file.translating(path), contextlib.closing(file.open_again(path)) as db:
                return store.held(db, one.root)

        def show(found: dict[str, int]) -> None:
            words = self._context.words
            names = {
                "answer": self.tr("Answers"),
                "note": self.tr("Private notes"),
                "attachment": words("sheet", "attachments"),
            }
            if found:
                self._say(self.tr("In it"), tone="muted", above=SPACE[2], at=self._preview.count() - 1)
            for kind, count in found.items():
                name = names.get(kind) or str(words.tool(kind)["title"])
                self._say(f"{name}: {count}", at=self._preview.count() - 1)

        if self._asking is not None:
            self._asking.stop()
            self._asking.deleteLater()
        self._asking = self._start(work, show, ends=False)

    def _say(self, text: str, *, tone: str = "", bold: bool = False, above: int = 0, at: int = -1) -> None:
        made = label(text, "small" if tone else "body", tone=tone, bold=bold, wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setContentsMargins(0, above, 0, 0)
        self._preview.insertWidget(at, made)

    def _clear_held(self) -> None:
        while (item := self._preview.takeAt(0)) is not None:
            if isinstance(old := item.widget(), QLabel):
                old.hide()
                old.deleteLater()

    # restoring --------------------------------------------------------------------------------------

    def _ask(self) -> None:
        self._wanted = self._chosen()
        if not self._wanted:
            return
        names = [f"{self.model.kind(one)}: {self.model.name(one)}" for one in self._wanted[:NAMED]]
        if len(self._wanted) > NAMED:
            names.append(self.tr("and others: {count}").format(count=len(self._wanted) - NAMED))
        self._which.setText("\n".join(names))
        along = dragged_along(self._wanted)
        titles = sorted({one.title for one in self._wanted if one.root in along})
        self._along.setText(
            self.tr(
                "This was part of a partnership that is deleted as well, which comes back with it: {titles}"
            ).format(titles=", ".join(titles[:NAMED]))
        )
        self._along.setVisible(bool(along))
        self.turn_to(self._question)
        self.yes.setFocus()

    def _cancel(self) -> None:
        self._writing = False
        self.turn_to(self._page)
        self.list.setFocus()

    def _restore(self) -> None:
        if self._wanted and not self._writing:
            self._writing = True
            self._context.session.save(restoring(self._wanted))

    def _on_changed(self, _roots: object) -> None:
        if self._writing:
            self._cancel()
            self.banner.say(self.tr("Restored as it was. Undo takes this back."))
            self.restored.emit()
        self._look()

    def _on_failed(self, error: object) -> None:
        if self._writing and isinstance(error, UserError):
            self._cancel()
            self.banner.say(describe(error).in_one(), grave=True)

    # work on a thread -------------------------------------------------------------------------------

    def _start(
        self, work: Callable[[Task], object], then: Callable[..., object], *, ends: bool = True
    ) -> Job:
        job = Job(work, self)

        def done(result: object) -> None:
            if ends:
                self._end_jobs()
            then(result)

        def failed(error: object) -> None:
            self._end_jobs()
            error = mendable(error)
            self._stack.setCurrentWidget(self._empty)
            self.banner.say(describe(error).in_one(), grave=True)
            self.filled.emit()

        job.done.connect(done)
        job.failed.connect(failed)
        job.start()
        return job

    def _end_jobs(self) -> None:
        for job in (self._job, self._asking):
            if job is not None:
                job.drop()
        self._job = self._asking = None

    def done(self, result: int) -> None:
        self._writing = False
        self._end_jobs()
        super().done(result)

    def reject(self) -> None:
        """Esc answers the question with no; without one it closes."""
        if self.page() is self._question:
            self._cancel()
        else:
            super().reject()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._page, self._question = self._make_page(), self._make_question()
        self.set_pages(self._page, self._question)

    def _make_page(self) -> QWidget:
        design = self._context.design
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(label(self.tr("Bin"), "title"))
        said = self.tr("What was deleted, by anybody. It stays here, and can be restored at any time.")
        column.addWidget(label(said, tone="muted", wrap=True))
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Search in the bin"))
        self.search.setPlaceholderText(self.tr("Search in the bin"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.hide()
        column.addWidget(self.search)
        self._stack = QStackedWidget()
        self.list = self._make_list()
        self._split = self._make_split()
        self._waiting = Waiting(self.tr("One moment…"))
        self._empty = EmptyState(
            design,
            "trash",
            self.tr("The bin is empty"),
            self.tr("Nothing was deleted in this file. Whatever will be can be restored here."),
        )
        self._nothing_found = EmptyState(
            design,
            "search",
            self.tr("Nothing found"),
            self.tr("Nothing in the bin holds these words. Try fewer of them."),
        )
        for part in (self._waiting, self._split, self._empty, self._nothing_found):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addLayout(self._make_foot())
        return page

    def _make_list(self) -> QListView:
        made = QListView()
        made.setProperty("bare", True)
        made.setAccessibleName(self.tr("What was deleted, the newest first"))
        made.setModel(self.model)
        made.setItemDelegate(_RowDelegate(self._context.design, made))
        made.setMouseTracking(True)
        made.setUniformItemSizes(True)
        made.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.selectionModel().selectionChanged.connect(lambda *_: self._show_held())
        made.activated.connect(lambda: self.restore.click())  # noqa: PLW0108 - it is made later
        return made

    def _make_split(self) -> QWidget:
        inside = QWidget()
        self._preview = QVBoxLayout(inside)
        self._preview.setContentsMargins(SPACE[4], SPACE[1], SPACE[2], SPACE[2])
        self._preview.setSpacing(2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(220)
        area.setWidget(inside)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list, 3)
        row.addWidget(area, 2)
        return made

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        self.restore = button(self.tr("Restore…"))
        self.restore.clicked.connect(self._ask)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(self.restore)
        if self._context.session.obstacle is not None:
            text = self.tr("This file cannot be changed, so nothing can be restored.")
            row.addWidget(label(text, "small", tone="muted", wrap=True), 1)
        else:
            text = self.tr("Several can be chosen and restored together.")
            row.addWidget(label(text, "small", tone="muted", wrap=True), 1)
        row.addWidget(close)
        self.restore.hide()
        return row

    def _make_question(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[5])
        column.setSpacing(SPACE[3])
        asked = label(self.tr("Restore this as it was?"), "title", wrap=True)
        self._which = label(bold=True, wrap=True)
        self._along = label(wrap=True)
        explained = label(self.tr("Undo takes this step back."), tone="muted", wrap=True)
        for made in (asked, self._which, self._along, explained):
            made.setMaximumWidth(READING_WIDTH)
            column.addWidget(made)
        self.yes = button(self.tr("Restore"), "primary")
        self.yes.clicked.connect(self._restore)
        self.no = button(self.tr("Cancel"))
        self.no.clicked.connect(self._cancel)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        column.addSpacing(SPACE[3])
        column.addLayout(row)
        column.addStretch(1)
        return page


class _RowDelegate(QStyledItemDelegate):
    """What it is and its name over whose it was; below when it was deleted, and by whom."""

    def __init__(self, design: Design, view: QListView) -> None:
        super().__init__(view)
        self._design = design
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Three lines of text with air."""
        high = QFontMetrics(scaled(QApplication.font(), "body", bold=True)).height()
        small = QFontMetrics(scaled(QApplication.font(), "small")).height()
        return QSize(200, high + 2 * small + 2 * SPACE[2] + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._design.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        painter.setPen(QPen(QColor(theme.accent), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.selected if chosen else theme.hover if hover else theme.surface))
        painter.drawRoundedRect(option.rect.adjusted(3, 2, -3, -2), RADIUS - 2, RADIUS - 2)
        box = option.rect.adjusted(SPACE[4], SPACE[2] + 1, -SPACE[4], -SPACE[2] - 1)
        bold, small = scaled(QApplication.font(), "body", bold=True), scaled(QApplication.font(), "small")
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        kind = " · ".join(part for part in (str(index.data(KIND)), str(index.data(OWNER))) if part)
        top = box.top()
        for text, font, colour in (
            (name, bold, theme.ink),
            (kind, small, theme.muted),
            (str(index.data(DELETION)), small, theme.muted),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box.left(), top + metrics.ascent(), shown)
            top += metrics.height() + 1
        painter.restore()
