"""The figures of the transit line: stops in their states and marks, as paths; not where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from roadmap_desktop.domain.progress import Stop
from roadmap_desktop.domain.records import STATES
from roadmap_desktop.paint.theme import Theme
from roadmap_desktop.paint.track import Place, Sizes

SYMBOLS: Final = (*STATES, "current", "overdue", "conflict")
"""What `paint_symbol` can draw: the states of a stop and the marks it may bear."""


class Shape(NamedTuple):
    """A path to fill, to stroke, or both."""

    path: QPainterPath
    pen: QPen
    brush: QBrush


class Pot:
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


def _disc(path: QPainterPath, x: float, y: float, radius: float) -> None:
    path.addEllipse(QPointF(x, y), radius, radius)


def draw_marks(pot: Pot, place: Place, sizes: Sizes, colour: str, theme: Theme, ground: str) -> None:
    """What surrounds a stop: the ground that sets it off the line, the halo and pointer of the current one."""
    x, y, r = place.x, place.y, place.radius
    unit = sizes.unit
    if place.stop.current:
        _disc(pot.path("", 0, mix(colour, ground, 0.34)), x, y, r + (2.4 if sizes.fine else 4.5) * unit)
    if sizes.full or not sizes.fine or place.stop.state != "open":
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


def draw_stop(
    pot: Pot, details: Pot, place: Place, sizes: Sizes, colour: str, theme: Theme, ground: str
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
    sizes = Sizes(radius / 7.5, radius * 4, radius, radius, radius, fine=False, full=False)
    place = Place(0, 0, stop, 0.0, 0.0, radius * (0.8 if stop.state == "not-needed" else 1.0))
    pots = [Pot() for _ in range(3)]
    draw_marks(pots[0], place, sizes, colour, theme, ground)
    draw_stop(pots[1], pots[2], place, sizes, colour, theme, ground)
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


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], x: float = 0.0, y: float = 0.0) -> None:
    """Draw `shapes`, moved by (x, y); pen and brush stay changed."""
    for shape in shapes:
        painter.setPen(shape.pen)
        painter.setBrush(shape.brush)
        painter.drawPath(shape.path.translated(x, y) if x or y else shape.path)
