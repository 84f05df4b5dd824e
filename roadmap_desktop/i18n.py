"""Language of the windows: finds, installs and swaps the Qt translators; holds no sentence itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from roadmap_desktop import paths


class Translators:
    """The translators in force. One object a program; `use` swaps the language at run time."""

    def __init__(self, app: QCoreApplication) -> None:
        """`app` gets the translators installed."""
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = ""

    def use(self, language: str) -> None:
        """Speak `language` ("lv") from now on: ours, and Qt's own buttons."""
        for old in self._installed:
            self._app.removeTranslator(old)
        self._installed = []
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"qtbase_{language}", qt), (language, str(paths.TRANSLATIONS))):
            translator = QTranslator(self._app)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._installed.append(translator)
        QLocale.setDefault(QLocale(language))
        self.language = language


def system_language() -> str:
    """The first of the system's languages that the program speaks, else English."""
    known = paths.languages()
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in known:
            return code
    return "en"
