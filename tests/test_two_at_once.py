"""One file in two programs, and a file that goes away while open: nothing written is lost, nothing claimed that is not so."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import (
    FileExists,
    FileGone,
    FileHeld,
    FileMoved,
    FileReplaced,
    FileTaken,
    FileUnreadable,
    FolderUnwritable,
    UserError,
)
from roadmap_desktop.session import Session
from roadmap_desktop.store import backup, file, holder, receive, recovery
from roadmap_desktop.store.log import Author, Log
from tests.conftest import AUTHOR, MakeSample, settle
from tests.reading import answer_of, everything_in, root_of, versions_of

YOUTH = "Youth centre in the old school"
NEED = "c1.need"
PROGRAM = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.session import Session
from roadmap_desktop.store.log import Author

app = QCoreApplication([])
session = Session(Path(sys.argv[1]), Author("Jānis", "Dome"), Path(sys.argv[2]))
root = bytes.fromhex(sys.argv[3])

def say():
    obstacle = session.obstacle and type(session.obstacle).__name__
    text = session.dossier(root).ours.answers["c1.need"].text
    said = {"obstacle": obstacle, "unsaved": [edit.fields["text"] for edit in session.unsaved], "text": text}
    print(json.dumps(said), flush=True)

say()
for line in sys.stdin:
    word, _, text = line.rstrip("\\n").partition(" ")
    if word == "write":
        session.save([answer_edit(root, "a", "c1.need", text=text)])
        session.flush()
    elif word == "keep":
        session.keep([answer_edit(root, "a", "c1.need", text=text)])
    else:
        getattr(session, word)()
    if word != "close":
        say()
"""


