"""The session: what is saved stands in the file, what cannot be saved is not lost, and the windows never wait."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.dossier import Found
from roadmap_desktop.domain.edits import answer_edit, organisation_edit, partnership_edits
from roadmap_desktop.domain.errors import (
    AttachmentGone,
    DiskFull,
    FileBusy,
    FileDamaged,
    FileForeign,
    FileMissing,
    FileNewer,
    FileReadOnly,
    FolderUnwritable,
    TextTooLong,
    UnknownPartnership,
    UserError,
)
from roadmap_desktop.domain.records import LONG_TEXT, Attachment, Scalar, derived_id
from roadmap_desktop.session import Session
from roadmap_desktop.store import file, queries, receive, schema
from roadmap_desktop.store.log import Author, Log, Step
from tests.reading import (
    answer_of,
    changes_in,
    dossier_of,
    everything_in,
    reader,
    root_of,
    titles_in,
    versions_of,
)
from tests.store.tools import rebuilt

YOUTH = "Youth centre in the old school"
NEED = "c1.need"
Open = Callable[..., Session]


@pytest.fixture
def session(open_session: Open, sample: Path) -> Session:
    return open_session(sample)


@pytest.fixture
def youth(sample: Path) -> bytes:
    return root_of(sample, YOUTH)


def written(root: bytes, text: str, checkpoint: str = NEED) -> Edit:
    return answer_edit(root, "a", checkpoint, text=text)


def text_on_disk(path: Path, checkpoint: str = NEED) -> str:
    return answer_of(path, YOUTH, checkpoint).text


class Disk(SimpleNamespace):
    """What the disk under the writing thread does; `pragmas` are put on its connection before every write."""

    pragmas: tuple[str, ...] = ()

    def fill(self) -> None:
        """No page can be added any more: SQLite reports a full disk itself."""
        self.pragmas = ("PRAGMA max_page_count = 1", "PRAGMA query_only = OFF")

    def protect(self) -> None:
        """Nothing can be written any more."""
        self.pragmas = ("PRAGMA query_only = ON",)

    def mend(self) -> None:
        """All is well again."""
        self.pragmas = ("PRAGMA max_page_count = 1073741823", "PRAGMA query_only = OFF")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made, save = Disk(), Log.save

    def write(log: Log, edits: Sequence[Edit], *more: Any) -> Step:
        for pragma in made.pragmas:
            log._db.execute(pragma)
        return save(log, edits, *more)

    monkeypatch.setattr(Log, "save", write)
    return made


LONG = "Twenty-eight children. " * 2_000
"""Longer than the pages that a file has to spare."""


# reading ------------------------------------------------------------------------------------------------


def test_what_it_reads_is_what_the_file_holds(session: Session, sample: Path, youth: bytes) -> None:
    with reader(sample) as db:
        ids = queries.partnership_ids(db)
        assert session.partnership_ids() == ids
        assert session.summaries(ids) == list(queries.summaries(db, ids))
        assert session.dossier(youth) == queries.dossier(db, youth)
        assert [found.partnership.id for found in session.dossiers()] == ids
        assert session.organisations() == queries.organisations(db)
        assert session.home_organisation() == queries.home_organisation(db)
        assert session.home_organisation().name == "Association “Ābeļkalna ļaudis”"
        assert session.due_stops("2026-11-30", 2) == queries.due_stops(db, "2026-11-30", 2)
        assert len(session.due_stops("2026-11-30", 2)) == 2


def test_an_unknown_partnership_has_a_type_of_its_own(session: Session) -> None:
    with pytest.raises(UnknownPartnership):
        session.dossier(bytes(16))


def test_the_windows_connection_cannot_write(session: Session) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        session._db.execute("DELETE FROM change")


# opening ------------------------------------------------------------------------------------------------


def spoil(path: Path, how: str) -> None:
    match how:
        case "missing":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "foreign":
            path.write_bytes(b"Dear Sir or Madam" * 100)
        case "cut":
            path.write_bytes(path.read_bytes()[:10_000])


@pytest.mark.parametrize(
    ("how", "error"),
    [("missing", FileMissing), ("empty", FileForeign), ("foreign", FileForeign), ("cut", FileDamaged)],
)
def test_what_cannot_be_read_is_said_and_left_alone(
    sample: Path, user_folder: Path, qapp: object, how: str, error: type[UserError]
) -> None:
    spoil(sample, how)
    before = sample.read_bytes() if sample.exists() else None
    with pytest.raises(error):
        Session(sample, Author("Ilze"), user_folder)
    assert (sample.read_bytes() if sample.exists() else None) == before
    assert list(sample.parent.glob("*-journal")) == []


def make_newer(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {schema.FORMAT + 1}")


def test_a_newer_file_can_be_read_and_nothing_else(
    open_session: Open, sample: Path, youth: bytes, qtbot: QtBot
) -> None:
    make_newer(sample)
    before = sample.read_bytes()
    session = open_session(sample)
    assert isinstance(session.obstacle, FileNewer)
    assert session.dossier(youth).partnership.title == YOUTH
    with qtbot.waitSignal(session.failed) as failed:
        session.save([written(youth, "Not to be written")])
    assert failed.args == [session.obstacle]
    session.undo()
    session.redo()
    session.close()
    assert sample.read_bytes() == before
    assert (session.can_undo, session.can_redo) == (False, False)


@pytest.mark.parametrize(("spared", "error"), [("file", FileReadOnly), ("folder", FolderUnwritable)])
def test_a_protected_file_or_folder_opens_to_be_read(
    open_session: Open, sample: Path, monkeypatch: pytest.MonkeyPatch, spared: str, error: type[UserError]
) -> None:
    protected = sample if spared == "file" else sample.parent
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != protected)
    before = sample.read_bytes()
    session = open_session(sample)
    assert isinstance(session.obstacle, error)
    assert len(session.partnership_ids()) == 3
    session.close()
    assert sample.read_bytes() == before


# saving -------------------------------------------------------------------------------------------------


def test_a_save_stands_in_the_file_and_tells_what_it_touched(
    session: Session, sample: Path, youth: bytes, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.undoable), qtbot.waitSignal(session.changed) as changed:
        session.save([written(youth, "28 bērniem nav kur palikt.")])
    assert changed.args == [frozenset({youth})]
    assert session.can_undo
    assert text_on_disk(sample) == "28 bērniem nav kur palikt."
    assert session.dossier(youth).ours.answers[NEED].text == "28 bērniem nav kur palikt."


def test_one_save_may_touch_several_roots(session: Session, sample: Path, qtbot: QtBot) -> None:
    partner = organisation_edit("Līvāni", "municipality")
    home = session.home_organisation().id.hex()
    begun = partnership_edits("A garden", (home, "community"), (partner.entity.hex(), "municipality"))
    with qtbot.waitSignal(session.changed) as changed:
        session.save([partner, *begun])
    assert changed.args == [frozenset({partner.root, begun[0].root})]
    assert dossier_of(sample, "A garden").theirs.organisation.name == "Līvāni"


def test_saving_what_is_so_already_changes_nothing(
    session: Session, sample: Path, youth: bytes, qtbot: QtBot
) -> None:
    before, told = changes_in(sample), list[object]()
    session.changed.connect(told.append)
    with qtbot.waitSignal(session.busy, check_params_cb=lambda busy: not busy):
        session.save([written(youth, text_on_disk(sample))])
    assert (changes_in(sample), told, session.can_undo) == (before, [], False)


def test_busy_says_when_a_save_begins_and_ends(session: Session, youth: bytes, qtbot: QtBot) -> None:
    said = list[bool]()
    session.busy.connect(said.append)
    with qtbot.waitSignal(session.changed):
        session.save([written(youth, "One")])
        assert session.saving
    assert said == [True, False]
    assert not session.saving


def test_the_windows_thread_never_writes(
    session: Session, youth: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrote, heard, save = list[int](), list[int](), Log.save

    def watched(log: Log, edits: Sequence[Edit], *more: Any) -> Step:
        wrote.append(threading.get_ident())
        return save(log, edits, *more)

    monkeypatch.setattr(Log, "save", watched)
    session.changed.connect(lambda _: heard.append(threading.get_ident()))
    with qtbot.waitSignal(session.changed):
        session.save([written(youth, "One")])
    with qtbot.waitSignal(session.changed):
        session.save([written(youth, "Two")])
    assert len(set(wrote)) == 1
    assert wrote[0] != threading.get_ident()
    assert heard == [threading.get_ident()] * 2


def test_save_returns_before_the_disk_has_answered(
    session: Session, sample: Path, youth: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, save = threading.Event(), Log.save

    def held(log: Log, edits: Sequence[Edit], *more: Any) -> Step:
        assert slow.wait(30)
        return save(log, edits, *more)

    monkeypatch.setattr(Log, "save", held)
    before = text_on_disk(sample)
    session.save([written(youth, "Later")])
    assert (session.saving, text_on_disk(sample)) == (True, before)
    assert session.unsaved == [written(youth, "Later")]
    with qtbot.waitSignal(session.changed):
        slow.set()
    assert (text_on_disk(sample), session.unsaved) == ("Later", [])


def test_saves_are_written_in_the_order_given(session: Session, sample: Path, youth: bytes) -> None:
    for number in range(5):
        session.save([written(youth, f"Version {number}")])
    session.flush()
    assert text_on_disk(sample) == "Version 4"
    with reader(sample) as db:
        entity = written(youth, "").entity
        found = db.execute("SELECT body FROM change WHERE entity = ? ORDER BY wall DESC LIMIT 5", (entity,))
        assert [json.loads(row[0])["text"] for row in found] == [
            f"Version {number}" for number in (4, 3, 2, 1, 0)
        ]


def test_flush_brings_the_signals_out_before_it_returns(session: Session, youth: bytes) -> None:
    heard = list[object]()
    session.changed.connect(heard.append)
    session.save([written(youth, "One")])
    session.save([written(youth, "Two")])
    session.flush()
    assert heard == [frozenset({youth})] * 2


def test_every_opening_writes_under_an_identity_of_its_own(
    open_session: Open, sample: Path, youth: bytes
) -> None:
    with reader(sample) as db:
        before = {row[0] for row in db.execute("SELECT id FROM session")}
    for text in ("First", "Second"):
        session = open_session(sample, Author("Ilze"))
        session.save([written(youth, text)])
        session.close()
    with reader(sample) as db:
        bodies = [
            json.loads(body)
            for number, body in db.execute("SELECT id, body FROM session")
            if number not in before
        ]
    assert [body["name"] for body in bodies] == ["Ilze", "Ilze"]
    assert len({body["nonce"] for body in bodies}) == 2


# undo and redo ------------------------------------------------------------------------------------------


def test_undo_and_redo_bring_back_exactly_what_was(session: Session, sample: Path, youth: bytes) -> None:
    states = [everything_in(sample)]
    steps = (
        [written(youth, "Another need")],
        [answer_edit(youth, "a", "c1.offer", state="done", who="Līga", due="2027-01-01")],
        [written(youth, "A third need"), answer_edit(youth, "b", "m1.capacity", text="The partner's")],
        [Edit(youth, "partnership", youth, {DELETED: 1})],
    )
    for edits in steps:
        session.save(edits)
        session.flush()
        states.append(everything_in(sample))
    for expected in reversed(states[:-1]):
        assert session.can_undo
        session.undo()
        session.flush()
        assert everything_in(sample) == expected
    assert not session.can_undo
    for expected in states[1:]:
        assert session.can_redo
        session.redo()
        session.flush()
        assert everything_in(sample) == expected
    assert not session.can_redo
    with reader(sample) as db:
        assert {name: rows for name, rows in rebuilt(db).items() if name != "activity"} == everything_in(
            sample
        )


def test_undo_tells_what_it_touched(session: Session, sample: Path, youth: bytes, qtbot: QtBot) -> None:
    before = text_on_disk(sample)
    session.save([written(youth, "Other")])
    session.flush()
    with qtbot.waitSignal(session.changed) as changed:
        session.undo()
    assert changed.args == [frozenset({youth})]
    assert text_on_disk(sample) == before


def test_a_new_save_ends_what_could_be_done_again(session: Session, youth: bytes) -> None:
    session.save([written(youth, "One")])
    session.flush()
    session.undo()
    session.flush()
    assert session.can_redo
    session.save([written(youth, "Two")])
    session.flush()
    assert not session.can_redo


def test_there_is_nothing_to_undo_at_the_beginning(session: Session, sample: Path) -> None:
    before = changes_in(sample)
    assert not session.can_undo
    assert not session.can_redo
    session.undo()
    session.redo()
    session.flush()
    assert changes_in(sample) == before


def test_undo_takes_back_even_what_is_being_saved(session: Session, sample: Path, youth: bytes) -> None:
    session.save([written(youth, "One")])
    session.flush()
    session.save([written(youth, "Two")])
    session.undo()
    session.flush()
    assert text_on_disk(sample) == "One"
    session.redo()
    session.flush()
    assert text_on_disk(sample) == "Two"


# when the disk says no ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("trouble", "error"), [("fill", DiskFull), ("protect", FileReadOnly)])
def test_a_failed_save_keeps_the_words_and_tries_them_again_with_the_next(
    session: Session,
    sample: Path,
    youth: bytes,
    disk: Disk,
    qtbot: QtBot,
    trouble: str,
    error: type[UserError],
) -> None:
    before = everything_in(sample)
    getattr(disk, trouble)()
    with qtbot.waitSignal(session.failed) as failed:
        session.save([written(youth, LONG)])
    assert isinstance(failed.args[0], error)
    assert everything_in(sample) == before
    assert session.unsaved == [written(youth, LONG)]
    assert not session.saving
    disk.mend()
    session.save([answer_edit(youth, "a", "c1.offer", state="done")])
    session.flush()
    assert text_on_disk(sample) == LONG
    assert answer_of(sample, YOUTH, "c1.offer").state == "done"
    assert session.unsaved == []


def test_a_locked_file_can_be_tried_again(
    open_session: Open, sample: Path, youth: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "BUSY_MS", 20)
    session = open_session(sample)
    with contextlib.closing(sqlite3.connect(sample, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with qtbot.waitSignal(session.failed) as failed:
            session.save([written(youth, "Patience")])
        assert isinstance(failed.args[0], FileBusy)
        assert session.unsaved == [written(youth, "Patience")]
        other.execute("ROLLBACK")
    with qtbot.waitSignal(session.changed):
        session.retry()
    assert text_on_disk(sample) == "Patience"


def test_words_that_never_reached_the_disk_are_offered_at_the_next_opening(
    open_session: Open, sample: Path, youth: bytes, disk: Disk
) -> None:
    first = open_session(sample)
    disk.fill()
    first.save([written(youth, LONG)])
    first.close()
    disk.mend()
    second = open_session(sample)
    assert second.left_over == [written(youth, LONG)]
    assert text_on_disk(sample) != LONG
    second.put_back_left_over()
    second.close()
    assert text_on_disk(sample) == LONG
    assert open_session(sample).left_over == []


def test_words_being_typed_outlive_a_dead_battery(open_session: Open, sample: Path, youth: bytes) -> None:
    running = open_session(sample)
    running.keep([written(youth, "Half a sent")])
    running.keep([written(youth, "Half a sentence"), written(youth, "Other", "c1.offer")])
    after_the_crash = open_session(sample)
    assert after_the_crash.left_over == [
        written(youth, "Half a sentence"),
        written(youth, "Other", "c1.offer"),
    ]


def test_words_saved_need_no_second_net(
    open_session: Open, sample: Path, youth: bytes, user_folder: Path
) -> None:
    session = open_session(sample)
    session.keep([written(youth, "Typed")])
    [path] = user_folder.iterdir()
    assert path.name.startswith(f"unsaved-{session.document}.")
    session.save([written(youth, "Typed")])
    session.flush()
    assert list(user_folder.iterdir()) == []
    assert open_session(sample).left_over == []


def test_putting_words_back_takes_nothing_away(open_session: Open, sample: Path, youth: bytes) -> None:
    open_session(sample).keep([written(youth, "From last week")])
    session = open_session(sample)
    session.save([written(youth, "Newer words")])
    session.flush()
    session.put_back_left_over()
    session.flush()
    assert text_on_disk(sample) == "Newer words\n\nFrom last week"


def test_left_over_words_can_be_dropped(open_session: Open, sample: Path, youth: bytes) -> None:
    open_session(sample).keep([written(youth, "No longer wanted")])
    session = open_session(sample)
    session.drop_left_over()
    assert session.left_over == []
    assert open_session(sample).left_over == []


def test_left_over_words_wait_beside_new_ones_until_the_user_decides(
    open_session: Open, sample: Path, youth: bytes
) -> None:
    open_session(sample).keep([written(youth, "From last week")])
    session = open_session(sample)
    session.keep([written(youth, "From today", "c1.offer")])
    both = [written(youth, "From last week"), written(youth, "From today", "c1.offer")]
    assert open_session(sample).left_over == both
    session.save([written(youth, "From today", "c1.offer")])
    session.close()
    assert open_session(sample).left_over == both[:1]


def test_left_over_words_of_a_file_that_became_protected_are_kept(
    open_session: Open, sample: Path, youth: bytes, qtbot: QtBot
) -> None:
    open_session(sample).keep([written(youth, "Mine")])
    make_newer(sample)
    session = open_session(sample)
    with qtbot.waitSignal(session.failed):
        session.put_back_left_over()
    session.close()
    assert open_session(sample).left_over == [written(youth, "Mine")]


def test_a_folder_for_unsaved_words_that_cannot_be_made_stops_nothing(
    open_session: Open, sample: Path, youth: bytes, tmp_path: Path
) -> None:
    (tmp_path / "occupied").write_text("not a folder")
    session = open_session(sample, folder=tmp_path / "occupied")
    session.keep([written(youth, "Typed")])
    session.save([written(youth, "Saved")])
    session.close()
    assert text_on_disk(sample) == "Saved"


def test_a_text_too_long_is_refused_and_a_shorter_one_takes_its_place(
    session: Session, sample: Path, youth: bytes, qtbot: QtBot
) -> None:
    before = text_on_disk(sample)
    with qtbot.waitSignal(session.failed) as failed:
        session.save([written(youth, "x" * (LONG_TEXT + 1))])
    assert isinstance(failed.args[0], TextTooLong)
    assert text_on_disk(sample) == before
    told = list[object]()
    session.failed.connect(told.append)
    with qtbot.waitSignal(session.changed):
        session.save([written(youth, "Short enough")])
    assert text_on_disk(sample) == "Short enough"
    assert (told, session.unsaved) == ([], [])


def test_a_newer_text_takes_only_its_own_fields_from_what_failed(
    session: Session, sample: Path, youth: bytes, disk: Disk
) -> None:
    disk.protect()
    offer = answer_edit(youth, "a", "c1.offer", state="done")
    session.save([answer_edit(youth, "a", NEED, text="Old", who="Līga"), offer])
    session.flush()
    disk.mend()
    session.save([written(youth, "New")])
    session.flush()
    found = answer_of(sample, YOUTH, NEED)
    assert (found.text, found.who) == ("New", "Līga")
    assert answer_of(sample, YOUTH, "c1.offer").state == "done"


def test_a_failed_undo_can_be_asked_for_again(
    session: Session, sample: Path, youth: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = text_on_disk(sample)
    session.save([written(youth, "Other")])
    session.flush()
    with monkeypatch.context() as patch:
        patch.setattr(Log, "revert", lambda log, *_: log._db.execute("INSERT INTO nowhere VALUES (1)"))
        with qtbot.waitSignal(session.failed):
            session.undo()
    assert session.can_undo
    assert text_on_disk(sample) == "Other"
    session.undo()
    session.flush()
    assert text_on_disk(sample) == before


def test_a_defect_of_ours_comes_out_as_what_it_is(
    session: Session, youth: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(log: Log, edits: Sequence[Edit], *more: Any) -> Step:
        raise ZeroDivisionError

    monkeypatch.setattr(Log, "save", broken)
    with qtbot.waitSignal(session.failed) as failed:
        session.save([written(youth, "One")])
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert session.unsaved == [written(youth, "One")]


# searching ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", ["Sproģis", "sprogis", "SPROĢIS valdis"])
def test_search_finds_words_whatever_their_case_and_diacritics(
    session: Session, qtbot: QtBot, wanted: str
) -> None:
    with qtbot.waitSignal(session.found) as found:
        session.look_for(wanted)
    text, places = found.args
    assert text == wanted
    assert (places[0].partnership.title, places[0].checkpoint) == (YOUTH, "c1.organisation")


def test_search_without_a_find_says_so(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.found) as found:
        session.look_for("xyzzy")
    assert found.args == ["xyzzy", []]


def test_search_runs_beside_the_windows(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = list[int]()

    def watched(db: sqlite3.Connection, text: str, limit: int) -> Iterator[Found]:
        threads.append(threading.get_ident())
        return iter(())

    monkeypatch.setattr(queries, "search", watched)
    with qtbot.waitSignal(session.found):
        session.look_for("any")
    assert threads != [threading.get_ident()]


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Makes a search for "endless" count for ever; set once it has begun."""
    begun, search = threading.Event(), queries.search

    def slow(db: sqlite3.Connection, text: str, limit: int) -> Iterator[Found]:
        if text == "endless":
            begun.set()
            db.execute(
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n"
            ).fetchone()
        return iter(search(db, text, limit))

    monkeypatch.setattr(queries, "search", slow)
    return begun


