"""The window of backups: what it lists, and the way back, as a user goes it."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import DiskFull, FileUnreadable
from roadmap_desktop.models.backups import DIFFERENCE
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import backup
from roadmap_desktop.store.log import Log, Step
from roadmap_desktop.views.backups import BackupsDialog
from roadmap_desktop.views.compare import CompareDialog
from roadmap_desktop.views.page import Context
from tests.accessible import nameless
from tests.acting import button, click, press, texts
from tests.conftest import OpenContext
from tests.cut import cut
from tests.reading import answer_of, changes_in, everything_in, root_of

YOUTH = "Youth centre in the old school"
NOW = dt.datetime.now(dt.UTC)
Open = Callable[[Context], BackupsDialog]


@pytest.fixture
def show(qtbot: QtBot) -> Open:
    def made(context: Context) -> BackupsDialog:
        dialog = BackupsDialog(context)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.filled):
            dialog.show()
        return dialog

    return made


@pytest.fixture
def folder(settings: Settings) -> Path:
    return settings.folder / "backups"


@pytest.fixture
def changed(context: Context, sample: Path, folder: Path) -> Context:
    """There is a backup of yesterday; since then an answer was changed."""
    backup.back_up(sample, folder, NOW - dt.timedelta(days=1))
    write(context, "new words")
    return context


def write(context: Context, text: str) -> None:
    context.session.save([answer_edit(root_of(context.session.path, YOUTH), "a", "c1.need", text=text)])
    context.session.flush()


def text_in(path: Path) -> str:
    return answer_of(path, YOUTH, "c1.need").text


def wait_compared(dialog: BackupsDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: all(dialog.model.index(row).data(DIFFERENCE) for row in range(dialog.model.rowCount()))
    )


def go_back(dialog: BackupsDialog, qtbot: QtBot) -> None:
    wait_compared(dialog, qtbot)
    click(dialog.restore)
    with qtbot.waitSignal(dialog.restored):
        click(dialog.yes)


def test_a_file_without_backups_offers_the_first(
    show: Open, context: Context, folder: Path, qtbot: QtBot
) -> None:
    dialog = show(context)
    assert "No backups yet" in texts(dialog)
    assert not dialog.restore.isVisible()
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, "Make one now"))
    assert len(list(folder.iterdir())) == 1
    assert dialog.model.rowCount() == 1
    qtbot.waitUntil(lambda: dialog.model.index(0).data(DIFFERENCE) == "Same as now")
    assert not dialog.restore.isEnabled(), "there is nothing to go back to"


def test_it_lists_what_there_is_and_how_it_differs(show: Open, changed: Context, qtbot: QtBot) -> None:
    dialog = show(changed)
    wait_compared(dialog, qtbot)
    assert dialog.model.rowCount() == 1
    assert dialog.model.index(0).data(DIFFERENCE) == "Differs in partnerships: 1, answers: 1"
    assert dialog.restore.isEnabled()
    assert dialog.focusWidget() is dialog.list


def test_going_back_is_one_question_and_can_be_undone(
    show: Open, changed: Context, sample: Path, folder: Path, qtbot: QtBot
) -> None:
    former = everything_in(sample)
    [then] = [everything_in(path) for path in folder.iterdir()]
    dialog = show(changed)
    go_back(dialog, qtbot)
    assert everything_in(sample) == then
    assert "Undo brings it back" in dialog.banner.text.text()
    with qtbot.waitSignal(dialog.filled):
        pass
    assert dialog.model.rowCount() == 2
    assert everything_in(dialog.model.index(0).data(Qt.ItemDataRole.UserRole).path) == former
    with qtbot.waitSignal(changed.session.changed):
        changed.session.undo()
    assert everything_in(sample) == former
    with qtbot.waitSignal(changed.session.changed):
        changed.session.redo()
    assert everything_in(sample) == then


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_presses_restore(show: Open, changed: Context, sample: Path, qtbot: QtBot, key: Qt.Key) -> None:
    dialog = show(changed)
    wait_compared(dialog, qtbot)
    dialog.restore.setFocus()
    press(dialog.restore, key)
    assert dialog.focusWidget() is dialog.yes
    with qtbot.waitSignal(dialog.restored):
        press(dialog.yes, key)
    assert text_in(sample) != "new words"


def test_what_differs_can_be_seen_and_brought_back_in_part(
    show: Open, changed: Context, sample: Path, qtbot: QtBot
) -> None:
    dialog = show(changed)
    wait_compared(dialog, qtbot)
    click(dialog.compare)
    [compared] = dialog.findChildren(CompareDialog)
    qtbot.waitUntil(compared.bring.isEnabled)
    click(compared.bring)
    with qtbot.waitSignal(compared.brought_back):
        click(compared.yes)
    assert text_in(sample) != "new words"
    compared.close()
    # The newest is of the state before; the one that was gone back to is the next.
    qtbot.waitUntil(lambda: dialog.model.index(1).data(DIFFERENCE) == "Same as now")


def test_keys_alone_go_back(show: Open, changed: Context, sample: Path, qtbot: QtBot) -> None:
    dialog = show(changed)
    wait_compared(dialog, qtbot)
    press(dialog.list, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.yes
    with qtbot.waitSignal(dialog.restored):
        press(dialog.yes, Qt.Key.Key_Space)
    assert text_in(sample) != "new words"


@pytest.mark.parametrize("how", ["Cancel", "Escape"])
def test_no_is_an_answer(show: Open, changed: Context, sample: Path, qtbot: QtBot, how: str) -> None:
    dialog = show(changed)
    wait_compared(dialog, qtbot)
    click(dialog.restore)
    if how == "Cancel":
        click(dialog.no)
    else:
        press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.list.isVisible()
    assert text_in(sample) == "new words"
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_no_is_an_answer_while_it_is_being_prepared(
    show: Open, changed: Context, sample: Path, folder: Path, qtbot: QtBot
) -> None:
    before = changes_in(sample)
    dialog = show(changed)
    wait_compared(dialog, qtbot)
    click(dialog.restore)
    click(dialog.yes)
    assert not dialog.yes.isEnabled()
    click(dialog.no)
    qtbot.waitUntil(lambda: len([one for one in folder.iterdir() if one.suffix == ".roadmap"]) == 2)
    changed.session.flush()
    assert changes_in(sample) == before


def test_a_backup_that_turns_out_damaged_changes_nothing(
    show: Open, changed: Context, sample: Path, folder: Path, qtbot: QtBot
) -> None:
    dialog = show(changed)
    wait_compared(dialog, qtbot)
    [path] = folder.iterdir()
    path.write_bytes(b"\0" * 5_000)
    click(dialog.restore)
    with qtbot.waitSignal(dialog.filled):
        click(dialog.yes)
    assert "damaged" in dialog.banner.text.text()
    assert dialog.list.isVisible()
    assert not dialog.restore.isEnabled()
    assert text_in(sample) == "new words"


def test_a_full_disk_stops_the_way_back_before_anything_changes(
    show: Open, changed: Context, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object) -> None:
        raise DiskFull(path=path)

    monkeypatch.setattr(backup, "back_up", full)
    dialog = show(changed)
    wait_compared(dialog, qtbot)
    click(dialog.restore)
    with qtbot.waitSignal(dialog.filled):
        click(dialog.yes)
    assert "disk is full" in dialog.banner.text.text()
    assert "safe" in dialog.banner.text.text()
    assert text_in(sample) == "new words"


def test_a_save_that_fails_is_told_here_as_well(
    show: Open, changed: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Step:
        raise FileUnreadable(path=Path("sample.roadmap"), reason="gone")

    dialog = show(changed)
    wait_compared(dialog, qtbot)
    monkeypatch.setattr(Log, "save", fails)
    click(dialog.restore)
    with qtbot.waitSignal(changed.session.failed):
        click(dialog.yes)
    assert "gone" in dialog.banner.text.text()
    assert dialog.list.isVisible()
    monkeypatch.undo()


def test_attachments_that_only_the_backup_holds_come_back(
    show: Open, context: Context, sample: Path, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """The file was replaced by an older copy of it while the program was closed."""
    from hashlib import sha256

    from roadmap_desktop.domain.records import Attachment
    from roadmap_desktop.store import file

    root, name = root_of(sample, YOUTH), sha256(b"picture").hexdigest()
    other = Path(shutil.copyfile(sample, tmp_path / "other.roadmap"))
    db = file.open_for_writing(other)
    fields: dict[str, str | int] = {
        "side": "a",
        "checkpoint": "c1.need",
        "name": "a.png",
        "sha256": name,
        "size": 7,
    }
    Log(db, context.session.author).save([Edit(root, "attachment", b"a" * 16, fields)], [b"picture"])
    db.close()
    backup.back_up(other, folder, NOW)
    go_back(show(context), qtbot)
    assert context.session.attachment_data(Attachment(name="a.png", sha256=name)) == b"picture"


def test_a_file_that_cannot_be_changed_shows_its_backups_only(
    show: Open, open_context: OpenContext, sample: Path, folder: Path, qtbot: QtBot
) -> None:
    import sqlite3

    backup.back_up(sample, folder, NOW)
    db = sqlite3.connect(sample)
    db.execute("PRAGMA user_version = 99")
    db.close()
    dialog = show(open_context(sample))
    assert dialog.model.rowCount() == 1
    assert not dialog.restore.isEnabled()


# choices ------------------------------------------------------------------------------------------------


def test_backups_by_themselves_can_be_switched_off(show: Open, context: Context, settings: Settings) -> None:
    dialog = show(context)
    assert dialog.automatic.isChecked()
    press(dialog.automatic, Qt.Key.Key_Space)
    assert not Settings(settings.folder).flag("backup")


def test_a_second_place_gets_the_newest_at_once_and_can_be_removed(
    show: Open,
    changed: Context,
    settings: Settings,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    dialog = show(changed)
    click(dialog.choose)
    qtbot.waitUntil(lambda: [path.suffix for path in stick.iterdir()] == [".roadmap"])
    assert Settings(settings.folder).text("second_place") == str(stick)
    click(button(dialog, "Remove the second place"))
    assert Settings(settings.folder).text("second_place") == ""
    assert not dialog.clear.isVisible()
    qtbot.waitUntil(dialog.choose.isEnabled)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    click(dialog.choose)
    assert settings.text("second_place") == ""


def test_a_second_place_that_is_full_is_said_at_once(
    show: Open, changed: Context, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object, place: Path) -> None:
        raise DiskFull(path=place)

    monkeypatch.setattr(backup, "copy_to", full)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog = show(changed)
    click(dialog.choose)
    qtbot.waitUntil(lambda: "second place" in dialog.banner.text.text())


def test_back_up_now(show: Open, changed: Context, folder: Path, qtbot: QtBot) -> None:
    dialog = show(changed)
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, "Back up now"))
    assert len(list(folder.iterdir())) == 2


def test_closing_while_it_compares_leaves_nothing_behind(show: Open, changed: Context) -> None:
    dialog = show(changed)
    looker = dialog._looker
    assert looker is not None
    dialog.close()
    assert not looker._thread.is_alive()


# looks --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(560, 440), (1280, 720)])
@pytest.mark.parametrize("page", ["list", "question"])
def test_every_control_has_a_name_and_no_text_is_cut(
    show: Open, changed: Context, qtbot: QtBot, size: tuple[int, int], page: str
) -> None:
    dialog = show(changed)
    dialog.resize(*size)
    wait_compared(dialog, qtbot)
    if page == "question":
        click(dialog.restore)
    assert nameless(dialog) == []
    assert cut(dialog) == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_rows_are_drawn_in_every_look(show: Open, changed: Context, theme: str, qtbot: QtBot) -> None:
    changed.design.choose(theme)
    dialog = show(changed)
    wait_compared(dialog, qtbot)
    image = dialog.list.grab().toImage()
    assert len({image.pixel(x, 20) for x in range(0, image.width(), 2)}) > 3
