"""Conflicted copies: told by name in every service's manner, offered only where they hold something new."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest

from roadmap_desktop.store import copies
from roadmap_desktop.store.log import Author
from roadmap_desktop.store.receive import apply, look
from tests.conftest import AUTHOR
from tests.store import hostile, tools
from tests.store.test_receive import write

WHEN = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "name",
    [
        "Ciems-ILZES-DATORS", "Ciems-DESKTOP-7AB2C-2",
        "Ciems (Anna's conflicted copy 2026-11-23)", "Ciems (Annas in Konflikt stehende Kopie 2026-11-23)",
        "Ciems (conflicted copy 2026-11-23 101010)", "Ciems (ILZES DATORS conflicted copy)",
        "Ciems_conflict-20261123-101010", "Ciems.sync-conflict-20261123-101010-ABCDEFG",
        "Ciems (1)", "Ciems(1)", "Ciems 2", "ciems (12)",
        "Ciems - Copy", "Ciems - Copy (2)", "Ciems — kopija", "Ciems - kopija (3)", "Ciems copy", "Ciems copy 2",
        "Copy of Ciems", "Kopija Ciems",
    ],
)  # fmt: skip
def test_names_of_copies(name: str) -> None:
    assert copies.named_like_a_copy("Ciems", name)
    assert copies.named_like_a_copy(
        "Ciems (1)", name.replace("Ciems", "Ciems (1)").replace("ciems", "ciems (1)")
    )


@pytest.mark.parametrize(
    "name",
    [
        "Ciems",
        "Ciemats",
        "Ciems 2025",
        "Ciems dārzs",
        "Cits",
        "Mazais Ciems",
        "Ciems.old",
        "",
        "Ciems (dārzs)",
    ],
)
def test_names_of_other_files(name: str) -> None:
    assert not copies.named_like_a_copy("Ciems", name)


@pytest.fixture
def ours(sample: Path) -> Path:
    return sample.rename(sample.with_name("Ciems.roadmap"))


def beside(ours: Path, name: str, text: str = "") -> Path:
    path = Path(shutil.copyfile(ours, ours.with_name(f"{name}.roadmap")))
    if text:
        write(path, tools.partnership(text), author=Author("Kārlis Ozols"))
    return path


def test_only_copies_of_ours_with_something_new_are_offered(ours: Path, empty: Path) -> None:
    wanted = beside(ours, "Ciems-KARLIS", "Dārzs")
    beside(ours, "Ciems (1)")
    shutil.copyfile(empty, ours.with_name("Ciems (2).roadmap"))
    hostile.trigger(beside(ours, "Ciems (3)", "Ļaunums"))
    ours.with_name("Ciems (4).roadmap").write_text("Sveiki!")
    ours.with_name("Ciems (5).roadmap").mkdir()
    before = {path: path.read_bytes() for path in ours.parent.glob("*.roadmap") if path.is_file()}
    assert len(copies.conflicted(ours)) == 5
    [found] = copies.waiting(ours)
    assert (found.file, found.name, found.new) == (wanted, "Kārlis Ozols", 1)
    assert before == {path: path.read_bytes() for path in before}


def test_what_was_taken_in_is_not_offered_again(ours: Path, tmp_path: Path) -> None:
    copy = beside(ours, "Ciems (conflicted copy 2026-11-23 101010)", "Dārzs")
    with look(ours, [copy]) as incoming:
        apply(ours, incoming, {}, AUTHOR, tmp_path / "backups", WHEN)
    assert copies.conflicted(ours) == [copy]
    assert copies.waiting(ours) == []


def test_a_folder_full_of_copies_is_looked_at_with_measure(ours: Path) -> None:
    for number in range(20):
        path = beside(ours, f"Ciems ({number})")
        os.utime(path, (number, number))
    found = copies.conflicted(ours)
    assert [path.stem for path in found] == [f"Ciems ({number})" for number in range(19, 11, -1)]


def test_a_link_is_not_followed_and_a_lost_folder_has_no_copies(ours: Path, tmp_path: Path) -> None:
    beside(ours, "Cits", "Dārzs")
    ours.with_name("Ciems (1).roadmap").symlink_to(ours.with_name("Cits.roadmap"))
    assert copies.conflicted(ours) == []
    assert copies.waiting(tmp_path / "gone" / "Ciems.roadmap") == []
