"""The short form of the fault laboratory, part by part; the long one is python -m tests.faults."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import Figure, zero
from tests.faults.__main__ import PARTS
from tests.faults.disk import Disk


@pytest.mark.skipif(not hasattr(os, "fork"), reason="its processes are forked")
@pytest.mark.parametrize("part", PARTS)
def test_no_fault_costs_anything(part: str) -> None:
    """In a process of its own, which no window and no thread of other tests is in."""
    command = [sys.executable, "-m", "tests.faults", part, "--short", "--jobs", "1"]
    done = subprocess.run(
        command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    if "skipped" in done.stdout and part == "cuts":
        pytest.skip(done.stdout.split("\n")[1])


def test_a_figure_fails_where_it_lies_beyond_its_bounds() -> None:
    assert zero("lost", 1).fails
    assert not zero("lost", 0).fails
    assert Figure("median", 98.9, least=99).fails
    assert not Figure("told", 5).fails


def test_the_disk_keeps_what_was_forced_and_may_lose_the_rest() -> None:
    from random import Random

    disk = Disk({"a": b"old", "b": b""})
    disk.names["a"].write(0, b"new")
    disk.names["a"].force()
    disk.names["b"].write(0, b"x" * 1000)
    disk.rename(("c", disk.names["a"]))
    folders = [disk.after_a_cut(Random(seed)) for seed in range(200)]
    assert {there["a"] for there in folders} == {b"new"}
    assert {"c" in there for there in folders} == {True, False}
    assert {len(there["b"]) for there in folders} >= {0, 512, 1000}
    disk.force_folder("")
    assert all("c" in disk.after_a_cut(Random(seed)) for seed in range(50))


def test_a_rename_arrives_whole_or_not_at_all() -> None:
    from random import Random

    disk = Disk({"part": b"new", "file": b"old"})
    disk.rename(("file", disk.names["part"]), ("part", None))
    folders = [disk.after_a_cut(Random(seed)) for seed in range(100)]
    assert {tuple(sorted(there.items())) for there in folders} == {
        (("file", b"new"),),
        (("file", b"old"), ("part", b"new")),
    }
