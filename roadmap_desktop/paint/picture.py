"""Pictures from elsewhere made harmless: decoded within limits, made small, and written anew as a plain PNG."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

LARGEST: Final = 10 * 1024 * 1024
"""Most bytes of a picture that is looked at at all."""
_MOST_PIXELS: Final = 40_000_000
_MOST_MEGABYTES: Final = 192
"""That a decoder may take: 40 million pixels of four bytes, and some."""
_SIZE: Final = QSize(1_000, 500)
"""No logo needs more: some 140 mm across at 180 dots an inch."""
_BEGINNINGS: Final = {b"\x89PNG\r\n\x1a\n": b"png", b"\xff\xd8\xff": b"jpeg"}


def cleaned(data: bytes) -> bytes:
    """`data`, a PNG or JPEG picture, as a PNG of modest size that holds its pixels and nothing else.

    Raises ValueError for whatever is no such picture, is too large, or is damaged.
    """
    made = _decoded(data)
    plain = QImage(made.size(), QImage.Format.Format_ARGB32)
    plain.fill(Qt.GlobalColor.transparent)
    painter = QPainter(plain)  # a copy would take along what is written beside the pixels
    painter.drawImage(0, 0, made)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not plain.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise ValueError("cannot be written")
    return bytes(buffer.data().data())


def read(png: bytes) -> QImage:
    """The picture of a `cleaned` PNG; a null one for anything else."""
    try:
        return _decoded(png)
    except ValueError:
        return QImage()


def _decoded(data: bytes) -> QImage:
    if len(data) > LARGEST:
        raise ValueError("too many bytes")
    sort = next((sort for begins, sort in _BEGINNINGS.items() if data.startswith(begins)), b"")
    if not sort:
        raise ValueError("no picture")
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(sort))
    reader.setAutoDetectImageFormat(False)  # Qt would try its readers of other formats, which can open files
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise ValueError("no size")
    if size.width() * size.height() > _MOST_PIXELS:
        raise ValueError("too many pixels")
    if size.width() > _SIZE.width() or size.height() > _SIZE.height():
        reader.setScaledSize(size.scaled(_SIZE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    made = reader.read()
    if made.isNull():
        raise ValueError(reader.errorString())
    return made
