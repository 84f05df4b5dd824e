"""Lists as they come: every encoding and separator, workbooks of all sorts, and files built to do harm."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.documents import foreign_list, list_child
from roadmap_desktop.documents.foreign_list import Book, Sheet, decoded, read, separator
from roadmap_desktop.domain.errors import ListForeign, ListTooLarge

ROWS = (
    ("Nosaukums", "E-pasts", "Piezīme"),
    ("Ģimeņu „āķis”", "a@b.lv", "rinda, ar; zīmēm"),
    ("Ēks", "c@d.lv", ""),
)


def table(sign: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> str:
    return "".join(sign.join(f'"{cell}"' if sign in cell else cell for cell in row) + "\r\n" for row in rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1257"])
@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_text_is_read_in_every_usual_encoding_and_with_every_separator(
    tmp_path: Path, encoding: str, sign: str
) -> None:
    path = tmp_path / "saraksts.csv"
    path.write_bytes(table(sign).encode(encoding))
    assert read(path) == Book((Sheet("", ROWS),), cut=False)


def test_what_excel_says_of_its_separator_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("sep=|\na,b|c\n1|2\n")
    assert read(path).sheets[0].rows == (("a,b", "c"), ("1", "2"))


def test_decimal_commas_do_not_part_cells() -> None:
    assert separator("Nosaukums;Summa\nA;1,50\nB;2,75\n") == ";"
    assert separator("one column\nonly\n") == ","


def test_titles_above_do_not_hide_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Saraksts\n\nNosaukums;E-pasts\n" + "A;a@b.lv\n" * 5, "utf-8")
    assert read(path).sheets[0].rows[2] == ("Nosaukums", "E-pasts")


@given(st.binary(max_size=400))
def test_any_bytes_are_some_text(data: bytes) -> None:
    assert isinstance(decoded(data), str)
    separator(decoded(data))


# workbooks ----------------------------------------------------------------------------------------------


def workbook(path: Path, fill: Callable[[openpyxl.Workbook], object]) -> Path:
    book = openpyxl.Workbook()
    fill(book)
    book.save(path)
    return path


def test_cells_are_read_as_people_see_them(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        sheet.merge_cells("A1:C1")
        sheet["A1"] = "Saraksts"
        sheet.append(["Ā", 40008012345.0, 1.5])
        sheet.append([dt.datetime(2026, 11, 30), dt.datetime(2026, 11, 30, 9, 5), True])
        sheet.append([None, None, None])
        sheet.append(["=1+1", "#REF!", "x" * 30_000])
        other = book.create_sheet("Citi")
        other["C3"] = "vienīgā"

    found = read(workbook(tmp_path / "x.xlsx", fill))
    assert [sheet.name for sheet in found.sheets] == ["Sheet", "Citi"]
    assert found.sheets[0].rows[:4] == (
        ("Saraksts",),
        ("Ā", "40008012345", "1.5"),
        ("2026-11-30", "2026-11-30 09:05:00", "true"),
        (),
    )
    assert found.sheets[0].rows[4][:2] == ("", "")  # nobody has calculated it, and nobody does
    assert len(found.sheets[0].rows[4][2]) == foreign_list.LONGEST
    assert found.sheets[1].rows == ((), (), ("", "", "vienīgā"))


def test_what_is_too_long_is_cut_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_list, "MOST_ROWS", 3)

    def fill(book: openpyxl.Workbook) -> None:
        for number in range(5):
            book.active.append([number])  # type: ignore[union-attr]

    found = read(workbook(tmp_path / "x.xlsx", fill))
    assert (len(found.sheets[0].rows), found.cut) == (3, True)
    text = tmp_path / "x.csv"
    text.write_text("1\n2\n3\n4\n")
    assert (len(read(text).sheets[0].rows), read(text).cut) == (3, True)


def test_a_million_rows_that_only_look_used_do_not_matter(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active["A1"] = "Nosaukums"  # type: ignore[index]
        book.active["A9000"] = "tālu"  # type: ignore[index]

    assert read(workbook(tmp_path / "x.xlsx", fill)).sheets[0].rows == (("Nosaukums",),)


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def real(tmp_path: Path) -> dict[str, bytes]:
    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["Nosaukums", "E-pasts"])  # type: ignore[union-attr]
        book.active.append(["A", "a@b.lv"])  # type: ignore[union-attr]

    with zipfile.ZipFile(workbook(tmp_path / "real.xlsx", fill)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def refused(path: Path, sort: str) -> None:
    with pytest.raises(ListForeign) as caught:
        read(path)
    assert caught.value.data == {"path": path, "sort": sort}


def test_a_zip_that_unpacks_to_gigabytes_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = real(tmp_path)
    parts["xl/media/bomb.bin"] = b"\0" * (list_child.UNPACKED + 1)
    with pytest.raises(ListTooLarge):
        read(packed(tmp_path / "bomb.xlsx", parts))


def test_a_zip_that_lies_about_its_sizes_ends_at_the_limits(tmp_path: Path) -> None:
    parts = real(tmp_path)
    sheet = parts["xl/worksheets/sheet1.xml"]
    row = b"<row><c t='inlineStr'><is><t>" + b"x" * 5_000 + b"</t></is></c></row>"
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"<sheetData>", b"<sheetData>" + row * 60_000)
    path = packed(tmp_path / "lies.xlsx", parts)
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    while at >= 0:  # every size in the directory says one byte
        struct.pack_into("<I", data, at + 24, 1)
        at = data.rfind(b"PK\x01\x02", 0, at)
    path.write_bytes(data)
    with pytest.raises((ListForeign, ListTooLarge)):
        read(path)


def test_entities_links_and_formulas_fetch_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    parts = real(tmp_path)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
    evil = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "{secret.as_uri()}">{laughs}]>'.encode()
    sheet = (
        parts["xl/worksheets/sheet1.xml"]
        .replace(b"<?xml version='1.0'?>", b"")
        .replace(b'<?xml version="1.0"?>', b"")
    )
    for entity in (b"&f;", b"&l9;"):
        body = sheet.replace(
            b"<sheetData>", b"<sheetData><row><c t='inlineStr'><is><t>" + entity + b"</t></is></c></row>"
        )
        path = packed(tmp_path / "evil.xlsx", {**parts, "xl/worksheets/sheet1.xml": evil + body})
        try:
            said = str(read(path))
        except (ListForeign, ListTooLarge):
            continue
        assert "hidden" not in said
        assert said.count("ha") < 1000


def test_damaged_workbooks_are_said_to_be(tmp_path: Path) -> None:
    parts = real(tmp_path)
    whole = packed(tmp_path / "x.xlsx", parts).read_bytes()
    for broken in (whole[:-30], whole[:200], b"PK\x03\x04" + b"\0" * 100):
        path = tmp_path / "broken.xlsx"
        path.write_bytes(broken)
        refused(path, "damaged")
    refused(packed(tmp_path / "other.xlsx", {"hello.txt": b"x"}), "other")
    refused(packed(tmp_path / "part.xlsx", {**parts, "xl/workbook.xml": b"<x>"}), "damaged")


@pytest.mark.parametrize(
    ("data", "sort"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "xls"), (b"%PDF-1.7", "pdf"), (b"<!DOCTYPE html><table>", "page"),
        (b"\x89PNG\r\n", "picture"), (b"", "empty"), (b"\n;;\n", "empty"), (b"some words \0 and more\n", "other"), (b"{\\rtf1", "word"),
    ],
)  # fmt: skip
def test_other_files_are_named(tmp_path: Path, data: bytes, sort: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    refused(path, sort)


def test_lists_of_libreoffice_and_texts_of_word_are_named(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    path = tmp_path / "x.ods"
    path.write_bytes(stream.getvalue())
    refused(path, "ods")


def test_a_list_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_list, "LARGEST", 10)
    path = tmp_path / "x.csv"
    path.write_text("a;b\n" * 10)
    with pytest.raises(ListTooLarge):
        read(path)


def test_reading_can_be_given_up(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        for number in range(1200):
            book.active.append([number])  # type: ignore[union-attr]

    def stop(count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(workbook(tmp_path / "x.xlsx", fill), stop)
