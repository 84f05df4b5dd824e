"""What differs between two states of the file, to read and to tick: the tree, both texts, and what ticking would do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.difference import Divergence, completed, outcome
from roadmap_desktop.domain.marks import marked
from roadmap_desktop.models.branches import Known, Pair
from roadmap_desktop.models.differences import BELOW, PAIRS, DifferencesModel
from roadmap_desktop.paint.theme import SPACE, Theme
from roadmap_desktop.widgets.compared import Compared, Row
from roadmap_desktop.widgets.design import Design, button, scaled

_Index = QModelIndex | QPersistentModelIndex
OPENED = 60
"""Up to so many single things the tree stands open at once."""
READ = 24
"""Most texts side by side at once; each can be seen alone."""


class Differences(QWidget):
    """`chosen_changed` follows the ticks."""

    chosen_changed = Signal()

    def __init__(self, design: Design, parent: QWidget | None = None) -> None:
        """Empty until `show_found`."""
        super().__init__(parent)
        self.model = DifferencesModel(self)
        self.model.ticked.connect(self._on_ticked)
        self._heads = ("", "")
        self.tree = self._make_tree(design)
        self.texts = Compared(design, self.tr("Then and now"), self.tr("(empty)"))
        self.texts.setProperty("bare", True)
        self.all = button(self.tr("Tick all"), "quiet")
        self.all.clicked.connect(lambda: self.model.tick_all(on=True))
        self.none = button(self.tr("Tick none"), "quiet")
        self.none.clicked.connect(lambda: self.model.tick_all(on=False))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(self.all)
        row.addWidget(self.none)
        row.addStretch(1)
        column.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE[3])
        whole.addWidget(left, 5)
        whole.addWidget(self.texts, 6)
        self.setFocusProxy(self.tree)

    def show_found(
        self, found: Sequence[Divergence], known: Known, heads: tuple[str, str], *, ticked: bool = False
    ) -> None:
        """Show `found`; `heads` name the two states."""
        self._heads = heads
        self.model.show(found, known, ticked=ticked)
        self._open()
        self.tree.setCurrentIndex(self.model.index(0, 0))
        self._on_ticked()

    def chosen(self) -> list[Edit]:
        """What is ticked, with what it needs to be brought back."""
        return completed(self.model.chosen(), self.model.divergences())

    def said(self) -> list[str]:
        """In words, what bringing back the ticked things does."""
        found, ticked = self.model.divergences(), self.model.chosen()
        edits, own = completed(ticked, found), {edit[:3] for edit in ticked}
        what = outcome(edits, found)
        along = outcome([edit for edit in edits if edit[:3] not in own], found)
        lines = (
            (self.tr("Comes back: {what}"), what.back),
            (self.tr("Shows again what it showed then: {what}"), what.changed),
            (self.tr("Goes, because it came later: {what}"), what.gone),
            # Only what is gone is ever needed by something else.
            (self.tr("Not ticked, but what is ticked cannot be without it: {what}"), along.back),
        )
        return [line.format(what=self._counted(counts)) for line, counts in lines if any(counts)]

    def _counted(self, counts: tuple[int, int, int]) -> str:
        parts = (
            self.tr("partnerships: {count}"),
            self.tr("checkpoints: {count}"),
            self.tr("other entries: {count}"),
        )
        return ", ".join(part.format(count=count) for part, count in zip(parts, counts, strict=True) if count)

    def _open(self) -> None:
        """Few things stand open at once; of many, what each partnership has is opened by whoever wants to see it."""
        tops = [self.model.index(row, 0) for row in range(min(self.model.rowCount(), OPENED + 1))]
        left = OPENED
        for top in tops:
            left -= self.model.leaves(top) if left > 0 else 0
            if left < 0:
                break
            self.tree.expandRecursively(top)
        if len(tops) == 1 and left < 0:
            self.tree.expand(tops[0])

    def _show_texts(self) -> None:
        index = self.tree.currentIndex()
        pairs: list[Pair] = index.data(PAIRS) if index.isValid() else []
        rows = [Row(pair.name, *marked(pair.then, pair.now)) for pair in pairs[:READ]]
        if len(pairs) > READ:
            more = [("…", False)]
            rows.append(Row(self.tr("And more: {count}").format(count=len(pairs) - READ), more, more))
        self.texts.show_rows(self._heads, rows)

    def _on_ticked(self) -> None:
        self.chosen_changed.emit()

    def _make_tree(self, design: Design) -> QTreeView:
        made = Tree(design)
        made.setProperty("bare", True)
        made.setAccessibleName(self.tr("What differs"))
        made.setModel(self.model)
        made.setHeaderHidden(True)
        made.setUniformRowHeights(True)
        made.setItemDelegate(LineDelegate(design, made))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        made.setMinimumWidth(300)
        made.selectionModel().currentChanged.connect(lambda *_: self._show_texts())
        return made


class Tree(QTreeView):
    """The chosen line is pale as in our other lists, so that its quiet words stay readable."""

    def __init__(self, design: Design) -> None:
        super().__init__()
        self._design = design

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: _Index) -> None:
        theme, colours = self._design.theme, QPalette(options.palette)
        colours.setColor(QPalette.ColorRole.Highlight, QColor(theme.selected))
        colours.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.ink))
        options.palette = colours
        super().drawRow(painter, options, index)


class LineDelegate(QStyledItemDelegate):
    """A box to tick, a label, and quiet words at the right, which keep their room."""

    def __init__(self, design: Design, view: QTreeView) -> None:
        super().__init__(view)
        self._design = design
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """A line of text with air."""
        return QSize(120, QFontMetrics(option.font).height() + 2 * SPACE[1] + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, style = self._design.theme, self._view.style()
        self.initStyleOption(option, index)
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, self._view)
        row = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, QColor(theme.selected))
            if self._view.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 2))
                painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 4, 4)
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        _paint_tick(painter, QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), state, theme)
        quiet, below = scaled(QApplication.font(), "small"), str(index.data(BELOW))
        taken = QFontMetrics(quiet).horizontalAdvance(below) + SPACE[2] if below else 0
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(quiet)
        painter.setPen(QColor(theme.muted))
        painter.drawText(row.adjusted(0, 0, -SPACE[2], 0), middle | Qt.AlignmentFlag.AlignRight, below)
        font = scaled(QApplication.font(), "body", bold=not index.parent().isValid())
        room = row.adjusted(box.right() + SPACE[2] - row.left(), 0, -taken - SPACE[2], 0)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        text = QFontMetrics(font).elidedText(option.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


def _paint_tick(painter: QPainter, box: QRectF, state: Qt.CheckState, theme: Theme) -> None:
    """As the boxes of our other windows are; half ticked it bears a bar."""
    off = state == Qt.CheckState.Unchecked
    painter.setPen(QPen(QColor(theme.border if off else theme.accent), 1))
    painter.setBrush(QColor(theme.surface if off else theme.accent))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QPen(QColor(theme.on_accent), 2))
    wide, high = box.width(), box.height()
    if state == Qt.CheckState.Checked:
        points = ((0.22, 0.53), (0.43, 0.73), (0.78, 0.3))
        painter.drawPolyline([QPointF(box.left() + x * wide, box.top() + y * high) for x, y in points])
    elif state == Qt.CheckState.PartiallyChecked:
        level = box.center().y()
        painter.drawLine(QPointF(box.left() + 0.25 * wide, level), QPointF(box.left() + 0.75 * wide, level))
