"""Room to write by hand turned into pieces: questions, lines, fields and boxes to tick; draws nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from roadmap_desktop.documents import blocks as sheets
from roadmap_desktop.paint import faces
from roadmap_desktop.paint.beside import flow_both
from roadmap_desktop.paint.faces import MM, PT, READING, Style
from roadmap_desktop.paint.pieces import Box, Frame, Letters, Op, Piece, Rule, flow, lines_of

_WRITE: Final = 8 * MM
"""From one line to write on to the next."""


def fields(block: sheets.Fields, frame: Frame, left: float) -> Iterator[Piece]:
    """Labels with a line each."""
    yield Piece(9 * MM, tuple(_write_fields(block.labels, left, 0, frame)), 1 * MM, keep=True)


def _write_fields(labels: Sequence[str], left: float, y: float, frame: Frame) -> Iterator[Op]:
    gap = 6 * MM
    room = (frame.width - left - gap * (len(labels) - 1)) / max(len(labels), 1)
    base = y + 9 * MM
    for number, label in enumerate(labels):
        x = left + (room + gap) * number
        yield Letters(x, base - 0.6 * MM, (label,), faces.HEAD)
        start = x + frame.faces.width(label, faces.HEAD) + 2 * MM
        yield Rule(min(start, x + room), base, x + room, base, 0.5 * PT, "border")


def questions(block: sheets.Questions, left: float, frame: Frame, *, keep: bool) -> Iterator[Piece]:
    """Each question behind a dot, then the hint; the second language beside the first."""
    room = frame.width - left
    found: list[Piece] = []
    for one, other in zip_longest(block.items, block.second, fillvalue=""):
        if other:
            found += flow_both((one, other), left, faces.SMALL, frame, bullet=True)
        else:
            found.append(_bullet(one, left, room, faces.SMALL, frame))
    if block.hint and block.second_hint:
        found += flow_both((block.hint, block.second_hint), left, faces.QUIET, frame, 1 * MM)
    elif block.hint:
        found += flow(block.hint, left, min(room, READING), faces.QUIET, frame, 1 * MM)
    last = len(found) - 1
    for number, part in enumerate(found):
        yield part._replace(keep=keep or number < last)


def writing(block: sheets.Writing, left: float, frame: Frame) -> Iterator[Piece]:
    """Lines, fields and boxes, together; what a page has to spare becomes more lines."""
    for number in range(block.lines):
        rule = Rule(left, _WRITE, frame.width, _WRITE, 0.4 * PT, "hairline")
        yield Piece(_WRITE, (rule,), 0.0 if number else 1 * MM, keep=True, grow=number == block.lines - 1)
    yield Piece(9 * MM, tuple(_write_fields(block.fields, left, 0, frame)), 1 * MM, keep=True)
    height, ops = _boxes(block.boxes, left, frame)
    yield Piece(height + 1 * MM, tuple(ops), 2.6 * MM)


def _bullet(text: str, left: float, room: float, style: Style, frame: Frame) -> Piece:
    lines = frame.faces.wrap(text, min(room, READING) - 3 * MM, style)
    ops = [*lines_of(["•"], left, 0, style, frame), *lines_of(lines, left + 3 * MM, 0, style, frame)]
    return Piece(len(lines) * style.line, tuple(ops))


def _boxes(labels: Sequence[str], left: float, frame: Frame) -> tuple[float, list[Op]]:
    """Boxes to tick with their labels, in as many rows as they need, and how high they are."""
    size, line = 2.9 * MM, faces.SMALL.line
    ops: list[Op] = []
    x, y = left, 0.0
    for label in labels:
        wide = size + 1.6 * MM + frame.faces.width(label, faces.SMALL)
        if x > left and x + wide > frame.width:
            x, y = left, y + line + 1 * MM
        ops.append(Box(x, y + (line - size) / 2, size, size))
        ops.append(Letters(x + size + 1.6 * MM, y + frame.faces.drop(faces.SMALL), (label,), faces.SMALL))
        x += wide + 6.4 * MM
    return y + line, ops
