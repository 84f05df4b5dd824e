"""A filled template of the user's read back as a document, for the preview and for paper; reads text, no looks."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from roadmap_desktop.documents.document import (
    Block,
    Document,
    Letterhead,
    Paragraph,
    Run,
    Signatures,
    Source,
    Style,
    Table,
)
from roadmap_desktop.documents.markers import Trace

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph

_STYLES: Final[dict[str, Style]] = {
    "Title": "title", "Heading 1": "heading", "Heading 2": "heading", "Heading 3": "heading", "List Bullet": "item",
    "List Number": "item", "List Paragraph": "item", "Clause": "clause", "Fact": "fact", "Address": "address",
    "Advice": "advice", "Writing Line": "line",
}  # fmt: skip
_GAP: Final = "Gap"
_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_BRACKETS: Final = ("[…: ", "]")


def read(data: bytes, trace: Trace, like: Document) -> Document:
    """The Word file `data`, filled with `trace`, as a document; its particulars are those of `like`."""
    from docx import Document as open_docx  # noqa: N813, PLC0415 - loaded by now

    opened: Opened = open_docx(io.BytesIO(data))
    blocks = tuple(_blocks(opened, trace))
    titles = (block.text for block in blocks if isinstance(block, Paragraph) and block.style == "title")
    head = _head(opened, trace, like)
    return like._replace(blocks=blocks, letterhead=head, title=next(titles, like.title))


def _blocks(opened: Opened, trace: Trace) -> Iterator[Block]:
    from docx.table import Table as WordTable  # noqa: PLC0415 - loaded by now

    for part in opened.iter_inner_content():
        if isinstance(part, WordTable):
            made = _table(part, trace)
            if made is not None:
                yield made
        else:
            found = _paragraph(part, trace)
            if found.text.strip() or found.style == "line":
                yield found


def _paragraph(part: WordParagraph, trace: Trace) -> Paragraph:
    style = _STYLES.get(part.style.name or "" if part.style else "", "text")
    runs: list[Run] = []
    sources: list[Source] = []
    last: tuple[Source, ...] = ()
    for run in part.runs:
        gap = run.font.highlight_color is not None or run.style.name == _GAP
        strong = bool(run.bold) or run.style.name == "Strong"
        for found, text in trace.read(run.text.replace("\t", " ")):
            sources += found
            last = found or last
            if gap and text:
                runs.append(_gap(text, last))
            elif text:
                runs.append(Run(text, strong=strong and style not in ("title", "heading")))
                last = ()
    return Paragraph(style, tuple(runs), tuple(dict.fromkeys(sources)))


def _gap(text: str, sources: tuple[Source, ...]) -> Run:
    wanted = text.removeprefix(_BRACKETS[0]).removesuffix(_BRACKETS[1])
    return Run(text, gap=True, wanted=wanted, source=sources[0] if sources else None)


def _table(part: WordTable, trace: Trace) -> Table | Signatures | None:
    """A table with its first row as heads; one of a single row is where people sign."""
    rows: list[tuple[str, ...]] = []
    sources: list[Source] = []
    for row in part.rows:
        cells = []
        for cell in row.cells:
            parts = list(trace.read(cell.text))
            sources += [source for found, _ in parts for source in found]
            cells.append("".join(text for _, text in parts).strip())
        rows.append(tuple(cells))
    if not rows:
        return None
    if len(rows) == 1:
        return _signatures(rows[0])
    width = max(map(len, rows))
    heads, *others = ((*row, *("",) * (width - len(row))) for row in rows)
    return Table(heads, tuple(others), (1.0,) * width, sources=tuple(dict.fromkeys(sources)))


def _signatures(cells: Sequence[str]) -> Signatures:
    """Those who sign side by side, or one party with what it fills in side by side."""
    lines = [[line for line in cell.split("\n") if line.strip("_ ")] for cell in cells]
    if all(len(column) > 1 for column in lines):
        return Signatures(tuple(column[0] for column in lines), tuple(lines[0][1:]))
    return Signatures(("",), tuple(line for column in lines for line in column))


def _head(opened: Opened, trace: Trace, like: Document) -> Letterhead | None:
    """What stands at the head of the first page, save the names of those who sign; the logo where there is a picture."""
    section = opened.sections[0]
    head: Any = section.first_page_header if section.different_first_page_header_footer else section.header
    texts = ["".join(text for _, text in trace.read(part.text)).strip() for part in head.paragraphs]
    name, *lines = [text for text in texts if text] or [""]
    if not name or [name, *lines] == [" · ".join(like.between)]:
        return None
    pictured = next(head._element.iter(_PICTURE), None) is not None  # noqa: SLF001 - the library's way to XML
    return Letterhead(name, tuple(lines), like.letterhead.logo if like.letterhead and pictured else b"")
