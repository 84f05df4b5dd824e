"""A partnership proposal to .docx, against docxtpl writing the same bare paragraphs in the same run."""

from __future__ import annotations

import io
import struct
import time
import zlib
from collections.abc import Callable

from docx import Document as open_docx  # noqa: N813 - a function
from docxtpl import DocxTemplate

from roadmap_desktop.documents import build as building
from roadmap_desktop.documents.document import Document, Paragraph, Table
from roadmap_desktop.documents.word import docx
from tests.benchmarks import Row
from tests.builders import RESOURCES, TODAY, full_dossier, library, words

ROUNDS = 30
BOUND = 1.5
_FOLDER = RESOURCES / "documents"


def run() -> list[Row]:
    """Reading the pattern and filling it is in our time, the letterhead with its logo too; opening and saving in both."""
    found = full_dossier(both=True)
    logo = _logo()

    def proposal() -> Document:
        return building.build("partnership-proposal", found, library(), words(), _FOLDER, TODAY, logo)

    bare = _template(proposal())
    values = {f"p{number}": text for number, text in enumerate(_texts(proposal()))}
    ours = theirs = 0.0
    _docxtpl(bare, values)
    docx(proposal(), _FOLDER)
    for _ in range(ROUNDS):
        ours += _timed(lambda: docx(proposal(), _FOLDER))
        theirs += _timed(lambda: _docxtpl(bare, values))
    note = f"{1000 * ours / ROUNDS:.0f} ms against {1000 * theirs / ROUNDS:.0f} ms"
    return [Row("partnership proposal to .docx ÷ docxtpl", ours / theirs, BOUND, note)]


def _logo() -> bytes:
    """A picture of 600 × 240 pixels, as a letterhead bears it (PNG)."""
    body = zlib.compress(bytes(240 * (1 + 600 * 3)))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 600, 240, 8, 2, 0, 0, 0)), (b"IDAT", body), (b"IEND", b""))
    parts = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _texts(document: Document) -> list[str]:
    """Every paragraph and cell."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found += [cell for row in (block.heads, *block.rows, block.foot) for cell in row]
    return found


def _template(document: Document) -> bytes:
    """A bare template: one marker a paragraph, nothing around them."""
    made = open_docx()
    for number in range(len(_texts(document))):
        made.add_paragraph(f"{{{{ p{number} }}}}")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _docxtpl(bare: bytes, values: dict[str, str]) -> bytes:
    filled = DocxTemplate(io.BytesIO(bare))
    filled.render(values, autoescape=True)
    stream = io.BytesIO()
    filled.save(stream)
    return stream.getvalue()


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
