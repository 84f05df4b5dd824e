"""Swapping the language at run time: ours, Qt's own buttons, dates and numbers."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop import paths
from roadmap_desktop.i18n import Translators, system_language

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{code}">
<context><name>Probe</name>
<message><source>Partnership</source><translation>{text}</translation></message>
<message numerus="yes"><source>%n stop(s)</source><translation>{plurals}</translation></message>
</context></TS>
"""
FORMS = {
    "lv": ("Sadarbība", ("%n pietura", "%n pieturas", "%n pieturu")),
    "en": ("Partnership", ("%n stop", "%n stops")),
}


@pytest.fixture
def translations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of translations made for these tests, compiled by Qt's own tool."""
    lrelease = Path(QtCore.__file__).parent / "lrelease"
    for code, (text, plurals) in FORMS.items():
        source = tmp_path / f"{code}.ts"
        forms = "".join(f"<numerusform>{form}</numerusform>" for form in plurals)
        source.write_text(TS.format(code=code, text=text, plurals=forms), "utf-8")
        subprocess.run(
            [lrelease, "-silent", source, "-qm", source.with_suffix(".qm")], check=True, capture_output=True
        )
    monkeypatch.setattr(paths, "TRANSLATIONS", tmp_path)
    return tmp_path


@pytest.fixture
def translators(qapp: QApplication) -> Iterator[Translators]:
    before = QLocale()
    made = Translators(qapp)
    yield made
    made.use("none")
    QLocale.setDefault(before)


def said(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Probe", text, None, count)


def test_each_language_says_it_in_its_words(translators: Translators, translations: Path) -> None:
    translators.use("lv")
    assert (translators.language, said("Partnership")) == ("lv", "Sadarbība")
    translators.use("en")
    assert (translators.language, said("Partnership")) == ("en", "Partnership")


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("lv", 1, "1 pietura"), ("lv", 21, "21 pietura"), ("lv", 11, "11 pieturas"), ("lv", 5, "5 pieturas"),
        ("lv", 0, "0 pieturu"), ("en", 1, "1 stop"), ("en", 2, "2 stops"),
    ],
)  # fmt: skip
def test_plurals_follow_the_language(
    translators: Translators, translations: Path, language: str, count: int, expected: str
) -> None:
    translators.use(language)
    assert said("%n stop(s)", count) == expected


def test_numbers_and_dates_follow_the_language(translators: Translators) -> None:
    translators.use("lv")
    assert QLocale().language() == QLocale.Language.Latvian
    assert QLocale().decimalPoint() == ","
    translators.use("en")
    assert QLocale().decimalPoint() == "."


def test_qts_own_words_are_translated_too(translators: Translators) -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert (folder / "qtbase_lv.qm").is_file(), "Qt ships its Latvian"
    translators.use("lv")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Atcelt"
    translators.use("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_an_unknown_language_leaves_the_texts_as_they_are_written(
    translators: Translators, translations: Path
) -> None:
    translators.use("lv")
    translators.use("xx")
    assert said("Partnership") == "Partnership"


def test_changing_to_and_fro_piles_nothing_up(translators: Translators, translations: Path) -> None:
    for _ in range(5):
        translators.use("lv")
        translators.use("en")
    assert len(translators._installed) == 2, "ours and Qt's"
    assert said("Partnership") == "Partnership"


def test_open_windows_hear_of_the_change(translators: Translators, translations: Path, qtbot: QtBot) -> None:
    class Probe(QWidget):
        heard = 0

        def changeEvent(self, event: QEvent) -> None:
            self.heard += event.type() == QEvent.Type.LanguageChange

    window = Probe()
    qtbot.addWidget(window)
    translators.use("lv")
    qtbot.waitUntil(lambda: window.heard > 0)


class System(QObject):
    """A system that speaks certain languages."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self._names = names

    def uiLanguages(self) -> list[str]:
        return self._names


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["lv-LV", "lv", "en-GB"], "lv"),
        (["xx-XX", "lv_LV"], "lv"),
        (["en-US", "lv"], "en"),
        (["xx"], "en"),
        ([], "en"),
    ],
)
def test_the_first_of_the_systems_languages_that_we_speak(
    monkeypatch: pytest.MonkeyPatch, names: list[str], expected: str
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: System(names)))
    assert system_language() == expected
