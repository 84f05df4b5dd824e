"""The page that ends a step: what is still thin, open or late, each a click away, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop.domain.coach import thin
from roadmap_desktop.domain.dossier import SideDossier
from roadmap_desktop.domain.form import Form
from roadmap_desktop.domain.progress import FINISHED, Progress, StepProgress, Stop
from roadmap_desktop.domain.records import Answer
from roadmap_desktop.models.stops import Row, StopsModel
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.stop_list import StopList
from roadmap_desktop.widgets.design import card, label, narrowed


class Closing(QScrollArea):
    """`wanted` carries the checkpoint to go to."""

    wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Empty until `show_step`."""
        super().__init__(parent)
        self._context = context
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner, told = QWidget(), QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[5])
        body.addLayout(narrowed(told, READING_WIDTH))
        body.addStretch(1)
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        self._over = label(role="small", bold=True)
        self._title = label(role="title", wrap=True)
        self._share = label(tone="muted", wrap=True)
        self._closing = label(role="lead", wrap=True)
        self._look = label(role="heading", wrap=True)
        self.model = StopsModel(context.words, self)
        self.list = StopList(
            context.design, self.model, self.tr("What is still open, late or thin"), tall=False
        )
        self.list.wanted.connect(self._on_wanted)
        self._complete = label(tone="done", wrap=True)
        frame, inside = card()
        self._next = label(bold=True, wrap=True)
        self._summary = label(wrap=True)
        inside.addWidget(self._next)
        inside.addWidget(self._summary)
        for made in (
            self._over,
            self._title,
            self._share,
            self._closing,
            self._look,
            self._complete,
            self.list,
            frame,
        ):
            column.addWidget(made)
        for before in (self._look, frame):
            column.insertSpacing(column.indexOf(before), SPACE[4])
        self.setWidget(inner)

    def show_step(self, form: Form, step_id: str, side: SideDossier, progress: Progress) -> None:
        """Look back on a step of `form`."""
        number = [step.id for step in form.steps].index(step_id)
        step, found = form.steps[number], progress.steps[number]
        words = self._context.words
        theme = self._context.design.theme
        self._over.setText(words("sheet", "step", step=step.id))
        colours = self._over.palette()
        colours.setColor(self._over.foregroundRole(), theme.steps[number % len(theme.steps)])
        self._over.setPalette(colours)
        self._title.setText(step.title)
        self._share.setText(self._counted(found))
        self._closing.setText(step.closing)
        rows = [
            self.model.stop_row(number, stop, detail=_capital(", ".join(reasons)))
            for stop in found.stops
            if (reasons := self._reasons(stop, side.answers.get(stop.checkpoint, Answer())))
        ]
        self._look.setText(self.tr("Worth another look") if rows else "")
        self._look.setVisible(bool(rows))
        self._complete.setText(self.tr("Everything in this step is done. Well done!"))
        self._complete.setVisible(not rows)
        self.model.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.list.fit()
        if number + 1 < len(form.steps):
            after = form.steps[number + 1]
            self._next.setText(self.tr("What comes next: {title}").format(title=after.title))
            self._summary.setText(after.summary)
        else:
            self._next.setText(self.tr("What comes next"))
            self._summary.setText(
                self.tr(
                    "This was the last step. On the partnership’s page you see the whole line "
                    "and can print the progress sheet."
                )
            )

    def _counted(self, step: StepProgress) -> str:
        return self.tr("{done} of {total} checkpoints are done.").format(done=step.done, total=step.total)

    def _reasons(self, stop: Stop, answer: Answer) -> list[str]:
        words = self._context.words
        reasons = []
        if stop.conflict:
            reasons.append(self.tr("two versions to choose from"))
        if stop.overdue:
            reasons.append(self.tr("overdue since {date}").format(date=words.date(stop.due)))
        if stop.state not in FINISHED:
            reasons.append(words("state", stop.state).lower())
        if stop.state != "not-needed" and thin(answer.text) and self._context.settings.flag("coach"):
            reasons.append(self.tr("only a few words so far"))
        if stop.state == "done" and not answer.text.strip():
            reasons.append(self.tr("done, but nothing is written"))
        return reasons

    def _on_wanted(self, row: Row) -> None:
        if row.stop is not None:
            self.wanted.emit(row.stop.checkpoint)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
