"""The writer's limits are the reader's: whatever is saved here, a partner's program takes."""

from __future__ import annotations

import contextlib
import sqlite3
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import Edit, seal
from roadmap_desktop.domain.errors import BadDate, FileHostile, TextTooLong, UserError
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import derived, file, limits, queries, rows, vet_child
from roadmap_desktop.store.log import check_limits, clean
from roadmap_desktop.store.rows import Rows
from roadmap_desktop.store.verdict import Findings
from roadmap_desktop.store.vet import vet
from tests.store import tools
from tests.store.tools import ROOT, answer, partnership, value

ANY_TEXT = st.text(st.characters(), max_size=20) | st.text('\ud800\udfffa\u0301\u0958\x00"\\', max_size=9)
TEXTS = (
    ANY_TEXT
    | st.sampled_from(["2026-02-30", "2026-02-28", "0" * 32, "A" * 32, "0" * 64, "x" * 1_000, "x" * 1_001])
    | st.sampled_from(["\u0958" * 600, "e\u0301" * 1_000, "\x01" * 100_000, "x" * 100_001])
)
VALUES = TEXTS | st.integers(-(2**64), 2**64) | st.booleans() | st.none() | st.floats()
KINDS = st.sampled_from([*records.KINDS, "hologram", "", "k" * 101, "ā" * 100, "\U0001f600" * 90])


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    kind = draw(KINDS)
    known = st.sampled_from(records.fields(kind)) if kind in records.KINDS else st.nothing()
    names = known | st.sampled_from(["_deleted", "_mask", "mood", "", "f" * 101]) | st.text(max_size=5)
    fields = draw(st.dictionaries(names, VALUES, max_size=4) | st.just({f"f{n}": 1 for n in range(101)}))
    entity = draw(st.sampled_from([ROOT, bytes(16), b"short"]))
    return Edit(ROOT, kind, entity, fields)  # type: ignore[arg-type]


def read_as_a_stranger_would(db: sqlite3.Connection) -> list[str]:
    found = Findings()
    checked = Rows(found, most_bytes=1 << 30)
    for number, body in db.execute("SELECT id, CAST(body AS BLOB) FROM session"):
        assert checked.session([number, body])
    for number, root, kind, entity, body, prev, wall, session in db.execute(
        "SELECT id, root, CAST(kind AS BLOB), entity, CAST(body AS BLOB), prev, wall, session FROM change "
        "ORDER BY root, kind, entity, id"
    ):
        parts: Sequence[bytes] = (
            root,
            kind,
            entity,
            body,
            prev,
            wall.to_bytes(8, "big", signed=True),
            session,
        )
        packed = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
        checked.changes(vet_child.pack_changes([number], [packed]))
    checked.end()
    return [f"{problem.code}: {problem.data}" for problem in found.problems]


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(edits(), min_size=1, max_size=3))
@example([Edit(ROOT, "answer", bytes(16), {"text": "\u0958" * 60_000})])
@example([Edit(ROOT, "answer", bytes(16), {"due": "2026-13-01"})])
@example([Edit(ROOT, "attachment", bytes(16), {"size": "many", "sha256": "0" * 64})])
def test_whatever_is_saved_is_taken_by_who_reads_it(several: list[Edit]) -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([partnership()])
    try:
        writer.save(several)
    except (UserError, ValueError, sqlite3.Error):
        assert not db.in_transaction
    assert read_as_a_stranger_would(db) == []
    assert tools.dump(db) == tools.rebuilt(db)


MASKED = "ab" * 16


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"text": "x", "_mask": MASKED}, False),
        ({"_deleted": 1, "_mask": MASKED}, False),
        ({"_mask": MASKED}, True),
        ({"text": "x", "_mask": ""}, True),
        ({"text": "x", "_mask": 0}, True),
        ({"text": "x", "_mask": 7}, True),
        ({"text": "x", "_mask": "ab"}, True),
        ({"text": "x", "_mask": MASKED.upper()}, True),
        ({"text": '"', "_mask": "zz" * 16}, True),
    ],
)
@pytest.mark.parametrize("kind", ["answer", "hologram"])
def test_a_mask_stands_for_a_change_and_says_something(
    kind: str, fields: dict[str, Scalar], *, refused: bool
) -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([partnership()])
    made = seal(Edit(ROOT, kind, bytes(16), fields), [], 5, writer.session)
    writer.merge([made])
    assert bool(read_as_a_stranger_would(db)) == refused
    with pytest.raises(ValueError, match="mask"):
        check_limits(Edit(ROOT, kind, bytes(16), fields))