class Other:
    """The program running a second time, in a process of its own."""

    def __init__(self, path: Path, folder: Path, root: bytes) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path), str(folder), root.hex()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        self.said = self._hear()

    def do(self, order: str) -> dict[str, Any]:
        """Have it do something; returns how things stand there then."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{order}\n")
        self.process.stdin.flush()
        self.said = self._hear()
        return self.said

    def close(self) -> None:
        """Its window is closed."""
        self.process.communicate("close\n", timeout=30)

    def kill(self) -> None:
        """Its computer loses power."""
        self.process.kill()
        self.process.communicate()

    def _hear(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        said: dict[str, Any] = json.loads(self.process.stdout.readline())
        return said


@pytest.fixture
def youth(sample: Path) -> bytes:
    return root_of(sample, YOUTH)


@pytest.fixture
def other(sample: Path, tmp_path: Path, youth: bytes) -> Iterator[Callable[[], Other]]:
    begun: list[Other] = []

    def begin() -> Other:
        begun.append(Other(sample, tmp_path / "janis", youth))
        return begun[-1]

    yield begin
    for one in begun:
        one.kill()


@pytest.fixture
def begin(qapp: QApplication, sample: Path, user_folder: Path) -> Iterator[Callable[..., Session]]:
    """Opens the sample as a window does, looking every few milliseconds."""
    opened: list[Session] = []

    def make(path: Path | None = None, author: Author = AUTHOR, every: int = 20) -> Session:
        opened.append(Session(path or sample, author, user_folder, look_every_ms=every))
        return opened[-1]

    yield make
    for session in opened:
        session.close()
        session.deleteLater()
    settle()


def written(root: bytes, text: str, checkpoint: str = NEED) -> Edit:
    return answer_edit(root, "a", checkpoint, text=text)


def text_in(path: Path) -> str:
    return answer_of(path, YOUTH, NEED).text


def obstacle_of(session: Session, kind: type[UserError]) -> UserError:
    """What is in the way now, which must be of that `kind`."""
    found: UserError | None = session.obstacle
    assert isinstance(found, kind)
    return found


def names_beside(path: Path) -> list[str]:
    return sorted(found.name for found in path.parent.iterdir() if found.is_file())


# who has it ---------------------------------------------------------------------------------------------


def test_the_second_program_reads_and_sees_what_the_first_writes(
    sample: Path, youth: bytes, other: Callable[[], Other], begin: Callable[..., Session], qtbot: QtBot
) -> None:
    first = other()
    assert first.said["obstacle"] is None
    session = begin()
    assert isinstance(session.obstacle, FileHeld)
    assert (session.obstacle.data["name"], session.obstacle.data["organisation"]) == ("Jānis", "Dome")
    with qtbot.waitSignals([session.changed, session.others_wrote]):
        first.do("write From the first")
    assert session.dossier(youth).ours.answers[NEED].text == "From the first"
    before = text_in(sample)
    session.save([written(youth, "From the second")])
    session.flush()
    assert text_in(sample) == before


def test_the_names_of_those_who_wrote_are_told(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    session = begin()
    with (
        qtbot.waitSignal(session.others_wrote) as wrote,
        contextlib.closing(file.connect(sample, "rw")) as db,
    ):
        Log(db, Author("Anna")).save([written(youth, "Past the note")])
    assert wrote.args == [["Anna"]]
    assert session.dossier(youth).ours.answers[NEED].text == "Past the note"


def test_a_file_let_go_is_free_and_can_be_edited(
    sample: Path, youth: bytes, other: Callable[[], Other], begin: Callable[..., Session], qtbot: QtBot
) -> None:
    first = other()
    session = begin()
    assert not session.try_again()
    with qtbot.waitSignal(session.freed):
        first.close()
    obstacle_of(session, FileHeld)
    with qtbot.waitSignal(session.obstacle_changed):
        assert session.try_again()
    assert session.obstacle is None
    session.save([written(youth, "My turn")])
    session.flush()
    assert text_in(sample) == "My turn"


def test_after_a_crash_nobody_is_asked(
    sample: Path, youth: bytes, other: Callable[[], Other], begin: Callable[..., Session]
) -> None:
    first = other()
    first.do("write Saved before the crash")
    first.kill()
    assert holder.note_of(sample).exists()
    session = begin()
    assert session.obstacle is None
    assert session.dossier(youth).ours.answers[NEED].text == "Saved before the crash"
    session.close()
    assert names_beside(sample) == ["sample.roadmap"]


def test_a_note_left_behind_at_another_computer_frees_the_file(
    sample: Path, begin: Callable[..., Session], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    now = holder._now()
    left = holder.Holder(name="Jānis", computer="birojs", nonce="n", process=1, since=now, seen=now)
    holder.note_of(sample).write_bytes(holder._written(left))
    monkeypatch.setattr(holder, "STALE_SECONDS", 0.1)
    session = begin()
    assert not session.try_again()
    with qtbot.waitSignal(session.freed):
        pass
    assert session.try_again()
    assert holder.held_by_other(sample) is None


def test_a_note_thrown_away_is_put_there_again(
    sample: Path, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    begin()
    holder.note_of(sample).unlink()
    qtbot.waitUntil(holder.note_of(sample).exists)


def test_taking_over_and_back_loses_no_word(
    sample: Path, youth: bytes, other: Callable[[], Other], begin: Callable[..., Session], qtbot: QtBot
) -> None:
    theirs = other()
    mine = begin()
    with qtbot.waitSignal(mine.obstacle_changed):
        assert mine.take_over()
    mine.save([written(youth, "Mine now")])
    mine.flush()
    said = theirs.do("write Theirs, too late")
    assert (said["obstacle"], said["unsaved"], said["text"]) == (
        "FileTaken",
        ["Theirs, too late"],
        "Mine now",
    )
    assert text_in(sample) == "Mine now"
    with qtbot.waitSignal(mine.obstacle_changed):
        said = theirs.do("take_over")
    assert said["obstacle"] is None
    assert obstacle_of(mine, FileTaken).data["name"] == "Jānis"
    theirs.do("flush")
    # Neither had seen what the other wrote: both are there, and asked about.
    versions = versions_of(mine.dossier(youth).conflicts, written(youth, "").entity)
    assert versions.keys() == {"Mine now", "Theirs, too late"}


def test_words_kept_when_taken_over_are_offered_at_the_next_opening(
    sample: Path, youth: bytes, other: Callable[[], Other], begin: Callable[..., Session], tmp_path: Path
) -> None:
    theirs = other()
    theirs.do("keep Half a sentence")
    mine = begin()
    mine.take_over()
    mine.save([written(youth, "Mine")])
    mine.close()
    theirs.kill()
    session = Session(sample, Author("Jānis"), tmp_path / "janis")
    assert session.left_over == [written(youth, "Half a sentence")]
    session.put_back_left_over()
    session.flush()
    versions = versions_of(session.dossier(youth).conflicts, written(youth, "").entity)
    assert versions.keys() == {"Mine", "Half a sentence"}
    session.close()
    session.deleteLater()


def test_undo_takes_nothing_away_from_somebody_else(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    session = begin()
    before = answer_of(sample, YOUTH, "c1.offer").text
    session.save([written(youth, "Mine"), written(youth, "My offer", "c1.offer")])
    session.flush()
    with qtbot.waitSignal(session.others_wrote), contextlib.closing(file.connect(sample, "rw")) as db:
        Log(db, Author("Anna")).save([written(youth, "Anna's")])
    session.undo()
    session.flush()
    assert text_in(sample) == "Anna's"
    assert answer_of(sample, YOUTH, "c1.offer").text == before
    session.redo()
    session.flush()
    assert text_in(sample) == "Anna's"
    assert answer_of(sample, YOUTH, "c1.offer").text == "My offer"


def test_words_begun_before_somebody_wrote_replace_nothing(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    session = begin()
    session.keep([written(youth, "Beg")])
    with qtbot.waitSignal(session.changed), contextlib.closing(file.connect(sample, "rw")) as db:
        Log(db, Author("Anna")).save([written(youth, "Anna's")])
    session.save([written(youth, "Begun earlier")])
    session.flush()
    versions = versions_of(session.dossier(youth).conflicts, written(youth, "").entity)
    assert versions.keys() == {"Anna's", "Begun earlier"}
    session.save([written(youth, "Agreed")])
    session.flush()
    assert versions_of(session.dossier(youth).conflicts, written(youth, "").entity) == {}


def test_without_a_name_the_computers_own_is_written(
    sample: Path, youth: bytes, begin: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ilze.berzina")
    session = begin(author=Author(" "))
    session.save([written(youth, "By whom?")])
    session.close()
    with contextlib.closing(file.open_for_reading(sample)) as db:
        bodies = [json.loads(body) for (body,) in db.execute("SELECT body FROM session")]
    assert "ilze.berzina" in {body["name"] for body in bodies}


# a file that goes away ----------------------------------------------------------------------------------


def test_a_renamed_file_is_not_written_at_its_old_place(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    session = begin(every=60_000)
    session.save([written(youth, "Before")])
    session.flush()
    now = sample.rename(sample.with_name("Renamed.roadmap"))
    with qtbot.waitSignal(session.obstacle_changed):
        session.save([written(youth, "After")])
    assert isinstance(session.obstacle, FileMoved)
    assert session.obstacle.data["now"] == now
    assert session.unsaved == [written(youth, "After")]
    assert text_in(now) == "Before"
    assert names_beside(sample) == [".~lock.sample.roadmap#", "Renamed.roadmap"]
    session.close()
    again = begin(now)
    assert again.left_over == [written(youth, "After")]


def test_a_file_that_comes_back_gets_the_words_that_waited(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot, tmp_path: Path
) -> None:
    session = begin()
    (tmp_path / "pocket").mkdir()
    with qtbot.waitSignal(session.obstacle_changed):
        sample.rename(tmp_path / "pocket" / "sample.roadmap")
    obstacle_of(session, FileGone)
    session.save([written(youth, "While it was away")])
    assert session.unsaved == [written(youth, "While it was away")]
    with qtbot.waitSignal(session.changed):
        (tmp_path / "pocket" / "sample.roadmap").rename(sample)
    assert session.obstacle is None
    assert (text_in(sample), session.unsaved) == ("While it was away", [])


def test_a_file_put_back_as_a_copy_is_gone_on_with(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot, tmp_path: Path
) -> None:
    """As a stick that is pulled out and put in again: the same file under other numbers."""
    session = begin()
    session.save([written(youth, "Before")])
    session.flush()
    with qtbot.waitSignal(session.obstacle_changed):
        shutil.move(shutil.copyfile(sample, tmp_path / "copy"), tmp_path / "kept")
        sample.unlink()
    assert isinstance(session.obstacle, FileGone)
    session.save([written(youth, "Meanwhile")])
    with qtbot.waitSignal(session.changed):
        (tmp_path / "kept").rename(sample)
    session.save([written(youth, "After")])
    session.flush()
    assert text_in(sample) == "After"
    assert session.dossier(youth).ours.answers[NEED].text == "After"
    assert versions_of(session.dossier(youth).conflicts, written(youth, "").entity) == {}


def test_another_file_in_its_place_is_not_touched(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot, make_sample: MakeSample
) -> None:
    session = begin(every=60_000)
    replacement = make_sample("lv", "other.roadmap")
    before = replacement.read_bytes()
    replacement.replace(sample)
    with qtbot.waitSignal(session.obstacle_changed):
        session.save([written(youth, "Not into a stranger's file")])
    assert isinstance(session.obstacle, FileReplaced)
    assert not session.try_again()
    session.close()
    assert sample.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="a file that is open cannot be deleted there")
def test_a_deleted_file_can_be_saved_elsewhere_with_the_last_words(
    sample: Path, youth: bytes, begin: Callable[..., Session], tmp_path: Path, qtbot: QtBot
) -> None:
    session = begin()
    session.save([written(youth, "In the file")])
    session.flush()
    whole = everything_in(sample)
    with qtbot.waitSignal(session.obstacle_changed):
        sample.unlink()
    session.save([answer_edit(youth, "a", "c1.offer", text="Never in the file")])
    copy = tmp_path / "copy.roadmap"
    session.save_copy(copy)
    backup.check_tally(copy)
    assert (text_in(copy), answer_of(copy, YOUTH, "c1.offer").text) == ("In the file", "Never in the file")
    assert {name: len(rows) for name, rows in everything_in(copy).items()}["partnerships"] == len(
        whole["partnerships"]
    )
    with pytest.raises(FileExists):
        session.save_copy(copy)
    with pytest.raises(FolderUnwritable):
        session.save_copy(tmp_path / "nowhere" / "copy.roadmap")
    assert [found.name for found in tmp_path.iterdir() if found.name.endswith(".part")] == []


def test_a_copy_of_what_cannot_be_read_any_more_is_refused(
    begin: Callable[..., Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin(every=60_000)

    def broken(_: object) -> tuple[int, int]:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("roadmap_desktop.store.log.tally", broken)
        with pytest.raises(FileUnreadable):
            session.save_copy(tmp_path / "copy.roadmap")
    assert not (tmp_path / "copy.roadmap").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can pull out a stick")
def test_a_stick_pulled_out_and_put_in_again(
    sample: Path, youth: bytes, begin: Callable[..., Session], tmp_path: Path, qtbot: QtBot
) -> None:
    stick, image = tmp_path / "stick", tmp_path / "stick.img"
    stick.mkdir()
    with image.open("wb") as stream:
        stream.truncate(8 << 20)

    def mount() -> bool:
        return not subprocess.run(
            ["mount", "-o", "loop", image, stick], check=False, capture_output=True
        ).returncode

    def unmount() -> None:
        subprocess.run(["umount", "--lazy", stick], check=True)

    made = subprocess.run(["/sbin/mkfs.ext4", "-q", image], check=False, capture_output=True).returncode
    if made or not mount():
        pytest.skip("no loop devices here")
    try:
        path = Path(shutil.copyfile(sample, stick / "sample.roadmap"))
        session = begin(path)
        session.save([written(youth, "On the stick")])
        session.flush()
        with qtbot.waitSignal(session.obstacle_changed):
            unmount()
        assert isinstance(session.obstacle, FileGone)
        session.save([written(youth, "While it was out")])
        with qtbot.waitSignal(session.changed):
            assert mount()
        session.flush()
        assert text_in(path) == "While it was out"
        session.close()
    finally:
        subprocess.run(["umount", "--lazy", stick], check=False, capture_output=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_made_read_only_is_called_so_and_the_words_wait(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    session = begin()
    sample.parent.chmod(0o500)
    try:
        with qtbot.waitSignal(session.failed) as failed:
            session.save([written(youth, "Not yet")])
        assert isinstance(failed.args[0], FolderUnwritable)
        assert session.unsaved == [written(youth, "Not yet")]
    finally:
        sample.parent.chmod(0o700)
    session.retry()
    session.flush()
    assert text_in(sample) == "Not yet"


# an older copy put over it ------------------------------------------------------------------------------


def put_over(path: Path, older: bytes) -> None:
    """As a cloud client does, or `cat older > file`: the file stays the same one, with other bytes in it."""
    with path.open("r+b") as stream:
        stream.write(older)
        stream.truncate()


def test_an_older_copy_put_over_the_file_is_noticed_and_what_it_took_is_not_undone(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    session = begin()
    original = text_in(sample)
    session.save([written(youth, "First")])
    session.flush()
    older = sample.read_bytes()
    for text in ("Second", "Third"):
        session.save([written(youth, text)])
        session.flush()
    with (
        qtbot.assertNotEmitted(session.others_wrote),
        qtbot.waitSignals([session.lost_changes, session.changed]),
    ):
        put_over(sample, older)
    assert session.dossier(youth).ours.answers[NEED].text == "First"
    session.undo()
    session.flush()
    assert text_in(sample) == original
    assert not session.can_undo
    session.redo()
    session.flush()
    assert text_in(sample) == "First"
    backup.check_tally(sample)


def test_what_was_written_here_can_be_put_back_beside_what_the_older_copy_holds(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    session = begin()
    older = sample.read_bytes()
    for text in ("One", "Two"):
        session.save([written(youth, text)])
        session.undo()
        session.flush()
        session.save([written(youth, f"{text} again")])
        session.flush()
    whole = everything_in(sample)
    assert not session.can_put_back
    with qtbot.waitSignal(session.lost_changes):
        put_over(sample, older)
    session.save([written(youth, "Meanwhile", "c1.offer")])
    with qtbot.waitSignal(session.put_back):
        session.put_back_lost()
    assert answer_of(sample, YOUTH, NEED).text == "Two again"
    assert answer_of(sample, YOUTH, "c1.offer").text == "Meanwhile"
    session.undo()
    session.flush()
    assert everything_in(sample) == whole
    assert not session.can_put_back
    backup.check_tally(sample)


def test_a_backup_brings_back_what_an_older_copy_took_and_nothing_is_missed_then(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot, tmp_path: Path
) -> None:
    session = begin()
    older = sample.read_bytes()
    session.save([written(youth, "In the backup")])
    session.flush()
    kept = Path(shutil.copyfile(sample, tmp_path / "kept.roadmap"))
    session.save([written(youth, "After it", "c1.offer")])
    session.flush()
    with qtbot.waitSignal(session.lost_changes):
        put_over(sample, older)
    incoming = receive.look(sample, [kept])
    with qtbot.waitSignal(session.received):
        session.receive(incoming, {}, "later", tmp_path / "before", dt.datetime.now(dt.UTC))
    incoming.close()
    assert text_in(sample) == "In the backup"
    with qtbot.waitSignal(session.put_back):
        session.put_back_lost()
    assert answer_of(sample, YOUTH, "c1.offer").text == "After it"
    with (
        qtbot.assertNotEmitted(session.lost_changes),
        qtbot.waitSignal(session.others_wrote) as wrote,
        contextlib.closing(file.connect(sample, "rw")) as db,
    ):
        Log(db, Author("Anna")).save([written(youth, "Anna's")])
    assert wrote.args == [["Anna"]]
    assert everything_in(sample)["conflicts"] == []
    backup.check_tally(sample)


def test_undo_straight_after_an_older_copy_takes_nothing_more_away(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    session = begin(every=60_000)
    older = sample.read_bytes()
    session.save([written(youth, "Gone")])
    session.flush()
    put_over(sample, older)
    with qtbot.waitSignal(session.lost_changes) as lost:
        session.undo()
    session.flush()
    assert lost.args == [1]
    assert sample.read_bytes() == older


def test_who_writes_on_in_an_older_copy_is_named_in_it(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    session = begin(author=Author("Zane"), every=60_000)
    older = sample.read_bytes()
    session.save([written(youth, "Gone")])
    session.flush()
    put_over(sample, older)
    session.save([written(youth, "Written on", "c1.offer")])
    session.flush()
    assert answer_of(sample, YOUTH, "c1.offer").text == "Written on"
    with contextlib.closing(file.open_for_reading(sample)) as db:
        bodies = [json.loads(body) for (body,) in db.execute("SELECT body FROM session")]
    assert "Zane" in {body["name"] for body in bodies}
    backup.check_tally(sample)


def test_what_somebody_else_wrote_is_missed_even_where_as_much_was_added(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot, tmp_path: Path
) -> None:
    apart = Path(shutil.copyfile(sample, tmp_path / "apart"))
    for path, name in ((sample, "Anna"), (apart, "Jānis")):
        with contextlib.closing(file.connect(path, "rw")) as db:
            Log(db, Author(name)).save([written(youth, f"By {name}")])
    session = begin()
    with qtbot.waitSignal(session.lost_changes):
        put_over(sample, apart.read_bytes())
    assert session.dossier(youth).ours.answers[NEED].text == "By Jānis"


def test_a_partnership_that_an_older_copy_does_not_know_is_told_as_changed(
    sample: Path, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    session = begin()
    older, new = sample.read_bytes(), bytes(range(16))
    session.save([Edit(new, "partnership", new, {"title": "New today"})])
    session.flush()
    with qtbot.waitSignal(session.changed) as changed:
        put_over(sample, older)
    assert new in changed.args[0]


# undo across restarts -----------------------------------------------------------------------------------


def test_what_was_done_last_time_can_be_undone_and_redone(
    sample: Path, youth: bytes, begin: Callable[..., Session], qtbot: QtBot
) -> None:
    states = [everything_in(sample)]
    session = begin()
    for text in ("One", "Two", "Three"):
        session.save([written(youth, text)])
        session.flush()
        states.append(everything_in(sample))
    session.undo()
    session.flush()
    session.close()
    for wanted, step in ((1, "undo"), (2, "redo"), (3, "redo"), (2, "undo"), (1, "undo"), (0, "undo")):
        again = begin()
        with qtbot.waitSignal(again.undoable):
            pass
        getattr(again, step)()
        again.flush()
        assert everything_in(sample) == states[wanted]
        again.close()


def test_after_a_crash_as_well(
    sample: Path, other: Callable[[], Other], begin: Callable[..., Session], tmp_path: Path, qtbot: QtBot
) -> None:
    theirs = other()
    before = text_in(sample)
    theirs.do("write One")
    theirs.do("_keep_steps")
    theirs.kill()
    session = Session(sample, Author("Jānis"), tmp_path / "janis")
    with qtbot.waitSignal(session.undoable):
        pass
    session.undo()
    session.flush()
    session.close()
    session.deleteLater()
    assert text_in(sample) == before


def test_nothing_is_undone_where_anything_happened_since(
    sample: Path, youth: bytes, begin: Callable[..., Session], user_folder: Path
) -> None:
    session = begin()
    session.save([written(youth, "Mine")])
    session.close()
    with contextlib.closing(file.connect(sample, "rw")) as db:
        kept = recovery.kept_steps(user_folder, session.document, db)
        assert len(kept.undo) == 1
        Log(db, Author("Anna")).save([written(youth, "Anna's", "c1.offer")])
        assert recovery.kept_steps(user_folder, session.document, db) == recovery.Steps()
