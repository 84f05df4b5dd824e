"""Documents made and written to files, for the windows and the command line alike; what they say is the documents' affair."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from roadmap_desktop import paths
from roadmap_desktop.documents import build, paper, word
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import FolderUnwritable, PictureForeign
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.words import Words
from roadmap_desktop.store import file as files

if TYPE_CHECKING:
    from roadmap_desktop.documents.blocks import Sheet
    from roadmap_desktop.documents.document import Document

WORD: Final = ".docx"
PDF: Final = ".pdf"


def make(
    name: str, dossier: Dossier, library: Library, words: Words, today: str, logo: bytes = b""
) -> Document:
    """The document `name`, filled from `dossier` in the language of `words`.

    `logo` is our organisation's, as it stands in the file; one that is no picture is left out. Raises KeyError for an
    unknown name.
    """
    return build.build(name, dossier, library, words, paths.DOCUMENTS, today, _sound(logo))


def make_own(
    template: Path, name: str, dossier: Dossier, library: Library, words: Words, today: str, logo: bytes = b""
) -> Document:
    """As `make`, with the words of the user's own `template`; for the preview and for paper.

    Raises TemplateForeign, TemplateBroken, and what the system says.
    """
    from roadmap_desktop.documents import filling, reading  # noqa: PLC0415 - for those who have one
    from roadmap_desktop.documents.markers import Trace  # noqa: PLC0415 - as above

    trace = Trace()
    with files.translating(template):
        data = filling.fill(template, name, dossier, library, words, paths.DOCUMENTS, today, trace)
    return reading.read(data, trace, make(name, dossier, library, words, today, logo))


def sheet(document: Document, words: Words, today: str) -> Sheet:
    """`document` as pages for a printer or a PDF file."""
    printed = words("sheet", "printed", date=words.date(today))
    return paper.sheet(document, words("document", document.name), printed, advice=False)


def write_word(document: Document, out: Path, *, size: str) -> None:
    """Write `document` into the Word file `out`. Raises what the system says."""
    _save(word.docx(document, paths.DOCUMENTS, paper=size), out)


def write_filled(
    template: Path, name: str, dossier: Dossier, library: Library, words: Words, today: str, out: Path
) -> None:
    """Write the user's own `template` of the document `name`, filled, into the Word file `out`.

    Raises TemplateForeign, TemplateBroken, and what the system says.
    """
    from roadmap_desktop.documents import filling  # noqa: PLC0415 - for those who have one

    with files.translating(template):
        data = filling.fill(template, name, dossier, library, words, paths.DOCUMENTS, today)
    _save(data, out)


def write_template(
    name: str, form: str, library: Library, words: Words, out: Path, size: str, logo: bytes = b""
) -> None:
    """Write the document `name` with markers in place of answers, for the user to change, into the Word file `out`."""
    from roadmap_desktop.documents import template as templates  # noqa: PLC0415 - for those who want one

    walked = library.form(form, words.language)
    _save(templates.make(name, walked, words, paths.DOCUMENTS, paper=size, logo=_sound(logo)), out)


def write_pdf(document: Document, words: Words, today: str, out: Path, *, family: str, size: str) -> None:
    """Write `document` into the PDF file `out`. Qt must be able to draw."""
    from roadmap_desktop.paint import pdf  # noqa: PLC0415 - slow, and nothing without Qt

    made = sheet(document, words, today)
    pdf.write_pdf([made], out, paper=size, family=family, title=document.title)


def read_logo(path: Path) -> bytes:
    """The picture `path` as a logo: small, plain, without anything hidden in it. Raises PictureForeign, OSError's kin."""
    from roadmap_desktop.paint import picture  # noqa: PLC0415 - Qt, for those who have one

    with files.translating(path):
        if path.stat().st_size > picture.LARGEST:
            raise PictureForeign(path=path)
        data = path.read_bytes()
    try:
        return picture.cleaned(data)
    except ValueError as error:
        raise PictureForeign(path=path) from error


def _sound(logo: bytes) -> bytes:
    """What came in a file is looked through each time before anything is made of it."""
    if not logo:
        return b""
    from roadmap_desktop.paint import picture  # noqa: PLC0415 - Qt, for those who have one

    try:
        return picture.cleaned(logo)
    except ValueError:
        return b""


def _save(data: bytes, out: Path) -> None:
    """Write the file whole or not at all. Raises what the system says, of the folder where that is not there."""
    with files.translating(out):
        try:
            word.save(data, out)
        except FileNotFoundError as error:
            raise FolderUnwritable(path=out.parent) from error
