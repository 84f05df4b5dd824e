"""Blocks of a sheet turned into pieces that a page can take: where each letter and rule lies; draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from roadmap_desktop.documents import sheets
from roadmap_desktop.domain.progress import Stop
from roadmap_desktop.paint import faces
from roadmap_desktop.paint.faces import MM, PT, Faces, Style
from roadmap_desktop.paint.line import LineLayout, Track, height_for, layout

INDENT: Final = 9 * MM
"""Where the text of a checkpoint begins: right of the rail."""
RAIL: Final = 2.6 * MM
"""Middle of the rail, the line that joins the checkpoints of a step."""
RADIUS: Final = 4.4 * PT
_CODE: Final = 36 * MM
_STATE: Final = 26 * MM
_WHOLE: Final = 5
"""A paragraph of so many lines stays together."""
_CELL: Final = 1.3 * MM
_WRITE: Final = 8 * MM


class Letters(NamedTuple):
    """A line of text; (x, y) is the left end of its baseline."""

    x: float
    y: float
    text: str
    style: Style


class Rule(NamedTuple):
    """A straight line; `width` in dots, `colour` a name of Theme."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str


class Box(NamedTuple):
    """An empty rectangle with a fine edge."""

    x: float
    y: float
    width: float
    height: float


class Sign(NamedTuple):
    """A symbol of the line with its middle at (x, y): a state's, or a stop with all its marks."""

    x: float
    y: float
    kind: str
    step: int
    stop: Stop | None = None


class Badge(NamedTuple):
    """A step's number on its colour, centred at (x, y)."""

    x: float
    y: float
    radius: float
    text: str
    step: int


class Drawing(NamedTuple):
    """A transit line, scaled."""

    x: float
    y: float
    line: LineLayout
    scale: float


Op: TypeAlias = Letters | Rule | Box | Sign | Badge | Drawing


class Piece(NamedTuple):
    """What a page takes whole or not at all; its drawing lies relative to its own top left.

    `before` is the air above it, lost at a page's top; `keep` binds it to the next piece; `head` is repeated above
    it on a new page; `rail` is the number of the step whose rail runs along it, -1 for none; one that may `grow`
    is repeated where a page has room to spare.
    """

    height: float
    ops: tuple[Op, ...]
    before: float = 0.0
    keep: bool = False
    head: Piece | None = None
    rail: int = -1
    grow: bool = False


class Frame(NamedTuple):
    """What a block is set in: the faces, the width and the height of the page's text."""

    faces: Faces
    width: float
    height: float


def pieces(blocks: Iterable[sheets.Block], frame: Frame) -> Iterator[Piece]:
    """The pieces of all blocks in their order. After a step's heading the rail runs until the next heading."""
    rail = -1
    first = True
    for block in blocks:
        if isinstance(block, sheets.Heading) and block.level < 3:
            rail = -1
        if isinstance(block, sheets.Point | sheets.Blank):
            rail = block.step
        left = INDENT if rail >= 0 else 0.0
        for piece in _MAKERS[type(block)](block, frame, left):
            yield piece._replace(rail=rail, before=0.0 if first else piece.before) if rail >= 0 or first else piece
            first = False


# ------------------------------------------------------------------------------------------- helpers


def _lines(lines: Sequence[str], x: float, y: float, style: Style, frame: Frame) -> list[Op]:
    """`lines` set one under the other from the top `y`."""
    base = y + frame.faces.drop(style)
    step = style.line
    return [Letters(x, base + index * step, text, style) for index, text in enumerate(lines) if text]


def _right(text: str, x: float, y: float, style: Style, frame: Frame) -> Op:
    """`text` that ends at `x`, in the line from the top `y`."""
    return Letters(x - frame.faces.width(text, style), y + frame.faces.drop(style), text, style)


