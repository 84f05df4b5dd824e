"""Sending whole files: what leaves and what does not, to the last byte; and that every exchange, in any order, loses nothing."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import random
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_desktop import paths
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.errors import (
    FileDamaged,
    FileExists,
    FolderUnwritable,
    UnknownPartnership,
)
from roadmap_desktop.domain.exchange import Said, sent_edit
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.history import Scope
from roadmap_desktop.domain.levels import Replaced, Stays
from roadmap_desktop.domain.records import Scalar, answer_id, note_id, person_id
from roadmap_desktop.store import (
    check,
    derived,
    file,
    history,
    leaving,
    log,
    new,
    queries,
    receive,
    send,
    vet,
)
from roadmap_desktop.store.bin import binned
from roadmap_desktop.store.log import Author, Log
from tests.reading import versions_of
from tests.store import tools
from tests.store.tools import OTHER_ROOT, ROOT

ILZE = Author("Ilze Bērziņa", "Ābeļkalna ļaudis")
KARLIS = Author("Kārlis Ozols", "Novada dome")
WHEN = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
DOME, OTHER_DOME = b"dome------------", b"another-dome----"
CONTACT = b"contact---------"
SECRET = "Slepeni"
"""In every text that must not leave for the partner."""


def write(path: Path, *edits: Edit, author: Author = ILZE, contents: tuple[bytes, ...] = ()) -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        Log(db, author).save(edits, contents)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(file.open_for_reading(path)) as db:
        yield db


def attached(name: str, data: bytes, root: bytes = ROOT, entity: bytes = b"file-1----------") -> Edit:
    fields: dict[str, Scalar] = {
        "side": "a", "checkpoint": "c1.need", "name": name, "sha256": log.content_key(data).hex(), "size": len(data),
    }  # fmt: skip
    return Edit(root, "attachment", entity, fields)


def note(text: str, root: bytes = ROOT) -> Edit:
    return Edit(
        root, "note", note_id(root, "a", "c1.need"), {"side": "a", "checkpoint": "c1.need", "text": text}
    )


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A file with a partnership for a partner, one with somebody else, and something secret in every corner."""
    path = tmp_path / "ours.roadmap"
    new.new_file(path, ILZE, "community")
    with opened(path) as db:
        home = queries.meta(db, "home")
    write(
        path,
        Edit(DOME, "organisation", DOME, {"name": "Novada dome", "kind": "municipality"}),
        Edit(OTHER_DOME, "organisation", OTHER_DOME, {"name": f"{SECRET} cita dome"}),
        tools.partnership("Jauniešu centrs"),
        tools.side("a", organisation=home),
        tools.side("b", form="municipality", organisation=DOME.hex()),
        tools.answer(text="Vajag vietu.", state="in-progress"),
        tools.partnership(f"{SECRET} dārzs", OTHER_ROOT),
        tools.side("a", OTHER_ROOT, organisation=home),
        tools.side("b", OTHER_ROOT, organisation=OTHER_DOME.hex()),
        tools.answer(text=f"{SECRET} atbilde", root=OTHER_ROOT),
    )
    write(path, note(f"{SECRET} piezīme"), note(f"{SECRET} cita", OTHER_ROOT))
    write(path, note(f"{SECRET} vēl viena"))
    swot = {"side": "a", "quadrant": "weakness", "text": f"{SECRET} vājums"}
    write(path, Edit(ROOT, "swot", b"swot-1----------", dict(swot)))
    write(path, Edit(ROOT, "swot", b"swot-2----------", {**swot, "side": "b", "text": "Viņu spēks"}))
    write(path, Edit(ROOT, "stakeholder", b"stake-1---------", {"side": "a", "name": f"{SECRET} kaimiņš"}))
    write(
        path,
        Edit(ROOT, "contact", CONTACT, {"side": "b", "role": "vadītājs"}),
        Edit(ROOT, "person", person_id(ROOT, CONTACT), {"contact": CONTACT.hex(), "name": "Kārlis Ozols"}),
    )
    write(path, attached("plāns.txt", b"the plan"), contents=(b"the plan",))
    gone = attached("vecs.txt", SECRET.encode() + b" old", entity=b"file-2----------")
    write(path, gone, contents=(SECRET.encode() + b" old",))
    write(path, gone._replace(fields={DELETED: 1}))
    cellar = attached("cits.txt", SECRET.encode() + b" other", OTHER_ROOT, b"file-3----------")
    write(path, cellar, contents=(SECRET.encode() + b" other",))
    write(path, Edit(ROOT, "hologram", b"of-a-newer-app--", {"colour": f"{SECRET} zils"}))
    write(path, sent_edit(ROOT, f"{SECRET} saņēmējs", "partner", "x.roadmap", 3, 1_700_000_000_000))
    write(path, tools.answer(text="Jauns"), author=Author(f"{SECRET} rakstītāja"))
    write(path, tools.answer(text="Vajag vietu.", root=OTHER_ROOT), author=Author(f"{SECRET} citur"))
    return path


def make(
    path: Path, name: str = "copy", level: str = "partner", root: bytes = ROOT, **more: Any
) -> send.Sent:
    out = path.with_name(f"{name}.roadmap")
    return send.make(path, out, level, root, more.pop("author", ILZE), WHEN, **more)  # type: ignore[arg-type]


