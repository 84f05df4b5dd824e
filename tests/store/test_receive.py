"""Receiving whole files: what is found, what is taken in, undone, and that any order of exchange comes to the same."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import random
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.errors import FileDamaged, FileForeign, FileHostile, FileMissing
from roadmap_desktop.domain.incoming import Choice, Group, Place, Source, Thing
from roadmap_desktop.domain.records import answer_id, note_id, person_id
from roadmap_desktop.domain.words import local_day
from roadmap_desktop.store import check, derived, exchanges, file, log, new, queries, receive, send
from roadmap_desktop.store.log import Author, Log
from roadmap_desktop.store.receive import Received, apply, apply_in, look
from tests.reading import versions_of
from tests.store import hostile, tools
from tests.store.tools import OTHER_ROOT, ROOT
from tests.store.world import CLOCKS, World, live_through, some_edit

ILZE = Author("Ilze Bērziņa", "Ābeļkalna ļaudis")
KARLIS = Author("Kārlis Ozols", "Novada dome")
WHEN = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
NEED = answer_id(ROOT, "a", "c1.need")


@contextlib.contextmanager
def writing(path: Path, author: Author = ILZE, start: int = 0) -> Iterator[Log]:
    with contextlib.closing(file.open_for_writing(path)) as db:
        yield Log(db, author, tools.clock_from(start)) if start else Log(db, author)


def write(path: Path, *edits: Edit, author: Author = ILZE, contents: Sequence[bytes] = ()) -> None:
    with writing(path, author) as writer:
        writer.save(edits, contents)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(file.open_for_reading(path)) as db:
        yield db


def dumped(path: Path) -> dict[str, list[Any]]:
    with opened(path) as db:
        return tools.dump(db)


def text_at(path: Path, checkpoint: str = "c1.need", side: str = "a") -> str:
    with opened(path) as db:
        return queries.text_of(db, "answer", answer_id(ROOT, side, checkpoint))


def conflicts(path: Path) -> list[tuple[str, str]]:
    with opened(path) as db:
        return list(db.execute("SELECT kind, field FROM conflicts ORDER BY 1, 2"))


def copied(path: Path, name: str) -> Path:
    return Path(shutil.copyfile(path, path.with_name(f"{name}.roadmap")))


def groups(path: Path, *files: Path) -> list[Group]:
    with look(path, files) as incoming:
        return list(incoming.groups())


def things(path: Path, *files: Path) -> list[Thing]:
    return [thing for group in groups(path, *files) for thing in group.things]


def take(
    path: Path,
    *files: Path,
    default: Choice = "later",
    choices: dict[Place, Choice] | None = None,
    author: Author = ILZE,
) -> Received:
    with look(path, files) as incoming:
        return apply(path, incoming, choices or {}, author, path.parent / "backups", WHEN, default)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A file with one partnership of two sides, of Ilze's."""
    path = tmp_path / "ours.roadmap"
    new.new_file(path, ILZE, "community")
    with opened(path) as db:
        home = queries.meta(db, "home")
    write(
        path,
        tools.partnership(),
        tools.side("a", organisation=home),
        tools.side("b", form="municipality"),
        tools.answer(text="Vajag vietu.", state="in-progress"),
    )
    return path


# what is found ------------------------------------------------------------------------------------------


