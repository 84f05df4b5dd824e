"""The command `document`, as its users meet it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from docx import Document as open_docx  # noqa: N813 - a function
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from roadmap_desktop.cli import commands, opening
from roadmap_desktop.documents.shelf import Shelf
from tests.builders import TODAY, words
from tests.conftest import MakeSample

pytestmark = pytest.mark.usefixtures("_here")
REPAIR = "Repair workshop and shared tool library for all generations"
SENIORS = "Neighbour help for seniors living alone"


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def _here(qapp: QApplication, user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "today", lambda: TODAY)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def run(*arguments: str | Path) -> Ran:
    with CliRunner().isolation() as (out, err, _):
        status = commands.run([str(argument) for argument in arguments])
        return Ran(status, out.getvalue().decode(), err.getvalue().decode())


def text(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in open_docx(io.BytesIO(path.read_bytes())).paragraphs)


def refused(ran: Ran, *parts: str, status: int = 1) -> None:
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.count("\n") == 1
    for part in parts:
        assert part in ran.err


def test_a_proposal_becomes_a_word_file_and_its_gaps_are_listed(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "offer.docx"
    ran = run("document", sample, "partnership-proposal", "-o", out, "--partnership", REPAIR)
    assert (ran.status, ran.err) == (0, "")
    first, marked, *gaps = ran.out.splitlines()
    assert (first, marked) == ("Written to “offer.docx”.", "Still to be filled in, and marked there:")
    assert "  […: Action plan – table at checkpoint 2 of step 3]" in gaps
    made = text(out)
    assert "57 households signed our list in support." in made
    assert all(gap.strip() in made for gap in gaps)


def test_the_same_as_pdf_in_latvian(make_sample: MakeSample, tmp_path: Path) -> None:
    sample, out = make_sample("lv"), tmp_path / "ligums.pdf"
    title = "Kaimiņu palīdzība vientuļajiem senioriem"
    ran = run(
        "document", sample, "cooperation-agreement", "-o", out, "--partnership", title, "--language", "lv"
    )
    assert (ran.status, ran.err) == (0, "")
    pages = PdfReader(out).pages
    assert "Līdzdarbības līgums" in pages[0].extract_text()
    assert "jurist" in pages[0].extract_text()
    assert len(pages) > 3


def test_every_document_can_be_made_and_listed(sample: Path, tmp_path: Path) -> None:
    listed = run("document", "--list")
    assert listed.status == 0
    names = [line.split()[0] for line in listed.out.splitlines()]
    assert names == list(words().group("document"))
    for name in names:
        assert (
            run("document", sample, name, "-o", tmp_path / f"{name}.docx", "--partnership", SENIORS).status
            == 0
        )


def test_a_template_goes_out_is_changed_and_comes_back(sample: Path, tmp_path: Path) -> None:
    mine, out = tmp_path / "mine.docx", tmp_path / "out.docx"
    assert (
        run("document", sample, "memorandum", "-o", mine, "--as-template").out == "Written to “mine.docx”.\n"
    )
    assert "{{ title }}" in text(mine)
    changed = open_docx(str(mine))
    changed.add_paragraph("Signed in {{ our.name }}")
    changed.save(str(mine))
    ran = run("document", sample, "memorandum", "-o", out, "--partnership", SENIORS, "--template-file", mine)
    assert ran.status == 0
    assert text(out).endswith("Signed in Association “Ābeļkalna ļaudis”")


def test_the_template_made_in_the_windows_is_followed_here_too(
    sample: Path, tmp_path: Path, user_folder: Path
) -> None:
    mine = Shelf(user_folder).place("memorandum", "en")
    mine.parent.mkdir(parents=True)
    run("document", sample, "memorandum", "-o", mine, "--as-template")
    changed = open_docx(str(mine))
    changed.add_paragraph("Only in mine: {{ c1.risks }}")
    changed.save(str(mine))
    asked = ("document", sample, "memorandum", "--partnership", SENIORS, "-o")
    ran = run(*asked, tmp_path / "mine.docx")
    assert ran.out.splitlines()[1] == "It follows your own template; with --built-in it follows ours."
    assert "Only in mine" in text(tmp_path / "mine.docx")
    assert run(*asked, tmp_path / "mine.pdf").status == 0
    assert "Only in mine" in PdfReader(tmp_path / "mine.pdf").pages[-1].extract_text()
    assert "own template" not in run(*asked, tmp_path / "ours.docx", "--built-in").out
    assert "Only in mine" not in text(tmp_path / "ours.docx")
    assert "own template" not in run(*asked, tmp_path / "lv.docx", "--language", "lv").out


def test_a_broken_template_is_named_with_the_place(sample: Path, tmp_path: Path) -> None:
    mine, out = tmp_path / "mine.docx", tmp_path / "out.docx"
    made = open_docx()
    made.add_paragraph("Dear {{ their.nmae }}")
    made.save(str(mine))
    asked = ("document", sample, "memorandum", "-o", out, "--partnership", SENIORS, "--template-file")
    refused(run(*asked, mine), "mine.docx", "Dear {{ their.nmae }}")
    mine.write_text("no Word file")
    refused(run(*asked, mine), "mine.docx", "not a Word document")
    refused(run(*asked, tmp_path / "absent.docx"), "absent.docx")
    assert not out.exists()


def test_a_logo_stands_in_the_letterhead_or_is_refused(sample: Path, tmp_path: Path) -> None:
    logo, out = tmp_path / "logo.png", tmp_path / "out.docx"
    logo.write_text("no picture")
    asked = ("document", sample, "first-letter", "-o", out, "--partnership", REPAIR, "--logo")
    refused(run(*asked, logo), "logo.png", "picture")
    refused(run(*asked, tmp_path / "absent.png"), "absent.png")
    assert not out.exists()
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(logo))
    assert run(*asked, logo).status == 0
    head = open_docx(str(out)).sections[0].first_page_header
    assert "graphicData" in head._element.xml


def test_what_makes_no_sense_is_refused_before_anything_is_written(
    sample: Path, empty: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.docx"
    refused(run("document", sample, "invoice", "-o", out), "invoice", "partnership-proposal")
    refused(run("document", sample, "memorandum", "-o", out), "--partnership")
    refused(run("document", empty, "memorandum", "-o", out), "no partnerships")
    refused(run("document", sample, "memorandum", "-o", out, "--partnership", "nobody"), "nobody")
    refused(
        run("document", sample, "memorandum", "-o", tmp_path / "out.txt", "--partnership", REPAIR), ".docx"
    )
    refused(run("document", sample, "memorandum", "-o", tmp_path / "a.pdf", "--as-template"), ".docx")
    refused(
        run("document", sample, "memorandum", "-o", tmp_path / "no" / "out.docx", "--partnership", REPAIR)
    )
    assert not out.exists()


def test_only_a_word_file_is_replaced(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    asked = ("document", sample, "memorandum", "-o", out, "--partnership", REPAIR)
    out.write_text("my thesis")
    refused(run(*asked), "out.docx")
    assert out.read_text() == "my thesis"
    out.unlink()
    assert "replaces" not in run(*asked).out
    assert "which replaces the older one" in run(*asked).out
