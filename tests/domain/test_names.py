"""Names of files: every system takes them, and they stay as close to the text as they can."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.names import (
    LONGEST,
    LONGEST_BYTES,
    free_name,
    one_line,
    safe_attachment_name,
    safe_file_name,
    upright,
)

DEVICES = ["con", "PRN", "aux", "NUL", "COM1", "com9", "LPT1", "CONIN$", "con.tar", "Aux .x", "COM¹"]
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet='<>:"/\\|?* .\t\n\x00-~aāΩ', max_size=30),
    st.text(alphabet="aΩ漢 ́", min_size=70, max_size=300),
    st.sampled_from(DEVICES).flatmap(
        lambda device: st.text(" .x", max_size=3).map(lambda tail: device + tail)
    ),
)


@given(TEXTS)
def test_a_name_is_taken_by_windows_macos_and_linux(text: str) -> None:
    name = safe_file_name(text, "file")
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert all(unicodedata.category(letter)[0] != "C" for letter in name)
    assert name == name.strip(" ")
    assert not name.startswith((".", "-", "~"))
    assert not name.endswith((".", "-"))
    assert len(name) <= LONGEST
    assert len(name.encode()) <= LONGEST_BYTES
    assert Path(name).name == PureWindowsPath(name).name == name


@given(TEXTS)
def test_a_safe_name_stays_as_it_is(text: str) -> None:
    name = safe_file_name(text, "file")
    assert safe_file_name(name, "other") == name


@pytest.mark.parametrize("device", DEVICES)
def test_names_that_windows_keeps_for_devices_are_changed(device: str) -> None:
    name = safe_file_name(device, "file")
    assert name.startswith("_")
    assert name[1:] == device


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Biedrība “Ābeļkalna ļaudis”", "Biedrība “Ābeļkalna ļaudis”"),
        ("Youth: rooms / places", "Youth-rooms-places"),
        ('The "best" association?', "The best association"),
        ("  ...hidden. ", "hidden"),
        ("two\nlines\tand  gaps", "two lines and gaps"),
        ("\u202eevil\u200b", "evil"),
        ("console", "console"),
        ("A\u0301", "Á"),
    ],
)
def test_the_letters_stay_where_they_may(text: str, name: str) -> None:
    assert safe_file_name(text, "file") == name


@pytest.mark.parametrize("text", ["", " . ", "///", '?*"', "\x00\x1f"])
def test_where_nothing_is_left_the_fallback_stands(text: str) -> None:
    assert safe_file_name(text, "Partnerships") == "Partnerships"


def test_a_long_name_ends_at_a_word() -> None:
    text = "Association of the friends of the old school house in the village of " + "Ābeļkalns " * 9
    name = safe_file_name(text, "file")
    assert text.startswith(name)
    assert text[len(name)] == " "


def test_a_cut_splits_no_letter_from_its_accent() -> None:
    name = safe_file_name("x" * (LONGEST - 1) + "q\u0323\u0307" * 5, "file")
    assert name == "x" * (LONGEST - 1)


def test_a_free_name_counts_up_from_two() -> None:
    taken = {Path("d/Org.roadmap"), Path("d/Org 2.roadmap")}
    assert free_name(Path("d/Org.roadmap"), taken.__contains__) == Path("d/Org 3.roadmap")
    assert free_name(Path("d/Other.roadmap"), taken.__contains__) == Path("d/Other.roadmap")


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("foto.jpg", "foto.jpg"),
        ("Līgums 2026.docx", "Līgums 2026.docx"),
        ("../../../.bashrc", "bashrc"),
        ("C:\\Windows\\System32\\evil.dll", "evil.dll.txt"),
        ("C:evil.pdf", "C-evil.pdf"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("nul.pdf", "_nul.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe.txt"),
        ("photo.jpg.exe", "photo.jpg.exe.txt"),
        ("page.HTML", "page.HTML.txt"),
        ("", "attachment"),
        (".", "attachment"),
        ("..", "attachment"),
        ("-rf", "rf"),
        ("~/.ssh/id_rsa", "id_rsa"),
        ("\x00.pdf", "pdf"),
        ("name.pdf ", "name.pdf"),
        ("x" * 1_000 + ".pdf", "x" * 80 + ".pdf"),
    ],
)
def test_a_name_that_came_in_a_file_is_fit_to_save_under(given: str, made: str) -> None:
    assert safe_attachment_name(given, "attachment") == made


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_it_was_it_names_a_file_here_and_nothing_else(text: str) -> None:
    made = safe_attachment_name(text, "attachment")
    assert Path(made).name == made
    assert made not in {"", ".", ".."}
    assert not set(made) & set('<>:"|?*\\/\u202e\x00')
    assert len(made.encode()) < 200
    assert safe_attachment_name(made, "attachment") == made


@given(st.text())
def test_one_line_is_one_line_that_turns_nothing_round(text: str) -> None:
    made = one_line(text)
    assert len(made.splitlines()) <= 1
    assert not set(made) & set("\u202e\u2066\x00\x1b\n")
    assert one_line(made) == made


def test_one_line_keeps_what_people_write() -> None:
    assert one_line("Ābeļkalna ļaudis 🏳️‍🌈 – שלום") == "Ābeļkalna ļaudis 🏳️‍🌈 – שלום"
    assert one_line("two\nlines\t.") == "two lines ."


def test_what_turns_words_round_is_left_out_and_lines_stay() -> None:
    assert upright("Ābele\nun \u202egpj.exe\u2066\x07\tkūts") == "Ābele\nun gpj.exe\tkūts"
    assert upright("Ābeļkalns, 4") == "Ābeļkalns, 4"
