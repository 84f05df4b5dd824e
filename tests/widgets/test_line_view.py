"""The line as a widget, used as people use it: by mouse, by keyboard, by screen reader."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.paint.line import Track
from roadmap_desktop.paint.theme import CONTRAST, DARK
from roadmap_desktop.widgets.line_view import LineView, plain_tip
from tests.builders import way

DONE = {"c1.need": "done", "c1.target-group": "done"}


def tracks(states: dict[str, str] | None = None, *, both: bool = True) -> list[Track]:
    ours = Track("Us", way("community", DONE if states is None else states).steps)
    theirs = Track("Them", way("municipality").steps)
    return [ours, theirs] if both else [ours]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a field before and after the line."""
    window = QWidget()
    rows = QVBoxLayout(window)
    for name in ("before", "line", "after"):
        child: QWidget = LineView() if name == "line" else QLineEdit()
        child.setObjectName(name)
        rows.addWidget(child)
    window.resize(1000, 420)
    qtbot.addWidget(window)
    view = line_of(window)
    view.set_tracks(
        tracks(), description="Both sides", tips={(0, "c1.idea"): "The idea\nOpen\nDue 1 Dec 2026"}
    )
    view.set_name("Transit line")
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def line_of(window: QWidget) -> LineView:
    view = window.findChild(LineView)
    assert view is not None
    return view


@pytest.fixture
def view(window: QWidget) -> LineView:
    return line_of(window)


def field(window: QWidget, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, name)
    assert found is not None
    return found


def point_of(view: LineView, track: int, checkpoint: str) -> QPoint:
    place = view.line().place(track, checkpoint)
    assert place is not None
    return QPoint(round(place.x), round(place.y))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def has_keyboard(view: LineView) -> bool:
    widget = QApplication.focusWidget()
    return widget is not None and view.isAncestorOf(widget)


def buttons(view: LineView) -> Sequence[QToolButton]:
    return view.findChildren(QToolButton)


# ---------------------------------------------------------------------------------------------- mouse


@pytest.mark.parametrize(("track", "checkpoint"), [(0, "c1.need"), (0, "c3.next"), (1, "m2.decision")])
def test_a_click_on_a_stop_activates_it(qtbot: QtBot, view: LineView, track: int, checkpoint: str) -> None:
    with qtbot.waitSignal(view.activated) as caught:
        QTest.mouseClick(
            view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point_of(view, track, checkpoint)
        )

    assert caught.args == [track, checkpoint]
    assert view.focus_at() == (track, checkpoint)


