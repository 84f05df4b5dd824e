"""One line of the register to read and to add to: what was sent or came, and a note; a line by hand can be changed whole."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.records import SHORT_TEXT, Exchange, Scalar
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.dates import date_field
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import label
from roadmap_desktop.widgets.fields import Field
from roadmap_desktop.widgets.growing_edit import GrowingEdit

_PAUSE = 800
"""Milliseconds without a key after which what was typed is saved."""


class ExchangeView(QWidget):
    """Empty until `show_line`. `edited` carries the Edit that the user made of it."""

    edited = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """See QWidget."""
        super().__init__(parent)
        self._context = context
        self._line: Exchange | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()

    def show_line(self, line: Exchange | None) -> None:
        """Show `line`; what the user has before them in the same line stays as they typed it."""
        same = line is not None and self._line is not None and line.id == self._line.id
        if not same:
            self.leave()
        typed = same and bool(self._edit().fields) if self._line is not None else False
        self._line = line
        self._inside.setVisible(line is not None)
        if line is None or typed:
            return
        by_hand = not line.wall
        for field in self._by_hand:
            field.setVisible(by_hand)
        self.told.setText(self._told(line))
        self.told.setVisible(not by_hand)
        self.direction.setCurrentIndex(max(self.direction.findData(line.direction), 0))
        self.day.show_date(line.day)
        if self.who.text() != line.who:
            self.who.setText(line.who)
        self.note.show_text(line.note)

    def set_changeable(self, changeable: bool) -> None:
        """Take words, or only show them."""
        self.note.setReadOnly(not changeable)
        for control in (self.direction, self.day, self.who):
            control.setEnabled(changeable)

    def leave(self) -> None:
        """Hand on what was typed and is not saved yet."""
        self._pause.stop()
        edit = self._edit() if self._line is not None else None
        if edit is not None and edit.fields:
            self.edited.emit(edit)

    def _edit(self) -> Edit:
        """What stands here and is not what the line says."""
        line = self._line
        assert line is not None
        said: dict[str, Scalar] = {"note": self.note.text()[:SHORT_TEXT]}
        if not line.wall:
            said |= {"direction": str(self.direction.currentData()), "who": self.who.text()}
            if self.day.iso:
                said["day"] = self.day.iso
        fields = {name: value for name, value in said.items() if getattr(line, name) != value}
        return Edit(line.root, "exchange", line.id, fields)

    def _told(self, line: Exchange) -> str:
        """What the program noted by itself, a thing a line."""
        words = self._context.words
        name = {"out": self.tr("Sent on {date}"), "in": self.tr("Received on {date}")}[line.direction]
        told = [name.format(date=words.date(line.day, long=True)), one_line(line.who)]
        if line.level:
            told.append(f"{words('history', 'exchange.level')}: {words('level', line.level)}")
        if line.file:
            told.append(f"{words('history', 'exchange.file')}: {one_line(line.file)}")
        if line.changes:
            count = self.locale().toString(line.changes)
            told.append(f"{words('history', 'exchange.changes')}: {count}")
        return "\n".join(part for part in told if part)

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        words = self._context.words
        self.direction, self.who = QComboBox(), QLineEdit()
        for key, text in words.group("direction").items():
            self.direction.addItem(text, key)
        self.day = date_field(self._context, words("history", "exchange.day"))
        self.who.setMaxLength(SHORT_TEXT)
        self.note = GrowingEdit(words("history", "exchange.note"), least=4, most=12)
        self.note.setPlaceholderText(self.tr("On a stick, on paper, at the meeting…"))
        for control in (self.direction, self.day, self.who):
            control.setMinimumHeight(38)
        fields = [Field(control) for control in (self.direction, self.day, self.who, self.note)]
        for field, name in zip(fields, ("direction", "day", "who", "note"), strict=True):
            field.set_texts(words("history", f"exchange.{name}"))
        self._by_hand = fields[:3]
        self.told = label(wrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        column.addWidget(self.told)
        for field in fields:
            column.addWidget(field)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._inside)
        self._inside.hide()

    def _connect(self) -> None:
        self._pause.timeout.connect(self.leave)
        self.direction.activated.connect(self.leave)
        self.day.changed.connect(self.leave)
        self.who.editingFinished.connect(self.leave)
        self.who.textEdited.connect(self._pause.start)
        self.note.edited.connect(self._pause.start)
        self.note.left.connect(self.leave)