def meta_of(path: Path) -> dict[str, Any]:
    with vet.vet(path) as found:
        return dict(found.meta)


# what leaves --------------------------------------------------------------------------------------------


def test_nothing_that_stays_is_in_the_bytes_of_a_partners_copy(ours: Path) -> None:
    write(ours, tools.answer(text="Jauns", state="done"))
    sent = make(ours)
    data = sent.path.read_bytes()
    # One writer of the secret ones has written in this partnership: whose words leave, their name does.
    found = data.replace(f"{SECRET} rakstītāja".encode(), b"")
    assert SECRET.encode() in ours.read_bytes()
    assert SECRET.encode() not in found
    assert SECRET.encode("utf-16-le") not in found
    with opened(sent.path) as db:
        (kinds,) = db.execute("SELECT group_concat(DISTINCT kind) FROM change").fetchone()
        assert set(kinds.split(",")) == {
            "partnership", "side", "answer", "swot", "contact", "person", "attachment", "organisation",
        }  # fmt: skip
        assert [row[0] for row in db.execute("SELECT data FROM attachment")] == [b"the plan"]
        assert db.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_a_partners_copy_is_healthy_and_shows_what_ours_does(ours: Path) -> None:
    sent = make(ours)
    assert check.check(sent.path).problems == []
    assert check.check(sent.path).verdict == "healthy"
    with opened(ours) as mine, opened(sent.path) as theirs:
        own, found = queries.dossier(mine, ROOT), queries.dossier(theirs, ROOT)
        assert found.partnership == own.partnership
        assert found.contacts == own.contacts
        # Its reader's side comes first there.
        assert (found.ours.organisation, found.theirs.organisation) == (
            own.theirs.organisation, own.ours.organisation,
        )  # fmt: skip
        assert found.theirs.answers == own.ours.answers
        assert found.theirs.notes == {}
        assert [one.text for one in found.ours.swot] == ["Viņu spēks"]
        assert (found.theirs.swot, found.theirs.stakeholders) == ((), ())
        (count,) = theirs.execute("SELECT count(*) FROM change").fetchone()
    assert (sent.changes, sent.size) == (count, sent.path.stat().st_size)
    assert (sent.title, sent.level, sent.wall) == (
        "Jauniešu centrs",
        "partner",
        round(WHEN.timestamp() * 1000),
    )


def test_tools_are_shared_where_that_is_wished(ours: Path) -> None:
    sent = make(ours, shared=("swot",))
    with opened(sent.path) as db:
        found = queries.dossier(db, ROOT)
    assert [one.text for one in found.theirs.swot] == [f"{SECRET} vājums"]
    assert found.theirs.stakeholders == ()


def test_a_row_that_changed_sides_stays_with_its_history(ours: Path) -> None:
    write(ours, Edit(ROOT, "swot", b"swot-1----------", {"side": "b", "text": "Nekas"}))
    assert SECRET.encode() not in make(ours).path.read_bytes().replace(f"{SECRET} rakstītāja".encode(), b"")


def test_the_whole_file_is_whole(ours: Path) -> None:
    sent = make(ours, level="whole", root=b"")
    assert check.check(sent.path).verdict == "healthy"
    with opened(ours) as mine, opened(sent.path) as theirs:
        assert tools.dump(theirs) == tools.dump(mine)
        assert queries.meta(theirs, "home") == queries.meta(mine, "home")
        for name in ("change", "session", "attachment", "forgotten"):
            assert list(theirs.execute(f"SELECT * FROM {name}")) == list(
                mine.execute(f"SELECT * FROM {name}")
            )
        assert theirs.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert queries.meta(theirs, "document") != queries.meta(mine, "document")


def test_what_a_file_notes_of_itself_stays_with_it(ours: Path) -> None:
    with contextlib.closing(file.open_for_writing(ours)) as db:
        Log(db, ILZE).set_meta("backup", f"{SECRET} mape")
    copy = make(ours, level="whole", root=b"").path
    assert set(meta_of(copy)) == {"count", "xor", "document", "home", "derived", send.NOTE}
    assert f"{SECRET} mape".encode() not in copy.read_bytes()


def test_what_was_erased_is_named_where_it_was_replaced(ours: Path) -> None:
    with contextlib.closing(file.connect(ours, "rw")) as db:
        first, other = (
            db.execute(
                "SELECT id FROM change WHERE root = ? AND kind = 'answer' ORDER BY wall", (root,)
            ).fetchone()[0]
            for root in (ROOT, OTHER_ROOT)
        )
        for number in (first, other):
            db.execute("INSERT INTO forgotten VALUES (?)", (number,))
            db.execute("DELETE FROM change WHERE id = ?", (number,))
            count, xor = log.tally(db)
            digest = (xor ^ int.from_bytes(number, "big")).to_bytes(16, "big")
            db.execute("UPDATE meta SET value = ? WHERE key = 'count'", (count - 1,))
            db.execute("UPDATE meta SET value = ? WHERE key = 'xor'", (digest,))
        derived.rebuild(db)
    sent = make(ours)
    with opened(sent.path) as db:
        assert [row[0] for row in db.execute("SELECT id FROM forgotten")] == [first]
    assert check.check(sent.path).verdict == "healthy"


