"""Builds the program and connects its parts; nothing else does. Windows know nothing of each other."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from roadmap_desktop import __version__, paths
from roadmap_desktop.domain.call import SUFFIX as CALL
from roadmap_desktop.domain.errors import (
    FileDamaged,
    FileLocked,
    FileLookedAt,
    FileReplaced,
    UserError,
    mendable,
)
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.i18n import Translators, system_language
from roadmap_desktop.job import Job
from roadmap_desktop.messages import describe
from roadmap_desktop.session import Session
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import file
from roadmap_desktop.store.log import Author
from roadmap_desktop.store.trust import Trust
from roadmap_desktop.views.desk import Desk
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.views.shell import Shell
from roadmap_desktop.widgets.design import Design
from roadmap_desktop.windows import Windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roadmap_desktop.arrivals import Arrivals
    from roadmap_desktop.domain.call import Call
    from roadmap_desktop.store.verdict import Problem
    from roadmap_desktop.views.first_start import FirstAnswers, FirstStart
    from roadmap_desktop.views.keeper import Keeper
    from roadmap_desktop.views.start import StartWindow

WARM_UP_MS = 400
CHECK_MS = 3_000
"""When the whole of an opened file is read: after the user has begun to look at it."""


def today() -> str:
    """The date of this computer, YYYY-MM-DD."""
    return datetime.date.today().isoformat()  # noqa: DTZ011 - people's dates are local


class App(QObject):
    """The running program: one file at a time, its window, and the windows before it."""

    def __init__(self, application: QApplication, settings: Settings, shell: Shell) -> None:
        """`shell` is the window, on the screen already where a file is to be opened."""
        super().__init__(application)
        self.application = application
        self.settings = settings
        self.translators = Translators(application)
        self.design = Design(application, paths.ICONS, paths.FONTS)
        self.library = Library(paths.FORMS)
        self.trust = Trust(settings.folder)
        self.session: Session | None = None
        self.shell = shell
        self.desk: Desk | None = None
        self._windows: Windows | None = None
        self._call: Call | None = None
        self._keeper: Keeper | None = None
        self._check: Job | None = None
        self._arrivals: Arrivals | None = None
        self._coming: list[Path] = []
        """Files whose news is shown once our own file is open."""
        self.start: StartWindow | None = None
        self.first: FirstStart | None = None
        self.translators.use(settings.text("language") or system_language())
        self.design.choose(settings.text("theme"))
        shell.closing.connect(self._on_closing)

    # windows ----------------------------------------------------------------------------------------

    def begin(self, path: Path | None) -> None:
        """Open `path`; without one ask the first questions, or offer what there is."""
        if path is not None:
            self.open(path)
        elif self.settings.first_start:
            self.ask_first()
        else:
            self.show_start()

    def show_start(self) -> None:
        """Recent files, a new one, the sample."""
        from roadmap_desktop.views.start import StartWindow  # noqa: PLC0415 - not needed to open a file

        if self.start is None:
            self.start = StartWindow(
                self.settings, self.design, QGuiApplication.applicationDisplayName(), __version__
            )
            self.start.open_wanted.connect(self.open)
            self.start.receive_wanted.connect(self.receive)
            self.start.new_wanted.connect(lambda: self.ask_first(new_file=True))
            self.start.sample_wanted.connect(self.open_sample)
            self.start.language_chosen.connect(self.speak)
        self.start.refresh()
        self.start.show()
        self.start.activateWindow()

    def ask_first(self, *, new_file: bool = False) -> None:
        """The first questions; with `new_file` only those about the file."""
        from roadmap_desktop.views.first_start import FirstStart  # noqa: PLC0415 - once in a program's life

        self._ask_with(FirstStart(self.settings, self.design, new_file=new_file))

    def _ask_with(self, first: FirstStart) -> None:
        self.first = first
        self.first.language_chosen.connect(self.speak)
        self.first.finished_with.connect(self._begin_with)
        self.first.rejected.connect(self._first_rejected)
        self.first.show()

    def _first_rejected(self) -> None:
        if self.desk is None:
            self.show_start()

    def _begin_with(self, answers: FirstAnswers) -> None:
        assert self.first is not None
        self.settings.set(
            language=answers.language, name=answers.name, organisation=answers.organisation, kind=answers.kind
        )
        if self.first.received is not None:
            self.shell.show()  # a program without a window ends, and the file is still to be looked through
            self.first.accept()
            self.open(self.first.received)
            return
        try:
            self._make(answers)
        except UserError as error:
            self.first.say(describe(error).in_one())
            return
        self.first.accept()
        self.open(answers.path, own=True)
        if answers.title and self.session is not None and self.desk is not None:
            self._first_partnership(answers)

    def _make(self, answers: FirstAnswers) -> None:
        from roadmap_desktop.store import new  # noqa: PLC0415 - only when a file is made

        if answers.sample:
            new.sample_file(
                answers.path, paths.SAMPLE, answers.language, datetime.date.fromisoformat(today())
            )
        else:
            new.new_file(answers.path, Author(answers.name, answers.organisation), answers.kind)
        self.trust.note(answers.path, made=True)

    def _first_partnership(self, answers: FirstAnswers) -> None:
        from roadmap_desktop.domain import edits  # noqa: PLC0415 - only here

        assert self.session is not None
        assert self.desk is not None
        home = self.session.home_organisation()
        partner = edits.organisation_edit(answers.partner, answers.partner_kind)
        begun = edits.partnership_edits(
            answers.title,
            (home.id.hex(), edits.form_for(home.kind)),
            (partner.entity.hex(), edits.form_for(answers.partner_kind)),
        )
        self.session.save([partner, *begun])
        self.session.flush()
        root = begun[0].root
        self.desk.go(Place("partnership", root))
        self.desk.go(Place("wizard", root, "a"))

    def open_sample(self) -> None:
        """Open the sample, made where the user's files live when it is not there yet."""
        from roadmap_desktop.domain.names import free_name  # noqa: PLC0415 - only here
        from roadmap_desktop.store import new  # noqa: PLC0415 - only when a file is made

        language = self.translators.language
        name = load_words(paths.WORDS, language)("sheet", "sample_file")
        path = free_name(paths.documents_folder() / f"{name}{file.SUFFIX}", Path.exists)
        try:
            new.sample_file(path, paths.SAMPLE, language, datetime.date.fromisoformat(today()))
            self.trust.note(path, made=True)
        except UserError as error:
            self._complain(describe(error).in_one())
            return
        self.open(path, own=True)

    def open(self, path: Path, *, own: bool = False) -> None:
        """Open the file at `path`; one that comes from elsewhere is looked through first, without the window waiting.

        What shall be done with it is asked where that is not plain, unless the user has said that it is their `own`.
        """
        path = path.absolute()
        if path.suffix.lower() == CALL:
            self._take_call(path)
            return
        replaced = self.session is not None and isinstance(self.session.obstacle, FileReplaced)
        if self.session is not None and not replaced and _same(self.session.path, path):
            self._come_forward()
            return
        try:
            file.examine(path)
        except UserError as error:
            self._on_refused(path, error)
            return
        own = own or path in self.settings.recent()
        known = self.trust.knows(path)
        if known and own:
            self._enter(path)
        elif not known and not self.settings.text("name"):
            self._ask_who(path)
        elif known:
            self.arrivals.consider(path, self._usual(path), self.translators.language, self._in_front())
        else:
            self._look_through(path, own=own)

    def _take_call(self, path: Path) -> None:
        """Answer the collection call at `path` from the open file, or from the one that is opened next."""
        from roadmap_desktop.store import call as calls  # noqa: PLC0415 - once a year

        try:
            self._call = calls.read(path)
        except UserError as error:  # nothing is wrong with the open file
            if self.desk is not None:
                self.desk.banner.say(describe(error).in_one(), grave=True)
            else:
                self._go_without()
                self._complain(describe(error).in_one())
            return
        if self.desk is not None:
            self._come_forward()
            self._answer_call()
        else:
            self._go_without()
            self.show_start()
            assert self.start is not None
            self.start.say(
                self.tr(
                    "“{name}” asks for something of your file. Open your file, and you will see for what."
                ).format(name=one_line(self._call.name)),
                grave=False,
            )

    def _answer_call(self) -> None:
        call, self._call = self._call, None
        if call is not None and self._windows is not None:
            self._windows.answer(call)

    def _go_on_in(self, path: Path) -> None:
        """Open the file at `path`, which a window has offered to go on in."""
        self.open(path, own=True)

    def _look_through(self, path: Path, *, own: bool) -> None:
        from roadmap_desktop.views.looking import LookingDialog  # noqa: PLC0415 - what is known opens without it

        def go_on(passed: Path) -> None:
            if own:
                self._enter(passed)
            else:
                self.arrivals.consider(passed, self._usual(path), self.translators.language, self._in_front())

        looking = LookingDialog(path, self.trust, self._in_front())
        looking.passed.connect(go_on)
        looking.refused.connect(self._on_refused)
        looking.given_up.connect(lambda _: self._go_without())
        looking.start()

    def _in_front(self) -> QWidget:
        """The window that the user looks at."""
        return self.start if self.start is not None and self.start.isVisible() else self.shell

    # files from elsewhere ---------------------------------------------------------------------------

    @property
    def arrivals(self) -> Arrivals:
        """Who asks what becomes of a file from elsewhere; imported where one is opened."""
        from roadmap_desktop.arrivals import Arrivals  # noqa: PLC0415 - see above

        if self._arrivals is None:
            self._arrivals = made = Arrivals(self.settings, self.design, self)
            made.opened.connect(self._enter)
            made.looked_at.connect(lambda path: self._enter(path, only_look=True))
            made.kept.connect(lambda path: self.open(path, own=True))
            made.taken_in.connect(lambda path, usual: self.take_in(usual, [path]))
            made.refused.connect(self._on_refused)
            made.given_up.connect(self._go_without)
        return self._arrivals

    def take_in(self, usual: Path, files: list[Path]) -> None:
        """Open our own file `usual`, and show what is new in `files`."""
        self._coming = files
        if self.session is not None and _same(self.session.path, usual):
            self._come_forward()
            self._receive_coming()
        else:
            self.open(usual, own=True)

    def receive(self, files: list[Path]) -> None:
        """Several files came together: what is new in them goes into our own file; without one, the first is opened."""
        usual = self._usual(files[0])
        if usual is None:
            self.open(files[0])
        else:
            self.take_in(usual, files)

    def _receive_coming(self) -> None:
        coming, self._coming = self._coming, []
        if coming and self.desk is not None:
            self.desk.receive(coming)

    def _usual(self, path: Path) -> Path | None:
        session = self.session
        return self.arrivals.usual(
            path, session.path if session is not None and session.obstacle is None else None
        )

    def _ask_who(self, path: Path) -> None:
        """Ask who the user is before the file at `path`, which somebody sent, is opened."""
        from roadmap_desktop.views.first_start import FirstStart  # noqa: PLC0415 - once in a program's life

        if self.session is None:
            self.shell.hide()
        self._ask_with(FirstStart(self.settings, self.design, received=path))

    def _ask_again(self, path: Path) -> None:
        """Something else than looking shall be done with the open file at `path`."""
        usual = self.arrivals.usual(path, None)
        self.arrivals.consider(path, usual, self.translators.language, self._in_front(), ask=True)

    def _enter(self, path: Path, *, only_look: bool = False) -> None:
        """Lay the file at `path`, which is no stranger's any more, on the window."""
        author = Author(self.settings.text("name"), self.settings.text("organisation"))
        try:
            session = Session(path, author, self.settings.folder, self, only_look=only_look)
        except UserError as error:
            self._on_refused(path, error)
            return
        same = self.session is not None and self.session.document == session.document
        way = self.desk.way if self.desk is not None and same else ()
        self._close_file()
        self.session = session
        if not only_look:
            self.settings.add_recent(path)
        self._set_desk(way)
        self._come_forward()
        self._receive_coming()
        if session.obstacle is None:
            QTimer.singleShot(WARM_UP_MS, session, lambda: self.keeper.opened(path))
        for number, page in enumerate(("partnership", "wizard"), start=1):
            QTimer.singleShot(number * WARM_UP_MS, session, lambda page=page: self._warm_up(page))
        QTimer.singleShot(CHECK_MS, session, self._look_after)
        if self.start is not None:
            self.start.mark(path, damaged=False)
            self.start.hide()
        if self._call is not None:
            QTimer.singleShot(0, session, self._answer_call)

    def _on_refused(self, path: Path, error: object) -> None:
        """Say why the file at `path` cannot be opened, and offer what can be done about it."""
        error = mendable(error)
        self._go_without()
        if self.start is not None:
            self.start.mark(path, damaged=isinstance(error, FileDamaged))
        if isinstance(error, FileLocked):
            self._unlock(path)
        else:
            self._mend(path, error)

    def _go_without(self) -> None:
        """Go on with the file that is open; without one, at the start."""
        if self.session is None:
            self.shell.hide()
            self.show_start()

    def _mend(self, path: Path, trouble: UserError | Sequence[Problem], document: str = "") -> None:
        """Say what is wrong with the file at `path`, and offer what brings the work back."""
        from roadmap_desktop.views.mending import MendingDialog  # noqa: PLC0415 - when wanted

        if isinstance(trouble, UserError) and not MendingDialog.suits(trouble):
            self._complain(describe(trouble).in_one())
            return
        dialog = MendingDialog(
            path, trouble, self.settings, self.design, self.library, self._in_front(), document=document
        )
        dialog.open_wanted.connect(self._go_on_in)
        dialog.release_wanted.connect(self._release)
        dialog.forget_wanted.connect(self._forget)
        dialog.finished.connect(self._go_without)
        dialog.open()

    def _release(self) -> None:
        """Let go of the open file altogether, so that another can take its place."""
        self._close_file()
        self.keeper.wait()

    def _forget(self, path: Path) -> None:
        self.settings.forget_recent(path)
        if self.start is not None:
            self.start.refresh()

    def on_mishap(self, error: UserError) -> None:
        """Something went wrong that the user can mend, where no window expected it."""
        if isinstance(error, FileDamaged) and self.session is not None:
            self.session.only_read(error)
            self._mend(self.session.path, error, self.session.document)
        elif self.desk is not None:
            self.desk.banner.say(describe(error).in_one(), grave=True)
        else:
            self._complain(describe(error).in_one())

    def _unlock(self, path: Path) -> None:
        """Ask for the password of the copy at `path`, and open what it held."""
        from roadmap_desktop.views.unlock import AskPasswordDialog  # noqa: PLC0415 - when wanted

        dialog = AskPasswordDialog(path, self.design, self._in_front())
        dialog.opened.connect(self.open)
        dialog.finished.connect(self._go_without)
        dialog.open()

    def _look_after(self) -> None:
        """Read the whole of the open file while the user works; damage is told, and nothing is written any more."""
        from roadmap_desktop.store import check  # noqa: PLC0415 - long after the window stands

        session = self.session
        if session is None:
            return
        path = session.path
        self._check = Job(lambda task: check.check_open(path, lambda: task.stopped), self)
        self._check.done.connect(self._on_checked)
        self._check.start()  # what cannot be looked at now is looked at next time: a failure is no news
        if self.desk is not None:
            self.desk.copies.look()

    def _on_checked(self, problems: Sequence[Problem]) -> None:
        if problems and self.session is not None:
            self.session.only_read(FileDamaged(path=self.session.path, reason=problems[0].code))
            self._mend(self.session.path, problems, self.session.document)

    def _warm_up(self, page: str) -> None:
        """Build, while the user looks at home, what the next click needs."""
        if self.desk is not None:
            self.desk.prepare(page)

    def _come_forward(self) -> None:
        self.shell.show()
        self.shell.activateWindow()

    def _complain(self, text: str) -> None:
        self.show_start()
        assert self.start is not None
        self.start.say(text)

    def _set_desk(self, way: Sequence[Place] = ()) -> None:
        """Lay the open file on the window, at the end of `way`; an earlier desk is cleared away, and its place taken up."""
        assert self.session is not None
        words = load_words(paths.WORDS, self.translators.language)
        context = Context(self.session, self.settings, self.library, words, self.design, today)
        pages = {
            "home": self._home,
            "members": _members,
            "partnership": self._partnership,
            "joint": _joint,
            "wizard": _wizard,
            "documents": _documents,
        }
        if self.desk is not None:
            way = self.desk.way
        desk = Desk(context, pages)
        desk.start_wanted.connect(self.show_start)
        desk.settings_wanted.connect(self._show_settings)
        desk.close_wanted.connect(self.shell.close)
        desk.open_wanted.connect(self._go_on_in)
        desk.damaged.connect(self.on_mishap)
        desk.ask_wanted.connect(self._ask_again)
        self.desk = desk
        self._windows = Windows(desk, self.settings, self.shell)
        self.shell.set_background(self.design.theme.window)
        self.shell.setCentralWidget(desk)
        desk.begin(way)

    # what windows ask for ---------------------------------------------------------------------------

    def _home(self, context: Context) -> Page:
        from roadmap_desktop.views.home import HomePage  # noqa: PLC0415 - after the first paint

        page = HomePage(context)
        assert self.desk is not None
        page.new_wanted.connect(self.desk.new_partnership_wanted)
        return page

    def _partnership(self, context: Context) -> Page:
        from roadmap_desktop.views.partnership import PartnershipPage  # noqa: PLC0415 - when wanted

        page = PartnershipPage(context)
        assert self.desk is not None
        desk = self.desk
        page.print_wanted.connect(lambda root: desk.print_wanted.emit("progress", root))
        page.deleted.connect(self._on_deleted)
        return page

    def _on_deleted(self, title: str, root: bytes) -> None:
        if self.desk is not None:
            self.desk.go(Place("home"))
            self.desk.say_deleted(title, root)

    def _show_settings(self) -> None:
        from roadmap_desktop.views.settings import SettingsDialog  # noqa: PLC0415 - when wanted

        dialog = SettingsDialog(self.settings, self.design, self.shell)
        dialog.language_chosen.connect(self.speak)
        dialog.theme_chosen.connect(self._dress)
        dialog.open()

    @property
    def keeper(self) -> Keeper:
        """Who makes the backups; imported after the window stands."""
        from roadmap_desktop.views.keeper import Keeper  # noqa: PLC0415 - see above

        if self._keeper is None:
            self._keeper = Keeper(self.settings, self)
            self._keeper.said.connect(self._say)
        return self._keeper

    def _say(self, text: str) -> None:
        """News of the backups; what the desk is saying already weighs more."""
        if self.desk is not None and self.desk.banner.isHidden():
            self.desk.banner.say(text)

    def speak(self, language: str) -> None:
        """Change the language at run time."""
        self.settings.set(language=language)
        self.translators.use(language)
        self._rebuild()

    def _dress(self, theme: str) -> None:
        self.settings.set(theme=theme)
        self.design.choose(theme)
        self.shell.set_background(self.design.theme.window)
        self._rebuild()

    def _rebuild(self) -> None:
        """Build the desk anew, at the same place, once a dialog that stands on it has closed."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.parentWidget() is self.shell:
            dialog.finished.connect(self._rebuild_now)
        else:
            self._rebuild_now()

    def _rebuild_now(self) -> None:
        if self.desk is not None and self.session is not None:
            self.desk.leave()
            self._set_desk()

    # the end ----------------------------------------------------------------------------------------

    def _on_closing(self) -> None:
        self.settings.set(window=self.shell.kept_geometry())
        self._close_file()

    def _close_file(self) -> None:
        desk, self.desk = self.desk, None
        self._windows = None
        if desk is not None:
            desk.leave()
            desk.copies.stop()
            self.shell.takeCentralWidget()
            desk.deleteLater()
        check, self._check = self._check, None
        if check is not None:
            check.stop()
        session, self.session = self.session, None
        if session is not None:
            session.close()
            # What somebody else left there is a stranger's, whichever program wrote it.
            if session.alone and not isinstance(session.obstacle, FileLookedAt):
                self.trust.note(session.path)
            if session.obstacle is None:
                self.keeper.closed(session.path, changed=session.touched)
            session.deleteLater()


def _wizard(context: Context) -> Page:
    from roadmap_desktop.views.wizard import WizardPage  # noqa: PLC0415 - when wanted

    return WizardPage(context)


def _members(context: Context) -> Page:
    from roadmap_desktop.views.members import MembersPage  # noqa: PLC0415 - when wanted

    return MembersPage(context)


def _joint(context: Context) -> Page:
    from roadmap_desktop.views.joint import JointPage  # noqa: PLC0415 - when wanted

    return JointPage(context)


def _documents(context: Context) -> Page:
    from roadmap_desktop.views.documents import DocumentsPage  # noqa: PLC0415 - when wanted

    return DocumentsPage(context)


def _same(one: Path, other: Path) -> bool:
    """Whether both name the same file, be it by another name or through a link."""
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False
