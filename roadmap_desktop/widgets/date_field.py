"""A date that may be empty: typed as people write dates, or picked from a calendar; what cannot be read stays as typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.widgets.design import Design


class DateField(QLineEdit):
    """`changed` carries a new date as YYYY-MM-DD or ""; `refused` the words that are no date, "" when mended."""

    changed = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        design: Design,
        texts: tuple[str, str, str],
        parse: Callable[[str], str],
        show: Callable[[str], str],
        typed: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """`texts`: the field's name, "open the calendar", "no date". `parse` raises ValueError for what is no date.

        `show` writes a date for reading, `typed` for typing; `parse` must understand what `typed` writes.
        """
        super().__init__(parent)
        name, calendar, clear = texts
        self.setAccessibleName(name)
        self._design, self._parse, self._show, self._typed = design, parse, show, typed
        self._iso = ""
        self._wrong = False
        self._popup: QWidget | None = None
        self._clear = QAction(design.icon("x", design.theme.muted), clear, self)
        self._clear.triggered.connect(self._on_clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._open = QAction(design.icon("calendar", design.theme.muted), calendar, self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.editingFinished.connect(self.settle)
        self.textEdited.connect(lambda: self._clear.setVisible(bool(self.text())))

    @property
    def iso(self) -> str:
        """The last date that could be read."""
        return self._iso

    @property
    def wrong(self) -> bool:
        """What stands there is no date."""
        return self._wrong

    def show_date(self, iso: str) -> None:
        """Show `iso` without a signal."""
        self._iso = iso
        self._wrong = False
        self._write()

    def settle(self) -> None:
        """Read what was typed, and say what came of it."""
        if not self.isModified() or self.isReadOnly():
            return
        try:
            read = self._parse(self.text())
        except ValueError:
            self._wrong = True
            self.setModified(False)
            self.refused.emit(self.text())
            return
        mended, self._wrong = self._wrong, False
        old, self._iso = self._iso, read
        self._write()
        if mended:
            self.refused.emit("")
        if read != old:
            self.changed.emit(read)

    def open_calendar(self) -> None:
        """Let a day be picked; Escape closes."""
        from PySide6.QtWidgets import QCalendarWidget  # noqa: PLC0415 - not needed before it is opened

        if self.isReadOnly():
            return
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(popup)
        column.setContentsMargins(1, 1, 1, 1)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(self.accessibleName())
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setLocale(self.locale())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if self._iso:
            calendar.setSelectedDate(QDate.fromString(self._iso, Qt.DateFormat.ISODate))
        column.addWidget(calendar)
        calendar.clicked.connect(self._on_picked)
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(popup.close)
        calendar.activated.connect(popup.close)
        popup.adjustSize()
        popup.move(self._place_of(popup))
        popup.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)
        self._popup = popup

    def _place_of(self, popup: QWidget) -> QPoint:
        """Below the field, or above where there is no room below."""
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        room = self.screen().availableGeometry()
        size = popup.sizeHint()
        x = max(room.left(), min(below.x(), room.right() - size.width()))
        above = self.mapToGlobal(QPoint(0, -2)).y() - size.height()
        return QPoint(
            x, above if below.y() + size.height() > room.bottom() and above > room.top() else below.y()
        )

    def _on_picked(self, day: QDate) -> None:
        self._set(day.toString(Qt.DateFormat.ISODate))

    def _on_clear(self) -> None:
        self._set("")

    def _set(self, iso: str) -> None:
        if self.isReadOnly():
            return
        mended, self._wrong = self._wrong, False
        old, self._iso = self._iso, iso
        self._write()
        if mended:
            self.refused.emit("")
        if iso != old:
            self.changed.emit(iso)

    def _write(self) -> None:
        if not self._iso:
            self.setText("")
        else:
            self.setText(self._typed(self._iso) if self.hasFocus() else self._show(self._iso))
        self.setModified(False)
        self._show_actions()

    def _show_actions(self) -> None:
        self._clear.setVisible(bool(self.text()) and not self.isReadOnly())
        self._open.setVisible(not self.isReadOnly())

    def setReadOnly(self, arg__1: bool) -> None:
        super().setReadOnly(arg__1)
        self._show_actions()

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            done = super().event(event)
            if not self._wrong and not self.isModified():
                self._write()
                if self.hasFocus() and _by_keyboard(event):
                    self.selectAll()  # as in any line, so that typing replaces the date
            return done
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.open_calendar()
            return
        super().keyPressEvent(event)


def _by_keyboard(event: QEvent) -> bool:
    reasons = {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
    return isinstance(event, QFocusEvent) and event.reason() in reasons
