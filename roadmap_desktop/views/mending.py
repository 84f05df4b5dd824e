"""A file that does not open, or that is damaged: what is whole, and the ways on, by backup or rescue; opens none itself."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.domain.backups import Backup
from roadmap_desktop.domain.errors import (
    FileDamaged,
    FileForeign,
    FileHostile,
    FileIncomplete,
    FileMissing,
    FileNewer,
    UserError,
    mendable,
)
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.names import free_name
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.job import Job, Task
from roadmap_desktop.messages import Message, describe, describe_missing, describe_problem
from roadmap_desktop.models.backups import BACKUP, DIFFERENCE, PROGRESS, SIZE, USABLE, BackupsModel
from roadmap_desktop.paint.theme import READING_WIDTH, SPACE
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import backup as store
from roadmap_desktop.store.file import SUFFIX
from roadmap_desktop.store.verdict import Problem, Report
from roadmap_desktop.views.keeper import backup_folder
from roadmap_desktop.views.languages import spoken
from roadmap_desktop.views.missing_list import MissingList
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.design import Design, button, label, narrowed
from roadmap_desktop.widgets.two_lines import Index, Lines, TwoLines

_MOST_LINES = 4
"""Findings that are shown; who wants them all has the command line's check."""
_PARTS = 1000
_USUAL = QSize(720, 620)
_LOWEST = 300


class _Looked(NamedTuple):
    """What there is to mend a file with: its backups, and what a check found, where it could look."""

    backups: list[Backup]
    report: Report | None


