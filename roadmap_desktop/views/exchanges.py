"""The register of exchanges: what went to whom and when, what came back, whose turn it is; a line can be noted by hand."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.exchange import noted_edit
from roadmap_desktop.domain.records import Exchange
from roadmap_desktop.messages import describe
from roadmap_desktop.models.exchanges import ABOUT, CAME_BACK, DAY, LINE, WAITS, ExchangesModel
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.exchange import ExchangeView
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.pen import PenChoice
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.dialog import Dialog
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.fields import Field
from roadmap_desktop.widgets.two_lines import Lines, TwoLines

_Index = QModelIndex | QPersistentModelIndex


class ExchangesDialog(Dialog):
    """Of one partnership, or of the whole file."""

    filled = Signal()
    """The list shows what there is."""

    def __init__(self, context: Context, root: bytes = b"", parent: QWidget | None = None) -> None:
        """`root` the partnership at hand, b"" for all."""
        super().__init__(parent)
        self._context = context
        self._wanted = b""
        self.model = ExchangesModel(context.words, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Register of exchanges"))
        self.setMinimumSize(QSize(760, 480))
        self.resize(980, 620)
        self._build(root)
        self._connect()
        self._fill()
        self.list.setFocus()

    # what there is ----------------------------------------------------------------------------------

    @property
    def root(self) -> bytes:
        """The partnership whose lines are shown, b"" for all."""
        return bytes(self.which.currentData() or b"")

    def _choose(self) -> None:
        self.line.leave()
        self._fill()

    def _fill(self) -> None:
        """Show the lines of what is chosen, with the same one in view as before."""
        session = self._context.session
        before = self._wanted or self._current_id()
        titles = dict(session.titles())
        lines = session.register(self.root)
        self.model.show(lines, titles if not self.root else {self.root: ""})
        row = self.model.row_of(before)
        if lines:
            self.list.setCurrentIndex(self.model.index(max(row, 0)))
        self._stack.setCurrentWidget(self._split if lines else self._empty)
        if self._wanted and row >= 0:
            self._wanted = b""
            self.line.who.setFocus()
            self.line.who.selectAll()
        self._show_pen(titles)
        self._show_line()
        self._show_possible()
        self.filled.emit()

    def _show_pen(self, titles: dict[bytes, str]) -> None:
        self.pen.setVisible(self.root in titles)
        if self.root in titles:
            self.pen.show_dossier(self._context.session.dossier(self.root))

    def _show_line(self) -> None:
        index = self.list.currentIndex()
        self.line.show_line(index.data(LINE) if index.isValid() else None)
        self._show_possible()

    def _current_id(self) -> bytes:
        index = self.list.currentIndex()
        line: Exchange | None = index.data(LINE) if index.isValid() else None
        return line.id if line is not None else b""

    def _show_possible(self) -> None:
        obstacle = self._context.session.obstacle
        session = self._context.session
        guard(obstacle, self.add, possible=bool(self.root or session.home_organisation().root))
        guard(obstacle, self.delete, possible=self.list.currentIndex().isValid())
        self.delete.setVisible(self.model.rowCount() > 0)
        self.line.set_changeable(obstacle is None)

    # what the user does -----------------------------------------------------------------------------

    def _add(self) -> None:
        """Note by hand that something was handed over; what and to whom is filled in beside."""
        self.line.leave()
        session = self._context.session
        root = self.root or session.home_organisation().root
        who = session.dossier(self.root).theirs.organisation.name if self.root else ""
        edit = noted_edit(root, self._context.today(), who)
        self._wanted = edit.entity
        self.banner.hide()
        session.save([edit])

    def _delete(self) -> None:
        """Take the line in view out; it can be brought back."""
        index = self.list.currentIndex()
        line: Exchange | None = index.data(LINE) if index.isValid() else None
        if line is not None and self._context.changeable:
            self._save(Edit(line.root, "exchange", line.id, {DELETED: 1}))
            self.banner.say(
                self.tr("The line is taken out."),
                (self.tr("Bring it back"), lambda: self._bring_back(line)),
            )

    def _bring_back(self, line: Exchange) -> None:
        self.banner.hide()
        self._wanted = line.id
        self._save(Edit(line.root, "exchange", line.id, {DELETED: 0}))

    def _save(self, edit: Edit) -> None:
        self._context.session.save([edit])

    def _on_failed(self, error: object) -> None:
        if isinstance(error, UserError):
            self.banner.say(describe(error).in_one(), grave=True)

    def done(self, result: int) -> None:
        """Close; what was typed is saved."""
        self.line.leave()
        super().done(result)

    # building ---------------------------------------------------------------------------------------

    def _build(self, root: bytes) -> None:
        design = self._context.design
        self.banner = Banner(design, self.tr("Close this message"))
        self._stack = QStackedWidget()
        self._split = self._make_split()
        self._empty = EmptyState(
            design, "send", self.tr("Nothing was sent yet"),
            self.tr("What you send and receive is noted here by itself. What you hand over on a stick or on paper,"
                    " you can note by hand."),
        )  # fmt: skip
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        inside = QVBoxLayout()
        inside.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        inside.setSpacing(SPACE[3])
        inside.addWidget(label(self.tr("Register of exchanges"), "title"))
        inside.addLayout(self._make_head(root))
        inside.addWidget(self._stack, 1)
        inside.addLayout(self._make_foot())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addLayout(inside, 1)

    def _make_head(self, root: bytes) -> QHBoxLayout:
        self.which = QComboBox()
        self.which.addItem(self.tr("The whole file"), b"")
        for number, title in self._context.session.titles():
            self.which.addItem(title, number)
            if number == root:
                self.which.setCurrentIndex(self.which.count() - 1)
        self.which.setMinimumContentsLength(12)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._which = Field(self.which)
        self._which.set_texts(self.tr("Which partnership?"))
        self.pen = PenChoice(self._context)
        for control in (self.which, self.pen.box):
            control.setMinimumHeight(38)
        row = QHBoxLayout()
        row.setSpacing(SPACE[4])
        row.addWidget(self._which, 3)
        row.addWidget(self.pen, 2)
        return row

    def _make_split(self) -> QWidget:
        self.list = QListView()
        self.list.setProperty("bare", True)
        self.list.setAccessibleName(self.tr("Register of exchanges"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLines(self._context.design, self.list, _lines))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.line = ExchangeView(self._context)
        self.line.setContentsMargins(SPACE[4], SPACE[1], SPACE[2], SPACE[2])
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(260)
        area.setWidget(self.line)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list, 3)
        row.addWidget(area, 2)
        return made

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        design = self._context.design
        self.add = button(self.tr("Note an exchange by hand"), "", design.icon("plus"))
        self.delete = button(self.tr("Take the line out"), "quiet", design.icon("trash"))
        self.close_ = button(self.tr("Close"))
        row.addWidget(self.add)
        row.addWidget(self.delete)
        row.addStretch(1)
        row.addWidget(self.close_)
        return row

    def _connect(self) -> None:
        session = self._context.session
        session.changed.connect(self._fill)
        session.failed.connect(self._on_failed)
        session.obstacle_changed.connect(self._show_possible)
        self.which.activated.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._show_line)
        self.line.edited.connect(self._save)
        self.add.clicked.connect(self._add)
        self.delete.clicked.connect(self._delete)
        self.close_.clicked.connect(self.accept)


def _lines(index: _Index) -> Lines:
    """What stands in a row of the list."""
    return Lines(
        title=str(index.data()),
        remark=str(index.data(DAY)),
        below=str(index.data(ABOUT)),
        corner=str(index.data(CAME_BACK)),
        weak=not index.data(WAITS) and bool(index.data(CAME_BACK)),
    )
