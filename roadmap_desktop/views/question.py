"""What every screen of the first start is: a question with its heading and fields to answer in; asks nothing itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop.domain import records
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.widgets.design import label
from roadmap_desktop.widgets.fields import Field


class Question(QWidget):
    """A heading; what answers it goes into `column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without words until `ask`."""
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[3])
        self.column.setSpacing(SPACE[2])
        self.column.addStretch(1)
        self._title = label(role="title", wrap=True)
        self._text = label(tone="muted", wrap=True)
        self.column.addWidget(self._title)
        self.column.addWidget(self._text)
        self.column.addSpacing(SPACE[4])

    def ask(self, title: str, text: str = "") -> None:
        """Put the question, and what may help with it."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))


def scrolling(question: Question) -> QScrollArea:
    """The question in a column of a readable width, scrolled where the window is small."""
    question.setMaximumWidth(READING_WIDTH)
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(question, 100)
    row.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(middle)
    return area


def short_line(text: str = "") -> QLineEdit:
    """A field for a name."""
    made = QLineEdit(text)
    made.setMaxLength(records.SHORT_TEXT)
    made.setMinimumHeight(38)
    return made


def line_of(edit: QLineEdit) -> str:
    """What stands in `edit`, spaces put right."""
    return " ".join(edit.text().split())


def asked(field: Field, complaint: str) -> bool:
    """Whether the field is filled, or need not be; complains and goes there where it is not."""
    control = field.control
    assert isinstance(control, QLineEdit)
    if field.isHidden() or line_of(control):
        return True
    field.set_error(complaint)
    control.setFocus()
    return False
