"""What one sitting leaves for the next, in small files beside the settings: unsaved words, steps to undo; no backup."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.errors import FileExists, FolderUnwritable, TextTooLong
from roadmap_desktop.store import file, log
from roadmap_desktop.store.log import Author, Key, Log, Step

MOST_STEPS: Final = 200
MOST_PIECES: Final = 4_000
"""Things touched and changes made by all steps together: a step may be a whole partnership."""


class Steps(NamedTuple):
    """What can be undone and done again, the last at the end, and the sessions that the user calls their own."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()
    mine: frozenset[bytes] = frozenset()


# words --------------------------------------------------------------------------------------------------


def keep(
    folder: Path, document: str, edits: Sequence[Edit], seen: Mapping[Key, frozenset[bytes]] | None = None
) -> None:
    """Put `edits` of the file whose document id is `document` where a dead battery cannot reach them.

    `seen` are the heads that their writer had before them, by entity. Without edits the small file goes. A folder
    that cannot be written is no error: it is the second net. It is safe from a power cut after `harden`, which waits
    for the disk.
    """
    if not edits:
        for path in _words(folder, document):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        return
    rows = [
        [
            e.root.hex(),
            e.kind,
            e.entity.hex(),
            dict(e.fields),
            *([sorted(head.hex() for head in seen[e[:3]])] if seen and e[:3] in seen else []),
        ]
        for e in edits
    ]
    _write(_words(folder, document)[0], rows)


def harden(folder: Path, document: str) -> None:
    """Have what `keep` wrote outlive a power cut; until then either that does or what was kept before."""
    new, under_way, certain = _words(folder, document)
    with contextlib.suppress(OSError):
        new.replace(under_way)  # what is kept meanwhile makes another new one
        descriptor = os.open(under_way, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        under_way.replace(certain)
        file.sync_folder(folder)


def kept(folder: Path, document: str) -> list[Edit]:
    """The edits kept for `document`; none where there are none or they cannot be read."""
    with contextlib.suppress(ValueError, TypeError, AttributeError):
        edits = [
            Edit(bytes.fromhex(root), kind, bytes.fromhex(entity), fields)
            for root, kind, entity, fields, *_ in _read_words(folder, document)
        ]
        return [
            edit
            for edit in edits
            if edit.kind in records.KINDS and all(isinstance(v, str | int) for v in edit.fields.values())
        ]
    return []


def seen(folder: Path, document: str) -> dict[Key, frozenset[bytes]]:
    """The heads that were kept beside the edits of `document`, where they were known."""
    with contextlib.suppress(ValueError, TypeError, AttributeError):
        return {
            (bytes.fromhex(root), kind, bytes.fromhex(entity)): frozenset(map(bytes.fromhex, heads))
            for root, kind, entity, _, *rest in _read_words(folder, document)
            for heads in rest[:1]
        }
    return {}


# steps --------------------------------------------------------------------------------------------------


def keep_steps(folder: Path, document: str, tally: tuple[int, int], steps: Steps) -> None:
    """Remember how to undo what led to the state that `tally` tells; without steps the small file goes.

    It holds ids, and no words. What was done first is forgotten first. A folder that cannot be written is no error.
    """
    path = _trail(folder, document)
    undo, redo = _newest(steps.undo), _newest(steps.redo)
    if not undo and not redo:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return
    count, digest = tally
    content = {
        "count": count,
        "xor": f"{digest:032x}",
        "mine": sorted(number.hex() for number in steps.mine),
        "undo": [log.noted(step) for step in undo],
        "redo": [log.noted(step) for step in redo],
    }
    _write(path, content)


def kept_steps(folder: Path, document: str, db: sqlite3.Connection) -> Steps:
    """The steps kept for `document`, read again from its open file; none where anything happened to it since."""
    path = _trail(folder, document)
    with contextlib.suppress(ValueError, TypeError, AttributeError, LookupError):
        note = _read(path)
        if note and (note["count"], int(note["xor"], 16)) == log.tally(db):
            undo, redo = (tuple(log.recall(db, step) for step in note[name]) for name in ("undo", "redo"))
            return Steps(undo, redo, frozenset(map(bytes.fromhex, note["mine"])))
    return Steps()


def _newest(steps: Sequence[Step]) -> list[Step]:
    taken: list[Step] = []
    pieces = 0
    for step in reversed(steps[-MOST_STEPS:]):
        pieces += len(step.formers) + len(step.written)
        if pieces > MOST_PIECES:
            break
        taken.append(step)
    return taken[::-1]


# a copy -------------------------------------------------------------------------------------------------


def save_copy(
    db: sqlite3.Connection,
    path: Path,
    author: Author,
    edits: Sequence[Edit],
    contents: Sequence[bytes],
    seen: Mapping[Key, frozenset[bytes]],
) -> None:
    """Put what `db` holds and `edits` on top of it into a new file at `path`, checked and durable, whole or not at all.

    Raises FileExists, FolderUnwritable, DiskFull, FileDamaged, FileUnreadable.
    """
    from roadmap_desktop.store import backup  # noqa: PLC0415 - hardly ever needed

    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with file.translating(path):
            if path.exists():
                raise FileExists(path=path)
            if not path.parent.is_dir():
                raise FolderUnwritable(path=path.parent)
            part.unlink(missing_ok=True)
            with contextlib.closing(sqlite3.connect(part, isolation_level=None)) as copy:
                db.backup(copy)
            with contextlib.closing(file.connect(part, "rw")) as copy:
                writer = Log(copy, author)
                writer.save((), contents)
                for edit in edits:
                    with contextlib.suppress(TextTooLong):
                        writer.save([edit], (), seen)
            backup.check_tally(part)
            file.place(part, path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


# files --------------------------------------------------------------------------------------------------


def _write(path: Path, content: object) -> None:
    part = path.with_suffix(f".{os.getpid()}.part")
    with contextlib.suppress(OSError):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _read(path: Path) -> Any:
    """What stands there, None where nothing does. Raises ValueError."""
    with contextlib.suppress(OSError, RecursionError):
        return json.loads(path.read_text("utf-8"))
    return None


def _words(folder: Path, document: str) -> tuple[Path, Path, Path]:
    """Where words are kept: the newest, those on their way to the disk, and those that have arrived there.

    Never does what may be torn by a power cut take the place of what is certain.
    """
    return (
        folder / f"unsaved-{document}.new.json",
        folder / f"unsaved-{document}.under-way.json",
        folder / f"unsaved-{document}.json",
    )


def _read_words(folder: Path, document: str) -> Any:
    for path in _words(folder, document):
        with contextlib.suppress(ValueError):
            if (read := _read(path)) is not None:
                return read
    return ()


def _trail(folder: Path, document: str) -> Path:
    return folder / f"steps-{document}.json"
