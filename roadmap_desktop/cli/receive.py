"""What `receive` does: which files are meant, and what of them is told as data; the sentences are in `receipt`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from roadmap_desktop.domain.changes import DELETED
from roadmap_desktop.domain.conflicts import asked
from roadmap_desktop.domain.errors import FileMissing
from roadmap_desktop.domain.incoming import Difference, Group, Source, Thing
from roadmap_desktop.domain.telling import local_moment
from roadmap_desktop.store import file as files


def files_in(given: Sequence[Path], ours: Path) -> tuple[list[Path], list[Source]]:
    """The files that are meant, those in a folder by name and without `ours`, each once; and the folders that hold none."""
    found: dict[Path, None] = {}
    empty: list[Source] = []
    for path in given:
        inside = list(_inside(path, ours)) if path.is_dir() else [path]
        found |= dict.fromkeys(inside)
        if not inside:
            lacking = FileMissing(path=path / f"*{files.SUFFIX}")
            empty.append(Source(path, "unreadable", lacking))
    return list(found), empty


def _inside(folder: Path, ours: Path) -> Iterator[Path]:
    with files.translating(folder):
        names = sorted(folder.iterdir())
    for path in names:
        named = path.suffix.lower() == files.SUFFIX and not path.name.startswith(".")
        if named and path.is_file() and not path.samefile(ours):
            yield path


def receipt_data(
    sources: Sequence[Source], groups: Sequence[Group], applied: int, backup: Path | None
) -> dict[str, Any]:
    """What was received, for machines: `partnerships` is how many show or ask something else.

    `sent` is when a file says it was sent, else when it was last written, by that clock, in this computer's zone. A conflict's `checkpoint` is
    "" where it is about something else; its `ours` and `theirs` are None where the thing was deleted, and several
    differing versions make several conflicts.
    """
    return {
        "files": [_source_data(source, place, groups) for place, source in enumerate(sources)],
        "partnerships": sum(group.kind == "partnership" for group in groups),
        "changes_applied": applied,
        "conflicts": [
            {
                "partnership": group.title,
                "checkpoint": thing.checkpoint,
                "kind": thing.kind,
                "field": difference.field,
                "ours": _value(difference, thing, ours=True),
                "theirs": theirs,
            }
            for group, thing, difference in asked(groups)
            for theirs in _values(difference, thing)
        ],
        "backup": None if backup is None else str(backup),
    }


def _source_data(source: Source, place: int, groups: Sequence[Group]) -> dict[str, Any]:
    sent = source.said.wall if source.said is not None else source.written
    waiting = sum(place in difference.sources for _, _, difference in asked(groups))
    return {
        "file": str(source.file),
        "verdict": source.verdict,
        "from": source.sender,
        "sent": local_moment(sent).isoformat(timespec="seconds") if sent else None,
        "new": source.new,
        "known": source.known,
        "conflicts": waiting,
    }


def _value(difference: Difference, thing: Thing, *, ours: bool) -> object:
    value = difference.ours.value if ours else difference.theirs[0].value
    if difference.field != DELETED:
        return value
    return None if value else thing.label


def _values(difference: Difference, thing: Thing) -> list[object]:
    if difference.field == DELETED:
        return [_value(difference, thing, ours=False)]
    return [version.value for version in difference.theirs]
