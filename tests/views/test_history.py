"""The window of the history, as a user reads it and brings something back."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop import paths
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.edits import answer_edit, note_edit
from roadmap_desktop.domain.history import WHOLE_FILE, Scope
from roadmap_desktop.domain.records import answer_id
from roadmap_desktop.i18n import Translators
from roadmap_desktop.models.history import DEED, ENTRY
from roadmap_desktop.store import file
from roadmap_desktop.store.log import Author, Log
from roadmap_desktop.views.entry import EntryView
from roadmap_desktop.views.history import HistoryDialog
from roadmap_desktop.views.page import Context, Place
from tests.accessible import name_of, nameless
from tests.acting import button, choose, click, press, texts, write
from tests.conftest import OpenContext
from tests.cut import cut, settle_layouts
from tests.english import english_left
from tests.reading import answer_of, changes_in, dossier_of, root_of
from translations.build import compile_all

YOUTH = "Youth centre in the old school"
HOUR = 3_600_000
LATER = 1_900_000_000_000
"""A time after the sample was made, whenever that is."""
Open = Callable[..., HistoryDialog]


@pytest.fixture
def show(qtbot: QtBot) -> Open:
    def made(context: Context, scope: Scope = WHOLE_FILE) -> HistoryDialog:
        dialog = HistoryDialog(context, scope)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.filled):
            dialog.show()
        settle_layouts()
        return dialog

    return made


@pytest.fixture
def written(open_context: OpenContext, sample: Path) -> Context:
    """Anna has changed our answer twice, an hour apart, and deleted a line of the SWOT."""
    root = root_of(sample, YOUTH)
    walls = [LATER, LATER + HOUR, LATER + 2 * HOUR]
    with contextlib.closing(file.open_for_writing(sample)) as db:
        log = Log(db, Author("Anna Liepa", "Valley Council"), lambda: walls.pop(0))
        log.save([answer_edit(root, "a", "c1.need", text="first <b>words</b>", state="done")])
        log.save([answer_edit(root, "a", "c1.need", text="second <b>words</b>")])
        line = dossier_of(sample, YOUTH).ours.swot[0]
        log.save([Edit(root, "swot", line.id, {"_deleted": 1})])
    return open_context(sample)


def need(context: Context) -> Scope:
    root = root_of(context.session.path, YOUTH)
    return Scope(root, "answer", answer_id(root, "a", "c1.need"))


def text_in(context: Context) -> str:
    return answer_of(context.session.path, YOUTH, "c1.need").text


def deeds(dialog: HistoryDialog) -> list[str]:
    return [str(dialog.model.index(row).data(DEED)) for row in range(dialog.model.rowCount())]


def boxes(dialog: HistoryDialog) -> list[str]:
    settle_layouts()
    return [one.toPlainText() for one in dialog.findChildren(QPlainTextEdit) if one.isVisible()]


def buttons(dialog: HistoryDialog, name: str) -> list[QAbstractButton]:
    settle_layouts()
    return [one for one in dialog.findChildren(QAbstractButton) if one.isVisible() and name_of(one) == name]


# reading ------------------------------------------------------------------------------------------------


def test_it_opens_with_the_newest_change_chosen(show: Open, written: Context) -> None:
    dialog = show(written)
    assert dialog.focusWidget() is dialog.list
    assert deeds(dialog)[0] == f"Deleted · Our side · {YOUTH}"
    assert any("says it is from Anna Liepa (Valley Council)" in text for text in texts(dialog))
    assert nameless(dialog) == []
    assert cut(dialog) == []


def test_an_answer_before_and_after_with_the_differing_words_marked(show: Open, written: Context) -> None:
    dialog = show(written, need(written))
    assert boxes(dialog) == []
    assert {"first <b>words</b>", "second <b>words</b>"} <= set(texts(dialog)), (
        "short ones stand on one line, plain"
    )
    press(dialog.list, Qt.Key.Key_Down)
    former, later = boxes(dialog)
    assert former == answer_of_sample(dialog)
    assert later == "first <b>words</b>"
    for box in dialog.findChildren(QPlainTextEdit):
        marked = "".join(one.cursor.selectedText() for one in box.extraSelections())
        assert marked, "what differs is marked"
        assert box.isReadOnly()


def answer_of_sample(dialog: HistoryDialog) -> str:
    oldest = dialog.model.index(dialog.model.rowCount() - 1).data(ENTRY)
    [text] = [
        field.after
        for part in oldest.parts
        for field in part.fields
        if field.name == "text" and part.subject.kind == "answer"
    ]
    return str(text)


def test_the_scope_can_be_widened(show: Open, written: Context, qtbot: QtBot) -> None:
    dialog = show(written, need(written))
    narrow = dialog.model.rowCount()
    for name in ("This partnership", "The whole file"):
        with qtbot.waitSignal(dialog.filled):
            click(button(dialog, name))
        assert dialog.model.rowCount() > narrow
        narrow = dialog.model.rowCount()
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, "This answer"))
    assert dialog.model.rowCount() < narrow


def test_by_whom_and_when(show: Open, written: Context, qtbot: QtBot) -> None:
    dialog = show(written)
    everything = dialog.model.rowCount()
    with qtbot.waitSignal(dialog.filled):
        choose(dialog.person, "Anna Liepa")
    assert dialog.model.rowCount() == 3
    with qtbot.waitSignal(dialog.filled):
        write(dialog.until, "1.1.2027")
        dialog.list.setFocus()
        press(dialog.until, Qt.Key.Key_Return)
    assert dialog.model.rowCount() == 0
    assert "No change fits" in texts(dialog)
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, "Show all changes"))
    assert dialog.model.rowCount() == everything
    assert dialog.until.text() == ""


def test_what_is_no_date_is_said(show: Open, written: Context) -> None:
    dialog = show(written)
    write(dialog.since, "soon")
    press(dialog.since, Qt.Key.Key_Return)
    assert "soon" in dialog.banner.text.text()


def test_a_run_of_edits_can_be_unfolded(show: Open, context: Context, qtbot: QtBot) -> None:
    scope = need(context)
    for text in ("w", "wo", "wor"):
        context.session.save([answer_edit(scope.root, "a", "c1.need", text=text)])
        context.session.flush()
    dialog = show(context, scope._replace(field="text"))
    assert len(dialog.chosen().events) >= 3  # type: ignore[union-attr]
    [entry] = dialog.findChildren(EntryView)
    assert "wo" not in texts(dialog)
    click(entry.fold)
    assert "wo" in texts(dialog)
    click(entry.fold)
    assert "wo" not in texts(dialog)


def test_a_file_with_little_in_it(show: Open, open_context: OpenContext, empty: Path) -> None:
    dialog = show(open_context(empty))
    assert dialog.model.rowCount() == 1


def test_nothing_written_yet(show: Open, context: Context) -> None:
    root = root_of(context.session.path, YOUTH)
    dialog = show(context, Scope(root, "answer", b"never written..."))
    assert "No changes yet" in texts(dialog)


def test_older_entries_come_when_the_end_is_reached(
    show: Open, written: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap_desktop.store.history.PAGE", 2)
    dialog = show(written)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 2)
    count = 0
    while dialog.model.rowCount() != count:
        count = dialog.model.rowCount()
        press(dialog.list, Qt.Key.Key_End)
        if dialog._job is not None:
            with qtbot.waitSignal(dialog.filled):
                pass
    assert "Added" in deeds(dialog)[-1]


def test_the_window_stays_alive_while_a_long_history_is_read(
    show: Open, written: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing ends the reading, however far it is."""
    dialog = show(written)
    monkeypatch.setattr("roadmap_desktop.views.history._LOOK_EVERY_STEPS", 1)
    dialog._read()
    watch = QElapsedTimer()
    watch.start()
    dialog.reject()
    assert watch.elapsed() < 2_000
    assert dialog._job is None


