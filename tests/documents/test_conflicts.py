"""What waits for a decision, on the progress sheet: every version with its name, and private notes only where they may be."""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path

import pytest

from roadmap_desktop.documents.blocks import Heading, Sheet, Table
from roadmap_desktop.documents.choice import Wanted, sheet_of
from roadmap_desktop.documents.sheets import progress_sheet
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.edits import answer_edit, note_edit
from roadmap_desktop.domain.history import Page
from roadmap_desktop.store import file, queries
from tests.builders import TODAY, library, words
from tests.disputing import disagree
from tests.reading import dossier_of, root_of

YOUTH = "Youth centre in the old school"


def sheet(path: Path, language: str = "en", *, private_notes: bool = True) -> Sheet:
    with contextlib.closing(file.open_for_reading(path)) as db:
        dossier = queries.dossier(db, root_of(path, YOUTH))
    return progress_sheet(
        dossier, library(), words(language), TODAY, "x.roadmap", private_notes=private_notes
    )


def waiting(found: Sheet) -> list[tuple[str, ...]]:
    """The rows of the table of what waits, in plain words."""
    heads = {words(language)("sheet", "waiting", count="").strip() for language in ("en", "lv")}
    for head, table in itertools.pairwise(found.blocks):
        if isinstance(head, Heading) and isinstance(table, Table) and head.text.startswith(tuple(heads)):
            return [tuple(str(getattr(cell, "text", cell)) for cell in row) for row in table.rows]
    return []


def test_both_texts_stand_there_with_their_names(sample: Path) -> None:
    root = root_of(sample, YOUTH)
    assert waiting(sheet(sample)) == []
    disagree(
        sample,
        [answer_edit(root, "a", "c1.need", text="Our text")],
        [answer_edit(root, "a", "c1.need", text="Their text")],
    )
    [(where, ours, theirs)] = waiting(sheet(sample))
    assert where == "The local need (C1·1) · Our side"
    assert ours.startswith("Ilze Bērziņa, ")
    assert ours.endswith("\nOur text")
    assert theirs.startswith("Mārtiņš Vītols, ")
    assert theirs.endswith("\nTheir text")


def test_private_notes_wait_on_the_whole_sheet_alone(sample: Path) -> None:
    root = root_of(sample, YOUTH)
    disagree(sample, [note_edit(root, "a", "c1.need", "psst")], [note_edit(root, "a", "c1.need", "hush")])
    assert "psst" in str(waiting(sheet(sample)))
    assert waiting(sheet(sample, private_notes=False)) == []


@pytest.mark.parametrize(("language", "gone"), [("en", "(deleted)"), ("lv", "(dzēsts)")])
def test_deleted_by_one_and_written_to_by_the_other(sample: Path, language: str, gone: str) -> None:
    root, entry = root_of(sample, YOUTH), dossier_of(sample, YOUTH).log[0]
    key = (root, "log", entry.id)
    disagree(sample, [Edit(*key, {DELETED: 1})], [Edit(*key, {"what": "Called again"})])
    [(where, ours, theirs)] = waiting(sheet(sample, language))
    assert "Called again" in where
    assert ours.endswith(gone)
    assert theirs.startswith("Mārtiņš Vītols")


@pytest.mark.parametrize("name", ["open", "handover"])
def test_other_sheets_tell_of_it_as_the_progress_sheet_does(sample: Path, name: str) -> None:
    root = root_of(sample, YOUTH)
    disagree(
        sample,
        [answer_edit(root, "a", "c1.need", text="Our text")],
        [answer_edit(root, "a", "c1.need", text="Theirs")],
    )
    wanted = Wanted(name, library(), words(), TODAY, "x.roadmap")
    found = sheet_of(dossier_of(sample, YOUTH), wanted, lambda: Page((), {}, ended=True))
    assert waiting(found) == waiting(sheet(sample))
    assert len(waiting(found)) == 1
