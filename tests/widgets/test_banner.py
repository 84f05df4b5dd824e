"""The banner: says one thing at a time, offers what to do, and goes when told to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.paint import theme as tokens
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import Design
from tests.accessible import name_of, nameless
from tests.acting import click
from tests.conftest import settle
from tests.cut import cut


@pytest.fixture
def banner(design: Design, qtbot: QtBot) -> Banner:
    made = Banner(design, "Close this message")
    qtbot.addWidget(made)
    made.resize(700, 60)
    return made


def actions(banner: Banner) -> list[str]:
    settle()
    return [found.text() for found in banner.findChildren(QPushButton)]


def ground(banner: Banner) -> str:
    return banner.grab().toImage().pixelColor(3, 3).name()


def test_it_is_silent_until_it_has_something_to_say(banner: Banner) -> None:
    assert banner.isHidden()
    banner.say("The disk is full.")
    assert banner.isVisible()
    assert (banner.text.text(), name_of(banner)) == ("The disk is full.", "The disk is full.")


def test_an_action_does_what_it_says(banner: Banner, qtbot: QtBot) -> None:
    done = list[str]()
    banner.say(
        "Deleted.", ("Bring it back", lambda: done.append("back")), ("Never mind", lambda: done.append("no"))
    )
    for found in banner.findChildren(QPushButton):
        click(found)
    assert done == ["back", "no"]


def test_a_new_message_takes_the_place_of_the_old(banner: Banner) -> None:
    banner.say("First", ("Try again", lambda: None), grave=True)
    banner.say("Second", ("Undo", lambda: None))
    assert (banner.text.text(), actions(banner)) == ("Second", ["Undo"])
    banner.say("Third")
    assert (banner.text.text(), actions(banner)) == ("Third", [])


def test_the_cross_closes_it_and_tells(banner: Banner, qtbot: QtBot) -> None:
    banner.say("Deleted.")
    [cross] = [
        found for found in banner.findChildren(QAbstractButton) if name_of(found) == "Close this message"
    ]
    with qtbot.waitSignal(banner.closed):
        click(cross)
    assert banner.isHidden()
    banner.say("Again.")
    assert banner.isVisible()


def test_grave_news_looks_graver(banner: Banner) -> None:
    banner.say("Deleted.")
    assert ground(banner) == tokens.LIGHT.notice_wash
    banner.say("The disk is full.", grave=True)
    assert ground(banner) == tokens.LIGHT.overdue_wash


def test_it_follows_the_theme(banner: Banner, design: Design) -> None:
    banner.say("Deleted.")
    design.choose("dark")
    assert ground(banner) == tokens.DARK.notice_wash


def test_its_parts_have_names_in_the_language_of_the_day(banner: Banner) -> None:
    banner.say("Deleted.", ("Bring it back", lambda: None))
    assert nameless(banner) == []
    banner.set_close_name("Aizvērt paziņojumu")
    assert "Aizvērt paziņojumu" in [name_of(found) for found in banner.findChildren(QAbstractButton)]


def test_a_long_message_wraps_and_is_whole(banner: Banner) -> None:
    banner.say(
        "“Sadarbība.roadmap” could not be saved, since the disk is full. " * 3, ("Try again", lambda: None)
    )
    banner.resize(640, banner.heightForWidth(640))
    assert cut(banner) == []


def test_a_strangers_words_stay_words(banner: Banner) -> None:
    banner.say("“<h1>Title</h1>” was deleted.")
    assert banner.text.textFormat() == Qt.TextFormat.PlainText
