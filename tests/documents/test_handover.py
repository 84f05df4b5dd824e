"""The handover book as data: each chapter tells what the file holds, and says so where it holds nothing."""

from __future__ import annotations

import pytest

from roadmap_desktop.documents.blocks import Contents, Heading, Point, Sheet, Table, Text
from roadmap_desktop.documents.handover import CHAPTERS, handover_book
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.history import Entry, Event, Field, Page, Subject, Writer
from roadmap_desktop.domain.records import Action, Answer, Log
from roadmap_desktop.domain.words import beside
from tests.builders import TODAY, dossier, empty_side, form, full_dossier, library, side, words
from tests.documents.test_sheets import strings


def event(kind: str, text: str) -> Event:
    about = Subject(
        b"r" * 16, kind, b"e" * 16, "Valley", "a", "a", "community", "c1.need", "", {}, deleted=False
    )
    return Event(
        b"i" * 16,
        about,
        "changed",
        (Field("text", (), text),),
        1_790_000_000_000,
        b"s",
        Writer("Anna", "Valley"),
    )


HISTORY = Page(
    (Entry((event("answer", "A new answer"),)), Entry((event("note", "A whisper"),))), {}, ended=True
)


def book(found: Dossier, language: str = "en", *, private: bool = True, history: Page = HISTORY) -> Sheet:
    return handover_book(
        found, library(), words(language), TODAY, "valley.roadmap", history, private_notes=private
    )


def chapters(sheet: Sheet) -> dict[str, list[object]]:
    """The blocks of each chapter."""
    found: dict[str, list[object]] = {}
    name = ""
    for block in sheet.blocks:
        if isinstance(block, Heading) and block.level == 1:
            name = block.mark
        if name:
            found.setdefault(name, []).append(block)
    return found


def told(blocks: list[object]) -> str:
    return " | ".join(strings(tuple(blocks)))


def test_every_chapter_is_there_and_in_the_contents() -> None:
    sheet = book(full_dossier(2, both=True))
    assert list(chapters(sheet)) == list(CHAPTERS)
    [contents] = [block for block in sheet.blocks if isinstance(block, Contents)]
    assert [mark for mark, _ in contents.items] == list(CHAPTERS)
    assert contents.items[0] == ("short", "1. In short")


def test_people_promises_deadlines_and_documents_are_told_where_they_belong() -> None:
    found = full_dossier(2, both=True)
    parts = {name: told(blocks) for name, blocks in chapters(book(found)).items()}
    assert "anna@ieleja.example" in parts["people"]
    assert "Sign the lease" in parts["people"]
    for promise in ("Memorandum of cooperation", "Send the survey", "Paint the room", "Worker, half-time"):
        assert promise in parts["promises"]
    assert "Agreement 12/2026 ends" in parts["deadlines"]
    assert "budget 2027.xlsx" in parts["documents"]
    assert "C1·11" in parts["documents"]
    assert "He likes the idea" in parts["story"]


def test_no_tool_is_told_twice() -> None:
    titles = [
        b.text for b in book(full_dossier(2, both=True)).blocks if isinstance(b, Heading) and b.level == 3
    ]
    for kind in ("contact", "log", "action", "budget", "agreement", "indicator"):
        assert titles.count(words().tool(kind)["title"]) == 1


def test_open_questions_name_conflicts_what_the_sides_do_not_share_and_what_is_unfinished() -> None:
    ours = side(given={"c1.need": Answer(text="one", state="done")}, disputed=frozenset({"c1.need"}))
    theirs = side(
        "b", name="Riverside", walked=form("municipality"), given={"m1.needs": Answer(text="other")}
    )
    part = chapters(book(dossier(ours, theirs)))["open"]
    text = told(part)
    assert "Differs: C1·1 The local need" in text
    unfinished = [b for b in part if isinstance(b, Table) and len(b.heads) == 5]
    assert [len(table.rows) for table in unfinished] == [
        len(form().checkpoints) - 1,
        len(form("municipality").checkpoints),
    ]


def test_the_story_leaves_out_what_nobody_has_touched() -> None:
    ours = side(given={"c1.need": Answer(text="Told."), "c2.meeting": Answer(who="Anna")})
    part = chapters(book(dossier(ours)))["story"]
    assert [block.stop.checkpoint for block in part if isinstance(block, Point)] == ["c1.need"]
    assert sum(isinstance(block, Heading) and block.level == 2 for block in part) == 1


@pytest.mark.parametrize("language", ["en", "lv"])
def test_a_chapter_with_nothing_says_so(language: str) -> None:
    nothing = dossier(side(given={}), empty_side())
    parts = chapters(book(nothing, language, history=Page((), {}, ended=True)))
    for name in ("people", "promises", "deadlines", "story", "documents", "history"):
        assert parts[name][1:] == [Text(words(language)("handover", f"no_{name}"), quiet=True)]
    done = {each.id: Answer(state="done") for each in form().checkpoints}
    assert parts["open"] != chapters(book(dossier(side(given=done)), language))["open"]
    assert (
        Text(words(language)("handover", "no_open"), quiet=True)
        in chapters(book(dossier(side(given=done)), language))["open"]
    )


def test_private_notes_leave_the_story_and_the_history_alike() -> None:
    found = full_dossier(2)
    secret = next(iter(found.ours.notes.values())).text
    with_notes, without = told(list(book(found).blocks)), told(list(book(found, private=False).blocks))
    for text in (secret, "A whisper"):
        assert text in with_notes
        assert text not in without
    assert "A new answer" in without
    assert book(found, private=False).footer.level != book(found).footer.level


def test_a_task_has_the_name_of_who_took_it_on() -> None:
    found = dossier(side(given={"c1.idea": Answer(who="Līga")}))._replace(
        actions=(Action(what="Call", who="Līga"), Action(what="Done", who="Līga", state="done")),
        log=(Log(next="", what="x"),),
    )
    tables = [block for block in chapters(book(found))["people"] if isinstance(block, Table)]
    assert [tuple(map(str, row[1:])) for row in tables[-1].rows] == [("C1·5", "Call")]


def test_two_languages_beside_each_other() -> None:
    twice = beside(words("lv"), words())
    sheet = handover_book(full_dossier(), library(), twice, TODAY, "x", HISTORY)
    intro = next(block for block in sheet.blocks if isinstance(block, Text))
    assert (intro.text, intro.second) == twice.each("handover", "intro", file="x")
    assert "2. Cilvēki / People" in told(list(sheet.blocks))
