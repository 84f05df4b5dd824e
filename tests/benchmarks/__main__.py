"""Run the benchmarks: python -m tests.benchmarks [names]; prints each ratio beside its bound."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication

from tests import benchmarks
from tests.benchmarks import Row


def runs(names: list[str]) -> Iterator[tuple[str, Callable[[], list[Row]]]]:
    """Modules of this package that have a run(), all or those named."""
    for found in pkgutil.iter_modules(benchmarks.__path__):
        if found.name == "__main__" or (names and found.name not in names):
            continue
        run = getattr(importlib.import_module(f"{benchmarks.__name__}.{found.name}"), "run", None)
        if run is not None:
            yield found.name, run


def main(names: list[str]) -> int:
    """1 where a ratio is above its bound."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(
        sys.argv[:1]
    )  # one for all: a smaller one, once made, cannot become a larger one
    late = 0
    sys.stdout.write(f"{'':<52} {'ratio':>8} {'bound':>8}\n")
    for _, run in runs(names):
        for row in run():
            over = row.ratio > row.bound
            late += over
            mark = "!" if over else " "
            sys.stdout.write(f"{row.name:<52} {row.ratio:>8.2f} {row.bound:>7.2f}{mark}  {row.note}\n")
            sys.stdout.flush()
    application.shutdown()
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
