"""Pages of paper on the screen, one at a time, turned and zoomed; what is on them is painted by the caller."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from roadmap_desktop.widgets.design import Design

PaintPage = Callable[[QPainter, int, float], None]
"""Paints a page: (painter with its origin at the paper's corner, number from 1, pixels per point)."""

_MARGIN: Final = 20
_POINTS: Final = 72 / 25.4
_LARGEST: Final = 5.0


class PageView(QAbstractScrollArea):
    """Shows one page, whole at first; `turned` (number from 1) follows every turn of the page.

    Page Up and Down, Home and End, or the wheel turn the pages; plus and minus, Ctrl and wheel zoom; 0 shows the
    page whole again, and so does a double click.
    """

    turned = Signal(int)

    def __init__(self, design: Design, parent: QWidget | None = None) -> None:
        """Empty until `set_pages`."""
        super().__init__(parent)
        self._design = design
        self._count = 0
        self._size_mm = (210.0, 297.0)
        self._paint: PaintPage | None = None
        self._page = 1
        self._zoom = 1.0
        self._waiting = ""
        self._cache: tuple[tuple[int, float, float], QPixmap] | None = None
        self._dragged: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("bare", True)
        design.changed.connect(self.viewport().update)

    # values in -------------------------------------------------------------------------------------

    def set_pages(self, count: int, size_mm: tuple[float, float], paint: PaintPage) -> None:
        """Show these pages; the one in view stays in view if there is still one of its number."""
        self._count = count
        self._size_mm = size_mm
        self._paint = paint
        self._cache = None
        self._arrange()
        self.show_page(min(self._page, count))

    def show_page(self, number: int) -> None:
        """Turn to page `number`, or the nearest there is."""
        number = max(1, min(number, self._count))
        self._page = number
        self.verticalScrollBar().setValue(0)
        self.viewport().update()
        self.turned.emit(number)

    @property
    def page(self) -> int:
        """Number of the page in view."""
        return self._page

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._count

    def set_zoom(self, zoom: float) -> None:
        """1 shows the page whole, 2 twice as large."""
        self._zoom = max(1.0, min(zoom, _LARGEST))
        self._arrange()
        self.viewport().update()

    @property
    def zoom(self) -> float:
        """How many times as large as the whole page would be."""
        return self._zoom

    def set_waiting(self, text: str) -> None:
        """What stands here while there are no pages."""
        self._waiting = text
        self.viewport().update()

    # geometry --------------------------------------------------------------------------------------

    def _scale(self) -> float:
        """Pixels per point."""
        room = self.viewport().size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        width, height = (side * _POINTS for side in self._size_mm)
        return max(min(room.width() / width, room.height() / height), 0.05) * self._zoom

    def _paper(self) -> QSize:
        scale = self._scale()
        width, height = self._size_mm
        return QSize(round(width * _POINTS * scale), round(height * _POINTS * scale))

    def _arrange(self) -> None:
        paper, view = self._paper(), self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), paper.width(), view.width()),
            (self.verticalScrollBar(), paper.height(), view.height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(40)
            bar.setRange(0, max(0, whole + 2 * _MARGIN - seen) if self._zoom > 1 else 0)

    def _place(self) -> QRect:
        """Where the paper lies on the viewport."""
        paper, view = self._paper(), self.viewport().size()
        x, y = (
            (seen - whole) // 2 if whole + 2 * _MARGIN <= seen else _MARGIN - bar.value()
            for seen, whole, bar in (
                (view.width(), paper.width(), self.horizontalScrollBar()),
                (view.height(), paper.height(), self.verticalScrollBar()),
            )
        )
        return QRect(QPoint(x, y), paper)

    # painting --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper with its shadow."""
        if self._paint is None or not self._count:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._design.theme.muted))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._waiting)
            painter.end()
            return
        picture = self._picture()
        place = self._place()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for grow, alpha in ((6, 10), (4, 14), (2, 22)):
            painter.setBrush(QColor(0, 0, 0, alpha))
            painter.drawRoundedRect(QRectF(place).adjusted(-grow, 2 - grow, grow, 2 + grow), 4, 4)
        painter.drawPixmap(place.topLeft(), picture)
        painter.end()

    def _picture(self) -> QPixmap:
        """The page as pixels of this screen, painted once a size."""
        assert self._paint is not None
        key = (self._page, self._scale(), self.devicePixelRatioF())
        if self._cache is None or self._cache[0] != key:
            picture = QPixmap(self._paper() * key[2])
            picture.setDevicePixelRatio(key[2])
            picture.fill(Qt.GlobalColor.white)
            painter = QPainter(picture)
            try:
                self._paint(painter, self._page, key[1])
            finally:
                painter.end()
            self._cache = (key, picture)
        return self._cache[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew."""
        super().resizeEvent(event)
        self._arrange()

    # hands -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn or zoom."""
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.show_page(self._page + 1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Backspace:
                self.show_page(self._page - 1)
            case Qt.Key.Key_Home:
                self.show_page(1)
            case Qt.Key.Key_End:
                self.show_page(self._count)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.set_zoom(self._zoom * 1.25)
            case Qt.Key.Key_Minus:
                self.set_zoom(self._zoom / 1.25)
            case Qt.Key.Key_0:
                self.set_zoom(1.0)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._scroll(-60 if event.key() == Qt.Key.Key_Up else 60)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, turn at the page's ends, or zoom with Ctrl."""
        step = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * 1.25 ** (step / 120))
        elif step:
            self._scroll(-step)
        event.accept()

    def _scroll(self, by: int) -> None:
        bar = self.verticalScrollBar()
        end = bar.maximum() if by > 0 else bar.minimum()
        if bar.value() != end:
            bar.setValue(bar.value() + by)
            self.viewport().update()
        elif by > 0 and self._page < self._count:
            self.show_page(self._page + 1)
        elif by < 0 and self._page > 1:
            self.show_page(self._page - 1)
            bar.setValue(bar.maximum())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Closer, or whole again."""
        self.set_zoom(2.0 if self._zoom == 1.0 else 1.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a large page."""
        self._dragged = event.position().toPoint() if self._zoom > 1 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._dragged is None:
            return
        here = event.position().toPoint()
        moved = here - self._dragged
        self._dragged = here
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._dragged = None

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew: the paper's shadow does not scroll well."""
        self.viewport().update()
