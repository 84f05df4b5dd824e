"""The shipped fonts, for whatever is set on paper."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from tests.builders import FAMILY, RESOURCES


@pytest.fixture
def family(qapp: QApplication) -> str:
    """The family that ships with the app, known to Qt."""
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    assert FAMILY in QFontDatabase.families()
    return FAMILY
