"""What tests of pages share: the sample file, open, in English and in Latvian, and a window in front of the user."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.views.page import Context
from tests.conftest import MakeSample, OpenContext


@pytest.fixture
def context(open_context: OpenContext, sample: Path) -> Context:
    """The sample as pages are given it, in English."""
    return open_context(sample)


@pytest.fixture
def context_lv(open_context: OpenContext, make_sample: MakeSample) -> Context:
    """The sample as pages are given it, in Latvian."""
    return open_context(make_sample("lv"), "lv")


class Shown(Protocol):
    """Puts a page or a dialog on the screen."""

    def __call__(self, widget: QWidget) -> None:
        """It is in front when this returns, and closed after the test."""


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """A page is as large as a small laptop's screen, a dialog as large as it wants to be."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            if isinstance(widget, QDialog):
                widget.open()
            else:
                widget.resize(1280, 720)
                widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    return show
