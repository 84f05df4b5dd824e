"""A table as wide as its place and as high as its rows: columns share the width, texts wrap, nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QSize, Qt
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
from roadmap_desktop.widgets.soon import Soon

_PAD = 8


class FitTable(QTableView):
    """Give it a model with `set_content`; more rows than `most` pixels hold scroll."""

    def __init__(self, name: str, *, most: int = 560, parent: QWidget | None = None) -> None:
        """`name` is said by screen readers."""
        super().__init__(parent)
        self._most = most
        self._weights: Sequence[float] = ()
        self.setAccessibleName(name)
        # Unseen beside the hidden row heads, but a screen reader would come upon it.
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(name)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(True)
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
        self.setHorizontalHeader(_Head(self))
        self._fitting = Soon(self.fit, self)

    def set_content(self, model: QAbstractItemModel, weights: Sequence[float]) -> None:
        """Show `model`, its columns sharing the width by `weights`."""
        self.setModel(model)
        self._weights = weights
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

    def fit_soon(self) -> None:
        """Fit once, after all that is happening now."""
        self._fitting.start()

    def fit(self) -> None:
        """Share the width, wrap the texts, take the height."""
        self._fitting.stop()
        if not self._weights:
            return
        width = self.viewport().width()
        whole = sum(self._weights)
        used = 0
        for column, weight in enumerate(self._weights[:-1]):
            share = int(width * weight / whole)
            self.setColumnWidth(column, share)
            used += share
        self.setColumnWidth(len(self._weights) - 1, width - used)
        self.resizeRowsToContents()
        self.updateGeometries()
        height = self._natural_height()
        if self.height() != height:
            self.setFixedHeight(height)

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


class _Head(QHeaderView):
    """Heads that wrap instead of being cut."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

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
