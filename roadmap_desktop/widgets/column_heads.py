"""A row of choices above the columns of a table, one each, that moves as the columns do; knows no app."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QTableView, QWidget

_GAP = 4
_HEIGHT = 38


class ColumnHeads(QWidget):
    """Stands right above `table`; `chosen` carries (column, key) where the user has chosen."""

    chosen = Signal(int, str)

    def __init__(self, table: QTableView, parent: QWidget | None = None) -> None:
        """`set_columns` fills it; columns of the table before `first` have none."""
        super().__init__(parent)
        self._table = table
        self._first = 0
        self.boxes: list[QComboBox] = []
        self.setFixedHeight(_HEIGHT)
        header = table.horizontalHeader()
        header.sectionResized.connect(self._place)
        header.geometriesChanged.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)
        table.viewport().installEventFilter(self)

    def set_columns(
        self,
        keys: Sequence[str],
        options: Sequence[tuple[str, str]],
        name_of: Callable[[int], str],
        first: int = 0,
    ) -> None:
        """A choice for each of `keys`, which are chosen; `options` are (key, text), `name_of` names the one at a place."""
        for box in self.boxes:
            box.deleteLater()
        self.boxes = []
        self._first = first
        for place, key in enumerate(keys):
            box = QComboBox(self)
            for option, text in options:
                box.addItem(text, option)
            box.setCurrentIndex(max(box.findData(key), 0))
            box.setAccessibleName(name_of(place))
            named = QLabel(
                name_of(place), self
            )  # unseen; on Linux a choice is named by a label beside it alone
            named.setTextFormat(Qt.TextFormat.PlainText)
            named.setBuddy(box)
            named.hide()
            box.destroyed.connect(named.deleteLater)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.activated.connect(lambda _, at=place, of=box: self.chosen.emit(at, str(of.currentData())))
            box.installEventFilter(self)
            box.show()
            self.boxes.append(box)
        self._place()

    def chosen_keys(self) -> list[str]:
        """What is chosen, column by column."""
        return [str(box.currentData()) for box in self.boxes]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A choice that gets the keyboard comes into view; the table's own moves are followed."""
        if event.type() == QEvent.Type.FocusIn and watched in self.boxes:
            column = self.boxes.index(watched) + self._first
            row = max(self._table.rowAt(0), 0)
            self._table.scrollTo(self._table.model().index(row, column))
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow."""
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        """As high as a choice."""
        return QSize(200, _HEIGHT)

    def _place(self) -> None:
        header = self._table.horizontalHeader()
        left = (
            self._table.frameWidth()
            + self._table.verticalHeader().width() * self._table.verticalHeader().isVisible()
        )
        for place, box in enumerate(self.boxes):
            column = place + self._first
            at = left + header.sectionViewportPosition(column)
            width = header.sectionSize(column)
            box.setGeometry(at + _GAP // 2, 0, width - _GAP, _HEIGHT - 2)
