"""Long work on a thread of its own."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.job import Job, StoppedError, Task, uncollected


class Gate:
    """Work that begins, waits to be let on, and reports once."""

    def __init__(self) -> None:
        self.begun, self.opened = threading.Event(), threading.Event()
        self.ends = list[str]()

    def work(self, task: Task) -> str:
        task.report(1)
        self.begun.set()
        self.opened.wait(10)
        try:
            task.report(2)
        except StoppedError:
            self.ends.append("stopped")
            raise
        self.ends.append("finished")
        return "result"


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.opened.set()


def test_the_result_comes_to_the_windows_thread(qtbot: QtBot) -> None:
    threads = list[int]()
    job = Job(lambda _: threading.get_ident())
    job.done.connect(lambda _: threads.append(threading.get_ident()))
    with qtbot.waitSignal(job.done) as done:
        job.start()
    assert done.args != [threading.get_ident()]
    assert threads == [threading.get_ident()]


def test_what_goes_wrong_comes_out(qtbot: QtBot) -> None:
    def work(_: Task) -> None:
        raise ValueError("x")

    job = Job(work)
    with qtbot.assertNotEmitted(job.done), qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert isinstance(failed.args[0], ValueError)


def test_progress_is_told_while_it_runs(gate: Gate, qtbot: QtBot) -> None:
    job = Job(gate.work)
    with qtbot.waitSignal(job.progressed) as progressed:
        job.start()
    assert progressed.args == [1]
    with qtbot.waitSignal(job.done) as done:
        gate.opened.set()
    assert done.args == ["result"]


def test_pieces_are_counted_as_they_are_taken() -> None:
    task = Task()
    counts = [(piece, task.count) for piece in task.counted("abc")]
    assert counts == [("a", 0), ("b", 1), ("c", 2)]
    pieces = task.counted("de")
    next(pieces)
    task.stop()
    with pytest.raises(StoppedError):
        next(pieces)


def test_stopped_it_ends_at_its_next_report_and_says_nothing(gate: Gate, qtbot: QtBot) -> None:
    job = Job(gate.work)
    with qtbot.assertNotEmitted(job.done, wait=100), qtbot.assertNotEmitted(job.failed):
        job.start()
        assert gate.begun.wait(10)
        job.stop()
        gate.opened.set()
        job.wait(10)
    assert gate.ends == ["stopped"]


def test_a_window_that_is_gone_does_not_trouble_the_work(gate: Gate, qapp: QApplication) -> None:
    job = Job(gate.work)
    job.start()
    assert gate.begun.wait(10)
    thread = job._thread
    job.deleteLater()
    del job
    QApplication.sendPostedEvents()
    gate.opened.set()
    thread.join(10)
    QApplication.processEvents()
    assert gate.ends == ["finished"]


def test_many_things_are_made_without_a_collection() -> None:
    collecting = list[bool]()

    def work() -> None:
        with uncollected():
            collecting.append(gc.isenabled())
            raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        work()
    assert collecting == [False]
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    gc.unfreeze()
