"""The window: how soon it stands, what it weighs, and whether a large file makes any click slow."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from roadmap_desktop import paths
from roadmap_desktop.store import new
from roadmap_desktop.store.trust import Trust
from tests.benchmarks import Row
from tests.benchmarks.big import make_big

ROUNDS = 9
_CHILD = Path(__file__).with_name("start.py")


def run() -> list[Row]:
    """Starts in turn: bare, first paint, filled, filled with the large file; then clicks in the large file."""
    with _files() as (folder, sample, big):
        kinds: dict[str, list[str]] = {
            "bare": ["bare"],
            "first": ["first", str(sample)],
            "filled": ["filled", str(sample)],
            "big": ["filled", str(big)],
        }
        figures: dict[str, list[dict[str, float]]] = {kind: [] for kind in kinds}
        for _ in range(ROUNDS):
            for kind, words in kinds.items():
                figures[kind].append(_start(folder, words))
        rows = [
            *_ratios("first painted window ÷ bare window", figures["first"], figures["bare"], 1.5),
            *_ratios("window filled with home ÷ bare window", figures["filled"], figures["bare"], 1.5),
            *_ratios("10,000 × 40 ÷ sample, filled", figures["big"], figures["filled"], 1.3),
        ]
        return [*rows, *_clicks(folder, big)]


def _ratios(
    name: str, ours: list[dict[str, float]], yardstick: list[dict[str, float]], bound: float
) -> Iterator[Row]:
    for what, unit, scale in (("wall", "ms", 1e3), ("cpu", "ms", 1e3), ("memory", "MB", 1e-6)):
        mine, theirs = (median(one[what] for one in many) for many in (ours, yardstick))
        yield Row(
            f"{name}, {what}", mine / theirs, bound, f"{mine * scale:.0f} / {theirs * scale:.0f} {unit}"
        )


def _start(folder: Path, words: list[str]) -> dict[str, float]:
    environment = {
        **os.environ,
        "ROADMAP_DESKTOP_HOME": str(folder / "home"),
        "BENCHMARK_STARTED": str(time.time()),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, str(_CHILD), *words], env=environment, capture_output=True, check=True, timeout=60
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


@contextlib.contextmanager
def _files() -> Iterator[tuple[Path, Path, Path]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "home").mkdir()
        (folder / "home" / "settings.json").write_text('{"language": "lv", "name": "Ilze"}', "utf-8")
        sample, big = folder / "sample.roadmap", folder / "big.roadmap"
        new.sample_file(sample, paths.SAMPLE, "lv", datetime.date.today())
        make_big(big)
        for words in (["bare"], ["filled", str(sample)]):
            _start(folder, words)
        for path in (sample, big):
            Trust(folder / "home").note(path, made=True)  # as on every day but the first
        yield folder, sample, big


def _clicks(folder: Path, big: Path) -> list[Row]:
    """Every kind of click in the large file, and scrolling; a ratio of 1 is the promise."""
    from roadmap_desktop.app import App
    from roadmap_desktop.settings import Settings
    from roadmap_desktop.views.page import Place
    from roadmap_desktop.views.partnership_list import PartnershipList
    from roadmap_desktop.views.shell import Shell

    made = QApplication.instance()
    application = made if isinstance(made, QApplication) else QApplication(sys.argv[:1])
    shell = Shell("#ffffff")
    shell.resize(1280, 720)
    shell.show()
    app = App(application, Settings(folder / "home"), shell)
    app.open(big, own=True)
    assert app.desk is not None
    assert app.session is not None
    desk, root = app.desk, app.session.partnership_ids()[5_000]

    def timed(act: Callable[[], object]) -> float:
        start = time.perf_counter()
        act()
        application.processEvents()
        return (time.perf_counter() - start) * 1000

    def rest() -> None:
        """Let timers of the click before run out, so that they are not counted with the next."""
        until = time.perf_counter() + 1
        while time.perf_counter() < until:
            application.processEvents()

    application.processEvents()
    home = desk.page()
    filters, order = home.findChildren(QComboBox)
    search = home.findChild(QLineEdit, "search")
    view = home.findChild(PartnershipList)
    assert search is not None
    assert view is not None
    clicks: dict[str, Callable[[], object]] = {
        "open a partnership": lambda: desk.go(Place("partnership", root)),
        "continue": lambda: desk.go(Place("wizard", root, "a")),
        "back": desk.back,
        "home": desk.back,
        "sort by date": lambda: order.setCurrentIndex(1),
        "sort by progress": lambda: order.setCurrentIndex(2),
        "sort by change": lambda: order.setCurrentIndex(3),
        "filter overdue": lambda: filters.setCurrentIndex(filters.count() - 1),
        "filter all": lambda: filters.setCurrentIndex(0),
        "search": lambda: search.setText("darbnīca"),
        "search cleared": lambda: search.setText(""),
    }
    rows = []
    for name, act in clicks.items():
        rest()
        spent = timed(act)
        rows.append(Row(f"10,000 × 40: {name} ÷ 100 ms", spent / 100, 1.0, f"{spent:.0f} ms"))
    rest()
    bar = view.verticalScrollBar()
    frames = [timed(lambda: bar.setValue(bar.value() + 90)) for _ in range(200)]
    slow = sorted(frames)[int(len(frames) * 0.95)]
    rows.append(
        Row("scrolling, 95th percentile of a frame ÷ 1/60 s", slow / (1000 / 60), 1.0, f"{slow:.1f} ms")
    )
    shell.close()
    return rows
