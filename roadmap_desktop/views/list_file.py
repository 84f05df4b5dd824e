"""A list of partners that is dragged over a window; what it is and how it is read is the documents' affair."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent

from roadmap_desktop.documents import foreign_list
from roadmap_desktop.store import open_json


def list_in(event: QDropEvent) -> Path | None:
    """The first list, or whole file as JSON, that is dragged; None for anything else."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in (*foreign_list.ENDINGS, open_json.SUFFIX):
            return path
    return None
