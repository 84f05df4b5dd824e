"""The pieces that pages are made of: where each letter and rule of them lies; draws nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias, TypeVar

from PySide6.QtGui import QImage

from roadmap_desktop.domain.progress import Stop
from roadmap_desktop.paint.faces import Faces, Style
from roadmap_desktop.paint.track import LineLayout

T = TypeVar("T")

_WHOLE: Final = 5
"""A paragraph of so many lines stays together."""


class Letters(NamedTuple):
    """Lines of text under one another; (x, y) is the left end of the first one's baseline."""

    x: float
    y: float
    lines: Sequence[str]
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


class Wash(NamedTuple):
    """A filled rectangle; `colour` a name of Theme."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class Photo(NamedTuple):
    """A picture from elsewhere, scaled into its box."""

    x: float
    y: float
    width: float
    height: float
    picture: QImage


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


class PageNumber(NamedTuple):
    """The number of the page where the piece of that mark lies, ending at `x`; `y` is the baseline."""

    x: float
    y: float
    mark: str
    style: Style


class Drawing(NamedTuple):
    """A transit line, scaled."""

    x: float
    y: float
    line: LineLayout
    scale: float


Op: TypeAlias = Letters | Rule | Box | Wash | Photo | Sign | Badge | PageNumber | Drawing


class Piece(NamedTuple):
    """What a page takes whole or not at all; its drawing lies relative to its own top left.

    `before` is the air above it, lost at a page's top; `keep` binds it to the next piece; `head` is repeated above
    it on a new page; one that may `grow` is repeated where a page has room to spare; `mark` is what contents call it.
    """

    height: float
    ops: tuple[Op, ...]
    before: float = 0.0
    keep: bool = False
    head: Piece | None = None
    grow: bool = False
    mark: str = ""


class Frame(NamedTuple):
    """What a block is set in: the faces, the width and the height of the page's text."""

    faces: Faces
    width: float
    height: float


def lines_of(lines: Sequence[str], x: float, y: float, style: Style, frame: Frame) -> list[Op]:
    """`lines` set one under the other from the top `y`."""
    return [Letters(x, y + frame.faces.drop(style), lines, style)]


def right_of(text: str, x: float, y: float, style: Style, frame: Frame) -> Op:
    """`text` that ends at `x`, in the line from the top `y`."""
    return Letters(x - frame.faces.width(text, style), y + frame.faces.drop(style), (text,), style)


def flow(
    text: str, x: float, room: float, style: Style, frame: Frame, before: float = 0.0
) -> Iterator[Piece]:
    """A text of any length as pieces: short ones whole, long ones by the line, never one line alone."""
    for index, part in enumerate(portions(frame.faces.wrap(text, room, style))):
        ops = tuple(lines_of(part, x, 0, style, frame))
        yield Piece(len(part) * style.line, ops, before if index == 0 else 0.0)


def portions(lines: list[T]) -> list[list[T]]:
    """What of a paragraph's lines has to stay on one page: all of a few; of many each for itself, two at both ends."""
    if len(lines) <= _WHOLE:
        return [lines]
    return [lines[:2], *([line] for line in lines[2:-2]), lines[-2:]]
