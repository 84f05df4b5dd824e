"""The first tenth of a second: a window on the screen before the program itself is even imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from roadmap_desktop import paths
from roadmap_desktop.paint import theme
from roadmap_desktop.settings import Settings
from roadmap_desktop.views.shell import Shell

if TYPE_CHECKING:
    from roadmap_desktop.app import App


class Launch:
    """From the command line's words to the running App; `app` is None until the window has been painted."""

    def __init__(self, application: QApplication, settings: Settings, path: Path | None) -> None:
        """With a file to open (named, or the last one) the window is shown at once; else the App asks first."""
        self.application = application
        self.settings = settings
        self.path = path
        self.app: App | None = None
        self.shell = Shell(_background(application, settings.text("theme")), settings.text("window"))
        recent = settings.recent()
        if path is None and not settings.first_start and recent and recent[0].is_file():
            self.path = recent[0]
        if self.path is None:
            self._go_on()
        else:
            self.shell.setWindowTitle(self.path.name)
            self.shell.painted.connect(self._go_on)
            self.shell.show()

    def _go_on(self) -> None:
        from roadmap_desktop.app import App  # noqa: PLC0415 - the point of this module
        from roadmap_desktop.views import crash  # noqa: PLC0415 - the point of this module

        self.app = App(self.application, self.settings, self.shell)
        self.crash = crash.install(self.settings.folder, self.app.design)
        self.crash.mendable.connect(self.app.on_mishap)
        self.app.begin(self.path)


def run(argv: list[str]) -> int:
    """Run the program with `argv` as the system gave it; returns its exit status."""
    application = QApplication(argv)
    application.setApplicationName("roadmap-desktop")
    application.setApplicationDisplayName("Roadmap Desktop")
    application.setDesktopFileName("roadmap-desktop")
    named = [Path(name) for name in application.arguments()[1:] if not name.startswith("-")]
    launch = Launch(application, Settings(paths.user_folder()), named[0] if named else None)
    application.setProperty("launch", launch)
    return application.exec()


def _background(application: QApplication, name: str) -> str:
    """The window colour of the theme `name`, guessed from the system's palette where that decides."""
    if name in theme.THEMES:
        return theme.THEMES[name].window
    dark = application.palette().window().color().lightness() < 128
    return (theme.DARK if dark else theme.LIGHT).window
