"""Send: to whom, what of, what leaves and what stays, the letter; then the files are made, and it is said what to do."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.documents import mail
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.errors import UserError, mendable
from roadmap_desktop.domain.exchange import pen_edit, sent_edit
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.levels import Leaving, Level
from roadmap_desktop.domain.records import Person
from roadmap_desktop.domain.words import Words
from roadmap_desktop.job import Job, Task, uncollected
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.pdf import write_pdf
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.services import delivery
from roadmap_desktop.services.delivery import Delivery, Order
from roadmap_desktop.services.inventory import inventory
from roadmap_desktop.store import file as files
from roadmap_desktop.store import leaving
from roadmap_desktop.store.lock_keys import Lock
from roadmap_desktop.store.log import Author
from roadmap_desktop.store.send import Sent
from roadmap_desktop.store.vet import Progress
from roadmap_desktop.views.audience import Audience
from roadmap_desktop.views.inventory import InventoryView
from roadmap_desktop.views.letter import LetterForm
from roadmap_desktop.views.mail_program import takes_letters
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.sent import SentPage
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import FAMILY, button, label
from roadmap_desktop.widgets.dialog import Dialog

_PARTS: Final = 1000
_COPIED: Final = 700
"""Parts of the work that the copy takes."""
_FRAME: Final = QSize(16, 40)
"""What the window's own frame takes of the screen."""
_PATIENCE: Final = 250
"""Milliseconds of work after which it is shown."""


class _Plan(NamedTuple):
    """All that the thread needs to know."""

    file: Path
    folder: Path
    order: Order
    lock: Lock | None
    author: Author
    when: dt.datetime
    library: Library
    words: Words
    to: Person
    text: str
    name: str
    sheet: bool
    paper: str
    today: str


class _Made(NamedTuple):
    """What came of a plan; `takes_letters` says that there is a mail program for it."""

    plan: _Plan
    delivery: Delivery
    takes_letters: bool


