"""Running text on paper: every word where it belongs, gaps marked; and what a picture from elsewhere may do there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from roadmap_desktop.documents.blocks import Running, Sender, Span
from roadmap_desktop.paint import picture
from roadmap_desktop.paint.faces import MM, Faces
from roadmap_desktop.paint.pieces import Frame, Letters, Photo, Piece, Wash
from roadmap_desktop.paint.running import running, sender
from tests.builders import FAMILY

WORDS = st.text(alphabet="abcāčģķļņšūž WMil.,:;", max_size=60)
SPANS = st.lists(st.builds(Span, WORDS, st.booleans(), st.booleans()), max_size=5)


@pytest.fixture(scope="module")
def frame(qapp: object) -> Frame:
    return Frame(Faces(FAMILY), 150 * MM, 240 * MM)


def set_in(frame: Frame, *spans: Span, **options: float) -> list[Piece]:
    return list(running(Running(spans, **options), frame, 0.0))  # type: ignore[arg-type]


def letters(pieces: list[Piece]) -> list[Letters]:
    return [op for piece in pieces for op in piece.ops if isinstance(op, Letters)]


@given(SPANS)
def test_every_word_stands_once_in_order_and_within_the_room(frame: Frame, spans: list[Span]) -> None:
    pieces = set_in(frame._replace(width=60 * MM), *spans)
    said = "".join(line for op in letters(pieces) for line in op.lines)
    assert said.replace(" ", "") == "".join(span.text for span in spans).replace(" ", "")
    for op in letters(pieces):
        assert op.x + frame.faces.width(op.lines[0], op.style) <= 60 * MM + 1


@given(SPANS)
def test_a_gap_lies_on_a_wash_and_nothing_else_does(frame: Frame, spans: list[Span]) -> None:
    pieces = set_in(frame, *spans)
    washed = sum(isinstance(op, Wash) for piece in pieces for op in piece.ops)
    assert bool(washed) is any(span.gap and span.text.strip() for span in spans)


def test_spans_that_touch_are_not_driven_apart(frame: Frame) -> None:
    pieces = set_in(frame, Span("by "), Span("[…: date]", gap=True), Span(", please"))
    first, gap, last = letters(pieces)
    assert (first.lines, gap.lines, last.lines) == (("by",), ("[…: date]",), (", please",))
    assert last.x == pytest.approx(gap.x + frame.faces.width("[…: date]", gap.style))


def test_what_hangs_beside_a_text_stands_on_its_first_line(frame: Frame) -> None:
    number, text = letters(set_in(frame, Span("Text"), hang=Span("1.1."), room=11.0))  # type: ignore[arg-type]
    assert (number.x, text.x) == (0.0, 11 * MM)
    assert number.y == text.y


def test_a_long_paragraph_can_be_torn_a_short_one_cannot(frame: Frame) -> None:
    assert len(set_in(frame, Span("word " * 20))) == 2
    assert len(set_in(frame, Span("word " * 400))) > 10


# pictures -----------------------------------------------------------------------------------------------


def made(width: int, height: int, sort: str = "PNG", **texts: str) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#22aa77"))
    for key, text in texts.items():
        image.setText(key, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, sort)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.mark.parametrize("sort", ["PNG", "JPEG"])
def test_a_picture_becomes_a_small_png(qapp: object, sort: str) -> None:
    found = picture.read(picture.cleaned(made(3_000, 600, sort)))
    assert (found.width(), found.height()) == (1_000, 200)
    colour = found.pixelColor(500, 100)
    assert [colour.red(), colour.green(), colour.blue()] == pytest.approx([0x22, 0xAA, 0x77], abs=4)


def test_what_is_written_beside_the_pixels_stays_behind(qapp: object) -> None:
    data = made(20, 10, Comment="Ilze Berzina, Skolas iela 4")
    assert b"Skolas" in data
    assert b"Skolas" not in picture.cleaned(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        made(20, 20, "BMP"),
        made(20, 20)[:60],
        made(20, 20)[:16] + b"\xff\xff\xff\xff\xff\xff\xff\xff" + made(20, 20)[24:],
        made(20, 20)[:16] + b"\x00\x00\x00\x00\x00\x00\x00\x00" + made(20, 20)[24:],
        b"\x89PNG\r\n\x1a\n" + b"x" * 200,
    ],
    ids=["empty", "svg", "bmp", "cut", "huge", "nothing", "noise"],
)
def test_whatever_is_no_sound_picture_is_refused(qapp: object, data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        picture.cleaned(data)
    assert picture.read(data).isNull()


def test_too_many_bytes_are_not_even_looked_at(qapp: object) -> None:
    with pytest.raises(ValueError, match="bytes"):
        picture.cleaned(made(20, 20) + bytes(picture.LARGEST))


def test_the_letterhead_holds_the_picture_in_its_box(frame: Frame) -> None:
    [piece] = sender(Sender("Us", ("Street 1",), picture.cleaned(made(1_000, 100))), frame, 0.0)
    [photo] = [op for op in piece.ops if isinstance(op, Photo)]
    assert photo.width == pytest.approx(80 * MM)
    assert photo.height == pytest.approx(8 * MM)
    assert piece.keep
    [bare] = sender(Sender("Us", (), b"no picture"), frame, 0.0)
    assert not [op for op in bare.ops if isinstance(op, Photo)]
