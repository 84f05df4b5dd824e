"""Runs a command as its user does, and keeps what it said; a helper of tests, no test."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any, NamedTuple

from roadmap_desktop.cli import commands as cli


class Ran(NamedTuple):
    """What came of it."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed for machines."""
        return json.loads(self.out)


def run(*arguments: str | Path) -> Ran:
    """Run the command line `arguments`."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = cli.run([str(argument) for argument in arguments])
    return Ran(status, out.getvalue(), err.getvalue())
