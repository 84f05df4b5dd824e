"""Other copies beside the open file: what the banner says of them, what its buttons do, and where copies are put away."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import FileMissing, UserError
from roadmap_desktop.i18n import Translators
from roadmap_desktop.store import backup, file
from roadmap_desktop.store.log import Author, Log
from roadmap_desktop.views.copies import FOLDER, Copies, put_away
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.receive import ReceiveDialog
from roadmap_desktop.widgets.banner import Banner
from tests.acting import button, click
from tests.reading import answer_of, root_of

YOUTH = "Youth centre in the old school"
Look = Callable[[], tuple[Copies, Banner]]


def beside(path: Path, name: str, *texts: str) -> Path:
    """A copy of `path` that somebody wrote to, with one change a text."""
    copy = Path(shutil.copyfile(path, path.with_name(name)))
    for text in texts:
        with contextlib.closing(file.open_for_writing(copy)) as db:
            writer = Log(db, Author("Kārlis Ozols", "Novada dome"))
            writer.save([answer_edit(root_of(copy, YOUTH), "a", "c1.need", text=text)])
    return copy


@pytest.fixture
def look(context: Context, qtbot: QtBot) -> Look:
    """Looks as the window does after an opening."""

    def looked() -> tuple[Copies, Banner]:
        banner = Banner(context.design, "Close")
        qtbot.addWidget(banner)
        copies = Copies(context, banner, banner)
        with qtbot.waitSignal(copies.looked, timeout=20_000):
            copies.look()
        return copies, banner

    return looked


def test_a_copy_with_changes_is_told(look: Look, sample: Path) -> None:
    beside(sample, "sample (conflicted copy 2026-11-22).roadmap", "one", "two", "three")
    _, banner = look()
    assert banner.isVisible()
    said = banner.text.text()
    assert "“sample (conflicted copy 2026-11-22).roadmap”, written by Kārlis Ozols on " in said
    assert " 3 changes that are not here" in said


def test_bringing_them_in_names_the_copies_newest_first(look: Look, sample: Path, qtbot: QtBot) -> None:
    paths = {beside(sample, "sample (1).roadmap", "one"), beside(sample, "sample 2.roadmap", "two")}
    copies, banner = look()
    assert "There are 2 other copies" in banner.text.text()
    with qtbot.waitSignal(copies.bring_wanted) as signal:
        click(button(banner, "Bring them in"))
    assert signal.args is not None
    assert set(signal.args[0]) == paths
    assert not banner.isVisible()


def test_from_the_banner_to_the_merged_file(
    look: Look, context: Context, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    copy = beside(sample, "sample (conflicted copy 2026-11-22).roadmap", "From the other computer")
    copies, banner = look()
    with qtbot.waitSignal(copies.bring_wanted) as wanted:
        click(button(banner, "Bring them in"))
    dialog = ReceiveDialog(context, wanted.args[0], tmp_path / "backups")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.looked, timeout=20_000):
        dialog.show()
    with qtbot.waitSignal(dialog.taken_in):
        click(dialog.take)
    assert answer_of(sample, YOUTH, "c1.need").text == "From the other computer"
    with qtbot.waitSignal(dialog.receipt.put_away):
        click(dialog.receipt.away)
    assert not copy.exists()
    assert [one.name for one in (tmp_path / "backups" / FOLDER).iterdir()] == [copy.name], (
        "and nothing is deleted"
    )
    _, banner = look()
    assert not banner.isVisible(), "it is not offered again"


def test_not_now_is_quiet_and_moves_nothing(look: Look, sample: Path) -> None:
    copy = beside(sample, "sample (1).roadmap", "one")
    _, banner = look()
    click(button(banner, "Not now"))
    assert not banner.isVisible()
    assert copy.exists()


def test_a_copy_that_holds_nothing_new_is_no_news(look: Look, sample: Path) -> None:
    beside(sample, "sample (1).roadmap")
    _, banner = look()
    assert not banner.isVisible()


def test_another_message_is_not_talked_over(context: Context, sample: Path, qtbot: QtBot) -> None:
    beside(sample, "sample (1).roadmap", "one")
    banner = Banner(context.design, "Close")
    qtbot.addWidget(banner)
    banner.say("Something else.")
    copies = Copies(context, banner, banner)
    with qtbot.waitSignal(copies.looked, timeout=20_000) as signal:
        copies.look()
    assert signal.args == [1]
    assert banner.text.text() == "Something else."


def test_the_file_can_be_closed_meanwhile(context: Context, sample: Path, qtbot: QtBot) -> None:
    beside(sample, "sample (1).roadmap", "one")
    banner = Banner(context.design, "Close")
    qtbot.addWidget(banner)
    copies = Copies(context, banner, banner)
    copies.look()
    job = copies._job
    assert job is not None
    copies.stop()
    job.wait(20)
    assert not job._thread.is_alive()
    assert not banner.isVisible()


@pytest.fixture
def latvian(qapp: QApplication) -> Iterator[None]:
    translators = Translators(qapp)
    translators.use("lv")
    yield
    translators.use("en")


@pytest.mark.usefixtures("latvian")
@pytest.mark.parametrize(("count", "said"), [(1, "ir 1 izmaiņa, kuras"), (2, "ir 2 izmaiņas, kuru")])
def test_latvian_counts_as_latvians_do(look: Look, sample: Path, count: int, said: str) -> None:
    beside(sample, "sample (1).roadmap", *map(str, range(count)))
    _, banner = look()
    assert said in banner.text.text()


# putting away -------------------------------------------------------------------------------------------


def test_a_copy_put_away_is_whole_and_takes_nobodys_place(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    held = []
    for text in ("one", "two"):
        copy = beside(sample, "sample (1).roadmap", text)
        held.append(copy.read_bytes())
        put_away([copy], folder)
        assert not copy.exists()
    names = ["sample (1).roadmap", "sample (1) 2.roadmap"]
    assert [(folder / FOLDER / name).read_bytes() for name in names] == held


def test_it_is_no_backup_that_could_be_thinned_out(context: Context, sample: Path, tmp_path: Path) -> None:
    put_away([beside(sample, "sample (1).roadmap", "one")], tmp_path / "backups")
    assert backup.backups(tmp_path / "backups", context.session.document) == []


def test_a_copy_that_is_gone_by_now_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        put_away([tmp_path / "gone.roadmap"], tmp_path / "backups")


def test_where_nothing_can_be_written_the_copy_stays(sample: Path, tmp_path: Path) -> None:
    copy = beside(sample, "sample (1).roadmap", "one")
    (tmp_path / "backups").write_text("a file, no folder")
    with pytest.raises(UserError):
        put_away([copy], tmp_path / "backups")
    assert copy.exists()
