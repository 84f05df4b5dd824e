"""Lists as data, and as workbook, CSV and calendar: what is in them, and what must not be."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl.utils.datetime import from_excel

from roadmap_desktop.documents import calendar, lists, xlsx
from roadmap_desktop.documents.export import FORMATS, Format, Order, Written, export
from roadmap_desktop.documents.lists import Choice
from roadmap_desktop.domain import records
from roadmap_desktop.domain.cells import LONGEST
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.records import Organisation
from tests.builders import TODAY, dossier, full_dossier, library, side, words

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
PLAIN = Choice()
CHOICES = [PLAIN, Choice(notes=True), Choice(names=False), Choice(notes=True, names=False)]


def with_meeting(found: Dossier) -> Dossier:
    """With a meeting of two topics, and one that is only planned."""
    held = records.Meeting(
        b"m" * 16, day="2026-11-20", time="10:00", place="School", people="Anna Bērziņa", held="2026-11-20"
    )
    number = held.id.hex()
    topics = (
        records.Topic(
            b"1" * 16,
            meeting=number,
            title="Rent",
            said="Anna Bērziņa asked",
            decided="Half",
            due="2026-12-01",
        ),
        records.Topic(b"2" * 16, meeting=number, title="Keys"),
    )
    return found._replace(meetings=(held, records.Meeting(b"n" * 16, day="2026-12-10")), topics=topics)


def written(
    path: Path,
    format_: Format,
    found: Iterable[Dossier],
    *,
    choice: Choice = PLAIN,
    language: str = "en",
    table: str = "partnerships",
) -> Written:
    organisations = [
        Organisation(name="Valley Youth Association", kind="community", number="40008012345", note="Ask Anna")
    ]
    order = Order(format_, iter(list(found)), organisations, "all", choice, table)
    return export(path, order, library(), words(language), TODAY, NOW)


def sheets(path: Path) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(path)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


@pytest.mark.parametrize("language", ["en", "lv"])
@pytest.mark.parametrize("choice", CHOICES)
def test_every_row_has_as_many_cells_as_its_table_has_columns(choice: Choice, language: str) -> None:
    tables = {table.name: table for table in lists.tables(words(language), choice)}
    found = list(lists.rows(with_meeting(full_dossier(both=True)), library(), words(language), TODAY, choice))
    assert {name for name, _ in found} == set(tables) - {"organisations"}
    for name, row in found:
        assert len(row) == len(tables[name].columns)
        assert all(isinstance(cell, str | int | float) for cell in row)
    organisation = lists.organisation_row(Organisation(name="x"), words(language), choice)
    assert len(organisation) == len(tables["organisations"].columns)


def test_a_partnership_tells_how_far_each_step_is() -> None:
    rows = dict(lists.rows(full_dossier(both=True), library(), words(), TODAY, Choice()))
    row = rows["partnerships"]
    assert row[2:6] == ("Valley Youth Association", "Riverside municipality", "Municipality", "40008012345")
    assert row[8:12] == (1.0, 1.0, 1.0, 1.0)
    assert 0 < float(row[15]) < 1


def test_a_meeting_has_a_row_for_each_topic() -> None:
    found = with_meeting(full_dossier())
    rows = [row for name, row in lists.rows(found, library(), words(), TODAY, Choice()) if name == "meetings"]
    assert [(row[1], row[5], row[7]) for row in rows] == [
        ("2026-11-20", "Rent", "Half"),
        ("2026-11-20", "Keys", ""),
        ("2026-12-10", "", ""),
    ]
    rows = [
        row
        for name, row in lists.rows(found, library(), words(), TODAY, Choice(names=False))
        if name == "meetings"
    ]
    assert "Bērziņ" not in str(rows)


def test_meetings_are_in_the_calendar_once() -> None:
    found = with_meeting(dossier(side(given={})))
    line = records.Log(b"l" * 16, day="2026-11-20", channel="meeting", who="Anna")
    titles = [one.title for one in calendar.events(found._replace(log=(line,)), library(), words(), Choice())]
    title = found.partnership.title
    assert titles == [f"10:00 Meeting: School – {title}", f"Meeting – {title}"]


def test_a_side_that_has_not_begun_has_no_progress() -> None:
    rows = dict(lists.rows(dossier(), library(), words(), TODAY, Choice()))
    assert rows["partnerships"][12:16] == ("", "", "", "")


def test_what_a_newer_form_brought_is_listed_once_and_last() -> None:
    own = side(given={"c9.new": records.Answer(checkpoint="c9.new", text="x", state="done")})
    found = [
        row
        for name, row in lists.rows(dossier(own), library(), words(), TODAY, Choice())
        if name == "answers"
    ]
    assert [row[3:6] for row in found] == [("", "c9.new", "c9.new")]


def test_private_notes_stay_out_unless_asked_for(tmp_path: Path) -> None:
    secret = "The mayor's sister lives here"
    for format_ in FORMATS:
        for notes in (False, True):
            path = tmp_path / f"{notes}.{format_}"
            written(path, format_, [full_dossier()], choice=Choice(notes=notes), table="answers")
            assert (secret in everything(path)) == (notes and format_ != "ics"), format_


def test_without_names_nobody_is_named_anywhere(tmp_path: Path) -> None:
    for language in ("en", "lv"):
        for format_ in FORMATS:
            path = tmp_path / f"{language}.{format_}"
            written(
                path,
                format_,
                [full_dossier(language=language, both=True)],
                choice=Choice(names=False),
                language=language,
                table="answers",
            )
            said = everything(path)
            for name in ("Bērziņ", "Ozol", "Kārl", "Jānis", "@ieleja", "20000001", "Trusted by", "Ask Anna"):
                assert name not in said, (name, format_)
            assert ("Chair]" in said) == (format_ != "ics" or "Chair]" in said)


def everything(path: Path) -> str:
    """All text in a file of any of the formats."""
    data = path.read_bytes()
    if path.suffix == ".ics":
        return "\n".join(str(value) for event in Calendar.from_ical(data).walk() for value in event.values())
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist()).replace("&apos;", "'")


# workbook -----------------------------------------------------------------------------------------------


def test_dates_and_numbers_are_real_and_heads_stay_and_filter(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    done = written(path, "xlsx", [full_dossier()])
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [table.title for table in lists.tables(words(), Choice())]
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet["A1"].font.bold
    budget = book["Budget"]
    assert [budget["C4"].value, budget["D2"].value, budget["D4"].value] == [350, 1800, None]
    assert budget["C3"].value == 2400.5
    actions = book["Action plan"]
    assert actions["D2"].value == dt.datetime(2027, 1, 15)
    assert actions["D2"].is_date
    partnerships = book["Partnerships"]
    assert partnerships["I2"].number_format == "0%"
    assert done.rows["answers"] == book["Answers"].max_row - 1
    assert partnerships["F2"].value is None or isinstance(partnerships["F2"].value, str)


def test_latvian_sheets_are_headed_and_dated_in_latvian(tmp_path: Path) -> None:
    path = tmp_path / "saraksti.xlsx"
    written(path, "xlsx", [full_dossier(language="lv")], language="lv")
    book = openpyxl.load_workbook(path)
    assert "Rīcības plāns" in book.sheetnames
    assert book["Rīcības plāns"]["D1"].value == "Līdz"
    assert book["Rīcības plāns"]["D2"].number_format == r"dd\.mm\.yyyy\."


EVIL = [
    "=1+1",
    "+cmd|x",
    "-milk\n-bread",
    "@SUM(A1)",
    "\t=2",
    "<r><t>x</t></r>",
    "_x0041_",
    "a\x00b\x1f\ufffe",
    "x" * 40_000,
    "{=1}",
]


def test_no_text_becomes_a_formula_or_breaks_the_file(tmp_path: Path) -> None:
    path = tmp_path / "evil.xlsx"
    rows = tuple(records.Action(what=text, due="not a day", state="open") for text in EVIL)
    done = written(path, "xlsx", [dossier(title="=HYPERLINK(1)")._replace(actions=rows)])
    sheet = openpyxl.load_workbook(path)["Action plan"]
    cells = list(sheet.iter_rows(min_row=2))
    assert all(cell.data_type in ("s", "n") for row in cells for cell in row)
    read = [row[1].value for row in cells]
    assert read[:5] == EVIL[:5]
    assert read[5] == "<r><t>x</t></r>"
    assert (
        read[6] == "_x005F_x0041_"
    )  # openpyxl reads texts in cells as they are written; Excel shows "_x0041_"
    assert read[7] == "ab"
    assert len(str(read[8])) == LONGEST
    assert done.cut == 1
    assert [bool(row[1].quotePrefix) for row in cells[:5]] == [True] * 5
    assert cells[0][0].quotePrefix
    assert cells[0][3].value == "not a day"


def test_a_table_that_is_too_long_for_a_sheet_goes_on_in_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 4)
    path = tmp_path / "long.xlsx"
    rows = tuple(records.Action(what=str(number)) for number in range(7))
    written(path, "xlsx", [dossier()._replace(actions=rows)])
    found = sheets(path)
    assert [
        row[1] for name in ("Action plan", "Action plan 2", "Action plan 3") for row in found[name][1:]
    ] == list("0123456")


@given(st.dates(dt.date(1900, 3, 1)))
def test_days_are_counted_as_excel_counts_them(day: dt.date) -> None:
    serial = xlsx.serial_day(day.isoformat())
    assert serial is not None
    assert from_excel(serial) == dt.datetime.combine(day, dt.time())


def test_days_before_excels_calendar_stay_texts() -> None:
    assert xlsx.serial_day("1899-12-31") is xlsx.serial_day("") is xlsx.serial_day("soon") is None


# CSV ----------------------------------------------------------------------------------------------------


def test_csv_is_marked_and_parted_as_excel_expects_it(tmp_path: Path) -> None:
    for language, sign in (("en", ","), ("lv", ";")):
        path = tmp_path / f"{language}.csv"
        written(path, "csv", [full_dossier()], language=language, table="budget")
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=sign))
        assert len(rows) == 4
        assert [row[1] for row in rows[1:]] == ["Heating", "Worker, half-time", "Furniture"]
        assert rows[2][2] == {"en": "2400.50", "lv": "2400,50"}[language]
        assert b"\r\n" in data


def test_all_tables_are_packed_under_safe_names_and_quoted(tmp_path: Path) -> None:
    path = tmp_path / "tables.zip"
    rows = tuple(records.Action(what=text) for text in EVIL)
    written(path, "zip", [dossier(title="-x")._replace(actions=rows)])
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == [f"{table.title}.csv" for table in lists.tables(words(), Choice())]
        text = archive.read("Action plan.csv").decode("utf-8-sig")
    for row in list(csv.reader(io.StringIO(text, newline="")))[1:]:
        assert row[0] == "'-x"
        assert row[1][:1] not in "=+-@\t\r"


def test_what_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    path.write_bytes(b"before")

    def breaking() -> Iterable[Dossier]:
        yield full_dossier()
        raise OSError("gone")

    for format_ in FORMATS:
        with pytest.raises(OSError, match="gone"):
            export(path, Order(format_, breaking(), [], "x"), library(), words(), TODAY, NOW)
        assert path.read_bytes() == b"before"
        assert list(tmp_path.iterdir()) == [path]


# calendar -----------------------------------------------------------------------------------------------


def entries(path: Path) -> dict[str, Any]:
    found = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert len({str(entry["uid"]) for entry in found}) == len(found)
    return {str(entry["uid"]): entry for entry in found}


def numbered(found: Dossier) -> Dossier:
    """With ids, as the store gives them."""

    def named(rows: Any, kind: str) -> Any:
        return tuple(
            row._replace(id=records.derived_id(b"", kind, str(number))) for number, row in enumerate(rows)
        )

    def answers(one: Any) -> Any:
        given = {
            key: answer._replace(id=records.answer_id(b"", one.side.key, key))
            for key, answer in one.answers.items()
        }
        return one._replace(answers=given)

    return found._replace(
        ours=answers(found.ours), theirs=answers(found.theirs), log=named(found.log, "log"),
        actions=named(found.actions, "action"), agreements=named(found.agreements, "agreement"),
    )  # fmt: skip


def test_everything_with_a_date_is_a_whole_day_in_the_calendar(tmp_path: Path) -> None:
    path, found = tmp_path / "dates.ics", numbered(full_dossier(both=True))
    done = written(path, "ics", [found])
    made = entries(path)
    assert done.events == len(made)
    titles = {str(entry["summary"]): entry for entry in made.values()}
    title = found.partnership.title
    meeting = titles[f"Meeting: Kārlis Ozols – {title}"]
    assert meeting.decoded("dtstart") == dt.date(2026, 10, 2)
    assert meeting.decoded("dtend") == dt.date(2026, 10, 3)
    assert titles[f"Send the survey – {title}"].decoded("dtstart") == dt.date(2026, 10, 9)
    assert titles[f"Ends: Memorandum of cooperation 12/2026 – {title}"].decoded("dtstart") == dt.date(
        2028, 12, 31
    )
    notice = titles[f"Last day to give notice: Memorandum of cooperation 12/2026 – {title}"]
    assert notice.decoded("dtstart") == dt.date(2028, 12, 1)
    dues = sum(bool(answer.due) for one in found.sides for answer in one.answers.values())
    assert len(made) == dues + 2 + 2 + 2


def test_taken_in_again_the_same_events_are_updated(tmp_path: Path) -> None:
    path, found = tmp_path / "dates.ics", numbered(full_dossier())
    written(path, "ics", [found])
    before = entries(path)
    moved = found._replace(
        actions=(found.actions[0]._replace(due="2027-02-01", state="done"), *found.actions[1:])
    )
    order = Order("ics", [moved], [], "x")
    export(path, order, library(), words(), TODAY, NOW + dt.timedelta(minutes=5))
    after = entries(path)
    assert after.keys() == before.keys()
    uid = f"{found.actions[0].id.hex()}-due@roadmap-desktop"
    assert before[uid].decoded("dtstart") == dt.date(2027, 1, 15)
    assert after[uid].decoded("dtstart") == dt.date(2027, 2, 1)
    assert str(after[uid]["summary"]).startswith("✓ Paint the room")
    assert after[uid]["sequence"] > before[uid]["sequence"]


def test_long_and_odd_texts_are_folded_and_escaped(tmp_path: Path) -> None:
    what = "Ā, b; c\\n " + "ļ" * 300
    action = records.Action(id=b"1" * 16, what=what + "\nsecond line\x07", due="2027-01-01")
    path = tmp_path / "dates.ics"
    written(path, "ics", [dossier(side(given={}), title="a\r\nEND:VCALENDAR")._replace(actions=(action,))])
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
    event = next(entry for uid, entry in entries(path).items() if uid.startswith("31" * 16))
    assert str(event["summary"]) == f"{what} – a END:VCALENDAR"
    assert path.read_bytes().count(b"\r\nEND:VCALENDAR\r\n") == 1


def test_days_out_of_the_calendar_are_left_out() -> None:
    rows = tuple(
        records.Action(id=b"1" * 16, what="x", due=due) for due in ("", "soon", "9999-12-31", "2026-02-30")
    )
    assert (
        list(calendar.events(dossier(side(given={}))._replace(actions=rows), library(), words(), Choice()))
        == []
    )
