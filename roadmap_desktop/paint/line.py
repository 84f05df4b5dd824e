"""The transit line on any painter: tracks of stops, laid out and drawn for screen and paper; not a widget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, hypot
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from roadmap_desktop.domain.progress import FINISHED, StepProgress, Stop
from roadmap_desktop.domain.records import STATES
from roadmap_desktop.domain.words import Words
from roadmap_desktop.paint.theme import Theme

SYMBOLS: Final = (*STATES, "current", "overdue", "conflict")
"""What `paint_symbol` can draw: the states of a stop and the marks it may bear."""
_LETTER: Final = 0.46
_CONVERGED: Final = 0.8
"""Where in the second stretch two lines have come together."""


class Track(NamedTuple):
    """One side's line: its name and its steps, as `progress()` gives them."""

    name: str
    steps: tuple[StepProgress, ...]


class Place(NamedTuple):
    """A stop with its centre and radius in the layout's units; `step` counts from 0."""

    track: int
    step: int
    stop: Stop
    x: float
    y: float
    radius: float


class Stretch(NamedTuple):
    """One step's piece of all lines: where it starts and ends, and its title."""

    start: float
    end: float
    title: str


class Label(NamedTuple):
    """Name and count of a track at the start of a stretch; `y` is the text's middle, `room` its greatest width."""

    x: float
    y: float
    room: float
    name: str
    share: str


class _Sizes(NamedTuple):
    """Measures of one layout: `unit` scales with the text, `pitch` from stop to stop.

    `fine` lines are pale ahead instead of hollow; a `full` one has texts and a pointer at the current stop.
    """

    unit: float
    pitch: float
    radius: float
    width: float
    gap: float
    fine: bool
    full: bool


class Shape(NamedTuple):
    """A path to fill, to stroke, or both."""

    path: QPainterPath
    pen: QPen
    brush: QBrush


class LineLayout:
    """Where everything of a line lies; made by `layout`, immutable, shared between callers.

    `places` holds the stops, track by track in their order; `stretches` and `labels` are for the painter.
    """

    __slots__ = (
        "height", "labels", "places", "rows", "shapes", "sizes", "stretches", "tracks", "wave", "width",
    )  # fmt: skip

    def __init__(self, tracks: tuple[Track, ...], width: float, height: float, *, row: float) -> None:
        """`row` is the height of a line of text, 0 for a line without texts."""
        self.tracks = tracks
        self.width = width
        self.height = height
        slots, columns = _columns(tracks)
        self.sizes = _sizes(len(tracks), sum(slots), len(slots), width, height, row)
        self.rows = _heading_rows(tracks, self.sizes, slots, row)
        self.stretches = _stretches(tracks, slots, self.sizes, width)
        self.wave = _wave(self, row)
        self.places = tuple(_places(self, columns))
        self.labels = tuple(_labels(self, row)) if row else ()
        self.shapes: dict[tuple[str, str], tuple[Shape, ...]] = {}

    def stop_at(self, x: float, y: float) -> tuple[int, str] | None:
        """The (track, checkpoint) whose stop lies under the point or close to it, the nearest of several."""
        near = min(self.places, key=lambda place: hypot(place.x - x, place.y - y), default=None)
        if near is None:
            return None
        reach = max(near.radius + 4 * self.sizes.unit, self.sizes.pitch * 0.5)
        if hypot(near.x - x, near.y - y) > reach:
            return None
        return near.track, near.stop.checkpoint

    def place(self, track: int, checkpoint: str) -> Place | None:
        """Where that stop is, or None."""
        return next((p for p in self.places if p.track == track and p.stop.checkpoint == checkpoint), None)

    def neighbour(self, track: int, checkpoint: str, move: str) -> tuple[int, str]:
        """The stop to go to by `move`: left, right, home, end on the track, up and down to the one beside it.

        Stays where it is at an end; goes to the track's current stop when `checkpoint` is not on it.
        """
        here = self.place(track, checkpoint)
        if here is None:
            return self.start(track)
        if move in {"up", "down"}:
            other = track + (1 if move == "down" else -1)
            beside = [place for place in self.places if place.track == other]
            found = min(beside, key=lambda place: abs(place.x - here.x), default=here)
        else:
            row = [place for place in self.places if place.track == track]
            at = row.index(here)
            found = row[{"left": max(at - 1, 0), "right": min(at + 1, len(row) - 1), "home": 0, "end": -1}[move]]
        return found.track, found.stop.checkpoint

    def start(self, track: int = 0) -> tuple[int, str]:
        """Where a keyboard walk begins: the track's current stop, else its first; (0, "") without any stop."""
        row = [place for place in self.places if place.track == track] or self.places
        if not row:
            return 0, ""
        found = next((place for place in row if place.stop.current), row[0])
        return found.track, found.stop.checkpoint


