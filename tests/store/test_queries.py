"""Reading: what a window asks of a file, and what it gets."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.errors import (
    AmbiguousPartnership,
    AttachmentGone,
    FileDamaged,
    UnknownPartnership,
)
from roadmap_desktop.domain.incoming import Version
from roadmap_desktop.domain.records import Attachment, Person, Scalar, note_id, person_id
from roadmap_desktop.store import derived, file, log, queries
from tests.store import tools
from tests.store.tools import NEVER, OTHER_ROOT, ROOT, answer, partnership, side

OURS, PARTNER = b"our-organisation", b"the-municipality"
THIRD_ROOT = b"third-root------"


def organisation(number: bytes, name: str) -> Edit:
    return Edit(number, "organisation", number, {"name": name})


def row(kind: str, entity: bytes, **fields: Scalar) -> Edit:
    return Edit(ROOT, kind, entity, fields)


@pytest.fixture
def db() -> sqlite3.Connection:
    """Three partnerships; in the second our organisation is the second side."""
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([organisation(OURS, "Ābeļkalna ļaudis"), organisation(PARTNER, "Ķekavas novads")])
    writer.set_meta("home", OURS.hex())
    writer.save(
        [
            partnership("Žurnāls"),
            side("a", organisation=OURS.hex()),
            side("b", form="municipality", organisation=PARTNER.hex()),
            answer("c1.need", text="Trūkst telpu jauniešiem.", state="done"),
            answer("c1.idea", text="Atvērt centru", due="2026-11-10", who="Līga"),
            answer("m1.needs", "b", text="100 % [vieta] a^b", due="2026-12-01"),
        ]
    )
    writer.save(
        [
            partnership("Ābele", OTHER_ROOT),
            side("a", OTHER_ROOT, organisation=PARTNER.hex()),
            side("b", OTHER_ROOT, organisation=OURS.hex()),
            answer("c1.need", "b", OTHER_ROOT, state="done"),
            answer("c1.idea", "b", OTHER_ROOT, state="done", due="2026-01-01"),
        ]
    )
    writer.save(
        [partnership("abols", THIRD_ROOT), Edit(THIRD_ROOT, "partnership", THIRD_ROOT, {"stage": "ended"})]
    )
    return db


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_many_partnerships_are_read_as_each_by_itself(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(queries, "_DOSSIERS_AT_ONCE", at_once)
    ids = [OTHER_ROOT, b"gone------------", ROOT, THIRD_ROOT]
    single = [queries.dossier(db, root) for root in ids if root != b"gone------------"]
    assert list(queries.dossiers(db, ids)) == single
    assert [found.partnership.title for found in single] == ["Ābele", "Žurnāls", "abols"]


# ---------------------------------------------------------------------------------------- lists


def test_partnerships_are_sorted_as_people_read(db: sqlite3.Connection) -> None:
    assert queries.partnership_ids(db) == [OTHER_ROOT, THIRD_ROOT, ROOT]
    assert queries.partnership_ids(db, order="changed") == [THIRD_ROOT, OTHER_ROOT, ROOT]
    assert queries.partnership_ids(db, order="due") == [ROOT, OTHER_ROOT, THIRD_ROOT]
    assert queries.partnership_ids(db, order="progress") == [OTHER_ROOT, ROOT, THIRD_ROOT]


def test_partnerships_are_filtered(db: sqlite3.Connection) -> None:
    assert queries.partnership_ids(db, text="zurn") == [ROOT]
    assert queries.partnership_ids(db, text="ĶEKAVA") == [OTHER_ROOT, ROOT]
    assert queries.partnership_ids(db, stage="ended") == [THIRD_ROOT]
    assert queries.partnership_ids(db, overdue_on="2026-11-10") == []
    assert queries.partnership_ids(db, overdue_on="2026-11-11") == [ROOT]
    assert queries.partnership_ids(db, text="a", stage="active", overdue_on="2026-11-11", order="due") == [
        ROOT
    ]
    assert queries.partnership_ids(db, text="' OR 1 --") == []


def test_summaries_have_our_side_first(db: sqlite3.Connection) -> None:
    one, two = queries.summaries(db, [OTHER_ROOT, NEVER, ROOT])
    assert (one.ours.key, one.ours.organisation.name) == ("b", "Ābeļkalna ļaudis")
    assert (two.ours.key, two.theirs.organisation.name) == ("a", "Ķekavas novads")
    assert two.ours.answers["c1.idea"].due == "2026-11-10"
    assert two.ours.answers["c1.need"].text == ""  # a list carries no texts
    assert two.changed_by == "Ilze"
    assert one.changed > two.changed


def test_summaries_of_more_than_fit_in_one_question() -> None:
    db = tools.memory_file()
    roots = [number.to_bytes(16, "big") for number in range(1_203)]
    tools.writer(db).save([partnership(f"{number}", root) for number, root in enumerate(roots)])
    assert [found.partnership.id for found in queries.summaries(db, roots)] == roots


def test_a_deleted_partnership_is_in_no_list(db: sqlite3.Connection) -> None:
    tools.writer(db).save([Edit(ROOT, "partnership", ROOT, {DELETED: 1})])
    assert ROOT not in queries.partnership_ids(db)
    assert list(queries.summaries(db, [ROOT])) == []
    assert queries.due_stops(db, "2030-01-01", 10) == []
    assert list(queries.search(db, "telpu", 10)) == []
    with pytest.raises(UnknownPartnership):
        queries.dossier(db, ROOT)


# ---------------------------------------------------------------------------------------- dossiers


def test_a_dossier_holds_everything_of_one_partnership(db: sqlite3.Connection) -> None:
    contact = b"contact---------"
    tools.writer(db).save(
        [
            row("note", note_id(ROOT, "a", "c1.need"), side="a", checkpoint="c1.need", text="Slepeni."),
            row("note", note_id(ROOT, "a", "c1.idea"), side="a", checkpoint="c1.idea", text=""),
            row("attachment", b"2" * 16, side="a", checkpoint="c1.need", name="b.pdf"),
            row("attachment", b"1" * 16, side="a", checkpoint="c1.need", name="a.pdf"),
            row("action", b"3" * 16, what="otrais", position="b"),
            row("action", b"4" * 16, what="pirmais", position="a"),
            row("contact", contact, side="b", role="Jaunatnes lietas", position="a"),
            row("person", person_id(ROOT, contact), contact=contact.hex(), name="Jānis", phone="+371 2"),
            row("contact", b"5" * 16, side="b", role="Grāmatvedība", position="b"),
            row("log", b"6" * 16, day="2026-01-01", what="agrāk"),
            row("log", b"7" * 16, day="2026-02-01", what="vēlāk"),
            row("stakeholder", b"8" * 16, side="b", name="Dome"),
            row("swot", b"9" * 16, side="a", text="Spēks"),
            row("evaluation", b"e" * 16, side="a", round=1, criterion="trust", score=4),
            row("budget", b"b" * 16, item="Apkure", pays_b="100"),
            row("agreement", b"g" * 16, number="1"),
            row("indicator", b"i" * 16, name="Bērni"),
        ]
    )
    found = queries.dossier(db, ROOT)
    assert (found.ours.side.key, found.theirs.side.form) == ("a", "municipality")
    assert sorted(found.ours.answers) == ["c1.idea", "c1.need"]
    assert {key: note.text for key, note in found.ours.notes.items()} == {"c1.need": "Slepeni."}
    assert [file.name for file in found.ours.attachments["c1.need"]] == ["a.pdf", "b.pdf"]
    assert [action.what for action in found.actions] == ["pirmais", "otrais"]
    assert [person.name for _, person in found.contacts] == ["Jānis", ""]
    assert found.contacts[1][1] == Person()
    assert [line.what for line in found.log] == ["vēlāk", "agrāk"]
    assert [one.name for one in found.theirs.stakeholders] == ["Dome"]
    assert found.ours.stakeholders == ()
    assert [one.text for one in found.ours.swot] == ["Spēks"]
    assert [one.score for one in found.ours.evaluations] == [4]
    assert (len(found.budget), len(found.agreements), len(found.indicators)) == (1, 1, 1)


def test_a_partnership_whose_sides_nobody_made_has_two_empty_ones(db: sqlite3.Connection) -> None:
    found = queries.dossier(db, THIRD_ROOT)
    assert [one.side.key for one in found.sides] == ["a", "b"]
    assert found.ours.empty
    assert found.theirs.empty


def test_what_is_in_conflict_is_marked_and_both_versions_are_there(db: sqlite3.Connection) -> None:
    other = tools.copy_of(db)
    tools.writer(db, "Ilze", 5_000).save([answer("c1.need", text="mūsu")])
    tools.writer(other, "Anna", 6_000).save([answer("c1.need", text="viņu")])
    tools.writer(db).merge(derived.all_changes(other), log.all_sessions(other))
    dossier = queries.dossier(db, ROOT)
    assert dossier.ours.disputed == {"c1.need"}
    assert dossier.theirs.disputed == frozenset()
    entity = dossier.ours.answers["c1.need"].id
    [group] = dossier.conflicts
    [thing] = group.things
    [one] = thing.differences
    assert (thing.entity, one.field) == (entity, "text")
    assert (one.ours, *one.theirs) == (Version("viņu", "Anna", 6_000), Version("mūsu", "Ilze", 5_000))
    [summary] = queries.summaries(db, [ROOT])
    assert summary.ours.disputed == {"c1.need"}


# ---------------------------------------------------------------------------------------- by name


def test_a_partnership_is_meant_by_id_beginning_or_title(db: sqlite3.Connection) -> None:
    for name in (ROOT.hex(), ROOT.hex().upper(), ROOT.hex()[:6], "Žurnāls", "zurnals", "  ŽURNĀLS "):
        assert queries.find_partnership(db, name).id == ROOT


def test_a_name_that_means_none_or_two_is_refused(db: sqlite3.Connection) -> None:
    for name in ("", "  ", "nav", "zz", "'"):
        with pytest.raises(UnknownPartnership) as unknown:
            queries.find_partnership(db, name)
        assert unknown.value.data == {"name": name}
    tools.writer(db).save([partnership("Žurnāls", NEVER)])
    with pytest.raises(AmbiguousPartnership) as two:
        queries.find_partnership(db, "Žurnāls")
    assert two.value.data == {"name": "Žurnāls", "count": 2}


def test_the_files_own_organisation(db: sqlite3.Connection) -> None:
    assert queries.home_organisation(db).name == "Ābeļkalna ļaudis"
    assert [found.name for found in queries.organisations(db)] == ["Ābeļkalna ļaudis", "Ķekavas novads"]
    assert queries.home_organisation(tools.memory_file()).name == ""
    assert queries.format_of(db) == 1
    assert queries.meta(db, "nothing") == ""


# ---------------------------------------------------------------------------------------- due, search


def test_stops_that_are_due_come_earliest_first_and_only_unfinished_ones(db: sqlite3.Connection) -> None:
    found = queries.due_stops(db, "2026-12-31", 10)
    assert [(stop.partnership.id, stop.side, stop.checkpoint, stop.due, stop.who) for stop in found] == [
        (ROOT, "a", "c1.idea", "2026-11-10", "Līga"),
        (ROOT, "b", "m1.needs", "2026-12-01", ""),
    ]
    assert [stop.checkpoint for stop in queries.due_stops(db, "2026-11-10", 10)] == ["c1.idea"]
    assert len(queries.due_stops(db, "2026-12-31", 1)) == 1
    tools.writer(db).save([Edit(ROOT, "partnership", ROOT, {"stage": "paused"})])
    assert queries.due_stops(db, "2026-12-31", 10) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zurnals", [""]),
        ("TRUKST", ["c1.need"]),
        ("telpu trūkst", ["c1.need"]),
        ("telpu nav", []),
        ("100 %", ["m1.needs"]),
        ("[vieta]", ["m1.needs"]),
        ("a^b", ["m1.needs"]),
        ("*", []),
        ("?", []),
        ("", []),
        ("   ", []),
    ],
)
def test_words_are_found_whatever_their_case_and_marks(
    db: sqlite3.Connection, words: str, found: list[str]
) -> None:
    assert [hit.checkpoint for hit in queries.search(db, words, 10)] == found


def test_a_search_stops_at_its_limit(db: sqlite3.Connection) -> None:
    tools.writer(db).save([answer(f"c9.{number}", text="atrodams") for number in range(20)])
    assert len(list(queries.search(db, "atrodams", 5))) == 5


@given(st.text("aāĀbcčzžŽ*?[]^-!\\%_'\" ", min_size=1, max_size=12))
def test_every_text_is_found_by_itself(text: str) -> None:
    db = tools.memory_file()
    tools.writer(db).save([partnership(), answer(text=f"x{text}y")])
    hits = [hit.checkpoint for hit in queries.search(db, f"x{text}y", 10)]
    assert hits == ["c1.need"]


# ---------------------------------------------------------------------------------------- attachments


def test_an_attachments_bytes_or_that_they_are_gone() -> None:
    db = tools.memory_file()
    tools.writer(db).save([answer(text="x")], [b"photo"])
    there = Attachment(name="foto.jpg", sha256=sha256(b"photo").hexdigest())
    assert queries.attachment_data(db, there) == b"photo"
    with pytest.raises(AttachmentGone) as gone:
        queries.attachment_data(db, there._replace(sha256="00" * 32))
    assert gone.value.data == {"name": "foto.jpg"}


# a damaged file -----------------------------------------------------------------------------------------


def _swap_pages(path: Path, root_of: str) -> None:
    """Put the pages on which the table `root_of` and the answers begin in each other's place."""
    with contextlib.closing(sqlite3.connect(path)) as opened:
        size = opened.execute("PRAGMA page_size").fetchone()[0]
        pages = dict(opened.execute("SELECT name, rootpage FROM sqlite_schema"))
    one, other = pages[root_of], pages["answers"]
    content = bytearray(path.read_bytes())
    first, second = slice((one - 1) * size, one * size), slice((other - 1) * size, other * size)
    content[first], content[second] = content[second], content[first]
    path.write_bytes(content)


