"""One checkpoint to fill in: questions, answer, its facts, private note, attachments and support tools."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop.domain import from_paper, records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.coach import Coach
from roadmap_desktop.domain.codes import Spot, by_spot
from roadmap_desktop.domain.edits import answer_edit, begun, note_edit
from roadmap_desktop.domain.errors import TextTooLong
from roadmap_desktop.domain.history import Scope
from roadmap_desktop.domain.records import Answer, Note, Scalar
from roadmap_desktop.messages import describe
from roadmap_desktop.models.tool import Frame
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.views.attachments import Attachments, dropped_files
from roadmap_desktop.views.autosave import KEEP_AFTER_MS, Autosave
from roadmap_desktop.views.disputes import Disputes
from roadmap_desktop.views.facts import Facts, names_used
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.stand import Stand
from roadmap_desktop.views.tool import Tool
from roadmap_desktop.views.tools import make_tool
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.design import button, icon_button, label, narrowed
from roadmap_desktop.widgets.growing_edit import GrowingEdit

_TOOL_WIDTH = 980


class CheckpointView(QScrollArea):
    """Saves by itself, a pause after the last keystroke and on `leave`. Words too long to save wait here in `drafts`."""

    history_wanted = Signal(object)
    """The Scope of what the user wants to see the history of."""
    settle_wanted = Signal()
    """The user wants to decide about what waits."""

    def __init__(self, context: Context, coach: Coach, parent: QWidget | None = None) -> None:
        """Empty until `show_stand`."""
        super().__init__(parent)
        self._context = context
        self._coach = coach
        self._at: Stand | None = None
        self._autosave = Autosave(context.session, self)
        self._drafts: dict[bytes, str] = {}
        self._tools: dict[str, Tool] = {}
        self._advise_soon = QTimer(self)
        self._advise_soon.setSingleShot(True)
        self._advise_soon.setInterval(KEEP_AFTER_MS)
        self._advise_soon.timeout.connect(self._advise)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()
        self.show_obstacle()

    # showing ---------------------------------------------------------------------------------------

    def show_stand(self, stand: Stand) -> None:
        """Show another stop, from its top."""
        self._at = stand
        self._over.setText(self._heading(stand))
        self._over.setToolTip(self.tr("On paper it is called {code}").format(code=self._code(stand)))
        number = [step.id for step in self._context.form(stand.side.side.form).steps].index(stand.step.id)
        colour = self._context.design.theme.steps[number % 3]
        palette = self._over.palette()
        palette.setColor(self._over.foregroundRole(), colour)
        self._over.setPalette(palette)
        self.facts.state.set_colour(colour)
        self._title.setText(stand.checkpoint.title)
        self.questions.show_lines(stand.checkpoint.questions)
        self.answer.setAccessibleName(self.tr("Your answer: {title}").format(title=stand.checkpoint.title))
        answer, note = self._answer_of(stand), self._note_of(stand)
        self.answer.show_text(self._drafts.get(stand.answer_id, answer.text))
        self.note.show_text(self._drafts.get(stand.note_id, note.text))
        self._open_note(bool(self.note.text()))
        self.facts.show_answer(answer)
        self._show_tools(stand)
        self._show_rest(stand)
        self._check_length(self.answer, self._answer_trouble, "answer")
        self._check_length(self.note, self._note_trouble, "note")
        self.verticalScrollBar().setValue(0)

    def take_over(self, stand: Stand) -> None:
        """The file changed: show what is new at this stop, but not over unsaved words, focus or caret."""
        self._at = stand
        unsaved = self._autosave.unsaved()
        if stand.answer_id not in unsaved:
            if stand.answer_id not in self._drafts:
                self.answer.take_over(stand.answer.text)
            self.facts.take_over(stand.answer)
        if stand.note_id not in unsaved and stand.note_id not in self._drafts:
            self.note.take_over(stand.note.text)
            if stand.note.text:
                self._open_note(True)
        for tool in self._tools.values():
            if tool.isVisibleTo(self):
                tool.show_rows(stand.dossier, stand.side, unsaved)
                tool.show_conflicts(stand.dossier, stand.side)
        self._show_rest(stand)

    def leave(self) -> None:
        """Save what was typed up to now."""
        for tool in self._tools.values():
            tool.leave()
        self.facts.settle()
        self._autosave.flush()

    def show_obstacle(self) -> None:
        """Take words or not, as the file can be changed or not.

        What was typed and cannot be saved any more stays in view, and is saved when it can be again.
        """
        obstacle, changeable = self._context.session.obstacle, self._context.changeable
        self.leave()
        self.setAcceptDrops(changeable)
        self.answer.setReadOnly(not changeable)
        self.note.setReadOnly(not changeable)
        guard(obstacle, self.note_button)
        self.facts.show_obstacle()
        self.disputes.show_obstacle()
        self.attachments.show_obstacle()
        for tool in self._tools.values():
            tool.show_obstacle()
        if self._at is not None:
            self._advise()

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
        number = self.tr("Checkpoint {number}").format(number=stand.number)
        return f"{step} · {stand.step.title} · {number}"

    def _code(self, stand: Stand) -> str:
        forms = {side.side.key: self._context.form(side.side.form) for side in stand.dossier.sides}
        return by_spot(forms)[Spot(stand.key, stand.checkpoint.id)]

    def _answer_of(self, stand: Stand) -> Answer:
        """The file's answer, and over it what still waits to be saved."""
        held = self._autosave.held(stand.answer_id)
        return stand.answer._replace(**{name: held[name] for name in Answer._fields if name in held})  # type: ignore[arg-type]

    def _note_of(self, stand: Stand) -> Note:
        held = self._autosave.held(stand.note_id)
        return stand.note._replace(text=str(held.get("text", stand.note.text)))

    def _show_rest(self, stand: Stand) -> None:
        """What depends on the file alone, and on nothing being typed."""
        self.attachments.show_files(
            stand.root, stand.key, stand.checkpoint.id, stand.side.attachments.get(stand.checkpoint.id, ())
        )
        self.facts.show_names(names_used(stand.dossier))
        self.disputes.show_stand(stand)
        self.answer.setVisible(not self.disputes.about("answer", "text"))
        self.origin.setText(from_paper.told(stand.answer, self._context.words))
        self.origin.setVisible(bool(stand.answer.paper_day))
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
                made.edited.connect(self._autosave.save)
                made.history_wanted.connect(self.history_wanted)
                made.settle_wanted.connect(self.settle_wanted)
                self._tools[kind] = made
                self._frames[kind] = frame
                self._body.insertLayout(self._body.count() - 1, narrowed(made, _TOOL_WIDTH))
            self._tools[kind].show_rows(stand.dossier, stand.side, self._autosave.unsaved())
            self._tools[kind].show_conflicts(stand.dossier, stand.side)
        self._order()

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
        fields = begun(Answer(state=self.facts.state.key()), {"text": text})
        self.facts.state.show_key(str(fields.get("state", self.facts.state.key())))
        self._autosave.touch(self._answer_edit(fields))

    def _on_note(self) -> None:
        stand = self._stand()
        if not self._check_length(self.note, self._note_trouble, "note"):
            self._drafts[stand.note_id] = self.note.text()
            self._autosave.forget(stand.note_id, "text")
            return
        self._drafts.pop(stand.note_id, None)
        self._autosave.touch(note_edit(stand.root, stand.key, stand.checkpoint.id, self.note.text()))

    def _on_fact(self, fields: Mapping[str, Scalar]) -> None:
        self._autosave.touch(self._answer_edit(fields))

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

    # coach, note, history -------------------------------------------------------------------------

    def _advise(self) -> None:
        stand = self._stand()
        text = self.answer.text()
        wanted = self._context.settings.flag("coach") and len(text) <= records.LONG_TEXT
        quiet = self.facts.state.key() == "not-needed" or not self._context.changeable
        advice = self._coach.advice(stand.checkpoint.id, text) if wanted and not quiet else ()
        self.coach.setText(" ".join(advice))
        self._coach_row.setVisible(bool(advice))

    def _open_note(self, opened: bool) -> None:
        self._note_part.setVisible(opened)
        self.note_button.setVisible(not opened)

    def _on_note_wanted(self) -> None:
        self._open_note(True)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_history(self) -> None:
        stand = self._stand()
        self.history_wanted.emit(Scope(stand.root, "answer", stand.answer_id))

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
        self.history_button = icon_button(
            self.tr("History of this answer"),
            self._context.design.icon("history", self._context.design.theme.muted),
        )
        self.history_button.clicked.connect(self._on_history)
        over = QHBoxLayout()
        over.addWidget(self._over, 1)
        over.addWidget(self.history_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(over)
        column.addWidget(self._title)
        column.addWidget(self.questions)
        column.addSpacing(SPACE[2])
        self._build_answer(column)
        column.addSpacing(SPACE[3])
        self.facts = Facts(self._context)
        self.facts.edited.connect(self._on_fact)
        self.facts.settled.connect(self._autosave.flush)
        column.addWidget(self.facts)
        column.addSpacing(SPACE[2])
        self._build_rest(column)
        self._body.addLayout(narrowed(written, READING_WIDTH))
        self._body.addStretch(1)
        self.setWidget(inner)
        self._order()

    def _build_answer(self, column: QVBoxLayout) -> None:
        self.answer = GrowingEdit(self.tr("Your answer"), least=7)
        self.answer.setPlaceholderText(self.tr("Write here. It is saved by itself."))
        self.answer.edited.connect(self._on_answer)
        self.answer.left.connect(self._autosave.flush)
        self._autosave.handed_over.connect(self.answer.forget_undo)
        column.addWidget(self.answer)
        self.disputes = Disputes(self._context)
        column.addWidget(self.disputes)
        self.origin = label(role="small", tone="muted", wrap=True)
        column.addWidget(self.origin)
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

    def _order(self) -> None:
        """Tab goes through the fields as they stand on the screen."""
        files = self.attachments
        order = (
            self.facts.due, self.note, files.list, self.note_button,
            files.add_button, files.save_button, files.remove_button,
            *(part for tool in self._tools.values() for part in tool.findChildren(QWidget)
              if part.focusPolicy() & Qt.FocusPolicy.TabFocus),
        )  # fmt: skip
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)
