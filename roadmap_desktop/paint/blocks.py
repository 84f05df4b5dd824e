"""Blocks of a sheet turned into pieces that a page can take; draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from roadmap_desktop.documents import blocks as sheets
from roadmap_desktop.paint import faces
from roadmap_desktop.paint.beside import beside, flow_both
from roadmap_desktop.paint.by_hand import fields, questions, writing
from roadmap_desktop.paint.faces import MM, PT, READING
from roadmap_desktop.paint.pieces import (
    Badge,
    Drawing,
    Frame,
    Letters,
    Op,
    PageNumber,
    Piece,
    Rule,
    Sign,
    flow,
    lines_of,
    right_of,
)
from roadmap_desktop.paint.running import running, sender
from roadmap_desktop.paint.tables import grid, quadrants, table
from roadmap_desktop.paint.track import Track, height_for, layout

INDENT: Final = 9 * MM
"""Where the text of a checkpoint begins: right of the rail."""
RAIL: Final = 2.6 * MM
"""Middle of the rail, the line that joins the checkpoints of a step."""
RADIUS: Final = 4.4 * PT
"""Of a stop on the rail or in a legend."""
_CODE: Final = 16 * MM
_STATE: Final = 28 * MM


def pieces(blocks: Iterable[sheets.Block], frame: Frame) -> Iterator[tuple[int, Piece]]:
    """(rail, piece) of all blocks in their order; the rail is the number of the step whose line runs along it.

    It begins with a step's first checkpoint and ends at the next heading; elsewhere it is -1.
    """
    rail = -1
    for block in blocks:
        if isinstance(block, sheets.Heading) and block.level < 3:
            rail = -1
        elif isinstance(block, (sheets.Point, sheets.Blank)):
            rail = block.step
        left = INDENT if rail >= 0 else 0.0
        for piece in _MAKERS[type(block)](block, frame, left):
            yield rail, piece


def _title(block: sheets.Title, frame: Frame, left: float) -> Iterator[Piece]:
    y = 0.0
    ops: list[Op] = []
    for text, style in ((block.over, faces.EYEBROW), (block.text, faces.DISPLAY), (block.under, faces.LEAD)):
        if text:
            lines = frame.faces.wrap(text, frame.width - left, style)[:20]
            ops += lines_of(lines, left, y, style, frame)
            y += len(lines) * style.line + 1 * PT
    yield Piece(y, tuple(ops), 0, keep=True)


def _heading(block: sheets.Heading, frame: Frame, left: float) -> Iterator[Piece]:
    style = (faces.SIDE, faces.HEADING, faces.TOOL)[block.level - 1]
    before = (13 * MM, 9 * MM, 3.2 * MM)[block.level - 1]
    ops: list[Op] = []
    x = left
    if block.step:
        radius = style.size * 0.72 * PT
        ops.append(Badge(RAIL, style.line / 2, radius, block.step, max(int(block.step) - 1, 0)
                         if block.step.isdecimal() else 0))  # fmt: skip
        x = INDENT
    note = frame.faces.width(block.note, faces.QUIET) if block.note else 0.0
    lines = frame.faces.wrap(block.text, frame.width - x - note - 4 * MM, style)[:20]
    ops += lines_of(lines, x, 0, style, frame)
    if block.note:
        base = frame.faces.drop(style)
        ops.append(Letters(frame.width - note, base, (block.note,), faces.QUIET))
    height = len(lines) * style.line
    if block.level == 1:
        height += 2 * MM
        ops.append(Rule(0, height, frame.width, height, 0.8 * PT, "ink"))
    yield Piece(
        height + (2.6, 2.2, 1.0)[block.level - 1] * MM, tuple(ops), before, keep=True, mark=block.mark
    )


def _contents(block: sheets.Contents, frame: Frame, left: float) -> Iterator[Piece]:
    """A line each, with the page at its end and a rule between them to lead the eye."""
    style, room = faces.BODY, min(frame.width - left, 120 * MM)
    height = style.line + 2.6 * MM
    for mark, name in block.items:
        top = 1.3 * MM
        base = top + frame.faces.drop(style)
        ops: list[Op] = [
            Letters(left, base, (frame.faces.fit(name, room - 14 * MM, style),), style),
            PageNumber(left + room, base, mark, style),
            Rule(left, height, left + room, height, 0.4 * PT, "hairline"),
        ]
        yield Piece(height, tuple(ops), keep=True)
    yield Piece(3 * MM, ())


def _text(block: sheets.Text, frame: Frame, left: float) -> Iterator[Piece]:
    style = faces.QUIET if block.quiet else faces.BODY
    if block.second:
        yield from flow_both((block.text, block.second), left, style, frame, 2 * MM)
    else:
        yield from flow(block.text, left, min(frame.width - left, READING), style, frame, 2 * MM)
    yield Piece(2 * MM, ())


def _parties(block: sheets.Parties, frame: Frame, left: float) -> Iterator[Piece]:
    gap = 8 * MM
    room = (frame.width - left - gap) / 2
    ops: list[Op] = []
    height = 0.0
    for number, (label, name, lines) in enumerate(block.cells):
        x = left + (room + gap) * number
        y = 2.4 * MM
        ops.append(Rule(x, 0, x + room, 0, 0.5 * PT, "hairline"))
        for text, style in (
            (label, faces.HEAD),
            (name, faces.POINT),
            *((line, faces.QUIET) for line in lines),
        ):
            set_in = frame.faces.wrap(text, room, style)[:6]
            ops += lines_of(set_in, x, y, style, frame)
            y += len(set_in) * style.line
        height = max(height, y)
    yield Piece(height, tuple(ops), 6 * MM)


def _line(block: sheets.Line, frame: Frame, left: float) -> Iterator[Piece]:
    tracks = [Track(*track) for track in block.tracks]
    row = 11.5 * PT
    width = frame.width - left
    height = height_for(tracks, texts=True, text_height=row, width=width)
    drawing = layout(tracks, width, height, texts=True, text_height=row)
    yield Piece(height, (Drawing(left, 0, drawing, 1.0),), 9 * MM, keep=True)


def _legend(block: sheets.Legend, frame: Frame, left: float) -> Iterator[Piece]:
    style = faces.QUIET
    ops: list[Op] = []
    x, y = left, 0.0
    step = 5.2 * MM
    for symbol, label in block.items:
        wide = 6.4 * MM + frame.faces.width(label, style)
        if x > left and x + wide > frame.width:
            x, y = left, y + step
        ops.append(Sign(x + 2 * MM, y + step / 2, symbol, 0))
        ops.append(
            Letters(x + 5.2 * MM, y + (step - style.line) / 2 + frame.faces.drop(style), (label,), style)
        )
        x += wide + 4 * MM
    yield Piece(y + step, tuple(ops), 5 * MM)


def _point(block: sheets.Point, frame: Frame, left: float) -> Iterator[Piece]:
    """The row of title, code and state; then facts, the answer's whole text, and what is attached to it."""
    style = faces.POINT
    room = frame.width - left - _CODE - _STATE - 3 * MM
    lines = frame.faces.wrap(block.title, room, style)[:8]
    base = frame.faces.drop(style)
    code = frame.faces.fit(block.code, _CODE, faces.QUIET)
    states = frame.faces.wrap(block.state, _STATE, faces.SMALL)[:3]
    ops: list[Op] = [
        Sign(RAIL, style.line / 2, "", block.step, block.stop),
        *lines_of(lines, left, 0, style, frame),
        Letters(frame.width - _CODE - _STATE, base, (code,), faces.QUIET),
        Letters(frame.width - _STATE, base, states, faces.SMALL),
    ]
    y = max(len(lines) * style.line, style.line + (len(states) - 1) * faces.SMALL.line)
    body = list(_body(block, frame, left))
    if block.facts or block.alarms:
        height, facts = _facts(block, y, left, frame)
        ops += facts
        y += height
    yield Piece(y, tuple(ops), 3.4 * MM, keep=bool(body))
    yield from body