# bringing back ------------------------------------------------------------------------------------------


def test_a_former_text_comes_back_and_undo_takes_it_away(show: Open, written: Context, qtbot: QtBot) -> None:
    dialog = show(written, need(written))
    before = changes_in(written.session.path)
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, "Bring back: Answer, Before"))
        written.session.flush()
    assert text_in(written) == "first <b>words</b>"
    assert changes_in(written.session.path) == before + 1
    assert "Undo takes it away" in dialog.banner.text.text()
    written.session.undo()
    written.session.flush()
    assert text_in(written) == "second <b>words</b>"


def test_what_is_so_now_need_not_come_back(show: Open, written: Context) -> None:
    dialog = show(written, need(written))
    assert "This is how it is now" in texts(dialog)
    assert not buttons(dialog, "Bring back: Answer, After")
    assert buttons(dialog, "Bring back: Answer, Before")[0].isEnabled()


def test_a_deleted_row_comes_back(show: Open, written: Context, sample: Path, qtbot: QtBot) -> None:
    dialog = show(written)
    lines = len(dossier_of(sample, YOUTH).ours.swot)
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, "Bring this back"))
        written.session.flush()
    assert len(dossier_of(sample, YOUTH).ours.swot) == lines + 1
    assert not buttons(dialog, "Bring this back")


def test_a_deleted_partnership_comes_back_as_a_whole(show: Open, written: Context, qtbot: QtBot) -> None:
    """Until then nothing inside it can be gone to, or come back by itself."""
    root = need(written).root
    written.session.save([Edit(root, "partnership", root, {"_deleted": 1})])
    written.session.flush()
    dialog = show(written)
    for row in range(dialog.model.rowCount()):
        dialog.list.setCurrentIndex(dialog.model.index(row))
        entry = dialog.chosen()
        assert entry is not None
        if entry.parts[0].subject.root == root:
            assert not buttons(dialog, "Go to this checkpoint")
            assert not buttons(dialog, "Go to this partnership")
            assert not buttons(dialog, "Bring back: Answer, Before")
            if buttons(dialog, "Bring this back"):
                break
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, "Bring this back"))
        written.session.flush()
    assert root in written.session.partnership_ids()
    assert text_in(written) == "second <b>words</b>"