def test_a_copy_says_what_it_is(ours: Path) -> None:
    with opened(ours) as db:
        document = queries.meta(db, "document")
    said = send.said(meta_of(make(ours).path))
    assert said == Said(
        "partner", "Ilze Bērziņa", "Ābeļkalna ļaudis", 1_795_435_200_000, document, untouched=True
    )
    write(ours.with_name("copy.roadmap"), tools.answer(text="Viņu"), author=KARLIS)
    after = send.said(meta_of(ours.with_name("copy.roadmap")))
    assert after is not None
    assert not after.untouched
    assert send.said(meta_of(ours)) is None
    for nonsense in (b"", b"[]", b"7", b"{}", b"\xff", b'{"level":1}', 7, b"[" * 5_000, b'{"wall":1e400}'):
        assert send.said({send.NOTE: nonsense}) is None


def test_a_copy_of_a_copy_says_only_the_last(ours: Path) -> None:
    first = make(ours)
    second = send.make(first.path, ours.with_name("back.roadmap"), "partner", ROOT, KARLIS, WHEN)
    said = send.said(meta_of(second.path))
    assert said is not None
    assert (said.name, said.organisation) == ("Kārlis Ozols", "Novada dome")
    whole = send.make(first.path, ours.with_name("all.roadmap"), "whole", b"", KARLIS, WHEN)
    assert b'Ilze B\xc4\x93rzi\xc5\x86a", "organisation' not in whole.path.read_bytes()


def test_an_open_file_is_sent_while_it_is_written(ours: Path) -> None:
    with contextlib.closing(file.open_for_writing(ours, any_thread=True)) as db:
        writer, stop = Log(db, ILZE), threading.Event()

        def busy() -> None:
            number = 0
            while not stop.is_set():
                number += 1
                writer.save([tools.answer(text=f"Reize {number}")])

        thread = threading.Thread(target=busy)
        thread.start()
        try:
            for number in range(3):
                for level, root in (("partner", ROOT), ("whole", b"")):
                    sent = make(ours, f"{level}{number}", level, root)
                    assert check.check(sent.path).verdict == "healthy"
        finally:
            stop.set()
            thread.join()
        writer.save([tools.answer(text="Pēc tam")])
    assert check.check(ours).verdict == "healthy"


# what does not ------------------------------------------------------------------------------------------


