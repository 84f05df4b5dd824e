"""Pages turned and zoomed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.design import Design
from roadmap_desktop.widgets.page_view import PageView

A4 = (210.0, 297.0)
COLOURS = ("#ff0000", "#00ff00", "#0000ff")


class Book:
    """Three pages, each of a colour of its own, with a count of how often they were painted."""

    def __init__(self) -> None:
        self.painted = list[int]()

    def paint(self, painter: QPainter, number: int, scale: float) -> None:
        self.painted.append(number)
        painter.fillRect(0, 0, round(595 * scale), round(842 * scale), QColor(COLOURS[number - 1]))


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def view(design: Design, book: Book, qtbot: QtBot) -> PageView:
    made = PageView(design)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.set_pages(3, A4, book.paint)
    made.show()
    return made


def middle(view: PageView) -> str:
    picture = view.viewport().grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() // 2).name()


def wheel(view: PageView, steps: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place,
        view.viewport().mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_page_is_shown_whole_and_in_proportion(view: PageView) -> None:
    picture = view.viewport().grab().toImage()
    red = [
        (x, y)
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
        if picture.pixelColor(x, y).name() == COLOURS[0]
    ]
    width, height = (max(place) - min(place) for place in zip(*red, strict=True))
    assert height / width == pytest.approx(297 / 210, rel=0.03)
    assert 340 <= height <= 364


def test_keys_turn_the_pages_and_stop_at_the_ends(view: PageView, qtbot: QtBot) -> None:
    seen = []
    for key in (
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Space,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_End,
        Qt.Key.Key_Backspace,
    ):
        qtbot.keyClick(view, key)
        seen.append((view.page, middle(view)))
    assert seen == [(number, COLOURS[number - 1]) for number in (2, 3, 3, 1, 1, 3, 2)]


def test_the_wheel_turns_the_pages(view: PageView) -> None:
    wheel(view, -1)
    assert view.page == 2
    wheel(view, 1)
    wheel(view, 1)
    assert view.page == 1


def test_ctrl_and_wheel_zoom_and_then_the_wheel_scrolls_first(view: PageView) -> None:
    wheel(view, 2, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(1.5625)
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    wheel(view, -1)
    assert (view.page, bar.value()) == (1, 120)
    bar.setValue(bar.maximum())
    wheel(view, -1)
    assert (view.page, bar.value()) == (2, 0)
    wheel(view, 1)
    assert (view.page, bar.value()) == (1, bar.maximum())


def test_keys_zoom_within_reason(view: PageView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom == 1.0
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == 5.0
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.zoom == 1.0
    assert view.verticalScrollBar().maximum() == 0


def test_a_double_click_comes_closer_and_a_drag_moves(view: PageView, qtbot: QtBot) -> None:
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton)
    assert view.zoom == 2.0
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.mouseMove(view.viewport(), QPoint(200, 150))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert view.verticalScrollBar().value() == 50
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton)
    assert view.zoom == 1.0


def test_a_page_is_painted_once_a_size(view: PageView, book: Book) -> None:
    view.repaint()
    before = len(book.painted)
    view.repaint()
    view.repaint()
    assert len(book.painted) == before
    view.set_zoom(2)
    view.repaint()
    assert len(book.painted) == before + 1


def test_fewer_pages_keep_the_nearest_in_view(view: PageView, book: Book, qtbot: QtBot) -> None:
    view.show_page(3)
    with qtbot.waitSignal(view.turned) as turned:
        view.set_pages(2, A4, book.paint)
    assert turned.args == [2]
    assert view.count == 2


def test_without_pages_it_says_why(design: Design, qtbot: QtBot) -> None:
    view = PageView(design)
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    blank = view.grab().toImage()
    view.set_waiting("One moment")
    assert view.grab().toImage() != blank


def test_a_page_that_cannot_be_painted_leaves_the_window_whole(design: Design, qtbot: QtBot) -> None:
    def fail(*_: object) -> None:
        raise ValueError

    view = PageView(design)
    qtbot.addWidget(view)
    view.show()
    with qtbot.captureExceptions() as caught:
        view.set_pages(1, A4, fail)
        qtbot.waitUntil(lambda: bool(caught))
    assert {kind for kind, *_ in caught} == {ValueError}
    view.set_pages(1, A4, Book().paint)
    assert middle(view) == COLOURS[0]