def test_a_file_that_cannot_be_changed_is_only_read(
    show: Open, open_context: OpenContext, written: Context, tmp_path: Path
) -> None:
    newer = tmp_path / "newer.roadmap"
    newer.write_bytes(written.session.path.read_bytes())
    with contextlib.closing(file.connect(newer, "rw")) as db:
        db.execute("PRAGMA user_version = 99")
    dialog = show(open_context(newer), need(written))
    assert dialog.model.rowCount() >= 3
    assert not button(dialog, "Bring back: Answer, Before").isEnabled()
    assert "This file cannot be changed, so nothing can be brought back." in texts(dialog)


def test_it_follows_the_file_and_keeps_what_is_looked_at(show: Open, written: Context, qtbot: QtBot) -> None:
    dialog = show(written, need(written))
    press(dialog.list, Qt.Key.Key_Down)
    looked_at = dialog.chosen()
    assert looked_at is not None
    written.session.save([note_edit(need(written).root, "a", "c1.need", "call Anna")])
    qtbot.waitUntil(lambda: "call Anna" in deeds(dialog))
    assert dialog.chosen() == looked_at


# elsewhere ----------------------------------------------------------------------------------------------


def test_the_way_to_the_checkpoint(show: Open, written: Context, qtbot: QtBot) -> None:
    dialog = show(written, need(written))
    with qtbot.waitSignal(dialog.go) as gone:
        click(button(dialog, "Go to this checkpoint"))
    assert gone.args == [Place("wizard", need(written).root, "a", "c1.need")]
    assert not dialog.isVisible()


def test_the_way_to_the_partnership(show: Open, written: Context, qtbot: QtBot) -> None:
    dialog = show(written)
    with qtbot.waitSignal(dialog.go) as gone:
        click(button(dialog, "Go to this partnership"))
    assert gone.args == [Place("partnership", need(written).root)]


def test_a_text_can_be_copied(show: Open, written: Context) -> None:
    dialog = show(written, need(written))
    click(button(dialog, "Copy: Answer, Before"))
    assert QGuiApplication.clipboard().text() == "first <b>words</b>"


def test_all_of_it_by_keyboard(show: Open, written: Context, qtbot: QtBot) -> None:
    dialog = show(written, need(written))
    back = button(dialog, "Bring back: Answer, Before")
    for _ in range(30):
        if QApplication.focusWidget() is back:
            break
        press(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is back
    with qtbot.waitSignal(dialog.filled):
        press(back, Qt.Key.Key_Return)
        written.session.flush()
    assert text_in(written) == "first <b>words</b>"
    assert dialog.focusWidget() is dialog.list
    press(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# in Latvian ---------------------------------------------------------------------------------------------


@pytest.fixture
def latvian(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The windows speak Latvian, by freshly compiled translations."""
    folder = tmp_path / "translations"
    shutil.copytree(paths.TRANSLATIONS, folder)
    compile_all(folder)
    monkeypatch.setattr(paths, "TRANSLATIONS", folder)
    before = QLocale()
    translators = Translators(qapp)
    translators.use("lv")
    yield
    translators.use("none")
    QLocale.setDefault(before)


@pytest.mark.usefixtures("latvian")
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_no_text_is_cut_or_english(show: Open, context_lv: Context, theme: str, qtbot: QtBot) -> None:
    context_lv.design.choose(theme)
    dialog = show(context_lv)
    for size in (dialog.size(), dialog.minimumSize()):
        dialog.resize(size)
        for row in range(dialog.model.rowCount()):
            dialog.list.setCurrentIndex(dialog.model.index(row))
            assert cut(dialog) == []
            assert nameless(dialog) == []
            assert english_left(dialog, "lv") == []
    with qtbot.waitSignal(dialog.filled):
        choose(dialog.person, "Ilze Bērziņa")
    with qtbot.waitSignal(dialog.filled):
        write(dialog.since, "01.01.2099.")
        press(dialog.since, Qt.Key.Key_Return)
    assert "Nav atbilstošu izmaiņu" in texts(dialog)
    assert cut(dialog) == []
    assert english_left(dialog, "lv") == []


@pytest.mark.usefixtures("latvian")
def test_a_run_in_latvian(show: Open, written: Context) -> None:
    root = need(written).root
    for text in ("v", "vi", "vis"):
        written.session.save([answer_edit(root, "a", "c1.need", text=text)])
        written.session.flush()
    dialog = show(written, Scope(root, "answer", need(written).entity, "text"))
    for row in range(dialog.model.rowCount()):
        dialog.list.setCurrentIndex(dialog.model.index(row))
        if fold := buttons(dialog, "Rādīt katru no 3 izmaiņām"):
            click(fold[0])
            assert "vi" in texts(dialog)
            assert cut(dialog) == []
            return
    pytest.fail("the three pauses are no run")
