"""What `document` does: one document of a partnership into a Word or PDF file; the texts are the documents' affair."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from roadmap_desktop import paths
from roadmap_desktop.documents import build, paper, word
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import PictureForeign, UnknownDocument
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.words import Words
from roadmap_desktop.store import file as files

if TYPE_CHECKING:
    from roadmap_desktop.documents.document import Document

MAGIC: Final = {".docx": b"PK\x03\x04", ".pdf": b"%PDF-"}
"""Endings of what can be made, and how such files begin."""


def check_name(name: str, words: Words) -> None:
    """Raise UnknownDocument unless there is a document of that name."""
    if name not in build.names(words):
        raise UnknownDocument(name=name, known=build.names(words))


def make(name: str, dossier: Dossier, words: Words, today: str) -> Document:
    """The document `name`, filled."""
    return build.build(name, dossier, Library(paths.FORMS), words, paths.DOCUMENTS, today)


def write_word(
    document: Document,
    dossier: Dossier,
    words: Words,
    today: str,
    out: Path,
    *,
    template_file: Path | None,
    logo: Path | None,
    size: str,
) -> None:
    """Write `document`, or the user's own `template_file` filled in its place, into the Word file `out`.

    Raises TemplateForeign, TemplateBroken, PictureForeign, and what the system says.
    """
    if template_file is not None:
        from roadmap_desktop.documents import filling  # noqa: PLC0415 - for those who have one

        with files.translating(template_file):
            data = filling.fill(
                template_file, document.name, dossier, Library(paths.FORMS), words, paths.DOCUMENTS, today
            )
    else:
        try:
            with files.translating(logo or out):
                data = word.docx(document, paths.DOCUMENTS, paper=size, logo=logo)
        except ValueError as error:
            raise PictureForeign(path=logo or out) from error
    with files.translating(out):
        word.save(data, out)


def write_template(name: str, form: str, words: Words, out: Path, size: str) -> None:
    """Write the document `name` with markers in place of answers, for the user to change, into the Word file `out`."""
    from roadmap_desktop.documents import template as templates  # noqa: PLC0415 - for those who want one

    walked = Library(paths.FORMS).form(form, words.language)
    with files.translating(out):
        word.save(templates.make(name, walked, words, paths.DOCUMENTS, paper=size), out)


def write_pdf(document: Document, words: Words, today: str, out: Path, *, family: str, size: str) -> None:
    """Write `document` into the PDF file `out`. Qt must be able to draw."""
    from roadmap_desktop.paint import pdf  # noqa: PLC0415 - needs what `draw` has found to be there

    printed = words("sheet", "printed", date=words.date(today))
    sheet = paper.sheet(document, words("document", document.name), printed, advice=False)
    pdf.write_pdf([sheet], out, paper=size, family=family, title=document.title)
