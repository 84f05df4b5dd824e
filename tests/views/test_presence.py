"""What the window says about who has the file and where it stands; each offer does what it says."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import FileGone, FileHeld, FileReadOnly, FileReplaced
from roadmap_desktop.session import Session
from roadmap_desktop.store import backup, file, holder
from roadmap_desktop.store.holder import Holder
from roadmap_desktop.store.log import Author, Log
from roadmap_desktop.views.page import Place
from roadmap_desktop.views.presence import Presence, place_of
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import Design
from tests.accessible import nameless
from tests.acting import button, click, press
from tests.conftest import AUTHOR, MakeSample, settle
from tests.cut import cut
from tests.reading import answer_of, root_of

YOUTH = "Youth centre in the old school"


class Window(QWidget):
    """A banner over nothing, and what it says about an open file."""

    def __init__(self, session: Session, design: Design) -> None:
        super().__init__()
        self.session = session
        self.banner = Banner(design, "Close this message")
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addStretch(1)
        self.presence = Presence(session, self.banner, self)
        self.wanted: list[Path] = []
        self.presence.open_wanted.connect(self.wanted.append)
        self.presence.receive_wanted.connect(self.wanted.append)
        self.presence.backups_wanted.connect(lambda: self.wanted.append(Path("backups")))
        self.resize(1280, 300)
        self.show()
        self.presence.begin()

    @property
    def said(self) -> str:
        return self.banner.text.text() if self.banner.isVisible() else ""

    def offers(self) -> list[str]:
        settle()
        return [found.text() for found in self.banner.findChildren(QPushButton)]

    def choose(self, name: str) -> None:
        settle()
        click(button(self.banner, name))


@pytest.fixture
def begin(
    qapp: QApplication, qtbot: QtBot, sample: Path, user_folder: Path, design: Design
) -> Iterator[Callable[[], Window]]:
    windows: list[Window] = []

    def make() -> Window:
        windows.append(Window(Session(sample, AUTHOR, user_folder, look_every_ms=20), design))
        return windows[-1]

    yield make
    for window in windows:
        window.session.close()
        window.session.deleteLater()
        window.close()
        window.deleteLater()
    settle()


def colleague(path: Path, name: str = "Jānis", seen: int | None = None) -> Holder:
    """Somebody at another computer has the file."""
    now = holder._now()
    found = Holder(
        name=name,
        organisation="Vidzemes pašvaldības Jaunatnes nodaļa",
        computer="birojs-2",
        machine="0badcafe",
        boot="another",
        nonce=name,
        process=1,
        since=now,
        seen=now if seen is None else seen,
    )
    holder.note_of(path).write_bytes(holder._written(found))
    return found


def need(path: Path, text: str) -> Edit:
    return answer_edit(root_of(path, YOUTH), "a", "c1.need", text=text)


def test_nothing_is_said_where_nothing_is_wrong(begin: Callable[[], Window]) -> None:
    window = begin()
    assert (window.said, window.presence.begin()) == ("", False)


def test_who_has_it_is_said_and_one_can_read_on(begin: Callable[[], Window], sample: Path) -> None:
    colleague(sample)
    window = begin()
    for part in ("“sample.roadmap”", "Jānis (Vidzemes pašvaldības Jaunatnes nodaļa)", "“birojs-2”"):
        assert part in window.said
    assert window.offers() == ["Only read", "Wait", "Take over…"]
    window.choose("Only read")
    assert window.said == ""
    assert isinstance(window.session.obstacle, FileHeld)


def test_waiting_tells_when_the_file_is_free(begin: Callable[[], Window], sample: Path, qtbot: QtBot) -> None:
    colleague(sample)
    window = begin()
    window.choose("Wait")
    assert "as soon as the file is free" in window.said
    with qtbot.waitSignal(window.session.freed):
        holder.note_of(sample).unlink()
    assert (window.said, window.offers()) == ("“sample.roadmap” is free now.", ["Edit it"])
    window.choose("Edit it")
    assert window.session.obstacle is None
    assert window.said == "You can write in this file now."


def test_taking_over_asks_once_and_can_be_left(begin: Callable[[], Window], sample: Path) -> None:
    colleague(sample)
    window = begin()
    window.choose("Take over…")
    assert "Take over from Jānis" in window.said
    assert "Last sign of life" not in window.said
    window.choose("Cancel")
    assert window.offers() == ["Only read", "Wait", "Take over…"]
    window.choose("Take over…")
    window.choose("Take over")
    assert window.session.obstacle is None
    found = holder.look(sample)
    assert found is not None
    assert found.name == AUTHOR.name
    who = "Jānis (Vidzemes pašvaldības Jaunatnes nodaļa), computer “birojs-2”"
    assert window.said == f"You have the file now. {who} can only read it."


def test_a_long_silence_is_told_before_taking_over(begin: Callable[[], Window], sample: Path) -> None:
    colleague(sample, seen=holder._now() - 3 * 3_600_000)
    window = begin()
    window.choose("Take over…")
    assert "Last sign of life" in window.said


def test_being_taken_from_is_told_and_can_be_turned_round(
    begin: Callable[[], Window], sample: Path, qtbot: QtBot
) -> None:
    window = begin()
    with qtbot.waitSignal(window.session.obstacle_changed):
        holder.note_of(sample).unlink()
        colleague(sample, "Anna")
    assert "was taken over: Anna" in window.said
    window.choose("Take it back…")
    window.choose("Take over")
    assert window.session.obstacle is None


def test_it_goes_by_keyboard(begin: Callable[[], Window], sample: Path) -> None:
    colleague(sample)
    window = begin()
    window.activateWindow()
    for name in ("Take over…", "Take over"):
        settle()
        wanted = button(window.banner, name)
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        press(wanted, Qt.Key.Key_Space)
    assert window.session.obstacle is None


def test_somebody_elses_changes_are_told_quietly(
    begin: Callable[[], Window], sample: Path, qtbot: QtBot
) -> None:
    window = begin()
    with qtbot.waitSignal(window.session.others_wrote), contextlib.closing(file.connect(sample, "rw")) as db:
        Log(db, Author("Anna")).save([need(sample, "Anna's")])
    assert window.said == "This file was changed by Anna. You see it as it is now."
    assert window.offers() == []


def test_they_do_not_hide_what_weighs_more(begin: Callable[[], Window], sample: Path, qtbot: QtBot) -> None:
    colleague(sample)
    window = begin()
    before = window.said
    with qtbot.waitSignal(window.session.others_wrote), contextlib.closing(file.connect(sample, "rw")) as db:
        Log(db, Author("Jānis")).save([need(sample, "His")])
    assert window.said == before


def put_over(path: Path, older: bytes) -> None:
    """As a cloud client does, or `cat older > file`: the file stays the same one, with other bytes in it."""
    with path.open("r+b") as stream:
        stream.write(older)
        stream.truncate()


def test_an_older_copy_put_over_the_file_is_told_gravely_with_the_way_back(
    begin: Callable[[], Window], sample: Path, user_folder: Path, qtbot: QtBot
) -> None:
    window, older = begin(), sample.read_bytes()
    before = answer_of(sample, YOUTH, "c1.need").text
    window.session.save([need(sample, "Written today")])
    window.session.flush()
    kept = backup.back_up(sample, user_folder / backup.FOLDER, dt.datetime.now(dt.UTC))
    with qtbot.waitSignal(window.session.lost_changes):
        put_over(sample, older)
    for part in ("Part of what was in “sample.roadmap” is no longer in it", "There is a fuller backup"):
        assert part in window.said
    assert "somebody else" not in window.said
    assert window.offers() == ["Put back what I wrote", "Bring it in…", "Backups…"]
    assert (cut(window), nameless(window)) == ([], [])
    window.choose("Bring it in…")
    window.choose("Backups…")
    assert window.wanted == [kept.path, Path("backups")]
    assert window.session.dossier(root_of(sample, YOUTH)).ours.answers["c1.need"].text == before


def test_where_no_backup_holds_it_none_is_promised(
    begin: Callable[[], Window], sample: Path, user_folder: Path, qtbot: QtBot
) -> None:
    window, older = begin(), sample.read_bytes()
    backup.back_up(sample, user_folder / backup.FOLDER, dt.datetime.now(dt.UTC))
    window.session.save([need(sample, "Written today")])
    window.session.flush()
    with qtbot.waitSignal(window.session.lost_changes):
        put_over(sample, older)
    assert "No backup on this computer holds what is missing." in window.said
    assert window.offers() == ["Put back what I wrote", "Backups…"]
    with qtbot.waitSignal(window.session.put_back):
        window.choose("Put back what I wrote")
    assert window.said == "What you wrote here since the file was opened is in it again."
    assert answer_of(sample, YOUTH, "c1.need").text == "Written today"


def test_a_file_that_goes_and_comes_back(
    begin: Callable[[], Window], sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "pocket").mkdir()
    window = begin()
    with qtbot.waitSignal(window.session.obstacle_changed):
        sample.rename(tmp_path / "pocket" / "it")
    assert "is no longer in its place" in window.said
    assert "protected" not in window.said
    assert window.offers() == ["Save a copy…", "Look for it…", "Try again"]
    window.choose("Try again")
    assert isinstance(window.session.obstacle, FileGone)
    window.session.save([need(sample.with_name("pocket") / "it", "Meanwhile")])
    assert "is no longer in its place" in window.said
    with qtbot.waitSignal(window.session.changed):
        (tmp_path / "pocket" / "it").rename(sample)
    assert window.said == "The file is back, and all you wrote is saved in it."
    assert answer_of(sample, YOUTH, "c1.need").text == "Meanwhile"


def test_a_copy_is_saved_and_gone_on_in(
    begin: Callable[[], Window], sample: Path, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    youth = root_of(sample, YOUTH)
    window = begin()
    with qtbot.waitSignal(window.session.obstacle_changed):
        sample.unlink()
    window.session.save([answer_edit(youth, "a", "c1.need", text="The last words")])
    asked: list[str] = []

    def choose(*args: object, **_: object) -> tuple[str, str]:
        asked.append(str(args[2]))
        return str(documents / "Copy"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.choose("Save a copy…")
    copy = documents / "Copy.roadmap"
    assert asked == [str(documents / "sample.roadmap")]
    assert answer_of(copy, YOUTH, "c1.need").text == "The last words"
    window.choose("Go on there")
    assert window.wanted == [copy]
    window.presence.save_copy(copy)
    assert "There is already something called “Copy.roadmap”" in window.said
    assert window.offers() == ["Save a copy…"]


def test_a_renamed_file_is_gone_on_in_under_its_name(
    begin: Callable[[], Window], sample: Path, qtbot: QtBot
) -> None:
    window = begin()
    with qtbot.waitSignal(window.session.obstacle_changed):
        now = sample.rename(sample.with_name("Renamed.roadmap"))
    assert "it is “Renamed.roadmap” now" in window.said
    window.choose("Go on there")
    assert window.wanted == [now]


def test_a_file_looked_for_and_found_is_opened(
    begin: Callable[[], Window], sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = begin()
    with qtbot.waitSignal(window.session.obstacle_changed):
        sample.unlink()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/found/it.roadmap", ""))
    window.choose("Look for it…")
    assert window.wanted == [Path("/found/it.roadmap")]


def test_another_file_in_its_place_can_be_opened(
    begin: Callable[[], Window], sample: Path, make_sample: MakeSample, qtbot: QtBot
) -> None:
    window = begin()
    with qtbot.waitSignal(window.session.obstacle_changed):
        make_sample("lv", "other.roadmap").replace(sample)
    assert isinstance(window.session.obstacle, FileReplaced)
    window.choose("Open the other one")
    assert window.wanted == [sample]


def test_words_put_back_are_found_at_their_checkpoint() -> None:
    root = bytes(16)
    title = Edit(root, "partnership", root, {"title": "New"})
    kept = [answer_edit(root, "b", "c2.risk", text="Kept"), title]
    assert place_of(kept) == Place("wizard", root, "b", "c2.risk")
    assert place_of([title]) == Place("partnership", root)
    assert place_of([]) is None


def test_everything_fits_and_has_a_name(begin: Callable[[], Window], sample: Path) -> None:
    colleague(sample)
    window = begin()
    for step in ("", "Take over…"):
        if step:
            window.choose(step)
        settle()
        assert (cut(window), nameless(window)) == ([], [])


def test_a_file_that_cannot_be_written_can_be_copied_and_gone_on_with(
    begin: Callable[[], Window], sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, **_: object) -> None:
        raise FileReadOnly(path=path)

    with monkeypatch.context() as patch:
        patch.setattr(file, "open_for_writing", refuse)
        window = begin()
    assert isinstance(window.session.obstacle, FileReadOnly)
    assert window.offers() == ["Save a copy…", "Try again"]
    copy = tmp_path / "mine.roadmap"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(copy), ""))
    window.choose("Save a copy…")
    assert answer_of(copy, YOUTH, "c1.need") == answer_of(sample, YOUTH, "c1.need")
    window.choose("Go on there")
    assert window.wanted == [copy]