def searching() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "search"]


def test_a_newer_search_ends_the_one_before(session: Session, endless: threading.Event, qtbot: QtBot) -> None:
    heard = list[str]()
    session.found.connect(lambda text, _places: heard.append(text))
    session.look_for("endless")
    assert endless.wait(30)
    with qtbot.waitSignal(session.found):
        session.look_for("youth")
    assert heard == ["youth"]


def test_closing_ends_a_search(session: Session, endless: threading.Event) -> None:
    session.look_for("endless")
    assert endless.wait(30)
    session.close()
    assert searching() == []


# attachments --------------------------------------------------------------------------------------------


def test_an_attachment_travels_in_the_file(session: Session, sample: Path, youth: bytes) -> None:
    import hashlib

    data = b"%PDF-1.7 \x00\xff" * 1_000
    fields: dict[str, Scalar] = {
        "side": "a", "checkpoint": NEED, "name": "Aptauja.pdf",
        "sha256": hashlib.sha256(data).hexdigest(), "size": len(data),
    }  # fmt: skip
    session.save([Edit(youth, "attachment", derived_id(youth, "attachment", "1"), fields)], [data])
    session.flush()
    [found] = dossier_of(sample, YOUTH).ours.attachments[NEED]
    assert (found.name, found.size) == ("Aptauja.pdf", len(data))
    assert session.attachment_data(found) == data
    session.undo()
    session.flush()
    assert NEED not in dossier_of(sample, YOUTH).ours.attachments
    session.redo()
    session.flush()
    assert session.attachment_data(dossier_of(sample, YOUTH).ours.attachments[NEED][0]) == data