def _facts(block: sheets.Point, y: float, left: float, frame: Frame) -> tuple[float, list[Op]]:
    """Responsible, due and warnings in a row, in as many rows as they need."""
    ops: list[Op] = []
    x, top = left, y
    parts = [(text, faces.ALARM) for text in block.alarms]
    parts += [(f"{label}: {text}", faces.QUIET) for label, text in block.facts]
    for text, style in parts:
        wide = frame.faces.width(text, style)
        if x > left and x + wide > frame.width:
            x, y = left, y + style.line
        lines = frame.faces.wrap(text, frame.width - left, style)
        ops += lines_of(lines, x, y, style, frame)
        y += (len(lines) - 1) * style.line
        x += wide + 4 * MM
    return y + faces.QUIET.line - top, ops


def _body(block: sheets.Point, frame: Frame, left: float) -> Iterator[Piece]:
    """The answer and what is attached to it, what is asked, and room to write, which stays with what stands above it."""
    told = list(_told(block, frame, left))
    if told and (block.writing or block.questions):
        told[-1] = told[-1]._replace(keep=True)
    yield from told
    if block.questions:
        yield from questions(block.questions, left, frame, keep=bool(block.writing))
    if block.writing:
        yield from writing(block.writing, left, frame)


def _told(block: sheets.Point, frame: Frame, left: float) -> Iterator[Piece]:
    room = min(frame.width - left, 158 * MM)
    if block.text:
        yield from flow(block.text, left, room, faces.BODY, frame, 0.9 * MM)
    elif block.missing:
        yield from flow(block.missing, left, room, faces.QUIET, frame, 0.9 * MM)
    for label, text in block.extras:
        yield from _extra(label, text, left, room, frame)