def test_nothing_is_overwritten_and_nothing_half_is_left(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours.with_name("copy.roadmap").write_text("mine")
    with pytest.raises(FileExists):
        make(ours)
    with pytest.raises(FolderUnwritable):
        send.make(ours, ours.parent / "nowhere" / "x.roadmap", "partner", ROOT, ILZE, WHEN)
    with pytest.raises(UnknownPartnership):
        make(ours, "x", root=bytes(16))
    monkeypatch.setattr(send, "read_back", _fails)
    with pytest.raises(FileDamaged):
        make(ours, "y")
    assert sorted(path.name for path in ours.parent.iterdir()) == ["copy.roadmap", "ours.roadmap"]
    assert ours.with_name("copy.roadmap").read_text() == "mine"


def _fails(part: Path, path: Path, progress: object) -> int:
    assert part.stat().st_size > 0
    raise FileDamaged(path=path, reason="a test")


class GivenUpError(Exception):
    pass


def test_whoever_gives_up_leaves_nothing_behind(ours: Path) -> None:
    parts: list[float] = []

    def give_up(part: float) -> None:
        parts.append(part)
        raise GivenUpError

    with pytest.raises(GivenUpError):
        make(ours, level="whole", root=b"", progress=give_up)
    assert len(parts) == 1
    assert [path.name for path in ours.parent.iterdir()] == ["ours.roadmap"]


def test_a_deleted_partnership_is_not_sent(ours: Path) -> None:
    write(ours, Edit(ROOT, "partnership", ROOT, {DELETED: 1}))
    with pytest.raises(UnknownPartnership):
        make(ours)
    with pytest.raises(UnknownPartnership):
        leaving.preview(ours, "partner", ROOT)


def test_a_damaged_file_is_not_sent_as_whole(ours: Path) -> None:
    with contextlib.closing(sqlite3.connect(ours)) as db, db:
        db.execute("DELETE FROM change WHERE root = ? AND kind = 'answer'", (OTHER_ROOT,))
    with pytest.raises(FileDamaged) as caught:
        make(ours, "x", "whole", b"")
    assert caught.value.data["path"] == ours


# the preview --------------------------------------------------------------------------------------------


def test_the_preview_counts_what_a_partners_copy_holds(ours: Path) -> None:
    before = ours.read_bytes()
    told = leaving.preview(ours, "partner", ROOT)
    sent = make(ours)
    assert (told.partnerships, told.titles) == (1, ("Jauniešu centrs",))
    assert set(told.organisations) == {"Ābeļkalna ļaudis", "Novada dome"}
    assert (told.checkpoints, told.named, told.nameless, told.notes, told.deleted) == (1, 1, 0, 0, 1)
    assert told.rows == {"swot": 1, "contact": 1}
    assert told.attachments == (("plāns.txt", 8),)
    assert told.changes == sent.changes
    stays = told.stays
    assert (stays.partnerships, stays.notes, stays.exchanges, stays.unknown) == (1, 1, 1, 1)
    assert stays.rows == {"stakeholder": 1, "swot": 1}
    assert ours.read_bytes() == before


@pytest.mark.parametrize("level", ["whole", "partner"])
def test_the_size_is_near(ours: Path, level: str) -> None:
    big = random.Random(1).randbytes(3_000_000)
    write(ours, attached("bilde.jpg", big, entity=b"file-9----------"), contents=(big,))
    for number in range(150):
        write(ours, tools.answer(f"c1.x{number}", text=f"Teksts {number} " * 100))
    root = b"" if level == "whole" else ROOT
    told = leaving.preview(ours, level, root)  # type: ignore[arg-type]
    assert 0.8 < told.size / make(ours, level=level, root=root).size < 1.25
    assert told.attachments[0] == ("bilde.jpg", 3_000_000)
    assert told.mail_limit == 0
    assert told._replace(size=8 * 1024 * 1024).mail_limit == 10 * 1024 * 1024
    assert told._replace(size=30 * 1024 * 1024).mail_limit == 25 * 1024 * 1024


def test_the_preview_of_everything(ours: Path) -> None:
    told = leaving.preview(ours, "whole")
    assert (told.partnerships, told.notes, told.deleted, told.checkpoints) == (2, 2, 1, 2)
    assert told.stays == Stays()
    numbers = leaving.preview(ours, "numbers")
    assert (numbers.partnerships, numbers.titles, numbers.organisations) == (2, (), ("Ābeļkalna ļaudis",))
    assert numbers.stays.notes == 2


# roles --------------------------------------------------------------------------------------------------


def _bytes_say(path: Path, word: str) -> bool:
    """Whether `word` is anywhere in the file, in whatever case and encoding, free pages and all."""
    data = path.read_bytes()
    wanted = word.casefold()
    return any(
        wanted in data[start:].decode(encoding, "ignore").casefold()
        for encoding, start in (("utf-8", 0), ("utf-16-le", 0), ("utf-16-le", 1), ("utf-16-be", 0))
    )


@pytest.fixture
def peopled(ours: Path) -> Path:
    """The same file with people in every text, in every case, and in what was written before."""
    zane = b"contact-2-------"
    write(
        ours,
        Edit(ROOT, "contact", zane, {"side": "a", "role": "projektu vadītāja"}),
        Edit(ROOT, "person", person_id(ROOT, zane), {
            "contact": zane.hex(), "name": "Zane Gribuška", "email": "zane@gribuska.example", "phone": "+371 29 555 123",
        }),
        Edit(OTHER_ROOT, "contact", b"contact-elsewher", {"side": "b", "role": ""}),
        Edit(OTHER_ROOT, "person", person_id(OTHER_ROOT, b"contact-elsewher"), {
            "contact": b"contact-elsewher".hex(), "name": "Visvaldis Ķuņčs",
        }),
    )  # fmt: skip
    write(ours, Edit(ROOT, "person", person_id(ROOT, zane), {"name": "Zane Zvirbule"}))
    for text in (
        "Jautāt Zanei Gribuškai.",
        "Zvanīt Zvirbulei, 29555123 vai ZANE@GRIBUSKA.EXAMPLE; Visvalža Ķuņča lēmums",
    ):
        write(ours, tools.answer("c1.idea", text=text, who="Z. Zvirbule"))
    write(
        ours,
        Edit(
            ROOT, "action", b"action-1--------", {"what": "Sapulce ar Zani Zvirbuli", "who": "Kārlim Ozolam"}
        ),
        Edit(
            ROOT,
            "log",
            b"log-1-----------",
            {"day": "2026-11-01", "who": "Ilzei Bērziņai", "what": "Zanes Gribuškas zvans"},
        ),
        tools.partnership("Zanes Gribuškas centrs"),
        attached("Zvirbules CV.txt", b"Zane Zvirbule", entity=b"file-8----------"),
        contents=(b"Zane Zvirbule",),
    )
    write(ours, Edit(ROOT, "action", b"action-2--------", {"what": "Visvaldis Ķuņčs"}))
    write(ours, Edit(ROOT, "action", b"action-2--------", {DELETED: 1}))
    return ours


NAMES = (
    "Zane", "Zanei", "Zani", "Gribušk", "gribuska", "Zvirbul", "29555123", "555 123", "Visvald", "Visvalž", "Ķuņč",
    "Kārli", "Ozol", "Ilze", "Bērziņ", "rakstītāj", SECRET,
)  # fmt: skip


@pytest.mark.parametrize("level", ["partner", "roles"])
def test_no_name_is_in_the_bytes_of_a_copy_with_roles(peopled: Path, level: str) -> None:
    sent = make(peopled, level=level, unnamed="kontaktpersona")
    said = [name for name in NAMES if _bytes_say(sent.path, name)]
    if level == "partner":  # this looks for them rightly
        assert said == list(NAMES)
        return
    assert said == []
    assert check.check(sent.path).verdict == "healthy"
    with opened(sent.path) as db:
        assert db.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM attachment").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM change WHERE kind = 'person'").fetchone() == (0,)
        assert {json.loads(body)["name"] for (body,) in db.execute("SELECT body FROM session")} == {""}
        assert "Ābeļkalna ļaudis" in {
            json.loads(body)["organisation"] for (body,) in db.execute("SELECT body FROM session")
        }
        found = queries.dossier(db, ROOT)
    assert found.partnership.title == "[projektu vadītāja] centrs"
    idea = found.theirs.answers["c1.idea"]
    assert idea.text == (
        "Zvanīt [projektu vadītāja], [projektu vadītāja] vai [projektu vadītāja]; [kontaktpersona] lēmums"
    )
    assert idea.who == "[projektu vadītāja]"
    assert [(one.what, one.who) for one in found.actions] == [
        ("Sapulce ar [projektu vadītāja]", "[vadītājs]")
    ]
    assert {one.role for one, _ in found.contacts} == {"projektu vadītāja", "vadītājs"}
    assert {one.name for one in found.theirs.attachments["c1.need"]} == {
        "plāns.txt",
        "[projektu vadītāja] CV.txt",
    }


