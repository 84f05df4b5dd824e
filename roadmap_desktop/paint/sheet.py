"""Sheets on pages: pieces dealt out over paper, and any page of them painted on any QPainter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPen

from roadmap_desktop.documents.blocks import Footer, Sheet
from roadmap_desktop.domain.progress import Stop
from roadmap_desktop.paint import blocks, faces
from roadmap_desktop.paint.faces import DPI, MM, PT, Faces, Style
from roadmap_desktop.paint.line import paint
from roadmap_desktop.paint.pieces import (
    Badge,
    Box,
    Drawing,
    Frame,
    Letters,
    Op,
    PageNumber,
    Photo,
    Piece,
    Rule,
    Sign,
    Wash,
)
from roadmap_desktop.paint.symbol import Shape, paint_shapes, symbol
from roadmap_desktop.paint.theme import PAPER

PAPERS: Final = ("A4", "Letter")
_SIZES: Final = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
SIDE_MARGIN, TOP_MARGIN, FOOT_MARGIN = 19.0, 20.0, 24.0
"""Margins in mm: what any printer can reach, and room for a hole punch."""
_RUNNING_HEAD: Final = 11.0
_FOOTER: Final = 14.0
_FILE: Final = 20 * MM
"""What the name of the file needs at the foot at least."""


class Placed(NamedTuple):
    """A piece at its height on the page, in dots, and the step whose rail runs along it (-1: none)."""

    y: float
    rail: int
    piece: Piece


Page: TypeAlias = tuple[Placed, ...]


class Pages(NamedTuple):
    """A sheet dealt out over paper."""

    sheet: Sheet
    faces: Faces
    paper: str
    pages: tuple[Page, ...]

    @property
    def page_count(self) -> int:
        """How many pages there are, one at least."""
        return len(self.pages)

    def page_of(self, mark: str) -> int:
        """The page with the piece of that mark; 0 where there is none."""
        return next(
            (
                number
                for number, page in enumerate(self.pages, 1)
                if any(placed.piece.mark == mark for placed in page)
            ),
            0,
        )

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of the paper as it is laid."""
        return paper_size(self.paper, wide=self.sheet.wide)


def paper_size(paper: str, *, wide: bool = False) -> tuple[float, float]:
    """(width, height) of one of PAPERS in mm; KeyError for another."""
    width, height = _SIZES[paper]
    return (height, width) if wide else (width, height)


