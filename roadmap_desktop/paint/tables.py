"""Tables, quadrants and grids turned into pieces; their rows are cut only where no page could hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from roadmap_desktop.documents import blocks as sheets
from roadmap_desktop.paint import faces
from roadmap_desktop.paint.faces import MM, PT, Style
from roadmap_desktop.paint.pieces import Drawing, Frame, Op, Piece, Rule, lines_of, right_of
from roadmap_desktop.paint.track import LineLayout, Track, layout

_CELL: Final = 1.3 * MM


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


def _style_of(line: tuple[str, Style]) -> Style:
    return line[1]


def _height_of(cell: _Cell) -> float:
    drawing = cell.drawing.height * cell.scale if cell.drawing else 0.0
    return drawing + sum(style.line for _, style in cell.lines)


class _Columns(NamedTuple):
    """Left edges and widths of a table's columns, and which of them hold numbers."""

    lefts: list[float]
    widths: list[float]
    right: tuple[int, ...]


def _columns(block: sheets.Table, left: float, frame: Frame) -> _Columns:
    """Columns over the whole width, in their parts; but a head's longest word finds room, the others pay for it."""
    count = len(block.heads)
    parts = [*block.widths, *([1.0] * count)][:count]
    gap = min(3.2 * MM, frame.width * 0.2 / count)
    room = frame.width - left - gap * (count - 1)
    wide = [room * part / sum(parts) for part in parts]
    needed = [
        max((frame.faces.width(word, faces.HEAD) for word in head.split()), default=0.0)
        for head in block.heads
    ]
    short = sum(max(need - width, 0.0) for need, width in zip(needed, wide, strict=True))
    spare = sum(max(width - need, 0.0) for need, width in zip(needed, wide, strict=True))
    if 0 < short < spare:
        wide = [
            max(need, width) - max(width - need, 0.0) * short / spare
            for need, width in zip(needed, wide, strict=True)
        ]
    lefts = [left + sum(wide[:index]) + gap * index for index in range(count)]
    return _Columns(lefts, wide, block.right)


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
        for style, group in groupby(cell.lines, _style_of):
            lines = [text for text, _ in group]
            if index in columns.right:
                edge = x + columns.widths[index]
                ops += [
                    right_of(text, edge, y + row * style.line, style, frame) for row, text in enumerate(lines)
                ]
            else:
                ops += lines_of(lines, x, y, style, frame)
            y += len(lines) * style.line
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


def table(block: sheets.Table, frame: Frame, left: float) -> Iterator[Piece]:
    """The head, every row, the sums; head and first rows stay together, and so do the last ones."""
    columns = _columns(block, left, frame)
    heads = [
        _cell(text, room, frame, faces.HEAD) for text, room in zip(block.heads, columns.widths, strict=True)
    ]
    head = _row(heads, columns, frame, rule="border", weight=0.6)
    yield head._replace(before=3 * MM if not left else 1 * MM, keep=True)
    room = frame.height - head.height - 2 * _CELL - 1
    rows = [(row, faces.SMALL) for row in block.rows]
    last = len(rows) - 1
    for number, (row, style) in enumerate(rows):
        cells = [_cell(cell, wide, frame, style) for cell, wide in zip(row, columns.widths, strict=False)]
        for part in _split(cells, room):
            keep = number in {0, last - 1} if number < last else bool(block.foot)
            yield _row(part, columns, frame)._replace(head=head, keep=keep)
    if block.foot:
        foot = [
            _cell(text, wide, frame, faces.STRONG)
            for text, wide in zip(block.foot, columns.widths, strict=False)
        ]
        yield _row(foot, columns, frame, rule="border", weight=0.6)._replace(head=head)
    yield Piece(2.4 * MM, ())


def quadrants(block: sheets.Quadrants, frame: Frame, left: float) -> Iterator[Piece]:
    """Two fields a row, each line of a field behind a dot."""
    columns = _columns(sheets.Table(("", ""), (), (1, 1)), left, frame)
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


def grid(block: sheets.Grid, frame: Frame, left: float) -> Iterator[Piece]:
    """Five by five fields; the numbers lead to the table under it."""
    x0 = left + 8 * MM
    wide = min((frame.width - x0) / 5, 24 * MM)
    style = faces.STRONG
    fields: dict[tuple[int, int], list[str]] = {}
    for number, across, up in block.items:
        fields.setdefault((across, up), []).append(str(number))
    cells = {key: frame.faces.wrap(", ".join(found), wide - 3 * MM, style) for key, found in fields.items()}
    ops: list[Op] = lines_of([block.up], x0, 0, faces.HEAD, frame)
    y = faces.HEAD.line + 1 * MM
    top = y
    for up in range(5, 0, -1):
        rows = max((len(cells.get((across, up), ())) for across in range(1, 6)), default=0)
        high = max(rows * style.line + 2 * MM, 7 * MM)
        middle = y + (high - faces.HEAD.line) / 2
        ops.append(right_of(str(up), x0 - 2 * MM, middle, faces.HEAD, frame))
        for across in range(1, 6):
            found = cells.get((across, up), [])
            inner = y + (high - len(found) * style.line) / 2
            for index, text in enumerate(found):
                x = x0 + (across - 0.5) * wide - frame.faces.width(text, style) / 2
                ops += lines_of([text], x, inner + index * style.line, style, frame)
        ops.append(Rule(x0, y, x0 + 5 * wide, y, 0.4 * PT, "hairline"))
        y += high
    ops.append(Rule(x0, y, x0 + 5 * wide, y, 0.6 * PT, "border"))
    for across in range(6):
        x = x0 + across * wide
        ops.append(Rule(x, top, x, y, (0.4 if across else 0.6) * PT, "hairline" if across else "border"))
        if across:
            label = x - wide / 2 - frame.faces.width(str(across), faces.HEAD) / 2
            ops += lines_of([str(across)], label, y + 0.8 * MM, faces.HEAD, frame)
    ops.append(right_of(block.across, x0 + 5 * wide, y + 0.8 * MM + faces.HEAD.line, faces.HEAD, frame))
    yield Piece(y + 2 * faces.HEAD.line + 1 * MM, tuple(ops), 1 * MM)