def flow(text: str, x: float, room: float, style: Style, frame: Frame, before: float = 0.0) -> Iterator[Piece]:
    """A text of any length as pieces: short ones whole, long ones by the line, never one line alone."""
    lines = frame.faces.wrap(text, room, style)
    if len(lines) <= _WHOLE:
        yield Piece(len(lines) * style.line, tuple(_lines(lines, x, 0, style, frame)), before)
        return
    parts = [lines[:2], *([line] for line in lines[2:-2]), lines[-2:]]
    for index, part in enumerate(parts):
        ops = tuple(_lines(part, x, 0, style, frame))
        yield Piece(len(part) * style.line, ops, before if index == 0 else 0.0)


# ------------------------------------------------------------------------------------------ the blocks


def _title(block: sheets.Title, frame: Frame, left: float) -> Iterator[Piece]:
    y = 0.0
    ops: list[Op] = []
    for text, style in ((block.over, faces.EYEBROW), (block.text, faces.DISPLAY), (block.under, faces.LEAD)):
        if text:
            lines = frame.faces.wrap(text, frame.width - left, style)[:20]
            ops += _lines(lines, left, y, style, frame)
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
    ops += _lines(lines, x, 0, style, frame)
    if block.note:
        base = frame.faces.drop(style)
        ops.append(Letters(frame.width - note, base, block.note, faces.QUIET))
    height = len(lines) * style.line
    if block.level == 1:
        height += 2 * MM
        ops.append(Rule(0, height, frame.width, height, 0.8 * PT, "ink"))
    yield Piece(height + (2.6, 2.2, 1.0)[block.level - 1] * MM, tuple(ops), before, keep=True)


def _text(block: sheets.Text, frame: Frame, left: float) -> Iterator[Piece]:
    style = faces.QUIET if block.quiet else faces.BODY
    room = min(frame.width - left, 150 * MM)
    yield from flow(block.text, left, room, style, frame, 2 * MM)
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
        for text, style in ((label, faces.HEAD), (name, faces.POINT), *((line, faces.QUIET) for line in lines)):
            set_in = frame.faces.wrap(text, room, style)[:6]
            ops += _lines(set_in, x, y, style, frame)
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
        ops.append(Letters(x + 5.2 * MM, y + (step - style.line) / 2 + frame.faces.drop(style), label, style))
        x += wide + 4 * MM
    yield Piece(y + step, tuple(ops), 5 * MM)


def _point(block: sheets.Point, frame: Frame, left: float) -> Iterator[Piece]:
    """The row of title, code and state; then facts, the answer's whole text, and what is attached to it."""
    style = faces.POINT
    room = frame.width - left - _CODE - _STATE - 3 * MM
    lines = frame.faces.wrap(block.title, room, style)[:8]
    base = frame.faces.drop(style)
    state = frame.faces.wrap(block.state, _STATE, faces.SMALL)[0]
    ops: list[Op] = [
        Sign(RAIL, style.line / 2, "", block.step, block.stop),
        *_lines(lines, left, 0, style, frame),
        Letters(frame.width - _CODE - _STATE, base, frame.faces.fit(block.code, _CODE, faces.QUIET), faces.QUIET),
        Letters(frame.width - _STATE, base, state, faces.SMALL),
    ]
    y = len(lines) * style.line
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
        ops += _lines(lines, x, y, style, frame)
        y += (len(lines) - 1) * style.line
        x += wide + 4 * MM
    return y + faces.QUIET.line - top, ops


def _body(block: sheets.Point, frame: Frame, left: float) -> Iterator[Piece]:
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
    parts = [Piece(faces.HEAD.line, tuple(_lines([label], inner, 0, faces.HEAD, frame)), 1.6 * MM, keep=True)]
    parts += flow(text, inner, room - 3 * MM, faces.SMALL, frame)
    for part in parts:
        bar = Rule(left + 0.5 * MM, 0, left + 0.5 * MM, part.height, 0.9 * PT, "hairline")
        yield part._replace(ops=(bar, *part.ops))


# -------------------------------------------------------------------------------------------- tables


class _Cell(NamedTuple):
    """A cell broken into lines, each with its style; `drawing` stands above them."""

    lines: list[tuple[str, Style]]
    drawing: LineLayout | None = None
    scale: float = 1.0