class SendDialog(Dialog):
    """Makes what somebody is to have, with a letter; it is sent by the user, in the mail program."""

    filled = Signal()
    """What would leave is shown, or why that cannot be said."""
    made = Signal(object)
    """The Delivery."""

    def __init__(
        self,
        context: Context,
        root: bytes = b"",
        parent: QWidget | None = None,
        *,
        level: Level | None = None,
        to: Person | None = None,
        reason: str = "",
    ) -> None:
        """`root` the partnership at hand, b"" for none; `level`, `to` and `reason` (a sentence) where somebody asked."""
        super().__init__(parent)
        self._context = context
        self._to = to
        self._job: Job | None = None
        self._leaving: Leaving | None = None
        self._making = False
        self._locking: tuple[Path, list[Lock]] = Path(), []
        self._level: Level | None = None
        self._name = ""
        self._line: Edit | None = None
        self._pen: Edit | None = None
        home = context.session.home_organisation()
        author = context.session.author
        self._author = author._replace(organisation=home.name or author.organisation)
        context.session.flush()  # what is typed leaves as well
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Send"))
        self.setMinimumSize(QSize(860, 560))
        self.resize(QSize(1080, 760).boundedTo(self.screen().availableSize() - _FRAME))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self.audience = Audience(context, root, level)
        self.letter = LetterForm(context.words.language)
        self._build(reason)
        self._connect()
        if to is not None:
            self.letter.show_person(to)
        self._on_chosen()
        self.audience.setFocus()

    # what leaves ------------------------------------------------------------------------------------

    def _on_chosen(self) -> None:
        """Something else shall be sent: count what leaves, and write the letter for it."""
        order = self.audience.order()
        if self._to is None:
            self.letter.offer(
                delivery.readers(self.audience.dossier) if order and order.level == "partner" else []
            )
        level = order.level if order else None
        if level != self._level:
            self._level = level
            self.letter.suit(level)
        self._propose()
        self._look()

    def _look(self) -> None:
        """Count what would leave, on a thread; nothing is written."""
        self._end_job()
        self._leaving = None
        order = self.audience.order()
        if order is None:
            self.inventory.say(self.tr("Choose which partnership; then it is shown here what would leave."))
            self._show_state()
            QTimer.singleShot(0, self, self.filled.emit)
            return
        path = self._context.session.path

        def work(_: Task) -> Leaving:
            return leaving.preview(path, order.level, order.root, shared=order.shared)

        self._job = Job(work, self)
        self._job.done.connect(self._on_counted)
        self._job.failed.connect(self._on_uncounted)
        self._job.start()
        self._show_state()

    def _on_counted(self, found: Leaving) -> None:
        self._end_job()
        self._leaving = found
        self.inventory.show_inventory(inventory(found, self._context.words))
        self._show_state()
        self.filled.emit()

    def _on_uncounted(self, error: Exception) -> None:
        self._end_job()
        self.inventory.say(self.tr("What would leave cannot be shown."))
        self.banner.say(describe(mendable(error)).in_one(), grave=True)
        self._show_state()
        self.filled.emit()

    # the letter -------------------------------------------------------------------------------------

    def _propose(self) -> None:
        """Write the letter anew for what is chosen."""
        order = self.audience.order()
        if order is None:
            self.letter.propose("")
            return
        order = order._replace(locked=self.letter.locks)
        letter = delivery.letter_of(
            order.level, order.title, self._author, self.letter.to(), locked=order.locked
        )
        self._name = self._proposed_name(order)
        self.letter.propose(mail.text(letter, self.letter.words, self._names(Path(self._name))))

    def _proposed_name(self, order: Order) -> str:
        """What the copy will be called, if the name is still free then."""
        path, folder = self._context.session.path, self.folder()
        now = dt.datetime.now(dt.UTC)
        if folder.is_dir():
            return delivery.place(folder, order, path, self._author, now, letter=True).name
        return delivery.name_of(order, path, self._author, now)

    def _names(self, copy: Path) -> list[str]:
        return [copy.name, *([delivery.sheet_for(copy).name] if self.letter.encloses_sheet else [])]

    # making it --------------------------------------------------------------------------------------

    def folder(self) -> Path:
        """Where what is sent is kept, unless the user says otherwise: not beside the file, where it would be taken for it."""
        return paths.documents_folder() / self.tr("Sent from Roadmap Desktop")

    def _prepare(self) -> None:
        self.make(self.folder())

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Save the copy and the letter to a folder"), str(paths.documents_folder())
        )
        if chosen:
            self.make(Path(chosen))

    def make(self, folder: Path) -> None:
        """Make the copy, the letter and the sheet in `folder`, once there is a password where one is wanted; `made` follows."""
        if self.letter.locks and self._leaving is not None:
            self._ask_password(folder)
        else:
            self._make(folder, None)

    def _ask_password(self, folder: Path) -> None:
        from roadmap_desktop.views.password import SetPasswordDialog  # noqa: PLC0415 - when wanted

        locks: list[Lock] = []
        dialog = SetPasswordDialog(
            self._context.settings,
            self._context.design,
            self._context.today(),
            lambda lock, _: locks.append(lock),
            name=self._name,
            parent=self,
        )
        dialog.with_words.setChecked(False)  # our own file stays, should the password be lost
        self._locking = folder, locks
        dialog.made.connect(self._make_locked)
        dialog.open()

    def _make_locked(self) -> None:
        """There is a password: go on."""
        folder, locks = self._locking
        self._make(folder, locks.pop())

    def _make(self, folder: Path, lock: Lock | None) -> None:
        order = self.audience.order()
        counted = self._leaving
        if order is None or counted is None or self._making:
            return
        self._making = True
        self.banner.hide()
        self._hand_pen()
        plan = _Plan(
            file=self._context.session.path,
            folder=folder,
            order=order._replace(unnamed=self.letter.words("person", "unnamed"), locked=lock is not None),
            lock=lock,
            author=self._author,
            when=dt.datetime.now(dt.UTC),
            library=self._context.library,
            words=self.letter.words,
            to=self.letter.to(),
            text=self.letter.text(),
            name=self._name,
            sheet=self.letter.encloses_sheet,
            paper=self._context.settings.text("paper"),
            today=self._context.today(),
        )
        self._bar.setValue(0)
        self._job = Job(lambda task: _Made(plan, _deliver(task, plan, counted), takes_letters()), self)
        self._job.progressed.connect(self._bar.setValue)
        self._job.done.connect(self._on_made)
        self._job.failed.connect(self._on_failed)
        self._job.start()
        self._patience.start()
        self._show_state()

    def _hand_pen(self) -> None:
        """Give the word to the partner, as their copy is to say; `_take_pen_back` undoes it where none is sent."""
        dossier, session = self.audience.dossier, self._context.session
        self._pen = None
        if dossier is None or not self.audience.hands_pen or session.obstacle is not None:
            return
        root, theirs = dossier.partnership.root, dossier.theirs.side.key
        if dossier.partnership.pen != theirs:
            self._pen = pen_edit(root, dossier.partnership.pen)
            session.save([pen_edit(root, theirs)])
            session.flush()

    def _take_pen_back(self) -> None:
        pen, self._pen = self._pen, None
        if pen is not None:
            self._context.session.save([pen])

    def _on_made(self, result: _Made) -> None:
        self._end_job()
        plan, sent = result.plan, result.delivery.sent
        assert sent is not None
        made = result.delivery._replace(noted=self._note(plan, sent))
        self._stack.setCurrentWidget(self._last)
        self._show_state()
        text = _renamed(plan.text, plan.name, sent.path.name)
        self.sent.show_delivery(made, text, mail=result.takes_letters)
        self.made.emit(made)

    def _note(self, plan: _Plan, sent: Sent) -> bool:
        """Put a line of it into the register."""
        session = self._context.session
        root = sent.root or session.home_organisation().root
        if session.obstacle is not None or not root:
            return False
        self._line = sent_edit(root, self._who(plan), sent.level, sent.path.name, sent.changes, sent.wall)
        session.save([self._line])
        return True

    def _who(self, plan: _Plan) -> str:
        """To whom it goes, as the register shall say."""
        dossier = self.audience.dossier
        partner = dossier.theirs.organisation.name if dossier and plan.order.level == "partner" else ""
        name = plan.to.name or plan.to.email
        return ", ".join(part for part in (name, partner) if part)

    def _take_out(self) -> None:
        """It was not sent: the register says nothing of it, and the word is not the partner's."""
        line, self._line = self._line, None
        if line is not None:
            self._take_pen_back()
            self._context.session.save([line._replace(fields={DELETED: 1})])
            self.sent.show_taken_out()

    def _on_failed(self, error: Exception) -> None:
        self._end_job()
        self._take_pen_back()
        self.banner.say(describe(mendable(error)).in_one(), grave=True)
        self._show_state()

    def _stop(self) -> None:
        """Making it is not wanted after all: what there was of it is gone again."""
        self._end_job()
        self._take_pen_back()
        self.banner.say(self.tr("Stopped. Nothing was sent, and no file was left behind."))
        self._show_state()

    # the window -------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        ended = self._stack.currentWidget() is self._last
        slow = self._making and not self._patience.isActive()
        for made in (self.prepare, self.saving):
            made.setVisible(not ended)
            made.setEnabled(self._leaving is not None and not self._making)
        self.audience.setEnabled(not self._making)
        self.letter.setEnabled(not self._making)
        self._bar.setVisible(slow)
        self.stop.setVisible(slow)
        self.close_.setText(self.tr("Close") if ended else self.tr("Cancel"))

    def _on_changed(self, _roots: object) -> None:
        """Somebody wrote meanwhile: what would leave is another."""
        if self._stack.currentWidget() is self._first and not self._making:
            self._look()

    def _on_save_failed(self, error: object) -> None:
        if isinstance(error, UserError):
            self.banner.say(describe(error).in_one(), grave=True)

    def _end_job(self) -> None:
        job, self._job = self._job, None
        self._making = False
        self._patience.stop()
        if job is not None:
            job.drop()

    def reject(self) -> None:
        """Esc stops what is being made; else it closes."""
        if self._making:
            self._stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._end_job()
        super().done(result)

    # building ---------------------------------------------------------------------------------------

    def _build(self, reason: str) -> None:
        self.banner = Banner(self._context.design, self.tr("Close this message"))
        self._stack = QStackedWidget()
        self._first, self._last = self._make_first(reason), self._make_last()
        self._stack.addWidget(self._first)
        self._stack.addWidget(self._last)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addWidget(self._stack, 1)
        whole.addLayout(self._make_foot())

    def _make_first(self, reason: str) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[3])
        column.addWidget(label(self.tr("Send"), "title"))
        if reason:
            column.addWidget(label(reason, tone="muted", wrap=True))
        column.addWidget(self.audience)
        column.addStretch(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(SPACE[4], SPACE[5], SPACE[5], SPACE[3])
        column.setSpacing(SPACE[4])
        self.inventory = InventoryView(self._context.design)
        column.addWidget(self.inventory)
        column.addWidget(self.letter, 1)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(_scrolled(left, 380))
        row.addWidget(_scrolled(right), 1)
        return made

    def _make_last(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[4])
        self.sent = SentPage(self._context.design)
        column.addWidget(self.sent)
        return made

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[4])
        row.setSpacing(SPACE[3])
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setRange(0, _PARTS)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self.stop = button(self.tr("Stop"), "quiet")
        self.saving = button(self.tr("Save to a folder…"), "quiet")
        self.prepare = button(self.tr("Prepare the letter"), "primary")
        self.close_ = button(self.tr("Cancel"))
        row.addWidget(self._bar)
        row.addWidget(self.stop)
        row.addStretch(1)
        for made in (self.saving, self.close_, self.prepare):
            row.addWidget(made)
        return row

    def _connect(self) -> None:
        self._patience.timeout.connect(self._show_state)
        self.audience.chosen.connect(self._on_chosen)
        self.letter.changed.connect(self._propose)
        self.sent.said.connect(self.banner.say)
        self.sent.not_sent.connect(self._take_out)
        self.stop.clicked.connect(self._stop)
        self.saving.clicked.connect(self._ask_folder)
        self.prepare.clicked.connect(self._prepare)
        self.close_.clicked.connect(self.reject)
        self._context.session.changed.connect(self._on_changed)
        self._context.session.failed.connect(self._on_save_failed)


