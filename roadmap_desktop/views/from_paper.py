"""Enter from paper: a sheet filled in by hand, typed in its own order by keyboard alone; each checkpoint is saved when left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.domain import codes, from_paper, records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import UnknownPartnership
from roadmap_desktop.domain.form import Form
from roadmap_desktop.domain.progress import progress
from roadmap_desktop.domain.records import Answer
from roadmap_desktop.models.stops import Row, StopsModel
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.autosave import KEEP_AFTER_MS
from roadmap_desktop.views.facts import names_used
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.paper_stop import PaperStop
from roadmap_desktop.views.sheet_head import SheetHead
from roadmap_desktop.views.stop_list import StopList
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.dialog import Dialog
from roadmap_desktop.widgets.empty_state import EmptyState

_LIST_WIDTH: Final = 320


class FromPaperDialog(Dialog):
    """Walks the sheet of one side. What is typed is kept at every pause, and saved when its checkpoint is left."""

    def __init__(self, context: Context, root: bytes = b"", parent: QWidget | None = None) -> None:
        """`root` the partnership at hand, b"" for none."""
        super().__init__(parent)
        self._context = context
        self._dossier: Dossier | None = None
        self._root, self._key, self._at = b"", "", ""
        self._entered: set[tuple[bytes, str, str]] = set()
        self._kept = False
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keeping.timeout.connect(self._keep)
        self.setWindowTitle(self.tr("Enter from paper"))
        self._build(root)
        self._connect()
        self.page.show_obstacle()
        self._begin()

    def done(self, result: int) -> None:
        self._save()
        super().done(result)

    # where one is -----------------------------------------------------------------------------------

    @property
    def checkpoint(self) -> str:
        """Id of the checkpoint in view, "" where there is none."""
        return self._at

    @property
    def _side(self) -> SideDossier:
        assert self._dossier is not None
        return next(side for side in self._dossier.sides if side.side.key == self._key)

    @property
    def _form(self) -> Form:
        return self._context.form(self._side.side.form)

    @property
    def _order(self) -> list[str]:
        return [one.id for one in self._form.checkpoints]

    @property
    def _answer(self) -> Answer:
        return self._side.answers.get(self._at, Answer())

    def _forms(self) -> dict[str, Form]:
        assert self._dossier is not None
        return {side.side.key: self._context.form(side.side.form) for side in self._dossier.sides}

    def _codes(self) -> dict[str, str]:
        return codes.codes(self._form, codes.letters(self._forms())[self._key])

    # showing ----------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Show the first checkpoint of the sheet chosen."""
        self._root, self._key = self.head.root, self.head.key
        self._read()
        if self._dossier is not None:
            self._fill_list()
            self._show(self._order[0])
            self.page.focus()

    def _read(self) -> None:
        """Read the file anew; a partnership that is gone leaves nothing to enter."""
        try:
            self._dossier = self._context.session.dossier(self._root) if self._root else None
        except UnknownPartnership:
            self._dossier = None
        there = self._dossier is not None
        self._stack.setCurrentWidget(self._sheet if there else self._empty)
        for widget in (self.head, self._way_on):
            widget.setVisible(there)

    def _show(self, checkpoint: str) -> None:
        self._save()
        self._at = checkpoint
        assert self._dossier is not None
        found = next(one for one in self._form.checkpoints if one.id == checkpoint)
        step = next(step for step in self._form.steps if found in step.checkpoints)
        over = f"{self._codes()[checkpoint]} · {step.title}"
        self.page.show_stop(over, found, self._answer, names_used(self._dossier))
        self._show_held()
        self.stops.setCurrentIndex(self._model.find(checkpoint))
        self.back.setEnabled(checkpoint != self._order[0])

    def _show_held(self) -> None:
        if self._at:
            self.page.show_held(self._answer, self.head.mark, disputed=self._at in self._side.disputed)
            self._show_fit()

    def _show_fit(self) -> None:
        self.next.setEnabled(self.page.fits)

    def _fill_list(self) -> None:
        side, words = self._side, self._codes()
        way = progress(self._form, side.answers, self._context.today(), side.disputed)
        rows: list[Row] = []
        for number, step in enumerate(way.steps):
            rows.append(Row("head", number, step.id, step.title))
            last = len(step.stops) - 1
            for place, stop in enumerate(step.stops):
                row = self._model.stop_row(number, stop, detail=self._detail(stop.checkpoint))
                title = f"{words[stop.checkpoint]}  {stop.title}"
                rows.append(row._replace(title=title, first=place == 0, last=place == last))
        self._model.show_rows(rows)
        count = len(self._entered)
        self._count.setText(self.tr("%n checkpoint(s) entered", "", count) if count else "")

    def _detail(self, checkpoint: str) -> str:
        entered = (self._root, self._key, checkpoint) in self._entered
        return self.tr("Entered") if entered else ""

    # going about ------------------------------------------------------------------------------------

    def _next(self) -> None:
        place = self._order.index(self._at) + 1
        if place < len(self._order):
            self._show(self._order[place])
            self.page.focus()
        else:
            self._save()
            self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _previous(self) -> None:
        self._show(self._order[max(self._order.index(self._at) - 1, 0)])
        self.page.focus()

    def _go_to_code(self) -> None:
        """Jump to the code typed; one of the other side shows that the other sheet is on the table."""
        typed, forms = self.code.text().strip(), self._forms()
        letter = codes.letters(forms)[self._key]
        spot = codes.read(typed, forms) or codes.read(f"{letter}{typed}", forms)
        self._code_trouble.setVisible(spot is None and bool(typed))
        if spot is None:
            text = self.tr("There is no checkpoint “{code}” on this sheet. Codes look like {example}.")
            self._code_trouble.setText(text.format(code=typed, example=self._codes()[self._order[0]]))
            self.code.selectAll()
            return
        self.code.clear()
        if spot.side != self._key:
            self._leave_sheet()
            self.head.show_side(spot.side)
        self._show(spot.checkpoint)
        self.page.focus()

    def _leave_sheet(self) -> None:
        self._save()
        self._at = ""

    def _on_stop(self, row: Row) -> None:
        if row.stop is not None:
            self._show(row.stop.checkpoint)
            if not self.stops.walked:
                self.page.focus()

    def _on_changed(self, roots: frozenset[bytes]) -> None:
        if self._root in roots and self._at:
            self._read()
            if self._dossier is not None:
                self._fill_list()
                self.stops.setCurrentIndex(self._model.find(self._at))
                self._show_held()

    # saving -----------------------------------------------------------------------------------------

    def _edit(self) -> Edit | None:
        """What the sheet says here and the file does not; None for nothing."""
        if not self._at or self._dossier is None:
            return None
        fields = from_paper.fields(self._answer, self.page.line, self.page.chosen_way, self.head.mark)
        return answer_edit(self._root, self._key, self._at, **fields) if fields else None

    def _on_edited(self) -> None:
        self._show_fit()
        self._keeping.start()

    def _keep(self) -> None:
        edit = self._edit()
        if edit is not None and self.page.fits:
            self._kept = True
            self._context.session.keep([edit])

    def _save(self) -> None:
        """Hand over what was typed at the checkpoint in view, as one step."""
        self._keeping.stop()
        self.page.facts.settle()
        edit = self._edit()
        if edit is not None:
            self._entered.add((self._root, self._key, self._at))
        elif self._kept:  # what was kept against a bad moment, the user has taken back since
            edit = answer_edit(self._root, self._key, self._at, text=self._answer.text)
        if edit is not None:
            self._context.session.save([edit])
            self.page.clear(self._answer)
        self._kept = False

    # building ---------------------------------------------------------------------------------------

    def _build(self, root: bytes) -> None:
        context = self._context
        self.head = SheetHead(context, root)
        self.page = PaperStop(context)
        self._model = StopsModel(context.words, self)
        self.stops = StopList(context.design, self._model, self.tr("Checkpoints of the sheet"))
        self.stops.setFixedWidth(_LIST_WIDTH)
        self._sheet = QWidget()
        inside = QHBoxLayout(self._sheet)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE[4])
        inside.addWidget(self.stops)
        inside.addWidget(self.page, 1)
        self._empty = EmptyState(
            context.design, "file-text", self.tr("No partnership to enter a sheet for"),
            self.tr("Begin a partnership first. Its sheets can then be printed, filled in by hand and entered here."),
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(self._sheet)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[4])
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addLayout(self._build_foot())
        self.setMinimumSize(860, 560)
        self.resize(1120, 680)

    def _build_foot(self) -> QVBoxLayout:
        self._code_trouble = label(role="small", tone="overdue", wrap=True)
        self._code_trouble.hide()
        self._close = button(self.tr("Close"), "quiet")
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(self._build_way_on(), 1)
        row.insertWidget(0, self._close)
        foot = QVBoxLayout()
        foot.setSpacing(SPACE[1])
        foot.addWidget(self._code_trouble)
        foot.addLayout(row)
        return foot

    def _build_way_on(self) -> QWidget:
        """The ways from checkpoint to checkpoint."""
        self.code = QLineEdit()
        self.code.setMaxLength(20)
        self.code.setFixedWidth(110)
        self.code.setAccessibleName(self.tr("Code of a checkpoint"))
        self.code.setToolTip(self.tr("Jump here with {keys}").format(keys=_native("Ctrl+G")))
        caption = label(self.tr("Go to code"), tone="muted")
        caption.setBuddy(self.code)
        self._count = label(tone="muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.back, self.next = button(self.tr("Back")), button(self.tr("Next"), "primary")
        self.back.setToolTip(_native("Alt+Left"))
        self.next.setMinimumWidth(120)
        self.next.setToolTip(self.tr("Save and go on ({keys})").format(keys=_native("Ctrl+Return")))
        self._way_on = QWidget()
        row = QHBoxLayout(self._way_on)
        row.setContentsMargins(SPACE[3], 0, 0, 0)
        row.setSpacing(SPACE[2])
        row.addWidget(caption)
        row.addWidget(self.code)
        row.addWidget(self._count, 1)
        row.addSpacing(SPACE[2])
        row.addWidget(self.back)
        row.addWidget(self.next)
        return self._way_on

    def _connect(self) -> None:
        self.head.leaving.connect(self._leave_sheet)
        self.head.chosen.connect(self._begin)
        self.head.marked.connect(self._show_held)
        self.stops.wanted.connect(self._on_stop)
        self.page.edited.connect(self._on_edited)
        self.code.returnPressed.connect(self._go_to_code)
        self._close.clicked.connect(self.accept)
        self.back.clicked.connect(self._previous)
        self.next.clicked.connect(self._next)
        for keys, run in (
            ("Ctrl+Return", self.next.click),
            ("Ctrl+Enter", self.next.click),
            ("Alt+Left", self.back.click),
            ("Ctrl+G", lambda: self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        for number, state in enumerate(records.STATES, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda state=state: self.page.choose_state(state))
            self.page.facts.state.button(state).setToolTip(_native(f"Ctrl+{number}"))
        session = self._context.session
        session.changed.connect(self._on_changed)
        session.obstacle_changed.connect(self.page.show_obstacle)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