def test_the_preview_counts_what_has_a_role_in_its_place(peopled: Path) -> None:
    before = peopled.read_bytes()
    told = leaving.preview(peopled, "roles", ROOT)
    sent = make(peopled, level="roles")
    assert told.changes == sent.changes
    assert (told.named, told.nameless, told.deleted, told.attachments) == (0, 2, 0, ())
    assert told.replaced == Replaced(persons=2, mentions=11, writers=2)
    assert told.stays.attachments == 2
    assert 0.7 < told.size / sent.size < 1.4
    assert leaving.preview(peopled, "roles", ROOT, shared=("attachment",)).attachments == (
        ("Zvirbules CV.txt", 13),
        ("plāns.txt", 8),
    )
    assert peopled.read_bytes() == before


def test_what_is_in_attachments_leaves_where_that_is_wished(peopled: Path) -> None:
    sent = make(peopled, level="roles", shared=("attachment",))
    with opened(sent.path) as db:
        assert {row[0] for row in db.execute("SELECT data FROM attachment")} == {
            b"the plan",
            b"Zane Zvirbule",
        }


def test_who_sends_twice_sends_the_same(peopled: Path) -> None:
    first, second = (make(peopled, f"copy{number}", "roles") for number in range(2))
    with opened(first.path) as one, opened(second.path) as two:
        assert list(derived.all_changes(one)) == list(derived.all_changes(two))


def test_names_at_home_stay_and_the_partners_words_come_in(peopled: Path) -> None:
    theirs = make(peopled, level="roles").path
    with opened(peopled) as db:
        before = tools.dump(db, activity=False)
    write(theirs, tools.answer("c1.need", "b", text="Viņu"), author=KARLIS)
    write(theirs, tools.answer("c1.need", text="Labots"), author=KARLIS)
    for level in ("roles", "partner"):
        back = send.make(theirs, peopled.with_name(f"back-{level}.roadmap"), level, ROOT, KARLIS, WHEN)
        _take(peopled, back.path, ILZE)
    with opened(peopled) as db:
        assert list(db.execute("SELECT * FROM conflicts")) == []
        assert queries.text_of(db, "answer", answer_id(ROOT, "a", "c1.need")) == "Labots"
        after = tools.dump(db, activity=False)
        assert tools.dump(db) == tools.rebuilt(db)
    for name, rows in before.items():
        assert name in ("answers", "exchanges") or after[name] == rows
    assert len(after["answers"]) == len(before["answers"]) + 1
    assert check.check(peopled).verdict == "healthy"


def test_a_file_that_had_the_history_before_is_asked_nothing(peopled: Path) -> None:
    """An older file, with originals, takes in a later copy with roles; then the originals of that."""
    theirs = make(peopled).path
    write(peopled, tools.answer("c1.idea", text="Vēlreiz Zanei Zvirbulei"))
    write(peopled, Edit(ROOT, "action", b"action-1--------", {DELETED: 1}))
    _take(theirs, make(peopled, "later", "roles").path, KARLIS)
    with opened(theirs) as db:
        assert list(db.execute("SELECT * FROM conflicts")) == []
        found = queries.text_of(db, "answer", answer_id(ROOT, "a", "c1.idea"))
        assert found == "Vēlreiz [projektu vadītāja]"
        assert tools.value(db, "action", b"action-1--------", "what") is None
    _take(theirs, make(peopled, "latest").path, KARLIS)
    with opened(theirs) as db, opened(peopled) as mine:
        assert queries.text_of(db, "answer", answer_id(ROOT, "a", "c1.idea")) == "Vēlreiz Zanei Zvirbulei"
        assert queries.dossier(db, ROOT).theirs.answers == queries.dossier(mine, ROOT).ours.answers
        assert list(db.execute("SELECT * FROM conflicts")) == []


# numbers ------------------------------------------------------------------------------------------------


