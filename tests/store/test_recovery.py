"""Unsaved words: kept beside the settings, and no reason to stumble."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.store import log, recovery
from tests.store import tools
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


def test_the_heads_that_were_seen_come_back_with_the_words(tmp_path: Path) -> None:
    known, unknown = answer(text="x"), answer("c1.idea", text="y")
    heads = frozenset({bytes(16), bytes(range(16))})
    recovery.keep(tmp_path, DOCUMENT, [known, unknown], {known[:3]: heads})
    assert recovery.kept(tmp_path, DOCUMENT) == [known, unknown]
    assert recovery.seen(tmp_path, DOCUMENT) == {known[:3]: heads}


def test_only_so_many_steps_are_kept_the_last_ones(tmp_path: Path) -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    steps = tuple(writer.save([answer(text=str(number))]) for number in range(recovery.MOST_STEPS + 5))
    mine = frozenset({writer.session})
    recovery.keep_steps(tmp_path, DOCUMENT, log.tally(db), recovery.Steps(steps, steps[:1], mine))
    found = recovery.kept_steps(tmp_path, DOCUMENT, db)
    assert found == recovery.Steps(steps[5:], steps[:1], mine)


def test_steps_hold_no_words(tmp_path: Path) -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    steps = writer.save([answer(text="A secret")]), writer.save([answer(text="Another")])
    recovery.keep_steps(tmp_path, DOCUMENT, log.tally(db), recovery.Steps(steps))
    [path] = tmp_path.iterdir()
    assert "secret" not in path.read_text("utf-8")
    recovery.keep_steps(tmp_path, DOCUMENT, log.tally(db), recovery.Steps())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "{", "5", "[]", "{}", '{"count": 1, "xor": "0", "undo": 5}'])
def test_a_torn_file_of_steps_keeps_nothing(tmp_path: Path, content: str) -> None:
    db = tools.memory_file()
    recovery.keep_steps(
        tmp_path, DOCUMENT, (1, 0), recovery.Steps((tools.writer(db).save([answer(text="x")]),))
    )
    [path] = tmp_path.iterdir()
    path.write_text(content, "utf-8")
    assert recovery.kept_steps(tmp_path, DOCUMENT, db) == recovery.Steps()


def test_hardening_waits_for_the_disk_and_bears_that_nothing_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(os, "fsync", lambda found: synced.append(Path(f"/proc/self/fd/{found}").resolve()))
    recovery.harden(tmp_path, DOCUMENT)
    assert synced == []
    recovery.keep(tmp_path, DOCUMENT, [answer(text="x")])
    recovery.harden(tmp_path, DOCUMENT)
    assert synced == [tmp_path / f"unsaved-{DOCUMENT}.under-way.json", tmp_path]
    assert [path.name for path in tmp_path.iterdir()] == [f"unsaved-{DOCUMENT}.json"]


def test_words_not_yet_certain_never_take_the_place_of_those_that_are(tmp_path: Path) -> None:
    recovery.keep(tmp_path, DOCUMENT, [answer(text="Certain")])
    recovery.harden(tmp_path, DOCUMENT)
    recovery.keep(tmp_path, DOCUMENT, [answer(text="Certain and more")])
    assert recovery.kept(tmp_path, DOCUMENT) == [answer(text="Certain and more")]
    torn = tmp_path / f"unsaved-{DOCUMENT}.new.json"
    for left in (b"", torn.read_bytes()[:20], bytes(len(torn.read_bytes()))):
        torn.write_bytes(left)
        assert recovery.kept(tmp_path, DOCUMENT) == [answer(text="Certain")]


def test_words_that_are_saved_are_gone_whatever_was_on_its_way(tmp_path: Path) -> None:
    recovery.keep(tmp_path, DOCUMENT, [answer(text="One")])
    recovery.harden(tmp_path, DOCUMENT)
    recovery.keep(tmp_path, DOCUMENT, [answer(text="Two")])
    recovery.keep(tmp_path, DOCUMENT, [])
    assert list(tmp_path.iterdir()) == []
    recovery.harden(tmp_path, DOCUMENT)
    assert recovery.kept(tmp_path, DOCUMENT) == []


def test_a_disk_without_room_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recovery.keep(tmp_path, DOCUMENT, [answer(text="Before")])

    def full(self: Path, *_: object) -> None:
        self.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    recovery.keep(tmp_path, DOCUMENT, [answer(text="After")])
    assert len(list(tmp_path.iterdir())) == 1
    assert recovery.kept(tmp_path, DOCUMENT) == [answer(text="Before")]
