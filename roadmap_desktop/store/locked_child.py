"""A process of its own that turns a password into a key, which takes a second and holds up all threads; it reads no file.

It imports nothing of ours. What it is asked and what it answers is JSON, on its standard input and output: a password
never stands in a list of processes.
"""

from __future__ import annotations

import base64
import contextlib
import json
import sys
from pathlib import Path
from typing import Any


def answer(asked: dict[str, Any]) -> dict[str, str]:
    """Wrap the `text` with the `secret`, or open the `wrapped` with it: the result, or "wrong" as the reason without."""
    import pyrage  # noqa: PLC0415 - only once the limits hold

    if "text" in asked:
        wrapped = pyrage.passphrase.encrypt(asked["text"].encode(), asked["secret"])
        return {"result": base64.b64encode(wrapped).decode()}
    try:
        opened = pyrage.passphrase.decrypt(base64.b64decode(asked["wrapped"]), asked["secret"])
    except pyrage.DecryptError:
        return {"reason": "wrong"}
    return {"result": opened.decode("ascii", "replace")}


def _limit(memory: int) -> None:
    """Take no more than `memory` bytes; where even those are not there, be the one that the system ends."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - is not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold the password
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def main() -> None:
    """Answer the one question on standard input."""
    asked = json.load(sys.stdin)
    _limit(asked["memory"])
    json.dump(answer(asked), sys.stdout)


if __name__ == "__main__":
    main()
