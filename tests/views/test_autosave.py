"""Typing becomes edits, edits become saves, by pauses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.edits import answer_edit, note_edit
from roadmap_desktop.domain.errors import FileReadOnly
from roadmap_desktop.store import recovery
from roadmap_desktop.views.autosave import Autosave
from roadmap_desktop.views.page import Context
from tests.reading import answer_of, changes_in, dossier_of, root_of

YOUTH = "Youth centre in the old school"


@pytest.fixture
def owner(qapp: QObject) -> QObject:
    return QObject()


@pytest.fixture
def root(context: Context) -> bytes:
    return root_of(context.session.path, YOUTH)


def test_what_is_typed_at_one_stop_is_one_edit(
    context: Context, owner: QObject, root: bytes, qtbot: QtBot
) -> None:
    autosave = Autosave(context.session, owner)
    before = changes_in(context.session.path)
    for text in ("G", "Gr", "Grant"):
        autosave.touch(answer_edit(root, "a", "c1.forms", text=text))
    autosave.touch(answer_edit(root, "a", "c1.forms", who="Anna"))
    with qtbot.waitSignal(context.session.changed):
        pass
    found = answer_of(context.session.path, YOUTH, "c1.forms")
    assert (found.text, found.who) == ("Grant", "Anna")
    assert changes_in(context.session.path) == before + 1


def test_answer_and_note_of_one_pause_are_one_step(context: Context, owner: QObject, root: bytes) -> None:
    autosave = Autosave(context.session, owner)
    autosave.touch(answer_edit(root, "a", "c1.forms", text="Grant"))
    autosave.touch(note_edit(root, "a", "c1.forms", "psst"))
    autosave.flush()
    context.session.flush()
    assert "c1.forms" in dossier_of(context.session.path, YOUTH).ours.notes
    context.session.undo()
    context.session.flush()
    assert "c1.forms" not in dossier_of(context.session.path, YOUTH).ours.notes
    assert answer_of(context.session.path, YOUTH, "c1.forms").text == ""


def test_unsaved_are_those_typed_and_those_on_their_way(
    context: Context, owner: QObject, root: bytes
) -> None:
    autosave = Autosave(context.session, owner)
    edit = answer_edit(root, "a", "c1.forms", text="Grant")
    assert autosave.unsaved() == set()
    autosave.touch(edit)
    assert autosave.unsaved() == {edit.entity}
    autosave.flush()
    assert autosave.unsaved() == {edit.entity}
    context.session.flush()
    assert autosave.unsaved() == set()


def test_a_forgotten_field_is_not_saved(context: Context, owner: QObject, root: bytes) -> None:
    autosave = Autosave(context.session, owner)
    edit: Edit = answer_edit(root, "a", "c1.forms", text="half of something too long", who="Anna")
    autosave.touch(edit)
    autosave.forget(edit.entity, "text")
    autosave.flush()
    context.session.flush()
    found = answer_of(context.session.path, YOUTH, "c1.forms")
    assert (found.text, found.who) == ("", "Anna")


def test_nothing_typed_is_nothing_saved(context: Context, owner: QObject) -> None:
    before = changes_in(context.session.path)
    Autosave(context.session, owner).flush()
    context.session.flush()
    assert changes_in(context.session.path) == before


def test_where_the_file_cannot_be_changed_words_are_kept_until_it_can_be(
    context: Context, owner: QObject, root: bytes
) -> None:
    autosave = Autosave(context.session, owner)
    edit = answer_edit(root, "a", "c1.forms", text="Grant")
    context.session.obstacle = FileReadOnly(path=context.session.path)
    autosave.touch(edit)
    for _ in range(2):
        autosave.flush()
    context.session.flush()
    assert answer_of(context.session.path, YOUTH, "c1.forms").text == ""
    assert autosave.held(edit.entity)["text"] == "Grant"
    assert edit.entity in autosave.unsaved()
    (kept,) = recovery.kept(context.session._folder, context.session.document)
    assert kept.fields["text"] == "Grant"
    context.session.obstacle = None
    autosave.flush()
    context.session.flush()
    assert answer_of(context.session.path, YOUTH, "c1.forms").text == "Grant"
    assert autosave.held(edit.entity) == {}
    assert recovery.kept(context.session._folder, context.session.document) == []


def test_a_row_saved_at_once_is_a_step_after_what_was_typed(
    context: Context, owner: QObject, root: bytes
) -> None:
    autosave = Autosave(context.session, owner)
    autosave.touch(answer_edit(root, "a", "c1.forms", text="Grant"))
    autosave.save([Edit(root, "action", bytes(range(16)), {"what": "Ask", "position": "i"})])
    context.session.flush()
    assert "Ask" in [action.what for action in dossier_of(context.session.path, YOUTH).actions]
    context.session.undo()
    context.session.flush()
    assert "Ask" not in [action.what for action in dossier_of(context.session.path, YOUTH).actions]
    assert answer_of(context.session.path, YOUTH, "c1.forms").text == "Grant", "it is a step of its own"
