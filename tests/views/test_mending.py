"""The window for a file that does not open or is damaged, as whoever needs it meets it."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.errors import (
    FileDamaged,
    FileForeign,
    FileHostile,
    FileIncomplete,
    FileLocked,
    FileMissing,
    FileReadOnly,
    UserError,
)
from roadmap_desktop.session import Session
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import backup, rescue, vet
from roadmap_desktop.store.check import Problem, check, check_open
from roadmap_desktop.store.trust import Trust
from roadmap_desktop.views.mending import MendingDialog
from roadmap_desktop.widgets.design import Design
from tests.accessible import nameless
from tests.acting import button, click, press, texts
from tests.builders import library
from tests.cut import cut
from tests.reading import everything_in
from tests.store import hostile

NOW = dt.datetime.now(dt.UTC)
Show = Callable[..., MendingDialog]


@pytest.fixture
def show(qtbot: QtBot, settings: Settings, design: Design) -> Show:
    def made(path: Path, trouble: UserError | Sequence[Problem], document: str = "") -> MendingDialog:
        dialog = MendingDialog(path, trouble, settings, design, library(), document=document)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.looked, timeout=20_000):
            dialog.show()
        return dialog

    return made


@pytest.fixture
def folder(settings: Settings) -> Path:
    return settings.folder / "backups"


@pytest.fixture
def backed_up(sample: Path, folder: Path) -> Path:
    """The sample, with a backup of yesterday and one of today."""
    backup.back_up(sample, folder, NOW - dt.timedelta(days=1))
    backup.back_up(sample, folder, NOW)
    return sample


def tear(path: Path) -> None:
    """Noise over a stretch in the middle."""
    raw = bytearray(path.read_bytes())
    raw[60_000:90_000] = os.urandom(30_000)
    path.write_bytes(raw)


def visible(dialog: MendingDialog) -> set[str]:
    return {one.text() for one in dialog.findChildren(QAbstractButton) if one.isVisible() and one.text()}


def is_at_result(dialog: MendingDialog) -> bool:
    return dialog.go.isVisible()


def use_newest(dialog: MendingDialog, qtbot: QtBot) -> None:
    """By keyboard alone: the newest is chosen, Enter asks, Enter answers."""
    press(dialog.list, Qt.Key.Key_Return)
    assert dialog.yes.isVisible()
    press(dialog.yes, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: is_at_result(dialog), timeout=20_000)


def test_the_newest_backup_takes_the_damaged_files_place(
    backed_up: Path, settings: Settings, show: Show, qtbot: QtBot
) -> None:
    right = everything_in(backed_up)
    tear(backed_up)
    damaged = backed_up.read_bytes()
    dialog = show(backed_up, FileDamaged(path=backed_up, reason="noise"))
    QAbstractItemModelTester(dialog.model)
    assert dialog.model.rowCount() == 2
    use_newest(dialog, qtbot)
    [aside] = backed_up.parent.glob("sample (damaged*")
    assert aside.read_bytes() == damaged
    assert any(aside.name in text for text in texts(dialog))
    assert everything_in(backed_up) == right
    assert Trust(settings.folder).knows(backed_up)
    with qtbot.waitSignal(dialog.open_wanted) as opened:
        click(dialog.go)
    assert opened.args == [backed_up]
    assert dialog.isHidden()


def test_asked_once_more_the_answer_can_be_no(backed_up: Path, show: Show) -> None:
    tear(backed_up)
    damaged = backed_up.read_bytes()
    dialog = show(backed_up, FileDamaged(path=backed_up, reason="noise"))
    click(dialog.use)
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.use.isVisible()
    assert backed_up.read_bytes() == damaged


def test_what_is_damaged_is_said(backed_up: Path, show: Show) -> None:
    with closing(sqlite3.connect(backed_up)) as db, db:
        lost = db.execute("DELETE FROM change WHERE kind = 'answer'").rowcount
        kept = db.execute("SELECT count(*) FROM change").fetchone()[0]
    dialog = show(backed_up, FileDamaged(path=backed_up, reason="count"))
    assert f"Saved changes that can be read: {kept} of {kept + lost}." in dialog.findings.texts()


def test_what_follows_from_lost_changes_is_not_said_as_well(sample: Path, show: Show) -> None:
    with closing(sqlite3.connect(sample)) as db, db:
        db.execute("DELETE FROM change WHERE kind = 'answer'")
    dialog = show(sample, FileDamaged(path=sample, reason="count"))
    assert "derived" in {one.code for one in check(sample).problems}
    assert not any("history" in line for line in dialog.findings.texts())


def test_a_rescue_makes_a_new_file_and_lists_what_is_missing(
    sample: Path, show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tear(sample)
    damaged = sample.read_bytes()
    dialog = show(sample, FileDamaged(path=sample, reason="noise"))
    assert "There is no backup of this file on this computer." in texts(dialog)
    out = tmp_path / "out.roadmap"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out), ""))
    click(dialog.rescue)
    qtbot.waitUntil(lambda: is_at_result(dialog), timeout=20_000)
    assert check(out).verdict == "healthy"
    assert sample.read_bytes() == damaged
    told = " ".join(texts(dialog))
    assert str(check(out).changes) in told
    assert dialog.missing.isVisible() == ("Nothing is missing." not in told)
    with qtbot.waitSignal(dialog.open_wanted) as opened:
        click(dialog.go)
    assert opened.args == [out]


def test_the_list_of_what_is_missing_can_be_saved(
    sample: Path, show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(sample)) as db, db:
        db.execute("DELETE FROM change WHERE kind = 'answer' AND prev = x''")
    dialog = show(sample, FileDamaged(path=sample, reason="count"))
    names = iter([str(tmp_path / "out.roadmap"), str(tmp_path / "missing.txt")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (next(names), ""))
    click(dialog.rescue)
    qtbot.waitUntil(lambda: is_at_result(dialog), timeout=20_000)
    click(button(dialog, "Save the list…"))
    saved = (tmp_path / "missing.txt").read_text("utf-8")
    assert saved.strip() == dialog.missing.text.toPlainText()
    assert "changes" in saved


def test_a_rescue_can_be_cancelled_and_leaves_nothing(
    sample: Path, show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tear(sample)
    dialog = show(sample, FileDamaged(path=sample, reason="noise"))
    out = tmp_path / "elsewhere" / "out.roadmap"
    out.parent.mkdir()
    real = rescue.rescue

    def slow(path: Path, into: Path, progress: Callable[[float], None]) -> object:
        def wait(part: float) -> None:
            while True:
                progress(part)

        return real(path, into, wait)

    monkeypatch.setattr(rescue, "rescue", slow)
    dialog._rescue_into(out)
    job = dialog._job
    assert job is not None
    qtbot.waitUntil(dialog.stop.isVisible)
    click(dialog.stop)
    job.wait(20)
    assert dialog.rescue.isVisible()
    assert list(out.parent.iterdir()) == []


def test_a_rescue_overwrites_nothing(
    sample: Path, show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tear(sample)
    dialog = show(sample, FileDamaged(path=sample, reason="noise"))
    out = tmp_path / "precious.roadmap"
    out.write_text("precious")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out), ""))
    click(dialog.rescue)
    qtbot.waitUntil(dialog.banner.isVisible, timeout=20_000)
    assert "precious.roadmap" in dialog.banner.text.text()
    assert out.read_text() == "precious"


def test_of_a_file_that_is_gone_there_are_backups_and_it_can_be_looked_for(
    backed_up: Path,
    settings: Settings,
    show: Show,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = tmp_path / "found.roadmap"
    backed_up.rename(found)
    settings.add_recent(backed_up)
    dialog = show(backed_up, FileMissing(path=backed_up))
    assert dialog.model.rowCount() == 2
    assert visible(dialog) == {
        "Use this backup…",
        "Look for it…",
        "Try again",
        "Remove from the list",
        "Close",
    }
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(found), ""))
    with qtbot.waitSignal(dialog.open_wanted) as opened:
        click(dialog.search)
    assert opened.args == [found]


def test_a_file_that_is_gone_can_be_had_again_though_its_stick_is_gone_too(
    backed_up: Path, show: Show, qtbot: QtBot, documents: Path
) -> None:
    right = everything_in(backed_up)
    stick = backed_up.parent / "stick" / backed_up.name
    dialog = show(stick, FileMissing(path=stick))
    use_newest(dialog, qtbot)
    assert everything_in(documents / backed_up.name) == right
    with qtbot.waitSignal(dialog.open_wanted) as opened:
        click(dialog.go)
    assert opened.args == [documents / backed_up.name]


def test_a_file_that_is_gone_can_be_taken_off_the_list(
    sample: Path, settings: Settings, show: Show, qtbot: QtBot
) -> None:
    sample.unlink()
    settings.add_recent(sample)
    dialog = show(sample, FileMissing(path=sample))
    with qtbot.waitSignal(dialog.forget_wanted) as forgotten:
        click(dialog.forget)
    assert forgotten.args == [sample]


def test_what_is_in_no_list_cannot_be_taken_off_it(sample: Path, show: Show) -> None:
    sample.unlink()
    assert "Remove from the list" not in visible(show(sample, FileMissing(path=sample)))


def test_two_sentences_get_no_window_for_twenty(sample: Path, show: Show) -> None:
    sample.unlink()
    dialog = show(sample, FileMissing(path=sample))
    assert dialog.height() < 420
    assert cut(dialog) == []


def test_an_empty_file_can_be_tried_again(backed_up: Path, show: Show, qtbot: QtBot) -> None:
    backed_up.write_bytes(b"")
    dialog = show(backed_up, FileForeign(path=backed_up, sort="empty"))
    assert dialog.model.rowCount() == 2
    assert not dialog.rescue.isVisible()
    with qtbot.waitSignal(dialog.open_wanted) as opened:
        click(dialog.again)
    assert opened.args == [backed_up]


def test_of_a_hostile_file_only_what_is_harmless_is_rescued(
    sample: Path, show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile.trigger(sample)
    before = sample.read_bytes()
    dialog = show(sample, FileHostile(path=sample, reason="a trigger: evil"))
    assert not any("evil" in text for text in texts(dialog))
    out = tmp_path / "out.roadmap"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out), ""))
    click(dialog.rescue)
    qtbot.waitUntil(lambda: is_at_result(dialog), timeout=20_000)
    assert check(out).verdict == "healthy"
    assert sample.read_bytes() == before


def test_the_name_a_hostile_file_gives_itself_is_shown_as_it_is(
    show: Show, tmp_path: Path, sample: Path
) -> None:
    path = tmp_path / "<img src=x> <b>a.roadmap"
    shutil.copy(sample, path)
    dialog = show(path, FileHostile(path=path, reason="x"))
    assert any("<b>a.roadmap" in text for text in texts(dialog))
    assert {one.textFormat() for one in dialog.findChildren(QLabel) if one.text()} == {
        Qt.TextFormat.PlainText
    }


def test_damage_found_in_the_open_file_closes_it_first(
    backed_up: Path, open_session: Callable[..., Session], show: Show, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(backed_up)) as db, db:
        db.execute("DELETE FROM change WHERE kind = 'note'")
    session = open_session(backed_up)
    found = check_open(backed_up)
    dialog = show(backed_up, found, session.document)
    assert dialog.read.isVisible()
    assert any("should hold" in text for text in dialog.findings.texts())
    dialog.release_wanted.connect(session.close)
    with qtbot.waitSignal(dialog.release_wanted):
        use_newest(dialog, qtbot)
    assert check(backed_up).verdict == "healthy"


def test_damage_met_while_working_leaves_the_file_alone_until_it_is_closed(
    backed_up: Path, open_session: Callable[..., Session], show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plain look at an open file would drop SQLite's locks."""
    session = open_session(backed_up)
    monkeypatch.setattr(vet, "private_copy", None)
    monkeypatch.setattr(vet, "document_in", None)
    dialog = show(backed_up, FileDamaged(path=backed_up, reason="x"), session.document)
    assert dialog.read.isVisible()
    assert dialog.model.rowCount() == 2