def test_figures_hold_no_text(ours: Path) -> None:
    out = ours.with_name("x.roadmap-numbers")
    write(
        ours,
        Edit(
            ROOT, "indicator", b"indicator-1-----", {"name": SECRET, "baseline": "12,5 %", "target": SECRET}
        ),
    )
    sent = send.summarise(ours, out, Library(paths.FORMS), WHEN)
    text = out.read_text("utf-8")
    assert SECRET not in text
    for word in ("Vajag", "Jauniešu", "Kārlis", "dome", ROOT.hex(), DOME.hex()):
        assert word not in text
    data = json.loads(text)
    home = data["organisation"]
    assert (home["name"], home["kind"], len(home["id"])) == ("Ābeļkalna ļaudis", "community", 32)
    assert data["whole"]
    assert data["date"] == "2026-11-23"
    [one] = [found for found in data["partnerships"] if found["indicators"]]
    assert one["indicators"] == [{"baseline": 12.5, "target": None, "actual": None}]
    assert (one["sides"]["ours"]["form"], one["sides"]["theirs"]["form"]) == ("community", "municipality")
    assert (sent.size, sent.changes) == (out.stat().st_size, 0)
    alone = send.summarise(ours, ours.with_name("y.roadmap-numbers"), Library(paths.FORMS), WHEN, ROOT)
    data = json.loads(alone.path.read_text("utf-8"))
    assert [found["id"] for found in data["partnerships"]] == [one["id"]]
    assert not data["whole"]


# names --------------------------------------------------------------------------------------------------


def test_names_of_files() -> None:
    name = send.file_name("Jauniešu centrs", "Ābeļkalna ļaudis", "Ilze", WHEN, "partner")
    assert name == "Jauniešu centrs – Ābeļkalna ļaudis, Ilze 2026-11-23.roadmap"
    long = send.file_name(
        "Jauniešu centrs vecajā skolā", "Biedrība „Ābeļkalna ļaudis”", "Ilze Bērziņa", WHEN, "partner"
    )
    assert long == "Jauniešu centrs vecajā – Biedrība Ābeļkalna ļaudis, Ilze Bērziņa 2026-11-23.roadmap"
    assert "Ilze" not in send.file_name("Jauniešu centrs", "Ābeļkalna ļaudis", "Ilze", WHEN, "roles")
    assert send.file_name("", "", "", WHEN, "whole") == "Roadmap – 2026-11-23.roadmap"


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=100))
def test_a_name_fits_every_system_and_tells_the_day(title: str, organisation: str, who: str) -> None:
    name = send.file_name(title, organisation, who, WHEN, "partner")
    assert name.endswith("2026-11-23.roadmap")
    assert len(name.encode()) < 200
    assert send.file_name("文" * 99, "組" * 99, "名" * 99, WHEN, "partner").endswith("2026-11-23.roadmap")
    assert not set(name) & set('<>:"/\\|?*\n\r\0')


# exchanges ----------------------------------------------------------------------------------------------


class _House:
    """Somebody's file, in memory."""

    def __init__(self, db: sqlite3.Connection, author: str, start: int) -> None:
        self.db = db
        self.log = Log(db, Author(author), tools.clock_from(start))


def _sent_to(source: _House, target: _House, level: str) -> None:
    """What `send.make` leaves out and `receive` merges, without the disk."""
    if level == "whole":
        copy = leaving.Copy(list(derived.all_changes(source.db)), log.all_sessions(source.db), [])
    else:
        if not derived.is_shown(source.db, ROOT):
            return
        copy = leaving.copy_of(source.db, leaving.scope_of(source.db, "partner", ROOT))
    db = tools.memory_file()
    send.fill(db, source.db, copy)
    assert tools.tally_is_right(db)
    assert tools.dump(db) == tools.rebuilt(db)
    target.log.merge(derived.all_changes(db), log.all_sessions(db))


_TEXTS = ("", "viens", "divi", "trīs")
_EDITS = st.one_of(
    st.builds(lambda text, side: tools.answer(side=side, text=text), st.sampled_from(_TEXTS), st.sampled_from("ab")),
    st.builds(note, st.sampled_from(_TEXTS)),
    st.builds(
        lambda side, text: Edit(ROOT, "swot", f"swot-of-side-{side}--".encode(), {"side": side, "text": text}),
        st.sampled_from("ab"), st.sampled_from(_TEXTS),
    ),
    st.builds(tools.partnership, st.sampled_from(("Dārzs", "Skola"))),
    st.builds(
        lambda gone: Edit(ROOT, "answer", answer_id(ROOT, "a", "c1.need"), {DELETED: gone}), st.sampled_from((0, 1))
    ),
    st.builds(lambda title: tools.partnership(title, OTHER_ROOT), st.sampled_from(("Cits", "Vēl cits"))),
    st.builds(
        lambda what: Edit(ROOT, "action", b"action-1--------", {"what": what, "position": what}), st.sampled_from(_TEXTS)
    ),
    st.just(sent_edit(ROOT, "kāds", "partner", "x", 1, 1_700_000_000_000)),
)  # fmt: skip
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.integers(0, 2), _EDITS),
        st.tuples(st.sampled_from(("partner", "whole")), st.integers(0, 2), st.integers(0, 2)),
    ),
    max_size=25,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(_STEPS, st.permutations([(at, to) for at in range(3) for to in range(3) if at != to]))
