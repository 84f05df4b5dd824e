"""Documents as Word files, with styles that Word and LibreOffice know; says nothing that the document does not."""

from __future__ import annotations

import datetime as dt
import io
import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from roadmap_desktop.documents.document import (
    Document,
    Letterhead,
    Paragraph,
    Run,
    Signatures,
    Style,
    Table,
    under_clauses,
)
from roadmap_desktop.documents.whole import whole

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.section import Section

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WIDTH: Final = 9071
"""Between the margins of A4, in twentieths of a point: 160 mm."""
_INDENT: Final = 108
"""Room between a cell's edge and its text, so that the frame stands under the text's edge and not beside it."""
_SHORT: Final = 1_000
"""Most characters of a table that is kept on one page."""
_PAPERS: Final = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
_MARGIN_MM: Final = 25.0
_LOGO_MM: Final = 18.0
_LOGO_WIDEST_MM: Final = 80.0
_STYLES: Final[dict[Style, str]] = {
    "title": "Title", "heading": "Heading1", "text": "", "item": "ListBullet", "clause": "Clause", "fact": "Fact",
    "address": "Address", "advice": "Advice", "line": "WritingLine",
}  # fmt: skip
_NUMBER: Final = re.compile(r"(\d+(?:\.\d+)+\.) ")
_LANGUAGES: Final = {"en": "en-GB", "lv": "lv-LV"}
# XML holds no control characters, Word files no others either.
_BANNED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def docx(document: Document, folder: Path, *, paper: str = "A4") -> bytes:
    """`document` as a Word file; `folder` holds the styles."""
    from docx import Document as open_docx  # noqa: N813, PLC0415 - a function; costs as much as opening the app's window
    from docx.oxml import parse_xml  # noqa: PLC0415 - as above

    made: Opened = open_docx()
    _dress(made, folder, document)
    body = made.element.body
    for element in list(parse_xml(f'<w:body xmlns:w="{_MAIN}">{"".join(_body(document))}</w:body>')):
        body.insert_element_before(element, "w:sectPr")
    section = made.sections[0]
    _lay_out(section, paper)
    _foot(section, document)
    if document.letterhead:
        _head(section, document.letterhead)
    elif document.between:
        names = " · ".join(document.between)
        _replace(section.header._element, [_paragraph("Header", _run(names), '<w:jc w:val="right"/>')])  # noqa: SLF001 - the library's way to XML
    return packed(made)


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path` whole or not at all. Raises OSError."""
    with whole(path) as part:
        part.write_bytes(data)


def packed(made: Opened) -> bytes:
    """The Word file's bytes."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


# the file around the text -------------------------------------------------------------------------------


def _dress(made: Opened, folder: Path, document: Document) -> None:
    """Our styles in place of the library's, and the document's own particulars."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - loaded by now

    styles = parse_xml((folder / "styles.xml").read_bytes())
    for language in styles.iter(f"{{{_MAIN}}}lang"):
        language.set(f"{{{_MAIN}}}val", _LANGUAGES.get(document.language, document.language))
    old = made.styles.element
    for child in list(old):
        old.remove(child)
    old.extend(list(styles))
    about = made.core_properties
    about.title, about.author, about.comments = (
        printable(document.title)[:250],
        printable(document.author)[:250],
        "",
    )
    about.last_modified_by, about.language = "", document.language
    about.created = about.modified = dt.datetime.now(dt.UTC).replace(tzinfo=None)


def _lay_out(section: Section, paper: str) -> None:
    from docx.shared import Mm  # noqa: PLC0415 - loaded by now

    width, height = _PAPERS[paper]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(_MARGIN_MM), Mm(width - 160 - _MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(22)
    section.header_distance = section.footer_distance = Mm(11)


def _foot(section: Section, document: Document) -> None:
    """The document's name, and which page of how many."""
    before, _, rest = document.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    field = '<w:fldSimple w:instr="{}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    text = (
        f"{_run(document.title[:70])}<w:r><w:tab/></w:r>{_run(before)}{field.format('PAGE')}"
        f"{_run(between)}{field.format('NUMPAGES')}{_run(after)}"
    )
    feet = [section.footer]
    if document.letterhead:
        section.different_first_page_header_footer = True
        feet.append(section.first_page_footer)
    for foot in feet:
        _replace(foot._element, [f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{text}</w:p>'])  # noqa: SLF001 - the library's way to XML


def _head(section: Section, letterhead: Letterhead) -> None:
    """The letterhead, on the first page only."""
    head = section.first_page_header
    _replace(
        head._element,  # noqa: SLF001 - the library's way to XML
        [
            _paragraph("Sender", _run(letterhead.name)),
            *(_paragraph("Header", _run(line)) for line in letterhead.lines),
            _paragraph("SenderRule", ""),
        ],
    )
    if letterhead.logo:
        from docx.shared import Mm  # noqa: PLC0415 - loaded by now

        width, height = picture_size(letterhead.logo)
        shown = min(_LOGO_MM / height, _LOGO_WIDEST_MM / width)
        picture = head.paragraphs[0].insert_paragraph_before(style="Header").add_run()
        picture.add_picture(io.BytesIO(letterhead.logo), width=Mm(width * shown), height=Mm(height * shown))


def picture_size(png: bytes) -> tuple[int, int]:
    """Width and height of a picture that has been looked through, at least 1 each."""
    width, height = struct.unpack(">II", png[16:24])
    return max(width, 1), max(height, 1)


def _replace(parent: Iterable[object], paragraphs: Iterable[str]) -> None:
    """`paragraphs` in place of all that a header or footer holds."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - loaded by now

    children = list(parse_xml(f'<w:hdr xmlns:w="{_MAIN}">{"".join(paragraphs)}</w:hdr>'))
    parent[:] = children  # type: ignore[index]


# the text -----------------------------------------------------------------------------------------------


def _body(document: Document) -> Iterator[str]:
    """Every block as XML."""
    blocks = document.blocks
    for block, after, under in zip_longest(blocks, blocks[1:], under_clauses(blocks)):
        if isinstance(block, Table):
            yield from _table(block)
        elif isinstance(block, Signatures):
            yield from _signatures(block)
        else:
            style = "ClauseText" if under else _STYLES[block.style]
            next_style = after.style if isinstance(after, Paragraph) else ""
            lead = block.style in ("text", "clause") and block.text.endswith(":")
            lead = lead or (next_style == "address" and block.style in ("address", "text"))
            close = block.style in ("fact", "address") and next_style != block.style
            spaced = '<w:spacing w:after="160"/>' if close else ""
            yield _paragraph(style, "".join(_runs(block)), "<w:keepNext/>" * lead + spaced)


def _runs(block: Paragraph) -> Iterator[str]:
    for number, run in enumerate(block.runs):
        if block.style == "fact" and run.strong and not number:
            yield _run(run.text.rstrip(), "Strong") + "<w:r><w:tab/></w:r>"
        elif block.style == "clause" and not number and (found := _NUMBER.match(run.text)):
            yield f"{_run(found.group(1))}<w:r><w:tab/></w:r>{_run(run.text[found.end() :])}"
        else:
            yield _run(run.text, _character_style(run))


def _character_style(run: Run) -> str:
    return "Gap" if run.gap else "Strong" if run.strong else ""


def printable(text: str) -> str:
    """`text` without what a Word file cannot hold."""
    return _BANNED.sub("", text)


def _run(text: str, style: str = "") -> str:
    lines = printable(text).replace("\t", " ").split("\n")
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{properties}{inner}</w:r>"


def _paragraph(style: str, runs: str, properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


# tables -------------------------------------------------------------------------------------------------


def _table(block: Table) -> Iterator[str]:
    """The heads repeat on every page, no row is torn in two, and a short table stays on one page."""
    total = sum(block.widths)
    widths = [int((_WIDTH - _INDENT) * width / total) for width in block.widths]
    right = block.right
    short = sum(len(cell) for row in block.rows for cell in row) <= _SHORT and len(block.rows) < 20
    last = len(block.rows) - 1
    rows = [_row(block.heads, widths, right, "TableHead", head=True)]
    rows += [
        _row(row, widths, right, "TableText", bound=bool(block.foot) if at == last else short)
        for at, row in enumerate(block.rows)
    ]
    if block.foot:
        rows.append(_row(block.foot, widths, right, "TableFoot"))
    yield _framed("".join(rows), widths, '<w:tblStyle w:val="TableGrid"/>')
    yield _paragraph("TableGap", "")


def _framed(rows: str, widths: list[int], style: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{_INDENT}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(
    cells: Sequence[str],
    widths: list[int],
    right: tuple[int, ...],
    style: str,
    *,
    head: bool = False,
    bound: bool = False,
) -> str:
    """`bound` rows stay with the next one."""
    repeated = "<w:tblHeader/>" if head else ""
    keep = "<w:keepNext/>" if bound else ""
    made = (
        _cell(
            _paragraph(style, _run(text), keep + ('<w:jc w:val="right"/>' if at in right else "")),
            width,
            shaded=head,
        )
        for at, (text, width) in enumerate(zip(cells, widths, strict=False))
    )
    # Rows to be filled in by hand are high enough for a hand.
    height = "" if any(cells) else '<w:trHeight w:val="482"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{''.join(made)}</w:tr>"


def _cell(inner: str, width: int, *, shaded: bool = False) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F4"/>' if shaded else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{inner}</w:tc>'


def _signatures(block: Signatures) -> Iterator[str]:
    """Several parties in columns side by side, one party along a row; together on a page, with room to write."""
    alone = len(block.names) == 1
    columns: list[tuple[str, tuple[str, ...]]] = [(name, block.labels) for name in block.names]
    if alone:
        yield _paragraph("TableHead", _run(block.names[0]))
        columns = [("", (label,)) for label in block.labels]
    widths = [(_WIDTH - _INDENT) // len(columns)] * len(columns)
    line = _run("_" * (30 if len(columns) < 3 else 21))
    cells = []
    for name, labels in columns:
        inner = [] if alone else [_paragraph("TableHead", _run(name))]
        for label in labels:
            inner.append(
                _paragraph("TableText", line, '<w:keepNext/><w:spacing w:before="200" w:after="0"/>')
            )
            inner.append(
                _paragraph("TableText", _run(label), '<w:keepNext/><w:spacing w:before="0" w:after="0"/>')
            )
        cells.append(_cell("".join(inner), widths[0]))
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
    yield _framed(row, widths, "")
    yield _paragraph("TableGap", "")
