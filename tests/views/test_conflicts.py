"""Settling what waits, as a user does it: everywhere a conflict can be is seen, chosen about by keys, and undone as one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.conflicts import asked
from roadmap_desktop.domain.edits import answer_edit, note_edit
from roadmap_desktop.domain.records import person_id
from roadmap_desktop.models.differences import BELOW
from roadmap_desktop.store.log import Author
from roadmap_desktop.views.conflicts import ConflictsDialog
from roadmap_desktop.views.home import HomePage
from roadmap_desktop.views.page import Context, Place
from tests.accessible import nameless
from tests.acting import button, choose, click, press, texts
from tests.conftest import OpenContext
from tests.cut import cut
from tests.disputing import disagree
from tests.reading import answer_of, changes_in, dossier_of, everything_in, root_of, titles_in

YOUTH = "Youth centre in the old school"
Open = Callable[..., ConflictsDialog]


@pytest.fixture
def show(qtbot: QtBot) -> Open:
    def made(context: Context, root: bytes = b"") -> ConflictsDialog:
        dialog = ConflictsDialog(context, root)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.filled, timeout=20_000):
            dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return made


@pytest.fixture
def root(sample: Path) -> bytes:
    return root_of(sample, YOUTH)


def two_answers(sample: Path, root: bytes) -> None:
    disagree(
        sample,
        [answer_edit(root, "a", "c1.need", text="Children have nowhere to go.")],
        [answer_edit(root, "a", "c1.need", text="Children need a room.")],
    )


def everywhere(path: Path) -> None:
    """A conflict in a title, an answer, a note, a row, a contact, a person, and in the partner's data."""
    root = root_of(path, YOUTH)
    dossier = dossier_of(path, YOUTH)
    partner, (contact, _), entry = dossier.theirs.organisation, dossier.contacts[0], dossier.log[0]

    def edits(word: str) -> list[Edit]:
        person = person_id(root, contact.id)
        return [
            Edit(root, "partnership", root, {"title": f"Title {word}"}),
            answer_edit(root, "a", "c1.need", text=f"Text {word}"),
            note_edit(root, "a", "c1.need", f"Note {word}"),
            Edit(root, "log", entry.id, {"what": f"Action {word}"}),
            Edit(root, "contact", contact.id, {"role": f"Role {word}"}),
            Edit(root, "person", person, {"contact": contact.id.hex(), "name": f"Name {word}"}),
            Edit(partner.root, "organisation", partner.id, {"address": f"Street {word}"}),
        ]

    disagree(path, edits("ours"), edits("theirs"))


def lines(dialog: ConflictsDialog) -> dict[str, str]:
    """Every line that asks, with what is said of it."""
    model = dialog.incoming.model
    found: dict[str, str] = {}

    def walk(parent: QModelIndex) -> None:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            if model.rowCount(index):
                walk(index)
            else:
                found[str(index.data())] = str(index.data(BELOW))

    walk(QModelIndex())
    return found


def to(dialog: ConflictsDialog, wanted: QWidget) -> None:
    """Go to a control by Tab alone."""
    for _ in range(20):
        at = dialog.focusWidget()
        if at is wanted:
            return
        press(at, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def test_all_that_waits_is_listed_wherever_it_is(
    show: Open, open_context: OpenContext, sample: Path, root: bytes
) -> None:
    everywhere(sample)
    context = open_context(sample)
    dialog = show(context, root)
    QAbstractItemModelTester(dialog.incoming.model)
    assert len(lines(dialog)) == 7
    assert set(lines(dialog).values()) == {"conflict: waits"}
    assert "Title ours" in texts(dialog) or "Title theirs" in texts(dialog), "whose window it is"
    assert cut(dialog) == []
    assert nameless(dialog) == []
    assert context.session.conflicts() == 7
    assert sum(1 for _ in asked(context.session.dossier(root).conflicts)) == 7
    assert context.session.partnership_ids(disputed=True)[0] == root


def test_keys_alone_settle_it_and_undo_takes_it_back(
    show: Open, open_context: OpenContext, sample: Path, root: bytes, qtbot: QtBot
) -> None:
    two_answers(sample, root)
    former = everything_in(sample)
    context = open_context(sample)
    dialog = show(context, root)
    assert dialog.focusWidget() is dialog.incoming.tree
    assert not dialog.settle.isEnabled(), "nothing is chosen yet"
    shown = dialog.incoming.texts.toPlainText()
    assert "Ours · Ilze Bērziņa" in shown
    assert "Theirs · Mārtiņš Vītols" in shown
    later, theirs = (dialog.incoming.choice.button(key) for key in ("later", "theirs"))
    to(dialog, later)
    press(later, Qt.Key.Key_Up)
    assert dialog.focusWidget() is theirs
    assert dialog.incoming.choice.value() == "theirs"
    to(dialog, dialog.settle)
    count = changes_in(sample)
    with qtbot.waitSignals([dialog.settled, dialog.filled]):
        press(dialog.settle, Qt.Key.Key_Return)
    assert changes_in(sample) == count + 1, "one ordinary change"
    assert answer_of(sample, YOUTH, "c1.need").text == "Children need a room."
    assert dossier_of(sample, YOUTH).conflicts == ()
    assert "Nothing waits" in texts(dialog)
    with qtbot.waitSignal(dialog.filled):
        context.session.undo()
    assert everything_in(sample)["answers"] == former["answers"]
    assert lines(dialog) == {"Answer": "conflict: waits"}
    press(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        ("ours", "Children have nowhere to go."),
        ("theirs", "Children need a room."),
        ("both", "Ilze Bērziņa:\nChildren have nowhere to go.\n\nMārtiņš Vītols:\nChildren need a room."),
    ],
)
def test_each_choice(
    show: Open, open_context: OpenContext, sample: Path, root: bytes, qtbot: QtBot, choice: str, text: str
) -> None:
    two_answers(sample, root)
    dialog = show(open_context(sample), root)
    click(dialog.incoming.choice.button(choice))
    with qtbot.waitSignals([dialog.settled, dialog.filled]):
        click(dialog.settle)
    assert answer_of(sample, YOUTH, "c1.need").text == text
    assert dossier_of(sample, YOUTH).conflicts == ()


