"""The bin, as a user goes through it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.errors import FileUnreadable
from roadmap_desktop.models.bin import KIND
from roadmap_desktop.store import bin as store
from roadmap_desktop.store.log import Log, Step
from roadmap_desktop.views.bin import BinDialog
from roadmap_desktop.views.page import Context
from tests.accessible import nameless
from tests.acting import click, press, texts, write
from tests.conftest import OpenContext
from tests.cut import cut
from tests.reading import changes_in, dossier_of, everything_in, root_of, titles_in

YOUTH = "Youth centre in the old school"
Open = Callable[[Context], BinDialog]


@pytest.fixture
def show(qtbot: QtBot) -> Open:
    def made(context: Context) -> BinDialog:
        dialog = BinDialog(context)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.filled):
            dialog.show()
        return dialog

    return made


def delete(context: Context, *things: tuple[bytes, str, bytes]) -> None:
    context.session.save([Edit(*thing, {DELETED: 1}) for thing in things])
    context.session.flush()


@pytest.fixture
def deleted(context: Context, sample: Path) -> Context:
    """A line of the contact log was deleted, then a contact with its person, then the whole partnership."""
    found = dossier_of(sample, YOUTH)
    root, [line, *_], [(contact, person), *_] = found.partnership.id, found.log, found.contacts
    delete(context, (root, "log", line.id))
    delete(context, (root, "contact", contact.id), (root, "person", person.id))
    delete(context, (root, "partnership", root))
    return context


def names(dialog: BinDialog) -> list[str]:
    return [str(dialog.model.index(row).data()) for row in range(dialog.model.rowCount())]


def choose(dialog: BinDialog, *rows: int) -> None:
    selection = dialog.list.selectionModel()
    selection.clearSelection()
    for row in rows:
        selection.select(dialog.model.index(row), QItemSelectionModel.SelectionFlag.Select)


def restore(dialog: BinDialog, qtbot: QtBot) -> None:
    click(dialog.restore)
    with qtbot.waitSignals([dialog.restored, dialog.filled]):
        click(dialog.yes)


def test_an_empty_bin_says_so(show: Open, context: Context) -> None:
    dialog = show(context)
    assert "The bin is empty" in texts(dialog)
    assert not dialog.restore.isVisible()
    assert not dialog.search.isVisible()


def test_it_lists_what_was_deleted_the_newest_first(show: Open, deleted: Context) -> None:
    dialog = show(deleted)
    assert [dialog.model.index(row).data(KIND) for row in range(3)] == [
        "Partnership",
        "Contacts",
        "Contact log",
    ]
    assert names(dialog)[0] == YOUTH
    assert dialog.focusWidget() is dialog.list


def test_a_partnership_comes_back_with_all_it_held(
    show: Open, context: Context, sample: Path, qtbot: QtBot
) -> None:
    former, root = everything_in(sample), root_of(sample, YOUTH)
    delete(context, (root, "partnership", root))
    gone = everything_in(sample)
    dialog = show(context)
    qtbot.waitUntil(lambda: any(said.startswith("Answers: ") for said in texts(dialog)))
    restore(dialog, qtbot)
    assert everything_in(sample) == former
    assert "Undo" in dialog.banner.text.text()
    assert "The bin is empty" in texts(dialog)
    with qtbot.waitSignals([context.session.changed, dialog.filled]):
        context.session.undo()
    assert everything_in(sample) == gone
    assert names(dialog) == [YOUTH]


def test_what_was_in_a_deleted_partnership_brings_it_along(
    show: Open, deleted: Context, sample: Path, qtbot: QtBot
) -> None:
    dialog = show(deleted)
    choose(dialog, 1)
    click(dialog.restore)
    assert any("comes back with it" in said and YOUTH in said for said in texts(dialog))
    with qtbot.waitSignals([dialog.restored, dialog.filled]):
        click(dialog.yes)
    found = dossier_of(sample, YOUTH)
    assert found.contacts[0][1].name
    assert [dialog.model.index(row).data(KIND) for row in range(dialog.model.rowCount())] == ["Contact log"]


def test_several_come_back_in_one_step(show: Open, deleted: Context, sample: Path, qtbot: QtBot) -> None:
    gone = everything_in(sample)
    dialog = show(deleted)
    dialog.list.selectAll()
    assert "Chosen: 3" in texts(dialog)
    restore(dialog, qtbot)
    assert YOUTH in titles_in(sample)
    with qtbot.waitSignals([deleted.session.changed, dialog.filled]):
        deleted.session.undo()
    assert everything_in(sample) == gone


def test_keys_alone_restore(show: Open, deleted: Context, sample: Path, qtbot: QtBot) -> None:
    dialog = show(deleted)
    press(dialog.list, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.yes
    with qtbot.waitSignal(dialog.restored):
        press(dialog.yes, Qt.Key.Key_Return)
    assert YOUTH in titles_in(sample)


@pytest.mark.parametrize("how", ["Cancel", "Escape"])
def test_no_is_an_answer(show: Open, deleted: Context, sample: Path, how: str) -> None:
    before = changes_in(sample)
    dialog = show(deleted)
    click(dialog.restore)
    if how == "Cancel":
        click(dialog.no)
    else:
        press(dialog, Qt.Key.Key_Escape)
    assert dialog.list.isVisible()
    assert changes_in(sample) == before
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_words_narrow_the_list(show: Open, deleted: Context) -> None:
    dialog = show(deleted)
    line = names(dialog)[2]
    write(dialog.search, line.upper()[:12])
    assert names(dialog) == [line]
    write(dialog.search, "qqqq")
    assert "Nothing found" in texts(dialog)
    assert not dialog.restore.isVisible()
    dialog.search.clear()
    assert len(names(dialog)) == 3


def test_what_it_held_is_shown_as_plain_text(show: Open, context: Context, sample: Path) -> None:
    root = root_of(sample, YOUTH)
    row = Edit(root, "action", b"hostile---------", {"what": "<b>fat</b>", "who": "<i>Zane</i>"})
    context.session.save([row])
    delete(context, row[:3])
    dialog = show(context)
    assert names(dialog) == ["<b>fat</b>"]
    assert "<i>Zane</i>" in texts(dialog)


def test_what_is_deleted_meanwhile_appears(show: Open, context: Context, sample: Path, qtbot: QtBot) -> None:
    dialog = show(context)
    root = root_of(sample, YOUTH)
    with qtbot.waitSignal(dialog.filled):
        delete(context, (root, "partnership", root))
    assert names(dialog) == [YOUTH]


def test_news_while_the_question_is_asked_change_nothing_about_it(
    show: Open, deleted: Context, sample: Path, qtbot: QtBot
) -> None:
    dialog = show(deleted)
    click(dialog.restore)
    other = next(each for each in deleted.session.partnership_ids())
    with qtbot.waitSignal(dialog.filled):
        delete(deleted, (other, "partnership", other))
    assert dialog.focusWidget() is dialog.yes
    with qtbot.waitSignal(dialog.restored):
        press(dialog.yes, Qt.Key.Key_Return)
    assert YOUTH in titles_in(sample)
    assert len(titles_in(sample)) == 2


def test_a_save_that_fails_is_said(
    show: Open, deleted: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Step:
        raise FileUnreadable(path=Path("sample.roadmap"), reason="gone")

    dialog = show(deleted)
    monkeypatch.setattr(Log, "save", fails)
    click(dialog.restore)
    with qtbot.waitSignal(deleted.session.failed):
        click(dialog.yes)
    assert "gone" in dialog.banner.text.text()
    assert dialog.list.isVisible()
    monkeypatch.undo()


def test_a_file_that_cannot_be_read_is_said(
    show: Open, deleted: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise FileUnreadable(path=Path("sample.roadmap"), reason="gone")

    monkeypatch.setattr(store, "binned", fails)
    assert "gone" in show(deleted).banner.text.text()


def test_a_file_that_cannot_be_changed_shows_its_bin_only(
    show: Open, open_context: OpenContext, sample: Path, deleted: Context
) -> None:
    import sqlite3

    deleted.session.close()
    db = sqlite3.connect(sample)
    db.execute("PRAGMA user_version = 99")
    db.close()
    dialog = show(open_context(sample))
    assert dialog.model.rowCount() == 3
    assert not dialog.restore.isVisible()


def test_closing_while_it_looks_leaves_nothing_behind(deleted: Context, qtbot: QtBot) -> None:
    dialog = BinDialog(deleted)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    job = dialog._job
    assert job is not None
    dialog.close()
    job.wait(10)
    assert not job._thread.is_alive()


@pytest.mark.parametrize("size", [(680, 460), (1280, 720)])
@pytest.mark.parametrize("page", ["list", "question", "nothing found"])
def test_every_control_has_a_name_and_no_text_is_cut(
    show: Open, deleted: Context, size: tuple[int, int], page: str
) -> None:
    dialog = show(deleted)
    dialog.resize(*size)
    if page == "question":
        dialog.list.selectAll()
        click(dialog.restore)
    elif page != "list":
        write(dialog.search, "qqqq")
    assert nameless(dialog) == []
    assert cut(dialog) == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_rows_are_drawn_in_every_look(show: Open, deleted: Context, theme: str) -> None:
    deleted.design.choose(theme)
    image = show(deleted).list.grab().toImage()
    assert len({image.pixel(x, 20) for x in range(0, image.width(), 2)}) > 3