def test_who_sent_it_and_how_much_is_new(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    write(theirs, tools.answer(text="Vajag vietu un siltumu."), author=KARLIS)
    before = ours.read_bytes()
    with opened(ours) as db:
        count = log.tally(db)[0]
    with look(ours, [theirs]) as incoming:
        [source] = incoming.sources
        assert (source.verdict, source.name, source.organisation) == (
            "healthy",
            "Kārlis Ozols",
            "Novada dome",
        )
        assert (source.new, source.known, source.copy) == (1, count, True)
        assert source.written > 1_700_000_000_000
        assert incoming.new == 1
        [group] = incoming.groups()
    assert (group.title, group.sort, group.ours) == ("Jauniešu centrs", "changed", "a")
    assert group.forms == {"a": "community", "b": "municipality"}
    [thing] = group.things
    assert (thing.kind, thing.sort, thing.side, thing.checkpoint) == ("answer", "changed", "a", "c1.need")
    [difference] = thing.differences
    assert (difference.field, difference.sort) == ("text", "changed")
    assert (difference.ours.value, difference.ours.by) == ("Vajag vietu.", "Ilze Bērziņa")
    assert [(one.value, one.by) for one in difference.theirs] == [("Vajag vietu un siltumu.", "Kārlis Ozols")]
    assert ours.read_bytes() == before, "looking wrote"


def test_each_sort_of_difference(ours: Path) -> None:
    action, gone = b"action-1--------", b"action-2--------"
    write(
        ours,
        Edit(ROOT, "action", action, {"what": "Sapulce"}),
        Edit(ROOT, "action", gone, {"what": "Vēstule"}),
    )
    write(ours, Edit(ROOT, "action", gone, {DELETED: 1}))
    theirs = copied(ours, "theirs")
    write(ours, tools.answer(text="Mūsu teksts."))
    write(
        theirs,
        tools.answer(text="Viņu teksts.", state="done"),
        tools.answer("c1.idea", text="Jauna doma"),
        Edit(ROOT, "action", action, {DELETED: 1}),
        Edit(ROOT, "action", gone, {DELETED: 0}),
        author=KARLIS,
    )
    found = {(thing.kind, thing.checkpoint or thing.label): thing for thing in things(ours, theirs)}
    assert {key: thing.sort for key, thing in found.items()} == {
        ("answer", "c1.need"): "conflict",
        ("answer", "c1.idea"): "new",
        ("action", "Sapulce"): "deleted",
        ("action", "Vēstule"): "restored",
    }
    by_field = {one.field: one for one in found["answer", "c1.need"].differences}
    assert {name: one.sort for name, one in by_field.items()} == {"text": "conflict", "state": "changed"}
    assert (by_field["text"].ours.value, by_field["text"].theirs[0].value) == ("Mūsu teksts.", "Viņu teksts.")
    assert [one.field for one in found["answer", "c1.idea"].differences] == ["text"]


def test_a_partnership_that_is_unknown_here_is_new(ours: Path) -> None:
    theirs = ours.with_name("theirs.roadmap")
    new.new_file(theirs, KARLIS, "municipality")
    write(
        theirs,
        tools.partnership("Dārzs", OTHER_ROOT),
        tools.answer(root=OTHER_ROOT, text="Zeme ir."),
        author=KARLIS,
    )
    with look(ours, [theirs]) as incoming:
        assert not incoming.sources[0].copy
        found = {group.title: group for group in incoming.groups()}
    assert {title: group.sort for title, group in found.items()} == {"Novada dome": "new", "Dārzs": "new"}
    done = take(ours, theirs)
    with opened(ours) as db:
        assert len(queries.partnership_ids(db)) == 2
    with writing(ours) as writer:
        writer.revert(done.step)
    with opened(ours) as db:
        assert len(queries.partnership_ids(db)) == 1
        assert [one.name for one in queries.organisations(db)] == ["Ābeļkalna ļaudis"]


def test_the_partner_fills_their_side_and_it_comes_home(ours: Path) -> None:
    """Sides are "a" and "b" in the file, and each file knows whose it is: nothing has to be turned round."""
    theirs = ours.with_name("theirs.roadmap")
    new.new_file(theirs, KARLIS, "municipality")
    take(theirs, ours, author=KARLIS)
    with opened(theirs) as db:
        home = queries.meta(db, "home")
    write(
        theirs,
        tools.side("b", form="municipality", organisation=home),
        tools.answer("m1.forms", "b", text="Dome piekrīt."),
        author=KARLIS,
    )
    assert {(one.kind, one.side) for one in things(ours, theirs)} >= {("answer", "b")}
    take(ours, theirs)
    with opened(ours) as db:
        here = queries.dossier(db, ROOT)
    with opened(theirs) as db:
        there = queries.dossier(db, ROOT)
    assert here.ours.answers["c1.need"].text == "Vajag vietu." == there.theirs.answers["c1.need"].text
    assert here.theirs.answers["m1.forms"].text == "Dome piekrīt." == there.ours.answers["m1.forms"].text
    assert here.theirs.organisation.name == "Novada dome"
    assert not conflicts(ours)


def test_our_private_note_is_not_replaced_by_a_strangers(ours: Path) -> None:
    note = Edit(
        ROOT, "note", note_id(ROOT, "a", "c1.need"), {"side": "a", "checkpoint": "c1.need", "text": "Mūsu"}
    )
    stranger = copied(ours, "stranger")
    write(ours, note)
    write(stranger, note._replace(fields={**note.fields, "text": "Svešs"}), author=KARLIS)
    take(ours, stranger)
    with opened(ours) as db:
        told = versions_of(queries.dossier(db, ROOT).conflicts, note.entity)
    assert told.keys() == {"Mūsu", "Svešs"}


def test_what_was_erased_never_comes_back(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    write(theirs, tools.answer("c1.idea", text="Anna Bērziņa, 29123456"), author=KARLIS)
    with opened(theirs) as db:
        (number,) = db.execute("SELECT id FROM change WHERE body LIKE '%29123456%'").fetchone()
    hostile.sql(ours, f"INSERT INTO forgotten VALUES (x'{number.hex()}')")
    assert things(ours, theirs) == []
    assert take(ours, theirs).new == 0
    assert b"29123456" not in ours.read_bytes()


def test_bad_files_are_named_and_stop_nobody(ours: Path) -> None:
    good, evil, torn = (copied(ours, name) for name in ("good", "evil", "torn"))
    write(good, tools.answer("c1.idea", text="Doma"), author=KARLIS)
    hostile.trigger(evil)
    hostile.cut_in_half(torn)
    text = ours.with_name("text.roadmap")
    text.write_text("Sveiki!\n" * 100)
    files = [evil, torn, text, ours.with_name("gone.roadmap"), good]
    with look(ours, files) as incoming:
        assert [source.verdict for source in incoming.sources] == [
            "hostile", "damaged", "foreign", "unreadable", "healthy",
        ]  # fmt: skip
        assert [type(source.error) for source in incoming.sources[:4]] == [
            FileHostile, FileDamaged, FileForeign, FileMissing,
        ]  # fmt: skip
        [group] = incoming.groups()
        assert [one.sources for thing in group.things for one in thing.differences] == [(4,)]
    assert take(ours, *files).new == 1
    assert check.check(ours).verdict == "healthy"


def test_our_own_file_brings_nothing(ours: Path) -> None:
    with look(ours, [ours]) as incoming:
        assert (incoming.sources[0].verdict, incoming.sources[0].new) == ("healthy", 0)
    assert take(ours, ours).backup is None


def test_an_altered_row_that_is_known_here_is_not_taken(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    write(theirs, tools.answer("c1.idea", text="Doma"), author=KARLIS)
    hostile.sql(
        theirs, "UPDATE change SET body = replace(body, 'Vajag vietu', 'Nevajag neko') WHERE kind = 'answer'"
    )
    take(ours, theirs)
    assert text_at(ours) == "Vajag vietu."
    assert text_at(ours, "c1.idea") == "Doma"
    assert check.check(ours).verdict == "healthy"


def test_an_altered_row_that_is_new_here_refuses_the_file(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    write(theirs, tools.answer("c1.idea", text="Doma"), author=KARLIS)
    hostile.sql(theirs, "UPDATE change SET body = replace(body, 'Doma', 'Dome') WHERE body LIKE '%Doma%'")
    with look(ours, [theirs]) as incoming:
        assert incoming.sources[0].verdict == "damaged"


def test_a_lost_row_is_noticed_among_the_known(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    write(theirs, tools.answer("c1.idea", text="Doma"), author=KARLIS)
    hostile.sql(theirs, f"DELETE FROM change WHERE entity = x'{NEED.hex()}'")
    with look(ours, [theirs]) as incoming:
        assert incoming.sources[0].verdict == "damaged"


@pytest.fixture
def filled(ours: Path) -> Path:
    """With a note and an attachment besides."""
    data = b"\xff\xd8" * 5_000
    sha = log.content_key(data).hex()
    at = {"side": "a", "checkpoint": "c1.need"}
    write(
        ours,
        Edit(ROOT, "note", note_id(ROOT, "a", "c1.need"), {**at, "text": "Slepeni."}),
        Edit(ROOT, "attachment", bytes(16), {**at, "name": "foto.jpg", "sha256": sha, "size": len(data)}),
        *(tools.answer(f"c2.{number}", text="vārds") for number in range(200)),
        contents=[data],
    )
    return ours


@pytest.mark.parametrize("name", sorted(hostile.CASES))
def test_a_hostile_file_is_named_and_ours_stays_whole(name: str, filled: Path) -> None:
    """To whom everything in it is news, and to whom most of it is known."""
    stranger = filled.with_name("stranger.roadmap")
    new.new_file(stranger, KARLIS, "municipality")
    theirs = copied(filled, "theirs")
    write(theirs, tools.answer("c1.idea", text="Doma"), author=KARLIS)
    case = hostile.CASES[name]
    case.make(theirs)
    with look(stranger, [theirs]) as incoming:
        [source] = incoming.sources
        harmless = source.verdict in ("healthy", "newer")
        assert harmless == (case.verdict == "harmless")
        assert harmless or source.verdict in (case.verdict, "damaged", "unreadable")
    with opened(filled) as db:
        held = set(derived.all_changes(db))
    for path in (stranger, filled):
        take(path, theirs)
        assert check.check(path).verdict == "healthy"
    with opened(filled) as db:
        assert held <= set(derived.all_changes(db))


# taking in ----------------------------------------------------------------------------------------------


def disputed(ours: Path) -> Path:
    """A copy in which another text stands where we have written ours since."""
    theirs = copied(ours, "theirs")
    write(ours, tools.answer(text="Mūsu teksts.", due="2026-12-01"))
    write(theirs, tools.answer(text="Viņu teksts.", due="2026-12-24"), author=KARLIS)
    return theirs


@pytest.mark.parametrize(
    ("choice", "text", "left"),
    [
        ("theirs", "Viņu teksts.", []),
        ("ours", "Mūsu teksts.", []),
        ("both", "Ilze Bērziņa:\nMūsu teksts.\n\nKārlis Ozols:\nViņu teksts.", [("answer", "due")]),
        ("later", None, [("answer", "due"), ("answer", "text")]),
    ],
)
def test_a_conflict_is_settled_as_chosen(
    ours: Path, choice: Choice, text: str | None, left: list[tuple[str, str]]
) -> None:
    theirs = disputed(ours)
    before = dumped(ours)
    done = take(ours, theirs, default=choice)
    assert conflicts(ours) == left
    assert text in (None, text_at(ours))
    [(title, thing)] = done.conflicts
    assert (title, {one.field for one in thing.differences}) == ("Jauniešu centrs", {"text", "due"})
    assert done.backup is not None
    assert dumped(done.backup.path) == before
    # Both texts can be reached in the history, whatever was chosen.
    with opened(ours) as db:
        bodies = " ".join(change.body for change in derived.entity_changes(db, ROOT, "answer", NEED))
    assert "Mūsu teksts." in bodies
    assert "Viņu teksts." in bodies
    # What was settled here is settled there as well.
    take(theirs, ours, author=KARLIS)
    assert dumped(theirs)["answers"] == dumped(ours)["answers"]
    assert conflicts(theirs) == left


def test_choices_are_for_each_field(ours: Path) -> None:
    theirs = disputed(ours)
    place = Place(ROOT, "answer", NEED, "text")
    take(ours, theirs, default="ours", choices={place: "theirs"})
    with opened(ours) as db:
        answer = queries.dossier(db, ROOT).ours.answers["c1.need"]
    assert (answer.text, answer.due) == ("Viņu teksts.", "2026-12-01")


def test_ours_can_be_kept_where_nothing_is_in_conflict(ours: Path) -> None:
    write(ours, Edit(ROOT, "action", b"action-1--------", {"what": "Sapulce"}))
    theirs = copied(ours, "theirs")
    write(
        theirs,
        tools.answer(text="Citādi"),
        tools.answer("c1.idea", text="Doma"),
        Edit(ROOT, "action", b"action-1--------", {DELETED: 1}),
        author=KARLIS,
    )
    found = things(ours, theirs)
    before = dumped(ours)
    choices: dict[Place, Choice] = {thing.place(): "ours" for thing in found}
    choices |= {thing.place(one.field): "ours" for thing in found for one in thing.differences}
    take(ours, theirs, choices=choices)
    after = dumped(ours)
    assert {name: after[name] for name in ("answers", "actions", "conflicts")} == {
        name: before[name] for name in ("answers", "actions", "conflicts")
    }


@pytest.mark.parametrize("deleter", ["ours", "theirs"])
@pytest.mark.parametrize("choice", ["theirs", "ours"])
def test_deleted_there_edited_here(ours: Path, deleter: str, choice: Choice) -> None:
    row = Edit(ROOT, "action", b"action-1--------", {"what": "Sapulce"})
    write(ours, row)
    theirs = copied(ours, "theirs")
    edited, deleted = (theirs, ours) if deleter == "ours" else (ours, theirs)
    write(deleted, row._replace(fields={DELETED: 1}))
    write(edited, row._replace(fields={"what": "Sapulce martā"}))
    [thing] = things(ours, theirs)
    assert thing.sort == "conflict"
    assert DELETED in {one.field for one in thing.differences}
    take(ours, theirs, default=choice)
    assert conflicts(ours) == []
    with opened(ours) as db:
        there = [one.what for one in queries.dossier(db, ROOT).actions]
    assert there == ([] if choice == deleter else ["Sapulce martā"])


def test_a_partnership_deleted_there_and_written_in_here(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    write(theirs, Edit(ROOT, "partnership", ROOT, {DELETED: 1}), author=KARLIS)
    quiet = copied(ours, "quiet")
    assert [(one.kind, one.sort) for one in things(quiet, theirs)] == [("partnership", "deleted")]
    write(ours, tools.answer("c1.idea", text="Doma"))
    assert [(one.kind, one.sort) for one in things(ours, theirs)] == [("partnership", "conflict")]
    kept = copied(ours, "kept")
    take(kept, theirs, default="ours")
    assert conflicts(kept) == []
    assert text_at(kept, "c1.idea") == "Doma"
    take(ours, theirs, default="theirs")
    with opened(ours) as db:
        assert queries.partnership_ids(db) == []
        assert not db.execute("SELECT * FROM conflicts").fetchall()


def test_something_written_into_what_we_had_deleted(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    write(ours, Edit(ROOT, "partnership", ROOT, {DELETED: 1}))
    before = dumped(ours)
    write(theirs, tools.answer("c1.idea", text="Doma"), author=KARLIS)
    assert ("partnership", "conflict") in [(one.kind, one.sort) for one in things(ours, theirs)]
    done = take(ours, theirs)
    assert conflicts(ours) == [("partnership", DELETED)]
    with writing(ours) as writer:
        writer.revert(done.step)
    assert dumped(ours)["partnerships"] == before["partnerships"] == []
    assert conflicts(ours) == []


def test_identical_edits_are_no_conflict(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    for path, author in ((ours, ILZE), (theirs, KARLIS)):
        write(path, tools.answer(text="Vienādi", state="done"), author=author)
    assert things(ours, theirs) == []
    assert take(ours, theirs, default="theirs").new == 1
    assert conflicts(ours) == []


def test_attachments_come_along_once(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    data = b"%PDF-1.7 " * 1000
    row = Edit(ROOT, "attachment", b"attachment-1----", {
        "side": "a", "checkpoint": "c1.need", "name": "plāns.pdf", "sha256": log.content_key(data).hex(), "size": len(data),
    })  # fmt: skip
    write(theirs, row, author=KARLIS, contents=[data])
    take(ours, theirs)
    take(ours, theirs)
    with opened(ours) as db:
        assert list(db.execute("SELECT data FROM attachment")) == [(data,)]
        [attachment] = queries.dossier(db, ROOT).ours.attachments["c1.need"]
        assert queries.attachment_data(db, attachment) == data
    again = copied(ours, "again")
    with look(ours, [again]) as incoming:
        assert list(incoming.contents()) == [], "bytes that are here were carried over again"


def test_the_same_file_twice_writes_nothing(ours: Path) -> None:
    theirs = disputed(ours)
    take(ours, theirs)
    before = ours.read_bytes()
    with look(ours, [theirs, theirs]) as incoming:
        assert [source.new for source in incoming.sources] == [0, 0]
        assert list(incoming.groups()) == []
        with writing(ours) as writer:
            done = apply_in(writer, incoming, {}, "theirs")
    assert (done.new, done.step.written) == (0, ())
    assert ours.read_bytes()[100:] == before[100:]
    assert conflicts(ours) == [("answer", "due"), ("answer", "text")]


def test_a_conflict_that_waits_is_not_asked_again(ours: Path) -> None:
    theirs = disputed(ours)
    take(ours, theirs)
    write(theirs, tools.answer("c1.idea", text="Doma"), author=KARLIS)
    assert [(one.checkpoint, one.sort) for one in things(ours, theirs)] == [("c1.idea", "new")]


def test_nothing_is_taken_in_where_the_backup_fails(ours: Path) -> None:
    theirs = disputed(ours)
    before = dumped(ours)
    blocked = ours.with_name("backups")
    blocked.write_text("no folder")
    with look(ours, [theirs]) as incoming, pytest.raises(Exception, match="backups"):
        apply(ours, incoming, {}, ILZE, blocked, WHEN)
    assert dumped(ours) == before


def test_the_register_says_what_came_and_undo_takes_both_back(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    write(theirs, tools.answer(text="Viņu"), author=KARLIS)
    done = take(ours, theirs)
    with opened(ours) as db:
        [line] = exchanges.register(db, ROOT)
    assert (line.direction, line.who, line.file, line.changes) == (
        "in", "Kārlis Ozols, Novada dome", "theirs.roadmap", 1,
    )  # fmt: skip
    assert line.day == local_day(line.wall)
    with writing(ours) as writer:
        writer.revert(done.step)
    with opened(ours) as db:
        assert exchanges.register(db, ROOT) == []
    assert text_at(ours) != "Viņu"


def test_the_register_says_what_the_copy_says_of_itself(ours: Path, tmp_path: Path) -> None:
    theirs = copied(ours, "theirs")
    write(theirs, tools.answer(text="Viņu"), author=KARLIS)
    sent = send.make(theirs, tmp_path / "sent.roadmap", "partner", ROOT, Author("Anna", "Dome"), WHEN).path
    with look(ours, [sent]) as incoming:
        [source] = incoming.sources
    assert source.said is not None
    assert (source.said.level, source.said.wall) == ("partner", round(WHEN.timestamp() * 1000))
    assert source.sender == "Anna, Dome", "nobody has written in it since"
    take(ours, sent)
    with opened(ours) as db:
        [line] = exchanges.register(db, ROOT)
    assert (line.who, line.level) == ("Anna, Dome", "partner")
    write(sent, tools.answer(text="Vēlāk"), author=KARLIS)
    with look(ours, [sent]) as incoming:
        [source] = incoming.sources
    assert source.said is not None
    assert not source.said.untouched
    assert source.sender == "Kārlis Ozols, Novada dome", "who wrote in it since"


def test_what_is_of_several_partnerships_is_noted_at_home(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    write(theirs, tools.partnership("Cita", OTHER_ROOT), tools.answer(text="Viņu"), author=KARLIS)
    take(ours, theirs)
    with opened(ours) as db:
        assert exchanges.register(db, ROOT) == []
        home = bytes.fromhex(queries.meta(db, "home"))
        assert [line.file for line in exchanges.register(db, home)] == ["theirs.roadmap"]


def test_what_a_colleague_wrote_is_no_answer_of_the_partner(ours: Path) -> None:
    theirs = copied(ours, "conflicted copy")
    write(theirs, tools.answer(text="Mūsu pašu"), author=ILZE._replace(name="Gatis Lūsis"))
    take(ours, theirs)
    with opened(ours) as db:
        assert exchanges.register(db, ROOT) == []
        home = bytes.fromhex(queries.meta(db, "home"))
        assert [line.who for line in exchanges.register(db, home)] == ["Gatis Lūsis, Ābeļkalna ļaudis"]


def test_while_it_is_written_our_file_is_asked_by_the_writer_alone(ours: Path) -> None:
    """Much that is new fills more than the memory for pages; from then on nobody else can read until it is all in."""
    theirs = copied(ours, "theirs")
    write(theirs, tools.answer(text="Viņu"), author=KARLIS)
    with look(ours, [theirs]) as incoming:
        incoming._db.close()
        with writing(ours) as writer:
            assert receive.apply_in(writer, incoming, {}).new == 1


def test_nothing_is_noted_where_nothing_or_only_a_register_came(ours: Path) -> None:
    theirs = copied(ours, "theirs")
    write(theirs, tools.answer(text="Viņu"), author=KARLIS)
    take(ours, theirs)
    assert take(ours, theirs).new == 0
    assert take(theirs, ours).new == 1, "the line of our register"
    with opened(theirs) as db:
        assert [line.direction for line in exchanges.register(db, ROOT)] == ["in"]
    assert take(ours, theirs).new == 0, "and that is the end of it"


def test_three_files_at_once_are_as_one_after_another(ours: Path) -> None:
    files = [copied(ours, f"copy-{number}") for number in range(3)]
    for number, path in enumerate(files):
        write(path, tools.answer(text=f"Teksts {number}"), author=Author(f"Anna {number}"))
        write(path, tools.answer("c1.idea", text="Vienādi"), author=Author(f"Anna {number}"))
    one_by_one = [copied(ours, name) for name in ("forth", "back")]
    for path in files:
        take(one_by_one[0], path)
    for path in reversed(files):
        take(one_by_one[1], path)
    [thing] = [thing for thing in things(ours, *files) if thing.checkpoint == "c1.need"]
    assert {one.value for one in thing.differences[0].theirs} == {"Teksts 0", "Teksts 1", "Teksts 2"}
    assert thing.differences[0].sources == (0, 1, 2)
    done = take(ours, *files, files[0])
    assert done.new == 6
    assert told_by(dumped(ours)) == told_by(dumped(one_by_one[0])) == told_by(dumped(one_by_one[1]))
    with opened(ours) as db:
        assert sorted(line.file for line in exchanges.register(db, ROOT)) == [one.name for one in files]


@pytest.mark.parametrize("mine", [None, ()])
def test_undoing_shows_what_was_shown_and_keeps_what_came(ours: Path, mine: tuple[bytes, ...] | None) -> None:
    theirs = disputed(ours)
    write(
        theirs,
        tools.answer("c1.idea", text="Doma"),
        Edit(ROOT, "partnership", ROOT, {"title": "Cits nosaukums"}),
        author=KARLIS,
    )
    with opened(ours) as db:
        before = tools.shown(db)
    done = take(ours, theirs, default="both")
    with opened(ours) as db:
        after = tools.shown(db)
    with writing(ours) as writer:
        again = writer.revert(done.step, mine)
    with opened(ours) as db:
        assert tools.shown(db) == before
        assert {change.id for change in done.step.written} <= {c.id for c in derived.all_changes(db)}
    with writing(ours) as writer:
        writer.revert(again, mine)
    with opened(ours) as db:
        assert tools.shown(db) == after


# any histories ------------------------------------------------------------------------------------------


class Unvetted:
    """A copy's log as `vet` would hand it over; the rows were all written by our own program."""

    def __init__(self, db: sqlite3.Connection, held: set[bytes]) -> None:
        self.db = db
        self.held = held

    def changes(self) -> Iterator[Any]:
        return (change for change in derived.all_changes(self.db) if change.id not in self.held)

    def sessions(self) -> list[tuple[bytes, str]]:
        return log.all_sessions(self.db)

    def attachments(self) -> Iterator[bytes]:
        return iter(())


def incoming_from(ours: sqlite3.Connection, *others: sqlite3.Connection) -> receive.Incoming:
    held = {change.id for change in derived.all_changes(ours)}
    vetted: list[Any] = [Unvetted(other, held) for other in others]
    sources = [Source(Path("x"), "healthy", new=sum(1 for _ in one.changes())) for one in vetted]
    return receive.Incoming(ours, sources, vetted, contextlib.ExitStack())


def union(ours: sqlite3.Connection, *others: sqlite3.Connection) -> sqlite3.Connection:
    merged = tools.copy_of(ours)
    for other in others:
        tools.writer(merged).merge(derived.all_changes(other), log.all_sessions(other))
    return merged


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9))
def test_taking_in_is_the_union_whatever_happened(seed: int) -> None:
    """As `Log.merge`, which the worlds' oracle judges: same rows, same conflicts, right tally, and undo is exact."""
    world = live_through(random.Random(seed), 40)
    first, *rest = (copy.db for copy in world.copies)
    wanted = union(first, *rest)
    before = tools.shown(first)
    incoming = incoming_from(first, *rest)
    told = list(incoming.groups())
    writer = tools.writer(first, start=300_000_000_000_000)
    done = apply_in(writer, incoming, {})
    assert told_by(tools.dump(first)) == told_by(tools.dump(wanted))
    assert tools.dump(first) == tools.rebuilt(first)
    assert tools.tally_is_right(first)
    assert (done.new > 0) == (bool(done.step.written))
    assert log.recall(first, json.loads(json.dumps(log.noted(done.step)))) == done.step
    after = tools.shown(first)
    if not told:
        assert _visible(before) == _visible(after)
    if _visible(before) != _visible(after):
        assert told, "something changed that was not told before"
    if done.new:
        undone = writer.revert(done.step)
        assert _visible(tools.shown(first)) == _visible(before)
        writer.revert(undone)
        assert _visible(tools.shown(first)) == _visible(after)


def told_by(dump: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """What a file says but for its register, which says when what came where."""
    return {name: rows for name, rows in dump.items() if name not in ("exchanges", "activity")}


def _visible(shown: dict[str, Any]) -> dict[str, Any]:
    """What any window can show: not what is inside a partnership that is gone, nor questions about what is gone."""
    there = {row[0] for row in shown["partnerships"]}
    kept = {
        name: [
            tuple("{}" if cell == '{"mood":""}' else cell for cell in row)
            for row in rows
            if name == "organisations" or row[1] in there or row[0] in there
        ]
        for name, rows in shown.items()
        if name not in ("conflicts", "exchanges")
    }
    things = {row[0] for rows in kept.values() for row in rows}
    # Who wants it there and who does not is one question, however many say either.
    asked = [row[:4] if row[3] == DELETED else row for row in shown["conflicts"] if row[2] in things]
    return {**kept, "conflicts": asked}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9), st.sampled_from(["ours", "theirs", "both"]))
def test_what_is_settled_stays_settled_and_everybody_ends_alike(seed: int, choice: Choice) -> None:
    world = live_through(random.Random(seed), 40)
    dbs = [copy.db for copy in world.copies]
    pick = random.Random(seed)
    for _ in range(3):
        for db in pick.sample(dbs, len(dbs)):
            others = [other for other in dbs if other is not db]
            writer = tools.writer(db, start=pick.choice(CLOCKS))
            done = apply_in(writer, incoming_from(db, *pick.sample(others, len(others))), {}, choice)
            if choice != "both":
                asked = {
                    (thing.root, thing.kind, thing.entity, one.field)
                    for _, thing in done.conflicts
                    for one in thing.differences
                    if one.sort == "conflict"
                }
                left = {row[:4] for row in _visible(tools.shown(db))["conflicts"]}
                assert not asked & left, "asked, answered, and still open"
        pick.shuffle(dbs)
    for db in dbs:
        apply_in(tools.writer(db), incoming_from(db, *(other for other in dbs if other is not db)), {})
    for db in dbs:
        assert tools.dump(db) == tools.dump(dbs[0]) == tools.rebuilt(db)
        assert tools.tally_is_right(db)


@pytest.mark.parametrize("seed", range(4))
def test_real_files_through_the_real_process_in_any_order(seed: int, tmp_path: Path) -> None:
    """Copies on disk, each with other people's edits; a chain A→B→C→A, older copies and everything twice."""
    pick = random.Random(seed)
    world = World()
    world.edit(0, [tools.partnership(), tools.answer(text="viens")])
    paths = [tmp_path / f"{name}.roadmap" for name in "abc"]
    file.create(paths[0])
    write(paths[0], tools.partnership(), tools.answer(text="viens"))
    for path in paths[1:]:
        shutil.copyfile(paths[0], path)
    older: list[Path] = []
    for _ in range(3):
        for place, path in enumerate(paths):
            with writing(
                path, Author(path.stem), pick.choice([clock for clock in CLOCKS if abs(clock) < 2**47]) or 1
            ) as log_:
                for _ in range(4):
                    log_.save([some_edit(pick)])
            older.append(copied(path, f"old-{len(older)}"))
            take(paths[(place + 1) % 3], path)
    everything = [*older, *paths, *older]
    for path in paths:
        take(path, *pick.sample(everything, len(everything)))
        assert check.check(path).verdict == "healthy"
    for path in paths:
        take(path, *paths)
    assert dumped(paths[0]) == dumped(paths[1]) == dumped(paths[2])
    with look(paths[0], everything) as incoming:
        assert [source.new for source in incoming.sources] == [0] * len(everything)


def test_a_copy_with_roles_replaces_no_name_here(ours: Path) -> None:
    """However little was written, and however it is taken in."""
    contact = b"contact---------"
    write(
        ours,
        Edit(ROOT, "contact", contact, {"side": "a", "role": "vadītāja"}),
        Edit(ROOT, "person", person_id(ROOT, contact), {"contact": contact.hex(), "name": "Zane Gribuška"}),
        Edit(ROOT, "action", b"action-1--------", {"what": "Zvanīt Zanei", "who": "Zane Gribuška"}),
        tools.answer(text="Zane zvanīs."),
        tools.answer("c1.idea", text="Zanes doma", state="done"),
    )
    before = copied(ours, "before")
    sent = send.make(ours, ours.with_name("roles.roadmap"), "roles", ROOT, ILZE, WHEN).path
    assert things(ours, sent) == []
    take(ours, sent, default="theirs")
    with opened(ours) as db, opened(before) as old:
        assert told_by(tools.dump(db)) == told_by(tools.dump(old))
        assert tools.dump(db) == tools.rebuilt(db)
    write(sent, tools.answer(text="Labots"), author=KARLIS)
    assert [thing.kind for thing in things(before, sent)] == ["answer"]
    take(before, sent)
    assert (text_at(before), conflicts(before)) == ("Labots", [])
    assert text_at(before, "c1.idea") == "Zanes doma"
