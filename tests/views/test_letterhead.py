"""The letterhead window, as its users meet it: read back from the file and from the documents."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as open_docx  # noqa: N813 - a function
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.edits import logo_edit
from roadmap_desktop.paint import picture
from roadmap_desktop.services import paperwork
from roadmap_desktop.store.log import content_key
from roadmap_desktop.views.documents import DocumentsPage
from roadmap_desktop.views.letterhead import LetterheadDialog
from roadmap_desktop.views.page import Context, Place
from tests.accessible import name_of, nameless
from tests.acting import button, click, press, texts, write
from tests.builders import TODAY, library, words
from tests.cut import cut
from tests.views.conftest import Shown

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Answer = Callable[[Path], None]


@pytest.fixture
def dialog(context: Context, shown: Shown) -> LetterheadDialog:
    made = LetterheadDialog(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    shown(made)
    return made


@pytest.fixture
def png(tmp_path: Path) -> Path:
    """A picture as people have it."""
    image = QImage(600, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#22aa77"))
    assert image.save(str(tmp_path / "Mūsu logo.png"))
    return tmp_path / "Mūsu logo.png"


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """The system's dialog answers with a path."""

    def answer(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return answer


def field(dialog: LetterheadDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if name_of(one) == name)


def home(context: Context) -> bytes:
    return context.session.home_organisation().id


def test_telephone_and_e_mail_are_the_organisations_own(dialog: LetterheadDialog, context: Context) -> None:
    write(field(dialog, "Telephone"), "+371 22 222 222")
    press(field(dialog, "Telephone"), Qt.Key.Key_Tab)
    write(field(dialog, "E-mail"), "birojs@abelkalns.example")
    press(dialog, Qt.Key.Key_Escape)
    context.session.flush()
    dossier = context.session.dossier(context.session.partnership_ids()[0])
    made = paperwork.make("first-letter", dossier, library(), words(), TODAY)
    assert made.letterhead is not None
    assert made.letterhead.lines[-1] == "birojs@abelkalns.example · +371 22 222 222"


def test_the_preview_follows_every_letter(dialog: LetterheadDialog) -> None:
    write(field(dialog, "Telephone"), "+371 11")
    assert "+371 11" in dialog.head.accessibleDescription()


def test_a_logo_is_chosen_kept_in_the_file_and_stands_in_the_documents(
    dialog: LetterheadDialog, context: Context, png: Path, answered: Answer, tmp_path: Path, qtbot: QtBot
) -> None:
    answered(png)
    before = dialog.head.height()
    with qtbot.waitSignal(dialog.changed):
        press(button(dialog, "Choose a logo…"), Qt.Key.Key_Return)
    assert dialog.head.height() > before
    context.session.flush()
    kept = context.session.logo(home(context))
    assert picture.read(kept).width() == 600
    dossier = context.session.dossier(context.session.partnership_ids()[0])
    made = paperwork.make("first-letter", dossier, library(), words(), TODAY, kept)
    paperwork.write_word(made, tmp_path / "letter.docx", size="A4")
    head = open_docx(io.BytesIO((tmp_path / "letter.docx").read_bytes())).sections[0].first_page_header
    assert len(list(head._element.iter(f"{W}drawing"))) == 1
    paperwork.write_pdf(made, words(), TODAY, tmp_path / "letter.pdf", family="Roadmap Sans", size="A4")
    assert b"/Image" in (tmp_path / "letter.pdf").read_bytes()


def test_a_logo_can_be_taken_away_and_undone(
    dialog: LetterheadDialog, context: Context, png: Path, qtbot: QtBot
) -> None:
    dialog.take(png)
    context.session.flush()
    with qtbot.waitSignal(context.session.changed):
        click(button(dialog, "Remove the logo"))
    assert context.session.logo(home(context)) == b""
    with qtbot.waitSignal(context.session.changed):
        context.session.undo()
    assert context.session.logo(home(context))


@pytest.mark.parametrize("data", [b"<svg/>", b"", b"\x89PNG\r\n\x1a\n nonsense", b"GIF89a..."])
def test_what_is_no_picture_is_said_and_changes_nothing(
    dialog: LetterheadDialog, context: Context, data: bytes, tmp_path: Path, answered: Answer
) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(data)
    answered(path)
    click(button(dialog, "Choose a logo…"))
    assert any("PNG or JPEG" in text for text in texts(dialog))
    context.session.flush()
    assert context.session.logo(home(context)) == b""


def test_a_hostile_logo_that_came_in_a_file_is_left_out(context: Context, tmp_path: Path) -> None:
    data = b"\x89PNG\r\n\x1a\n" + b"\xff" * 500
    context.session.save([logo_edit(home(context), content_key(data).hex(), len(data))], [data])
    context.session.flush()
    dossier = context.session.dossier(context.session.partnership_ids()[0])
    made = paperwork.make(
        "first-letter", dossier, library(), words(), TODAY, context.session.logo(home(context))
    )
    assert made.letterhead is not None
    assert made.letterhead.logo == b""


def test_the_letterhead_in_a_document_leads_here(context: Context, shown: Shown, qtbot: QtBot) -> None:
    page = DocumentsPage(context)
    shown(page)
    with qtbot.waitSignal(page.shown):
        page.show_place(Place("documents", context.session.partnership_ids()[0], document="first-letter"))
    page.paper.setCurrentIndex(page.lines.index(0))
    press(page.paper, Qt.Key.Key_Return)
    [found] = page.findChildren(LetterheadDialog)
    assert found.isVisible()
    found.close()


def test_everything_has_a_name_and_nothing_is_cut(dialog: LetterheadDialog, png: Path) -> None:
    dialog.take(png)
    assert nameless(dialog) == []
    assert cut(dialog) == []
