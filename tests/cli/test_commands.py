"""The command line as its users meet it: what it prints, its exit status, and what is in the file afterwards."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from roadmap_desktop import paths
from roadmap_desktop.cli import commands, opening, overview, usage
from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.edits import note_edit, partnership_edits
from roadmap_desktop.domain.progress import progress
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import file, queries, schema
from roadmap_desktop.store.log import Author, Log
from tests.builders import TODAY, form, words
from tests.conftest import MakeSample
from tests.store import hostile

unix = pytest.mark.skipif(os.name == "nt", reason="asks for a system with users and limits")
pytestmark = pytest.mark.usefixtures("_here")

YOUTH = "Youth centre in the old school"


class Ran(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def _here(qapp: QApplication, user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fixed day, English, no settings; the running QApplication serves where a command would make its own."""
    monkeypatch.setattr(opening, "today", lambda: TODAY)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("USER", "ilze")
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def run(*arguments: str | Path, heard: bytes = b"") -> Ran:
    """The command line in this process, with standard streams of its own."""
    with CliRunner().isolation(input=heard) as (out, err, _):
        status = commands.run([str(argument) for argument in arguments])
        return Ran(status, out.getvalue().decode(), err.getvalue().decode())


def run_alone(*arguments: str | Path, code: str = "", **options: Any) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own; `code` runs there first."""
    first = ["-c", f"{code}\nimport sys\nfrom roadmap_desktop.__main__ import main\nsys.exit(main())"]
    return subprocess.run(
        [sys.executable, *(first if code else ["-m", "roadmap_desktop"]), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=paths.RESOURCES.parent,
        **options,
    )


@contextlib.contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(file.open_for_reading(path)) as db:
        yield db


def write(path: Path, *edits: Edit, home: str = "") -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        log = Log(db, Author("Test"))
        log.save(edits)
        if home:
            log.set_meta("home", home)


def dossier(path: Path, title: str = YOUTH) -> Dossier:
    with opened(path) as db:
        return queries.dossier(db, queries.find_partnership(db, title).id)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(ran: Ran, *parts: str, status: int = 1) -> None:
    """One sentence of ours on standard error, nothing else."""
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    for part in parts:
        assert part in ran.err


# new ----------------------------------------------------------------------------------------------------


def test_new_makes_a_file_that_knows_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ours.roadmap"
    ran = run("--author", "Anna", "new", path, "--kind", "municipality", "--organisation", "Ādažu novads")
    assert ran == (0, "Made “ours.roadmap”.\n", "")
    with opened(path) as db:
        home = queries.home_organisation(db)
        (body,) = db.execute("SELECT body FROM session").fetchone()
    assert (home.name, home.kind) == ("Ādažu novads", "municipality")
    assert json.loads(body)["name"] == "Anna"
    assert names_in(tmp_path) == ["ours.roadmap", "user"]


def test_new_takes_from_the_settings_what_is_not_said(tmp_path: Path, settings: Settings) -> None:
    settings.set(name="Ilze", organisation="Ļaudis", kind="enterprise")
    assert run("new", tmp_path / "a.roadmap").status == 0
    with opened(tmp_path / "a.roadmap") as db:
        home = queries.home_organisation(db)
        (body,) = db.execute("SELECT body FROM session").fetchone()
    assert (home.name, home.kind) == ("Ļaudis", "enterprise")
    assert json.loads(body)["name"] == "Ilze"


def test_without_settings_the_author_is_the_computers_user(tmp_path: Path) -> None:
    run("new", tmp_path / "a.roadmap")
    with opened(tmp_path / "a.roadmap") as db:
        (body,) = db.execute("SELECT body FROM session").fetchone()
    assert json.loads(body)["name"] == "ilze"


@pytest.mark.parametrize("sample_too", [[], ["--sample"]])
def test_new_overwrites_nothing(tmp_path: Path, sample_too: list[str]) -> None:
    path = tmp_path / "letter.roadmap"
    path.write_text("dear mayor")
    refused(run("new", path, *sample_too), "“letter.roadmap”", "left exactly as it is")
    assert path.read_text() == "dear mayor"
    assert names_in(tmp_path) == ["letter.roadmap"]


@pytest.mark.parametrize("language", ["en", "lv"])
def test_the_sample_speaks_the_chosen_language(tmp_path: Path, language: str) -> None:
    path = tmp_path / "sample.roadmap"
    assert run("new", path, "--sample", "--language", language).status == 0
    source = json.loads((paths.SAMPLE / f"{language}.json").read_text("utf-8"))
    titles = {partnership["title"] for partnership in run("show", path, "--json").json["partnerships"]}
    assert titles == {partnership["title"] for partnership in source["partnerships"]}


def test_the_global_language_is_the_samples_too(tmp_path: Path) -> None:
    run("--language", "lv", "new", tmp_path / "a.roadmap", "--sample")
    run("new", tmp_path / "b.roadmap", "--sample", "--language", "lv")
    a, b = (run("show", tmp_path / name, "--json").json for name in ("a.roadmap", "b.roadmap"))
    assert [each["title"] for each in a["partnerships"]] == [each["title"] for each in b["partnerships"]]


def test_new_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    refused(run("new", tmp_path / "absent" / "a.roadmap"), "There is no folder “absent”")


@pytest.mark.parametrize(
    "arguments", [["new", "a.roadmap", "--language", "xx"], ["--language", "xx", "show", "a"]]
)
def test_a_language_that_the_program_does_not_speak(arguments: list[str]) -> None:
    refused(run(*arguments), "“xx”", "en, lv")


# show ---------------------------------------------------------------------------------------------------


def test_show_json_has_the_agreed_shape(sample: Path) -> None:
    ran = run("show", sample, "--json")
    assert (ran.status, ran.err) == (0, "")
    data = ran.json
    assert list(data) == ["file", "format", "language", "partnerships"]
    assert (data["file"], data["format"], data["language"]) == (str(sample), schema.FORMAT, "en")
    assert len(data["partnerships"]) == 3
    for partnership in data["partnerships"]:
        assert list(partnership) == ["id", "title", "state", "sides"]
        assert [side["side"] for side in partnership["sides"]] == ["ours", "theirs"]
        for side in partnership["sides"]:
            assert list(side) == ["side", "organisation", "form", "done", "total", "steps", "next"]
            assert [list(step) for step in side["steps"]] == [["id", "done", "total", "overdue"]] * 3
            assert [list(stop) for stop in side["next"]] == [["checkpoint", "title", "due", "who"]] * 3


def test_show_json_counts_as_the_windows_do(sample: Path) -> None:
    shown = {each["title"]: each for each in run("show", sample, "--json").json["partnerships"]}
    held = dossier(sample)
    walked = progress(form(held.ours.side.form), held.ours.answers, TODAY)
    ours = shown[YOUTH]["sides"][0]
    assert shown[YOUTH]["id"] == held.partnership.id.hex()
    assert shown[YOUTH]["state"] == "active"
    assert ours["organisation"] == held.ours.organisation.name
    assert (ours["done"], ours["total"]) == (walked.done, walked.total)
    assert [tuple(step.values()) for step in ours["steps"]] == [
        (step.id, step.done, step.total, step.overdue) for step in walked.steps
    ]
    assert sum(step["overdue"] for step in ours["steps"]) == 1


def test_next_is_what_is_due_first_with_a_date_or_null(sample: Path) -> None:
    shown = {each["title"]: each for each in run("show", sample, "--json").json["partnerships"]}
    ours, theirs = (side["next"] for side in shown[YOUTH]["sides"])
    assert [stop["due"] for stop in ours] == sorted(stop["due"] for stop in ours)
    assert theirs[0] == {
        "checkpoint": "m1.needs",
        "title": form("municipality").checkpoints[0].title,
        "due": None,
        "who": "",
    }


def test_show_speaks_the_language_asked_for(sample: Path, settings: Settings) -> None:
    settings.set(language="lv")
    by_settings, asked = (
        run("show", sample, "--json").json,
        run("--language=en", "show", sample, "--json").json,
    )
    assert (by_settings["language"], asked["language"]) == ("lv", "en")
    title = by_settings["partnerships"][0]["sides"][0]["next"][0]["title"]
    assert title in {stop.title for stop in form(language="lv").checkpoints}


def test_answers_come_with_every_field_in_the_order_of_the_road(sample: Path) -> None:
    shown = {each["title"]: each for each in run("show", sample, "--json", "--answers").json["partnerships"]}
    held = dossier(sample).ours.answers
    answers = shown[YOUTH]["sides"][0]["answers"]
    assert {key: (a["text"], a["state"], a["due"] or "", a["who"]) for key, a in answers.items()} == {
        key: (a.text, a.state, a.due, a.who) for key, a in held.items()
    }
    order = [stop.id for stop in form().checkpoints]
    assert list(answers) == sorted(answers, key=order.index)
    assert shown[YOUTH]["sides"][1]["answers"] == {}


def test_an_answer_without_a_date_has_null(sample: Path) -> None:
    run("answer", sample, YOUTH, "c3.next", "--text", "Later")
    shown = {each["title"]: each for each in run("show", sample, "--json", "--answers").json["partnerships"]}
    answers = shown[YOUTH]["sides"][0]["answers"]
    assert answers["c3.next"] == {"text": "Later", "state": "in-progress", "due": None, "who": ""}


def test_our_side_comes_first_whoever_began(sample: Path) -> None:
    theirs = dossier(sample).theirs
    write(sample, home=theirs.organisation.id.hex())
    shown = {each["title"]: each for each in run("show", sample, "--json").json["partnerships"]}
    assert [side["form"] for side in shown[YOUTH]["sides"]] == ["municipality", "community"]
    assert shown[YOUTH]["sides"][0]["organisation"] == theirs.organisation.name


def test_a_file_without_partnerships(empty: Path) -> None:
    assert run("show", empty, "--json").json["partnerships"] == []
    assert "no partnerships in this file yet" in run("show", empty).out


@pytest.mark.parametrize("form_id", ["", "somebody-elses-form"])
def test_a_side_whose_form_is_not_ours_is_shown_without_steps(empty: Path, form_id: str) -> None:
    write(empty, *partnership_edits("Garden", ("", "community"), ("", form_id)))
    side = run("show", empty, "--json").json["partnerships"][0]["sides"][1]
    assert (side["form"], side["done"], side["total"], side["steps"], side["next"]) == (form_id, 0, 0, [], [])
    assert words()("sheet", "no_answer") in run("show", empty).out


def test_people_see_a_line_for_each_step(sample: Path) -> None:
    ran = run("show", sample)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "sample.roadmap – Association “Ābeļkalna ļaudis”"
    start = next(number for number, line in enumerate(lines) if line.startswith(YOUTH))
    ours, theirs = lines[start + 2 : start + 5], lines[start + 9 : start + 12]
    held = dossier(sample).ours.answers
    for step, line in zip(form().steps, ours, strict=True):
        signs = [overview.SIGNS[held[c.id].state if c.id in held else "open"] for c in step.checkpoints]
        assert f"{step.id} {step.title} " in line
        assert f" {'─'.join(signs)} " in line
    assert {line.index("─") for line in (*ours, *theirs)} == {ours[0].index("─")}
    assert ours[0].endswith("Overdue: 1")
    assert lines[-1] == "● Done   ◐ In progress   ○ Open   ⊘ Not needed"


def test_people_can_see_the_answers(sample: Path) -> None:
    run("answer", sample, YOUTH, "c3.next", "--text", "First line\nsecond line", "--due", "1.2.2027.")
    lines = run("show", sample, "--answers").out.splitlines()
    title = form().find("c3.next")
    assert title is not None
    start = lines.index(f"    ◐ {title.title} (c3.next) · In progress · 1 Feb 2027")
    assert lines[start + 1 : start + 3] == ["        First line", "        second line"]


def test_people_are_shown_everything_in_latvian(make_sample: MakeSample) -> None:
    ran = run("--language", "lv", "show", make_sample("lv"))
    assert words("lv")("side", "ours") in ran.out
    assert form(language="lv").steps[0].title in ran.out
    for word in ("Done", "Next", "Our side", "Active", " of "):
        assert word not in ran.out


def test_a_hostile_title_cannot_command_the_terminal(empty: Path) -> None:
    title = "Garden\x1b[2J\x9b2J\u202egnp"
    write(empty, *partnership_edits(title, ("", "community"), ("", "municipality")))
    people, machines = run("show", empty).out, run("show", empty, "--json")
    assert all(line.isprintable() for line in people.splitlines())
    assert "Garden[2J" in people
    assert "\x1b" not in machines.out
    assert "\x9b" not in machines.out
    assert machines.json["partnerships"][0]["title"] == "Garden[2J2Jgnp"


def make_newer(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {schema.FORMAT + 1}")


def test_a_newer_file_is_shown_and_printed_but_not_changed(sample: Path, tmp_path: Path) -> None:
    make_newer(sample)
    before = sample.read_bytes()
    shown = run("show", sample, "--json")
    assert (shown.status, shown.json["format"]) == (0, schema.FORMAT + 1)
    assert len(shown.json["partnerships"]) == 3
    assert run("print", sample, "all", "-o", tmp_path / "all.pdf").status == 0
    refused(run("answer", sample, YOUTH, "c1.need", "--text", "x"), "newer version", "install the newest")
    assert sample.read_bytes() == before


# bad files ----------------------------------------------------------------------------------------------


@pytest.fixture(params=["missing", "empty", "foreign", "folder", "truncated", "torn"])
def bad_file(request: pytest.FixtureRequest, sample: Path) -> tuple[Path, str]:
    """A file that is none, and a part of the sentence about it."""
    whole = sample.read_bytes()
    path = sample.with_name("bad.roadmap")
    match request.param:
        case "missing":
            return path, "is not there"
        case "empty":
            path.write_bytes(b"")
            return path, "is empty"
        case "foreign":
            path.write_bytes(b"PK\x03\x04" + bytes(5000))
            return path, "no file of Roadmap Desktop"
        case "folder":
            path.mkdir()
        case "truncated":
            path.write_bytes(whole[: len(whole) // 2])
            return path, "is damaged"
        case _:
            path.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
            return path, "is damaged"
    return path, "is not a file of Roadmap Desktop"


@pytest.mark.parametrize(
    "command",
    [
        ("show", "FILE"),
        ("show", "FILE", "--json"),
        ("answer", "FILE", YOUTH, "c1.need", "--text", "x"),
        ("print", "FILE", "all", "-o", "OUT"),
    ],
    ids=lambda command: " ".join(command[:1] + command[2:3]),
)
def test_a_bad_file_gets_one_sentence_and_stays_as_it_is(
    bad_file: tuple[Path, str], command: Sequence[str], tmp_path: Path
) -> None:
    path, part = bad_file
    before = path.read_bytes() if path.is_file() else None
    out = tmp_path / "out.pdf"
    ran = run(*(str({"FILE": path, "OUT": out}.get(word, word)) for word in command))
    refused(ran, "“bad.roadmap”", part)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert {entry.name for entry in tmp_path.iterdir()} <= {"bad.roadmap", "sample.roadmap", "user"}


# answer -------------------------------------------------------------------------------------------------


def test_answer_writes_each_field(sample: Path) -> None:
    given = ("--text", "Two rooms", "--state", "done", "--due", "30.11.2026.", "--who", " Anna  Liepa ")
    ran = run("--author", "Anna", "answer", sample, YOUTH, "c3.roles", *given)
    assert ran == (0, f"Saved: c3.roles of “{YOUTH}”.\n", "")
    answer = dossier(sample).ours.answers["c3.roles"]
    assert (answer.text, answer.state, answer.due, answer.who) == (
        "Two rooms",
        "done",
        "2026-11-30",
        "Anna Liepa",
    )
    with opened(sample) as db:
        (summary,) = queries.summaries(db, [answer.root])
    assert summary.changed_by == "Anna"


def test_words_begin_an_open_stop_and_leave_a_finished_one_finished(sample: Path) -> None:
    before = dossier(sample).ours.answers
    assert "c3.next" not in before
    assert before["c1.need"].state == "done"
    for checkpoint in ("c3.next", "c1.need"):
        run("answer", sample, YOUTH, checkpoint, "--text", "Words")
    run("answer", sample, YOUTH, "c3.results", "--text", "Words", "--state", "open")
    run("answer", sample, YOUTH, "c3.evaluation", "--who", "Anna")
    after = dossier(sample).ours.answers
    assert [after[name].state for name in ("c3.next", "c1.need", "c3.results", "c3.evaluation")] == [
        "in-progress", "done", "open", "open",
    ]  # fmt: skip
    assert after["c1.need"].who == before["c1.need"].who


def test_an_empty_text_takes_away(sample: Path) -> None:
    assert dossier(sample).ours.answers["c1.stakeholders"].due
    run("answer", sample, YOUTH, "c1.stakeholders", "--due", "", "--text", "", "--who", "")
    answer = dossier(sample).ours.answers["c1.stakeholders"]
    assert (answer.due, answer.text, answer.who) == ("", "", "")


def test_the_partners_side_has_its_own_form(sample: Path) -> None:
    assert run("answer", sample, YOUTH, "m1.needs", "--side", "theirs", "--text", "Youth").status == 0
    assert dossier(sample).theirs.answers["m1.needs"].text == "Youth"
    refused(
        run("answer", sample, YOUTH, "c1.need", "--side", "theirs", "--text", "x"), "“c1.need”", "m1.needs"
    )
    refused(run("answer", sample, YOUTH, "m1.needs", "--text", "x"), "“m1.needs”", "c1.need")


def test_the_text_can_come_from_standard_input(sample: Path) -> None:
    heard = "\ufeffĀbeļkalns\r\nsecond line\n\n".encode()
    assert run("answer", sample, YOUTH, "c1.need", "--text", "-", heard=heard).status == 0
    assert dossier(sample).ours.answers["c1.need"].text == "Ābeļkalns\nsecond line"


def test_the_same_again_changes_nothing(sample: Path) -> None:
    def changes() -> int:
        with opened(sample) as db:
            return int(db.execute("SELECT count(*) FROM change").fetchone()[0])

    run("answer", sample, YOUTH, "C1.NEED ", "--state", " Open")
    before = changes()
    ran = run("answer", sample, YOUTH, "c1.need", "--state", "open")
    assert (ran.status, "says so already" in ran.out) == (0, True)
    assert changes() == before
    assert dossier(sample).ours.answers["c1.need"].state == "open"


@pytest.mark.parametrize("named", ["id", "beginning", "title", "sloppy title"])
def test_a_partnership_goes_by_id_by_a_beginning_of_it_and_by_title(sample: Path, named: str) -> None:
    number = dossier(sample).partnership.id.hex()
    name = {"id": number, "beginning": number[:10], "title": YOUTH, "sloppy title": f" {YOUTH.upper()} "}[
        named
    ]
    assert run("answer", sample, name, "c3.next", "--text", named).status == 0
    assert dossier(sample).ours.answers["c3.next"].text == named


BAD_ANSWERS = {
    "unknown partnership": (["Nowhere", "c1.need", "--text", "x"], ["“Nowhere”", YOUTH]),
    "unknown checkpoint": ([YOUTH, "c9.need", "--text", "x"], ["“c9.need”", "c1.need", "c3.next"]),
    "a day that is none": ([YOUTH, "c1.need", "--due", "31.02."], ["“31.02.”", "a day that exists"]),
    "a day of no month": ([YOUTH, "c1.need", "--due", "31.02.2027"], ["“31.02.2027”"]),
    "unknown state": ([YOUTH, "c1.need", "--state", "ready"], ["“ready”", "in-progress"]),
    "nothing": ([YOUTH, "c1.need"], ["--text, --state, --due or --who"]),
    "two megabytes": ([YOUTH, "c1.need", "--text", "ā" * 2_000_000], ["2,000,000", "100,000"]),
    "a long name": ([YOUTH, "c1.need", "--who", "ā" * 1_001], ["1,001", "1,000"]),
}


@pytest.mark.parametrize("case", BAD_ANSWERS)
def test_a_bad_answer_gets_one_sentence_and_changes_nothing(sample: Path, case: str) -> None:
    arguments, parts = BAD_ANSWERS[case]
    before = sample.read_bytes()
    refused(run("answer", sample, *arguments), *parts)
    assert sample.read_bytes() == before


def test_two_megabytes_from_standard_input(sample: Path) -> None:
    before = sample.read_bytes()
    heard = b"a" * 2_000_000
    refused(run("answer", sample, YOUTH, "c1.need", "--text", "-", heard=heard), "2,000,000")
    refused(
        run("answer", sample, YOUTH, "c1.need", "--text", "-", heard=b"\xff\xfe\x00"), "not text in UTF-8"
    )
    assert sample.read_bytes() == before


def test_a_beginning_that_fits_two_partnerships(empty: Path) -> None:
    roots = [b"\x12\x34" + bytes(13) + bytes([number]) for number in range(2)]
    sides = ("", "community"), ("", "municipality")
    write(empty, *(edit for root in roots for edit in partnership_edits("Garden", *sides, root)))
    for name in ("1234", "garden"):
        refused(run("answer", empty, name, "c1.need", "--text", "x"), f"“{name}”", "more of its id")
    assert run("answer", empty, roots[1].hex(), "c1.need", "--text", "x").status == 0


def test_many_partnerships_are_not_all_named(empty: Path) -> None:
    sides = ("", "community"), ("", "municipality")
    write(empty, *(edit for n in range(30) for edit in partnership_edits(f"Garden {n:02}", *sides)))
    ran = run("answer", empty, "Nowhere", "c1.need", "--text", "x")
    refused(ran, "Garden 00", "Garden 09, ….")
    assert "Garden 10" not in ran.err


def as_anybody() -> dict[str, Any]:
    """How to start a process that permissions hold for, even where root runs the tests."""
    if os.geteuid() != 0:
        return {}
    import ctypes

    libc = ctypes.CDLL(None)
    drop_from_bounding_set, overrides, reads_all = 24, 1, 2
    return {
        "preexec_fn": lambda: [
            libc.prctl(drop_from_bounding_set, cap, 0, 0, 0) for cap in (overrides, reads_all)
        ]
    }


@pytest.fixture
def locked(sample: Path) -> Iterator[Path]:
    """The sample in a folder that nobody may write in."""
    folder = sample.parent / "locked"
    folder.mkdir()
    path = sample.rename(folder / sample.name)
    folder.chmod(0o555)
    yield path
    folder.chmod(0o755)


@unix
def test_a_folder_without_write_permission(locked: Path) -> None:
    before = locked.read_bytes()
    answered = run_alone("answer", locked, YOUTH, "c1.need", "--text", "x", **as_anybody())
    made = run_alone("new", locked.with_name("new.roadmap"), **as_anybody())
    printed = run_alone("print", locked, "all", "-o", locked.with_name("all.pdf"), **as_anybody())
    shown = run_alone("show", locked, "--json", **as_anybody())
    for ran in (answered, made, printed):
        refused(Ran(ran.returncode, ran.stdout, ran.stderr), "Nothing can be saved in the folder “locked”")
    assert locked.read_bytes() == before
    assert names_in(locked.parent) == [locked.name]
    assert (shown.returncode, len(json.loads(shown.stdout)["partnerships"])) == (0, 3)


@unix
def test_a_file_without_write_permission(sample: Path) -> None:
    sample.chmod(0o444)
    before = sample.read_bytes()
    ran = run_alone("answer", sample, YOUTH, "c1.need", "--text", "x", **as_anybody())
    refused(Ran(ran.returncode, ran.stdout, ran.stderr), "protected against changes", "a copy")
    assert sample.read_bytes() == before


def no_room(size: int) -> dict[str, Any]:
    """How to start a process whose files cannot grow beyond `size` bytes, as on a full disk."""

    import resource
    import signal

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return {"preexec_fn": limit}


@unix
@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["new", "new.roadmap", "--sample"], "“new.roadmap”"),
        (["answer", "sample.roadmap", YOUTH, "c1.need", "--text", "a" * 90_000], "“sample.roadmap”"),
        (["print", "sample.roadmap", "progress", "-o", "out.pdf"], "“out.pdf”"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_a_full_disk_loses_nothing(sample: Path, arguments: list[str], part: str) -> None:
    assert (
        run_alone("show", str(sample)).returncode == 0
    )  # from now on it is known, and needs no room to be looked through
    before = sample.read_bytes()
    files = {name: str(sample.with_name(name)) for name in ("new.roadmap", "sample.roadmap", "out.pdf")}
    ran = run_alone(*(files.get(word, word) for word in arguments), **no_room(8_000))
    refused(Ran(ran.returncode, ran.stdout, ran.stderr), part, "saved before")
    assert dossier(sample).ours.answers["c1.need"].text[:1] != "a"
    assert sample.read_bytes() == before
    assert {path.name for path in sample.parent.iterdir()} <= {"sample.roadmap", "user"}


def test_an_answer_on_a_real_full_disk(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(Log, "save", full)
    refused(run("answer", sample, YOUTH, "c1.need", "--text", "x"), "The disk is full", "Make room")


# print --------------------------------------------------------------------------------------------------


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_progress_of_one_partnership(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "youth.pdf"
    ran = run("print", sample, "progress", "-o", out, "--partnership", YOUTH)
    assert ran == (0, "Printed into “youth.pdf”.\n", "")
    text = text_of(out)
    assert YOUTH in text
    assert "Neighbour help" not in text
    assert "sample.roadmap" in text


def test_progress_of_every_partnership_in_one_file(sample: Path, tmp_path: Path) -> None:
    assert run("print", sample, "progress", "-o", tmp_path / "all.pdf").status == 0
    text = text_of(tmp_path / "all.pdf")
    for partnership in run("show", sample, "--json").json["partnerships"]:
        assert partnership["title"] in text


@pytest.mark.parametrize("sheet", ["open", "joint", "handover"])
def test_each_sheet_of_a_partnership_in_two_languages(sample: Path, tmp_path: Path, sheet: str) -> None:
    out = tmp_path / "a.pdf"
    ran = run("print", sample, sheet, "-o", out, "--partnership", YOUTH, "--language", "lv", "--second", "en")
    assert ran == (0, "Printed into “a.pdf”.\n", "")
    text = text_of(out)
    assert f"{words('lv')('sheet', sheet)} / {words()('sheet', sheet)}" in text
    assert YOUTH in text


def test_lines_to_write_on_where_they_are_asked_for(sample: Path, tmp_path: Path) -> None:
    for name, options in (("bare", []), ("lines", ["--lines"])):
        out = tmp_path / f"{name}.pdf"
        assert run("print", sample, "open", "-o", out, "--partnership", YOUTH, *options).status == 0
    bare, lines = (text_of(tmp_path / f"{name}.pdf").count("Not needed") for name in ("bare", "lines"))
    assert lines > bare


def test_the_handover_book_tells_the_files_history_without_the_private_notes(
    sample: Path, tmp_path: Path
) -> None:
    held = dossier(sample)
    write(sample, note_edit(held.partnership.root, held.ours.side.key, "c1.need", "Zelta zivtiņa"))
    for name, options in (("with", []), ("without", ["--without-notes"])):
        out = tmp_path / f"{name}.pdf"
        assert run("print", sample, "handover", "-o", out, "--partnership", YOUTH, *options).status == 0
    assert text_of(tmp_path / "with.pdf").count("Zelta zivtiņa") == 2
    assert "Zelta zivtiņa" not in text_of(tmp_path / "without.pdf")


def test_the_sheet_of_all_in_latvian(sample: Path, tmp_path: Path) -> None:
    assert run("print", sample, "all", "-o", tmp_path / "all.pdf", "--language", "lv").status == 0
    text = text_of(tmp_path / "all.pdf")
    assert words("lv")("sheet", "all") in text
    assert YOUTH in text


def test_private_notes_can_stay_at_home(sample: Path, tmp_path: Path) -> None:
    held = dossier(sample)
    write(sample, note_edit(held.partnership.root, held.ours.side.key, "c1.need", "Zelta zivtiņa"))
    for name, options in (("with", []), ("without", ["--without-notes"])):
        out = tmp_path / f"{name}.pdf"
        assert run("print", sample, "progress", "-o", out, "--partnership", YOUTH, *options).status == 0
    assert "Zelta zivtiņa" in text_of(tmp_path / "with.pdf")
    assert "Zelta zivtiņa" not in text_of(tmp_path / "without.pdf")


def test_a_blank_form_is_the_homes_own_unless_asked(sample: Path, tmp_path: Path) -> None:
    theirs = dossier(sample).theirs.organisation.id.hex()
    for name, options in (("ours", []), ("asked", ["--form", "municipality"])):
        assert run("print", sample, "blank", "-o", tmp_path / f"{name}.pdf", *options).status == 0
    write(sample, home=theirs)
    assert run("print", sample, "blank", "-o", tmp_path / "home.pdf").status == 0
    partnership = ["--partnership", YOUTH]
    assert run("print", sample, "blank", "-o", tmp_path / "side.pdf", *partnership).status == 0
    community, municipality = (form(name).checkpoints[0].title for name in ("community", "municipality"))
    assert community in text_of(tmp_path / "ours.pdf")
    for name in ("asked", "home", "side"):
        assert municipality in text_of(tmp_path / f"{name}.pdf")


def test_a_blank_form_needs_no_partnership(empty: Path, tmp_path: Path) -> None:
    assert run("print", empty, "blank", "-o", tmp_path / "blank.pdf").status == 0
    refused(run("print", empty, "progress", "-o", tmp_path / "none.pdf"), "nothing to print", "No PDF")
    assert not (tmp_path / "none.pdf").exists()


@pytest.mark.parametrize(("paper", "width"), [("A4", 595), ("letter", 612)])
def test_the_paper_is_the_one_asked_for(empty: Path, tmp_path: Path, paper: str, width: int) -> None:
    assert run("print", empty, "blank", "-o", tmp_path / "a.pdf", "--paper", paper).status == 0
    assert round(PdfReader(tmp_path / "a.pdf").pages[0].mediabox.width) == width


@pytest.mark.parametrize(("kept", "width"), [("Letter", 612), ("Foolscap", 595)])
def test_the_settings_know_the_usual_paper(
    empty: Path, tmp_path: Path, settings: Settings, kept: str, width: int
) -> None:
    settings.set(paper=kept)
    assert run("print", empty, "blank", "-o", tmp_path / "a.pdf").status == 0
    assert round(PdfReader(tmp_path / "a.pdf").pages[0].mediabox.width) == width


def test_only_a_pdf_file_is_replaced(empty: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"%PDF-1.4 old")
    ran = run("print", empty, "blank", "-o", out)
    assert (ran.status, "replaces the older one" in ran.out) == (0, True)
    assert out.stat().st_size > 1000
    before = empty.read_bytes()
    refused(run("print", empty, "blank", "-o", empty), "“empty.roadmap”", "left exactly as it is")
    refused(run("print", empty, "blank", "-o", tmp_path), "already something")
    assert empty.read_bytes() == before


def test_what_cannot_be_printed(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    refused(
        run("print", sample, "poster", "-o", out),
        "“poster”",
        "progress, open, joint, meeting, handover, all, blank",
    )
    refused(run("print", sample, "progress", "-o", out, "--partnership", "Nowhere"), "“Nowhere”", YOUTH)
    refused(run("print", sample, "all", "-o", out, "--language", "xx"), "“xx”")
    refused(run("print", sample, "all", "-o", out, "--second", "xx"), "“xx”")
    refused(run("print", sample, "all", "-o", tmp_path / "absent" / "a.pdf"), "no folder “absent”")
    assert not out.exists()
    assert sorted(path.name for path in tmp_path.glob("*.p*")) == []


# check --------------------------------------------------------------------------------------------------


def test_a_healthy_file(sample: Path) -> None:
    ran = run("check", sample)
    assert (ran.status, ran.err) == (0, "")
    assert "“sample.roadmap” is healthy." in ran.out
    with opened(sample) as db:
        (count,) = db.execute("SELECT count(*) FROM change").fetchone()
    assert run("check", sample, "--json").json == {
        "file": str(sample),
        "verdict": "healthy",
        "readable": True,
        "changes": count,
        "problems": [],
    }


def test_a_bad_file_has_a_verdict_and_a_status(bad_file: tuple[Path, str]) -> None:
    path, part = bad_file
    machines, people = run("check", path, "--json"), run("check", path)
    verdict = "unreadable" if "there" in part else "damaged" if "damaged" in part else "foreign"
    assert machines.json["verdict"] == verdict
    assert machines.status == people.status == commands.VERDICTS[verdict] != 0
    assert machines.json["problems"][0]["code"]
    assert "“bad.roadmap”" in people.out + people.err


def test_a_newer_file_is_told_from_a_damaged_one(sample: Path) -> None:
    make_newer(sample)
    ran = run("check", sample, "--json")
    assert (ran.status, ran.json["verdict"], ran.json["readable"]) == (5, "newer", True)
    assert "newer version" in run("check", sample).out


def test_an_altered_change_is_found_and_said_once(sample: Path) -> None:
    with contextlib.closing(sqlite3.connect(sample)) as db:
        db.execute("UPDATE change SET wall = wall + 1 WHERE kind = 'note'")
        db.execute("UPDATE change SET wall = wall + 1 WHERE kind = 'swot'")
        db.commit()
        (count,) = db.execute("SELECT count(*) FROM change WHERE kind IN ('note', 'swot')").fetchone()
    machines, people = run("check", sample, "--json"), run("check", sample)
    assert (machines.status, machines.json["verdict"]) == (3, "damaged")
    assert [problem["code"] for problem in machines.json["problems"]].count("altered-change") == count
    assert f"- A change in it was altered after it was written. (× {count})\n" in people.out
    assert "“rescue”" in people.out


@unix
def test_a_file_nobody_may_read(sample: Path) -> None:
    sample.chmod(0)
    ran = run_alone("check", sample, "--json", **as_anybody())
    shown = run_alone("show", sample, **as_anybody())
    assert (ran.returncode, json.loads(ran.stdout)["verdict"]) == (6, "unreadable")
    refused(Ran(shown.returncode, shown.stdout, shown.stderr), "“sample.roadmap”")


# wrong calls, help --------------------------------------------------------------------------------------


MISUSES = {
    "unknown command": (
        ["frob\x1b"],
        "“frob ” is neither a command nor a file; the commands are: new, show,",
    ),
    "no command": (["--language", "en"], "A command is missing"),
    "unknown option": (["show", "--frob", "a"], "There is no option “--frob” here"),
    "no file": (["show"], "FILE is missing"),
    "no out": (["print", "a", "all"], "-o OUT is missing"),
    "no value": (["print", "a", "all", "-o"], "A value after “-o” is missing"),
    "bad choice": (
        ["new", "a", "--kind", "club"],
        "--kind must be one of: community, enterprise, municipality",
    ),
    "too many": (["show", "a", "b"], "more than this command takes"),
}


@pytest.mark.parametrize("case", MISUSES)
def test_a_wrong_call_is_told_how_it_goes(case: str) -> None:
    arguments, part = MISUSES[case]
    refused(run(*arguments), part, "--help” explains", status=2)


def every_command() -> Iterator[click.Command]:
    yield commands.main
    yield from commands.main.commands.values()


def test_all_that_can_be_said_is_explained_and_nothing_else() -> None:
    wanted = {command.name for command in every_command()}
    wanted |= {usage.key(command, param) for command in every_command() for param in command.params}
    assert set(usage.explanations()) == wanted


@pytest.mark.parametrize("command", list(every_command()), ids=lambda command: command.name)
def test_every_command_explains_itself(command: click.Command) -> None:
    path = [command.name] if command is not commands.main else []
    ran = run(*(name for name in path if name), "--help")
    assert (ran.status, ran.err) == (0, "")
    said = " ".join(ran.out.split())
    assert said.startswith(f"Usage: roadmap-desktop{''.join(f' {name}' for name in path)} ")
    assert usage.explanations()[command.name or ""] in said
    for param in command.params:
        assert all(name in said for name in param.opts if name.startswith("-"))
        assert usage.explanations()[usage.key(command, param)] in said


def test_the_version() -> None:
    assert run("--version") == (0, "Roadmap Desktop 0.1.0\n", "")


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--language", "lv", "show", "a"], "lv"),
        (["--language=lv", "show"], "lv"),
        (["--author", "--language", "--language", "lv"], "lv"),
        (["--author=x", "--help", "--language", "lv"], "lv"),
        (["new", "a", "--language", "lv"], ""),
        (["--language"], ""),
        ([], ""),
    ],
)
def test_the_language_is_known_before_anything_can_go_wrong(arguments: list[str], language: str) -> None:
    assert commands.language_in(arguments) == language


# what no user should meet -------------------------------------------------------------------------------


def test_a_defect_of_ours_is_written_down_and_said(
    sample: Path, user_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "partnership_ids", lambda _: 1 // 0)
    ran = run("show", sample)
    (log,) = user_folder.glob("*.log")
    refused(ran, str(log), status=70)
    assert "ZeroDivisionError" in log.read_text("utf-8")


def test_ctrl_c_is_quiet(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(queries, "partnership_ids", interrupted)
    ran = run("show", sample)
    assert (ran.status, ran.out, ran.err.strip()) == (130, "", "")


def test_a_reader_that_goes_away_is_no_error(sample: Path) -> None:
    command = [sys.executable, "-m", "roadmap_desktop", "show", str(sample), "--json", "--answers"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=paths.RESOURCES.parent
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
def test_output_that_finds_no_room_is_an_error(sample: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "roadmap_desktop", "show", str(sample)],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            cwd=paths.RESOURCES.parent,
        )
    refused(Ran(ran.returncode, "", ran.stderr), "The disk is full")


def test_output_is_utf_8_whatever_the_system_says(sample: Path) -> None:
    environment = {**os.environ, "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}
    shown = run_alone("show", sample, env=environment)
    refusal = run_alone("show", sample.with_name("absent.roadmap"), env=environment)
    assert "Ābeļkalna ļaudis" in shown.stdout
    assert (shown.stderr, "“absent.roadmap”" in refusal.stderr) == ("", True)
    printed = run_alone("print", sample, "all", "-o", sample.with_name("a.pdf"), env=environment)
    assert (printed.stdout, printed.stderr) == ("Printed into “a.pdf”.\n", "")
    assert refusal.stderr.count("\n") == 1


def test_a_name_that_is_no_utf_8_can_be_said(tmp_path: Path) -> None:
    name = os.fsdecode(b"gar\xfens.roadmap")
    assert run("new", tmp_path / name).status == 0
    assert (tmp_path / name).exists()
    assert json.loads(run("show", tmp_path / name, "--json").out)["partnerships"] == []


LOOK = """
import atexit, sys
@atexit.register
def _():
    names = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "sqlite_utils")
    sys.stderr.write(" ".join(name for name in names if name in sys.modules))