# ------------------------------------------------------------------------------------------- geometry


def layout(
    tracks: Sequence[Track], width: float, height: float, *, texts: bool, text_height: float = 16.0
) -> LineLayout:
    """Lay `tracks` out in a box of `width` × `height` (any unit; `text_height` is a text row's height in it).

    With `texts`, room is kept for the names and counts that `paint` then sets. Cheap to repeat: the last
    layouts are kept.
    """
    return _layout(tuple(tracks), float(width), float(height), float(text_height) if texts else 0.0)


@lru_cache(maxsize=64)
def _layout(tracks: tuple[Track, ...], width: float, height: float, row: float) -> LineLayout:
    return LineLayout(tracks, width, height, row=row)


def height_for(
    tracks: Sequence[Track], *, texts: bool, text_height: float = 16.0, width: float = 1000.0
) -> float:
    """The height that suits these tracks at `width`; more room moves two tracks further apart."""
    if not texts:
        return text_height * (1.25 + 0.5 * max(len(tracks), 1))
    slots, _ = _columns(tuple(tracks))
    sizes = _sizes(len(tracks), sum(slots), len(slots), width, 0, text_height)
    rows = _heading_rows(tuple(tracks), sizes, slots, text_height)
    above, below = _margins(sizes, rows, len(tracks), text_height)
    return above + below + 5 * text_height * max(len(tracks) - 1, 0)


def _columns(tracks: tuple[Track, ...]) -> tuple[list[int], list[list[list[float]]]]:
    """(slots per step, [step][track][stop] → slot): stops of the same subject share a slot from step 2 on."""
    count = max((len(track.steps) for track in tracks), default=0)
    slots: list[int] = []
    columns: list[list[list[float]]] = []
    for number in range(count):
        ids = [
            [stop.checkpoint for stop in track.steps[number].stops] if number < len(track.steps) else []
            for track in tracks
        ]
        shared = _aligned(*ids) if number and len(ids) == 2 else None
        if shared:
            wide, found = shared
        else:
            wide = max(map(len, ids))
            found = [_even(len(stops), wide) for stops in ids]
        slots.append(max(wide, 1))
        columns.append(found)
    return slots, columns


def _even(count: int, wide: int) -> list[float]:
    return [(index + 0.5) * wide / count - 0.5 for index in range(count)]


def _aligned(first: list[str], second: list[str]) -> tuple[int, list[list[float]]] | None:
    """Slots where ids alike after the letter ("c3.roles", "m3.roles") meet; None where few of them are."""
    where = {checkpoint[1:]: index for index, checkpoint in enumerate(second)}
    anchors: list[tuple[int, int]] = []
    for index, checkpoint in enumerate(first):
        other = where.get(checkpoint[1:], -1)
        if other > (anchors[-1][1] if anchors else -1):
            anchors.append((index, other))
    if 2 * len(anchors) < min(len(first), len(second)) or not anchors:
        return None
    slots: tuple[list[float], list[float]] = ([], [])
    used = 0
    for a, b in [*anchors, (len(first), len(second))]:
        gaps = (a - len(slots[0]), b - len(slots[1]))
        between = max(gaps)
        for track, gap in enumerate(gaps):
            slots[track].extend(used + place for place in _even(gap, between))
        used += between
        if a < len(first):
            slots[0].append(used)
            slots[1].append(used)
            used += 1
    return used, [slots[0], slots[1]]


