"""The page of an umbrella association: who answered, how far each member is, where many are stuck, what they measure."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.documents.feedback import Overview, feedback_sheets
from roadmap_desktop.documents.portfolio import portfolio_sheet
from roadmap_desktop.domain import portfolio
from roadmap_desktop.domain.names import free_name, safe_file_name
from roadmap_desktop.domain.portfolio import Row
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.models.members import FILTERS, ORDERS, ROW, GaugesModel, MembersModel, StuckModel
from roadmap_desktop.paint.sheaf import SUFFIX
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.collecting import CollectDialog
from roadmap_desktop.views.member import MemberDialog, MemberNamesDialog
from roadmap_desktop.views.member_list import BareList, MemberDelegate, StuckDelegate
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.views.sheaf import SheafWriter
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import button, icon_button, label
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.fit_table import FitTable

_WEIGHTS: Final = (3.0, 3.0, 4.0, 1.3, 1.3, 1.3, 1.3)
_TYPING_MS: Final = 150


class MembersPage(Page):
    """What members sent in one year, beside the year before; files are dropped here or chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """See Page."""
        super().__init__(context, parent)
        self._rows: list[Row] = []
        self._year = int(context.today()[:4])
        self.model = MembersModel(context.words, self)
        self.stuck = StuckModel(context.library, context.words, self)
        self.gauges = GaugesModel(context.words, self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._narrow)
        self._build()
        self.setAcceptDrops(True)
        self.show_obstacle()

    def title(self) -> str:
        return self.tr("Members")

    def show_place(self, place: Place) -> None:
        self._offer_years()
        self._reload()
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    def refresh(self, roots: frozenset[bytes]) -> None:
        if self.context.session.home_organisation().root in roots:
            self._offer_years()
            self._reload()

    def show_obstacle(self) -> None:
        guard(self.context.session.obstacle, self._collect, self._list_names)
        if self._empty.button is not None:
            guard(self.context.session.obstacle, self._empty.button)

    # filling ----------------------------------------------------------------------------------------

    @property
    def year(self) -> int:
        """The year in view."""
        return self._year

    @property
    def rows(self) -> list[Row]:
        """The members as they are shown, whatever the filter."""
        return self._rows

    def _offer_years(self) -> None:
        this = int(self.context.today()[:4])
        # What is asked for at a year's end comes in after it.
        years = {this, this - 1, self._year, *self.context.session.years_collected()}
        self._years.blockSignals(True)
        self._years.clear()
        for year in sorted(years, reverse=True):
            self._years.addItem(str(year), year)
        self._years.setCurrentIndex(self._years.findData(self._year))
        self._years.blockSignals(False)

    def _on_year(self) -> None:
        self._year = int(self._years.currentData())
        self._reload()

    def _reload(self) -> None:
        session = self.context.session
        before = session.submissions(self._year - 1)
        here = self._chosen()
        self._rows = portfolio.rows(session.members(), session.submissions(self._year), before)
        self.model.show_rows(self._rows)
        self.stuck.show_rows(portfolio.stuck(self._rows))
        self.gauges.show_rows(portfolio.gauges(self._rows, before))
        place = self.model.row_of(here.member.id) if here is not None else 0
        self.list.setCurrentIndex(self.model.index(max(place, 0)))
        self._show_totals()
        self._show_part()

    def _chosen(self) -> Row | None:
        row = self.list.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def _show_totals(self) -> None:
        sums = portfolio.totals(self._rows)
        texts = (
            self.tr("Answered: {answered} of {members}").format(**sums),
            self.tr("missing: {missing}").format(**sums) if sums["missing"] else "",
            self.tr("partnerships: {partnerships}").format(**sums),
            self.tr("all done in: {finished}").format(**sums) if sums["finished"] else "",
        )
        self._count.setText(" · ".join(text for text in texts if text) if self._rows else "")

    def show_part(self, number: int) -> None:
        """Show the members (0), where many are stuck (1), or the indicators (2)."""
        self._parts.button(number).setChecked(True)
        self._show_part()

    def _show_part(self) -> None:
        """The part that is chosen, or what stands in its place."""
        part = self._parts.checkedId()
        for widget in (self._tabs, self._collect):
            widget.setVisible(bool(self._rows))
        self._tools.setVisible(part != 1 and bool(self._rows))
        for box in (self._filter, self._order):
            box.setVisible(part == 0)
        self._stack.setCurrentWidget(self._in_view(part) if self._rows else self._empty)

    def _in_view(self, part: int) -> QWidget:
        """The list of a part; where nothing is in it, what says so."""
        match part:
            case 0:
                return self.list if self.model.rowCount() else self._no_one
            case 1:
                return self._stuck_list if self.stuck.rowCount() else self._no_stuck
        if self.gauges.rowCount():
            return self._gauges
        return self._no_one if self.search.text() else self._no_gauges

    def _on_typed(self) -> None:
        self._typing.start()

    def _narrow(self) -> None:
        self.model.narrow(self.search.text(), str(self._filter.currentData()))
        self.model.sort_by(str(self._order.currentData()))
        self.gauges.narrow(self.search.text())
        self.list.setCurrentIndex(self.model.index(0))
        self._show_part()

    # doing ------------------------------------------------------------------------------------------

    def collect(self, files: list[Path]) -> CollectDialog:
        """Look through `files`, which may be folders, and show what came."""
        dialog = CollectDialog(self.context, files, self._year, self)
        dialog.open()
        return dialog

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("The folder with the members’ files"), str(paths.documents_folder())
        )
        if folder:
            self.collect([Path(folder)])

    def _ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("The members’ files"), str(paths.documents_folder())
        )
        if names:
            self.collect([Path(name) for name in names])

    def _open_member(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row):
            dialog = MemberDialog(self.context, row, self._rows, self)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _make_call(self) -> None:
        from roadmap_desktop.views.calling import CallDialog  # noqa: PLC0415 - once a year

        CallDialog(self.context, self._year, self).open()

    def _type_names(self) -> None:
        dialog = MemberNamesDialog(self.context, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # paper ------------------------------------------------------------------------------------------

    def _overview(self) -> Overview:
        session = self.context.session
        gauges = portfolio.gauges(self._rows, session.submissions(self._year - 1))
        return Overview(
            session.home_organisation().name, self._year, self._rows, portfolio.stuck(self._rows), gauges
        )

    def _ask_feedback(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("A folder for the feedback sheets"), str(paths.documents_folder())
        )
        if folder:
            self.write_feedback(Path(folder))

    def write_feedback(self, folder: Path) -> None:
        """Write a sheet for each member that answered into `folder`; what comes of it is said."""
        words = self.context.words
        sheets = feedback_sheets(
            self._overview(), self.context.library, lambda code: load_words(paths.WORDS, code), words.language,
            self.context.today(),
        )  # fmt: skip
        self.paper.write(sheets, folder)

    def print_here(self) -> bool:
        """See Page."""
        self._ask_overview()
        return True

    def _ask_overview(self) -> None:
        title = self.context.words("portfolio", "title", year=self._year)
        start = paths.documents_folder() / f"{safe_file_name(title, str(self._year))}{SUFFIX}"
        kinds = self.tr("PDF files ({pattern})").format(pattern=f"*{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), str(free_name(start, Path.exists)), kinds
        )
        if chosen:
            self.write_overview(Path(chosen))

    def write_overview(self, path: Path) -> None:
        """Write the overview of all members into the PDF file `path`; what comes of it is said."""
        sheet = portfolio_sheet(
            self._overview(), self.context.library, self.context.words, self.context.today()
        )
        self.paper.write([(path.stem, sheet)], path.parent)

    def leave(self) -> None:
        self._typing.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.context.changeable and _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        files = _dropped(event)
        QTimer.singleShot(0, self, lambda: self.collect(files))  # the other program waits for the drop to end

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.banner = Banner(self.context.design, self.tr("Close this message"))
        self.paper = SheafWriter(self.context, self.banner, self)
        outer.addWidget(self.banner)
        column = QVBoxLayout()
        column.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[5])
        column.setSpacing(SPACE[3])
        outer.addLayout(column, 1)
        column.addLayout(self._build_head())
        column.addLayout(self._build_parts())
        column.addWidget(self._build_tools())
        design = self.context.design
        self.list = BareList(self.tr("Members"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(MemberDelegate(design, self.context.words, self.list))
        self.list.opened.connect(self._open_member)
        self._stuck_list = BareList(self.tr("Stuck checkpoints"))
        self._stuck_list.setModel(self.stuck)
        self._stuck_list.setItemDelegate(StuckDelegate(design, self._stuck_list))
        self._gauges = self._build_gauges()
        self._stack = QStackedWidget()
        self._empty, self._no_one, self._no_stuck, self._no_gauges = self._build_empty()
        for part in (
            self.list, self._stuck_list, self._gauges, self._empty, self._no_one, self._no_stuck, self._no_gauges,
        ):  # fmt: skip
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        design = self.context.design
        self._years_box = QWidget()
        inner = QHBoxLayout(self._years_box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE[2])
        self._years = _combo(inner, self.tr("Year"))
        self._years.currentIndexChanged.connect(self._on_year)
        self._count = label(role="lead", tone="muted", wrap=True)
        self._more = icon_button(self.tr("More about members"), design.icon("ellipsis"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._make_menu())
        self._collect = button(
            self.tr("Collect files…"), "primary", design.icon("folder-open", design.theme.on_accent)
        )
        self._collect.clicked.connect(self._ask_folder)
        row.addWidget(self._years_box)
        row.addWidget(self._count, 1)
        row.addWidget(self._more)
        row.addWidget(self._collect)
        return row

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Collect single files…"), self._ask_files)
        menu.addSeparator()
        menu.addAction(self.tr("Ask members with a collection call…"), self._make_call)
        menu.addSeparator()
        menu.addAction(self.tr("Write feedback sheets…"), self._ask_feedback)
        menu.addAction(self.tr("Save the overview as PDF…"), self._ask_overview)
        menu.addSeparator()
        self._list_names = menu.addAction(self.tr("Type the list of members…"), self._type_names)
        return menu

    def _build_parts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self._tabs = QWidget()
        inner = QHBoxLayout(self._tabs)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE[1])
        self._parts = QButtonGroup(self)
        for number, text in enumerate(
            (self.tr("Members"), self.tr("Stuck checkpoints"), self.tr("Indicators"))
        ):
            inner.addWidget(self._make_part(number, text))
        inner.addStretch(1)
        self._parts.idClicked.connect(lambda _: self._show_part())
        row.addWidget(self._tabs, 1)
        return row

    def _make_part(self, number: int, text: str) -> QPushButton:
        made = button(text, "quiet")
        made.setCheckable(True)
        made.setChecked(number == 0)
        self._parts.addButton(made, number)
        return made

    def _build_tools(self) -> QWidget:
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[2])
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Search members and indicators"))
        self.search.setAccessibleName(self.search.placeholderText())
        design = self.context.design
        self.search.addAction(
            design.icon("search", design.theme.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.textChanged.connect(self._on_typed)
        row.addWidget(self.search, 1)
        self._filter = _combo(row, self.tr("Show"))
        texts = (
            self.tr("All"), self.tr("Missing"), self.tr("Answered"), self.tr("With stuck checkpoints"),
            self.tr("Less done than a year ago"),
        )  # fmt: skip
        for key, text in zip(FILTERS, texts, strict=True):
            self._filter.addItem(text, key)
        self._order = _combo(row, self.tr("Sort by"))
        orders = (
            self.tr("By name"),
            self.tr("Least done first"),
            self.tr("Most stuck first"),
            self.tr("Latest written first"),
        )
        for key, text in zip(ORDERS, orders, strict=True):
            self._order.addItem(text, key)
        for box in (self._filter, self._order):
            box.currentIndexChanged.connect(self._narrow)
        return self._tools

    def _build_gauges(self) -> QScrollArea:
        table = FitTable(self.tr("Indicators"), most=100_000)
        table.setStyleSheet("QTableView::item { padding: 4px 5px; }")  # in line with its heads
        table.set_content(self.gauges, _WEIGHTS)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, SPACE[1], 0)
        column.addWidget(table)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusProxy(table)
        area.setWidget(inner)
        return area

    def _build_empty(self) -> tuple[EmptyState, EmptyState, EmptyState, EmptyState]:
        design = self.context.design
        empty = EmptyState(
            design, "users", self.tr("One overview of all members"),
            self.tr("Save what members send into one folder and drop it here: whole files, partnerships, or numbers only."
                    " Only figures are kept, and the members’ files stay as they are."),
            self.tr("Collect files…"),
        )  # fmt: skip
        empty.wanted.connect(self._ask_folder)
        no_one = EmptyState(
            design, "search", self.tr("Nothing found"), self.tr("Nothing fits this search and filter.")
        )
        no_stuck = EmptyState(
            design, "circle-check", self.tr("Nobody is stuck"),
            self.tr("No checkpoint has stood still for more than {days} days.").format(
                days=portfolio.STUCK_DAYS
            ),
        )  # fmt: skip
        no_gauges = EmptyState(
            design, "chart", self.tr("No indicators yet"),
            self.tr("What members fill in as indicators is put side by side here."),
        )  # fmt: skip
        return empty, no_one, no_stuck, no_gauges


def _combo(row: QHBoxLayout, name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    # On Linux a screen reader takes a combo box's name only from a label beside it.
    caption = QLabel(name)
    caption.setBuddy(made)
    caption.hide()
    row.addWidget(caption)
    row.addWidget(made)
    return made


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