def _extra(label: str, text: str, left: float, room: float, frame: Frame) -> Iterator[Piece]:
    """A labelled text behind a fine bar, set off from the answer."""
    inner = left + 3 * MM
    parts = [
        Piece(faces.HEAD.line, tuple(lines_of([label], inner, 0, faces.HEAD, frame)), 1.6 * MM, keep=True)
    ]
    parts += flow(text, inner, room - 3 * MM, faces.SMALL, frame)
    for part in parts:
        bar = Rule(left + 0.5 * MM, 0, left + 0.5 * MM, part.height, 0.9 * PT, "hairline")
        yield part._replace(ops=(bar, *part.ops))


def _blank(block: sheets.Blank, frame: Frame, left: float) -> Iterator[Piece]:
    """A checkpoint with its questions, space to write, boxes to tick; together on a page where one can hold it."""
    style = faces.POINT
    room = frame.width - left
    lines = frame.faces.wrap(block.title, room - _CODE, style)[:8]
    code = frame.faces.fit(block.code, _CODE, faces.QUIET)
    ops: list[Op] = [
        Sign(RAIL, style.line / 2, "open", block.step),
        *lines_of(lines, left, 0, style, frame),
        right_of(code, frame.width, (style.line - faces.QUIET.line) / 2, faces.QUIET, frame),
    ]
    yield Piece(len(lines) * style.line + 0.8 * MM, tuple(ops), 6 * MM, keep=True)
    yield from questions(block.questions, left, frame, keep=True)
    yield from writing(block.writing, left, frame)


_MAKERS: Final[dict[type[Any], Callable[[Any, Frame, float], Iterator[Piece]]]] = {
    sheets.Title: _title,
    sheets.Heading: _heading,
    sheets.Contents: _contents,
    sheets.Text: _text,
    sheets.Running: running,
    sheets.Sender: sender,
    sheets.Parties: _parties,
    sheets.Line: _line,
    sheets.Legend: _legend,
    sheets.Point: _point,
    sheets.Beside: beside,
    sheets.Table: table,
    sheets.Quadrants: quadrants,
    sheets.Grid: grid,
    sheets.Blank: _blank,
    sheets.Fields: fields,
}
