"""One checkpoint to fill in: questions, answer, state, person, date, private note, attachments and support tools."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.coach import Coach
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.edits import answer_edit, begun, note_edit
from roadmap_desktop.domain.errors import BadDate, TextTooLong
from roadmap_desktop.domain.form import Checkpoint, Step
from roadmap_desktop.domain.records import Answer, Note, Scalar
from roadmap_desktop.domain.words import parse_date
from roadmap_desktop.messages import describe
from roadmap_desktop.models.tool import Frame, typed_date
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.views.attachments import Attachments, dropped_files
from roadmap_desktop.views.autosave import KEEP_AFTER_MS, Autosave
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.tools import Tool, make_tool
from roadmap_desktop.views.versions import Versions
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.date_field import DateField
from roadmap_desktop.widgets.design import button, label, narrowed
from roadmap_desktop.widgets.growing_edit import GrowingEdit
from roadmap_desktop.widgets.segmented import Segmented

_TOOL_WIDTH = 980


class Stand(NamedTuple):
    """Where the view stands: which stop of which side of which partnership."""

    dossier: Dossier
    side: SideDossier
    step: Step
    checkpoint: Checkpoint

    @property
    def root(self) -> bytes:
        """The partnership."""
        return self.dossier.partnership.id

    @property
    def key(self) -> str:
        """The side, "a" or "b"."""
        return self.side.side.key

    @property
    def answer(self) -> Answer:
        """What the file holds."""
        return self.side.answers.get(self.checkpoint.id, Answer())

    @property
    def note(self) -> Note:
        """The private note the file holds."""
        return self.side.notes.get(self.checkpoint.id, Note())

    @property
    def answer_id(self) -> bytes:
        """Id of the answer, written yet or not."""
        return records.answer_id(self.root, self.key, self.checkpoint.id)

    @property
    def note_id(self) -> bytes:
        """Id of the private note, written yet or not."""
        return records.note_id(self.root, self.key, self.checkpoint.id)

    @property
    def same_place(self) -> tuple[bytes, str, str]:
        """What two stands at the same stop share."""
        return self.root, self.key, self.checkpoint.id


class CheckpointView(QScrollArea):
    """Saves by itself, a pause after the last keystroke and on `leave`. Words too long to save wait here in `drafts`."""

    def __init__(self, context: Context, coach: Coach, parent: QWidget | None = None) -> None:
        """Empty until `show_stand`."""
        super().__init__(parent)
        self._context = context
        self._coach = coach
        self._at: Stand | None = None
        self._changeable = context.session.obstacle is None
        self._autosave = Autosave(context.session, self)
        self._drafts: dict[bytes, str] = {}
        self._tools: dict[str, Tool] = {}
        self._versions: list[Versions] = []
        self._disputes: object = None
        self._advise_soon = QTimer(self)
        self._advise_soon.setSingleShot(True)
        self._advise_soon.setInterval(KEEP_AFTER_MS)
        self._advise_soon.timeout.connect(self._advise)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(self._changeable)
        self._build()

    # showing ---------------------------------------------------------------------------------------

    def show_stand(self, stand: Stand) -> None:
        """Show another stop, from its top."""
        self._at = stand
        self._over.setText(self._heading(stand))
        number = [step.id for step in self._context.form(stand.side.side.form).steps].index(stand.step.id)
        colour = self._context.design.theme.steps[number % 3]
        palette = self._over.palette()
        palette.setColor(self._over.foregroundRole(), colour)
        self._over.setPalette(palette)
        self.state.set_colour(colour)
        self._title.setText(stand.checkpoint.title)
        self.questions.show_lines(stand.checkpoint.questions)
        self.answer.setAccessibleName(self.tr("Your answer: {title}").format(title=stand.checkpoint.title))
        draft = self._drafts.get(stand.answer_id)
        self.answer.show_text(stand.answer.text if draft is None else draft)
        self.note.show_text(self._drafts.get(stand.note_id, stand.note.text))
        self._open_note(bool(self.note.text()))
        self.state.show_key(stand.answer.state)
        self.who.setText(stand.answer.who)
        self.due.show_date(stand.answer.due)
        self._due_trouble.hide()
        self._show_tools(stand)
        self._show_rest(stand)
        self._check_length(self.answer, self._answer_trouble, "answer")
        self._check_length(self.note, self._note_trouble, "note")
        self.verticalScrollBar().setValue(0)

    def take_over(self, stand: Stand) -> None:
        """The file changed: show what is new at this stop, but not over unsaved words, focus or caret."""
        self._at = stand
        unsaved = self._autosave.unsaved()
        answer = stand.answer
        if stand.answer_id not in unsaved:
            if stand.answer_id not in self._drafts:
                self.answer.take_over(answer.text)
            self.state.show_key(answer.state)
            if not (self.who.hasFocus() and self.who.isModified()) and self.who.text() != answer.who:
                self.who.setText(answer.who)
            if not self.due.wrong and not self.due.isModified() and self.due.iso != answer.due:
                self.due.show_date(answer.due)
        if stand.note_id not in unsaved and stand.note_id not in self._drafts:
            self.note.take_over(stand.note.text)
            if stand.note.text:
                self._open_note(True)
        for tool in self._tools.values():
            if tool.isVisibleTo(self):
                tool.show_rows(stand.dossier, stand.side, unsaved)
        self._show_rest(stand)

    def leave(self) -> None:
        """Save what was typed up to now."""
        for tool in self._tools.values():
            tool.leave()
        self._settle_who()
        self.due.settle()
        self._autosave.flush()

    def focus_answer(self) -> None:
        """Put the caret behind the last word."""
        self.answer.moveCursor(self.answer.textCursor().MoveOperation.End)
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)

    def tool(self, kind: str) -> Tool:
        """The editor of a tool of this checkpoint."""
        return self._tools[kind]

    def _heading(self, stand: Stand) -> str:
        step = self._context.words("sheet", "step", step=stand.step.id)
        return f"{step} · {stand.step.title} · {stand.checkpoint.id}"

    def _show_rest(self, stand: Stand) -> None:
        """What depends on the file alone, and on nothing being typed."""
        self.attachments.show_files(
            stand.root, stand.key, stand.checkpoint.id, stand.side.attachments.get(stand.checkpoint.id, ())
        )
        self._names.setStringList(names_used(stand.dossier))
        self._show_versions(stand)
        self._advise()

    def _show_tools(self, stand: Stand) -> None:
        frame = Frame(stand.root, stand.key, stand.dossier.ours.side.key, self._context.today())
        wanted = stand.checkpoint.tools
        for kind, tool in self._tools.items():
            tool.setVisible(kind in wanted)
        for kind in wanted:
            if kind not in records.TOOLS:
                continue
            if kind in self._tools and self._frames.get(kind) != frame:
                old = self._tools.pop(kind)
                old.hide()
                old.deleteLater()
            if kind not in self._tools:
                made = make_tool(self._context, kind, frame)
                made.edited.connect(self._context.session.save)
                self._tools[kind] = made
                self._frames[kind] = frame
                self._body.insertLayout(self._body.count() - 1, narrowed(made, _TOOL_WIDTH))
            self._tools[kind].show_rows(stand.dossier, stand.side, self._autosave.unsaved())

    # what the user does ----------------------------------------------------------------------------

    def _on_answer(self) -> None:
        stand = self._stand()
        text = self.answer.text()
        self._advise_soon.start()
        if not self._check_length(self.answer, self._answer_trouble, "answer"):
            self._drafts[stand.answer_id] = text
            self._autosave.forget(stand.answer_id, "text")
            return
        self._drafts.pop(stand.answer_id, None)
        fields = begun(Answer(state=self.state.key()), {"text": text})
        self.state.show_key(str(fields.get("state", self.state.key())))
        self._autosave.touch(self._answer_edit(fields))

    def _on_note(self) -> None:
        stand = self._stand()
        if not self._check_length(self.note, self._note_trouble, "note"):
            self._drafts[stand.note_id] = self.note.text()
            self._autosave.forget(stand.note_id, "text")
            return
        self._drafts.pop(stand.note_id, None)
        self._autosave.touch(note_edit(stand.root, stand.key, stand.checkpoint.id, self.note.text()))

    def _on_state(self, state: str) -> None:
        self._autosave.touch(self._answer_edit({"state": state}))
        self._autosave.flush()

    def _on_who(self) -> None:
        self._autosave.touch(self._answer_edit({"who": self.who.text().strip()}))

    def _settle_who(self) -> None:
        if self.who.isModified():
            self.who.setModified(False)
            self._on_who()

    def _on_due(self, iso: str) -> None:
        self._autosave.touch(self._answer_edit({"due": iso}))
        self._autosave.flush()

    def _on_due_refused(self, typed: str) -> None:
        self._due_trouble.setText(describe(BadDate(text=typed)).in_one() if typed else "")
        self._due_trouble.setVisible(bool(typed))

    def _answer_edit(self, fields: Mapping[str, Scalar]) -> Edit:
        stand = self._stand()
        return answer_edit(stand.root, stand.key, stand.checkpoint.id, **fields)

    def _check_length(self, editor: GrowingEdit, trouble: QLabel, kind: str) -> bool:
        """Whether the text can be saved; says below it why not."""
        length, most = len(editor.text()), records.limit(kind, "text")
        error = TextTooLong(field="text", length=length, limit=most)
        trouble.setVisible(length > most)
        trouble.setText(describe(error).in_one() if length > most else "")
        return length <= most

    def _stand(self) -> Stand:
        assert self._at is not None
        return self._at

    # coach, versions, note -------------------------------------------------------------------------

    def _advise(self) -> None:
        stand = self._stand()
        text = self.answer.text()
        wanted = self._context.settings.flag("coach") and len(text) <= records.LONG_TEXT
        quiet = self.state.key() == "not-needed" or not self._changeable
        advice = self._coach.advice(stand.checkpoint.id, text) if wanted and not quiet else ()
        self.coach.setText(" ".join(advice))
        self._coach_row.setVisible(bool(advice))

    def _show_versions(self, stand: Stand) -> None:
        """Both texts side by side where two people wrote differently; the editor waits until one is taken."""
        found: list[tuple[str, bytes, str, list[tuple[str, str, int]]]] = []
        if stand.checkpoint.id in stand.side.disputed:
            for kind, entity, field in (
                ("answer", stand.answer_id, "text"), ("answer", stand.answer_id, "state"),
                ("answer", stand.answer_id, "who"), ("answer", stand.answer_id, "due"),
                ("answer", stand.answer_id, DELETED), ("note", stand.note_id, "text"), ("note", stand.note_id, DELETED),
            ):  # fmt: skip
                versions = self._context.session.versions(stand.root, kind, entity, field)
                if field == DELETED and versions and all(value == "1" for value, _, _ in versions):
                    # Who wrote on never said "not deleted", but that is the other choice.
                    versions = [*versions, ("0", "", versions[0][2])]
                if versions:
                    found.append((kind, entity, field, versions))
        shown = (stand.same_place, found)
        if shown == self._disputes:
            return
        self._disputes = shown
        for old in self._versions:
            self._versions_column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._versions = [self._make_versions(stand, *one) for one in found]
        for made in self._versions:
            self._versions_column.addWidget(made)
        disputed = {(kind, field) for kind, _, field, _ in found}
        self.answer.setVisible(("answer", "text") not in disputed)

    def _make_versions(
        self, stand: Stand, kind: str, entity: bytes, field: str, versions: list[tuple[str, str, int]]
    ) -> Versions:
        words = self._context.words
        title, show, joinable = self._dispute(kind, field)
        made = Versions(
            self._context.design, words, title, versions, show, joinable=joinable, changeable=self._changeable
        )

        def take(value: str) -> None:
            placed: dict[str, Scalar] = {"side": stand.key, "checkpoint": stand.checkpoint.id}
            taken: Scalar = int(value == "1") if field == DELETED else value
            fields = {field: taken} if field == DELETED else {**placed, field: taken}
            self._context.session.save([Edit(stand.root, kind, entity, fields)])

        made.taken.connect(take)
        return made

    def _dispute(self, kind: str, field: str) -> tuple[str, Callable[[str], str], bool]:
        """(what to say about it, how to write a value, whether both can be kept)."""
        words = self._context.words
        match kind, field:
            case _, "_deleted":
                said = {"1": self.tr("Take it out"), "0": self.tr("Leave it in")}
                return (
                    self.tr("One of you took this out while the other wrote on."),
                    lambda v: said.get(v, said["0"]),
                    False,
                )
            case "note", _:
                return self.tr("Two versions of the private note"), str, True
            case _, "state":
                return self.tr("Two different states"), lambda value: words("state", value), False
            case _, "who":
                return self.tr("Two responsible persons"), str, False
            case _, "due":
                return self.tr("Two due dates"), words.date, False
        return self.tr("You two answered differently"), str, True

    def _open_note(self, opened: bool) -> None:
        self._note_part.setVisible(opened)
        self.note_button.setVisible(not opened and self._changeable)

    # dropping files --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.attachments.add(dropped_files(event.mimeData()))
        event.acceptProposedAction()

    # building --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._frames: dict[str, Frame] = {}
        inner = QWidget()
        self._body = QVBoxLayout(inner)
        self._body.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[5])
        self._body.setSpacing(SPACE[5])
        written = QWidget()
        column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        self._over = label(role="small", bold=True, wrap=True)
        self._title = label(role="title", wrap=True)
        self.questions = Bullets(tone="muted")
        column.addWidget(self._over)
        column.addWidget(self._title)
        column.addWidget(self.questions)
        column.addSpacing(SPACE[2])
        self._build_answer(column)
        column.addSpacing(SPACE[3])
        self._build_facts(column)
        column.addSpacing(SPACE[2])
        self._build_rest(column)
        self._body.addLayout(narrowed(written, READING_WIDTH))
        self._body.addStretch(1)
        self.setWidget(inner)

    def _build_answer(self, column: QVBoxLayout) -> None:
        self.answer = GrowingEdit(self.tr("Your answer"), least=7)
        self.answer.setPlaceholderText(self.tr("Write here. It is saved by itself."))
        self.answer.setReadOnly(not self._changeable)
        self.answer.edited.connect(self._on_answer)
        self.answer.left.connect(self._autosave.flush)
        self._autosave.handed_over.connect(self.answer.forget_undo)
        column.addWidget(self.answer)
        self._versions_column = QVBoxLayout()
        self._versions_column.setSpacing(SPACE[4])
        column.addLayout(self._versions_column)
        self._answer_trouble = label(tone="overdue", wrap=True)
        self._answer_trouble.hide()
        column.addWidget(self._answer_trouble)
        self._coach_row = QWidget()
        row = QHBoxLayout(self._coach_row)
        row.setContentsMargins(SPACE[1], 0, 0, 0)
        row.setSpacing(SPACE[2])
        bulb = label()
        bulb.setPixmap(
            self._context.design.icon("lightbulb", self._context.design.theme.muted, 16).pixmap(16, 16)
        )
        row.addWidget(bulb, 0, Qt.AlignmentFlag.AlignTop)
        self.coach = label(role="small", tone="muted", wrap=True)
        row.addWidget(self.coach, 1)
        column.addWidget(self._coach_row)

    def _build_facts(self, column: QVBoxLayout) -> None:
        """State, person and date."""
        words, design = self._context.words, self._context.design
        name = words("sheet", "state")
        column.addWidget(label(name, "small", tone="muted"))
        self.state = Segmented(design, name, [(key, str(word)) for key, word in words.group("state").items()])
        self.state.setEnabled(self._changeable)
        self.state.chosen.connect(self._on_state)
        column.addWidget(self.state)
        column.addSpacing(SPACE[2])
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[4])
        grid.setVerticalSpacing(SPACE[1])
        self.who = QLineEdit()
        self.who.setMaxLength(records.SHORT_TEXT)
        self.who.setReadOnly(not self._changeable)
        self.who.textEdited.connect(self._on_who)
        self.who.editingFinished.connect(self._settle_who)
        self.who.editingFinished.connect(self._autosave.flush)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda text: self._on_completed(str(text)))
        self.who.setCompleter(completer)
        self.due = DateField(
            design,
            (words("sheet", "due"), self.tr("Open the calendar (F4)"), self.tr("No date")),
            _parsed,
            words.date,
            lambda iso: typed_date(words, iso),
        )
        self.due.setReadOnly(not self._changeable)
        self.due.setPlaceholderText(typed_date(words, f"{self._context.today()[:4]}-12-31"))
        self.due.changed.connect(self._on_due)
        self.due.refused.connect(self._on_due_refused)
        for place, (text, field) in enumerate(
            ((words("sheet", "who"), self.who), (words("sheet", "due"), self.due))
        ):
            caption = label(text, "small", tone="muted")
            caption.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(caption, 0, place)
            grid.addWidget(field, 1, place)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        column.addLayout(grid)
        self._due_trouble = label(role="small", tone="overdue", wrap=True)
        self._due_trouble.hide()
        column.addWidget(self._due_trouble)

    def _build_rest(self, column: QVBoxLayout) -> None:
        """Private note and attachments."""
        design = self._context.design
        self._note_part = QWidget()
        part = QVBoxLayout(self._note_part)
        part.setContentsMargins(0, 0, 0, SPACE[2])
        part.setSpacing(SPACE[1])
        head = QHBoxLayout()
        head.setSpacing(SPACE[1])
        lock = label()
        lock.setPixmap(design.icon("lock", design.theme.muted, 14).pixmap(14, 14))
        head.addWidget(lock)
        caption = label(
            self.tr("Private note – stays in this file only, unless you send the whole file"),
            "small",
            tone="muted",
            wrap=True,
        )
        head.addWidget(caption, 1)
        part.addLayout(head)
        self.note = GrowingEdit(self._context.words("sheet", "private_note"), least=2)
        self.note.setReadOnly(not self._changeable)
        self.note.edited.connect(self._on_note)
        self.note.left.connect(self._autosave.flush)
        self._autosave.handed_over.connect(self.note.forget_undo)
        caption.setBuddy(self.note)
        part.addWidget(self.note)
        self._note_trouble = label(tone="overdue", wrap=True)
        self._note_trouble.hide()
        part.addWidget(self._note_trouble)
        column.addWidget(self._note_part)
        self.note_button = button(self.tr("Add a private note"), "quiet", design.icon("lock"))
        self.note_button.clicked.connect(self._on_note_wanted)
        self.attachments = Attachments(self._context)
        self.attachments.buttons.insertWidget(0, self.note_button)
        column.addWidget(self.attachments)

    def _on_note_wanted(self) -> None:
        self._open_note(True)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_completed(self, name: str) -> None:
        self.who.setText(name)
        self._on_who()


def names_used(dossier: Dossier) -> list[str]:
    """The names of people that the partnership mentions, sorted."""
    found = {answer.who for side in dossier.sides for answer in side.answers.values()}
    found |= {person.name for _, person in dossier.contacts}
    found |= {action.who for action in dossier.actions} | {entry.who for entry in dossier.log}
    return sorted(found - {""}, key=str.casefold)


def _parsed(text: str) -> str:
    try:
        return parse_date(text)
    except BadDate:
        raise ValueError(text) from None
