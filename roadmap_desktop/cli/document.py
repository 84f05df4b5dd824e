"""What `document` does: one document of a partnership into a Word or PDF file; the texts are the documents' affair."""

from __future__ import annotations

from typing import Final

from roadmap_desktop.documents import build
from roadmap_desktop.domain.errors import UnknownDocument
from roadmap_desktop.domain.words import Words

MAGIC: Final = {".docx": b"PK\x03\x04", ".pdf": b"%PDF-"}
"""Endings of what can be made, and how such files begin."""


def check_name(name: str, words: Words) -> None:
    """Raise UnknownDocument unless there is a document of that name."""
    if name not in build.names(words):
        raise UnknownDocument(name=name, known=build.names(words))
