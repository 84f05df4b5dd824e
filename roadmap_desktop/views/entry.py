"""One entry of the history: who, when, and each field before and after, the differing words marked; saves nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.history import Entry, Event, Field, Part, Subject, unset
from roadmap_desktop.domain.marks import Piece, marked
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.domain.telling import Teller, local_moment
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.page import Place
from roadmap_desktop.widgets.design import Design, button, label
from roadmap_desktop.widgets.growing_edit import GrowingEdit

MOST_FIELDS: Final = 40
"""Fields shown of one entry; what was saved together can be a whole partnership."""
_MOST_LINES: Final = 16
_NARROWEST: Final = 480
_BRIEF: Final = 40
"""Most letters of a value that stands on one line with what can be done with it."""

_WHERE_A_CHECKPOINT_IS: Final = ("answer", "note", "attachment")


class _Value(NamedTuple):
    """One value to show: the words above it, its text, what differs from the other, and how to bring it back."""

    caption: str
    text: str
    pieces: Sequence[Piece]
    gone: bool
    raw: Scalar


class EntryView(QScrollArea):
    """`wanted` carries the edits that bring something back, `go` the Place that the user wants to see."""

    wanted = Signal(object)
    go = Signal(object)

    def __init__(self, design: Design, teller: Teller, parent: QWidget | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self._design, self._teller, self._changeable = design, teller, False
        self._entry: Entry | None = None
        self._when = ""
        self._unfolded = False
        self.setWidgetResizable(True)
        self.setMinimumWidth(_NARROWEST)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("The chosen change"))
        design.changed.connect(self._show)

    def set_changeable(self, changeable: bool) -> None:
        """Whether something can be brought back into the file."""
        if changeable != self._changeable:
            self._changeable = changeable
            self._show()

    def show_entry(self, entry: Entry | None, when: str) -> None:
        """Show `entry`, done `when`; None for nothing."""
        if entry == self._entry and when == self._when:
            return
        same = (
            entry is not None and self._entry is not None and entry.events[-1].id == self._entry.events[-1].id
        )
        self._entry, self._when = entry, when
        self._unfolded = self._unfolded and same
        place = self.verticalScrollBar().value() if same else 0
        self._show()
        self.verticalScrollBar().setValue(place)

    # building ---------------------------------------------------------------------------------------

    def _show(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[5], SPACE[1], SPACE[4], SPACE[4])
        column.setSpacing(SPACE[2])
        if self._entry is not None:
            self._fill(column, self._entry)
        column.addStretch(1)
        self.setWidget(page)  # deletes the one before

    def _fill(self, column: QVBoxLayout, entry: Entry) -> None:
        column.addWidget(label(self._teller.headline(entry), "heading", wrap=True))
        subject = entry.parts[0].subject
        if where := self._teller.where(subject):
            column.addWidget(label(where, tone="muted", wrap=True))
        said = self.tr("{when} · says it is from {who}").format(
            when=self._when, who=self._teller.who(entry.writer)
        )
        column.addWidget(label(said, "small", tone="muted", wrap=True))
        column.addLayout(self._make_links(entry))
        column.addSpacing(SPACE[2])
        if self._unfolded:
            self._add_events(column, entry)
        else:
            self._add_parts(column, entry.parts)

    def _make_links(self, entry: Entry) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.setContentsMargins(0, SPACE[1], 0, 0)
        place = place_of(entry)
        if place is not None:
            text = (
                self.tr("Go to this checkpoint")
                if place.page == "wizard"
                else self.tr("Go to this partnership")
            )
            there = button(text, icon=self._design.icon("arrow-right"))
            there.clicked.connect(lambda: self.go.emit(place))
            row.addWidget(there)
        gone = [part.subject for part in entry.parts if part.action == "deleted" and part.subject.deleted]
        if gone and all(
            one.kind in records.KINDS and (one.there or one.kind == "partnership") for one in gone
        ):
            back = button(self.tr("Bring this back"), icon=self._design.icon("undo"))
            back.setEnabled(self._changeable)
            back.clicked.connect(lambda: self.wanted.emit([Edit(*one.key, {DELETED: 0}) for one in gone]))
            row.addWidget(back)
        if len(entry.events) > 1 and len({event.subject.key for event in entry.events}) == 1:
            fold = button(self.tr("Show each of %n change(s)", "", len(entry.events)), "quiet")
            fold.setCheckable(True)
            fold.setChecked(self._unfolded)
            fold.toggled.connect(self._on_unfolded)
            self.fold = fold
            row.addWidget(fold)
        row.addStretch(1)
        return row

    def _on_unfolded(self, on: bool) -> None:
        self._unfolded = on
        self._show()
        self.fold.setFocus()

    def _add_parts(self, column: QVBoxLayout, parts: Sequence[Part]) -> None:
        shown = 0
        many = len({self._teller.thing(part.subject) for part in parts}) > 1
        for number, part in enumerate(parts):
            if shown and shown + len(part.fields) > MOST_FIELDS:
                left = len(parts) - number
                column.addWidget(label(self.tr("and %n more", "", left), tone="muted"))
                return
            shown += max(len(part.fields), 1)
            if many:
                column.addSpacing(SPACE[2])
                column.addWidget(label(self._teller.thing(part.subject), "lead", bold=True, wrap=True))
            if part.action != "changed" or part.settled:
                column.addWidget(label(self._teller.done(part), tone="accent", wrap=True))
            for field in part.fields:
                self._add_field(column, part.subject, field)

    def _add_events(self, column: QVBoxLayout, entry: Entry) -> None:
        shown = 0
        for number, event in enumerate(entry.events):
            if shown and shown + len(event.fields) > MOST_FIELDS:
                left = len(entry.events) - number
                column.addWidget(label(self.tr("and %n more", "", left), tone="muted"))
                return
            shown += len(event.fields)
            column.addSpacing(SPACE[2])
            column.addWidget(label(f"{local_moment(event.wall):%H:%M:%S}", bold=True))
            self._add_event(column, event)

    def _add_event(self, column: QVBoxLayout, event: Event) -> None:
        for field in event.fields:
            self._add_field(column, event.subject, field)

    def _add_field(self, column: QVBoxLayout, subject: Subject, field: Field) -> None:
        name = self._teller.field(subject, field.name)
        values = self._values(subject, field)
        brief = all(len(value.text) <= _BRIEF and "\n" not in value.text for value in values)
        column.addSpacing(SPACE[2])
        alone = len(values) == 1
        if not alone:
            column.addWidget(label(name, bold=True, wrap=True))
        if field.put_back:
            column.addWidget(label(self.tr("Changed and changed back"), "small", tone="muted", wrap=True))
        for value in values:
            caption = label(name, bold=True) if alone else label(value.caption, "small", tone="muted")
            column.addWidget(self._make_head(subject, field, caption, value, brief=brief))
            if not brief:
                column.addWidget(self._make_text(name, value))

    def _values(self, subject: Subject, field: Field) -> list[_Value]:
        """What to show of a field: the values before, and the one after where there is one."""
        after = self._teller.value(subject, field.name, field.after)
        found = []
        pieces: Sequence[Piece] = [Piece(after, differs=not field.put_back)]
        for raw in field.before:
            text = self._teller.value(subject, field.name, raw)
            if not text and len(field.before) == 1:
                continue
            old, new = marked(text, after) if field.after is not None else ([Piece(text, differs=False)], [])
            if len(field.before) == 1 and field.after is not None:
                pieces = new
            caption = self.tr("Before") if len(field.before) == 1 else self.tr("One of the versions before")
            found.append(_Value(caption, text, old, gone=True, raw=raw))
        if field.after is None or field.put_back:
            return found
        if not found:
            pieces = [Piece(after, differs=False)]
        found.append(_Value(self.tr("After"), after, pieces, gone=False, raw=field.after))
        return found

    def _make_head(
        self, subject: Subject, field: Field, caption: QLabel, value: _Value, *, brief: bool
    ) -> QWidget:
        """The caption, the value itself where it is brief, and what can be done with it."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(caption)
        if brief:
            row.addSpacing(SPACE[2])
            said = label(value.text or self.tr("(empty)"), wrap=True)
            font = said.font()
            font.setStrikeOut(value.gone and bool(value.text))
            said.setFont(font)
            row.addWidget(said, 1)
        else:
            row.addStretch(1)
        name = self._teller.field(subject, field.name)
        if value.text:
            copy = button(self.tr("Copy"), "quiet")
            copy.setAccessibleName(self.tr("Copy: {field}, {which}").format(field=name, which=value.caption))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(value.text))
            row.addWidget(copy)
        if is_present(subject, field.name, value.raw):
            row.addWidget(label(self.tr("This is how it is now"), "small", tone="muted"))
        elif self._can_come_back(subject, field):
            back = button(self.tr("Bring this back"), "quiet", self._design.icon("undo"))
            back.setAccessibleName(
                self.tr("Bring back: {field}, {which}").format(field=name, which=value.caption)
            )
            edit = Edit(*subject.key, {field.name: value.raw})
            back.clicked.connect(lambda: self.wanted.emit([edit]))
            back.setEnabled(self._changeable)
            row.addWidget(back)
        return made

    @staticmethod
    def _can_come_back(subject: Subject, field: Field) -> bool:
        """What this program does not know it must not write, and what is deleted comes back as a whole."""
        known = subject.kind in records.KINDS and field.name in records.fields(subject.kind)
        return known and not subject.deleted and subject.there

    def _make_text(self, name: str, value: _Value) -> QWidget:
        if not value.text:
            return label(self.tr("(empty)"), tone="muted")
        made = GrowingEdit(f"{name}, {value.caption}", least=1, most=_MOST_LINES)
        made.setReadOnly(True)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made.show_text(value.text)
        self._mark(made, value)
        return made

    def _mark(self, text: GrowingEdit, value: _Value) -> None:
        """Colour says it, and a line for who sees no colour: through what went, under what came."""
        theme = self._design.theme
        form = QTextCharFormat()
        form.setBackground(QColor(theme.overdue_wash if value.gone else theme.selected))
        form.setFontStrikeOut(value.gone)
        form.setFontUnderline(not value.gone)
        marks = []
        at = 0
        for piece, differs in value.pieces:
            size = len(piece.encode("utf-16-le")) // 2  # Qt counts so
            if differs:
                mark = QTextEdit.ExtraSelection()
                mark.format = form
                mark.cursor = QTextCursor(text.document())
                mark.cursor.setPosition(at)
                mark.cursor.setPosition(at + size, QTextCursor.MoveMode.KeepAnchor)
                marks.append(mark)
            at += size
        text.setExtraSelections(marks)


def is_present(subject: Subject, field: str, value: Scalar) -> bool:
    """Whether the field says so now."""
    return not subject.deleted and subject.now.get(field, unset(subject.kind, field)) == value


def place_of(entry: Entry) -> Place | None:
    """Where the user can see what the entry is about: its checkpoint, else its partnership; None where that is gone."""
    parts = entry.parts
    first = parts[0].subject
    if not first.there or not first.partnership:
        return None
    stops = {(part.subject.side, part.subject.checkpoint) for part in parts}
    if len(stops) == 1 and first.kind in _WHERE_A_CHECKPOINT_IS and first.checkpoint:
        return Place("wizard", first.root, first.side, first.checkpoint)
    return Place("partnership", first.root)
