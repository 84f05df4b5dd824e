"""The rows of somebody's list in view, with a choice above each column and one beside each row; takes nothing in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.partner_columns import FIELDS, Field, Row
from roadmap_desktop.domain.partner_match import Match, Way
from roadmap_desktop.domain.partner_plan import Options
from roadmap_desktop.models.columns import LATE
from roadmap_desktop.models.partner_list import FIRST, LEFT_OUT, PartnerListModel
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.cells import PAD, CellDelegate
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.column_heads import ColumnHeads
from roadmap_desktop.widgets.fields import Field as Captioned

KINDS: Final = ("community", "enterprise", "municipality", "other")
Index = QModelIndex | QPersistentModelIndex
_FIRST_WIDTH: Final = 320
_WIDTH: Final = 190
_ROW: Final = 38


class ListPreview(QWidget):
    """`sheet_chosen`; `columns_chosen` carries the fields of all columns; `changed` when anything else was chosen."""

    sheet_chosen = Signal()
    columns_chosen = Signal(object)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Empty until `show_sheets` and `show_list`."""
        super().__init__(parent)
        self._context = context
        self.model = PartnerListModel(context.words)
        self.model.setParent(self)
        self.table = self._make_table()
        self.heads = ColumnHeads(self.table)
        self.heads.chosen.connect(lambda *_: self.columns_chosen.emit(self._fields()))
        self.model.ways_changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addLayout(self._make_options())
        column.addSpacing(SPACE[1])
        column.addWidget(self.heads)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    # what is shown ----------------------------------------------------------------------------------

    def show_sheets(self, names: Sequence[str], chosen: int) -> None:
        """Offer the sheets of a workbook."""
        self._sheet.clear()
        for place, name in enumerate(names):
            self._sheet.addItem(one_line(name), place)
        self._sheet.setCurrentIndex(chosen)
        self._sheets.setVisible(len(names) > 1)

    def show_list(
        self, rows: Sequence[Row], head: int, fields: Sequence[Field], matches: Sequence[Match]
    ) -> None:
        """Show a sheet as it is understood."""
        again = self.heads.chosen_keys() == list(fields)
        self.model.show_list(rows, head, fields, matches)
        if not again:
            words = self._context.words
            options = [
                ("", words("partner_list", "leave")),
                *((one, words("partner_list", one)) for one in FIELDS),
            ]
            self.heads.set_columns(fields, options, self._head_name, FIRST)
        self.table.setColumnWidth(0, _FIRST_WIDTH)
        for at in range(len(fields)):
            self.table.setColumnWidth(FIRST + at, _WIDTH)
        self.table.setCurrentIndex(self.model.index(0, 0))

    def _head_name(self, place: int) -> str:
        head = str(self.model.headerData(FIRST + place, Qt.Orientation.Horizontal) or "")
        return self.tr("What column {number} holds: {head}").format(number=place + 1, head=head or "–")

    # what is chosen ---------------------------------------------------------------------------------

    def sheet(self) -> int:
        """The place of the sheet that is chosen."""
        return max(self._sheet.currentIndex(), 0)

    def options(self) -> Options:
        """What is done with new organisations."""
        return Options(self.begin.isChecked(), str(self.kind.currentData()))

    def _fields(self) -> list[Field]:
        return [next((one for one in FIELDS if one == key), "") for key in self.heads.chosen_keys()]

    def _on_known(self) -> None:
        way: Way | None = self.known.currentData()
        self.model.set_usual(way)
        self.changed.emit()

    # building ---------------------------------------------------------------------------------------

    def _make_options(self) -> QHBoxLayout:
        words = self._context.words
        self._sheet, self.kind, self.known = QComboBox(), QComboBox(), QComboBox()
        for kind in KINDS:
            self.kind.addItem(words("kind", kind), kind)
        for way, text in (
            ("fill", self.tr("Fill gaps")),
            ("skip", self.tr("Leave as they are")),
            ("take", self.tr("Add once more")),
        ):
            self.known.addItem(text, way)
        self.begin = QCheckBox(self.tr("Begin a partnership with each new one"))
        self.begin.setChecked(True)
        self.begin.setToolTip(self.tr("Contacts stand in a partnership; without one they are left out."))
        self._sheets = _captioned(self._sheet, self.tr("Sheet"))
        row = QHBoxLayout()
        row.setSpacing(SPACE[4])
        row.addWidget(self._sheets)
        row.addWidget(_captioned(self.known, self.tr("Those that are there already")))
        row.addWidget(_captioned(self.kind, self.tr("Kind, where the list does not tell it")))
        row.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self._sheet.activated.connect(self.sheet_chosen)
        self.known.activated.connect(self._on_known)
        self.kind.activated.connect(self.changed)
        self.begin.clicked.connect(self.changed)
        return row

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("Rows of the list"))
        for corner in table.findChildren(QAbstractButton):  # which a screen reader would come upon
            corner.setAccessibleName(table.accessibleName())
        table.setModel(self.model)
        table.setItemDelegate(_Cells(self._context.design, table, lambda: self._context.changeable))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        down = table.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(_ROW)
        across = table.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table


class _Cells(CellDelegate):
    """One line a cell; what is not taken is pale."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_WIDTH, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._design.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, QColor(theme.selected if selected else theme.surface))
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        late, out = index.data(LATE), index.data(LEFT_OUT)
        painter.setPen(QColor(theme.overdue if late else theme.muted if out else theme.ink))
        box = option.rect.adjusted(PAD, 0, -PAD, 0)
        text = option.fontMetrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()


def _captioned(control: QComboBox, caption: str) -> Captioned:
    control.setMinimumHeight(34)
    control.setMinimumContentsLength(12)
    made = Captioned(control)
    made.set_texts(caption)
    return made
