"""The history as a window: entries by day on the left, what each changed on the right, and the way back for any of it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.errors import BadDate, UserError, mendable
from roadmap_desktop.domain.history import WHOLE_FILE, Entry, Page, Scope, Wanted, between_days
from roadmap_desktop.domain.telling import Teller
from roadmap_desktop.job import Job, StoppedError, Task
from roadmap_desktop.messages import describe
from roadmap_desktop.models.history import CLOCK, DAY, DEED, ENTRY, WHO, HistoryModel, Width
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.store import file
from roadmap_desktop.store import history as store
from roadmap_desktop.views.dates import date_field
from roadmap_desktop.views.entry import EntryView
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.date_field import DateField
from roadmap_desktop.widgets.design import Design, button, label, scaled
from roadmap_desktop.widgets.dialog import Dialog
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.two_lines import paint_ground

_Index = QModelIndex | QPersistentModelIndex
_Found = tuple[list[str], Page]

_LOOK_EVERY_STEPS: Final = 20_000
"""Steps of SQLite's machine between two looks whether anybody still wants the answer."""


_LIST_WIDTH: Final = 420
_PATIENCE_S: Final = 0.2
"""A reading that is not wanted any more ends within this, or by itself: it touches nothing of the window."""


class HistoryDialog(Dialog):
    """Shows the history of a scope, which can be widened up to the whole file; follows the file as it changes."""

    go = Signal(object)
    """The Place that the user wants to see."""
    filled = Signal()
    """The list shows what was asked for."""

    def __init__(self, context: Context, scope: Scope = WHOLE_FILE, parent: QWidget | None = None) -> None:
        """Reads at once, on a thread."""
        super().__init__(parent)
        self._context = context
        self._scopes = _ladder(scope)
        self._scope = self._scopes[0]
        self._since = self._until = ""
        self._reader: store.Reader | None = None
        self._job: Job | None = None
        self._restoring: frozenset[bytes] = frozenset()
        self._fresh = True
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History"))
        self.setMinimumSize(QSize(860, 520))
        self.resize(1080, 660)
        self._teller = Teller(context.library, context.words)
        self.model = HistoryModel(self._teller, context.words, context.today(), self)
        self.model.wanted.connect(self._read_more)
        self._build()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._read)
        context.session.changed.connect(self._on_changed)
        context.session.failed.connect(self._on_failed)
        context.session.obstacle_changed.connect(self._show_obstacle)
        self._read()

    # reading ----------------------------------------------------------------------------------------

    def _read(self) -> None:
        """Read the newest anew, as many as are shown."""
        since, until = between_days(self._since, self._until)
        wanted = Wanted(person=self.person.currentData() or "", since=since, until=until)
        self._reader = store.Reader(self._scope, wanted)
        self._run(self._reader, max(self.model.rowCount(), store.PAGE), self._show)

    def _read_more(self) -> None:
        if self._reader is not None:
            self._run(self._reader, store.PAGE, self._append)

    def _run(self, reader: store.Reader, count: int, then: Callable[[_Found], object]) -> None:
        self._stop()
        path = self._context.session.path

        def work(task: Task) -> _Found:
            with file.translating(path), contextlib.closing(store.open_log(path)) as db:
                db.set_progress_handler(lambda: _unwanted(task), _LOOK_EVERY_STEPS)
                return store.people(db), reader.more(db, count)

        job = Job(work, self)
        self._job = job

        def done(found: object) -> None:
            self._stop()
            then(found)  # type: ignore[arg-type]
            self.filled.emit()

        job.done.connect(done)
        job.failed.connect(self._on_unread)
        job.start()

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.stop()
            job.wait(_PATIENCE_S)
            job.deleteLater()

    def _show(self, found: _Found) -> None:
        people, page = found
        self._teller.learn(page.names)
        self._offer(people)
        chosen, place = self.chosen(), self.list.verticalScrollBar().value()
        focused = QApplication.focusWidget()
        on_the_right = focused is not None and self._entry.isAncestorOf(focused)
        self.model.show(page.entries, more=not page.ended, width=self._width())
        self._rows.setCurrentWidget(self._split if page.entries else self._make_empty())
        if not page.entries:
            self._entry.show_entry(None, "")
            return
        row = max(self.model.row_of(chosen), 0) if chosen is not None else 0
        self.list.setCurrentIndex(self.model.index(row))
        if chosen is not None and row:
            self.list.verticalScrollBar().setValue(place)
        elif self._fresh:
            self.list.setFocus()
        self._fresh = False
        self._show_chosen()
        if on_the_right:
            self.list.setFocus()  # the button that was pressed is made anew, or gone

    def _append(self, found: _Found) -> None:
        _, page = found
        self._teller.learn(page.names)
        self.model.append(page.entries, more=not page.ended)

    def _on_unread(self, error: object) -> None:
        self._stop()
        error = mendable(error)
        self.banner.say(describe(error).in_one(), grave=True)

    def _on_changed(self, roots: frozenset[bytes]) -> None:
        if self._restoring and self._restoring <= roots:
            self._restoring = frozenset()
            self.banner.say(self.tr("Brought back. Undo takes it away again, and the history keeps both."))
        self._again.start()

    def _on_failed(self, error: object) -> None:
        if self._restoring and isinstance(error, UserError):
            self._restoring = frozenset()
            self.banner.say(describe(error).in_one(), grave=True)

    # choosing ---------------------------------------------------------------------------------------

    def chosen(self) -> Entry | None:
        """The entry that is looked at."""
        index = self.list.currentIndex()
        return index.data(ENTRY) if index.isValid() else None

    def _show_chosen(self) -> None:
        entry = self.chosen()
        self._entry.show_entry(entry, self.model.when(entry) if entry is not None else "")

    def _bring_back(self, edits: list[Edit]) -> None:
        self._restoring = frozenset(edit.root for edit in edits)
        self._context.session.save(edits)

    def _set_scope(self, scope: Scope) -> None:
        self._scope = scope
        self._forget_rows()

    def _width(self) -> Width:
        if not self._scope.root:
            return "file"
        return "thing" if self._scope.entity and self._scope.entity != self._scope.root else "partnership"

    def _forget_rows(self) -> None:
        """Something else is asked for: the newest of that first."""
        self.model.show([], more=False)
        self._read()

    def _set_days(self, since: str, until: str) -> None:
        self._since, self._until = since, until
        self._forget_rows()

    def _clear_filters(self) -> None:
        for field in (self.since, self.until):
            field.show_date("")
        self.person.blockSignals(True)
        self.person.setCurrentIndex(0)
        self.person.blockSignals(False)
        self._set_days("", "")

    def _offer(self, people: list[str]) -> None:
        """Fill the choice of people, what is chosen kept."""
        if [self.person.itemData(row) for row in range(1, self.person.count())] == people:
            return
        chosen = self.person.currentData()
        self.person.blockSignals(True)
        while self.person.count() > 1:
            self.person.removeItem(1)
        for name in people:
            self.person.addItem(name, name)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0))
        self.person.blockSignals(False)

    def _narrowed(self) -> bool:
        return bool(self._since or self._until or self.person.currentData())

    def done(self, result: int) -> None:
        self._again.stop()
        self._stop()
        super().done(result)

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        design = self._context.design
        self.banner = Banner(design, self.tr("Close this message"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.banner)
        column = QVBoxLayout()
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        outer.addLayout(column, 1)
        column.addLayout(self._make_top())
        column.addLayout(self._make_filters())
        self._rows = QStackedWidget()
        self.list = self._make_list()
        self._entry = EntryView(design, self._teller)
        self._entry.wanted.connect(self._bring_back)
        self._entry.go.connect(self._go)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.list)
        self._split.addWidget(self._entry)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([_LIST_WIDTH, self.width() - _LIST_WIDTH])
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(SPACE[2])
        self._empty: QWidget | None = None
        self._waiting = QWidget()
        for part in (self._waiting, self._split):
            self._rows.addWidget(part)
        column.addWidget(self._rows, 1)
        column.addLayout(self._make_foot())

    def _make_top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        row.addWidget(label(self.tr("History"), "title"))
        row.addSpacing(SPACE[5])
        self._scope_buttons = QButtonGroup(self)
        if len(self._scopes) > 1:
            for scope in self._scopes:
                row.addWidget(self._make_scope(scope))
        row.addStretch(1)
        return row

    def _make_scope(self, scope: Scope) -> QPushButton:
        made = button(self._scope_text(scope), "quiet")
        made.setCheckable(True)
        made.setChecked(scope == self._scope)
        made.clicked.connect(lambda: self._set_scope(scope))
        self._scope_buttons.addButton(made)
        return made

    def _scope_text(self, scope: Scope) -> str:
        if scope.field:
            return self.tr("This field")
        match scope.kind:
            case "answer" | "note":
                return self.tr("This answer")
            case "organisation":
                return self.tr("This organisation")
            case "" | "partnership":
                return self.tr("This partnership") if scope.root else self.tr("The whole file")
        return self.tr("This row")

    def _make_filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        self.person = QComboBox()
        name = self.tr("By whom")
        self.person.setAccessibleName(name)
        self.person.setMinimumWidth(180)
        # On Linux a screen reader takes a combo box's name only from a label beside it.
        caption = QLabel(name, self)
        caption.setBuddy(self.person)
        caption.hide()
        self.person.addItem(self.tr("Everybody"), "")
        self.person.currentIndexChanged.connect(lambda: self._forget_rows())  # noqa: PLW0108 - without the index
        self.since = self._make_day(self.tr("From"))
        self.until = self._make_day(self.tr("Until"))
        self.since.changed.connect(lambda iso: self._set_days(iso, self._until))
        self.until.changed.connect(lambda iso: self._set_days(self._since, iso))
        row.addWidget(self.person)
        row.addSpacing(SPACE[3])
        for field in (self.since, self.until):
            said = label(field.accessibleName(), tone="muted")
            said.setBuddy(field)
            row.addWidget(said)
            row.addWidget(field)
        row.addStretch(1)
        return row

    def _make_day(self, name: str) -> DateField:
        made = date_field(self._context, name, self._context.today())
        made.setFixedWidth(190)
        made.refused.connect(self._on_refused)
        return made

    def _on_refused(self, text: str) -> None:
        if text:
            self.banner.say(describe(BadDate(text=text)).in_one(), grave=True)
        else:
            self.banner.hide()

    def _make_list(self) -> QListView:
        made = QListView()
        made.setProperty("bare", True)
        made.setAccessibleName(self.tr("Changes, the newest first"))
        made.setModel(self.model)
        made.setItemDelegate(_RowDelegate(self._context.design, made))
        made.setMouseTracking(True)
        made.setMinimumWidth(320)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        return made

    def _make_empty(self) -> QWidget:
        """What stands where no change is, or none that was asked for."""
        if self._empty is not None:
            self._rows.removeWidget(self._empty)
            self._empty.deleteLater()
        if self._narrowed():
            text = self.tr("Nobody changed anything here in that time, or not the person you chose.")
            made = EmptyState(
                self._context.design, "search", self.tr("No change fits"), text, self.tr("Show all changes")
            )
            made.wanted.connect(self._clear_filters)
        else:
            text = self.tr("As soon as something is written, it is listed here with its date and its writer.")
            made = EmptyState(self._context.design, "clock", self.tr("No changes yet"), text)
        self._empty = made
        self._rows.addWidget(made)
        return made

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        self._remark = label(role="small", tone="muted", wrap=True)
        row.addWidget(self._remark, 1)
        self._show_obstacle()
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return row

    def _show_obstacle(self) -> None:
        changeable = self._context.session.obstacle is None
        self._entry.set_changeable(changeable)
        self._remark.setText(
            self.tr("Times are those of the writers’ computers.")
            if changeable
            else self.tr("This file cannot be changed, so nothing can be brought back.")
        )

    def _go(self, place: object) -> None:
        self.go.emit(place)
        self.accept()


