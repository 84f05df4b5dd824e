"""The dashboard of one partnership: its line, how far each side is, what is next, and the button Continue."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.progress import FINISHED, Progress, Stop, progress
from roadmap_desktop.domain.records import Evaluation
from roadmap_desktop.paint import line
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.widgets.design import button, card, icon_button, label
from roadmap_desktop.widgets.line_view import LineView
from roadmap_desktop.widgets.link_row import LinkRow
from roadmap_desktop.widgets.step_bar import StepBar

_WIDEST = 1360
_TWO_COLUMNS = 860
_THREE_COLUMNS = 1240
_SHOWN = 4
"""Most rows of a card."""


class PartnershipPage(Page):
    """One partnership at a glance."""

    print_wanted = Signal(bytes)
    deleted = Signal(str, object)
    """Title and root of a partnership that the user has just deleted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """See Page."""
        super().__init__(context, parent)
        self._dossier: Dossier | None = None
        self._progress: tuple[Progress, Progress] | None = None
        self._cards: list[QWidget] = []
        self._build()

    def title(self) -> str:
        return self._dossier.partnership.title if self._dossier else ""

    def show_place(self, place: Place) -> None:
        self._read(place.root)
        self._area.verticalScrollBar().setValue(0)
        self._continue.setFocus()

    def refresh(self, roots: frozenset[bytes]) -> None:
        if self._dossier is not None:
            self._read(self._dossier.partnership.id)

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
        self._fill_cards(found, ours, theirs)

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
        self._next.setText(current.title if current else self.tr("All stops are done"))

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

    def _fill_cards(self, found: Dossier, ours: Progress, theirs: Progress) -> None:
        for old in self._cards:
            old.hide()
            old.deleteLater()
        self._cards = [
            self._progress_card(found, ours, theirs),
            self._next_card(found, ours),
            self._dates_card(found, ours, theirs),
            self._contacts_card(found),
            self._agreement_card(found),
            self._evaluation_card(found),
            self._people_card(found),
        ]
        if found.ours.disputed or found.theirs.disputed:
            self._cards.insert(0, self._disputed_card(found, ours, theirs))
        self._arrange()

    def _progress_card(self, found: Dossier, ours: Progress, theirs: Progress) -> QWidget:
        frame, rows = self._card(self.tr("How far"))
        words, theme = self.context.words, self.context.design.theme
        for side, done in ((found.ours, ours), (found.theirs, theirs)):
            name = side.organisation.name or words("side", "ours" if side is found.ours else "theirs")
            self._add(rows, label(name, "small", tone="muted", bold=True, wrap=True))
            if side.empty and side is found.theirs:
                self._say(
                    rows,
                    self.tr(
                        "Nothing from this side yet. You can fill it in together, or send them the file."
                    ),
                )
                open_side = button(self.tr("Fill in their side"), "link")
                open_side.clicked.connect(lambda: self._go(found.theirs.side.key))
                rows.addWidget(open_side, 0, Qt.AlignmentFlag.AlignLeft)
                continue
            for step, colour in zip(done.steps, theme.steps, strict=False):
                share = step.done / step.total if step.total else 1.0
                count = words("sheet", "of", done=step.done, total=step.total)
                self._add(rows, StepBar(f"{step.id}  {step.title}", count, share, colour, theme))
        return frame

    def _next_card(self, found: Dossier, ours: Progress) -> QWidget:
        frame, rows = self._card(self.tr("Next"))
        for stop in ours.upcoming[:_SHOWN]:
            rows.addWidget(self._stop_row(stop, found.ours.side.key))
        if not ours.upcoming:
            self._say(rows, self.tr("Every stop of your side is done. Well walked."))
        return frame

    def _stop_row(self, stop: Stop, side: str) -> LinkRow:
        words = self.context.words
        below = " · ".join(
            part
            for part in (words.date(stop.due) if stop.due else "", stop.who, words("state", stop.state))
            if part
        )
        row = LinkRow(stop.title, below, tone="overdue" if stop.overdue else "muted")
        row.activated.connect(lambda: self._go(side, stop.checkpoint))
        return row

    def _dates_card(self, found: Dossier, ours: Progress, theirs: Progress) -> QWidget:
        """Every date still ahead or missed: stops, follow-ups, actions, the agreement's end."""
        frame, rows = self._card(self.tr("Dates"))
        today, words = self.context.today(), self.context.words
        dates: list[tuple[str, str, Place]] = []
        for side, walked in ((found.ours, ours), (found.theirs, theirs)):
            dates += [
                (stop.due, stop.title, self._place(side.side.key, stop.checkpoint))
                for stop in walked.stops
                if stop.due and stop.state not in FINISHED
            ]
        own = found.ours
        last_contact = max((entry.day for entry in found.log), default="")
        dates += [
            (e.due, e.next or e.what, self._tool_place(own, "log"))
            for e in found.log
            if e.due and e.due >= last_contact
        ]
        dates += [
            (a.due, a.what, self._tool_place(own, "action"))
            for a in found.actions
            if a.due and a.state not in FINISHED
        ]
        dates += [
            (
                a.valid_until,
                self.tr("Agreement {number} ends").format(number=a.number).replace("  ", " "),
                self._tool_place(own, "agreement"),
            )
            for a in found.agreements
            if a.valid_until
        ]
        for day, text, place in sorted(dates, key=lambda entry: entry[0])[: _SHOWN + 1]:
            row = LinkRow(text, words.date(day), tone="overdue" if day < today else "muted")
            row.activated.connect(lambda place=place: self.go.emit(place))
            rows.addWidget(row)
        if not dates:
            self._say(
                rows, self.tr("No dates yet. Set one at a checkpoint, and it appears here and on home.")
            )
        return frame

    def _contacts_card(self, found: Dossier) -> QWidget:
        frame, rows = self._card(self.tr("Last contacts"))
        words = self.context.words
        for entry in found.log[:3]:
            head = " · ".join(
                p
                for p in (
                    words.date(entry.day) if entry.day else "",
                    words("channel", entry.channel),
                    entry.who,
                )
                if p
            )
            row = LinkRow(head, _short(entry.what))
            row.activated.connect(lambda: self.go.emit(self._tool_place(found.ours, "log")))
            rows.addWidget(row)
        if not found.log:
            self._offer(
                rows,
                self.tr("No call, letter or meeting noted yet."),
                self.tr("Open the contact log"),
                found,
                "log",
            )
        return frame

    def _agreement_card(self, found: Dossier) -> QWidget:
        frame, rows = self._card(self.tr("Agreement"))
        words = self.context.words
        for agreement in found.agreements[-2:]:
            head = " ".join(part for part in (words("agreement", agreement.form), agreement.number) if part)
            dates = []
            if agreement.signed:
                dates.append(self.tr("signed {date}").format(date=words.date(agreement.signed)))
            if agreement.valid_until:
                dates.append(self.tr("valid until {date}").format(date=words.date(agreement.valid_until)))
            row = LinkRow(head, " · ".join(dates) or self.tr("not signed yet"))
            row.activated.connect(lambda: self.go.emit(self._tool_place(found.ours, "agreement")))
            rows.addWidget(row)
        if not found.agreements:
            self._offer(
                rows,
                self.tr("Nothing signed yet."),
                self.tr("Open the agreement register"),
                found,
                "agreement",
            )
        return frame

    def _evaluation_card(self, found: Dossier) -> QWidget:
        frame, rows = self._card(self.tr("Evaluation"))
        words, theme = self.context.words, self.context.design.theme
        any_scores = False
        for side in found.sides:
            for number in sorted({e.round for e in side.evaluations if e.score}, reverse=True)[:2]:
                any_scores = True
                mean = _mean(e for e in side.evaluations if e.round == number)
                name = self.tr("{organisation}, round {number}").format(
                    organisation=side.organisation.name, number=number
                )
                bar = StepBar(name, f"{words.number(mean, 1)} / 5", mean / 5, theme.accent, theme)
                self._add(rows, bar)
        if any_scores:
            weakest = sorted(
                (e for e in found.ours.evaluations if e.score), key=lambda e: (e.score, -e.round)
            )[:1]
            for score in weakest:
                title = words.group("criterion").get(score.criterion, {}).get("title", score.criterion)
                self._say(
                    rows,
                    self.tr("Weakest for you: {criterion} ({score})").format(
                        criterion=title, score=score.score
                    ),
                )
        else:
            self._offer(
                rows, self.tr("Not scored yet. Each side gives ten short marks; together they show where to talk."),
                self.tr("Open the evaluation"), found, "evaluation",
            )  # fmt: skip
        return frame

    def _people_card(self, found: Dossier) -> QWidget:
        frame, rows = self._card(self.tr("People"))
        for contact, person in found.contacts[:_SHOWN]:
            below = " · ".join(part for part in (contact.role, person.phone, person.email) if part)
            row = LinkRow(person.name or contact.role, below)
            row.activated.connect(lambda: self.go.emit(self._tool_place(found.ours, "contact")))
            rows.addWidget(row)
        if not found.contacts:
            self._offer(
                rows, self.tr("Nobody to call noted yet."), self.tr("Open the contacts"), found, "contact"
            )
        return frame

    def _disputed_card(self, found: Dossier, ours: Progress, theirs: Progress) -> QWidget:
        frame, rows = self._card(self.tr("Two versions"))
        self._say(
            rows,
            self.tr(
                "Two people wrote here without knowing of each other. Both texts are kept; choose when you like."
            ),
        )
        for side, walked in ((found.ours, ours), (found.theirs, theirs)):
            for stop in walked.stops:
                if stop.conflict:
                    rows.addWidget(self._stop_row(stop, side.side.key))
        return frame

    # small parts ------------------------------------------------------------------------------------

    def _card(self, heading: str) -> tuple[QFrame, QVBoxLayout]:
        frame, rows = card(margins=SPACE[2])
        rows.setContentsMargins(SPACE[2], SPACE[4], SPACE[2], SPACE[3])
        rows.setSpacing(SPACE[1])
        self._add(rows, label(heading, "lead", bold=True))
        rows.addSpacing(SPACE[1])
        frame.setAccessibleName(heading)
        return frame, rows

    def _add(self, rows: QVBoxLayout, widget: QWidget) -> None:
        """Add what is no LinkRow, in line with the text of those that are."""
        widget.setContentsMargins(SPACE[2], 0, SPACE[2], 0)
        rows.addWidget(widget)

    def _say(self, rows: QVBoxLayout, text: str) -> None:
        self._add(rows, label(text, "small", tone="muted", wrap=True))

    def _offer(self, rows: QVBoxLayout, text: str, action: str, found: Dossier, tool: str) -> None:
        self._say(rows, text)
        made = button(action, "link")
        made.clicked.connect(lambda: self.go.emit(self._tool_place(found.ours, tool)))
        rows.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _tool_place(self, side: SideDossier, tool: str) -> Place:
        """The first checkpoint of the side's form where the tool belongs."""
        form = self.context.form(side.side.form)
        checkpoint = next((c.id for c in form.checkpoints if tool in c.tools), form.checkpoints[0].id)
        if tool == "evaluation":
            checkpoint = next((c.id for c in reversed(form.checkpoints) if tool in c.tools), checkpoint)
        return self._place(side.side.key, checkpoint)

    def _place(self, side: str, checkpoint: str = "") -> Place:
        assert self._dossier is not None
        return Place("wizard", self._dossier.partnership.id, side, checkpoint)

    def _go(self, side: str, checkpoint: str = "") -> None:
        self.go.emit(self._place(side, checkpoint))

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
            DetailsDialog(self.context, self._dossier, self).open()

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
        self._columns = QHBoxLayout()
        self._columns.setSpacing(SPACE[4])
        column.addLayout(self._columns)
        column.addStretch(1)
        self._area.setWidget(inner)

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
        row.addLayout(names, 1)
        act = QVBoxLayout()
        act.setSpacing(SPACE[1])
        top = QHBoxLayout()
        top.setSpacing(SPACE[2])
        self._continue = button(self.tr("Continue"), "primary")
        self._continue.setMinimumWidth(180)
        self._continue.clicked.connect(self._continue_here)
        more = icon_button(self.tr("More about this partnership"), self.context.design.icon("ellipsis"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addAction(self.tr("Name, partner and stage…"), self._details)
        menu.addAction(self.tr("Print the progress sheet…"), self._print)
        menu.addSeparator()
        self._delete_action = menu.addAction(self.tr("Delete this partnership"), self._delete)
        more.setMenu(menu)
        if self.context.session.obstacle is not None:
            self._delete_action.setEnabled(False)
        top.addWidget(self._continue, 1)
        top.addWidget(more)
        act.addLayout(top)
        self._next = label(role="small", tone="muted")
        self._next.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        act.addWidget(self._next)
        act.addStretch()
        row.addLayout(act)
        return row

    def _print(self) -> None:
        if self._dossier is not None:
            self.print_wanted.emit(self._dossier.partnership.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cards and self._columns.count() != self._wanted_columns():
            self._arrange()

    def _wanted_columns(self) -> int:
        width = min(self.width(), _WIDEST + 2 * SPACE[5])
        return 3 if width >= _THREE_COLUMNS else 2 if width >= _TWO_COLUMNS else 1

    def _arrange(self) -> None:
        """Deal the cards over the columns, always to the shortest."""
        while item := self._columns.takeAt(0):
            if (layout := item.layout()) is not None:
                while layout.takeAt(0):
                    pass
                layout.deleteLater()
        columns = [QVBoxLayout() for _ in range(self._wanted_columns())]
        heights = [0] * len(columns)
        for made in self._cards:
            shortest = heights.index(min(heights))
            columns[shortest].addWidget(made)
            heights[shortest] += made.sizeHint().height()
        for column in columns:
            column.setSpacing(SPACE[4])
            column.addStretch(1)
            self._columns.addLayout(column, 1)


def _mean(scores: Iterable[Evaluation]) -> float:
    given = [score.score for score in scores if score.score]
    return sum(given) / len(given) if given else 0.0


def _short(text: str, most: int = 110) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[:most].rsplit(' ', 1)[0]}…"
