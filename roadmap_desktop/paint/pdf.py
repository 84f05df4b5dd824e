"""Sheets written to a PDF file, one after the other, whole or not at all; how they look is sheet's affair."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from PySide6.QtCore import QFile, QFileDevice, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from roadmap_desktop.documents.blocks import Sheet
from roadmap_desktop.domain.errors import DiskFull, FileReadOnly, FileUnreadable, FolderUnwritable, UserError
from roadmap_desktop.paint.faces import DPI, Faces
from roadmap_desktop.paint.sheet import Brush, lay_out, page_layout

_PROBE: Final = 1 << 20
"""Bytes to write where a write failed, to hear why."""


def write_pdf(
    sheets: Iterable[Sheet],
    path: Path,
    *,
    paper: str = "A4",
    family: str,
    title: str = "",
    progress: Callable[[int], bool] | None = None,
    turned: Callable[[], None] | None = None,
) -> bool:
    """Print `sheets` into the file `path`, replacing it only once everything is written and on the disk.

    `progress` is told after each sheet how many are done; when it returns False the work stops, nothing is left
    behind and the answer is False. `turned` is called after each page, for a sheet of thousands; what it raises
    stops the work as well and comes out here. One sheet is in memory at a time. Raises DiskFull, FolderUnwritable,
    FileReadOnly or FileUnreadable, each with `path`.
    """
    try:
        return _write(
            sheets, path, paper, family, title, progress or (lambda _: True), turned or (lambda: None)
        )
    except OSError as error:
        raise _told(error, path) from error


def _told(error: OSError, path: Path) -> UserError:
    """The error as the user can mend it."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull(path=str(path))
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        if path.is_dir() or not os.access(path.parent, os.W_OK):
            return FolderUnwritable(path=str(path.parent))
        return FileReadOnly(path=str(path))
    if isinstance(error, FileNotFoundError):
        return FolderUnwritable(path=str(path.parent))
    return FileUnreadable(path=str(path), reason=error.strerror or str(error))


def _write(
    sheets: Iterable[Sheet],
    path: Path,
    paper: str,
    family: str,
    title: str,
    progress: Callable[[int], bool],
    turned: Callable[[], None],
) -> bool:
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    handle, name = temporary(path)
    try:
        done = _print(sheets, handle, paper, family, title, progress, turned)
        if done:
            _check_whole(handle)
            os.fsync(handle)
    except BaseException:
        os.close(handle)
        Path(name).unlink(missing_ok=True)
        raise
    os.close(handle)
    try:
        if done:
            Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
    return done


def _check_whole(handle: int) -> None:
    """Raise DiskFull's OSError unless the file's last lines lead to its table of contents, as PDF demands.

    A write that the system cut short is an error to nobody: Qt goes on with the next one, and the file is shorter
    than its own offsets say.
    """
    size = os.fstat(handle).st_size
    os.lseek(handle, max(size - 64, 0), os.SEEK_SET)
    last = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", os.read(handle, 64))
    if last:
        os.lseek(handle, int(last.group(1)), os.SEEK_SET)
    if last is None or os.read(handle, 4) != b"xref":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def temporary(path: Path) -> tuple[int, str]:
    """(open file descriptor, name) of a new file beside `path`: only there a rename is one step."""
    return mkstemp(prefix=f".{path.stem[:40]}-", suffix=".part", dir=path.parent)


def _umask() -> int:
    """Permissions that the user's new files lack; can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _print(
    sheets: Iterable[Sheet],
    handle: int,
    paper: str,
    family: str,
    title: str,
    progress: Callable[[int], bool],
    turned: Callable[[], None],
) -> bool:
    """Print into the open file; False when stopped. QPdfWriter hides what fails, so the file itself is asked."""
    file = QFile()
    if not file.open(handle, QIODevice.OpenModeFlag.WriteOnly, QFileDevice.FileHandleFlag.DontCloseHandle):
        raise OSError(errno.EIO, file.errorString())
    writer = QPdfWriter(file)
    writer.setResolution(DPI)
    writer.setCreator("Roadmap Desktop")
    writer.setTitle(title)
    writer.setPageLayout(page_layout(paper))
    painter = QPainter()
    brush = Brush(painter, Faces(family))
    go_on = True
    try:
        for number, sheet in enumerate(sheets, 1):
            _print_sheet(sheet, writer, painter, brush, paper, turned)
            _check(file)
            go_on = progress(number)
            if not go_on:
                break
        if not painter.isActive():
            painter.begin(writer)
    finally:
        painter.end()
    file.flush()
    _check(file)
    file.close()
    return go_on


def _print_sheet(
    sheet: Sheet, writer: QPdfWriter, painter: QPainter, brush: Brush, paper: str, turned: Callable[[], None]
) -> None:
    pages = lay_out(sheet, paper=paper, type_faces=brush.faces)
    writer.setPageLayout(page_layout(paper, wide=sheet.wide))
    for number in range(1, pages.page_count + 1):
        if painter.isActive():
            writer.newPage()
        else:
            painter.begin(writer)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush.page(pages, number)
        turned()


def _check(file: QFile) -> None:
    """Raise OSError for what went wrong so far. Qt keeps the reason to itself, so the system is asked again."""
    if file.error() == QFileDevice.FileError.NoError:
        return
    if file.error() != QFileDevice.FileError.ResourceError:
        os.lseek(file.handle(), 0, os.SEEK_END)
        if os.write(file.handle(), bytes(_PROBE)) == _PROBE:
            raise OSError(errno.EIO, file.errorString())
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
