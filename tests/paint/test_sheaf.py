"""A sheaf of sheets becomes files: safe names, one a sheet, earlier ones replaced, stopped halfway without a half file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication

from roadmap_desktop.documents.sheets import Sheet, blank_sheet
from roadmap_desktop.domain.errors import FolderUnwritable
from roadmap_desktop.paint.sheaf import write_sheaf
from tests.builders import FAMILY, TODAY, form, words


@pytest.fixture
def sheet(qapp: QGuiApplication) -> Sheet:
    return blank_sheet(form(), words(), TODAY)


def test_each_sheet_becomes_a_file_of_its_own(sheet: Sheet, tmp_path: Path) -> None:
    (tmp_path / "A.pdf").write_bytes(b"of last year")
    told: list[int] = []
    names = ["A", "a", "../../etc/passwd", "CON", ""]
    written = write_sheaf(
        ((name, sheet) for name in names), tmp_path, paper="A4", family=FAMILY, progress=told.append
    )
    assert [path.name for path in written] == [
        "A.pdf",
        "a 2.pdf",
        "etc-passwd.pdf",
        "_CON.pdf",
        "blank.pdf",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in written)
    assert all(len(PdfReader(path).pages) for path in written)
    assert told == [1, 2, 3, 4, 5]


def test_stopping_leaves_whole_files_only(sheet: Sheet, tmp_path: Path) -> None:
    class StopError(Exception):
        pass

    def stop(count: int) -> None:
        if count == 2:
            raise StopError

    with pytest.raises(StopError):
        write_sheaf(((str(at), sheet) for at in range(9)), tmp_path, paper="A4", family=FAMILY, progress=stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.pdf", "1.pdf"]


def test_a_folder_that_is_not_there_is_said(sheet: Sheet, tmp_path: Path) -> None:
    with pytest.raises(FolderUnwritable):
        write_sheaf([("x", sheet)], tmp_path / "gone", paper="A4", family=FAMILY)
