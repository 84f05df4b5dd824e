"""The cards of the dashboard: how far, what is next, dates, contacts, agreement, evaluation, people; each leads on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop.domain.changes import DELETED
from roadmap_desktop.domain.conflicts import asked
from roadmap_desktop.domain.deadlines import Deadline, deadlines
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.progress import Progress, Stop
from roadmap_desktop.domain.records import Evaluation
from roadmap_desktop.domain.telling import Teller
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views import exchange_card
from roadmap_desktop.views.page import Context, Place
from roadmap_desktop.widgets.design import button, card, label
from roadmap_desktop.widgets.focus import focus_kept
from roadmap_desktop.widgets.link_row import LinkRow
from roadmap_desktop.widgets.step_bar import StepBar

_TWO_COLUMNS = 812
_THREE_COLUMNS = 1192
_SHOWN = 4
"""Most rows of a card."""


class Cards(QWidget):
    """As many columns as fit. `go` carries the Place that a row leads to."""

    go = Signal(object)
    settle_wanted = Signal()
    """The user wants to decide about what waits."""
    window_wanted = Signal(str)
    """The name of a window about this partnership."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Empty until `show_dossier`."""
        super().__init__(parent)
        self._context = context
        self._cards: list[QWidget] = []
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(SPACE[4])

    def show_dossier(self, found: Dossier, ours: Progress, theirs: Progress) -> None:
        """Make every card anew; whoever had the keyboard keeps it."""
        with focus_kept(self):
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
                self._exchange_card(found),
            ]
            if found.conflicts:
                self._cards.insert(0, self._waiting_card(found))
            self._arrange()

    # cards ------------------------------------------------------------------------------------------

    def _progress_card(self, found: Dossier, ours: Progress, theirs: Progress) -> QWidget:
        frame, rows = self._card(self.tr("How far"))
        words, theme = self._context.words, self._context.design.theme
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
                open_side.clicked.connect(lambda: self.go.emit(_place(found.theirs)))
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
            rows.addWidget(self._stop_row(stop, found.ours))
        if not ours.upcoming:
            self._say(rows, self.tr("Every checkpoint of your side is done. Well walked."))
        return frame

    def _stop_row(self, stop: Stop, side: SideDossier) -> LinkRow:
        words = self._context.words
        below = " · ".join(
            part
            for part in (words.date(stop.due) if stop.due else "", stop.who, words("state", stop.state))
            if part
        )
        row = LinkRow(stop.title, below, tone="overdue" if stop.overdue else "muted")
        row.activated.connect(lambda: self.go.emit(_place(side, stop.checkpoint)))
        return row

    def _dates_card(self, found: Dossier, ours: Progress, theirs: Progress) -> QWidget:
        """Every date still ahead or missed: stops, follow-ups, actions, the agreement's end."""
        frame, rows = self._card(self.tr("Dates"))
        today, words = self._context.today(), self._context.words
        dates = deadlines(found, ours, theirs)
        for each in dates[: _SHOWN + 1]:
            row = LinkRow(
                self._deadline_text(each),
                words.date(each.day),
                tone="overdue" if each.day < today else "muted",
            )
            row.activated.connect(lambda each=each: self.go.emit(self._deadline_place(found, each)))
            rows.addWidget(row)
        if not dates:
            self._say(
                rows, self.tr("No dates yet. Set one at a checkpoint, and it appears here and on home.")
            )
        return frame

    def _deadline_text(self, deadline: Deadline) -> str:
        if deadline.kind == "agreement":
            return self.tr("Agreement {number} ends").format(number=deadline.text).replace("  ", " ")
        return deadline.text

    def _deadline_place(self, found: Dossier, deadline: Deadline) -> Place:
        if deadline.kind == "answer":
            side = next(side for side in found.sides if side.side.key == deadline.side)
            return _place(side, deadline.checkpoint)
        return self._tool_place(found.ours, deadline.kind)

    def _contacts_card(self, found: Dossier) -> QWidget:
        frame, rows = self._card(self.tr("Last contacts"))
        words = self._context.words
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
        words = self._context.words
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
        words, theme = self._context.words, self._context.design.theme
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

    def _waiting_card(self, found: Dossier) -> QWidget:
        """How many conflicts wait, where, and the way to settle them."""
        frame, rows = self._card(self.tr("Waiting for a decision"))
        self._say(
            rows,
            self.tr(
                "Two people wrote here without knowing of each other. Both texts are kept; choose when you like."
            ),
        )
        context = self._context
        teller = Teller(context.library, context.words)
        waiting = list(asked(found.conflicts))
        for group, thing, one in waiting[:_SHOWN]:
            subject = group.subject(thing)
            field = (
                self.tr("Take it out, or leave it in?")
                if one.field == DELETED
                else teller.field(subject, one.field)
            )
            row = LinkRow(teller.thing(subject), " · ".join(filter(None, (field, teller.side(subject)))))
            if thing.kind in ("answer", "note"):
                place = Place("wizard", thing.root, thing.side, thing.checkpoint)
                row.activated.connect(lambda place=place: self.go.emit(place))
            else:
                row.activated.connect(self.settle_wanted)
            rows.addWidget(row)
        if len(waiting) > _SHOWN:
            self._say(rows, self.tr("And more: {count}").format(count=len(waiting) - _SHOWN))
        settle = button(self.tr("Choose which version to keep"), "link")
        settle.clicked.connect(self.settle_wanted)
        rows.addWidget(settle, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _exchange_card(self, found: Dossier) -> QWidget:
        frame, rows = self._card(self.tr("Exchange"))
        exchange_card.fill(
            rows, self._context, found, lambda text: self._say(rows, text), self.window_wanted.emit
        )
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
        form = self._context.form(side.side.form)
        checkpoint = next((c.id for c in form.checkpoints if tool in c.tools), form.checkpoints[0].id)
        if tool == "evaluation":
            checkpoint = next((c.id for c in reversed(form.checkpoints) if tool in c.tools), checkpoint)
        return _place(side, checkpoint)

    # columns ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cards and self._columns.count() != self._wanted_columns():
            self._arrange()

    def _wanted_columns(self) -> int:
        width = self.width()
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


def _place(side: SideDossier, checkpoint: str = "") -> Place:
    return Place("wizard", side.side.root, side.side.key, checkpoint)


def _mean(scores: Iterable[Evaluation]) -> float:
    given = [score.score for score in scores if score.score]
    return sum(given) / len(given) if given else 0.0


def _short(text: str, most: int = 110) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[:most].rsplit(' ', 1)[0]}…"