def _sizes(tracks: int, slots: int, steps: int, width: float, height: float, row: float) -> _Sizes:
    """Radii and widths from the room there is: thick and calm when full, fine when small."""
    joints = 0.4 * max(steps - 1, 0)
    if row:
        unit = row / 16
        pitch = max((width - 3 * unit) / max(slots + joints, 1), 1.0)
        radius = min(7.5 * unit, pitch * 0.31)
        fine = radius < 5.5 * unit
        return _Sizes(unit, pitch, radius, max(radius * 0.84, 1.6 * unit), 0.4 * pitch, fine, full=True)
    unit = height / 28
    pitch = max((width - 3 * unit) / max(slots + joints, 1), 1.0)
    radius = min(4.0, pitch * 0.34, height * (0.115 if tracks > 1 else 0.16))
    return _Sizes(min(unit, 1.0), pitch, radius, max(radius * 0.85, 1.4), 0.4 * pitch, fine=True, full=False)


def _heading_rows(tracks: tuple[Track, ...], sizes: _Sizes, slots: list[int], row: float) -> int:
    """Lines that the longest title needs in its stretch, a letter being `_LETTER` rows wide."""
    if not row:
        return 0
    titles = [step.title for track in tracks for step in track.steps]
    wide = [slots[index] * sizes.pitch - 1.8 * row for track in tracks for index in range(len(track.steps))]
    needed = [len(title) * row * _LETTER / max(room, row) for title, room in zip(titles, wide, strict=True)]
    return max((1 if part <= 1 else min(ceil(part + 0.25), 5) for part in needed), default=1)


def _margins(sizes: _Sizes, rows: int, tracks: int, row: float) -> tuple[float, float]:
    """Room above the first line and below the last, texts and marks included."""
    marked = sizes.radius * 1.3 + 12 * sizes.unit
    if not row:
        edge = sizes.radius * 1.3 + 2.6 * sizes.unit
        return edge, edge
    above = row * 1.2 * rows + 0.6 * row + row + marked
    return above, marked + (row if tracks > 1 else 0)


def _stretches(
    tracks: tuple[Track, ...], slots: list[int], sizes: _Sizes, width: float
) -> tuple[Stretch, ...]:
    used = sum(slots) * sizes.pitch + sizes.gap * max(len(slots) - 1, 0)
    x = (width - used) / 2
    found: list[Stretch] = []
    for number, wide in enumerate(slots):
        title = next((track.steps[number].title for track in tracks if number < len(track.steps)), "")
        found.append(Stretch(x, x + wide * sizes.pitch, title))
        x += wide * sizes.pitch + sizes.gap
    return tuple(found)


class _Wave(NamedTuple):
    """The distance of neighbouring tracks over x: `far`, then a cubic down to `close` between `start` and `end`."""

    middle: float
    far: float
    close: float
    start: float
    end: float

    def apart(self, x: float) -> tuple[float, float]:
        """(distance, its slope) at x."""
        if x <= self.start or self.end <= self.start:
            return self.far, 0.0
        if x >= self.end:
            return self.close, 0.0
        t = (x - self.start) / (self.end - self.start)
        drop = self.close - self.far
        return self.far + drop * t * t * (3 - 2 * t), drop * 6 * t * (1 - t) / (self.end - self.start)


def _wave(line: LineLayout, row: float) -> _Wave:
    sizes, count = line.sizes, len(line.tracks)
    above, below = _margins(sizes, line.rows, count, row)
    room = max(line.height - above - below, 0.0) / max(count - 1, 1)
    close = min(2 * sizes.radius * 1.3 + (6 if row else 1.4) * sizes.unit, room) if row else min(
        2 * sizes.radius + 2.2 * sizes.unit, room
    )  # fmt: skip
    far = max(min(room, 7 * row), close) if row else max(room, close)
    if count < 2:
        far = close = 0.0
    free = line.height - above - below - far * max(count - 1, 0)
    middle = above + max(free, 0) / 2 + far * max(count - 1, 0) / 2
    if len(line.stretches) < 2:
        return _Wave(middle, far, far, 0, 0)
    second = line.stretches[1]
    return _Wave(middle, far, close, second.start, second.start + (second.end - second.start) * _CONVERGED)