"""


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (["show", "FILE", "--json"], []),
        (["show", "FILE", "--json", "--answers"], []),
        (["--language", "lv", "show", "FILE"], []),
        (["check", "FILE", "--json"], []),
        (["check", "FILE"], ["PySide6.QtCore"]),
        (["answer", "FILE", YOUTH, "c1.need", "--text", "x"], ["PySide6.QtCore"]),
        (["print", "FILE", "progress", "-o", "OUT"], ["PySide6.QtCore", "PySide6.QtGui"]),
        (["new", "NEW"], ["PySide6.QtCore", "sqlite_utils"]),
        (["--help"], ["PySide6.QtCore"]),
    ],
    ids=lambda value: " ".join(value[:3]),
)
def test_no_command_loads_more_than_it_needs(
    sample: Path, tmp_path: Path, arguments: list[str], loaded: list[str]
) -> None:
    named = {"FILE": sample, "OUT": tmp_path / "o.pdf", "NEW": tmp_path / "n.roadmap"}
    ran = run_alone(*(named.get(word, word) for word in arguments), code=LOOK)
    assert (ran.returncode, ran.stderr.split()) == (0, loaded)


def test_streams_that_are_not_files_will_do(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    assert commands.run(["show", str(sample)]) == 0
    assert YOUTH in out.getvalue()


def test_the_states_and_sheets_named_are_those_there_are() -> None:
    from roadmap_desktop.documents import lists, sheets
    from roadmap_desktop.domain import partner_match
    from roadmap_desktop.paint import sheet

    assert commands.SHEETS == sheets.SHEETS
    assert commands.TABLES == lists.TABLES
    assert commands.WAYS == partner_match.WAYS
    assert commands.PAPERS == sheet.PAPERS
    assert set(commands.KINDS) < set(words().group("kind"))
    assert set(overview.SIGNS) == set(records.STATES)
    for state in records.STATES:
        assert state in usage.explanations()["state"]


# files of strangers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ("show", "FILE"),
        ("history", "FILE"),
        ("answer", "FILE", YOUTH, "c1.need", "--text", "x"),
        ("print", "FILE", "all", "-o", "OUT"),
    ],
    ids=lambda command: command[0],
)
@pytest.mark.parametrize("name", ["trigger", "endless_view_for_a_table"])
def test_a_file_of_a_stranger_is_looked_through_first(
    command: Sequence[str], name: str, sample: Path, tmp_path: Path
) -> None:
    path = sample.rename(tmp_path / "from.roadmap")
    make, _ = hostile.CASES[name]
    make(path)
    before = path.read_bytes()
    ran = run(*(str({"FILE": path, "OUT": tmp_path / "out.pdf"}.get(word, word)) for word in command))
    refused(ran, "“from.roadmap”")
    assert path.read_bytes() == before
