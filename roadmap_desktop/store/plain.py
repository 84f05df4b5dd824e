"""Small files of plain JSON that came from elsewhere, read strictly: no more than asked for, and no more than one meaning."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from roadmap_desktop.domain.errors import FileDamaged, FileForeign, FileMissing, FileTooLarge, FileUnreadable
from roadmap_desktop.store import file

_LONGEST_NUMBER: Final = 20


def read(path: Path, most: int, mark: str) -> dict[str, Any]:
    """What the file at `path` says, an object that has the key `mark`; of at most `most` bytes.

    It is not changed. Raises FileMissing, FileUnreadable, FileForeign, FileTooLarge, FileDamaged.
    """
    try:
        if not path.exists():
            raise FileMissing(path=path)
        if not path.is_file():  # a pipe would be waited for without end
            raise FileForeign(path=path)
        with path.open("rb") as stream:
            raw = stream.read(most + 1)
            if len(raw) > most:
                raise FileTooLarge(path=path, size=path.stat().st_size, limit=most)
    except PermissionError as error:
        raise FileUnreadable(path=path, reason=error.strerror or str(error)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise file.from_os(error, path) if isinstance(error, OSError) else FileMissing(path=path) from error
    return _parsed(raw, path, mark)


def _parsed(raw: bytes, path: Path, mark: str) -> dict[str, Any]:
    if not raw.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        raise file.foreign(raw[:100], path)
    try:
        data = json.loads(
            raw.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_refused, parse_int=_whole
        )
    except (ValueError, RecursionError) as error:
        raise FileDamaged(path=path, reason=f"no plain JSON: {error}") from error
    if not isinstance(data, dict) or mark not in data:
        raise FileForeign(path=path)
    return data


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key twice")
    return made


def _refused(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError("too long a number")
    return int(digits)