def test_many_masks_of_one_change_are_one_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_HEADS", 3)
    for told, refused in ((["ab" * 16] * 6, False), ([f"{n:032x}" for n in range(6)], True)):
        db = tools.memory_file()
        writer = tools.writer(db)
        writer.save([partnership()])
        writer.merge(
            seal(
                Edit(ROOT, "answer", bytes(16), {"text": str(place), "_mask": number}),
                [bytes.fromhex(number)],
                5,
                writer.session,
            )
            for place, number in enumerate(told)
        )
        assert bool(read_as_a_stranger_would(db)) == refused


def test_a_day_that_is_none_is_not_saved() -> None:
    with pytest.raises(BadDate):
        check_limits(answer(due="2026-02-30"))
    check_limits(answer(due=""))
    check_limits(answer(due="2028-02-29"))


@pytest.mark.parametrize("name", [name for _, name in limits.SPECIAL])
def test_every_field_with_a_meaning_is_some_kinds(name: str) -> None:
    assert any(name in records.fields(kind) for kind in records.KINDS)


def test_a_text_that_grows_when_it_is_composed_is_measured_composed() -> None:
    assert len(unicodedata.normalize("NFC", "\u0958" * 600)) == 1_200
    with pytest.raises(TextTooLong):
        check_limits(partnership("\u0958" * 600))
    check_limits(partnership("e\u0301" * 1_000))  # as many letters as fit, once composed


@pytest.mark.parametrize("name", ["dreams", "text"])
def test_what_a_newer_program_holds_may_be_long(name: str) -> None:
    check_limits(answer()._replace(fields={name: "x" * records.LONG_TEXT}))
    with pytest.raises(TextTooLong):
        check_limits(answer()._replace(fields={name: "x" * (records.LONG_TEXT + 1)}))


def test_what_was_pasted_decomposed_is_saved_composed_and_found() -> None:
    db = tools.memory_file()
    pasted = unicodedata.normalize("NFD", "Ķegumā ēd žagatas")
    tools.writer(db).save([partnership(pasted), answer(text=pasted)])
    assert value(db, "partnership", ROOT, "title") == "Ķegumā ēd žagatas"
    assert list(queries.search(db, "žagatas", 5))
    before = len(list(derived.all_changes(db)))
    tools.writer(db).save([partnership(pasted)])
    assert len(list(derived.all_changes(db))) == before


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    fields: dict[str, Scalar] = {"text": text, "size": 5}
    once = clean(Edit(ROOT, "answer", bytes(16), fields))
    assert clean(once) == once
    str(once.fields["text"]).encode()


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ("MOST_CHANGES", "too many changes"),
        ("MOST_SESSIONS", "too many sessions"),
        ("MOST_FORGOTTEN", "too many changes forgotten"),
        ("MOST_ATTACHMENTS", "too large an attachment, or too many"),
    ],
)
def test_ten_million_rows_are_refused_as_soon_as_they_are_too_many(
    limit: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a limit that a test can reach."""
    path = tmp_path / "many.roadmap"
    file.create(path)
    with contextlib.closing(file.open_for_writing(path)) as db:
        for number in range(5):
            tools.writer(db, str(number)).save([answer(f"c1.{number}")], [bytes([number])])
        db.executemany("INSERT INTO forgotten VALUES (?)", [(bytes([number]) * 16,) for number in range(5)])
    monkeypatch.setattr(rows, limit, 3)
    with pytest.raises(FileHostile) as refused:
        vet(path)
    assert refused.value.data["reason"] == reason