def _cell(cell: sheets.Cell, room: float, frame: Frame, style: Style) -> _Cell:
    if isinstance(cell, str):
        return _Cell([(line, style) for line in frame.faces.wrap(cell, room, style)] if cell else [])
    if isinstance(cell, sheets.LineCell):
        return _line_cell(cell, room, frame)
    look = faces.ALARM if cell.alarm and not cell.under else faces.STRONG if cell.strong else style
    lines = [(line, look) for line in frame.faces.wrap(cell.text, room, look)] if cell.text else []
    under = faces.ALARM if cell.alarm else faces.QUIET
    if cell.under:
        lines += [(line, under) for line in frame.faces.wrap(cell.under, room, under)]
    return _Cell(lines)


def _line_cell(cell: sheets.LineCell, room: float, frame: Frame) -> _Cell:
    tracks = [Track(*track) for track in cell.tracks]
    height = 16.0 + 9.0 * len(tracks)
    drawing = layout(tracks, room / PT, height, texts=False)
    lines: list[tuple[str, Style]] = []
    for (name, _), caption in zip(cell.tracks, cell.captions, strict=True):
        text = f"{name} · {caption}" if len(cell.tracks) > 1 else caption
        lines += [(line, faces.HEAD) for line in frame.faces.wrap(text, room, faces.HEAD)]
    return _Cell(lines, drawing, PT)


def _height_of(cell: _Cell) -> float:
    drawing = cell.drawing.height * cell.scale if cell.drawing else 0.0
    return drawing + sum(style.line for _, style in cell.lines)


class _Columns(NamedTuple):
    """Left edges and widths of a table's columns, and which of them hold numbers."""

    lefts: list[float]
    widths: list[float]
    right: tuple[int, ...]


def _columns(widths: Sequence[float], count: int, right: tuple[int, ...], left: float, frame: Frame) -> _Columns:
    """Columns over the whole width. A head's longest word is given room, the wider columns pay for it."""
    parts = [*widths, *([1.0] * count)][:count]
    gap = 3.2 * MM
    room = frame.width - left - gap * (count - 1)
    wide = [room * part / sum(parts) for part in parts]
    lefts = [left + sum(wide[:index]) + gap * index for index in range(count)]
    return _Columns(lefts, wide, right)


def _row(
    cells: Sequence[_Cell], columns: _Columns, frame: Frame, *, rule: str = "hairline", weight: float = 0.4
) -> Piece:
    """Cells side by side over a rule."""
    ops: list[Op] = []
    for index, cell in enumerate(cells):
        x, y = columns.lefts[index], _CELL
        if cell.drawing:
            ops.append(Drawing(x, y, cell.drawing, cell.scale))
            y += cell.drawing.height * cell.scale
        for text, style in cell.lines:
            if index in columns.right:
                ops.append(_right(text, x + columns.widths[index], y, style, frame))
            else:
                ops.append(Letters(x, y + frame.faces.drop(style), text, style))
            y += style.line
    height = max(map(_height_of, cells), default=0.0) + 2 * _CELL
    end = columns.lefts[-1] + columns.widths[-1]
    ops.append(Rule(columns.lefts[0], height, end, height, weight * PT, rule))
    return Piece(height, tuple(ops))


def _split(cells: Sequence[_Cell], room: float) -> Iterator[list[_Cell]]:
    """A row's cells, in several rows where one would not fit on a page."""
    rest = list(cells)
    while max(map(_height_of, rest), default=0.0) > room:
        part: list[_Cell] = []
        for index, cell in enumerate(rest):
            used = cell.drawing.height * cell.scale if cell.drawing else 0.0
            count = 0
            while count < len(cell.lines) and used + cell.lines[count][1].line <= room:
                used += cell.lines[count][1].line
                count += 1
            part.append(cell._replace(lines=cell.lines[:count]))
            rest[index] = _Cell(cell.lines[count:])
        yield part
    yield rest


