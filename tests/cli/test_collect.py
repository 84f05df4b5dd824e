"""The command `collect`, as an umbrella association meets it: what it prints, its exit status, what the overview then holds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from roadmap_desktop.domain.call import Call
from roadmap_desktop.store import call, new
from roadmap_desktop.store.log import Author
from tests.cli.running import run
from tests.conftest import MakeSample
from tests.store import hostile

pytestmark = pytest.mark.usefixtures("_here")


@pytest.fixture
def _here(qapp: QApplication, user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def umbrella(tmp_path: Path) -> Path:
    path = tmp_path / "umbrella.roadmap"
    new.new_file(path, Author("Anna", "Ciemu apvienība"), "community")
    return path


@pytest.fixture
def box(make_sample: MakeSample, tmp_path: Path) -> Path:
    folder = tmp_path / "from members"
    folder.mkdir()
    shutil.move(make_sample("lv"), folder / "a.roadmap")
    return folder


def test_a_folder_is_taken_and_told(umbrella: Path, box: Path) -> None:
    ran = run("collect", umbrella, box)
    assert (ran.status, ran.err) == (0, "")
    assert "Ābeļkalna ļaudis" in ran.out
    assert "1 of 1 members have answered" in ran.out
    again = run("collect", umbrella, box)
    assert again.status == 0
    assert "The same has come already." in again.out
    assert run("history", umbrella).out.count("Member: Added") == 1


def test_one_bad_file_never_stops_the_rest_and_is_told_in_the_status(umbrella: Path, box: Path) -> None:
    shutil.copyfile(box / "a.roadmap", box / "b.roadmap")
    hostile.cut_in_half(box / "b.roadmap")
    (box / "c.pdf").write_bytes(b"%PDF-1.7")
    ran = run("collect", umbrella, box, "--json")
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 2
    data = ran.json
    assert [(Path(one["file"]).name, one["fate"], one["verdict"]) for one in data["files"]] == [
        ("a.roadmap", "taken", "healthy"),
        ("b.roadmap", "refused", "damaged"),
        ("c.pdf", "refused", "foreign"),
    ]
    [member] = data["members"]
    assert member["partnerships"] == 3
    assert sum(step["done"] for step in member["steps"]) == 45
    assert data["missing"] == []


def test_who_is_missing_this_year_and_how_it_was_the_year_before(umbrella: Path, box: Path) -> None:
    assert run("collect", umbrella, box, "--year", "2025").status == 0
    before = run("collect", umbrella, "--json", "--year", "2026").json
    assert before["missing"] == ["Biedrība „Ābeļkalna ļaudis”"]
    now = run("collect", umbrella, box, "--json", "--year", "2026").json
    assert now["missing"] == []
    assert now["members"][0]["before"] == {"done": 45, "total": 90}


def test_a_folder_with_nothing_in_it_and_a_file_that_is_not_there(umbrella: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("collect", umbrella, tmp_path / "empty", tmp_path / "gone.roadmap")
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 2
    assert run("collect", tmp_path / "gone.roadmap", tmp_path / "empty").status == 1


def test_a_member_that_may_be_another_is_left_to_the_window(
    umbrella: Path, box: Path, tmp_path: Path
) -> None:
    assert run("collect", umbrella, box).status == 0
    new.new_file(tmp_path / "x.roadmap", Author("Jānis", "Ābeļkalna ļaudīm"), "community")
    ran = run("collect", umbrella, tmp_path / "x.roadmap")
    assert ran.status == 1
    assert "it may be from “Biedrība „Ābeļkalna ļaudis””" in ran.out


def test_in_latvian(umbrella: Path, box: Path) -> None:
    ran = run("--language", "lv", "collect", umbrella, box)
    assert "atsūtījuši" in ran.out


def test_feedback_sheets_are_written_into_a_folder(umbrella: Path, box: Path, tmp_path: Path) -> None:
    ran = run("collect", umbrella, box, "--feedback", tmp_path / "sheets", "--json")
    assert ran.status == 0
    [name] = ran.json["feedback"]
    assert [str(path) for path in (tmp_path / "sheets").iterdir()] == [name]
    assert "27 of 33" in PdfReader(name).pages[0].extract_text().replace("\n", " ")
    (tmp_path / "a file").write_text("x", "utf-8")
    assert run("collect", umbrella, "--feedback", tmp_path / "a file").status == 1


def test_a_call_gets_the_ending_by_which_it_opens(umbrella: Path, tmp_path: Path) -> None:
    asked = ("--until", "15.01.2027", "--reply", "birojs@apvieniba.example")
    ran = run("collect", umbrella, "--call", tmp_path / "call nr. 1", *asked)
    assert (ran.status, ran.err) == (0, "")
    assert call.read(tmp_path / "call nr. 1.roadmap-call").until == "2027-01-15"
    assert (tmp_path / "call nr. 1.eml").is_file()
    assert not (tmp_path / "call nr. 1").exists()


def test_a_call_is_made_beside_its_letter(umbrella: Path, tmp_path: Path) -> None:
    out = tmp_path / "call.roadmap-call"
    asked = (
        "collect",
        umbrella,
        "--call",
        out,
        "--until",
        "15.01.2027",
        "--reply",
        "birojs@apvieniba.example",
    )
    ran = run(*asked, "--level", "whole", "--text", "Kopsapulcei", "--year", "2026")
    assert (ran.status, ran.err) == (0, "")
    assert call.read(out) == Call(
        "Ciemu apvienība", "whole", "2027-01-15", "birojs@apvieniba.example", "Kopsapulcei", 2026
    )
    assert out.with_suffix(".eml").is_file()
    assert run(*asked).status == 1  # it is there already
    for wrong in (("--until", ""), ("--until", "never"), ("--reply", "nobody"), ("--text", "x" * 2_001)):
        other = ("--call", tmp_path / "other.roadmap-call")
        assert run(*asked, *other, *wrong).status == 1
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.stem in ("call", "other")) == [
        ".eml",
        ".roadmap-call",
    ]
