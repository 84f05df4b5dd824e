"""PDF files as their readers meet them: searchable in every alphabet, whole or not there at all."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from roadmap_desktop.documents.blocks import Footer, Heading, Sheet, Table, Text, Title
from roadmap_desktop.documents.sheets import all_sheet, blank_sheet, progress_sheet
from roadmap_desktop.domain.errors import DiskFull, FileReadOnly, FileUnreadable, FolderUnwritable
from roadmap_desktop.paint import pdf
from roadmap_desktop.paint.pdf import write_pdf
from roadmap_desktop.paint.sheet import lay_out
from tests.builders import TODAY, form, full_dossier, library, words

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
FOOTER = Footer("valley.roadmap", "Printed today", "Everything", "page {page} of {pages}")


def sheet(*texts: str, title: str = "A test") -> Sheet:
    return Sheet("test", title, "en", (Title("", title), *(Text(text) for text in texts)), FOOTER)


def progress_of(seed: int, language: str = "en", *, both: bool = False) -> Sheet:
    found = full_dossier(seed, language=language, both=both)
    return progress_sheet(found, library(), words(language), TODAY, "valley.roadmap")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def read(path: Path) -> list[str]:
    """The text of each page, any white space as one space."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


# ---------------------------------------------------------------------------------------------- content


@pytest.mark.parametrize("language", ["en", "lv"])
def test_every_word_of_every_answer_can_be_found(family: str, tmp_path: Path, language: str) -> None:
    path = tmp_path / "sheet.pdf"
    assert write_pdf([progress_of(1, language, both=True)], path, family=family)
    text = squeezed("".join(read(path)))

    found = full_dossier(1, language=language, both=True)
    for side in found.sides:
        for answer in side.answers.values():
            for sentence in answer.text.split(". "):
                assert all(squeezed(word) in text for word in sentence.split())


@needs_poppler
def test_poppler_reads_the_same_sentences(family: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf([progress_of(1, "lv")], path, family=family)
    told = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True).stdout
    flat = " ".join(told.split())

    for answer in full_dossier(1, language="lv").ours.answers.values():
        for sentence in re.split(r"(?<=\.) (?=[A-ZĀČĒĢĪĶĻŅŠŪŽ])", answer.text):
            first_words = " ".join(sentence.split()[:4])
            assert first_words in flat


ALPHABETS = {
    "lv": "Āboliņš ēd gliemežvākus Ķīpsalā, žņaudzot ūdensčūsku",
    "lt": "Įlinkdama fechtuotojo špaga sublykčiojusi pragręžė apvalų arbūzą",
    "sv": "Flygande bäckasiner söka hwila på mjuka tuvor",
    "pt": "À noite, vovô Kowalsky vê o ímã cair no pé do pinguim",
    "el": "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
    "ru": "Съешь же ещё этих мягких французских булок",
    "uk": "Щастя ґазди їхній європейський",
    "signs": "– — „“ ” ’ … • · × ÷ € 1 234,50 ≥ ½ №",
}


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_every_alphabet_is_searchable_in_the_shipped_font(family: str, tmp_path: Path, alphabet: str) -> None:
    path = tmp_path / "alphabet.pdf"
    write_pdf([sheet(ALPHABETS[alphabet])], path, family=family)
    reader = PdfReader(path)

    assert squeezed(ALPHABETS[alphabet]) in squeezed(reader.pages[0].extract_text())
    names = {str(font["/BaseFont"]) for font in fonts_of(reader)}
    assert all("RoadmapSans" in name.replace("-", "") for name in names), names


