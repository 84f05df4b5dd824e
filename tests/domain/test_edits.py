"""The edits of everyday steps, as data."""

from __future__ import annotations

import pytest

from roadmap_desktop.domain import edits, records


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("municipality", "municipality"),
        ("community", "community"),
        ("enterprise", "community"),
        ("other", "community"),
        ("", "community"),
    ],
)
def test_a_municipality_walks_its_own_form_and_everybody_else_the_communitys(kind: str, form: str) -> None:
    assert edits.form_for(kind) == form


def test_an_organisation_is_a_root_of_its_own() -> None:
    edit = edits.organisation_edit("Valley", "community")
    assert edit.root == edit.entity
    assert len(edit.entity) == 16
    assert edit.fields == {"name": "Valley", "kind": "community"}
    assert edits.organisation_edit("Valley", "community").entity != edit.entity


def test_a_partnership_begins_with_both_sides() -> None:
    made = edits.partnership_edits("Garden", ("aa", "community"), ("bb", "municipality"))
    root = made[0].root
    assert made[0].fields == {"title": "Garden", "stage": "active"}
    assert [(e.kind, e.entity, dict(e.fields)) for e in made[1:]] == [
        ("side", records.side_id(root, "a"), {"key": "a", "organisation": "aa", "form": "community"}),
        ("side", records.side_id(root, "b"), {"key": "b", "organisation": "bb", "form": "municipality"}),
    ]


def test_two_people_answer_and_note_the_same_entity() -> None:
    root = bytes(16)
    first = edits.answer_edit(root, "a", "c1.need", text="A", state="done")
    second = edits.answer_edit(root, "a", "c1.need", due="2026-01-01")
    assert first.entity == second.entity == records.answer_id(root, "a", "c1.need")
    assert first.fields == {"side": "a", "checkpoint": "c1.need", "text": "A", "state": "done"}
    note = edits.note_edit(root, "b", "m1.needs", "quiet")
    assert note.entity == records.note_id(root, "b", "m1.needs")
    assert note.fields["text"] == "quiet"