def test_several_are_settled_as_one_step_and_the_others_wait_on(
    show: Open, open_context: OpenContext, sample: Path, root: bytes, qtbot: QtBot
) -> None:
    everywhere(sample)
    context = open_context(sample)
    dialog = show(context)
    model = dialog.incoming.model
    for _ in range(4):
        dialog.incoming.tree.setCurrentIndex(model.waiting_after(QModelIndex()))
        click(dialog.incoming.choice.button("ours"))
    with qtbot.waitSignals([dialog.settled, dialog.filled]):
        click(dialog.settle)
    assert context.session.conflicts() == 3
    assert list(lines(dialog).values()) == ["conflict: waits"] * 3
    with qtbot.waitSignal(dialog.filled):
        context.session.undo()
    assert context.session.conflicts() == 7


def test_what_was_chosen_and_not_settled_is_asked_about_once(
    show: Open, open_context: OpenContext, sample: Path, root: bytes
) -> None:
    two_answers(sample, root)
    count = changes_in(sample)
    dialog = show(open_context(sample), root)
    click(dialog.incoming.choice.button("ours"))
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "What you chose is not settled yet." in texts(dialog)
    click(button(dialog, "Close without settling"))
    assert not dialog.isVisible()
    assert changes_in(sample) == count


@pytest.mark.parametrize(("choice", "there"), [("ours", False), ("theirs", True)])
def test_deleted_here_and_written_there(
    show: Open, open_context: OpenContext, sample: Path, root: bytes, qtbot: QtBot, choice: str, there: bool
) -> None:
    entry = dossier_of(sample, YOUTH).log[0]
    key = (root, "log", entry.id)
    disagree(sample, [Edit(*key, {DELETED: 1})], [Edit(*key, {"what": "Paint the room"})])
    dialog = show(open_context(sample), root)
    assert list(lines(dialog).values()) == ["conflict: waits"]
    assert "Deleted" in dialog.incoming.texts.toPlainText()
    assert not dialog.incoming.choice.button("both").isEnabled()
    click(dialog.incoming.choice.button(choice))
    with qtbot.waitSignals([dialog.settled, dialog.filled]):
        click(dialog.settle)
    assert (entry.id in {one.id for one in dossier_of(sample, YOUTH).log}) is there
    assert dossier_of(sample, YOUTH).conflicts == ()


def test_where_nobody_can_tell_whose_is_whose_the_one_that_shows_stands_left(
    show: Open, open_context: OpenContext, sample: Path, root: bytes
) -> None:
    context = open_context(sample)
    edits = [answer_edit(root, "a", "c1.need", text=text) for text in ("On the laptop", "At home")]
    disagree(
        sample, edits[:1], edits[1:], them=Author("Ilze Bērziņa", context.session.home_organisation().name)
    )
    dialog = show(context, root)
    assert "Shows now" in dialog.incoming.texts.toPlainText()
    assert button(dialog, "Keep what shows").isVisible()
    shows = answer_of(sample, YOUTH, "c1.need").text
    assert dialog.incoming.texts.toPlainText().index(shows) < max(
        dialog.incoming.texts.toPlainText().index(text) for text in ("On the laptop", "At home")
    )


def test_home_marks_filters_and_leads_to_it(open_context: OpenContext, sample: Path, qtbot: QtBot) -> None:
    everywhere(sample)
    context = open_context(sample)
    page = HomePage(context)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    page.show_place(Place("home"))
    model = page._model
    told = [str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]
    assert sum("Waiting for a decision: 7" in line for line in told) == 1
    choose(page._filter, "conflicts")
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        title for title in titles_in(sample) if title.startswith("Title ")
    ]
    row = next(
        one for one in page.findChildren(QWidget) if one.accessibleName().startswith("Waiting for a decision")
    )
    with qtbot.waitSignal(page.window_wanted) as asked_for:
        press(row, Qt.Key.Key_Return)
    assert asked_for.args == ["conflicts", b""]
