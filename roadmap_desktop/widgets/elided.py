"""A line of text that leaves its middle out where there is no room, and tells the whole as a tooltip."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from roadmap_desktop.widgets.design import Design, Role, scaled


class ElidedLine(QWidget):
    """For paths and names of files: both their ends matter, and no window should be as wide as they are."""

    def __init__(
        self,
        design: Design,
        role: Role = "body",
        *,
        muted: bool = False,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Empty at first."""
        super().__init__(parent)
        self._design = design
        self._muted = muted
        self._text = ""
        self.setFont(scaled(QApplication.font(), role, bold=bold))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        design.changed.connect(self.update)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show `text`, plain."""
        self._text = text
        self.setAccessibleName(text)
        self._tell()
        self.update()

    def shown(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width())

    def sizeHint(self) -> QSize:
        """A line of text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._text), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for all of it now."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.setToolTip("" if self.shown() == self._text else escape(self._text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """What there is room for."""
        theme = self._design.theme
        painter = QPainter(self)
        painter.setPen(QColor(theme.muted if self._muted else theme.ink))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown()
        )
        painter.end()
