"""Both sides together: found, filtered, marked and left by the keyboard, with the mark in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import FileReadOnly
from roadmap_desktop.store import queries
from roadmap_desktop.views.joint import JointPage
from roadmap_desktop.views.page import Context, Place
from tests.accessible import nameless
from tests.acting import button, click, press, texts
from tests.cut import cut
from tests.reading import reader, root_of
from tests.views.conftest import Shown

NEIGHBOURS = "Neighbour help for seniors living alone"
YOUTH = "Youth centre in the old school"


@pytest.fixture
def root(sample: Path) -> bytes:
    return root_of(sample, NEIGHBOURS)


@pytest.fixture
def page(context: Context, root: bytes, shown: Shown) -> JointPage:
    made = JointPage(context)
    shown(made)
    made.show_place(Place("joint", root))
    return made


def shown_texts(page: JointPage) -> str:
    return " ".join(page.card.texts.toPlainText().split())


def test_the_first_subject_shows_both_texts(page: JointPage, context: Context, root: bytes) -> None:
    dossier = context.session.dossier(root)
    shown = shown_texts(page)
    for side, checkpoint in ((dossier.ours, "c1.need"), (dossier.theirs, "m1.needs")):
        assert " ".join(side.answers[checkpoint].text.split()) in shown
        assert side.organisation.name in texts(page)
    assert nameless(page) == []
    assert cut(page) == []


def test_words_that_differ_are_underlined_and_those_alike_are_not(
    page: JointPage, context: Context, root: bytes
) -> None:
    context.session.save([answer_edit(root, "a", "c1.need", text="twelve old people"),
                          answer_edit(root, "b", "m1.needs", text="nine old people")])  # fmt: skip
    context.session.flush()
    page.refresh(frozenset({root}))
    block, found = page.card.texts.document().begin(), []
    while block.isValid():
        spans = [span for span in block.textFormats() if span.format.fontUnderline()]
        found += [block.text()[span.start : span.start + span.length] for span in spans]
        block = block.next()
    assert found == ["twelve", "nine"]


def test_the_keyboard_alone_finds_what_differs_marks_it_and_takes_the_mark_away(
    page: JointPage, root: bytes, sample: Path, qtbot: QtBot
) -> None:
    assert page.list.hasFocus()
    press(page.list, Qt.Key.Key_Down)
    press(page.list, Qt.Key.Key_Return)
    assert page.card.texts.hasFocus()
    while not page.card.mark.hasFocus():
        press(page.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(page.context.session.changed):
        press(page.card.mark, Qt.Key.Key_Return)
    page.refresh(frozenset({root}))
    with reader(sample) as db:
        assert queries.dossier(db, root).ours.answers["c1.organisation"].alike
    assert "Marked as saying the same" in texts(page)
    with qtbot.waitSignal(page.context.session.changed):
        press(page.card.mark, Qt.Key.Key_Return)
    with reader(sample) as db:
        assert not queries.dossier(db, root).ours.answers["c1.organisation"].alike
    page.context.session.undo()
    page.context.session.flush()
    with reader(sample) as db:
        assert queries.dossier(db, root).ours.answers["c1.organisation"].alike


def test_a_filter_leaves_what_it_names_and_the_count_says_how_many(page: JointPage) -> None:
    before = page.model.rowCount()
    made = next(each for each in page._filters.values() if each.text().startswith("One side only"))
    click(made)
    heads = sum(not page.model.index(row).flags() for row in range(page.model.rowCount()))
    assert made.text().endswith(f" {page.model.rowCount() - heads}")
    assert 0 < page.model.rowCount() < before
    assert not page.card.mark.isVisible()


@pytest.mark.parametrize(("number", "side", "checkpoint"), [(0, "a", "c1.need"), (1, "b", "m1.needs")])
def test_each_side_leads_to_its_checkpoint(
    page: JointPage, root: bytes, number: int, side: str, checkpoint: str, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.go) as gone:
        click(page.card.openers[number])
    assert gone.args == [Place("wizard", root, side, checkpoint)]


def test_where_the_partner_wrote_nothing_it_says_how_to_get_it(
    page: JointPage, sample: Path, qtbot: QtBot
) -> None:
    root = root_of(sample, YOUTH)
    page.show_place(Place("joint", root))
    assert "Nothing from the partner yet" in texts(page)
    with qtbot.waitSignal(page.go) as gone:
        click(button(page, "Fill in their side"))
    assert gone.args == [Place("wizard", root, "b")]


def test_what_cannot_be_changed_cannot_be_marked(page: JointPage, root: bytes, sample: Path) -> None:
    page.context.session.only_read(FileReadOnly(path=sample))
    page.show_obstacle()
    assert not page.card.mark.isEnabled()


def test_what_is_in_view_stays_in_view_when_the_file_changes(
    page: JointPage, root: bytes, qtbot: QtBot
) -> None:
    for _ in range(3):
        press(page.list, Qt.Key.Key_Down)
    title = page.card.heading.text()
    with qtbot.waitSignal(page.context.session.changed):
        page.context.session.save([answer_edit(root, "a", "c3.roles", text="another")])
    page.refresh(frozenset({root}))
    assert page.card.heading.text() == title
    assert QApplication.focusWidget() is page.list


def test_the_next_one_that_differs_follows_one_that_was_marked(
    page: JointPage, root: bytes, qtbot: QtBot
) -> None:
    click(page._filters["differs"])
    for _ in range(2):
        press(page.list, Qt.Key.Key_Down)
    following = page.model.subject(page.model.near(page.list.currentIndex().row() + 1))
    assert following is not None
    with qtbot.waitSignal(page.context.session.changed):
        press(page.card.mark, Qt.Key.Key_Return)
    page.refresh(frozenset({root}))
    assert page.card.heading.text() == following.ours.checkpoint.title
