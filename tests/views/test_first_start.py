"""The first questions, answered as a new user would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.settings import Settings
from roadmap_desktop.views import first_start
from roadmap_desktop.views.first_start import FirstAnswers, FirstStart
from roadmap_desktop.widgets.design import Design
from tests.accessible import nameless
from tests.builders import words
from tests.cut import cut

MakeFirst = Callable[..., FirstStart]


@pytest.fixture
def make(settings: Settings, design: Design, documents: Path, qtbot: QtBot) -> MakeFirst:
    """The questions on the screen, its file proposed in `documents`."""

    def open_it(*, new_file: bool = False) -> FirstStart:
        made = FirstStart(settings, design, new_file=new_file)
        qtbot.addWidget(made)
        made.show()
        return made

    return open_it


def button(window: FirstStart, text: str) -> QPushButton:
    return next(made for made in window.findChildren(QPushButton) if made.text() == text and made.isVisible())


def click(window: FirstStart, text: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(window, text), Qt.MouseButton.LeftButton)


def enter(edit: QLineEdit, text: str) -> None:
    """Type `text` over what stands there, accents included."""
    edit.setFocus()
    edit.selectAll()
    edit.insert(text)


def shown(window: FirstStart) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def to_who(window: FirstStart, qtbot: QtBot) -> None:
    click(window, "Next", qtbot)


def to_file(window: FirstStart, qtbot: QtBot, organisation: str = "Ābeļkalna ļaudis") -> None:
    to_who(window, qtbot)
    enter(window.name, "Ilze Bērziņa")
    enter(window.organisation, organisation)
    click(window, "Next", qtbot)


def finish(window: FirstStart, qtbot: QtBot) -> FirstAnswers:
    with qtbot.waitSignal(window.finished_with) as finished:
        click(window, "Begin", qtbot)
    answers = finished.args[0]
    assert isinstance(answers, FirstAnswers)
    return answers


def test_three_screens_lead_to_the_first_partnership(make: MakeFirst, documents: Path, qtbot: QtBot) -> None:
    window = make()
    to_file(window, qtbot)
    enter(window.file.first_title, "Jauniešu istaba  bibliotēkā")
    enter(window.file.partner, " Bērzvalku novads ")
    assert finish(window, qtbot) == FirstAnswers(
        language="en",
        name="Ilze Bērziņa",
        organisation="Ābeļkalna ļaudis",
        kind="community",
        path=documents / "Ābeļkalna ļaudis.roadmap",
        sample=False,
        title="Jauniešu istaba bibliotēkā",
        partner="Bērzvalku novads",
        partner_kind="municipality",
    )
    assert list(documents.iterdir()) == []
    assert window.isVisible()


def test_it_goes_by_the_keyboard_alone(make: MakeFirst, qtbot: QtBot) -> None:
    window = make()
    with qtbot.waitActive(window):
        window.activateWindow()

    def press(key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)

    def type_in(text: str) -> None:
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit)
        qtbot.keyClicks(focused, text)

    press(Qt.Key.Key_Return)
    type_in("Anna")
    press(Qt.Key.Key_Tab)
    type_in("Valley")
    press(Qt.Key.Key_Return)
    type_in("Garden")
    press(Qt.Key.Key_Tab)
    type_in("Town")
    with qtbot.waitSignal(window.finished_with) as finished:
        press(Qt.Key.Key_Return)
    answers = finished.args[0]
    assert (answers.name, answers.organisation) == ("Anna", "Valley")
    assert (answers.title, answers.partner) == ("Garden", "Town")


def test_the_sample_bears_its_own_name(make: MakeFirst, documents: Path, qtbot: QtBot) -> None:
    window = make()
    to_file(window, qtbot)
    qtbot.mouseClick(window.file.beginning.button("sample"), Qt.MouseButton.LeftButton)
    assert not window.file.first_title.isVisible()
    answers = finish(window, qtbot)
    assert answers.sample
    assert answers.title == answers.partner == answers.partner_kind == ""
    assert answers.path == documents / f"{words('en')('sheet', 'sample_file')}.roadmap"


def test_a_municipality_is_proposed_a_community_as_partner(make: MakeFirst, qtbot: QtBot) -> None:
    window = make()
    to_who(window, qtbot)
    qtbot.mouseClick(window.kind.button("municipality"), Qt.MouseButton.LeftButton)
    enter(window.name, "A")
    enter(window.organisation, "B")
    click(window, "Next", qtbot)
    assert window.file.partner_kind.currentData() == "community"
    assert window.answers().kind == "municipality"


@pytest.mark.parametrize("missing", ["name", "organisation"])
def test_what_is_missing_is_asked_for_where_it_is_missing(
    make: MakeFirst, qtbot: QtBot, missing: str
) -> None:
    window = make()
    to_who(window, qtbot)
    for name in ("name", "organisation"):
        enter(getattr(window, name), " " if name == missing else "X")
    click(window, "Next", qtbot)
    assert window.focusWidget() is getattr(window, missing)
    assert "Please write your" in shown(window)
    assert "Please write your" in getattr(window, missing).accessibleDescription()
    enter(getattr(window, missing), "Y")
    assert "Please write your" not in shown(window)


@pytest.mark.parametrize("missing", ["first_title", "partner"])
def test_a_partnership_wants_a_name_and_a_partner(make: MakeFirst, qtbot: QtBot, missing: str) -> None:
    window = make()
    to_file(window, qtbot)
    for name in ("first_title", "partner"):
        enter(getattr(window.file, name), "" if name == missing else "X")
    with qtbot.assertNotEmitted(window.finished_with):
        click(window, "Begin", qtbot)
    assert window.focusWidget() is getattr(window.file, missing)


def test_a_file_that_is_there_is_never_proposed(make: MakeFirst, documents: Path, qtbot: QtBot) -> None:
    (documents / "Valley.roadmap").write_text("mine")
    (documents / "Valley 2.roadmap").write_text("mine too")
    window = make()
    to_file(window, qtbot, "Valley")
    assert window.path == documents / "Valley 3.roadmap"
    assert "“Valley.roadmap” is there already" in shown(window)


def test_a_file_that_appears_meanwhile_is_left_alone(make: MakeFirst, documents: Path, qtbot: QtBot) -> None:
    window = make()
    to_file(window, qtbot, "Valley")
    enter(window.file.first_title, "X")
    enter(window.file.partner, "Y")
    (documents / "Valley.roadmap").write_text("somebody else's")
    assert finish(window, qtbot).path == documents / "Valley 2.roadmap"


@pytest.mark.parametrize(
    ("organisation", "name"),
    [("CON", "_CON"), ("A/B: “C”", "A-B-“C”"), ("...", "Partnerships"), ("Ω" * 200, "Ω" * 80)],
)
def test_the_file_has_a_name_that_every_system_takes(
    make: MakeFirst, documents: Path, qtbot: QtBot, organisation: str, name: str
) -> None:
    window = make()
    to_file(window, qtbot, organisation)
    assert window.path == documents / f"{name}.roadmap"


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """What the system's own dialog will answer."""

    def answer(path: Path | None) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path or ""), ""))

    return answer


