"""One start of a window, measured from outside its code: run as a script by `window`, prints seconds and bytes."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path


def report() -> None:
    """Say what this process has used by now, and end it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    wall = time.time() - float(os.environ["BENCHMARK_STARTED"])
    figures = {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "memory": peak_memory()}
    sys.stdout.write(json.dumps(figures))
    sys.stdout.flush()
    os._exit(0)


def peak_memory() -> float:
    """The most bytes this process has had; from /proc where it is, since ru_maxrss is inherited over a fork."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return float(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def bare() -> None:
    """A QMainWindow with nothing in it, until its first paint."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, report)

    application = QApplication(sys.argv)
    window = Window()
    window.resize(1180, 760)
    window.show()
    application.exec()


def ours(path: Path, *, filled: bool) -> None:
    """The app with a file: until its window is painted, or until home stands in it, painted."""
    from PySide6.QtWidgets import QApplication

    from roadmap_desktop import launch, paths
    from roadmap_desktop.settings import Settings

    application = QApplication(sys.argv[:1])
    settings = Settings(paths.user_folder())
    settings.add_recent(path)  # it lies where files are cleared out, and is the user's own all the same
    started = launch.Launch(application, settings, path)
    if not filled:
        started.shell.painted.disconnect()
        started.shell.painted.connect(report)
    else:

        def paint_and_report() -> None:
            application.processEvents()
            report()

        started.shell.painted.connect(paint_and_report)
    application.exec()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bare"]:
            bare()
        case ["first" | "filled" as what, name]:
            ours(Path(name), filled=what == "filled")
