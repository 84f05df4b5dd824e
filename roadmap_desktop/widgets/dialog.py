"""Dialogs in which Enter presses the button that has the focus, plain or of several pages under a banner; knows no app."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import Design


class Dialog(QDialog):
    """Our buttons are never a dialog's default, so Qt would let Enter on them do nothing."""

    def showEvent(self, event: QShowEvent) -> None:
        """From now on all buttons hear Enter."""
        super().showEvent(event)
        for made in self.findChildren(QPushButton):
            made.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a button is a click; an Enter that a list has answered and passed on must not be one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QPushButton):
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
                watched.click()
                return True
        return super().eventFilter(watched, event)


class PagedDialog(Dialog):
    """One page at a time below a `banner`, which says what happened; it is gone once it was closed."""

    def __init__(self, design: Design, close_name: str, parent: QWidget | None = None) -> None:
        """Without a page until `set_pages`; `close_name` names the banner's cross."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(design, close_name)
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._pages, 1)

    def set_pages(self, *pages: QWidget) -> None:
        """Hold `pages`; the first is shown."""
        for page in pages:
            self._pages.addWidget(page)

    def page(self) -> QWidget | None:
        """The page in view."""
        return self._pages.currentWidget()

    def turn_to(self, page: QWidget) -> None:
        """Show another of the pages."""
        self._pages.setCurrentWidget(page)