def test_an_attachment_whose_bytes_are_gone_is_named(session: Session) -> None:
    with pytest.raises(AttachmentGone) as gone:
        session.attachment_data(Attachment(name="Aptauja.pdf", sha256="00" * 32))
    assert gone.value.data["name"] == "Aptauja.pdf"


# two people ---------------------------------------------------------------------------------------------


def test_two_versions_are_both_told(open_session: Open, sample: Path, youth: bytes) -> None:
    with reader(sample) as db:
        mine, theirs = (
            sqlite3.connect(":memory:", isolation_level=None),
            sqlite3.connect(":memory:", isolation_level=None),
        )
        for copy in (mine, theirs):
            db.backup(copy)
    with contextlib.closing(mine), contextlib.closing(theirs):
        Log(theirs, Author("Jānis")).save([written(youth, "As Jānis sees it")])
        other = list(theirs.execute("SELECT root, kind, entity, id, body, prev, wall, session FROM change"))
        sessions = list(theirs.execute("SELECT id, body FROM session"))
    session = open_session(sample)
    session.save([written(youth, "As Ilze sees it")])
    session.flush()
    from roadmap_desktop.domain.changes import Change

    with contextlib.closing(file.connect(sample, "rw")) as db:
        Log(db, Author("Ilze")).merge([Change(*row) for row in other], sessions)
    entity = written(youth, "").entity
    found = session.dossier(youth)
    assert versions_of(found.conflicts, entity) == {
        "As Jānis sees it": "Jānis",
        "As Ilze sees it": "Ilze Bērziņa",
    }
    assert NEED in found.ours.disputed
    session.save([written(youth, "As both see it")])
    session.flush()
    assert versions_of(session.dossier(youth).conflicts, entity) == {}


