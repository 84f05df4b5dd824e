"""Running text of several kinds of type in one paragraph, gaps marked; and the letterhead. Turned into pieces, nothing is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from roadmap_desktop.documents.blocks import Running, Sender, Span
from roadmap_desktop.paint import faces
from roadmap_desktop.paint.faces import MM, PT, READING, Faces, Style
from roadmap_desktop.paint.picture import read
from roadmap_desktop.paint.pieces import Frame, Letters, Op, Photo, Piece, Rule, Wash, lines_of, portions

_LOGO_HIGH: Final = 18 * MM
_LOGO_WIDE: Final = 80 * MM
_STRONG: Final = faces.style(faces.BODY.size, faces.BODY.leading, bold=True)


class _Word(NamedTuple):
    """A word on a line: `spaced` has a space before it, unless it begins the line."""

    text: str
    span: Span
    width: float
    spaced: bool


def running(block: Running, frame: Frame, left: float) -> Iterator[Piece]:
    """A paragraph; short ones whole, long ones by the line."""
    indent = left + block.room * MM
    room = min(frame.width - indent, READING)
    lines = [_ops(line, indent, frame.faces) for line in _lines(block.spans, room, frame.faces)]
    hung: list[Op] = []
    if block.hang is not None:
        style = _style(block.hang)
        hang = frame.faces.wrap(block.hang.text, block.room * MM - 2 * MM, style)
        hung = lines_of(hang, left, 0, style, frame)
        lines += [[] for _ in range(len(hang) - len(lines))]
    lines = [[*hung, *(lines[0] if lines else [])], *lines[1:]]
    before = (0.5 if block.close else 2.2) * MM
    parts = portions(lines)
    for number, part in enumerate(parts):
        ops = [_lowered(op, at * faces.BODY.line) for at, line in enumerate(part) for op in line]
        keep = block.keep and number == len(parts) - 1
        yield Piece(len(part) * faces.BODY.line, tuple(ops), 0.0 if number else before, keep=keep)
    yield Piece(0.6 * MM, (), keep=block.keep)


def sender(block: Sender, frame: Frame, left: float) -> Iterator[Piece]:
    """The letterhead, kept with what follows."""
    ops: list[Op] = []
    y = 0.0
    picture = read(block.logo) if block.logo else None
    if picture is not None and not picture.isNull():
        scale = min(_LOGO_HIGH / picture.height(), _LOGO_WIDE / picture.width())
        tall = picture.height() * scale
        ops.append(Photo(left, 0, picture.width() * scale, tall, picture))
        y = tall + 2.4 * MM
    for texts, style in (([block.name], faces.HEADING), (list(block.lines), faces.QUIET)):
        for text in texts:
            lines = frame.faces.wrap(text, frame.width - left, style)[:4]
            ops += lines_of(lines, left, y, style, frame)
            y += len(lines) * style.line
    y += 2 * MM
    ops.append(Rule(left, y, frame.width, y, 0.6 * PT, "hairline"))
    yield Piece(y + 5 * MM, tuple(ops), 0, keep=True)


def _lines(spans: Sequence[Span], room: float, type_faces: Faces) -> Iterator[list[_Word]]:
    """The words dealt out over lines of `room`; a line break in the text is one here.

    What touches stays together, unless it is wider than a line.
    """
    line: list[_Word] = []
    used = 0.0
    for chain in _chains(_words(spans, room, type_faces)):
        if not chain:
            yield line
            line, used = [], 0.0
            continue
        space = _space(chain[0].span, type_faces) if line else 0.0
        if line and used + space + sum(word.width for word in chain) > room:
            yield line
            line, used, space = [], 0.0, 0.0
        used += space
        for word in chain:
            if line and used + word.width > room:
                yield line
                line, used = [], 0.0
            line.append(word)
            used += word.width
    yield line


def _chains(words: Iterable[_Word | None]) -> Iterator[list[_Word]]:
    """Words that touch, together; an empty one for a line break."""
    chain: list[_Word] = []
    for word in words:
        if chain and (word is None or word.spaced):
            yield chain
            chain = []
        if word is None:
            yield []
        else:
            chain.append(word)
    if chain:
        yield chain


def _words(spans: Sequence[Span], room: float, type_faces: Faces) -> Iterator[_Word | None]:
    """Every word, None for a line break. One wider than a line comes in parts."""
    spaced = False
    for span in spans:
        style = _style(span)
        for number, text in enumerate(span.text.split("\n")):
            if number:
                yield None
                spaced = False
            for at, word in enumerate(text.split(" ")):
                spaced = spaced or at > 0
                if not word:
                    continue
                for part in type_faces.wrap(word, room, style):
                    yield _Word(part, span, type_faces.width(part, style), spaced)
                    spaced = True
                spaced = False


def _ops(line: Sequence[_Word], left: float, type_faces: Faces) -> list[Op]:
    """The line's words, those of one span drawn together; a gap lies on a wash and over a rule."""
    ops: list[Op] = []
    x, at = left, 0
    while at < len(line):
        span, start = line[at].span, x
        if line[at].spaced and at:
            x += _space(span, type_faces)
            start = x
        text, at = line[at].text, at + 1
        while at < len(line) and line[at].span is span:
            text += (" " if line[at].spaced else "") + line[at].text
            at += 1
        style = _style(span)
        x = start + type_faces.width(text, style)
        if span.gap:
            ops.append(Wash(start - 0.4 * MM, 0.4 * MM, x - start + 0.8 * MM, style.line - 0.8 * MM, "gap"))
            under = style.line - 0.5 * MM
            ops.append(Rule(start, under, x, under, 0.5 * PT, "ink"))
        ops.append(Letters(start, type_faces.drop(style), (text,), style))
    return ops


def _lowered(op: Op, by: float) -> Op:
    if isinstance(op, Rule):
        return op._replace(y1=op.y1 + by, y2=op.y2 + by)
    assert isinstance(op, Letters | Wash)
    return op._replace(y=op.y + by)


def _space(span: Span, type_faces: Faces) -> float:
    return type_faces.width(" ", _style(span))


def _style(span: Span) -> Style:
    return _STRONG if span.strong else faces.BODY