def _table(block: sheets.Table, frame: Frame, left: float) -> Iterator[Piece]:
    columns = _columns(block.widths, len(block.heads), block.right, left, frame)
    heads = [_cell(text, room, frame, faces.HEAD) for text, room in zip(block.heads, columns.widths, strict=True)]
    head = _row(heads, columns, frame, rule="border", weight=0.6)
    yield head._replace(before=3 * MM if not left else 1 * MM, keep=True)
    room = frame.height - head.height - 2 * _CELL - 1
    rows = [(row, faces.SMALL) for row in block.rows]
    last = len(rows) - 1
    for number, (row, style) in enumerate(rows):
        cells = [_cell(cell, wide, frame, style) for cell, wide in zip(row, columns.widths, strict=False)]
        for part in _split(cells, room):
            keep = number == last and bool(block.foot)
            yield _row(part, columns, frame)._replace(head=head, keep=keep)
    if block.foot:
        foot = [_cell(text, wide, frame, faces.STRONG) for text, wide in zip(block.foot, columns.widths, strict=False)]
        yield _row(foot, columns, frame, rule="border", weight=0.6)._replace(head=head)
    yield Piece(2.4 * MM, ())


def _quadrants(block: sheets.Quadrants, frame: Frame, left: float) -> Iterator[Piece]:
    columns = _columns((1, 1), 2, (), left, frame)
    for start in range(0, len(block.cells), 2):
        cells = []
        for (title, lines), room in zip(block.cells[start : start + 2], columns.widths, strict=False):
            found: list[tuple[str, Style]] = [(title, faces.STRONG)]
            for line in lines:
                wrapped = frame.faces.wrap("• " + line, room, faces.SMALL)
                found += [(text, faces.SMALL) for text in wrapped]
            cells.append(_Cell(found))
        for part in _split(cells, frame.height - 3 * _CELL):
            last = start + 2 >= len(block.cells)
            yield _row(part, columns, frame)._replace(before=0.0 if start else 1 * MM, keep=not last)
    yield Piece(2.4 * MM, ())


def _grid(block: sheets.Grid, frame: Frame, left: float) -> Iterator[Piece]:
    """Five by five fields; the numbers lead to the table under it."""
    x0 = left + 8 * MM
    wide = min((frame.width - x0) / 5, 24 * MM)
    style = faces.STRONG
    fields: dict[tuple[int, int], list[str]] = {}
    for number, across, up in block.items:
        fields.setdefault((across, up), []).append(str(number))
    cells = {key: frame.faces.wrap(", ".join(found), wide - 3 * MM, style) for key, found in fields.items()}
    ops: list[Op] = _lines([block.up], x0, 0, faces.HEAD, frame)
    y = faces.HEAD.line + 1 * MM
    top = y
    for up in range(5, 0, -1):
        rows = max((len(cells.get((across, up), ())) for across in range(1, 6)), default=0)
        high = max(rows * style.line + 2 * MM, 7 * MM)
        middle = y + (high - faces.HEAD.line) / 2
        ops.append(_right(str(up), x0 - 2 * MM, middle, faces.HEAD, frame))
        for across in range(1, 6):
            found = cells.get((across, up), [])
            inner = y + (high - len(found) * style.line) / 2
            for index, text in enumerate(found):
                x = x0 + (across - 0.5) * wide - frame.faces.width(text, style) / 2
                ops += _lines([text], x, inner + index * style.line, style, frame)
        ops.append(Rule(x0, y, x0 + 5 * wide, y, 0.4 * PT, "hairline"))
        y += high
    ops.append(Rule(x0, y, x0 + 5 * wide, y, 0.6 * PT, "border"))
    for across in range(6):
        x = x0 + across * wide
        ops.append(Rule(x, top, x, y, (0.4 if across else 0.6) * PT, "hairline" if across else "border"))
        if across:
            label = x - wide / 2 - frame.faces.width(str(across), faces.HEAD) / 2
            ops += _lines([str(across)], label, y + 0.8 * MM, faces.HEAD, frame)
    ops.append(_right(block.across, x0 + 5 * wide, y + 0.8 * MM + faces.HEAD.line, faces.HEAD, frame))
    yield Piece(y + 2 * faces.HEAD.line + 1 * MM, tuple(ops), 1 * MM)