def test_one_can_go_on_reading_the_open_file(
    backed_up: Path, open_session: Callable[..., Session], show: Show, qtbot: QtBot
) -> None:
    session = open_session(backed_up)
    dialog = show(backed_up, [Problem("structure", {"reason": "x"})], session.document)
    with qtbot.assertNotEmitted(dialog.release_wanted), qtbot.waitSignal(dialog.read_wanted):
        click(dialog.read)


def test_a_backup_that_is_damaged_too_changes_nothing(
    backed_up: Path, folder: Path, show: Show, qtbot: QtBot
) -> None:
    newest = max(folder.glob("*.roadmap"), key=lambda path: path.name)
    with closing(sqlite3.connect(newest)) as db, db:
        db.execute("DELETE FROM change WHERE kind = 'note'")
    tear(backed_up)
    damaged = backed_up.read_bytes()
    dialog = show(backed_up, FileDamaged(path=backed_up, reason="noise"))
    click(dialog.use)
    click(dialog.yes)
    qtbot.waitUntil(dialog.banner.isVisible, timeout=20_000)
    assert "Choose another one" in dialog.banner.text.text()
    assert backed_up.read_bytes() == damaged
    assert dialog.use.isVisible()


@pytest.mark.parametrize(
    ("error", "suits"),
    [
        (FileMissing, True),
        (FileDamaged, True),
        (FileIncomplete, True),
        (FileHostile, True),
        (FileForeign, True),
        (FileLocked, False),
        (FileReadOnly, False),
    ],
)
def test_it_is_for_what_it_can_mend(error: type[UserError], suits: bool, tmp_path: Path) -> None:
    assert MendingDialog.suits(error(path=tmp_path, reason="x")) == suits


TROUBLES = (FileDamaged, FileMissing, FileHostile, FileIncomplete, FileForeign)


@pytest.mark.parametrize("error", TROUBLES)
def test_every_control_has_a_name_and_no_text_is_cut(
    error: type[UserError], backed_up: Path, show: Show, qtbot: QtBot
) -> None:
    dialog = show(backed_up, error(path=backed_up, reason="x"))
    assert nameless(dialog) == []
    assert cut(dialog) == []
    click(dialog.use)
    assert cut(dialog) == []
    assert isinstance(dialog, QDialog)
