"""A table as wide as its place and as high as its rows: columns share the width, texts wrap, nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from roadmap_desktop.widgets.design import scaled
from roadmap_desktop.widgets.follow import scroll_to
from roadmap_desktop.widgets.soon import Soon

Index = QModelIndex | QPersistentModelIndex
_PAD = 8


class FitTable(QTableView):
    """Give it a model with `set_content`; more rows than `most` pixels hold scroll."""

    def __init__(self, name: str, *, most: int = 560, parent: QWidget | None = None) -> None:
        """`name` is said by screen readers."""
        super().__init__(parent)
        self._most = most
        self._weights: Sequence[float] = ()
        self._least: Sequence[int] = ()
        self.setAccessibleName(name)
        # Unseen beside the hidden row heads, but a screen reader would come upon it.
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(name)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leads on; in an open cell it goes to the next one
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(Head(self))
        self._fitting = Soon(self.fit, self)
        self._following = Soon(self.show_current, self)

    def set_content(
        self, model: QAbstractItemModel, weights: Sequence[float], least: Sequence[int] = ()
    ) -> None:
        """Show `model`, its columns sharing the width by `weights`.

        Each is wide enough for the words of its head, and for what its cells need at `least` (pixels).
        """
        self.setModel(model)
        self._weights = weights
        self._least = least or [0] * len(weights)
        for signal in (
            model.modelReset,
            model.rowsInserted,
            model.rowsRemoved,
            model.rowsMoved,
            model.dataChanged,
        ):
            signal.connect(self.fit_soon)
        self.fit()

    def begin(self, index: QModelIndex) -> None:
        """Open the editor of a cell, where it has one."""
        self.edit(index, QAbstractItemView.EditTrigger.AllEditTriggers, QEvent(QEvent.Type.None_))
        self._following.start()

    def show_current(self) -> None:
        """Scroll whatever area the table stands in, so that the current row is in view."""
        if self.currentIndex().isValid():
            scroll_to(self.viewport(), self.visualRect(self.currentIndex()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._following.start()

    def fit_soon(self) -> None:
        """Fit once, after all that is happening now."""
        self._fitting.start()

    def fit(self) -> None:
        """Share the width, wrap the texts, take the height."""
        self._fitting.stop()
        if not self._weights:
            return
        header = self.horizontalHeader()
        assert isinstance(header, Head)
        heads = [0 if header.isHidden() else header.least(column) for column in range(len(self._weights))]
        least = [max(pair) for pair in zip(self._least, heads, strict=True)]
        for column, share in enumerate(shared(self.viewport().width(), self._weights, least)):
            self.setColumnWidth(column, share)
        self.resizeRowsToContents()
        self.updateGeometries()
        height = self._natural_height()
        if self.height() != height:
            self.setFixedHeight(height)
            if self.state() == QAbstractItemView.State.EditingState:
                self._following.start()

    def _natural_height(self) -> int:
        header = self.horizontalHeader()
        head = 0 if header.isHidden() else header.sizeHint().height()
        rows = self.verticalHeader().length()
        return min(head + rows, self._most) + 2 * self.frameWidth()

    def sizeHint(self) -> QSize:
        return QSize(240, self._natural_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid() and not editing:
            self.begin(index)
            return
        super().keyPressEvent(event)


class Head(QHeaderView):
    """Heads that wrap instead of being cut."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def least(self, column: int) -> int:
        """The width that holds the longest word of a head."""
        metrics = QFontMetrics(self._bold())
        words = self._text(column).split()
        return max(map(metrics.horizontalAdvance, words), default=0) + 2 * _PAD + 2

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._bold())
        heights = [metrics.height()]
        for column in range(self.count()):
            box = QRect(0, 0, self.sectionSize(column) - 2 * _PAD, 10_000)
            heights.append(
                metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), self._text(column)).height()
            )
        return QSize(super().sizeHint().width(), max(heights) + 2 * 6)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        colours = self.palette()
        painter.fillRect(rect, colours.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(colours.color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self._bold())
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        aligned = self.model().headerData(
            logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        right = bool(aligned is not None and aligned & Qt.AlignmentFlag.AlignRight)
        across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(Qt.TextFlag.TextWordWrap) | int(across | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(rect.adjusted(_PAD, 6, -_PAD, -6), flags, self._text(logicalIndex))
        painter.restore()

    def _text(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")

    def _bold(self) -> QFont:
        return scaled(self.font(), "small", bold=True)


def shared(width: int, weights: Sequence[float], least: Sequence[int]) -> list[int]:
    """`width` shared by `weights`, each share at least as wide as `least` where there is room; the sum is `width`."""
    if sum(least) >= width:
        weights, least = [max(one, 1) for one in least], [0] * len(least)
    fixed: set[int] = set()
    while True:
        room = width - sum(least[place] for place in fixed)
        whole = sum(weight for place, weight in enumerate(weights) if place not in fixed)
        shares = [
            least[place] if place in fixed else int(room * weight / whole)
            for place, weight in enumerate(weights)
        ]
        tight = {place for place, share in enumerate(shares) if share < least[place]}
        if not tight:
            shares[-1] += width - sum(shares)
            return shares
        fixed |= tight