# ----------------------------------------------------------------------------------- to fill in by hand


def _fields(block: sheets.Fields, frame: Frame, left: float) -> Iterator[Piece]:
    yield Piece(9 * MM, tuple(_write_fields(block.labels, left, 0, frame)), 1 * MM, keep=True)


def _write_fields(labels: Sequence[str], left: float, y: float, frame: Frame) -> Iterator[Op]:
    gap = 6 * MM
    room = (frame.width - left - gap * (len(labels) - 1)) / max(len(labels), 1)
    base = y + 9 * MM
    for number, label in enumerate(labels):
        x = left + (room + gap) * number
        yield Letters(x, base - 0.6 * MM, label, faces.HEAD)
        start = x + frame.faces.width(label, faces.HEAD) + 2 * MM
        yield Rule(min(start, x + room), base, x + room, base, 0.5 * PT, "border")


def _blank(block: sheets.Blank, frame: Frame, left: float) -> Iterator[Piece]:
    """A checkpoint with its questions, space to write, boxes to tick; together on a page where one can hold it."""
    style = faces.POINT
    room = frame.width - left
    lines = frame.faces.wrap(block.title, room - _CODE, style)[:8]
    code = frame.faces.fit(block.code, _CODE, faces.QUIET)
    ops: list[Op] = [
        Sign(RAIL, style.line / 2, "open", block.step),
        *_lines(lines, left, 0, style, frame),
        _right(code, frame.width, (style.line - faces.QUIET.line) / 2, faces.QUIET, frame),
    ]
    yield Piece(len(lines) * style.line + 0.8 * MM, tuple(ops), 6 * MM, keep=True)
    for question in block.questions:
        yield from (part._replace(keep=True) for part in _bullet(question, left, room, faces.SMALL, frame))
    if block.hint:
        hint = flow(block.hint, left, min(room, 150 * MM), faces.QUIET, frame, 1 * MM)
        yield from (part._replace(keep=True) for part in hint)
    for number in range(block.lines):
        rule = Rule(left, _WRITE, frame.width, _WRITE, 0.4 * PT, "hairline")
        yield Piece(_WRITE, (rule,), 0.0 if number else 1 * MM, keep=True, grow=number == block.lines - 1)
    yield Piece(9 * MM, tuple(_write_fields(block.fields, left, 0, frame)), 1 * MM, keep=True)
    yield Piece(faces.SMALL.line + 1 * MM, tuple(_boxes(block.boxes, left, frame)), 2.6 * MM)


def _bullet(text: str, left: float, room: float, style: Style, frame: Frame) -> Iterator[Piece]:
    lines = frame.faces.wrap(text, min(room, 150 * MM) - 3 * MM, style)
    ops = [*_lines(["•"], left, 0, style, frame), *_lines(lines, left + 3 * MM, 0, style, frame)]
    yield Piece(len(lines) * style.line, tuple(ops))


def _boxes(labels: Sequence[str], left: float, frame: Frame) -> Iterator[Op]:
    size = 2.9 * MM
    x = left
    for label in labels:
        yield Box(x, (faces.SMALL.line - size) / 2, size, size)
        yield Letters(x + size + 1.6 * MM, frame.faces.drop(faces.SMALL), label, faces.SMALL)
        x += size + frame.faces.width(label, faces.SMALL) + 8 * MM


_MAKERS: Final[dict[type[Any], Callable[[Any, Frame, float], Iterator[Piece]]]] = {
    sheets.Title: _title,
    sheets.Heading: _heading,
    sheets.Text: _text,
    sheets.Parties: _parties,
    sheets.Line: _line,
    sheets.Legend: _legend,
    sheets.Point: _point,
    sheets.Table: _table,
    sheets.Quadrants: _quadrants,
    sheets.Grid: _grid,
    sheets.Blank: _blank,
    sheets.Fields: _fields,
}
