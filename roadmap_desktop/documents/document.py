"""What a document is made of: paragraphs, tables and signatures that say where they come from; not how they look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

Style: TypeAlias = Literal[
    "title", "heading", "text", "item", "clause", "fact", "address", "advice", "line"
]  # fmt: skip
"""`clause` begins with its number; `fact` with its label; `advice` is for the writer, not for the reader; `line` is
empty space to write on by hand."""


class Source(NamedTuple):
    """Where words come from. `sort` checkpoint, tool, organisation, partnership, meeting or today; `key` a checkpoint's id, a
    tool's kind or an organisation's field; `side` "ours", "theirs" or "".
    """

    sort: str
    key: str = ""
    side: str = ""


class Run(NamedTuple):
    """A stretch of text. A `gap` stands where nothing is known yet: `wanted` is what, `source` where it would come from.

    A gap without a source is for a person to fill in by hand.
    """

    text: str
    strong: bool = False
    gap: bool = False
    wanted: str = ""
    source: Source | None = None


class Paragraph(NamedTuple):
    """Text of one style, and all that it was filled from, in order."""

    style: Style
    runs: tuple[Run, ...]
    sources: tuple[Source, ...] = ()

    @property
    def text(self) -> str:
        """All of it as one text."""
        return "".join(run.text for run in self.runs)

    @property
    def gap(self) -> bool:
        """Something in it is not known yet."""
        return any(run.gap for run in self.runs)


class Table(NamedTuple):
    """Rows under heads that repeat on every page. `widths` are parts; `right` the columns of numbers; `foot` sums."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    right: tuple[int, ...] = ()
    foot: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


class Signatures(NamedTuple):
    """Who signs, side by side, and what each of them fills in by hand."""

    names: tuple[str, ...]
    labels: tuple[str, ...]


class Letterhead(NamedTuple):
    """The sender at the head of the first page; `logo` is a picture (PNG) that has been looked through, b"" for none."""

    name: str
    lines: tuple[str, ...]
    logo: bytes = b""


Block: TypeAlias = Paragraph | Table | Signatures


def under_clauses(blocks: Iterable[Block]) -> Iterator[bool]:
    """Whether each block is text that an agreement's clause is filled with: it stands under the clause's text, not its number."""
    under = False
    for block in blocks:
        if isinstance(block, Paragraph):
            under = block.style == "clause" or (under and block.style in ("text", "item"))
            yield under and block.style == "text"
        else:
            yield False


class Document(NamedTuple):
    """A filled document. `page` holds the places {page} and {pages}; `author` is our organisation.

    What one party writes bears its `letterhead`; what several sign names them all at the head of each page: `between`.
    """

    name: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    page: str
    author: str = ""
    letterhead: Letterhead | None = None
    between: tuple[str, ...] = ()

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is still missing, in the document's order, each once."""
        return tuple(dict.fromkeys(run.text for run in self._runs() if run.gap))

    def _runs(self) -> Iterator[Run]:
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield from block.runs