def _deliver(task: Task, plan: _Plan, counted: Leaving) -> Delivery:
    """Make the files of `plan`, all of them or none. For a thread."""
    with files.translating(plan.folder):
        plan.folder.mkdir(parents=True, exist_ok=True)
    out = delivery.place(plan.folder, plan.order, plan.file, plan.author, plan.when, letter=True)
    sheet, letter = delivery.sheet_for(out), delivery.letter_for(out)
    with contextlib.ExitStack() as undo:
        sent = _copy(plan, out, lambda part: task.report(round(_COPIED * part)))
        undo.callback(out.unlink, missing_ok=True)
        if plan.sheet:
            undo.callback(sheet.unlink, missing_ok=True)
            _write_sheet(task, plan, out, sheet)
        mailed = sent.size <= delivery.LARGEST
        if mailed:
            pdf = sheet.read_bytes() if plan.sheet else None
            text = _renamed(plan.text, plan.name, out.name)
            delivery.write_letter(letter, sent, plan.author, plan.words, plan.to, pdf, text)
            undo.callback(letter.unlink, missing_ok=True)
        task.report(_PARTS)
        undo.pop_all()
    return Delivery(counted, sent, letter if mailed else None, sheet=sheet if plan.sheet else None)


def _copy(plan: _Plan, out: Path, progress: Progress) -> Sent:
    given = plan.file, out, plan.order, plan.author, plan.when
    if plan.lock is not None:
        return delivery.make_locked(*given, plan.lock, progress)
    return delivery.make(*given, plan.library, progress)


def _write_sheet(task: Task, plan: _Plan, out: Path, sheet: Path) -> None:
    with uncollected():
        pages = delivery.sheets(out, plan.library, plan.words, plan.today)
        write_pdf(
            pages,
            sheet,
            paper=plan.paper,
            family=FAMILY,
            title=out.stem,
            turned=lambda: task.report(_COPIED),
        )


def _renamed(text: str, proposed: str, name: str) -> str:
    """The letter, where the copy got another name than the one that it speaks of."""
    if proposed == name:
        return text
    return text.replace(Path(proposed).stem, Path(name).stem)


def _scrolled(inside: QWidget, width: int = 0) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    if width:
        area.setFixedWidth(width)
    return area