def test_a_click_beside_the_line_does_nothing(qtbot: QtBot, view: LineView) -> None:
    with qtbot.assertNotEmitted(view.activated):
        QTest.mouseClick(
            view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(view.width() // 2, 2)
        )
        QTest.mouseClick(
            view, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, point_of(view, 0, "c1.idea")
        )


def test_a_press_drawn_away_from_the_stop_is_taken_back(qtbot: QtBot, view: LineView) -> None:
    with qtbot.assertNotEmitted(view.activated):
        QTest.mousePress(
            view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point_of(view, 0, "c1.idea")
        )
        QTest.mouseRelease(
            view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(view.width() // 2, 2)
        )


def test_the_pointer_becomes_a_hand_over_a_stop(qtbot: QtBot, view: LineView) -> None:
    QTest.mouseMove(view, point_of(view, 0, "c1.idea"))
    qtbot.waitUntil(lambda: view.cursor().shape() == Qt.CursorShape.PointingHandCursor)
    QTest.mouseMove(view, QPoint(view.width() // 2, 2))
    qtbot.waitUntil(lambda: view.cursor().shape() == Qt.CursorShape.ArrowCursor)


def help_event(view: LineView, at: QPoint) -> QHelpEvent:
    return QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at))


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_stop_has_a_tooltip_with_the_text_handed_in(view: LineView) -> None:
    QApplication.sendEvent(view, help_event(view, point_of(view, 0, "c1.idea")))

    assert QToolTip.text() == plain_tip("The idea\nOpen\nDue 1 Dec 2026")


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_stop_without_a_text_shows_its_title(view: LineView) -> None:
    QApplication.sendEvent(view, help_event(view, point_of(view, 1, "m1.needs")))

    assert QToolTip.text() == plain_tip(way("municipality").stops[0].title)


def test_a_strangers_text_is_never_rich() -> None:
    shown = plain_tip("<img src='file:///etc/passwd'>\n<b>x</b>")

    assert "<img" not in shown
    assert "<b>" not in shown
    assert "&lt;b&gt;x&lt;/b&gt;" in shown


# ------------------------------------------------------------------------------------------- keyboard


def test_tab_enters_at_the_current_stop_and_leaves_in_one_step(
    qtbot: QtBot, window: QWidget, view: LineView
) -> None:
    field(window, "before").setFocus()
    press(Qt.Key.Key_Tab)
    assert view.focus_at() == (0, "c1.organisation")
    assert has_keyboard(view)

    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field(window, "after")
    QTest.keyClick(field(window, "after"), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert view.focus_at() == (0, "c1.organisation")
    assert has_keyboard(view)


def test_arrows_walk_along_both_sides(qtbot: QtBot, view: LineView) -> None:
    view.setFocus()
    seen: list[tuple[int, str]] = []
    view.focused.connect(lambda track, checkpoint: seen.append((track, checkpoint)))
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_End,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_Left,
        Qt.Key.Key_Up,
    ):
        press(key)

    assert seen == [(0, "c1.resources"), (0, "c3.next"), (1, "m3.next"), (1, "m1.needs"), (0, "c1.need")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_activate_the_stop_under_the_keyboard(
    qtbot: QtBot, view: LineView, key: Qt.Key
) -> None:
    view.setFocus()
    press(Qt.Key.Key_Right)
    with qtbot.waitSignal(view.activated) as caught:
        press(key)

    assert caught.args == [0, "c1.resources"]


def test_activation_by_keyboard_comes_once(qtbot: QtBot, view: LineView) -> None:
    view.setFocus()
    heard: list[str] = []
    view.activated.connect(lambda _, checkpoint: heard.append(checkpoint))
    press(Qt.Key.Key_Space)

    assert heard == ["c1.organisation"]


def test_other_keys_go_on_to_the_window(qtbot: QtBot, window: QWidget, view: LineView) -> None:
    """Shortcuts and keys with modifiers are not the line's."""
    view.setFocus()
    at = view.focus_at()
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_F2)

    assert view.focus_at() == at


def test_the_keyboards_stop_is_framed_and_the_mouses_is_not(
    qtbot: QtBot, window: QWidget, view: LineView
) -> None:
    field(window, "before").setFocus()
    bare = view.grab().toImage()
    view.focus_stop(0, "c1.organisation")
    framed = view.grab().toImage()
    assert framed != bare

    field(window, "before").setFocus()
    QTest.mouseClick(
        view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point_of(view, 0, "c1.organisation")
    )
    assert view.focus_at() == (0, "c1.organisation")
    assert view.grab().toImage() != framed


def test_focus_on_a_stop_that_is_not_there_changes_nothing(view: LineView) -> None:
    view.focus_stop(0, "gone")

    assert view.focus_at() == (0, "c1.organisation")


# ---------------------------------------------------------------------------------------- screen reader


def test_a_screen_reader_meets_the_line_and_every_stop(view: LineView) -> None:
    whole = QAccessible.queryAccessibleInterface(view)
    assert whole.text(QAccessible.Text.Name) == "Transit line"
    assert whole.text(QAccessible.Text.Description) == "Both sides"
    assert whole.childCount() == len(view.line().places)

    names = {whole.child(n).text(QAccessible.Text.Name) for n in range(whole.childCount())}
    assert "The idea, Open, Due 1 Dec 2026" in names
    assert {stop.title for stop in way("municipality").stops} <= names
    assert {whole.child(n).role() for n in range(whole.childCount())} == {QAccessible.Role.Button}


def test_a_screen_reader_can_press_a_stop(qtbot: QtBot, view: LineView) -> None:
    button = next(one for one in buttons(view) if one.accessibleName().startswith("The idea"))
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    with qtbot.waitSignal(view.activated) as caught:
        actions.doAction("Press")

    assert caught.args == [0, "c1.idea"]


def test_each_stops_button_lies_on_its_stop_at_every_size(
    qtbot: QtBot, window: QWidget, view: LineView
) -> None:
    for size in (QSize(700, 400), QSize(1500, 420)):
        window.resize(size)
        QApplication.processEvents()
        assert view.width() > size.width() - 40
        by_name = {button.key: button for button in buttons(view)}  # type: ignore[attr-defined]
        for place in view.line().places:
            area = by_name[place.track, place.stop.checkpoint].geometry()
            assert area.contains(QPoint(round(place.x), round(place.y)))


def test_the_buttons_draw_nothing_of_their_own(view: LineView) -> None:
    before = view.grab().toImage()
    for button in buttons(view):
        button.setDown(True)

    assert view.grab().toImage() == before


# ----------------------------------------------------------------------------------------- new values


def test_new_tracks_keep_the_keyboard_where_it_was(qtbot: QtBot, view: LineView) -> None:
    view.focus_stop(1, "m2.meeting")
    view.set_tracks(tracks({**DONE, "c1.organisation": "done"}))

    assert view.focus_at() == (1, "m2.meeting")
    assert has_keyboard(view)


def test_a_side_that_vanishes_gives_the_keyboard_to_the_other(qtbot: QtBot, view: LineView) -> None:
    view.focus_stop(1, "m2.meeting")
    count = len(buttons(view))
    view.set_tracks(tracks(both=False))

    assert view.focus_at() == (0, "c1.organisation")
    assert has_keyboard(view)
    qtbot.waitUntil(lambda: len(buttons(view)) < count)
    press(Qt.Key.Key_Down)
    assert view.focus_at() == (0, "c1.organisation")


def test_no_tracks_at_all_are_shown_as_nothing(qtbot: QtBot, view: LineView) -> None:
    view.set_tracks([])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)

    assert view.focus_at() is None
    assert view.line().places == ()


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize("theme", [DARK, CONTRAST], ids=lambda theme: theme.name)
def test_a_theme_changes_the_colours(view: LineView, theme: object) -> None:
    assert isinstance(theme, type(DARK))
    view.set_theme(theme)
    shown = colours(view.grab().toImage())

    assert {QColor(colour).name() for colour in theme.steps} <= shown


def test_the_ground_under_the_stops_can_be_named(view: LineView) -> None:
    view.set_theme(DARK, "#123456")

    assert "#123456" in colours(view.grab().toImage())


# --------------------------------------------------------------------------------------------- sizes


def test_a_narrow_line_asks_for_more_height(qtbot: QtBot) -> None:
    view = LineView()
    qtbot.addWidget(view)
    view.set_tracks(tracks())

    assert view.heightForWidth(420) > view.heightForWidth(1500)
    assert view.hasHeightForWidth()
    assert view.sizeHint().width() >= view.minimumSizeHint().width()


def test_two_sides_ask_for_more_height_than_one(qtbot: QtBot) -> None:
    view = LineView()
    qtbot.addWidget(view)
    view.set_tracks(tracks(both=False))
    one = view.heightForWidth(1000)
    view.set_tracks(tracks())

    assert view.heightForWidth(1000) > one + 30


def test_a_larger_font_asks_for_more_height(qtbot: QtBot) -> None:
    view = LineView()
    qtbot.addWidget(view)
    view.set_tracks(tracks())
    usual = view.heightForWidth(1000)
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    view.setFont(font)

    assert view.heightForWidth(1000) > usual * 1.3


def test_a_small_line_is_low_and_has_no_texts(qtbot: QtBot) -> None:
    view = LineView(texts=False)
    qtbot.addWidget(view)
    view.set_tracks(tracks())
    view.resize(300, 32)

    assert view.sizeHint().height() < 50
    assert view.line().labels == ()
