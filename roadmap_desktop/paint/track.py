"""The geometry of a transit line: where its tracks, stretches, stops and labels lie; paints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil, hypot
from typing import Any, Final, NamedTuple

from roadmap_desktop.domain.progress import StepProgress, Stop

_LETTER: Final = 0.46
"""Width of a letter of a stretch's title, in rows."""
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


class Sizes(NamedTuple):
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


class LineLayout:
    """Where everything of a line lies; made by `layout`, immutable, shared between callers.

    `places` holds the stops, track by track in their order; `stretches` and `labels` are for the painter,
    who keeps in `shapes` what it made of them, by colours.
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
        self.shapes: dict[tuple[str, str], tuple[Any, ...]] = {}

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
            found = row[
                {"left": max(at - 1, 0), "right": min(at + 1, len(row) - 1), "home": 0, "end": -1}[move]
            ]
        return found.track, found.stop.checkpoint

    def start(self, track: int = 0) -> tuple[int, str]:
        """Where a keyboard walk begins: the track's current stop, else its first; (0, "") without any stop."""
        row = [place for place in self.places if place.track == track] or self.places
        if not row:
            return 0, ""
        found = next((place for place in row if place.stop.current), row[0])
        return found.track, found.stop.checkpoint


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


def _sizes(tracks: int, slots: int, steps: int, width: float, height: float, row: float) -> Sizes:
    """Radii and widths from the room there is: thick and calm when full, fine when small."""
    joints = 0.4 * max(steps - 1, 0)
    if row:
        unit = row / 16
        pitch = max((width - 3 * unit) / max(slots + joints, 1), 1.0)
        radius = min(7.5 * unit, pitch * 0.31)
        fine = radius < 5.5 * unit
        return Sizes(unit, pitch, radius, max(radius * 0.84, 1.6 * unit), 0.4 * pitch, fine, full=True)
    unit = height / 28
    pitch = max((width - 3 * unit) / max(slots + joints, 1), 1.0)
    radius = min(4.0, pitch * 0.34, height * (0.115 if tracks > 1 else 0.16))
    return Sizes(min(unit, 1.0), pitch, radius, max(radius * 0.85, 1.4), 0.4 * pitch, fine=True, full=False)


def _heading_rows(tracks: tuple[Track, ...], sizes: Sizes, slots: list[int], row: float) -> int:
    """Lines that the longest title needs in its stretch, a letter being `_LETTER` rows wide."""
    if not row:
        return 0
    titles = [step.title for track in tracks for step in track.steps]
    wide = [slots[index] * sizes.pitch - 1.8 * row for track in tracks for index in range(len(track.steps))]
    needed = [len(title) * row * _LETTER / max(room, row) for title, room in zip(titles, wide, strict=True)]
    return max((1 if part <= 1 else min(ceil(part + 0.25), 5) for part in needed), default=1)


def _margins(sizes: Sizes, rows: int, tracks: int, row: float) -> tuple[float, float]:
    """Room above the first line and below the last, texts and marks included."""
    marked = sizes.radius * 1.3 + 12 * sizes.unit
    if not row:
        edge = sizes.radius * 1.3 + 2.6 * sizes.unit
        return edge, edge
    above = row * 1.2 * rows + 0.6 * row + row + marked
    return above, marked + (row if tracks > 1 else 0)


def _stretches(
    tracks: tuple[Track, ...], slots: list[int], sizes: Sizes, width: float
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
    free = 0.0 if row else line.height - above - below - far * max(count - 1, 0)
    middle = above + max(free, 0) / 2 + far * max(count - 1, 0) / 2
    if len(line.stretches) < 2:
        return _Wave(middle, far, far, 0, 0)
    second = line.stretches[1]
    return _Wave(middle, far, close, second.start, second.start + (second.end - second.start) * _CONVERGED)


def height_at(line: LineLayout, track: int, x: float) -> tuple[float, float]:
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
                yield Place(number, index, stop, x, height_at(line, number, x)[0], _radius(stop, line.sizes))


def _radius(stop: Stop, sizes: Sizes) -> float:
    if stop.current:
        return sizes.radius * 1.3
    return sizes.radius * (0.74 if stop.state == "not-needed" else 1.0)


def _labels(line: LineLayout, row: float) -> Iterable[Label]:
    """The first track's labels stand above it, every other's below."""
    away = line.sizes.radius * 1.3 + 12 * line.sizes.unit + row / 2
    for number, track in enumerate(line.tracks):
        for index, step in enumerate(track.steps):
            stretch = line.stretches[index]
            y = height_at(line, number, stretch.start)[0]
            yield Label(
                x=stretch.start,
                y=y - away if number == 0 else y + away,
                room=stretch.end - stretch.start - row / 2,
                name=track.name if index == 0 else "",
                share=f"{step.done}/{step.total}",
            )
