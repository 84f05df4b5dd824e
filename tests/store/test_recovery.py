"""Unsaved words: kept beside the settings, and no reason to stumble."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.store import recovery
from tests.store.tools import ROOT, answer

DOCUMENT = "ab" * 16


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    edits = [answer(text="Pusteikums „"), answer("c1.idea", text="vēl", who="Anna")]
    recovery.keep(tmp_path / "new", DOCUMENT, edits)
    assert recovery.kept(tmp_path / "new", DOCUMENT) == edits
    assert recovery.kept(tmp_path / "new", "cd" * 16) == []


def test_what_was_saved_is_kept_no_longer(tmp_path: Path) -> None:
    recovery.keep(tmp_path, DOCUMENT, [answer(text="x")])
    recovery.keep(tmp_path, DOCUMENT, [])
    recovery.keep(tmp_path, DOCUMENT, [])
    assert recovery.kept(tmp_path, DOCUMENT) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", ["", "{", "[[1]]", "5", '[["zz", "answer", "00", {}]]', '[["00", "answer", "00", 5]]']
)
def test_a_torn_file_keeps_nothing(tmp_path: Path, content: str) -> None:
    recovery.keep(tmp_path, DOCUMENT, [answer(text="x")])
    [path] = tmp_path.iterdir()
    path.write_text(content, "utf-8")
    assert recovery.kept(tmp_path, DOCUMENT) == []


def test_only_what_this_program_knows_comes_back(tmp_path: Path) -> None:
    known = answer(text="x")
    recovery.keep(tmp_path, DOCUMENT, [Edit(ROOT, "hologram", ROOT, {"a": 1}), known])
    assert recovery.kept(tmp_path, DOCUMENT) == [known]


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    recovery.keep(tmp_path / "file", DOCUMENT, [answer(text="x")])
    assert recovery.kept(tmp_path / "file", DOCUMENT) == []
