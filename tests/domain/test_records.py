"""Records: ids that must never change, limits, and what a field reads as before anybody set it."""

from __future__ import annotations

import pytest

from roadmap_desktop.domain import records

ROOT = bytes(range(16))


@pytest.mark.parametrize(
    ("found", "frozen"),
    [
        (records.side_id(ROOT, "a"), "71ee12ef9215aad36376184f982fdb05"),
        (records.side_id(ROOT, "b"), "237642831ca79b8f28eae2514f81c286"),
        (records.answer_id(ROOT, "a", "c1.need"), "d26f211a104e66ec2acf66cde31d8158"),
        (records.answer_id(ROOT, "b", "m3.next"), "f7a1c92e1c4fee6041d6c9bef01de788"),
        (records.note_id(ROOT, "a", "c1.need"), "d43ba3056c1511ed750965563cc21c9a"),
        (records.person_id(ROOT, bytes(16)), "6590858f0ca43f5cd0c7caf7f5d0dd2f"),
        (records.evaluation_id(ROOT, "a", 2, "trust"), "000905aa27ebe76f569d126ba8a45b27"),
    ],
)
def test_derived_ids_are_those_of_files_already_written(found: bytes, frozen: str) -> None:
    # Two people's first answers meet only while these stay as they are: never change a literal here.
    assert found.hex() == frozen


def test_parts_of_a_derived_id_do_not_run_into_each_other() -> None:
    assert records.derived_id(ROOT, "ab", "c") != records.derived_id(ROOT, "a", "bc")
    assert records.derived_id(ROOT, "a") != records.derived_id(ROOT, "a", "")
    assert records.derived_id(ROOT, "a") != records.derived_id(bytes(16), "a")


def test_ids_of_different_kinds_at_one_checkpoint_differ() -> None:
    made = {
        records.answer_id(ROOT, "a", "c1.need"),
        records.answer_id(ROOT, "b", "c1.need"),
        records.note_id(ROOT, "a", "c1.need"),
        records.side_id(ROOT, "a"),
    }
    assert len(made) == 4
    assert {len(number) for number in made} == {16}


@pytest.mark.parametrize("kind", records.KINDS)
def test_every_kind_has_its_id_its_root_and_defaults(kind: str) -> None:
    made = records.KINDS[kind]()
    assert made._fields[:2] == ("id", "root")
    assert records.fields(kind) == made._fields[2:]
    assert records.defaults(kind) == dict(zip(made._fields[2:], made[2:], strict=True))
    assert all(isinstance(value, str | int) for value in records.defaults(kind).values())


def test_tools_are_kinds() -> None:
    assert set(records.TOOLS) <= set(records.KINDS)
    assert set(records.SIDE_TOOLS) <= set(records.TOOLS)
    for kind in records.SIDE_TOOLS:
        assert "side" in records.fields(kind)


def test_a_new_answer_is_open() -> None:
    assert records.Answer().state == "open"
    assert records.STATES[0] == "open"


def test_texts_written_at_length_may_be_longer_than_lines() -> None:
    assert records.limit("answer", "text") == records.LONG_TEXT
    assert records.limit("note", "text") == records.LONG_TEXT
    assert records.limit("answer", "who") == records.SHORT_TEXT
    assert records.limit("of-a-newer-app", "field") == records.SHORT_TEXT


CODED = frozenset(
    ("alike", "channel", "checkpoint", "contact", "criterion", "day", "digests", "direction", "due", "figures", "form",
     "held", "key", "kind", "language", "level", "meeting", "member", "organisation", "paper_day", "pays_a", "pays_b", "pen", "position",
     "quadrant", "sha256", "side", "signed", "stage", "state", "valid_until")
)  # fmt: skip
"""Fields whose text is a choice, a day, a sum, an id or a place: nobody writes a name there."""


@pytest.mark.parametrize("kind", records.KINDS)
def test_every_text_is_known_as_written_or_not(kind: str) -> None:
    """A field that is forgotten here would let names through where roles shall stand for them."""
    texts = {name for name, value in records.defaults(kind).items() if isinstance(value, str)}
    written = set(records.WRITTEN.get(kind, ()))
    assert written <= texts
    assert texts - written <= CODED
