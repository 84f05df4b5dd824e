"""The helpers that look for cut texts and nameless controls find them: otherwise tests that use them could not fail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.line_view import LineView
from tests.accessible import nameless
from tests.acting import write
from tests.cut import cut

TEXT = "Twenty-eight children have nowhere to go after school"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    return made


@pytest.mark.parametrize(
    "kind", [QToolButton, QPushButton, QLineEdit, QComboBox, QListView, QPlainTextEdit, LineView]
)
def test_a_control_without_a_name_is_found(page: QWidget, kind: type[QWidget]) -> None:
    made = kind(page)
    made.setObjectName("culprit")
    assert [found.split()[1] for found in nameless(page)] == ["“culprit”"]
    assert nameless(page) == [f"{kind.__name__} “culprit” in QWidget"]


@pytest.mark.parametrize("kind", [QToolButton, QPushButton, QLineEdit, QListView, QPlainTextEdit, LineView])
def test_a_control_with_a_name_is_not(page: QWidget, kind: type[QWidget]) -> None:
    kind(page).setAccessibleName("Search")
    assert nameless(page) == []


def test_a_placeholder_and_a_value_are_no_names(page: QWidget) -> None:
    QLineEdit(page).setPlaceholderText("Search")
    box = QComboBox(page)
    box.addItem("All")
    assert len(nameless(page)) == 2
    label = QLabel("&Show", page)
    label.setBuddy(box)
    assert len(nameless(page)) == 1


def show(page: QWidget, part: QWidget, width: int, height: int = 40) -> list[str]:
    part.setParent(page)
    part.setGeometry(0, 0, width, height)
    page.show()
    return cut(page)


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_a_text_with_too_little_room_is_found(page: QWidget, kind: type[QLabel | QPushButton]) -> None:
    assert len(show(page, kind(TEXT), 60)) == 1
    assert show(page, page.findChildren(kind)[0], 390) == []


def test_a_wrapped_text_needs_height(page: QWidget) -> None:
    label = QLabel(TEXT)
    label.setWordWrap(True)
    assert len(show(page, label, 100, 16)) == 1
    assert show(page, label, 100, 200) == []


def test_a_word_that_is_wider_than_its_label_is_found(page: QWidget) -> None:
    label = QLabel("Starpinstitucionālajai sadarbībai")
    label.setWordWrap(True)
    assert len(show(page, label, 40, 200)) == 1


def test_a_text_that_reaches_out_of_what_holds_it_is_found(page: QWidget) -> None:
    box = QWidget(page)
    box.setGeometry(0, 0, 100, 40)
    label = QLabel(TEXT, box)
    label.resize(390, 20)
    page.show()
    assert len(cut(page)) == 1


def test_what_has_only_to_be_scrolled_down_is_whole(page: QWidget) -> None:
    area = QScrollArea(page)
    area.resize(400, 100)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = QWidget()
    column = QVBoxLayout(inner)
    for _ in range(20):
        column.addWidget(QLabel("Short"))
    area.setWidget(inner)
    page.show()
    assert cut(page) == []
    column.addWidget(QLabel(TEXT * 2))
    inner.resize(inner.sizeHint())
    assert len(cut(page)) == 1, "nobody can scroll it sideways"


def test_hidden_texts_are_nobodys_trouble(page: QWidget) -> None:
    label = QLabel(TEXT)
    show(page, label, 60)
    label.hide()
    assert cut(page) == []


def test_typing_takes_every_letter(page: QWidget) -> None:
    field = QLineEdit("old", page)
    page.show()
    write(field, "Ņem šķūni Жёлтый Ωμέγα")
    assert field.text() == "Ņem šķūni Жёлтый Ωμέγα"
