"""The type of a document on the screen: each block of it laid out for a width, measured and painted; knows no list."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPen,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from roadmap_desktop.documents.document import Letterhead, Paragraph, Run, Signatures, Table
from roadmap_desktop.models.document import Line
from roadmap_desktop.paint import theme as tokens
from roadmap_desktop.widgets.design import Role, scaled

INK: Final = "#1c2329"
QUIET: Final = "#4b5563"
_WASH: Final = "#f3f5f7"
_RULE: Final = "#9aa5b1"
_INDENT: Final = 40
_LABEL: Final = 150
_CELL: Final = 6
_LEADING: Final = 1.22
_LOGO: Final = 52
_HEADS: Final[dict[str, tuple[Role, float, float]]] = {"title": ("title", 10, 12), "heading": ("lead", 16, 2)}
"""Of what stands over a text: its size, the air above it and below it."""


class Text(NamedTuple):
    """A laid out text with its top left corner."""

    x: float
    y: float
    layout: QTextLayout


class Ground(NamedTuple):
    """A filled rectangle."""

    box: QRectF
    colour: str


class Stroke(NamedTuple):
    """A straight line."""

    start: QPointF
    end: QPointF
    colour: str = _RULE


class Picture(NamedTuple):
    """A picture in its box."""

    box: QRectF
    picture: QPixmap


Mark: TypeAlias = Text | Ground | Stroke | Picture


class Setting(NamedTuple):
    """What a block looks like: its height, and what to paint from its top left corner, in order."""

    height: float
    marks: tuple[Mark, ...]


class Setter:
    """Sets lines in one font; `logo` stands in the letterhead."""

    def __init__(self, font: QFont) -> None:
        """`font` is the font of running text."""
        self._font = font
        self.logo = QPixmap()

    def set(self, line: Line, width: float) -> Setting:
        """`line` on paper `width` pixels wide."""
        match line.block:
            case Paragraph():
                return self._paragraph(line.block, width, indented=line.indented)
            case Table():
                return self._table(line.block, width)
            case Signatures():
                return self._signatures(line.block, width)
            case Letterhead():
                return self._letterhead(line.block, width)

    # paragraphs ---------------------------------------------------------------------------------------

    def _paragraph(self, block: Paragraph, width: float, *, indented: bool) -> Setting:
        match block.style:
            case "item":
                bullet = Text(4, 0, self._lay("•", _INDENT))
                return _with(self._running(block.runs, width, x=20, after=4), bullet)
            case "clause":
                return self._clause(block, width)
            case "fact":
                return self._fact(block, width)
            case "advice":
                return self._advice(block, width)
            case "line":
                return Setting(30, (Stroke(QPointF(0, 24), QPointF(width, 24)),))
            case style:
                role, before, after = _HEADS.get(style, ("body", 0, 0 if style == "address" else 8))
                x = _INDENT if indented else 0
                return self._running(block.runs, width, x=x, role=role, before=before, after=after)

    def _running(
        self,
        runs: Sequence[Run],
        width: float,
        *,
        x: float = 0,
        role: Role = "body",
        before: float = 0,
        after: float = 8,
    ) -> Setting:
        layout = self._lay_runs(runs, width - x, scaled(self._font, role, bold=role != "body"))
        return Setting(before + _height(layout) + after, (Text(x, before, layout),))

    def _clause(self, block: Paragraph, width: float) -> Setting:
        first, *rest = block.runs
        number, _, text = first.text.partition(" ")
        set_in = self._running((first._replace(text=text), *rest), width, x=_INDENT)
        return _with(set_in, Text(0, 0, self._lay(number, _INDENT)))

    def _fact(self, block: Paragraph, width: float) -> Setting:
        if not (block.runs and block.runs[0].strong):
            return self._running(block.runs, width, after=2)
        label = self._lay_runs(block.runs[:1], _LABEL - 8, self._font)
        first, *rest = block.runs[1:] or (Run(""),)
        said = (first._replace(text=first.text.lstrip()), *rest)
        value = self._running(said, width, x=_LABEL, after=2)
        return Setting(max(value.height, _height(label) + 2), (*value.marks, Text(0, 0, label)))

    def _advice(self, block: Paragraph, width: float) -> Setting:
        font = QFont(self._font)
        font.setItalic(True)
        layout = self._lay_runs(block.runs, width - 32, font, QUIET)
        tall = _height(layout) + 16
        ground = Ground(QRectF(0, 4, width, tall), _WASH)
        bar = Ground(QRectF(0, 4, 3, tall), _RULE)
        return Setting(tall + 16, (ground, bar, Text(18, 12, layout)))

    # tables, signatures, letterhead -------------------------------------------------------------------

    def _table(self, block: Table, width: float) -> Setting:
        parts = sum(block.widths)
        widths = [width * part / parts for part in block.widths]
        marks: list[Mark] = []
        y = 2.0
        for row, strong in _rows(block):
            cells = [
                self._cell(text, wide, strong=strong, right=at in block.right)
                for at, (text, wide) in enumerate(zip(row, widths, strict=False))
            ]
            tall = max([_height(cell) for cell in cells], default=0) + 2 * _CELL
            tall = tall if any(row) else max(tall, 34)
            if row is block.heads:
                marks.append(Ground(QRectF(0, y, width, tall), "#eef1f4"))
            x = 0.0
            for cell, wide in zip(cells, widths, strict=False):
                marks += [Text(x + _CELL, y + _CELL, cell), *_frame(QRectF(x, y, wide, tall))]
                x += wide
            y += tall
        return Setting(y + 12, tuple(marks))

    def _cell(self, text: str, width: float, *, strong: bool, right: bool) -> QTextLayout:
        font = scaled(self._font, "small", bold=strong)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return self._lay(text, width - 2 * _CELL, font, side=side)

    def _signatures(self, block: Signatures, width: float) -> Setting:
        columns = [(name, block.labels) for name in block.names]
        if len(columns) == 1:
            columns = [(block.names[0] if not at else "", (label,)) for at, label in enumerate(block.labels)]
        wide = width / len(columns)
        marks: list[Mark] = []
        tall = 0.0
        for at, (name, labels) in enumerate(columns):
            x = at * wide
            head = self._lay(name, wide - 16, scaled(self._font, "body", bold=True))
            marks.append(Text(x, 10, head))
            y = 10 + _height(head)
            for label in labels:
                y += 28
                marks.append(Stroke(QPointF(x, y), QPointF(x + wide - 24, y)))
                small = self._lay(label, wide - 24, scaled(self._font, "small"), QUIET)
                marks.append(Text(x, y + 2, small))
                y += _height(small) + 2
            tall = max(tall, y)
        return Setting(tall + 12, tuple(marks))

    def _letterhead(self, block: Letterhead, width: float) -> Setting:
        marks: list[Mark] = []
        y = 0.0
        if not self.logo.isNull():
            wide = min(self.logo.width() * _LOGO / self.logo.height(), width)
            tall = self.logo.height() * wide / self.logo.width()
            marks.append(Picture(QRectF(0, 0, wide, tall), self.logo))
            y = tall + 8
        for text, font, colour in (
            (block.name, scaled(self._font, "lead", bold=True), INK),
            ("\n".join(block.lines), scaled(self._font, "small"), QUIET),
        ):
            layout = self._lay(text, width, font, colour)
            marks.append(Text(0, y, layout))
            y += _height(layout)
        marks.append(Stroke(QPointF(0, y + 8), QPointF(width, y + 8)))
        return Setting(y + 24, tuple(marks))

    # type ---------------------------------------------------------------------------------------------

    def _lay_runs(self, runs: Sequence[Run], width: float, font: QFont, colour: str = INK) -> QTextLayout:
        formats: list[QTextLayout.FormatRange] = []
        at = 0
        for run in runs:
            size = len(run.text.encode("utf-16-le")) // 2
            if run.gap or run.strong:
                formats.append(_format(at, size, gap=run.gap))
            at += size
        return self._lay("".join(run.text for run in runs), width, font, colour, formats=formats)

    def _lay(
        self,
        text: str,
        width: float,
        font: QFont | None = None,
        colour: str = INK,
        *,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        formats: Sequence[QTextLayout.FormatRange] = (),
    ) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", "\u2028"), font or self._font)
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        whole = QTextLayout.FormatRange()
        whole.start, whole.length = 0, len(text.encode("utf-16-le")) // 2
        ink = QTextCharFormat()
        ink.setForeground(QColor(colour))
        whole.format = ink
        layout.setFormats([whole, *formats])
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, y))
            y += line.height() * _LEADING
        layout.endLayout()
        return layout


def paint(painter: QPainter, setting: Setting, at: QPointF) -> None:
    """Paint `setting` with its top left corner at `at`."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for mark in setting.marks:
        match mark:
            case Text():
                mark.layout.draw(painter, at + QPointF(mark.x, mark.y))
            case Ground():
                painter.fillRect(mark.box.translated(at), QColor(mark.colour))
            case Stroke():
                painter.setPen(QPen(QColor(mark.colour), 1))
                painter.drawLine(mark.start + at, mark.end + at)
            case Picture():
                painter.drawPixmap(mark.box.translated(at), mark.picture, QRectF(mark.picture.rect()))


def _rows(block: Table) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Each row with whether it is set in bold."""
    yield block.heads, True
    yield from ((row, False) for row in block.rows)
    if block.foot:
        yield block.foot, True


def _frame(box: QRectF) -> Iterator[Stroke]:
    corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft(), box.topLeft())
    yield from (Stroke(start, end) for start, end in itertools.pairwise(corners))


def _with(setting: Setting, mark: Mark) -> Setting:
    return setting._replace(marks=(*setting.marks, mark))


def _height(layout: QTextLayout) -> float:
    count = layout.lineCount()
    if not count:
        return 0.0
    last = layout.lineAt(count - 1)
    return last.y() + last.height() * _LEADING


def _format(start: int, length: int, *, gap: bool) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    style = QTextCharFormat()
    style.setForeground(QColor(INK))
    if gap:  # the line under it and the brackets around it say the same without colour
        style.setBackground(QColor(tokens.GAP))
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    else:
        style.setFontWeight(QFont.Weight.DemiBold)
    made.format = style
    return made