class _RowDelegate(QStyledItemDelegate):
    """The day above its first entry; in each what it is about over what was done, at the right when over who."""

    def __init__(self, design: Design, view: QListView) -> None:
        super().__init__(view)
        self._design = design
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines of text with air; one more for a day."""
        height = round(QFontMetrics(option.font).height() * 2.1) + 2 * SPACE[2]
        return QSize(200, height + (self._day_height() if index.data(DAY) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._design.theme
        painter.save()
        day = str(index.data(DAY) or "")
        below = QStyleOptionViewItem(option)
        if day:
            high = self._day_height()
            top = option.rect.adjusted(2 + SPACE[3], 1, -2 - SPACE[3], 0)
            painter.setFont(scaled(QApplication.font(), "small", bold=True))
            painter.setPen(QColor(theme.muted))
            box = QRect(top.left(), top.top(), top.width(), high - SPACE[1])
            painter.drawText(box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, day)
            below.rect = option.rect.adjusted(0, high, 0, 0)
        row = paint_ground(painter, below, theme, focused=self._view.hasFocus())
        box = row.adjusted(SPACE[3], SPACE[1], -SPACE[3], -SPACE[1])
        half = box.height() // 2
        body, small = scaled(QApplication.font(), "body", bold=True), scaled(QApplication.font(), "small")
        about, clock = str(index.data(Qt.ItemDataRole.DisplayRole)), str(index.data(CLOCK))
        _pair(painter, box.adjusted(0, 0, 0, -half), (about, body, theme.ink), (clock, small, theme.muted))
        deed, who = str(index.data(DEED)), str(index.data(WHO))
        _pair(painter, box.adjusted(0, half, 0, 0), (deed, small, theme.muted), (who, small, theme.muted))
        painter.restore()

    def _day_height(self) -> int:
        return QFontMetrics(scaled(QApplication.font(), "small", bold=True)).height() + SPACE[4]


def _pair(painter: QPainter, box: QRect, left: tuple[str, QFont, str], right: tuple[str, QFont, str]) -> None:
    """Two texts on one line; the right one keeps what it needs up to half of the room."""
    taken = min(QFontMetrics(right[1]).horizontalAdvance(right[0]) + 1, box.width() // 2)
    wide = box.width() - taken - SPACE[3]
    middle = Qt.AlignmentFlag.AlignVCenter
    for (text, font, colour), room, side in (
        (left, QRect(box.left(), box.top(), wide, box.height()), Qt.AlignmentFlag.AlignLeft),
        (right, QRect(box.right() - taken, box.top(), taken + 1, box.height()), Qt.AlignmentFlag.AlignRight),
    ):
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | side, shown)


def _ladder(scope: Scope) -> list[Scope]:
    """`scope`, and the wider ones that hold it: its thing, its partnership, the whole file.

    A partnership's own fields alone are nothing that anybody asks for.
    """
    if scope.kind == "partnership" and not scope.field:
        scope = Scope(scope.root)
    found = [scope]
    if scope.field:
        found.append(scope._replace(field=""))
    if scope.entity and scope.entity != scope.root:
        found.append(Scope(scope.root))
    if scope.root:
        found.append(WHOLE_FILE)
    return found


def _unwanted(task: Task) -> int:
    try:
        task.report(0)
    except StoppedError:
        return 1
    return 0
