"""The command `history`, as its users meet it."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import re
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from PySide6.QtWidgets import QApplication

from roadmap_desktop.cli import commands
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.store import file, schema
from roadmap_desktop.store.log import Author, Log
from tests.conftest import MakeSample
from tests.reading import root_of

YOUTH = "Youth centre in the old school"
pytestmark = pytest.mark.usefixtures("_here")
HOUR = 3_600_000
NOON = round(dt.datetime(2027, 1, 31, 12).astimezone().timestamp() * 1000)


class Ran(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def changes(self) -> list[Any]:
        found: list[Any] = json.loads(self.out)["changes"]
        return found


@pytest.fixture
def _here(qapp: QApplication, user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def run(*arguments: str | Path) -> Ran:
    with CliRunner().isolation() as (out, err, _):
        status = commands.run([str(argument) for argument in arguments])
        return Ran(status, out.getvalue().decode(), err.getvalue().decode())


@pytest.fixture
def written(sample: Path) -> Path:
    """The sample, in which Anna later wrote two texts an hour apart, and deleted a line of the SWOT."""
    root = root_of(sample, YOUTH)
    walls = [NOON, NOON + HOUR, NOON + 2 * HOUR]
    with contextlib.closing(file.open_for_writing(sample)) as db:
        log = Log(db, Author("Anna Liepa", "Valley Council"), lambda: walls.pop(0))
        log.save([answer_edit(root, "a", "c1.need", text="one\nline")])
        log.save([answer_edit(root, "a", "c1.need", text="two\x1b[31m")])
        [line] = db.execute("SELECT id FROM swots WHERE root = ? LIMIT 1", (root,)).fetchall()
        log.save([Edit(root, "swot", line[0], {"_deleted": 1})])
    return sample


def test_it_tells_people_who_changed_what(written: Path) -> None:
    ran = run("history", written, "--limit", "3")
    assert (ran.status, ran.err) == (0, "")
    first, second, third = ran.out.strip().split("\n\n")
    assert first.startswith(
        "2027-01-31 14:00  Anna Liepa (Valley Council)\n  Strengths, weaknesses, opportunities, threats: "
    )
    assert "Deleted" in first
    assert second.splitlines() == [
        "2027-01-31 13:00  Anna Liepa (Valley Council)",
        f"  The local need (c1.need) · Our side · {YOUTH}",
        "    Answer: one line → two [31m",
    ]
    assert third.splitlines()[0] == "2027-01-31 12:00  Anna Liepa (Valley Council)"
    assert third.endswith(" → one line")


def test_it_tells_machines_every_change(written: Path) -> None:
    ran = run("history", written, "--json", "--person", "Anna Liepa")
    assert ran.status == 0
    deleted, second, first = ran.changes
    assert deleted["action"] == "deleted"
    assert deleted["kind"] == "swot"
    assert all(field["after"] is None for field in deleted["fields"])
    assert second["fields"] == [{"field": "text", "before": ["one\nline"], "after": "two\x1b[31m"}]
    assert "\x1b" not in ran.out
    assert re.fullmatch(r"2027-01-31T12:00:00\.000[+-]\d\d:\d\d", first["when"])
    about = {
        name: first[name]
        for name in ("person", "organisation", "side", "checkpoint", "kind", "action", "about")
    }
    assert about == {
        "person": "Anna Liepa", "organisation": "Valley Council", "side": "ours", "checkpoint": "c1.need", "kind": "answer",
        "action": "changed", "about": "The local need (c1.need)",
    }  # fmt: skip
    assert first["partnership"] == {"id": root_of(written, YOUTH).hex(), "title": YOUTH}


def test_it_is_all_there(written: Path) -> None:
    ran = run("history", written, "--json")
    found = ran.changes
    whens = [dt.datetime.fromisoformat(change["when"]) for change in found]
    assert whens == sorted(whens, reverse=True)
    with contextlib.closing(file.open_for_reading(written)) as db:
        ids = {row[0].hex() for row in db.execute("SELECT id FROM change")}
    assert {change["id"] for change in found} == ids
    assert {change["kind"] for change in found} >= {
        "organisation",
        "partnership",
        "side",
        "answer",
        "note",
        "person",
    }


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--person", "liepa"], 3),
        (["--person", "liepa", "--checkpoint", "C1.need"], 2),
        (["--person", "liepa", "--partnership", YOUTH, "--limit", "1"], 1),
        (["--from", "31.01.2027."], 3),
        (["--from", "2027-02-01"], 0),
        (["--person", "liepa", "--until", "2027-01-30"], 0),
        (["--from", "2027-01-31", "--until", "2027-01-31"], 3),
    ],
)
def test_filters(written: Path, options: list[str], count: int) -> None:
    assert len(run("history", written, "--json", *options).changes) == count
    told = run("history", written, *options)
    assert told.status == 0
    assert (told.out == "Nothing that fits was changed.\n") == (count == 0)


def test_in_latvian(make_sample: MakeSample) -> None:
    ran = run(
        "--language", "lv", "history", make_sample("lv"), "--partnership", "Jauniešu centrs vecajā skolā"
    )
    assert ran.status == 0
    assert "Sākta partnerība" in ran.out or "Pievienots" in ran.out
    assert "Vietējā vajadzība (c1.need): " in ran.out
    assert (
        run("--language", "lv", "history", make_sample("lv"), "--person", "qq").out
        == "Nekas atbilstošs nav mainīts.\n"
    )


def test_a_newer_and_a_protected_file_can_be_asked(written: Path, tmp_path: Path) -> None:
    newer = Path(shutil.copyfile(written, tmp_path / "newer.roadmap"))
    with contextlib.closing(file.connect(newer, "rw")) as db:
        db.execute(f"PRAGMA user_version = {schema.FORMAT + 1}")
    newer.chmod(0o444)
    before = newer.read_bytes()
    assert len(run("history", newer, "--json", "--person", "liepa").changes) == 3
    assert len(run("history", newer, "--json", "--person", "liepa", "--partnership", YOUTH).changes) == 3
    assert newer.read_bytes() == before
    assert not (tmp_path / "newer.roadmap-journal").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--partnership", "nowhere"], "nowhere"),
        (["--checkpoint", "c9.x"], "c9.x"),
        (["--from", "yesterday"], "yesterday"),
        (["--until", "31.02.2027"], "31.02.2027"),
        (["--limit", "0"], "--limit must be a whole number, 1 or more."),
        (["--limit", "x"], "--limit must be a whole number, 1 or more."),
    ],
)
def test_what_makes_no_sense_is_said(written: Path, options: list[str], said: str) -> None:
    ran = run("history", written, *options)
    assert ran.status in {1, 2}
    assert ran.out == ""
    assert said in ran.err


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    ran = run("history", tmp_path / "none.roadmap", "--json")
    assert (ran.status, ran.out) == (1, "")
    assert "none.roadmap" in ran.err