def page_layout(paper: str, *, wide: bool = False) -> QPageLayout:
    """The same for a QPrinter or QPdfWriter, without margins of its own: the sheet keeps its own."""
    size = QPageSize(QPageSize.PageSizeId.A4 if paper == "A4" else QPageSize.PageSizeId.Letter)
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    return QPageLayout(size, turned, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def lay_out(sheet: Sheet, *, paper: str = "A4", family: str = "", type_faces: Faces | None = None) -> Pages:
    """Deal `sheet` out over pages of `paper`, set in `family`, or in `type_faces` shared by several sheets."""
    using = type_faces or Faces(family)
    width, height = (side * MM for side in paper_size(paper, wide=sheet.wide))
    frame = Frame(using, width - 2 * SIDE_MARGIN * MM, height - (TOP_MARGIN + FOOT_MARGIN) * MM)
    dealt = tuple(_deal(blocks.pieces(sheet.blocks, frame), frame.height))
    return Pages(sheet, using, paper, dealt or ((),))


def _deal(pieces: Iterable[tuple[int, Piece]], room: float) -> Iterator[Page]:
    """Fill pages of height `room`: bound pieces stay together where a page can hold them all."""
    page: list[Placed] = []
    y = 0.0
    for group in _groups(pieces):
        first = group[0][1]
        tall = sum(piece.height + piece.before for _, piece in group) - first.before
        if page and y + first.before + tall > room and tall + _repeated(first) <= room:
            yield tuple(_filled(page, room - y))
            page, y = [], 0.0
        for rail, piece in group:
            if page and y + piece.before + piece.height > room:
                yield tuple(page)
                page, y = [], 0.0
            if page:
                y += piece.before
            elif piece.head:
                page.append(Placed(0.0, rail, piece.head))
                y = piece.head.height
            if page or piece.ops:
                page.append(Placed(y, rail, piece))
                y += piece.height
    if page:
        yield tuple(page)


def _filled(page: list[Placed], spare: float) -> Iterator[Placed]:
    """The page with its growing pieces repeated, as evenly as may be, until little of `spare` is left."""
    growing = sum(placed.piece.grow for placed in page)
    extra = int(spare // next(placed.piece.height for placed in page if placed.piece.grow)) if growing else 0
    down, seen = 0.0, 0
    for y, rail, piece in page:
        yield Placed(y + down, rail, piece)
        if not piece.grow:
            continue
        share, more = divmod(extra, growing)
        for _ in range(share + (seen < more)):
            down += piece.height
            yield Placed(y + down, rail, piece)
        seen += 1


def _repeated(piece: Piece) -> float:
    return piece.head.height if piece.head else 0.0


def _groups(pieces: Iterable[tuple[int, Piece]]) -> Iterator[list[tuple[int, Piece]]]:
    """Runs of pieces that want to be on one page."""
    group: list[tuple[int, Piece]] = []
    for rail, piece in pieces:
        group.append((rail, piece))
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group


# ------------------------------------------------------------------------------------------- painting


def paint_page(painter: QPainter, pages: Pages, number: int, *, scale: float | None = None) -> None:
    """Paint page `number` (from 1) with the paper's corner at the painter's origin.

    A printer must be set to its full page (`page_layout` has no margins). The size follows the resolution of the
    painter's device; `scale`, in units per point, sets it instead, for a preview on the screen.
    """
    per_dot = scale * 72 / DPI if scale else painter.device().logicalDpiX() / DPI
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if per_dot != 1:
        painter.scale(per_dot, per_dot)
    Brush(painter, pages.faces).page(pages, number)
    painter.restore()


class Brush:
    """Paints pages with one painter, telling it only what changes; `symbols` are shared from page to page."""

    def __init__(
        self, painter: QPainter, type_faces: Faces, symbols: dict[object, tuple[Shape, ...]] | None = None
    ) -> None:
        """The painter must measure in dots of 1/DPI inch."""
        self._painter = painter
        self.faces = type_faces
        self._symbols: dict[object, tuple[Shape, ...]] = {} if symbols is None else symbols
        self._style: Style | None = None
        self._pens: dict[tuple[str, float], QPen] = {}

    def page(self, pages: Pages, number: int) -> None:
        """Paint one page whole."""
        painter = self._painter
        width, height = (side * MM for side in pages.size_mm)
        painter.translate(SIDE_MARGIN * MM, TOP_MARGIN * MM)
        self._rails(pages.pages[number - 1])
        for y, _, piece in pages.pages[number - 1]:
            for op in piece.ops:
                if isinstance(op, Letters):
                    self._letters(op, y)
                elif isinstance(op, PageNumber):
                    number_text = str(pages.page_of(op.mark))
                    x = op.x - self.faces.width(number_text, op.style)
                    self._letters(Letters(x, op.y, (number_text,), op.style), y)
                else:
                    self._style = None
                    self._draw(op, y)
        painter.translate(-SIDE_MARGIN * MM, -TOP_MARGIN * MM)
        self._margins(pages, number, width, height)

    def _rails(self, page: Page) -> None:
        """The line along a step's checkpoints, one stroke as far as it reaches on the page."""
        run: tuple[int, float, float] | None = None
        for y, rail, piece in page:
            if run and (rail == run[0] or not piece.ops):
                run = (run[0], run[1], y + piece.height if rail == run[0] else run[2])
                continue
            self._rail(run)
            sign = next((op.y for op in piece.ops if isinstance(op, Sign)), 0.0)
            run = (rail, y + sign, y + piece.height) if rail >= 0 else None
        self._rail(run)

    def _rail(self, run: tuple[int, float, float] | None) -> None:
        if run:
            step, start, end = run
            self._painter.setPen(self._pen(PAPER.steps[step % len(PAPER.steps)], 1.5 * PT))
            self._painter.drawLine(QPointF(blocks.RAIL, start), QPointF(blocks.RAIL, end))

    def _pen(self, colour: str, width: float) -> QPen:
        key = (colour, width)
        if key not in self._pens:
            pen = QPen(QColor(colour), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            self._pens[key] = pen
        return self._pens[key]

    def _letters(self, letters: Letters, top: float) -> None:
        x, y, lines, style = letters
        painter = self._painter
        if style is not self._style:
            painter.setFont(self.faces.font(style))
            painter.setPen(self._pen(getattr(PAPER, style.colour), 1.0))
            self._style = style
        y += top
        for line in lines:
            painter.drawText(QPointF(x, y), line)
            y += style.line

    def _line(self, x: float, y: float, text: str, style: Style) -> None:
        self._letters(Letters(x, y, (text,), style), 0.0)

    def _draw(self, op: Op, y: float) -> None:
        painter = self._painter
        match op:
            case Rule():
                painter.setPen(self._pen(getattr(PAPER, op.colour), op.width))
                painter.drawLine(QPointF(op.x1, op.y1 + y), QPointF(op.x2, op.y2 + y))
            case Box():
                painter.setPen(self._pen(PAPER.border, 0.7 * PT))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(op.x, op.y + y, op.width, op.height))
            case Wash():
                box = QRectF(op.x, op.y + y, op.width, op.height)
                painter.fillRect(box, QColor(getattr(PAPER, op.colour)))
            case Photo():
                painter.drawImage(QRectF(op.x, op.y + y, op.width, op.height), op.picture)
            case Sign():
                self._sign(op, y)
            case Badge():
                self._badge(op, y)
            case Drawing():
                painter.save()
                painter.translate(op.x, op.y + y)
                painter.scale(op.scale, op.scale)
                paint(painter, op.line, PAPER, self.faces.font(faces.BODY))
                painter.restore()

    def _sign(self, sign: Sign, y: float) -> None:
        stop = sign.stop
        key = (sign.kind, sign.step) if stop is None else (_look(stop), sign.step)
        shapes = self._symbols.get(key)
        if shapes is None:
            colour = PAPER.steps[sign.step % len(PAPER.steps)]
            shapes = self._symbols[key] = symbol(stop or sign.kind, blocks.RADIUS, colour, PAPER)
        paint_shapes(self._painter, shapes, sign.x, sign.y + y)

    def _badge(self, badge: Badge, y: float) -> None:
        painter = self._painter
        colour = PAPER.steps[badge.step % len(PAPER.steps)]
        style = faces.style(badge.radius / PT * 1.15, 11, bold=True, colour="surface")
        middle = badge.y + y
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(badge.x, middle), badge.radius, badge.radius)
        x = badge.x - self.faces.width(badge.text, style) / 2
        self._line(x, middle - style.line / 2 + self.faces.drop(style), badge.text, style)

    def _margins(self, pages: Pages, number: int, width: float, height: float) -> None:
        """The foot of every page, and from the second on the sheet's title above."""
        footer: Footer = pages.sheet.footer
        left, right = SIDE_MARGIN * MM, width - SIDE_MARGIN * MM
        style = faces.FOOT
        self._style = None
        top = height - _FOOTER * MM
        self._painter.setPen(self._pen(PAPER.hairline, 0.4 * PT))
        self._painter.drawLine(QPointF(left, top), QPointF(right, top))
        base = top + 1.6 * MM + self.faces.drop(style)
        count = footer.page.format(page=number, pages=pages.page_count)
        wide = self.faces.width(count, style)
        self._line(right - wide, base, count, style)
        room = right - left - wide - 8 * MM
        for line in self._foot_lines(footer, room):
            self._line(left, base, line, style)
            base += style.line
        if number > 1:
            title = self.faces.fit(pages.sheet.title, right - left, style)
            self._line(left, _RUNNING_HEAD * MM + self.faces.drop(style), title, style)

    def _foot_lines(self, footer: Footer, room: float) -> list[str]:
        """File, date and level of detail in a line, or the level below where they need more than `room`."""
        style = faces.FOOT
        parts = [part for part in (footer.file, footer.printed, footer.level) if part]
        if footer.level and self.faces.width(" · ".join(parts[1:]), style) + _FILE > room:
            parts, below = parts[:-1], [self.faces.fit(footer.level, room, style)]
        else:
            below = []
        if footer.file:
            rest = self.faces.width(" · ".join(["", *parts[1:]]), style)
            parts[0] = self.faces.fit(footer.file, max(room - rest, _FILE), style)
        return [" · ".join(parts), *below]


def _look(stop: Stop) -> tuple[str, bool, bool, bool]:
    return stop.state, stop.overdue, stop.current, stop.conflict