def test_another_place_is_chosen(
    make: MakeFirst, tmp_path: Path, qtbot: QtBot, choose: Callable[[Path | None], None]
) -> None:
    window = make()
    to_file(window, qtbot)
    choose(tmp_path / "stick: a")
    qtbot.mouseClick(window.file.change, Qt.MouseButton.LeftButton)
    assert window.path == tmp_path / "stick-a.roadmap"
    choose(None)
    qtbot.mouseClick(window.file.change, Qt.MouseButton.LeftButton)
    assert window.path == tmp_path / "stick-a.roadmap"


def test_an_existing_file_is_not_chosen_over(
    make: MakeFirst, tmp_path: Path, qtbot: QtBot, choose: Callable[[Path | None], None]
) -> None:
    window = make()
    to_file(window, qtbot)
    (tmp_path / "old.roadmap").write_text("mine")
    choose(tmp_path / "old.roadmap")
    qtbot.mouseClick(window.file.change, Qt.MouseButton.LeftButton)
    assert window.path == tmp_path / "old 2.roadmap"
    assert "“old.roadmap” is there already" in shown(window)


def test_a_folder_that_takes_no_file_is_said_and_stops_nothing_else(
    make: MakeFirst, tmp_path: Path, documents: Path, qtbot: QtBot, choose: Callable[[Path | None], None]
) -> None:
    window = make()
    to_file(window, qtbot)
    enter(window.file.first_title, "X")
    enter(window.file.partner, "Y")
    choose(tmp_path / "not" / "there" / "a.roadmap")
    qtbot.mouseClick(window.file.change, Qt.MouseButton.LeftButton)
    assert "Nothing can be saved in this folder" in shown(window)
    with qtbot.assertNotEmitted(window.finished_with):
        click(window, "Begin", qtbot)
    choose(documents / "a.roadmap")
    qtbot.mouseClick(window.file.change, Qt.MouseButton.LeftButton)
    assert finish(window, qtbot).path == documents / "a.roadmap"