def test_what_came_is_taken_in_and_can_be_undone(
    open_session: Open, sample: Path, youth: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    copy = Path(shutil.copyfile(sample, tmp_path / "from-janis.roadmap"))
    with contextlib.closing(file.connect(copy, "rw")) as db:
        Log(db, Author("Jānis")).save([written(youth, "As Jānis sees it")])
    before = everything_in(sample)
    session = open_session(sample)
    session.save([answer_edit(youth, "a", "c1.offer", state="done")])
    session.flush()
    others = list[object]()
    session.others_wrote.connect(others.append)
    incoming = receive.look(sample, [copy])
    when = dt.datetime.now(dt.UTC)
    with qtbot.waitSignals([session.changed, session.received]):
        session.receive(incoming, {}, "later", tmp_path / "backups", when)
    incoming.close()
    assert text_on_disk(sample) == "As Jānis sees it"
    assert len(list((tmp_path / "backups").glob("*.roadmap"))) == 1
    for _ in range(2):
        session.undo()
        session.flush()
    assert everything_in(sample) == before
    session.redo()
    session.redo()
    session.flush()
    assert text_on_disk(sample) == "As Jānis sees it"
    assert others == []


def test_a_page_that_damage_garbled_is_called_damage(
    session: Session, youth: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def malformed(*_: object) -> None:
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr(queries, "_records", malformed)
    with pytest.raises(FileDamaged):
        session.dossier(youth)


# the end ------------------------------------------------------------------------------------------------


def writers() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "writer"]


def test_closing_writes_what_is_under_way_and_ends_the_thread(
    session: Session, sample: Path, youth: bytes
) -> None:
    for number in range(20):
        session.save([written(youth, f"Version {number}")])
    session.close()
    assert text_on_disk(sample) == "Version 19"
    assert writers() == []
    assert list(sample.parent.glob("sample.roadmap-*")) == []


def test_closing_twice_is_closing_once(session: Session, sample: Path, youth: bytes) -> None:
    session.save([written(youth, "Last")])
    session.close()
    session.close()
    assert text_on_disk(sample) == "Last"
    assert len(titles_in(sample)) == 3


def test_a_session_that_never_saved_leaves_no_trace(
    session: Session, sample: Path, user_folder: Path
) -> None:
    before = sample.read_bytes()
    session.partnership_ids()
    session.close()
    assert sample.read_bytes() == before
    assert writers() == []
    assert not user_folder.exists()
