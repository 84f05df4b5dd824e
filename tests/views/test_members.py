"""Collecting as an umbrella association does it: a folder dropped, doubts asked about, the overview read, taken back."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.call import Call
from roadmap_desktop.domain.errors import FileReadOnly, FolderUnwritable
from roadmap_desktop.domain.records import Member, Submission
from roadmap_desktop.messages import describe
from roadmap_desktop.models.arrivals import ARRIVAL
from roadmap_desktop.models.members import ROW
from roadmap_desktop.store import call as call_file
from roadmap_desktop.store import file, lock_keys, locked, members, new, queries
from roadmap_desktop.store.log import Author
from roadmap_desktop.views.calling import CallDialog
from roadmap_desktop.views.collecting import CollectDialog
from roadmap_desktop.views.member import MemberDialog, MemberNamesDialog
from roadmap_desktop.views.members import MembersPage
from roadmap_desktop.views.page import Context, Place
from roadmap_desktop.views.unlock import AskPasswordDialog
from tests import gathered
from tests.accessible import nameless
from tests.acting import button, choose, click, press, texts, write
from tests.conftest import MakeSample, OpenContext
from tests.cut import cut
from tests.store import hostile
from tests.store.cheap_lock import cheap
from tests.views.conftest import Shown

YEAR = 2026
PASSWORD = "ābele aiz kūts"


@pytest.fixture
def umbrella(tmp_path: Path) -> Path:
    path = tmp_path / "umbrella.roadmap"
    new.new_file(path, Author("Anna", "Ciemu apvienība"), "community")
    return path


@pytest.fixture
def context(open_context: OpenContext, umbrella: Path) -> Context:
    return open_context(umbrella)


@pytest.fixture
def page(context: Context, shown: Shown) -> MembersPage:
    made = MembersPage(context)
    shown(made)
    made.show_place(Place("members"))
    context.session.changed.connect(made.refresh)
    return made


@pytest.fixture
def box(make_sample: MakeSample, tmp_path: Path) -> Path:
    folder = tmp_path / "came"
    folder.mkdir()
    shutil.move(make_sample("lv"), folder / "a.roadmap")
    shutil.copyfile(folder / "a.roadmap", folder / "cut.roadmap")
    hostile.cut_in_half(folder / "cut.roadmap")
    return folder


@pytest.fixture
def show(context: Context, qtbot: QtBot) -> Callable[..., CollectDialog]:
    def made(*paths: Path) -> CollectDialog:
        dialog = CollectDialog(context, paths, YEAR)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.looked, timeout=30_000):
            dialog.show()
        return dialog

    return made


def kept(path: Path) -> tuple[list[Member], list[Submission]]:
    with contextlib.closing(file.open_again(path)) as db:
        root = queries.home_organisation(db).root
        return members.members(db, root), members.submissions(db, root, YEAR)


def fates(dialog: CollectDialog) -> dict[str, str]:
    rows = (dialog.model.index(row).data(ARRIVAL) for row in range(dialog.model.rowCount()))
    return {one.looked.file.name: one.fate for one in rows}


def gather(context: Context) -> None:
    context.session.save(gathered.edits(context.session.home_organisation().root, YEAR))
    context.session.flush()


# collecting ---------------------------------------------------------------------------------------------


def test_a_folder_is_dropped_taken_in_and_taken_back(
    page: MembersPage, umbrella: Path, box: Path, qtbot: QtBot
) -> None:
    assert button(page, "Collect files…").isVisible()
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(box))])
    sort = (Qt.DropAction.CopyAction, what, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(9, 9), *sort)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPoint(9, 9), *sort))
    qtbot.waitUntil(lambda: bool(page.findChildren(CollectDialog)))
    [dialog] = page.findChildren(CollectDialog)
    with qtbot.waitSignal(dialog.looked, timeout=30_000):
        pass
    assert fates(dialog) == {"a.roadmap": "taken", "cut.roadmap": "refused"}
    with qtbot.waitSignal(dialog.taken):
        press(button(dialog, "Take in"), Qt.Key.Key_Return)
    listed, sent = kept(umbrella)
    assert ([one.name for one in listed], [one.file for one in sent]) == (
        ["Biedrība „Ābeļkalna ļaudis”"],
        ["a.roadmap"],
    )
    click(button(dialog, "Done"))
    assert page.model.rowCount() == 1
    page.context.session.undo()
    page.context.session.flush()
    assert kept(umbrella) == ([], [])


def test_the_folder_can_be_chosen(
    page: MembersPage, box: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(box))
    press(button(page, "Collect files…"), Qt.Key.Key_Space)
    [dialog] = page.findChildren(CollectDialog)
    with qtbot.waitSignal(dialog.looked, timeout=30_000):
        pass
    assert nameless(dialog) == []
    assert cut(dialog) == []
    dialog.close()


def test_whose_a_doubtful_file_is_can_be_said_with_the_keyboard(
    context: Context, show: Callable[..., CollectDialog], umbrella: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    gather(context)
    new.new_file(tmp_path / "x.roadmap", Author("Jānis", "Gārsenes jauniešiem"), "community")
    dialog = show(tmp_path / "x.roadmap")
    assert fates(dialog) == {"x.roadmap": "unsure"}
    assert "“x.roadmap” says it is from “Gārsenes jauniešiem”." in texts(dialog)
    assert not dialog.take.isVisible()
    meant = next(one for one in kept(umbrella)[0] if one.name == "Gārsenes jaunieši")
    choose(dialog.whose, meant.id.hex())
    assert fates(dialog) == {"x.roadmap": "taken"}
    with qtbot.waitSignal(dialog.taken):
        press(button(dialog, "Take in"), Qt.Key.Key_Return)
    assert next(one for one in kept(umbrella)[0] if one.id == meant.id).organisation
    assert next(one for one in kept(umbrella)[1] if one.member == meant.id.hex()).file == "x.roadmap"


def test_stopping_changes_nothing_and_can_be_begun_again(
    context: Context, box: Path, umbrella: Path, qtbot: QtBot
) -> None:
    dialog = CollectDialog(context, [box], YEAR)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    press(dialog, Qt.Key.Key_Escape)
    assert "Not looked through" in texts(dialog)
    with qtbot.waitSignal(dialog.looked, timeout=30_000):
        click(button(dialog, "Look again"))
    assert fates(dialog)["a.roadmap"] == "taken"
    assert kept(umbrella) == ([], [])


def test_a_locked_copy_is_opened_with_its_password_and_counts(
    show: Callable[..., CollectDialog],
    box: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(lock_keys, "_ask", cheap)
    copy = tmp_path / f"b{locked.SUFFIX}"
    locked.save_locked(box / "a.roadmap", copy, lock_keys.make_lock(PASSWORD, ()))
    dialog = show(copy)
    assert fates(dialog) == {copy.name: "refused"}
    press(button(dialog, "Open the locked copy…"), Qt.Key.Key_Return)
    [asking] = dialog.findChildren(AskPasswordDialog)
    write(asking.secret, PASSWORD)
    with qtbot.waitSignal(dialog.looked, timeout=30_000):
        press(asking.secret, Qt.Key.Key_Return)
    assert list(fates(dialog).values()) == ["taken"]


def test_an_empty_folder_says_so(show: Callable[..., CollectDialog], tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    dialog = show(tmp_path / "nothing")
    assert "No files" in texts(dialog)


# the overview -------------------------------------------------------------------------------------------


def test_members_are_sorted_and_narrowed(page: MembersPage, context: Context, qtbot: QtBot) -> None:
    gather(context)
    qtbot.waitUntil(lambda: page.model.rowCount() == len(gathered.NAMES))
    assert any(text.startswith("Answered: 10 of 12 · missing: 2") for text in texts(page))
    write(page.search, "senioru")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    write(page.search, "qqqq")
    qtbot.waitUntil(lambda: "Nothing found" in texts(page))
    press(page.search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(page.search, Qt.Key.Key_Delete)
    choose(page._filter, "missing")
    assert page.model.rowCount() == 2
    assert nameless(page) == []
    assert cut(page) == []


def test_stuck_checkpoints_and_indicators_have_parts_of_their_own(
    page: MembersPage, context: Context, qtbot: QtBot
) -> None:
    gather(context)
    press(button(page, "Stuck checkpoints"), Qt.Key.Key_Space)
    assert page._stack.currentWidget() is page._stuck_list
    press(button(page, "Indicators"), Qt.Key.Key_Space)
    everything = page.gauges.rowCount()
    write(page.search, "salabotas")
    qtbot.waitUntil(lambda: 0 < page.gauges.rowCount() < everything)
    choose(page._years, YEAR - 1)
    assert page.year == YEAR - 1
    assert any(text.startswith("Answered: 9 of 12") for text in texts(page))


def test_a_member_is_opened_changed_and_taken_off_the_list(
    page: MembersPage, context: Context, umbrella: Path, qtbot: QtBot
) -> None:
    gather(context)
    page.list.setFocus()
    press(page.list, Qt.Key.Key_Down)
    name = page.list.currentIndex().data(ROW).member.name
    press(page.list, Qt.Key.Key_Return)
    [dialog] = page.findChildren(MemberDialog)
    assert name in texts(dialog)
    assert nameless(dialog) == []
    choose(dialog.language, "lv")
    press(dialog.expected, Qt.Key.Key_Space)
    context.session.flush()
    found = next(one for one in kept(umbrella)[0] if one.name == name)
    assert (found.language, found.expected) == ("lv", 0)
    press(dialog.remove, Qt.Key.Key_Return)
    context.session.flush()
    assert name not in [one.name for one in kept(umbrella)[0]]


def test_a_list_is_typed(context: Context, umbrella: Path, qtbot: QtBot) -> None:
    dialog = MemberNamesDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.add.isEnabled()
    write(dialog.text, "Ieleja; 40008111111; birojs@ieleja.example\nDārzs\n")
    assert "New members: 2" in texts(dialog)
    press(dialog.add, Qt.Key.Key_Return)
    context.session.flush()
    assert [(one.name, one.number, one.email) for one in kept(umbrella)[0]] == [
        ("Dārzs", "", ""),
        ("Ieleja", "40008111111", "birojs@ieleja.example"),
    ]


def test_where_the_file_cannot_be_changed_nothing_is_collected(
    open_context: OpenContext, umbrella: Path, shown: Shown, qtbot: QtBot
) -> None:
    umbrella.chmod(0o444)
    context = open_context(umbrella)
    if context.changeable:  # root may write anything
        context.session.only_read(FileReadOnly(path=umbrella))
    page = MembersPage(context)
    shown(page)
    page.show_place(Place("members"))
    assert not button(page, "Collect files…").isEnabled()


# paper --------------------------------------------------------------------------------------------------


def test_all_feedback_sheets_are_written_at_once(
    page: MembersPage, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    gather(context)
    folder = tmp_path / "sheets"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    with qtbot.waitSignal(page.paper.written, timeout=30_000):
        entry(page, "Write feedback sheets…").trigger()
    assert len(list(folder.glob("*.pdf"))) == 10
    assert "Written into “sheets”: 10" in texts(page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "all.pdf"), ""))
    with qtbot.waitSignal(page.paper.written, timeout=30_000):
        entry(page, "Save the overview as PDF…").trigger()
    assert (tmp_path / "all.pdf").read_bytes().startswith(b"%PDF")


def test_printing_here_means_the_overview(
    page: MembersPage, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    gather(context)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "here.pdf"), ""))
    with qtbot.waitSignal(page.paper.written, timeout=30_000):
        assert page.print_here()
    assert (tmp_path / "here.pdf").is_file()


def test_where_nothing_can_be_written_it_is_said(
    page: MembersPage, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    gather(context)
    page.write_feedback(tmp_path / "gone")
    said = describe(FolderUnwritable(path=tmp_path / "gone")).in_one()
    qtbot.waitUntil(lambda: page.banner.text.text() == said)


def entry(page: MembersPage, text: str) -> QAction:
    return next(one for menu in page.findChildren(QMenu) for one in menu.actions() if one.text() == text)


# the call -----------------------------------------------------------------------------------------------


def test_a_call_is_made_with_its_letter(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    gather(context)
    dialog = CallDialog(context, YEAR)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    assert not dialog.save.isEnabled()
    write(dialog.email, "nobody")
    assert "This cannot be an e-mail address." in texts(dialog)
    write(dialog.email, "birojs@apvieniba.example")
    write(dialog.why, "Kopsapulcei.")
    press(dialog.level.button("roles"), Qt.Key.Key_Space)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    press(button(dialog, "Save the call and the letter…"), Qt.Key.Key_Return)
    [path] = tmp_path.glob("*.roadmap-call")
    assert call_file.read(path) == Call(
        "Ciemu apvienība", "roles", "2026-12-23", "birojs@apvieniba.example", "Kopsapulcei.", YEAR
    )
    letter = message_from_bytes(path.with_suffix(".eml").read_bytes(), policy=default)
    assert len(letter["Bcc"].addresses) == len(gathered.NAMES)
    assert cut(dialog) == []
    press(button(dialog, "Save the call and the letter…"), Qt.Key.Key_Return)
    assert len(list(tmp_path.glob("*.roadmap-call"))) == 2
    dialog.make(tmp_path / "gone")
    assert describe(FolderUnwritable(path=tmp_path / "gone")).what in dialog.banner.text.text()
