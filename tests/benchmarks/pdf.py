"""200 progress sheets to PDF, against reportlab setting the same texts and lines in the same run."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication, QPainterPath
from reportlab import rl_config
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from roadmap_desktop.documents.blocks import Sheet
from roadmap_desktop.documents.sheets import progress_sheet
from roadmap_desktop.paint.faces import MM, PT, Style
from roadmap_desktop.paint.line import drawn
from roadmap_desktop.paint.pdf import write_pdf
from roadmap_desktop.paint.pieces import Box, Drawing, Letters, Op, Rule, Sign
from roadmap_desktop.paint.sheet import SIDE_MARGIN, TOP_MARGIN, lay_out
from roadmap_desktop.paint.symbol import Shape, symbol
from roadmap_desktop.paint.theme import PAPER
from tests.benchmarks import Row
from tests.builders import FAMILY, RESOURCES, TODAY, full_dossier, library, words

SHEETS = 200
ROUNDS = 5
BOUND = 0.5
GROWTH = 1.1
"""Peak memory after all sheets ÷ after the first fifth of them."""
_PAGE = 297 * MM / PT
_FACES = {False: "Regular", True: "Bold"}


def run() -> list[Row]:
    """Time against reportlab, in turns; and whether memory grows with the number of sheets."""
    app = QGuiApplication.instance() or QGuiApplication([])
    _load_fonts()
    dossiers = [full_dossier(seed) for seed in range(20)]

    def sheets(count: int) -> Iterator[Sheet]:
        for number in range(count):
            yield progress_sheet(dossiers[number % 20], library(), words(), TODAY, "valley.roadmap")

    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours.pdf", Path(folder) / "reportlab.pdf"
        jobs = [_Job(sheet) for sheet in sheets(20)]
        write_pdf(sheets(SHEETS // ROUNDS), ours, family=FAMILY)
        before = _peak()
        write_pdf(sheets(SHEETS), ours, family=FAMILY)
        growth = _peak() / before
        needed = other = 0.0
        for _ in range(ROUNDS):
            needed += _timed(lambda: write_pdf(sheets(SHEETS // ROUNDS), ours, family=FAMILY))
            other += _timed(lambda: _reportlab(jobs, SHEETS // ROUNDS, theirs))
    del app
    return [
        Row(f"{SHEETS} progress sheets to PDF ÷ reportlab", needed / other, BOUND,
            f"{needed:.1f} s against {other:.1f} s"),
        Row(f"peak memory after {SHEETS} sheets ÷ after {SHEETS // ROUNDS}", growth, GROWTH, f"{before // 1024} MB"),
    ]  # fmt: skip


def _load_fonts() -> None:
    rl_config.useA85 = 0
    for name in _FACES.values():
        path = str(RESOURCES / "fonts" / f"RoadmapSans-{name}.ttf")
        QFontDatabase.addApplicationFont(path)
        pdfmetrics.registerFont(TTFont(name, path))


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


class _Job:
    """What reportlab has to do for one sheet: paragraphs (not yet broken), rules and curves, page by page."""

    def __init__(self, sheet: Sheet) -> None:
        pages = lay_out(sheet, family=FAMILY)
        self.pages = [[(placed.y, op) for placed in page for op in placed.piece.ops] for page in pages.pages]
        self.footer = (sheet.footer.file, sheet.footer.printed, sheet.footer.level)


def _reportlab(jobs: list[_Job], count: int, path: Path) -> None:
    canvas = Canvas(str(path), pagesize=(210 * MM / PT, _PAGE), pageCompression=1)
    for number in range(count):
        job = jobs[number % len(jobs)]
        for page, ops in enumerate(job.pages, 1):
            canvas.translate(SIDE_MARGIN * MM / PT, 0)
            for y, op in ops:
                _set(canvas, op, _PAGE - TOP_MARGIN * MM / PT - y / PT)
            canvas.setFont("Regular", 7.4)
            canvas.drawString(0, 36, " · ".join(job.footer))
            canvas.drawRightString(172 * MM / PT, 36, f"page {page} of {len(job.pages)}")
            canvas.showPage()
    canvas.save()


def _set(canvas: Canvas, op: Op, top: float) -> None:
    match op:
        case Letters():
            _set_text(canvas, " ".join(op.lines), op.style, op.x / PT, top - op.y / PT)
        case Rule():
            canvas.setStrokeColor(getattr(PAPER, op.colour))
            canvas.setLineWidth(op.width / PT)
            canvas.line(op.x1 / PT, top - op.y1 / PT, op.x2 / PT, top - op.y2 / PT)
        case Box():
            canvas.rect(op.x / PT, top - (op.y + op.height) / PT, op.width / PT, op.height / PT)
        case Sign():
            shapes = symbol(op.stop or op.kind, 4.4, PAPER.steps[op.step % 3], PAPER)
            _curves(canvas, shapes, op.x / PT, top - op.y / PT, 1.0)
        case Drawing():
            _curves(canvas, drawn(op.line, PAPER), op.x / PT, top - op.y / PT, op.scale / PT)
        case _:
            pass


def _set_text(canvas: Canvas, text: str, style: Style, x: float, y: float) -> None:
    font = _FACES[style.bold]
    canvas.setFont(font, style.size)
    canvas.setFillColor(getattr(PAPER, style.colour))
    room = 158 * MM / PT if style.size > 9 else 210 * MM / PT
    for number, line in enumerate(simpleSplit(text, font, style.size, room)):
        canvas.drawString(x, y - number * style.leading, line)


def _curves(canvas: Canvas, shapes: tuple[Shape, ...], x: float, y: float, scale: float) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, -scale)
    for shape in shapes:
        filled, stroked = shape.brush.style().value != 0, shape.pen.style().value != 0
        if filled:
            canvas.setFillColor(shape.brush.color().name())
        if stroked:
            canvas.setStrokeColor(shape.pen.color().name())
            canvas.setLineWidth(shape.pen.widthF())
        path = canvas.beginPath()
        _copy(shape.path, path)
        canvas.drawPath(path, stroke=stroked, fill=filled)
    canvas.restoreState()


def _copy(source: QPainterPath, target: object) -> None:
    at = 0
    while at < source.elementCount():
        element = source.elementAt(at)
        if element.isCurveTo():
            second, third = source.elementAt(at + 1), source.elementAt(at + 2)
            target.curveTo(element.x, element.y, second.x, second.y, third.x, third.y)  # type: ignore[attr-defined]
            at += 3
        else:
            (target.moveTo if element.isMoveTo() else target.lineTo)(element.x, element.y)  # type: ignore[attr-defined]
            at += 1
