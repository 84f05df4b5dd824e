"""Conflicted copies: files that a synchronised folder, or somebody's hand, put beside ours; none is opened for good or moved.

A name proves nothing: it only says where to look. What counts is that a copy bears our document's id and holds
changes that we lack; once they were taken in it holds nothing new, and is not offered again.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.incoming import Source
from roadmap_desktop.store import file, vet
from roadmap_desktop.store.receive import look

MOST: Final = 8
"""Copies of one file that are looked at, the newest first."""
_LISTED: Final = 2_000
"""Names in a folder that are looked at."""
_COPY: Final = "copy|kopija|kopie|kopia|kópia|cópia|copia|copie|kopi|kopio|kopja|koopia|копия|копія|αντίγραφο"
_ENDINGS: Final = re.compile(
    r"\s?\(\d{1,3}\)"  # a browser, mail, Google Drive
    r"|\s\d{1,3}"  # iCloud
    r"|\s?\(.*(?:conflict|\d{4}-\d\d-\d\d).*\)"  # Dropbox in any language, Nextcloud
    r"|_conflict-\d{8}-\d{6}"  # ownCloud
    r"|\.sync-conflict-\d{8}-\d{6}-\w{7}"  # Syncthing
    rf"|\s(?:[-–—]\s)?(?:{_COPY})(?:\s\(?\d{{1,3}}\)?)?"  # Windows, macOS
    r"|-[^\s.]{1,63}",  # OneDrive: the computer's name
    re.IGNORECASE,
)
_BEGINNINGS: Final = re.compile(rf"(?:{_COPY})(?:\s(?:of|de|von|af|av))?\s(?:[-–—]\s)?", re.IGNORECASE)


def conflicted(path: Path) -> list[Path]:
    """Files beside `path` that are named like a copy of it, the newest first, no more than MOST; none is opened."""
    found: list[tuple[float, Path]] = []
    try:
        for count, one in enumerate(path.parent.iterdir()):
            if count >= _LISTED:
                break
            if named_like_a_copy(path.stem, one.stem) and one.suffix.lower() == file.SUFFIX:
                status = one.lstat()
                if one.is_file() and not one.is_symlink():
                    found.append((status.st_mtime, one))
    except OSError:  # a folder that cannot be listed has no copies to offer
        return []
    return [one for _, one in sorted(found, reverse=True)[:MOST]]


def named_like_a_copy(name: str, other: str) -> bool:
    """Whether a copy of the file `name` might be called `other`, both without their suffix."""
    name, other = (unicodedata.normalize("NFC", text).casefold() for text in (name, other))
    if other.startswith(name):
        return _ENDINGS.fullmatch(other[len(name) :]) is not None
    return other.endswith(name) and _BEGINNINGS.fullmatch(other[: -len(name)]) is not None


def waiting(path: Path, *, progress: vet.Progress | None = None) -> list[Source]:
    """The copies beside `path`, which may be open, that hold something it lacks: who wrote last, when, how much is new.

    Takes as long as vetting them: for a thread. Raises nothing a user could mend; `progress` may raise to give up.
    """
    files = [one for one in conflicted(path) if _is_ours(one)]
    if not files:
        return []
    try:
        with look(path, files, progress=progress) as incoming:
            return [source for source in incoming.sources if source.copy and source.new]
    except UserError:
        return []


def _is_ours(path: Path) -> bool:
    try:
        file.examine(path)
    except UserError:
        return False
    return True