def test_a_space_is_copied_as_a_space(family: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf([sheet("The municipality owns an empty room.")], path, family=family)

    assert "The municipality owns an empty room." in PdfReader(path).pages[0].extract_text()


def fonts_of(reader: PdfReader) -> Iterator[dict[str, object]]:
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            yield font.get_object()


def test_fonts_are_embedded_and_nothing_is_a_bitmap(family: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    both = full_dossier(2, both=True)
    sheets = [
        progress_of(2, both=True),
        all_sheet([both], library(), words(), TODAY, "x.roadmap"),
        blank_sheet(form(), words(), TODAY),
    ]
    write_pdf(sheets, path, family=family)
    reader = PdfReader(path)

    fonts = list(fonts_of(reader))
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()  # type: ignore[index]
        assert "/FontFile2" in descriptor
        assert "/ToUnicode" in font
    for page in reader.pages:
        assert not list(page.images)
    assert path.stat().st_size < 800_000


def test_each_sheet_counts_its_own_pages(family: str, tmp_path: Path) -> None:
    path = tmp_path / "sheets.pdf"
    sheets = [progress_of(1), sheet("Short."), progress_of(2)]
    counts = [lay_out(one, family=family).page_count for one in sheets]
    write_pdf(sheets, path, family=family)
    pages = read(path)

    assert len(pages) == sum(counts)
    expected = [f"page {number} of {count}" for count in counts for number in range(1, count + 1)]
    assert [re.findall(r"page \d+ of \d+", text) for text in pages] == [[one] for one in expected]


def test_the_footer_names_file_date_and_detail(family: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    made = progress_sheet(
        full_dossier(), library(), words("lv"), TODAY, "sadarbība.roadmap", private_notes=False
    )
    write_pdf([made], path, family=family)

    for text in read(path):
        assert "sadarbība.roadmap" in text
        assert f"Izdrukāts: {words('lv').date(TODAY)}" in text
        assert words("lv")("sheet", "level_partner") in text


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_paper_is_as_asked_and_an_overview_lies_sideways(
    family: str, tmp_path: Path, paper: str, size: tuple[int, int]
) -> None:
    path = tmp_path / "sheets.pdf"
    wide = all_sheet([full_dossier()], library(), words(), TODAY, "x.roadmap")
    write_pdf([sheet("One"), wide, sheet("Three")], path, paper=paper, family=family)
    boxes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(path).pages]

    assert boxes == [pytest.approx(size, abs=1), pytest.approx(size[::-1], abs=1), pytest.approx(size, abs=1)]


def test_the_text_comes_in_reading_order(family: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    block = Table(("Head one", "Head two"), (("first", "second"), ("third", "fourth")), (1, 1))
    made = Sheet("t", "T", "en", (Title("", "Title"), Heading(3, "Table"), block, Text("After.")), FOOTER)
    write_pdf([made], path, family=family)
    text = read(path)[0]

    places = [
        text.index(word) for word in ("Title", "Table", "Head one", "first", "second", "third", "After.")
    ]
    assert places == sorted(places)


def test_the_documents_title_is_set(family: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf([sheet("x")], path, family=family, title="Ielejas bērnu telpa")
    information = PdfReader(path).metadata

    assert information is not None
    assert information.title == "Ielejas bērnu telpa"


def test_no_sheets_make_one_empty_page(family: str, tmp_path: Path) -> None:
    path = tmp_path / "none.pdf"

    assert write_pdf([], path, family=family)
    assert len(PdfReader(path).pages) == 1


# ------------------------------------------------------------------------------------------ whole or not


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_sheets_are_taken_one_at_a_time_and_progress_is_told(family: str, tmp_path: Path) -> None:
    seen: list[str] = []

    def make() -> Iterator[Sheet]:
        for number in range(4):
            seen.append(f"made {number + 1}")
            yield sheet(f"Sheet {number}")

    def told(done: int) -> bool:
        seen.append(f"told {done}")
        return True

    assert write_pdf(make(), tmp_path / "all.pdf", family=family, progress=told)
    assert seen == [f"{what} {number}" for number in range(1, 5) for what in ("made", "told")]


def test_cancelling_leaves_the_old_file_and_nothing_else(family: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"the old one")
    made = (progress_of(number) for number in range(50))

    assert not write_pdf(made, path, family=family, progress=lambda done: done < 3)
    assert path.read_bytes() == b"the old one"
    assert left_behind(tmp_path) == ["sheet.pdf"]
    assert next(made).title


def test_an_older_file_is_replaced_with_its_permissions(family: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"the old one")
    path.chmod(0o640)

    assert write_pdf([sheet("new")], path, family=family)
    assert "new" in read(path)[0]
    assert left_behind(tmp_path) == ["sheet.pdf"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="permissions are told otherwise there")
def test_a_new_file_may_be_read_as_the_users_other_files(family: str, tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.touch()
    write_pdf([sheet("new")], tmp_path / "sheet.pdf", family=family)

    assert (tmp_path / "sheet.pdf").stat().st_mode == beside.stat().st_mode


def test_a_failure_while_sheets_are_made_leaves_nothing(family: str, tmp_path: Path) -> None:
    def make() -> Iterator[Sheet]:
        yield sheet("fine")
        raise ValueError("a defect")

    with pytest.raises(ValueError, match="a defect"):
        write_pdf(make(), tmp_path / "sheet.pdf", family=family)
    assert left_behind(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_noticed_and_told(
    family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """QPdfWriter says nothing: the writing itself must be watched."""

    def on_a_full_disk(path: Path) -> tuple[int, str]:
        name = path.with_suffix(".part")
        name.touch()
        return os.open("/dev/full", os.O_WRONLY), str(name)

    monkeypatch.setattr(pdf, "temporary", on_a_full_disk)
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"the old one")
    for count in (1, 30):
        with pytest.raises(DiskFull) as caught:
            write_pdf((progress_of(number) for number in range(count)), path, family=family)
        assert caught.value.data["path"] == str(path)
    assert path.read_bytes() == b"the old one"
    assert left_behind(tmp_path) == ["sheet.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_stops_the_work_early(
    family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        pdf, "temporary", lambda path: (os.open("/dev/full", os.O_WRONLY), str(path.with_suffix(".part")))
    )
    made = iter([progress_of(number) for number in range(30)])
    with pytest.raises(DiskFull):
        write_pdf(made, tmp_path / "sheet.pdf", family=family)

    assert len(list(made)) > 20


LIMITED = """
import os, resource, signal, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtGui import QFontDatabase, QGuiApplication
app = QGuiApplication([])
from roadmap_desktop.domain.errors import DiskFull
from roadmap_desktop.paint.pdf import write_pdf
from tests.builders import FAMILY, RESOURCES
from tests.paint.test_pdf import progress_of
for font in (RESOURCES / "fonts").glob("*.ttf"):
    QFontDatabase.addApplicationFont(str(font))
sheets = [progress_of(1)]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    write_pdf(sheets, Path(sys.argv[1]), family=FAMILY)
except DiskFull as error:
    sys.exit(7)
"""


@pytest.mark.skipif(os.name != "posix", reason="no such limit there")
@pytest.mark.parametrize("room", [0, 1_000, 20_000, 60_000])
def test_a_write_that_the_system_cuts_short_is_noticed(tmp_path: Path, room: int) -> None:
    """Where the room ends in the middle of a write, neither the system nor Qt calls it an error."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"")
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, path, str(room)], cwd=Path(__file__).parents[2], check=False
    )

    assert ran.returncode == 7
    assert path.read_bytes() == b""
    assert left_behind(tmp_path) == ["sheet.pdf"]


def test_a_folder_that_is_not_there(family: str, tmp_path: Path) -> None:
    with pytest.raises(FolderUnwritable) as caught:
        write_pdf([sheet("x")], tmp_path / "gone" / "sheet.pdf", family=family)
    assert caught.value.data["path"] == str(tmp_path / "gone")


def test_a_path_that_is_a_folder(family: str, tmp_path: Path) -> None:
    folder = tmp_path / "sheet.pdf"
    folder.mkdir()
    with pytest.raises((FileUnreadable, FolderUnwritable)):
        write_pdf([sheet("x")], folder, family=family)
    assert left_behind(tmp_path) == ["sheet.pdf"]


def test_a_file_that_may_not_be_replaced(
    family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"kept")
    may = os.access
    monkeypatch.setattr(os, "access", lambda at, mode: may(at, mode) and Path(at) != path)
    with pytest.raises(FileReadOnly) as caught:
        write_pdf([sheet("x")], path, family=family)
    assert caught.value.data["path"] == str(path)
    assert path.read_bytes() == b"kept"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EACCES, FolderUnwritable),
        (errno.EROFS, FolderUnwritable),
        (errno.EIO, FileUnreadable),
    ],
)
def test_errors_of_the_system_become_errors_of_ours(
    family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, expected: type[Exception]
) -> None:
    def refused(path: Path) -> tuple[int, str]:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(pdf, "temporary", refused)
    monkeypatch.setattr(os, "access", lambda at, mode: Path(at) != tmp_path)
    with pytest.raises(expected):
        write_pdf([sheet("x")], tmp_path / "sheet.pdf", family=family)
    assert left_behind(tmp_path) == []
