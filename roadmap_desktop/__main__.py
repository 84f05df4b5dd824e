"""Where every start begins: the window or the command line, decided before either is imported."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap_desktop.domain.errors import UserError

COMMANDS = (
    "new", "show", "answer", "print", "document", "history", "check", "rescue", "backup", "restore", "receive",
    "collect", "send", "export", "import", "lock", "unlock",
)  # fmt: skip
SUFFIX = ".roadmap"


def main() -> int:
    """Start what `sys.argv` asks for; returns the exit status."""
    arguments = sys.argv[1:]
    if wants_window(arguments):
        return _open_window()
    from roadmap_desktop.cli import commands  # noqa: PLC0415 - the window does without

    return commands.run(arguments)


def wants_window(arguments: list[str]) -> bool:
    """Nothing was named, or a file: one that is there, or whose name is one of ours."""
    if not arguments:
        return True
    first = arguments[0]
    if first in COMMANDS or first.startswith("-"):
        return False
    return first.endswith(SUFFIX) or Path(first).exists()


def _open_window() -> int:
    if sys.platform == "linux":
        from roadmap_desktop import screen  # noqa: PLC0415 - Linux only

        if (obstacle := screen.obstacle(os.environ)) is not None:
            return _stop(obstacle)
    try:
        from roadmap_desktop.launch import run  # noqa: PLC0415 - commands do without

        return run(sys.argv)
    except ImportError as error:
        return _stop(_lacking() or error)
    except Exception as error:  # noqa: BLE001 - before the window's own handler there is only this one
        return _stop(error)


def _lacking() -> UserError | None:
    """What of the system Qt misses; None where nothing is, and an import failed by a defect of ours."""
    from roadmap_desktop import screen  # noqa: PLC0415 - hardly ever needed

    lacking = screen.missing(screen.LIBRARIES) if sys.platform == "linux" else {}
    return screen.lacking_libraries(lacking) if lacking else None


def _stop(error: Exception) -> int:
    from roadmap_desktop.cli import commands  # noqa: PLC0415 - the window does without

    return commands.stop(error)


if __name__ == "__main__":
    sys.exit(main())
