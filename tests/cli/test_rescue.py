"""`check` of what came from elsewhere, and `rescue`, as their users meet them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from roadmap_desktop import paths
from roadmap_desktop.store.check import check
from tests.store import hostile


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "roadmap_desktop", "--language", "en", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=paths.RESOURCES.parent,
    )


def test_a_hostile_file_is_called_so(sample: Path) -> None:
    hostile.endless_view(sample)
    ran = run("check", sample, "--json")
    assert ran.returncode == 4
    data = json.loads(ran.stdout)
    assert (data["verdict"], data["readable"], data["changes"]) == ("hostile", False, 0)
    assert [problem["code"] for problem in data["problems"]] == ["hostile"]
    said = run("check", sample)
    assert said.returncode == 4
    assert "is not to be trusted" in said.stdout
    assert "never writes" in said.stdout


def test_a_damaged_file_is_rescued(sample: Path) -> None:
    out = sample.with_name("saved.roadmap")
    hostile.sql(sample, "DELETE FROM change WHERE kind = 'note'")
    before = sample.read_bytes()
    ran = run("rescue", sample, "-o", out)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Saved ")
    assert "into “saved.roadmap”" in ran.stdout
    assert "It should hold" in ran.stdout
    assert sample.read_bytes() == before
    assert check(out).verdict == "healthy"


def test_where_nothing_is_lost_the_text_says_so(sample: Path) -> None:
    hostile.sql(sample, "UPDATE activity SET wall = wall + 1")
    ran = run("check", sample)
    assert ran.returncode == 3
    assert "Nothing is lost" in ran.stdout
    assert "earlier copy" not in ran.stdout


def test_where_something_is_lost_the_text_says_what_helps(sample: Path) -> None:
    hostile.sql(sample, "DELETE FROM change WHERE kind = 'note'")
    said = run("check", sample).stdout
    assert "“restore”" in said
    assert "“rescue”" in said


def test_what_is_not_ours_is_called_by_its_name(sample: Path) -> None:
    letter = sample.with_name("letter.txt")
    letter.write_text("Sveiki!")
    ran = run("rescue", letter, "-o", sample.with_name("saved.roadmap"))
    assert ran.returncode == 1
    assert "“letter.txt”" in ran.stderr


def test_a_rescue_overwrites_nothing_and_says_so(sample: Path) -> None:
    before = sample.read_bytes()
    ran = run("rescue", sample, "-o", sample)
    assert ran.returncode == 1
    assert "already" in ran.stderr
    assert sample.read_bytes() == before
