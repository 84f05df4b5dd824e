"""The translations themselves: complete, in step with the program, and right in form; windows are in test_english."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop import paths
from roadmap_desktop.cli.commands import main
from roadmap_desktop.documents.sheets import SHEETS
from roadmap_desktop.domain.records import STATES
from roadmap_desktop.i18n import Translators
from tests.english import english_left, english_words
from translations.build import compile_all

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "translations"
FORMS = {"en": 2, "lv": 3}
"""How many plural forms a language has."""
SAME = {("SettingsDialog", "A4 (210 × 297 mm)"), ("messages", "{name} ({organisation})")}
PATTERN = "d MMM yyyy, HH:mm"
"""How Qt is told to write a moment: letters, no words."""
"""Texts that need no translation."""
ENDS = (".", "?", "…", ":", "!")


class Message(NamedTuple):
    """One text of the program and what a language makes of it; `forms` holds one text, or each plural."""

    context: str
    source: str
    plural: bool
    kind: str
    forms: tuple[str, ...]


def read(path: Path) -> list[Message]:
    """Every message of a .ts file."""
    return [
        _message(context.findtext("name", ""), found)
        for context in ElementTree.parse(path).getroot().iter("context")
        for found in context.iter("message")
    ]


def _message(context: str, found: ElementTree.Element) -> Message:
    plural = found.get("numerus") == "yes"
    translation = found.find("translation")
    assert translation is not None
    texts = [form.text or "" for form in translation] if plural else [translation.text or ""]
    return Message(context, found.findtext("source", ""), plural, translation.get("type", ""), tuple(texts))


@cache
def messages(language: str) -> tuple[Message, ...]:
    return tuple(read(FOLDER / f"{language}.ts"))


def translated() -> list[Message]:
    """What has been translated so far."""
    return [each for language in FORMS if language != "en" for each in messages(language) if not each.kind]


def named(found: list[Message]) -> list[str]:
    """Messages as a failing test shows them."""
    return [f"{each.context}: {each.source} → {' | '.join(each.forms)}" for each in found]


# completeness -------------------------------------------------------------------------------------------


def test_every_language_has_its_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.ts")} == set(paths.languages()) == set(FORMS)


@pytest.mark.parametrize("language", FORMS)
def test_nothing_is_left_to_translate(language: str) -> None:
    assert messages(language)
    assert not named([each for each in messages(language) if each.kind or not all(each.forms)])


@pytest.mark.parametrize("language", FORMS)
def test_every_plural_has_as_many_forms_as_the_language(language: str) -> None:
    plurals = [each for each in messages(language) if each.plural]
    assert plurals
    assert not named([each for each in plurals if len(each.forms) != FORMS[language]])


def test_english_holds_the_plurals_and_no_more() -> None:
    everywhere = {each[:2] for each in messages("lv") if each.plural}
    assert {each[:2] for each in messages("en")} == everywhere


def test_lupdate_finds_nothing_new(tmp_path: Path) -> None:
    """The files know every text of the program as it is now, and none that has gone."""
    shutil.copytree(
        ROOT / "roadmap_desktop", tmp_path / "roadmap_desktop", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(FOLDER, tmp_path / "translations")
    subprocess.run(
        [sys.executable, tmp_path / "translations" / "build.py", "--update"], check=True, capture_output=True
    )
    for language in FORMS:
        collected = read(tmp_path / "translations" / f"{language}.ts")
        assert sorted(collected) == sorted(messages(language)), (
            "make translations, then translate what is new"
        )


def test_lupdate_sees_every_text_that_the_program_asks_for() -> None:
    asked = {each for path in sorted((ROOT / "roadmap_desktop").rglob("*.py")) for each in _asked(path)}
    assert asked == {each[:3] for each in messages("lv")}


def _asked(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Context, text and whether it counts, of every tr and translate in a module."""
    tree = ast.parse(path.read_text("utf-8"))
    for top in tree.body:
        for node in ast.walk(top):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            texts = [
                one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            if node.func.attr == "tr":
                assert isinstance(top, ast.ClassDef), f"{path.name}: tr outside a class"
                yield top.name, texts[0], len(node.args) > 2
            elif node.func.attr == "translate" and len(texts) > 1:
                yield texts[0], texts[1], len(node.args) > 3


# form ---------------------------------------------------------------------------------------------------


def test_every_placeholder_is_kept() -> None:
    """A lost {name} loses what it stands for; an invented one breaks the program."""

    def held(text: str) -> Counter[str]:
        return Counter(re.findall(r"\{[^}]*\}|%n|%L?\d", text))

    assert not named(
        [each for each in translated() if any(held(form) != held(each.source) for form in each.forms)]
    )


def test_nothing_is_said_in_english_instead() -> None:
    assert not named(
        [
            each
            for each in translated()
            if each.source in each.forms and (each.context, each.source) not in SAME
        ]
    )
    assert not SAME - {each[:2] for each in translated() if each.source in each.forms}, "no longer needed"


def test_no_english_word_is_left_but_those_a_command_takes() -> None:
    taken = {"roadmap", "desktop", "ours", "theirs", *SHEETS, *main.commands}
    taken.update(word for state in STATES for word in state.split("-"))
    found = []
    for each in translated():
        if each.source == PATTERN:
            continue
        plain = re.sub(r"\{[^}]*\}|%n|--[\w-]+|\b\d=\w+|&", " ", " ".join(each.forms))
        known = taken if each.context in {"cli", "messages"} else set()
        if set(english_words(plain, "lv")) - known:
            found.append(each)
    assert not named(found)


def test_a_text_ends_as_its_source_does() -> None:
    """Full stops, question marks, ellipses and colons say what a text is."""

    def end(text: str) -> str:
        return text[-1] if text.endswith(ENDS) else ""

    wrong = [
        each
        for each in translated()
        if any(end(form).replace("!", ".") != end(each.source).replace("!", ".") for form in each.forms)
    ]
    assert not named(wrong)


def test_spaces_and_quotation_marks_are_right() -> None:
    clumsy = re.compile(r"^\s|\s$|  |\.\.\.|[\"“]|\s[,.;:?!…](?!roadmap|xlsx|zip|csv|ics|json)|„(?![^„]*”)")
    assert not named([each for each in translated() if any(clumsy.search(form) for form in each.forms)])


def test_underlined_letters_are_kept_and_differ_within_a_window() -> None:
    def letters(text: str) -> list[str]:
        return [letter.lower() for letter in re.findall(r"&(\w)", text)]

    for language in ("lv",):
        used: dict[str, list[str]] = {}
        for each in messages(language):
            assert len(letters(each.source)) == len(letters(each.forms[0])), each.source
            used.setdefault(each.context, []).extend(letters(each.forms[0]))
        assert all(len(set(keys)) == len(keys) for keys in used.values())


def test_latvian_keeps_to_its_words() -> None:
    """“Jūs” is polite and so has a capital; a file is “datne”, a website “tīmekļvietne”."""
    wrong = re.compile(r"\bjū[sm]|\bjum[si]\b|\b[Ff]ail|\b[Mm]ājas ?lap|\b[Kk]lik|\b[Ll]ietotn|\b[Cc]eļved")
    assert not named([each for each in messages("lv") if any(wrong.search(form) for form in each.forms)])


# compiled -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .qm files, made anew."""
    folder = tmp_path_factory.mktemp("translations")
    for source in FOLDER.glob("*.ts"):
        shutil.copy(source, folder)
    compile_all(folder)
    return folder


@pytest.fixture
def speak(compiled: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Translators]:
    """The translators over freshly compiled files; English and silent again afterwards."""
    monkeypatch.setattr(paths, "TRANSLATIONS", compiled)
    before = QLocale()
    made = Translators(qapp)
    yield made
    made.use("none")
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("context", "source", "expected"),
    [
        ("HomePage", "New partnership", "Jauna partnerība"),
        ("Desk", "Settings…", "Iestatījumi…"),
        ("messages", "Nothing was changed.", "Nekas netika mainīts."),
        ("cli", "Commands", "Komandas"),
    ],
)
def test_compiled_latvian_speaks(speak: Translators, context: str, source: str, expected: str) -> None:
    speak.use("lv")
    assert QCoreApplication.translate(context, source) == expected
    speak.use("en")
    assert QCoreApplication.translate(context, source) == source


