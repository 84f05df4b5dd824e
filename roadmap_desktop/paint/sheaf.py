"""A sheaf of sheets, each a PDF file of its own in one folder, under names that every system takes; it makes no sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from roadmap_desktop.documents.blocks import Sheet
from roadmap_desktop.domain.names import free_name, safe_file_name
from roadmap_desktop.paint.pdf import write_pdf

SUFFIX = ".pdf"


def write_sheaf(
    sheets: Iterable[tuple[str, Sheet]],
    folder: Path,
    *,
    paper: str,
    family: str,
    progress: Callable[[int], object] = lambda _: None,
) -> list[Path]:
    """Write each of `sheets` (name, sheet) into `folder`, and return where.

    A file of that name from an earlier time is replaced; two sheets of one name get two files. `progress` is told how many
    are written, and may raise to stop: then those written stay. Raises as `write_pdf`.
    """
    written: list[Path] = []
    for name, sheet in sheets:
        wanted = folder / f"{safe_file_name(name, sheet.name)}{SUFFIX}"
        taken = {path.name.casefold() for path in written}
        path = free_name(wanted, lambda one, taken=taken: one.name.casefold() in taken)  # type: ignore[misc]
        write_pdf([sheet], path, paper=paper, family=family, title=sheet.title)
        written.append(path)
        progress(len(written))
    return written