class MendingDialog(QDialog):
    """Shown instead of a file that does not open, or over one that a check found damaged."""

    open_wanted = Signal(object)
    """Carries the Path of a file that is whole."""
    release_wanted = Signal()
    """The file, where it is open, must be closed before this signal's emission returns."""
    read_wanted = Signal()
    """The user goes on reading the damaged file, which must not be written any more."""
    forget_wanted = Signal(object)
    """Carries the Path of a missing file that nobody looks for any more."""
    looked = Signal()
    """What there is to mend it with is shown."""

    def __init__(
        self,
        path: Path,
        trouble: UserError | Sequence[Problem],
        settings: Settings,
        design: Design,
        library: Library,
        parent: QWidget | None = None,
        *,
        document: str = "",
    ) -> None:
        """`trouble` is why `path` does not open, or what `check.check_open` found.

        `document` is the file's id where it is open here: then nothing looks at it before it was let go.
        """
        super().__init__(parent)
        self._path = path
        self._trouble = trouble
        self._settings = settings
        self._design = design
        self._document = document
        self._is_open = bool(document)
        self._job: Job | None = None
        self._wanted: Backup | None = None
        self._made = path
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(path.name)
        self.setMinimumSize(QSize(600, _LOWEST))
        self.resize(_USUAL)
        words = load_words(paths.WORDS, spoken())
        self._library, self._language = library, words.language
        lengths = {
            form: len(library.form(form or "community", words.language).checkpoints)
            for form in ("", *library.ids())
        }
        today = dt.datetime.now().astimezone().date().isoformat()
        self.model = BackupsModel(words, lengths, today, self)
        self._build()
        self._look()

    @staticmethod
    def suits(error: UserError) -> bool:
        """Whether there is more to offer about `error` than its sentence."""
        return isinstance(error, FileMissing | FileDamaged | FileIncomplete | FileHostile | FileForeign)

    # what there is ----------------------------------------------------------------------------------

    def _look(self) -> None:
        path, folder, document, is_open = (
            self._path, backup_folder(self._settings), self._document, self._is_open
        )  # fmt: skip
        checked = isinstance(self._trouble, FileDamaged | FileHostile | FileIncomplete)

        def work(_: Task) -> _Looked:
            return _Looked(
                store.backups_for(path, folder, document), None if is_open or not checked else _report(path)
            )

        self._begin(work, self._on_looked, quiet=True)

    def _on_looked(self, found: _Looked) -> None:
        usable = [one for one in found.backups if one.health == "good"]
        self.model.show(found.backups)
        self._backups.setVisible(bool(found.backups))
        self._none.setVisible(not found.backups)
        if usable:
            self.list.setCurrentIndex(self.model.index(found.backups.index(usable[0])))
            self.list.setFocus()
        if found.report is not None:
            self._show_findings(found.report.problems, found.report)
        self._show_possible()
        self._fit(self._page, lasting=bool(found.backups))
        self.looked.emit()

    def _show_findings(self, problems: Sequence[Problem], report: Report | None = None) -> None:
        lines = [] if report is None else [self._told(report)]
        # What a hostile file holds is for experts, and said to nobody else.
        left_out = {"hostile", "refused"}
        if any(one.code == "count" for one in problems):  # what shows them lags, of course
            left_out.add("derived")
        if report is not None:
            left_out.add("count")
        lines += [describe_problem(one) for one in problems if one.code not in left_out]
        several = [line for line in dict.fromkeys(lines) if line]
        self.findings.show_lines(several[:_MOST_LINES])
        self.findings.setVisible(bool(several))

    def _told(self, report: Report) -> str:
        """How much of it can be read."""
        noted = next((one.data["noted"] for one in report.problems if one.code == "count"), None)
        if not report.changes:
            return ""
        if isinstance(noted, int) and noted > report.changes:
            return self.tr("Saved changes that can be read: {found} of {noted}.").format(
                found=self.locale().toString(report.changes), noted=self.locale().toString(noted)
            )
        return self.tr("Saved changes that can be read: {found}.").format(
            found=self.locale().toString(report.changes)
        )

    def _chosen(self) -> Backup | None:
        index = self.list.currentIndex()
        return index.data(BACKUP) if index.isValid() else None

    def _show_possible(self) -> None:
        chosen = self._chosen()
        self.use.setVisible(self.model.rowCount() > 0)
        self.use.setEnabled(chosen is not None and chosen.health == "good" and self._job is None)

    # a backup in its place --------------------------------------------------------------------------

    def _ask(self) -> None:
        self._wanted = self._chosen()
        if self._wanted is None:
            return
        self._which.setText(self.model.when(self._wanted))
        self._what.setText(str(self.list.currentIndex().data(PROGRESS)))
        self._stack.setCurrentWidget(self._confirmation)
        self.yes.setFocus()

    def _replace(self) -> None:
        wanted, path, settings = self._wanted, self._path, self._settings
        kept_as = self.tr("{name} (damaged {when})")
        if wanted is None:
            return
        self._release()
        if not path.parent.is_dir():  # it was on a stick that is elsewhere now
            path = free_name(paths.documents_folder() / path.name, Path.exists)

        def work(_: Task) -> Path | None:
            from roadmap_desktop.store.trust import Trust  # noqa: PLC0415 - when wanted

            aside = store.replace(path, wanted, dt.datetime.now(dt.UTC), kept_as)
            Trust(settings.folder).note(path, made=True)
            return aside

        self._made = path
        self._begin(work, self._on_replaced)

    def _on_replaced(self, aside: Path | None) -> None:
        when = self.model.when(self._wanted) if self._wanted is not None else ""
        self._result_title.setText(self.tr("The backup is in its place"))
        told = self.tr("“{name}” shows again what it showed then ({when}).").format(
            name=self._made.name, when=when
        )
        if aside is not None:
            told += " " + self.tr(
                "The file that stood there is kept untouched beside it, under the name “{name}”."
            ).format(name=aside.name)
        elif self._made != self._path:
            told += " " + self.tr("Its folder is not there, so it is now in {folder}.").format(
                folder=self._made.parent
            )
        self._show_result(told, ())

    # a rescue ---------------------------------------------------------------------------------------

    def _rescue(self) -> None:
        name = self.tr("{name} (rescued)").format(name=self._path.stem)
        folder = self._path.parent if self._path.parent.is_dir() else paths.documents_folder()
        proposed = free_name(folder / f"{name}{SUFFIX}", Path.exists)
        kinds = self.tr("Roadmap files ({pattern})").format(pattern=f"*{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Rescue into a new file"),
            str(proposed),
            kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is overwritten: a rescue says so
        )
        if chosen:
            self._rescue_into(Path(chosen).with_suffix(SUFFIX))

    def _rescue_into(self, out: Path) -> None:
        path, settings = self._path, self._settings
        self._release()

        def work(task: Task) -> object:
            from roadmap_desktop.store.rescue import rescue  # noqa: PLC0415 - hardly ever wanted
            from roadmap_desktop.store.trust import Trust  # noqa: PLC0415 - as above

            report = rescue(path, out, lambda part: task.report(round(_PARTS * part)))
            Trust(settings.folder).note(out, made=True)
            return report

        self._made = out
        self._begin(work, self._on_rescued, stops=True)

    def _on_rescued(self, report: object) -> None:
        from roadmap_desktop.store.rescue import RescueReport  # noqa: PLC0415 - as above

        assert isinstance(report, RescueReport)
        self._result_title.setText(self.tr("What could be read is rescued"))
        count = self.locale().toString(report.changes)
        told = self.tr("Saved changes in the new file “{name}”: {count}.").format(
            name=report.out.name, count=count
        )
        if report.expected > report.changes:
            told = self.tr("Saved changes in the new file “{name}”: {count} of {expected}.").format(
                name=report.out.name, count=count, expected=self.locale().toString(report.expected)
            )
        if report.expected == report.changes and not report.problems:
            told += " " + self.tr("Nothing is missing.")
        told += " " + self.tr("The damaged file was not changed.")
        self._show_result(
            told, [describe_missing(one, self._library, self._language) for one in report.problems]
        )

    def _show_result(self, told: str, missing: Sequence[str]) -> None:
        self._result_text.setText(told)
        self.missing.show_lines(missing)
        self._stack.setCurrentWidget(self._result)
        self._fit(self._result, lasting=bool(missing))
        self.go.setFocus()

    def _fit(self, page: QWidget, *, lasting: bool) -> None:
        """As high as `page` needs it; with a list on it (`lasting`) no lower than usual."""
        layout = page.layout()
        assert layout is not None
        layout.activate()
        needed = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else 0
        needed = max(needed, layout.totalSizeHint().height(), _LOWEST)
        self.resize(self.width(), max(needed, _USUAL.height()) if lasting else needed)

    # other ways on ----------------------------------------------------------------------------------

    def _find(self) -> None:
        folder = self._path.parent if self._path.parent.is_dir() else paths.documents_folder()
        kinds = self.tr("Roadmap files ({pattern})").format(pattern=f"*{SUFFIX}")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Look for the file"), str(folder), kinds)
        if chosen:
            self._leave_for(Path(chosen))

    def _leave_for(self, path: Path) -> None:
        self.hide()  # finished it is only once the file is open, or another window says why not
        self.open_wanted.emit(path)
        self.accept()

    def _read_on(self) -> None:
        self.accept()
        self.read_wanted.emit()

    def _forget(self) -> None:
        self.accept()
        self.forget_wanted.emit(self._path)

    def _release(self) -> None:
        if self._is_open:
            self._is_open = False
            self.read.setVisible(False)
            self.release_wanted.emit()

    # long work --------------------------------------------------------------------------------------

    def _begin(
        self,
        work: Callable[[Task], object],
        then: Callable[..., None],
        *,
        quiet: bool = False,
        stops: bool = False,
    ) -> None:
        """Do `work` on a thread and `then` with its result here.

        `quiet` leaves the page as it is meanwhile; work that `stops` can be cancelled.
        """
        self._end_job()
        job = Job(work, self)
        self._job = job

        def done(result: object) -> None:
            self._end_job()
            then(result)

        def failed(error: object) -> None:
            self._end_job()
            self._say(error)

        job.done.connect(done)
        job.failed.connect(failed)
        self.banner.hide()
        if not quiet:
            self.progress.setRange(0, 0)
            self.stop.setVisible(stops)
            job.progressed.connect(self._on_progress)
            self._stack.setCurrentWidget(self._working)
        job.start()

    def _on_progress(self, count: int) -> None:
        self.progress.setRange(0, _PARTS)
        self.progress.setValue(count)

    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.drop()

    def _say(self, error: object) -> None:
        error = mendable(error)
        about_backup = self._wanted is not None and error.data.get("path") == self._wanted.path
        self._stack.setCurrentWidget(self._page)
        self._show_possible()
        self.banner.say(
            self.tr("This backup is damaged, so nothing was changed. Choose another one.")
            if about_backup or isinstance(error, FileNewer)
            else describe(error).in_one(),
            grave=True,
        )

    def _cancel(self) -> None:
        self._wanted = None
        self._end_job()
        self._stack.setCurrentWidget(self._page)
        self._show_possible()

    def reject(self) -> None:
        """Esc answers the question with no, and stops what can be stopped; else it closes."""
        page = self._stack.currentWidget()
        if page is self._confirmation or (page is self._working and not self.stop.isHidden()):
            self._cancel()
        elif page is not self._working:
            super().reject()

    def done(self, result: int) -> None:
        self._end_job()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end_job()
        super().closeEvent(event)

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.banner = Banner(self._design, self.tr("Close this message"))
        self._stack = QStackedWidget()
        self._page, self._confirmation = self._make_page(), self._make_confirmation()
        self._working, self._result = self._make_working(), self._make_result()
        for page in (self._page, self._confirmation, self._working, self._result):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)

    def _message(self) -> Message:
        if isinstance(self._trouble, UserError):
            return describe(self._trouble)
        return Message(
            self.tr("A part of “{name}” is damaged.").format(name=self._path.name),
            self.tr("What the windows show may not be all; nothing was changed, so nothing more is lost."),
            self.tr(
                "A disk or memory stick that is about to fail does this. Go back to a backup, or rescue what can be read into a "
                "new file, best on another disk."
            ),
        )

    def _make_page(self) -> QWidget:
        page, column = _page()
        said = self._message()
        heading = label(said.what, "heading", wrap=True)
        column.addLayout(narrowed(heading, READING_WIDTH))
        column.addLayout(narrowed(label(f"{said.data} {said.do}".strip(), wrap=True), READING_WIDTH))
        self.findings = Bullets(tone="muted")
        self.findings.setVisible(False)
        column.addWidget(self.findings)
        if not isinstance(self._trouble, UserError):
            self._show_findings(self._trouble)
        column.addSpacing(SPACE[2])
        self._backups = QWidget()
        inside = QVBoxLayout(self._backups)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE[2])
        title = label(self.tr("Backups of this file"), "lead", bold=True)
        self.list = self._make_list()
        title.setBuddy(self.list)
        inside.addWidget(title)
        inside.addWidget(self.list, 1)
        self._backups.setVisible(False)
        column.addWidget(self._backups, 100)
        self._none = label(
            self.tr("There is no backup of this file on this computer."), tone="muted", wrap=True
        )
        self._none.setVisible(False)
        column.addWidget(self._none)
        column.addStretch(1)
        column.addLayout(self._make_ways())
        return page

    def _make_list(self) -> QListView:
        made = QListView()
        made.setProperty("bare", True)
        made.setAccessibleName(self.tr("Backups, the newest first"))
        made.setModel(self.model)
        made.setItemDelegate(TwoLines(self._design, made, _lines))
        made.setMouseTracking(True)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.selectionModel().currentChanged.connect(lambda *_: self._show_possible())
        made.activated.connect(lambda: self.use.click())  # noqa: PLW0108 - it is made later
        return made

    def _make_ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        trouble = self._trouble
        missing = isinstance(trouble, FileMissing)
        empty = isinstance(trouble, FileForeign) and trouble.data.get("sort") == "empty"
        self.use = button(self.tr("Use this backup…"), "primary")
        self.use.clicked.connect(self._ask)
        self.use.setVisible(False)
        self.rescue = button(self.tr("Rescue what can be read…"))
        self.rescue.clicked.connect(self._rescue)
        self.rescue.setVisible(
            self._is_open or isinstance(trouble, FileDamaged | FileHostile | FileIncomplete)
        )
        self.search = button(self.tr("Look for it…"))
        self.search.clicked.connect(self._find)
        self.search.setVisible(missing)
        self.forget = button(self.tr("Remove from the list"), "quiet")
        self.forget.clicked.connect(self._forget)
        self.forget.setVisible(missing and self._path in self._settings.recent())
        self.again = button(self.tr("Try again"))
        self.again.clicked.connect(lambda: self._leave_for(self._path))
        self.again.setVisible(missing or empty)
        self.read = button(self.tr("Go on reading"), "quiet")
        self.read.clicked.connect(self._read_on)
        self.read.setVisible(self._is_open)
        for made in (self.use, self.rescue, self.search, self.again, self.forget, self.read):
            row.addWidget(made)
        row.addStretch(1)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return row

    def _make_confirmation(self) -> QWidget:
        page, column = _page(SPACE[6])
        self._which, self._what = label(role="lead", bold=True, wrap=True), label(tone="muted", wrap=True)
        explained = label(
            self.tr(
                "What was written after it is not in it. What stands there now is not deleted: it is kept untouched "
                "beside it under another name, and more can be rescued from it later."
            ),
            wrap=True,
        )
        column.addWidget(label(self.tr("Put this backup in its place?"), "title", wrap=True))
        for made in (self._which, self._what, explained):
            column.addLayout(narrowed(made, READING_WIDTH))
        self.yes = button(self.tr("Put it in its place"), "primary")
        self.yes.clicked.connect(self._replace)
        self.no = button(self.tr("Cancel"))
        self.no.clicked.connect(self._cancel)
        column.addSpacing(SPACE[3])
        column.addLayout(_row(self.yes, self.no))
        column.addStretch(1)
        return page

    def _make_working(self) -> QWidget:
        page, column = _page(SPACE[6])
        column.addStretch(1)
        moment = label(self.tr("One moment…"), "lead")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(moment.text())
        self.stop = button(self.tr("Cancel"))
        self.stop.clicked.connect(self._cancel)
        column.addWidget(moment)
        column.addWidget(self.progress)
        column.addLayout(_row(self.stop))
        column.addStretch(1)
        return page

    def _make_result(self) -> QWidget:
        page, column = _page(SPACE[6])
        self._result_title = label(role="title", wrap=True)
        self._result_text = label(wrap=True)
        column.addWidget(self._result_title)
        column.addLayout(narrowed(self._result_text, READING_WIDTH))
        self.missing = MissingList(self._path.stem)
        column.addWidget(self.missing, 100)
        self.go = button(self.tr("Open it"), "primary")
        self.go.clicked.connect(lambda: self._leave_for(self._made))
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        column.addSpacing(SPACE[2])
        column.addLayout(_row(self.go, close))
        column.addStretch(1)
        return page


def _page(margin: int = SPACE[5]) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(margin, margin, margin, SPACE[4])
    column.setSpacing(SPACE[3])
    return page, column


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE[2])
    for one in widgets:
        row.addWidget(one)
    row.addStretch(1)
    return row


def _lines(index: Index) -> Lines:
    usable = bool(index.data(USABLE))
    return Lines(
        str(index.data(Qt.ItemDataRole.DisplayRole)),
        "" if usable else str(index.data(DIFFERENCE)),
        str(index.data(PROGRESS)),
        str(index.data(SIZE)),
        weak=not usable,
        grave=not usable,
    )


def _report(path: Path) -> Report | None:
    """What a check finds; None where it cannot even look."""
    from roadmap_desktop.store.check import check  # noqa: PLC0415 - on a thread, when something is wrong

    with contextlib.suppress(UserError):
        return check(path)
    return None
