"""Documents as sheets, for the preview, the printer and PDF files; the same words as in the Word file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from roadmap_desktop.documents import blocks
from roadmap_desktop.documents.document import Block, Document, Paragraph, Signatures

AGREEMENTS: Final = ("memorandum", "cooperation-agreement")
"""Documents whose advice, to ask a lawyer first, stays with them on paper."""


def sheet(
    document: Document, file_name: str, printed: str, level: str = "", *, advice: bool = True
) -> blocks.Sheet:
    """`document` as a sheet; `printed` and `level` stand in its footer.

    Without `advice` what is said to the writer is left out, since nobody can delete it from paper; agreements keep it.
    """
    if not advice and document.name not in AGREEMENTS:
        kept = (one for one in document.blocks if not (isinstance(one, Paragraph) and one.style == "advice"))
        document = document._replace(blocks=tuple(kept))
    made = tuple(block for part in _parts(document) for block in part)
    footer = blocks.Footer(file_name, printed, level, document.page)
    return blocks.Sheet(document.name, document.title, document.language, made, footer)


def _parts(document: Document) -> Iterator[Iterator[blocks.Block]]:
    """Facts and the lines of an address stand close together: one text each run of them."""
    if document.letterhead:
        yield iter(
            [
                blocks.Heading(3, document.letterhead.name),
                blocks.Text("\n".join(document.letterhead.lines), quiet=True),
                blocks.Text(""),
            ]
        )
    # A letter begins with an address; its title is a line among others.
    letter = any(isinstance(block, Paragraph) and block.style == "address" for block in document.blocks)
    for style, run in groupby(document.blocks, _closeness):
        if style:
            yield iter([blocks.Text("\n".join(block.text for block in run if isinstance(block, Paragraph)))])
        else:
            yield from (_block(block, letter=letter) for block in run)


def _closeness(block: Block) -> str:
    return block.style if isinstance(block, Paragraph) and block.style in ("fact", "address") else ""


def _block(block: Block, *, letter: bool) -> Iterator[blocks.Block]:
    if isinstance(block, Paragraph):
        yield from _paragraph(block, letter=letter)
    elif isinstance(block, Signatures):
        for name in block.names:
            yield blocks.Heading(3, name)
            yield blocks.Fields(block.labels)
    else:
        # Rows to be filled in by hand are high enough for a hand.
        rows = tuple(row if any(row) else ("\n\n", *row[1:]) for row in block.rows)
        yield blocks.Table(block.heads, rows, block.widths, block.right, block.foot)


def _paragraph(block: Paragraph, *, letter: bool) -> Iterator[blocks.Block]:
    match block.style:
        case "title":
            yield blocks.Heading(2, block.text) if letter else blocks.Title("", block.text)
        case "heading":
            yield blocks.Heading(3 if letter else 2, block.text)
        case "item":
            yield blocks.Text(f"•  {block.text}")
        case "line":
            yield blocks.Fields(("",))
        case style:
            yield blocks.Text(block.text, quiet=style == "advice")
