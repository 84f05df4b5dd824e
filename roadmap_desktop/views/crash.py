"""The one place where a defect of ours ends up: written to a log, told in one calm window, and the program goes on."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from roadmap_desktop import defects
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.widgets.design import Design, button, label

QUIET_SECONDS: Final = 30.0
"""How long the same defect is not told again after its window was closed: a timer may repeat it for ever."""
MOST_RECORDS: Final = 100
"""Most defects written down in one run; a defect in painting comes sixty times a second."""
_WIDTH: Final = 560


class CrashHandler(QObject):
    """Takes over `sys.excepthook` and `threading.excepthook` until `uninstall`. One object a program."""

    mendable = Signal(object)
    """A UserError that came where nobody expected one, as from a file that is damaged in a place read late."""

    _caught = Signal(object, object)

    def __init__(self, log_folder: Path, design: Design | None = None) -> None:
        """`log_folder` takes the log; without `design` the window has no picture."""
        super().__init__()
        self._folder = log_folder
        self._design = design
        self._window: CrashWindow | None = None
        self._told: dict[str, float] = {}
        self._records = 0
        self._before = (sys.excepthook, threading.excepthook)
        # Queued: a defect may come from another thread, or from the midst of painting.
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before

    @property
    def window(self) -> CrashWindow | None:
        """The window on the screen, None while there is none."""
        return self._window

    def handle(self, error: BaseException) -> None:
        """Write `error` down and tell of it; returns at once, from any thread."""
        path = None
        if self._records < MOST_RECORDS:
            self._records += 1
            path = defects.record(self._folder, without_words(error))
        if QApplication.instance() is None:
            sys.stderr.write(f"Something went wrong in the program ({type(error).__name__}); see {path}\n")
            return
        self._caught.emit(_signature(error), path)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, UserError):
            self.mendable.emit(error)
            return
        self.handle(error.with_traceback(trace))

    def _on_thread_exception(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            self.handle(found.exc_value)

    def _show(self, signature: str, path: Path | None) -> None:
        if (
            self._window is not None
            or time.monotonic() - self._told.get(signature, -QUIET_SECONDS) < QUIET_SECONDS
        ):
            return
        self._window = CrashWindow(path, self._design)
        self._window.finished.connect(lambda: self._closed(signature))
        self._window.show()

    def _closed(self, signature: str) -> None:
        window, self._window = self._window, None
        self._told[signature] = time.monotonic()
        if window is not None:
            window.deleteLater()


class CrashWindow(QDialog):
    """Says what happened, what it means for the user's words, and what to do now."""

    def __init__(self, log: Path | None, design: Design | None, parent: QWidget | None = None) -> None:
        """`log` is where the defect was written down, None where it could not be."""
        super().__init__(parent)
        self._log = log
        # Above whatever dialog is open: that one may be what is broken.
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.heading = label(self.tr("Something went wrong in the program"), "heading", wrap=True)
        self.text = label(self._words(), wrap=True)
        self.folder = button(self.tr("Open the log’s folder"), "quiet")
        self.go_on = button(self.tr("Continue"), "primary")
        self.go_on.setDefault(True)
        self.folder.clicked.connect(self._open_folder)
        self.go_on.clicked.connect(self.accept)
        self.setAccessibleDescription(self.text.text())
        self._lay_out(design)
        if log is None:
            self.folder.hide()

    def _words(self) -> str:
        saved = self.tr(
            "It is a mistake of ours, not of yours. What you wrote is saved. You can continue; should it happen again, "
            "close the program and open it anew."
        )
        if self._log is None:
            return saved
        return "\n\n".join(
            (
                saved,
                self.tr(
                    "What happened was written down in “{name}”, for whoever looks after the program."
                ).format(name=self._log.name),
            )
        )

    def _open_folder(self) -> None:
        if self._log is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))

    def _lay_out(self, design: Design | None) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(SPACE[3])
        texts.addWidget(self.heading)
        texts.addWidget(self.text)
        top = QHBoxLayout()
        top.setSpacing(SPACE[4])
        if design is not None:
            picture = QLabel()
            picture.setPixmap(
                design.icon("alert-triangle", design.theme.muted, 40).pixmap(QSize(40, 40), 3.0)
            )
            top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(texts, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.folder)
        foot.addStretch(1)
        foot.addWidget(self.go_on)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[5])
        whole.setSpacing(SPACE[5])
        whole.addLayout(top)
        whole.addStretch(1)
        whole.addLayout(foot)
        # Wrapped text asks for its height only once the width is known.
        self.setMinimumSize(QSize(_WIDTH, whole.totalHeightForWidth(_WIDTH)))


def install(log_folder: Path, design: Design | None = None) -> CrashHandler:
    """Take over what nobody caught; keep the handler as long as the program runs."""
    return CrashHandler(log_folder, design)


def without_words(error: BaseException) -> BaseException:
    """`error` as the log may have it: type, traceback and causes, but no message, which may quote the user."""
    kind = type(error)
    names = {"__module__": kind.__module__, "__qualname__": kind.__qualname__}
    made: BaseException = type(kind.__name__, (Exception,), names)()
    made.add_note(f"Qt {qVersion()}; the message is left out, it may quote what somebody wrote")
    if error.__cause__ is not None:
        made.__cause__ = without_words(error.__cause__)
    elif error.__context__ is not None and not error.__suppress_context__:
        made.__context__ = without_words(error.__context__)
    return made.with_traceback(error.__traceback__)


def _signature(error: BaseException) -> str:
    """What two occurrences of one defect have in common: its type and where it was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else ""
    return f"{type(error).__qualname__} {where}"
