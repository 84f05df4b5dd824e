"""Sheets on pages: pieces dealt out over paper, and any page of them painted on any QPainter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPen

from roadmap_desktop.documents.sheets import Footer, Sheet
from roadmap_desktop.domain.progress import Stop
from roadmap_desktop.paint import blocks, faces
from roadmap_desktop.paint.blocks import Badge, Box, Drawing, Frame, Letters, Piece, Rule, Sign
from roadmap_desktop.paint.faces import DPI, MM, PT, Faces, Style
from roadmap_desktop.paint.line import Shape, paint, paint_shapes, symbol
from roadmap_desktop.paint.theme import PAPER

PAPERS: Final = ("A4", "Letter")
_SIZES: Final = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
SIDE_MARGIN, TOP_MARGIN, FOOT_MARGIN = 19.0, 20.0, 24.0
"""Margins in mm: what any printer can reach, and room for a hole punch."""
_RUNNING_HEAD: Final = 11.0
_FOOTER: Final = 14.0


class Pages(NamedTuple):
    """A sheet dealt out over paper. Each page is a list of (y, piece) in dots, from the page's top left."""

    sheet: Sheet
    faces: Faces
    paper: str
    pages: tuple[tuple[tuple[float, Piece], ...], ...]

    @property
    def page_count(self) -> int:
        """How many pages there are, one at least."""
        return len(self.pages)

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


def _deal(pieces: Iterable[Piece], room: float) -> Iterator[tuple[tuple[float, Piece], ...]]:
    """Fill pages of height `room`: bound pieces stay together where a page can hold them all."""
    page: list[tuple[float, Piece]] = []
    y = 0.0
    for group in _groups(pieces):
        needed = sum(piece.height + piece.before for piece in group) - (0 if page else group[0].before)
        whole = sum(piece.height + piece.before for piece in group) - group[0].before
        if page and y + needed > room and whole + _repeated(group[0]) <= room:
            yield tuple(_filled(page, room - y))
            page, y = [], 0.0
        for piece in group:
            if page and y + piece.before + piece.height > room:
                yield tuple(page)
                page, y = [], 0.0
            if not page and piece.head:
                page.append((0.0, piece.head._replace(rail=piece.rail)))
                y = piece.head.height
            elif page:
                y += piece.before
            if page or piece.ops:
                page.append((y, piece))
                y += piece.height
    if page:
        yield tuple(page)


def _filled(page: list[tuple[float, Piece]], spare: float) -> Iterator[tuple[float, Piece]]:
    """The page with its growing pieces repeated, as evenly as may be, until little of `spare` is left."""
    growing = [number for number, (_, piece) in enumerate(page) if piece.grow]
    extra = int(spare // page[growing[0]][1].height) if growing else 0
    down = 0.0
    for number, (y, piece) in enumerate(page):
        yield y + down, piece
        if not piece.grow:
            continue
        share, more = divmod(extra, len(growing))
        for _ in range(share + (growing.index(number) < more)):
            down += piece.height
            yield y + down, piece


def _repeated(piece: Piece) -> float:
    return piece.head.height if piece.head else 0.0


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Runs of pieces that want to be on one page."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
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
        for y, piece in pages.pages[number - 1]:
            for op in piece.ops:
                self._draw(op, y)
        painter.translate(-SIDE_MARGIN * MM, -TOP_MARGIN * MM)
        self._margins(pages, number, width, height)

    def _rails(self, page: tuple[tuple[float, Piece], ...]) -> None:
        """The line along a step's checkpoints, one stroke as far as it reaches on the page."""
        runs: list[tuple[int, float, float]] = []
        for y, piece in page:
            if piece.rail < 0:
                if piece.ops and runs and runs[-1][0] >= 0:
                    runs.append((-1, 0.0, 0.0))
                continue
            sign = next((op.y for op in piece.ops if isinstance(op, Sign)), None)
            if runs and runs[-1][0] == piece.rail:
                runs[-1] = (piece.rail, runs[-1][1], y + piece.height)
            else:
                runs.append((piece.rail, y if sign is None else y + sign, y + piece.height))
        for step, start, end in runs:
            if step < 0:
                continue
            colour = PAPER.steps[step % len(PAPER.steps)]
            self._painter.setPen(self._pen(colour, 1.5 * PT))
            self._painter.drawLine(QPointF(blocks.RAIL, start), QPointF(blocks.RAIL, end))

    def _pen(self, colour: str, width: float) -> QPen:
        key = (colour, width)
        if key not in self._pens:
            pen = QPen(QColor(colour), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            self._pens[key] = pen
        return self._pens[key]

    def _letters(self, x: float, y: float, text: str, style: Style) -> None:
        painter = self._painter
        if style != self._style:
            painter.setFont(self.faces.font(style))
            painter.setPen(self._pen(getattr(PAPER, style.colour), 1.0))
            self._style = style
        painter.drawText(QPointF(x, y), text)

    def _draw(self, op: blocks.Op, y: float) -> None:
        if isinstance(op, Letters):
            self._letters(op.x, op.y + y, op.text, op.style)
            return
        painter = self._painter
        self._style = None
        match op:
            case Rule():
                painter.setPen(self._pen(getattr(PAPER, op.colour), op.width))
                painter.drawLine(QPointF(op.x1, op.y1 + y), QPointF(op.x2, op.y2 + y))
            case Box():
                painter.setPen(self._pen(PAPER.border, 0.7 * PT))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(op.x, op.y + y, op.width, op.height))
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
        style = faces.STRONG._replace(size=badge.radius / PT * 1.15, colour="surface")
        middle = badge.y + y
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(badge.x, middle), badge.radius, badge.radius)
        x = badge.x - self.faces.width(badge.text, style) / 2
        self._letters(x, middle - style.line / 2 + self.faces.drop(style), badge.text, style)

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
        self._letters(right - wide, base, count, style)
        tail = " · ".join(part for part in (footer.printed, footer.level) if part)
        room = right - left - wide - 8 * MM - self.faces.width(tail, style)
        file = self.faces.fit(footer.file, max(room, 20 * MM), style)
        self._letters(left, base, " · ".join(part for part in (file, tail) if part), style)
        if number > 1:
            title = self.faces.fit(pages.sheet.title, right - left, style)
            self._letters(left, _RUNNING_HEAD * MM + self.faces.drop(style), title, style)


def _look(stop: Stop) -> tuple[str, bool, bool, bool]:
    return stop.state, stop.overdue, stop.current, stop.conflict
