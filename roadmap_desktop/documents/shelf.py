"""Where the user's own templates stand, by document and language; fills none."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from roadmap_desktop.domain.names import free_name

FOLDER: Final = "templates"
_EARLIER: Final = "earlier"


class Shelf:
    """A folder of Word files. A template is the user's own as soon as it stands there, and no longer when it is put away."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the user's; it need not exist yet."""
        self.folder = folder / FOLDER
        self.earlier = self.folder / _EARLIER

    def place(self, name: str, language: str) -> Path:
        """Where the template of the document `name` in that language stands, or would stand."""
        return self.folder / f"{name}.{language}.docx"

    def own(self, name: str, language: str) -> Path | None:
        """The user's own template, None where there is none."""
        path = self.place(name, language)
        return path if path.is_file() else None

    def put_away(self, name: str, language: str) -> Path:
        """Use the template no longer; it is kept in a folder beside, whose path is returned. Raises OSError."""
        path = self.place(name, language)
        kept = free_name(self.earlier / path.name, Path.exists)
        kept.parent.mkdir(parents=True, exist_ok=True)
        return path.rename(kept)