def test_any_exchange_at_any_level_ends_alike_and_nothing_is_lost(
    steps: list[tuple[Any, Any, Any]], order: list[tuple[int, int]]
) -> None:
    start = tools.memory_file()
    base = Log(start, ILZE, tools.clock_from(1_000))
    base.save([tools.partnership(), tools.side("a", organisation="aa" * 16), tools.side("b", organisation=DOME.hex()),
               Edit(DOME, "organisation", DOME, {"name": "Dome"})])  # fmt: skip
    clocks = (5_000, 1_700_000_000_000, 1)
    houses = [_House(tools.copy_of(start), f"Nr. {number}", clocks[number]) for number in range(3)]
    for number, home in enumerate(("aa" * 16, DOME.hex(), "aa" * 16)):
        houses[number].log.set_meta("home", home)
    for what, at, more in steps:
        if what == "edit":
            houses[at].log.save([more])
        elif at != more:
            _sent_to(houses[at], houses[more], what)
            _sent_to(houses[at], houses[more], what)
    written = {change for house in houses for change in derived.all_changes(house.db)}
    for _ in range(2):
        for at, to in order:
            _sent_to(houses[at], houses[to], "whole")
    shown = [tools.dump(house.db) for house in houses]
    assert shown[0] == shown[1] == shown[2]
    for house in houses:
        assert set(derived.all_changes(house.db)) == written
        assert tools.dump(house.db) == tools.rebuilt(house.db)


@pytest.mark.parametrize("seed", range(4))
def test_whole_files_go_round_and_nothing_is_falsely_in_conflict(ours: Path, seed: int) -> None:
    """A → B → C → A with real files at mixed levels; each writes only at a checkpoint of its own."""
    choose = random.Random(seed)
    first = make(ours, "b")
    third = make(ours, "c", "whole", b"")
    houses = [ours, first.path, third.path]
    authors = [ILZE, KARLIS, Author("Anna")]
    texts: dict[str, str] = {}
    for turn in range(6):
        at = choose.randrange(3)
        to = choose.choice([number for number in range(3) if number != at])
        texts[f"c1.house{at}"] = f"{turn} no {at}"
        write(houses[at], tools.answer(f"c1.house{at}", text=texts[f"c1.house{at}"]), author=authors[at])
        # Whoever got one partnership has nothing else to give.
        level, root = choose.choice([("partner", ROOT), ("whole", b"")])
        sent = make(houses[at], f"turn{turn}", level, root, author=authors[at])
        _take(houses[to], sent.path, authors[to])
    for at, to in ((0, 1), (1, 2), (2, 0), (0, 1), (1, 2)):
        sent = make(houses[at], f"last{at}{to}{choose.random()}", "partner", ROOT, author=authors[at])
        _take(houses[to], sent.path, authors[to])
    for path in houses:
        with opened(path) as db:
            assert list(db.execute("SELECT * FROM conflicts")) == []
            for checkpoint, text in texts.items():
                assert queries.text_of(db, "answer", answer_id(ROOT, "a", checkpoint)) == text
        assert check.check(path).verdict == "healthy"
    with opened(ours) as db:
        assert queries.text_of(db, "note", note_id(ROOT, "a", "c1.need")) == f"{SECRET} vēl viena"


def _take(path: Path, came: Path, author: Author) -> None:
    with receive.look(path, [came]) as incoming:
        receive.apply(path, incoming, {}, author, path.parent / "backups", WHEN)


def test_both_edit_one_text_and_both_texts_are_kept(ours: Path) -> None:
    theirs = make(ours).path
    write(ours, tools.answer(text="Mūsu"))
    write(theirs, tools.answer(text="Viņu"), author=KARLIS)
    back = send.make(theirs, ours.with_name("back.roadmap"), "partner", ROOT, KARLIS, WHEN)
    _take(ours, back.path, ILZE)
    with opened(ours) as db:
        found = versions_of(queries.dossier(db, ROOT).conflicts, answer_id(ROOT, "a", "c1.need"))
    assert found.keys() == {"Mūsu", "Viņu"}
    shutil.rmtree(ours.parent / "backups")


# what a copy with roles does in other files -------------------------------------------------------------


def _history(db: sqlite3.Connection, root: bytes = ROOT) -> list[tuple[str, str, str, Any]]:
    """(who, kind, field, value) of everything told, the newest first."""
    found = []
    for event in history.Reader(Scope(root)).events(db):
        if event.subject.kind == "exchange":
            continue
        who = event.writer.name or event.writer.organisation
        found += [
            (who, event.subject.kind, field.name, (field.before, field.after)) for field in event.fields
        ]
    return found


def test_history_tells_what_was_written_and_no_mask_of_it(peopled: Path) -> None:
    with opened(peopled) as db:
        before = _history(db)
    theirs = make(peopled, level="roles").path
    write(theirs, tools.answer("c1.idea", text="Viņu"), author=KARLIS)
    with opened(theirs) as db:
        told = _history(db)
    masked = "Zvanīt [projektu vadītāja], [projektu vadītāja] vai [projektu vadītāja]; […] lēmums"
    assert ("Kārlis Ozols", "answer", "text", ((masked,), "Viņu")) in told
    assert ("Ābeļkalna ļaudis", "answer", "text", ((), masked)) in told
    assert {who for who, _, _, _ in told} == {"Kārlis Ozols", "Ābeļkalna ļaudis", ""}
    _take(
        peopled,
        send.make(theirs, peopled.with_name("back.roadmap"), "partner", ROOT, KARLIS, WHEN).path,
        ILZE,
    )
    with opened(peopled) as db:
        after = _history(db)
    was = "Zvanīt Zvirbulei, 29555123 vai ZANE@GRIBUSKA.EXAMPLE; Visvalža Ķuņča lēmums"
    assert sorted(map(repr, after)) == sorted(
        map(repr, [*before, ("Kārlis Ozols", "answer", "text", ((was,), "Viņu"))])
    )