def test_what_went_wrong_is_said_and_the_answers_stay(make: MakeFirst, qtbot: QtBot) -> None:
    window = make()
    to_file(window, qtbot)
    enter(window.file.first_title, "Garden")
    window.say("The disk is full.")
    assert window.banner.isVisible()
    assert window.answers().title == "Garden"


def test_back_leads_back_and_forgets_nothing(make: MakeFirst, qtbot: QtBot) -> None:
    window = make()
    to_file(window, qtbot)
    enter(window.file.first_title, "Garden")
    click(window, "Back", qtbot)
    assert window.name.isVisible()
    assert window.name.text() == "Ilze Bērziņa"
    click(window, "Back", qtbot)
    assert window.language.isVisible()
    click(window, "Next", qtbot)
    click(window, "Next", qtbot)
    assert window.file.first_title.text() == "Garden"


def test_a_new_file_asks_only_what_is_not_known(
    make: MakeFirst, settings: Settings, documents: Path, qtbot: QtBot
) -> None:
    settings.set(language="en", name="Anna", organisation="Valley", kind="municipality")
    window = make(new_file=True)
    assert not window.name.isVisible()
    assert not window.language.isVisible()
    assert window.organisation.text() == "Valley"
    click(window, "Next", qtbot)
    qtbot.mouseClick(window.file.beginning.button("empty"), Qt.MouseButton.LeftButton)
    answers = finish(window, qtbot)
    assert answers == FirstAnswers(
        "en", "Anna", "Valley", "municipality", documents / "Valley.roadmap", sample=False
    )


def test_closing_it_is_an_answer_too(make: MakeFirst, qtbot: QtBot) -> None:
    window = make()
    with qtbot.waitSignal(window.rejected):
        window.close()


def test_it_speaks_the_systems_language_first(make: MakeFirst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_start, "system_language", lambda: "lv")
    window = make()
    assert window.language.value() == "lv"
    assert window.kind.button("municipality").text() == words("lv")("kind", "municipality")


class Shouting(QTranslator):
    """A language in which every text is itself in angle quotes."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"«{text}»"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def shouting(qapp: QApplication) -> Iterator[Callable[[], None]]:
    translator = Shouting()

    def begin() -> None:
        qapp.installTranslator(translator)
        QApplication.processEvents()

    yield begin
    qapp.removeTranslator(translator)
    QApplication.processEvents()


def test_the_language_is_spoken_at_once(make: MakeFirst, qtbot: QtBot, shouting: Callable[[], None]) -> None:
    window = make()
    window.language_chosen.connect(lambda _: shouting())
    with qtbot.waitSignal(window.language_chosen) as chosen:
        qtbot.mouseClick(window.language.button("lv"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["lv"]
    assert window.answers().language == "lv"
    assert window.kind.button("community").text() == words("lv")("kind", "community")
    texts = [made.text() for made in window.findChildren(QLabel) if made.text()]
    texts += [made.text() for made in window.findChildren(QPushButton) if made.text()]
    assert [text for text in texts if not text.startswith("«")] == []


@pytest.mark.parametrize("screen", [0, 1, 2])
@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_everything_is_named_and_nothing_is_cut(
    make: MakeFirst, design: Design, qtbot: QtBot, screen: int, theme: str
) -> None:
    design.choose(theme)
    window = make()
    if screen == 1:
        to_who(window, qtbot)
    if screen == 2:
        to_file(window, qtbot)
    window.resize(window.minimumSize())
    assert nameless(window) == []
    assert cut(window) == []
