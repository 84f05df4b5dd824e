"""Words typed but not yet in the file, kept in a small file of their own beside the settings; not a backup."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import Edit


def keep(folder: Path, document: str, edits: Sequence[Edit]) -> None:
    """Put `edits` of the file whose document id is `document` where a dead battery cannot reach them.

    Without edits the small file goes. A folder that cannot be written is no error: it is the second net.
    """
    path = _path(folder, document)
    with contextlib.suppress(OSError):
        if not edits:
            path.unlink(missing_ok=True)
            return
        folder.mkdir(parents=True, exist_ok=True)
        rows = [[e.root.hex(), e.kind, e.entity.hex(), dict(e.fields)] for e in edits]
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
        part.replace(path)


def kept(folder: Path, document: str) -> list[Edit]:
    """The edits kept for `document`; none where there are none or they cannot be read."""
    with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
        rows = json.loads(_path(folder, document).read_text("utf-8"))
        edits = [
            Edit(bytes.fromhex(root), kind, bytes.fromhex(entity), fields)
            for root, kind, entity, fields in rows
        ]
        return [
            edit
            for edit in edits
            if edit.kind in records.KINDS and all(isinstance(v, str | int) for v in edit.fields.values())
        ]
    return []


def _path(folder: Path, document: str) -> Path:
    return folder / f"unsaved-{document}.json"
