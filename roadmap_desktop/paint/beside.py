"""Two texts side by side turned into pieces, line by line, the words that differ underlined; draws nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from roadmap_desktop.documents import blocks as sheets
from roadmap_desktop.paint import faces
from roadmap_desktop.paint.faces import MM, PT, Style
from roadmap_desktop.paint.pieces import Frame, Op, Piece, Rule, lines_of, right_of

_GAP: Final = 7 * MM
_BULLET: Final = 3 * MM
_UNDER: Final = 0.14
"""How far below the baseline a differing word is underlined, as a part of the line."""


def flow_both(
    texts: tuple[str, str],
    left: float,
    style: Style,
    frame: Frame,
    before: float = 0.0,
    *,
    bullet: bool = False,
) -> Iterator[Piece]:
    """Two texts in columns; with `bullet` each begins behind a dot."""
    indent = _BULLET if bullet else 0.0
    columns = _columns(left, frame)
    found = [
        frame.faces.wrap(text, wide - indent, style) for text, (_, wide) in zip(texts, columns, strict=True)
    ]
    rows: list[list[Op]] = []
    for number, lines in enumerate(zip_longest(*found, fillvalue="")):
        ops: list[Op] = []
        for (x, _), line in zip(columns, lines, strict=True):
            if bullet and not number:
                ops += lines_of(["•"], x, 0, style, frame)
            ops += lines_of([line], x + indent, 0, style, frame) if line else []
        rows.append(ops)
    yield from _pieces(rows, style.line, before)


def beside(block: sheets.Beside, frame: Frame, left: float) -> Iterator[Piece]:
    """The subject with what is said of it, whose text is whose, and both texts in columns."""
    said_style = faces.STRONG if block.strong else faces.QUIET
    said = frame.faces.width(block.said, said_style)
    lines = frame.faces.wrap(block.title, frame.width - left - said - 4 * MM, faces.POINT)[:8]
    top: list[Op] = [*lines_of(lines, left, 0, faces.POINT, frame)]
    top.append(right_of(block.said, frame.width, (faces.POINT.line - said_style.line) / 2, said_style, frame))
    yield Piece(len(lines) * faces.POINT.line + 0.6 * MM, tuple(top), 4.4 * MM, keep=True)
    columns = _columns(left, frame)
    heads = [
        frame.faces.wrap(column.head, wide, faces.HEAD)
        for column, (_, wide) in zip(block.columns, columns, strict=True)
    ]
    ops: list[Op] = []
    for (x, wide), head in zip(columns, heads, strict=True):
        ops.append(Rule(x, 0, x + wide, 0, 0.4 * PT, "hairline"))
        ops += lines_of(head, x, 0.8 * MM, faces.HEAD, frame)
    yield Piece(max(map(len, heads)) * faces.HEAD.line + 1 * MM, tuple(ops), 0.6 * MM, keep=True)
    rows = [_set(column, x, wide, frame) for column, (x, wide) in zip(block.columns, columns, strict=True)]
    yield from _pieces(
        [one + other for one, other in zip_longest(*rows, fillvalue=[])], faces.BODY.line, 0.6 * MM
    )


def _columns(left: float, frame: Frame) -> tuple[tuple[float, float], tuple[float, float]]:
    """Left edge and width of both columns."""
    wide = (frame.width - left - _GAP) / 2
    return (left, wide), (left + wide + _GAP, wide)


def _pieces(rows: Sequence[list[Op]], line: float, before: float) -> Iterator[Piece]:
    """Rows of one line each, never one alone at the end or the beginning of a page."""
    last = len(rows) - 1
    for number, ops in enumerate(rows):
        keep = number < last and number in {0, last - 1}
        yield Piece(line, tuple(ops), 0.0 if number else before, keep=keep)


def _set(column: sheets.Column, x: float, wide: float, frame: Frame) -> list[list[Op]]:
    """A column's text, a list of what to draw for each line."""
    text = "".join(part for part, _ in column.text)
    if not text.strip():
        return [lines_of([column.missing], x, 0, faces.QUIET, frame)]
    style = faces.BODY
    lines = frame.faces.wrap(text, wide, style)
    marks = _marks(column.text)
    return [
        [*lines_of([line], x, 0, style, frame), *_underlined(line, marks, x, style, frame)] for line in lines
    ]


def _marks(text: Sequence[tuple[str, bool]]) -> Iterator[bool]:
    """Of each letter that is no blank, whether it differs."""
    return (differs for part, differs in text for letter in part if letter not in " \n")


def _underlined(line: str, marks: Iterator[bool], x: float, style: Style, frame: Frame) -> Iterator[Op]:
    """A rule under each run of words that differ; `marks` gives up as many as the line has letters."""
    y = frame.faces.drop(style) + _UNDER * style.line
    space = frame.faces.width(" ", style)
    start = end = x
    run = False
    for word in line.split(" "):
        wide = frame.faces.width(word, style)
        differs = sum(next(marks) for _ in word) > 0
        if run and not differs:
            yield Rule(start, y, end, y, 0.5 * PT, "ink")
        if differs and not run:
            start = x
        run, end = differs, x + wide
        x += wide + space
    if run:
        yield Rule(start, y, end, y, 0.5 * PT, "ink")
