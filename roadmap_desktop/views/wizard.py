"""The wizard: a side's checkpoints one at a time, the list of stops beside, guidance at the right; it holds no data."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop import paths
from roadmap_desktop.domain.coach import load_coach
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.form import Form
from roadmap_desktop.domain.progress import Progress, progress
from roadmap_desktop.models.stops import Row, StopsModel
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.checkpoint import CheckpointView
from roadmap_desktop.views.closing import Closing
from roadmap_desktop.views.guidance import Guidance
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.views.stand import Stand
from roadmap_desktop.views.stop_list import StopList
from roadmap_desktop.widgets.design import button, label

WIDE = 1100
"""From this width on there is room for the guidance beside the list; below it, for one of them."""
_LIST, _GUIDANCE = 248, 320


class WizardPage(Page):
    """Place("wizard", root, side, checkpoint) shows that stop, Place("wizard", root, side, step=…) a step's closing."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Build the page; nothing is read from the file before `show_place`."""
        super().__init__(context, parent)
        self._place = Place("wizard")
        self._dossier: Dossier | None = None
        self._narrow = False
        self._guided = False
        self._coach = load_coach(paths.RESOURCES / "coach", context.words.language)
        self._build()

    # the page --------------------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        self._dossier = self.context.session.dossier(place.root)
        side = self._side(place)
        form = self.context.form(side.side.form)
        found = self._progress(form, side)
        self._place = _resolved(place, form, side, found)
        self._show_frame(form, side, found)
        if self._place.checkpoint:
            checkpoint = form.find(self._place.checkpoint)
            assert checkpoint is not None
            step = next(step for step in form.steps if step.id == checkpoint.step)
            self.checkpoint.show_stand(Stand(self._dossier, side, step, checkpoint))
            self.guidance.show_checkpoint(checkpoint)
            self._stack.setCurrentWidget(self.checkpoint)
        else:
            self.closing.show_step(form, self._place.step, side, found)
            self.closing.verticalScrollBar().setValue(0)
            self._stack.setCurrentWidget(self.closing)
        self._arrange()
        if not self.list.walked:
            self._focus()

    def refresh(self, roots: frozenset[bytes]) -> None:
        if self._dossier is None or not self._concerned(roots):
            return
        self._dossier = self.context.session.dossier(self._place.root)
        side = self._side(self._place)
        form = self.context.form(side.side.form)
        found = self._progress(form, side)
        self._show_frame(form, side, found)
        checkpoint = form.find(self._place.checkpoint)
        if checkpoint is not None:
            step = next(step for step in form.steps if step.id == checkpoint.step)
            self.checkpoint.take_over(Stand(self._dossier, side, step, checkpoint))
        elif self._place.step:
            self.closing.show_step(form, self._place.step, side, found)

    def show_obstacle(self) -> None:
        self.checkpoint.show_obstacle()

    def leave(self) -> None:
        if self._dossier is not None:
            self.checkpoint.leave()

    def title(self) -> str:
        return self._dossier.partnership.title if self._dossier is not None else ""

    # going about -----------------------------------------------------------------------------------

    def forward(self) -> None:
        """To the next stop, over the step's closing to the next step, and at last to the partnership."""
        self._go(1)

    def backward(self) -> None:
        """To the stop before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        if self._dossier is None:
            return
        side = self._side(self._place)
        way = _way(self.context.form(side.side.form), self._place.root, side.side.key)
        at = way.index(self._place) + by
        if at < 0:
            return
        known = self.checkpoint.facts.due.wrong
        self.leave()
        if self.checkpoint.facts.due.wrong and not known:
            # A date that cannot be read would vanish unseen: stay once, beside what is wrong with it.
            self.checkpoint.facts.due.setFocus()
            return
        if at >= len(way):
            self.go.emit(Place("partnership", self._place.root))
            return
        self.go.emit(way[at])

    def _on_row(self, row: Row) -> None:
        side = self._side(self._place).side.key
        if row.stop is not None:
            self._on_checkpoint(row.stop.checkpoint)
        elif row.kind == "closing":
            self.leave()
            self.go.emit(Place("wizard", self._place.root, side, step=row.step_id))

    def _on_checkpoint(self, checkpoint: str) -> None:
        self.leave()
        side = self._side(self._place).side.key
        self.go.emit(Place("wizard", self._place.root, side, checkpoint))

    def _on_document(self, name: str) -> None:
        self.leave()
        self.go.emit(Place("documents", self._place.root, document=name))

    # inside ----------------------------------------------------------------------------------------

    def _side(self, place: Place) -> SideDossier:
        assert self._dossier is not None
        ours, theirs = self._dossier.sides
        return theirs if place.side == theirs.side.key else ours

    def _progress(self, form: Form, side: SideDossier) -> Progress:
        return progress(form, side.answers, self.context.today(), side.disputed)

    def _concerned(self, roots: frozenset[bytes]) -> bool:
        assert self._dossier is not None
        theirs = {side.organisation.root for side in self._dossier.sides}
        return bool(roots & ({self._place.root} | theirs))

    def _show_frame(self, form: Form, side: SideDossier, found: Progress) -> None:
        """What surrounds the checkpoint: whose form it is, the list, Back and Next."""
        assert self._dossier is not None
        partner = side.side.key == self._dossier.theirs.side.key
        name = side.organisation.name or self.tr("not named yet")
        self._head.setText(self.tr("Partner’s side: {name}").format(name=name))
        self._head.setVisible(partner)
        self.stops.show(found)
        here = self.stops.find(self._place.checkpoint, self._place.step)
        if here != self.list.currentIndex():
            self.list.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(here)
        way = _way(form, self._place.root, side.side.key)
        at = way.index(self._place)
        self.back_button.setEnabled(at > 0)
        last = at == len(way) - 1
        self.next_button.setText(self.tr("To the partnership") if last else self.tr("Next"))
        self._where.setText(self._counted(form))

    def _counted(self, form: Form) -> str:
        """Where in its step the stop lies."""
        checkpoint = form.find(self._place.checkpoint)
        if checkpoint is None:
            return ""
        step = next(step for step in form.steps if step.id == checkpoint.step)
        at = [other.id for other in step.checkpoints].index(checkpoint.id) + 1
        return self.tr("{number} of {total} in this step").format(number=at, total=len(step.checkpoints))

    def _focus(self) -> None:
        if self._place.checkpoint and self.checkpoint.answer.isVisibleTo(self):
            self.checkpoint.focus_answer()
        else:
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Guidance beside the checkpoint where there is room; else on demand, in the place of the list."""
        self._narrow = self.width() < WIDE
        at_stop = bool(self._place.checkpoint)
        guided = at_stop and (self._guided or not self._narrow)
        self.guidance.setVisible(guided)
        self.guidance.close_button.setVisible(self._narrow)
        self._list_side.setVisible(not (self._narrow and guided))
        self.guide_button.setVisible(at_stop and self._narrow and not guided)

    def _guide(self, on: bool) -> None:
        self._guided = on
        self._arrange()
        if not on:
            self.guide_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._narrow != (self.width() < WIDE):
            self._arrange()

    def event(self, event: QEvent) -> bool:
        # Here Alt+Left is the stop before; left to the shortcuts it would also mean the window's way back.
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            moves = {Qt.Key.Key_Left: self.backward, Qt.Key.Key_Right: self.forward}
            if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in moves:
                event.accept()
                moves[Qt.Key(event.key())]()
                return True
        return super().event(event)

    # building --------------------------------------------------------------------------------------

    def _build(self) -> None:
        context = self.context
        self.stops = StopsModel(context.words, self)
        self.list = StopList(context.design, self.stops, self.tr("Checkpoints"))
        self.list.wanted.connect(self._on_row)
        self._head = label(bold=True, wrap=True)
        self._head.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], 0)
        self._list_side = QWidget()
        self._list_side.setFixedWidth(_LIST)
        side = QVBoxLayout(self._list_side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._head)
        side.addWidget(self.list, 1)
        self.checkpoint = CheckpointView(context, self._coach)
        self.checkpoint.history_wanted.connect(self.history_wanted)
        self.checkpoint.settle_wanted.connect(lambda: self.window_wanted.emit("conflicts", self._place.root))
        self.closing = Closing(context)
        self.closing.wanted.connect(self._on_checkpoint)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.checkpoint)
        self._stack.addWidget(self.closing)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self._make_foot())
        self.guidance = Guidance(context)
        self.guidance.setFixedWidth(_GUIDANCE)
        self.guidance.closed.connect(lambda: self._guide(False))
        self.guidance.document_wanted.connect(self._on_document)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._list_side)
        whole.addLayout(middle, 1)
        whole.addWidget(self.guidance)
        for keys, run in (("Ctrl+PgUp", self.backward), ("Ctrl+PgDown", self.forward)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _make_foot(self) -> QFrame:
        design = self.context.design
        foot = QFrame()
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        row.setSpacing(SPACE[3])
        self.back_button = button(self.tr("Back"), "quiet", design.icon("arrow-left"))
        self.back_button.setToolTip(self.tr("The checkpoint before (Alt+Left)"))
        self.back_button.clicked.connect(self.backward)
        self.guide_button = button(self.tr("Guidance"), "quiet", design.icon("lightbulb"))
        self.guide_button.setToolTip(self.tr("Why it matters, how to do it, an example"))
        self.guide_button.clicked.connect(lambda: self._guide(True))
        self._where = label(role="small", tone="muted")
        self.next_button = button(self.tr("Next"), "primary")
        self.next_button.setToolTip(self.tr("The next checkpoint (Alt+Right)"))
        self.next_button.clicked.connect(self.forward)
        row.addWidget(self.back_button)
        row.addWidget(self.guide_button)
        row.addStretch(1)
        row.addWidget(self._where)
        row.addWidget(self.next_button)
        return foot


def _way(form: Form, root: bytes, side: str) -> list[Place]:
    """All places of the wizard in order: each step's stops, then its closing."""
    way: list[Place] = []
    for step in form.steps:
        way += [Place("wizard", root, side, checkpoint=checkpoint.id) for checkpoint in step.checkpoints]
        way.append(Place("wizard", root, side, step=step.id))
    return way


def _resolved(place: Place, form: Form, side: SideDossier, found: Progress) -> Place:
    """`place` as one of `_way`: a stop that the form lacks, or none, becomes the first open one."""
    key = side.side.key
    if form.find(place.checkpoint) is not None:
        return Place("wizard", place.root, key, checkpoint=place.checkpoint)
    if place.step in {step.id for step in form.steps}:
        return Place("wizard", place.root, key, step=place.step)
    if found.current:
        return Place("wizard", place.root, key, checkpoint=found.current)
    return Place("wizard", place.root, key, step=form.steps[-1].id)