def test_what_is_new_there_began_there(peopled: Path) -> None:
    theirs = make(peopled, level="roles").path
    with opened(theirs) as db:
        actions = {event.action for event in history.Reader(Scope(ROOT, "action")).events(db)}
        assert actions == {"created", "deleted"}
        assert binned(db) == []


def test_names_that_come_later_are_no_news_and_no_step_to_undo(peopled: Path) -> None:
    theirs, full = make(peopled, level="roles").path, make(peopled, "full").path
    with receive.look(theirs, [full]) as incoming:
        things = [thing for group in incoming.groups() for thing in group.things]
        assert {thing.kind for thing in things} == {"person"}
        with contextlib.closing(file.open_for_writing(theirs)) as db:
            writer = Log(db, KARLIS)
            received = receive.apply_in(writer, incoming, {}, "ours")
            idea = answer_id(ROOT, "a", "c1.idea")
            assert "Zvirbulei" in queries.text_of(db, "answer", idea)
            writer.revert(received.step)
            assert "Zvirbulei" in queries.text_of(db, "answer", idea)
            assert tools.dump(db) == tools.rebuilt(db)
    back = send.make(theirs, peopled.with_name("back.roadmap"), "partner", ROOT, KARLIS, WHEN)
    with opened(peopled) as db:
        before = queries.text_of(db, "answer", idea)
    _take(peopled, back.path, ILZE)
    with opened(peopled) as db:
        assert queries.text_of(db, "answer", idea) == before


def test_who_erased_something_does_not_get_it_back_as_a_mask(peopled: Path) -> None:
    theirs = make(peopled, level="roles").path
    with contextlib.closing(file.connect(peopled, "rw")) as db:
        number = db.execute(
            "SELECT id FROM change WHERE kind = 'log' AND root = ? ORDER BY wall", (ROOT,)
        ).fetchone()[0]
        db.execute("INSERT INTO forgotten VALUES (?)", (number,))
        db.execute("DELETE FROM change WHERE id = ?", (number,))
        count, xor = log.tally(db)
        digest = (xor ^ int.from_bytes(number, "big")).to_bytes(16, "big")
        db.execute("UPDATE meta SET value = ? WHERE key = 'count'", (count - 1,))
        db.execute("UPDATE meta SET value = ? WHERE key = 'xor'", (digest,))
        derived.rebuild(db)
    _take(peopled, theirs, ILZE)
    with opened(peopled) as db:
        assert db.execute(
            "SELECT count(*) FROM change WHERE kind = 'log' AND root = ?", (ROOT,)
        ).fetchone() == (0,)


def test_an_answer_taken_back_at_home_is_written_anew_elsewhere(peopled: Path) -> None:
    number = answer_id(ROOT, "a", "c1.offer")
    write(peopled, tools.answer("c1.offer", text="Sākums", state="done", who="Ilze"))
    write(peopled, Edit(ROOT, "answer", number, {DELETED: 1}))
    theirs = make(peopled, level="roles").path
    write(theirs, tools.answer("c1.offer", text="Jauns"), author=KARLIS)
    back = send.make(theirs, peopled.with_name("back.roadmap"), "partner", ROOT, KARLIS, WHEN)
    _take(peopled, back.path, ILZE)
    with opened(peopled) as db:
        assert list(db.execute("SELECT * FROM conflicts")) == []
        found = queries.dossier(db, ROOT).ours.answers["c1.offer"]
    assert (found.text, found.state, found.who) == ("Jauns", "open", "")


def test_a_deleted_partnership_with_masks_is_gone(peopled: Path) -> None:
    theirs = make(peopled, level="roles").path
    write(theirs, Edit(ROOT, "partnership", ROOT, {DELETED: 1}), author=KARLIS)
    with opened(theirs) as db:
        assert not derived.is_shown(db, ROOT)
        assert tools.dump(db) == tools.rebuilt(db)
    # Who has it whole asks: there are people and notes in it that the deleter never saw.
    whole = send.make(theirs, peopled.with_name("back.roadmap"), "whole", b"", KARLIS, WHEN)
    _take(peopled, whole.path, ILZE)
    with opened(peopled) as db:
        assert derived.is_shown(db, ROOT)
        assert list(db.execute("SELECT kind, field FROM conflicts")) == [("partnership", DELETED)]


def test_undo_puts_back_what_was_written_once_that_has_come(peopled: Path) -> None:
    theirs, full = make(peopled, level="roles").path, make(peopled, "full").path
    number = answer_id(ROOT, "a", "c1.idea")
    with opened(peopled) as db:
        before = queries.text_of(db, "answer", number)
    with contextlib.closing(file.open_for_writing(theirs)) as db:
        writer = Log(db, KARLIS)
        step = writer.save([tools.answer("c1.idea", text="Viņu")])
        with receive.look(theirs, [full]) as incoming:
            receive.apply_in(writer, incoming, {})
        writer.revert(step)
        assert queries.text_of(db, "answer", number) == before
        assert "[" not in before