def test_everything_that_is_translated_is_in_the_compiled_file(speak: Translators) -> None:
    speak.use("lv")
    for each in translated():
        if not each.plural:
            assert QCoreApplication.translate(each.context, each.source) == each.forms[0]


@pytest.mark.parametrize(
    ("language", "count", "partnerships", "overdue"),
    [
        ("lv", 0, "0 partnerību", "0 nokavētu"),
        ("lv", 1, "1 partnerība", "1 nokavēts"),
        ("lv", 2, "2 partnerības", "2 nokavēti"),
        ("lv", 10, "10 partnerības", "10 nokavēti"),
        ("lv", 11, "11 partnerības", "11 nokavēti"),
        ("lv", 20, "20 partnerības", "20 nokavēti"),
        ("lv", 21, "21 partnerība", "21 nokavēts"),
        ("lv", 22, "22 partnerības", "22 nokavēti"),
        ("lv", 111, "111 partnerības", "111 nokavēti"),
        ("lv", 121, "121 partnerība", "121 nokavēts"),
        ("en", 0, "0 partnerships", "0 overdue"),
        ("en", 1, "1 partnership", "1 overdue"),
        ("en", 2, "2 partnerships", "2 overdue"),
        ("en", 11, "11 partnerships", "11 overdue"),
        ("en", 21, "21 partnerships", "21 overdue"),
    ],
)
def test_one_two_and_none_are_said_as_people_say_them(
    speak: Translators, language: str, count: int, partnerships: str, overdue: str
) -> None:
    """Qt keeps Latvian's third form for 0 alone; 10 to 20 take the second, which is right as well."""
    speak.use(language)
    assert QCoreApplication.translate("HomePage", "%n partnership(s)", None, count) == partnerships
    assert QCoreApplication.translate("RowDelegate", "%n overdue", None, count) == overdue


def test_qts_own_buttons_and_menus_are_latvian(speak: Translators, qtbot: QtBot) -> None:
    speak.use("lv")
    button = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(button.Save | button.Cancel | button.Close | button.Yes | button.Open)
    qtbot.addWidget(box)
    assert {each.text().replace("&", "") for each in box.buttons()} == {
        "Saglabāt",
        "Atcelt",
        "Aizvērt",
        "Jā",
        "Atvērt",
    }
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    qtbot.addWidget(menu)
    assert not english_left(menu, "lv")