def _height_of(line: LineLayout, track: int, x: float) -> tuple[float, float]:
    """(y, slope) of a track at x."""
    apart, slope = line.wave.apart(x)
    side = track - (len(line.tracks) - 1) / 2
    return line.wave.middle + side * apart, side * slope


def _places(line: LineLayout, columns: list[list[list[float]]]) -> Iterable[Place]:
    for number, track in enumerate(line.tracks):
        for index, step in enumerate(track.steps):
            start = line.stretches[index].start
            for stop, slot in zip(step.stops, columns[index][number], strict=True):
                x = start + (slot + 0.5) * line.sizes.pitch
                yield Place(number, index, stop, x, _height_of(line, number, x)[0], _radius(stop, line.sizes))


def _radius(stop: Stop, sizes: _Sizes) -> float:
    if stop.current:
        return sizes.radius * 1.3
    return sizes.radius * (0.74 if stop.state == "not-needed" else 1.0)


def _labels(line: LineLayout, row: float) -> Iterable[Label]:
    """The first track's labels stand above it, every other's below."""
    away = line.sizes.radius * 1.3 + 12 * line.sizes.unit + row / 2
    for number, track in enumerate(line.tracks):
        for index, step in enumerate(track.steps):
            stretch = line.stretches[index]
            y = _height_of(line, number, stretch.start)[0]
            yield Label(
                x=stretch.start,
                y=y - away if number == 0 else y + away,
                room=stretch.end - stretch.start - row / 2,
                name=track.name if index == 0 else "",
                share=f"{step.done}/{step.total}",
            )


# -------------------------------------------------------------------------------------------- drawing


def paint(
    painter: QPainter,
    line: LineLayout,
    theme: Theme,
    font: QFont,
    *,
    focus: tuple[int, str] | None = None,
    hover: tuple[int, str] | None = None,
    surface: str | None = None,
) -> None:
    """Draw `line` at the painter's origin in `theme`; `font` sets its texts, `surface` is the colour beneath it.

    `focus` and `hover` name the stops under the keyboard and the pointer. The painter is left as it was.
    """
    ground = surface or theme.surface
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    key = (theme.name, ground)
    shapes = line.shapes.get(key)
    if shapes is None:
        shapes = line.shapes[key] = tuple(_shapes(line, theme, ground))
    paint_shapes(painter, shapes)
    if line.labels:
        _paint_texts(painter, line, theme, font, ground)
    for at, colour in ((hover, theme.border), (focus, theme.accent)):
        if at and (place := line.place(*at)):
            _paint_frame(painter, line, place, colour)
    painter.restore()


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], x: float = 0.0, y: float = 0.0) -> None:
    """Draw `shapes`, moved by (x, y); pen and brush stay changed."""
    for shape in shapes:
        painter.setPen(shape.pen)
        painter.setBrush(shape.brush)
        painter.drawPath(shape.path.translated(x, y) if x or y else shape.path)


