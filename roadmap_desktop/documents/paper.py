"""Documents as sheets, for the preview, the printer and PDF files; the same words as in the Word file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roadmap_desktop.documents import blocks
from roadmap_desktop.documents.document import Block, Document, Paragraph, Signatures, Table, under_clauses

AGREEMENTS: Final = ("memorandum", "cooperation-agreement")
"""Documents whose advice, to ask a lawyer first, stays with them on paper."""
_ITEM_MM: Final = 5.0
_CLAUSE_MM: Final = 11.0
_FACT_MM: Final = 40.0
"""How far the text stands in from what hangs beside it."""


def sheet(
    document: Document, file_name: str, printed: str, level: str = "", *, advice: bool = True
) -> blocks.Sheet:
    """`document` as a sheet; `printed` and `level` stand in its footer.

    Without `advice` what is said to the writer is left out, since nobody can delete it from paper; agreements keep it.
    """
    if not advice and document.name not in AGREEMENTS:
        kept = (one for one in document.blocks if not (isinstance(one, Paragraph) and one.style == "advice"))
        document = document._replace(blocks=tuple(kept))
    made = tuple(_sheet_blocks(document))
    footer = blocks.Footer(file_name, printed, level, document.page)
    return blocks.Sheet(document.name, document.title, document.language, made, footer)


def _sheet_blocks(document: Document) -> Iterator[blocks.Block]:
    if document.letterhead:
        yield blocks.Sender(*document.letterhead)
    # A letter begins with an address; its title is a line among others.
    letter = any(_style(block) == "address" for block in document.blocks)
    styles = ["", *map(_style, document.blocks), ""]
    for at, (block, under) in enumerate(zip(document.blocks, under_clauses(document.blocks), strict=True)):
        if not isinstance(block, Paragraph):
            yield from _other(block)
            continue
        made = _paragraph(block, letter=letter, under=under)
        if isinstance(made, blocks.Running):
            # Facts and the lines of an address stand close together; what ends with a colon leads to the next.
            close = block.style == styles[at] and block.style in ("fact", "address")
            keep = block.text.endswith(":") or (
                styles[at + 2] == "address" and block.style in ("address", "text")
            )
            made = made._replace(close=close, keep=keep)
        yield made


def _style(block: Block) -> str:
    return block.style if isinstance(block, Paragraph) else ""


def _other(block: Table | Signatures) -> Iterator[blocks.Block]:
    if isinstance(block, Signatures):
        for name in block.names:
            yield blocks.Heading(3, name)
            yield blocks.Fields(block.labels)
    else:
        # Rows to be filled in by hand are high enough for a hand.
        rows = tuple(row if any(row) else ("\n\n", *row[1:]) for row in block.rows)
        yield blocks.Table(block.heads, rows, block.widths, block.right, block.foot)


def _paragraph(block: Paragraph, *, letter: bool, under: bool) -> blocks.Block:
    spans = tuple(blocks.Span(run.text, run.strong, run.gap) for run in block.runs)
    match block.style:
        case "title":
            return blocks.Heading(2, block.text) if letter else blocks.Title("", block.text)
        case "heading":
            return blocks.Heading(3 if letter else 2, block.text)
        case "advice":
            return blocks.Text(block.text, quiet=True)
        case "line":
            return blocks.Fields(("",))
        case "item":
            return blocks.Running(spans, blocks.Span("•"), _ITEM_MM)
        case "fact" if spans and spans[0].strong:
            return blocks.Running(spans[1:], spans[0], _FACT_MM)
        case "clause":
            number, _, text = spans[0].text.partition(" ")
            return blocks.Running((spans[0]._replace(text=text), *spans[1:]), blocks.Span(number), _CLAUSE_MM)
    return blocks.Running(spans, room=_CLAUSE_MM if under else 0.0)