@pytest.mark.parametrize("name", ["partnerships", "sides", "organisations"])
def test_what_a_damaged_file_cannot_tell_is_damage_and_no_defect_of_ours(sample: Path, name: str) -> None:
    with contextlib.closing(file.open_for_reading(sample)) as sound:
        ids = queries.partnership_ids(sound)
    _swap_pages(sample, name)
    with (
        contextlib.closing(file.connect(sample, "ro")) as broken,
        pytest.raises(FileDamaged) as caught,
    ):
        _read_everything(broken, ids)
    assert caught.value.data["path"] == sample


def _read_everything(db: sqlite3.Connection, ids: Sequence[bytes]) -> None:
    list(queries.summaries(db, ids))
    queries.organisations(db)
    for number in ids:
        queries.dossier(db, number)


def test_a_defect_of_ours_in_a_sound_file_stays_one(db: sqlite3.Connection) -> None:
    with pytest.raises(KeyError):
        queries.partnership_ids(db, order="no such order")


def test_an_author_that_cannot_be_read_is_damage(sample: Path) -> None:
    with contextlib.closing(sqlite3.connect(sample)) as db:
        db.execute("UPDATE session SET body = replace(body, '\"name\"', 'name')")
        db.commit()
    with contextlib.closing(file.open_for_reading(sample)) as broken:
        ids = queries.partnership_ids(broken)
        with pytest.raises(FileDamaged):
            list(queries.summaries(broken, ids))
