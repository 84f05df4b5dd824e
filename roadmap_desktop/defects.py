"""Where a defect of ours is written down, so that its finder can send it in; shows nothing to anybody."""

from __future__ import annotations

import datetime
import traceback
from pathlib import Path
from typing import Final

from roadmap_desktop import __version__

NAME: Final = "roadmap-desktop-errors.log"
LARGEST: Final = 1_000_000
"""Bytes after which the log begins anew: enough for hundreds of defects, small enough for an e-mail."""


def record(folder: Path, error: BaseException) -> Path | None:
    """Add `error` with its traceback to the log in `folder`, or among the temporary files where that fails.

    Returns the log's path, None where it could be written nowhere. Never raises.
    """
    when = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    # Needed when something went wrong, not at every start.
    import platform  # noqa: PLC0415
    import tempfile  # noqa: PLC0415

    system = f"{platform.platform()}, Python {platform.python_version()}"
    text = f"{when} roadmap-desktop {__version__}, {system}\n{''.join(traceback.format_exception(error))}\n"
    for place in (folder, Path(tempfile.gettempdir())):
        path = place / NAME
        try:
            place.mkdir(parents=True, exist_ok=True)
            begin_anew = path.exists() and path.stat().st_size > LARGEST
            with path.open("w" if begin_anew else "a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(text)
        except OSError:
            continue
        return path
    return None
