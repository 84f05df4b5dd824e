"""The command `export`, as its users meet it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar

from tests.cli.test_document import REPAIR, refused, run
from tests.conftest import MakeSample

pytest_plugins = ()


@pytest.fixture(autouse=True)
def _quiet(user_folder: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_a_workbook_of_everything(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "lists.xlsx"
    ran = run("export", sample, "-o", out)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[:2] == ["Written to “lists.xlsx”.", "  Partnerships: 3"]
    assert openpyxl.load_workbook(out)["Partnerships"].max_row == 4


def test_one_partnership_in_latvian_as_json_report(make_sample: MakeSample, tmp_path: Path) -> None:
    out = tmp_path / "saraksti.zip"
    title = "Kaimiņu palīdzība vientuļajiem senioriem"
    ran = run("export", make_sample("lv"), "-o", out, "--partnership", title, "--language", "lv", "--json")
    assert json.loads(ran.out)["rows"]["partnerships"] == 1
    assert json.loads(ran.out)["rows"]["organisations"] == 2
    with zipfile.ZipFile(out) as archive:
        assert "Partnerības.csv" in archive.namelist()


def test_one_table_as_csv(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "contacts.csv"
    ran = run("export", sample, "-o", out, "--table", "contacts", "--without-names")
    assert ran.out.splitlines()[1:] == [
        "  Contacts: 10",
        "A CSV file holds one table. A name that ends in .zip gets all of them.",
    ]
    rows = list(csv.reader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline="")))
    assert rows[0] == ["Partnership", "Side", "Organisation", "Role"]


def test_a_calendar_replaces_an_older_one_and_nothing_else(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "dates.ics"
    assert run("export", sample, "-o", out).status == 0
    ran = run("export", sample, "-o", out, "--partnership", REPAIR)
    assert ran.status == 0
    events = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert ran.out.splitlines()[1] == f"Dates in it: {len(events)}."
    out.write_text("my notes")
    refused(run("export", sample, "-o", out), "There is already something called “dates.ics”.")
    assert out.read_text() == "my notes"


def test_everything_as_json(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.json"
    ran = run("export", sample, "-o", out)
    assert (ran.status, ran.err) == (0, "")
    count = len(json.loads(out.read_text("utf-8"))["changes"])
    assert ran.out.splitlines()[1] == f"Everything is in it, private notes and history too; changes: {count}."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "x.docx"], "must end in .xlsx, .zip, .csv, .ics or .json"),
        (["-o", "x.json", "--partnership", REPAIR], "A JSON file always holds everything"),
        (["-o", "x.json", "--without-names"], "A JSON file always holds everything"),
        (["-o", "x.csv", "--table", "swot", "--without-names"], "without names it is not written"),
        (["-o", "x.xlsx", "--partnership", "nowhere"], "nowhere"),
        (["-o", "no/folder/x.xlsx"], "folder"),
    ],
)
def test_what_makes_no_sense_is_said(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused(run("export", sample, *arguments), said)
    assert list(tmp_path.glob("x.*")) == []
