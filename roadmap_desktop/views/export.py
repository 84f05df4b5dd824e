"""Exporting: which partnerships, as what, with how much of it; then a file for Excel, a calendar or another program."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.documents import export
from roadmap_desktop.documents.export import Order, Written
from roadmap_desktop.documents.lists import Choice as Extent
from roadmap_desktop.documents.whole import whole
from roadmap_desktop.domain.cells import LONGEST
from roadmap_desktop.domain.errors import UnknownPartnership, mendable
from roadmap_desktop.domain.names import one_line, safe_file_name
from roadmap_desktop.domain.words import Words, load_words
from roadmap_desktop.job import Job, Task
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.store import file as files
from roadmap_desktop.store import open_json
from roadmap_desktop.views.asked_path import ask_path
from roadmap_desktop.views.languages import language_names
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.choice import Choice
from roadmap_desktop.widgets.design import button, label, set_icon
from roadmap_desktop.widgets.dialog import Dialog
from roadmap_desktop.widgets.fields import Field

JSON: Final = "json"
FORMATS: Final = (("xlsx", "list"), ("ics", "calendar"), ("zip", "file-text"), (JSON, "file"))
"""Endings of what can be made here, each with its picture."""
_INDENT: Final = 30
"""Where the text of a tick begins."""


class ExportDialog(Dialog):
    """Asks what to export, and where to. `exported` carries the Path of what was written."""

    exported = Signal(object)

    def __init__(self, context: Context, root: bytes = b"", parent: QWidget | None = None) -> None:
        """`root` is the partnership at hand, b"" for none."""
        super().__init__(parent)
        self._context = context
        self._root = root
        self._title = ""
        if root:
            with contextlib.suppress(UnknownPartnership):
                self._title = context.session.dossier(root).partnership.title
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Export lists"))
        self.setMinimumSize(QSize(560, 560))
        self.resize(620, 580)
        self._build()
        self._show_possible()

    # writing ----------------------------------------------------------------------------------------

    def proposed_name(self) -> str:
        """The file's name: what it is of, and the day."""
        words, format_ = self._words(), self.format.value()
        of = self._title if self._only_this() else self._context.session.path.stem
        what = {"ics": words("list", "dates"), JSON: ""}.get(format_, words("list", "lists"))
        whole_name = " – ".join(filter(None, (of, what, self._context.today())))
        return f"{safe_file_name(whole_name, words('list', 'lists'))}.{format_}"

    def _ask(self) -> None:
        ending = f".{self.format.value()}"
        kinds = self._kinds()[self.format.value()].format(pattern=f"*{ending}")
        path = ask_path(self, self.tr("Export lists"), self.proposed_name(), ending, kinds)
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Write what is chosen to `path`; `exported` follows."""
        self.banner.hide()
        self._context.session.flush()
        work = self._whole(path) if self.format.value() == JSON else self._lists(path)
        total = max(len(self._context.session.partnership_ids()), 1)
        self._progress.setRange(0, 0 if self.format.value() == JSON else total)
        self._progress.setValue(0)
        job = Job(work, self)
        self._job = job
        job.progressed.connect(self._progress.setValue)
        job.done.connect(lambda done: self._on_saved(path, done))
        job.failed.connect(self._on_failed)
        job.start()
        self._show_possible()

    def _lists(self, path: Path) -> Callable[[Task], Written]:
        context, words = self._context, self._words()
        session, library, today = context.session, context.library, context.today()
        format_ = next(one for one in export.FORMATS if one == self.format.value())
        root = self._root if self._only_this() else b""
        title = self._title if root else ""
        extent = Extent(notes=self.notes.isChecked(), names=not self.nameless.isChecked())
        organisations = session.organisations()

        def work(task: Task) -> Written:
            with contextlib.closing(session.dossiers()) as every, files.translating(path):
                found = (one for one in every if not root or one.partnership.id == root)
                order = Order(
                    format_,
                    task.counted(found),
                    organisations,
                    title or words("calendar", "all"),
                    extent,
                )
                return export.export(path, order, library, words, today, dt.datetime.now(dt.UTC))

        return work

    def _whole(self, path: Path) -> Callable[[Task], Written]:
        source = self._context.session.path

        def work(task: Task) -> Written:
            with files.translating(path), whole(path) as part:
                return Written({}, changes=open_json.write(source, part, task.report))

        return work

    def _on_saved(self, path: Path, done: Written) -> None:
        self._let_go()
        text = self.tr("Saved as “{name}”.").format(name=path.name)
        if done.cut:
            number = self.locale().toString
            cut = self.tr(
                "Texts longer than a cell of Excel can be ({limit} characters) were cut: {count}. In CSV and JSON they"
                " are whole."
            )
            text = f"{text} {cut.format(limit=number(LONGEST), count=number(done.cut))}"
        self.banner.say(
            text,
            (self.tr("Open it"), lambda: _open(path)),
            (self.tr("Show its folder"), lambda: _open(path.parent)),
        )
        self.exported.emit(path)

    def _on_failed(self, error: object) -> None:
        self._let_go()
        self.banner.say(describe(mendable(error)).in_one(), grave=True)

    def _stop(self) -> None:
        self._let_go()
        self.banner.say(self.tr("Stopped. Nothing was written."))

    def _let_go(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.drop()
        self._show_possible()

    def done(self, result: int) -> None:
        self._let_go()
        super().done(result)

    # what is chosen ---------------------------------------------------------------------------------

    def _only_this(self) -> bool:
        return bool(self._title) and self.what.currentData() == "this" and self.format.value() != JSON

    def _words(self) -> Words:
        return load_words(paths.WORDS, str(self.language.currentData()))

    def _show_possible(self) -> None:
        """What can be chosen, and what the chosen is, in a sentence."""
        json, busy = self.format.value() == JSON, self._job is not None
        self._explained.setText(self._sentences()[self.format.value()])
        self.format.setAccessibleDescription(self._explained.text())
        for one in (self._what, self._language, self.nameless, self._nameless_hint):
            one.setVisible(not json)
        self._what.setVisible(not json and bool(self._title))
        self.notes.setVisible(self.format.value() in ("xlsx", "zip"))
        self._working.setVisible(busy)
        self._save.setEnabled(not busy)
        self._choices.setEnabled(not busy)

    def _sentences(self) -> dict[str, str]:
        return {
            "xlsx": self.tr(
                "A workbook for Excel or LibreOffice: one sheet for each table, to sort, filter and count."
            ),
            "ics": self.tr(
                "All dates, for the calendar on your computer or telephone. Taken in again later, they are updated and"
                " not doubled."
            ),
            "zip": self.tr("Every table as plain text (CSV), packed together, for any other program."),
            JSON: self.tr(
                "Everything in this file, with private notes and its whole history, in a form that any program can read"
                " and this one can take back without loss."
            ),
        }

    def _kinds(self) -> dict[str, str]:
        return {
            "xlsx": self.tr("Excel workbooks ({pattern})"),
            "ics": self.tr("Calendars ({pattern})"),
            "zip": self.tr("Packed tables ({pattern})"),
            JSON: self.tr("JSON files ({pattern})"),
        }

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        design = self._context.design
        self.banner = Banner(design, self.tr("Close this message"))
        self._choices = self._make_choices()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        stop = button(self.tr("Stop"), "quiet")
        stop.clicked.connect(self._stop)
        self._working = QWidget()
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._progress, 1)
        row.addWidget(stop)
        self._save = button(self.tr("Save as…"), "primary")
        set_icon(self._save, design.icon("download", design.theme.on_accent))
        self._save.clicked.connect(self._ask)
        close = button(self.tr("Close"), "quiet")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self._save)
        inner = QVBoxLayout()
        inner.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        inner.setSpacing(SPACE[4])
        inner.addWidget(label(self.tr("Export lists"), "title"))
        inner.addWidget(self._choices)
        inner.addStretch(1)
        inner.addWidget(self._working)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(inner, 1)

    def _make_choices(self) -> QWidget:
        design = self._context.design
        self.format = Choice(design, FORMATS, columns=2, icon_above=False)
        self.format.set_texts(
            self.tr("What to make"),
            (
                self.tr("Excel workbook"),
                self.tr("Calendar"),
                self.tr("CSV tables"),
                self.tr("Everything as JSON"),
            ),
        )
        self._explained = label(tone="muted", wrap=True)
        self.what = QComboBox()
        self.what.addItem(self.tr("All partnerships"), "all")
        if self._title:
            self.what.addItem(self.tr("Only “{title}”").format(title=_short(self._title)), "this")
            self.what.setCurrentIndex(1)
        self._what = _captioned(self.what, self.tr("Of what"))
        self.language = QComboBox()
        for code, name in language_names().items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(self._context.words.language), 0))
        self._language = _captioned(self.language, self.tr("Language of the lists"))
        self.notes = QCheckBox(self.tr("With private notes"))
        self.nameless = QCheckBox(self.tr("Without names, for readers outside"))
        self._nameless_hint = label(
            self.tr(
                "People become their roles wherever they are mentioned; strengths and weaknesses and the stakeholder map"
                " stay here."
            ),
            "small",
            tone="muted",
            wrap=True,
        )
        self.nameless.setAccessibleDescription(self._nameless_hint.text())
        self.format.chosen.connect(self._show_possible)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        column.addWidget(self.format)
        column.addWidget(self._explained)
        column.addSpacing(SPACE[1])
        column.addWidget(self._what)
        column.addWidget(self._language)
        column.addWidget(self.notes, 0, Qt.AlignmentFlag.AlignLeft)
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.nameless, 0, Qt.AlignmentFlag.AlignLeft)
        self._nameless_hint.setContentsMargins(_INDENT, 0, 0, 0)
        below.addWidget(self._nameless_hint)
        column.addLayout(below)
        return made


def _captioned(control: QComboBox, caption: str) -> Field:
    control.setMinimumHeight(38)
    control.setMinimumContentsLength(12)
    control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made = Field(control)
    made.set_texts(caption)
    return made


def _short(title: str, most: int = 60) -> str:
    title = one_line(title)
    return title if len(title) <= most else f"{title[:most].rstrip()}…"


def _open(path: Path) -> Any:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
