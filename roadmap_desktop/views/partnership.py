"""The dashboard of one partnership: its line, how far each side is, what is next, and the button Continue."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.history import Scope
from roadmap_desktop.domain.progress import Progress, Stop, progress
from roadmap_desktop.paint import line
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.cards import Cards
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.widgets.design import button, card, icon_button, label
from roadmap_desktop.widgets.line_view import LineView

_WIDEST = 1360


class PartnershipPage(Page):
    """One partnership at a glance."""

    print_wanted = Signal(bytes)
    deleted = Signal(str, object)
    """Title and root of a partnership that the user has just deleted."""
    _obstacle_shown = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """See Page."""
        super().__init__(context, parent)
        self._dossier: Dossier | None = None
        self._progress: tuple[Progress, Progress] | None = None
        self._build()
        self.show_obstacle()

    def title(self) -> str:
        return self._dossier.partnership.title if self._dossier else ""

    def show_place(self, place: Place) -> None:
        self._read(place.root)
        self._area.verticalScrollBar().setValue(0)
        self._continue.setFocus()

    def refresh(self, roots: frozenset[bytes]) -> None:
        if self._dossier is not None:
            self._read(self._dossier.partnership.id)

    def show_obstacle(self) -> None:
        guard(self.context.session.obstacle, self._delete_action)
        self._obstacle_shown.emit()

    # filling ----------------------------------------------------------------------------------------

    def _read(self, root: bytes) -> None:
        found = self.context.session.dossier(root)
        self._dossier = found
        today = self.context.today()
        ours, theirs = (
            progress(self.context.form(side.side.form), side.answers, today, side.disputed)
            for side in found.sides
        )
        self._progress = ours, theirs
        self.context.settings.look(root.hex(), self._newest(root))
        self._fill_head(found, ours)
        self._fill_line(found, ours, theirs)
        self._cards.show_dossier(found, ours, theirs)

    def _newest(self, root: bytes) -> int:
        return next((summary.changed for summary in self.context.session.summaries([root])), 0)

    def _fill_head(self, found: Dossier, ours: Progress) -> None:
        words = self.context.words
        self._name.setText(found.partnership.title)
        self._with.setText(f"{found.ours.organisation.name}  –  {found.theirs.organisation.name}")
        stage = found.partnership.stage
        self._stage.setText("" if stage == "active" else words("stage", stage))
        self._stage.setVisible(stage != "active")
        current = next((stop for stop in ours.stops if stop.current), None)
        self._continue.setText(self.tr("Continue") if current else self.tr("Look back"))
        self._next.setText(current.title if current else self.tr("All checkpoints are done"))

    def _fill_line(self, found: Dossier, ours: Progress, theirs: Progress) -> None:
        words = self.context.words
        tracks = [line.Track(found.ours.organisation.name or words("side", "ours"), ours.steps)]
        if not found.theirs.empty:
            tracks.append(line.Track(found.theirs.organisation.name or words("side", "theirs"), theirs.steps))
        tips = {
            (number, stop.checkpoint): self._tip(stop)
            for number, track in enumerate(tracks)
            for step in track.steps
            for stop in step.stops
        }
        self._line.set_tracks(tracks, description=line.describe(tracks, words), tips=tips)

    def _tip(self, stop: Stop) -> str:
        words = self.context.words
        parts = [stop.title, words("state", stop.state)]
        if stop.due:
            parts.append(self.tr("due {date}").format(date=words.date(stop.due)))
        if stop.overdue:
            parts.append(words("sheet", "overdue"))
        if stop.who:
            parts.append(stop.who)
        return "\n".join(parts)

    # going about ------------------------------------------------------------------------------------

    def _go(self, side: str, checkpoint: str = "") -> None:
        assert self._dossier is not None
        self.go.emit(Place("wizard", self._dossier.partnership.id, side, checkpoint))

    def _show_page(self, page: str) -> None:
        if self._dossier is not None:
            self.go.emit(Place(page, self._dossier.partnership.id))

    def _open(self, window: str) -> None:
        if self._dossier is not None:
            self.window_wanted.emit(window, self._dossier.partnership.id)

    def _go_to_stop(self, track: int, checkpoint: str) -> None:
        if self._dossier is not None:
            self._go(self._dossier.sides[track].side.key, checkpoint)

    def _continue_here(self) -> None:
        if self._dossier is not None and self._progress is not None:
            side = self._dossier.ours.side.key
            first = self._progress[0].stops[0].checkpoint
            self._go(side, self._progress[0].current or first)

    def _delete(self) -> None:
        if self._dossier is not None:
            found = self._dossier.partnership
            self._dossier = None
            self.context.session.save([Edit(found.root, "partnership", found.id, {DELETED: 1})])
            self.deleted.emit(found.title, found.root)

    def _details(self) -> None:
        from roadmap_desktop.views.details import DetailsDialog  # noqa: PLC0415 - when wanted

        if self._dossier is not None:
            dialog = DetailsDialog(self.context, self._dossier, self)
            self._obstacle_shown.connect(dialog.show_obstacle)
            dialog.settle_wanted.connect(self._settle)
            dialog.open()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._area)
        inner = QWidget()
        centred = QHBoxLayout(inner)
        centred.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[5])
        self._column = QWidget()
        self._column.setMaximumWidth(_WIDEST)
        centred.addWidget(self._column)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[4])
        column.addLayout(self._build_head())
        frame, rows = card(margins=SPACE[4])
        self._line = LineView()
        self._line.set_theme(self.context.design.theme)
        self._line.set_name(self.tr("Transit line of this partnership"))
        self._line.activated.connect(self._go_to_stop)
        rows.addWidget(self._line)
        column.addWidget(frame)
        self._cards = Cards(self.context)
        self._cards.go.connect(self.go)
        self._cards.settle_wanted.connect(self._settle)
        self._cards.window_wanted.connect(self._open)
        column.addWidget(self._cards)
        column.addStretch(1)
        self._area.setWidget(inner)

    def _actions(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        """What stands beside Continue: its text, its icon, where it leads."""
        return (
            (self.tr("Send"), "send", lambda: self._open("send")),
            (self.tr("Documents"), "file-text", lambda: self._show_page("documents")),
            (self.tr("Both sides"), "handshake", lambda: self._show_page("joint")),
            (self.tr("Meeting"), "users", lambda: self._open("meeting")),
        )

    def _build_actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        for text, icon, run in self._actions():
            made = button(text, "quiet", self.context.design.icon(icon, self.context.design.theme.muted))
            made.clicked.connect(run)
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _build_more(self) -> QToolButton:
        """The three dots, and what is behind them."""
        more = icon_button(self.tr("More about this partnership"), self.context.design.icon("ellipsis"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.setToolTipsVisible(True)
        menu.addAction(self.tr("Name, partner and stage…"), self._details)
        menu.addAction(self.tr("Send…"), lambda: self._open("send"))
        menu.addAction(self.tr("Register of exchanges…"), lambda: self._open("exchanges"))
        menu.addAction(self.tr("Both sides together"), lambda: self._show_page("joint"))
        menu.addAction(self.tr("Documents…"), lambda: self._show_page("documents"))
        menu.addAction(self.tr("Print…"), self._print)
        menu.addAction(self.tr("Meeting…"), lambda: self._open("meeting"))
        menu.addAction(self.tr("Enter from paper…"), lambda: self._open("paper"))
        menu.addAction(self.tr("History…"), self._history)
        menu.addSeparator()
        self._delete_action = menu.addAction(self.tr("Delete this partnership"), self._delete)
        more.setMenu(menu)
        return more

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[4])
        names = QVBoxLayout()
        names.setSpacing(SPACE[1])
        self._name = label(role="title", wrap=True)
        self._with = label(tone="muted", wrap=True)
        self._stage = label(tone="muted", bold=True)
        for widget in (self._name, self._with, self._stage):
            names.addWidget(widget)
        names.addSpacing(SPACE[1])
        names.addLayout(self._build_actions())
        row.addLayout(names, 1)
        act = QVBoxLayout()
        act.setSpacing(SPACE[1])
        top = QHBoxLayout()
        top.setSpacing(SPACE[2])
        self._continue = button(self.tr("Continue"), "primary")
        self._continue.setMinimumWidth(180)
        self._continue.clicked.connect(self._continue_here)
        more = self._build_more()
        top.addWidget(self._continue, 1)
        top.addWidget(more)
        act.addLayout(top)
        self._next = label(role="small", tone="muted")
        self._next.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        act.addWidget(self._next)
        act.addStretch()
        row.addLayout(act)
        return row

    def _history(self) -> None:
        if self._dossier is not None:
            self.history_wanted.emit(Scope(self._dossier.partnership.root))

    def _settle(self) -> None:
        if self._dossier is not None:
            self.window_wanted.emit("conflicts", self._dossier.partnership.id)

    def _print(self) -> None:
        if self._dossier is not None:
            self.print_wanted.emit(self._dossier.partnership.id)
