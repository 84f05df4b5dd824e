"""The command `import`, as its users meet it."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from roadmap_desktop.store import file, log, queries
from tests.cli.test_document import refused, run
from tests.conftest import MakeSample

LIST = (
    "Novada biedrību saraksts;;;\r\n;;;\r\nNosaukums;Reģ. Nr.;Kontaktpersona;E-pasts\r\n"
    "Biedrība „Upes krasts”;40008012345;Līga Ozola;liga@krasts.example; \r\n"
    "Mežmalas ļaudis;4,00E+10;;info@mezmala.example / kase@mezmala.example\r\n;;Anna;\r\n"
)


@pytest.fixture(autouse=True)
def _quiet(user_folder: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def partners(tmp_path: Path) -> Path:
    path = tmp_path / "biedrības.csv"
    path.write_bytes(LIST.encode("cp1257"))
    return path


def titles(path: Path) -> list[str]:
    with contextlib.closing(file.open_for_reading(path)) as db:
        return [queries.dossier(db, root).partnership.title for root in queries.partnership_ids(db)]


def tally(path: Path) -> tuple[int, int]:
    with contextlib.closing(file.open_for_reading(path)) as db:
        return log.tally(db)


def test_a_preview_tells_all_and_writes_nothing(sample: Path, partners: Path) -> None:
    before = tally(sample)
    ran = run("import", sample, partners, "--preview")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "“biedrības.csv”; rows with partners: 3.",
        "  1  Nosaukums → Organisation",
        "  2  Reģ. Nr. → Register number",
        "  3  Kontaktpersona → Contact person",
        "  4  E-pasts → E-mail",
        "  5  – → Leave out",
        "Rows without the name of an organisation; their numbers: 6.",
        "Rows whose register number Excel has rounded, so that it stays empty; their numbers: 5. Write it into the list as text.",
        "",
        "New organisations: 2.",
        "Partnerships begun: 2.",
        "New contacts: 2.",
        "Rows left out: 1.",
        "Nothing was written: this was a preview.",
    ]
    assert tally(sample) == before


def test_a_list_is_taken_in_once_however_often_it_comes(sample: Path, partners: Path) -> None:
    ran = run("import", sample, partners, "--kind", "enterprise")
    assert ran.status == 0
    assert ran.out.splitlines()[-1] == "Taken into “sample.roadmap”."
    assert {"Biedrība „Upes krasts”", "Mežmalas ļaudis"} < set(titles(sample))
    with contextlib.closing(file.open_for_reading(sample)) as db:
        kinds = {one.name: one.kind for one in queries.organisations(db)}
        addresses = {one.name: one.email for one in queries.organisations(db)}
        [root] = [
            root
            for root in queries.partnership_ids(db)
            if queries.dossier(db, root).partnership.title == "Mežmalas ļaudis"
        ]
        contacts = queries.dossier(db, root).contacts
    assert (kinds["Biedrība „Upes krasts”"], kinds["Mežmalas ļaudis"]) == ("community", "enterprise")
    assert [person.email for _, person in contacts] == ["kase@mezmala.example"]
    assert addresses["Mežmalas ļaudis"] == "info@mezmala.example"
    before = tally(sample)
    again = json.loads(run("import", sample, partners, "--json").out)
    assert (again["added"], again["unchanged"], again["contacts"]) == (0, 2, 0)
    assert [one["by"] for one in again["known"]] == ["number", "name"]
    assert tally(sample) == before


def test_columns_and_sheets_can_be_told(sample: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["x"])  # type: ignore[union-attr]
    sheet = book.create_sheet("Dati")
    sheet.append(["Kas", "Kur", "Cik"])
    sheet.append(["Upes krasts", "Upes iela 1", 5])
    path = tmp_path / "x.xlsx"
    book.save(path)
    arguments = [
        "--sheet",
        "Dati",
        "--column",
        "1=name",
        "--column",
        "2=address",
        "--column",
        "3=none",
        "--without-partnerships",
    ]
    done = json.loads(run("import", sample, path, "--json", *arguments).out)
    # Without a head that is known all rows are taken for partners.
    assert (done["added"], done["begun"], done["columns"]) == (2, 0, ["name", "address", ""])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--column", "3=colour"], "3=email"),
        (["--column", "x"], "3=email"),
        (["--sheet", "Nowhere"], "no sheet of that name"),
    ],
)
def test_what_makes_no_sense_is_said(sample: Path, partners: Path, arguments: list[str], said: str) -> None:
    refused(run("import", sample, partners, *arguments), said)


def test_what_is_no_list_is_refused(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    refused(run("import", sample, path), "save it as .xlsx")
    refused(run("import", sample, tmp_path / "no.csv"), "“no.csv” is not there.")
    refused(run("import", tmp_path / "no.roadmap", path), "no.roadmap")


def test_a_whole_file_comes_back_from_its_json(sample: Path, tmp_path: Path) -> None:
    out, back = tmp_path / "all.json", tmp_path / "back.roadmap"
    assert run("export", sample, "-o", out).status == 0
    preview = run("import", back, out, "--preview")
    assert "would be made" in preview.out
    assert not back.exists()
    ran = run("import", back, out)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Made “back.roadmap” with all that the JSON file holds; changes: ")
    assert tally(back) == tally(sample)
    assert run("check", back).status == 0


def test_a_file_that_is_there_takes_in_what_is_new(make_sample: MakeSample, tmp_path: Path) -> None:
    ours, theirs = make_sample("en", "ours.roadmap"), make_sample("en", "theirs.roadmap")
    out = tmp_path / "all.json"
    run("answer", theirs, titles(theirs)[0], "c1.need", "--text", "new words")
    assert run("export", theirs, "-o", out).status == 0
    seen: dict[str, Any] = json.loads(run("import", ours, out, "--preview", "--json").out)
    assert seen["changes_applied"] == 0
    done = json.loads(run("import", ours, out, "--json").out)
    assert done["changes_applied"] == 1
    with contextlib.closing(file.open_for_reading(ours)) as db:
        said = [queries.dossier(db, root).ours.answers.get("c1.need") for root in queries.partnership_ids(db)]
    assert "new words" in [answer.text for answer in said if answer]


def test_a_forged_json_is_refused_and_nothing_is_made(sample: Path, tmp_path: Path) -> None:
    out, back = tmp_path / "all.json", tmp_path / "back.roadmap"
    run("export", sample, "-o", out)
    data = json.loads(out.read_text("utf-8"))
    data["changes"][0]["wall"] += 1
    out.write_text(json.dumps(data), "utf-8")
    refused(run("import", back, out), "“all.json” is damaged")
    assert not back.exists()
