"""The terminal a command speaks to: its language, its words, plain text in and out; knows no command."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from roadmap_desktop import paths
from roadmap_desktop.domain.errors import UnknownLanguage, UserError
from roadmap_desktop.domain.words import Words, load_words
from roadmap_desktop.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from roadmap_desktop.i18n import Translators

LARGEST_INPUT = 16 * 1024 * 1024
"""Most bytes taken from standard input: far above what fits into an answer, far below what fills the memory."""


class Unheard(Exception):
    """Whoever read our output has gone: there is nobody left to tell."""


class Speechless(Exception):
    """Qt cannot be loaded, and with it no translation: holds an English sentence that says so."""


class Terminal:
    """Standard input, output and error of one command, in one language.

    Qt is loaded only when a sentence has to be translated (`speak`) or something drawn (`draw`).
    """

    def __init__(self, language: str = "") -> None:
        """`language` as asked for on the command line; else the settings' one, else the system's."""
        self._asked = language
        self.author = ""
        self._translators: Translators | None = None
        self._application: QCoreApplication | None = None
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    @cached_property
    def settings(self) -> Settings:
        """What the program remembers of its user."""
        return Settings(paths.user_folder())

    @cached_property
    def language(self) -> str:
        """The language to speak: one that the program has."""
        known = paths.languages()
        for code in (self._asked, self.settings.text("language"), system_language(os.environ)):
            if code in known:
                return code
        return "en"

    @cached_property
    def words(self) -> Words:
        """The subject's fixed words in that language."""
        return load_words(paths.WORDS, self.language)

    def speak(self) -> None:
        """Make QCoreApplication.translate answer in `language` from now on."""
        if self._translators is not None:
            return
        try:
            from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - often not needed

            from roadmap_desktop.i18n import Translators  # noqa: PLC0415 - often not needed
        except ImportError as error:
            raise Speechless(_without_qt(error)) from error

        with _without_remarks():
            self._application = QCoreApplication.instance() or QCoreApplication(["roadmap-desktop"])
        self._translators = Translators(self._application)
        self._translators.use(self.language)

    def draw(self) -> str:
        """Make Qt able to draw on paper, without a screen; returns the family of the font that ships with us.

        To be called before `speak`. Raises MissingLibrary.
        """
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        try:
            from PySide6.QtGui import QFontDatabase, QGuiApplication  # noqa: PLC0415 - only to draw
        except ImportError as error:
            from roadmap_desktop import screen  # noqa: PLC0415 - hardly ever needed

            if lacking := screen.missing(screen.LIBRARIES):
                raise screen.lacking_libraries(lacking) from error
            raise
        with _without_remarks():
            self._application = QGuiApplication.instance() or QGuiApplication(["roadmap-desktop"])
        numbers = [QFontDatabase.addApplicationFont(str(font)) for font in sorted(paths.FONTS.glob("*.ttf"))]
        return next(name for number in numbers for name in QFontDatabase.applicationFontFamilies(number))

    def close(self) -> None:
        """Take the language back that `speak` brought."""
        if self._translators is not None:
            self._translators.use("")
            self._translators = None

    def say(self, text: str) -> None:
        """Write `text` and a line's end to standard output. Raises Unheard, DiskFull, FileUnreadable."""
        self._write(sys.stdout, text + "\n")

    def flush(self) -> None:
        """See that all has arrived. Raises as `say`."""
        self._write(sys.stdout, "")

    def complain(self, text: str) -> None:
        """Write one line to standard error; where nobody listens, to nobody."""
        with contextlib.suppress(Unheard, UserError):
            self._write(sys.stderr, printable(text) + "\n")

    def heard(self) -> str:
        """All of standard input as text. Raises UnicodeDecodeError where it is none."""
        raw = sys.stdin.buffer.read(LARGEST_INPUT)
        return raw.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")

    @staticmethod
    def _write(stream: TextIO, text: str) -> None:
        try:
            stream.write(text)
            stream.flush()
        except OSError as error:
            with contextlib.suppress(OSError, ValueError):
                # Python flushes once more at its end, and would complain.
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
            # Windows reports a closed pipe as an invalid argument.
            if error.errno == errno.EPIPE or (sys.platform == "win32" and error.errno == errno.EINVAL):
                raise Unheard from error
            from roadmap_desktop.store import file  # noqa: PLC0415 - hardly ever needed

            raise file.from_os(error, Path(stream.name)) from error


def check_language(code: str) -> str:
    """`code` where the program speaks that language. Raises UnknownLanguage."""
    known = paths.languages()
    if code not in known:
        raise UnknownLanguage(name=code, known=known)
    return code


def system_language(environment: Mapping[str, str]) -> str:
    """The system's language ("lv"), without asking Qt; "" where it names none."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return value.replace("-", "_").split(":")[0].split("_")[0].split(".")[0].lower()
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only
        import locale  # noqa: PLC0415 - Windows only

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "").split("_")[0]
    return ""


def printable(text: str) -> str:
    """`text` of a file on one line that a terminal shows and never obeys: no control or direction signs."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


@contextlib.contextmanager
def _without_remarks() -> Iterator[None]:
    """Keep to itself what Qt remarks on at its start (an old locale, say): it is no business of a command's reader."""
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - often not needed

    before = qInstallMessageHandler(lambda *_: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _without_qt(error: ImportError) -> str:
    """What to do where Qt cannot be loaded, in English, since nothing can be translated then."""
    from roadmap_desktop import screen  # noqa: PLC0415 - hardly ever needed

    packages = " ".join(screen.missing(screen.LIBRARIES).values())
    how = f" Install it with: sudo apt install {packages}" if packages else ""
    return f"The program lacks something of this computer and cannot go on ({error}). Your files are untouched.{how}"
