"""What sheets are made of: blocks as plain data, with nothing of Qt and nothing of the subject in them."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from roadmap_desktop.domain.progress import StepProgress, Stop

Tracks: TypeAlias = tuple[tuple[str, tuple[StepProgress, ...]], ...]
"""Names and steps of the lines to draw, as `paint.line.Track` takes them."""


class LineCell(NamedTuple):
    """A small transit line in a table, with a caption under each track's name."""

    tracks: Tracks
    captions: tuple[str, ...]


class TextCell(NamedTuple):
    """A table's cell with a stressed first line and a quieter second one."""

    text: str
    under: str = ""
    strong: bool = False
    alarm: bool = False


Cell: TypeAlias = str | TextCell | LineCell


class Title(NamedTuple):
    """The head of a sheet: the kind of sheet over its name, and a line under it."""

    over: str
    text: str
    under: str = ""


class Heading(NamedTuple):
    """Level 1 heads a side or chapter, 2 a step (with its number), 3 a table or tool. `mark` is what Contents call it."""

    level: int
    text: str
    note: str = ""
    step: str = ""
    mark: str = ""


class Contents(NamedTuple):
    """Where to find what: (mark of a heading, its name); the page numbers are filled in when the pages are known."""

    items: tuple[tuple[str, str], ...]


class Text(NamedTuple):
    """A paragraph; `quiet` is set smaller and paler; `second` is the same in another language, set beside it."""

    text: str
    quiet: bool = False
    second: str = ""


class Span(NamedTuple):
    """A stretch of a running text; a `gap` is marked as still missing."""

    text: str
    strong: bool = False
    gap: bool = False


class Running(NamedTuple):
    """A paragraph of several spans. `hang` stands to its left, in a column of `room` mm; `close` leaves little air above;
    `keep` binds its end to what follows.
    """

    spans: tuple[Span, ...]
    hang: Span | None = None
    room: float = 0.0
    close: bool = False
    keep: bool = False


class Sender(NamedTuple):
    """The letterhead: a picture (PNG that has been looked through, b"" for none), the name, further lines."""

    name: str
    lines: tuple[str, ...]
    logo: bytes = b""


class Parties(NamedTuple):
    """The organisations side by side: label, name, and further lines of each."""

    cells: tuple[tuple[str, str, tuple[str, ...]], ...]


class Line(NamedTuple):
    """The transit line in full."""

    tracks: Tracks


class Legend(NamedTuple):
    """What the signs of the line mean: (symbol, its name)."""

    title: str
    items: tuple[tuple[str, str], ...]


class Writing(NamedTuple):
    """Room to write by hand: lines, fields with a line each, and boxes to tick."""

    lines: int
    fields: tuple[str, ...]
    boxes: tuple[str, ...]


class Questions(NamedTuple):
    """What is asked, and a hint; the `second` ones are the same in another language, set beside them."""

    items: tuple[str, ...]
    hint: str = ""
    second: tuple[str, ...] = ()
    second_hint: str = ""


class Point(NamedTuple):
    """A checkpoint with its answer. `facts` and `extras` are (label, text); `alarm` stands before the facts.

    `questions` and room for `writing` where it is still to be answered.
    """

    code: str
    title: str
    step: int
    stop: Stop
    state: str
    facts: tuple[tuple[str, str], ...]
    alarms: tuple[str, ...]
    text: str
    missing: str
    extras: tuple[tuple[str, str], ...]
    questions: Questions | None = None
    writing: Writing | None = None


class Column(NamedTuple):
    """One of two texts: whose it is, and its words, each stretch with whether the other text lacks it."""

    head: str
    text: tuple[tuple[str, bool], ...]
    missing: str = ""


class Beside(NamedTuple):
    """A subject with two texts side by side, and what is said of them."""

    title: str
    said: str
    strong: bool
    columns: tuple[Column, Column]


class Table(NamedTuple):
    """Rows under heads that repeat on every page. `widths` are parts; `right` the columns of numbers; `foot` sums."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    right: tuple[int, ...] = ()
    foot: tuple[str, ...] = ()


class Quadrants(NamedTuple):
    """Four fields of short lines, as in a SWOT: title and lines of each, row by row."""

    cells: tuple[tuple[str, tuple[str, ...]], ...]


class Grid(NamedTuple):
    """Numbers in a 5 × 5 field: (number, across 1–5, up 1–5), and the names of its edges."""

    across: str
    up: str
    items: tuple[tuple[int, int, int], ...]


class Blank(NamedTuple):
    """A checkpoint to fill in by hand: what is asked, and room to write."""

    code: str
    title: str
    step: int
    questions: Questions
    writing: Writing


class Fields(NamedTuple):
    """Labels with a line to write on, side by side."""

    labels: tuple[str, ...]


Block: TypeAlias = (
    Title
    | Heading
    | Text
    | Running
    | Sender
    | Contents
    | Parties
    | Line
    | Legend
    | Point
    | Beside
    | Table
    | Quadrants
    | Grid
    | Blank
    | Fields
)


class Footer(NamedTuple):
    """Foot of every page; `page` holds the places {page} and {pages}."""

    file: str
    printed: str
    level: str
    page: str


class Sheet(NamedTuple):
    """One printed thing, its pages numbered by themselves; `wide` asks for paper laid sideways."""

    name: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    footer: Footer
    wide: bool = False
