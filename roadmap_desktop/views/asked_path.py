"""Where a new file shall go, asked of the user; writes none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop import paths
from roadmap_desktop.domain.names import free_name


def ask_path(over: QWidget, title: str, name: str, ending: str, kinds: str) -> Path | None:
    """The path chosen for a file that ends in `ending`, proposed as `name` among the user's documents; None for none.

    One that exists was agreed to be replaced.
    """
    start = free_name(paths.documents_folder() / name, Path.exists)
    chosen, _ = QFileDialog.getSaveFileName(over, title, str(start), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() != ending:  # nobody was asked whether a file of this name may go
        path = free_name(path.with_name(f"{path.name}{ending}"), Path.exists)
    return path
