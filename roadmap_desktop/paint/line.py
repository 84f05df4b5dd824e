"""The transit line on any painter, the same for screen and paper, and in words; not a widget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from roadmap_desktop.domain.progress import FINISHED
from roadmap_desktop.domain.words import Words
from roadmap_desktop.paint.symbol import (
    SYMBOLS,
    Pot,
    Shape,
    draw_marks,
    draw_stop,
    mix,
    paint_shapes,
    paint_symbol,
    symbol,
)
from roadmap_desktop.paint.theme import Theme
from roadmap_desktop.paint.track import LineLayout, Place, Track, height_at, height_for, layout

__all__ = [
    "SYMBOLS",
    "LineLayout",
    "Place",
    "Shape",
    "Track",
    "describe",
    "drawn",
    "height_for",
    "layout",
    "mix",
    "paint",
    "paint_shapes",
    "paint_symbol",
    "symbol",
]


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
    paint_shapes(painter, drawn(line, theme, surface))
    if line.labels:
        _paint_texts(painter, line, theme, font, ground)
    for at, colour in ((hover, theme.border), (focus, theme.accent)):
        if at and (place := line.place(*at)):
            _paint_frame(painter, line, place, colour)
    painter.restore()


def drawn(line: LineLayout, theme: Theme, surface: str | None = None) -> tuple[Shape, ...]:
    """The figures of `line`, without its texts, in the order in which they cover one another."""
    ground = surface or theme.surface
    key = (theme.name, ground)
    if key not in line.shapes:
        line.shapes[key] = tuple(_shapes(line, theme, ground))
    return line.shapes[key]


def _paint_frame(painter: QPainter, line: LineLayout, place: Place, colour: str) -> None:
    """A rounded square around a stop: no state looks like it."""
    unit = line.sizes.unit
    half = place.radius + (5 if line.sizes.full else 2.5) * unit
    painter.setPen(QPen(QColor(colour), 2 * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(place.x - half, place.y - half, 2 * half, 2 * half)
    painter.drawRoundedRect(box, 4 * unit, 4 * unit)


def _shapes(line: LineLayout, theme: Theme, ground: str) -> Iterable[Shape]:
    pots = [Pot() for _ in range(5)]
    for number in range(len(line.tracks)):
        _draw_track(pots[0], pots[1], line, number, theme, ground)
    for place in line.places:
        colour = theme.steps[place.step % len(theme.steps)]
        draw_marks(pots[2], place, line.sizes, colour, theme, ground)
        draw_stop(pots[3], pots[4], place, line.sizes, colour, theme, ground)
    for pot in pots:
        yield from pot.shapes()


def _draw_track(outer: Pot, inner: Pot, line: LineLayout, number: int, theme: Theme, ground: str) -> None:
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
    path.moveTo(start, height_at(line, number, start)[0])
    for left, right in pairwise(xs):
        (y0, s0), (y1, s1) = height_at(line, number, left), height_at(line, number, right)
        third = (right - left) / 3
        if s0 == 0 == s1 and y0 == y1:
            path.lineTo(right, y1)
        else:
            path.cubicTo(left + third, y0 + s0 * third, right - third, y1 - s1 * third, right, y1)


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
