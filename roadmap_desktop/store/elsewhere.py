"""Backups at the second place, where a stick may get lost: locked with a password if the user wants that; makes none."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from pathlib import Path
from typing import Final

from roadmap_desktop.domain.backups import Backup, thin
from roadmap_desktop.domain.errors import FileExists, UserError
from roadmap_desktop.store import backup as backups
from roadmap_desktop.store import file
from roadmap_desktop.store.lock_keys import Keys, kept_keys
from roadmap_desktop.store.locked import SUFFIX, write

AT_ONCE: Final = 3
"""Most copies that one tidying deletes, as of backups."""
_NAMED: Final = re.compile(r".* (\d{4}-\d\d-\d\d \d\d-\d\d-\d\d) ([0-9a-f]{8})(?: \d+)?")
_WHEN: Final = "%Y-%m-%d %H-%M-%S"


def keep(
    path: Path, user_folder: Path, second: Path | None, now: dt.datetime, *, changed: bool = True
) -> backups.Kept:
    """As `backup.keep`, in the folder of backups in `user_folder`; at the `second` place locked if keys are remembered."""
    folder = user_folder / backups.FOLDER
    try:
        keys = kept_keys(user_folder) if second is not None else None
    except UserError as error:
        return backups.keep(path, folder, None, now, changed=changed)._replace(second_trouble=error)
    if keys is None or second is None:
        return backups.keep(path, folder, second, now, changed=changed)
    kept = backups.keep(path, folder, None, now, changed=changed)
    document = backups.document_of(path) if kept.trouble is None else ""
    trouble = keep_locked(folder, document, second, keys, now) if document else None
    return kept._replace(second_trouble=trouble)


def copy_as_wished(backup: Backup, place: Path, user_folder: Path) -> bool:
    """Put a copy of `backup` into the second `place`, locked if `user_folder` remembers keys; else as `copy_to`.

    Raises as `copy_to`, and FileDamaged where it cannot be told whether copies there are to be locked.
    """
    keys = kept_keys(user_folder)
    return backups.copy_to(backup, place) if keys is None else copy_locked(backup, place, keys)


def copy_locked(backup: Backup, place: Path, keys: Keys) -> bool:
    """Put a locked copy of `backup` into the folder `place` under its name; False where that folder is not there now.

    Raises DiskFull, FolderUnwritable, FileUnreadable, FileDamaged (it does not read back as it was written).
    """
    target = place / f"{backup.path.stem}{SUFFIX}"
    with file.translating(target):
        if not place.is_dir():
            return False
        if not target.exists():
            with contextlib.suppress(FileExists):
                write(backup.path, target, keys)
    return True


def keep_locked(folder: Path, document: str, place: Path, keys: Keys, now: dt.datetime) -> UserError | None:
    """See that `place` has the newest backup in `folder` of `document`, locked, and none too many; what stopped it."""
    good = [one for one in backups.backups(folder, document) if one.health == "good"]
    try:
        if good and copy_locked(good[0], place, keys):
            tidy(place, document, now)
            backups.tidy(place, document, now)  # those from before, and what unfinished copies left
    except UserError as error:
        return error
    return None


def tidy(place: Path, document: str, now: dt.datetime) -> list[Path]:
    """Delete of the locked copies in `place` what `thin` says can go, the oldest first; returns what went.

    They are told apart by their names alone: nothing can look into them.
    """
    times: dict[Path, dt.datetime] = {}
    with contextlib.suppress(OSError):
        for path in place.glob(f"*{SUFFIX}"):
            named = _NAMED.fullmatch(path.stem)
            if named and not path.name.startswith(".") and document.startswith(named[2]):
                with contextlib.suppress(ValueError, OverflowError):
                    times[path] = dt.datetime.strptime(named[1], _WHEN).astimezone()
    paths = sorted(times, key=lambda path: (times[path], path.name), reverse=True)
    spare = sorted(thin([times[path] for path in paths], now.astimezone()), reverse=True)
    gone = []
    for path in [paths[number] for number in spare][:AT_ONCE]:
        with contextlib.suppress(OSError):
            path.unlink()
            gone.append(path)
    return gone