def _paint_frame(painter: QPainter, line: LineLayout, place: Place, colour: str) -> None:
    """A rounded square around a stop: no state looks like it."""
    unit = line.sizes.unit
    half = place.radius + (5 if line.sizes.full else 2.5) * unit
    painter.setPen(QPen(QColor(colour), 2 * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(place.x - half, place.y - half, 2 * half, 2 * half)
    painter.drawRoundedRect(box, 4 * unit, 4 * unit)


class _Pot:
    """Collects figures of one look into one path, so that sixty stops are a dozen drawing calls."""

    def __init__(self) -> None:
        self._shapes: dict[tuple[str, float, str], QPainterPath] = {}

    def path(self, pen: str, width: float, brush: str) -> QPainterPath:
        """The path drawn with a pen of `width` and colour `pen` ("" is none) and filled with `brush` (or "")."""
        key = (pen, width, brush)
        if key not in self._shapes:
            self._shapes[key] = QPainterPath()
            self._shapes[key].setFillRule(Qt.FillRule.WindingFill)
        return self._shapes[key]

    def shapes(self) -> Iterable[Shape]:
        """In the order in which their looks were first asked for."""
        for (pen, width, brush), path in self._shapes.items():
            stroke = QPen(Qt.PenStyle.NoPen)
            if pen:
                stroke = QPen(QColor(pen), width)
                stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
                stroke.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            yield Shape(path, stroke, QBrush(QColor(brush)) if brush else QBrush(Qt.BrushStyle.NoBrush))


def mix(colour: str, ground: str, part: float) -> str:
    """`part` of `colour` on `ground`, opaque: paper and some printers know no transparency."""
    a, b = QColor(colour), QColor(ground)
    red, green, blue = (
        round(x * part + y * (1 - part))
        for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    )
    return f"#{red:02x}{green:02x}{blue:02x}"


def _shapes(line: LineLayout, theme: Theme, ground: str) -> Iterable[Shape]:
    pots = [_Pot() for _ in range(5)]
    for number in range(len(line.tracks)):
        _draw_track(pots[0], pots[1], line, number, theme, ground)
    for place in line.places:
        colour = theme.steps[place.step % len(theme.steps)]
        _draw_marks(pots[2], place, line.sizes, colour, theme, ground)
        _draw_stop(pots[3], pots[4], place, line.sizes, colour, theme, ground)
    for pot in pots:
        yield from pot.shapes()


def _draw_track(outer: _Pot, inner: _Pot, line: LineLayout, number: int, theme: Theme, ground: str) -> None:
    """A track: solid as far as it is travelled, hollow (or pale, where it is fine) ahead."""
    width = line.sizes.width
    reached = next((p.x for p in line.places if p.track == number and p.stop.current), line.width)
    for index in range(len(line.tracks[number].steps)):
        start, end = line.stretches[index].start + width / 2, line.stretches[index].end - width / 2
        colour = theme.steps[index % len(theme.steps)]
        if line.sizes.fine:
            pale = mix(colour, ground, 0.42)
            if reached < end:
                _trace(outer.path(pale, width, ""), line, number, max(start, min(reached, end)), end)
            if reached > start:
                _trace(inner.path(colour, width, ""), line, number, start, min(reached, end))
            continue
        _trace(outer.path(colour, width, ""), line, number, start, end)
        if reached < end:
            core = width - 2.6 * line.sizes.unit
            _trace(inner.path(ground, core, ""), line, number, max(start, reached), end)


def _trace(path: QPainterPath, line: LineLayout, number: int, start: float, end: float) -> None:
    """Add the track between two x. Its height is a cubic of x, so each piece is one exact Bézier curve."""
    cuts = [x for x in (line.wave.start, line.wave.end) if start < x < end]
    xs = [start, *cuts, end]
    path.moveTo(start, _height_of(line, number, start)[0])
    for left, right in pairwise(xs):
        (y0, s0), (y1, s1) = _height_of(line, number, left), _height_of(line, number, right)
        third = (right - left) / 3
        if s0 == 0 == s1 and y0 == y1:
            path.lineTo(right, y1)
        else:
            path.cubicTo(left + third, y0 + s0 * third, right - third, y1 - s1 * third, right, y1)


def _disc(path: QPainterPath, x: float, y: float, radius: float) -> None:
    path.addEllipse(QPointF(x, y), radius, radius)


def _draw_marks(pot: _Pot, place: Place, sizes: _Sizes, colour: str, theme: Theme, ground: str) -> None:
    """What surrounds a stop: the ground that sets it off the line, the halo and pointer of the current one."""
    x, y, r = place.x, place.y, place.radius
    unit = sizes.unit
    if place.stop.current:
        _disc(pot.path("", 0, mix(colour, ground, 0.34)), x, y, r + (2.4 if sizes.fine else 4.5) * unit)
    _disc(pot.path("", 0, ground), x, y, r + (0.9 if sizes.fine else 1.5) * unit)
    if place.stop.overdue:
        ring = max(min(r + (1.9 if sizes.fine else 3.2) * unit, sizes.pitch / 2), r + 1.3 * unit)
        _disc(pot.path(theme.overdue, (1.1 if sizes.fine else 1.6) * unit, ground), x, y, ring)
    if place.stop.current and sizes.full:
        side = 1 if place.track else -1
        _pointer(pot.path("", 0, theme.ink), x, y + side * (r + 6 * unit), 5 * unit, side)


def _pointer(path: QPainterPath, x: float, tip: float, size: float, side: int) -> None:
    path.moveTo(x, tip)
    path.lineTo(x - size * 0.72, tip + side * size * 1.1)
    path.lineTo(x + size * 0.72, tip + side * size * 1.1)
    path.closeSubpath()


def _draw_stop(
    pot: _Pot, details: _Pot, place: Place, sizes: _Sizes, colour: str, theme: Theme, ground: str
) -> None:
    """The stop itself; its state is its shape, its step its colour. `details` come on top of every disc."""
    x, y, r = place.x, place.y, place.radius
    rim = max(r * 0.3, 0.9)
    match place.stop.state:
        case "done":
            _disc(pot.path("", 0, colour), x, y, r)
            if not sizes.fine or (sizes.full and r > 4 * sizes.unit):
                _tick(details.path(ground, rim * 0.86, ""), x, y, r)
        case "not-needed":
            _disc(pot.path(theme.muted, rim * 0.8, ground), x, y, r - rim / 2)
            _slash(details.path(theme.muted, rim * 0.8, ""), x, y, r * 1.05)
        case "in-progress":
            _disc(pot.path(colour, rim, ground), x, y, r - rim / 2)
            _half(details.path("", 0, colour), x, y, r - rim / 2)
        case _:
            _disc(pot.path(colour, rim, ground), x, y, r - rim / 2)
    if place.stop.conflict:
        size = max(r * 0.68, 2.2 * min(sizes.unit, 1.0))
        _diamond(details.path(ground, size * 0.4, theme.ink), x + r * 0.95, y - r * 0.95, size)


def _tick(path: QPainterPath, x: float, y: float, r: float) -> None:
    path.moveTo(x - r * 0.42, y + r * 0.04)
    path.lineTo(x - r * 0.1, y + r * 0.36)
    path.lineTo(x + r * 0.44, y - r * 0.32)


def _slash(path: QPainterPath, x: float, y: float, reach: float) -> None:
    path.moveTo(x - reach, y + reach)
    path.lineTo(x + reach, y - reach)


def _half(path: QPainterPath, x: float, y: float, r: float) -> None:
    path.moveTo(x, y - r)
    path.arcTo(QRectF(x - r, y - r, 2 * r, 2 * r), 90, 180)
    path.closeSubpath()


def _diamond(path: QPainterPath, x: float, y: float, size: float) -> None:
    path.moveTo(x, y - size)
    path.lineTo(x + size, y)
    path.lineTo(x, y + size)
    path.lineTo(x - size, y)
    path.closeSubpath()


def symbol(
    kind: str | Stop, radius: float, colour: str, theme: Theme, *, surface: str | None = None
) -> tuple[Shape, ...]:
    """The figure of a stop, or of one of SYMBOLS for a legend, around the origin: the same as on the line."""
    ground = surface or theme.surface
    stop = kind if isinstance(kind, Stop) else _example(kind)
    sizes = _Sizes(radius / 7.5, radius * 4, radius, radius, radius, fine=False, full=False)
    place = Place(0, 0, stop, 0.0, 0.0, radius * (0.8 if stop.state == "not-needed" else 1.0))
    pots = [_Pot() for _ in range(3)]
    _draw_marks(pots[0], place, sizes, colour, theme, ground)
    _draw_stop(pots[1], pots[2], place, sizes, colour, theme, ground)
    return tuple(shape for pot in pots for shape in pot.shapes())


def _example(kind: str) -> Stop:
    marked = kind in {"current", "overdue", "conflict"}
    return Stop(
        "", "", "open" if marked else kind, "", "",
        overdue=kind == "overdue", current=kind == "current", conflict=kind == "conflict",
    )  # fmt: skip


def paint_symbol(
    painter: QPainter,
    kind: str,
    x: float,
    y: float,
    radius: float,
    colour: str,
    theme: Theme,
    *,
    surface: str | None = None,
) -> None:
    """Draw one of SYMBOLS around (x, y)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shapes(painter, symbol(kind, radius, colour, theme, surface=surface), x, y)
    painter.restore()


# --------------------------------------------------------------------------------------------- texts


def _sized(font: QFont, scale: float, *, bold: bool = False) -> QFont:
    found = QFont(font)
    if font.pixelSize() > 0:
        found.setPixelSize(max(round(font.pixelSize() * scale), 1))
    else:
        found.setPointSizeF(font.pointSizeF() * scale)
    if bold:
        found.setWeight(QFont.Weight.DemiBold)
    return found


def _paint_texts(painter: QPainter, line: LineLayout, theme: Theme, font: QFont, ground: str) -> None:
    row = 16 * line.sizes.unit
    bold = _sized(font, 1.0, bold=True)
    metrics = QFontMetricsF(bold)
    for number, stretch in enumerate(line.stretches):
        colour = theme.steps[number % len(theme.steps)]
        badge = row * 0.62
        middle = row * 0.62
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(stretch.start + badge, middle), badge, badge)
        painter.setFont(bold)
        painter.setPen(QColor(ground))
        box = QRectF(stretch.start, middle - badge, 2 * badge, 2 * badge)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        painter.setPen(QColor(theme.ink))
        left = stretch.start + 2 * badge + row * 0.45
        lines = fitted(stretch.title, stretch.end - left, line.rows, metrics)
        for index, text in enumerate(lines):
            y = middle + index * row * 1.2 + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left, y), text)
    _paint_labels(painter, line, theme, font)


def _paint_labels(painter: QPainter, line: LineLayout, theme: Theme, font: QFont) -> None:
    plain = _sized(font, 0.92)
    metrics = QFontMetricsF(plain)
    drop = (metrics.ascent() - metrics.descent()) / 2
    painter.setFont(plain)
    for label in line.labels:
        count = metrics.horizontalAdvance(label.share)
        x = label.x
        if label.name:
            name = fitted(label.name, label.room - count - 10 * line.sizes.unit, 1, metrics)[0]
            painter.setPen(QColor(theme.ink))
            painter.drawText(QPointF(x, label.y + drop), name)
            x += metrics.horizontalAdvance(name) + 8 * line.sizes.unit
        painter.setPen(QColor(theme.muted))
        painter.drawText(QPointF(x, label.y + drop), label.share)


def fitted(text: str, width: float, rows: int, metrics: QFontMetricsF) -> list[str]:
    """`text` broken at spaces into at most `rows` lines of `width`, the last one elided."""
    words = text.split() or [""]
    lines: list[str] = []
    while words and len(lines) < rows - 1:
        taken = 1
        while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width:
            taken += 1
        lines.append(" ".join(words[:taken]))
        words = words[taken:]
    if words:
        lines.append(" ".join(words))
    return [metrics.elidedText(found, Qt.TextElideMode.ElideRight, width) for found in lines]


def describe(tracks: Sequence[Track], words: Words) -> str:
    """The line in sentences, for those who hear it: per track its steps with their counts, and where it stands."""
    return "\n".join(_describe_track(track, words) for track in tracks)


def _describe_track(track: Track, words: Words) -> str:
    parts = []
    for step in track.steps:
        text = words("line", "step", number=step.id, title=step.title, done=step.done, total=step.total)
        if step.overdue:
            text += ", " + words("line", "overdue", count=step.overdue)
        parts.append(text)
    stops = [stop for step in track.steps for stop in step.stops]
    current = next((stop for stop in stops if stop.current), None)
    if current:
        parts.append(words("line", "current", title=current.title))
    elif stops and all(stop.state in FINISHED for stop in stops):
        parts.append(words("line", "finished"))
    return f"{track.name}: " + ". ".join(parts) + "."
